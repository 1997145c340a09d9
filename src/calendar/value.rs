//! Formats and parses dates, times, durations and offsets (RFC 5545, section 3.3).

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

/// Formats as `20261203T170000`.
pub fn format_local(at: NaiveDateTime) -> String {
    at.format("%Y%m%dT%H%M%S").to_string()
}

/// Formats as `20261203T170000Z`.
pub fn format_utc(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

/// Formats as `20261203`.
pub fn format_day(day: NaiveDate) -> String {
    day.format("%Y%m%d").to_string()
}

/// Formats an offset in seconds as `+0100`. Seconds are added only if there are any, as in historical offsets.
pub fn format_offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let total = seconds.unsigned_abs();
    let rest = match total % 60 {
        0 => String::new(),
        rest => format!("{rest:02}"),
    };
    format!("{sign}{:02}{:02}{rest}", total / 3600, total / 60 % 60)
}

/// Returns the last second of a day.
pub fn end_of(day: NaiveDate) -> NaiveDateTime {
    day.and_hms_opt(23, 59, 59).unwrap_or_default()
}

/// A DATE or DATE-TIME value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrTime {
    Day(NaiveDate),
    Local(NaiveDateTime),
    Utc(DateTime<Utc>),
}

/// Parses `20261203`, `20261203T170000` or `20261203T170000Z`.
pub fn parse_date_or_time(text: &str) -> Option<DateOrTime> {
    let (date, time) = match text.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    let day = NaiveDate::from_ymd_opt(
        parse_number(date.get(..4)?)?.try_into().ok()?,
        parse_number(date.get(4..6)?)?,
        parse_number(date.get(6..)?)?,
    )
    .filter(|_| date.len() == 8)?;
    let Some(time) = time else {
        return Some(DateOrTime::Day(day));
    };
    let digits = time.strip_suffix('Z').unwrap_or(time);
    if digits.len() != 6 {
        return None;
    }
    // Map a leap second to the second before it.
    let second = parse_number(digits.get(4..)?)?;
    let second = if second == 60 { 59 } else { second };
    let time_of_day = NaiveTime::from_hms_opt(
        parse_number(digits.get(..2)?)?,
        parse_number(digits.get(2..4)?)?,
        second,
    )?;
    let at = day.and_time(time_of_day);
    Some(if digits.len() == time.len() {
        DateOrTime::Local(at)
    } else {
        DateOrTime::Utc(at.and_utc())
    })
}

/// Parses a date or time leniently, since some programs deviate from the format: `2026-12-03T17:00:00.000+01:00`,
/// `20261203T1700`.
pub fn parse_lenient(text: &str) -> Option<DateOrTime> {
    if let Some(value) = parse_date_or_time(text) {
        return Some(value);
    }
    let text = text.trim().to_ascii_uppercase().replace(' ', "T");
    let (date, time) = text.split_once('T').unwrap_or((&text, ""));
    let day = parse_date_or_time(&date.replace(['-', '/'], ""))?;
    let (DateOrTime::Day(day), false) = (day, time.is_empty()) else {
        return Some(day);
    };
    let end = time.find(['Z', '+', '-']).unwrap_or(time.len());
    let (clock, zone) = time.split_at(end);
    let clock = clock.split('.').next().unwrap_or(clock).replace(':', "");
    // Some programs write the end of a day as 24:00.
    let (clock, days) = match clock.strip_prefix("24") {
        Some(rest) if rest.bytes().all(|byte| byte == b'0') => (format!("00{rest}"), 1),
        _ => (clock, 0),
    };
    let day = day.checked_add_days(chrono::Days::new(days))?;
    let normalized = format!("{}T{clock:0<6}", format_day(day));
    let DateOrTime::Local(at) = parse_date_or_time(&normalized).filter(|_| clock.len() >= 4)?
    else {
        return None;
    };
    Some(match zone {
        "" => DateOrTime::Local(at),
        "Z" => DateOrTime::Utc(at.and_utc()),
        offset => {
            let seconds = parse_offset(&offset.replace(':', ""))?;
            let utc = at.checked_sub_signed(TimeDelta::seconds(i64::from(seconds)))?;
            DateOrTime::Utc(utc.and_utc())
        }
    })
}

fn parse_number(digits: &str) -> Option<u32> {
    let all_digits = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| all_digits)
}

/// Parses a duration: `PT45M`, `P1DT2H`, `P2W`, `-PT15M`, `PT1.5H`. `None` for more than a hundred years.
pub fn parse_duration(text: &str) -> Option<TimeDelta> {
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let rest = rest.strip_prefix('P')?;
    let (days, time) = rest.split_once('T').unwrap_or((rest, ""));
    if days.is_empty() && time.is_empty() || rest.ends_with('T') {
        return None;
    }
    let seconds = parse_units(days, &[('W', 7 * 86400), ('D', 86400)])?
        + parse_units(time, &[('H', 3600), ('M', 60), ('S', 1)])?;
    (seconds <= 100 * 366 * 86400).then(|| TimeDelta::try_seconds(sign * seconds)).flatten()
}

/// Returns the seconds of a text such as `2H30M`. Each unit may occur at most once and in the given order.
fn parse_units(mut text: &str, units: &[(char, i64)]) -> Option<i64> {
    let mut seconds: i64 = 0;
    for (unit, unit_seconds) in units {
        if let Some((count, rest)) = text.split_once(*unit) {
            seconds = seconds.checked_add(parse_count(count, *unit_seconds)?)?;
            text = rest;
        }
    }
    text.is_empty().then_some(seconds)
}

/// Returns the seconds of a number of units, which may have a fraction (ISO 8601): `0.5`, `1,25`.
fn parse_count(text: &str, unit_seconds: i64) -> Option<i64> {
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let whole = i64::from(parse_number(whole)?).checked_mul(unit_seconds)?;
    // Six digits are less than a second of any unit.
    let (digits, scale) = match fraction.get(..6) {
        Some(digits) => (digits, 1_000_000),
        None => (fraction, 10_i64.pow(u32::try_from(fraction.len()).ok()?)),
    };
    let fraction = i64::from(parse_number(digits)?) * unit_seconds / scale;
    whole.checked_add(fraction)
}

/// Parses an offset such as `+0100` into seconds east of UTC.
pub fn parse_offset(text: &str) -> Option<i32> {
    let sign = match text.get(..1)? {
        "+" => 1,
        "-" => -1,
        _ => return None,
    };
    let digits = text.get(1..)?;
    let seconds = match digits.len() {
        4 => 0,
        6 => parse_number(digits.get(4..)?)?,
        _ => return None,
    };
    let hours = parse_number(digits.get(..2)?)?;
    let minutes = parse_number(digits.get(2..4)?)?;
    let total = i32::try_from(hours * 3600 + minutes * 60 + seconds).ok()?;
    (total < 86400).then_some(sign * total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_round_trip() {
        let at: DateTime<Utc> = "2026-12-03T17:00:05Z".parse().unwrap();
        assert_eq!(parse_date_or_time(&format_utc(at)), Some(DateOrTime::Utc(at)));
        let clock = at.naive_utc();
        assert_eq!(parse_date_or_time(&format_local(clock)), Some(DateOrTime::Local(clock)));
        assert_eq!(
            parse_date_or_time(&format_day(clock.date())),
            Some(DateOrTime::Day(clock.date()))
        );
        for seconds in [0, 3600, -12600, 2079] {
            assert_eq!(parse_offset(&format_offset(seconds)), Some(seconds));
        }
    }

    #[test]
    fn unambiguous_deviations_are_parsed() {
        for (written, meant) in [
            ("2026-12-03T17:00:05Z", "20261203T170005Z"),
            ("2026-12-03", "20261203"),
            ("20261203T170005+0000", "20261203T170005Z"),
            ("2026-12-03T17:00:05.000+01:00", "20261203T160005Z"),
            ("20261203t1700", "20261203T170000"),
            ("20261203T240000", "20261204T000000"),
            ("20261203T", "20261203"),
        ] {
            assert_eq!(parse_lenient(written), parse_date_or_time(meant), "{written}");
        }
        for written in
            ["", "soon", "20261301T100000", "20261203T1", "20261203T250000", "03.12.2026"]
        {
            assert_eq!(parse_lenient(written), None, "{written}");
        }
    }

    #[test]
    fn durations_are_parsed() {
        for (text, seconds) in [
            ("PT45M", 2700),
            ("PT1H30M", 5400),
            ("P1D", 86400),
            ("P1DT2H", 93600),
            ("P2W", 1_209_600),
            ("-PT15M", -900),
            ("+PT0S", 0),
            ("PT0.5H", 1800),
            ("PT1,25H", 4500),
            ("P0.5D", 43200),
            ("PT1.123456789S", 1),
        ] {
            assert_eq!(parse_duration(text), TimeDelta::try_seconds(seconds), "{text}");
        }
    }

    #[test]
    fn malformed_values_are_refused() {
        for text in [
            "", "2026-12-03", "20261301", "20260230", "202612031", "2026123", "20261203T",
            "20261203T17", "20261203T250000", "20261203T170000z", "+0261203", "２０２６1203",
        ] {
            assert_eq!(parse_date_or_time(text), None, "{text}");
        }
        for text in [
            "", "P", "PT", "45M", "PT45", "P1H", "PTM", "PT5M3H", "P99999999999W", "P4000000W",
            "PT.5H", "PT1.H", "PT1.xH", "PT1.5.5H", "PT1.\u{e9}\u{e9}\u{e9}\u{e9}H",
        ] {
            assert_eq!(parse_duration(text), None, "{text}");
        }
        for text in ["", "0100", "+1", "+010", "+2400", "+é00"] {
            assert_eq!(parse_offset(text), None, "{text}");
        }
    }
}
