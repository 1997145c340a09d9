//! The letter to a partner without mentor, and messages about the reply.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use crate::domain::agreement::Agreement;
use crate::domain::dates::{self, Today};
use crate::domain::feedback::Feedback;
use crate::domain::followup::FollowUp;
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::question::Question;
use crate::domain::record::Record;
use crate::domain::snapshot::PairSnapshot;
use crate::view::messages::share::{TakenChangeEntry, TakenFileEntry, TakenVerb};
use crate::view::page::layout::Layout;
use crate::view::page::output_mode::OutputMode;
use crate::view::page::report::{Report, ReportItem};
use crate::view::page::style::render;
use crate::view::page::wrap::wrap_hanging;
use crate::view::reports::{agenda, item_points, people_points, task_points};
use crate::view::words;

/// Columns of a letter; quoted twice, it still fits the usual line length of mails.
const WIDTH: usize = 72;

/// Renders the part of the letter before the form, as seen by the other side.
pub fn body(snapshot: &PairSnapshot, mode: OutputMode) -> String {
    let pair = &snapshot.pair;
    let today = snapshot.today();
    let title = format!(
        "Letter from {} to {}, {}",
        pair.user().name,
        pair.partner().name,
        today.day.format("%-d %b %Y")
    );
    let mut report = Report::new(title, today, mode);
    report.section("Next check-in", [agenda::next_line(snapshot)]);
    if let Some(one) = snapshot.agreement() {
        let terms = people_points::terms(one, pair, today);
        report.section("What we agreed", terms);
    }
    let in_force = snapshot.agreement().map(|one| one.version);
    let newest = snapshot.newest();
    if let Some(one) = newest.filter(|one| Some(one.version) != in_force) {
        let terms = people_points::terms(one, pair, today);
        report.section(format!("What version {} would be", one.version), terms);
    }
    for side in [pair.user_side(), pair.user_side().other()] {
        add_open_sections(&mut report, snapshot, side, today);
    }
    let topics = snapshot.talk.topics.iter();
    report.section("Open topics", topics.map(|(one, _)| item_points::topic(one, pair)));
    let page = Layout { width: Some(WIDTH), mode };
    render(&report.text(&page), false)
}

/// Adds the open follow-ups, questions and feedback of a side.
fn add_open_sections(report: &mut Report<'_>, snapshot: &PairSnapshot, side: Side, today: Today) {
    let pair = &snapshot.pair;
    let name = pair.first_name(side);
    let tasks = snapshot.followups.iter().filter(|one| one.owner == side);
    report.section(
        format!("{name}'s follow-ups"),
        tasks.map(|one| task_points::followup(one, today)),
    );
    let questions = snapshot.questions.iter();
    let questions = questions.filter(|one| one.answerer() == side);
    report.section(
        format!("Questions for {name}"),
        questions.map(|one| with_notes(task_points::question(one, pair), one.notes.as_deref())),
    );
    let mode = report.mode;
    let feedback = snapshot.feedback.iter();
    let feedback = feedback.filter(|one| one.from.other() == side);
    report.section(
        format!("Feedback for {name}"),
        feedback.map(|one| {
            let point = item_points::feedback_of_a_kind(one, pair, mode);
            with_notes(point, one.request.as_deref())
        }),
    );
}

fn with_notes(point: ReportItem, notes: Option<&str>) -> ReportItem {
    point.with_details(notes.map(str::to_owned))
}

/// Asks whether the other person accepts a version. All prompts end with the expected answer in parentheses.
pub fn accept_prompt(one: &Agreement) -> String {
    format!("Do you accept version {} of our agreement? (yes/no", one.version)
}

pub fn done_prompt(one: &FollowUp, title: &str, today: Today) -> String {
    let due = one.due.map(|day| format!(", due {}", dates::format_day(day, today)));
    format!("{title}{}. Done? (yes/no, or a new date", due.unwrap_or_default())
}

pub fn answer_prompt(title: &str) -> String {
    format!("\"{title}\" (your answer")
}

pub fn response_prompt(situation: &str, giver: &str) -> String {
    format!("\"{situation}\", feedback from {giver} (your response")
}

/// Renders the form: a mark and a prompt for each item. `letter`, `topics` and `end` are the marks around them.
pub fn form(
    letter: &str,
    lines: &[(String, String)],
    topics: &str,
    end: &str,
    prompt_end: &str,
) -> String {
    let mut text = format!(
        "{letter} Your answers\n\nAnswer below and send this mail back. Leave blank what has not changed.\n"
    );
    let topics = (topics.to_owned(), "New topics (one a line".to_owned());
    for (mark, prompt) in lines.iter().chain([&topics]) {
        let line = format!("{mark} {prompt}{prompt_end}");
        let line = wrap_hanging(&line, Some(WIDTH), 2);
        text.push_str(&format!("\n{}\n", render(&line, false)));
    }
    text + &format!("\n{end} End of the form\n")
}

pub fn subject(pair: &PairContext, today: Today) -> String {
    let day = today.day.format("%-d %b %Y");
    let name: String =
        pair.first_name(pair.user_side()).chars().filter(char::is_ascii_alphanumeric).collect();
    if name.is_empty() {
        format!("Our mentorship, {day}")
    } else {
        format!("Our mentorship, {day} ({name})")
    }
}

/// Formats a letter as a mail for `sendmail -t`.
pub fn mail(to: &str, subject: &str, text: &str) -> String {
    format!(
        "To: {to}\nSubject: {subject}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\
         Content-Transfer-Encoding: 8bit\n\n{text}"
    )
}

/// `mentor share letter`.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct LetterAnswer<'a> {
    pair: &'a str,
    text: &'a str,
}

pub fn json<'a>(pair: &'a str, text: &'a str) -> LetterAnswer<'a> {
    LetterAnswer { pair, text }
}

/// A change that a reply asks for.
#[derive(Clone, Debug)]
pub enum ReplyChange {
    Accepted(Record<Agreement>),
    Done(Record<FollowUp>),
    Moved(Record<FollowUp>, NaiveDate),
    Answered(Record<Question>, String),
    Responded(Record<Feedback>, String),
    Topic(String),
}

/// The content and the sender of a reply.
#[derive(Clone, Debug)]
pub struct ReplyText {
    pub file: String,
    pub slug: String,
    pub who: String,
    /// The address in its header, which is not verified.
    pub from: Option<String>,
    pub sent_at: Option<DateTime<Utc>>,
    /// The day of the mail in the zone of its sender, if the header has one.
    pub day: Option<NaiveDate>,
    pub today: Today,
    pub answers: Vec<ReplyChange>,
    /// What is not taken in, with the reason.
    pub left_out: Vec<String>,
    pub is_known: bool,
}

impl ReplyChange {
    /// Summarises the change: `follow-up 1 done`.
    fn in_short(&self, today: Today) -> String {
        match self {
            ReplyChange::Accepted(one) => format!("version {} accepted", one.version),
            ReplyChange::Done(one) => format!("follow-up {} done", one.id),
            ReplyChange::Moved(one, day) => {
                format!("follow-up {} moved to {}", one.id, dates::format_day(*day, today))
            }
            ReplyChange::Answered(one, _) => format!("question {} answered", one.id),
            ReplyChange::Responded(one, _) => format!("response to feedback {}", one.id),
            ReplyChange::Topic(title) => format!("topic \"{title}\""),
        }
    }

    /// Returns verb, noun, number and title; `told_day` formats days.
    fn fields(
        &self,
        told_day: impl Fn(NaiveDate) -> String,
    ) -> (TakenVerb, &'static str, Option<i64>, String) {
        match self {
            ReplyChange::Accepted(one) => {
                let title = format!("version {}", one.version);
                (TakenVerb::Accepted, "agreement", Some(one.id.number()), title)
            }
            ReplyChange::Done(one) => {
                (TakenVerb::Done, "followup", Some(one.id.number()), one.title.clone())
            }
            ReplyChange::Moved(one, day) => {
                let title = format!("{}, by {}", one.title, told_day(*day));
                (TakenVerb::Moved, "followup", Some(one.id.number()), title)
            }
            ReplyChange::Answered(one, _) => {
                (TakenVerb::Answered, "question", Some(one.id.number()), one.title.clone())
            }
            ReplyChange::Responded(one, _) => {
                (TakenVerb::Answered, "feedback", Some(one.id.number()), one.situation.clone())
            }
            ReplyChange::Topic(title) => (TakenVerb::New, "topic", None, title.clone()),
        }
    }

    /// Returns the text of an answer.
    fn answer_text(&self) -> Option<&str> {
        match self {
            ReplyChange::Answered(_, text) | ReplyChange::Responded(_, text) => Some(text),
            _ => None,
        }
    }
}

/// Names the reply: `Ana's reply of Thu 3 Dec`.
fn name(reply: &ReplyText) -> String {
    let of = reply.day.map(|day| format!(" of {}", dates::format_day(day, reply.today)));
    format!("{}'s reply{}", reply.who, of.unwrap_or_default())
}

/// Summarises the reply: `Ana's reply of Thu 3 Dec: follow-up 1 done; question 3 answered`.
pub fn in_short(reply: &ReplyText) -> String {
    let first = reply.answers.iter().take(MAX_IN_SHORT);
    let mut all: Vec<String> = first.map(|one| one.in_short(reply.today)).collect();
    if reply.answers.len() > MAX_IN_SHORT {
        all.push(format!("{} more", reply.answers.len() - MAX_IN_SHORT));
    }
    let all = match (all.is_empty(), reply.is_known) {
        (_, true) => "already applied; nothing new".to_owned(),
        (true, _) => "nothing to apply".to_owned(),
        _ => all.join("; "),
    };
    format!("{}: {all}", name(reply))
}

/// Describes the reply in full: every text that is taken in, and what is left out.
pub fn description(reply: &ReplyText) -> String {
    let mut lines = vec![in_short(reply)];
    if let Some(from) = &reply.from {
        lines.push(format!("  from       {from}"));
    }
    for one in &reply.answers {
        let (verb, table, number, title) = one.fields(|day| dates::format_day(day, reply.today));
        let noun = words::noun_label(table);
        let number = number.map(|number| format!(" {number}"));
        lines.push(format!("  {verb:<10} {noun}{}: {title}", number.unwrap_or_default()));
        let lines_of_answer = one.answer_text().into_iter().flat_map(str::lines);
        lines.extend(lines_of_answer.map(|line| format!("             {line}")));
    }
    lines.extend(reply.left_out.iter().take(MAX_LISTED).map(|one| format!("  left out   {one}")));
    if let Some(more) = reply.left_out.len().checked_sub(MAX_LISTED).filter(|more| *more > 0) {
        lines.push(format!("  left out   {} more", words::count(more, "line")));
    }
    lines.join("\n")
}

/// Answers in a summary; the rest is only counted.
const MAX_IN_SHORT: usize = 8;

/// Lines about what is left out; the rest is only counted.
const MAX_LISTED: usize = 30;

pub fn item(reply: &ReplyText) -> TakenFileEntry<'_> {
    let changes = reply.answers.iter().map(|one| {
        let (change, noun, id, title) = one.fields(|day| day.to_string());
        TakenChangeEntry {
            change,
            noun,
            id,
            title,
            parts: &[],
            text: Some(one.answer_text()),
            with: None,
        }
    });
    let made_at = reply.sent_at.map(|at| at.format("%Y-%m-%dT%H:%M:%SZ"));
    TakenFileEntry {
        pair: &reply.slug,
        file: &reply.file,
        made_at: made_at.map(|at| at.to_string().into()),
        changes: changes.collect(),
        refused: Vec::new(),
        to_decide: 0,
        draft: None,
        left_out: Some(&reply.left_out),
    }
}
