//! One row of a sheet as a record: its cells pass the same rules as what is typed.

use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::{DateTime, NaiveDate, Utc};

use crate::commands::crud::form_input::FormInput;
use crate::commands::crud::{CrudRecord, HasTransitions};
use crate::commands::import::columns::{Column, To};
use crate::domain::dates::{self, DayRole};
use crate::domain::pair::PairContext;
use crate::error::{Failure, Result};
use crate::form::{Field, FieldType, FormValues, Row};
use crate::store::json;
use crate::store::read_tx::ReadTx;
use crate::view::csv;

/// How a noun is led to a state by one of its verbs or words; false: it has no such state.
pub type Turning<T> = fn(&mut T, &str, NaiveDate, DateTime<Utc>) -> bool;

pub fn turning<T: HasTransitions>(
    it: &mut T,
    word: &str,
    on: NaiveDate,
    at: DateTime<Utc>,
) -> bool {
    let mut turns = T::TRANSITIONS.iter();
    match turns.find(|turn| turn.verb == word || turn.to.to_string() == word) {
        Some(turn) => {
            it.set_state(turn.to, on, at, None);
            true
        }
        None => it.state().to_string() == word,
    }
}

/// A record that is not stored yet, what was given for it, and its pair.
pub type New<T> = (T, FormValues, Rc<PairContext>);

/// What rows are understood by: the moment, and the pairs that they belong to, each looked up once.
pub struct Around<'a, 'c> {
    pub tx: &'a ReadTx<'c>,
    pub now: DateTime<Utc>,
    pub look_up: &'a dyn Fn(Option<&str>) -> Result<PairContext>,
    pub pairs: BTreeMap<Option<String>, Rc<PairContext>>,
}

impl Around<'_, '_> {
    /// The pair that a cell names; none: the one that is meant.
    pub fn pair(&mut self, slug: Option<&str>) -> Result<Rc<PairContext>> {
        let named = slug.map(str::to_owned);
        if let Some(pair) = self.pairs.get(&named) {
            return Ok(Rc::clone(pair));
        }
        let pair = Rc::new((self.look_up)(slug)?);
        self.pairs.insert(named, Rc::clone(&pair));
        Ok(pair)
    }
}

/// How the rows of a sheet are read.
pub struct Reading<T> {
    pub columns: Vec<Column>,
    /// None: the noun goes through no states.
    pub turning: Option<Turning<T>>,
}

/// What a row says, cell by cell.
#[derive(Default)]
struct Said<'r> {
    values: FormValues,
    pair: Option<&'r str>,
    done: Option<&'r str>,
    done_on: Option<&'r str>,
}

impl<T: CrudRecord> Reading<T> {
    /// A row as a record; else what is wrong in it, cell by cell.
    pub fn understood(
        &self,
        row: &Row,
        around: &mut Around<'_, '_>,
    ) -> Result<New<T>, Vec<String>> {
        let mut said = self.said(row);
        let pair = around.pair(said.pair);
        let pair = pair.map_err(|failure| vec![detail(&failure, row.line)])?;
        let mut slips = Vec::new();
        loop {
            let failure = match self.filled(&said, row.line, &pair, around) {
                Ok(it) if slips.is_empty() => return Ok((it, said.values, pair)),
                Ok(_) => return Err(slips),
                Err(failure) => failure,
            };
            slips.push(detail(&failure, row.line));
            // What else is wrong shows without this cell.
            let is_its = |column: &&Column| failure.message.starts_with(&place(row.line, column));
            match self
                .columns
                .iter()
                .find(is_its)
                .and_then(|column| column.to)
            {
                Some(To::Field(field)) if !field.needed => said.values.set(field.key, Vec::new()),
                Some(To::Done) => said.done = None,
                Some(To::DoneOn) => said.done_on = None,
                _ => return Err(slips),
            }
        }
    }

    fn said<'r>(&self, row: &'r Row) -> Said<'r> {
        let mut said = Said::default();
        for (column, cell) in self.columns.iter().zip(&row.cells) {
            let cell = bare(cell);
            if cell.is_empty() {
                continue;
            }
            match column.to {
                Some(To::Field(field)) => {
                    let texts = texts(field, cell);
                    said.values.cell(field.key, texts, row.line, &column.name);
                }
                Some(To::Pair) => said.pair = Some(cell),
                Some(To::Done) => said.done = Some(cell),
                Some(To::DoneOn) => said.done_on = Some(cell),
                None => {}
            }
        }
        // Without an owner a title would be read as a whole line, `mentee: draft the RFC by fri`.
        if T::FORM.field("owner").is_some() && said.values.get_all("owner").is_empty() {
            said.values.set_known("owner", ["me".to_owned()]);
        }
        // Days that have a column of their own are not looked for in titles.
        let has_due = |column: &Column| column.to.is_some_and(|to| to.key() == "due");
        if self.columns.iter().any(has_due) && said.values.get_all("due").is_empty() {
            said.values.set_known("due", [String::new()]);
        }
        said
    }

    fn filled(
        &self,
        said: &Said<'_>,
        line: usize,
        pair: &PairContext,
        around: &Around<'_, '_>,
    ) -> Result<T> {
        let given = FormInput::new(&said.values, pair, around.now, Some(around.tx));
        let mut it = T::with_defaults(&given);
        it.apply(&given)?;
        it.before_insert(&given)?;
        if let Some(mut lacks) = T::missing_required(&said.values) {
            // They tell what to type, and this is a sheet.
            lacks.hints.clear();
            return Err(lacks);
        }
        let today = given.today_of(it.calendar_side().unwrap_or(pair.user_side()));
        self.stand(&mut it, said, line, today, &given)?;
        Ok(it)
    }

    /// Leads a record to the state that its row says.
    fn stand(
        &self,
        it: &mut T,
        said: &Said<'_>,
        line: usize,
        today: NaiveDate,
        given: &FormInput<'_>,
    ) -> Result<()> {
        let Some(turning) = self.turning else {
            return Ok(());
        };
        let day = |typed: &str| given.parse_past_day(typed, today);
        let on = said.done_on.map(day).transpose();
        let on = on.map_err(|failure| self.at(failure, line, "done_on"))?;
        let (word, on) = match said.done {
            None if on.is_none() => return Ok(()),
            None => ("done", on),
            // A day is the day on which it was done.
            Some(typed) if dates::parse_day(typed, today, DayRole::Past).is_ok() => {
                let on = day(typed).map_err(|failure| self.at(failure, line, "done"))?;
                ("done", Some(on))
            }
            Some(typed) => (standing(typed), on),
        };
        if word == "open" || turning(it, word, on.unwrap_or(today), given.now) {
            return Ok(());
        }
        let unknown = format!("`{word}` says neither that it is done nor that it is open");
        let unknown =
            Failure::refused(unknown).hint("`yes`, `no`, or the day on which it was done");
        Err(self.at(unknown, line, "done"))
    }

    /// The failure, with its place in the sheet.
    fn at(&self, mut failure: Failure, line: usize, key: &str) -> Failure {
        let is_its = |column: &&Column| column.to.is_some_and(|to| to.key() == key);
        if let Some(column) = self.columns.iter().find(is_its) {
            failure.message = format!("{} {}", place(line, column), failure.message);
        }
        failure
    }

    /// The fields that columns go to, as they were understood.
    pub fn shown(&self, row: &Row, it: &T, pair: &PairContext) -> Vec<String> {
        let texts = json::field_texts(it);
        let cells = self.columns.iter().zip(&row.cells);
        let shown = cells.filter_map(|(column, cell)| {
            let key = match column.to? {
                To::Pair => return Some(pair.slug().to_owned()),
                To::Done => "state",
                To::DoneOn => "state_on",
                To::Field(field) => field.key,
            };
            let found = texts.iter().find(|(name, _)| *name == key);
            // What is no field of the record itself, such as the steps of a goal, stays as it was typed.
            Some(found.map_or_else(|| bare(cell).to_owned(), |(_, texts)| texts.join("; ")))
        });
        shown.collect()
    }
}

/// A cell without the blanks around it, and without what `--for-spreadsheet` has put before it.
fn bare(cell: &str) -> &str {
    let cell = cell.trim();
    let formula = cell.strip_prefix('\'').filter(|rest| csv::is_formula(rest));
    formula.unwrap_or(cell)
}

/// A cell as it would be typed. A list has an entry a line, or semicolons between them.
fn texts(field: &Field, cell: &str) -> Vec<String> {
    match field.shape {
        FieldType::List | FieldType::Words => {
            let entries = cell.split([';', '\n']).map(|entry| entry.trim().to_owned());
            entries.collect()
        }
        FieldType::Yes => vec![cell.to_lowercase()],
        FieldType::Line | FieldType::Text => vec![cell.to_owned()],
    }
}

/// What people write in a column that says how far something is, as one of our words.
fn standing(typed: &str) -> &str {
    const OPEN: [&str; 11] = [
        "no",
        "false",
        "0",
        "-",
        "open",
        "todo",
        "to do",
        "new",
        "active",
        "in progress",
        "not started",
    ];
    const DONE: [&str; 9] = [
        "yes",
        "true",
        "1",
        "x",
        "\u{2713}",
        "complete",
        "completed",
        "finished",
        "closed",
    ];
    const DROPPED: [&str; 4] = ["dropped", "cancelled", "canceled", "won't do"];
    let word = typed.to_lowercase();
    let is_in = |words: &[&str]| words.contains(&word.as_str());
    match () {
        () if is_in(&OPEN) => "open",
        () if is_in(&DONE) || word == "done" => "done",
        () if is_in(&DROPPED) => "drop",
        () => typed,
    }
}

/// Where a cell is: ``line 3, `due`:``.
fn place(line: usize, column: &Column) -> String {
    format!("line {line}, `{}`:", column.name)
}

/// What is wrong, where, and what was expected.
fn detail(failure: &Failure, line: usize) -> String {
    let mut text = match failure.message.starts_with("line ") {
        true => failure.message.clone(),
        false => format!("line {line}: {}", failure.message),
    };
    if let Some(hint) = failure.hints.first() {
        text.push_str(&format!(" ({hint})"));
    }
    text
}
