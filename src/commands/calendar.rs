//! What the commands share that write or read a calendar.

use std::io::{BufRead, BufReader, ErrorKind, Read};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde_json::json;

use crate::app::App;
use crate::calendar::CalendarError;
use crate::calendar::busy::{BusyQuery, busy_slots};
use crate::calendar::event::{Calendar, original_uid};
use crate::calendar::export::{self, CalendarOptions, CalendarSource};
use crate::config::settings as config;
use crate::domain::goal::GoalHistory;
use crate::domain::length::Minutes;
use crate::domain::pair::PairContext;
use crate::domain::slots::{Slot, merge};
use crate::domain::zone::Tz;
use crate::error::{Failure, Result};
use crate::platform::regular_file::{read_named, read_stream};
use crate::store::read_tx::ReadTx;
use crate::store::{agreements, aways, checkins, followups, goals, settings};
use crate::view::words;

/// Largest calendar that is read, in bytes. It is not held in memory.
const LARGEST: u64 = 128 << 20;

/// So many faults of a calendar are told one by one.
const MAX_TOLD: usize = 5;

/// What the config says of calendars that are written.
pub fn options(app: &App<'_, '_>) -> CalendarOptions {
    let alarm = Minutes::parse(app.config.text(&config::CALENDAR_ALARM));
    CalendarOptions {
        // `none` is no length.
        alarm: alarm.ok(),
        ..CalendarOptions::default()
    }
}

/// The calendar of some pairs.
pub fn calendar_text(
    tx: &ReadTx<'_>,
    pairs: Vec<PairContext>,
    options: CalendarOptions,
) -> Result<String> {
    let hidden_change = settings::untraced_change_at(tx)?;
    let options = CalendarOptions {
        hidden_change: hidden_change.max(options.hidden_change),
        ..options
    };
    Ok(export::calendar(&sources(tx, pairs)?, &options))
}

/// All that a calendar shows of some pairs.
pub fn sources(tx: &ReadTx<'_>, pairs: Vec<PairContext>) -> Result<Vec<CalendarSource>> {
    let of = |pair: PairContext| {
        let pair_id = pair.id();
        Ok(CalendarSource {
            agreements: agreements::all(tx, pair_id)?,
            checkins: checkins::all(tx, pair_id, None)?,
            moves: goals::moves_of_pair(tx, pair_id)?,
            followups: followups::all(tx, pair_id)?,
            goals: goals_with_progress(tx, &pair)?,
            aways: aways::for_pair(tx, &pair, NaiveDate::MIN)?,
            pair,
        })
    };
    pairs.into_iter().map(of).collect()
}

/// Each goal with its last progress; of one without a day a calendar shows nothing.
fn goals_with_progress(tx: &ReadTx<'_>, pair: &PairContext) -> Result<Vec<GoalHistory>> {
    let goals = goals::all(tx, pair.id())?.into_iter();
    goals
        .map(|goal| match goal.target {
            Some(_) => Ok(goals::with_latest_entry(tx, goal)?),
            None => Ok(goals::without_history(goal)),
        })
        .collect()
}

/// Gives a calendar as the answer.
pub fn print_calendar(app: &mut App<'_, '_>, text: &str) -> Result<()> {
    if app.ui.json {
        app.ui
            .print_json(&json!({ "schema": "mentor.calendar/1", "ics": text }))
    } else {
        app.ui.print_raw(text)
    }
}

// Whose times are taken: calendars that are looked at now and not kept.
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

/// Calendars with the times in which somebody can't meet, each with its name. They are read when they are asked for: what
/// was kept of them would be out of date the next day, and other people's appointments are not ours to keep.
pub struct BusyCalendars {
    calendars: Vec<(String, Calendar)>,
    addresses: Vec<String>,
}

impl BusyCalendars {
    /// Those that were named, and those of the config, without our own check-ins: when those are is known better here.
    pub fn read(app: &mut App<'_, '_>, named: &BusyArgs) -> Result<BusyCalendars> {
        let mut calendars = Vec::new();
        let home = app.environment.path_var("HOME").map(Path::to_owned);
        let always = app
            .config
            .files(&config::CALENDAR_BUSY, &app.paths.config, home.as_deref());
        let files: Vec<&PathBuf> = always.iter().chain(&named.busy).collect();
        if !files.is_empty() {
            let own = app.read(|tx| Ok(checkins::calendar_uids(tx)?))?;
            for file in files {
                let mut calendar = read_calendar(app, file, |input| Calendar::read_times(input))?;
                let is_ours = |uid: &str| own.contains(original_uid(uid));
                calendar
                    .events
                    .retain(|event| !event.uid.as_deref().is_some_and(is_ours));
                calendars.push((source_name(file), calendar));
            }
        }
        Ok(BusyCalendars {
            calendars,
            addresses: app.config.addresses(&config::CALENDAR_ADDRESSES),
        })
    }

    /// The busy times that meet a window. Days and floating times are taken for those of `zone`, unless a calendar says.
    pub fn busy_slots(&self, window: Slot, zone: Tz) -> Vec<Slot> {
        let query = BusyQuery {
            window,
            reader: zone,
            addresses: &self.addresses,
        };
        let calendars = self.calendars.iter();
        merge(
            calendars
                .flat_map(|(_, calendar)| busy_slots(calendar, query))
                .collect(),
        )
    }

    /// Tells what could not be read in them.
    pub fn tell_notes(&self, app: &mut App<'_, '_>) -> Result<()> {
        for (name, calendar) in &self.calendars {
            tell_notes(app, name, calendar)?;
        }
        Ok(())
    }
}

/// Tells what could not be read in a calendar, a line each.
pub fn tell_notes(app: &mut App<'_, '_>, source: &str, calendar: &Calendar) -> Result<()> {
    let notes = calendar.notes();
    for note in notes.iter().take(MAX_TOLD) {
        app.ui.note(&format!("`{source}`: {note}"))?;
    }
    match notes.len().saturating_sub(MAX_TOLD) {
        0 => Ok(()),
        more => {
            let lines = words::count(more, "line");
            app.ui
                .note(&format!("`{source}`: can't read {lines} either"))
        }
    }
}

/// A calendar from a file, or from standard input for `-`, as far as it can be read.
pub fn read_calendar(
    app: &mut App<'_, '_>,
    file: &Path,
    read: impl FnOnce(&mut dyn BufRead) -> Result<Calendar, CalendarError>,
) -> Result<Calendar> {
    let source = source_name(file);
    let mut input = open(app, file)?.take(LARGEST + 1);
    let read = read(&mut BufReader::new(&mut input));
    if input.limit() == 0 {
        return Err(too_large(&source, LARGEST));
    }
    read.map_err(|error| calendar_failure(&error, &source))
}

/// A file, or standard input for `-`.
fn open<'a>(app: &'a mut App<'_, '_>, file: &Path) -> Result<Box<dyn Read + 'a>> {
    if file == Path::new("-") {
        return Ok(Box::new(&mut app.environment.stdin));
    }
    let opened = std::fs::File::open(file).map_err(|error| unreadable(file, &error))?;
    Ok(Box::new(opened))
}

fn unreadable(file: &Path, error: &std::io::Error) -> Failure {
    let shown = source_name(file);
    match error.kind() {
        ErrorKind::NotFound => Failure::not_found(format!("no file `{shown}`")),
        _ => Failure::storage(format!("can't read `{shown}`: {error}")),
    }
}

fn too_large(source: &str, largest: u64) -> Failure {
    let most = largest >> 20;
    Failure::refused(format!("`{source}` is larger than {most} MB"))
        .data("nothing was imported from it")
}

/// The bytes of a file, or of standard input for `-`.
pub fn read(app: &mut App<'_, '_>, file: &Path, largest: u64) -> Result<Vec<u8>> {
    let read = if file == Path::new("-") {
        read_stream(&mut app.environment.stdin, largest)
    } else {
        read_named(file, largest)
    };
    read.map_err(|error| match error.kind() {
        ErrorKind::FileTooLarge => too_large(&source_name(file), largest),
        _ => unreadable(file, &error),
    })
}

/// What a calendar's fault means to a user.
pub fn calendar_failure(error: &CalendarError, source: &str) -> Failure {
    Failure::refused(format!("`{source}`: {error}"))
}

/// How a file is spoken of; `-` is standard input.
pub fn source_name(file: &Path) -> String {
    match file.to_str() {
        Some("-") => "standard input".to_owned(),
        _ => file.display().to_string(),
    }
}
