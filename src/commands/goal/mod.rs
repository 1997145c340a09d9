//! `mentor goal`

pub mod add;
pub mod delete;
pub mod edit;
pub mod entry;
pub mod list;
pub mod show;
pub mod state;

use crate::app::App;
use crate::domain::goal::{FigureError, Goal};
use crate::domain::pair::Couple;
use crate::domain::record::Record;
use crate::error::{Failure, Result};
use crate::store::reader::Reader;

/// The noun as it is spoken of.
pub const NOUN: &str = "goal";

/// What the mentee wants to reach
#[derive(Debug, clap::Subcommand)]
pub enum GoalCommand {
    Add(add::AddArgs),
    List(list::ListArgs),
    Show(show::ShowArgs),
    Edit(edit::EditArgs),
    Progress(entry::ProgressArgs),
    Confidence(entry::ConfidenceArgs),
    /// Say that a goal is reached
    Done(state::StateArgs),
    /// Drop a goal, with the reason
    Drop(state::StateArgs),
    /// Rest a goal for a while
    Pause(state::StateArgs),
    /// Take a paused, done or dropped goal up again
    #[command(visible_alias = "reopen")]
    Resume(state::StateArgs),
    Delete(delete::DeleteArgs),
}

pub fn run(app: &mut App<'_, '_>, command: &GoalCommand) -> Result<()> {
    use crate::domain::goal::GoalState;
    match command {
        GoalCommand::Add(args) => add::run(app, args),
        GoalCommand::List(args) => list::run(app, args),
        GoalCommand::Show(args) => show::run(app, args),
        GoalCommand::Edit(args) => edit::run(app, args),
        GoalCommand::Progress(args) => entry::progress(app, args),
        GoalCommand::Confidence(args) => entry::confidence(app, args),
        GoalCommand::Done(args) => state::run(app, args, GoalState::Done),
        GoalCommand::Drop(args) => state::run(app, args, GoalState::Dropped),
        GoalCommand::Pause(args) => state::run(app, args, GoalState::Paused),
        GoalCommand::Resume(args) => state::run(app, args, GoalState::Active),
        GoalCommand::Delete(args) => delete::run(app, args),
    }
}

/// The goal with this number, and its pair.
pub fn find(app: &App<'_, '_>, tx: &Reader<'_>, number: i64) -> Result<(Record<Goal>, Couple)> {
    app.owner_of::<Goal>(tx, NOUN, number, |goal| goal.pair)
}

/// As `find`, for a change.
pub fn find_to_change(
    app: &App<'_, '_>,
    tx: &Reader<'_>,
    number: i64,
) -> Result<(Record<Goal>, Couple)> {
    app.owner_to_change::<Goal>(tx, NOUN, number, |goal| goal.pair)
}

/// Why a target day was refused.
pub fn target_in_past(day: chrono::NaiveDate) -> Failure {
    Failure::refused(format!(
        "a goal can't be due on {day}: that day is already past"
    ))
    .hint("pick a later day with `--by`, or leave it out")
}

impl From<FigureError> for Failure {
    fn from(error: FigureError) -> Self {
        Failure::refused(error.to_string())
    }
}
