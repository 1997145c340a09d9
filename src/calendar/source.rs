//! Reads the content lines of a calendar (RFC 5545, section 3.1): decodes and unfolds them, and splits each into name,
//! parameters and value.
//!
//! Real files deviate from the format. A line that is not a content line is skipped, since most of these are the rest
//! of a text with an unescaped line break.

use std::io::{self, BufRead};

use crate::encoding::{Utf16Order, windows_1252};

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
}

/// Removes a byte order mark, converts UTF-16 to UTF-8 and lone carriage returns to line feeds.
pub fn decode<'r>(mut input: impl BufRead + 'r) -> io::Result<Box<dyn BufRead + 'r>> {
    let start = input.fill_buf()?;
    let order = Utf16Order::detect(start);
    if start.contains(&b'\r') && !start.contains(&b'\n') {
        // Lines of classic Mac OS end with a carriage return.
        let mut bytes = Vec::new();
        input.read_to_end(&mut bytes)?;
        for byte in bytes.iter_mut().filter(|byte| **byte == b'\r') {
            *byte = b'\n';
        }
        return Ok(Box::new(io::Cursor::new(bytes)));
    }
    let Some(order) = order else {
        let mark_length = if start.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
        input.consume(mark_length);
        return Ok(Box::new(input));
    };
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    let text: String =
        order.decode(&bytes).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    Ok(Box::new(io::Cursor::new(text.into_bytes())))
}

impl<R: BufRead> ContentLines<R> {
    pub fn new(input: R) -> Self {
        ContentLines { input, number: 0 }
    }

    /// Returns the number of the last line read.
    pub fn number(&self) -> usize {
        self.number
    }

    /// Appends the next line to `bytes`, without its line ending. Returns false at the end of the file.
    fn read_physical_line(&mut self, bytes: &mut Vec<u8>) -> io::Result<bool> {
        if self.input.read_until(b'\n', bytes)? == 0 {
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
            let text = match String::from_utf8(std::mem::take(&mut bytes)) {
                Ok(text) => text,
                // Old programs write Windows-1252 or Latin-1. In the latter, every byte is the code point of its
                // character.
                Err(error) => {
                    let character = |byte| windows_1252(byte).unwrap_or(char::from(byte));
                    error.as_bytes().iter().copied().map(character).collect()
                }
            };
            if let Some(line) = parse_line(&text, number) {
                return Ok(Some(line));
            }
        }
    }
}

/// Splits an unfolded line. `None`: it is not a content line.
fn parse_line(text: &str, number: usize) -> Option<ContentLine> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let name_length = |text: &str| text.find(|c| !is_name(c)).unwrap_or(text.len());
    let (name, mut rest) = text.split_at(name_length(text));
    if name.is_empty() {
        return None;
    }
    let mut parameters = Vec::new();
    while let Some(parameter) = rest.trim_start().strip_prefix(';') {
        let (key, after) = parameter.split_at(name_length(parameter));
        let value = after.strip_prefix('=').unwrap_or(after);
        let (value, after) = value.split_at(value_end(value));
        parameters.push((key.to_ascii_uppercase(), value.replace('"', "")));
        rest = after;
    }
    Some(ContentLine {
        number,
        name: name.to_ascii_uppercase(),
        parameters,
        value: rest.trim_start().strip_prefix(':')?.to_owned(),
    })
}

/// Returns the index at which the value of a parameter ends. A quotation mark without a closing one is ignored.
fn value_end(text: &str) -> usize {
    let mut is_quoted = false;
    for (index, c) in text.char_indices() {
        match c {
            '"' => is_quoted = !is_quoted && text[index + 1..].contains('"'),
            ';' | ':' if !is_quoted => return index,
            _ => {}
        }
    }
    text.len()
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
    fn escapes_are_undone() {
        assert_eq!(unescape("a\\, b\\; c\\\\n\\nd\\"), "a, b; c\\n\nd\\");
    }
}
