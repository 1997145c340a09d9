//! The question for a date and time that the command line leaves out.

use crate::app::App;
use crate::commands::input;
use crate::error::{Failure, Result};
use crate::input::form::{Field, FormAnswer, FormValues};

/// What a command asks for if it was typed without a date and time.
pub struct MomentQuestion<'q> {
    /// The command, to suggest it after an interrupt: `checkin move 3`.
    pub command: &'q str,
    pub ask: &'q str,
    pub example: &'static str,
    /// What is missing, for the failure without a terminal.
    pub missing: &'q str,
}

impl MomentQuestion<'_> {
    /// Fails without a terminal.
    pub fn ensure_can_ask(&self, app: &App<'_, '_>) -> Result<()> {
        if app.can_ask {
            return Ok(());
        }
        let (command, example) = (self.command, self.example);
        let pair = app.globals.pair.as_ref().map(|pair| format!(" -p {pair}"));
        let pair = pair.unwrap_or_default();
        Err(Failure::usage(self.missing).hint(format!("try `mentor {command} {example}{pair}`")))
    }

    /// Asks, below the header, until `check` accepts the answer; Enter takes the one that is `proposed`.
    pub fn ask(
        &self,
        app: &mut App<'_, '_>,
        header: Option<String>,
        proposed: Option<FormAnswer>,
        check: &dyn Fn(&str) -> Result<()>,
    ) -> Result<String> {
        if let Some(header) = header {
            app.prompter.say(&header)?;
        }
        let question = Field::moment("at", "", self.example)
            .required()
            .as_question(&FormValues::default())
            .ask(self.ask)
            .label("When")
            .known(proposed);
        let check = |values: &FormValues| values.get("at").map_or(Ok(()), check);
        let command = |_: &FormValues| format!("mentor {}", self.command);
        let answers = input::ask_for(app, vec![question], &check, &command)?;
        Ok(answers.get("at").unwrap_or_default().to_owned())
    }
}
