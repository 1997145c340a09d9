//! Parses one row of a spreadsheet into a record, under the same rules as typed input.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::rc::Rc;

use chrono::{DateTime, NaiveDate, Utc};

use crate::app::App;
use crate::commands::crud::form_input::{FormInput, parse_record_number};
use crate::commands::crud::{CrudRecord, HasTransitions};
use crate::commands::data::import::cells::{
    RowInput, cells, detail_line, is_unchanged, location, normalize_status, pair_of, read_cells,
    strip_cell,
};
use crate::commands::data::import::columns::{ColumnTarget, ImportColumn};
use crate::domain::dates::{self, DayOrder, DayRole, ForeignDates, Now, Today};
use crate::domain::pair::PairContext;
use crate::domain::record::{Id, Record};
use crate::error::{Failure, Result};
use crate::input::form::{CsvRow, FormValues};
use crate::store::json;
use crate::store::read_tx::ReadTx;
use crate::store::write_tx::WriteTx;

/// How the state of a record is set from a row.
pub struct StateRules<T> {
    /// Sets the state by a transition's verb or a state's word; returns false if the noun has no such state.
    set: fn(&mut T, &str, NaiveDate, DateTime<Utc>) -> bool,
    /// Returns why a stored record can't change to the state that `set` gave its copy.
    refuse: fn(&Record<T>, &T) -> Option<Failure>,
    /// Makes further changes in the same undo step when the state of a stored record changes.
    pub after: fn(&Record<T>, &PairContext, &WriteTx<'_>) -> Result<()>,
}

impl<T: HasTransitions> StateRules<T> {
    pub fn new() -> StateRules<T> {
        StateRules {
            set: set_state,
            refuse: |record, changed| {
                if record.state() == changed.state() {
                    None
                } else {
                    T::refuse_transition(record, changed.state())
                }
            },
            after: T::after_transition,
        }
    }
}

fn set_state<T: HasTransitions>(
    record: &mut T,
    word: &str,
    on: NaiveDate,
    at: DateTime<Utc>,
) -> bool {
    let mut transitions = T::TRANSITIONS.iter();
    match transitions
        .find(|transition| transition.verb == word || transition.to.to_string() == word)
    {
        Some(transition) => {
            record.set_state(transition.to, on, at, None);
            true
        }
        None => record.state().to_string() == word,
    }
}

/// A record that is not stored yet.
pub struct PendingRecord<T> {
    pub data: T,
    /// The values it was built from.
    pub values: FormValues,
    pub pair: Rc<PairContext>,
    /// Its identity in another program.
    pub uid: Option<String>,
}

/// A change of a stored record by a row.
pub struct RecordChange<T> {
    /// The record with its new values.
    pub record: Record<T>,
    pub before: T,
    pub values: FormValues,
    pub pair: Rc<PairContext>,
    pub has_new_state: bool,
}

/// The action that a row asks for.
pub enum RowAction<T> {
    Add(PendingRecord<T>),
    Change(RecordChange<T>),
    /// The stored record already has the values of the row.
    Keep,
    /// The row is not imported, which a note says.
    LeaveOut,
}

/// Finds a pair by its short name; `None` finds the current pair.
type FindPair<'a> = Box<dyn Fn(Option<&str>) -> Result<PairContext> + 'a>;

/// The state shared by all rows: the transaction, the present moment, and the pairs, each looked up once.
pub struct ImportContext<'a, 'c> {
    pub tx: &'a ReadTx<'c>,
    pub now: Now,
    find_pair: FindPair<'a>,
    pairs: BTreeMap<Option<String>, Rc<PairContext>>,
    /// The records that earlier rows have named, each with its line.
    pub named: HashMap<i64, usize>,
    /// Notes to the user on how rows were read.
    pub notes: Vec<String>,
    /// Whether a note says how day numbers of a spreadsheet were read.
    has_noted_serial: bool,
}

impl<'a, 'c> ImportContext<'a, 'c> {
    /// Fails if no column names a pair and the current pair is not clear: that is not an error of a cell.
    pub fn new(
        app: &'a App<'_, '_>,
        tx: &'a ReadTx<'c>,
        columns: &[ImportColumn],
    ) -> Result<ImportContext<'a, 'c>> {
        let find_pair = |slug: Option<&str>| match slug {
            Some(slug) => app.pair_for_write_by_slug(tx, slug),
            None => app.current_pair_for_write(tx),
        };
        let mut context = ImportContext {
            tx,
            now: app.now,
            find_pair: Box::new(find_pair),
            pairs: BTreeMap::new(),
            named: HashMap::new(),
            notes: Vec::new(),
            has_noted_serial: false,
        };
        let names_pair = |column: &ImportColumn| column.to.is_some_and(|to| to.key() == "pair");
        if !columns.iter().any(names_pair) {
            context.pair(None)?;
        }
        Ok(context)
    }

    /// Notes how the first day number of a spreadsheet was read.
    pub fn note_serial_day(&mut self, input: &RowInput<'_>, line: usize) {
        let Some(serial) = input.serial.as_ref().filter(|_| !self.has_noted_serial) else {
            return;
        };
        self.has_noted_serial = true;
        self.notes.push(format!(
            "{} `{}` was read as {}, the day number of a spreadsheet that counts from 1900",
            location(line, serial.column),
            serial.typed,
            serial.read
        ));
    }

    /// Notes that a row is left out because an earlier one is a call at the same time.
    pub fn note_same_time(&mut self, line: usize, earlier: usize) {
        self.notes.push(format!(
            "line {line} is a call at the same time as line {earlier}, so it was left out"
        ));
    }

    /// Returns the pair with a short name; `None` returns the current pair.
    pub fn pair(&mut self, slug: Option<&str>) -> Result<Rc<PairContext>> {
        let key = slug.map(str::to_owned);
        if let Some(pair) = self.pairs.get(&key) {
            return Ok(Rc::clone(pair));
        }
        let pair = Rc::new((self.find_pair)(slug)?);
        self.pairs.insert(key, Rc::clone(&pair));
        Ok(pair)
    }
}

/// Parses the rows of a spreadsheet.
pub struct RowParser<T> {
    pub columns: Vec<ImportColumn>,
    /// `None`: the noun has no states.
    pub states: Option<StateRules<T>>,
    pub order: Option<DayOrder>,
    /// `None`: the rows are those of a spreadsheet.
    pub tasks: Option<TaskFile>,
}

/// How the rows of a file of tasks differ from those of a spreadsheet: their program tells what was done since, not what a
/// record should be.
pub struct TaskFile {
    /// The lines of deleted tasks.
    pub deleted: HashSet<usize>,
    /// Whether midnight in UTC means a day without a time: Taskwarrior stores moments, so midnight is a time of day.
    pub midnight_is_a_day: bool,
}

impl<T: CrudRecord> RowParser<T> {
    /// Returns the action that a row asks for, or all errors in its cells.
    pub fn parse_row(
        &self,
        row: &CsvRow,
        context: &mut ImportContext<'_, '_>,
    ) -> Result<RowAction<T>, Vec<String>> {
        let to_errors = |failure: Failure| vec![detail_line(&failure, row.line)];
        let pair = context.pair(pair_of(&self.columns, row)).map_err(to_errors)?;
        let (mut input, errors) = read_cells(&self.columns, row, self.dates(&pair));
        context.note_serial_day(&input, row.line);
        if let Some(record) = self.find_named(&input, row, &pair, context).map_err(to_errors)? {
            return if errors.is_empty() {
                self.apply_row(record, input, row, pair, context)
            } else {
                Err(errors)
            };
        }
        if self.tasks.as_ref().is_some_and(|tasks| tasks.deleted.contains(&row.line)) {
            let title = input.values.get("title").unwrap_or_default();
            let note = format!("line {}: `{title}` is deleted, so it was left out", row.line);
            context.notes.push(note);
            return Ok(RowAction::LeaveOut);
        }
        self.complete_new(&mut input);
        let new = self.new_record(input, errors, row, pair, context)?;
        Ok(RowAction::Add(new))
    }

    fn dates(&self, pair: &PairContext) -> ForeignDates {
        ForeignDates {
            order: self.order,
            zone: pair.user().zone,
            midnight_is_a_day: self.tasks.as_ref().is_none_or(|tasks| tasks.midnight_is_a_day),
        }
    }

    /// Updates a stored record with its row. A task that is open or deleted does not change a record that is closed here.
    fn apply_row(
        &self,
        record: Record<T>,
        mut input: RowInput<'_>,
        row: &CsvRow,
        pair: Rc<PairContext>,
        context: &mut ImportContext<'_, '_>,
    ) -> Result<RowAction<T>, Vec<String>> {
        let is_done = input.done.as_deref().is_some_and(|word| normalize_status(word) == "done");
        if self.tasks.is_some() && !is_done && !record.data.is_open() {
            (input.done, input.done_on) = (None, None);
        }
        self.apply_changes(record, &input, row, pair, context)
    }

    /// Updates the stored record that a task without an identity is equal to.
    pub fn apply_task(
        &self,
        number: i64,
        row: &CsvRow,
        pair: Rc<PairContext>,
        context: &mut ImportContext<'_, '_>,
    ) -> Result<RowAction<T>, Vec<String>> {
        let found = context.tx.find::<T>(Id::new(number));
        match found.map_err(|error| vec![detail_line(&error.into(), row.line)])? {
            Some(record) => {
                let (input, _) = read_cells(&self.columns, row, self.dates(&pair));
                self.apply_row(record, input, row, pair, context)
            }
            None => Ok(RowAction::Keep),
        }
    }

    /// Finds the record that a row names by its `uid` or number; `None`: it names none, or the `uid` is unknown.
    fn find_named(
        &self,
        input: &RowInput<'_>,
        row: &CsvRow,
        pair: &PairContext,
        context: &mut ImportContext<'_, '_>,
    ) -> Result<Option<Record<T>>> {
        let (key, found) = match (input.uid, input.number) {
            (Some(uid), _) => {
                let found: Option<Record<T>> = context.tx.first("WHERE uid = ?1", [uid])?;
                if found.is_none() && self.tasks.is_none() {
                    let note = Failure::refused(format!(
                        "no {} here has this uid, so the line counts as a new one",
                        T::LABEL
                    ));
                    let note = self.with_location(note, row.line, "uid");
                    context.notes.push(note.message);
                }
                ("uid", found)
            }
            (None, Some(typed)) => {
                let locate = |failure| self.with_location(failure, row.line, "id");
                let number = parse_record_number(typed).map_err(locate)?;
                let found = context.tx.find::<T>(Id::new(number))?;
                let missing = || {
                    let column = self.column("id").map_or("id", |column| &column.name);
                    let missing = Failure::refused(format!("there is no {} {number}", T::LABEL));
                    locate(missing.hint(format!(
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
        let locate = |failure| Err(self.with_location(failure, row.line, key));
        let (noun, number) = (T::LABEL, record.id);
        if record.pair() != pair.id() {
            let failure = Failure::refused(format!(
                "{noun} {number} belongs to another pair than `{}`",
                pair.slug()
            ));
            return locate(failure.hint("a record stays with its pair"));
        }
        match context.named.insert(number.number(), row.line) {
            Some(line) => locate(
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

    /// Fills in the fields of a new record that would otherwise be parsed from its title.
    fn complete_new(&self, input: &mut RowInput<'_>) {
        // Without an owner, a title is parsed as a whole line: `mentee: draft the RFC by fri`.
        if T::FORM.field("owner").is_some() && input.values.get_all("owner").is_empty() {
            input.values.set_known("owner", ["me".to_owned()]);
        }
        // With a column for the due day, titles are not searched for one.
        if self.column("due").is_some() && input.values.get_all("due").is_empty() {
            input.values.set_known("due", [String::new()]);
        }
    }

    /// Updates a stored record with the values in its row that differ.
    fn apply_changes(
        &self,
        mut record: Record<T>,
        row_input: &RowInput<'_>,
        row: &CsvRow,
        pair: Rc<PairContext>,
        context: &mut ImportContext<'_, '_>,
    ) -> Result<RowAction<T>, Vec<String>> {
        let before = record.data.clone();
        let current = json::field_texts(&before);
        let mut changes = FormValues::default();
        let mut has_changes = false;
        for cell in cells(&self.columns, row) {
            let ColumnTarget::Field(field) = cell.to else {
                continue;
            };
            let Some((_, texts)) = current.iter().find(|(name, _)| *name == field.key) else {
                if !strip_cell(cell.text).is_empty() {
                    context.notes.push(format!(
                        "{} only a new {} takes it, so it was left out",
                        location(row.line, cell.column),
                        T::LABEL
                    ));
                }
                continue;
            };
            if is_unchanged(cell.text, &texts.join("\n"), field) {
                continue;
            }
            has_changes = true;
            let mut texts = row_input.values.get_all(field.key).to_vec();
            if texts.is_empty() {
                changes.set_cell(field.key, [String::new()], row.line, &cell.column.name);
                texts = changes.get_all(field.key).to_vec();
            }
            changes.set(field.key, texts);
        }
        // The due day is kept, so that a corrected title is not searched for one.
        if changes.get("title").is_some() && changes.get("due").is_none() {
            let due = current.iter().find(|(name, _)| *name == "due");
            if let Some((_, due)) = due.filter(|_| T::FORM.field("due").is_some()) {
                changes.set_known("due", [due.join("")]);
            }
        }
        let input = FormInput::new(&changes, &pair, context.now, Some(context.tx));
        let to_errors = |failure: Failure| vec![detail_line(&failure, row.line)];
        if has_changes {
            record.data.apply(&input).map_err(to_errors)?;
        }
        let has_new_state =
            self.change_state(&mut record, row_input, row, &pair, &input).map_err(to_errors)?;
        if json::field_values(&record.data) == json::field_values(&before) {
            return Ok(RowAction::Keep);
        }
        Ok(RowAction::Change(RecordChange { record, before, values: changes, pair, has_new_state }))
    }

    /// Sets a stored record to the state in its row. Returns whether the state changed.
    fn change_state(
        &self,
        record: &mut Record<T>,
        row_input: &RowInput<'_>,
        row: &CsvRow,
        pair: &PairContext,
        input: &FormInput<'_>,
    ) -> Result<bool> {
        let Some(states) = &self.states else {
            return Ok(false);
        };
        let today = input.today_of(record.data.calendar_side().unwrap_or(pair.user_side()));
        let text_of = |record: &T, key: &str| {
            let texts = json::field_texts(record);
            let found = texts.into_iter().find(|(name, _)| *name == key);
            found.map(|(_, texts)| texts.join("\n"))
        };
        let state = text_of(&record.data, "state").unwrap_or_default();
        let state_on = text_of(&record.data, "state_on");
        let on = row_input.done_on.as_deref();
        let on = on.filter(|typed| state_on.as_deref() != Some(typed));
        let mut on = on
            .map(|typed| input.parse_past_day(typed, today))
            .transpose()
            .map_err(|failure| self.with_location(failure, row.line, "done_on"))?;
        let word = match row_input.done.as_deref() {
            None => state.clone(),
            Some(typed) if dates::parse_day(typed, today, DayRole::Past).is_ok() => {
                let day = input.parse_past_day(typed, today);
                on = Some(day.map_err(|failure| self.with_location(failure, row.line, "done"))?);
                "done".to_owned()
            }
            // "Open" means the state in which a new record begins.
            Some(typed) => match normalize_status(typed) {
                "open" => text_of(&T::with_defaults(input), "state").unwrap_or_default(),
                word => word.to_owned(),
            },
        };
        let mut changed = record.data.clone();
        if !(states.set)(&mut changed, &word, on.unwrap_or(today.day), input.now.at) {
            let typed = row_input.done.as_deref().unwrap_or(&word);
            return Err(self.with_location(unknown_state_failure(typed), row.line, "done"));
        }
        let has_new_state = text_of(&changed, "state").as_deref() != Some(&state);
        if !has_new_state && (on.is_none() || text_of(&changed, "state_on") == state_on) {
            return Ok(false);
        }
        if let Some(failure) = (states.refuse)(record, &changed) {
            return Err(self.with_location(failure, row.line, "done"));
        }
        record.data = changed;
        Ok(has_new_state)
    }

    /// Describes what a row without a number would change in the equal stored record; `None`: nothing.
    pub fn difference(
        &self,
        number: i64,
        row: &CsvRow,
        pair: &Rc<PairContext>,
        context: &mut ImportContext<'_, '_>,
    ) -> Result<Option<String>> {
        let Some(record) = context.tx.find::<T>(Id::new(number))? else {
            return Ok(None);
        };
        let (input, _) = read_cells(&self.columns, row, self.dates(pair));
        let action = self.apply_changes(record, &input, row, Rc::clone(pair), context);
        Ok(match action {
            Ok(RowAction::Change(_)) => Some(format!(
                "line {} is {} {number} with other values, and nothing was changed: a column `id` with {number} changes it",
                row.line,
                T::LABEL
            )),
            _ => None,
        })
    }

    /// Builds a new record from a row, or returns all errors in its cells.
    fn new_record(
        &self,
        mut input: RowInput<'_>,
        mut errors: Vec<String>,
        row: &CsvRow,
        pair: Rc<PairContext>,
        context: &ImportContext<'_, '_>,
    ) -> Result<PendingRecord<T>, Vec<String>> {
        // Each round leaves out one more cell.
        for _ in 0..=self.columns.len() {
            let failure = match self.build(&input, row.line, &pair, context) {
                Ok(data) if errors.is_empty() => {
                    let uid = input.uid.filter(|_| self.tasks.is_some()).map(str::to_owned);
                    return Ok(PendingRecord { data, values: input.values, pair, uid });
                }
                Ok(_) => return Err(errors),
                Err(failure) => failure,
            };
            let field = failure.place.as_ref().and_then(|place| place.field.clone());
            let error = detail_line(&failure, row.line);
            // The state may be at fault without its cell too: a day implies one.
            if errors.contains(&error) {
                return Err(errors);
            }
            errors.push(error);
            // Try again without this cell, to find the other errors.
            let is_failed = |column: &&ImportColumn| field.as_deref() == Some(&*column.name);
            match self.columns.iter().find(is_failed).and_then(|column| column.to) {
                Some(ColumnTarget::Field(field)) if !field.is_required => {
                    input.values.set(field.key, Vec::new());
                }
                Some(ColumnTarget::Done) => input.done = None,
                Some(ColumnTarget::DoneOn) => input.done_on = None,
                _ => return Err(errors),
            }
        }
        Err(errors)
    }

    fn build(
        &self,
        row_input: &RowInput<'_>,
        line: usize,
        pair: &PairContext,
        context: &ImportContext<'_, '_>,
    ) -> Result<T> {
        let input = FormInput::new(&row_input.values, pair, context.now, Some(context.tx));
        let mut record = T::with_defaults(&input);
        record.apply(&input)?;
        record.before_insert(&input)?;
        if let Some(mut failure) = T::missing_required(&row_input.values) {
            // The hints suggest what to type, which does not apply to a file.
            failure.hints.clear();
            return Err(failure);
        }
        let today = input.today_of(record.calendar_side().unwrap_or(pair.user_side()));
        self.apply_state(&mut record, row_input, line, today, &input)?;
        Ok(record)
    }

    /// Sets a new record to the state in its row.
    fn apply_state(
        &self,
        record: &mut T,
        row_input: &RowInput<'_>,
        line: usize,
        today: Today,
        input: &FormInput<'_>,
    ) -> Result<()> {
        let Some(states) = &self.states else {
            return Ok(());
        };
        let day = |typed: &str| input.parse_past_day(typed, today);
        let on = row_input.done_on.as_deref().map(day).transpose();
        let on = on.map_err(|failure| self.with_location(failure, line, "done_on"))?;
        let (word, on) = match row_input.done.as_deref() {
            None if on.is_none() => return Ok(()),
            None => ("done", on),
            // A day in the state column is the day on which it was done.
            Some(typed) if dates::parse_day(typed, today, DayRole::Past).is_ok() => {
                let on = day(typed).map_err(|failure| self.with_location(failure, line, "done"))?;
                ("done", Some(on))
            }
            Some(typed) => (normalize_status(typed), on),
        };
        if word == "open" || (states.set)(record, word, on.unwrap_or(today.day), input.now.at) {
            return Ok(());
        }
        let typed = row_input.done.as_deref().unwrap_or(word);
        Err(self.with_location(unknown_state_failure(typed), line, "done"))
    }

    /// Adds the location in the file to a failure.
    fn with_location(&self, failure: Failure, line: usize, key: &str) -> Failure {
        match self.column(key) {
            Some(column) => failure.at_field(line, &column.name),
            None => failure,
        }
    }

    /// Returns the cells of the imported columns with the values that the record got from them.
    pub fn preview(&self, row: &CsvRow, record: &T, pair: &PairContext) -> Vec<String> {
        let texts = json::field_texts(record);
        let cells = self.columns.iter().zip(&row.cells);
        let shown = cells.filter_map(|(column, cell)| {
            let key = match column.to? {
                ColumnTarget::Pair => return Some(pair.slug().to_owned()),
                ColumnTarget::Done => "state",
                ColumnTarget::DoneOn => "state_on",
                ColumnTarget::Uid | ColumnTarget::Number | ColumnTarget::Time => return None,
                ColumnTarget::Field(field) => field.key,
            };
            let value = texts.iter().find(|(name, _)| *name == key);
            // Cells that are not a field of the record itself, such as the steps of a goal, are shown as typed.
            Some(value.map_or_else(|| strip_cell(cell).to_owned(), |(_, texts)| texts.join("; ")))
        });
        shown.collect()
    }
}

fn unknown_state_failure(word: &str) -> Failure {
    Failure::refused(format!("`{word}` says neither that it is done nor that it is open"))
        .hint("`yes`, `no`, or the day on which it was done")
}
