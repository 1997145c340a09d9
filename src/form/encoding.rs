//! The text of a spreadsheet's file, in UTF-8, UTF-16 or Windows-1252.

use crate::error::Result;
use crate::toml_text::{decode_utf8, syntax_error};

/// What bytes of Windows-1252 from 0x80 to 0x9F stand for; `\0`: nothing.
const WINDOWS_1252: [char; 32] = [
    '\u{20AC}', '\0', '\u{201A}', '\u{0192}', '\u{201E}', '\u{2026}', '\u{2020}', '\u{2021}',
    '\u{02C6}', '\u{2030}', '\u{0160}', '\u{2039}', '\u{0152}', '\0', '\u{017D}', '\0', '\0',
    '\u{2018}', '\u{2019}', '\u{201C}', '\u{201D}', '\u{2022}', '\u{2013}', '\u{2014}', '\u{02DC}',
    '\u{2122}', '\u{0161}', '\u{203A}', '\u{0153}', '\0', '\u{017E}', '\u{0178}',
];

/// Returns the text, and the name of the encoding where it is not UTF-8.
///
/// UTF-16 is known by its mark or by the zero in its first letter. Other bytes that are not UTF-8 are those of Windows-1252,
/// unless some of the text is UTF-8: then it is damaged, and reading it as one or the other garbles the rest.
pub fn decode_spreadsheet(bytes: Vec<u8>, source: &str) -> Result<(String, Option<&'static str>)> {
    let is_little = bytes.starts_with(b"\xff\xfe") || matches!(bytes[..], [1..=255, 0, ..]);
    let is_big = bytes.starts_with(b"\xfe\xff") || matches!(bytes[..], [0, 1..=255, ..]);
    if is_little || is_big {
        return Ok((decode_utf16(&bytes, is_little, source)?, Some("UTF-16")));
    }
    let Err(error) = std::str::from_utf8(&bytes) else {
        return Ok((decode_utf8(bytes, source)?, None));
    };
    if !bytes[..error.valid_up_to()].is_ascii() {
        return Ok((decode_utf8(bytes, source)?, None));
    }
    let (mut text, mut line) = (String::with_capacity(bytes.len()), 1);
    for byte in &bytes {
        let c = match byte {
            0x80..=0x9f => WINDOWS_1252[usize::from(byte - 0x80)],
            byte => char::from(*byte),
        };
        if c == '\0' {
            return Err(syntax_error(format!(
                "line {line} of {source} is neither UTF-8 nor Windows-1252 text"
            ))
            .hint("save it as CSV in UTF-8"));
        }
        line += usize::from(c == '\n');
        text.push(c);
    }
    Ok((text, Some("Windows-1252")))
}

fn decode_utf16(bytes: &[u8], is_little: bool, source: &str) -> Result<String> {
    let pairs = bytes.chunks_exact(2);
    let is_cut = !pairs.remainder().is_empty();
    let units = pairs.map(|pair| match is_little {
        true => u16::from_le_bytes([pair[0], pair[1]]),
        false => u16::from_be_bytes([pair[0], pair[1]]),
    });
    let (mut text, mut is_whole) = (String::with_capacity(bytes.len()), !is_cut);
    for c in char::decode_utf16(units) {
        let Ok(c) = c else {
            is_whole = false;
            break;
        };
        text.push(c);
    }
    if !is_whole {
        let line = text.matches('\n').count() + 1;
        return Err(syntax_error(format!(
            "line {line} of {source} is cut off or not UTF-16 text"
        ))
        .hint("save it as CSV in UTF-8"));
    }
    match text.strip_prefix('\u{feff}') {
        Some(text) => Ok(text.to_owned()),
        None => Ok(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> Option<(String, Option<&'static str>)> {
        decode_spreadsheet(bytes.to_vec(), "x").ok()
    }

    #[test]
    fn utf_16_is_read_with_and_without_its_mark() {
        for is_little in [true, false] {
            for mark in ["", "\u{feff}"] {
                let units: Vec<u16> = format!("{mark}title\nÉté 🙂").encode_utf16().collect();
                let bytes = units.iter().flat_map(|unit| match is_little {
                    true => unit.to_le_bytes(),
                    false => unit.to_be_bytes(),
                });
                let bytes: Vec<u8> = bytes.collect();
                let expected = ("title\nÉté 🙂".to_owned(), Some("UTF-16"));
                assert_eq!(decoded(&bytes), Some(expected));
                assert_eq!(decoded(&bytes[..bytes.len() - 1]), None);
                assert_eq!(decoded(&bytes[..bytes.len() - 2]), None);
            }
        }
    }

    #[test]
    fn windows_1252_is_read_where_nothing_is_utf_8() {
        let expected = (
            "Ét\u{20ac} \u{201c}a\u{201d}".to_owned(),
            Some("Windows-1252"),
        );
        assert_eq!(decoded(b"\xc9t\x80 \x93a\x94"), Some(expected));
        assert_eq!(decoded(b"a \x81"), None);
        assert_eq!(
            decoded("É \u{e9}".as_bytes()).map(|(_, name)| name),
            Some(None)
        );
        assert_eq!(decoded(b"\xc3\x89t\xe9"), None);
    }
}
