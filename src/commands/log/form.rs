//! The log's form: its fields, its flags, and how they become an entry.

use chrono::{DateTime, Utc};

use crate::commands::followup;
use crate::domain::dates;
use crate::domain::followup::FollowUp;
use crate::domain::goal::{self, Goal};
use crate::domain::length::Minutes;
use crate::domain::pair::Couple;
use crate::domain::record::Id;
use crate::domain::text;
use crate::error::{Failure, Result};
use crate::form::{Field, Form, Shape, Values};

const fn line(
    key: &'static str,
    flag: &'static str,
    ask: &'static str,
    example: &'static str,
) -> Field {
    Field {
        key,
        flag,
        ask,
        example,
        shape: Shape::Line,
        asked: false,
    }
}

const fn list(
    key: &'static str,
    flag: &'static str,
    ask: &'static str,
    example: &'static str,
) -> Field {
    Field {
        key,
        flag,
        ask,
        example,
        shape: Shape::List,
        asked: false,
    }
}

const fn asked(field: Field) -> Field {
    Field {
        asked: true,
        ..field
    }
}

pub const FORM: Form = Form {
    name: "log",
    about: "A check-in: what was said, and what came of it",
    fields: &[
        asked(Field {
            shape: Shape::Text,
            ..line(
                "notes",
                "TEXT",
                "What did you talk about?",
                "Talked about ownership",
            )
        }),
        line("at", "--at", "When was it?", "today 17:00"),
        asked(line("minutes", "--minutes", "How long did it take?", "50")),
        line("channel", "--channel", "Where?", "video"),
        line(
            "checkin",
            "--checkin",
            "Which planned check-in was it?",
            "1",
        ),
        list(
            "covered",
            "--covered",
            "Numbers of the topics you covered",
            "1",
        ),
        list(
            "done",
            "--done",
            "Numbers of the follow-ups that are done",
            "3",
        ),
        asked(list(
            "followups",
            "--followup",
            "What will each side do?",
            "mentee: draft the RFC by fri",
        )),
        asked(list("goals", "--goal", "How far are the goals?", "1=40%")),
        list(
            "confidence",
            "--confidence",
            "How confident is the mentee, from 1 to 10?",
            "1=7",
        ),
        asked(list(
            "wins",
            "--win",
            "What went well?",
            "Shipped the migration",
        )),
        asked(list(
            "insights",
            "--insight",
            "Which advice was given?",
            "Write the decision down before the meeting",
        )),
        list(
            "decisions",
            "--decision",
            "What was decided?",
            "Ana takes the on-call rota",
        ),
        list(
            "blockers",
            "--blocker",
            "What is in the way?",
            "No access to the staging system",
        ),
        list(
            "topics",
            "--topic",
            "What to talk about next time?",
            "How to say no",
        ),
        line(
            "feeling",
            "--feeling",
            "How did it feel, in a word or from 1 to 5? (yours alone)",
            "4",
        ),
        line(
            "private_note",
            "--private-note",
            "What is for your eyes only?",
            "Was tired",
        ),
        asked(line(
            "next",
            "--next",
            "When do you meet next?",
            "2026-12-17 17:00",
        )),
        line(
            "next_topic",
            "--next-topic",
            "What first, next time?",
            "The RFC",
        ),
    ],
};

// The log as flags.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct LogFlags {
    /// When it was; left out: now
    #[arg(long, value_name = "WHEN")]
    at: Option<String>,
    /// How long it took, such as 50 or 1h
    #[arg(long, value_name = "LENGTH", alias = "length")]
    minutes: Option<String>,
    /// Where
    #[arg(long, value_name = "TEXT")]
    channel: Option<String>,
    /// The planned check-in it was; left out: the one whose time it is
    #[arg(long, value_name = "NUMBER")]
    checkin: Option<String>,
    /// What a side will do: "mentee: draft the RFC by fri"; once for each
    #[arg(long = "followup", value_name = "LINE")]
    followups: Vec<String>,
    /// Number of a follow-up that is done; once for each, or 1,2
    #[arg(long, value_name = "NUMBER", value_delimiter = ',')]
    done: Vec<String>,
    /// Number of a topic that was covered; once for each, or 1,2
    #[arg(long, value_name = "NUMBER", value_delimiter = ',')]
    covered: Vec<String>,
    /// How far a goal is: 1=40%; once for each
    #[arg(long = "goal", value_name = "GOAL=PERCENT")]
    goals: Vec<String>,
    /// How confident the mentee is: 1=7; once for each
    #[arg(long, value_name = "GOAL=1-10")]
    confidence: Vec<String>,
    /// Something that went well; once for each
    #[arg(long = "win", value_name = "TEXT")]
    wins: Vec<String>,
    /// Advice that was given; once for each
    #[arg(long = "insight", value_name = "TEXT")]
    insights: Vec<String>,
    /// Something that was decided; once for each
    #[arg(long = "decision", value_name = "TEXT")]
    decisions: Vec<String>,
    /// Something that is in the way; once for each
    #[arg(long = "blocker", value_name = "TEXT")]
    blockers: Vec<String>,
    /// A topic for next time; once for each
    #[arg(long = "topic", value_name = "TEXT")]
    topics: Vec<String>,
    /// How it felt: a word, or 1 to 5; yours alone
    #[arg(long, value_name = "WORD")]
    feeling: Option<String>,
    /// For your eyes only
    #[arg(long, value_name = "TEXT")]
    private_note: Option<String>,
    /// When you meet next
    #[arg(long, value_name = "WHEN")]
    next: Option<String>,
    /// What first, next time
    #[arg(long, value_name = "TEXT")]
    next_topic: Option<String>,
}

impl LogFlags {
    pub fn values(&self) -> Values {
        let mut values = Values::default();
        let one = [
            ("at", &self.at),
            ("minutes", &self.minutes),
            ("channel", &self.channel),
            ("checkin", &self.checkin),
            ("feeling", &self.feeling),
            ("private_note", &self.private_note),
            ("next", &self.next),
            ("next_topic", &self.next_topic),
        ];
        for (key, text) in one {
            values.flag(&FORM, key, text);
        }
        let several = [
            ("followups", &self.followups),
            ("done", &self.done),
            ("covered", &self.covered),
            ("goals", &self.goals),
            ("confidence", &self.confidence),
            ("wins", &self.wins),
            ("insights", &self.insights),
            ("decisions", &self.decisions),
            ("blockers", &self.blockers),
            ("topics", &self.topics),
        ];
        for (key, texts) in several {
            values.flag(&FORM, key, texts);
        }
        values
    }
}

/// A log that has passed the rules; whether its numbers exist is found out when it is stored.
pub struct Entry {
    pub notes: Option<String>,
    /// When it was held.
    pub at: DateTime<Utc>,
    /// Whether the time was said, and not just taken to be now.
    pub at_was_said: bool,
    pub minutes: Option<Minutes>,
    pub channel: Option<String>,
    pub checkin: Option<i64>,
    pub followups: Vec<FollowUp>,
    pub done: Vec<i64>,
    pub covered: Vec<i64>,
    pub goals: Vec<(Id<Goal>, u8)>,
    pub confidence: Vec<(Id<Goal>, u8)>,
    pub wins: Vec<String>,
    pub insights: Vec<String>,
    pub decisions: Vec<String>,
    pub blockers: Vec<String>,
    pub topics: Vec<String>,
    pub feeling: Option<String>,
    pub private_note: Option<String>,
    pub next: Option<DateTime<Utc>>,
    pub next_topic: Option<String>,
    pub private: bool,
}

/// Reads a log; times are in the user's zone, due days in their owner's calendar.
pub fn entry(values: &Values, couple: &Couple, now: DateTime<Utc>) -> Result<Entry> {
    let zone = couple.user().zone;
    let body = |key: &'static str| values.parse(key, |typed| Ok(text::body("text", typed)?));
    let titles =
        |key: &'static str| values.parse_list(key, |typed| Ok(text::title("text", typed)?));
    let moment = |key: &str| values.parse(key, |typed| Ok(dates::when(typed, now, zone)?));
    let said = moment("at")?;
    if let Some(at) = said.filter(|at| *at > now) {
        let at = at.with_timezone(&zone).format("%Y-%m-%d %H:%M");
        return Err(Failure::refused(format!(
            "a check-in on {at} is still to come and can't be logged"
        ))
        .hint(format!("`mentor checkin add --at \"{at}\"` plans it")));
    }
    let next = moment("next")?;
    if let Some(next) = next.filter(|next| *next <= said.unwrap_or(now)) {
        let next = next.with_timezone(&zone).format("%Y-%m-%d %H:%M");
        return Err(Failure::refused(format!(
            "the next check-in can't be on {next}: that is already past"
        )));
    }
    Ok(Entry {
        notes: values.parse("notes", |typed| Ok(text::body("note", typed)?))?,
        at: said.unwrap_or(now),
        at_was_said: said.is_some(),
        minutes: values.parse("minutes", |typed| Ok(Minutes::parse(typed)?))?,
        channel: body("channel")?,
        checkin: values.parse("checkin", number)?,
        followups: values
            .parse_list("followups", |typed| followup::from_line(couple, typed, now))?,
        done: values.parse_list("done", number)?,
        covered: values.parse_list("covered", number)?,
        goals: values.parse_list("goals", |typed| Ok(goal::progress(typed)?))?,
        confidence: values.parse_list("confidence", |typed| Ok(goal::goal_confidence(typed)?))?,
        wins: titles("wins")?,
        insights: titles("insights")?,
        decisions: titles("decisions")?,
        blockers: titles("blockers")?,
        topics: titles("topics")?,
        feeling: values.parse("feeling", |typed| Ok(text::title("feeling", typed)?))?,
        private_note: body("private_note")?,
        next,
        next_topic: body("next_topic")?,
        private: false,
    })
}

fn number(typed: &str) -> Result<i64> {
    let number = typed.trim().parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| Failure::refused(format!("`{typed}` is not a number of a record")))
}
