//! `mentor followup`: what each side will do, and by when.

mod line;

use chrono::NaiveDate;
use serde_json::json;

use crate::app::App;
use crate::commands::crud::form_input::FormInput;
use crate::commands::crud::{
    self, CrudCommand, CrudRecord, DefaultFilter, HasTransitions, Transition, TransitionCommand,
};
use crate::commands::records::followup::line::typed_line;
use crate::commands::records::introduction;
use crate::domain::dates::{self, DateStyle, Now};
use crate::domain::followup::{FollowUp, FollowUpState};
use crate::domain::goal::{DateMove, Moved};
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::record::Record;
use crate::domain::timeline::Timeline;
use crate::error::{Failure, Result};
use crate::input::form::{Field, FlagPlacement, Form, HasForm};
use crate::store::read_tx::ReadTx;
use crate::store::write_tx::WriteTx;
use crate::store::{StoreError, column, followups, goals, json};
use crate::view;
use crate::view::page::output_mode::OutputMode;
use crate::view::records::record::RelatedSection;
use crate::view::words;

pub use line::{LineRemark, from_step, parse_line};

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
            Field::number("goal", "Which goal is it a step towards?")
                .help("Goal it is a step towards"),
            Field::private(),
        ],
    };
}

impl CrudRecord for FollowUp {
    const LIST_FIELDS: &'static [&'static str] = &["owner", "due", "state", "goal"];
    const FILTERS: &'static [&'static str] = &["owner", "goal"];
    const DUE_FIELD: Option<&'static str> = Some("due");
    const DEFAULT_FILTER: DefaultFilter = DefaultFilter::Open;

    fn with_defaults(input: &FormInput<'_>) -> Self {
        FollowUp {
            pair: input.pair.id(),
            owner: input.pair.user_side(),
            title: String::new(),
            due: None,
            goal: None,
            checkin: None,
            state: FollowUpState::Open,
            state_on: input.today().day,
            because: None,
            private: false,
            past: Timeline::default(),
        }
    }

    fn apply(&mut self, input: &FormInput<'_>) -> Result<()> {
        let (is_new, before) = (self.title.is_empty(), self.commitment());
        input.side("owner", &mut self.owner)?;
        if let Some(line) = typed_line(self, input)? {
            self.owner = line.owner;
            self.title = line.title;
            self.due = line.due.or(self.due);
        }
        input.optional_day("due", self.owner, &mut self.due)?;
        input.record("goal", &mut self.goal)?;
        if !is_new {
            self.remember(before, input.now.at);
        }
        input.flag("private", &mut self.private)
    }

    fn calendar_side(&self) -> Option<Side> {
        Some(self.owner)
    }

    fn query_list(
        tx: &ReadTx<'_>,
        pair: &PairContext,
        all: bool,
    ) -> Result<Vec<Record<Self>>, StoreError> {
        if all { followups::all(tx, pair.id()) } else { followups::open(tx, pair.id()) }
    }

    fn is_open(&self) -> bool {
        self.state == FollowUpState::Open
    }

    fn summary(record: &Record<Self>, pair: &PairContext, now: Now) -> String {
        let today = words::today(pair.person(record.owner), now);
        view::records::followup::in_words(record, pair, today)
    }

    /// A new due day in the past would be overdue at once, and the promised day would be lost.
    fn ensure_changeable(
        record: &Record<Self>,
        before: &Self,
        input: &FormInput<'_>,
    ) -> Result<()> {
        let today = input.today_of(record.owner);
        match record.due.filter(|due| *due < today.day && before.due != Some(*due)) {
            Some(due) if record.is_open() => Err(Failure::refused(format!(
                "the new due day {} is in the past",
                dates::format_day(due, today)
            ))
            .hint(format!(
                "use a later `--by`; run `mentor followup done {0}` or `mentor followup drop {0}` if it is over",
                record.id
            ))),
            _ => Ok(()),
        }
    }

    fn after_save(
        record: &Record<Self>,
        before: Option<&Self>,
        input: &FormInput<'_>,
        tx: &WriteTx<'_>,
    ) -> Result<()> {
        let mut typed = Self::with_defaults(input);
        if let Some(before) = before {
            typed.clone_from(before);
            Self::ensure_changeable(record, before, input)?;
            record_date_move(record, Moved::FollowUp, before.due, record.due, input, tx)?;
        }
        typed.owner = record.owner;
        let line = typed_line(&typed, input)?;
        if let Some(remark) = line.and_then(|line| line.remark) {
            tx.remark(remark.text_for(record.id));
        }
        Ok(())
    }

    fn related(
        record: &Record<Self>,
        pair: &PairContext,
        tx: &ReadTx<'_>,
        now: Now,
        mode: OutputMode,
    ) -> Result<Vec<RelatedSection>> {
        let moves = goals::moves(tx, Moved::FollowUp, record.id.number())?;
        let today = words::today(pair.person(record.owner), now);
        let of_dates = RelatedSection {
            key: "moves",
            label: "moved",
            lines: words::moves(&moves, today, mode),
            json: json::items_json(&moves, pair.slug()),
        };
        let handovers = record.handovers().into_iter().map(|(at, from, to)| {
            json!({ "at": column::instant(at), "from": from.to_string(), "to": to.to_string() })
        });
        let today = words::today(pair.user(), now);
        let handed_over = RelatedSection {
            key: "handovers",
            label: "handed over",
            lines: view::records::followup::handovers(record, pair, today, mode),
            json: handovers.collect(),
        };
        Ok(vec![of_dates, handed_over])
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

    fn label(record: &Record<Self>, pair: &PairContext, _style: DateStyle) -> String {
        view::records::followup::label(record, pair)
    }

    /// Moves an introduction to its last stage when the follow-up for its thank-you is done.
    fn after_transition(record: &Record<Self>, pair: &PairContext, tx: &WriteTx<'_>) -> Result<()> {
        match record.state {
            FollowUpState::Done => introduction::mark_thanked(tx, record, pair),
            FollowUpState::Open | FollowUpState::Dropped => Ok(()),
        }
    }
}

/// Records a changed due or target day with the reason; fails for a reason without a change.
pub fn record_date_move<T: CrudRecord>(
    record: &Record<T>,
    what: Moved,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    input: &FormInput<'_>,
    tx: &WriteTx<'_>,
) -> Result<()> {
    let mut because = None;
    input.optional_text("because", &mut because)?;
    if from == to {
        return match because {
            Some(_) => Err(reason_without_move_failure(record, to, input)),
            None => Ok(()),
        };
    }
    tx.insert(DateMove {
        pair: input.pair.id(),
        what,
        number: record.id.number(),
        on: input.today_of(record.calendar_side_in(input.pair)).day,
        from: from.map(|day| day.to_string()),
        to: to.map(|day| day.to_string()),
        because,
        by: None,
    })?;
    Ok(())
}

/// Returns the failure for a reason without a new date: it is stored with the change of the date, so it would be lost.
fn reason_without_move_failure<T: CrudRecord>(
    record: &Record<T>,
    date: Option<NaiveDate>,
    input: &FormInput<'_>,
) -> Failure {
    let (noun, number) = (T::LABEL, record.id);
    let message = match date {
        Some(day) => format!(
            "the date of {noun} {number} is still {}",
            dates::format_day(day, input.today())
        ),
        None => format!("{noun} {number} has no date"),
    };
    Failure::usage(format!("{message}; `--because` is for a new date")).hint(format!(
        "add the date, such as `mentor {} edit {number} --by fri --because \"...\"`",
        words::command(noun)
    ))
}
