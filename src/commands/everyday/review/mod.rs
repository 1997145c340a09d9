//! `mentor review`: print the progress summary; record what the talk concluded.

pub mod print;
mod record;

use crate::app::App;
use crate::commands::command_line::arg::RecordArg;
use crate::commands::crud::{self, AddArgs, EditArgs, ListArgs};
use crate::domain::review::Review;
use crate::error::Result;

#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct ReviewArgs {
    #[command(flatten)]
    print: print::PrintArgs,

    #[command(subcommand)]
    command: Option<ReviewCommand>,
}

#[derive(Debug, clap::Subcommand)]
#[command(defer = true)]
pub enum ReviewCommand {
    /// Record the conclusions of a review, the baseline for the next
    Record(Box<AddArgs<Review>>),
    /// Show a review
    Show(RecordArg),
    /// List reviews
    List(ListArgs<Review>),
    /// Edit a review
    Edit(Box<EditArgs<Review>>),
    /// Delete a review (`mentor undo` restores it)
    Delete(RecordArg),
}

pub fn run(app: &mut App<'_, '_>, args: &ReviewArgs) -> Result<()> {
    match &args.command {
        None => print::run(app, &args.print),
        Some(ReviewCommand::Record(args)) => crud::add(app, args),
        Some(ReviewCommand::Show(which)) => crud::show::<Review>(app, which),
        Some(ReviewCommand::List(args)) => crud::list(app, args),
        Some(ReviewCommand::Edit(args)) => crud::edit(app, args),
        Some(ReviewCommand::Delete(which)) => crud::delete::<Review>(app, which),
    }
}
