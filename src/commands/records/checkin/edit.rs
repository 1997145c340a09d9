//! `mentor checkin edit`

use chrono::{DateTime, Utc};

use crate::app::App;
use crate::commands::command_line::arg::{self, RecordArg};
use crate::commands::crud::form_input::ensure_within;
use crate::commands::crud::skip_if_unchanged;
use crate::commands::records::checkin;
use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::dates::{self, DayRole, Now};
use crate::domain::record::Record;
use crate::domain::zone::Tz;
use crate::error::{Failure, Result};
use crate::store::json;
use crate::view::{self, words};

/// Edit a check-in
#[derive(Debug, clap::Args)]
pub struct EditArgs {
    #[command(flatten)]
    which: RecordArg,

    /// Notes
    #[arg(long, value_name = "TEXT")]
    notes: Option<String>,

    /// When it was held, if that was not when it was planned
    #[arg(long, value_name = "WHEN")]
    at: Option<String>,

    /// How long it took
    #[arg(long, value_name = "LENGTH")]
    minutes: Option<String>,

    /// Where you met
    #[arg(long, value_name = "TEXT")]
    channel: Option<String>,
}

pub fn run(app: &mut App<'_, '_>, args: &EditArgs) -> Result<()> {
    if [&args.at, &args.notes, &args.minutes, &args.channel].iter().all(|value| value.is_none()) {
        return Err(Failure::usage("nothing to change").hint(format!(
            "name a field, such as `mentor checkin edit {} --minutes 50`",
            args.which.number
        )));
    }
    let minutes = arg::parse_minutes(args.minutes.as_deref())?;
    let (record, slug) = app.write(|app, tx| {
        let (mut record, pair) = checkin::find_for_write(app, tx, args.which.number)?;
        let before = record.data.clone();
        if args.notes.is_some() {
            record.notes = arg::parse_text("notes", args.notes.as_deref())?;
        }
        if args.channel.is_some() {
            record.channel = arg::parse_text("channel", args.channel.as_deref())?;
        }
        if let Some(typed) = &args.at {
            let at = parse_held_at(&record, typed, app.now, pair.user().zone)?;
            ensure_within(tx, &pair, pair.pair_day(at), app.today_of(pair.user()))?;
            record.held_at = Some(at);
        }
        match (minutes, record.is_open()) {
            (Some(minutes), true) => record.planned_minutes = Some(minutes),
            (Some(minutes), false) => record.minutes = Some(minutes),
            (None, _) => {}
        }
        let takes_time = record.is_open() || record.held_at.is_some();
        if takes_time && record.slot() != before.slot() {
            checkin::overlap::must_be_free(tx, &pair, &record, Some(record.id), app.now)?;
        }
        if skip_if_unchanged(tx, &pair, &record, &before)? {
            return Ok((record, pair.slug().to_owned()));
        }
        tx.update(&mut record)?;
        let changes = view::records::record::changes(
            &json::field_values(&before),
            &json::field_values(&record.data),
            app.today_of(pair.user()),
            &pair,
            app.now,
        );
        tx.add_message(format!("Updated check-in {}: {changes}", record.id));
        Ok((record, pair.slug().to_owned()))
    })?;
    app.print_record_json(|| json::item(&record, Some(&slug)))
}

/// Parses the time at which a check-in was held; fails if it was not held, or for a time in the future.
fn parse_held_at(
    record: &Record<CheckIn>,
    typed: &str,
    now: Now,
    zone: Tz,
) -> Result<DateTime<Utc>> {
    let number = record.id;
    if record.state != CheckInState::Held {
        let failure = Failure::refused(format!(
            "check-in {number} is {}: it hasn't taken place",
            record.state
        ));
        return Err(if record.is_open() {
            failure.hint(format!("run `mentor checkin move {number} WHEN` to move it, or `mentor log --checkin {number}` to log it"))
        } else {
            failure
        });
    }
    let at = dates::parse_moment(typed, now, zone, DayRole::Past)?;
    if at > now.at {
        let at = words::moment(at, zone, now);
        let message = format!(
            "check-in {number} was held, so it can't have been on {at}: that is in the future"
        );
        return Err(Failure::refused(message).hint("name a time in the past with `--at`"));
    }
    Ok(at)
}
