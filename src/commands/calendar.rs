//! What the commands share that write or read a calendar.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde_json::json;

use crate::app::App;
use crate::calendar::CalendarError;
use crate::calendar::busy;
use crate::calendar::event::Calendar;
use crate::calendar::export::{self, Options, Source};
use crate::config::settings as config;
use crate::domain::length::Minutes;
use crate::domain::pair::Couple;
use crate::domain::slots::{Slot, merged};
use crate::domain::zone::Tz;
use crate::error::{Failure, Result};
use crate::regular_file::{read_named, read_stream};
use crate::store::reader::Reader;
use crate::store::{agreements, aways, checkins, followups, goals, settings};

/// Largest calendar that is read, in bytes.
pub const LARGEST: u64 = 32 << 20;

/// What the config says of calendars that are written.
pub fn options(app: &App<'_, '_>) -> Options {
    let alarm = Minutes::parse(app.config.text(&config::CALENDAR_ALARM));
    Options {
        // `none` is no length.
        alarm: alarm.ok(),
        ..Options::default()
    }
}

/// The calendar of some pairs.
pub fn text(tx: &Reader<'_>, couples: Vec<Couple>, options: Options) -> Result<String> {
    let hidden_change = settings::hidden_change(tx)?;
    let options = Options {
        hidden_change: hidden_change.max(options.hidden_change),
        ..options
    };
    Ok(export::calendar(&sources(tx, couples)?, &options))
}

/// All that a calendar shows of some pairs.
pub fn sources(tx: &Reader<'_>, couples: Vec<Couple>) -> Result<Vec<Source>> {
    let of = |couple: Couple| {
        let pair = couple.id();
        Ok(Source {
            agreements: agreements::all(tx, pair)?,
            checkins: checkins::all(tx, pair, None)?,
            moves: goals::moves_of_pair(tx, pair)?,
            followups: followups::all(tx, pair)?,
            goals: goals::all(tx, pair)?,
            aways: aways::of_couple(tx, &couple, NaiveDate::MIN)?,
            couple,
        })
    };
    couples.into_iter().map(of).collect()
}

/// Gives a calendar as the answer.
pub fn answer(app: &mut App<'_, '_>, text: &str) -> Result<()> {
    match app.ui.json {
        true => app
            .ui
            .answer_json(&json!({ "schema": "mentor.calendar/1", "ics": text })),
        false => app.ui.raw(text),
    }
}

// Whose times are taken: calendars that are looked at now and not kept.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Busy {
    /// Calendar with busy times (iCalendar; repeatable; `-` for standard input)
    ///
    /// `busy` under `[calendar]` in the config names calendars that are always looked at. Cancelled and
    /// transparent events leave their time free.
    #[arg(long, value_name = "FILE")]
    busy: Vec<PathBuf>,
}

/// Calendars with the times in which somebody can't meet, each with its name. They are read when they are asked for: what
/// was kept of them would be out of date the next day, and other people's appointments are not ours to keep.
pub struct BusyCalendars(Vec<(String, Calendar)>);

impl BusyCalendars {
    /// Those that were named, and those of the config, without our own check-ins: when those are is known better here.
    pub fn read(app: &mut App<'_, '_>, named: &Busy) -> Result<BusyCalendars> {
        let mut calendars = Vec::new();
        let home = app.environment.path_var("HOME").map(Path::to_owned);
        let always = app
            .config
            .files(&config::CALENDAR_BUSY, &app.paths.config, home.as_deref());
        for file in always.iter().chain(&named.busy) {
            let name = name(file);
            let bytes = read(app, file, LARGEST)?;
            let mut calendar = Calendar::read(&bytes).map_err(|error| refused(&error, &name))?;
            app.read(|tx| without_ours(tx, &mut calendar))?;
            calendars.push((name, calendar));
        }
        Ok(BusyCalendars(calendars))
    }

    /// The busy times that meet a window. Days and floating times are taken for those of `zone`, unless a calendar says.
    pub fn times(&self, window: Slot, zone: Tz) -> Result<Vec<Slot>> {
        let mut times = Vec::new();
        for (name, calendar) in &self.0 {
            let found = busy::times(calendar, window, zone);
            times.extend(found.map_err(|error| refused(&error, name))?);
        }
        Ok(merged(times))
    }
}

fn without_ours(tx: &Reader<'_>, calendar: &mut Calendar) -> Result<()> {
    let mut others = Vec::new();
    for event in std::mem::take(&mut calendar.events) {
        let is_ours = match &event.uid {
            Some(uid) => checkins::is_ours(tx, uid)?,
            None => false,
        };
        if !is_ours {
            others.push(event);
        }
    }
    calendar.events = others;
    Ok(())
}

/// The bytes of a file, or of standard input for `-`.
pub fn read(app: &mut App<'_, '_>, file: &Path, largest: u64) -> Result<Vec<u8>> {
    let shown = name(file);
    let read = match file == Path::new("-") {
        true => read_stream(&mut app.environment.stdin, largest),
        false => read_named(file, largest),
    };
    read.map_err(|error| match error.kind() {
        ErrorKind::NotFound => Failure::not_found(format!("no file `{shown}`")),
        ErrorKind::FileTooLarge => {
            let most = largest >> 20;
            Failure::refused(format!("`{shown}` is larger than {most} MB"))
                .data("nothing was taken from it")
        }
        _ => Failure::storage(format!("`{shown}` can't be read: {error}")),
    })
}

/// What a calendar's fault means to a user.
pub fn refused(error: &CalendarError, source: &str) -> Failure {
    Failure::refused(format!("`{source}`: {error}"))
}

/// How a file is spoken of; `-` is standard input.
pub fn name(file: &Path) -> String {
    match file.to_str() {
        Some("-") => "standard input".to_owned(),
        _ => file.display().to_string(),
    }
}
