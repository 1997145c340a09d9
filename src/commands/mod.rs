//! The command line: what there is, grouped by moment, and who does it.

pub mod agenda;
pub mod agree;
pub mod approach;
pub mod arg;
pub mod away;
pub mod backup;
pub mod brief;
pub mod calendar;
pub mod check;
pub mod checkin;
pub mod complete;
pub mod completions;
pub mod compose;
pub mod config;
pub mod demo;
pub mod draft;
pub mod due;
pub mod end;
pub mod export;
pub mod feedback;
pub mod flags;
pub mod followup;
pub mod goal;
pub mod help;
pub mod history;
pub mod import;
pub mod init;
pub mod insight;
pub mod introduction;
pub mod log;
pub mod man;
pub mod misread;
pub mod norm;
pub mod noun;
pub mod option;
pub mod overview;
pub mod pair;
pub mod person;
pub mod progress;
pub mod prompt;
pub mod pulse;
pub mod purge;
pub mod question;
pub mod redo;
#[cfg(test)]
mod reference;
pub mod remind;
pub mod resource;
pub mod restore;
pub mod review;
pub mod search;
pub mod sheet;
pub mod skill;
pub mod status;
pub mod topic;
pub mod tree;
pub mod undo;
pub mod when;
pub mod win;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::app::{App, Globals};
use crate::commands::tree::WhenTyped;
use crate::error::Result;

// Flattened groups of arguments have no docstring: clap would take it for the command's own.

/// The heading of what every command takes.
const EVERYWHERE: &str = "Everywhere";

/// Keep a mentorship on track: agreement, goals, check-ins, follow-ups, feedback
#[derive(Debug, Parser)]
#[command(
    name = "mentor",
    version,
    disable_help_subcommand = true,
    args_override_self = true
)]
pub struct Everywhere {
    /// The pair that is meant, by its short name
    #[arg(short, long, global = true, value_name = "SLUG", help_heading = EVERYWHERE)]
    pair: Option<String>,

    /// Answer as JSON
    #[arg(long, global = true, help_heading = EVERYWHERE)]
    json: bool,

    /// Say nothing but the answer
    #[arg(short, long, global = true, help_heading = EVERYWHERE)]
    quiet: bool,

    /// Never ask: what is missing is an error
    #[arg(long, global = true, help_heading = EVERYWHERE)]
    no_input: bool,

    /// When to colour
    #[arg(long, global = true, value_name = "WHEN", value_parser = ["auto", "always", "never"], help_heading = EVERYWHERE)]
    color: Option<String>,

    /// Words in lines instead of columns, bars and signs, for a screen reader
    #[arg(long, global = true, help_heading = EVERYWHERE)]
    plain: bool,

    /// Never show an answer page by page
    #[arg(long, global = true, help_heading = EVERYWHERE)]
    no_pager: bool,

    /// The data file
    #[arg(long, global = true, value_name = "FILE", help_heading = EVERYWHERE)]
    db: Option<PathBuf>,
}

impl From<Everywhere> for Globals {
    fn from(typed: Everywhere) -> Globals {
        Globals {
            pair: typed.pair,
            json: typed.json,
            quiet: typed.quiet,
            no_input: typed.no_input,
            color: typed.color,
            plain: typed.plain,
            no_pager: typed.no_pager,
            db: typed.db,
        }
    }
}

/// What was typed: options that every command takes, and a command; `mentor` alone is one too.
#[derive(Debug)]
pub struct Cli {
    everywhere: Everywhere,
    command: Option<Command>,
}

impl Cli {
    pub fn split(self) -> (Globals, Option<Command>) {
        (self.everywhere.into(), self.command)
    }
}

#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum Command {
    // Set up
    /// Say who you are: name, time zone, working hours
    ///
    /// Everything has a default from the system; `mentor init` may be run again to change it.
    Init(init::InitArgs),
    /// Mentors and mentees: who works with whom
    Pair(WhenTyped<pair::PairCommand>),
    /// See and change what is known of a person
    Person(WhenTyped<person::PersonCommand>),
    /// What mentor goes by: colour, dates, editor, pager
    ///
    /// A flag wins over mentor's own variable (`MENTOR_COLOR`), that over `config.toml`, that over a variable that other
    /// programs go by too (`EDITOR`), and that over the default.
    Config(config::ConfigArgs),
    // Moments
    /// Record mutual expectations; check them against what happened
    ///
    /// Without a verb it records the first agreement of a pair: by questions on a terminal, by flags, or from a form.
    /// Whoever records it accepts it at once; the other side's yes comes with `mentor agree accept`.
    Agree(Box<agree::AgreeArgs>),
    /// Five lines before a call: what changed since the last one
    Brief(brief::BriefArgs),
    /// Print the agenda of the next check-in
    ///
    /// What is open is on it until it is done, covered or dropped; the report reads, it never writes.
    Agenda(agenda::AgendaArgs),
    /// Log a check-in: notes, follow-ups, progress, wins, the next date, all in one step
    ///
    /// A follow-up is a line such as `mentee: draft the RFC by fri`. On a terminal without arguments it asks, with the
    /// agenda's topics and open follow-ups to tick. `--editor` and `--from FILE` take the same as a form.
    Log(Box<log::LogArgs>),
    /// Print what is overdue or due soon; nothing at all when nothing is
    Due(due::DueArgs),
    /// Print the progress summary since the last review; record its outcome
    Review(Box<review::ReviewArgs>),
    /// Draw how far it has come: goals, confidence with wins, skills, promises, check-ins
    ///
    /// As wide as the terminal, 80 columns elsewhere.
    Progress(progress::ProgressArgs),
    /// End a mentorship well: why, what both learned, what goes on; print all of it
    ///
    /// By questions on a terminal, by flags, or from a form. The pair is read-only from then on; `mentor undo` takes it back.
    End(Box<end::EndArgs>),
    /// Each active pair in a line or two
    Status(status::StatusArgs),
    // Records
    /// When you meet: planned, held, moved, cancelled, missed
    Checkin(WhenTyped<checkin::CheckinCommand>),
    /// Something to talk about; stays on the agenda until it is covered
    Topic(WhenTyped<topic::TopicCommand>),
    /// What the mentee wants to reach
    Goal(WhenTyped<goal::GoalCommand>),
    /// What each side will do, by when
    Followup(WhenTyped<followup::FollowupCommand>),
    /// Feedback as situation, behaviour, impact; in either direction
    Feedback(WhenTyped<feedback::FeedbackCommand>),
    /// Questions between calls, answered under the agreed reply time
    Question(WhenTyped<question::QuestionCommand>),
    /// Skills, rated from 1 (novice) to 5 (expert) by both sides over time
    Skill(WhenTyped<skill::SkillCommand>),
    /// Things that went well: evidence for confidence
    Win(WhenTyped<win::WinCommand>),
    /// Advice and industry knowledge that the mentor gave
    Insight(WhenTyped<insight::InsightCommand>),
    /// Doors that the mentor opens: asked, agreed, introduced, met, thanked
    Introduction(WhenTyped<introduction::IntroductionCommand>),
    /// What to read, watch or take part in, and what it gave
    Resource(WhenTyped<resource::ResourceCommand>),
    /// Career paths and opportunities: considered, pursued, decided, with the reasons at the time
    Option(WhenTyped<option::OptionCommand>),
    /// Ways of working that were tried in a call, and whether they worked
    Approach(WhenTyped<approach::ApproachCommand>),
    /// How each side reads silence, directness, disagreement, in their own words
    #[command(visible_alias = "norms")]
    Norm(WhenTyped<norm::NormCommand>),
    /// A short health check, answered by each side alone; only what lies far apart is shown
    Pulse(WhenTyped<pulse::PulseCommand>),
    /// Days on which somebody can't meet or reply: the clocks pause
    Away(WhenTyped<away::AwayCommand>),
    // Plan
    /// Slots inside both people's working hours, in both zones
    ///
    /// Leaves out days away and what you have planned with anybody. Without `-p` it looks at every active pair.
    When(when::WhenArgs),
    // Data
    /// Find words in everything: titles, notes, reasons, feedback, agreements
    ///
    /// All words have to be there, in any case and with or without accents; the best matches come first, titles before the
    /// rest, the newest among equals. `"say no"` is a phrase, `desig*` any word that begins so, `talk OR speech` either, and
    /// `--not WORD` (or `'review -quarterly'`, in quotes) leaves out. Chinese, Japanese, Korean and Thai are found by any part of
    /// a text. Without `-p` it looks into all pairs, those that have ended too.
    Search(search::SearchArgs),
    /// List the steps that can be undone, newest first
    History(history::HistoryArgs),
    /// Write everything as one JSON document, or the check-ins as a calendar
    ///
    /// `mentor import` takes it in again, here or on another machine. It holds private records too: keep it to yourself.
    ///
    /// With `--ics` it is a calendar (iCalendar, RFC 5545) of all pairs, or of the one named with `-p`: the agreed rhythm as
    /// an event that repeats, with what was moved or cancelled, and all other check-ins. A calendar that has imported it
    /// before is brought up to date by importing it again. Nothing that was said is in it.
    Export(export::ExportArgs),
    /// Take in a document that `mentor export` wrote, what was moved in a calendar, or a sheet of follow-ups, goals …
    ///
    /// All of it or nothing. What is here already is left as it is, so importing twice adds nothing.
    ///
    /// With `--ics` it is a calendar: check-ins that were moved or cancelled in it are moved and cancelled here, in one
    /// step. Whoever changed a check-in last is right, and every other event is left alone.
    ///
    /// With `--csv --as followup` it is a sheet of cells: a header, then a line each. Columns are known by their names (`Task`,
    /// `Assigned to`, `Due date`, `Status` …), `--map` says where the others go, and every cell passes the same rules as what
    /// is typed. It shows what it understood and asks; `--dry-run` only shows, and a script says `--yes`.
    Import(import::ImportArgs),
    /// Texts that were typed and could not be stored
    Draft(WhenTyped<draft::DraftCommand>),
    /// Make a verified backup now; the first write of a day makes one by itself
    Backup(backup::BackupArgs),
    /// Put a backup in the place of the data file, after showing what will change
    ///
    /// The present file is kept beside it.
    Restore(restore::RestoreArgs),
    /// Verify every row and page of the data file
    ///
    /// Ends with status 1 if something is damaged. Nothing is written.
    Check(check::CheckArgs),
    /// Take a record out for good: the one change that can not be undone
    ///
    /// The history goes with it, since it holds the record's text, and so do the backups with `--backups`.
    Purge(purge::PurgeArgs),
    /// Take back the last command, whole; again for the one before
    Undo(undo::UndoArgs),
    /// Do again what `mentor undo` took back last
    Redo(redo::RedoArgs),
    // Shell
    /// A timer that says each morning what is due
    Remind(WhenTyped<remind::RemindCommand>),
    /// Print the completion script of a shell
    ///
    /// It completes commands and options, and what is in your data: pairs, numbers with their titles, sides, zones.
    /// bash: `mentor completions bash > ~/.local/share/bash-completion/completions/mentor`;
    /// fish: `mentor completions fish > ~/.config/fish/completions/mentor.fish`;
    /// zsh: `mentor completions zsh > FOLDER/_mentor`, in a folder of `$fpath`.
    Completions(completions::CompletionsArgs),
    /// Print how much is due in a few characters, for the line of a shell; nothing if nothing is
    ///
    /// It reads at a glance, waits for nobody, names nobody and never complains.
    Prompt(prompt::PromptArgs),
    /// Print a manual page, of mentor or of one command; on a terminal it is shown
    ///
    /// `--out FOLDER` writes all pages, such as to `~/.local/share/man/man1`.
    Man(man::ManArgs),
    /// Tell about a command or a topic
    Help(help::HelpArgs),
    /// Make a mentorship to look around in, in a file of its own; your data is not touched
    Demo(demo::DemoArgs),
}

impl Command {
    /// Whether it is silent about what keeps it from its work.
    pub fn never_complains(&self) -> bool {
        matches!(self, Command::Prompt(_))
    }

    /// Whether it is there to mend a `config.toml` that no other command gets past, or to read up on it.
    pub fn mends_config(&self) -> bool {
        match self {
            Command::Config(args) => args.mends(),
            Command::Help(_) | Command::Man(_) | Command::Completions(_) => true,
            _ => false,
        }
    }
}

pub fn dispatch(app: &mut App<'_, '_>, command: Option<&Command>) -> Result<()> {
    let Some(command) = command else {
        return status::run(app, &status::StatusArgs::default());
    };
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
        Command::Help(args) => help::run(app, args),
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
