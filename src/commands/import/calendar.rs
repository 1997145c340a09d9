//! `mentor import --ics`: what was moved or cancelled in a calendar.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::app::App;
use crate::calendar::changes::{self, Change, Found, What, Which};
use crate::calendar::event::Calendar;
use crate::commands::calendar;
use crate::commands::checkin::add::planned;
use crate::commands::checkin::call_off::CalledOff;
use crate::commands::checkin::move_::move_to;
use crate::commands::checkin::overlap::must_be_free;
use crate::domain::checkin::CheckIn;
use crate::domain::record::Record;
use crate::error::{Failure, Result};
use crate::store::cell::instant;
use crate::store::reader::Reader;
use crate::store::writer::Writer;
use crate::store::{agreements, settings};
use crate::view::words;

pub fn take_in(app: &mut App<'_, '_>, bytes: &[u8], source: &str, is_dry_run: bool) -> Result<()> {
    let refused = |error| calendar::refused(&error, source).data("nothing was imported");
    let calendar = Calendar::read(bytes).map_err(refused)?;
    let find = |app: &App<'_, '_>, tx: &Reader<'_>| {
        let sources = calendar::sources(tx, app.every_couple(tx)?)?;
        let zone = app
            .user(tx)?
            .map_or_else(|| app.system_zone(), |user| user.zone);
        let hidden = settings::hidden_change(tx)?;
        changes::find(&calendar, &sources, hidden, zone).map_err(refused)
    };
    let found = app.read(|tx| find(app, tx))?;
    if found.changes.is_empty() {
        app.ui
            .status(&format!("No check-in was moved or cancelled in `{source}`"))?;
        remark(app, &found)?;
        return app.show_json(|| answer(&(found, Vec::new())));
    }
    let taken = app.write_or_rehearse(is_dry_run, answer, |app, tx| {
        let found = find(app, tx)?;
        let mut taken = Vec::new();
        for change in &found.changes {
            taken.push(take(app, tx, change)?);
        }
        // Only now: two calls may have changed places.
        for (change, (record, _)) in found.changes.iter().zip(&taken) {
            if record.is_open() {
                must_be_free(tx, &change.couple, record, Some(record.id))?;
            }
        }
        let taken = taken.into_iter().map(|(_, told)| told).collect();
        Ok((found, taken))
    })?;
    let Some(taken) = taken else {
        return remark(app, &found);
    };
    remark(app, &taken.0)?;
    app.show_json(|| answer(&taken))
}

fn answer((found, taken): &(Found, Vec<Value>)) -> Value {
    json!({
        "schema": "mentor.import.calendar/1",
        "items": taken,
        "older": found.older,
        "others": found.others,
    })
}

fn take(app: &App<'_, '_>, tx: &Writer<'_>, change: &Change) -> Result<(Record<CheckIn>, Value)> {
    let couple = &change.couple;
    let mut record = match change.which {
        Which::Known(id) => tx
            .find::<CheckIn>(id)?
            .ok_or_else(|| Failure::not_found(format!("no check-in {id}")))?,
        Which::Agreed(at) => insert(app, tx, change, at)?,
    };
    let from = record.planned_at.map(instant);
    let to = match change.what {
        What::MovedTo(to) => {
            move_to(
                app,
                tx,
                couple,
                &mut record,
                to,
                None,
                Some("moved in the calendar"),
            )?;
            Some(instant(to))
        }
        What::Cancelled => {
            let called_off = CalledOff {
                by: couple.me(),
                because: Some("cancelled in the calendar"),
                at: change.at.unwrap_or(app.now).min(app.now),
                state: None,
            };
            called_off.store(tx, couple, &mut record)?;
            None
        }
    };
    let told = json!({
        "id": record.id.number(),
        "pair": couple.slug(),
        "state": record.state.word(),
        "from": from,
        "to": to,
    });
    Ok((record, told))
}

/// An agreed occurrence becomes a check-in once there is something to keep of it.
fn insert(
    app: &App<'_, '_>,
    tx: &Writer<'_>,
    change: &Change,
    at: DateTime<Utc>,
) -> Result<Record<CheckIn>> {
    let couple = &change.couple;
    let agreed = agreements::on_day(tx, couple, couple.pair_day(at))?;
    let terms = agreed.as_ref().map(|agreement| &agreement.terms);
    let mut draft = planned(couple, app.now, couple.user().zone, app.now)?;
    draft.planned_at = Some(at);
    draft.planned_minutes = terms.and_then(|terms| terms.length);
    draft.channel = terms.and_then(|terms| terms.channel.clone());
    Ok(tx.insert(draft)?)
}

/// What was left alone.
fn remark(app: &mut App<'_, '_>, found: &Found) -> Result<()> {
    if found.older > 0 {
        let events = words::count(found.older, "event");
        app.ui.note(&format!(
            "{events} older than the data file, skipped; run `mentor export --ics` to update the calendar"
        ))?;
    }
    if found.others > 0 {
        let events = words::count(found.others, "other event");
        app.ui.note(&format!("{events} ignored"))?;
    }
    Ok(())
}
