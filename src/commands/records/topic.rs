//! `mentor topic`: topics that stay on the agenda until they are covered.

use crate::app::App;
use crate::commands::crud::form_input::FormInput;
use crate::commands::crud::{
    self, CrudCommand, CrudRecord, DefaultFilter, HasTransitions, Transition, TransitionCommand,
};
use crate::commands::off_limits;
use crate::domain::dates::Now;
use crate::domain::pair::PairContext;
use crate::domain::record::Record;
use crate::domain::topic::{Topic, TopicState};
use crate::error::Result;
use crate::input::form::{Field, Form, HasForm};
use crate::store::checkins;
use crate::store::read_tx::ReadTx;
use crate::view;
use crate::view::page::output_mode::OutputMode;

#[derive(Debug, clap::Subcommand)]
#[command(defer = true)]
pub enum TopicCommand {
    #[command(flatten)]
    Any(CrudCommand<Topic>),
    #[command(flatten)]
    State(TransitionCommand<Topic>),
}

pub fn run(app: &mut App<'_, '_>, command: &TopicCommand) -> Result<()> {
    match command {
        TopicCommand::Any(verb) => crud::run(app, verb),
        TopicCommand::State(verb) => verb.run(app),
    }
}

impl HasForm for Topic {
    const FORM: Form = Form {
        name: "topic add",
        about: "Something to talk about",
        fields: &[
            Field::title("What do you want to talk about?", "How to say no")
                .help("What to talk about"),
            Field::side("from", "Who brings it?", "mentee")
                .help("Who raised it: mentor, mentee, me or them [default: me]"),
            Field::text("notes", "Any details?", "Twice this month").help("More about it"),
            Field::private(),
        ],
    };
}

impl CrudRecord for Topic {
    const LIST_FIELDS: &'static [&'static str] = &["from", "state"];
    const FILTERS: &'static [&'static str] = &["from"];
    const DEFAULT_FILTER: DefaultFilter = DefaultFilter::Open;
    const MAY_NEED_CONFIRMATION: bool = true;

    fn with_defaults(input: &FormInput<'_>) -> Self {
        Topic {
            pair: input.pair.id(),
            title: String::new(),
            notes: None,
            from: input.pair.user_side(),
            state: TopicState::Open,
            state_on: input.today().day,
            covered_in: None,
            private: false,
        }
    }

    fn apply(&mut self, input: &FormInput<'_>) -> Result<()> {
        input.line("title", &mut self.title)?;
        input.side("from", &mut self.from)?;
        input.optional_text("notes", &mut self.notes)?;
        input.flag("private", &mut self.private)
    }

    fn is_open(&self) -> bool {
        self.state == TopicState::Open
    }

    fn summary(record: &Record<Self>, pair: &PairContext, _now: Now) -> String {
        view::records::topic::in_words(record, pair)
    }

    /// Asks about a topic that the agreement puts off limits: it should come up on purpose or not at all.
    fn needs_confirmation(
        &self,
        pair: &PairContext,
        tx: &ReadTx<'_>,
        now: Now,
    ) -> Result<Option<String>> {
        let notes = self.notes.as_deref().unwrap_or_default();
        off_limits::reason(tx, pair, &format!("{} {notes}", self.title), now.at)
    }

    fn extra_columns(
        record: &Record<Self>,
        pair: &PairContext,
        tx: &ReadTx<'_>,
        now: Now,
        mode: OutputMode,
    ) -> Result<Vec<(&'static str, String)>> {
        let held_since = if record.is_open() {
            checkins::held_since(tx, pair.id(), &[record.created_at], now.at)?
        } else {
            Vec::new()
        };
        let held_since = held_since.first().copied().unwrap_or_default();
        Ok(vec![("", view::records::topic::carried_note(held_since, mode))])
    }
}

impl HasTransitions for Topic {
    const TRANSITIONS: &'static [Transition<TopicState>] = &[
        Transition {
            verb: "done",
            past: "Covered",
            to: TopicState::Covered,
            about: "Mark topics as covered",
            alias: None,
        },
        Transition {
            verb: "drop",
            past: "Dropped",
            to: TopicState::Dropped,
            about: "Drop topics",
            alias: None,
        },
        Transition {
            verb: "reopen",
            past: "Reopened",
            to: TopicState::Open,
            about: "Reopen topics",
            alias: None,
        },
    ];
}
