//! `mentor goal`: what the mentee wants to reach.

pub mod entry;
mod kept;

use crate::app::App;
use crate::commands::noun::{self, Turns, Verbs};
use crate::domain::goal::{FigureError, Goal};
use crate::error::{Failure, Result};

#[derive(Debug, clap::Subcommand)]
#[command(defer = true)]
pub enum GoalCommand {
    #[command(flatten)]
    Any(Verbs<Goal>),
    Progress(entry::ProgressArgs),
    Confidence(entry::ConfidenceArgs),
    #[command(flatten)]
    State(Turns<Goal>),
}

pub fn run(app: &mut App<'_, '_>, command: &GoalCommand) -> Result<()> {
    match command {
        GoalCommand::Any(verb) => noun::run(app, verb),
        GoalCommand::Progress(args) => entry::progress(app, args),
        GoalCommand::Confidence(args) => entry::confidence(app, args),
        GoalCommand::State(verb) => verb.run(app),
    }
}

impl From<FigureError> for Failure {
    fn from(error: FigureError) -> Self {
        Failure::refused(error.to_string())
    }
}
