//! Parses a calendar file component by component.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::io::BufRead;

use crate::calendar::CalendarError;
use crate::calendar::decoding::decode;
use crate::calendar::event::property::{free_busy_property, observance_property};
use crate::calendar::event::todo::CalendarTodo;
use crate::calendar::event::vcalendar;
use crate::calendar::event::{Calendar, Event, NamedZone, Purpose, Scope, ZoneDefinition};
use crate::calendar::foreign_zone::{Observance, plain_name};
use crate::calendar::source::{ContentLine, ContentLines};

/// Limit for nested components. An alarm in an event in a calendar is nested three deep.
const MAX_DEPTH: usize = 8;

impl Calendar {
    /// Reads a whole file; fails if it is not a calendar.
    pub fn read(input: impl BufRead) -> Result<Calendar, CalendarError> {
        Calendar::read_with(CalendarParser::default(), input)
    }

    /// Reads a file without titles and places, which saves memory for long feeds.
    pub fn read_times(input: impl BufRead) -> Result<Calendar, CalendarError> {
        let parser = CalendarParser { only_times: true, ..CalendarParser::default() };
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
            let what = format!("the file ends inside the {name} that begins on line {begun}");
            parser.calendar.note(lines.number(), what);
        }
        parser.close_to(0, lines.number());
        parser.calendar.settle_occurrences();
        Ok(parser.calendar)
    }
}

/// The state of parsing a file.
#[derive(Default)]
pub struct CalendarParser {
    pub calendar: Calendar,
    pub only_times: bool,
    has_begun: bool,
    /// Open components, outermost first, each with the line of its BEGIN.
    open: Vec<(String, usize)>,
    purpose: Purpose,
    pub event: Event,
    /// Why the current event is skipped. `None`: it is valid so far.
    pub fault: Option<CalendarError>,
    todo: CalendarTodo,
    definition: ZoneDefinition,
    definition_name: Option<String>,
    observance: Observance,
    /// Indices into the named zones of the calendar, by scope and lower-case name.
    zone_indices: HashMap<(u32, String), u32>,
}

impl CalendarParser {
    /// Returns the index of the current scope.
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
        // Text before the calendar is the header of a mail or of an HTTP response.
        if self.open.is_empty()
            && !matches!(name.as_str(), "VCALENDAR" | "VEVENT" | "VTODO" | "VFREEBUSY")
        {
            return Ok(());
        }
        // These components can't be inside an event, so the END of the event before is missing.
        let closes_event = matches!(name.as_str(), "VEVENT" | "VTODO" | "VTIMEZONE" | "VCALENDAR");
        if closes_event && let Some(depth) = self.position("VEVENT") {
            self.close_to(depth, line.number);
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
            "VTODO" => self.todo = CalendarTodo { line: line.number, ..CalendarTodo::default() },
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

    /// Resets what applies to one calendar of the file only: its purpose and its default zone.
    fn begin_calendar(&mut self) {
        self.purpose = Purpose::Statement;
        if self.calendar.scopes.last().is_none_or(|last| last.zone.is_some()) {
            self.calendar.scopes.push(Scope::default());
        }
    }

    fn position(&self, name: &str) -> Option<usize> {
        self.open.iter().rposition(|(open, _)| open == name)
    }

    fn end(&mut self, line: &ContentLine) {
        let name = line.value.trim().to_ascii_uppercase();
        let Some(depth) = self.position(&name) else {
            return;
        };
        self.close_to(depth + 1, line.number);
        self.open.pop();
        match name.as_str() {
            "VEVENT" => self.end_event(),
            "VTODO" => self.calendar.todos.push(std::mem::take(&mut self.todo)),
            "STANDARD" | "DAYLIGHT" => {
                let observance = std::mem::take(&mut self.observance);
                self.definition.observances.push(observance);
            }
            "VTIMEZONE" => self.end_definition(),
            _ => {}
        }
    }

    /// Closes components without an END, down to `depth`. A truncated event is skipped.
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
        let mut event = std::mem::take(&mut self.event);
        event.settle_times();
        if let Some(fault) = self.fault.take() {
            self.calendar.note(fault.line, format!("{}; skipped the event", fault.what));
        } else if event.start.is_some() || event.is_cancelled || !event.is_statement() {
            self.calendar.events.push(event);
        } else {
            self.calendar.note(event.line, "skipped an event without DTSTART");
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
        // Concatenated files can define the same name several times and differently.
        if scopes.is_empty() || known.is_some_and(|known| known.text != definition.text) {
            scopes.push(Scope { zone, ..Scope::default() });
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
            "VTODO" => self.todo.apply_property(line),
            "VFREEBUSY" if line.name == "FREEBUSY" => free_busy_property(self, line),
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

    /// Adds a line to the text by which definitions of the same name are compared.
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
            // Both are of vCalendar 1.0.
            "TZ" => {
                if let Some(standard) = vcalendar::standard_time(&line.value) {
                    self.define_standard_time(standard, line);
                }
            }
            "DAYLIGHT" => self.add_summer_time(&line.value),
            "X-WR-TIMEZONE" if !word.is_empty() => {
                let index = self.zone_index(&line.value, line.number);
                if let Some(scope) = self.calendar.scopes.last_mut() {
                    scope.zone = index;
                }
            }
            _ => {}
        }
    }

    /// Makes an offset that of all times without a zone.
    fn define_standard_time(&mut self, standard: Observance, line: &ContentLine) {
        let index = self.zone_index(vcalendar::ZONE, line.number);
        if let Some(scope) = self.calendar.scopes.last_mut() {
            scope.zone = index;
            let definition = ZoneDefinition { observances: vec![standard], ..Default::default() };
            scope.definitions.insert(vcalendar::ZONE.to_lowercase(), definition);
        }
    }

    fn add_summer_time(&mut self, value: &str) {
        let scope = self.calendar.scopes.last_mut();
        let key = vcalendar::ZONE.to_lowercase();
        let Some(definition) = scope.and_then(|scope| scope.definitions.get_mut(&key)) else {
            return;
        };
        let standard = definition.observances.first().and_then(|standard| standard.to);
        let summer = standard.and_then(|standard| vcalendar::summer_time(value, standard));
        definition.observances.extend(summer.into_iter().flatten());
    }

    /// Returns the index of a zone among the named zones, adding it if it is new.
    pub fn zone_index(&mut self, written: &str, line: usize) -> Option<u32> {
        let name = plain_name(written);
        if name.is_empty() {
            return None;
        }
        let key = (self.scope(), name.to_lowercase());
        if let Some(index) = self.zone_indices.get(&key) {
            return Some(*index);
        }
        let index = u32::try_from(self.calendar.named.len()).ok()?;
        self.calendar.named.push(NamedZone { name, scope: key.0, line, zone: OnceCell::new() });
        self.zone_indices.insert(key, index);
        Some(index)
    }
}
