//! Completion: the candidates for the next word of a command line, which the shell asks for on Tab.
//!
//! `mentor completions SHELL` prints the script that asks; each question is a run with `MENTOR_COMPLETE` set. Such a
//! run reads the data file without blocking, never writes, and hides every error.

mod bash;
pub mod data;
mod files;
mod values;

use std::collections::HashSet;
use std::ffi::OsString;
use std::sync::Arc;

use clap::CommandFactory;
use clap_complete::Shell;
use clap_complete::engine::{self, CompletionCandidate};
use clap_complete::env::{EnvCompleter, Fish, Powershell};

use crate::commands::Cli;
use crate::commands::command_line::complete::bash::ExpandedPrefix;
use crate::commands::command_line::complete::data::CompletionData;
use crate::environment::{COMPLETION_VARIABLE, Environment};
use crate::view::page::style;

/// The variable in which the scripts pass the index of the word to complete.
const INDEX_VARIABLE: &str = "_CLAP_COMPLETE_INDEX";

/// Width of a description, in columns.
const MAX_DESCRIPTION_WIDTH: usize = 60;

/// Returns the candidates in the format of the shell; `None`: this run is not a completion.
pub fn completions(environment: &Environment<'_>) -> Option<String> {
    let shell = environment.completing_shell()?;
    let (dashes, words) = environment.args.split_first()?;
    if dashes != "--" {
        return None;
    }
    let words = words.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    let line = read_line(environment, shell, words);
    let mut candidates = candidates(environment, &line).unwrap_or_default();
    let mut seen = HashSet::new();
    candidates.retain(|candidate| {
        // A value with control characters would be escaped on the line and name something else.
        let value = candidate.get_value().to_str();
        let value = value.filter(|value| !value.contains(style::is_dangerous));
        value.is_some_and(|value| seen.insert(value.to_owned()))
    });
    Some(format_candidates(environment, shell, &line, &candidates))
}

/// A command line as the shell passed it.
struct ShellLine {
    /// The words as the program would receive them.
    words: Vec<String>,
    /// Index of the word to complete.
    index: usize,
    /// The quote that is still open in this word, if any.
    quote: Option<char>,
    /// The beginning of this word that the shell expands, if any.
    prefix: Option<ExpandedPrefix>,
}

fn read_line(environment: &Environment<'_>, shell: &str, mut words: Vec<String>) -> ShellLine {
    let index = typed_index(environment).unwrap_or(words.len().saturating_sub(1));
    let is_whole = index == 0 || words.get(index - 1).is_some_and(|before| before != "=");
    let expanded =
        words.get(index).filter(|_| matches!(shell, "bash" | "zsh" | "fish")).and_then(|word| {
            bash::expand_prefix(word, is_whole, |name| environment.var(name).map(str::to_owned))
        });
    let (prefix, rest) = expanded.unzip();
    if let (Some(word), Some(rest)) = (words.get_mut(index), rest) {
        *word = rest;
    }
    let mut quote = None;
    if matches!(shell, "bash" | "zsh") {
        for (number, word) in words.iter_mut().enumerate() {
            let (plain, open) = bash::unquote_word(word);
            *word = plain;
            if number == index {
                quote = open;
            }
        }
    }
    if let (Some(word), Some(prefix)) = (words.get_mut(index), &prefix) {
        word.insert_str(0, &prefix.expanded);
    }
    ShellLine { words, index, quote, prefix }
}

fn typed_index(environment: &Environment<'_>) -> Option<usize> {
    environment.var(INDEX_VARIABLE)?.parse().ok()
}

/// Returns the candidates for the word to complete.
fn candidates(environment: &Environment<'_>, line: &ShellLine) -> Option<Vec<CompletionCandidate>> {
    let (mut words, mut index) = (line.words.clone(), line.index);
    if words.len() == index {
        words.push(String::new());
    }
    let mut before = String::new();
    if environment.completing_shell() == Some("bash") {
        (words, index, before) = bash::join_split_words(&words, index);
    }
    // `mentor help goal add` is completed like `mentor goal add`.
    if index > 2 && words.get(1).is_some_and(|word| word == "help") {
        words.remove(1);
        index -= 1;
    }
    let typed = words.get(index)?.clone();
    let data = CompletionData::new(environment, &words, index)?;
    let mut command = Cli::command();
    command.build();
    let mut command = values::attach_completers(command, &data);
    let current_folder = (environment.current_dir)();
    let words = words.into_iter().map(Into::into).collect();
    let mut candidates =
        engine::complete(&mut command, words, index, current_folder.as_deref()).ok()?;
    if !typed.starts_with('-') {
        let is_option = |candidate: &CompletionCandidate| {
            candidate.get_value().to_string_lossy().starts_with('-')
        };
        candidates.retain(|candidate| !is_option(candidate));
    }
    let candidates =
        candidates.into_iter().map(|candidate| bash::strip_typed_prefix(&before, candidate));
    Some(candidates.collect())
}

/// Returns the data for the hints of a command line that can't be parsed. Reading it never blocks.
pub fn data_for_hints(
    environment: &Environment<'_>,
    words: &[OsString],
) -> Option<Arc<CompletionData>> {
    let words: Option<Vec<String>> =
        words.iter().map(|word| Some(word.to_str()?.to_owned())).collect();
    CompletionData::new(environment, &words?, 0)
}

/// Formats the candidates as the shell reads them, one per line.
fn format_candidates(
    environment: &Environment<'_>,
    shell: &str,
    line: &ShellLine,
    candidates: &[CompletionCandidate],
) -> String {
    let lines = candidates.iter().map(|candidate| {
        let value = style::render(&candidate.get_value().to_string_lossy(), false);
        let help = candidate.get_help().map(|help| short_description(&help.to_string()));
        let help = help.filter(|help| !help.is_empty());
        let value = format_value(shell, line, &value).unwrap_or_default();
        match (shell, help) {
            ("zsh", None) => escape_zsh(&value),
            ("zsh", Some(help)) => format!("{}:{}", escape_zsh(&value), help.replace('\\', "\\\\")),
            ("fish" | "powershell" | "elvish", Some(help)) => format!("{value}\t{help}"),
            ("bash", Some(help)) if candidates.len() > 1 && bash_only_lists(environment) => {
                format!("{value}  ({help})")
            }
            ("bash" | "fish" | "powershell" | "elvish", _) => value,
            _ => String::new(),
        }
    });
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n") + if lines.is_empty() { "" } else { "\n" }
}

/// Returns the value to write on the line, with its beginning as typed. bash and `PowerShell` need it quoted; the other
/// shells quote it themselves.
fn format_value(shell: &str, line: &ShellLine, value: &str) -> Option<String> {
    let prefix = line.prefix.as_ref();
    // bash has already split an option from its value.
    let after_prefix =
        prefix.map(|prefix| (prefix.typed.as_str(), value.strip_prefix(&prefix.expanded)));
    match (shell, after_prefix) {
        ("bash", None) => bash::quote_word(value, line.quote),
        ("powershell", None) => Some(quote_for_powershell(value)),
        (_, None) => Some(value.to_owned()),
        (_, Some((_, None))) => None,
        ("bash", Some((typed, Some(rest)))) => {
            Some(typed.to_owned() + &bash::quote_word(rest, line.quote)?)
        }
        // zsh would quote the typed beginning too: a leading tab tells the script that the value is already quoted.
        ("zsh", Some((typed, Some(rest)))) => {
            Some(format!("\t{typed}{}", bash::quote_word(rest, line.quote)?))
        }
        (_, Some((typed, Some(rest)))) => Some(format!("{typed}{rest}")),
    }
}

/// Returns the first line, shortened to the maximum width.
fn short_description(help: &str) -> String {
    let line = help.lines().next().unwrap_or_default();
    let mut short = String::new();
    for c in line.chars() {
        if style::width(&short) >= MAX_DESCRIPTION_WIDTH {
            return short.trim_end().to_owned() + "...";
        }
        short.push(c);
    }
    short
}

/// Quotes a value as one word in which `PowerShell` expands nothing.
fn quote_for_powershell(value: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./=:\\".contains(c);
    if value.chars().all(is_plain) {
        value.to_owned()
    } else {
        format!("'{}'", value.replace('\'', "''"))
    }
}

/// Escapes colons, at which zsh splits a value from its description.
fn escape_zsh(value: &str) -> String {
    value.replace('\\', "\\\\").replace(':', "\\:")
}

/// Whether bash only lists the candidates and inserts none. bash has no descriptions, so they can follow the values
/// then.
fn bash_only_lists(environment: &Environment<'_>) -> bool {
    matches!(environment.var("_CLAP_COMPLETE_COMP_TYPE"), Some("63" | "64"))
}

/// Returns the script that a shell reads at startup.
pub fn script(shell: Shell) -> String {
    let registration_script = |adapter: &dyn EnvCompleter| {
        let mut script = Vec::new();
        let _ = adapter
            .write_registration(COMPLETION_VARIABLE, "mentor", "mentor", "mentor", &mut script);
        String::from_utf8_lossy(&script).into_owned()
    };
    match shell {
        Shell::Bash => include_str!("mentor.bash").to_owned(),
        Shell::Elvish => include_str!("mentor.elv").to_owned(),
        Shell::Fish => registration_script(&Fish),
        Shell::PowerShell => registration_script(&Powershell),
        Shell::Zsh => include_str!("mentor.zsh").to_owned(),
        _ => String::new(),
    }
}
