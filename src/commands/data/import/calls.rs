//! `mentor import --as checkin`: imports the past calls of a spreadsheet, or of notes, as held check-ins.

use std::rc::Rc;

use crate::app::App;
use crate::commands::crud::form_input::parse_record_number;
use crate::commands::data::import::call_columns;
use crate::commands::data::import::cells::{
    RowInput, detail_line, pair_of, read_cells, shown_cell,
};
use crate::commands::data::import::columns::{self, ColumnTarget, ImportColumn};
use crate::commands::data::import::context::ImportContext;
use crate::commands::data::import::existing_calls::ExistingCalls;
use crate::commands::data::import::formula;
use crate::commands::data::import::named_record::{find_by_uid, find_named};
use crate::commands::data::import::options::ImportOptions;
use crate::commands::data::import::plan::{self, IMPORTING};
use crate::commands::data::import::status::normalize_status;
use crate::commands::everyday::log::form::{self, LogEntry};
use crate::commands::everyday::log::store;
use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::dates::{self, DayOrMoment, DayOrder, DayRole, ForeignDates, Now};
use crate::domain::pair::PairContext;
use crate::domain::pair_item::PairItem;
use crate::domain::record::{Id, Record};
use crate::error::{Failure, Result};
use crate::input::form::{CsvRow, CsvTable, ForeignSheet};
use crate::store::json;
use crate::store::read_tx::ReadTx;
use crate::view;
use crate::view::messages::import::ImportPlan;
use crate::view::words;

/// A spreadsheet whose rows are past calls.
pub(super) struct CallSheet<'s> {
    sheet: CsvTable,
    unread: Vec<String>,
    pub(super) columns: Vec<ImportColumn>,
    order: Option<DayOrder>,
    source: &'s str,
    args: &'s ImportOptions,
    pub(super) shows_all: bool,
}

/// The change that a row makes.
pub(super) enum CallAction {
    Log(LogEntry, Rc<PairContext>),
    Change(Record<CheckIn>),
}

pub fn import_calls(
    app: &mut App<'_, '_>,
    file: ForeignSheet,
    source: &str,
    args: &ImportOptions,
) -> Result<()> {
    let ForeignSheet { mut sheet, mut unread } = file;
    let columns = columns::match_columns(&sheet.header, args.mappings(), &call_columns::targets());
    let mut columns = columns.map_err(|failure| failure.data("nothing was imported"))?;
    unread.extend(formula::replace_links(&mut sheet, &columns));
    if let Some(note) = columns::skip_foreign_numbers(&mut columns, &sheet) {
        app.ui.note(&note)?;
    }
    call_columns::take_times_for_days(&mut columns, &sheet);
    let has_day = columns
        .iter()
        .any(|column| column.to.is_some_and(|to| matches!(to.key(), "at" | "uid" | "id")));
    if !has_day {
        let first = sheet.header.first().map_or("Column", String::as_str);
        return Err(Failure::refused("no column says when a call was held")
            .hint(format!("name it: `--map \"{first}=at\"`"))
            .data("nothing was imported"));
    }
    let calls = CallSheet {
        sheet,
        unread,
        columns,
        order: args.day_order(),
        source,
        args,
        shows_all: app.ui.json && args.dry_run,
    };
    plan::confirm_and_execute(
        app,
        args,
        source,
        |app, tx| calls.plan(app, tx, &mut |_| Ok(())),
        |app, tx| {
            calls.plan(app, tx, &mut |action| {
                match action {
                    CallAction::Log(entry, pair) => {
                        store::store_checked_log(app, tx, &pair, &entry)?;
                    }
                    CallAction::Change(mut record) => tx.update(&mut record)?,
                }
                // A sheet may have a hundred thousand calls, and one message replaces those of all.
                tx.take_messages();
                Ok(())
            })
        },
    )
}

impl CallSheet<'_> {
    /// Parses every row and passes its action to `execute`. Rows with errors are left out; fails if no other row is
    /// left.
    fn plan(
        &self,
        app: &App<'_, '_>,
        tx: &ReadTx<'_>,
        execute: &mut dyn FnMut(CallAction) -> Result<()>,
    ) -> Result<ImportPlan> {
        let mut plan = plan::new_plan(CheckIn::LABEL, &self.columns, &self.sheet);
        let mut context = ImportContext::new::<CheckIn>(app, tx, &self.columns)?;
        let mut existing = self.claim_stored(&mut context)?;
        let progress = app.ui.progress(IMPORTING);
        for (index, row) in self.sheet.rows.iter().enumerate() {
            progress.show(index, self.sheet.rows.len());
            match self.parse_row(row, &mut context, &mut existing, &mut plan) {
                Ok(Some(action)) => {
                    if let CallAction::Log(entry, pair) = &action {
                        self.preview(row, entry, pair, &mut plan, app.now);
                    }
                    execute(action)?;
                }
                Ok(None) => {}
                Err(errors) => plan.leave_out(errors),
            }
        }
        plan.notes = context.notes;
        plan.skipped = self.unread.iter().cloned().chain(context.skipped).collect();
        plan::ensure_any_row(self.args, self.source, plan)
    }

    pub(super) fn column(&self, key: &str) -> Option<&ImportColumn> {
        columns::find_column(&self.columns, key)
    }

    pub(super) fn with_location(&self, failure: Failure, line: usize, key: &str) -> Failure {
        columns::with_location(&self.columns, failure, line, key)
    }

    /// Parses a row as a call; `None`: it is already stored, or skipped.
    fn parse_row(
        &self,
        row: &CsvRow,
        context: &mut ImportContext<'_, '_>,
        existing: &mut ExistingCalls,
        plan: &mut ImportPlan,
    ) -> Result<Option<CallAction>, Vec<String>> {
        let to_errors = |failure: Failure| vec![detail_line(&failure, row.line)];
        let pair = context.pair(pair_of(&self.columns, row)).map_err(to_errors)?;
        let dates = self.dates(&pair);
        let (mut input, errors) = read_cells(&self.columns, row, dates);
        if !errors.is_empty() {
            return Err(errors);
        }
        self.join_day_and_time(&mut input, row.line, dates).map_err(to_errors)?;
        self.take_length_until_end(&mut input, row.line, dates, context);
        self.take_length_of_span(&mut input, row.line, context);
        context.note_serial_day(&input, row.line);
        context.note_span(&input, row.line);
        let named = find_named(&self.columns, &input, row.line, &pair, context);
        if let Some(record) = named.map_err(to_errors)? {
            let result = self.apply_changes(record, &input, row, &pair, context, plan);
            return result.map_err(to_errors);
        }
        let state = if input.is_cancelled { Some("cancelled") } else { input.done.as_deref() };
        if let Some(state) = state.filter(|state| !is_held(state)) {
            let note = format!("line {} is {state}, so it was left out", row.line);
            context.skipped.push(note);
            return Ok(None);
        }
        let entry = self.parse_entry(&input, row, &pair, context).map_err(to_errors)?;
        existing.load(context.tx, &pair).map_err(to_errors)?;
        if let Some(day) = entry.day_alone
            && let Some(earlier) = existing.days.insert((pair.id().number(), day), row.line)
        {
            let failure = Failure::refused(format!("line {earlier} is a call on {day} too"));
            let failure = failure.hint("give both a time, such as `17:00`");
            return Err(to_errors(self.with_location(failure, row.line, "at")));
        }
        if let Some(id) = existing.find_made_by(&entry, &pair) {
            let id = id.number();
            if let Some(earlier) = context.named.insert(id, row.line) {
                context.skip_same_time(row.line, earlier);
                plan.known += 1;
                return Ok(None);
            }
            let record = context.tx.find(Id::new(id)).map_err(|error| to_errors(error.into()))?;
            return match record {
                Some(record) => {
                    self.apply_changes(record, &input, row, &pair, context, plan).map_err(to_errors)
                }
                None => Ok(None),
            };
        }
        let entry =
            Self::settle_time(entry, row.line, &pair, context, existing).map_err(to_errors)?;
        if entry.is_none() {
            plan.known += 1;
        }
        Ok(entry.map(|entry| CallAction::Log(entry, pair)))
    }

    /// Claims the stored calls that rows name, or hold at the same time, so that no other row is read as a correction of
    /// them.
    fn claim_stored(&self, context: &mut ImportContext<'_, '_>) -> Result<ExistingCalls> {
        let mut existing = ExistingCalls::default();
        for row in &self.sheet.rows {
            // Rows with errors are reported later.
            let Ok(pair) = context.pair(pair_of(&self.columns, row)) else {
                continue;
            };
            existing.load(context.tx, &pair)?;
            if existing.calls.is_empty() {
                continue;
            }
            let dates = self.dates(&pair);
            let (mut input, _) = read_cells(&self.columns, row, dates);
            let named = match (input.uid, input.number.map(parse_record_number)) {
                (Some(uid), _) => find_by_uid(uid, context)?,
                (None, Some(Ok(number))) => context.tx.find::<CheckIn>(Id::new(number))?,
                _ => None,
            };
            if let Some(record) = named {
                existing.claimed.insert(record.id.number());
            } else if self.join_day_and_time(&mut input, row.line, dates).is_ok()
                && let Some(typed) = input.values.get("at")
                && let Ok(DayOrMoment::Moment(at)) =
                    dates::moment_or_day(typed, context.now, dates.zone, DayRole::Past)
            {
                existing.claim_at(&pair, at);
            }
        }
        Ok(existing)
    }

    fn dates(&self, pair: &PairContext) -> ForeignDates {
        ForeignDates { order: self.order, zone: pair.user().zone, midnight_is_a_day: false }
    }

    /// Parses the cells of a new call into a log entry; fails without a day, or for a day outside the pair's time.
    fn parse_entry(
        &self,
        input: &RowInput<'_>,
        row: &CsvRow,
        pair: &PairContext,
        context: &mut ImportContext<'_, '_>,
    ) -> Result<LogEntry> {
        let at_day = |failure: Failure| self.with_location(failure, row.line, "at");
        if input.values.get("at").is_none() {
            let missing = Failure::refused("the day is missing").hint("write it like `2026-12-01`");
            return Err(at_day(missing));
        }
        let entry = form::entry(&input.values, pair, context.now);
        let entry = entry.map_err(|failure| match failure.place {
            Some(_) => failure,
            None => at_day(failure),
        })?;
        if let Some(at) = entry.at {
            context.ensure_within(pair, pair.pair_day(at)).map_err(at_day)?;
        }
        Ok(entry)
    }

    /// Adds the row to the preview of the plan.
    fn preview(
        &self,
        row: &CsvRow,
        entry: &LogEntry,
        pair: &PairContext,
        plan: &mut ImportPlan,
        now: Now,
    ) {
        plan.new += 1;
        if !self.shows_all && plan.new > view::messages::import::PREVIEW_ROWS {
            return;
        }
        let zone = pair.user().zone;
        let has_length_column = self.column("minutes").is_some();
        let cells = self.columns.iter().zip(row.cells());
        let texts = cells.filter_map(|(column, cell)| {
            Some(match column.to? {
                ColumnTarget::Uid
                | ColumnTarget::Number
                | ColumnTarget::Cancelled
                | ColumnTarget::Time
                | ColumnTarget::End => return None,
                ColumnTarget::Pair => pair.slug().to_owned(),
                ColumnTarget::Done | ColumnTarget::DoneOn => CheckInState::Held.to_string(),
                ColumnTarget::Field(field) if field.key == "at" => {
                    let at = entry.at.map(|at| words::moment(at, zone, now));
                    let mut text = at.unwrap_or_default();
                    if let Some(length) = entry.minutes.filter(|_| !has_length_column) {
                        text.push_str(&format!(", {length}"));
                    }
                    text
                }
                ColumnTarget::Field(field) if field.key == "minutes" => {
                    entry.minutes.map(|length| length.0.to_string()).unwrap_or_default()
                }
                ColumnTarget::Field(field) => shown_cell(cell, field),
            })
        });
        let mut unsaved = CheckIn::planned(pair.id(), now.at, zone);
        unsaved.planned_at = None;
        store::apply_entry(&mut unsaved, entry, now);
        plan.new_rows.push(view::messages::import::NewRow {
            line: row.line,
            texts: texts.collect(),
            json: json::unsaved_json(&unsaved, pair.slug()),
        });
    }
}

/// Whether a state cell means that the call was held. Any word counts that does not say otherwise.
fn is_held(state: &str) -> bool {
    const NOT_HELD: [&str; 12] = [
        "planned", "scheduled", "cancelled", "canceled", "late-cancelled", "no-show", "no show",
        "missed", "no", "false", "open", "postponed",
    ];
    let state = state.to_lowercase();
    !NOT_HELD.contains(&state.as_str()) && normalize_status(&state) != "drop"
}
