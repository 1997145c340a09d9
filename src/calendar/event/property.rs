//! The properties of events, of busy times and of the parts of zones.

use chrono::{DateTime, Datelike, TimeDelta, Utc};

use crate::calendar::CalendarError;
use crate::calendar::event::read::CalendarParser;
use crate::calendar::event::{BusyPeriod, EventEnd, EventRule, EventTime, Purpose, Repetition};
use crate::calendar::foreign_zone::Observance;
use crate::calendar::source::{ContentLine, unescape};
use crate::calendar::value::{self, DateOrTime};
use crate::domain::recurrence::Recurrence;

impl CalendarParser {
    /// What says when the event is has to be right, or the event is left out; what else is odd is passed over.
    pub fn event_property(&mut self, line: &ContentLine) {
        if let Err(fault) = self.timing_property(line) {
            self.fault.get_or_insert(fault);
            return;
        }
        let word = line.value.trim();
        match line.name.as_str() {
            "UID" if !word.is_empty() => self.event.uid = Some(unescape(word).into()),
            "STATUS" => {
                let is_off = word.eq_ignore_ascii_case("CANCELLED");
                self.event.is_cancelled = is_off || self.event.purpose == Purpose::Cancellation;
            }
            "TRANSP" => self.event.is_transparent |= word.eq_ignore_ascii_case("TRANSPARENT"),
            "X-MICROSOFT-CDO-BUSYSTATUS" => {
                self.event.is_transparent |= word.eq_ignore_ascii_case("FREE");
            }
            "ATTENDEE" if line.has_parameter("PARTSTAT", "DECLINED") => {
                let address = address(line).to_lowercase();
                self.event.declined_by.push(address.into());
            }
            "SUMMARY" | "LOCATION" if self.only_times => {}
            "SUMMARY" => self.event.title = Some(unescape(word).into()),
            "LOCATION" => self.event.place = Some(unescape(word).into()),
            "SEQUENCE" => self.event.sequence = word.parse().unwrap_or_default(),
            "CREATED" => self.event.made_at = stamp(word),
            "LAST-MODIFIED" => self.event.changed_at = stamp(word),
            "DTSTAMP" => self.event.stamped_at = stamp(word),
            _ => {}
        }
    }

    fn timing_property(&mut self, line: &ContentLine) -> Result<(), CalendarError> {
        let word = line.value.trim();
        match line.name.as_str() {
            "DTSTART" => self.event.start = Some(self.time(line, word)?),
            "DTEND" if !word.is_empty() => {
                self.event.end = Some(EventEnd::At(self.time(line, word)?));
            }
            "DURATION" if !word.is_empty() => {
                self.event.end = Some(EventEnd::After(length(line, word)?));
            }
            "RECURRENCE-ID" => {
                self.event.occurrence = Some(self.time(line, word)?);
                self.event.is_for_following = line.has_parameter("RANGE", "THISANDFUTURE");
            }
            "RDATE" => {
                for text in non_empty_values(line) {
                    match self.period(line, text) {
                        Ok(period) => self.repetition().also.push(period),
                        Err(fault) => self.calendar.note(fault.line, fault.what),
                    }
                }
            }
            "EXDATE" => {
                for text in non_empty_values(line) {
                    match self.time(line, text) {
                        Ok(time) => self.repetition().except.push(time),
                        Err(fault) => self.calendar.note(fault.line, fault.what),
                    }
                }
            }
            "RRULE" => {
                let rule = self.rule(line);
                // Nearly every event that repeats has one.
                self.repetition().rules.reserve_exact(1);
                self.repetition().rules.extend(rule);
            }
            "EXRULE" => {
                let rule = self.rule(line);
                self.repetition().without.extend(rule);
            }
            _ => {}
        }
        Ok(())
    }

    fn repetition(&mut self) -> &mut Repetition {
        self.event.repetition.get_or_insert_default()
    }

    /// A rule of repetition without its UNTIL, and that.
    fn rule(&mut self, line: &ContentLine) -> Option<EventRule> {
        let (text, until) = split_until(&line.value);
        let until = until.and_then(|until| match self.time(line, until) {
            Ok(until) => Some(until),
            Err(fault) => {
                self.calendar.note(fault.line, fault.what);
                None
            }
        });
        (!text.is_empty()).then(|| EventRule {
            line: line.number,
            text: text.into(),
            until,
        })
    }

    /// A time, and until when or how long if it says so.
    fn period(
        &mut self,
        line: &ContentLine,
        text: &str,
    ) -> Result<(EventTime, Option<EventEnd>), CalendarError> {
        let Some((start, end)) = text.split_once('/') else {
            return Ok((self.time(line, text)?, None));
        };
        let end = end.trim();
        let end = if end.starts_with(['P', 'p', '+', '-']) {
            EventEnd::After(length(line, end)?)
        } else {
            EventEnd::At(self.time(line, end)?)
        };
        Ok((self.time(line, start.trim())?, Some(end)))
    }

    fn time(&mut self, line: &ContentLine, text: &str) -> Result<EventTime, CalendarError> {
        let what = "a time such as `20261203T170000` or a day such as `20261203`";
        let stamp = value::read_odd_stamp(text).ok_or_else(|| expected(line, what))?;
        let time = match stamp {
            DateOrTime::Day(day) => EventTime::Day(day),
            DateOrTime::Local(at) if line.has_parameter("VALUE", "DATE") => {
                EventTime::Day(at.date())
            }
            DateOrTime::Utc(at) => EventTime::Utc(at),
            DateOrTime::Local(at) => {
                let name = line.parameter("TZID");
                EventTime::Local(at, name.and_then(|name| self.place(name, line.number)))
            }
        };
        let year = match time {
            EventTime::Day(day) => day.year(),
            EventTime::Utc(at) => at.year(),
            EventTime::Local(at, _) => at.year(),
        };
        if (1900..=9999).contains(&year) {
            Ok(time)
        } else {
            Err(expected(line, "a year from 1900 to 9999"))
        }
    }
}

/// FREEBUSY: each of its periods.
pub fn read_periods(parser: &mut CalendarParser, line: &ContentLine) {
    if line.has_parameter("FBTYPE", "FREE") {
        return;
    }
    for text in non_empty_values(line) {
        let read = parser.period(line, text).and_then(|(start, end)| {
            let end = end.ok_or_else(|| expected(line, "a period such as `20261203T170000Z/PT1H`"));
            Ok((start, end?))
        });
        match read {
            Ok((start, end)) => {
                let scope = parser.scope();
                parser.calendar.busy.push(BusyPeriod { scope, start, end });
            }
            Err(fault) => parser.calendar.note(fault.line, fault.what),
        }
    }
}

/// A property of a part of a zone.
pub fn observance_property(part: &mut Observance, line: &ContentLine) -> Result<(), CalendarError> {
    let word = line.value.trim();
    let local = |word: &str| match value::read_odd_stamp(word) {
        Some(DateOrTime::Local(at)) => Ok(at),
        Some(DateOrTime::Utc(at)) => Ok(at.naive_utc()),
        _ => Err(expected(line, "a time such as `20261203T170000`")),
    };
    let offset = |word: &str| {
        value::read_offset(word).ok_or_else(|| expected(line, "an offset such as `+0100`"))
    };
    match line.name.as_str() {
        "DTSTART" => part.first = Some(local(word)?),
        "RDATE" => {
            for date in non_empty_values(line) {
                let date = date.split('/').next().unwrap_or(date);
                part.dates.push(local(date.trim())?);
            }
        }
        "TZOFFSETFROM" => part.from = Some(offset(word)?),
        "TZOFFSETTO" => part.to = Some(offset(word)?),
        "RRULE" if !word.is_empty() => {
            let (rule, until) = split_until(word);
            let rule = Recurrence::parse(&rule)
                .map_err(|error| CalendarError::new(line.number, error.to_string()))?;
            part.rule = Some(rule);
            part.until = until
                .and_then(value::read_odd_stamp)
                .map(|until| match until {
                    DateOrTime::Utc(at) => at,
                    DateOrTime::Local(at) => at.and_utc(),
                    DateOrTime::Day(day) => value::end_of(day).and_utc(),
                });
        }
        _ => {}
    }
    Ok(())
}

/// A rule without its UNTIL, and what that says, if anything.
fn split_until(rule: &str) -> (String, Option<&str>) {
    let is_until = |part: &&str| {
        let key = part.get(..6);
        key.is_some_and(|key| key.eq_ignore_ascii_case("UNTIL="))
    };
    let parts = rule.trim().split(';').map(str::trim);
    let (until, others): (Vec<&str>, Vec<&str>) = parts.partition(is_until);
    let until = until.first().and_then(|until| until.get(6..));
    (others.join(";"), until.filter(|until| !until.is_empty()))
}

/// The values of a list, without the empty ones.
fn non_empty_values(line: &ContentLine) -> impl Iterator<Item = &str> {
    let values = line.value.split(',').map(str::trim);
    values.filter(|value| !value.is_empty())
}

/// The address of a person, without `mailto:`.
fn address(line: &ContentLine) -> &str {
    let value = line.value.trim();
    match value.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => &value[7..],
        _ => line.parameter("EMAIL").unwrap_or(value),
    }
}

/// When something was written; of a day the beginning counts.
fn stamp(word: &str) -> Option<DateTime<Utc>> {
    Some(match value::read_odd_stamp(word)? {
        DateOrTime::Utc(at) => at,
        // Some programs forget the Z.
        DateOrTime::Local(at) => at.and_utc(),
        DateOrTime::Day(day) => day.and_hms_opt(0, 0, 0)?.and_utc(),
    })
}

/// The value is not what it has to be.
fn expected(line: &ContentLine, what: &str) -> CalendarError {
    let value: String = line.value.chars().take(60).collect();
    let what = format!("{} is `{value}`, not {what}", line.name);
    CalendarError::new(line.number, what)
}

fn length(line: &ContentLine, text: &str) -> Result<TimeDelta, CalendarError> {
    value::read_length(&text.to_ascii_uppercase())
        .ok_or_else(|| expected(line, "a length such as `PT45M`"))
}
