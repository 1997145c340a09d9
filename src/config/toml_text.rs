//! Parsing of TOML with the line of each error.

use toml::Spanned;
use toml::de::DeTable;

use crate::config::toml_error::in_plain_words;
use crate::error::{Failure, Result};
use crate::platform::regular_file::without_mark;

/// Returns the line number, from 1, of a byte offset in a text.
pub fn line_of(text: &str, offset: usize) -> usize {
    text[..offset.min(text.len())].matches('\n').count() + 1
}

/// Decodes UTF-8 and strips a byte order mark.
pub fn decode_utf8(bytes: Vec<u8>, source: &str) -> Result<String> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = String::from_utf8_lossy(before).matches('\n').count() + 1;
        syntax_error(format!("line {line} of {source} is not UTF-8 text"))
    })?;
    Ok(without_mark(text))
}

/// Parses a text into a table whose keys and values have spans.
pub fn parse<'t>(text: &'t str, source: &str) -> Result<Spanned<DeTable<'t>>> {
    DeTable::parse(text).map_err(|error| {
        let line = error.span().map_or(1, |span| line_of(text, span.start));
        let message = error.message().lines().next().unwrap_or("not TOML");
        let typed = text.lines().nth(line - 1).unwrap_or_default();
        let (message, hint) = in_plain_words(message, typed);
        let failure = syntax_error(format!("line {line} of {source}: {message}")).at_line(line);
        hint.into_iter().fold(failure, Failure::hint)
    })
}

/// Returns a failure that says nothing was changed.
pub fn syntax_error(message: String) -> Failure {
    Failure::refused(message).data("nothing was changed")
}
