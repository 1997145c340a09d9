//! `mentor followup`: what each side will do, by when.

use chrono::{DateTime, NaiveDate, Utc};

use crate::app::{self, App};
use crate::commands::introduction;
use crate::commands::noun::given::Given;
use crate::commands::noun::{self, Kept, Lists, Stateful, Turn, Turns, Verbs};
use crate::domain::dates;
use crate::domain::followup::{FollowUp, FollowUpState, Line, LineError};
use crate::domain::goal::{Move, Moved};
use crate::domain::pair::Couple;
use crate::domain::person::Side;
use crate::domain::record::Record;
use crate::domain::text;
use crate::error::{Failure, Result};
use crate::form::{Field, Form, Formed, Place};
use crate::store::reader::Reader;
use crate::store::writer::Writer;
use crate::store::{StoreError, document, followups, goals};
use crate::view;
use crate::view::record::More;
use crate::view::words;

#[derive(Debug, clap::Subcommand)]
#[command(defer = true)]
pub enum FollowupCommand {
    #[command(flatten)]
    Any(Verbs<FollowUp>),
    #[command(flatten)]
    State(Turns<FollowUp>),
}

pub fn run(app: &mut App<'_, '_>, command: &FollowupCommand) -> Result<()> {
    match command {
        FollowupCommand::Any(verb) => noun::run(app, verb),
        FollowupCommand::State(verb) => verb.run(app),
    }
}

impl Formed for FollowUp {
    const FORM: Form = Form {
        name: "followup add",
        about: "Something that a side will do",
        fields: &[
            Field::title("What is to be done?", "mentee: draft the RFC by fri")
                .help("What is to be done; or the whole line, `mentee: draft the RFC by fri`"),
            Field::side("owner", "Who does it?", "mentee")
                .help("Who does it: mentor, mentee, me or them; left out: me"),
            Field::day("due", "By when?", "fri")
                .flag("by")
                .alias("due")
                .help("By when, in the owner's calendar"),
            Field::text("because", "Why did the date move?", "exams")
                .help("Why the date moved")
                .place(Place::Change),
            Field::number("goal", "Which goal is it a step of?"),
            Field::private(),
        ],
    };
}

impl Kept for FollowUp {
    const LISTED: &'static [&'static str] = &["owner", "due", "state", "goal"];
    const FILTERS: &'static [&'static str] = &["owner", "goal"];
    const DUE: Option<&'static str> = Some("due");
    const LISTS: Lists = Lists::Open;

    fn blank(given: &Given<'_>) -> Self {
        FollowUp {
            pair: given.couple.id(),
            owner: given.couple.me(),
            title: String::new(),
            due: None,
            goal: None,
            checkin: None,
            state: FollowUpState::Open,
            state_on: given.today(),
            because: None,
            private: false,
        }
    }

    fn fill(&mut self, given: &Given<'_>) -> Result<()> {
        if self.title.is_empty() && !given.has("owner") {
            given.set("title", self, |typed| match typed.contains(':') {
                true => from_line(given.couple, typed, given.now),
                false => Ok(FollowUp {
                    title: text::title("title", typed)?,
                    ..Self::blank(given)
                }),
            })?;
        } else {
            given.line("title", &mut self.title)?;
        }
        given.side("owner", &mut self.owner)?;
        given.maybe_day("due", self.owner, &mut self.due)?;
        given.record("goal", &mut self.goal)?;
        given.yes("private", &mut self.private)
    }

    fn calendar(&self) -> Option<Side> {
        Some(self.owner)
    }

    fn found(tx: &Reader<'_>, couple: &Couple, all: bool) -> Result<Vec<Record<Self>>, StoreError> {
        match all {
            true => followups::all(tx, couple.id()),
            false => followups::open(tx, couple.id()),
        }
    }

    fn is_open(&self) -> bool {
        self.state == FollowUpState::Open
    }

    fn in_words(record: &Record<Self>, couple: &Couple, now: DateTime<Utc>) -> String {
        let today = words::today(couple.person(record.owner), now);
        view::followup::in_words(record, couple, today)
    }

    fn kept(
        record: &Record<Self>,
        before: Option<&Self>,
        given: &Given<'_>,
        tx: &Writer<'_>,
    ) -> Result<()> {
        match before {
            Some(before) => moved(record, Moved::FollowUp, before.due, record.due, given, tx),
            None => Ok(()),
        }
    }

    fn more(
        record: &Record<Self>,
        couple: &Couple,
        tx: &Reader<'_>,
        now: DateTime<Utc>,
    ) -> Result<Vec<More>> {
        let moves = goals::moves(tx, Moved::FollowUp, record.id.number())?;
        let today = words::today(couple.person(record.owner), now);
        Ok(vec![More {
            key: "moves",
            label: "moved",
            lines: words::moves(&moves, today),
            json: document::several(&moves, couple.slug()),
        }])
    }
}

impl Stateful for FollowUp {
    const TURNS: &'static [Turn<FollowUpState>] = &[
        Turn {
            verb: "done",
            to: FollowUpState::Done,
            about: "Say that follow-ups are done",
        },
        Turn {
            verb: "drop",
            to: FollowUpState::Dropped,
            about: "Drop follow-ups that nobody will do",
        },
        Turn {
            verb: "reopen",
            to: FollowUpState::Open,
            about: "Open follow-ups again",
        },
    ];

    fn turned(record: &Record<Self>, couple: &Couple, now: DateTime<Utc>) -> String {
        let today = words::today(couple.person(record.owner), now);
        view::followup::changed(record, couple, today)
    }

    /// The thank-you of an introduction is its last step.
    fn after(record: &Record<Self>, couple: &Couple, tx: &Writer<'_>) -> Result<()> {
        match record.state {
            FollowUpState::Done => introduction::thanked(tx, record, couple),
            FollowUpState::Open | FollowUpState::Dropped => Ok(()),
        }
    }
}

/// Keeps a change of a date that was promised, with the reason.
pub fn moved<T: Kept>(
    record: &Record<T>,
    what: Moved,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    given: &Given<'_>,
    tx: &Writer<'_>,
) -> Result<()> {
    if from == to {
        return Ok(());
    }
    let mut because = None;
    given.maybe_text("because", &mut because)?;
    tx.insert(Move {
        pair: given.couple.id(),
        what,
        number: record.id.number(),
        on: given.today_of(record.calendar().unwrap_or(given.couple.me())),
        from: from.map(|day| day.to_string()),
        to: to.map(|day| day.to_string()),
        because,
    })?;
    Ok(())
}

/// Reads `mentee: draft the RFC by fri`; the day is one of the owner's calendar.
pub fn from_line(couple: &Couple, typed: &str, now: DateTime<Utc>) -> Result<FollowUp> {
    let line = Line::split(typed)?;
    let owner = app::side(couple, line.owner)?;
    let today = words::today(couple.person(owner), now);
    // What follows the last " by " is a day, or else part of the text ("stand by your decision").
    let (title, due) = match line.by {
        Some((before, day)) => match dates::day(day, today) {
            Ok(day) => (before, Some(day)),
            Err(error) if error.looks_like_a_day() => return Err(error.into()),
            Err(_) => (line.title, None),
        },
        None => (line.title, None),
    };
    Ok(FollowUp {
        pair: couple.id(),
        owner,
        title: text::title("title", title)?,
        due,
        goal: None,
        checkin: None,
        state: FollowUpState::Open,
        state_on: today,
        because: None,
        private: false,
    })
}

impl From<LineError> for Failure {
    fn from(error: LineError) -> Self {
        Failure::refused(error.to_string())
            .hint("write it like `mentee: draft the RFC by fri` (owner, what, and by when)")
    }
}
