//! One row of a sheet as a record: its cells pass the same rules as what is typed.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use chrono::{DateTime, NaiveDate, Utc};

use crate::app::App;
use crate::commands::crud::form_input::{FormInput, parse_record_number};
use crate::commands::crud::{CrudRecord, HasTransitions};
use crate::commands::data::import::cells::{
    RowInput, cells, detail_line, is_filled, location, normalize_status, pair_of, read_cells,
    strip_cell,
};
use crate::commands::data::import::columns::{ColumnTarget, ImportColumn};
use crate::domain::dates::{self, DayOrder, DayRole, ForeignDates};
use crate::domain::pair::PairContext;
use crate::domain::record::{Id, Record};
use crate::error::{Failure, Result};
use crate::input::form::{CsvRow, FormValues};
use crate::store::json;
use crate::store::read_tx::ReadTx;
use crate::store::write_tx::WriteTx;

/// How a noun with states is led to one of them by a row.
pub struct StateRules<T> {
    /// Leads it to a state by one of its verbs or words; false: it has no such state.
    set: fn(&mut T, &str, NaiveDate, DateTime<Utc>) -> bool,
    /// Why a stored one can't go to the state that `set` would lead to.
    refuse: fn(&Record<T>, &T) -> Option<Failure>,
    /// What happens in the same step when the state of a stored one changes.
    pub after: fn(&Record<T>, &PairContext, &WriteTx<'_>) -> Result<()>,
}

impl<T: HasTransitions> StateRules<T> {
    pub fn new() -> StateRules<T> {
        StateRules {
            set: set_state,
            refuse: |record, turned| {
                if record.state() == turned.state() {
                    None
                } else {
                    T::refuse_transition(record, turned.state())
                }
            },
            after: T::after_transition,
        }
    }
}

fn set_state<T: HasTransitions>(it: &mut T, word: &str, on: NaiveDate, at: DateTime<Utc>) -> bool {
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
pub type PendingRecord<T> = (T, FormValues, Rc<PairContext>);

/// A stored record that a row changes.
pub struct RecordChange<T> {
    /// The record with its new fields.
    pub record: Record<T>,
    pub before: T,
    pub values: FormValues,
    pub pair: Rc<PairContext>,
    pub has_new_state: bool,
}

/// What a row asks for.
pub enum RowAction<T> {
    Add(PendingRecord<T>),
    Change(RecordChange<T>),
    /// The record that it names is as the row says.
    Keep,
}

/// Finds the pair of a short name, or the one that is meant.
type PairLookup<'a> = Box<dyn Fn(Option<&str>) -> Result<PairContext> + 'a>;

/// What rows are understood by: the moment, and the pairs that they belong to, each looked up once.
pub struct ImportContext<'a, 'c> {
    pub tx: &'a ReadTx<'c>,
    pub now: DateTime<Utc>,
    look_up: PairLookup<'a>,
    pairs: BTreeMap<Option<String>, Rc<PairContext>>,
    /// The records that rows have named, each with the line.
    pub named: HashMap<i64, usize>,
    /// What the user should know of how rows were read.
    pub notes: Vec<String>,
}

impl<'a, 'c> ImportContext<'a, 'c> {
    /// Fails if no column names a pair, and which one is meant is open: that is no matter of a cell.
    pub fn new(
        app: &'a App<'_, '_>,
        tx: &'a ReadTx<'c>,
        columns: &[ImportColumn],
    ) -> Result<ImportContext<'a, 'c>> {
        let look_up = |slug: Option<&str>| match slug {
            Some(slug) => app.pair_for_write_by_slug(tx, slug),
            None => app.current_pair_for_write(tx),
        };
        let mut context = ImportContext {
            tx,
            now: app.now,
            look_up: Box::new(look_up),
            pairs: BTreeMap::new(),
            named: HashMap::new(),
            notes: Vec::new(),
        };
        let names_pair = |column: &ImportColumn| column.to.is_some_and(|to| to.key() == "pair");
        if !columns.iter().any(names_pair) {
            context.pair(None)?;
        }
        Ok(context)
    }

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
pub struct RowParser<T> {
    pub columns: Vec<ImportColumn>,
    /// None: the noun goes through no states.
    pub states: Option<StateRules<T>>,
    pub order: Option<DayOrder>,
    /// Whether midnight in UTC stands for a day without a time.
    pub midnight_is_a_day: bool,
}

impl<T: CrudRecord> RowParser<T> {
    /// What a row asks for; else what is wrong in it, cell by cell.
    pub fn parse_row(
        &self,
        row: &CsvRow,
        around: &mut ImportContext<'_, '_>,
    ) -> Result<RowAction<T>, Vec<String>> {
        let one = |failure: Failure| vec![detail_line(&failure, row.line)];
        let pair = around.pair(pair_of(&self.columns, row)).map_err(one)?;
        let dates = ForeignDates {
            order: self.order,
            zone: pair.user().zone,
            midnight_is_a_day: self.midnight_is_a_day,
        };
        let (mut said, slips) = read_cells(&self.columns, row, dates);
        if let Some(record) = self.find_named(&said, row, &pair, around).map_err(one)? {
            return if slips.is_empty() {
                self.apply_changes(record, &said, row, pair, around)
            } else {
                Err(slips)
            };
        }
        self.complete_new(&mut said);
        let new = self.new_record(said, slips, row, pair, around)?;
        Ok(RowAction::Add(new))
    }

    /// The record that a row names by its `uid` or number.
    fn find_named(
        &self,
        said: &RowInput<'_>,
        row: &CsvRow,
        pair: &PairContext,
        around: &mut ImportContext<'_, '_>,
    ) -> Result<Option<Record<T>>> {
        let (key, found) = match (said.uid, said.number) {
            (Some(uid), _) => {
                let found: Option<Record<T>> = around.tx.first("WHERE uid = ?1", [uid])?;
                if found.is_none() {
                    let note = Failure::refused(format!(
                        "no {} here has this uid, so the line counts as a new one",
                        T::LABEL
                    ));
                    let note = self.with_location(note, row.line, "uid");
                    around.notes.push(note.message);
                }
                ("uid", found)
            }
            (None, Some(typed)) => {
                let at = |failure| self.with_location(failure, row.line, "id");
                let number = parse_record_number(typed).map_err(at)?;
                let found = around.tx.find::<T>(Id::new(number))?;
                let missing = || {
                    let column = self.column("id").map_or("id", |column| &column.name);
                    let missing = Failure::refused(format!("there is no {} {number}", T::LABEL));
                    at(missing.hint(format!(
                        "leave the cell empty to add one, or use `--map \"{column}=\"` if the numbers are another program's"
                    )))
                };
                ("id", Some(found.ok_or_else(missing)?))
            }
            (None, None) => return Ok(None),
        };
        let Some(record) = found else {
            return Ok(None);
        };
        let at = |failure| Err(self.with_location(failure, row.line, key));
        let (noun, number) = (T::LABEL, record.id);
        if record.pair() != pair.id() {
            let other = Failure::refused(format!(
                "{noun} {number} belongs to another pair than `{}`",
                pair.slug()
            ));
            return at(other.hint("a record stays with its pair"));
        }
        match around.named.insert(number.number(), row.line) {
            Some(line) => at(
                Failure::refused(format!("line {line} is {noun} {number} too"))
                    .hint("leave one of the two out"),
            ),
            None => Ok(Some(record)),
        }
    }

    fn column(&self, key: &str) -> Option<&ImportColumn> {
        let mut columns = self.columns.iter();
        columns.find(|column| column.to.is_some_and(|to| to.key() == key))
    }

    /// Says what has to be said of a new record, so that its title is taken as it is.
    fn complete_new(&self, said: &mut RowInput<'_>) {
        // Without an owner a title would be read as a whole line, `mentee: draft the RFC by fri`.
        if T::FORM.field("owner").is_some() && said.values.get_all("owner").is_empty() {
            said.values.set_known("owner", ["me".to_owned()]);
        }
        // Days that have a column of their own are not looked for in titles.
        if self.column("due").is_some() && said.values.get_all("due").is_empty() {
            said.values.set_known("due", [String::new()]);
        }
    }

    /// A stored record with what its row says otherwise.
    fn apply_changes(
        &self,
        mut record: Record<T>,
        said: &RowInput<'_>,
        row: &CsvRow,
        pair: Rc<PairContext>,
        around: &mut ImportContext<'_, '_>,
    ) -> Result<RowAction<T>, Vec<String>> {
        let before = record.data.clone();
        let current = json::field_texts(&before);
        let mut other = FormValues::default();
        let mut has_other = false;
        for cell in cells(&self.columns, row) {
            let ColumnTarget::Field(field) = cell.to else {
                continue;
            };
            let Some((_, texts)) = current.iter().find(|(name, _)| *name == field.key) else {
                if !strip_cell(cell.text).is_empty() {
                    around.notes.push(format!(
                        "{} only a new {} takes it, so it was left out",
                        location(row.line, cell.column),
                        T::LABEL
                    ));
                }
                continue;
            };
            if is_filled(cell.text, &texts.join("\n"), field) {
                continue;
            }
            has_other = true;
            let mut texts = said.values.get_all(field.key).to_vec();
            if texts.is_empty() {
                other.cell(field.key, [String::new()], row.line, &cell.column.name);
                texts = other.get_all(field.key).to_vec();
            }
            other.set(field.key, texts);
        }
        // A day is not looked for in a title that was corrected.
        if other.get("title").is_some() && other.get("due").is_none() {
            let due = current.iter().find(|(name, _)| *name == "due");
            if let Some((_, due)) = due.filter(|_| T::FORM.field("due").is_some()) {
                other.set_known("due", [due.join("")]);
            }
        }
        let given = FormInput::new(&other, &pair, around.now, Some(around.tx));
        let one = |failure: Failure| vec![detail_line(&failure, row.line)];
        if has_other {
            record.data.apply(&given).map_err(one)?;
        }
        let has_new_state = self
            .change_state(&mut record, said, row, &pair, &given)
            .map_err(one)?;
        if json::field_values(&record.data) == json::field_values(&before) {
            return Ok(RowAction::Keep);
        }
        Ok(RowAction::Change(RecordChange {
            record,
            before,
            values: other,
            pair,
            has_new_state,
        }))
    }

    /// Leads a stored record to the state that its row says; true: it was in another one.
    fn change_state(
        &self,
        record: &mut Record<T>,
        said: &RowInput<'_>,
        row: &CsvRow,
        pair: &PairContext,
        given: &FormInput<'_>,
    ) -> Result<bool> {
        let Some(states) = &self.states else {
            return Ok(false);
        };
        let today = given.today_of(record.data.calendar_side().unwrap_or(pair.user_side()));
        let text_of = |it: &T, key: &str| {
            let texts = json::field_texts(it);
            let found = texts.into_iter().find(|(name, _)| *name == key);
            found.map(|(_, texts)| texts.join("\n"))
        };
        let state = text_of(&record.data, "state").unwrap_or_default();
        let state_on = text_of(&record.data, "state_on");
        let on = said.done_on.as_deref();
        let on = on.filter(|typed| state_on.as_deref() != Some(typed));
        let mut on = on
            .map(|typed| given.parse_past_day(typed, today))
            .transpose()
            .map_err(|failure| self.with_location(failure, row.line, "done_on"))?;
        let word = match said.done.as_deref() {
            None => state.clone(),
            Some(typed) if dates::parse_day(typed, today, DayRole::Past).is_ok() => {
                let day = given.parse_past_day(typed, today);
                on = Some(day.map_err(|failure| self.with_location(failure, row.line, "done"))?);
                "done".to_owned()
            }
            // An open record is in the state in which it began.
            Some(typed) => match normalize_status(typed) {
                "open" => text_of(&T::with_defaults(given), "state").unwrap_or_default(),
                word => word.to_owned(),
            },
        };
        let mut turned = record.data.clone();
        if !(states.set)(&mut turned, &word, on.unwrap_or(today), given.now) {
            return Err(self.with_location(unknown_state_failure(&word), row.line, "done"));
        }
        let is_new = text_of(&turned, "state").as_deref() != Some(&state);
        if !is_new && (on.is_none() || text_of(&turned, "state_on") == state_on) {
            return Ok(false);
        }
        if let Some(failure) = (states.refuse)(record, &turned) {
            return Err(self.with_location(failure, row.line, "done"));
        }
        record.data = turned;
        Ok(is_new)
    }

    /// Says what a row without a number would change in the record that is like it.
    pub fn difference(
        &self,
        number: i64,
        row: &CsvRow,
        pair: &Rc<PairContext>,
        around: &mut ImportContext<'_, '_>,
    ) -> Result<Option<String>> {
        let Some(record) = around.tx.find::<T>(Id::new(number))? else {
            return Ok(None);
        };
        let dates = ForeignDates {
            order: self.order,
            zone: pair.user().zone,
            midnight_is_a_day: self.midnight_is_a_day,
        };
        let (said, _) = read_cells(&self.columns, row, dates);
        let changed = self.apply_changes(record, &said, row, Rc::clone(pair), around);
        Ok(match changed {
            Ok(RowAction::Change(_)) => Some(format!(
                "line {} is {} {number} with other values, and nothing was changed: a column `id` with {number} changes it",
                row.line,
                T::LABEL
            )),
            _ => None,
        })
    }

    /// A row as a new record.
    fn new_record(
        &self,
        mut said: RowInput<'_>,
        mut slips: Vec<String>,
        row: &CsvRow,
        pair: Rc<PairContext>,
        around: &ImportContext<'_, '_>,
    ) -> Result<PendingRecord<T>, Vec<String>> {
        loop {
            let failure = match self.build(&said, row.line, &pair, around) {
                Ok(it) if slips.is_empty() => return Ok((it, said.values, pair)),
                Ok(_) => return Err(slips),
                Err(failure) => failure,
            };
            slips.push(detail_line(&failure, row.line));
            // What else is wrong shows without this cell.
            let field = failure.place.and_then(|place| place.field);
            let is_its = |column: &&ImportColumn| field.as_deref() == Some(&*column.name);
            match self
                .columns
                .iter()
                .find(is_its)
                .and_then(|column| column.to)
            {
                Some(ColumnTarget::Field(field)) if !field.needed => {
                    said.values.set(field.key, Vec::new());
                }
                Some(ColumnTarget::Done) => said.done = None,
                Some(ColumnTarget::DoneOn) => said.done_on = None,
                _ => return Err(slips),
            }
        }
    }

    fn build(
        &self,
        said: &RowInput<'_>,
        line: usize,
        pair: &PairContext,
        around: &ImportContext<'_, '_>,
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
        self.apply_state(&mut it, said, line, today, &given)?;
        Ok(it)
    }

    /// Leads a record to the state that its row says.
    fn apply_state(
        &self,
        it: &mut T,
        said: &RowInput<'_>,
        line: usize,
        today: NaiveDate,
        given: &FormInput<'_>,
    ) -> Result<()> {
        let Some(states) = &self.states else {
            return Ok(());
        };
        let day = |typed: &str| given.parse_past_day(typed, today);
        let on = said.done_on.as_deref().map(day).transpose();
        let on = on.map_err(|failure| self.with_location(failure, line, "done_on"))?;
        let (word, on) = match said.done.as_deref() {
            None if on.is_none() => return Ok(()),
            None => ("done", on),
            // A day is the day on which it was done.
            Some(typed) if dates::parse_day(typed, today, DayRole::Past).is_ok() => {
                let on = day(typed).map_err(|failure| self.with_location(failure, line, "done"))?;
                ("done", Some(on))
            }
            Some(typed) => (normalize_status(typed), on),
        };
        if word == "open" || (states.set)(it, word, on.unwrap_or(today), given.now) {
            return Ok(());
        }
        Err(self.with_location(unknown_state_failure(word), line, "done"))
    }

    /// The failure, with its place in the sheet.
    fn with_location(&self, failure: Failure, line: usize, key: &str) -> Failure {
        match self.column(key) {
            Some(column) => failure.at_field(line, &column.name),
            None => failure,
        }
    }

    /// The fields that columns go to, as they were understood.
    pub fn preview(&self, row: &CsvRow, it: &T, pair: &PairContext) -> Vec<String> {
        let texts = json::field_texts(it);
        let cells = self.columns.iter().zip(&row.cells);
        let shown = cells.filter_map(|(column, cell)| {
            let key = match column.to? {
                ColumnTarget::Pair => return Some(pair.slug().to_owned()),
                ColumnTarget::Done => "state",
                ColumnTarget::DoneOn => "state_on",
                ColumnTarget::Uid | ColumnTarget::Number | ColumnTarget::Time => return None,
                ColumnTarget::Field(field) => field.key,
            };
            let found = texts.iter().find(|(name, _)| *name == key);
            // What is no field of the record itself, such as the steps of a goal, stays as it was typed.
            Some(found.map_or_else(
                || strip_cell(cell).to_owned(),
                |(_, texts)| texts.join("; "),
            ))
        });
        shown.collect()
    }
}

fn unknown_state_failure(word: &str) -> Failure {
    Failure::refused(format!(
        "`{word}` says neither that it is done nor that it is open"
    ))
    .hint("`yes`, `no`, or the day on which it was done")
}
