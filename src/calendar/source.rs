//! Content lines on their way in (RFC 5545, section 3.1): unfolded, cut into name, parameters and value, each with the
//! number that it has in the file.

use crate::calendar::CalendarError;

/// One content line, unfolded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub number: usize,
    /// In capitals.
    pub name: String,
    parameters: Vec<(String, String)>,
    pub value: String,
}

impl Line {
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let found = self.parameters.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// The lines of a calendar. Folds may fall inside a character, so bytes are joined before they are read as text.
pub struct Lines<'t> {
    rest: &'t [u8],
    number: usize,
}

impl<'t> Lines<'t> {
    pub fn of(bytes: &'t [u8]) -> Lines<'t> {
        Lines {
            rest: bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes),
            number: 0,
        }
    }

    /// The number of the line that was read last.
    pub fn number(&self) -> usize {
        self.number
    }

    fn physical(&mut self) -> Option<&'t [u8]> {
        if self.rest.is_empty() {
            return None;
        }
        let end = self.rest.iter().position(|byte| *byte == b'\n');
        let (line, rest) = match end {
            Some(end) => (&self.rest[..end], &self.rest[end + 1..]),
            None => (self.rest, &self.rest[..0]),
        };
        self.rest = rest;
        self.number += 1;
        Some(line.strip_suffix(b"\r").unwrap_or(line))
    }
}

impl Iterator for Lines<'_> {
    type Item = Result<Line, CalendarError>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut bytes = loop {
            let line = self.physical()?;
            if !line.iter().all(u8::is_ascii_whitespace) {
                break line.to_vec();
            }
        };
        let number = self.number;
        while matches!(self.rest.first(), Some(b' ' | b'\t')) {
            bytes.extend_from_slice(&self.physical()?[1..]);
        }
        let Ok(text) = String::from_utf8(bytes) else {
            return Some(Err(CalendarError::new(number, "not UTF-8 text")));
        };
        Some(cut(&text, number))
    }
}

fn cut(text: &str, number: usize) -> Result<Line, CalendarError> {
    let wrong = |what: &str| CalendarError::new(number, what);
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let word = |text: &str| text.find(|c| !is_name(c)).unwrap_or(text.len());
    let (name, mut rest) = text.split_at(word(text));
    if name.is_empty() || !rest.starts_with([':', ';']) {
        return Err(wrong("a name, a colon and a value were expected"));
    }
    let mut parameters = Vec::new();
    while let Some(parameter) = rest.strip_prefix(';') {
        let (key, after) = parameter.split_at(word(parameter));
        let value = after
            .strip_prefix('=')
            .filter(|_| !key.is_empty())
            .ok_or_else(|| wrong("a parameter has to be written like `TZID=Europe/London`"))?;
        let end = value_end(value).ok_or_else(|| wrong("a quote is opened and not closed"))?;
        let (value, after) = value.split_at(end);
        parameters.push((key.to_ascii_uppercase(), value.replace('"', "")));
        rest = after;
    }
    let value = rest
        .strip_prefix(':')
        .ok_or_else(|| wrong("a colon and a value were expected"))?;
    Ok(Line {
        number,
        name: name.to_ascii_uppercase(),
        parameters,
        value: value.to_owned(),
    })
}

/// Where a parameter's value ends; none: inside quotes.
fn value_end(text: &str) -> Option<usize> {
    let mut is_quoted = false;
    for (at, c) in text.char_indices() {
        match c {
            '"' => is_quoted = !is_quoted,
            ';' | ':' if !is_quoted => return Some(at),
            _ => {}
        }
    }
    (!is_quoted).then_some(text.len())
}

/// A TEXT value as it was meant.
pub fn unescaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(other) => out.push(other),
                None => out.push('\\'),
            },
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Vec<Line> {
        Lines::of(bytes).collect::<Result<_, _>>().unwrap()
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
    fn a_broken_line_is_named() {
        for (bytes, line, says) in [
            (&b"UID:1\nDTSTART\n"[..], 2, "a name, a colon"),
            (b"UID:1\n\n: x\n", 3, "a name, a colon"),
            (b"DTSTART;TZID=\"x:1\n", 1, "a quote"),
            (b"DTSTART;TZID:1\n", 1, "a parameter"),
            (b"DTSTART;TZID=x\n", 1, "a colon and a value"),
            (b"UID:1\nSUMMARY:\xff\n", 2, "not UTF-8"),
        ] {
            let error = Lines::of(bytes).find_map(Result::err).unwrap();
            assert_eq!(error.line, line, "{error}");
            assert!(error.what.starts_with(says), "{error}");
        }
    }

    #[test]
    fn escapes_are_undone() {
        assert_eq!(unescaped("a\\, b\\; c\\\\n\\nd\\"), "a, b; c\\n\nd\\");
    }
}
