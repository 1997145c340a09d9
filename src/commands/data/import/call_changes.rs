//! Updates a stored check-in from the row of its call.

use std::rc::Rc;

use chrono::{DateTime, Utc};

use crate::commands::crud::CrudRecord;
use crate::commands::data::import::calls::{CallAction, CallSheet};
use crate::commands::data::import::cells::{
    Cell, RowInput, cells, is_unchanged, location, strip_cell,
};
use crate::commands::data::import::columns::ColumnTarget;
use crate::commands::data::import::context::ImportContext;
use crate::commands::data::import::existing_calls::minute;
use crate::commands::everyday::log::form::{self, LogEntry};
use crate::domain::approach::Approach;
use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::dates::Now;
use crate::domain::insight::{Insight, Win};
use crate::domain::pair::PairContext;
use crate::domain::record::{Id, Record};
use crate::domain::zone::{self, Tz};
use crate::error::Result;
use crate::input::form::{CsvRow, FormValues};
use crate::store::json;
use crate::store::read_tx::ReadTx;
use crate::view;
use crate::view::messages::import::ImportPlan;
use crate::view::words;

impl CallSheet<'_> {
    /// Updates a held check-in with the values in its row that differ. Empty cells clear their field only if the row names
    /// the check-in.
    pub(super) fn apply_changes(
        &self,
        mut record: Record<CheckIn>,
        input: &RowInput<'_>,
        row: &CsvRow,
        pair: &Rc<PairContext>,
        context: &mut ImportContext<'_, '_>,
        plan: &mut ImportPlan,
    ) -> Result<Option<CallAction>> {
        let now = context.now;
        let title = record.data.notes.clone().unwrap_or_default();
        let before = json::field_values(&record.data);
        let (changes, changed_keys) = self.changed_values(&record, input, row, context)?;
        let entry = form::entry(&changes, pair, now)?;
        for key in changed_keys {
            copy_field(&mut record.data, &entry, key, pair.user().zone, now);
        }
        if let Some(at) = record.held_at.filter(|_| changes.get("at").is_some()) {
            let within = context.ensure_within(pair, pair.pair_day(at));
            within.map_err(|failure| self.with_location(failure, row.line, "at"))?;
        }
        let after = json::field_values(&record.data);
        if after == before {
            plan.known += 1;
            return Ok(None);
        }
        plan.changed += 1;
        if self.shows_all || plan.changed <= view::messages::import::PREVIEW_ROWS {
            let today = words::today(pair.user(), now);
            plan.changed_rows.push(view::messages::import::ChangedRow {
                line: row.line,
                number: record.id.number(),
                title: title.lines().next().unwrap_or_default().to_owned(),
                words: view::records::record::changes(&before, &after, today, pair, now),
                json: json::fields(&record, Some(pair.slug())),
            });
        }
        Ok(Some(CallAction::Change(record)))
    }

    /// Returns the values in a row that differ from those of the stored check-in, and their keys; a key without a value
    /// clears its field.
    fn changed_values(
        &self,
        record: &Record<CheckIn>,
        input: &RowInput<'_>,
        row: &CsvRow,
        context: &mut ImportContext<'_, '_>,
    ) -> Result<(FormValues, Vec<&'static str>)> {
        let clears = input.uid.or(input.number).is_some();
        let current = json::field_texts(&record.data);
        let mut changes = FormValues::default();
        let mut changed_keys = Vec::new();
        for Cell { column, to, text } in cells(&self.columns, row) {
            let ColumnTarget::Field(field) = to else {
                continue;
            };
            let name = if field.key == "at" { "held_at" } else { field.key };
            let texts = current.iter().find(|(known, _)| *known == name);
            if texts.is_none() {
                let missing = missing_outcomes(context.tx, record.id, &input.values, field.key)?;
                context.notes.extend(missing.into_iter().map(|title| {
                    let place = location(row.line, column);
                    format!("{place} only a new check-in can have it, so `{title}` was left out")
                }));
            }
            let Some((_, texts)) = texts.filter(|_| record.state == CheckInState::Held) else {
                continue;
            };
            if is_unchanged(text, &texts.join("\n"), field)
                || !clears && strip_cell(text).is_empty()
            {
                continue;
            }
            changed_keys.push(field.key);
            changes.set(field.key, input.values.get_all(field.key).to_vec());
        }
        // The length of a span has no column.
        if input.length.is_some() && self.column("minutes").is_none() {
            changed_keys.push("minutes");
            changes.set("minutes", input.values.get_all("minutes").to_vec());
        }
        Ok((changes, changed_keys))
    }
}

/// Returns the wins, advice or approaches of a row that its stored check-in lacks.
fn missing_outcomes(
    tx: &ReadTx<'_>,
    checkin: Id<CheckIn>,
    values: &FormValues,
    key: &str,
) -> Result<Vec<String>> {
    let mut titles: Vec<String> =
        values.get_all(key).iter().map(|answer| answer.text.trim().to_owned()).collect();
    titles.retain(|title| !title.is_empty());
    if !titles.is_empty() {
        let stored = match key {
            "wins" => titles_of::<Win>(tx, checkin),
            "insights" => titles_of::<Insight>(tx, checkin),
            _ => titles_of::<Approach>(tx, checkin),
        }?;
        titles.retain(|title| !stored.contains(title));
    }
    Ok(titles)
}

fn titles_of<T: CrudRecord>(tx: &ReadTx<'_>, checkin: Id<CheckIn>) -> Result<Vec<String>> {
    let records = tx.all::<T>("WHERE checkin = ?1", [checkin.number()])?;
    Ok(records.iter().map(|record| record.data.title().into_owned()).collect())
}

/// Copies the value of one field from a log entry into a held check-in.
fn copy_field(checkin: &mut CheckIn, entry: &LogEntry, key: &str, zone: Tz, now: Now) {
    match key {
        "notes" => checkin.notes.clone_from(&entry.notes),
        "at" => checkin.held_at = corrected_time(checkin.held_at, entry, zone, now),
        "minutes" => checkin.minutes = entry.minutes,
        "channel" => checkin.channel.clone_from(&entry.channel),
        "decisions" => checkin.decisions.clone_from(&entry.decisions),
        "blockers" => checkin.blockers.clone_from(&entry.blockers),
        "next_topic" => checkin.next_topic.clone_from(&entry.next_topic),
        "feeling" => checkin.feeling.clone_from(&entry.feeling),
        "private_note" => checkin.private_note.clone_from(&entry.private_note),
        "private" => checkin.private = entry.private,
        _ => {}
    }
}

/// Returns when a stored call was held if its row has another day or time. A day alone keeps the time of day, and a time
/// the seconds that no spreadsheet shows.
fn corrected_time(
    stored: Option<DateTime<Utc>>,
    entry: &LogEntry,
    zone: Tz,
    now: Now,
) -> Option<DateTime<Utc>> {
    let (Some(at), Some(stored_at)) = (entry.at, stored) else {
        return entry.at.or(stored);
    };
    let local = stored_at.with_timezone(&zone);
    match entry.day_alone {
        Some(day) if day == local.date_naive() => stored,
        Some(day) => {
            let same_time = zone::resolve_local(day.and_time(local.time()), zone);
            Some(same_time.unwrap_or(at).min(now.at))
        }
        None if minute(at) == minute(stored_at) => stored,
        None => Some(at),
    }
}
