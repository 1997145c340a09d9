//! `mentor insight`: advice and industry knowledge that the mentor gave.

use crate::app::App;
use crate::commands::noun::given::Given;
use crate::commands::noun::{self, Kept, Verbs};
use crate::domain::note::Insight;
use crate::error::Result;
use crate::form::{Field, Form, Formed};

/// Advice and industry knowledge that the mentor gave
#[derive(Debug, clap::Subcommand)]
pub enum InsightCommand {
    #[command(flatten)]
    Any(Verbs<Insight>),
}

pub fn run(app: &mut App<'_, '_>, command: &InsightCommand) -> Result<()> {
    match command {
        InsightCommand::Any(verb) => noun::run(app, verb),
    }
}

impl Formed for Insight {
    const FORM: Form = Form {
        name: "insight add",
        about: "Advice or industry knowledge",
        fields: &[
            Field::title(
                "Which advice was given?",
                "Write the decision down before the meeting",
            )
            .help("The advice, in a line"),
            Field::day("on", "On which day?", "today").help("On which day; left out: today"),
            Field::number("checkin", "Number of the check-in in which it was given"),
            Field::private(),
        ],
    };
}

impl Kept for Insight {
    const LISTED: &'static [&'static str] = &["on"];

    fn blank(given: &Given<'_>) -> Self {
        Insight {
            pair: given.couple.id(),
            title: String::new(),
            on: given.today(),
            checkin: None,
            private: false,
        }
    }

    fn fill(&mut self, given: &Given<'_>) -> Result<()> {
        given.line("title", &mut self.title)?;
        given.past_day("on", given.couple.me(), &mut self.on)?;
        given.record("checkin", &mut self.checkin)?;
        given.yes("private", &mut self.private)
    }
}
