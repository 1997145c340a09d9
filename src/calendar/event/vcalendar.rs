//! Recurrence rules and offsets of vCalendar 1.0, which old phones and organisers export.

use chrono::NaiveDate;

use crate::calendar::foreign_zone::Observance;
use crate::calendar::value::{self, DateOrTime};

/// The name of the zone that a file of vCalendar 1.0 defines by its offsets, which no other zone has.
pub const ZONE: &str = "the TZ of vCalendar 1.0";

/// Parses the value of `TZ`, the offset of all times without `Z`: `+01:00`, `-05`.
pub fn standard_time(offset: &str) -> Option<Observance> {
    let to = parse_offset(offset)?;
    let first = NaiveDate::from_ymd_opt(1970, 1, 1)?.and_hms_opt(0, 0, 0);
    Some(Observance { first, from: Some(to), to: Some(to), ..Observance::default() })
}

/// Parses the value of `DAYLIGHT`, one summer with its offset: `TRUE;-04;20260308T020000;20261101T020000;EST;EDT`.
pub fn summer_time(value: &str, standard: i32) -> Option<[Observance; 2]> {
    let parts: Vec<&str> = value.split(';').map(str::trim).collect();
    let [is_observed, offset, start, end, ..] = parts[..] else {
        return None;
    };
    let summer = parse_offset(offset).filter(|_| is_observed.eq_ignore_ascii_case("TRUE"))?;
    let onset = |text: &str, from: i32, to: i32| {
        let first = match value::parse_lenient(text)? {
            DateOrTime::Local(at) => at,
            DateOrTime::Utc(at) => at.naive_utc(),
            DateOrTime::Day(day) => day.and_hms_opt(0, 0, 0)?,
        };
        let (first, from, to) = (Some(first), Some(from), Some(to));
        Some(Observance { first, from, to, ..Observance::default() })
    };
    Some([onset(start, standard, summer)?, onset(end, summer, standard)?])
}

/// Parses an offset with or without minutes: `-05`, `+0530`, `+01:00`.
fn parse_offset(text: &str) -> Option<i32> {
    let digits = text.trim().replace(':', "");
    let minutes = if digits.len() == 3 { "00" } else { "" };
    value::parse_offset(&format!("{digits}{minutes}"))
}

/// How often a rule recurs if it does not say.
const DEFAULT_COUNT: &str = "2";

/// Rewrites a rule of vCalendar 1.0 in the form of iCalendar: `W1 TU TH #4` as `FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4`.
/// `None`: it has another form.
pub fn rewrite_rule(rule: &str) -> Option<String> {
    let mut words = rule.split_whitespace();
    let first = words.next()?;
    let (kind, interval) = first.split_at(first.find(|c: char| c.is_ascii_digit())?);
    let (frequency, list) = match kind {
        "D" => ("DAILY", None),
        "W" => ("WEEKLY", Some("BYDAY")),
        "MP" => ("MONTHLY", Some("BYDAY")),
        "MD" => ("MONTHLY", Some("BYMONTHDAY")),
        "YM" => ("YEARLY", Some("BYMONTH")),
        "YD" => ("YEARLY", Some("BYYEARDAY")),
        _ => return None,
    };
    let interval: u32 = interval.parse().ok()?;
    let (mut entries, mut places, mut end) = (Vec::new(), vec![String::new()], None);
    let mut places_are_used = true;
    for word in words {
        if let Some(count) = word.strip_prefix('#') {
            end = Some(if count == "0" { String::new() } else { format!(";COUNT={count}") });
        } else if word.len() >= 8 && word.starts_with(|c: char| c.is_ascii_digit()) {
            end = Some(format!(";UNTIL={word}"));
        } else if kind == "MP" && word.ends_with(['+', '-']) {
            // `1+ 1- FR`: the first and the last Friday.
            if places_are_used {
                places.clear();
            }
            places_are_used = false;
            places.push(signed(word));
        } else {
            list?;
            places_are_used = true;
            let entry = if word == "LD" { "-1".to_owned() } else { signed(word) };
            entries.extend(places.iter().map(|place| format!("{place}{entry}")));
        }
    }
    let list = list.filter(|_| !entries.is_empty());
    let list = list.map(|key| format!(";{key}={}", entries.join(","))).unwrap_or_default();
    let end = end.unwrap_or_else(|| format!(";COUNT={DEFAULT_COUNT}"));
    Some(format!("FREQ={frequency};INTERVAL={interval}{list}{end}"))
}

/// Moves the sign of a number to its front: `2-` is the second from the end.
fn signed(word: &str) -> String {
    match (word.strip_suffix('-'), word.strip_suffix('+')) {
        (Some(number), _) => format!("-{number}"),
        (_, Some(number)) => number.to_owned(),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_are_those_of_their_seasons() {
        let standard = standard_time("-05").unwrap();
        assert_eq!(standard.to, Some(-5 * 3600));
        assert_eq!(standard_time("+01:00").unwrap().to, Some(3600));
        assert!(standard_time("EST").is_none());
        let summer = "TRUE;-04;20260308T020000;20261101T020000;EST;EDT";
        let [start, end] = summer_time(summer, -5 * 3600).unwrap();
        assert_eq!((start.to, end.to), (Some(-4 * 3600), Some(-5 * 3600)));
        assert!(summer_time("FALSE", -5 * 3600).is_none());
    }

    #[test]
    fn old_rules_are_rewritten() {
        for (old, new) in [
            ("D2 20261210T000000Z", "FREQ=DAILY;INTERVAL=2;UNTIL=20261210T000000Z"),
            ("W1 TU TH #4", "FREQ=WEEKLY;INTERVAL=1;BYDAY=TU,TH;COUNT=4"),
            ("W2 #0", "FREQ=WEEKLY;INTERVAL=2"),
            ("W1", "FREQ=WEEKLY;INTERVAL=1;COUNT=2"),
            ("MP1 2- WE FR #3", "FREQ=MONTHLY;INTERVAL=1;BYDAY=-2WE,-2FR;COUNT=3"),
            ("MP2 1+ 1- FR 2+ MO #0", "FREQ=MONTHLY;INTERVAL=2;BYDAY=1FR,-1FR,2MO"),
            ("MD1 3 LD 2- #2", "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=3,-1,-2;COUNT=2"),
            ("YM1 12 #0", "FREQ=YEARLY;INTERVAL=1;BYMONTH=12"),
        ] {
            assert_eq!(rewrite_rule(old).as_deref(), Some(new), "{old}");
        }
        for other in ["FREQ=WEEKLY", "", "D", "M5 #1", "X1"] {
            assert_eq!(rewrite_rule(other), None, "{other}");
        }
    }
}
