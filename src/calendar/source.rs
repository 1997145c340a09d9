//! Reads the content lines of a calendar (RFC 5545, section 3.1): unfolds them, and splits each into name, parameters and
//! value.
//!
//! Real files deviate from the format. A line that is not a content line is skipped, since most of these are the rest
//! of a text with an unescaped line break. So is a line after a text that looks like prose rather than like a property
//! (`Status: Cancelled`).

use std::io::{self, BufRead, Read};

use crate::encoding::windows_1252;

/// Longest content line that is read; the rest of it is skipped. Only attached files are longer.
const MAX_LINE_BYTES: usize = 1 << 20;

/// The names of the properties and of BEGIN and END (RFC 5545, RFC 7986). Others have no meaning here.
#[rustfmt::skip]
const NAMES: [&str; 60] = [
    "ACTION", "ATTACH", "ATTENDEE", "BEGIN", "CALSCALE", "CATEGORIES", "CLASS", "COLOR", "COMMENT", "COMPLETED",
    "CONFERENCE", "CONTACT", "CREATED", "DAYLIGHT", "DESCRIPTION", "DTEND", "DTSTAMP", "DTSTART", "DUE", "DURATION", "END",
    "EXDATE", "EXRULE", "FREEBUSY", "GEO", "IMAGE", "LAST-MODIFIED", "LOCATION", "METHOD", "NAME", "ORGANIZER",
    "PERCENT-COMPLETE", "PRIORITY", "PRODID", "RDATE", "RECURRENCE-ID", "REFRESH-INTERVAL", "RELATED-TO", "REPEAT",
    "REQUEST-STATUS", "RESOURCES", "RRULE", "SEQUENCE", "SOURCE", "STATUS", "SUMMARY", "TRANSP", "TRIGGER", "TZ", "TZID",
    "TZNAME", "TZOFFSETFROM", "TZOFFSETTO", "TZURL", "UID", "URL", "VERSION",
    // Those of other programs that are read.
    "X-LIC-LOCATION", "X-MICROSOFT-CDO-BUSYSTATUS", "X-WR-TIMEZONE",
];

/// The properties with a text that people write. Extensions (`X-`) may have one too.
const TEXTS: [&str; 8] =
    ["CATEGORIES", "COMMENT", "CONTACT", "DESCRIPTION", "LOCATION", "NAME", "RESOURCES", "SUMMARY"];

/// The properties that tell when an event is. Some programs repeat their name in the value: `RRULE:RRULE:FREQ=DAILY`.
const TIMES: [&str; 8] =
    ["DTEND", "DTSTART", "DURATION", "EXDATE", "EXRULE", "RDATE", "RECURRENCE-ID", "RRULE"];

/// One content line, unfolded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentLine {
    /// The number of its first line in the file.
    pub number: usize,
    /// In upper case.
    pub name: String,
    parameters: Vec<(String, String)>,
    pub value: String,
}

impl ContentLine {
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let found = self.parameters.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    pub fn has_parameter(&self, name: &str, value: &str) -> bool {
        let found = self.parameter(name);
        found.is_some_and(|found| found.trim().eq_ignore_ascii_case(value))
    }
}

/// Reads content lines. Folds may split a character, so bytes are joined before they are decoded.
pub struct ContentLines<R> {
    input: R,
    /// The number of the last line read.
    number: usize,
    /// How the last property is written, if it is a text.
    text_before: Option<TextStyle>,
}

/// Deviations of the file's own properties, which are therefore no sign of prose.
#[derive(Clone, Copy)]
struct TextStyle {
    /// A blank before the value.
    has_blank: bool,
    /// A name in upper and lower case.
    is_mixed: bool,
}

impl<R: BufRead> ContentLines<R> {
    pub fn new(input: R) -> Self {
        ContentLines { input, number: 0, text_before: None }
    }

    /// Returns the number of the last line read.
    pub fn number(&self) -> usize {
        self.number
    }

    /// Appends the next line to `bytes`, without its line ending. Returns false at the end of the file.
    fn read_physical_line(&mut self, bytes: &mut Vec<u8>) -> io::Result<bool> {
        let start = bytes.len();
        let room = MAX_LINE_BYTES.saturating_sub(start) as u64;
        let mut length = self.input.by_ref().take(room).read_until(b'\n', bytes)?;
        if !bytes[start..].ends_with(b"\n") {
            length += self.input.skip_until(b'\n')?;
        }
        if length == 0 {
            return Ok(false);
        }
        self.number += 1;
        while let Some(b'\n' | b'\r') = bytes.last() {
            bytes.pop();
        }
        Ok(true)
    }

    /// Reads the next content line, skipping anything else.
    pub fn next_line(&mut self) -> io::Result<Option<ContentLine>> {
        let mut bytes = Vec::new();
        loop {
            bytes.clear();
            if !self.read_physical_line(&mut bytes)? {
                return Ok(None);
            }
            let number = self.number;
            while let Some(b' ' | b'\t') = self.input.fill_buf()?.first() {
                self.input.consume(1);
                self.read_physical_line(&mut bytes)?;
            }
            if let Some(colon) = quoted_printable_start(&bytes) {
                while bytes.pop_if(|last| *last == b'=').is_some()
                    && self.read_physical_line(&mut bytes)?
                {}
                let value = decode_quoted_printable(&bytes[colon..]);
                bytes.truncate(colon);
                bytes.extend(value);
            }
            let text = match String::from_utf8(std::mem::take(&mut bytes)) {
                Ok(text) => text,
                // Old programs write Windows-1252 or Latin-1. In the latter, every byte is the code point of its
                // character.
                Err(error) => {
                    let character = |byte| windows_1252(byte).unwrap_or(char::from(byte));
                    error.as_bytes().iter().copied().map(character).collect()
                }
            };
            // Concatenated files may each have a byte order mark.
            let text = text.trim_start_matches('\u{feff}');
            if let Some(line) = parse_line(text, number)
                && !self.continues_text(&line, &text[..line.name.len()])
            {
                return Ok(Some(line));
            }
        }
    }

    /// Whether a line is the rest of the text in the line before, after a line break that should have been escaped. A
    /// program writes the name of a property in one case and no blank before its value.
    fn continues_text(&mut self, line: &ContentLine, written_name: &str) -> bool {
        let name = line.name.as_str();
        let style = TextStyle {
            has_blank: line.value.starts_with([' ', '\t']),
            is_mixed: written_name != name && written_name != name.to_ascii_lowercase(),
        };
        let is_known = NAMES.contains(&name);
        if let Some(text) = self.text_before {
            let is_prose = style.has_blank && !text.has_blank || style.is_mixed && !text.is_mixed;
            if is_prose || !is_known && !name.starts_with("X-") {
                return true;
            }
        }
        let is_text = TEXTS.contains(&name) || name.starts_with("X-") && !is_known;
        self.text_before = is_text.then_some(style);
        false
    }
}

/// Returns where the value of a line begins that is quoted-printable, as texts of vCalendar 1.0 are.
fn quoted_printable_start(line: &[u8]) -> Option<usize> {
    const NAME: &[u8] = b"QUOTED-PRINTABLE";
    let colon = line.iter().position(|byte| *byte == b':')?;
    let mut words = line[..colon].windows(NAME.len());
    words.any(|word| word.eq_ignore_ascii_case(NAME)).then_some(colon + 1)
}

/// Decodes `D=C3=ADaz`. A line break becomes the one of iCalendar, `\n`.
fn decode_quoted_printable(text: &[u8]) -> Vec<u8> {
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        let code = after.get(..2).and_then(|code| std::str::from_utf8(code).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()).filter(|_| byte == b'=') {
            Some(code) => {
                rest = &after[2..];
                match code {
                    b'\r' => {}
                    b'\n' => decoded.extend(b"\\n"),
                    code => decoded.push(code),
                }
            }
            // A line break in the middle of a folded line.
            None if byte == b'=' => {}
            None => decoded.push(byte),
        }
    }
    decoded
}

/// Splits an unfolded line. `None`: it is not a content line.
fn parse_line(text: &str, number: usize) -> Option<ContentLine> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let name_length = |text: &str| text.find(|c| !is_name(c)).unwrap_or(text.len());
    let (name, mut rest) = text.split_at(name_length(text));
    if name.is_empty() {
        return None;
    }
    let name = name.to_ascii_uppercase();
    let is_time = ["DTEND", "DTSTART", "EXDATE", "RDATE", "RECURRENCE-ID"].contains(&name.as_str());
    let mut parameters = Vec::new();
    while let Some(parameter) = rest.trim_start().strip_prefix(';') {
        let (key, after) = parameter.split_at(name_length(parameter));
        let value = after.strip_prefix('=').unwrap_or(after);
        let (value, after) = value.split_at(value_end(value, is_time));
        parameters.push((key.to_ascii_uppercase(), value.replace('"', "")));
        rest = after;
    }
    let mut value = rest.trim_start().strip_prefix(':')?;
    while let Some(rest) = without_name(value, &name) {
        value = rest;
    }
    Some(ContentLine { number, parameters, value: value.to_owned(), name })
}

/// Returns the value of a time without the name of its property. `None`: it does not begin with it.
fn without_name<'v>(value: &'v str, name: &str) -> Option<&'v str> {
    let (repeated, rest) = value.split_once(':')?;
    let is_repeated = TIMES.contains(&name) && repeated.trim().eq_ignore_ascii_case(name);
    is_repeated.then_some(rest)
}

/// Returns the index at which the value of a parameter ends. A quotation mark without a closing one is ignored. Beside a
/// time, a colon belongs to the parameter unless a year follows: some programs don't quote `(UTC+01:00) Berlin`.
fn value_end(text: &str, is_time: bool) -> usize {
    let (mut is_quoted, mut first_colon) = (false, None);
    for (index, c) in text.char_indices() {
        match c {
            '"' => is_quoted = !is_quoted && text[index + 1..].contains('"'),
            ';' if !is_quoted => return index,
            ':' if !is_quoted => {
                let after = text[index + 1..].trim_start().as_bytes();
                let is_year =
                    after.get(..4).is_some_and(|year| year.iter().all(u8::is_ascii_digit));
                if !is_time || is_year {
                    return index;
                }
                first_colon.get_or_insert(index);
            }
            _ => {}
        }
    }
    first_colon.unwrap_or(text.len())
}

/// Unescapes a TEXT value (section 3.3.11).
pub fn unescape(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(other) => text.push(other),
                None => text.push('\\'),
            },
            c => text.push(c),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::decoding::decode;

    fn read(bytes: &[u8]) -> Vec<ContentLine> {
        let mut lines = ContentLines::new(decode(bytes).unwrap());
        std::iter::from_fn(|| lines.next_line().unwrap()).collect()
    }

    #[test]
    fn folded_lines_are_joined_even_inside_a_character() {
        let lines = read(b"\xef\xbb\xbfSUMMARY:D\xc3\r\n \xad\r\n\taz\n\nUID:7\n");
        let all: Vec<_> = lines
            .iter()
            .map(|line| (line.number, line.name.as_str(), line.value.as_str()))
            .collect();
        assert_eq!(all, [(1, "SUMMARY", "Díaz"), (5, "UID", "7")]);
    }

    #[test]
    fn parameters_may_be_quoted() {
        let line = &read(b"dtstart;X=\"a;b:c\";tzid=Europe/London:20261203T170000")[0];
        assert_eq!(line.name, "DTSTART");
        assert_eq!(line.parameter("X"), Some("a;b:c"));
        assert_eq!(line.parameter("TZID"), Some("Europe/London"));
        assert_eq!(line.value, "20261203T170000");
    }

    #[test]
    fn name_of_a_zone_may_have_a_colon() {
        for (line, zone, value) in [
            ("DTSTART;TZID=(UTC+01:00) Berlin:20261203", "(UTC+01:00) Berlin", "20261203"),
            ("DTSTART;TZID=tzone://x/Utc:2026-12-03T10:00", "tzone://x/Utc", "2026-12-03T10:00"),
            ("EXDATE;TZID=(UTC+01:00) B;VALUE=DATE:20261203", "(UTC+01:00) B", "20261203"),
            ("DTSTART;TZID=UTC:soon: at ten", "UTC", "soon: at ten"),
            ("RRULE;TZID=x:FREQ=WEEKLY;BYDAY=WE", "x", "FREQ=WEEKLY;BYDAY=WE"),
        ] {
            let read = &read(line.as_bytes())[0];
            assert_eq!(
                (read.parameter("TZID"), read.value.as_str()),
                (Some(zone), value),
                "{line}"
            );
        }
    }

    #[test]
    fn an_unclosed_quote_is_ignored() {
        let line = &read(b"DTSTART;TZID=\"Europe/London:20261203T170000\n")[0];
        assert_eq!(line.parameter("TZID"), Some("Europe/London"));
        assert_eq!(line.value, "20261203T170000");
    }

    #[test]
    fn other_lines_are_skipped() {
        let lines = read(b"UID:1\nDTSTART\n\n: x\nsecond floor: on the left\nroom 4\nUID:2\r\r\n");
        let values: Vec<_> = lines.iter().map(|line| line.value.as_str()).collect();
        assert_eq!(values, ["1", "2"]);
        assert_eq!(lines[1].number, 7);
    }

    #[test]
    fn prose_after_a_text_is_no_property() {
        let names = |text: &str| {
            let lines = read(text.as_bytes());
            lines.iter().map(|line| line.name.clone()).collect::<Vec<_>>().join(" ")
        };
        for prose in [
            "Status: Cancelled", "Duration: 1 h", "DURATION: 1 h", "duration: 1 h",
            "Status:Cancelled", "Begin: 10:00", "End: 11:00", "Hint:see above",
            "x\nStatus: Cancelled",
        ] {
            for text in ["DESCRIPTION", "SUMMARY", "LOCATION;LANGUAGE=en", "X-ALT-DESC", "X-OTHER"]
            {
                let read =
                    names(&format!("{text}:a\n{prose}\nDTSTART:20261203\nStatus: Cancelled"));
                let property = text.split(';').next().unwrap();
                assert_eq!(read, format!("{property} DTSTART STATUS"), "{prose}");
            }
        }
        // Some write all names in lower case, or a blank before every value.
        assert_eq!(names("summary:a\ndtstart:20261203"), "SUMMARY DTSTART");
        assert_eq!(names("SUMMARY:a\ndtstart:20261203"), "SUMMARY DTSTART");
        assert_eq!(names("SUMMARY: a\nDTSTART: 20261203"), "SUMMARY DTSTART");
        assert_eq!(names("Summary:a\nDtstart:20261203"), "SUMMARY DTSTART");
    }

    #[test]
    fn the_end_of_a_very_long_line_is_skipped() {
        let long = "x".repeat(MAX_LINE_BYTES);
        let folded = "x".repeat(1000) + "\r\n ";
        for text in [long.clone(), long + "\r\n y", folded.repeat(MAX_LINE_BYTES / 900)] {
            let lines = read(format!("ATTACH:{text}\r\nUID:1\r\n").as_bytes());
            assert!(lines[0].value.len() <= MAX_LINE_BYTES, "{}", lines[0].value.len());
            assert_eq!(lines[1].value, "1");
        }
    }

    #[test]
    fn windows_1252_and_utf_16_are_read() {
        assert_eq!(read(b"SUMMARY:Caf\xe9 \x93Nord\x94\n")[0].value, "Café “Nord”");
        let text = "BEGIN:VCALENDAR\r\nSUMMARY:Café 🙂\r\n";
        let units: Vec<u16> = text.encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        let marked = [b"\xff\xfe", little.as_slice()].concat();
        for bytes in [little, big, marked] {
            assert_eq!(read(&bytes)[1].value, "Café 🙂");
        }
    }

    #[test]
    fn name_that_is_repeated_in_the_value_is_dropped() {
        for (line, value) in [
            ("RRULE:RRULE:FREQ=DAILY", "FREQ=DAILY"),
            ("RRULE:RRULE:rrule: FREQ=DAILY", " FREQ=DAILY"),
            ("EXDATE;VALUE=DATE:EXDATE:20261203", "20261203"),
            ("UID:UID:7", "UID:7"),
            ("SUMMARY:Summary: plans", "Summary: plans"),
        ] {
            assert_eq!(read(line.as_bytes())[0].value, value, "{line}");
        }
    }

    #[test]
    fn escapes_are_undone() {
        assert_eq!(unescape("a\\, b\\; c\\\\n\\nd\\"), "a, b; c\\n\nd\\");
    }
}
