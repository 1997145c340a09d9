//! `mentor resource`: things to read, watch or attend, and what they taught.

use crate::app::App;
use crate::commands::crud::form_input::FormInput;
use crate::commands::crud::{
    self, CrudCommand, CrudRecord, DefaultFilter, HasTransitions, Transition, TransitionCommand,
};
use crate::domain::resource::{Resource, ResourceState};
use crate::error::Result;
use crate::input::form::{Field, Form, HasForm};

#[derive(Debug, clap::Subcommand)]
#[command(defer = true)]
pub enum ResourceCommand {
    #[command(flatten)]
    Any(CrudCommand<Resource>),
    #[command(flatten)]
    State(TransitionCommand<Resource>),
}

pub fn run(app: &mut App<'_, '_>, command: &ResourceCommand) -> Result<()> {
    match command {
        ResourceCommand::Any(verb) => crud::run(app, verb),
        ResourceCommand::State(verb) => verb.run(app),
    }
}

impl HasForm for Resource {
    const FORM: Form = Form {
        name: "resource add",
        about: "Something to read, watch or attend",
        fields: &[
            Field::title("What is it?", "A talk about design reviews").help("What it is"),
            Field::text("why", "Why is it worth the time?", "Shows how to disagree in writing")
                .help("Why it is worth the time")
                .prompted(),
            Field::line("link", "Where is it?", "https://example.org/talk")
                .help("Where to find it: a link, a shelf, a person")
                .value("WHERE"),
            Field::number("goal", "Which goal does it help with?").help("Goal it helps with"),
            Field::private(),
        ],
    };
}

impl CrudRecord for Resource {
    const LIST_FIELDS: &'static [&'static str] = &["state", "goal", "link"];
    const FILTERS: &'static [&'static str] = &["state", "goal"];
    const DEFAULT_FILTER: DefaultFilter = DefaultFilter::Open;

    fn with_defaults(input: &FormInput<'_>) -> Self {
        Resource {
            pair: input.pair.id(),
            title: String::new(),
            link: None,
            why: None,
            goal: None,
            state: ResourceState::Open,
            state_on: input.today().day,
            because: None,
            private: false,
        }
    }

    fn apply(&mut self, input: &FormInput<'_>) -> Result<()> {
        input.line("title", &mut self.title)?;
        input.optional_text("why", &mut self.why)?;
        input.optional_text("link", &mut self.link)?;
        input.record("goal", &mut self.goal)?;
        input.flag("private", &mut self.private)
    }

    fn is_open(&self) -> bool {
        Resource::is_open(self)
    }
}

impl HasTransitions for Resource {
    const TRANSITIONS: &'static [Transition<ResourceState>] = &[
        Transition {
            verb: "begin",
            past: "Started",
            to: ResourceState::Begun,
            about: "Mark resources as started",
            alias: Some("start"),
        },
        Transition {
            verb: "done",
            past: "Completed",
            to: ResourceState::Done,
            about: "Mark resources as done (`--because`: what you learned)",
            alias: None,
        },
        Transition {
            verb: "drop",
            past: "Dropped",
            to: ResourceState::Dropped,
            about: "Drop resources",
            alias: None,
        },
        Transition {
            verb: "reopen",
            past: "Reopened",
            to: ResourceState::Open,
            about: "Reopen resources",
            alias: None,
        },
    ];
}
