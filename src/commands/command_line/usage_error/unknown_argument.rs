//! Failures for options that a command doesn't have, and for surplus arguments.

use std::ffi::OsString;

use clap::Command;
use clap::error::{ContextKind, ContextValue};

use crate::commands::command_line::complete::data::{CompletionData, option_value};
use crate::commands::command_line::usage_error::synonyms::{OPTIONS, is_option};
use crate::commands::command_line::usage_error::unknown_command::UnknownCommand;
use crate::commands::command_line::usage_error::{
    deepest_command, not_a_number, takes_free_text, usage_hint, words_after,
};
use crate::domain::goal::GoalValueError;
use crate::domain::nearest::nearest;
use crate::error::Failure;
use crate::view::words;

/// Returns the failure for an unknown option or a surplus argument.
pub fn unexpected_argument(
    word: &str,
    typed: &[OsString],
    command: &Command,
    path: &str,
    data: Option<&CompletionData>,
) -> Failure {
    let kind = if word.starts_with('-') { "unknown option" } else { "unexpected argument" };
    let failure = Failure::usage(format!("{kind} `{word}`"));
    if let ("mentor undo" | "mentor redo", false) = (path, word.starts_with('-')) {
        return failure.hint(format!("`{path}` takes one change at a time; run it again for more"));
    }
    if let Some(failure) = negative_figure(word, typed, command, path) {
        return failure;
    }
    let Some(option) = word.strip_prefix("--") else {
        if let Some(hint) = output_hint(word, command) {
            return failure.hint(hint);
        }
        let slug = data.and_then(|data| data.slug_of(word));
        if let Some(slug) = slug.filter(|_| !takes_free_text(command)) {
            let words = typed.iter().filter_map(|typed| typed.to_str());
            let others: Vec<&str> = words.skip(1).filter(|typed| *typed != word).collect();
            let meant = format!("mentor {} -p {slug}", shell_words::join(others));
            return failure.hint(format!("did you mean `{meant}`?"));
        }
        return if !word.starts_with('-') && takes_free_text(command) {
            failure.hint("put quotes around text with spaces")
        } else {
            failure
        }
        .hint(usage_hint(command));
    };
    if let Some(hint) = state_verb_hint(option, typed, path, data) {
        return failure.hint(hint);
    }
    if (path, option) == ("mentor pair pause", "until") {
        let typed: Vec<String> =
            typed.iter().filter_map(|word| Some(word.to_str()?.to_owned())).collect();
        let until = option_value(&typed, &["--until"]).unwrap_or_else(|| "DATE".to_owned());
        let break_command = format!("mentor away add today {}", shell_words::quote(&until));
        return failure.hint(format!("run `{break_command}` for a break that ends by itself"));
    }
    failure.hint(match likely_option(command, option) {
        Some(same) if same == option => format!("put it after the command: `{path} --{option}`"),
        Some(similar) => format!("did you mean `--{similar}`?"),
        None => format!("run `{path} --help` to see its options"),
    })
}

/// Returns the failure for `-10`, of which clap takes the `-1` for an option. No option is a digit.
fn negative_figure(
    word: &str,
    typed: &[OsString],
    command: &Command,
    path: &str,
) -> Option<Failure> {
    let is_figure = |word: &str| {
        word.strip_prefix('-').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    let mut words = typed.iter().filter_map(|typed| typed.to_str());
    let figure = words.find(|typed| is_figure(word) && typed.starts_with(word))?;
    if let "mentor goal progress" | "mentor goal confidence" = path {
        return Some(GoalValueError::Difference(figure.to_owned()).into());
    }
    if takes_free_text(command) {
        let failure = Failure::usage(format!("`{figure}` begins like an option"));
        return Some(
            failure.hint(format!("put `--` before it: `{path} -- {}`", shell_words::quote(figure))),
        );
    }
    let mut placeholders = command.get_positionals().filter_map(clap::Arg::get_value_names);
    let takes_number = placeholders.any(|names| names[0].as_str() == "NUMBER");
    takes_number.then(|| not_a_number(figure, path))
}

/// Returns how to write a report or listing to a file, if the word looks like the name of one.
fn output_hint(word: &str, command: &Command) -> Option<String> {
    const FORMATS: [&str; 7] = [".html", ".md", ".markdown", ".json", ".csv", ".tsv", ".ics"];
    let mut placeholders = command.get_positionals().filter_map(clap::Arg::get_value_names);
    let reads_file = placeholders.any(|names| names[0].as_str() == "FILE");
    if reads_file || word.starts_with('-') || !FORMATS.iter().any(|end| word.ends_with(end)) {
        return None;
    }
    let takes_output = command.get_arguments().any(|arg| arg.get_long() == Some("output"));
    let file = shell_words::quote(word);
    Some(if takes_output {
        format!("use `-o {file}` to write it to a file")
    } else {
        format!("use `> {file}` to write it to a file")
    })
}

/// Returns the verb that sets the state of a record, for `goal edit 1 --state done`. `None`: something else was typed.
fn state_verb_hint(
    option: &str,
    typed: &[OsString],
    path: &str,
    data: Option<&CompletionData>,
) -> Option<String> {
    let path = path.strip_suffix(" edit").filter(|_| ["state", "status"].contains(&option))?;
    let words: Vec<String> =
        typed.iter().filter_map(|word| Some(word.to_str()?.to_owned())).collect();
    let state = option_value(&words, &["--state", "--status"])?;
    let before_edit = typed.split(|word| word == "edit").next().unwrap_or_default();
    let (noun, _) = deepest_command(before_edit);
    let unknown = UnknownCommand {
        command: &noun,
        path,
        word: state.to_lowercase(),
        typed: &state,
        rest: &words_after(typed, "edit"),
        is_about_help: false,
        data,
    };
    Some(unknown.hint())
}

/// Returns the option of the command that was probably meant.
fn likely_option<'c>(command: &'c Command, typed: &str) -> Option<&'c str> {
    let guessed = OPTIONS.iter().find(|(guessed, _)| guessed.contains(&typed));
    let Some((_, replacements)) = guessed else {
        return nearest(typed, command.get_arguments().filter_map(clap::Arg::get_long));
    };
    let mut options = replacements.iter().filter_map(|replacement| {
        command.get_arguments().find(|option| is_option(option, replacement))
    });
    options.find_map(clap::Arg::get_long)
}

/// Returns the failure for options of a command that were typed before its subcommand, whose path is `path`.
pub fn misplaced_option(error: &clap::Error, path: &str) -> Failure {
    let options = match error.get(ContextKind::PriorArg) {
        Some(ContextValue::String(one)) => vec![one.clone()],
        Some(ContextValue::Strings(several)) => several.clone(),
        _ => Vec::new(),
    };
    let names = options.iter().filter_map(|option| option.split(' ').next());
    let names: Vec<&str> = names.collect();
    let failure = Failure::usage(format!(
        "`{path}` can't be combined with {}",
        words::backticked_list(&names, "and")
    ));
    failure.hint(format!("run `{path} --help` to see its options"))
}
