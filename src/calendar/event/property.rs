//! Parses the properties of events, busy times and zone observances.

use chrono::{DateTime, Datelike, TimeDelta, Utc};

use crate::calendar::event::read::CalendarParser;
use crate::calendar::event::vcalendar::rewrite_rule;
use crate::calendar::event::{BusyPeriod, EventEnd, EventRule, EventTime, Purpose, Repetition};
use crate::calendar::foreign_zone::Observance;
use crate::calendar::source::{ContentLine, unescape};
use crate::calendar::value::{self, DateOrTime};
use crate::calendar::{CalendarError, excerpt};
use crate::domain::recurrence::Recurrence;

impl CalendarParser {
    /// Applies a property to the current event. The event is skipped if a property that determines its time is invalid;
    /// other invalid properties are ignored.
    pub fn event_property(&mut self, line: &ContentLine) {
        if let Err(fault) = self.timing_property(line) {
            self.fault.get_or_insert(fault);
            return;
        }
        let word = line.value.trim();
        match line.name.as_str() {
            "UID" if !word.is_empty() => self.event.uid = Some(unescape(word).into()),
            "STATUS" => {
                let is_cancelled =
                    ["CANCELLED", "CANCELED"].iter().any(|name| word.eq_ignore_ascii_case(name));
                self.event.is_cancelled =
                    is_cancelled || self.event.purpose == Purpose::Cancellation;
            }
            "TRANSP" => self.event.is_transparent |= word.eq_ignore_ascii_case("TRANSPARENT"),
            "X-MICROSOFT-CDO-BUSYSTATUS" => {
                // Someone who works elsewhere can still take a call.
                let free = ["FREE", "WORKINGELSEWHERE"];
                self.event.is_transparent |=
                    free.iter().any(|name| word.eq_ignore_ascii_case(name));
            }
            "ATTENDEE" if line.has_parameter("PARTSTAT", "DECLINED") => {
                let address = address(line).to_lowercase();
                self.event.declined_by.push(address.into());
            }
            "SUMMARY" | "LOCATION" if self.only_times => {}
            "SUMMARY" => self.event.title = Some(unescape(word).into()),
            "LOCATION" => self.event.place = Some(unescape(word).into()),
            "SEQUENCE" => self.event.sequence = word.parse().unwrap_or_default(),
            "CREATED" => self.event.made_at = parse_timestamp(word),
            "LAST-MODIFIED" => self.event.changed_at = parse_timestamp(word),
            "DTSTAMP" => self.event.stamped_at = parse_timestamp(word),
            _ => {}
        }
    }

    fn timing_property(&mut self, line: &ContentLine) -> Result<(), CalendarError> {
        let word = line.value.trim();
        match line.name.as_str() {
            "DTSTART" => self.event.start = Some(self.parse_time(line, word)?),
            "DTEND" if !word.is_empty() => {
                self.event.end = Some(EventEnd::At(self.parse_time(line, word)?));
            }
            "DURATION" if !word.is_empty() => {
                self.event.end = Some(EventEnd::After(parse_duration(line, word)?));
            }
            "RECURRENCE-ID" if !word.is_empty() => {
                self.event.occurrence = Some(self.parse_time(line, word)?);
                self.event.is_for_following = line.has_parameter("RANGE", "THISANDFUTURE");
            }
            "RDATE" => {
                for text in non_empty_values(line) {
                    match self.parse_period(line, text) {
                        Ok(period) => self.repetition().extra_dates.push(period),
                        Err(fault) => self.calendar.note(fault.line, fault.what),
                    }
                }
            }
            "EXDATE" => {
                for text in non_empty_values(line) {
                    match self.parse_time(line, text) {
                        Ok(time) => self.repetition().excluded_dates.push(time),
                        Err(fault) => self.calendar.note(fault.line, fault.what),
                    }
                }
            }
            "RRULE" => {
                let rule = self.parse_rule(line);
                // Recurring events rarely have more than one rule.
                self.repetition().rules.reserve_exact(1);
                self.repetition().rules.extend(rule);
            }
            "EXRULE" => {
                let rule = self.parse_rule(line);
                self.repetition().exclusion_rules.extend(rule);
            }
            _ => {}
        }
        Ok(())
    }

    fn repetition(&mut self) -> &mut Repetition {
        self.event.repetition.get_or_insert_default()
    }

    /// Splits a recurrence rule from its UNTIL, which may be in another zone than the event.
    fn parse_rule(&mut self, line: &ContentLine) -> Option<EventRule> {
        let rule = rewrite_rule(&line.value.to_ascii_uppercase());
        let (text, until) = split_until(rule.as_deref().unwrap_or(&line.value));
        let until = until.and_then(|until| match self.parse_time(line, until) {
            Ok(until) => Some(until),
            Err(fault) => {
                self.calendar.note(fault.line, fault.what);
                None
            }
        });
        (!text.is_empty()).then(|| EventRule { line: line.number, text: text.into(), until })
    }

    /// Parses a time or a period. `None` as the end: it is a time.
    fn parse_period(
        &mut self,
        line: &ContentLine,
        text: &str,
    ) -> Result<(EventTime, Option<EventEnd>), CalendarError> {
        let Some((start, end)) = text.split_once('/') else {
            return Ok((self.parse_time(line, text)?, None));
        };
        let end = end.trim();
        let end = if end.starts_with(['P', 'p', '+', '-']) {
            EventEnd::After(parse_duration(line, end)?)
        } else {
            EventEnd::At(self.parse_time(line, end)?)
        };
        Ok((self.parse_time(line, start.trim())?, Some(end)))
    }

    fn parse_time(&mut self, line: &ContentLine, text: &str) -> Result<EventTime, CalendarError> {
        let what = "a time such as `20261203T170000` or a day such as `20261203`";
        let value = value::parse_lenient(text.trim_matches('"'));
        let value = value.ok_or_else(|| expected_value(line, what))?;
        let is_day = line.has_parameter("VALUE", "DATE");
        let time = match value {
            DateOrTime::Day(day) => EventTime::Day(day),
            DateOrTime::Local(at) if is_day => EventTime::Day(at.date()),
            DateOrTime::Utc(at) if is_day => EventTime::Day(at.date_naive()),
            DateOrTime::Utc(at) => EventTime::Utc(at),
            DateOrTime::Local(at) => {
                let name = line.parameter("TZID");
                EventTime::Local(at, name.and_then(|name| self.zone_index(name, line.number)))
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
            Err(expected_value(line, "a year from 1900 to 9999"))
        }
    }
}

/// Adds the periods of a FREEBUSY property, unless it lists free time.
pub fn free_busy_property(parser: &mut CalendarParser, line: &ContentLine) {
    if line.has_parameter("FBTYPE", "FREE") {
        return;
    }
    for text in non_empty_values(line) {
        let period = parser.parse_period(line, text).and_then(|(start, end)| {
            let what = "a period such as `20261203T170000Z/PT1H`";
            Ok((start, end.ok_or_else(|| expected_value(line, what))?))
        });
        match period {
            Ok((start, end)) => {
                let scope = parser.scope();
                parser.calendar.busy.push(BusyPeriod { scope, start, end });
            }
            Err(fault) => parser.calendar.note(fault.line, fault.what),
        }
    }
}

/// Applies a property to an observance (STANDARD or DAYLIGHT) of a VTIMEZONE.
pub fn observance_property(
    observance: &mut Observance,
    line: &ContentLine,
) -> Result<(), CalendarError> {
    let word = line.value.trim();
    let parse_local = |word: &str| match value::parse_lenient(word) {
        Some(DateOrTime::Local(at)) => Ok(at),
        Some(DateOrTime::Utc(at)) => Ok(at.naive_utc()),
        _ => Err(expected_value(line, "a time such as `20261203T170000`")),
    };
    let parse_offset = |word: &str| {
        value::parse_offset(&word.replace(':', ""))
            .ok_or_else(|| expected_value(line, "an offset such as `+0100`"))
    };
    match line.name.as_str() {
        "DTSTART" => observance.first = Some(parse_local(word)?),
        "RDATE" => {
            for date in non_empty_values(line) {
                let date = date.split('/').next().unwrap_or(date);
                observance.dates.push(parse_local(date.trim())?);
            }
        }
        "TZOFFSETFROM" => observance.from = Some(parse_offset(word)?),
        "TZOFFSETTO" => observance.to = Some(parse_offset(word)?),
        "RRULE" if !word.is_empty() => {
            let (rule, until) = split_until(word);
            let rule = Recurrence::parse(&rule)
                .map_err(|error| CalendarError::new(line.number, error.to_string()))?;
            observance.rule = Some(rule);
            observance.until = until.and_then(value::parse_lenient).map(|until| match until {
                DateOrTime::Utc(at) => at,
                DateOrTime::Local(at) => at.and_utc(),
                DateOrTime::Day(day) => value::end_of(day).and_utc(),
            });
        }
        _ => {}
    }
    Ok(())
}

/// Returns the value of a part of a rule if it is its UNTIL.
fn until_of(part: &str) -> Option<&str> {
    let (key, value) = part.split_once('=')?;
    key.trim().eq_ignore_ascii_case("UNTIL").then(|| value.trim())
}

/// Splits a rule into the rule without its UNTIL and the value of that, if it has one.
fn split_until(rule: &str) -> (String, Option<&str>) {
    let parts = rule.trim().trim_matches('"').split(';').map(str::trim);
    let (until, others): (Vec<&str>, Vec<&str>) = parts.partition(|part| until_of(part).is_some());
    let until = until.first().and_then(|part| until_of(part));
    (others.join(";"), until.filter(|until| !until.is_empty()))
}

/// Returns the values of a list, without empty ones. Some programs separate them by semicolons.
fn non_empty_values(line: &ContentLine) -> impl Iterator<Item = &str> {
    let values = line.value.split([',', ';']).map(str::trim);
    values.filter(|value| !value.is_empty())
}

/// Returns the mail address of a participant, without `mailto:`.
fn address(line: &ContentLine) -> &str {
    let value = line.value.trim();
    match value.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => &value[7..],
        _ => line.parameter("EMAIL").unwrap_or(value),
    }
}

/// Parses a timestamp, which has to be in UTC. A date counts as its midnight.
pub(super) fn parse_timestamp(word: &str) -> Option<DateTime<Utc>> {
    Some(match value::parse_lenient(word)? {
        DateOrTime::Utc(at) => at,
        // Some programs omit the Z.
        DateOrTime::Local(at) => at.and_utc(),
        DateOrTime::Day(day) => day.and_hms_opt(0, 0, 0)?.and_utc(),
    })
}

/// Builds the error for a value that is not `what` it has to be.
fn expected_value(line: &ContentLine, what: &str) -> CalendarError {
    let what = format!("{} is `{}`, not {what}", line.name, excerpt(&line.value));
    CalendarError::new(line.number, what)
}

fn parse_duration(line: &ContentLine, text: &str) -> Result<TimeDelta, CalendarError> {
    value::parse_duration(&text.to_ascii_uppercase())
        .ok_or_else(|| expected_value(line, "a length such as `PT45M`"))
}
