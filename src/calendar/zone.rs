//! Time zones both ways: VTIMEZONE written from chrono-tz's transitions, and zones that a file defines itself.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDateTime, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::{OffsetComponents, OffsetName};

use crate::calendar::text::Text;
use crate::calendar::value;
use crate::domain::recurrence::{Patience, Recurrence, RecurrenceError};
use crate::domain::zone::{self, Tz};

/// What the clocks of a zone show for a while.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Clock {
    seconds: i32,
    is_summer: bool,
    name: String,
}

fn clock(zone: Tz, at: DateTime<Utc>) -> Clock {
    let offset = zone.offset_from_utc_datetime(&at.naive_utc());
    Clock {
        seconds: offset.fix().local_minus_utc(),
        is_summer: !offset.dst_offset().is_zero(),
        name: offset
            .abbreviation()
            .map_or_else(|| zone.name().to_owned(), str::to_owned),
    }
}

/// When the clocks change after `from` and until `until`, and what they show then. chrono-tz does not list its
/// transitions, so each is found between two days that differ.
fn changes(zone: Tz, from: DateTime<Utc>, until: DateTime<Utc>) -> Vec<(DateTime<Utc>, Clock)> {
    let mut found = Vec::new();
    let mut before = (from, clock(zone, from));
    while before.0 < until {
        let day = before.0 + TimeDelta::days(1);
        let after = clock(zone, day);
        if after != before.1 {
            let (mut early, mut late) = (before.0, day);
            while late - early > TimeDelta::seconds(1) {
                let middle = early + (late - early) / 2;
                if clock(zone, middle) == before.1 {
                    early = middle;
                } else {
                    late = middle;
                }
            }
            found.push((late, clock(zone, late)));
        }
        before = (day, after);
    }
    found
}

/// Writes the definition of a zone for the time from `from` to `until`, whole years.
pub fn define(text: &mut Text, zone: Tz, from: DateTime<Utc>, until: DateTime<Utc>) {
    let first = clock(zone, from);
    // Changes of the same kind are one part: what the clocks showed before and show after, and when.
    let mut parts: BTreeMap<(Clock, Clock), Vec<NaiveDateTime>> = BTreeMap::new();
    let mut before = first.clone();
    for (at, after) in changes(zone, from, until) {
        let local = at.naive_utc() + TimeDelta::seconds(i64::from(before.seconds));
        let kind = (before, after.clone());
        parts.entry(kind).or_default().push(local);
        before = after;
    }
    text.begin("VTIMEZONE");
    text.line("TZID", zone.name());
    // What the clocks show at the beginning, as if they had been set to it then.
    let beginning = from.naive_utc() + TimeDelta::seconds(i64::from(first.seconds));
    part(text, &first, &first, &[beginning]);
    for ((before, after), times) in &parts {
        part(text, before, after, times);
    }
    text.end("VTIMEZONE");
}

fn part(text: &mut Text, before: &Clock, after: &Clock, times: &[NaiveDateTime]) {
    let kind = if after.is_summer {
        "DAYLIGHT"
    } else {
        "STANDARD"
    };
    text.begin(kind);
    if let Some((first, rest)) = times.split_first() {
        text.line("DTSTART", &value::local(*first));
        let rest: Vec<String> = rest.iter().map(|time| value::local(*time)).collect();
        if !rest.is_empty() {
            text.line("RDATE", &rest.join(","));
        }
    }
    text.line("TZOFFSETFROM", &value::offset(before.seconds));
    text.line("TZOFFSETTO", &value::offset(after.seconds));
    text.typed("TZNAME", &after.name);
    text.end(kind);
}

/// One part of a zone that a file defines.
#[derive(Clone, Debug, Default)]
pub struct Part {
    pub first: Option<NaiveDateTime>,
    pub rule: Option<Recurrence>,
    pub until: Option<DateTime<Utc>>,
    pub dates: Vec<NaiveDateTime>,
    pub from: i32,
    pub to: i32,
}

/// A zone that a file speaks of: one of the known ones, or one that it defines itself.
#[derive(Clone, Debug)]
pub enum Zone {
    Known(Tz),
    /// From which local times on which offset holds, in order, and the offset before the first.
    Defined(Vec<(NaiveDateTime, i32)>, i32),
}

impl Zone {
    /// The zone of an IANA name, also at the end of a path (`/vendor/2026/Europe/London`).
    pub fn known(name: &str) -> Option<Zone> {
        let mut tail = name.trim().trim_start_matches('/');
        loop {
            if let Ok(zone) = tail.parse::<Tz>() {
                return Some(Zone::Known(zone));
            }
            tail = tail.split_once('/')?.1;
        }
    }

    /// The zone that these parts make.
    pub fn defined(parts: &[Part], patience: &mut Patience) -> Result<Zone, RecurrenceError> {
        let mut onsets = Vec::new();
        for part in parts {
            for local in part.onsets(patience)? {
                onsets.push((local, part.to));
            }
        }
        onsets.sort_unstable();
        let earliest = parts.iter().min_by_key(|part| part.first);
        Ok(Zone::Defined(onsets, earliest.map_or(0, |part| part.from)))
    }

    pub fn instant(&self, local: NaiveDateTime) -> DateTime<Utc> {
        match self {
            Zone::Known(zone) => zone::wall_clock(local, *zone),
            Zone::Defined(onsets, first) => {
                let after = onsets.partition_point(|(onset, _)| *onset <= local);
                let seconds = match after.checked_sub(1) {
                    Some(at) => onsets[at].1,
                    None => *first,
                };
                (local - TimeDelta::seconds(i64::from(seconds))).and_utc()
            }
        }
    }

    pub fn local(&self, at: DateTime<Utc>) -> NaiveDateTime {
        match self {
            Zone::Known(zone) => at.with_timezone(zone).naive_local(),
            Zone::Defined(_, first) => {
                let offset = TimeDelta::seconds(i64::from(*first));
                let guess = at.naive_utc() + offset;
                let shift = guess - self.instant(guess).naive_utc();
                at.naive_utc() + shift
            }
        }
    }
}

impl Part {
    /// The local times at which this part begins. A rule that was dated to long ago begins with the first clocks that matter.
    fn onsets(&self, patience: &mut Patience) -> Result<Vec<NaiveDateTime>, RecurrenceError> {
        let (Some(first), Some((start, end))) = (self.first, relevant()) else {
            return Ok(Vec::new());
        };
        let mut onsets = self.dates.clone();
        let Some(rule) = &self.rule else {
            onsets.push(first);
            return Ok(onsets);
        };
        let begin = if first < start {
            use chrono::Datelike;
            first.with_year(start.year()).unwrap_or(start)
        } else {
            first
        };
        let until = self
            .until
            .map(|until| until.naive_utc() + TimeDelta::seconds(i64::from(self.from)));
        let until = until.map_or(end, |until| until.min(end));
        onsets.extend(rule.local_times(begin, begin, until, patience)?);
        Ok(onsets)
    }
}

/// The years over which the rules of a file's own zones are written out.
fn relevant() -> Option<(NaiveDateTime, NaiveDateTime)> {
    let new_year = |year| chrono::NaiveDate::from_ymd_opt(year, 1, 1)?.and_hms_opt(0, 0, 0);
    Some((new_year(1970)?, new_year(2100)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn defined(zone: Tz, from: &str, until: &str) -> String {
        let mut text = Text::default();
        define(&mut text, zone, at(from), at(until));
        text.into_string().replace("\r\n", "\n")
    }

    #[test]
    fn a_zone_is_defined_for_the_years_that_are_needed() {
        let text = defined(
            Tz::Europe__London,
            "2027-01-01T00:00:00Z",
            "2029-01-01T00:00:00Z",
        );
        insta::assert_snapshot!(text, @"
        BEGIN:VTIMEZONE
        TZID:Europe/London
        BEGIN:STANDARD
        DTSTART:20270101T000000
        TZOFFSETFROM:+0000
        TZOFFSETTO:+0000
        TZNAME:GMT
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:20270328T010000
        RDATE:20280326T010000
        TZOFFSETFROM:+0000
        TZOFFSETTO:+0100
        TZNAME:BST
        END:DAYLIGHT
        BEGIN:STANDARD
        DTSTART:20271031T020000
        RDATE:20281029T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0000
        TZNAME:GMT
        END:STANDARD
        END:VTIMEZONE
        ");
    }

    #[test]
    fn clocks_that_change_by_half_an_hour_or_never_are_defined_too() {
        let (from, until) = ("2027-01-01T00:00:00Z", "2028-01-01T00:00:00Z");
        let lord_howe = defined(Tz::Australia__Lord_Howe, from, until);
        assert!(
            lord_howe.contains("DTSTART:20270404T020000\nTZOFFSETFROM:+1100\nTZOFFSETTO:+1030"),
            "{lord_howe}"
        );
        let bogota = defined(Tz::America__Bogota, from, until);
        assert_eq!(bogota.matches("BEGIN:STANDARD").count(), 1, "{bogota}");
    }

    /// A zone as mail programs write it: rules from long ago under a name of their own.
    #[test]
    fn a_zone_that_a_file_defines_is_the_same_as_the_known_one() {
        let part = |first: &str, rule: &str, from, to| Part {
            first: Some(first.parse().unwrap()),
            rule: Some(Recurrence::parse(rule).unwrap()),
            from,
            to,
            ..Part::default()
        };
        let parts = [
            part(
                "1601-01-01T03:00:00",
                "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
                7200,
                3600,
            ),
            part(
                "1601-01-01T02:00:00",
                "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
                3600,
                7200,
            ),
        ];
        let zone = Zone::defined(&parts, &mut Patience::default()).unwrap();
        let berlin = Zone::Known(Tz::Europe__Berlin);
        for day in 1..=365 {
            let noon = at("2026-12-31T11:00:00Z") + TimeDelta::days(day);
            let local = berlin.local(noon);
            assert_eq!(zone.instant(local), noon, "{local}");
            assert_eq!(zone.local(noon), local);
        }
    }

    #[test]
    fn a_zone_is_known_by_the_end_of_its_name() {
        for name in ["Europe/London", "/mozilla.org/20050126_1/Europe/London"] {
            assert!(matches!(
                Zone::known(name),
                Some(Zone::Known(Tz::Europe__London))
            ));
        }
        assert!(Zone::known("W. Europe Standard Time").is_none());
    }
}
