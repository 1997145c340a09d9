//! `mentor introduction`: introductions that the mentor makes, with everyone's consent.

use chrono::{Days, NaiveDate};

use crate::app::App;
use crate::commands::command_line::arg::{self, RecordArg};
use crate::commands::crud::form_input::{FormInput, parse_past_day};
use crate::commands::crud::{self, CrudCommand, CrudRecord, DefaultFilter, insert_new};
use crate::domain::dates::{self, DateStyle};
use crate::domain::followup::{FollowUp, FollowUpState};
use crate::domain::goal::{Goal, GoalState};
use crate::domain::introduction::{Introduction, IntroductionState, StageError, THANK_WITHIN};
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::record::{Id, Record};
use crate::error::{Failure, Result};
use crate::input::form::{Field, FlagPlacement, Form, FormValues, HasForm};
use crate::store::read_tx::ReadTx;
use crate::store::write_tx::WriteTx;
use crate::store::{goals, json, pair_items};
use crate::view;
use crate::view::messages::values::BlurbText;

#[derive(Debug, clap::Subcommand)]
#[command(defer = true)]
pub enum IntroductionCommand {
    #[command(flatten)]
    Any(CrudCommand<Introduction>),
    Advance(AdvanceArgs),
    Decline(DeclineArgs),
    /// Print a message to send: first a request, then an introduction
    Blurb(RecordArg),
}

/// Move to the next stage: agreed, introduced, met, thanked
#[derive(Debug, clap::Args)]
pub struct AdvanceArgs {
    #[command(flatten)]
    which: RecordArg,

    /// Stage [default: the next one]
    #[arg(long, value_name = "STEP", value_parser = ["agreed", "introduced", "met", "thanked"])]
    to: Option<String>,

    /// Date it happened [default: today]
    #[arg(long, value_name = "DATE")]
    on: Option<String>,

    /// Outcome
    #[arg(long, value_name = "TEXT")]
    outcome: Option<String>,
}

/// Record that they declined
#[derive(Debug, clap::Args)]
pub struct DeclineArgs {
    #[command(flatten)]
    which: RecordArg,

    /// The reason, if one was given
    #[arg(long, value_name = "TEXT")]
    because: Option<String>,

    /// Date it happened [default: today]
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

pub fn run(app: &mut App<'_, '_>, command: &IntroductionCommand) -> Result<()> {
    match command {
        IntroductionCommand::Any(verb) => crud::run(app, verb),
        IntroductionCommand::Advance(args) => advance(app, args),
        IntroductionCommand::Decline(args) => decline(app, args),
        IntroductionCommand::Blurb(which) => blurb(app, which),
    }
}

impl HasForm for Introduction {
    const FORM: Form = Form {
        name: "introduction add",
        about: "Someone the mentee should meet",
        fields: &[
            Field::title("Who should the mentee meet?", "Kim Lee, who leads the platform team")
                .help("Name and role"),
            Field::text("why", "Why should they meet?", "Kim has led the move to one build")
                .help("Why these two")
                .prompted(),
            Field::text(
                "wish", "What does the mentee hope for?", "Half an hour about design reviews",
            )
            .help("What the mentee hopes for")
            .prompted(),
            Field::day("asked_on", "When did you ask them?", "today")
                .flag("on")
                .help("Date you asked them [default: today]"),
            Field::text("outcome", "What was the outcome?", "Ana joins their reviews")
                .help("Outcome")
                .placement(FlagPlacement::Change),
            Field::private(),
        ],
    };
}

impl CrudRecord for Introduction {
    const LIST_FIELDS: &'static [&'static str] = &["state", "state_on"];
    const FILTERS: &'static [&'static str] = &["state"];
    const DEFAULT_FILTER: DefaultFilter = DefaultFilter::Open;

    fn with_defaults(input: &FormInput<'_>) -> Self {
        Introduction {
            pair: input.pair.id(),
            title: String::new(),
            why: None,
            wish: None,
            state: IntroductionState::Asked,
            state_on: input.today().day,
            asked_on: input.today().day,
            agreed_on: None,
            introduced_on: None,
            met_on: None,
            thanked_on: None,
            because: None,
            outcome: None,
            thanks: None,
            private: false,
        }
    }

    fn apply(&mut self, input: &FormInput<'_>) -> Result<()> {
        input.line("title", &mut self.title)?;
        input.optional_text("why", &mut self.why)?;
        input.optional_text("wish", &mut self.wish)?;
        input.optional_text("outcome", &mut self.outcome)?;
        input.past_day("asked_on", input.pair.user_side(), &mut self.asked_on)?;
        let next_day = self.agreed_on.unwrap_or(self.state_on);
        match self.state {
            IntroductionState::Asked => self.state_on = self.asked_on,
            state if next_day < self.asked_on => {
                let style = input.now.style;
                return Err(asked_too_late_failure(self.asked_on, state, next_day, style));
            }
            _ => {}
        }
        input.flag("private", &mut self.private)
    }

    fn is_open(&self) -> bool {
        Introduction::is_open(self)
    }

    fn add_remarks(record: &Record<Self>, _: &PairContext, tx: &WriteTx<'_>) -> Result<()> {
        if let Some(hint) = view::records::introduction::blurb_hint(record) {
            tx.hint(hint);
        }
        Ok(())
    }
}

fn asked_too_late_failure(
    asked: NaiveDate,
    state: IntroductionState,
    on: NaiveDate,
    style: DateStyle,
) -> Failure {
    let [on, asked] = [on, asked].map(|day| dates::range(day, day, style));
    Failure::refused(format!("it was {state} on {on} and can't have been asked on {asked}"))
        .hint("pick an earlier day with `--on`")
}

/// Moves an introduction to a stage on the typed day, or today. Returns the day.
fn advance_stage(
    app: &App<'_, '_>,
    tx: &ReadTx<'_>,
    record: &mut Record<Introduction>,
    pair: &PairContext,
    to: IntroductionState,
    typed: Option<&str>,
) -> Result<NaiveDate> {
    let today = app.today_of(pair.user());
    let on = parse_past_day(tx, pair, typed, today)?;
    let id = record.id;
    let result = record.advance_to(to, on);
    result.map_err(|error| stage_failure(id, &error, app.now.style))?;
    Ok(on)
}

/// Returns the failure for a refused stage, with what to do instead.
fn stage_failure(id: Id<Introduction>, error: &StageError, style: DateStyle) -> Failure {
    let hint = match error {
        StageError::Over { .. } => "run `mentor introduction add` to start another".to_owned(),
        StageError::Behind(_) => {
            "stages only move forward: agreed, introduced, met, thanked; `mentor undo` goes back"
                .to_owned()
        }
        StageError::TooLate(_) => "run `mentor undo` to go back a stage".to_owned(),
        StageError::NoConsent => {
            format!("run `mentor introduction advance {id}` once they agree")
        }
        StageError::Backwards { .. } => "pick a later day with `--on`".to_owned(),
    };
    Failure::refused(format!("introduction {id} {}", error.reason(style))).hint(hint)
}

fn advance(app: &mut App<'_, '_>, args: &AdvanceArgs) -> Result<()> {
    let (record, slug) = app.write(|app, tx| {
        let (mut record, pair) =
            app.find_record_for_write::<Introduction>(tx, args.which.number)?;
        let to = match &args.to {
            Some(stage) => stage.parse::<IntroductionState>()?,
            None => record.next().unwrap_or(record.state),
        };
        let on = advance_stage(app, tx, &mut record, &pair, to, args.on.as_deref())?;
        record.outcome =
            arg::parse_text("outcome", args.outcome.as_deref())?.or(record.outcome.take());
        tx.update(&mut record)?;
        tx.add_message(view::records::introduction::stage_message(&record));
        if let Some(hint) = view::records::introduction::blurb_hint(&record) {
            tx.hint(hint);
        }
        sync_thank_you(tx, &mut record, &pair, on)?;
        Ok((record, pair.slug().to_owned()))
    })?;
    app.print_record_json(|| json::item(&record, Some(&slug)))
}

/// Adds a follow-up to say thank you after the meeting; completes it once the thanks are recorded.
fn sync_thank_you(
    tx: &WriteTx<'_>,
    record: &mut Record<Introduction>,
    pair: &PairContext,
    on: NaiveDate,
) -> Result<()> {
    let no_values = FormValues::default();
    let input = FormInput::new(&no_values, pair, tx.now, Some(tx));
    match (record.state, record.thanks) {
        (IntroductionState::Met, None) => {
            let thanks = FollowUp {
                owner: Side::Mentee,
                title: format!("Thank {} for the meeting", record.name()),
                due: on.checked_add_days(Days::new(THANK_WITHIN)),
                private: record.private,
                ..FollowUp::with_defaults(&input)
            };
            record.thanks = Some(insert_new(tx, thanks, &input)?.id);
            tx.update(record)?;
        }
        (IntroductionState::Thanked, Some(thanks)) => {
            if let Some(mut thanks) =
                tx.find::<FollowUp>(thanks)?.filter(|followup| followup.is_open())
            {
                crud::apply_transition(tx, &mut thanks, pair, FollowUpState::Done, on, None)?;
            }
        }
        _ => {}
    }
    Ok(())
}

/// Moves the introduction to its last stage when the follow-up to say thank you is done.
pub fn mark_thanked(
    tx: &WriteTx<'_>,
    followup: &Record<FollowUp>,
    pair: &PairContext,
) -> Result<()> {
    let introductions: Vec<Record<Introduction>> = pair_items::owned_by(tx, "thanks", followup.id)?;
    for mut introduction in introductions {
        let on = followup.state_on.max(introduction.state_on);
        // A declined introduction, or one already thanked for, is left unchanged.
        if pair.id() == introduction.pair
            && introduction.advance_to(IntroductionState::Thanked, on).is_ok()
        {
            tx.update(&mut introduction)?;
            tx.add_message(view::records::introduction::stage_message(&introduction));
        }
    }
    Ok(())
}

fn decline(app: &mut App<'_, '_>, args: &DeclineArgs) -> Result<()> {
    let (record, slug) = app.write(|app, tx| {
        let (mut record, pair) =
            app.find_record_for_write::<Introduction>(tx, args.which.number)?;
        let to = IntroductionState::Declined;
        advance_stage(app, tx, &mut record, &pair, to, args.on.as_deref())?;
        record.because = arg::parse_text("reason", args.because.as_deref())?;
        tx.update(&mut record)?;
        tx.add_message(view::records::introduction::stage_message(&record));
        Ok((record, pair.slug().to_owned()))
    })?;
    app.print_record_json(|| json::item(&record, Some(&slug)))
}

fn blurb(app: &mut App<'_, '_>, which: &RecordArg) -> Result<()> {
    let (record, pair, goals) = app.read(|tx| {
        let (record, pair) = app.find_record::<Introduction>(tx, which.number)?;
        if record.state == IntroductionState::Declined {
            let (state, on) = (record.state, record.state_on);
            return Err(stage_failure(record.id, &StageError::Over { state, on }, app.now.style));
        }
        let mut goals: Vec<Record<Goal>> = goals::open(tx, pair.id())?;
        goals.retain(|goal| goal.state == GoalState::Active && !goal.private);
        Ok((record, pair, goals))
    })?;
    let text = view::records::introduction::blurb(&record, &pair, &goals);
    app.print_result(|| BlurbText { id: record.id, text: &text }, |_| text.clone())
}
