//! `mentor approach`: approaches that were tried, and whether they worked.

use crate::app::App;
use crate::commands::crud::form_input::FormInput;
use crate::commands::crud::{self, CrudCommand, CrudRecord};
use crate::domain::approach::{Approach, Worked};
use crate::error::Result;
use crate::input::form::{Field, Form, HasForm};

#[derive(Debug, clap::Subcommand)]
#[command(defer = true)]
pub enum ApproachCommand {
    #[command(flatten)]
    Any(CrudCommand<Approach>),
}

pub fn run(app: &mut App<'_, '_>, command: &ApproachCommand) -> Result<()> {
    match command {
        ApproachCommand::Any(verb) => crud::run(app, verb),
    }
}

impl HasForm for Approach {
    const FORM: Form = Form {
        name: "approach add",
        about: "An approach you tried",
        fields: &[
            Field::title("What was tried?", "Questions in writing before the call")
                .help("What you tried"),
            Field::line("worked", "Did it work?", "yes")
                .one_of(Worked::WORDS)
                .help("Whether it worked: yes or no [default: not known yet]")
                .value("YES")
                .prompted(),
            Field::day("on", "On which day?", "today").help("Date [default: today]"),
            Field::text("notes", "How could you tell?", "Twice as many questions").help("Evidence"),
            Field::number("checkin", "In which check-in?").help("Check-in you tried it in"),
            Field::private(),
        ],
    };
}

impl CrudRecord for Approach {
    const LIST_FIELDS: &'static [&'static str] = &["on", "worked"];
    const FILTERS: &'static [&'static str] = &["worked"];

    fn with_defaults(input: &FormInput<'_>) -> Self {
        Approach {
            pair: input.pair.id(),
            title: String::new(),
            on: input.today().day,
            worked: None,
            notes: None,
            checkin: None,
            private: false,
        }
    }

    fn apply(&mut self, input: &FormInput<'_>) -> Result<()> {
        input.line("title", &mut self.title)?;
        input.optional_choice("worked", &mut self.worked)?;
        input.past_day("on", input.pair.user_side(), &mut self.on)?;
        input.optional_text("notes", &mut self.notes)?;
        input.record("checkin", &mut self.checkin)?;
        input.flag("private", &mut self.private)
    }
}
