//! TOML that people write, read with the line of every slip.

use toml::Spanned;
use toml::de::DeTable;

use crate::error::{Failure, Result};
use crate::platform::regular_file::without_mark;

/// The line, from 1, of a place in a text.
pub fn line_of(text: &str, at: usize) -> usize {
    text[..at.min(text.len())].matches('\n').count() + 1
}

/// The bytes of `source` as text, without the mark that some editors put before it.
pub fn decode_utf8(bytes: Vec<u8>, source: &str) -> Result<String> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = String::from_utf8_lossy(before).matches('\n').count() + 1;
        syntax_error(format!("line {line} of {source} is not UTF-8 text"))
    })?;
    Ok(without_mark(text))
}

/// The text as a table, each of whose keys and values knows its place.
pub fn parse<'t>(text: &'t str, source: &str) -> Result<Spanned<DeTable<'t>>> {
    DeTable::parse(text).map_err(|error| {
        let line = error.span().map_or(1, |span| line_of(text, span.start));
        let what = error.message().lines().next().unwrap_or("not TOML");
        syntax_error(format!("line {line} of {source}: {what}")).at_line(line)
    })
}

/// What is refused has changed nothing.
pub fn syntax_error(message: String) -> Failure {
    Failure::refused(message).data("nothing was changed")
}
