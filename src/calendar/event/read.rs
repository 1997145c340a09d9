//! Reading a file: component by component, each property where it belongs.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::io::BufRead;

use crate::calendar::CalendarError;
use crate::calendar::event::property::{observance_property, read_periods};
use crate::calendar::event::{Calendar, Event, NamedZone, Purpose, Scope, ZoneDefinition};
use crate::calendar::foreign_zone::{Observance, plain_name};
use crate::calendar::source::{ContentLine, ContentLines, decode};

/// Components within components: an alarm in an event in a calendar is three.
const MAX_DEPTH: usize = 8;

impl Calendar {
    /// Reads a whole file, or says why it is no calendar.
    pub fn read(input: impl BufRead) -> Result<Calendar, CalendarError> {
        Calendar::read_with(CalendarParser::default(), input)
    }

    /// Reads what a file says of times, without titles and places: feeds are long.
    pub fn read_times(input: impl BufRead) -> Result<Calendar, CalendarError> {
        let parser = CalendarParser {
            only_times: true,
            ..CalendarParser::default()
        };
        Calendar::read_with(parser, input)
    }

    fn read_with(
        mut parser: CalendarParser,
        input: impl BufRead,
    ) -> Result<Calendar, CalendarError> {
        let unreadable =
            |error: std::io::Error| CalendarError::new(1, format!("it can't be read: {error}"));
        let mut lines = ContentLines::new(decode(input).map_err(unreadable)?);
        while let Some(line) = lines.next_line().map_err(unreadable)? {
            parser.line(&line)?;
        }
        if !parser.has_begun {
            return Err(CalendarError::new(1, "`BEGIN:VCALENDAR` was expected"));
        }
        if let Some((name, begun)) = parser.open.first() {
            let what = format!("the file ends inside the {name} that line {begun} begins");
            parser.calendar.note(lines.number(), what);
        }
        parser.close_to(0, lines.number());
        Ok(parser.calendar)
    }
}

/// A file half read.
#[derive(Default)]
pub struct CalendarParser {
    pub calendar: Calendar,
    pub only_times: bool,
    has_begun: bool,
    /// Components that are not ended yet, outermost first, with the line that begins each.
    open: Vec<(String, usize)>,
    purpose: Purpose,
    pub event: Event,
    /// Why the event is left out.
    pub fault: Option<CalendarError>,
    definition: ZoneDefinition,
    definition_name: Option<String>,
    observance: Observance,
    places: HashMap<(u32, String), u32>,
}

impl CalendarParser {
    pub fn scope(&self) -> u32 {
        u32::try_from(self.calendar.scopes.len().saturating_sub(1)).unwrap_or_default()
    }

    fn line(&mut self, line: &ContentLine) -> Result<(), CalendarError> {
        match line.name.as_str() {
            "BEGIN" => self.begin(line),
            "END" => {
                self.end(line);
                Ok(())
            }
            _ => {
                self.property(line);
                Ok(())
            }
        }
    }

    fn begin(&mut self, line: &ContentLine) -> Result<(), CalendarError> {
        let name = line.value.trim().to_ascii_uppercase();
        // What comes before the calendar is the head of a mail or of an answer from the network.
        if self.open.is_empty() && !matches!(name.as_str(), "VCALENDAR" | "VEVENT" | "VFREEBUSY") {
            return Ok(());
        }
        // An event has none in it: the one before has lost its end.
        let holds_events = matches!(
            name.as_str(),
            "VEVENT" | "VTODO" | "VTIMEZONE" | "VCALENDAR"
        );
        if holds_events && let Some(at) = self.position("VEVENT") {
            self.close_to(at, line.number);
        }
        if self.open.len() == MAX_DEPTH {
            let what = "components are nested too deeply";
            return Err(CalendarError::new(line.number, what));
        }
        self.has_begun = true;
        match name.as_str() {
            "VCALENDAR" => self.begin_calendar(),
            "VEVENT" => {
                self.fault = None;
                self.event = Event {
                    line: line.number,
                    scope: self.scope(),
                    purpose: self.purpose,
                    is_cancelled: self.purpose == Purpose::Cancellation,
                    ..Event::default()
                }
            }
            "VTIMEZONE" => {
                self.definition = ZoneDefinition::default();
                self.definition_name = None;
            }
            "STANDARD" | "DAYLIGHT" => self.observance = Observance::default(),
            _ => {}
        }
        self.open.push((name, line.number));
        Ok(())
    }

    /// What one calendar says of its zone and its purpose is not said of the next.
    fn begin_calendar(&mut self) {
        self.purpose = Purpose::Statement;
        if self
            .calendar
            .scopes
            .last()
            .is_none_or(|last| last.zone.is_some())
        {
            self.calendar.scopes.push(Scope::default());
        }
    }

    fn position(&self, name: &str) -> Option<usize> {
        self.open.iter().rposition(|(open, _)| open == name)
    }

    fn end(&mut self, line: &ContentLine) {
        let name = line.value.trim().to_ascii_uppercase();
        let Some(at) = self.position(&name) else {
            return;
        };
        self.close_to(at + 1, line.number);
        self.open.pop();
        match name.as_str() {
            "VEVENT" => self.end_event(),
            "STANDARD" | "DAYLIGHT" => {
                let part = std::mem::take(&mut self.observance);
                self.definition.parts.push(part);
            }
            "VTIMEZONE" => self.end_definition(),
            _ => {}
        }
    }

    /// Closes what has no end of its own, down to this depth. Of an event that is cut off nobody knows what it says.
    fn close_to(&mut self, depth: usize, line: usize) {
        while self.open.len() > depth {
            if let Some((name, begun)) = self.open.pop()
                && name == "VEVENT"
            {
                let what = format!("skipped the event of line {begun}: it has no end");
                self.calendar.note(line, what);
            }
        }
    }

    fn end_event(&mut self) {
        let event = std::mem::take(&mut self.event);
        if let Some(fault) = self.fault.take() {
            self.calendar.note(fault.line, fault.what);
        } else if event.start.is_some() || event.is_cancelled || !event.is_statement() {
            self.calendar.events.push(event);
        } else {
            self.calendar
                .note(event.line, "skipped an event without DTSTART");
        }
    }

    fn end_definition(&mut self) {
        let definition = std::mem::take(&mut self.definition);
        let Some(name) = self.definition_name.take() else {
            return;
        };
        let key = plain_name(&name).to_lowercase();
        let scopes = &mut self.calendar.scopes;
        let zone = scopes.last().and_then(|scope| scope.zone);
        let known = scopes.last().and_then(|scope| scope.definitions.get(&key));
        // Files that were put together define one name several times, and not always alike.
        if scopes.is_empty() || known.is_some_and(|known| known.text != definition.text) {
            scopes.push(Scope {
                zone,
                ..Scope::default()
            });
        }
        if let Some(scope) = scopes.last_mut() {
            scope.definitions.entry(key).or_insert(definition);
        }
    }

    fn property(&mut self, line: &ContentLine) {
        let component = self.open.last().map_or("", |(name, _)| name.as_str());
        match component {
            "VCALENDAR" => self.calendar_property(line),
            "VEVENT" => self.event_property(line),
            "VFREEBUSY" if line.name == "FREEBUSY" => read_periods(self, line),
            "VTIMEZONE" => {
                match line.name.as_str() {
                    "TZID" => self.definition_name = Some(line.value.clone()),
                    "X-LIC-LOCATION" => self.definition.location = Some(line.value.clone()),
                    _ => return,
                }
                self.remember_definition(line);
            }
            "STANDARD" | "DAYLIGHT" => {
                if let Err(fault) = observance_property(&mut self.observance, line) {
                    self.calendar.note(fault.line, fault.what);
                }
                self.remember_definition(line);
            }
            _ => {}
        }
    }

    fn remember_definition(&mut self, line: &ContentLine) {
        for part in [&line.name, ":", &line.value, "\n"] {
            self.definition.text.push_str(part);
        }
    }

    fn calendar_property(&mut self, line: &ContentLine) {
        let word = line.value.trim().to_ascii_uppercase();
        match line.name.as_str() {
            "METHOD" => {
                self.purpose = match word.as_str() {
                    "CANCEL" => Purpose::Cancellation,
                    "COUNTER" => Purpose::Proposal,
                    "REPLY" | "REFRESH" | "DECLINECOUNTER" => Purpose::Message,
                    _ => Purpose::Statement,
                }
            }
            "X-WR-TIMEZONE" if !word.is_empty() => {
                let place = self.place(&line.value, line.number);
                if let Some(scope) = self.calendar.scopes.last_mut() {
                    scope.zone = place;
                }
            }
            _ => {}
        }
    }

    /// The place of a zone in the list, by the name that the calendar has for it.
    pub fn place(&mut self, written: &str, line: usize) -> Option<u32> {
        let name = plain_name(written);
        if name.is_empty() {
            return None;
        }
        let key = (self.scope(), name.to_lowercase());
        if let Some(place) = self.places.get(&key) {
            return Some(*place);
        }
        let place = u32::try_from(self.calendar.named.len()).ok()?;
        self.calendar.named.push(NamedZone {
            name,
            scope: key.0,
            line,
            zone: OnceCell::new(),
        });
        self.places.insert(key, place);
        Some(place)
    }
}
