//! `mentor remind`: installs a timer that runs `mentor due`, using the system's scheduler.

mod install;
mod remove;
mod scheduler;
mod show;

use crate::app::App;
use crate::error::Result;

#[derive(Debug, clap::Subcommand)]
#[command(defer = true)]
pub enum RemindCommand {
    Install(install::InstallArgs),
    Show(show::ShowArgs),
    Remove(remove::RemoveArgs),
}

pub fn run(app: &mut App<'_, '_>, command: &RemindCommand) -> Result<()> {
    match command {
        RemindCommand::Install(args) => install::run(app, args),
        RemindCommand::Show(args) => show::run(app, args),
        RemindCommand::Remove(args) => remove::run(app, args),
    }
}
