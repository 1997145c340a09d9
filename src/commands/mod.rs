//! The command line: what there is, grouped by moment, and who does it.

pub mod agenda;
pub mod agree;
pub mod arg;
pub mod brief;
pub mod checkin;
pub mod compose;
pub mod demo;
pub mod due;
pub mod export;
pub mod feedback;
pub mod followup;
pub mod goal;
pub mod history;
pub mod import;
pub mod init;
pub mod log;
pub mod note;
pub mod pair;
pub mod person;
pub mod redo;
pub mod review;
pub mod status;
pub mod topic;
pub mod undo;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::app::{App, Globals};
use crate::error::Result;

/// Keep a mentorship on track: agreement, goals, check-ins, follow-ups, feedback
#[derive(Debug, Parser)]
#[command(
    name = "mentor",
    version,
    disable_help_subcommand = true,
    subcommand_required = false,
    args_override_self = true
)]
pub struct Cli {
    /// The pair that is meant, by its short name
    #[arg(short, long, global = true, value_name = "SLUG")]
    pair: Option<String>,

    /// Answer as JSON
    #[arg(long, global = true)]
    json: bool,

    /// Say nothing but the answer
    #[arg(short, long, global = true)]
    quiet: bool,

    /// Never ask: what is missing is an error
    #[arg(long, global = true)]
    no_input: bool,

    /// When to colour
    #[arg(long, global = true, value_name = "WHEN", value_parser = ["auto", "always", "never"])]
    color: Option<String>,

    /// The data file
    #[arg(long, global = true, value_name = "FILE")]
    db: Option<PathBuf>,

    #[command(subcommand)]
    command: Option<Command>,
}

impl Cli {
    pub fn split(self) -> (Globals, Option<Command>) {
        let globals = Globals {
            pair: self.pair,
            json: self.json,
            quiet: self.quiet,
            no_input: self.no_input,
            color: self.color,
            db: self.db,
        };
        (globals, self.command)
    }
}

#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum Command {
    // Set up
    Init(init::InitArgs),
    #[command(subcommand)]
    Pair(pair::PairCommand),
    #[command(subcommand)]
    Person(person::PersonCommand),
    // Moments
    Agree(Box<agree::AgreeArgs>),
    Brief(brief::BriefArgs),
    Agenda(agenda::AgendaArgs),
    Log(Box<log::LogArgs>),
    Due(due::DueArgs),
    Review(Box<review::ReviewArgs>),
    Status(status::StatusArgs),
    // Records
    #[command(subcommand)]
    Checkin(checkin::CheckinCommand),
    #[command(subcommand)]
    Topic(topic::TopicCommand),
    #[command(subcommand)]
    Goal(goal::GoalCommand),
    #[command(subcommand)]
    Followup(followup::FollowupCommand),
    #[command(subcommand)]
    Feedback(feedback::FeedbackCommand),
    #[command(subcommand)]
    Win(note::WinCommand),
    #[command(subcommand)]
    Insight(note::InsightCommand),
    // Data
    History(history::HistoryArgs),
    Export(export::ExportArgs),
    Import(import::ImportArgs),
    Undo(undo::UndoArgs),
    Redo(redo::RedoArgs),
    // Shell
    Demo(demo::DemoArgs),
}

pub fn dispatch(app: &mut App<'_, '_>, command: Option<&Command>) -> Result<()> {
    let Some(command) = command else {
        return status::run(app, &status::StatusArgs::default());
    };
    match command {
        Command::Init(args) => init::run(app, args),
        Command::Pair(command) => pair::run(app, command),
        Command::Person(command) => person::run(app, command),
        Command::Agree(args) => agree::run(app, args),
        Command::Goal(command) => goal::run(app, command),
        Command::Checkin(command) => checkin::run(app, command),
        Command::Topic(command) => topic::run(app, command),
        Command::Brief(args) => brief::run(app, args),
        Command::Win(command) => note::win(app, command),
        Command::Insight(command) => note::insight(app, command),
        Command::Agenda(args) => agenda::run(app, args),
        Command::Review(args) => review::run(app, args),
        Command::Feedback(command) => feedback::run(app, command),
        Command::Due(args) => due::run(app, args),
        Command::Status(args) => status::run(app, args),
        Command::Log(args) => log::run(app, args),
        Command::Followup(command) => followup::run(app, command),
        Command::Export(args) => export::run(app, args),
        Command::Import(args) => import::run(app, args),
        Command::History(args) => history::run(app, args),
        Command::Undo(args) => undo::run(app, args),
        Command::Demo(args) => demo::run(app, args),
        Command::Redo(args) => redo::run(app, args),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        use clap::CommandFactory;
        Cli::command().debug_assert();
    }
}
