//! What was probably meant by a word that is no command.

use clap::Command;

use crate::commands::command_line::complete::data::{CompletionData, NUMBERED};
use crate::commands::command_line::usage_error::synonyms::{
    HELD, NOUNS, POSTPONING, SHOWING, UPGRADES, VERBS, is_option,
};
use crate::commands::command_line::usage_error::{numbers_in, takes_free_text};
use crate::commands::crud::form_input::parse_record_numbers;
use crate::config::settings;
use crate::domain::dates::is_day_name;
use crate::domain::nearest::nearest;
use crate::manual;
use crate::view::words;

/// Commands that one hint names at most.
const MAX_SUGGESTIONS: usize = 4;

/// Longest text that a hint repeats.
const MAX_REPEATED: usize = 80;

fn is_setting(word: &str) -> bool {
    settings::ALL.iter().any(|setting| setting.key == word)
}

/// Returns what the first argument of the command is, such as `NUMBER`; an empty text if it takes none.
fn first_value(command: &Command) -> &str {
    let names = command.get_positionals().next().and_then(clap::Arg::get_value_names);
    names.and_then(<[_]>::first).map_or("", |name| name.as_str())
}

/// A word that is not a command here.
pub(super) struct UnknownCommand<'c> {
    pub command: &'c Command,
    pub path: &'c str,
    /// The word in lower case.
    pub word: String,
    /// The word as it was typed.
    pub typed: &'c str,
    /// The words that follow it.
    pub rest: &'c [&'c str],
    pub is_about_help: bool,
    pub data: Option<&'c CompletionData>,
}

impl UnknownCommand<'_> {
    /// Returns what to type instead.
    pub fn hint(&self) -> String {
        let is_first = self.path == "mentor" && !self.is_about_help;
        if is_first && UPGRADES.contains(&self.word.as_str()) && self.rest.is_empty() {
            return "run `mentor --version`, then update with your package manager".to_owned();
        }
        let mut suggestions: Vec<String> = self.named_pair().into_iter().collect();
        if suggestions.is_empty() && is_first {
            suggestions.extend(self.before_noun());
        }
        if suggestions.is_empty() && is_first {
            suggestions = self.with_nouns();
        }
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

    fn slug_of(&self, word: &str) -> Option<String> {
        self.data?.slug_of(word)
    }

    /// Returns the command for a pair that was typed in place of a command: `mentor review -p ana` for
    /// `mentor review ana`.
    fn named_pair(&self) -> Option<String> {
        let slug = self.slug_of(&self.word).filter(|_| !self.is_about_help)?;
        let path = self.path;
        let takes_pair = |verb: &str| {
            self.command.find_subcommand(verb).is_some_and(|verb| first_value(verb) == "PAIR")
        };
        let command = match self.rest.first() {
            _ if takes_pair("show") => return Some(format!("{path} show {slug}")),
            Some(first) if self.command.find_subcommand(first).is_some() => {
                format!("{path} {}", shell_words::join(self.rest))
            }
            _ if path == "mentor" => "mentor status".to_owned(),
            _ if !self.command.is_subcommand_required_set() => path.to_owned(),
            _ => format!("{path} {}", self.command.find_subcommand("list")?.get_name()),
        };
        Some(format!("{command} -p {slug}"))
    }

    /// Returns the command for a verb that was typed before its noun: `mentor goal add` for `mentor add goal`.
    fn before_noun(&self) -> Option<String> {
        let (typed, rest) = self.rest.split_first()?;
        let find = |name: &str| self.command.find_subcommand(name);
        let noun = find(typed).or_else(|| find(typed.strip_suffix('s')?))?;
        let path = format!("{} {}", self.path, noun.get_name());
        let word = self.word.clone();
        let unknown = UnknownCommand { command: noun, path: &path, word, rest, ..*self };
        match noun.find_subcommand(&self.word) {
            Some(verb) => Some(unknown.with_words(verb.get_name())),
            None if noun.has_subcommands() => unknown.suggestion(),
            None => None,
        }
    }

    /// Returns the commands that a verb without its noun stands for: those that apply to what was typed after it, such
    /// as the number of a record or a pair, or else all.
    fn with_nouns(&self) -> Vec<String> {
        let word = self.word.as_str();
        if self.is_pair_rename() || NOUNS.iter().any(|(tried, _)| tried.contains(&word)) {
            return Vec::new();
        }
        let first = self.rest.first().copied().unwrap_or_default();
        let mut commands = if self.slug_of(first).is_some() {
            self.with_nouns_that(|verb| first_value(verb) == "PAIR")
        } else if is_setting(first) {
            self.with_nouns_that(|verb| first_value(verb) == "KEY")
        } else {
            Vec::new()
        };
        if commands.is_empty() {
            commands = self.with_numbered_nouns();
        }
        if commands.is_empty() {
            commands = self.with_nouns_that(|_| true);
        }
        commands
    }

    /// Returns the commands of all nouns that have this verb.
    fn with_nouns_that(&self, is_meant: impl Fn(&Command) -> bool) -> Vec<String> {
        let word = self.word.as_str();
        let commands = self.command.get_subcommands().filter_map(|noun| {
            let mut tried = std::iter::once(&word).chain(guessed_verbs(word));
            let verb = tried.find_map(|verb| noun.find_subcommand(verb))?;
            let words = format!("{} {}", noun.get_name(), verb.get_name());
            is_meant(verb).then(|| self.with_words(&words))
        });
        commands.take(MAX_SUGGESTIONS).collect()
    }

    /// Returns the commands for a verb that takes record numbers: those that apply to a record with the typed number, or
    /// else all.
    fn with_numbered_nouns(&self) -> Vec<String> {
        let word = self.word.as_str();
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
            let found = number.as_ref().zip(self.data);
            found.is_some_and(|(numbers, data)| data.nouns_with(numbers[0], verb).contains(noun))
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
        noun.find_subcommand(verb).is_some_and(|verb| first_value(verb) == "NUMBER").then_some(verb)
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
        if ["mentor", "mentor config"].contains(&path) && is_setting(word) {
            let verb = if self.rest.is_empty() { "get" } else { "set" };
            return Some(format!("mentor config {verb} {word}{}", self.repeated()));
        }
        if path == "mentor checkin" && HELD.contains(&word) {
            let number = numbers_in(self.rest).unwrap_or_else(|| "NUMBER".to_owned());
            return Some(format!("mentor log --checkin {number}"));
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
            return Some(self.with_words(verb));
        } else if SHOWING.contains(&word) && !self.command.is_subcommand_required_set() {
            return Some(path.to_owned());
        }
        // A typo must not lead to a command that can't be undone.
        let similar = nearest(word, verbs).filter(|verb| !["purge", "restore"].contains(verb));
        let is_text = word.contains(char::is_whitespace);
        similar
            .map(|verb| self.with_rest(verb))
            .or_else(|| self.added(self.command, path, self.typed).filter(|_| is_text))
    }

    /// Returns the command that adds a text to a noun, and the day after it as its due date: `goal "Learn Rust" friday`
    /// leads to `goal add "Learn Rust" --by friday`. `None`: the noun has no texts, or more than that was typed.
    fn added(&self, noun: &Command, path: &str, text: &str) -> Option<String> {
        let add = noun.find_subcommand("add").filter(|add| takes_free_text(add))?;
        let day = match self.rest {
            [] => None,
            [day] if is_day_name(&day.to_lowercase()) => Some(*day),
            _ => return None,
        };
        let has_day = add.get_arguments().any(|option| is_option(option, "by DATE"));
        let words: Vec<&str> = match day {
            Some(day) if has_day => vec![text, "--by", day],
            Some(_) => return None,
            None => vec![text],
        };
        Some(format!("{path} add {}", shell_words::join(words)))
    }

    /// Returns the path of a command below this one. If the words that follow belong to a verb of its noun, they are kept:
    /// `todo add "send it"` leads to `followup add "send it"`.
    fn with_rest(&self, words: &str) -> String {
        let Some(target) = self.target(words) else {
            return self.with_words(words);
        };
        let noun = words.split(' ').next().unwrap_or(words);
        let verb = self.rest.first().filter(|word| !word.starts_with('-'));
        let with_verb = self.command.find_subcommand(noun).zip(verb).and_then(|(command, verb)| {
            let path = format!("{} {noun}", self.path);
            if command.find_subcommand(verb).is_some() {
                return Some(format!("{path} {}", shell_words::join(self.rest)));
            }
            let word = verb.to_lowercase();
            let unknown = UnknownCommand {
                command,
                path: &path,
                word,
                typed: verb,
                rest: &self.rest[1..],
                ..*self
            };
            let takes_text = !matches!(first_value(target), "" | "NUMBER");
            let is_verb = command.has_subcommands() && !takes_text;
            let suggestion =
                || unknown.suggestion().or_else(|| unknown.added(command, &path, verb));
            is_verb.then(suggestion).flatten()
        });
        with_verb.unwrap_or_else(|| self.with_words(words))
    }

    /// Returns the command below this one that the words name; `None` if some of them are arguments.
    fn target(&self, words: &str) -> Option<&Command> {
        words.split(' ').try_fold(self.command, |command, word| command.find_subcommand(word))
    }

    /// Returns the words that follow, after a space, unless they are too long to be repeated.
    fn repeated(&self) -> String {
        let rest = shell_words::join(self.rest);
        let is_repeated = !rest.is_empty() && rest.len() <= MAX_REPEATED;
        if is_repeated { format!(" {rest}") } else { String::new() }
    }

    /// Returns the path of a command below this one, followed by the typed words that it takes. A last word in capitals
    /// stands for what was typed.
    fn with_words(&self, words: &str) -> String {
        let path = self.path;
        let (command, last) = words.rsplit_once(' ').unwrap_or(("", words));
        if last.chars().all(char::is_uppercase) {
            let typed = self.repeated();
            return match typed.as_str() {
                "" => format!("{path} {words}"),
                typed => format!("{path} {command}{typed}"),
            };
        }
        let Some(target) = self.target(words) else {
            return format!("{path} {words}");
        };
        let rest = match first_value(target) {
            "NUMBER" if target.get_positionals().count() == 1 => {
                numbers_in(self.rest).map_or_else(String::new, |numbers| format!(" {numbers}"))
            }
            "" => {
                let slug = self.rest.first().and_then(|word| self.slug_of(word));
                slug.map_or_else(String::new, |slug| format!(" -p {slug}"))
            }
            _ => self.repeated(),
        };
        format!("{path} {words}{rest}")
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
