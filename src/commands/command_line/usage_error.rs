//! Messages for a command line that can't be parsed: what is wrong, and what was probably meant.

mod synonyms;

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, CommandFactory};

use crate::commands::Cli;
use crate::commands::command_line::complete::data::{NUMBERED, option_value};
use crate::commands::command_line::usage_error::synonyms::{NOUNS, POSTPONING, UPGRADES, VERBS};
use crate::commands::crud::form_input::parse_record_numbers;
use crate::error::Failure;
use crate::manual;
use crate::nearest::nearest;
use crate::view::words;

/// Finds the nouns that have a record with a given number to which a verb applies.
pub type FindNouns<'f> = &'f dyn Fn(i64, &str) -> Vec<&'static str>;

/// Commands that one hint names at most.
const MAX_SUGGESTIONS: usize = 4;

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
            let mut rest = words_after(typed, &word);
            let is_about_help = rest.last() == Some(&"-h");
            rest.retain(|word| *word != "-h");
            let unknown = UnknownCommand {
                command: &command,
                path: &path,
                word: word.to_lowercase(),
                rest: &rest,
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
        ErrorKind::UnknownArgument => unexpected_argument(error, typed, &command, &path),
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
            let number = numbers_in(&words_after(typed, "move"));
            let number = number.unwrap_or_else(|| "3".to_owned());
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

/// Whether the command takes record numbers.
fn takes_numbers(command: &Command) -> bool {
    let names = command.get_positionals().next().and_then(clap::Arg::get_value_names);
    names.is_some_and(|names| names[0] == "NUMBER")
}

/// Whether the command takes a free-text argument.
fn takes_free_text(command: &Command) -> bool {
    let mut names = command.get_positionals().filter_map(clap::Arg::get_value_names);
    names.any(|names| ["TEXT", "TITLE", "NOTES"].contains(&names[0].as_str()))
}

/// Returns the failure for an unknown option or a surplus argument.
fn unexpected_argument(
    error: &clap::Error,
    typed: &[OsString],
    command: &Command,
    path: &str,
) -> Failure {
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
        let typed: Vec<String> =
            typed.iter().filter_map(|word| Some(word.to_str()?.to_owned())).collect();
        let until = option_value(&typed, &["--until"]).unwrap_or_else(|| "DATE".to_owned());
        let break_command = format!("mentor away add today {}", shell_words::quote(&until));
        return failure.hint(format!("run `{break_command}` for a break that ends by itself"));
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
    /// The words that follow it.
    rest: &'c [&'c str],
    is_about_help: bool,
}

impl UnknownCommand<'_> {
    /// Returns what to type instead.
    fn hint(&self, nouns_with: FindNouns<'_>) -> String {
        let is_first = self.path == "mentor" && !self.is_about_help;
        if is_first && UPGRADES.contains(&self.word.as_str()) && self.rest.is_empty() {
            return "run `mentor --version`, then update with your package manager".to_owned();
        }
        let mut suggestions = if is_first { self.with_nouns(nouns_with) } else { Vec::new() };
        if suggestions.is_empty() {
            suggestions.extend(self.suggestion());
        }
        let suggestions: Vec<&str> = suggestions.iter().map(String::as_str).collect();
        if suggestions.is_empty() {
            format!("run `{} --help` to see the commands", self.path)
        } else {
            format!("did you mean {}?", words::backticked_list(&suggestions, "or"))
        }
    }

    /// Returns the commands that a verb without its noun stands for: those that apply to a record with the typed number,
    /// or else all.
    fn with_nouns(&self, nouns_with: FindNouns<'_>) -> Vec<String> {
        let word = self.word.as_str();
        if self.is_pair_rename() || NOUNS.iter().any(|(tried, _)| tried.contains(&word)) {
            return Vec::new();
        }
        let numbers = numbers_in(self.rest);
        let number = numbers.as_deref().and_then(|typed| parse_record_numbers(typed).ok());
        let nouns = NUMBERED.iter().filter_map(|(noun, _)| {
            let command = self.command.find_subcommand(noun)?;
            let path = format!("{} {noun}", self.path);
            if POSTPONING.contains(&word) {
                return Some((*noun, "move", self.postponed(command, &path)?));
            }
            let verb = self.verb_of(command)?;
            let numbers = numbers.iter().map(|numbers| format!(" {numbers}"));
            let typed = format!("{path} {verb}{}", numbers.collect::<String>());
            Some((*noun, verb, typed))
        });
        let nouns: Vec<(&str, &str, String)> = nouns.collect();
        let applies = |(noun, verb, _): &&(&str, &str, String)| {
            number.as_ref().is_some_and(|numbers| nouns_with(numbers[0], verb).contains(noun))
        };
        let mut commands: Vec<&(&str, &str, String)> = nouns.iter().filter(applies).collect();
        if commands.is_empty() {
            commands = nouns.iter().collect();
        }
        commands.into_iter().map(|(.., typed)| typed.clone()).take(MAX_SUGGESTIONS).collect()
    }

    /// Returns the verb for which the word stands with this noun, if it takes record numbers.
    fn verb_of<'v>(&'v self, noun: &Command) -> Option<&'v str> {
        let word = self.word.as_str();
        let is_verb = |word: &str| {
            let mut nouns = self.command.get_subcommands();
            nouns.any(|noun| noun.find_subcommand(word).is_some())
        };
        let mut verbs = if is_verb(word) { vec![word] } else { guessed_verbs(word).to_vec() };
        verbs.retain(|verb| noun.find_subcommand(verb).is_some());
        let verb = *verbs.first()?;
        noun.find_subcommand(verb).is_some_and(takes_numbers).then_some(verb)
    }

    /// Returns the command that postpones a record of a noun, with the number and day that were typed. `None`: its
    /// records have no day in the future.
    fn postponed(&self, noun: &Command, path: &str) -> Option<String> {
        let is_number = |word: &&&str| parse_record_numbers(word).is_ok();
        let number = self.rest.first().filter(is_number);
        let after = &self.rest[number.iter().len()..];
        let is_marker = |word: &str| ["by", "to", "until"].contains(&word.trim_start_matches('-'));
        let day =
            after.iter().copied().take_while(|word| !word.starts_with('-') || is_marker(word));
        let day: Vec<&str> = day.filter(|word| !is_marker(word)).collect();
        let number = number.copied().unwrap_or("1");
        if noun.find_subcommand("move").is_some() {
            let words = [&["move", number][..], &day].concat();
            return Some(format!("{path} {}", shell_words::join(words)));
        }
        let mut options = noun.find_subcommand("edit")?.get_arguments();
        options.find(|option| option.get_long() == Some("by"))?;
        let day = if day.is_empty() { "DATE".to_owned() } else { day.join(" ") };
        Some(format!("{path} edit {number} --by {}", shell_words::quote(&day)))
    }

    fn is_pair_rename(&self) -> bool {
        let is_about_pairs = match self.path {
            "mentor" => numbers_in(self.rest).is_none(),
            path => path == "mentor pair",
        };
        self.word == "rename" && is_about_pairs
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
        if self.is_pair_rename() {
            let (pair, name) = self.rest.split_first().unwrap_or((&"PAIR", &[]));
            let name = name.first().unwrap_or(&"NAME");
            let words = ["mentor", "pair", "edit", pair, "--rename", name];
            return Some(shell_words::join(words));
        }
        if path == "mentor" {
            if let Some(command) = suggest_singular(self.command, word) {
                return Some(self.with_rest(&command));
            }
            if let Some((_, command)) = NOUNS.iter().find(|(tried, _)| tried.contains(&word)) {
                return Some(self.with_rest(command));
            }
        } else if parse_record_numbers(word).is_ok() && verbs.contains(&"show") {
            return Some(format!("{path} show {word}"));
        } else if POSTPONING.contains(&word)
            && let Some(postponed) = self.postponed(self.command, path)
        {
            return Some(postponed);
        } else if let Some(verb) = guessed_verbs(word).iter().find(|verb| verbs.contains(verb)) {
            return Some(self.with_numbers(verb));
        }
        // A typo must not lead to a command that can't be undone.
        let similar = nearest(word, verbs).filter(|verb| !["purge", "restore"].contains(verb));
        similar.map(|verb| self.with_rest(verb))
    }

    /// Returns the path of a command below this one. If the words that follow belong to a verb of its noun, they are kept:
    /// `todo add "send it"` leads to `followup add "send it"`.
    fn with_rest(&self, words: &str) -> String {
        let noun = words.split(' ').next().unwrap_or(words);
        let verb = self.rest.first().filter(|word| !word.starts_with('-'));
        let with_verb = self.command.find_subcommand(noun).zip(verb).and_then(|(command, verb)| {
            let path = format!("{} {noun}", self.path);
            if command.find_subcommand(verb).is_some() {
                return Some(format!("{path} {}", shell_words::join(self.rest)));
            }
            let unknown = UnknownCommand {
                command,
                path: &path,
                word: verb.to_lowercase(),
                rest: &self.rest[1..],
                is_about_help: false,
            };
            command.has_subcommands().then(|| unknown.suggestion()).flatten()
        });
        with_verb.unwrap_or_else(|| self.with_numbers(words))
    }

    /// Returns the path of a command below this one, followed by the typed numbers if it takes any.
    fn with_numbers(&self, words: &str) -> String {
        let mut words_of = words.split(' ');
        let named = words_of.try_fold(self.command, |command, word| command.find_subcommand(word));
        let numbers = numbers_in(self.rest).filter(|_| named.is_some_and(takes_numbers));
        let path = self.path;
        match numbers {
            Some(numbers) => format!("{path} {words} {numbers}"),
            None => format!("{path} {words}"),
        }
    }
}

/// Returns mentor's verbs for a verb that people guess, best first.
fn guessed_verbs(word: &str) -> &'static [&'static str] {
    let found = VERBS.iter().find(|(tried, _)| tried.contains(&word));
    found.map_or(&[], |(_, verbs)| verbs)
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
