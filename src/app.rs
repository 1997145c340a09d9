//! What every command gets: the store, the ui, the prompter, the present moment, the pair in question.

use std::path::PathBuf;
use std::time::Duration;

use chrono::{DateTime, NaiveDate, Utc};

use crate::clock;
use crate::config::{self, Config};
use crate::domain::pair::{Couple, PairState};
use crate::domain::person::{Person, Side};
use crate::domain::record::{Id, Record};
use crate::domain::workweek::WorkWeek;
use crate::domain::zone::{self, Tz};
use crate::environment::Environment;
use crate::error::{Failure, Kind, Result};
use crate::paths::Paths;
use crate::prompt::{Nobody, Prompter, Terminal};
use crate::run;
use crate::store::open::{Store, Written};
use crate::store::reader::Reader;
use crate::store::record::Stored;
use crate::store::writer::Writer;
use crate::store::{pairs, people, settings};
use crate::ui::Ui;
use crate::view::page::Page;
use crate::view::words;

/// Options that every command knows.
#[derive(Clone, Debug, Default)]
pub struct Globals {
    pub pair: Option<String>,
    pub json: bool,
    pub quiet: bool,
    pub no_input: bool,
    pub color: Option<String>,
    pub db: Option<PathBuf>,
}

pub struct App<'a, 'io> {
    pub ui: &'a mut Ui<'io>,
    pub environment: &'a mut Environment<'io>,
    pub prompter: Box<dyn Prompter + 'io>,
    pub globals: Globals,
    pub config: Config,
    pub paths: Paths,
    pub store: Store,
    /// The one present moment of this run.
    pub now: DateTime<Utc>,
    /// Whether somebody is there to answer questions.
    pub can_ask: bool,
}

impl<'a, 'io> App<'a, 'io> {
    pub fn new(
        environment: &'a mut Environment<'io>,
        ui: &'a mut Ui<'io>,
        mut globals: Globals,
    ) -> Result<Self> {
        let now = clock::now(environment)?;
        let paths = Paths::of(environment)?;
        let config = config::load(&paths.config)?;
        globals.color = globals.color.or_else(|| config.color.clone());
        ui.json = globals.json;
        ui.quiet = globals.quiet;
        ui.out_color = run::color(environment, &globals, environment.stdout_is_terminal);
        ui.err_color = run::color(environment, &globals, environment.stderr_is_terminal);
        let has_terminal = environment.stdin_is_terminal && environment.stderr_is_terminal;
        let wanted = !globals.no_input && environment.var("MENTOR_NO_INPUT").is_none();
        let can_ask = wanted && (has_terminal || environment.prompter.is_some());
        let prompter: Box<dyn Prompter + 'io> = match environment.prompter.take() {
            Some(prompter) if can_ask => prompter,
            None if can_ask => Box::new(Terminal::new(ui.err_color)),
            _ => Box::new(Nobody),
        };
        let path = globals
            .db
            .clone()
            .or_else(|| environment.var("MENTOR_DB").map(PathBuf::from))
            .or_else(|| config.db.clone())
            .unwrap_or_else(|| paths.data.clone());
        let patience = Duration::from_secs(if has_terminal { 10 } else { 30 });
        Ok(App {
            store: Store::at(path, patience),
            ui,
            environment,
            prompter,
            globals,
            config,
            paths,
            now,
            can_ask,
        })
    }

    /// Reads in one consistent view; writes nothing.
    pub fn read<T>(&self, query: impl FnOnce(&Reader<'_>) -> Result<T>) -> Result<T> {
        self.store.read(query)
    }

    /// Changes in one transaction, then says what it understood.
    pub fn write<T>(&mut self, change: impl FnOnce(&Self, &Writer<'_>) -> Result<T>) -> Result<T> {
        let (value, written) = self.store.write(self.now, |tx| change(self, tx))?;
        self.said(written)?;
        Ok(value)
    }

    /// As `write`, for undo and redo: they move along the history and add nothing to it.
    pub fn turn<T>(&mut self, change: impl FnOnce(&Writer<'_>) -> Result<T>) -> Result<T> {
        let (value, written) = self.store.turn(self.now, change)?;
        self.said(written)?;
        Ok(value)
    }

    fn said(&mut self, written: Written) -> Result<()> {
        if let Some(copy) = written.upgraded_from {
            let copy = copy.display();
            self.ui.status(&format!(
                "Upgraded the data file; the one before is kept as `{copy}`"
            ))?;
        }
        for words in written.said {
            self.ui.status(&words)?;
        }
        Ok(())
    }

    /// Gives the answer in the form that was asked for.
    pub fn show(
        &mut self,
        json: impl FnOnce() -> serde_json::Value,
        text: impl FnOnce(&Page) -> String,
    ) -> Result<()> {
        if self.ui.json {
            self.ui.answer_json(&json())
        } else {
            let page = self.page();
            self.ui.answer(&text(&page))
        }
    }

    /// The answer of a command that changed something: the record for programs; people have been told by `write`.
    pub fn show_json(&mut self, json: impl FnOnce() -> serde_json::Value) -> Result<()> {
        if self.ui.json {
            self.ui.answer_json(&json())?;
        }
        Ok(())
    }

    pub fn page(&self) -> Page {
        Page {
            width: self
                .environment
                .width
                .filter(|_| self.environment.stdout_is_terminal),
        }
    }

    /// The pair that is meant: `-p` > `MENTOR_PAIR` > `mentor pair use` > the only active one.
    pub fn couple(&self, tx: &Reader<'_>) -> Result<Couple> {
        let couples = pairs::couples(tx)?;
        let named = self.named_pair();
        let wanted = match named {
            Some(slug) => Some(slug.to_owned()),
            None => settings::pair_in_use(tx)?,
        };
        if let Some(slug) = wanted {
            return choose(couples, &slug);
        }
        let mut active: Vec<Couple> = couples
            .into_iter()
            .filter(|couple| couple.pair.state == PairState::Active)
            .collect();
        match active.len() {
            1 => Ok(active.remove(0)),
            0 => Err(Failure::not_found("there is no active pair yet")
                .hint("`mentor pair add ana --mentee Ana` adds one")),
            _ => Err(which_pair(&active)),
        }
    }

    /// As `couple`, for a change: an ended pair is read-only.
    pub fn couple_to_change(&self, tx: &Reader<'_>) -> Result<Couple> {
        let couple = self.couple(tx)?;
        check_open(&couple)?;
        Ok(couple)
    }

    /// The pairs a report covers: the named one, or else all active ones.
    pub fn couples(&self, tx: &Reader<'_>) -> Result<Vec<Couple>> {
        match self.named_pair() {
            Some(slug) => Ok(vec![choose(pairs::couples(tx)?, slug)?]),
            None => Ok(pairs::active_couples(tx)?),
        }
    }

    fn named_pair(&self) -> Option<&str> {
        let named = self.globals.pair.as_deref();
        named.or_else(|| self.environment.var("MENTOR_PAIR"))
    }

    /// The pair that a record belongs to, checked against a pair that was named.
    pub fn owner_of<T: Stored>(
        &self,
        tx: &Reader<'_>,
        noun: &str,
        number: i64,
        pair_of: impl Fn(&T) -> Id<crate::domain::pair::Pair>,
    ) -> Result<(Record<T>, Couple)> {
        let found = tx.find::<T>(Id::new(number))?;
        let named = match self.named_pair() {
            Some(slug) => Some(choose(pairs::couples(tx)?, slug)?),
            None => None,
        };
        let missing = || {
            let at = named
                .as_ref()
                .map(|couple| format!(" for `{}`", couple.slug()));
            let command = noun.replace('-', "");
            Failure::not_found(format!("no {noun} {number}{}", at.unwrap_or_default()))
                .hint(format!("`mentor {command} list` shows what there is"))
        };
        let record = found.ok_or_else(missing)?;
        let pair = pair_of(&record.it);
        if named.as_ref().is_some_and(|couple| couple.id() != pair) {
            return Err(missing());
        }
        let couple = match named {
            Some(couple) => couple,
            None => pairs::couples(tx)?
                .into_iter()
                .find(|couple| couple.id() == pair)
                .ok_or_else(missing)?,
        };
        Ok((record, couple))
    }

    /// A record that has to belong to this pair.
    #[expect(clippy::unused_self, reason = "a command asks the app for everything")]
    pub fn in_pair<T: Stored>(
        &self,
        tx: &Reader<'_>,
        couple: &Couple,
        noun: &str,
        number: i64,
        pair_of: impl Fn(&T) -> Id<crate::domain::pair::Pair>,
    ) -> Result<Record<T>> {
        let found = tx.find::<T>(Id::new(number))?;
        found
            .filter(|record| pair_of(&record.it) == couple.id())
            .ok_or_else(|| {
                let command = noun.replace('-', "");
                Failure::not_found(format!("no {noun} {number} for `{}`", couple.slug())).hint(
                    format!(
                        "`mentor {command} list -p {}` shows what there is",
                        couple.slug()
                    ),
                )
            })
    }

    /// As `owner_of`, for a change.
    pub fn owner_to_change<T: Stored>(
        &self,
        tx: &Reader<'_>,
        noun: &str,
        number: i64,
        pair_of: impl Fn(&T) -> Id<crate::domain::pair::Pair>,
    ) -> Result<(Record<T>, Couple)> {
        let (record, couple) = self.owner_of(tx, noun, number, pair_of)?;
        check_open(&couple)?;
        Ok((record, couple))
    }

    /// Asks on a terminal which pair is meant, if that is all that is missing.
    pub fn ask_which_pair(&mut self, failure: &Failure) -> Result<Option<String>> {
        if failure.pairs.is_empty() || !self.can_ask {
            return Ok(None);
        }
        let chosen = self.prompter.choose("Which pair?", &failure.pairs, 0)?;
        Ok(failure.pairs.get(chosen).cloned())
    }

    /// The user, or who they seem to be until `mentor init` says otherwise.
    #[expect(clippy::unused_self, reason = "a command asks the app for everything")]
    pub fn user(&self, tx: &Reader<'_>) -> Result<Option<Record<Person>>> {
        Ok(people::user(tx)?)
    }

    /// The user as the system knows them: their login name and the system's zone.
    pub fn system_user(&self) -> Person {
        let name = ["MENTOR_USER", "USER", "LOGNAME", "USERNAME"]
            .iter()
            .find_map(|name| self.environment.var(name));
        Person {
            name: name.unwrap_or("Me").to_owned(),
            zone: self.system_zone(),
            week: WorkWeek::default(),
            language: None,
            preferences: Vec::new(),
            holidays: None,
            notes: None,
            is_user: true,
        }
    }

    /// `$TZ`, then the system's zone, then UTC.
    pub fn system_zone(&self) -> Tz {
        let named = self
            .environment
            .var("TZ")
            .map(|tz| tz.trim_start_matches(':').to_owned());
        named
            .or_else(self.environment.system_zone)
            .and_then(|name| zone::parse(&name).ok())
            .unwrap_or(Tz::UTC)
    }

    /// Today where a person is.
    pub fn today_of(&self, person: &Person) -> NaiveDate {
        self.now.with_timezone(&person.zone).date_naive()
    }
}

/// The side that `mentor`, `mentee`, `me`, `them` or a name stands for.
pub fn side(couple: &Couple, typed: &str) -> Result<Side> {
    let word = typed.trim().to_lowercase();
    match word.as_str() {
        "mentor" => return Ok(Side::Mentor),
        "mentee" => return Ok(Side::Mentee),
        "me" | "i" => return Ok(couple.me()),
        "them" | "they" => return Ok(couple.me().other()),
        _ => {}
    }
    let is_named = |side: Side| {
        let name = couple.person(side).name.to_lowercase();
        !word.is_empty() && (name == word || name.split_whitespace().next() == Some(word.as_str()))
    };
    match (is_named(Side::Mentor), is_named(Side::Mentee)) {
        (true, false) => Ok(Side::Mentor),
        (false, true) => Ok(Side::Mentee),
        _ => Err(Failure::refused(format!(
            "`{}` is neither side of `{}`",
            typed.trim(),
            couple.slug()
        ))
        .hint("a side is `mentor`, `mentee`, `me` or `them`")),
    }
}

fn choose(mut couples: Vec<Couple>, slug: &str) -> Result<Couple> {
    if let Some(at) = couples.iter().position(|couple| couple.slug() == slug) {
        return Ok(couples.remove(at));
    }
    let starting: Vec<usize> = (0..couples.len())
        .filter(|at| couples[*at].slug().starts_with(slug) && !slug.is_empty())
        .collect();
    if starting.len() > 1 {
        let slugs: Vec<&str> = starting.iter().map(|at| couples[*at].slug()).collect();
        let listed = words::ticked(&slugs, "and");
        let either: Vec<String> = slugs.iter().map(|slug| format!("-p {slug}")).collect();
        let either: Vec<&str> = either.iter().map(String::as_str).collect();
        return Err(Failure::not_found(format!(
            "{} pairs match `{slug}`: {listed}",
            words::number(starting.len())
        ))
        .hint(format!("say which one: {}", words::ticked(&either, "or"))));
    }
    let failure = Failure::not_found(format!("no pair `{slug}`"));
    let near = couples
        .iter()
        .map(Couple::slug)
        .map(|known| (strsim::jaro_winkler(known, slug), known))
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .filter(|(likeness, _)| *likeness > 0.7);
    Err(match near {
        Some((_, known)) => failure.hint(format!("did you mean `{known}`?")),
        None => failure.hint("`mentor pair list` shows the pairs"),
    })
}

fn check_open(couple: &Couple) -> Result<()> {
    if couple.pair.state == PairState::Ended {
        return Err(Failure::refused(format!(
            "`{}` ended on {} and is read-only",
            couple.slug(),
            couple.pair.state_on
        ))
        .hint(format!(
            "`mentor pair resume {}` takes it up again",
            couple.slug()
        )));
    }
    Ok(())
}

fn which_pair(active: &[Couple]) -> Failure {
    let slugs: Vec<&str> = active.iter().map(Couple::slug).collect();
    let mut failure = Failure::new(
        Kind::NotFound,
        format!(
            "which pair? there are {}: {}",
            words::number(slugs.len()),
            words::ticked(&slugs, "and")
        ),
    )
    .hint(format!(
        "say it with `-p {0}`, or choose one for good: `mentor pair use {0}`",
        slugs[0]
    ));
    failure.pairs = slugs.into_iter().map(str::to_owned).collect();
    failure
}
