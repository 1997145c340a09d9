//! The values that are offered, by the name that an argument's value has in the help.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::sync::Arc;

use clap::{Arg, Command};
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate, ValueCompleter};

use crate::commands::command_line::complete::data::{CompletionData, NUMBERED, StateFilter};
use crate::commands::command_line::complete::files::FileCompleter;
use crate::config::settings;
use crate::domain::dates::{self, DayRole};
use crate::domain::draft::SavedDraft;
use crate::domain::feedback::FeedbackKind;
use crate::domain::pair::{PairContext, PairState};
use crate::domain::person::Side;
use crate::domain::zone::{self, Tz};
use crate::input::draft;
use crate::input::templates;
use crate::manual;
use crate::store::completion_rows::CompletionRow;
use crate::view::page::style;

/// What stands in the place of a value.
#[derive(Clone)]
enum ValueSource {
    Slug,
    Who,
    Side,
    Zone,
    Day(DayRole),
    /// Numbers of a table's records.
    Record {
        table: String,
        wanted: StateFilter,
        /// The argument.
        id: String,
    },
    /// Numbers of the table that the word before names.
    Purged,
    /// As a goal's number, with its figure still to be typed.
    Figure,
    Key,
    Value,
    Draft,
    Template,
    Backup,
    /// The words of a command.
    Command,
    /// A topic of the manual, or a command.
    Topic,
    Words(&'static [&'static str]),
}

/// Gives every argument its values. An option that is there already is not offered again.
pub fn attach_completers(command: Command, known: &Arc<CompletionData>) -> Command {
    let commands = Arc::new(paths(&command, &[]));
    let give = |arg: Arg, noun: &str, verb: &str| {
        let arg = if known.has(&arg) { arg.hide(true) } else { arg };
        let name = arg.get_value_names().and_then(|names| names.first());
        match name.map(ToString::to_string).as_deref() {
            Some(name) if name.ends_with("FILE") => {
                arg.add(ArgValueCompleter::new(FileCompleter::Files))
            }
            Some("FOLDER") => arg.add(ArgValueCompleter::new(FileCompleter::Folders)),
            Some(name) => match source_for(name, arg.get_id().as_str(), noun, verb) {
                Some(kind) => arg.add(ArgValueCompleter::new(ArgumentCompleter {
                    kind,
                    known: Arc::clone(known),
                    commands: Arc::clone(&commands),
                })),
                None => arg,
            },
            None => arg,
        }
    };
    command
        .mut_args(|arg| give(arg, "", ""))
        .mut_subcommands(|noun| {
            let name = noun.get_name().to_owned();
            noun.mut_args(|arg| give(arg, &name, ""))
                .mut_subcommands(|verb| {
                    let said = verb.get_name().to_owned();
                    verb.mut_args(|arg| give(arg, &name, &said))
                })
        })
}

/// A command: its words, and what it is about.
type CommandPath = (Vec<String>, String);

fn paths(command: &Command, before: &[String]) -> Vec<CommandPath> {
    let mut found = Vec::new();
    for sub in command.get_subcommands() {
        let path = [before, &[sub.get_name().to_owned()]].concat();
        let about = sub.get_about().map(ToString::to_string);
        found.extend(paths(sub, &path));
        found.push((path, about.unwrap_or_default()));
    }
    found
}

/// What an argument takes, by the name of its value in the help, its own, and the command that it is of.
fn source_for(name: &str, id: &str, noun: &str, verb: &str) -> Option<ValueSource> {
    Some(match name {
        "PAIR" if (noun, verb) == ("pair", "add") || id == "rename" => return None,
        "PAIR" => ValueSource::Slug,
        "PERSON" => ValueSource::Who,
        "WHO" => ValueSource::Side,
        "ZONE" => ValueSource::Zone,
        "DATE" => ValueSource::Day(match id {
            "on" | "since" | "as_of" | "asked_on" => DayRole::Past,
            _ => DayRole::Deadline,
        }),
        "KEY" => ValueSource::Key,
        "VALUE" => ValueSource::Value,
        "DRAFT" => ValueSource::Draft,
        "TEMPLATE" => ValueSource::Template,
        "COMMAND" => ValueSource::Command,
        "TOPIC" => ValueSource::Topic,
        "YES" => ValueSource::Words(&["yes", "no"]),
        "KIND" if noun == "feedback" => ValueSource::Words(FeedbackKind::WORDS),
        "NUMBER" => record_numbers(id, noun, verb),
        "WHICH" if noun == "restore" => ValueSource::Backup,
        name if name.starts_with("GOAL=") => ValueSource::Figure,
        _ => return None,
    })
}

/// Whose number it is: that of the noun, or of the noun that an option is called after. A table that does not exist
/// has no numbers.
fn record_numbers(id: &str, noun: &str, verb: &str) -> ValueSource {
    let record = |table: &str, wanted| ValueSource::Record {
        table: table.to_owned(),
        wanted,
        id: id.to_owned(),
    };
    match id {
        "number" | "numbers" if noun == "purge" => ValueSource::Purged,
        "number" | "numbers" => {
            let numbered = NUMBERED.iter().find(|(name, _)| *name == noun);
            let table = numbered.map_or(noun, |(_, table)| table);
            record(table, StateFilter::matches_kind(verb))
        }
        "done" => record("followup", StateFilter::Open),
        "covered" => record("topic", StateFilter::Open),
        id => record(id, StateFilter::Open),
    }
}

/// Looks the values up when the shell asks for them, and not before.
struct ArgumentCompleter {
    kind: ValueSource,
    known: Arc<CompletionData>,
    commands: Arc<Vec<CommandPath>>,
}

impl ValueCompleter for ArgumentCompleter {
    fn complete(&self, current: &OsStr) -> Vec<CompletionCandidate> {
        let typed = current.to_string_lossy();
        let begins = |candidate: &CompletionCandidate| {
            let value = candidate.get_value().to_string_lossy().to_lowercase();
            value.starts_with(&typed.to_lowercase())
        };
        let mut values = self.values(&typed);
        values.retain(begins);
        values
    }
}

impl ArgumentCompleter {
    fn values(&self, typed: &str) -> Vec<CompletionCandidate> {
        let known = &self.known;
        match &self.kind {
            ValueSource::Slug => known.pairs().iter().map(slug).collect(),
            ValueSource::Who => {
                let pairs = known.pairs();
                let me = candidate("me", pairs.first().map_or("you", |one| &one.user().name));
                std::iter::once(me).chain(pairs.iter().map(slug)).collect()
            }
            ValueSource::Side => self.sides(),
            ValueSource::Zone => zones(typed),
            ValueSource::Day(role) => self.days(*role),
            ValueSource::Record { table, wanted, id } => {
                // Of a list, only the last one is still to be typed.
                let (before, typed) = typed.split_at(typed.rfind(',').map_or(0, |at| at + 1));
                let said = known.said_numbers(id);
                let is_said = |number: &String| {
                    said.contains(number) || before.split(',').any(|one| one == number)
                };
                let mut numbers = self.numbers(table, *wanted, typed, "");
                numbers.retain(|one| !is_said(&one.get_value().to_string_lossy().into_owned()));
                let numbers = numbers.into_iter();
                numbers.map(|one| one.add_prefix(before)).collect()
            }
            ValueSource::Purged => {
                let noun = known.words.iter().rev().nth(1);
                let table = noun.map_or("", String::as_str);
                self.numbers(table, StateFilter::Any, typed, "")
            }
            ValueSource::Figure => self.numbers("goal", StateFilter::Open, typed, "="),
            ValueSource::Key => {
                let all = settings::ALL.into_iter();
                all.map(|setting| candidate(setting.key, setting.about))
                    .collect()
            }
            ValueSource::Value => self.setting_values(),
            ValueSource::Draft => {
                let left = draft::saved_drafts(&known.paths).unwrap_or_default();
                let offer_draft = |draft: &SavedDraft| candidate(&draft.name, &draft.command);
                left.iter().map(offer_draft).collect()
            }
            ValueSource::Template => {
                let all = templates::all(&known.paths).unwrap_or_default();
                all.iter()
                    .map(|one| candidate(&one.name, one.about()))
                    .collect()
            }
            ValueSource::Backup => {
                let made = known.store.backups().unwrap_or_default();
                let numbers = (1..).map(|number: usize| number.to_string());
                let made = made.iter().map(|backup| backup.at.to_rfc2822());
                let both = numbers.zip(made);
                both.map(|(number, made)| candidate(&number, &made))
                    .collect()
            }
            ValueSource::Command => self.next_words(),
            ValueSource::Topic => {
                let topics = manual::TOPICS.iter();
                let mut offers = self.next_words();
                offers.extend(topics.map(|topic| candidate(topic.name, topic.title())));
                offers
            }
            ValueSource::Words(words) => words.iter().map(|word| candidate(word, "")).collect(),
        }
    }

    fn numbers(
        &self,
        table: &str,
        wanted: StateFilter,
        typed: &str,
        after: &str,
    ) -> Vec<CompletionCandidate> {
        let say = |hint: CompletionRow| {
            let words = hint.words.lines().next().unwrap_or_default();
            let state = hint.state.as_deref().filter(|_| !hint.is_open());
            let state = state.map_or(String::new(), |state| format!(" ({state})"));
            candidate(
                &format!("{}{after}", hint.number),
                &format!("{words}{state}"),
            )
        };
        self.known
            .records(table, wanted, typed)
            .into_iter()
            .map(say)
            .collect()
    }

    fn sides(&self) -> Vec<CompletionCandidate> {
        let pair = self.known.query(|tx| self.known.pair(tx));
        let called = |side: Side| pair.as_ref().map_or("", |pair| &pair.person(side).name);
        let me = pair.as_ref().map(PairContext::user_side);
        let mine = |side: Side| {
            me.map_or("", |me| {
                called(if side == Side::Mentor { me } else { me.other() })
            })
        };
        vec![
            candidate("mentor", called(Side::Mentor)),
            candidate("mentee", called(Side::Mentee)),
            candidate("me", mine(Side::Mentor)),
            candidate("them", mine(Side::Mentee)),
        ]
    }

    /// Words of a single word: a shell would have to quote others.
    fn days(&self, role: DayRole) -> Vec<CompletionCandidate> {
        const DAYS: [&str; 15] = [
            "today",
            "tomorrow",
            "mon",
            "tue",
            "wed",
            "thu",
            "fri",
            "sat",
            "sun",
            "eow",
            "eom",
            "+1w",
            "+2w",
            "+4w",
            "yesterday",
        ];
        let today = self.known.today();
        let read = |word: &&'static str| {
            let day = dates::parse_day(word, today, role).ok()?;
            let fits = role != DayRole::Past || day <= today;
            fits.then(|| candidate(word, &dates::format_day(day, today)))
        };
        DAYS.iter().filter_map(read).collect()
    }

    /// What the setting that is named before may be.
    fn setting_values(&self) -> Vec<CompletionCandidate> {
        let words = &self.known.words;
        let named = |setting: &&&settings::Setting| words.iter().any(|word| word == setting.key);
        let words = match settings::ALL.iter().find(named).map(|one| one.holds) {
            Some(settings::SettingType::Word(words)) => words,
            Some(settings::SettingType::Truth) => &["true", "false"],
            _ => &[],
        };
        words.iter().map(|word| candidate(word, "")).collect()
    }

    /// What may follow the words of a command that are there already.
    fn next_words(&self) -> Vec<CompletionCandidate> {
        let words = &self.known.words;
        let begun = words.iter().skip(2).filter(|word| !word.starts_with('-'));
        let begun: Vec<&String> = begun.take(words.len().saturating_sub(3)).collect();
        let follows = |(path, _): &&CommandPath| {
            path.len() == begun.len() + 1 && path.iter().zip(&begun).all(|(a, b)| a == *b)
        };
        let last = |(path, about): &CommandPath| Some(candidate(path.last()?, about));
        self.commands
            .iter()
            .filter(follows)
            .filter_map(last)
            .collect()
    }
}

/// A value and what it means. What could command a terminal is spelled out: clap would drop it without a trace.
fn candidate(value: &str, help: &str) -> CompletionCandidate {
    let help = (!help.is_empty()).then(|| style::escape_invisible(help).into_owned().into());
    CompletionCandidate::new(value).help(help)
}

fn slug(pair: &PairContext) -> CompletionCandidate {
    let partner = &pair.partner().name;
    let side = pair.user_side().other();
    let state = match pair.record.state {
        PairState::Active => String::new(),
        state => format!(", {state}"),
    };
    candidate(pair.slug(), &format!("{partner}, {side}{state}"))
}

/// Regions first; the places of one once it is typed, and cities whose names begin so.
fn zones(typed: &str) -> Vec<CompletionCandidate> {
    if typed.contains('/') {
        return zone::places()
            .map(|zone| candidate(zone.name(), ""))
            .collect();
    }
    let region = |zone: Tz| match zone.name().split_once('/') {
        Some((region, _)) => format!("{region}/"),
        None => zone.name().to_owned(),
    };
    let regions: BTreeSet<String> = zone::places().map(region).collect();
    // Without what a shell would ask to be quoted: names are compared without it.
    let plain = |name: &str| name.replace(' ', "_").replace('\'', "");
    let cities = zone::cities_beginning_with(typed);
    let cities = cities
        .iter()
        .map(|(name, zone)| candidate(&plain(name), zone));
    regions
        .iter()
        .map(|region| candidate(region, ""))
        .chain(cities)
        .collect()
}
