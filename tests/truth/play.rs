//! Playing a history with the program: every event as a command at its moment, and reports in between.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::history::{Deed, Event, History, shell_line, written};
use crate::ledger::Ledger;
use crate::oracle::{Reader, Reckoning, Scope};
use crate::report::Report;
use crate::sandbox::Sandbox;
use crate::sides;

/// A report whose figures are compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Query {
    pub at: DateTime<Utc>,
    pub scope: Scope,
    pub reader: Reader,
}

impl Query {
    /// The words after `mentor`.
    pub fn command(&self) -> Vec<String> {
        let mut words = match self.scope {
            Scope::Whole | Scope::Since(_) => strings("agree check"),
            Scope::SinceReview | Scope::ReviewSince(_) => strings("review"),
        };
        if let Scope::Since(day) | Scope::ReviewSince(day) = self.scope {
            words.extend(["--since".to_owned(), day.to_string()]);
        }
        if self.reader == Reader::Partner {
            words.push("--for-partner".to_owned());
        }
        words.push("--json".to_owned());
        words
    }

    /// What is right.
    pub fn reckon(&self, history: &History) -> Report {
        self.reckon_by(&Ledger::at(history.user, &history.events, self.at))
    }

    pub fn reckon_by(&self, ledger: &Ledger) -> Report {
        Reckoning::new(ledger, self.reader, self.at).report(self.scope)
    }
}

pub fn strings(words: &str) -> Vec<String> {
    words.split(' ').map(str::to_owned).collect()
}

/// A home in which the events up to a moment have been recorded.
pub struct Stage<'h> {
    pub sandbox: Sandbox,
    pub history: &'h History,
    next: usize,
}

impl<'h> Stage<'h> {
    pub fn new(history: &'h History) -> Stage<'h> {
        Stage {
            sandbox: Sandbox::new(),
            history,
            next: 0,
        }
    }

    /// Records what happens up to a moment, which becomes the present one.
    pub fn go_to(&mut self, moment: DateTime<Utc>) -> Result<(), String> {
        let events = &self.history.events;
        while let Some(event) = events.get(self.next).filter(|event| event.at <= moment) {
            self.sandbox.at(&written(event.at));
            self.pretend_backup(event.at);
            run(&self.sandbox, &self.history.command(event))?;
            self.next += 1;
        }
        self.sandbox.at(&written(moment));
        Ok(())
    }

    /// As if the backup of the day had been made: it takes longer than most commands, and is no matter here.
    fn pretend_backup(&self, now: DateTime<Utc>) {
        let folder = self.sandbox.db().with_extension("backups");
        if self.next > 0 {
            let _ = std::fs::remove_dir_all(&folder);
            std::fs::create_dir(&folder).unwrap();
            let name = now.format("%Y-%m-%dT%H%M%SZ.db").to_string();
            std::fs::write(folder.join(name), "").unwrap();
        }
    }

    pub fn run(&self, words: &[String]) -> Result<String, String> {
        run(&self.sandbox, words)
    }

    pub fn ask(&self, query: &Query) -> Result<Report, String> {
        ask(&self.sandbox, query)
    }
}

/// What a command prints, which must not be refused.
pub fn run(sandbox: &Sandbox, words: &[String]) -> Result<String, String> {
    let borrowed: Vec<&str> = words.iter().map(String::as_str).collect();
    let output = sandbox.run(&borrowed);
    if output.status == 0 {
        return Ok(output.stdout);
    }
    let line = shell_line(sandbox.now.borrow().parse().unwrap(), words);
    Err(format!("refused is:\n{line}\n{output}"))
}

pub fn ask(sandbox: &Sandbox, query: &Query) -> Result<Report, String> {
    let answer = run(sandbox, &query.command())?;
    Ok(Report::read(&serde_json::from_str(&answer).unwrap()))
}

/// What the program printed.
#[derive(Clone, Debug)]
pub struct Answer {
    pub query: Query,
    pub report: Report,
}

/// A report as a text, printed on a day.
pub struct Print {
    pub words: Vec<String>,
    pub text: String,
}

/// What a history has given when it was played once.
#[derive(Default)]
pub struct Tape {
    /// At every look.
    pub answers: Vec<Answer>,
    /// A moment before each review that is no secret, and in the end.
    pub reviews: Vec<Report>,
    /// In the end, of all the time.
    pub whole: Report,
    /// What was printed at the end of a day, and what is said of that day in the end.
    pub prints: Vec<(Print, Print)>,
    pub day: Option<NaiveDate>,
    /// What the file of the other side tells otherwise; not asked where something is private.
    pub other_side: Option<Vec<String>>,
}

/// What is asked whenever a history is looked at.
pub fn queries(history: &History, at: DateTime<Utc>) -> Vec<Query> {
    let ledger = Ledger::at(history.user, &history.events, at);
    let query = |scope, reader| Query { at, scope, reader };
    let day = ledger.pair_day(at) - TimeDelta::days(at.timestamp() / 60 % 60);
    let mut queries = vec![
        query(Scope::Whole, Reader::User),
        query(Scope::Since(day), Reader::User),
        query(Scope::SinceReview, Reader::User),
    ];
    let mut events = history.events.iter();
    if events.any(|event| event.deed.is_private()) {
        queries.push(query(Scope::SinceReview, Reader::Partner));
    }
    queries
}

enum Stop {
    Look,
    BeforeReview,
    EndOfDay(NaiveDate),
}

pub fn play(history: &History) -> Result<Tape, String> {
    let mut stops: Vec<(DateTime<Utc>, Stop)> =
        history.looks.iter().map(|at| (*at, Stop::Look)).collect();
    if history.is_tidy {
        let reviews = history
            .events
            .iter()
            .filter(|event| matches!(event.deed, Deed::Review { .. }));
        stops.extend(reviews.map(|event| (before(event), Stop::BeforeReview)));
    }
    stops.extend(a_day(history).map(|(at, day)| (at, Stop::EndOfDay(day))));
    stops.sort_by_key(|(at, _)| *at);
    let mut stage = Stage::new(history);
    let mut tape = Tape::default();
    for (at, stop) in stops {
        stage.go_to(at)?;
        match stop {
            Stop::Look => {
                let before = tape.answers.len();
                for query in queries(history, at) {
                    let report = stage.ask(&query)?;
                    tape.answers.push(Answer { query, report });
                }
                if history.is_tidy && history.looks.last() == Some(&at) {
                    let found = tape.other_side.get_or_insert_default();
                    found.extend(sides::compare(&stage, &tape.answers[before..])?);
                }
            }
            Stop::BeforeReview => tape.reviews.push(stage.ask(&since_review(at))?),
            Stop::EndOfDay(day) => {
                tape.day = Some(day);
                let has_ended = Ledger::at(history.user, &history.events, at)
                    .last_day()
                    .is_some();
                // An ended mentorship has no agenda.
                let reports = reports(history.seed).into_iter();
                for words in reports.filter(|words| !has_ended || words[0] != "agenda") {
                    let text = stage.run(&words)?;
                    let nothing = Print {
                        words: Vec::new(),
                        text: String::new(),
                    };
                    tape.prints.push((Print { words, text }, nothing));
                }
            }
        }
    }
    let end = history.end();
    stage.go_to(end)?;
    for (print, later) in &mut tape.prints {
        let as_of = ["--as-of".to_owned(), tape.day.unwrap().to_string()];
        later.words = print.words.iter().cloned().chain(as_of).collect();
        later.text = stage.run(&later.words)?;
    }
    if history.is_tidy {
        tape.reviews.push(stage.ask(&since_review(end))?);
        tape.whole = stage.ask(&of_all_time(history, end))?;
    }
    Ok(tape)
}

fn before(event: &Event) -> DateTime<Utc> {
    event.at - TimeDelta::seconds(30)
}

pub fn since_review(at: DateTime<Utc>) -> Query {
    Query {
        at,
        scope: Scope::SinceReview,
        reader: Reader::User,
    }
}

pub fn of_all_time(history: &History, at: DateTime<Utc>) -> Query {
    let ledger = Ledger::at(history.user, &history.events, at);
    let begun = ledger.pair_day(ledger.created);
    let first = ledger.first_day().map_or(begun, |day| day.min(begun));
    Query {
        at,
        scope: Scope::ReviewSince(first),
        reader: Reader::User,
    }
}

/// A day of the history, and its last second where the user lives.
fn a_day(history: &History) -> Option<(DateTime<Utc>, NaiveDate)> {
    let begun = history.events[3].at;
    let length = (history.end() - begun).num_days();
    let chosen =
        i64::try_from(history.seed.wrapping_mul(2_654_435_761) % 1_000_000).unwrap() % (length - 4);
    let about = begun + TimeDelta::days(chosen + 2);
    let then = Ledger::at(history.user, &history.events, about);
    let later = Ledger::at(history.user, &history.events, about + TimeDelta::days(3));
    let day = then.local_day(history.user, about);
    let end = then.end_of_day(history.user, day);
    // Where the user moves on the day, it has two ends.
    let is_one = end == later.end_of_day(history.user, day);
    is_one.then_some((end - TimeDelta::seconds(1), day))
}

/// Some of the reports that can be made of a past day, others for each history.
fn reports(seed: u64) -> Vec<Vec<String>> {
    let all = [
        "agree check",
        "review",
        "due",
        "status",
        "agenda",
        "brief",
        "progress",
        "agree check --json",
        "review --json",
        "due --json",
        "status --json",
        "agenda --json",
        "brief --json",
        "progress --json",
        "review --markdown",
        "review --for-partner",
        "agenda --markdown",
        "due --overdue",
    ];
    let first = usize::try_from(seed % 18).unwrap();
    (0..2)
        .map(|n| strings(all[(first + 5 * n) % all.len()]))
        .collect()
}
