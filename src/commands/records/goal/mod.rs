//! `mentor goal`: what the mentee wants to reach.

pub mod entry;
mod record;

use crate::app::App;
use crate::commands::crud::{self, CrudCommand, TransitionCommand};
use crate::domain::goal::{Goal, GoalValueError};
use crate::error::{Failure, Result};

#[derive(Debug, clap::Subcommand)]
#[command(defer = true)]
pub enum GoalCommand {
    #[command(flatten)]
    Any(CrudCommand<Goal>),
    Progress(entry::ProgressArgs),
    Confidence(entry::ConfidenceArgs),
    #[command(flatten)]
    State(TransitionCommand<Goal>),
}

pub fn run(app: &mut App<'_, '_>, command: &GoalCommand) -> Result<()> {
    match command {
        GoalCommand::Any(verb) => crud::run(app, verb),
        GoalCommand::Progress(args) => entry::progress(app, args),
        GoalCommand::Confidence(args) => entry::confidence(app, args),
        GoalCommand::State(verb) => verb.run(app),
    }
}

impl From<GoalValueError> for Failure {
    fn from(error: GoalValueError) -> Self {
        let failure = Failure::refused(error.to_string());
        match error {
            GoalValueError::Difference(_) => failure.hint("write the new figure instead"),
            GoalValueError::Percent(_) => failure.hint("write it like `40%`"),
            GoalValueError::Confidence(_) => failure.hint("1 is the lowest, 10 the highest"),
            GoalValueError::NoGoal { example, .. } => {
                failure.hint(format!("write the goal and its figure, such as `{example}`"))
            }
        }
    }
}
