//! Imports a spreadsheet whose rows are records of one noun: shows a preview, then imports the rows without errors.

use std::path::Path;
use std::rc::Rc;

use crate::app::App;
use crate::commands::crud::CrudRecord;
use crate::commands::crud::form_input::FormInput;
use crate::commands::crud::remark_off_limits;
use crate::commands::data::import::call_columns;
use crate::commands::data::import::calls;
use crate::commands::data::import::columns::{self, ColumnTargets, ImportColumn};
use crate::commands::data::import::context::ImportContext;
use crate::commands::data::import::existing_records::{ExistingRecords, Seen};
use crate::commands::data::import::formula;
use crate::commands::data::import::options::ImportOptions;
use crate::commands::data::import::plan::{self, IMPORTING};
use crate::commands::data::import::row::{
    PendingRecord, RecordChange, RowAction, RowParser, TaskFile,
};
use crate::commands::data::import::row_state::StateRules;
use crate::commands::data::import::sheet_notes;
use crate::domain::feedback::Feedback;
use crate::domain::followup::FollowUp;
use crate::domain::goal::Goal;
use crate::domain::insight::{Insight, Win};
use crate::domain::pair::PairContext;
use crate::domain::question::Question;
use crate::domain::resource::Resource;
use crate::domain::skill::Skill;
use crate::domain::topic::Topic;
use crate::error::{Failure, Result};
use crate::input::form::{
    self, CsvError, CsvRow, CsvTable, DELIMITERS, ForeignError, ForeignSheet, WINDOWS_1252,
    detect_delimiter,
};
use crate::store::json;
use crate::store::read_tx::ReadTx;
use crate::store::write_tx::WriteTx;
use crate::view::messages::import::ImportPlan;
use crate::view::{self, words};

pub fn import_sheet(app: &mut App<'_, '_>, file: &Path, args: &ImportOptions) -> Result<()> {
    let noun = args.row_noun()?;
    let targets = column_targets(noun);
    let is_mapped = |name: &str| {
        let mut columns = args.mappings().iter().filter_map(|mapping| mapping.rsplit_once('='));
        columns.any(|(column, _)| column == name)
    };
    let is_column = |name: &str| targets.knows(name) || is_mapped(name);
    let (sheet, source) = read_sheet(app, file, args, &is_column)?;
    match noun {
        "followup" => import_rows::<FollowUp>(app, sheet, &source, args, Some(StateRules::new())),
        "goal" => import_rows::<Goal>(app, sheet, &source, args, Some(StateRules::new())),
        "topic" => import_rows::<Topic>(app, sheet, &source, args, Some(StateRules::new())),
        "question" => import_rows::<Question>(app, sheet, &source, args, Some(StateRules::new())),
        "skill" => import_rows::<Skill>(app, sheet, &source, args, Some(StateRules::new())),
        "resource" => import_rows::<Resource>(app, sheet, &source, args, Some(StateRules::new())),
        "feedback" => import_rows::<Feedback>(app, sheet, &source, args, None),
        "win" => import_rows::<Win>(app, sheet, &source, args, None),
        "checkin" => calls::import_calls(app, sheet, &source, args),
        _ => import_rows::<Insight>(app, sheet, &source, args, None),
    }
}

/// Returns what columns of a spreadsheet of this noun can mean.
fn column_targets(noun: &str) -> ColumnTargets {
    match noun {
        "followup" => ColumnTargets::for_record::<FollowUp>(true),
        "goal" => ColumnTargets::for_record::<Goal>(true),
        "topic" => ColumnTargets::for_record::<Topic>(true),
        "question" => ColumnTargets::for_record::<Question>(true),
        "skill" => ColumnTargets::for_record::<Skill>(true),
        "resource" => ColumnTargets::for_record::<Resource>(true),
        "feedback" => ColumnTargets::for_record::<Feedback>(false),
        "win" => ColumnTargets::for_record::<Win>(false),
        "checkin" => call_columns::targets(),
        _ => ColumnTargets::for_record::<Insight>(false),
    }
}

/// Reads the file. Returns its table, and its name for messages. `is_column` tells a header from a title above it.
fn read_sheet(
    app: &mut App<'_, '_>,
    file: &Path,
    args: &ImportOptions,
    is_column: &dyn Fn(&str) -> bool,
) -> Result<(ForeignSheet, String)> {
    let content = form::read_spreadsheet(file, &mut app.environment.stdin);
    let (text, source, encoding) =
        content.map_err(|failure| failure.data("nothing was imported"))?;
    if let Some(encoding) = encoding {
        let doubt = if encoding == WINDOWS_1252 {
            "; if its letters are wrong, save it as CSV in UTF-8"
        } else {
            ""
        };
        app.ui.note(&format!("{source} is not UTF-8; it was read as {encoding}{doubt}"))?;
    }
    if args.csv {
        let delimiter = delimiter(args.delimiter.as_deref(), &text)?;
        let mut sheet = CsvTable::read(&text, delimiter, is_column)
            .map_err(|error| csv_failure(&error, &source))?;
        let unread = sheet_notes::left_out_lines(&mut sheet);
        return Ok((ForeignSheet { sheet, unread }, source));
    }
    let (result, kind) = match (args.taskwarrior, args.todo_txt) {
        (true, _) => (form::read_taskwarrior(&text), "a Taskwarrior export"),
        (_, true) => (form::read_todo_txt(&text), "a todo.txt"),
        _ => (form::read_markdown(&text), "notes of calls"),
    };
    let document = result.map_err(|error| {
        let hint = match error {
            ForeignError::NoDay => "a heading that begins with a day begins a call",
            ForeignError::TooManyRows => "split the file into several",
            _ if args.taskwarrior => "run `task export > tasks.json` to write one",
            _ => "name another file",
        };
        Failure::refused(format!("can't read {source} as {kind}: {error}"))
            .data("nothing was imported")
            .hint(hint)
    })?;
    Ok((document, source))
}

fn import_rows<T: CrudRecord>(
    app: &mut App<'_, '_>,
    file: ForeignSheet,
    source: &str,
    args: &ImportOptions,
    states: Option<StateRules<T>>,
) -> Result<()> {
    let ForeignSheet { mut sheet, mut unread } = file;
    let targets = ColumnTargets::for_record::<T>(states.is_some());
    let columns = columns::match_columns(&sheet.header, args.mappings(), &targets)
        .map_err(|failure| failure.data("nothing was imported"))?;
    unread.extend(formula::replace_links(&mut sheet, &columns));
    let mut parser = RowParser {
        columns,
        states,
        order: args.day_order(),
        tasks: (!args.csv).then_some(TaskFile { midnight_is_a_day: args.todo_txt }),
    };
    if parser.tasks.is_some() {
        plan::print_notes(app, &left_out_notes::<T>(&parser.columns, &sheet))?;
    }
    if let Some(note) = columns::skip_foreign_numbers(&mut parser.columns, &sheet) {
        app.ui.note(&note)?;
    }
    let import =
        SheetImport { sheet, unread, parser, source, args, shows_all: app.ui.json && args.dry_run };
    plan::confirm_and_execute(
        app,
        args,
        source,
        |app, tx| import.plan(app, tx, &mut |_| Ok(())),
        |app, tx| import.plan(app, tx, &mut |action| import.execute(app, tx, action)),
    )
}

/// Names what the tasks of a file say in notes, if the noun has none.
fn left_out_notes<T: CrudRecord>(columns: &[ImportColumn], sheet: &CsvTable) -> Vec<String> {
    let position = |name: &str| columns.iter().position(|column| &*column.name == name);
    let (Some(notes), Some(title)) = (position("notes"), position("title")) else {
        return Vec::new();
    };
    let rows = sheet.rows.iter().filter(|row| !row.cell(notes).is_empty());
    let rows = rows.filter(|_| columns[notes].to.is_none());
    let note = |row: &CsvRow| {
        let entries = row.cell(notes).replace('\n', "; ");
        let (title, noun) = (row.cell(title), words::with_article(T::LABEL));
        format!(
            "line {}: `{title}`: {noun} has no notes, so this was left out: {entries}",
            row.line
        )
    };
    rows.map(note).collect()
}

fn delimiter(typed: Option<&str>, text: &str) -> Result<char> {
    let Some(typed) = typed else {
        return Ok(detect_delimiter(text));
    };
    let named = match typed {
        "tab" | "\\t" => Some('\t'),
        "comma" => Some(','),
        "semicolon" => Some(';'),
        _ => typed.chars().next().filter(|c| DELIMITERS.contains(c) && typed.len() == 1),
    };
    named.ok_or_else(|| {
        Failure::usage(format!("`{typed}` is not a delimiter")).hint("use `,`, `;`, `|` or `tab`")
    })
}

fn csv_failure(error: &CsvError, source: &str) -> Failure {
    Failure::refused(format!("can't read {source} as a spreadsheet: {error}"))
        .data("nothing was imported")
        .hint(error.hint())
}

/// A spreadsheet whose columns are matched to fields.
struct SheetImport<'s, T> {
    sheet: CsvTable,
    unread: Vec<String>,
    parser: RowParser<T>,
    source: &'s str,
    args: &'s ImportOptions,
    /// Whether the plan lists every row, not only the first ones.
    shows_all: bool,
}

impl<T: CrudRecord> SheetImport<'_, T> {
    /// Parses every row and passes its action to `execute`. Rows with errors are left out; fails if no other row is
    /// left.
    fn plan(
        &self,
        app: &App<'_, '_>,
        tx: &ReadTx<'_>,
        execute: &mut dyn FnMut(RowAction<T>) -> Result<()>,
    ) -> Result<ImportPlan> {
        let columns = &self.parser.columns;
        let mut plan = plan::new_plan(T::LABEL, columns, &self.sheet);
        let mut context = ImportContext::new::<T>(app, tx, columns)?;
        let mut existing = ExistingRecords::default();
        // New tasks wait until it is known which records the others are.
        let mut new_tasks = Vec::new();
        let progress = app.ui.progress(IMPORTING);
        for (index, row) in self.sheet.rows.iter().enumerate() {
            progress.show(index, self.sheet.rows.len());
            match self.row_action(row, &mut context, &mut existing) {
                Ok(RowAction::Add(new)) if self.parser.tasks.is_some() => {
                    new_tasks.push((row, new));
                }
                Ok(action) => {
                    let action =
                        self.settle(row, action, &mut context, &mut existing, &mut plan, app)?;
                    execute(action)?;
                }
                Err(errors) => plan.leave_out(errors),
            }
        }
        for (row, new) in new_tasks {
            match self.new_task_action(row, new, &mut context, &existing) {
                Ok(action) => {
                    let action =
                        self.settle(row, action, &mut context, &mut existing, &mut plan, app)?;
                    execute(action)?;
                }
                Err(errors) => plan.leave_out(errors),
            }
        }
        plan.notes = context.notes;
        plan.skipped = self.unread.iter().cloned().chain(context.skipped).collect();
        plan::ensure_any_row(self.args, self.source, plan)
    }

    /// Counts the action of a row and shows it in the plan. Adding a record that is already there becomes no action.
    fn settle(
        &self,
        row: &CsvRow,
        action: RowAction<T>,
        context: &mut ImportContext<'_, '_>,
        existing: &mut ExistingRecords,
        plan: &mut ImportPlan,
        app: &App<'_, '_>,
    ) -> Result<RowAction<T>> {
        match &action {
            RowAction::Keep => plan.known += 1,
            RowAction::LeaveOut => {}
            RowAction::Add(new) => match existing.find_or_insert(new, context.tx)? {
                Seen::New => self.show_new(row, &new.data, &new.pair, plan, context.tx, app)?,
                seen => {
                    plan.known += 1;
                    if let Seen::Stored(number) = seen {
                        let differs = self.parser.difference(number, row, &new.pair, context)?;
                        context.notes.extend(differs);
                    }
                    return Ok(RowAction::Keep);
                }
            },
            RowAction::Change(change) => self.show_change(row, change, plan, app),
        }
        Ok(action)
    }

    /// Returns the action of a row. A task that is equal to a stored record updates it.
    fn row_action(
        &self,
        row: &CsvRow,
        context: &mut ImportContext<'_, '_>,
        existing: &mut ExistingRecords,
    ) -> Result<RowAction<T>, Vec<String>> {
        let action = self.parser.parse_row(row, context)?;
        let RowAction::Add(new) = &action else {
            return Ok(action);
        };
        if self.parser.tasks.is_none() {
            return Ok(action);
        }
        let stored = existing.find_stored(new, context.tx);
        match stored.map_err(|failure| vec![failure.message])? {
            Some(number) if context.named.insert(number, row.line).is_none() => {
                self.parser.apply_task(number, row, Rc::clone(&new.pair), context)
            }
            _ => Ok(action),
        }
    }

    /// Returns the action of a task that is equal to no stored record. It may be one whose due day has changed.
    fn new_task_action(
        &self,
        row: &CsvRow,
        new: PendingRecord<T>,
        context: &mut ImportContext<'_, '_>,
        existing: &ExistingRecords,
    ) -> Result<RowAction<T>, Vec<String>> {
        match existing.find_with_other_day(&new, &context.named) {
            Some(number) => {
                context.named.insert(number, row.line);
                self.parser.apply_task(number, row, new.pair, context)
            }
            None => Ok(RowAction::Add(new)),
        }
    }

    fn show_new(
        &self,
        row: &CsvRow,
        record: &T,
        pair: &PairContext,
        plan: &mut ImportPlan,
        tx: &ReadTx<'_>,
        app: &App<'_, '_>,
    ) -> Result<()> {
        plan.doubts.extend(record.needs_confirmation(pair, tx, app.now)?);
        plan.new += 1;
        if self.shows_all || plan.new <= view::messages::import::PREVIEW_ROWS {
            plan.new_rows.push(view::messages::import::NewRow {
                line: row.line,
                texts: self.parser.preview(row, record, pair, app.now),
                json: json::unsaved_json(record, pair.slug()),
            });
        }
        Ok(())
    }

    fn show_change(
        &self,
        row: &CsvRow,
        change: &RecordChange<T>,
        plan: &mut ImportPlan,
        app: &App<'_, '_>,
    ) {
        plan.changed += 1;
        if self.shows_all || plan.changed <= view::messages::import::PREVIEW_ROWS {
            let (record, pair) = (&change.record, &change.pair);
            plan.changed_rows.push(view::messages::import::ChangedRow {
                line: row.line,
                number: record.id.number(),
                title: change.before.title_line(app.now.style).into_owned(),
                words: change_words(change, app),
                json: json::fields(record, Some(pair.slug())),
            });
        }
    }

    fn execute(&self, app: &App<'_, '_>, tx: &WriteTx<'_>, action: RowAction<T>) -> Result<()> {
        match action {
            RowAction::Keep | RowAction::LeaveOut => Ok(()),
            RowAction::Add(PendingRecord { data, values, pair, uid }) => {
                let record = match uid {
                    Some(uid) => tx.insert_with_uid(data, uid)?,
                    None => tx.insert(data)?,
                };
                remark_off_limits(&record, None, &pair, tx)?;
                let input = FormInput::new(&values, &pair, app.now, Some(tx));
                T::after_save(&record, None, &input, tx)
            }
            RowAction::Change(RecordChange { mut record, before, values, pair, has_new_state }) => {
                let input = FormInput::new(&values, &pair, app.now, Some(tx));
                T::after_save(&record, Some(&before), &input, tx)?;
                tx.update(&mut record)?;
                remark_off_limits(&record, Some(&before), &pair, tx)?;
                match &self.parser.states {
                    Some(states) if has_new_state => (states.after)(&record, &pair, tx),
                    _ => Ok(()),
                }
            }
        }
    }
}

/// Returns the changes of a row: `title Read the RFC (was Raed the RFC), state done (was open)`.
fn change_words<T: CrudRecord>(change: &RecordChange<T>, app: &App<'_, '_>) -> String {
    let (record, pair) = (&change.record, &change.pair);
    let calendar = record.data.calendar_side_in(pair);
    let today = words::today(pair.person(calendar), app.now);
    let (before, after) = (json::field_values(&change.before), json::field_values(&record.data));
    match view::records::record::changes(&before, &after, today, pair, app.now) {
        same if same.is_empty() => "the day of its state".to_owned(),
        changes => changes,
    }
}
