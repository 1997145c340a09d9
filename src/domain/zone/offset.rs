//! Offsets from UTC as people write them: `UTC+1`, `GMT-05:30`, `+02:00`. They are recognised in order to be refused
//! with a useful hint.

use chrono::{Offset, TimeZone};

use crate::domain::zone::{Tz, zone_data};

/// Parses an offset and returns the minutes east of UTC.
pub fn parse(typed: &str) -> Option<i32> {
    let text = typed.trim().to_ascii_uppercase().replace(['\u{2212}', '\u{2013}'], "-");
    let prefix = ["UTC", "GMT"].iter().find_map(|name| text.strip_prefix(name));
    let rest = prefix.unwrap_or(&text).trim_start();
    if matches!(rest, "" | "0") {
        return prefix.map(|_| 0);
    }
    let (sign, rest) = match rest.split_at_checked(1)? {
        ("+", rest) => (1, rest),
        ("-", rest) => (-1, rest),
        _ => return None,
    };
    parse_minutes(rest.trim_start()).map(|minutes| sign * minutes)
}

/// Parses `1`, `05`, `0530` or `5:30` into minutes. `None` for more than 14 hours, the largest offset in use.
fn parse_minutes(text: &str) -> Option<i32> {
    let (hours, minutes) = match text.split_once(':') {
        Some((hours, minutes)) if minutes.len() == 2 => (hours, minutes),
        Some(_) => return None,
        None if text.len() > 2 => text.split_at_checked(text.len() - 2)?,
        None => (text, "0"),
    };
    let number = |text: &str| -> Option<i32> {
        let is_number = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        is_number.then(|| text.parse().ok())?
    };
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    let total = hours * 60 + minutes;
    (minutes < 60 && total <= 14 * 60).then_some(total)
}

/// Formats an offset in minutes, such as `UTC+01:00`.
pub fn format_offset(minutes: i32) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("UTC{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

/// Well-known zones without daylight saving time.
const STEADY: [&str; 28] = [
    "Pacific/Pago_Pago", "Pacific/Honolulu", "Pacific/Marquesas", "America/Phoenix",
    "America/Guatemala", "America/Bogota", "America/Caracas", "America/Sao_Paulo", "UTC",
    "Africa/Lagos", "Africa/Johannesburg", "Africa/Nairobi", "Asia/Tehran", "Asia/Dubai",
    "Asia/Kabul", "Asia/Karachi", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Dhaka", "Asia/Yangon",
    "Asia/Jakarta", "Asia/Singapore", "Asia/Tokyo", "Australia/Darwin", "Australia/Brisbane",
    "Pacific/Guadalcanal", "Pacific/Fiji", "Pacific/Tongatapu",
];

/// Returns a well-known zone that has this offset all year, according to the data in use.
pub fn zone_all_year(minutes: i32) -> Option<Tz> {
    STEADY.iter().filter_map(|name| Tz::find_zone(name)).find(|zone| is_steady(*zone, minutes))
}

/// Whether a zone has this offset in winter and in summer, in the year of the zone data and the next.
fn is_steady(zone: Tz, minutes: i32) -> bool {
    let year = zone_data().version.year;
    let starts = [(year, 1), (year, 7), (year + 1, 1), (year + 1, 7)];
    starts.iter().all(|(year, month)| {
        let day = chrono::NaiveDate::from_ymd_opt(*year, *month, 1).unwrap_or_default();
        let midnight = day.and_time(chrono::NaiveTime::MIN);
        let offset = zone.offset_from_utc_datetime(&midnight).fix();
        offset.local_minus_utc() == minutes * 60
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_parse_in_every_common_notation() {
        for (typed, minutes) in [
            ("GMT+1", 60),
            ("utc+05:30", 330),
            ("UTC +2", 120),
            ("UTC-3", -180),
            ("UTC\u{2212}3", -180),
            ("+0530", 330),
            ("+01:00", 60),
            ("-8", -480),
            ("GMT", 0),
            ("UTC+0", 0),
            ("GMT0", 0),
            ("UTC+14", 840),
        ] {
            assert_eq!(parse(typed), Some(minutes), "{typed}");
        }
        for typed in ["", "1", "Etc/GMT+15", "UTC+15", "GMT+1:5", "UTC+x", "EST5EDT", "CET-1CEST"] {
            assert_eq!(parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_steady_zone_is_found_for_most_offsets() {
        let named = |minutes| zone_all_year(minutes).map(Tz::name);
        assert_eq!(named(60), Some("Africa/Lagos"));
        assert_eq!(named(330), Some("Asia/Kolkata"));
        assert_eq!(named(-180), Some("America/Sao_Paulo"));
        assert_eq!(named(-500), None);
        let steady = |name: &&str| {
            let zone = Tz::find_zone(name).unwrap();
            let new_year = chrono::DateTime::parse_from_rfc3339("2027-01-01T00:00:00Z").unwrap();
            let offset = zone.offset_from_utc_datetime(&new_year.naive_utc()).fix();
            is_steady(zone, offset.local_minus_utc() / 60)
        };
        assert!(STEADY.iter().all(steady));
    }
}
