//! `mentor feedback`: situation, behaviour and impact, in either direction.

use chrono::NaiveDate;

use crate::app::App;
use crate::commands::command_line::arg::RecordArg;
use crate::commands::crud::form_input::{FormInput, parse_past_day};
use crate::commands::crud::{self, CrudCommand, CrudRecord, DefaultFilter};
use crate::domain::dates::{self, DateStyle, Now};
use crate::domain::feedback::{self as rules, Feedback, FeedbackKind};
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::record::Record;
use crate::domain::text;
use crate::error::{Failure, Result};
use crate::input::form::{Field, Form, HasForm};
use crate::store::read_tx::ReadTx;
use crate::store::write_tx::WriteTx;
use crate::store::{StoreError, feedbacks, json};
use crate::view;
use crate::view::page::output_mode::OutputMode;

#[derive(Debug, clap::Subcommand)]
#[command(defer = true)]
pub enum FeedbackCommand {
    #[command(flatten)]
    Any(CrudCommand<Feedback>),
    Respond(RespondArgs),
}

/// Record a response to feedback
#[derive(Debug, clap::Args)]
pub struct RespondArgs {
    #[command(flatten)]
    which: RecordArg,

    /// Response, in the receiver's own words
    #[arg(value_name = "TEXT")]
    response: String,

    /// Date [default: today]
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

pub fn run(app: &mut App<'_, '_>, command: &FeedbackCommand) -> Result<()> {
    match command {
        FeedbackCommand::Any(verb) => crud::run(app, verb),
        FeedbackCommand::Respond(args) => respond(app, args),
    }
}

impl HasForm for Feedback {
    const FORM: Form = Form {
        name: "feedback add",
        about: "Feedback: situation, behaviour, impact",
        fields: &[
            Field::side("from", "Who gives it?", "mentor")
                .one_of(Side::WORDS)
                .help("Who gives it: mentor, mentee, me or them [default: me]")
                .prompted(),
            Field::line("kind", "Is it something to keep or to change?", "keep")
                .one_of(FeedbackKind::WORDS)
                .help("keep or change")
                .value("KIND")
                .prompted()
                .required(),
            Field::text("situation", "When and where was it?", "Tuesday's incident call")
                .help("When and where it was")
                .prompted()
                .required(),
            Field::text(
                "behaviour", "What did you see or hear?", "You gave a status every 10 minutes",
            )
            .help("What you saw or heard")
            .alias("behavior")
            .prompted()
            .required(),
            Field::text("impact", "What was the effect?", "Nobody had to ask")
                .help("What effect it had")
                .prompted()
                .required(),
            Field::text(
                "request", "What would you like to see next time?", "Do it again next time",
            )
            .help("What the giver would like to see next")
            .prompted(),
            Field::number("goal", "Which goal does it belong to?").help("Goal it belongs to"),
            Field::day("on", "When was it given?", "today").help("Date given [default: today]"),
            Field::day("follow_up", "When will you revisit it?", "in 2 weeks")
                .help("Date to revisit it together"),
            Field::text("response", "What is the response?", "I had not noticed that it helped")
                .help("Response, in the receiver's own words")
                .placement(crate::input::form::FlagPlacement::Change),
            Field::private(),
        ],
    };
}

impl CrudRecord for Feedback {
    const LIST_FIELDS: &'static [&'static str] = &["on", "from", "kind"];
    const FILTERS: &'static [&'static str] = &["from", "kind", "goal"];
    const DEFAULT_FILTER: DefaultFilter = DefaultFilter::OpenOnDemand;
    const DUE_FIELD: Option<&'static str> = Some("follow_up");

    fn with_defaults(input: &FormInput<'_>) -> Self {
        let mut from = input.pair.user_side();
        // An error is ignored here: `apply` reports it.
        let _ = input.side("from", &mut from);
        Feedback {
            pair: input.pair.id(),
            from,
            kind: FeedbackKind::Keep,
            on: input.today_of(from).day,
            situation: String::new(),
            behaviour: String::new(),
            impact: String::new(),
            request: None,
            goal: None,
            response: None,
            responded_on: None,
            responded_at: None,
            follow_up: None,
            private: false,
        }
    }

    fn apply(&mut self, input: &FormInput<'_>) -> Result<()> {
        input.side("from", &mut self.from)?;
        input.choice("kind", &mut self.kind)?;
        input.text("situation", &mut self.situation)?;
        input.text("behaviour", &mut self.behaviour)?;
        input.text("impact", &mut self.impact)?;
        input.optional_text("request", &mut self.request)?;
        input.record("goal", &mut self.goal)?;
        input.past_day("on", self.from, &mut self.on)?;
        input.optional_day("follow_up", self.from, &mut self.follow_up)?;
        input.optional_text("response", &mut self.response)?;
        let today = input.today_of(self.from.other());
        self.responded_on = self.response.as_ref().and(self.responded_on.or(Some(today.day)));
        self.responded_at = self.responded_on.and(self.responded_at.or(Some(input.now.at)));
        self.ensure_days_in_order(input)?;
        input.flag("private", &mut self.private)
    }

    fn query_list(
        tx: &ReadTx<'_>,
        pair: &PairContext,
        all: bool,
    ) -> Result<Vec<Record<Self>>, StoreError> {
        if all { feedbacks::all(tx, pair.id()) } else { feedbacks::unanswered(tx, pair.id()) }
    }

    fn is_open(&self) -> bool {
        self.response.is_none()
    }

    fn summary(record: &Record<Self>, pair: &PairContext, _now: Now) -> String {
        view::records::feedback::summary(record, pair)
    }

    fn add_remarks(record: &Record<Self>, _: &PairContext, tx: &WriteTx<'_>) -> Result<()> {
        for remark in rules::remarks(&record.situation, &record.behaviour) {
            tx.remark(view::records::feedback::remark(&remark, record.id.number()));
        }
        Ok(())
    }

    fn extra_columns(
        record: &Record<Self>,
        _pair: &PairContext,
        _tx: &ReadTx<'_>,
        _now: Now,
        _mode: OutputMode,
    ) -> Result<Vec<(&'static str, String)>> {
        Ok(vec![("response", view::records::feedback::response_text(record))])
    }
}

impl Feedback {
    /// Fails if it was answered or is to be revisited before it was given.
    fn ensure_days_in_order(&self, input: &FormInput<'_>) -> Result<()> {
        let (giver, receiver) =
            (input.pair.person(self.from), input.pair.person(self.from.other()));
        let today = input.today();
        let [day, answered, revisited] = [Some(self.on), self.responded_on, self.follow_up]
            .map(|day| day.map(|day| dates::format_day(day, today)).unwrap_or_default());
        // The giver's zone may be ahead, so that it was already the next day for the receiver.
        let is_answered_before = |day| receiver.end_of(day) <= giver.start_of(self.on);
        if input.has("on") && self.responded_on.is_some_and(is_answered_before) {
            return Err(Failure::refused(format!(
                "it was answered on {answered}, so it can't have been given on {day}"
            ))
            .hint("pick an earlier day with `--on`"));
        }
        let is_typed = input.has("on") || input.has("follow_up");
        if is_typed && self.follow_up.is_some_and(|day| day < self.on) {
            return Err(Failure::refused(format!(
                "feedback of {day} can't be revisited on {revisited}"
            ))
            .hint("pick a later day with `--follow-up`"));
        }
        Ok(())
    }
}

fn answered_too_early_failure(
    record: &Record<Feedback>,
    day: NaiveDate,
    style: DateStyle,
) -> Failure {
    Failure::refused(format!(
        "feedback {} was given on {}, so nobody can have answered it on {}",
        record.id,
        dates::range(record.on, record.on, style),
        dates::range(day, day, style)
    ))
    .hint("pick a later day with `--on`")
}

fn respond(app: &mut App<'_, '_>, args: &RespondArgs) -> Result<()> {
    let (record, slug) = app.write(|app, tx| {
        let (mut record, pair) = app.find_record_for_write::<Feedback>(tx, args.which.number)?;
        if record.response.is_some() {
            return Err(Failure::refused(format!("feedback {} already has a response", record.id))
                .hint(format!(
                    "run `mentor feedback edit {} --response \"...\"` to change it",
                    record.id
                )));
        }
        let receiver = record.from.other();
        let today = app.today_of(pair.person(receiver));
        let on = parse_past_day(tx, &pair, args.on.as_deref(), today)?;
        // The giver's zone may be ahead, so that it was already the next day for the receiver.
        let given_on = record.on.min(pair.today_of(receiver, record.created_at));
        if on < given_on {
            return Err(answered_too_early_failure(&record, on, app.now.style));
        }
        record.response = Some(text::parse_body("response", &args.response)?);
        record.responded_on = Some(on);
        record.responded_at = Some(tx.now.at);
        tx.update(&mut record)?;
        tx.add_message(format!(
            "Recorded {}'s response to feedback {}",
            pair.first_name(receiver),
            record.id
        ));
        Ok((record, pair.slug().to_owned()))
    })?;
    app.print_record_json(|| json::item(&record, Some(&slug)))
}
