//! Decodes the text of a spreadsheet in UTF-8, UTF-16 or Windows-1252.

use crate::config::toml_text::{decode_utf8, syntax_error};
use crate::encoding::{Utf16Order, windows_1252};
use crate::error::{Failure, Result};

/// The encoding that is assumed for text in no other.
pub const WINDOWS_1252: &str = "Windows-1252";

/// Returns the text, and the name of its encoding if that is not UTF-8.
///
/// UTF-16 is detected by its byte order mark or by a zero byte in its first character. Other bytes that are not UTF-8
/// are read as Windows-1252, unless some of the text is UTF-8: then the file is damaged, and either reading would
/// garble the rest.
pub fn decode_spreadsheet(bytes: Vec<u8>, source: &str) -> Result<(String, Option<&'static str>)> {
    if let Some(order) = Utf16Order::detect(&bytes) {
        let text: Option<String> = order.decode(&bytes).collect();
        let text = text.ok_or_else(|| {
            let valid = order.decode(&bytes).map_while(|c| c);
            let line = valid.filter(|c| *c == '\n').count() + 1;
            encoding_failure(line, source, "is cut off or not UTF-16 text")
        })?;
        return Ok((text, Some("UTF-16")));
    }
    let Err(error) = std::str::from_utf8(&bytes) else {
        return Ok((decode_utf8(bytes, source)?, None));
    };
    if !bytes[..error.valid_up_to()].is_ascii() {
        return Ok((decode_utf8(bytes, source)?, None));
    }
    let text: Option<String> = bytes.iter().copied().map(windows_1252).collect();
    let text = text.ok_or_else(|| {
        let valid = bytes.iter().take_while(|byte| windows_1252(**byte).is_some());
        let line = valid.filter(|byte| **byte == b'\n').count() + 1;
        encoding_failure(line, source, "is neither UTF-8 nor Windows-1252 text")
    })?;
    Ok((text, Some(WINDOWS_1252)))
}

fn encoding_failure(line: usize, source: &str, problem: &str) -> Failure {
    syntax_error(format!("line {line} of {source} {problem}")).hint("save it as CSV in UTF-8")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> Option<(String, Option<&'static str>)> {
        decode_spreadsheet(bytes.to_vec(), "x").ok()
    }

    #[test]
    fn utf_16_is_read_with_and_without_a_byte_order_mark() {
        for is_little in [true, false] {
            for mark in ["", "\u{feff}"] {
                let units: Vec<u16> = format!("{mark}title\nÉté 🙂").encode_utf16().collect();
                let bytes = units.iter().flat_map(|unit| {
                    if is_little { unit.to_le_bytes() } else { unit.to_be_bytes() }
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
    fn text_that_is_not_utf_8_is_read_as_windows_1252() {
        let expected = ("Ét\u{20ac} \u{201c}a\u{201d}".to_owned(), Some("Windows-1252"));
        assert_eq!(decoded(b"\xc9t\x80 \x93a\x94"), Some(expected));
        assert_eq!(decoded(b"a \x81"), None);
        assert_eq!(decoded("É \u{e9}".as_bytes()).map(|(_, name)| name), Some(None));
        assert_eq!(decoded(b"\xc3\x89t\xe9"), None);
    }
}
