//! Time zones of calendars written by other programs, resolved by name or from their definitions.

use std::rc::Rc;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, TimeDelta, Utc};

use crate::calendar::source::unescape;
use crate::domain::recurrence::{ExpansionBudget, Recurrence, RecurrenceError};
use crate::domain::zone::{self, Tz, ZoneError, zone_of_windows_name};

/// Normalizes the name of a zone: some programs quote or escape it or add white space.
pub fn plain_name(written: &str) -> String {
    let name = unescape(written);
    let words = name.split_whitespace().collect::<Vec<_>>().join(" ");
    words.trim_matches(['"', '\'', ' ']).to_owned()
}

/// An observance of a VTIMEZONE: when it starts and which offset it has.
#[derive(Clone, Debug, Default)]
pub struct Observance {
    /// DTSTART.
    pub first: Option<NaiveDateTime>,
    pub rule: Option<Recurrence>,
    /// The UNTIL of the rule.
    pub until: Option<DateTime<Utc>>,
    /// RDATE.
    pub dates: Vec<NaiveDateTime>,
    /// The offset before, in seconds east of UTC.
    pub from: Option<i32>,
    /// The offset of the observance, in seconds east of UTC.
    pub to: Option<i32>,
}

/// A zone used in a calendar.
#[derive(Clone, Debug)]
pub enum ForeignZone {
    Known(Tz),
    /// Local onset times with the offset from then on, in order, and the offset before the first. Offsets are in
    /// seconds east of UTC. Shared, since every conversion of a time asks for its zone.
    Defined(Rc<[(NaiveDateTime, i32)]>, i32),
}

/// Longest name of a zone that is looked up. The display names of Windows have up to 70 letters.
const MAX_NAME_BYTES: usize = 200;

/// How many of the last parts of a path can be the name of a place, as in `America/Argentina/Salta`.
const MAX_PLACE_PARTS: usize = 3;

impl ForeignZone {
    /// Resolves an IANA name, also at the end of a path (`/vendor/2026/Europe/London`). Only names of places count,
    /// since a file may define GMT or EST differently.
    pub fn from_place(name: &str) -> Option<ForeignZone> {
        if name.len() > MAX_NAME_BYTES {
            return None;
        }
        // Some programs add an abbreviation or an offset: `Europe/Berlin (CET)`.
        let is_border = |c: char| c.is_whitespace() || "()[],;".contains(c);
        let words = name.split(is_border).filter(|word| word.contains('/'));
        let mut names = [name].into_iter().chain(words);
        names.find_map(zone_at_end).map(ForeignZone::Known)
    }

    /// Resolves any other name for a zone: a Windows name, an abbreviation, an offset or a city.
    pub fn from_other_name(name: &str) -> Option<ForeignZone> {
        if name.len() > MAX_NAME_BYTES {
            return None;
        }
        if name.eq_ignore_ascii_case("Z") {
            return Some(ForeignZone::Known(Tz::UTC));
        }
        let windows =
            zone_of_windows_name(name).or_else(|| zone_of_windows_name(without_count(name)?));
        if let Some(zone) = windows.or_else(|| Tz::find_zone(name)) {
            return Some(ForeignZone::Known(zone));
        }
        match zone::parse(name) {
            Ok(zone) => Some(ForeignZone::Known(zone)),
            Err(ZoneError::Offset { minutes, .. }) => {
                Some(ForeignZone::Defined(Rc::default(), minutes * 60))
            }
            Err(_) => zone_of_display_name(name).map(ForeignZone::Known),
        }
    }

    /// Returns the offset in the display name of an unknown zone: `(UTC+01:00) Nowhere`. Its clocks may change.
    pub fn from_offset_in(name: &str) -> Option<ForeignZone> {
        let (offset, _) = split_offset(name)?;
        match zone::parse(offset) {
            Err(ZoneError::Offset { minutes, .. }) => {
                Some(ForeignZone::Defined(Rc::default(), minutes * 60))
            }
            _ => None,
        }
    }

    /// Builds a zone from its observances. `None`: they contain no offset.
    pub fn from_observances(
        observances: &[Observance],
        budget: &mut ExpansionBudget,
    ) -> Result<Option<ForeignZone>, RecurrenceError> {
        let mut onsets = Vec::new();
        for observance in observances {
            let Some(to) = observance.to else { continue };
            for local in observance.onset_times(budget)? {
                onsets.push((local, to));
            }
        }
        onsets.sort_unstable();
        let earliest = observances.iter().min_by_key(|observance| observance.first);
        let Some(first) = earliest.and_then(|observance| observance.from.or(observance.to)) else {
            return Ok(None);
        };
        Ok((!onsets.is_empty()).then(|| ForeignZone::Defined(onsets.into(), first)))
    }

    /// Converts a local time to an instant.
    pub fn instant(&self, local: NaiveDateTime) -> DateTime<Utc> {
        match self {
            ForeignZone::Known(zone) => zone::resolve_wall_clock(local, *zone),
            ForeignZone::Defined(onsets, first) => {
                let after = onsets.partition_point(|(onset, _)| *onset <= local);
                let seconds = match after.checked_sub(1) {
                    Some(index) => onsets[index].1,
                    None => *first,
                };
                (local - TimeDelta::seconds(i64::from(seconds))).and_utc()
            }
        }
    }

    /// Converts an instant to local time.
    pub fn local(&self, at: DateTime<Utc>) -> NaiveDateTime {
        match self {
            ForeignZone::Known(zone) => at.with_timezone(zone).naive_local(),
            ForeignZone::Defined(_, first) => {
                let offset = TimeDelta::seconds(i64::from(*first));
                let guess = at.naive_utc() + offset;
                let shift = guess - self.instant(guess).naive_utc();
                at.naive_utc() + shift
            }
        }
    }
}

/// Finds the zone whose name is at the end of a path.
fn zone_at_end(path: &str) -> Option<Tz> {
    let path = path.replace(' ', "_");
    let parts: Vec<&str> = path.split('/').collect();
    let longest = parts.len().min(MAX_PLACE_PARTS);
    let mut places = (1..=longest).rev().map(|count| parts[parts.len() - count..].join("/"));
    places.find_map(|place| zone::find_zone(&place))
}

/// Splits a display name into the offset from UTC and the rest: `(UTC+01:00) Berlin`, `Berlin (GMT+1)`. `None`: it has
/// no offset.
fn split_offset(name: &str) -> Option<(&str, String)> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let position = words.iter().position(|word| {
        let rest = ["UTC", "GMT", "(UTC", "(GMT"].iter().find_map(|start| word.strip_prefix(start));
        rest.is_some_and(|rest| rest.starts_with(['+', '-', ')']))
    })?;
    let offset = words[position].trim_matches(['(', ')']);
    Some((offset, [&words[..position], &words[position + 1..]].concat().join(" ")))
}

/// Resolves a display name of Windows: an offset, then cities or a region (`(UTC+01:00) Amsterdam, Berlin, Bern`,
/// `(UTC-05:00) Eastern Time (US & Canada)`), or a region alone.
fn zone_of_display_name(name: &str) -> Option<Tz> {
    let (offset, places) = match split_offset(name) {
        Some(found) => found,
        None if name.contains(" Time") => ("", name.to_owned()),
        None => return None,
    };
    let zone = places.split([',', '/']).find_map(|place| {
        let place = place.split('(').next().unwrap_or(place).trim();
        let mut seasons = SEASONS.iter().filter_map(|season| place.strip_suffix(season));
        let region = seasons.next().unwrap_or(place);
        let in_country = |country: &str| zone::find_zone(&format!("{country}/{region}"));
        zone::parse(place)
            .ok()
            .or_else(|| in_country("US"))
            .or_else(|| in_country("Canada"))
            .or_else(|| zone_of_windows_name(&format!("{region} Standard Time")))
            .or_else(|| UNIVERSAL_TIMES.contains(&place).then_some(Tz::UTC))
    });
    zone.or_else(|| matches!(offset, "UTC" | "GMT").then_some(Tz::UTC))
}

/// What follows the name of a region. A name such as `Eastern Daylight Time` stands for the whole zone.
const SEASONS: [&str; 3] = [" Daylight Time", " Summer Time", " Time"];

/// Display names without a region.
const UNIVERSAL_TIMES: [&str; 2] = ["Coordinated Universal Time", "Greenwich Mean Time"];

impl Observance {
    /// Returns the local times at which this observance starts. A rule that starts long ago is expanded only from the
    /// first relevant year on.
    fn onset_times(
        &self,
        budget: &mut ExpansionBudget,
    ) -> Result<Vec<NaiveDateTime>, RecurrenceError> {
        let (Some(first), Some((start, end))) = (self.first, relevant_years()) else {
            return Ok(Vec::new());
        };
        let mut onsets = self.dates.clone();
        let Some(rule) = &self.rule else {
            onsets.push(first);
            return Ok(onsets);
        };
        let first =
            if first < start { first.with_year(start.year()).unwrap_or(start) } else { first };
        let until = self
            .until
            .map(|until| until.naive_utc() + TimeDelta::seconds(i64::from(self.from.unwrap_or(0))));
        let until = until.map_or(end, |until| until.min(end));
        onsets.extend(rule.local_times(first, first, until, budget)?);
        Ok(onsets)
    }
}

/// Returns the start and end of the years for which zone definitions are expanded.
fn relevant_years() -> Option<(NaiveDateTime, NaiveDateTime)> {
    let new_year = |year| NaiveDate::from_ymd_opt(year, 1, 1)?.and_hms_opt(0, 0, 0);
    Some((new_year(1970)?, new_year(2100)?))
}

/// Returns a name without the number that Outlook appends to the second definition of a zone: `Romance Standard Time 1`.
fn without_count(name: &str) -> Option<&str> {
    let (name, count) = name.rsplit_once(' ')?;
    count.bytes().all(|byte| byte.is_ascii_digit()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    /// A definition in the style of mail programs: a name of their own, and rules that start long ago.
    #[test]
    fn a_defined_zone_matches_the_known_one() {
        let part = |first: &str, rule: &str, from, to| Observance {
            first: Some(first.parse().unwrap()),
            rule: Some(Recurrence::parse(rule).unwrap()),
            from: Some(from),
            to: Some(to),
            ..Observance::default()
        };
        let parts = [
            part("1601-01-01T03:00:00", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", 7200, 3600),
            part("1601-01-01T02:00:00", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", 3600, 7200),
        ];
        let zone = ForeignZone::from_observances(&parts, &mut ExpansionBudget::default());
        let zone = zone.unwrap().unwrap();
        let berlin = ForeignZone::Known(Tz::Europe__Berlin);
        for day in 1..=365 {
            let noon = utc("2026-12-31T11:00:00Z") + TimeDelta::days(day);
            let local = berlin.local(noon);
            assert_eq!(zone.instant(local), noon, "{local}");
            assert_eq!(zone.local(noon), local);
        }
    }

    #[test]
    fn offset_of_an_unknown_zone_is_read() {
        let noon = "2026-07-01T12:00:00".parse().unwrap();
        for (name, expected) in [
            ("(UTC+01:00) Nowhere", Some("2026-07-01T11:00:00Z")),
            ("Nowhere (GMT-3)", Some("2026-07-01T15:00:00Z")),
            ("Nowhere", None),
        ] {
            let zone = ForeignZone::from_offset_in(name);
            assert_eq!(zone.map(|zone| zone.instant(noon)), expected.map(utc), "{name}");
        }
    }

    fn name(zone: Option<ForeignZone>) -> Option<&'static str> {
        match zone? {
            ForeignZone::Known(zone) => Some(zone.name()),
            ForeignZone::Defined(..) => Some("an offset"),
        }
    }

    #[test]
    fn a_place_is_found_at_the_end_of_a_path() {
        for (written, expected) in [
            ("Europe/London", Some("Europe/London")),
            ("/mozilla.org/20050126_1/Europe/London", Some("Europe/London")),
            ("europe/LONDON", Some("Europe/London")),
            ("America/New York", Some("America/New_York")),
            ("\"Europe/Paris\"", Some("Europe/Paris")),
            (" Asia/Tokyo ", Some("Asia/Tokyo")),
            ("tzone://Microsoft/Utc", Some("UTC")),
            ("Europe/Berlin (CET)", Some("Europe/Berlin")),
            ("CET (Europe/Berlin)", Some("Europe/Berlin")),
            ("America/New_York - EST", Some("America/New_York")),
            ("GMT", None),
            ("EST", None),
            ("W. Europe Standard Time", None),
        ] {
            let zone = ForeignZone::from_place(&plain_name(written));
            assert_eq!(name(zone), expected, "{written}");
        }
    }

    #[test]
    fn a_name_that_is_too_long_is_no_zone() {
        for written in ["Europe/London/".repeat(20), "x".repeat(1 << 20), "/".repeat(1 << 20)] {
            assert_eq!(name(ForeignZone::from_place(&written)), None);
            assert_eq!(name(ForeignZone::from_other_name(&written)), None);
        }
    }

    #[test]
    fn other_names_of_zones_are_resolved() {
        for (written, expected) in [
            ("W. Europe Standard Time", Some("Europe/Berlin")),
            ("pacific  standard time", Some("America/Los_Angeles")),
            ("\"Tokyo Standard Time\"", Some("Asia/Tokyo")),
            ("Romance Standard Time ", Some("Europe/Paris")),
            ("Romance Standard Time 1", Some("Europe/Paris")),
            ("EST", Some("EST")),
            ("Z", Some("UTC")),
            ("GMT+0100", Some("an offset")),
            ("UTC-05:30", Some("an offset")),
            ("Berlin", Some("Europe/Berlin")),
            ("(UTC+01:00) Amsterdam\\, Berlin\\, Bern", Some("Europe/Amsterdam")),
            ("(GMT+03.00) Nowhere / Moscow", Some("Europe/Moscow")),
            ("(UTC-05:00) Eastern Time (US & Canada)", Some("US/Eastern")),
            ("(UTC-09:00) Alaska", Some("US/Alaska")),
            ("(UTC-03:30) Newfoundland", Some("Canada/Newfoundland")),
            ("(UTC-06:00) Central America", Some("America/Guatemala")),
            ("(UTC) Coordinated Universal Time", Some("UTC")),
            ("(UTC+01:00) Berlin", Some("Europe/Berlin")),
            ("Berlin (GMT+1)", Some("Europe/Berlin")),
            ("UTC+01:00 Berlin\\, Rome", Some("Europe/Berlin")),
            ("(UTC+01:00) Nowhere", None),
            ("Mountain Time (US & Canada)", Some("US/Mountain")),
            ("Central European Time", Some("Europe/Warsaw")),
            ("Central European Summer Time", Some("Europe/Warsaw")),
            ("W. Europe Daylight Time", Some("Europe/Berlin")),
            ("Eastern Daylight Time", Some("US/Eastern")),
            ("Coordinated Universal Time", Some("UTC")),
            ("Customized Time Zone", None),
            ("Mars/Base", None),
        ] {
            let zone = ForeignZone::from_other_name(&plain_name(written));
            assert_eq!(name(zone), expected, "{written}");
        }
    }
}
