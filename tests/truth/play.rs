//! Runs a history through the program: every event as a command at its moment, with reports in between.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::history::{Deed, Event, History, shell_line, written};
use crate::ledger::Ledger;
use crate::oracle::{Oracle, Reader, Scope};
use crate::report::Report;
use crate::sandbox::Sandbox;
use crate::sides;

/// A report to be compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Query {
    pub at: DateTime<Utc>,
    pub scope: Scope,
    pub reader: Reader,
}

impl Query {
    /// Returns the arguments of `mentor`.
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

    /// Returns the report of the oracle.
    pub fn expected_report(&self, history: &History) -> Report {
        self.expected_report_from(&Ledger::at(history.user, &history.events, self.at))
    }

    pub fn expected_report_from(&self, ledger: &Ledger) -> Report {
        Oracle::new(ledger, self.reader, self.at).report(self.scope)
    }
}

pub fn strings(words: &str) -> Vec<String> {
    words.split(' ').map(str::to_owned).collect()
}

/// A sandbox in which the events up to a moment have been recorded.
pub struct Stage<'h> {
    pub sandbox: Sandbox,
    pub history: &'h History,
    next: usize,
}

impl<'h> Stage<'h> {
    pub fn new(history: &'h History) -> Stage<'h> {
        Stage { sandbox: Sandbox::new(), history, next: 0 }
    }

    /// Records the events up to a moment, which becomes the present one.
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

    /// Fakes the backup of the day, which takes longer than most commands and does not matter here.
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

/// Runs a command that must succeed, and returns its output.
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

/// A report printed by the program.
#[derive(Clone, Debug)]
pub struct Answer {
    pub query: Query,
    pub report: Report,
}

/// A report as text.
pub struct Print {
    pub words: Vec<String>,
    pub text: String,
}

/// The results of running a history.
#[derive(Default)]
pub struct Tape {
    /// The reports at every check.
    pub answers: Vec<Answer>,
    /// The reports just before each review that is not private, and at the end.
    pub reviews: Vec<Report>,
    /// The report of the whole time, at the end.
    pub whole: Report,
    /// The reports printed at the end of a day, and those of that day printed at the end.
    pub prints: Vec<(Print, Print)>,
    pub day: Option<NaiveDate>,
    /// The differences in the other side's file. `None`: not checked, because the history has private records.
    pub other_side: Option<Vec<String>>,
}

/// Returns the reports to compare at a moment.
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
        let reviews =
            history.events.iter().filter(|event| matches!(event.deed, Deed::Review { .. }));
        stops.extend(reviews.map(|event| (moment_before(event), Stop::BeforeReview)));
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
                let has_ended = Ledger::at(history.user, &history.events, at).last_day().is_some();
                // An ended mentorship has no agenda.
                let reports = reports(history.seed).into_iter();
                for words in reports.filter(|words| !has_ended || words[0] != "agenda") {
                    let text = stage.run(&words)?;
                    let nothing = Print { words: Vec::new(), text: String::new() };
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

fn moment_before(event: &Event) -> DateTime<Utc> {
    event.at - TimeDelta::seconds(30)
}

pub fn since_review(at: DateTime<Utc>) -> Query {
    Query { at, scope: Scope::SinceReview, reader: Reader::User }
}

pub fn of_all_time(history: &History, at: DateTime<Utc>) -> Query {
    let ledger = Ledger::at(history.user, &history.events, at);
    let begun = ledger.pair_day(ledger.created);
    let first = ledger.first_day().map_or(begun, |day| day.min(begun));
    Query { at, scope: Scope::ReviewSince(first), reader: Reader::User }
}

/// Picks a day of the history, and returns it with its last second in the user's zone.
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
    // If the user moves to another zone on the day, it has two ends and is not used.
    let is_one = end == later.end_of_day(history.user, day);
    is_one.then_some((end - TimeDelta::seconds(1), day))
}

/// Returns some of the reports that can be made of a past day, different ones for each history.
fn reports(seed: u64) -> Vec<Vec<String>> {
    let all = [
        "agree check", "review", "due", "status", "agenda", "brief", "progress",
        "agree check --json", "review --json", "due --json", "status --json", "agenda --json",
        "brief --json", "progress --json", "review --markdown", "review --for-partner",
        "agenda --markdown", "due --overdue",
    ];
    let first = usize::try_from(seed % 18).unwrap();
    (0..2).map(|n| strings(all[(first + 5 * n) % all.len()])).collect()
}
