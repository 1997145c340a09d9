//! `mentor followup`: what each side will do, by when.

use chrono::{DateTime, NaiveDate, Utc};

use crate::app::{self, App};
use crate::commands::crud::form_input::FormInput;
use crate::commands::crud::{
    self, CrudCommand, CrudRecord, DefaultFilter, HasTransitions, Transition, TransitionCommand,
};
use crate::commands::records::introduction;
use crate::domain::dates::{self, DateError, Deadline};
use crate::domain::followup::{
    FollowUp, FollowUpLine, FollowUpLineError, FollowUpState, split_day, split_softer,
};
use crate::domain::goal::{DateMove, Moved};
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::record::Record;
use crate::domain::text;
use crate::domain::timeline::Timeline;
use crate::error::{Failure, Result};
use crate::input::form::{Field, FlagPlacement, Form, HasForm};
use crate::store::read_tx::ReadTx;
use crate::store::write_tx::WriteTx;
use crate::store::{StoreError, followups, goals, json};
use crate::view;
use crate::view::records::record::RelatedSection;
use crate::view::words;

#[derive(Debug, clap::Subcommand)]
#[command(defer = true)]
pub enum FollowupCommand {
    #[command(flatten)]
    Any(CrudCommand<FollowUp>),
    #[command(flatten)]
    State(TransitionCommand<FollowUp>),
}

pub fn run(app: &mut App<'_, '_>, command: &FollowupCommand) -> Result<()> {
    match command {
        FollowupCommand::Any(verb) => crud::run(app, verb),
        FollowupCommand::State(verb) => verb.run(app),
    }
}

impl HasForm for FollowUp {
    const FORM: Form = Form {
        name: "followup add",
        about: "Something one of you will do",
        fields: &[
            Field::title("What needs doing?", "mentee: draft the RFC by fri")
                .help("What to do; or the whole line, `mentee: draft the RFC by fri`"),
            Field::side("owner", "Who does it?", "mentee")
                .help("Who does it: mentor, mentee, me or them [default: me]"),
            Field::day("due", "By when?", "fri")
                .flag("by")
                .alias("due")
                .help("Due date, in the owner's time zone"),
            Field::text("because", "Why did the date move?", "exams")
                .help("Why the date moved")
                .placement(FlagPlacement::Change),
            Field::number("goal", "Which goal is it a step of?"),
            Field::private(),
        ],
    };
}

impl CrudRecord for FollowUp {
    const LIST_FIELDS: &'static [&'static str] = &["owner", "due", "state", "goal"];
    const FILTERS: &'static [&'static str] = &["owner", "goal"];
    const DUE_FIELD: Option<&'static str> = Some("due");
    const DEFAULT_FILTER: DefaultFilter = DefaultFilter::Open;

    fn with_defaults(given: &FormInput<'_>) -> Self {
        FollowUp {
            pair: given.pair.id(),
            owner: given.pair.user_side(),
            title: String::new(),
            due: None,
            goal: None,
            checkin: None,
            state: FollowUpState::Open,
            state_on: given.today(),
            because: None,
            private: false,
            past: Timeline::default(),
        }
    }

    fn apply(&mut self, given: &FormInput<'_>) -> Result<()> {
        let (is_new, before) = (self.title.is_empty(), self.commitment());
        given.side("owner", &mut self.owner)?;
        if let Some(line) = typed_line(self, given)? {
            self.owner = line.owner;
            self.title = line.title;
            self.due = line.due.or(self.due);
        }
        given.optional_day("due", self.owner, &mut self.due)?;
        given.record("goal", &mut self.goal)?;
        if !is_new {
            self.remember(before, given.now);
        }
        given.flag("private", &mut self.private)
    }

    fn calendar_side(&self) -> Option<Side> {
        Some(self.owner)
    }

    fn query_list(
        tx: &ReadTx<'_>,
        pair: &PairContext,
        all: bool,
    ) -> Result<Vec<Record<Self>>, StoreError> {
        if all {
            followups::all(tx, pair.id())
        } else {
            followups::open(tx, pair.id())
        }
    }

    fn is_open(&self) -> bool {
        self.state == FollowUpState::Open
    }

    fn summary(record: &Record<Self>, pair: &PairContext, now: DateTime<Utc>) -> String {
        let today = words::today(pair.person(record.owner), now);
        view::records::followup::in_words(record, pair, today)
    }

    fn after_save(
        record: &Record<Self>,
        before: Option<&Self>,
        given: &FormInput<'_>,
        tx: &WriteTx<'_>,
    ) -> Result<()> {
        let mut typed = Self::with_defaults(given);
        if let Some(before) = before {
            typed.clone_from(before);
            ensure_not_past(record, before, given)?;
            record_date_move(record, Moved::FollowUp, before.due, record.due, given, tx)?;
        }
        typed.owner = record.owner;
        let line = typed_line(&typed, given)?;
        if let Some(remark) = line.and_then(|line| line.remark) {
            tx.remark(remark);
        }
        Ok(())
    }

    fn related(
        record: &Record<Self>,
        pair: &PairContext,
        tx: &ReadTx<'_>,
        now: DateTime<Utc>,
    ) -> Result<Vec<RelatedSection>> {
        let moves = goals::moves(tx, Moved::FollowUp, record.id.number())?;
        let today = words::today(pair.person(record.owner), now);
        Ok(vec![RelatedSection {
            key: "moves",
            label: "moved",
            lines: words::moves(&moves, today),
            json: json::items_json(&moves, pair.slug()),
        }])
    }
}

impl HasTransitions for FollowUp {
    const TRANSITIONS: &'static [Transition<FollowUpState>] = &[
        Transition {
            verb: "done",
            past: "Completed",
            to: FollowUpState::Done,
            about: "Mark follow-ups as done",
            alias: None,
        },
        Transition {
            verb: "drop",
            past: "Dropped",
            to: FollowUpState::Dropped,
            about: "Drop follow-ups",
            alias: None,
        },
        Transition {
            verb: "reopen",
            past: "Reopened",
            to: FollowUpState::Open,
            about: "Reopen follow-ups",
            alias: None,
        },
    ];

    fn label(record: &Record<Self>, pair: &PairContext) -> String {
        view::records::followup::label(record, pair)
    }

    /// The thank-you of an introduction is its last step.
    fn after_transition(record: &Record<Self>, pair: &PairContext, tx: &WriteTx<'_>) -> Result<()> {
        match record.state {
            FollowUpState::Done => introduction::mark_thanked(tx, record, pair),
            FollowUpState::Open | FollowUpState::Dropped => Ok(()),
        }
    }
}

/// Refuses a new day that has passed: it would be missed the moment it is set, and the day that was promised would be gone.
fn ensure_not_past(
    record: &Record<FollowUp>,
    before: &FollowUp,
    given: &FormInput<'_>,
) -> Result<()> {
    let today = given.today_of(record.owner);
    match record.due.filter(|due| *due < today && before.due != Some(*due)) {
        Some(due) if record.is_open() => Err(Failure::refused(format!(
            "the new due day {due} is in the past"
        ))
        .hint(format!(
            "use a later `--by`; run `mentor followup done {0}` or `mentor followup drop {0}` if it is over",
            record.id
        ))),
        _ => Ok(()),
    }
}

/// Keeps a change of a date that was promised, with the reason.
pub fn record_date_move<T: CrudRecord>(
    record: &Record<T>,
    what: Moved,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    given: &FormInput<'_>,
    tx: &WriteTx<'_>,
) -> Result<()> {
    let mut because = None;
    given.optional_text("because", &mut because)?;
    if from == to {
        return match because {
            Some(_) => Err(reason_without_move(record, to, given)),
            None => Ok(()),
        };
    }
    tx.insert(DateMove {
        pair: given.pair.id(),
        what,
        number: record.id.number(),
        on: given.today_of(record.calendar_side().unwrap_or(given.pair.user_side())),
        from: from.map(|day| day.to_string()),
        to: to.map(|day| day.to_string()),
        because,
        by: None,
    })?;
    Ok(())
}

/// A reason has its place in the history of a date: without a new date it would be lost.
fn reason_without_move<T: CrudRecord>(
    record: &Record<T>,
    date: Option<NaiveDate>,
    given: &FormInput<'_>,
) -> Failure {
    let (noun, number) = (T::LABEL, record.id);
    let why = match date {
        Some(day) => format!(
            "the date of {noun} {number} is still {}",
            dates::format_day(day, given.today())
        ),
        None => format!("{noun} {number} has no date"),
    };
    Failure::usage(format!("{why}; `--because` is for a new date")).hint(format!(
        "add the date, such as `mentor {} edit {number} --by fri --because \"...\"`",
        words::command(noun)
    ))
}

/// A follow-up as it was typed in one line.
pub struct TypedLine {
    owner: Side,
    title: String,
    due: Option<NaiveDate>,
    /// What the user should know of how it was read.
    pub remark: Option<String>,
}

/// The title that was given, read as a line; none: it was not given.
fn typed_line(followup: &FollowUp, given: &FormInput<'_>) -> Result<Option<TypedLine>> {
    let names_owner = !given.has("owner");
    let mut found = None;
    given.apply("title", &mut found, |typed| {
        let is_new = followup.title.is_empty();
        let names_side = |typed: &str| {
            let line = FollowUpLine::split(typed).ok();
            let owner = line.and_then(|line| line.owner);
            owner.is_some_and(|owner| app::parse_side(given.pair, owner).is_ok())
        };
        // In a title that is there already, a colon is a colon unless a side stands before it.
        let line = if names_owner && (is_new || names_side(typed)) {
            FollowUpLine::split(typed)?
        } else {
            FollowUpLine {
                owner: None,
                title: typed,
            }
        };
        let mut owner = followup.owner;
        if let Some(typed) = line.owner {
            owner = app::parse_side(given.pair, typed)?;
        }
        // A day that has a flag of its own, or the same title again, is not looked for in the title.
        let reads_day = !given.has("due") && line.title.trim() != followup.title;
        let refused = reads_day.then_some(day_in_title as fn(DateError) -> Failure);
        read_line(line.title, owner, given.pair, given.now, refused).map(Some)
    })?;
    Ok(found)
}

/// What a title says of the day by which it is due, one of the owner's calendar. Without a way to refuse a day, none is
/// looked for.
fn read_line(
    typed: &str,
    owner: Side,
    pair: &PairContext,
    now: DateTime<Utc>,
    day_refused: Option<fn(DateError) -> Failure>,
) -> Result<TypedLine> {
    let today = words::today(pair.person(owner), now);
    let found = day_refused.and_then(|refused| Some((split_day(typed, today)?, refused)));
    let read = found.as_ref().map(|((_, words), refused)| {
        let read = dates::deadline(words, today);
        read.map_err(refused)
    });
    let read = read.transpose()?;
    let title = found.map_or(typed, |((title, _), _)| title);
    let (title, read) = match read {
        Some(Deadline::Day { .. }) => (title, read),
        _ => read_softer(typed, today, day_refused)?
            .map_or((title, read), |(title, read)| (title, Some(read))),
    };
    let (title, due, remark) = match read {
        Some(Deadline::Day { day, time }) => {
            if title.is_empty() {
                return Err(FollowUpLineError::Empty(typed.to_owned()).into());
            }
            let remark = time.map(|time| {
                format!(
                    "follow-ups have no time: due by the end of {} (not at {})",
                    dates::format_day(day, today),
                    time.format("%H:%M")
                )
            });
            (title, Some(day), remark)
        }
        Some(Deadline::Text { day_word }) => {
            let remark = day_word.map(|word| {
                format!("no due day was understood: `{word}` is part of the title (`mentor followup edit NUMBER --by DAY` sets one)")
            });
            (typed, None, remark)
        }
        None => (typed, None, None),
    };
    Ok(TypedLine {
        owner,
        title: text::parse_title("title", title)?,
        due,
        remark,
    })
}

/// A day after `before` or `within`; none: there is no such word, or nothing of a day after it.
fn read_softer(
    typed: &str,
    today: NaiveDate,
    day_refused: Option<fn(DateError) -> Failure>,
) -> Result<Option<(&str, Deadline)>> {
    let Some((refused, (title, marker, words))) = day_refused.zip(split_softer(typed)) else {
        return Ok(None);
    };
    let read = dates::softer_deadline(marker, words, today).map_err(refused)?;
    let says_nothing = read == Deadline::Text { day_word: None };
    Ok((!says_nothing).then_some((title, read)))
}

fn day_in_title(error: DateError) -> Failure {
    Failure::from(error)
        .hint("give the day with `--by DAY` to keep the text as it is (`--by \"\"`: no day)")
}

/// Reads `mentee: draft the RFC by fri`; the day is one of the owner's calendar.
pub fn parse_line(
    pair: &PairContext,
    typed: &str,
    now: DateTime<Utc>,
) -> Result<(FollowUp, Option<String>)> {
    let line = FollowUpLine::split(typed)?;
    let owner = line
        .owner
        .ok_or_else(|| FollowUpLineError::NoOwner(typed.to_owned()))?;
    let owner = app::parse_side(pair, owner)?;
    let line = read_line(line.title, owner, pair, now, Some(Failure::from))?;
    Ok(new(pair, line, now))
}

/// A step on the way to a goal; the day in it is one of the mentee's calendar.
pub fn from_step(
    pair: &PairContext,
    typed: &str,
    now: DateTime<Utc>,
) -> Result<(FollowUp, Option<String>)> {
    let line = read_line(typed, Side::Mentee, pair, now, Some(Failure::from))?;
    Ok(new(pair, line, now))
}

fn new(pair: &PairContext, line: TypedLine, now: DateTime<Utc>) -> (FollowUp, Option<String>) {
    let followup = FollowUp {
        pair: pair.id(),
        owner: line.owner,
        title: line.title,
        due: line.due,
        goal: None,
        checkin: None,
        state: FollowUpState::Open,
        state_on: words::today(pair.person(line.owner), now),
        because: None,
        private: false,
        past: Timeline::default(),
    };
    (followup, line.remark)
}

impl From<FollowUpLineError> for Failure {
    fn from(error: FollowUpLineError) -> Self {
        Failure::refused(error.to_string())
            .hint("write `mentee: draft the RFC by fri` (owner, task, due date)")
    }
}
