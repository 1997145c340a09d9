//! A command line that can't be read: what is wrong with it, and what was probably meant.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, CommandFactory};

use crate::commands::Cli;
use crate::error::Failure;
use crate::manual;
use crate::nearest::nearest;
use crate::view::words;

/// Nouns that people try, and what does it here. A plural is understood without a line.
const NOUNS: [(&[&str], &str); 29] = [
    (
        &[
            "todo", "todos", "task", "tasks", "action", "actions", "promise", "promises",
        ],
        "followup list",
    ),
    (
        &[
            "meeting", "meetings", "call", "calls", "session", "sessions",
        ],
        "checkin list",
    ),
    (&["schedule", "plan"], "checkin add"),
    (&["find", "grep", "query"], "search"),
    (&["next"], "checkin next"),
    (&["cancel"], "checkin cancel"),
    (
        &["mentor", "mentors", "mentee", "mentees", "list", "ls"],
        "pair list",
    ),
    (&["people", "persons", "who", "whoami"], "person list"),
    (&["add", "new", "start"], "pair add"),
    (
        &["agreement", "agreements", "contract", "expectations"],
        "agree show",
    ),
    (&["note", "notes", "write", "record", "journal"], "log"),
    (&["idea", "ideas", "ask"], "topic add"),
    (&["report", "summary", "retro"], "review"),
    (
        &["reminder", "reminders", "overdue", "today", "late"],
        "due",
    ),
    (&["prepare", "prep"], "brief"),
    (
        &["insights", "tip", "tips", "lesson", "lessons"],
        "advice list",
    ),
    (
        &["success", "successes", "achievement", "achievements"],
        "win list",
    ),
    (
        &["settings", "setting", "preferences", "configure"],
        "config show",
    ),
    (&["backups"], "backup"),
    // A record is named by its noun: `mentor goal done 5`.
    (&["done", "finish", "complete"], "followup done"),
    (&["show", "view", "edit", "change"], "goal show"),
    (&["delete", "remove", "rm", "forget"], "undo"),
    (&["reopen"], "followup reopen"),
    (&["rename"], "pair edit"),
    (&["version"], "--version"),
    (&["doctor", "verify", "repair"], "check"),
    (&["merge", "exchange", "pull", "push"], "sync"),
    (&["upgrade", "update"], "export"),
    (&["tutorial", "example", "examples", "sample"], "demo"),
];

/// Verbs that people try, best guess first.
const VERBS: [(&[&str], &[&str]); 10] = [
    (&["ls", "all", "index"], &["list", "history"]),
    (
        &["rm", "remove", "del", "erase", "trash"],
        &["delete", "drop", "unset"],
    ),
    (
        &["new", "create", "insert", "plan", "schedule", "start"],
        &["begin", "add", "record"],
    ),
    (
        &["view", "get", "info", "cat", "print", "display", "open"],
        &["show", "reopen"],
    ),
    (
        &[
            "complete",
            "finish",
            "finished",
            "close",
            "tick",
            "check",
            "completed",
        ],
        &["done", "end"],
    ),
    (
        &["update", "change", "modify", "set", "rename", "alter"],
        &["edit", "progress"],
    ),
    (
        &["cancel", "abandon", "stop", "quit"],
        &["cancel", "drop", "end"],
    ),
    (&["switch", "select", "choose"], &["use"]),
    (
        &["postpone", "defer", "delay", "reschedule"],
        &["move", "edit"],
    ),
    (
        &["undo", "restore", "restart", "continue", "reopen"],
        &["reopen", "resume"],
    ),
];

/// clap's own words, cut into our shape: a sentence, then what to type.
pub fn from_clap(error: &clap::Error, typed: &[OsString]) -> Failure {
    let (command, path) = deepest_command(typed);
    match error.kind() {
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => missing_subcommand(&command, &path),
        ErrorKind::InvalidSubcommand => {
            let word = context_value(error, ContextKind::InvalidSubcommand);
            let failure = Failure::usage(format!("unknown command `{word}`"));
            let is_about_help = typed.last().is_some_and(|last| last == "-h");
            failure.hint(match suggest(&command, &path, &word, is_about_help) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("run `{path} --help` to see the commands"),
            })
        }
        ErrorKind::ValueValidation
            if context_value(error, ContextKind::InvalidArg).contains("NUMBER") =>
        {
            let word = context_value(error, ContextKind::InvalidValue);
            let noun = path.rsplit_once(' ').map_or("mentor", |(noun, _)| noun);
            Failure::usage(format!("`{word}` is not a record number"))
                .hint(format!("run `{noun} list` to see the numbers"))
        }
        ErrorKind::UnknownArgument => unexpected_argument(error, &command, &path),
        _ => generic_failure(error),
    }
}

/// Whether something of several words may stand where no option says what it is.
fn takes_free_text(command: &Command) -> bool {
    let mut names = command
        .get_positionals()
        .filter_map(clap::Arg::get_value_names);
    names.any(|names| ["TEXT", "TITLE"].contains(&names[0].as_str()))
}

/// An option that the command does not have, or a word too many.
fn unexpected_argument(error: &clap::Error, command: &Command, path: &str) -> Failure {
    let word = context_value(error, ContextKind::InvalidArg);
    let failure = Failure::usage(format!("unexpected argument `{word}` found"));
    let Some(option) = word.strip_prefix("--") else {
        let usage = command.clone().render_usage().to_string();
        let usage = usage.trim_start_matches("Usage: ");
        return match !word.starts_with('-') && takes_free_text(command) {
            true => failure.hint("put quotes around text with spaces"),
            false => failure,
        }
        .hint(format!("usage: `{usage}`"));
    };
    let known = command.get_arguments().filter_map(clap::Arg::get_long);
    failure.hint(match nearest(option, known) {
        Some(near) => format!("did you mean `--{near}`?"),
        None => format!("run `{path} --help` to see its options"),
    })
}

fn context_value(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(word)) => word.clone(),
        _ => String::new(),
    }
}

/// The command that was understood so far, and its name.
fn deepest_command(typed: &[OsString]) -> (Command, String) {
    let mut command = Cli::command();
    command.build();
    let mut path = "mentor".to_owned();
    for word in typed.iter().skip(1).filter_map(|word| word.to_str()) {
        if let Some(next) = command.find_subcommand(word).cloned() {
            path = format!("{path} {word}");
            command = next;
        }
    }
    (command, path)
}

fn missing_subcommand(command: &Command, path: &str) -> Failure {
    let verbs: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
    Failure::usage(format!(
        "`{path}` needs a subcommand: {}",
        words::backticked_list(&verbs, "or")
    ))
    .hint(format!("run `{path} --help` to see what each does"))
}

/// What was meant by a word that is no command here.
fn suggest(command: &Command, path: &str, word: &str, is_about_help: bool) -> Option<String> {
    let word = word.to_lowercase();
    let verbs: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
    let topics = manual::TOPICS.iter().map(|topic| topic.name);
    if is_about_help && let Some(topic) = nearest(&word, topics) {
        return Some(format!("mentor help {topic}"));
    }
    if path == "mentor" {
        if let Some(noun) = suggest_singular(command, &word) {
            return Some(format!("mentor {noun}"));
        }
        if let Some((_, meant)) = NOUNS
            .iter()
            .find(|(tried, _)| tried.contains(&word.as_str()))
        {
            return Some(format!("mentor {meant}"));
        }
    } else if let Some((_, guesses)) = VERBS
        .iter()
        .find(|(tried, _)| tried.contains(&word.as_str()))
    {
        let known = guesses.iter().find(|guess| verbs.contains(guess));
        return known.map(|verb| format!("{path} {verb}"));
    }
    nearest(&word, verbs).map(|near| format!("{path} {near}"))
}

/// The list of a noun that was typed in the plural.
fn suggest_singular(root: &Command, word: &str) -> Option<String> {
    let noun = root.find_subcommand(word.strip_suffix('s')?)?;
    let name = noun.get_name();
    Some(match noun.find_subcommand("list") {
        Some(_) => format!("{name} list"),
        None => name.to_owned(),
    })
}

fn generic_failure(error: &clap::Error) -> Failure {
    let text = error.render().to_string();
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or_default();
    let mut message = first
        .trim_start_matches("error: ")
        .trim_end_matches('.')
        .replace('\'', "`");
    let mut failure = Failure::usage("");
    for line in lines {
        if let Some(tip) = line.strip_prefix("tip: ") {
            failure = failure.hint(tip.replace('\'', "`"));
        } else if let Some(usage) = line.strip_prefix("Usage: ") {
            failure = failure.hint(format!("usage: `{usage}`"));
        } else if !line.starts_with("For more information") && !line.starts_with('-') {
            message.push_str(&format!(" {}", line.replace('\'', "`")));
        } else if line.starts_with("--") || line.starts_with("-p") {
            message.push_str(&format!(" `{line}`"));
        }
    }
    failure.message = message.trim_end_matches(':').to_owned();
    failure
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path<'c>(root: &'c Command, words: &str) -> Option<&'c Command> {
        let words = words.split(' ').take_while(|word| !word.starts_with('-'));
        words
            .into_iter()
            .try_fold(root, |command, word| command.find_subcommand(word))
    }

    #[test]
    fn every_hint_leads_to_a_command_and_away_from_none() {
        let mut root = Cli::command();
        root.build();
        for (tried, meant) in NOUNS {
            assert!(path(&root, meant).is_some(), "{meant} is no command");
            for word in tried {
                assert!(
                    root.find_subcommand(word).is_none(),
                    "{word} is a command of its own"
                );
            }
        }
        let verbs: Vec<&str> = root
            .get_subcommands()
            .flat_map(Command::get_subcommands)
            .map(Command::get_name)
            .collect();
        for (_, guesses) in VERBS {
            for guess in guesses {
                assert!(verbs.contains(guess), "{guess} is no verb");
            }
        }
    }
}
