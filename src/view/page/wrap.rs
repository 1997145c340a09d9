//! Breaks lines of text between words.

use textwrap::core::Word;
use textwrap::{Options, WordSeparator, WordSplitter};

use crate::view::page::style;

/// The least number of columns for readable text.
pub const LEGIBLE: usize = 20;

/// Breaks lines between words so that none is wider than `room`; `None`: does not break them.
pub fn wrap(text: &str, room: Option<usize>) -> String {
    wrap_hanging(text, room, 0)
}

/// Splits a line at the break opportunities of UAX #14, so that Chinese and Japanese wrap as well. There is no break at
/// hyphens and soft hyphens, nor within a command in backticks, which could not be copied otherwise.
fn split_words(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let mut start = 0;
    let breaks = unicode_linebreak::linebreaks(line).map(|(at, _)| at);
    let backticks: Vec<usize> = line.match_indices('`').map(|(at, _)| at).collect();
    let breaks = breaks.filter(move |at| {
        let before = backticks.partition_point(|backtick| backtick < at);
        let is_in_command = before % 2 == 1 && before < backticks.len();
        *at == line.len() || !is_in_command && !line[..*at].ends_with(['-', '\u{ad}'])
    });
    Box::new(breaks.map(move |end| {
        let word = Word::from(&line[start..end]);
        start = end;
        word
    }))
}

/// Breaks lines as `wrap` does, and indents all but the first by `by` columns.
pub fn wrap_hanging(text: &str, room: Option<usize>, by: usize) -> String {
    let indent = " ".repeat(by);
    let Some(room) = room else {
        return text.replace('\n', &format!("\n{indent}"));
    };
    let text = style::escape_invisible(text);
    let mut lines = Vec::new();
    for line in text.split('\n') {
        // No break at hyphens: people search for `check-in 9`.
        let options = Options::new(room.max(by + 1))
            .word_separator(WordSeparator::Custom(split_words))
            .word_splitter(WordSplitter::NoHyphenation)
            .initial_indent(if lines.is_empty() { "" } else { &indent })
            .subsequent_indent(&indent);
        lines.extend(textwrap::wrap(line, options));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn a_command_in_backticks_is_not_broken() {
        let text = "read the slides (`mentor followup done 11`)";
        assert_eq!(wrap(text, Some(30)), "read the slides\n(`mentor followup done 11`)");
    }

    #[test]
    fn a_backtick_without_its_pair_does_not_prevent_the_last_break() {
        assert_eq!(wrap("one ` two", Some(5)), "one `\ntwo");
    }
}
