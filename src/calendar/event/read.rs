//! Reading a file: line by line, what is open and what is being said of it.

use std::cell::OnceCell;
use std::collections::HashMap;

use chrono::{DateTime, Datelike, TimeDelta, Utc};

use crate::calendar::CalendarError;
use crate::calendar::event::{Calendar, Definition, End, Event, Named, When};
use crate::calendar::source::{Line, Lines, unescaped};
use crate::calendar::value::{self, Stamp};
use crate::calendar::zone::Part;
use crate::domain::recurrence::Recurrence;
use crate::domain::zone;

/// Components within components: an alarm in an event in a calendar is three.
const DEEPEST: usize = 8;

impl Calendar {
    /// Reads a whole file, or says which line is wrong.
    pub fn read(bytes: &[u8]) -> Result<Calendar, CalendarError> {
        let mut reading = Reading::default();
        let mut lines = Lines::of(bytes);
        for line in &mut lines {
            reading.line(&line?)?;
        }
        if let Some((name, begun)) = reading.open.last() {
            let what = format!("the file ends inside the {name} that line {begun} begins");
            return Err(CalendarError::new(lines.number(), what));
        }
        if !reading.has_begun {
            return Err(CalendarError::new(1, "`BEGIN:VCALENDAR` was expected"));
        }
        Ok(reading.calendar)
    }
}

/// A file half read.
#[derive(Default)]
struct Reading {
    calendar: Calendar,
    has_begun: bool,
    /// Components that are not ended yet, outermost first, with the line that begins each.
    open: Vec<(String, usize)>,
    /// Whether the whole object calls its events off.
    cancels: bool,
    event: Event,
    definition: Definition,
    part: Part,
    places: HashMap<String, usize>,
}

impl Reading {
    fn line(&mut self, line: &Line) -> Result<(), CalendarError> {
        match line.name.as_str() {
            "BEGIN" => self.begin(line),
            "END" => self.end(line),
            _ if self.open.is_empty() => Err(wrong(line, "`BEGIN:VCALENDAR` was expected")),
            _ => self.property(line),
        }
    }

    fn begin(&mut self, line: &Line) -> Result<(), CalendarError> {
        let name = line.value.trim().to_ascii_uppercase();
        if self.open.is_empty() && name != "VCALENDAR" {
            return Err(wrong(line, "`BEGIN:VCALENDAR` was expected"));
        }
        if self.open.len() == DEEPEST {
            return Err(wrong(line, "components are nested too deeply"));
        }
        match name.as_str() {
            "VCALENDAR" => {
                self.has_begun = true;
                self.cancels = false;
            }
            "VEVENT" => {
                self.event = Event {
                    line: line.number,
                    ..Event::default()
                }
            }
            "VTIMEZONE" => self.definition = Definition::default(),
            "STANDARD" | "DAYLIGHT" => self.part = Part::default(),
            _ => {}
        }
        self.open.push((name, line.number));
        Ok(())
    }

    fn end(&mut self, line: &Line) -> Result<(), CalendarError> {
        let name = line.value.trim().to_ascii_uppercase();
        let Some((open, _)) = self.open.pop_if(|(open, _)| *open == name) else {
            let expected = match self.open.last() {
                Some((open, begun)) => {
                    format!("`END:{open}` was expected (line {begun} begins it)")
                }
                None => "`BEGIN:VCALENDAR` was expected".to_owned(),
            };
            return Err(wrong(line, expected));
        };
        match open.as_str() {
            "VEVENT" => {
                let mut event = std::mem::take(&mut self.event);
                event.is_cancelled |= self.cancels;
                if event.start.is_none() && !event.is_cancelled {
                    let what = format!("the event of line {} has no DTSTART", event.line);
                    return Err(wrong(line, what));
                }
                self.calendar.events.push(event);
            }
            "STANDARD" | "DAYLIGHT" => {
                let part = std::mem::take(&mut self.part);
                self.definition.parts.push(part);
            }
            "VTIMEZONE" => {
                let definition = std::mem::take(&mut self.definition);
                if let Some(name) = definition.name.clone() {
                    self.calendar.definitions.insert(name, definition);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn property(&mut self, line: &Line) -> Result<(), CalendarError> {
        let component = self.open.last().map_or("", |(name, _)| name.as_str());
        match (component, line.name.as_str()) {
            ("VCALENDAR", "METHOD") => {
                self.cancels = line.value.trim().eq_ignore_ascii_case("CANCEL");
            }
            ("VCALENDAR", "X-WR-TIMEZONE") => {
                self.calendar.zone = zone::parse(line.value.trim()).ok();
            }
            ("VEVENT", _) => return self.of_event(line),
            ("VFREEBUSY", "FREEBUSY") => return self.of_free_busy(line),
            ("VTIMEZONE", "TZID") => self.definition.name = Some(line.value.clone()),
            ("VTIMEZONE", "X-LIC-LOCATION") => {
                self.definition.location = Some(line.value.clone());
            }
            ("STANDARD" | "DAYLIGHT", _) => return self.of_part(line),
            _ => {}
        }
        Ok(())
    }

    fn of_event(&mut self, line: &Line) -> Result<(), CalendarError> {
        let word = line.value.trim();
        match line.name.as_str() {
            "UID" => self.event.uid = Some(unescaped(word)),
            "DTSTART" => self.event.start = Some(self.when(line, word)?),
            "DTEND" => self.event.end = Some(End::At(self.when(line, word)?)),
            "DURATION" => self.event.end = Some(End::After(length(line, word)?)),
            "RECURRENCE-ID" => self.event.occurrence = Some(self.when(line, word)?),
            "RDATE" => {
                let several = self.several(line)?;
                self.event.also.extend(several);
            }
            "EXDATE" => {
                let several = self.several(line)?;
                self.event.except.extend(several);
            }
            "RRULE" => {
                let (rule, until) = self.rule(line)?;
                self.event.rule = Some(Box::new(rule));
                self.event.until = until;
            }
            "STATUS" => self.event.is_cancelled = word.eq_ignore_ascii_case("CANCELLED"),
            "TRANSP" => self.event.is_transparent = word.eq_ignore_ascii_case("TRANSPARENT"),
            "SEQUENCE" => {
                self.event.sequence = word.parse().map_err(|_| expected(line, "a whole number"))?;
            }
            "CREATED" => self.event.made_at = Some(utc(line)?),
            "LAST-MODIFIED" => self.event.changed_at = Some(utc(line)?),
            _ => {}
        }
        Ok(())
    }

    fn of_free_busy(&mut self, line: &Line) -> Result<(), CalendarError> {
        if line
            .parameter("FBTYPE")
            .is_some_and(|kind| kind.eq_ignore_ascii_case("FREE"))
        {
            return Ok(());
        }
        for period in line.value.split(',') {
            let period = period.trim();
            let (start, end) = period
                .split_once('/')
                .ok_or_else(|| expected(line, "a period such as `20261203T170000Z/PT1H`"))?;
            let start = self.when(line, start)?;
            let end = match end.starts_with(['P', '+', '-']) {
                true => End::After(length(line, end)?),
                false => End::At(self.when(line, end)?),
            };
            self.calendar.busy.push((start, end));
        }
        Ok(())
    }

    fn of_part(&mut self, line: &Line) -> Result<(), CalendarError> {
        let word = line.value.trim();
        let local = |word: &str| match value::read_stamp(word) {
            Some(Stamp::Local(at)) => Ok(at),
            Some(Stamp::Utc(at)) => Ok(at.naive_utc()),
            _ => Err(expected(line, "a time such as `20261203T170000`")),
        };
        let offset = |word: &str| {
            value::read_offset(word).ok_or_else(|| expected(line, "an offset such as `+0100`"))
        };
        match line.name.as_str() {
            "DTSTART" => self.part.first = Some(local(word)?),
            "RDATE" => {
                for date in word.split(',') {
                    let date = date.split('/').next().unwrap_or(date);
                    self.part.dates.push(local(date.trim())?);
                }
            }
            "TZOFFSETFROM" => self.part.from = offset(word)?,
            "TZOFFSETTO" => self.part.to = offset(word)?,
            "RRULE" => {
                let (rule, until) = self.rule(line)?;
                self.part.rule = Some(rule);
                self.part.until = until.map(|until| match until {
                    When::Utc(at) => at,
                    When::Local(at, _) => at.and_utc(),
                    When::Day(day) => value::end_of(day).and_utc(),
                });
            }
            _ => {}
        }
        Ok(())
    }

    /// A rule of repetition without its UNTIL, and that.
    fn rule(&mut self, line: &Line) -> Result<(Recurrence, Option<When>), CalendarError> {
        let mut parts: Vec<&str> = line.value.trim().split(';').collect();
        let is_until = |part: &&str| {
            part.get(..6)
                .is_some_and(|key| key.eq_ignore_ascii_case("UNTIL="))
        };
        let until = match parts.iter().position(is_until) {
            Some(at) => Some(self.when(line, &parts.remove(at)[6..])?),
            None => None,
        };
        let rule =
            Recurrence::parse(&parts.join(";")).map_err(|error| wrong(line, error.to_string()))?;
        Ok((rule, until))
    }

    fn several(&mut self, line: &Line) -> Result<Vec<When>, CalendarError> {
        let starts = line
            .value
            .split(',')
            .map(|one| one.trim().split('/').next());
        starts
            .map(|start| self.when(line, start.unwrap_or_default()))
            .collect()
    }

    fn when(&mut self, line: &Line, text: &str) -> Result<When, CalendarError> {
        let stamp = value::read_stamp(text).ok_or_else(|| {
            expected(
                line,
                "a time such as `20261203T170000` or a day such as `20261203`",
            )
        })?;
        let when = match stamp {
            Stamp::Day(day) => When::Day(day),
            Stamp::Utc(at) => When::Utc(at),
            Stamp::Local(at) => When::Local(at, self.place(line)),
        };
        let year = match when {
            When::Day(day) => day.year(),
            When::Utc(at) => at.year(),
            When::Local(at, _) => at.year(),
        };
        if (1900..=9999).contains(&year) {
            Ok(when)
        } else {
            Err(expected(line, "a year from 1900 to 9999"))
        }
    }

    fn place(&mut self, line: &Line) -> Option<usize> {
        let name = line.parameter("TZID")?;
        if let Some(place) = self.places.get(name) {
            return Some(*place);
        }
        let place = self.calendar.named.len();
        self.calendar.named.push(Named {
            name: name.to_owned(),
            line: line.number,
            zone: OnceCell::new(),
        });
        self.places.insert(name.to_owned(), place);
        Some(place)
    }
}

fn wrong(line: &Line, what: impl Into<String>) -> CalendarError {
    CalendarError::new(line.number, what)
}

/// The value is not what it has to be.
fn expected(line: &Line, what: &str) -> CalendarError {
    let value: String = line.value.chars().take(60).collect();
    wrong(
        line,
        format!("{} is `{value}`; {what} was expected", line.name),
    )
}

fn length(line: &Line, text: &str) -> Result<TimeDelta, CalendarError> {
    value::read_length(text).ok_or_else(|| expected(line, "a length such as `PT45M`"))
}

fn utc(line: &Line) -> Result<DateTime<Utc>, CalendarError> {
    match value::read_stamp(line.value.trim()) {
        Some(Stamp::Utc(at)) => Ok(at),
        // Some programs forget the Z.
        Some(Stamp::Local(at)) => Ok(at.and_utc()),
        _ => Err(expected(line, "a time such as `20261203T170000Z`")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::zone::Tz;

    fn calendar(event: &str) -> Vec<u8> {
        format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n{}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
            event.replace('\n', "\r\n")
        )
        .into_bytes()
    }

    #[test]
    fn an_event_is_read() {
        let read = Calendar::read(&calendar(
            "UID:a@b\nDTSTART;TZID=Europe/London:20270701T170000\nDURATION:PT45M\nSTATUS:CANCELLED\n\
             BEGIN:VALARM\nTRIGGER:-PT15M\nUID:other\nEND:VALARM\nSEQUENCE:3",
        ))
        .unwrap();
        let event = &read.events[0];
        assert_eq!(event.uid.as_deref(), Some("a@b"));
        assert_eq!(
            (event.line, event.sequence, event.is_cancelled),
            (3, 3, true)
        );
        let start = read.instant(event.start.unwrap(), Tz::UTC).unwrap();
        assert_eq!(start.to_rfc3339(), "2027-07-01T16:00:00+00:00");
    }

    #[test]
    fn a_broken_calendar_is_named_by_line_and_what_was_expected() {
        let cases = [
            ("", 1, "`BEGIN:VCALENDAR` was expected"),
            ("\n\n", 1, "`BEGIN:VCALENDAR` was expected"),
            ("hello\n", 1, "a name, a colon and a value were expected"),
            ("UID:1\n", 1, "`BEGIN:VCALENDAR` was expected"),
            ("BEGIN:VEVENT\n", 1, "`BEGIN:VCALENDAR` was expected"),
            (
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n",
                3,
                "the file ends inside the VEVENT that line 2 begins",
            ),
            (
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nEND:VCALENDAR\n",
                4,
                "`END:VEVENT` was expected (line 2 begins it)",
            ),
            (
                "BEGIN:VCALENDAR\nEND:VCALENDAR\nEND:VCALENDAR\n",
                3,
                "`BEGIN:VCALENDAR` was expected",
            ),
            (
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nEND:VEVENT\n",
                4,
                "the event of line 2 has no DTSTART",
            ),
        ];
        for (text, line, what) in cases {
            let error = Calendar::read(text.as_bytes()).unwrap_err();
            assert_eq!((error.line, error.what.as_str()), (line, what), "{text:?}");
        }
        for (event, says) in [
            (
                "DTSTART:20261301T100000Z",
                "DTSTART is `20261301T100000Z`; a time",
            ),
            (
                "DTSTART:18000101T100000Z",
                "DTSTART is `18000101T100000Z`; a year",
            ),
            ("DURATION:45", "DURATION is `45`; a length"),
            ("SEQUENCE:x", "SEQUENCE is `x`; a whole number"),
            ("RRULE:FREQ=SOMETIMES", "`FREQ=SOMETIMES` is not a rule"),
            (
                "RRULE:FREQ=DAILY;UNTIL=x",
                "RRULE is `FREQ=DAILY;UNTIL=x`; a time",
            ),
        ] {
            let error = Calendar::read(&calendar(event)).unwrap_err();
            assert_eq!(error.line, 4, "{error}");
            assert!(error.what.starts_with(says), "{error}");
        }
        let deep = "BEGIN:VCALENDAR\n".to_owned() + &"BEGIN:VEVENT\n".repeat(100_000);
        assert_eq!(Calendar::read(deep.as_bytes()).unwrap_err().line, 9);
    }
}
