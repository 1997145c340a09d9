//! The completion values of an argument, chosen by its value name in the help.

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

/// Where the values of an argument come from.
#[derive(Clone)]
enum ValueSource {
    Slug,
    /// A pair, or `me` for the user's own machines.
    SlugOrMe,
    Who,
    Side,
    Zone,
    Day(DayRole),
    /// Numbers of the records in a table.
    Record {
        table: String,
        state: StateFilter,
        /// Id of the argument.
        id: String,
    },
    /// Numbers of the records in the table that a previous word names.
    OfNoun,
    /// Number of a goal followed by `=`; the figure is still to be typed.
    Figure,
    Key,
    Value,
    Draft,
    Template,
    Backup,
    /// The words of a command path.
    Command,
    /// A manual topic or a command.
    Topic,
    Words(&'static [&'static str]),
}

/// Attaches a completer to every argument. Options that were already typed are hidden.
pub fn attach_completers(command: Command, data: &Arc<CompletionData>) -> Command {
    let commands = Arc::new(paths(&command, &[]));
    let attach = |arg: Arg, noun: &str, verb: &str| {
        let arg = if data.has(&arg) { arg.hide(true) } else { arg };
        let name = arg.get_value_names().and_then(|names| names.first());
        match name.map(ToString::to_string).as_deref() {
            Some(name) if name.ends_with("FILE") => {
                arg.add(ArgValueCompleter::new(FileCompleter::Files))
            }
            Some("FOLDER" | "DIR") => arg.add(ArgValueCompleter::new(FileCompleter::Folders)),
            Some(name) => match source_for(name, arg.get_id().as_str(), noun, verb) {
                Some(kind) => arg.add(ArgValueCompleter::new(ArgumentCompleter {
                    kind,
                    data: Arc::clone(data),
                    commands: Arc::clone(&commands),
                })),
                None => arg,
            },
            None => arg,
        }
    };
    command.mut_args(|arg| attach(arg, "", "")).mut_subcommands(|noun| {
        let name = noun.get_name().to_owned();
        noun.mut_args(|arg| attach(arg, &name, "")).mut_subcommands(|verb| {
            let verb_name = verb.get_name().to_owned();
            verb.mut_args(|arg| attach(arg, &name, &verb_name))
        })
    })
}

/// A command: its words and its description.
type CommandPath = (Vec<String>, String);

fn paths(command: &Command, before: &[String]) -> Vec<CommandPath> {
    let mut all_paths = Vec::new();
    for sub in command.get_subcommands() {
        let path = [before, &[sub.get_name().to_owned()]].concat();
        let about = sub.get_about().map(ToString::to_string);
        all_paths.extend(paths(sub, &path));
        all_paths.push((path, about.unwrap_or_default()));
    }
    all_paths
}

/// The subcommands of `share` that take `me`.
const FOR_OWN_MACHINES: [&str; 5] = ["invite", "send", "forget", "words", "end"];

/// Returns the source for an argument, by its value name in the help, its id, and its command.
fn source_for(name: &str, id: &str, noun: &str, verb: &str) -> Option<ValueSource> {
    Some(match name {
        "PAIR" if (noun, verb) == ("pair", "add") || id == "rename" => return None,
        "PAIR" if noun == "share" && FOR_OWN_MACHINES.contains(&verb) && id == "slug" => {
            ValueSource::SlugOrMe
        }
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
        "NUMBER" | "OTHER" => record_numbers(id, noun, verb),
        "WHICH" if noun == "restore" => ValueSource::Backup,
        name if name.starts_with("GOAL=") => ValueSource::Figure,
        _ => return None,
    })
}

/// Returns the record numbers for an argument: of the noun, or of the noun that an option is named after. An unknown
/// table has none.
fn record_numbers(id: &str, noun: &str, verb: &str) -> ValueSource {
    let record = |table: &str, state| ValueSource::Record {
        table: table.to_owned(),
        state,
        id: id.to_owned(),
    };
    match id {
        "number" | "numbers" if noun == "purge" => ValueSource::OfNoun,
        "number" | "other" if (noun, verb) == ("share", "same") => ValueSource::OfNoun,
        "number" | "numbers" => {
            let numbered = NUMBERED.iter().find(|(name, _)| *name == noun);
            let table = numbered.map_or(noun, |(_, table)| table);
            record(table, StateFilter::for_verb(verb))
        }
        "done" => record("followup", StateFilter::Open),
        "covered" => record("topic", StateFilter::Open),
        id => record(id, StateFilter::Open),
    }
}

/// Looks up the values only when the shell asks for them.
struct ArgumentCompleter {
    kind: ValueSource,
    data: Arc<CompletionData>,
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
        let data = &self.data;
        match &self.kind {
            ValueSource::Slug => data.pairs().iter().map(slug).collect(),
            ValueSource::SlugOrMe => {
                let me = candidate("me", "your other machines");
                data.pairs().iter().map(slug).chain([me]).collect()
            }
            ValueSource::Who => {
                let pairs = data.pairs();
                let me = candidate("me", pairs.first().map_or("you", |pair| &pair.user().name));
                std::iter::once(me).chain(pairs.iter().map(slug)).collect()
            }
            ValueSource::Side => self.sides(typed),
            ValueSource::Zone => zones(typed),
            ValueSource::Day(role) => self.days(*role),
            ValueSource::Record { table, state, id } => {
                self.untyped_numbers(table, *state, id, typed)
            }
            ValueSource::OfNoun => {
                let mut before = data.words.iter().rev().skip(1);
                let noun = before.find(|word| word.parse::<i64>().is_err());
                let table = noun.map_or("", String::as_str);
                self.numbers(table, StateFilter::Any, typed, "")
            }
            ValueSource::Figure => self.numbers("goal", StateFilter::Open, typed, "="),
            ValueSource::Key => {
                let all = settings::ALL.into_iter();
                all.map(|setting| candidate(setting.key, setting.about)).collect()
            }
            ValueSource::Value => self.setting_values(),
            ValueSource::Draft => {
                let drafts = draft::saved_drafts(&data.paths).unwrap_or_default();
                let offer_draft = |draft: &SavedDraft| candidate(&draft.name, &draft.command);
                drafts.iter().map(offer_draft).collect()
            }
            ValueSource::Template => {
                let all = templates::all(&data.paths).unwrap_or_default();
                all.iter()
                    .map(|template| candidate(&template.name, template.description()))
                    .collect()
            }
            ValueSource::Backup => {
                let backups = data.store.backups().unwrap_or_default();
                let numbers = (1..).map(|number: usize| number.to_string());
                let times = backups.iter().map(|backup| backup.at.to_rfc2822());
                numbers.zip(times).map(|(number, time)| candidate(&number, &time)).collect()
            }
            ValueSource::Command => self.next_words(),
            ValueSource::Topic => {
                let topics = manual::TOPICS.iter();
                let mut candidates = self.next_words();
                candidates.extend(topics.map(|topic| candidate(topic.name, topic.title())));
                candidates
            }
            ValueSource::Words(words) => words.iter().map(|word| candidate(word, "")).collect(),
        }
    }

    /// Offers the numbers that are not typed yet. In a comma-separated list, only the last one is completed.
    fn untyped_numbers(
        &self,
        table: &str,
        state: StateFilter,
        id: &str,
        typed: &str,
    ) -> Vec<CompletionCandidate> {
        let (before, typed) = typed.split_at(typed.rfind(',').map_or(0, |at| at + 1));
        let typed_numbers = self.data.typed_numbers(id);
        let is_typed = |number: &String| {
            typed_numbers.contains(number) || before.split(',').any(|one| one == number)
        };
        let mut numbers = self.numbers(table, state, typed, "");
        numbers
            .retain(|candidate| !is_typed(&candidate.get_value().to_string_lossy().into_owned()));
        numbers.into_iter().map(|candidate| candidate.add_prefix(before)).collect()
    }

    fn numbers(
        &self,
        table: &str,
        state: StateFilter,
        typed: &str,
        suffix: &str,
    ) -> Vec<CompletionCandidate> {
        let to_candidate = |row: CompletionRow| {
            let words = row.words.lines().next().unwrap_or_default();
            let state = row.state.as_deref().filter(|_| !row.is_open());
            let state = state.map_or(String::new(), |state| format!(" ({state})"));
            candidate(&format!("{}{suffix}", row.number), &format!("{words}{state}"))
        };
        self.data.records(table, state, typed).into_iter().map(to_candidate).collect()
    }

    /// Offers each person once: as `me` or `them`, or by role if that is what was begun.
    fn sides(&self, typed: &str) -> Vec<CompletionCandidate> {
        let pair = self.data.query(|tx| self.data.pair(tx));
        let user = pair.as_ref().map(PairContext::user_side);
        let relative = [("me", user), ("them", user.map(Side::other))];
        let roles = [("mentor", Some(Side::Mentor)), ("mentee", Some(Side::Mentee))];
        let begins = |word: &str| word.starts_with(&typed.to_lowercase());
        let is_relative = relative.iter().any(|(word, _)| begins(word));
        let people = if is_relative { relative } else { roles };
        let offer = |(word, side): (&str, Option<Side>)| {
            let person = pair.as_ref().zip(side).map(|(pair, side)| pair.person(side));
            candidate(word, person.map_or("", |person| &person.name))
        };
        people.into_iter().map(offer).collect()
    }

    /// Offers dates of a single word, which need no quoting.
    fn days(&self, role: DayRole) -> Vec<CompletionCandidate> {
        const DAYS: [&str; 15] = [
            "today", "tomorrow", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "eow", "eom",
            "+1w", "+2w", "+4w", "yesterday",
        ];
        let today = self.data.today();
        let to_candidate = |word: &&'static str| {
            let day = dates::parse_day(word, today, role).ok()?;
            let is_allowed = role != DayRole::Past || day <= today.day;
            is_allowed.then(|| candidate(word, &dates::format_day(day, today)))
        };
        DAYS.iter().filter_map(to_candidate).collect()
    }

    /// Offers the values of the setting named by an earlier word.
    fn setting_values(&self) -> Vec<CompletionCandidate> {
        let words = &self.data.words;
        let is_named = |setting: &&&settings::Setting| words.iter().any(|word| word == setting.key);
        let words = match settings::ALL.iter().find(is_named).map(|setting| setting.holds) {
            Some(settings::SettingType::Word(words)) => words,
            Some(settings::SettingType::Truth) => &["true", "false"],
            _ => &[],
        };
        words.iter().map(|word| candidate(word, "")).collect()
    }

    /// Offers the words that may follow the command words typed so far.
    fn next_words(&self) -> Vec<CompletionCandidate> {
        let words = &self.data.words;
        let typed_path = words.iter().skip(2).filter(|word| !word.starts_with('-'));
        let typed_path: Vec<&String> = typed_path.take(words.len().saturating_sub(3)).collect();
        let follows = |(path, _): &&CommandPath| {
            path.len() == typed_path.len() + 1 && path.iter().zip(&typed_path).all(|(a, b)| a == *b)
        };
        let last_word = |(path, about): &CommandPath| Some(candidate(path.last()?, about));
        self.commands.iter().filter(follows).filter_map(last_word).collect()
    }
}

/// Returns a candidate with its description. Invisible and control characters are escaped: clap would drop them
/// silently.
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

/// Offers regions; once a region is typed, its places; and cities whose names begin as typed.
fn zones(typed: &str) -> Vec<CompletionCandidate> {
    if typed.contains('/') {
        return zone::places().map(|zone| candidate(zone.name(), "")).collect();
    }
    let region = |zone: Tz| match zone.name().split_once('/') {
        Some((region, _)) => format!("{region}/"),
        None => zone.name().to_owned(),
    };
    let regions: BTreeSet<String> = zone::places().map(region).collect();
    // Cities are matched without blanks and apostrophes, so they are offered without what a shell would have to quote.
    let without_quoting = |name: &str| name.replace(' ', "_").replace('\'', "");
    let cities = zone::cities_beginning_with(typed);
    let cities = cities.iter().map(|(name, zone)| candidate(&without_quoting(name), zone));
    regions.iter().map(|region| candidate(region, "")).chain(cities).collect()
}
