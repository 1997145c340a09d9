//! Days, times, lengths and offsets as RFC 5545 (section 3.3) writes them, both ways.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

/// `20261203T170000`.
pub fn local(at: NaiveDateTime) -> String {
    at.format("%Y%m%dT%H%M%S").to_string()
}

/// `20261203T170000Z`.
pub fn utc(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

/// `20261203`.
pub fn day(day: NaiveDate) -> String {
    day.format("%Y%m%d").to_string()
}

/// `+0100`, with seconds where an old offset has them.
pub fn offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let all = seconds.unsigned_abs();
    let rest = match all % 60 {
        0 => String::new(),
        rest => format!("{rest:02}"),
    };
    format!("{sign}{:02}{:02}{rest}", all / 3600, all / 60 % 60)
}

/// The last moment of a day.
pub fn end_of(day: NaiveDate) -> NaiveDateTime {
    day.and_hms_opt(23, 59, 59).unwrap_or_default()
}

/// A day or a time as it stands in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrTime {
    Day(NaiveDate),
    Local(NaiveDateTime),
    Utc(DateTime<Utc>),
}

/// Reads `20261203`, `20261203T170000` or `20261203T170000Z`.
pub fn read_stamp(text: &str) -> Option<DateOrTime> {
    let (date, time) = match text.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    let day = NaiveDate::from_ymd_opt(
        number(date.get(..4)?)?.try_into().ok()?,
        number(date.get(4..6)?)?,
        number(date.get(6..)?)?,
    )
    .filter(|_| date.len() == 8)?;
    let Some(time) = time else {
        return Some(DateOrTime::Day(day));
    };
    let digits = time.strip_suffix('Z').unwrap_or(time);
    if digits.len() != 6 {
        return None;
    }
    // A leap second is the one before it.
    let second = number(digits.get(4..)?)?;
    let second = if second == 60 { 59 } else { second };
    let clock = NaiveTime::from_hms_opt(
        number(digits.get(..2)?)?,
        number(digits.get(2..4)?)?,
        second,
    )?;
    let at = day.and_time(clock);
    Some(if digits.len() == time.len() {
        DateOrTime::Local(at)
    } else {
        DateOrTime::Utc(at.and_utc())
    })
}

/// Reads a stamp as programs write it that don't keep to the form: `2026-12-03T17:00:00.000+01:00`, `20261203T1700`.
pub fn read_odd_stamp(text: &str) -> Option<DateOrTime> {
    if let Some(stamp) = read_stamp(text) {
        return Some(stamp);
    }
    let text = text.trim().to_ascii_uppercase().replace(' ', "T");
    let (date, time) = text.split_once('T').unwrap_or((&text, ""));
    let day = read_stamp(&date.replace(['-', '/'], ""))?;
    let (DateOrTime::Day(day), false) = (day, time.is_empty()) else {
        return Some(day);
    };
    let end = time.find(['Z', '+', '-']).unwrap_or(time.len());
    let (clock, zone) = time.split_at(end);
    let clock = clock.split('.').next().unwrap_or(clock).replace(':', "");
    // Some days end at 24:00.
    let (clock, days) = match clock.strip_prefix("24") {
        Some(rest) if rest.bytes().all(|byte| byte == b'0') => (format!("00{rest}"), 1),
        _ => (clock, 0),
    };
    let day = day.checked_add_days(chrono::Days::new(days))?;
    let written = format!("{}T{clock:0<6}", self::day(day));
    let DateOrTime::Local(at) = read_stamp(&written).filter(|_| clock.len() >= 4)? else {
        return None;
    };
    Some(match zone {
        "" => DateOrTime::Local(at),
        "Z" => DateOrTime::Utc(at.and_utc()),
        offset => {
            let seconds = read_offset(&offset.replace(':', ""))?;
            let utc = at.checked_sub_signed(TimeDelta::seconds(i64::from(seconds)))?;
            DateOrTime::Utc(utc.and_utc())
        }
    })
}

fn number(digits: &str) -> Option<u32> {
    let all_digits = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| all_digits)
}

/// Reads `PT45M`, `P1DT2H`, `P2W`, `-PT15M`; at most a hundred years.
pub fn read_length(text: &str) -> Option<TimeDelta> {
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let rest = rest.strip_prefix('P')?;
    let (days, time) = rest.split_once('T').unwrap_or((rest, ""));
    if days.is_empty() && time.is_empty() || rest.ends_with('T') {
        return None;
    }
    let seconds = units(days, &[('W', 7 * 86400), ('D', 86400)])?
        + units(time, &[('H', 3600), ('M', 60), ('S', 1)])?;
    (seconds <= 100 * 366 * 86400)
        .then(|| TimeDelta::try_seconds(sign * seconds))
        .flatten()
}

/// The seconds of `2H30M`: each unit at most once, in this order.
fn units(mut text: &str, units: &[(char, i64)]) -> Option<i64> {
    let mut seconds: i64 = 0;
    for (unit, worth) in units {
        if let Some((count, rest)) = text.split_once(*unit) {
            let count = i64::from(number(count)?);
            seconds = seconds.checked_add(count.checked_mul(*worth)?)?;
            text = rest;
        }
    }
    text.is_empty().then_some(seconds)
}

/// Reads `+0100`.
pub fn read_offset(text: &str) -> Option<i32> {
    let sign = match text.get(..1)? {
        "+" => 1,
        "-" => -1,
        _ => return None,
    };
    let digits = text.get(1..)?;
    let seconds = match digits.len() {
        4 => 0,
        6 => number(digits.get(4..)?)?,
        _ => return None,
    };
    let (hours, minutes) = (number(digits.get(..2)?)?, number(digits.get(2..4)?)?);
    let all = hours * 3600 + minutes * 60 + seconds;
    (all < 86400)
        .then(|| i32::try_from(all).ok())?
        .map(|all| sign * all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_come_back_as_they_were_written() {
        let at: DateTime<Utc> = "2026-12-03T17:00:05Z".parse().unwrap();
        assert_eq!(read_stamp(&utc(at)), Some(DateOrTime::Utc(at)));
        let clock = at.naive_utc();
        assert_eq!(read_stamp(&local(clock)), Some(DateOrTime::Local(clock)));
        assert_eq!(
            read_stamp(&day(clock.date())),
            Some(DateOrTime::Day(clock.date()))
        );
        for seconds in [0, 3600, -12600, 2079] {
            assert_eq!(read_offset(&offset(seconds)), Some(seconds));
        }
    }

    #[test]
    fn stamps_that_deviate_are_read_where_they_can_only_mean_one_thing() {
        for (written, meant) in [
            ("2026-12-03T17:00:05Z", "20261203T170005Z"),
            ("2026-12-03", "20261203"),
            ("20261203T170005+0000", "20261203T170005Z"),
            ("2026-12-03T17:00:05.000+01:00", "20261203T160005Z"),
            ("20261203t1700", "20261203T170000"),
            ("20261203T240000", "20261204T000000"),
            ("20261203T", "20261203"),
        ] {
            assert_eq!(read_odd_stamp(written), read_stamp(meant), "{written}");
        }
        for written in [
            "",
            "soon",
            "20261301T100000",
            "20261203T1",
            "20261203T250000",
            "03.12.2026",
        ] {
            assert_eq!(read_odd_stamp(written), None, "{written}");
        }
    }

    #[test]
    fn lengths_are_read() {
        for (text, seconds) in [
            ("PT45M", 2700),
            ("PT1H30M", 5400),
            ("P1D", 86400),
            ("P1DT2H", 93600),
            ("P2W", 1_209_600),
            ("-PT15M", -900),
            ("+PT0S", 0),
        ] {
            assert_eq!(read_length(text), TimeDelta::try_seconds(seconds), "{text}");
        }
    }

    #[test]
    fn what_is_written_otherwise_is_refused() {
        for text in [
            "",
            "2026-12-03",
            "20261301",
            "20260230",
            "202612031",
            "2026123",
            "20261203T",
            "20261203T17",
            "20261203T250000",
            "20261203T170000z",
            "+0261203",
            "２０２６1203",
        ] {
            assert_eq!(read_stamp(text), None, "{text}");
        }
        for text in [
            "",
            "P",
            "PT",
            "45M",
            "PT45",
            "P1H",
            "PTM",
            "PT5M3H",
            "P99999999999W",
            "P4000000W",
        ] {
            assert_eq!(read_length(text), None, "{text}");
        }
        for text in ["", "0100", "+1", "+010", "+2400", "+é00"] {
            assert_eq!(read_offset(text), None, "{text}");
        }
    }
}
