//! Reading and writing of calendars, shared by several commands.

use std::io::{BufRead, BufReader, ErrorKind, Read};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::app::App;
use crate::calendar::CalendarError;
use crate::calendar::busy::{BusyQuery, busy_slots};
use crate::calendar::event::{Calendar, original_uid};
use crate::calendar::export::{self, CalendarOptions, CalendarSource};
use crate::calendar::invitation::{is_from_event, record_uid};
use crate::config::settings as config;
use crate::domain::checkin::CheckIn;
use crate::domain::event_origin::EventOrigin;
use crate::domain::goal::GoalHistory;
use crate::domain::length::Minutes;
use crate::domain::pair::PairContext;
use crate::domain::record::Record;
use crate::domain::slots::{Slot, merge};
use crate::domain::zone::Tz;
use crate::error::{Failure, Result};
use crate::platform::regular_file::{read_named, read_stream};
use crate::store::event_origins::EventOrigins;
use crate::store::read_tx::ReadTx;
use crate::store::{agreements, aways, checkins, followups, goals, settings};
use crate::view::messages::values::CalendarText;
use crate::view::words;

/// Largest calendar that is read. It is parsed as a stream and never held in memory.
const MAX_CALENDAR_BYTES: u64 = 128 << 20;

/// How many notes on a calendar are printed one by one; the rest are counted.
const MAX_NOTES: usize = 5;

/// Returns the settings that apply to written calendars.
pub fn options(app: &App<'_, '_>) -> CalendarOptions {
    let alarm = Minutes::parse(app.config.text(&config::CALENDAR_ALARM));
    CalendarOptions {
        // `none` is not a length, so it parses to no alarm.
        alarm: alarm.ok(),
        ..CalendarOptions::default()
    }
}

/// Returns the calendar of some pairs as iCalendar text.
pub fn calendar_text(
    tx: &ReadTx<'_>,
    pairs: Vec<PairContext>,
    options: CalendarOptions,
    origins: &EventOrigins,
) -> Result<String> {
    let hidden_change = settings::untraced_change_at(tx)?;
    let options =
        CalendarOptions { hidden_change: hidden_change.max(options.hidden_change), ..options };
    Ok(export::calendar(&sources(tx, pairs, origins)?, &options))
}

/// Loads the records of some pairs that a calendar can show.
pub fn sources(
    tx: &ReadTx<'_>,
    pairs: Vec<PairContext>,
    origins: &EventOrigins,
) -> Result<Vec<CalendarSource>> {
    let load_source = |pair: PairContext| {
        let pair_id = pair.id();
        let checkins = checkins::all(tx, pair_id, None)?;
        let origin_of =
            |checkin: &Record<CheckIn>| origins.get_key_value(&checkin.uid).map(cloned_entry);
        Ok(CalendarSource {
            agreements: agreements::all(tx, pair_id)?,
            origins: checkins.iter().filter_map(origin_of).collect(),
            checkins,
            moves: goals::moves_of_pair(tx, pair_id)?,
            followups: followups::all(tx, pair_id)?,
            goals: goals_with_progress(tx, &pair)?,
            aways: aways::for_pair(tx, &pair, NaiveDate::MIN)?,
            pair,
        })
    };
    pairs.into_iter().map(load_source).collect()
}

fn cloned_entry((uid, origin): (&String, &EventOrigin)) -> (String, EventOrigin) {
    (uid.clone(), origin.clone())
}

/// Returns each goal with its latest entry. Goals without a target day are not shown, so their entries are not loaded.
fn goals_with_progress(tx: &ReadTx<'_>, pair: &PairContext) -> Result<Vec<GoalHistory>> {
    let goals = goals::all(tx, pair.id())?.into_iter();
    goals
        .map(|goal| match goal.target {
            Some(_) => Ok(goals::with_latest_entry(tx, goal)?),
            None => Ok(goals::without_history(goal)),
        })
        .collect()
}

/// Prints a calendar as the result.
pub fn print_calendar(app: &mut App<'_, '_>, text: &str) -> Result<()> {
    if app.ui.json {
        app.ui.print_json(&CalendarText { ics: text })
    } else {
        app.ui.print_raw(text)
    }
}

// Calendars with busy times, which are read for one run and not stored.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct BusyArgs {
    /// Calendar with busy times (iCalendar; repeatable; `-` for standard input)
    ///
    /// `busy` under `[calendar]` in the config names calendars that are always looked at. Cancelled and
    /// transparent events leave their time free, and so does what you declined, if `addresses` there has
    /// your address.
    #[arg(long, value_name = "FILE")]
    busy: Vec<PathBuf>,
}

/// Calendars with busy times, each with its name. Every run reads them again: a stored copy would soon be out of date, and
/// other people's appointments are not ours to keep.
pub struct BusyCalendars {
    calendars: Vec<(String, Calendar)>,
    addresses: Vec<String>,
}

impl BusyCalendars {
    /// Reads the calendars that were named and those of the config. The pair's own check-ins are left out, since the
    /// data file knows them better.
    pub fn read(app: &mut App<'_, '_>, named: &BusyArgs) -> Result<BusyCalendars> {
        let mut calendars = Vec::new();
        let home = app.environment.path_var("HOME").map(Path::to_owned);
        let configured =
            app.config.files(&config::CALENDAR_BUSY, &app.paths.config, home.as_deref());
        let files: Vec<&PathBuf> = configured.iter().chain(&named.busy).collect();
        if !files.is_empty() {
            let own = app.read(|tx| Ok(checkins::calendar_uids(tx)?))?;
            let has_invitations = own.iter().any(|uid| is_from_event(uid));
            for file in files {
                let mut calendar = read_calendar(app, file, |input| Calendar::read_times(input))?;
                let is_ours = |uid: &str| {
                    own.contains(original_uid(uid))
                        || has_invitations && own.contains(&record_uid(uid, None))
                };
                calendar.events.retain(|event| !event.uid.as_deref().is_some_and(is_ours));
                calendars.push((source_name(file), calendar));
            }
        }
        Ok(BusyCalendars {
            calendars,
            addresses: app.config.addresses(&config::CALENDAR_ADDRESSES),
        })
    }

    /// Returns the busy times within a window. All-day and floating times count in `zone`, unless the calendar names
    /// one.
    pub fn busy_slots(&self, window: Slot, zone: Tz) -> Vec<Slot> {
        let query = BusyQuery { window, reader: zone, addresses: &self.addresses };
        let calendars = self.calendars.iter();
        merge(calendars.flat_map(|(_, calendar)| busy_slots(calendar, query)).collect())
    }

    /// Prints what could not be read in the calendars.
    pub fn print_notes(&self, app: &mut App<'_, '_>) -> Result<()> {
        for (name, calendar) in &self.calendars {
            print_notes(app, name, calendar)?;
        }
        Ok(())
    }
}

/// Prints what could not be read in a calendar, one line each.
pub fn print_notes(app: &mut App<'_, '_>, source: &str, calendar: &Calendar) -> Result<()> {
    let notes = calendar.notes();
    for note in notes.iter().take(MAX_NOTES) {
        app.ui.note(&format!("`{source}`: {note}"))?;
    }
    match notes.len().saturating_sub(MAX_NOTES) {
        0 => Ok(()),
        more => {
            let lines = words::count(more, "line");
            app.ui.note(&format!("`{source}`: can't read {lines} either"))
        }
    }
}

/// Reads the readable part of a calendar from a file, or from standard input for `-`.
pub fn read_calendar(
    app: &mut App<'_, '_>,
    file: &Path,
    read: impl FnOnce(&mut dyn BufRead) -> Result<Calendar, CalendarError>,
) -> Result<Calendar> {
    let source = source_name(file);
    let mut input = open(app, file)?.take(MAX_CALENDAR_BYTES + 1);
    let result = read(&mut BufReader::new(&mut input));
    if input.limit() == 0 {
        return Err(too_large_failure(&source, MAX_CALENDAR_BYTES));
    }
    result.map_err(|error| calendar_failure(&error, &source))
}

/// Opens a file, or standard input for `-`.
fn open<'a>(app: &'a mut App<'_, '_>, file: &Path) -> Result<Box<dyn Read + 'a>> {
    if file == Path::new("-") {
        return Ok(Box::new(&mut app.environment.stdin));
    }
    let opened = std::fs::File::open(file).map_err(|error| unreadable_failure(file, &error))?;
    Ok(Box::new(opened))
}

fn unreadable_failure(file: &Path, error: &std::io::Error) -> Failure {
    let shown = source_name(file);
    match error.kind() {
        ErrorKind::NotFound => Failure::not_found(format!("no file `{shown}`")),
        _ => Failure::storage(format!("can't read `{shown}`: {error}")),
    }
}

fn too_large_failure(source: &str, max_bytes: u64) -> Failure {
    let megabytes = max_bytes >> 20;
    Failure::refused(format!("`{source}` is larger than {megabytes} MB"))
        .data("nothing was imported from it")
}

/// Reads the bytes of a file, or of standard input for `-`.
pub fn read(app: &mut App<'_, '_>, file: &Path, max_bytes: u64) -> Result<Vec<u8>> {
    let bytes = if file == Path::new("-") {
        read_stream(&mut app.environment.stdin, max_bytes)
    } else {
        read_named(file, max_bytes)
    };
    bytes.map_err(|error| match error.kind() {
        ErrorKind::FileTooLarge => too_large_failure(&source_name(file), max_bytes),
        _ => unreadable_failure(file, &error),
    })
}

pub fn calendar_failure(error: &CalendarError, source: &str) -> Failure {
    Failure::refused(format!("`{source}`: {error}"))
}

/// Returns the name of a file in messages; `-` is standard input.
pub fn source_name(file: &Path) -> String {
    match file.to_str() {
        Some("-") => "standard input".to_owned(),
        _ => file.display().to_string(),
    }
}
