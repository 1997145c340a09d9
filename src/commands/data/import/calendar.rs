//! `mentor import --ics`: applies check-ins that were moved or cancelled in a calendar.

use chrono::{DateTime, Utc};

use crate::app::App;
use crate::calendar::changes::change::{
    CalendarChange, CalendarChanges, CalendarRemark, ChangeAction, ChangeTarget, RemarkMatter,
};
use crate::calendar::changes::find_changes;
use crate::calendar::event::Calendar;
use crate::commands::calendar;
use crate::commands::command_line::arg;
use crate::commands::data::import::calendar_remarks::remark_text;
use crate::commands::data::import::plan;
use crate::commands::records::checkin::add::{complete_as_agreed, new_planned};
use crate::commands::records::checkin::cancel::Cancellation;
use crate::commands::records::checkin::move_::reschedule;
use crate::commands::records::checkin::overlap::must_be_free;
use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::dates::Now;
use crate::domain::length::Minutes;
use crate::domain::pair::PairContext;
use crate::domain::record::Record;
use crate::error::{Failure, Result};
use crate::store::read_tx::ReadTx;
use crate::store::write_tx::WriteTx;
use crate::store::{event_origins, settings};
use crate::view;
use crate::view::messages::import::{CalendarImport, ImportRemark, RescheduledCheckIn};
use crate::view::page::table::Table;
use crate::view::words;

pub fn import_calendar(
    app: &mut App<'_, '_>,
    calendar: &Calendar,
    source: &str,
    is_dry_run: bool,
) -> Result<()> {
    let mut found = app.read(|tx| find_pending(app, tx, calendar))?;
    let mut items = Vec::new();
    if found.changes.is_empty() {
        app.ui.status(&format!("No check-in was moved or cancelled in `{source}`"))?;
    } else if is_dry_run {
        items = found.changes.iter().map(preview_json).collect();
        if !app.ui.json {
            let page = app.page();
            let table = preview(&found.changes, app.now).render(&page);
            app.ui.print(&table)?;
        }
        app.rehearse(|app, tx| apply_changes(app, tx, &found.changes))?;
    } else {
        items = app.write(|app, tx| {
            // Compared again: another process may have written since.
            found = find_pending(app, tx, calendar)?;
            apply_changes(app, tx, &found.changes)
        })?;
    }
    let now = app.now;
    let remarks: Vec<(usize, String)> =
        found.remarks.iter().map(|remark| (remark.line, remark_text(remark, now))).collect();
    let lines = remarks.iter().map(|(line, text)| format!("line {line}: {text}"));
    plan::print_notes(app, &lines.collect::<Vec<_>>())?;
    note_skipped(app, &found)?;
    calendar::print_notes(app, source, calendar)?;
    app.print_record_json(|| {
        let remarks = remarks.into_iter();
        CalendarImport {
            items,
            older: found.older,
            others: found.others,
            todos: found.other_todos,
            unread: calendar.notes().len(),
            remarks: remarks.map(|(line, text)| ImportRemark { line, text }).collect(),
        }
    })
}

/// Compares the calendar with the records of all selected pairs.
pub(super) fn find_pending(
    app: &App<'_, '_>,
    tx: &ReadTx<'_>,
    calendar: &Calendar,
) -> Result<CalendarChanges> {
    let sources = calendar::sources(tx, app.all_pairs(tx)?, &event_origins::all(tx)?)?;
    let hidden_change = settings::untraced_change_at(tx)?;
    let zone = app.user_zone(tx)?;
    let mut found = find_changes(calendar, &sources, hidden_change, zone);
    let past = found.changes.iter().filter_map(|change| past_remark(change, app.now.at));
    let past: Vec<CalendarRemark> = past.collect();
    found.remarks.extend(past);
    found.remarks.sort_by_key(|remark| remark.line);
    Ok(found)
}

/// Returns a remark on a move into the past, which `checkin move` refuses.
fn past_remark(change: &CalendarChange, now: DateTime<Utc>) -> Option<CalendarRemark> {
    let ChangeAction::Edit { start: Some(at), .. } = change.action else {
        return None;
    };
    let id = match change.target {
        ChangeTarget::Known(id) => Some(id),
        ChangeTarget::Agreed(_) => None,
    };
    let (line, pair) = (change.line, change.pair.clone());
    (at < now).then_some(CalendarRemark { line, pair, matter: RemarkMatter::Past(id, at) })
}

/// Applies all changes and returns the JSON item of each.
fn apply_changes(
    app: &App<'_, '_>,
    tx: &WriteTx<'_>,
    changes: &[CalendarChange],
) -> Result<Vec<RescheduledCheckIn>> {
    let mut applied = Vec::new();
    for change in changes {
        applied.push(apply_change(app, tx, change)?);
    }
    let records = changes.iter().zip(&applied);
    event_origins::remember(
        tx,
        records.filter_map(|(change, (record, _))| Some((record, change.origin.clone()?))),
    )?;
    // Checked only after all changes: two calls may have swapped times.
    for (change, (record, _)) in changes.iter().zip(&applied) {
        if record.is_open() {
            must_be_free(tx, &change.pair, record, Some(record.id), app.now)?;
        }
    }
    Ok(applied.into_iter().map(|(_, item)| item).collect())
}

/// Returns a table of what would change, one row for each check-in.
fn preview(changes: &[CalendarChange], now: Now) -> Table {
    let mut table = Table::new(&["line", "check-in", "is planned for", "would be"]);
    for change in changes {
        let zone = change.pair.user().zone;
        let moment = |at: DateTime<Utc>| words::moment(at, zone, now);
        let partner = change.pair.first_name(change.pair.user_side().other());
        let number = match change.target {
            ChangeTarget::Known(id) => format!("{id} with {partner}"),
            ChangeTarget::Agreed(_) => format!("with {partner}"),
        };
        let becomes = match &change.action {
            ChangeAction::Cancel => "cancelled".to_owned(),
            ChangeAction::Edit { start, length, place } => {
                let parts =
                    [start.map(moment), length.map(|length| length.to_string()), place.clone()];
                parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
            }
        };
        let planned = change.planned.map(moment).unwrap_or_default();
        table.row(vec![change.line.to_string(), number, planned, becomes]);
    }
    table
}

fn preview_json(change: &CalendarChange) -> RescheduledCheckIn {
    let (state, to) = match &change.action {
        ChangeAction::Cancel => (CheckInState::Cancelled, None),
        ChangeAction::Edit { start, .. } => (CheckInState::Planned, start.or(change.planned)),
    };
    RescheduledCheckIn {
        id: match change.target {
            ChangeTarget::Known(id) => Some(id),
            ChangeTarget::Agreed(_) => None,
        },
        pair: change.pair.slug().to_owned(),
        state,
        from: change.planned,
        to,
    }
}

fn apply_change(
    app: &App<'_, '_>,
    tx: &WriteTx<'_>,
    change: &CalendarChange,
) -> Result<(Record<CheckIn>, RescheduledCheckIn)> {
    let pair = &change.pair;
    app.note_changed_pair(pair);
    let mut record = match change.target {
        ChangeTarget::Known(id) => tx
            .find::<CheckIn>(id)?
            .ok_or_else(|| Failure::not_found(format!("no check-in {id}")))?,
        ChangeTarget::Agreed(at) => insert_agreed(app, tx, change, at)?,
    };
    let from = record.planned_at;
    let to = match &change.action {
        ChangeAction::Cancel => {
            let cancellation = Cancellation {
                by: pair.user_side(),
                because: Some("cancelled in the calendar"),
                at: change.at.unwrap_or(app.now.at).min(app.now.at),
                state: None,
            };
            cancellation.store(tx, pair, &mut record)?;
            None
        }
        ChangeAction::Edit { start, length, place } => {
            apply_edit(app, tx, pair, &mut record, (*start, *length, place.as_deref()))?;
            record.planned_at
        }
    };
    let item = RescheduledCheckIn {
        id: Some(record.id),
        pair: pair.slug().to_owned(),
        state: record.state,
        from,
        to,
    };
    Ok((record, item))
}

/// Moves a check-in to the start of its event, and takes over its length and place.
fn apply_edit(
    app: &App<'_, '_>,
    tx: &WriteTx<'_>,
    pair: &PairContext,
    record: &mut Record<CheckIn>,
    (start, length, place): (Option<DateTime<Utc>>, Option<Minutes>, Option<&str>),
) -> Result<()> {
    record.planned_minutes = length.or(record.planned_minutes);
    if place.is_some() {
        record.channel = arg::parse_text("channel", place)?;
    }
    if let Some(to) = start {
        let because = Some("moved in the calendar");
        reschedule(app, tx, pair, record, to, None, because)?;
        if let Some(length) = length {
            tx.add_message(format!("Check-in {} takes {length}", record.id));
        }
    } else {
        tx.update(record)?;
        let summary = view::records::checkin::summary(record, pair, app.now);
        tx.add_message(format!("Updated {summary}"));
    }
    if place.is_some() {
        app.note_changed_pair(pair);
        let place = record.channel.as_deref().unwrap_or_default();
        tx.add_message(format!("Check-in {} takes place at {place}", record.id));
    }
    Ok(())
}

/// Inserts a check-in for an agreed occurrence, which has no record until it differs from the agreement.
fn insert_agreed(
    app: &App<'_, '_>,
    tx: &WriteTx<'_>,
    change: &CalendarChange,
    at: DateTime<Utc>,
) -> Result<Record<CheckIn>> {
    let pair = &change.pair;
    let mut draft = new_planned(tx, pair, app.now.at, pair.user().zone, app.now)?;
    draft.planned_at = Some(at);
    complete_as_agreed(tx, pair, &mut draft)?;
    Ok(tx.insert(draft)?)
}

/// Notes how many events and to-dos were skipped or ignored.
fn note_skipped(app: &mut App<'_, '_>, found: &CalendarChanges) -> Result<()> {
    if found.older > 0 {
        let events = words::count(found.older, "event");
        app.ui.note(&format!(
            "{events} older than the data file, skipped; run `mentor export --ics` to update the calendar"
        ))?;
    }
    let others = [(found.others, "other event"), (found.other_todos, "to-do")];
    let others = others.iter().filter(|(count, _)| *count > 0);
    let others: Vec<String> = others.map(|(count, what)| words::count(*count, what)).collect();
    if !others.is_empty() {
        app.ui.note(&format!("{} ignored", words::join_with_and(&others)))?;
    }
    Ok(())
}
