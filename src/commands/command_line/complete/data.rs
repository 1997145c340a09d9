//! What the values on offer are made of: the data file, read at a glance, and the words that are typed already.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, NaiveDate, Utc};
use clap::{Arg, ArgAction};

use crate::clock;
use crate::config::{self, settings};
use crate::domain::dates;
use crate::domain::pair::{PairContext, PairState};
use crate::domain::zone::Tz;
use crate::environment::Environment;
use crate::error::Result;
use crate::paths::Paths;
use crate::store::completion_rows::{self, CompletionRow};
use crate::store::file::Store;
use crate::store::read_tx::ReadTx;
use crate::store::{pairs, settings as chosen};

/// What a value may be made of: the data file, and the words that are typed already.
pub struct CompletionData {
    pub store: Store,
    pub paths: Paths,
    pub words: Vec<String>,
    /// The place of the word that is completed.
    at: usize,
    pair: Option<String>,
    now: DateTime<Utc>,
}

impl CompletionData {
    /// None: it is not known where the data is.
    pub fn new(
        environment: &Environment<'_>,
        words: &[String],
        at: usize,
    ) -> Option<Arc<CompletionData>> {
        environment.ensure_readable().ok()?;
        let settings_file = option_value(words, &["--config"]).map(PathBuf::from);
        let paths = Paths::resolve(environment, settings_file.as_deref()).ok()?;
        let config = config::load(&paths, environment).ok()?;
        dates::set_date_style(config.date_style());
        let home = environment.path_var("HOME");
        let set = config.file(&settings::DB, &paths.config, home);
        let path = option_value(words, &["--db"]).map(PathBuf::from).or(set);
        Some(Arc::new(CompletionData {
            store: Store::new(path.unwrap_or_else(|| paths.data.clone()), Duration::ZERO),
            paths,
            words: words.to_vec(),
            at,
            pair: option_value(words, &["--pair", "-p"])
                .or_else(|| environment.var("MENTOR_PAIR").map(str::to_owned)),
            now: clock::now(environment).ok()?,
        }))
    }

    /// The nouns that have a record of this number.
    pub fn nouns_with(&self, number: i64) -> Vec<&'static str> {
        let has = |table: &str| {
            let found = self.records(table, StateFilter::Any, &number.to_string());
            found.iter().any(|hint| hint.number == number)
        };
        let nouns = NUMBERED.iter().filter(|(_, table)| has(table));
        nouns.map(|(noun, _)| *noun).collect()
    }

    /// The words beside the one that is completed.
    pub fn others(&self) -> impl Iterator<Item = &str> {
        let words = self.words.iter().enumerate();
        let others = words.filter(|(place, _)| *place != self.at);
        others.map(|(_, word)| word.as_str())
    }

    /// The numbers that an argument has been given already.
    pub fn said_numbers(&self, id: &str) -> Vec<String> {
        let option = format!("--{id}");
        let words: Vec<&str> = self.others().collect();
        let before = std::iter::once("").chain(words.iter().copied());
        let is_of_it = |(before, word): &(&str, &str)| match id {
            "number" => false,
            "numbers" => !before.starts_with("--") && !word.contains(|c: char| c.is_alphabetic()),
            _ => *before == option,
        };
        let said = before.zip(words.iter().copied()).filter(is_of_it);
        said.flat_map(|(_, word)| word.split(',').map(str::to_owned))
            .collect()
    }

    /// Whether an option that may be given once is there already.
    pub fn has(&self, arg: &Arg) -> bool {
        let once = matches!(arg.get_action(), ArgAction::Set | ArgAction::SetTrue);
        let Some(name) = arg.get_long().filter(|_| once) else {
            return false;
        };
        self.others().any(|word| {
            let said = word
                .strip_prefix("--")
                .and_then(|word| word.strip_prefix(name));
            said.is_some_and(|rest| rest.is_empty() || rest.starts_with('='))
        })
    }

    pub fn query<T: Default>(&self, query: impl FnOnce(&ReadTx<'_>) -> Result<T>) -> T {
        self.store.try_read(query).unwrap_or_default()
    }

    pub fn pairs(&self) -> Vec<PairContext> {
        self.query(|tx| Ok(pairs::pairs(tx)?))
    }

    /// The pair that is named, in use, or the only active one.
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

    /// Today where the user is, as far as it matters to a hint.
    pub fn today(&self) -> NaiveDate {
        let zone = self
            .pairs()
            .first()
            .map_or(Tz::UTC, |pair| pair.user().zone);
        self.now.with_timezone(&zone).date_naive()
    }

    pub fn records(&self, table: &str, wanted: StateFilter, typed: &str) -> Vec<CompletionRow> {
        let mut found = self.query(|tx| {
            let pair = self.pair(tx)?;
            Ok(completion_rows::find(
                tx,
                table,
                pair.map(|pair| pair.id()),
                typed,
            )?)
        });
        found.retain(|hint| match wanted {
            StateFilter::Any => true,
            StateFilter::Open => hint.is_open(),
            StateFilter::Closed => !hint.is_open(),
        });
        found
    }
}

/// Nouns whose records have numbers, and their tables.
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

/// What was given for an option, in any of the ways to write it; the last one counts.
fn option_value(words: &[String], names: &[&str]) -> Option<String> {
    let mut found = None;
    for (at, word) in words.iter().enumerate() {
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
                found = words.get(at + 1).cloned();
            } else if let Some(value) = joined {
                found = Some(value.to_owned());
            }
        }
    }
    found.filter(|value| !value.is_empty())
}

/// In which state a record has to be for a verb to make sense.
#[derive(Clone, Copy)]
pub enum StateFilter {
    Any,
    Open,
    Closed,
}

impl StateFilter {
    pub fn matches_kind(verb: &str) -> StateFilter {
        match verb {
            "done" | "drop" | "cancel" | "no-show" | "move" | "pause" | "progress"
            | "confidence" | "answer" | "seen" | "begin" | "advance" | "decline" | "decide"
            | "rate" => StateFilter::Open,
            "reopen" => StateFilter::Closed,
            _ => StateFilter::Any,
        }
    }
}
