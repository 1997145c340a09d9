//! Writes VTIMEZONE components from the transitions of a zone.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, TimeDelta, Utc};

use crate::calendar::text::IcalWriter;
use crate::calendar::value;
use crate::domain::recurrence;
use crate::domain::zone::{OffsetPeriod, Tz};

/// A transition of a zone.
#[derive(Clone, Debug)]
struct OffsetChange {
    at: DateTime<Utc>,
    /// In the local time before the transition.
    local: NaiveDateTime,
    before: OffsetPeriod,
    after: OffsetPeriod,
}

impl OffsetChange {
    fn has_same_offsets(&self, other: &OffsetChange) -> bool {
        self.before == other.before && self.after == other.after
    }
}

/// Years of transitions needed to derive a rule such as "last Sunday": weekdays and dates repeat after 28 years.
const CYCLE_YEARS: i32 = 28;

/// Returns the transitions from `from` to the end of the year before `end`.
fn transitions(zone: Tz, from: DateTime<Utc>, end: i32) -> Vec<OffsetChange> {
    let mut before = zone.period(from);
    let mut transitions = Vec::new();
    for (at, after) in zone.changes(from) {
        let local = at.naive_utc() + TimeDelta::seconds(i64::from(before.seconds));
        if local.year() >= end {
            break;
        }
        if after == before {
            continue;
        }
        transitions.push(OffsetChange { at, local, before: before.clone(), after: after.clone() });
        before = after;
    }
    transitions
}

/// Writes the definition of a zone for the whole years from `from` to `until`.
///
/// Transitions that follow a rule until the end become one observance with that rule. Every other transition becomes an
/// observance of its own, since not all programs support lists of dates (RDATE).
pub fn write_vtimezone(text: &mut IcalWriter, zone: Tz, from: DateTime<Utc>, until: DateTime<Utc>) {
    let first = zone.period(from);
    let end = until.year() + CYCLE_YEARS;
    let mut left = transitions(zone, from, end);
    text.begin("VTIMEZONE");
    text.line("TZID", zone.name());
    // The offset in force at the start is written as if it began then.
    let initial = OffsetChange {
        at: from,
        local: from.naive_utc() + TimeDelta::seconds(i64::from(first.seconds)),
        before: first.clone(),
        after: first,
    };
    write_observance(text, &initial, None);
    while let Some(change) = left.first().cloned() {
        if change.at >= until {
            break;
        }
        let (same, others): (Vec<OffsetChange>, Vec<OffsetChange>) =
            left.into_iter().partition(|other| other.has_same_offsets(&change));
        let (irregular, regular) = same.split_at(regular_since(&same, end));
        for change in irregular.iter().filter(|change| change.at < until) {
            write_observance(text, change, None);
        }
        if let Some(first) = regular.first().filter(|first| first.at < until) {
            write_observance(text, first, Some(&yearly_rule(regular)));
        }
        left = others;
    }
    text.end("VTIMEZONE");
}

/// Returns the index of the transition from which on there is one in every year until `end`, on the same weekday of the
/// same week of a month. Returns the length of the slice if there is no such rule.
fn regular_since(changes: &[OffsetChange], end: i32) -> usize {
    let mut start = changes.len();
    let mut next_year = end;
    let (mut earliest, mut latest) = (31, 1);
    while let Some(change) = start.checked_sub(1).and_then(|index| changes.get(index)) {
        let model = changes.last().unwrap_or(change).local;
        let day = change.local.day();
        let range = (day.min(earliest), day.max(latest));
        let follows_rule = change.local.year() == next_year - 1
            && change.local.month() == model.month()
            && change.local.weekday() == model.weekday()
            && change.local.time() == model.time()
            && range.1 - range.0 < 7;
        if !follows_rule {
            break;
        }
        (earliest, latest) = range;
        (next_year, start) = (next_year - 1, start - 1);
    }
    if i64::from(end - next_year) < i64::from(CYCLE_YEARS) { changes.len() } else { start }
}

/// Returns the yearly rule that these transitions follow.
fn yearly_rule(changes: &[OffsetChange]) -> String {
    let Some(first) = changes.first().map(|change| change.local) else {
        return String::new();
    };
    let days = changes.iter().map(|change| change.local.day());
    let earliest = days.clone().min().unwrap_or(1);
    let latest = days.max().unwrap_or(1);
    let month = first.month();
    let day = recurrence::short_name(first.weekday());
    let day_rule = match (earliest, latest) {
        (_, latest) if latest == days_in_month(month) => format!("BYDAY=-1{day}"),
        (1 | 8 | 15 | 22, _) => format!("BYDAY={}{day}", earliest / 7 + 1),
        _ => {
            let week: Vec<String> = (earliest..earliest + 7).map(|day| day.to_string()).collect();
            format!("BYDAY={day};BYMONTHDAY={}", week.join(","))
        }
    };
    format!("FREQ=YEARLY;BYMONTH={month};{day_rule}")
}

/// Returns the days of a month in a common year. February 29 does not matter: no zone changes its clocks then.
fn days_in_month(month: u32) -> u32 {
    let first = NaiveDate::from_ymd_opt(2027, month, 1);
    first.map_or(31, |first| u32::from(first.num_days_in_month()))
}

fn write_observance(text: &mut IcalWriter, change: &OffsetChange, rule: Option<&str>) {
    // In some data, standard time is that of the summer (Ireland). Programs still expect the larger offset to be
    // DAYLIGHT.
    let is_summer = if change.before.is_summer == change.after.is_summer {
        change.after.is_summer
    } else {
        change.after.seconds > change.before.seconds
    };
    let kind = if is_summer { "DAYLIGHT" } else { "STANDARD" };
    text.begin(kind);
    text.line("DTSTART", &value::format_local(change.local));
    if let Some(rule) = rule {
        text.line("RRULE", rule);
    }
    text.line("TZOFFSETFROM", &value::format_offset(change.before.seconds));
    text.line("TZOFFSETTO", &value::format_offset(change.after.seconds));
    text.text_property("TZNAME", &change.after.name);
    text.end(kind);
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::recurrence::{ExpansionBudget, Recurrence};

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn from_observances(zone: Tz, from: &str, until: &str) -> String {
        defined_by(zone, utc(from), utc(until))
    }

    #[test]
    fn a_zone_with_a_rule_is_defined_by_it() {
        let text =
            from_observances(Tz::Europe__London, "2027-01-01T00:00:00Z", "2029-01-01T00:00:00Z");
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
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        TZOFFSETFROM:+0000
        TZOFFSETTO:+0100
        TZNAME:BST
        END:DAYLIGHT
        BEGIN:STANDARD
        DTSTART:20271031T020000
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0000
        TZNAME:GMT
        END:STANDARD
        END:VTIMEZONE
        ");
    }

    #[test]
    fn zones_with_half_hour_changes_or_none_are_defined() {
        let (from, until) = ("2027-01-01T00:00:00Z", "2028-01-01T00:00:00Z");
        let lord_howe = from_observances(Tz::Australia__Lord_Howe, from, until);
        assert!(
            lord_howe.contains(
                "DTSTART:20270404T020000\nRRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU\n\
                 TZOFFSETFROM:+1100\nTZOFFSETTO:+1030"
            ),
            "{lord_howe}"
        );
        let bogota = from_observances(Tz::America__Bogota, from, until);
        assert_eq!(bogota.matches("BEGIN:STANDARD").count(), 1, "{bogota}");
    }

    /// British Columbia stays on summer time from 2026 on.
    #[test]
    fn a_rule_that_ends_is_written_as_single_changes() {
        let text = from_observances(
            Tz::America__Vancouver,
            "2024-01-01T00:00:00Z",
            "2028-01-01T00:00:00Z",
        );
        assert!(!text.contains("RRULE"), "{text}");
        assert_eq!(text.matches("BEGIN:DAYLIGHT").count(), 3, "{text}");
        assert!(text.contains("TZOFFSETFROM:-0700\nTZOFFSETTO:-0700"), "{text}");
    }

    /// Compares both around every transition of either.
    #[test]
    fn a_definition_agrees_with_the_zone_data() {
        let mut wrong = Vec::new();
        for zone in Tz::all() {
            for (from, until) in [(2024, 2026), (2026, 2030)] {
                let year = |year| {
                    let day = chrono::NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
                    day.and_hms_opt(0, 0, 0).unwrap().and_utc()
                };
                let text = defined_by(zone, year(from), year(until));
                let parts = read_parts(&text);
                let changes = zone.changes(year(from)).map(|(at, _)| at);
                let second = TimeDelta::seconds(1);
                let moments = changes
                    .take_while(|at| *at < year(until))
                    .chain(parts.iter().map(|(start, _)| *start))
                    .flat_map(|at| [at - second, at])
                    .filter(|at| (year(from)..year(until)).contains(at));
                for at in moments {
                    // The observance that started last is in force.
                    let begun = parts.iter().filter(|(start, _)| *start <= at);
                    let last = begun.max_by_key(|(start, _)| *start).unwrap();
                    if last.1 != zone.period(at).seconds {
                        wrong.push(format!("{zone} at {at}: {}\n{text}", last.1));
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    fn defined_by(zone: Tz, from: DateTime<Utc>, until: DateTime<Utc>) -> String {
        let mut text = IcalWriter::default();
        write_vtimezone(&mut text, zone, from, until);
        text.into_string().replace("\r\n", "\n")
    }

    /// Returns the times at which the observances of a definition start, with their offsets.
    fn read_parts(text: &str) -> Vec<(DateTime<Utc>, i32)> {
        let mut found = Vec::new();
        for part in text.split("BEGIN:").skip(2) {
            let line = |name: &str| {
                let mut lines = part.lines();
                lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))
            };
            let offset = |name| {
                let text = line(name).unwrap();
                let number = |range: std::ops::Range<usize>| text[range].parse::<i32>().unwrap();
                let seconds = number(1..3) * 3600 + number(3..5) * 60;
                if text.starts_with('-') { -seconds } else { seconds }
            };
            let start = NaiveDateTime::parse_from_str(line("DTSTART").unwrap(), "%Y%m%dT%H%M%S");
            let start = start.unwrap();
            let times = match line("RRULE") {
                None => vec![start],
                Some(rule) => {
                    let rule = Recurrence::parse(rule).unwrap();
                    let until = start + TimeDelta::days(3000);
                    let times =
                        rule.local_times(start, start, until, &mut ExpansionBudget::default());
                    times.unwrap()
                }
            };
            let before = TimeDelta::seconds(i64::from(offset("TZOFFSETFROM")));
            let to = offset("TZOFFSETTO");
            found.extend(times.iter().map(|local| ((*local - before).and_utc(), to)));
        }
        found
    }
}
