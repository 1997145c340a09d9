//! Messages for a command line that can't be parsed: what is wrong, and what was probably meant.

mod synonyms;

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, CommandFactory};

use crate::commands::Cli;
use crate::commands::command_line::usage_error::synonyms::{
    NOUNS, POSTPONING, RECORD_VERBS, UPGRADES, USUAL_NOUNS, VERBS,
};
use crate::commands::crud::form_input::parse_record_numbers;
use crate::error::Failure;
use crate::manual;
use crate::nearest::nearest;
use crate::view::words;

/// Finds the nouns that have a record with a given number.
pub type FindNouns<'f> = &'f dyn Fn(i64) -> Vec<&'static str>;

/// Turns clap's error into a failure: one sentence, then what to type.
pub fn from_clap(error: &clap::Error, typed: &[OsString], nouns_with: FindNouns<'_>) -> Failure {
    let word = context_value(error, ContextKind::InvalidSubcommand);
    // Stop at the unknown word: what follows it may look like a command.
    let before_unknown = typed.split(|typed| !word.is_empty() && *typed == *word);
    let (command, path) = deepest_command(before_unknown.into_iter().next().unwrap_or_default());
    match error.kind() {
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => missing_subcommand(&command, &path),
        ErrorKind::InvalidSubcommand => {
            let failure = Failure::usage(format!("unknown command `{word}`"));
            let is_about_help = typed.last().is_some_and(|last| last == "-h");
            let unknown = UnknownCommand {
                command: &command,
                path: &path,
                numbers: numbers_after(typed, &word),
                word: word.to_lowercase(),
                is_about_help,
            };
            failure.hint(unknown.hint(nouns_with))
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
        ErrorKind::MissingRequiredArgument => missing_moment(error, typed, &path)
            .unwrap_or_else(|| missing_arguments(error, &command, &path)),
        _ => generic_failure(error),
    }
}

/// Returns the failure for a check-in that lacks its date and time; `None`: something else is missing.
fn missing_moment(error: &clap::Error, typed: &[OsString], path: &str) -> Option<Failure> {
    let missing = match error.get(ContextKind::InvalidArg) {
        Some(ContextValue::Strings(missing)) => missing.concat(),
        _ => String::new(),
    };
    let (message, words) = match path {
        "mentor checkin add" => ("a check-in needs a date and time", "thu 17:00".to_owned()),
        "mentor checkin move" => {
            let number = numbers_after(typed, "move").unwrap_or_else(|| "3".to_owned());
            ("a move needs a new date and time", format!("{number} fri 11:00"))
        }
        _ => return None,
    };
    let failure = Failure::usage(message).hint(format!("try `{path} {words}`"));
    missing.contains("WHEN").then_some(failure)
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
    if choices.is_empty() {
        failure.hint(usage_hint(command))
    } else {
        failure.hint(format!("choose {}", words::backticked_list(&choices, "or")))
    }
}

/// Returns the usage line as a hint: `mentor goal add [OPTIONS] [TITLE]`.
fn usage_hint(command: &Command) -> String {
    let usage = command.clone().render_usage().to_string();
    format!("use `{}`", usage.trim_start_matches("Usage: "))
}

/// Returns the record numbers that follow a word, as they were typed.
fn numbers_after(typed: &[OsString], word: &str) -> Option<String> {
    let words = typed.iter().filter_map(|word| word.to_str());
    let after = words.skip_while(|typed| *typed != word).skip(1);
    let is_number = |word: &&str| parse_record_numbers(word).is_ok();
    let numbers: Vec<&str> = after.take_while(is_number).collect();
    (!numbers.is_empty()).then(|| numbers.join(" "))
}

/// Whether the command takes a free-text argument.
fn takes_free_text(command: &Command) -> bool {
    let mut names = command.get_positionals().filter_map(clap::Arg::get_value_names);
    names.any(|names| ["TEXT", "TITLE", "NOTES"].contains(&names[0].as_str()))
}

/// Returns the failure for an unknown option or a surplus argument.
fn unexpected_argument(error: &clap::Error, command: &Command, path: &str) -> Failure {
    let word = context_value(error, ContextKind::InvalidArg);
    let kind = if word.starts_with('-') { "unknown option" } else { "unexpected argument" };
    let failure = Failure::usage(format!("{kind} `{word}`"));
    let Some(option) = word.strip_prefix("--") else {
        return if !word.starts_with('-') && takes_free_text(command) {
            failure.hint("put quotes around text with spaces")
        } else {
            failure
        }
        .hint(usage_hint(command));
    };
    if (path, option) == ("mentor pair pause", "until") {
        let example = "mentor away add 2027-07-01 2027-08-31";
        return failure.hint(format!("run `{example}` for a break that ends by itself"));
    }
    let known = command.get_arguments().filter_map(clap::Arg::get_long);
    failure.hint(match nearest(option, known) {
        Some(similar) => format!("did you mean `--{similar}`?"),
        None => format!("run `{path} --help` to see its options"),
    })
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

/// A word that is not a command here.
struct UnknownCommand<'c> {
    command: &'c Command,
    path: &'c str,
    word: String,
    /// The record numbers that follow the word, as they were typed.
    numbers: Option<String>,
    is_about_help: bool,
}

impl UnknownCommand<'_> {
    /// Returns what to type instead.
    fn hint(&self, nouns_with: FindNouns<'_>) -> String {
        let is_first = self.path == "mentor" && !self.is_about_help;
        if is_first && UPGRADES.contains(&self.word.as_str()) {
            return "run `mentor --version`, then update with your package manager".to_owned();
        }
        let suggestions = match self.record_verb().filter(|_| is_first) {
            Some(verb) => self.with_nouns(verb, nouns_with),
            None => self.suggestion().into_iter().collect(),
        };
        let suggestions: Vec<&str> = suggestions.iter().map(String::as_str).collect();
        if suggestions.is_empty() {
            format!("run `{} --help` to see the commands", self.path)
        } else {
            format!("did you mean {}?", words::backticked_list(&suggestions, "or"))
        }
    }

    /// Returns the verb of a record that the word stands for.
    fn record_verb(&self) -> Option<&'static str> {
        let mut verbs = RECORD_VERBS.iter();
        let found = verbs.find(|(tried, _)| tried.contains(&self.word.as_str()));
        found.map(|(_, verb)| *verb)
    }

    /// Returns the verb with each noun that has a record with the number, or else with the usual nouns.
    fn with_nouns(&self, verb: &str, nouns_with: FindNouns<'_>) -> Vec<String> {
        let first = self.numbers.as_deref().and_then(|typed| parse_record_numbers(typed).ok());
        let mut nouns = first.map_or_else(Vec::new, |first| nouns_with(first[0]));
        if nouns.is_empty() {
            nouns = USUAL_NOUNS.to_vec();
        }
        nouns.truncate(USUAL_NOUNS.len());
        let numbers = self.numbers.iter().map(|numbers| format!(" {numbers}"));
        let numbers: String = numbers.collect();
        let commands = nouns.iter().map(|noun| format!("mentor {noun} {verb}{numbers}"));
        commands.collect()
    }

    /// Returns the command that was probably meant.
    fn suggestion(&self) -> Option<String> {
        let (path, word) = (self.path, self.word.as_str());
        let verbs = self.command.get_subcommands().map(Command::get_name);
        let verbs: Vec<&str> = verbs.collect();
        let topics = manual::TOPICS.iter().map(|topic| topic.name);
        if self.is_about_help
            && let Some(topic) = nearest(word, topics)
        {
            return Some(format!("mentor help {topic}"));
        }
        if path == "mentor" {
            if let Some(noun) = suggest_singular(self.command, word) {
                return Some(format!("mentor {noun}"));
            }
            if let Some((_, command)) = NOUNS.iter().find(|(tried, _)| tried.contains(&word)) {
                return Some(self.with_numbers(command));
            }
        } else if parse_record_numbers(word).is_ok() && verbs.contains(&"show") {
            return Some(format!("{path} show {word}"));
        } else if let Some((_, guesses)) = VERBS.iter().find(|(tried, _)| tried.contains(&word)) {
            let verb = guesses.iter().find(|guess| verbs.contains(guess))?;
            if *verb == "edit" && POSTPONING.contains(&word) {
                let number = self.numbers.as_deref().unwrap_or("1");
                return Some(format!("{path} edit {number} --by DATE"));
            }
            if word == "rename" && path == "mentor pair" {
                return Some(format!("{path} edit PAIR --rename NAME"));
            }
            return Some(self.with_numbers(verb));
        }
        // A typo must not lead to a command that can't be undone.
        let similar = nearest(word, verbs).filter(|verb| !["purge", "restore"].contains(verb));
        similar.map(|verb| self.with_numbers(verb))
    }

    /// Returns the path of a command below this one, followed by the typed numbers if it takes any.
    fn with_numbers(&self, words: &str) -> String {
        let mut words_of = words.split(' ');
        let named = words_of.try_fold(self.command, |command, word| command.find_subcommand(word));
        let mut positionals = named.into_iter().flat_map(Command::get_positionals);
        let takes_numbers = positionals
            .next()
            .and_then(clap::Arg::get_value_names)
            .is_some_and(|names| names[0] == "NUMBER");
        let path = self.path;
        match self.numbers.as_deref().filter(|_| takes_numbers) {
            Some(numbers) => format!("{path} {words} {numbers}"),
            None => format!("{path} {words}"),
        }
    }
}

/// Returns the `list` command of a noun that was typed in the plural.
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
