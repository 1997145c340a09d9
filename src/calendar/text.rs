//! Content lines on their way out: escaped, folded, ended by CRLF. Nothing that somebody typed can begin a line.

use std::fmt::Write;

use chrono::{DateTime, NaiveDateTime, TimeZone, Utc};

use crate::calendar::value;
use crate::domain::text::{BLACK_FLAG, flag_tags, is_invisible};
use crate::domain::zone::Tz;

/// Octets of a line, its end not counted (RFC 5545, section 3.1).
const WIDTH: usize = 75;

#[derive(Debug, Default)]
pub struct IcalWriter(String);

impl IcalWriter {
    /// A line whose value is in its written form already.
    pub fn line(&mut self, name: &str, value: &str) {
        let mut room = WIDTH;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = WIDTH - 1;
            }
            self.0.push(c);
            room -= c.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// A line whose value is what somebody typed.
    pub fn text_property(&mut self, name: &str, text: &str) {
        self.line(name, &escape_text(text));
    }

    pub fn utc(&mut self, name: &str, at: DateTime<Utc>) {
        self.line(name, &value::utc(at));
    }

    /// An instant in the local time of a zone, or in UTC where that time would be taken for another instant.
    pub fn moment(&mut self, name: &str, at: DateTime<Utc>, zone: Tz) {
        let local = at.with_timezone(&zone).naive_local();
        let read_as = zone.from_local_datetime(&local).earliest();
        if read_as.is_some_and(|read_as| read_as == at) {
            self.locals(name, &[local], zone);
        } else {
            self.utc(name, at);
        }
    }

    /// Local times of one zone.
    pub fn locals(&mut self, name: &str, times: &[NaiveDateTime], zone: Tz) {
        let is_utc = zone == Tz::UTC;
        let mut list = String::new();
        for time in times {
            if !list.is_empty() {
                list.push(',');
            }
            list.push_str(&value::local(*time));
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

/// A TEXT value (section 3.3.11). Line breaks of every kind are one, whatever else commands is left out: it is in no
/// title that people write, and readers differ in what they take for the end of a line.
fn escape_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let text = text.replace("\r\n", "\n");
    let mut rest = text.as_str();
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                out.push_str("\\n");
            }
            '\t' => out.push(' '),
            c if c.is_control() || is_invisible(c) => {}
            BLACK_FLAG => {
                let (tags, after) = rest.split_at(flag_tags(rest));
                out.push(c);
                out.push_str(tags);
                rest = after;
            }
            c => out.push(c),
        }
    }
    out
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
        assert_eq!(
            render_property("X", &"a".repeat(73)),
            format!("X:{}\r\n", "a".repeat(73))
        );
        assert_eq!(
            render_property("X", &"a".repeat(74)),
            format!("X:{}\r\n a\r\n", "a".repeat(73))
        );
    }

    #[test]
    fn what_was_typed_begins_no_line() {
        for end in [
            "\r\n", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{0B}", "\u{0C}", "\u{1C}",
            "\u{1E}", "\0",
        ] {
            let line = render_property("SUMMARY", &format!("a{end}END:VEVENT"));
            assert_eq!(
                line.chars().filter(|c| c.is_control()).count(),
                2,
                "{line:?}"
            );
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
