//! Completion: what may come next on a command line, asked by the shell whenever somebody presses tab.
//!
//! `mentor completions SHELL` prints the script that asks; the question is a run with `MENTOR_COMPLETE` set. It reads the
//! data file at a glance: it waits for nobody, writes nothing, and whatever goes wrong ends in silence.

mod bash;
mod values;

use clap::CommandFactory;
use clap_complete::Shell;
use clap_complete::engine::{self, CompletionCandidate};
use clap_complete::env::{Elvish, EnvCompleter, Fish, Powershell, Zsh};

use crate::commands::Cli;
use crate::environment::Environment;
use crate::view::style;

/// Set to the name of the shell that asks.
const VARIABLE: &str = "MENTOR_COMPLETE";

/// The place of the word that is completed, as the scripts have it.
const INDEX: &str = "_CLAP_COMPLETE_INDEX";

/// Columns of a description.
const WIDEST: usize = 60;

/// Whether a shell is asking: whoever is typing there is not interrupted by anything.
pub fn is_completion_run(environment: &Environment<'_>) -> bool {
    environment.var(VARIABLE).is_some()
}

/// What the shell is told; none: this run is no question of a shell.
pub fn completions(environment: &Environment<'_>) -> Option<String> {
    let shell = environment.var(VARIABLE)?;
    let (dashes, words) = environment.args.split_first()?;
    if dashes != "--" {
        return None;
    }
    let said = words.iter().map(|word| word.to_string_lossy().into_owned());
    let mut said: Vec<String> = said.collect();
    let quotes = said.iter_mut().map(|word| match shell {
        "bash" | "zsh" => {
            let (plain, quote) = bash::unquote_word(word);
            *word = plain;
            quote
        }
        _ => None,
    });
    let quotes: Vec<Option<char>> = quotes.collect();
    let quote = index(environment).map_or(quotes.last(), |at| quotes.get(at));
    let quote = quote.copied().flatten();
    let mut candidates = candidates(environment, said).unwrap_or_default();
    // What can't be typed as it is would be another name on the line.
    candidates.retain(|one| {
        let value = one.get_value().to_str();
        value.is_some_and(|value| !value.contains(style::is_dangerous))
    });
    Some(format_candidates(environment, shell, quote, &candidates))
}

/// The place of the word that is completed.
fn index(environment: &Environment<'_>) -> Option<usize> {
    environment.var(INDEX)?.parse().ok()
}

/// What may stand in the place of the word that is completed.
fn candidates(
    environment: &Environment<'_>,
    mut words: Vec<String>,
) -> Option<Vec<CompletionCandidate>> {
    let mut at = index(environment).unwrap_or(words.len().saturating_sub(1));
    if words.len() == at {
        words.push(String::new());
    }
    let mut before = String::new();
    if environment.var(VARIABLE) == Some("bash") {
        (words, at, before) = bash::join_split_words(&words, at);
    }
    // `mentor help goal add` is read as `mentor goal add`.
    if at > 2 && words.get(1).is_some_and(|word| word == "help") {
        words.remove(1);
        at -= 1;
    }
    let typed = words.get(at)?.clone();
    let known = values::CompletionData::new(environment, &words)?;
    let mut command = Cli::command();
    command.build();
    let mut command = values::attach_completers(command, &known, typed.starts_with('-'));
    let here = std::env::current_dir().ok();
    let words = words.into_iter().map(Into::into).collect();
    let found = engine::complete(&mut command, words, at, here.as_deref()).ok()?;
    let rests = found
        .into_iter()
        .map(|one| bash::strip_typed_prefix(&before, one));
    Some(rests.collect())
}

/// The candidates in the form that the shell reads, one a line.
fn format_candidates(
    environment: &Environment<'_>,
    shell: &str,
    quote: Option<char>,
    candidates: &[CompletionCandidate],
) -> String {
    let lines = candidates.iter().map(|candidate| {
        let value = style::render(&candidate.get_value().to_string_lossy(), false);
        let help = candidate
            .get_help()
            .map(|help| short_description(&help.to_string()));
        let help = help.filter(|help| !help.is_empty());
        // The other shells quote what they write into the line.
        let value = match shell {
            "bash" => bash::quote_word(&value, quote).unwrap_or_default(),
            "powershell" => in_single_quotes(&value),
            _ => value,
        };
        match (shell, help) {
            ("zsh", None) => escape_zsh(&value),
            ("zsh", Some(help)) => format!("{}:{}", escape_zsh(&value), help.replace('\\', "\\\\")),
            ("fish" | "powershell", Some(help)) => format!("{value}\t{help}"),
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
    match value.chars().all(is_plain) {
        true => value.to_owned(),
        false => format!("'{}'", value.replace('\'', "''")),
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
        let _ = adapter.write_registration(VARIABLE, "mentor", "mentor", "mentor", &mut script);
        String::from_utf8_lossy(&script).into_owned()
    };
    match shell {
        Shell::Bash => include_str!("mentor.bash").to_owned(),
        Shell::Elvish => registered(&Elvish),
        Shell::Fish => registered(&Fish),
        Shell::PowerShell => registered(&Powershell),
        // Sourced, it registers the function; found on the path of functions, it is the function's first call.
        Shell::Zsh => registered(&Zsh).replace(
            "\ncompdef _clap_dynamic_completer_mentor mentor",
            "\nif [[ $funcstack[1] == _mentor ]]; then\n    _clap_dynamic_completer_mentor \"$@\"\nelse\n    compdef _clap_dynamic_completer_mentor mentor\nfi",
        ),
        _ => String::new(),
    }
}
