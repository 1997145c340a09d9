//! Messages for a command line that can't be parsed: what is wrong, and what was probably meant.

mod synonyms;
mod unknown_argument;
mod unknown_command;

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, CommandFactory};

use crate::commands::Cli;
use crate::commands::command_line::complete::data::CompletionData;
use crate::commands::command_line::usage_error::unknown_argument::{
    misplaced_option, unexpected_argument,
};
use crate::commands::command_line::usage_error::unknown_command::UnknownCommand;
use crate::commands::crud::form_input::parse_record_numbers;
use crate::commands::help::examples::examples_for;
use crate::domain::nearest::nearest;
use crate::error::Failure;
use crate::view::words;

/// Turns clap's error into a failure: one sentence, then what to type. `data` has the pairs and records for hints, if it
/// can be read.
pub fn from_clap(
    error: &clap::Error,
    typed: &[OsString],
    data: Option<&CompletionData>,
) -> Failure {
    let word = context_value(error, ContextKind::InvalidSubcommand);
    // Stop at the unknown word: what follows it may look like a command.
    let before_unknown = typed.split(|typed| !word.is_empty() && *typed == *word);
    let (command, path) = deepest_command(before_unknown.into_iter().next().unwrap_or_default());
    match error.kind() {
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            missing_subcommand(&command, &path)
        }
        ErrorKind::InvalidSubcommand => {
            let failure = Failure::usage(format!("unknown command `{word}`"));
            let mut rest = words_after(typed, &word);
            let is_about_help = rest.last() == Some(&"-h");
            rest.retain(|word| *word != "-h");
            let unknown = UnknownCommand {
                command: &command,
                path: &path,
                word: word.to_lowercase(),
                typed: &word,
                rest: &rest,
                is_about_help,
                data,
            };
            failure.hint(unknown.hint())
        }
        ErrorKind::ValueValidation
            if context_value(error, ContextKind::InvalidArg).contains("NUMBER") =>
        {
            not_a_number(&context_value(error, ContextKind::InvalidValue), &path)
        }
        ErrorKind::InvalidValue => invalid_choice(error),
        ErrorKind::ValueValidation
            if context_value(error, ContextKind::InvalidArg).contains("VERSION") =>
        {
            let word = context_value(error, ContextKind::InvalidValue);
            Failure::usage(format!("`{word}` is not a version of the agreement"))
                .hint("run `mentor agree history` to see the versions")
        }
        ErrorKind::UnknownArgument => {
            let word = context_value(error, ContextKind::InvalidArg);
            unexpected_argument(&word, typed, &command, &path, data)
        }
        ErrorKind::ArgumentConflict if !word.is_empty() => match command.find_subcommand(&word) {
            Some(_) => misplaced_option(error, &format!("{path} {word}")),
            None => unexpected_argument(&word, typed, &command, &path, data),
        },
        ErrorKind::MissingRequiredArgument => missing_arguments(error, &command, &path),
        _ => generic_failure(error),
    }
}

/// Returns the failure for missing required arguments.
fn missing_arguments(error: &clap::Error, command: &Command, path: &str) -> Failure {
    let missing = match error.get(ContextKind::InvalidArg) {
        Some(ContextValue::Strings(missing)) => missing.as_slice(),
        _ => &[],
    };
    let quoted: Vec<String> = missing.iter().map(|name| format!("`{name}`")).collect();
    let failure = Failure::usage(format!("`{path}` needs {}", words::join_with_and(&quoted)));
    let placeholder = |arg: &clap::Arg| {
        let names = arg.get_value_names().unwrap_or_default();
        names.first().map(|name| format!("<{name}>"))
    };
    let is_missing =
        |arg: &&clap::Arg| placeholder(arg).is_some_and(|name| missing.contains(&name));
    let choices = command.get_positionals().filter(is_missing);
    let choices = choices.flat_map(clap::Arg::get_possible_values);
    let choices: Vec<String> = choices.map(|choice| choice.get_name().to_owned()).collect();
    let choices: Vec<&str> = choices.iter().map(String::as_str).collect();
    failure.hint(if choices.is_empty() {
        example_hint(command, path)
    } else {
        format!("choose {}", words::backticked_list(&choices, "or"))
    })
}

/// Returns an example of the command as a hint, or else its usage line.
fn example_hint(command: &Command, path: &str) -> String {
    let examples = examples_for(command, path.trim_start_matches("mentor "));
    let complete = examples.into_iter().find(|example| example != path);
    complete.map_or_else(|| usage_hint(command), |example| format!("try `{example}`"))
}

/// Returns the usage line as a hint: `mentor goal add [OPTIONS] [TITLE]`.
fn usage_hint(command: &Command) -> String {
    let usage = command.clone().render_usage().to_string();
    format!("use `{}`", usage.trim_start_matches("Usage: "))
}

/// Returns the words that follow a word.
fn words_after<'t>(typed: &'t [OsString], word: &str) -> Vec<&'t str> {
    let words = typed.iter().filter_map(|word| word.to_str());
    words.skip_while(|typed| *typed != word).skip(1).collect()
}

/// Returns the record numbers with which the words begin, as they were typed.
fn numbers_in(words: &[&str]) -> Option<String> {
    let numbers = words.iter().copied().take_while(|word| parse_record_numbers(word).is_ok());
    let numbers: Vec<&str> = numbers.collect();
    (!numbers.is_empty()).then(|| numbers.join(" "))
}

/// Returns the failure for a word in place of the number of a record.
fn not_a_number(word: &str, path: &str) -> Failure {
    let noun = path.rsplit_once(' ').map_or("mentor", |(noun, _)| noun);
    Failure::usage(format!("`{word}` is not a record number"))
        .hint(format!("run `{noun} list` to see the numbers"))
}

/// Returns the failure for a value that is none of those that an argument takes, or for an option without its value.
fn invalid_choice(error: &clap::Error) -> Failure {
    let argument = context_value(error, ContextKind::InvalidArg);
    let option = argument.split(' ').next().filter(|option| option.starts_with("--"));
    let typed = context_value(error, ContextKind::InvalidValue);
    if typed.is_empty() {
        return Failure::usage(format!("`{argument}` needs a value"));
    }
    let known = match error.get(ContextKind::ValidValue) {
        Some(ContextValue::Strings(known)) => known.iter().map(String::as_str).collect(),
        _ => Vec::new(),
    };
    let place = option.map(|option| format!("`{option}`: ")).unwrap_or_default();
    let choices = words::backticked_list(&known, "or");
    let failure = Failure::usage(format!("{place}`{typed}` is not one of {choices}"));
    match nearest(&typed, known) {
        Some(similar) => failure.hint(format!("did you mean `{similar}`?")),
        None => failure,
    }
}

/// Whether the command takes a free-text argument.
fn takes_free_text(command: &Command) -> bool {
    let mut names = command.get_positionals().filter_map(clap::Arg::get_value_names);
    names.any(|names| ["TEXT", "TITLE", "NOTES"].contains(&names[0].as_str()))
}

fn context_value(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(word)) => word.clone(),
        _ => String::new(),
    }
}

/// Returns the deepest command that the words name, and its path.
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
    Failure::usage(format!("`{path}` needs a subcommand: {}", words::backticked_list(&verbs, "or")))
        .hint(format!("run `{path} --help` to see what each does"))
}

fn generic_failure(error: &clap::Error) -> Failure {
    let text = error.render().to_string();
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or_default();
    let mut message = first.trim_start_matches("error: ").trim_end_matches('.').replace('\'', "`");
    let mut failure = Failure::usage("");
    let suggestions = suggested_values(error);
    for line in lines {
        if let Some(tip) = line.strip_prefix("tip: ") {
            // clap's suggested values become a hint of their own below.
            if suggestions.is_empty() {
                failure = failure.hint(tip.replace('\'', "`"));
            }
        } else if let Some(usage) = line.strip_prefix("Usage: ") {
            failure = failure.hint(format!("use `{usage}`"));
        } else if !line.starts_with("For more information") && !line.starts_with('-') {
            message.push_str(&format!(" {}", line.replace('\'', "`")));
        } else if line.starts_with("--") || line.starts_with("-p") {
            message.push_str(&format!(" `{line}`"));
        }
    }
    let message = message.trim_end_matches(':');
    failure.message = match error.kind() {
        ErrorKind::ArgumentConflict => message
            .replace("cannot be used with", "can't be combined with")
            .replace("cannot", "can't"),
        _ => message.to_owned(),
    };
    if suggestions.is_empty() {
        failure
    } else {
        failure.hint(format!("did you mean {}?", words::backticked_list(&suggestions, "or")))
    }
}

/// Returns the values that clap suggests.
fn suggested_values(error: &clap::Error) -> Vec<&str> {
    match error.get(ContextKind::SuggestedValue) {
        Some(ContextValue::String(one)) => vec![one],
        Some(ContextValue::Strings(several)) => several.iter().map(String::as_str).collect(),
        _ => Vec::new(),
    }
}
