//! Parses one row of a spreadsheet into a record, under the same rules as typed input.

use std::rc::Rc;

use crate::commands::crud::CrudRecord;
use crate::commands::crud::form_input::FormInput;
use crate::commands::data::import::cells::{
    RowInput, cells, detail_line, is_unchanged, location, pair_of, read_cells, shown_cell,
    strip_cell,
};
use crate::commands::data::import::columns::{self, ColumnTarget, ImportColumn};
use crate::commands::data::import::context::ImportContext;
use crate::commands::data::import::named_record::find_named;
use crate::commands::data::import::row_state::StateRules;
use crate::commands::data::import::status::normalize_status;
use crate::domain::dates::{DayOrder, ForeignDates, Now};
use crate::domain::pair::PairContext;
use crate::domain::record::{Id, Record};
use crate::error::{Failure, Result};
use crate::input::form::{CsvRow, DELETED, FormValues};
use crate::store::json;
use crate::view::records::record::new_value_text;
use crate::view::words;

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

/// Parses the rows of a spreadsheet.
pub struct RowParser<T> {
    pub columns: Vec<ImportColumn>,
    /// `None`: the noun has no states.
    pub states: Option<StateRules<T>>,
    pub order: Option<DayOrder>,
    /// `None`: the rows are those of a spreadsheet.
    pub tasks: Option<TaskFile>,
}

/// How the rows of a file of tasks differ from those of a spreadsheet: they say what was done since, not what a record
/// should be.
pub struct TaskFile {
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
        context.note_span(&input, row.line);
        let named = find_named(&self.columns, &input, row.line, &pair, context);
        if let Some(record) = named.map_err(to_errors)? {
            return if errors.is_empty() {
                self.apply_row(record, input, row, pair, context)
            } else {
                Err(errors)
            };
        }
        if input.uid.is_some() && self.tasks.is_none() {
            let unknown =
                format!("no {} here has this uid, so the line counts as a new one", T::LABEL);
            let unknown = self.with_location(Failure::refused(unknown), row.line, "uid");
            context.notes.push(unknown.message);
        }
        if self.tasks.is_some() && self.is_deleted(row) {
            let title = input.values.get("title").unwrap_or_default();
            let note = format!("line {}: `{title}` is deleted, so it was left out", row.line);
            context.skipped.push(note);
            return Ok(RowAction::LeaveOut);
        }
        self.complete_new(&mut input);
        let new = self.new_record(input, errors, row, pair, context)?;
        Ok(RowAction::Add(new))
    }

    /// Whether a task was deleted. A noun without states has no use for its column.
    fn is_deleted(&self, row: &CsvRow) -> bool {
        let column = self.columns.iter().position(|column| &*column.name == "done");
        column.is_some_and(|index| row.cell(index) == DELETED)
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

    fn column(&self, key: &str) -> Option<&ImportColumn> {
        columns::find_column(&self.columns, key)
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
        let changes = self.changed_values(&before, row_input, row, context);
        let input = FormInput::new(&changes, &pair, context.now, Some(context.tx));
        let to_errors = |failure: Failure| vec![detail_line(&failure, row.line)];
        if !changes.is_empty() {
            record.data.apply(&input).map_err(to_errors)?;
        }
        let has_new_state =
            self.change_state(&mut record, row_input, row, &pair, &input).map_err(to_errors)?;
        if json::field_values(&record.data) == json::field_values(&before) {
            return Ok(RowAction::Keep);
        }
        T::ensure_changeable(&record, &before, &input).map_err(|failure| {
            let key = T::DUE_FIELD.unwrap_or_default();
            to_errors(self.with_location(failure, row.line, key))
        })?;
        Ok(RowAction::Change(RecordChange { record, before, values: changes, pair, has_new_state }))
    }

    /// Returns the values in a row that differ from those of the stored record.
    fn changed_values(
        &self,
        stored: &T,
        row_input: &RowInput<'_>,
        row: &CsvRow,
        context: &mut ImportContext<'_, '_>,
    ) -> FormValues {
        let current = json::field_texts(stored);
        let mut changes = FormValues::default();
        // A task without an identity may have been given a due day here.
        let clears = self.tasks.is_none() || row_input.uid.is_some();
        for cell in cells(&self.columns, row) {
            let ColumnTarget::Field(field) = cell.to else {
                continue;
            };
            let Some((_, texts)) = current.iter().find(|(name, _)| *name == field.key) else {
                if !strip_cell(cell.text).is_empty() {
                    context.notes.push(format!(
                        "{} only a new {} can have it, so it was left out",
                        location(row.line, cell.column),
                        T::LABEL
                    ));
                }
                continue;
            };
            if is_unchanged(cell.text, &texts.join("\n"), field)
                || !clears && strip_cell(cell.text).is_empty()
            {
                continue;
            }
            let texts = row_input.values.get_all(field.key).to_vec();
            if texts.is_empty() {
                changes.set_cell(field.key, [String::new()], row.line, &cell.column.name);
            } else {
                changes.set(field.key, texts);
            }
        }
        // The due day is kept, so that a corrected title is not searched for one.
        if changes.get("title").is_some() && changes.get("due").is_none() {
            let due = current.iter().find(|(name, _)| *name == "due");
            if let Some((_, due)) = due.filter(|_| T::FORM.field("due").is_some()) {
                changes.set_known("due", [due.join("")]);
            }
        }
        changes
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
            if errors.contains(&error) || field.is_none() && self.lacks_a_cell(&input, row) {
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

    /// Whether a required field has no value because its cell can't be read.
    fn lacks_a_cell(&self, input: &RowInput<'_>, row: &CsvRow) -> bool {
        cells(&self.columns, row).any(|cell| {
            matches!(cell.to, ColumnTarget::Field(field)
                if field.is_required && input.values.get(field.key).is_none())
                && !strip_cell(cell.text).is_empty()
        })
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
        let today = input.today_of(record.calendar_side_in(pair));
        self.apply_state(&mut record, row_input, line, today, &input)?;
        Ok(record)
    }

    /// Adds the location in the file to a failure.
    pub(super) fn with_location(&self, failure: Failure, line: usize, key: &str) -> Failure {
        columns::with_location(&self.columns, failure, line, key)
    }

    /// Returns the cells of the imported columns with the values that the record got from them.
    pub fn preview(&self, row: &CsvRow, record: &T, pair: &PairContext, now: Now) -> Vec<String> {
        let values = json::field_values(record);
        let calendar = record.calendar_side_in(pair);
        let today = words::today(pair.person(calendar), now);
        let cells = self.columns.iter().zip(row.cells());
        let shown = cells.filter_map(|(column, cell)| {
            let value_of = |key: &str| {
                let value = values.iter().find(|(name, _)| *name == key);
                value.map(|(name, value)| new_value_text(value, name, today, pair, now))
            };
            Some(match column.to? {
                ColumnTarget::Pair => pair.slug().to_owned(),
                ColumnTarget::Done => value_of("state").unwrap_or_default(),
                // An open record has the day since when it is open there.
                ColumnTarget::DoneOn if record.is_open() => String::new(),
                ColumnTarget::DoneOn => value_of("state_on").unwrap_or_default(),
                ColumnTarget::Uid
                | ColumnTarget::Number
                | ColumnTarget::Cancelled
                | ColumnTarget::Time
                | ColumnTarget::End => return None,
                ColumnTarget::Field(field) => {
                    let value = value_of(field.key).unwrap_or_else(|| shown_cell(cell, field));
                    // Without a column of its own, the due day was taken out of the title.
                    let due = match field.key {
                        "title" if self.column("due").is_none() => value_of("due"),
                        _ => None,
                    };
                    match due.filter(|due| !due.is_empty()) {
                        Some(due) => format!("{value}, due {due}"),
                        None => value,
                    }
                }
            })
        });
        shown.collect()
    }
}
