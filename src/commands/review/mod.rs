//! `mentor review`: print the progress summary; record what the talk concluded.

pub mod print;
pub mod record;
pub mod stored;

use crate::app::App;
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
pub enum ReviewCommand {
    /// Store the conclusions of a review; they are the baseline of the next one
    Record(Box<record::RecordArgs>),
    Show(stored::ShowArgs),
    List(stored::ListArgs),
}

pub fn run(app: &mut App<'_, '_>, args: &ReviewArgs) -> Result<()> {
    match &args.command {
        None => print::run(app, &args.print),
        Some(ReviewCommand::Record(args)) => record::run(app, args),
        Some(ReviewCommand::Show(args)) => stored::show(app, args),
        Some(ReviewCommand::List(args)) => stored::list(app, args),
    }
}
