//! `mentor win`: things that went well.

use crate::app::App;
use crate::commands::crud::form_input::FormInput;
use crate::commands::crud::{self, CrudCommand, CrudRecord};
use crate::domain::insight::Win;
use crate::error::Result;
use crate::input::form::{Field, Form, HasForm};

#[derive(Debug, clap::Subcommand)]
#[command(defer = true)]
pub enum WinCommand {
    #[command(flatten)]
    Any(CrudCommand<Win>),
}

pub fn run(app: &mut App<'_, '_>, command: &WinCommand) -> Result<()> {
    match command {
        WinCommand::Any(verb) => crud::run(app, verb),
    }
}

impl HasForm for Win {
    const FORM: Form = Form {
        name: "win add",
        about: "Something that went well",
        fields: &[
            Field::title("What went well?", "Shipped the migration").help("What went well"),
            Field::day("on", "On which day?", "today").help("Date [default: today]"),
            Field::number("goal", "Which goal is it evidence for?").help("Goal it is evidence for"),
            Field::private(),
        ],
    };
}

impl CrudRecord for Win {
    const LIST_FIELDS: &'static [&'static str] = &["on", "goal"];
    const FILTERS: &'static [&'static str] = &["goal"];

    fn with_defaults(input: &FormInput<'_>) -> Self {
        Win {
            pair: input.pair.id(),
            title: String::new(),
            on: input.today().day,
            goal: None,
            checkin: None,
            private: false,
        }
    }

    fn apply(&mut self, input: &FormInput<'_>) -> Result<()> {
        input.line("title", &mut self.title)?;
        input.past_day("on", input.pair.user_side(), &mut self.on)?;
        input.record("goal", &mut self.goal)?;
        input.flag("private", &mut self.private)
    }
}
