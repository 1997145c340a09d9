//! Completion: what may come next on a command line, asked by the shell whenever somebody presses tab.
//!
//! `mentor completions SHELL` prints the script that asks; the question is a run with `MENTOR_COMPLETE` set. It reads the
//! data file at a glance: it waits for nobody, writes nothing, and whatever goes wrong ends in silence.

mod bash;
mod data;
mod files;
mod values;

use std::collections::HashSet;
use std::ffi::OsString;

use clap::CommandFactory;
use clap_complete::Shell;
use clap_complete::engine::{self, CompletionCandidate};
use clap_complete::env::{EnvCompleter, Fish, Powershell};

use crate::commands::Cli;
use crate::commands::command_line::complete::bash::ExpandedPrefix;
use crate::commands::command_line::complete::data::CompletionData;
use crate::environment::{COMPLETION_VARIABLE, Environment};
use crate::view::page::style;

/// The place of the word that is completed, as the scripts have it.
const INDEX: &str = "_CLAP_COMPLETE_INDEX";

/// Columns of a description.
const WIDEST: usize = 60;

/// What the shell is told; none: this run is no question of a shell.
pub fn completions(environment: &Environment<'_>) -> Option<String> {
    let shell = environment.completing_shell()?;
    let (dashes, words) = environment.args.split_first()?;
    if dashes != "--" {
        return None;
    }
    let said = words.iter().map(|word| word.to_string_lossy().into_owned());
    let said: Vec<String> = said.collect();
    let line = read_line(environment, shell, said);
    let mut candidates = candidates(environment, &line).unwrap_or_default();
    let mut seen = HashSet::new();
    candidates.retain(|one| {
        // What can't be typed as it is would be another name on the line.
        let value = one.get_value().to_str();
        let value = value.filter(|value| !value.contains(style::is_dangerous));
        value.is_some_and(|value| seen.insert(value.to_owned()))
    });
    Some(format_candidates(environment, shell, &line, &candidates))
}

/// A command line as the shell handed it over.
struct ShellLine {
    /// What the program would be given.
    words: Vec<String>,
    /// The place of the word that is completed.
    at: usize,
    /// The quote that this word is typed in, if it is still open.
    quote: Option<char>,
    /// Its beginning, if the shell puts another text in its place.
    prefix: Option<ExpandedPrefix>,
}

fn read_line(environment: &Environment<'_>, shell: &str, mut words: Vec<String>) -> ShellLine {
    let at = index(environment).unwrap_or(words.len().saturating_sub(1));
    let is_whole = at == 0 || words.get(at - 1).is_some_and(|before| before != "=");
    let expanded = words
        .get(at)
        .filter(|_| matches!(shell, "bash" | "zsh" | "fish"))
        .and_then(|word| {
            bash::expand_prefix(word, is_whole, |name| {
                environment.var(name).map(str::to_owned)
            })
        });
    let (prefix, rest) = expanded.unzip();
    if let (Some(word), Some(rest)) = (words.get_mut(at), rest) {
        *word = rest;
    }
    let mut quote = None;
    if matches!(shell, "bash" | "zsh") {
        for (place, word) in words.iter_mut().enumerate() {
            let (plain, open) = bash::unquote_word(word);
            *word = plain;
            if place == at {
                quote = open;
            }
        }
    }
    if let (Some(word), Some(prefix)) = (words.get_mut(at), &prefix) {
        word.insert_str(0, &prefix.meant);
    }
    ShellLine {
        words,
        at,
        quote,
        prefix,
    }
}

/// The place of the word that is completed.
fn index(environment: &Environment<'_>) -> Option<usize> {
    environment.var(INDEX)?.parse().ok()
}

/// What may stand in the place of the word that is completed.
fn candidates(environment: &Environment<'_>, line: &ShellLine) -> Option<Vec<CompletionCandidate>> {
    let (mut words, mut at) = (line.words.clone(), line.at);
    if words.len() == at {
        words.push(String::new());
    }
    let mut before = String::new();
    if environment.completing_shell() == Some("bash") {
        (words, at, before) = bash::join_split_words(&words, at);
    }
    // `mentor help goal add` is read as `mentor goal add`.
    if at > 2 && words.get(1).is_some_and(|word| word == "help") {
        words.remove(1);
        at -= 1;
    }
    let typed = words.get(at)?.clone();
    let known = CompletionData::new(environment, &words, at)?;
    let mut command = Cli::command();
    command.build();
    let mut command = values::attach_completers(command, &known);
    let here = std::env::current_dir().ok();
    let words = words.into_iter().map(Into::into).collect();
    let mut found = engine::complete(&mut command, words, at, here.as_deref()).ok()?;
    if !typed.starts_with('-') {
        let is_option =
            |one: &CompletionCandidate| one.get_value().to_string_lossy().starts_with('-');
        found.retain(|one| !is_option(one));
    }
    let rests = found
        .into_iter()
        .map(|one| bash::strip_typed_prefix(&before, one));
    Some(rests.collect())
}

/// Which nouns have a record of this number, as far as can be seen at a glance: for whoever typed no noun.
pub fn nouns_with(
    environment: &Environment<'_>,
    words: &[OsString],
    number: i64,
) -> Vec<&'static str> {
    let words: Option<Vec<String>> = words
        .iter()
        .map(|word| Some(word.to_str()?.to_owned()))
        .collect();
    let known = words.and_then(|words| CompletionData::new(environment, &words, 0));
    known.map_or_else(Vec::new, |known| known.nouns_with(number))
}

/// The candidates in the form that the shell reads, one a line.
fn format_candidates(
    environment: &Environment<'_>,
    shell: &str,
    line: &ShellLine,
    candidates: &[CompletionCandidate],
) -> String {
    let lines = candidates.iter().map(|candidate| {
        let value = style::render(&candidate.get_value().to_string_lossy(), false);
        let help = candidate
            .get_help()
            .map(|help| short_description(&help.to_string()));
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

/// A value as it is to stand on the line, its beginning as it was typed; the other shells quote what they write there.
fn format_value(shell: &str, line: &ShellLine, value: &str) -> Option<String> {
    let prefix = line.prefix.as_ref();
    // bash has parted an option from its value.
    let meant = prefix.map(|prefix| (prefix.typed.as_str(), value.strip_prefix(&prefix.meant)));
    match (shell, meant) {
        ("bash", None) => bash::quote_word(value, line.quote),
        ("powershell", None) => Some(in_single_quotes(value)),
        (_, None) => Some(value.to_owned()),
        (_, Some((_, None))) => None,
        ("bash", Some((typed, Some(rest)))) => {
            Some(typed.to_owned() + &bash::quote_word(rest, line.quote)?)
        }
        // zsh would quote the beginning too: behind a tab is a value that is quoted already.
        ("zsh", Some((typed, Some(rest)))) => {
            Some(format!("\t{typed}{}", bash::quote_word(rest, line.quote)?))
        }
        (_, Some((typed, Some(rest)))) => Some(format!("{typed}{rest}")),
    }
}

/// The first line, without what could command a terminal, and not too long.
fn short_description(help: &str) -> String {
    let line = help.lines().next().unwrap_or_default();
    let mut short = String::new();
    for c in line.chars() {
        if style::width(&short) >= WIDEST {
            return short.trim_end().to_owned() + "...";
        }
        short.push(c);
    }
    short
}

/// A value as `PowerShell` takes it for one word, in which it carries out nothing.
fn in_single_quotes(value: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./=:\\".contains(c);
    if value.chars().all(is_plain) {
        value.to_owned()
    } else {
        format!("'{}'", value.replace('\'', "''"))
    }
}

/// zsh parts a value from its description at a colon.
fn escape_zsh(value: &str) -> String {
    value.replace('\\', "\\\\").replace(':', "\\:")
}

/// bash has no descriptions: they stand beside the values where it only lists and inserts nothing.
fn bash_only_lists(environment: &Environment<'_>) -> bool {
    matches!(
        environment.var("_CLAP_COMPLETE_COMP_TYPE"),
        Some("63" | "64")
    )
}

/// What a shell is to read at its start.
pub fn script(shell: Shell) -> String {
    let registered = |adapter: &dyn EnvCompleter| {
        let mut script = Vec::new();
        let _ = adapter.write_registration(
            COMPLETION_VARIABLE,
            "mentor",
            "mentor",
            "mentor",
            &mut script,
        );
        String::from_utf8_lossy(&script).into_owned()
    };
    match shell {
        Shell::Bash => include_str!("mentor.bash").to_owned(),
        Shell::Elvish => include_str!("mentor.elv").to_owned(),
        Shell::Fish => registered(&Fish),
        Shell::PowerShell => registered(&Powershell),
        Shell::Zsh => include_str!("mentor.zsh").to_owned(),
        _ => String::new(),
    }
}
