//! The sources of completion values: the data file, read without blocking, and the words typed so far.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use clap::{Arg, ArgAction};

use crate::clock;
use crate::config::{self, settings};
use crate::domain::dates::{Now, Today};
use crate::domain::pair::{PairContext, PairState};
use crate::domain::zone::Tz;
use crate::environment::Environment;
use crate::error::Result;
use crate::paths::Paths;
use crate::store::completion_rows::{self, CompletionRow};
use crate::store::file::Store;
use crate::store::read_tx::ReadTx;
use crate::store::{pairs, settings as chosen};

/// The data file and the words typed so far.
pub struct CompletionData {
    pub store: Store,
    pub paths: Paths,
    pub words: Vec<String>,
    /// Index of the word to complete.
    index: usize,
    pair: Option<String>,
    now: Now,
}

impl CompletionData {
    /// `None`: the location of the data can't be determined.
    pub fn new(
        environment: &Environment<'_>,
        words: &[String],
        index: usize,
    ) -> Option<Arc<CompletionData>> {
        environment.ensure_readable().ok()?;
        let settings_file = option_value(words, &["--config"]).map(PathBuf::from);
        let paths = Paths::resolve(environment, settings_file.as_deref()).ok()?;
        let config = config::load(&paths, environment).ok()?;
        let home = environment.path_var("HOME");
        let configured = config.file(&settings::DB, &paths.config, home);
        let path = option_value(words, &["--db"]).map(PathBuf::from).or(configured);
        Some(Arc::new(CompletionData {
            store: Store::new(path.unwrap_or_else(|| paths.data.clone()), Duration::ZERO),
            paths,
            words: words.to_vec(),
            index,
            pair: option_value(words, &["--pair", "-p"])
                .or_else(|| environment.var("MENTOR_PAIR").map(str::to_owned)),
            now: config.date_style().now(clock::now(environment).ok()?),
        }))
    }

    /// Returns the nouns that have a record with this number to which the verb applies.
    pub fn nouns_with(&self, number: i64, verb: &str) -> Vec<&'static str> {
        let has = |table: &str| {
            let rows = self.records(table, StateFilter::for_verb(verb), &number.to_string());
            rows.iter().any(|row| row.number == number)
        };
        let nouns = NUMBERED.iter().filter(|(_, table)| has(table));
        nouns.map(|(noun, _)| *noun).collect()
    }

    /// Returns the short name of the pair with this short name or whose other person has this first name.
    pub fn slug_of(&self, word: &str) -> Option<String> {
        let word = word.to_lowercase();
        let is_named = |pair: &&PairContext| {
            let name = pair.partner().name.to_lowercase();
            pair.slug() == word || name.split_whitespace().next() == Some(&word)
        };
        let pairs = self.pairs();
        let mut named = pairs.iter().filter(is_named);
        let slug = named.next()?.slug().to_owned();
        named.next().is_none().then_some(slug)
    }

    /// Returns all words but the one to complete.
    pub fn others(&self) -> impl Iterator<Item = &str> {
        let words = self.words.iter().enumerate();
        let others = words.filter(|(index, _)| *index != self.index);
        others.map(|(_, word)| word.as_str())
    }

    /// Returns the numbers already typed for an argument.
    pub fn typed_numbers(&self, id: &str) -> Vec<String> {
        let option = format!("--{id}");
        let words: Vec<&str> = self.others().collect();
        let before = std::iter::once("").chain(words.iter().copied());
        let belongs_to_arg = |(before, word): &(&str, &str)| match id {
            // A single number: the word to complete is its only value.
            "number" => false,
            "numbers" => !before.starts_with("--") && !word.contains(|c: char| c.is_alphabetic()),
            _ => *before == option,
        };
        let typed = before.zip(words.iter().copied()).filter(belongs_to_arg);
        typed.flat_map(|(_, word)| word.split(',').map(str::to_owned)).collect()
    }

    /// Whether an option that can be given only once has already been typed.
    pub fn has(&self, arg: &Arg) -> bool {
        let is_single = matches!(arg.get_action(), ArgAction::Set | ArgAction::SetTrue);
        let Some(name) = arg.get_long().filter(|_| is_single) else {
            return false;
        };
        self.others().any(|word| {
            let rest = word.strip_prefix("--").and_then(|word| word.strip_prefix(name));
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('='))
        })
    }

    pub fn query<T: Default>(&self, query: impl FnOnce(&ReadTx<'_>) -> Result<T>) -> T {
        self.store.try_read(query).unwrap_or_default()
    }

    pub fn pairs(&self) -> Vec<PairContext> {
        self.query(|tx| Ok(pairs::pairs(tx)?))
    }

    /// Returns the pair that is named or in use, or else the only active one.
    pub fn pair(&self, tx: &ReadTx<'_>) -> Result<Option<PairContext>> {
        let named = match &self.pair {
            Some(slug) => Some(slug.clone()),
            None => chosen::pair_in_use(tx)?,
        };
        let mut pairs = pairs::pairs(tx)?;
        pairs.retain(|pair| match &named {
            Some(slug) => pair.slug() == slug,
            None => pair.record.state == PairState::Active,
        });
        Ok(pairs.pop().filter(|_| pairs.is_empty()))
    }

    /// Returns today's date in the user's zone, taken from the first pair; UTC without pairs.
    pub fn today(&self) -> Today {
        let zone = self.pairs().first().map_or(Tz::UTC, |pair| pair.user().zone);
        self.now.today_in(zone)
    }

    pub fn records(&self, table: &str, state: StateFilter, typed: &str) -> Vec<CompletionRow> {
        let mut rows = self.query(|tx| {
            let pair = self.pair(tx)?;
            Ok(completion_rows::find(tx, table, pair.map(|pair| pair.id()), typed)?)
        });
        rows.retain(|row| match state {
            StateFilter::Any => true,
            StateFilter::Open => row.is_open(),
            StateFilter::Closed => !row.is_open(),
        });
        rows
    }
}

/// Nouns whose records have numbers, each with its table.
pub const NUMBERED: [(&str, &str); 14] = [
    ("goal", "goal"),
    ("followup", "followup"),
    ("topic", "topic"),
    ("checkin", "checkin"),
    ("question", "question"),
    ("feedback", "feedback"),
    ("advice", "insight"),
    ("win", "win"),
    ("skill", "skill"),
    ("resource", "resource"),
    ("introduction", "introduction"),
    ("option", "option"),
    ("approach", "approach"),
    ("norm", "norm"),
];

/// Returns the value of an option in any spelling: `--pair x`, `--pair=x`, `-p x`, `-px`. The last one counts.
pub fn option_value(words: &[String], names: &[&str]) -> Option<String> {
    let mut last_value = None;
    for (index, word) in words.iter().enumerate() {
        for name in names {
            let rest = word.strip_prefix(name);
            let joined = rest.and_then(|rest| {
                if name.starts_with("--") {
                    rest.strip_prefix('=')
                } else {
                    Some(rest).filter(|rest| !rest.is_empty())
                }
            });
            if word == name {
                last_value = words.get(index + 1).cloned();
            } else if let Some(value) = joined {
                last_value = Some(value.to_owned());
            }
        }
    }
    last_value.filter(|value| !value.is_empty())
}

/// The state that a record must be in for a verb to apply.
#[derive(Clone, Copy)]
pub enum StateFilter {
    Any,
    Open,
    Closed,
}

impl StateFilter {
    pub fn for_verb(verb: &str) -> StateFilter {
        match verb {
            "done" | "drop" | "cancel" | "no-show" | "move" | "pause" | "progress"
            | "confidence" | "answer" | "seen" | "begin" | "advance" | "decline" | "decide"
            | "rate" => StateFilter::Open,
            "reopen" => StateFilter::Closed,
            _ => StateFilter::Any,
        }
    }
}
