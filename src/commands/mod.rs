//! The commands of the program, grouped as in `mentor --help`, and their dispatch.

pub mod calendar;
pub mod command_line;
pub mod crud;
pub mod data;
pub mod everyday;
pub mod help;
pub mod input;
pub mod off_limits;
pub mod records;
pub mod report_output;
pub mod setup;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::app::{App, GlobalOptions};
use crate::commands::command_line::tree::LazySubcommand;
use crate::commands::data::{
    backup, check, draft, export, history, import, purge, redo, restore, search, share, undo,
};
use crate::commands::everyday::{
    agenda, agree, brief, due, end, log, progress, review, status, when,
};
use crate::commands::help::{demo, man, schema, topics};
use crate::commands::records::{
    approach, away, checkin, feedback, followup, goal, insight, introduction, norm, option, pulse,
    question, resource, skill, topic, win,
};
use crate::commands::setup::{completions, config, init, pair, person, prompt, remind};
use crate::error::Result;

// Flattened argument groups have no doc comment: clap would show it as the command's help.

/// The help heading of the options that every command takes.
const GLOBAL_HEADING: &str = "Global options";

/// Keep a mentorship on track: agreement, goals, check-ins, follow-ups, feedback
#[derive(Debug, Parser)]
#[command(name = "mentor", version, disable_help_subcommand = true, args_override_self = true)]
pub struct GlobalArgs {
    /// Pair to use (its short name)
    #[arg(short, long, global = true, value_name = "PAIR", help_heading = GLOBAL_HEADING)]
    pair: Option<String>,

    /// Print JSON
    #[arg(long, global = true, help_heading = GLOBAL_HEADING)]
    json: bool,

    /// Print only the result
    #[arg(short, long, global = true, help_heading = GLOBAL_HEADING)]
    quiet: bool,

    /// Never prompt; fail if something is missing
    #[arg(long, global = true, help_heading = GLOBAL_HEADING)]
    no_input: bool,

    /// When to colour
    #[arg(long, global = true, value_name = "WHEN", value_parser = ["auto", "always", "never"], help_heading = GLOBAL_HEADING)]
    color: Option<String>,

    /// Plain sentences instead of columns and charts, for screen readers
    #[arg(long, global = true, help_heading = GLOBAL_HEADING)]
    plain: bool,

    /// Don't use a pager
    #[arg(long, global = true, help_heading = GLOBAL_HEADING)]
    no_pager: bool,

    /// The settings file
    #[arg(long, global = true, value_name = "FILE", help_heading = GLOBAL_HEADING)]
    config: Option<PathBuf>,

    /// The data file
    #[arg(long, global = true, value_name = "FILE", help_heading = GLOBAL_HEADING)]
    db: Option<PathBuf>,
}

impl From<GlobalArgs> for GlobalOptions {
    fn from(typed: GlobalArgs) -> GlobalOptions {
        GlobalOptions {
            pair: typed.pair,
            json: typed.json,
            quiet: typed.quiet,
            no_input: typed.no_input,
            color: typed.color,
            plain: typed.plain,
            no_pager: typed.no_pager,
            config: typed.config,
            db: typed.db,
        }
    }
}

/// A parsed command line: the global options and the command. `None`: `mentor` alone, which shows the status.
#[derive(Debug)]
pub struct Cli {
    globals: GlobalArgs,
    command: Option<Command>,
}

impl Cli {
    pub fn split(self) -> (GlobalOptions, Option<Command>) {
        (self.globals.into(), self.command)
    }
}

#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum Command {
    // Set up
    /// Set your name, time zone and working hours
    ///
    /// Anything you leave out comes from the system. Run it again to change a value.
    Init(init::InitArgs),
    /// Manage your mentoring pairs
    Pair(LazySubcommand<pair::PairCommand>),
    /// Show and edit people's details
    Person(LazySubcommand<person::PersonCommand>),
    /// Manage settings: colour, dates, editor, pager
    ///
    /// Precedence: flag, mentor's own variable (`MENTOR_COLOR`), `config.toml`, shared variable (`EDITOR`), default.
    Config(config::ConfigArgs),
    // Everyday
    /// Record what you expect of each other and check how it goes
    ///
    /// Without a subcommand, records the pair's first agreement: prompts on a terminal, otherwise flags or a form.
    /// Recording it accepts it for you; use `mentor agree accept` for the other person.
    Agree(Box<agree::AgreeArgs>),
    /// Summarise what changed since the last check-in
    Brief(brief::BriefArgs),
    /// Print the agenda for the next check-in
    ///
    /// Open items stay on it until they are done, covered or dropped. Changes nothing.
    Agenda(agenda::AgendaArgs),
    /// Record a check-in: notes, follow-ups, progress, the next date
    ///
    /// Without arguments, prompts on a terminal and lists open topics and follow-ups to tick.
    Log(Box<log::LogArgs>),
    /// List what is overdue or due soon; silent when nothing is
    Due(due::DueArgs),
    /// Summarise progress since the last review and record the outcome
    Review(Box<review::ReviewArgs>),
    /// Chart goals, confidence, skills, promises and check-ins
    ///
    /// As wide as the terminal, 80 columns elsewhere.
    Progress(progress::ProgressArgs),
    /// Close a mentorship: why, lessons learned, what continues
    ///
    /// Prompts on a terminal; otherwise use flags or a form. The pair becomes read-only; `mentor undo` reverts it.
    End(Box<end::EndArgs>),
    /// Show each active pair at a glance (same as plain `mentor`)
    Status(status::StatusArgs),
    // Records
    /// Plan, move, cancel and look up check-ins
    Checkin(LazySubcommand<checkin::CheckinCommand>),
    /// Topics for the agenda
    Topic(LazySubcommand<topic::TopicCommand>),
    /// Goals of the mentee, with progress and confidence
    Goal(LazySubcommand<goal::GoalCommand>),
    /// Follow-ups: who does what by when
    Followup(LazySubcommand<followup::FollowupCommand>),
    /// Feedback both ways: situation, behaviour, impact
    Feedback(LazySubcommand<feedback::FeedbackCommand>),
    /// Questions between check-ins, with the agreed reply time
    Question(LazySubcommand<question::QuestionCommand>),
    /// Skills, rated 1 (novice) to 5 (expert) by both of you
    Skill(LazySubcommand<skill::SkillCommand>),
    /// Wins: things that went well
    Win(LazySubcommand<win::WinCommand>),
    /// Advice from the mentor, and whether it helped
    #[command(name = "advice", alias = "insight")]
    Insight(LazySubcommand<insight::InsightCommand>),
    /// Introductions, from the first request to the thank-you
    Introduction(LazySubcommand<introduction::IntroductionCommand>),
    /// Things to read, watch or attend, and what they taught
    Resource(LazySubcommand<resource::ResourceCommand>),
    /// Career options: notes, decisions and the reasons for them
    Option(LazySubcommand<option::OptionCommand>),
    /// Approaches you tried, and what worked
    Approach(LazySubcommand<approach::ApproachCommand>),
    /// Communication norms: how you each read silence or disagreement
    #[command(visible_alias = "norms")]
    Norm(LazySubcommand<norm::NormCommand>),
    /// Pulse checks of the mentorship, answered separately
    Pulse(LazySubcommand<pulse::PulseCommand>),
    /// Time away, when cadence and reply times pause
    Away(LazySubcommand<away::AwayCommand>),
    // Plan
    /// Find times within both people's working hours
    ///
    /// Skips time away and check-ins already planned. Without `-p`, covers every active pair.
    When(when::WhenArgs),
    // Data
    /// Search titles, notes, feedback and agreements
    ///
    /// Finds records with every word, ignoring case and accents; best match first, titles before other text, then newest.
    /// `"say no"` is a phrase, `desig*` a prefix, `talk OR speech` either word; `--not WORD` (or `'review -quarterly'`, in
    /// quotes) excludes one. Chinese, Japanese, Korean and Thai match any part of a text. Without `-p`, searches all
    /// pairs, including ended ones.
    Search(search::SearchArgs),
    /// List the changes you can undo, newest first
    History(history::HistoryArgs),
    /// Export everything as JSON, or check-ins as a calendar
    ///
    /// `mentor import` reads it back, here or on another machine. It includes private records.
    ///
    /// With `--ics`, writes an iCalendar file (RFC 5545) of all pairs, or of the one named with `-p`: the agreed cadence as a
    /// repeating event with its moved and cancelled dates, and all other check-ins. A calendar that imported it before is
    /// updated when you import it again. Notes are not included.
    Export(export::ExportArgs),
    /// Import an export, calendar changes or a spreadsheet
    ///
    /// Imports everything or nothing. Existing records stay as they are, so importing twice adds nothing.
    ///
    /// With `--ics`, applies check-ins moved or cancelled in a calendar, in one change. The latest change wins; other events
    /// are ignored.
    ///
    /// With `--csv --as followup`, reads a spreadsheet: a header, then one record per line. Columns are recognised by their
    /// names (`Task`, `Assigned to`, `Due date`, `Status` …) or assigned with `--map`, and every cell is checked like typed
    /// input. Shows a preview and asks; `--dry-run` only shows it, `--yes` doesn't ask.
    Import(import::ImportArgs),
    /// Exchange a pair with the other person, who has a file of their own
    ///
    /// Without a subcommand, shows what you share, when you last sent and took something in, and what is to be decided.
    /// Files are sealed for both of your machines; private records, private notes and pulse answers never leave.
    Share(share::ShareArgs),
    /// Exchange changes through the folders you share
    ///
    /// Takes in what is new, then writes what is new here; silent when nothing is. A timer may run it with `--quiet`.
    Sync(share::sync::SyncArgs),
    /// Unsaved text from commands that failed
    Draft(LazySubcommand<draft::DraftCommand>),
    /// Make a verified backup (automatic once a day)
    Backup(backup::BackupArgs),
    /// Replace the data file with a backup, after showing what changes
    ///
    /// The current file is kept next to it.
    Restore(restore::RestoreArgs),
    /// Verify every row and page of the data file
    ///
    /// Exits with status 1 if it finds damage. Changes nothing.
    Check(check::CheckArgs),
    /// Delete a record permanently; this can't be undone
    ///
    /// Also clears the undo history, which contains the record's text; `--backups` replaces the backups too.
    Purge(purge::PurgeArgs),
    /// Undo the last command; repeat to go back further
    Undo(undo::UndoArgs),
    /// Redo the last undone command
    Redo(redo::RedoArgs),
    // Shell
    /// Get a reminder every morning from cron, systemd or launchd
    Remind(LazySubcommand<remind::RemindCommand>),
    /// Print the completion script of a shell
    ///
    /// Completes commands, options and your data: pairs, numbers with titles, people, time zones.
    /// bash: `mentor completions bash > ~/.local/share/bash-completion/completions/mentor`;
    /// fish: `mentor completions fish > ~/.config/fish/completions/mentor.fish`;
    /// zsh: `mentor completions zsh > FOLDER/_mentor`, in a folder of `$fpath`.
    Completions(completions::CompletionsArgs),
    /// Print a short count of what is due, for a shell prompt
    ///
    /// Fast and silent: never waits, never fails, never prints names or titles.
    Prompt(prompt::PromptArgs),
    /// Show the manual page of mentor or a command
    ///
    /// `--out FOLDER` writes all pages, such as to `~/.local/share/man/man1`.
    Man(man::ManArgs),
    /// Print the JSON Schema of a result
    ///
    /// Every `--json` result names its schema in `schema`; `goal.list` is a list of `goal` records.
    Schema(schema::SchemaArgs),
    /// Show help for a command or topic
    Help(topics::HelpArgs),
    /// Create sample data to explore; your own is not touched
    Demo(demo::DemoArgs),
}

impl Command {
    /// Whether errors are swallowed (shell prompt integration).
    pub fn is_silent_on_error(&self) -> bool {
        matches!(self, Command::Prompt(_))
    }

    /// Returns the name of a command that `-p` can't change. Documentation is printed with any option.
    fn name_if_without_pair(&self) -> Option<&'static str> {
        Some(match self {
            Command::Init(_) => "init",
            Command::Config(_) => "config",
            Command::Backup(_) => "backup",
            Command::Restore(_) => "restore",
            Command::Check(_) => "check",
            Command::Remind(_) => "remind",
            Command::Completions(_) => "completions",
            Command::Demo(_) => "demo",
            Command::Pair(command) => match **command {
                pair::PairCommand::Add(_) => "pair add",
                _ => return None,
            },
            Command::Draft(command) => match **command {
                draft::DraftCommand::List(_) => "draft list",
                draft::DraftCommand::Show(_) => "draft show",
                draft::DraftCommand::Drop(_) => "draft drop",
                draft::DraftCommand::Resume(_) => return None,
            },
            _ => return None,
        })
    }

    /// Whether it runs despite an invalid `config.toml`: it repairs the file, or prints documentation.
    pub fn tolerates_broken_config(&self) -> bool {
        match self {
            Command::Config(args) => args.can_repair(),
            Command::Help(_) | Command::Man(_) | Command::Schema(_) | Command::Completions(_) => {
                true
            }
            _ => false,
        }
    }
}

pub fn dispatch(app: &mut App<'_, '_>, command: Option<&Command>) -> Result<()> {
    let Some(command) = command else {
        return status::run(app, &status::StatusArgs::default());
    };
    if let Some(name) = command.name_if_without_pair() {
        app.ensure_no_pair_typed(name)?;
    }
    match command {
        Command::Init(args) => init::run(app, args),
        Command::Pair(command) => pair::run(app, command),
        Command::Person(command) => person::run(app, command),
        Command::Config(args) => config::run(app, args),
        Command::Agree(args) => agree::run(app, args),
        Command::Goal(command) => goal::run(app, command),
        Command::Checkin(command) => checkin::run(app, command),
        Command::Topic(command) => topic::run(app, command),
        Command::Brief(args) => brief::run(app, args),
        Command::Win(command) => win::run(app, command),
        Command::Insight(command) => insight::run(app, command),
        Command::Question(command) => question::run(app, command),
        Command::Skill(command) => skill::run(app, command),
        Command::Introduction(command) => introduction::run(app, command),
        Command::Resource(command) => resource::run(app, command),
        Command::Option(command) => option::run(app, command),
        Command::Approach(command) => approach::run(app, command),
        Command::Norm(command) => norm::run(app, command),
        Command::Pulse(command) => pulse::run(app, command),
        Command::Away(command) => away::run(app, command),
        Command::When(args) => when::run(app, args),
        Command::Agenda(args) => agenda::run(app, args),
        Command::Review(args) => review::run(app, args),
        Command::Progress(args) => progress::run(app, args),
        Command::Feedback(command) => feedback::run(app, command),
        Command::Due(args) => due::run(app, args),
        Command::End(args) => end::run(app, args),
        Command::Status(args) => status::run(app, args),
        Command::Log(args) => log::run(app, args),
        Command::Followup(command) => followup::run(app, command),
        Command::Export(args) => export::run(app, args),
        Command::Import(args) => import::run(app, args),
        Command::Share(args) => share::run(app, args),
        Command::Sync(args) => share::sync::run(app, args),
        Command::Draft(command) => draft::run(app, command),
        Command::Backup(args) => backup::run(app, args),
        Command::Restore(args) => restore::run(app, args),
        Command::Purge(args) => purge::run(app, args),
        Command::Check(args) => check::run(app, args),
        Command::Search(args) => search::run(app, args),
        Command::History(args) => history::run(app, args),
        Command::Undo(args) => undo::run(app, args),
        Command::Demo(args) => demo::run(app, args),
        Command::Redo(args) => redo::run(app, args),
        Command::Remind(command) => remind::run(app, command),
        Command::Completions(args) => completions::run(app, args),
        Command::Prompt(args) => prompt::run(app, args),
        Command::Man(args) => man::run(app, args),
        Command::Schema(args) => schema::run(app, args),
        Command::Help(args) => topics::run(app, args),
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
