//! `mentor pulse`: a short health check of the relationship, which each side answers alone.

mod answer;

use std::borrow::Cow;

use crate::app::{App, pair_option};
use crate::commands::crud::form_input::FormInput;
use crate::commands::crud::{
    self, AddArgs, CrudCommand, CrudRecord, HasTransitions, Transition, TransitionCommand,
};
use crate::domain::dates::{DateStyle, Now};
use crate::domain::pair::PairContext;
use crate::domain::pulse::{Pulse, PulseAnswer, PulseState};
use crate::domain::record::Record;
use crate::error::{Failure, Result};
use crate::input::form::{Field, Form, HasForm};
use crate::store::pulses;
use crate::store::read_tx::ReadTx;
use crate::store::write_tx::WriteTx;
use crate::view;
use crate::view::page::output_mode::OutputMode;
use crate::view::records::record::RelatedSection;

#[derive(Debug, clap::Subcommand)]
#[command(defer = true)]
pub enum PulseCommand {
    #[command(flatten)]
    Any(CrudCommand<Pulse>),
    /// Answer the open pulse
    ///
    /// 1 is not at all, 5 is fully. Your answers are never shown to the other person or exported for them.
    Answer(Box<AddArgs<PulseAnswer>>),
    /// Show your own answers
    Mine,
    #[command(flatten)]
    State(TransitionCommand<Pulse>),
}

pub fn run(app: &mut App<'_, '_>, command: &PulseCommand) -> Result<()> {
    match command {
        PulseCommand::Any(verb) => crud::run(app, verb),
        PulseCommand::Answer(args) => answer::run(app, args),
        PulseCommand::Mine => answer::show_own(app),
        PulseCommand::State(verb) => verb.run(app),
    }
}

impl HasForm for Pulse {
    const FORM: Form = Form {
        name: "pulse ask",
        about: "A short health check of the relationship",
        fields: &[Field::day("on", "When is it asked?", "today")
            .help("Date it is asked [default: today]")],
    };
}

impl CrudRecord for Pulse {
    const LIST_FIELDS: &'static [&'static str] = &["state"];
    const ADD_ALIASES: &'static [&'static str] = &["ask"];
    const ADDED_VERB: &'static str = "Asked";

    fn with_defaults(input: &FormInput<'_>) -> Self {
        Pulse {
            pair: input.pair.id(),
            on: input.today().day,
            state: PulseState::Open,
            state_on: input.today().day,
            because: None,
        }
    }

    fn apply(&mut self, input: &FormInput<'_>) -> Result<()> {
        input.past_day("on", input.pair.user_side(), &mut self.on)
    }

    /// Fails while another pulse awaits an answer in this file: it would split the answers.
    fn before_insert(&mut self, input: &FormInput<'_>) -> Result<()> {
        let Some(tx) = input.tx() else {
            return Ok(());
        };
        for pulse in pulses::open(tx, input.pair.id())? {
            let status = pulses::status(tx, input.pair, pulse)?;
            if !status.is_complete() {
                return Err(answer::still_open_failure(
                    &status.pulse,
                    &pair_option(tx, input.pair)?,
                ));
            }
        }
        Ok(())
    }

    /// Fails if the pulse would be dated after an answer. A new pulse closes the earlier ones, since only the other side's
    /// file could know whether they were answered there.
    fn after_save(
        record: &Record<Self>,
        before: Option<&Self>,
        input: &FormInput<'_>,
        tx: &WriteTx<'_>,
    ) -> Result<()> {
        let answers = pulses::answers(tx, record.id)?;
        let first = answers.iter().map(|answer| answer.on).min();
        if let Some(first) = first.filter(|first| *first < record.on) {
            return Err(answer::answered_before_failure(record, first, tx.now.style));
        }
        if before.is_none() {
            let mut earlier = pulses::open(tx, input.pair.id())?;
            earlier.retain(|one| one.id != record.id);
            for mut one in earlier {
                one.state = PulseState::Answered;
                one.state_on = input.today().day;
                tx.update(&mut one)?;
            }
            let option = pair_option(tx, input.pair)?;
            tx.remark(format!(
                "each of you answers separately, with `mentor pulse answer{option}`"
            ));
        }
        Ok(())
    }

    fn is_open(&self) -> bool {
        self.state == PulseState::Open
    }

    /// Names the day: `asked on 20 Nov 2026`.
    fn title_line(&self, style: DateStyle) -> Cow<'_, str> {
        Cow::Owned(view::records::pulse::title(self, style))
    }

    fn summary(record: &Record<Self>, pair: &PairContext, now: Now) -> String {
        view::records::pulse::in_words(record, pair, now)
    }

    fn extra_columns(
        record: &Record<Self>,
        pair: &PairContext,
        tx: &ReadTx<'_>,
        _now: Now,
        _mode: OutputMode,
    ) -> Result<Vec<(&'static str, String)>> {
        let answers = pulses::answers(tx, record.id)?;
        Ok(vec![("answered by", view::records::pulse::answerers(&answers, pair))])
    }

    fn related(
        record: &Record<Self>,
        pair: &PairContext,
        tx: &ReadTx<'_>,
        _now: Now,
        _mode: OutputMode,
    ) -> Result<Vec<RelatedSection>> {
        let status = pulses::status(tx, pair, record.clone())?;
        Ok(view::records::pulse::related(&status, pair))
    }
}

impl HasTransitions for Pulse {
    const TRANSITIONS: &'static [Transition<PulseState>] = &[Transition {
        verb: "drop",
        past: "Dropped",
        to: PulseState::Dropped,
        about: "Close pulses that are still open",
        alias: None,
    }];

    fn refuse_transition(record: &Record<Self>, _to: PulseState) -> Option<Failure> {
        let is_answered = record.state == PulseState::Answered;
        is_answered.then(|| {
            Failure::refused(format!("pulse {} is already answered", record.id))
                .hint(format!("run `mentor pulse delete {}` to delete it", record.id))
        })
    }
}
