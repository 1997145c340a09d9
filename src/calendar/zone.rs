//! VTIMEZONE, written from the changes of the clocks.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, TimeDelta, Utc};

use crate::calendar::text::IcalWriter;
use crate::calendar::value;
use crate::domain::recurrence;
use crate::domain::zone::{OffsetPeriod, Tz};

/// A change of the clocks: when, in the local time before it, and what they show before and after it.
#[derive(Clone, Debug)]
struct OffsetChange {
    at: DateTime<Utc>,
    local: NaiveDateTime,
    before: OffsetPeriod,
    after: OffsetPeriod,
}

impl OffsetChange {
    fn is_like(&self, other: &OffsetChange) -> bool {
        self.before == other.before && self.after == other.after
    }
}

/// So many years show what a rule of the kind "last Sunday" is: the calendar repeats itself after them.
const CYCLE: i32 = 28;

/// The changes from `from` to the end of the year before `end`.
fn transitions(zone: Tz, from: DateTime<Utc>, end: i32) -> Vec<OffsetChange> {
    let mut before = zone.period(from);
    let mut found = Vec::new();
    for (at, after) in zone.changes(from) {
        let local = at.naive_utc() + TimeDelta::seconds(i64::from(before.seconds));
        if local.year() >= end {
            break;
        }
        if after == before {
            continue;
        }
        found.push(OffsetChange {
            at,
            local,
            before: before.clone(),
            after: after.clone(),
        });
        before = after;
    }
    found
}

/// Writes the definition of a zone for the time from `from` to `until`, whole years.
///
/// Changes that go by a rule from then on are a part with that rule, every other change is a part of its own: lists of
/// dates (RDATE) are not understood by all readers of calendars.
pub fn write_vtimezone(text: &mut IcalWriter, zone: Tz, from: DateTime<Utc>, until: DateTime<Utc>) {
    let first = zone.period(from);
    let end = until.year() + CYCLE;
    let mut left = transitions(zone, from, end);
    text.begin("VTIMEZONE");
    text.line("TZID", zone.name());
    // What the clocks show at the beginning, as if they had been set to it then.
    let beginning = OffsetChange {
        at: from,
        local: from.naive_utc() + TimeDelta::seconds(i64::from(first.seconds)),
        before: first.clone(),
        after: first,
    };
    write_observance(text, &beginning, None);
    while let Some(change) = left.first().cloned() {
        if change.at >= until {
            break;
        }
        let (alike, others): (Vec<OffsetChange>, Vec<OffsetChange>) =
            left.into_iter().partition(|one| one.is_like(&change));
        let regular = regular_since(&alike, end);
        for one in alike[..regular].iter().filter(|one| one.at < until) {
            write_observance(text, one, None);
        }
        if let Some(begin) = alike.get(regular).filter(|begin| begin.at < until) {
            write_observance(text, begin, Some(&rule(&alike[regular..])));
        }
        left = others;
    }
    text.end("VTIMEZONE");
}

/// From which of these changes on there is one in every year until `end`, on the same weekday of the same week of a
/// month; their number: there is no such rule.
fn regular_since(changes: &[OffsetChange], end: i32) -> usize {
    let mut begin = changes.len();
    let mut next_year = end;
    let (mut earliest, mut latest) = (31, 1);
    while let Some(change) = begin.checked_sub(1).and_then(|at| changes.get(at)) {
        let model = changes.last().unwrap_or(change).local;
        let day = change.local.day();
        let week = (day.min(earliest), day.max(latest));
        let fits = change.local.year() == next_year - 1
            && change.local.month() == model.month()
            && change.local.weekday() == model.weekday()
            && change.local.time() == model.time()
            && week.1 - week.0 < 7;
        if !fits {
            break;
        }
        (earliest, latest) = week;
        (next_year, begin) = (next_year - 1, begin - 1);
    }
    if i64::from(end - next_year) < i64::from(CYCLE) {
        changes.len()
    } else {
        begin
    }
}

/// The rule of changes that follow one.
fn rule(changes: &[OffsetChange]) -> String {
    let Some(first) = changes.first().map(|change| change.local) else {
        return String::new();
    };
    let days = changes.iter().map(|change| change.local.day());
    let earliest = days.clone().min().unwrap_or(1);
    let latest = days.max().unwrap_or(1);
    let month = first.month();
    let day = recurrence::short_name(first.weekday());
    let place = match (earliest, latest) {
        (_, latest) if latest == days_in_month(month) => format!("BYDAY=-1{day}"),
        (1 | 8 | 15 | 22, _) => format!("BYDAY={}{day}", earliest / 7 + 1),
        _ => {
            let week: Vec<String> = (earliest..earliest + 7)
                .map(|day| day.to_string())
                .collect();
            format!("BYDAY={day};BYMONTHDAY={}", week.join(","))
        }
    };
    format!("FREQ=YEARLY;BYMONTH={month};{place}")
}

/// The days of a month in most years; no clocks change at the end of February.
fn days_in_month(month: u32) -> u32 {
    let first = NaiveDate::from_ymd_opt(2027, month, 1);
    first.map_or(31, |first| u32::from(first.num_days_in_month()))
}

fn write_observance(text: &mut IcalWriter, change: &OffsetChange, rule: Option<&str>) {
    // Where standard time is that of the summer (Ireland, by some data), readers still expect the later clock to be
    // called DAYLIGHT.
    let is_summer = if change.before.is_summer == change.after.is_summer {
        change.after.is_summer
    } else {
        change.after.seconds > change.before.seconds
    };
    let kind = if is_summer { "DAYLIGHT" } else { "STANDARD" };
    text.begin(kind);
    text.line("DTSTART", &value::local(change.local));
    if let Some(rule) = rule {
        text.line("RRULE", rule);
    }
    text.line("TZOFFSETFROM", &value::offset(change.before.seconds));
    text.line("TZOFFSETTO", &value::offset(change.after.seconds));
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
    fn a_zone_whose_clocks_go_by_a_rule_is_defined_by_it() {
        let text = from_observances(
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
    fn clocks_that_change_by_half_an_hour_or_never_are_defined_too() {
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

    /// British Columbia sets its clocks forward for the last time in 2026.
    #[test]
    fn a_rule_that_ends_is_written_change_by_change() {
        let text = from_observances(
            Tz::America__Vancouver,
            "2024-01-01T00:00:00Z",
            "2028-01-01T00:00:00Z",
        );
        assert!(!text.contains("RRULE"), "{text}");
        assert_eq!(text.matches("BEGIN:DAYLIGHT").count(), 3, "{text}");
        assert!(
            text.contains("TZOFFSETFROM:-0700\nTZOFFSETTO:-0700"),
            "{text}"
        );
    }

    /// Around every change that either of them has.
    #[test]
    fn a_definition_says_what_the_zone_data_says() {
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
                    // The part that began last counts.
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

    /// The moments at which the parts of a definition begin, and the offsets that they begin.
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
                if text.starts_with('-') {
                    -seconds
                } else {
                    seconds
                }
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
