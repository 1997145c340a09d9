//! Writes content lines: escaped, folded and ended by CRLF. Text that a user typed can never start a line.

use std::fmt::Write;

use chrono::{DateTime, NaiveDateTime, TimeZone, Utc};

use crate::calendar::value;
use crate::domain::text::{BLACK_FLAG, flag_tags, is_invisible};
use crate::domain::zone::Tz;

/// Limit for the octets of a line without its line ending (RFC 5545, section 3.1).
const MAX_LINE_BYTES: usize = 75;

#[derive(Debug, Default)]
pub struct IcalWriter(String);

impl IcalWriter {
    /// Writes a line with a value that is already in its final form.
    pub fn line(&mut self, name: &str, value: &str) {
        let mut room = MAX_LINE_BYTES;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = MAX_LINE_BYTES - 1;
            }
            self.0.push(c);
            room -= c.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// Writes a line with a TEXT value, which is escaped.
    pub fn text_property(&mut self, name: &str, text: &str) {
        self.line(name, &escape_text(text));
    }

    pub fn utc(&mut self, name: &str, at: DateTime<Utc>) {
        self.line(name, &value::format_utc(at));
    }

    /// Writes an instant in the local time of a zone, or in UTC if that local time is ambiguous and would be read as
    /// another instant.
    pub fn moment(&mut self, name: &str, at: DateTime<Utc>, zone: Tz) {
        let local = at.with_timezone(&zone).naive_local();
        let as_read = zone.from_local_datetime(&local).earliest();
        if as_read.is_some_and(|as_read| as_read == at) {
            self.local_times(name, &[local], zone);
        } else {
            self.utc(name, at);
        }
    }

    /// Writes a list of local times of one zone.
    pub fn local_times(&mut self, name: &str, times: &[NaiveDateTime], zone: Tz) {
        let is_utc = zone == Tz::UTC;
        let mut list = String::new();
        for time in times {
            if !list.is_empty() {
                list.push(',');
            }
            list.push_str(&value::format_local(*time));
            if is_utc {
                list.push('Z');
            }
        }
        if is_utc {
            self.line(name, &list);
        } else {
            self.line(&format!("{name};TZID={}", zone.name()), &list);
        }
    }

    pub fn begin(&mut self, component: &str) {
        self.line("BEGIN", component);
    }

    pub fn end(&mut self, component: &str) {
        self.line("END", component);
    }

    pub fn append(&mut self, other: &IcalWriter) {
        let _ = self.0.write_str(&other.0);
    }

    pub fn into_string(self) -> String {
        self.0
    }
}

/// Escapes a TEXT value (section 3.3.11). Line breaks of every kind become `\n`. Other control characters are dropped,
/// since readers differ in what they treat as the end of a line.
fn escape_text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let text = text.replace("\r\n", "\n");
    let mut rest = text.as_str();
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(c);
            }
            '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                escaped.push_str("\\n");
            }
            '\t' => escaped.push(' '),
            c if c.is_control() || is_invisible(c) => {}
            BLACK_FLAG => {
                let (tags, after) = rest.split_at(flag_tags(rest));
                escaped.push(c);
                escaped.push_str(tags);
                rest = after;
            }
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn render_property(name: &str, text: &str) -> String {
        let mut lines = IcalWriter::default();
        lines.text_property(name, text);
        lines.into_string()
    }

    #[test]
    fn lines_are_folded_at_75_octets_and_never_inside_a_character() {
        let text = "日本".repeat(40);
        let lines = render_property("SUMMARY", &text);
        for line in lines.split("\r\n") {
            assert!(line.len() <= 75, "{}: {line}", line.len());
        }
        assert_eq!(lines.replace("\r\n ", ""), format!("SUMMARY:{text}\r\n"));
        assert_eq!(render_property("X", &"a".repeat(73)), format!("X:{}\r\n", "a".repeat(73)));
        assert_eq!(
            render_property("X", &"a".repeat(74)),
            format!("X:{}\r\n a\r\n", "a".repeat(73))
        );
    }

    #[test]
    fn typed_text_never_starts_a_line() {
        for end in [
            "\r\n", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{0B}", "\u{0C}", "\u{1C}",
            "\u{1E}", "\0",
        ] {
            let line = render_property("SUMMARY", &format!("a{end}END:VEVENT"));
            assert_eq!(line.chars().filter(|c| c.is_control()).count(), 2, "{line:?}");
            assert!(line.ends_with("END:VEVENT\r\n"), "{line:?}");
        }
        assert_eq!(
            render_property("SUMMARY", "a\\n; \"b\", c"),
            "SUMMARY:a\\\\n\\; \"b\"\\, c\r\n"
        );
    }

    #[test]
    fn the_second_of_two_equal_local_times_is_written_in_utc() {
        let mut lines = IcalWriter::default();
        for at in ["2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z"] {
            lines.moment("DTSTART", at.parse().unwrap(), Tz::Europe__London);
        }
        assert_eq!(
            lines.into_string(),
            "DTSTART;TZID=Europe/London:20271031T013000\r\nDTSTART:20271031T013000Z\r\n"
        );
    }
}
