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
/// hyphens and soft hyphens, within the number of a record or a length of time, nor within a command in backticks, which
/// could not be copied otherwise.
fn split_words(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let mut start = 0;
    let breaks = unicode_linebreak::linebreaks(line).map(|(at, _)| at);
    let backticks: Vec<usize> = line.match_indices('`').map(|(at, _)| at).collect();
    let breaks = breaks.filter(move |at| {
        let before = backticks.partition_point(|backtick| backtick < at);
        let is_in_command = before % 2 == 1 && before < backticks.len();
        let (before, after) = line.split_at(*at);
        let is_one_word = before.ends_with(['-', '\u{ad}']) || belongs_together(before, after);
        after.is_empty() || !is_in_command && !is_one_word
    });
    Box::new(breaks.map(move |end| {
        let word = Word::from(&line[start..end]);
        start = end;
        word
    }))
}

/// Nouns that stand before the number of a record.
const NUMBERED: [&str; 14] = [
    "advice", "approach", "check-in", "feedback", "follow-up", "goal", "introduction", "norm",
    "option", "question", "resource", "review", "skill", "topic",
];

/// Whether the end of a line and the next word are `check-in 9`, or part of `9 h 15 min`.
fn belongs_together(before: &str, after: &str) -> bool {
    let is_letter = |c: char| c.is_alphanumeric() || c == '-';
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let last = before.trim_end().rsplit(|c| !is_letter(c)).next().unwrap_or_default();
    let next = after.split(|c| !is_letter(c)).next().unwrap_or_default();
    match (is_number(last), is_number(next)) {
        (false, true) => last == "h" || NUMBERED.contains(&last.to_lowercase().as_str()),
        (true, false) => ["h", "min"].contains(&next),
        _ => false,
    }
}

/// Breaks lines as `wrap` does, and indents all but the first by `by` columns.
pub fn wrap_hanging(text: &str, room: Option<usize>, by: usize) -> String {
    break_lines(text, room, by, true)
}

/// Like `wrap_hanging`, but leaves it to the terminal to break a command that is wider than the room: it can still be
/// copied as one line.
pub fn wrap_copyable(text: &str, room: Option<usize>, by: usize) -> String {
    break_lines(text, room, by, false)
}

fn break_lines(text: &str, room: Option<usize>, by: usize, breaks_words: bool) -> String {
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
            .break_words(breaks_words)
            .initial_indent(if lines.is_empty() { "" } else { &indent })
            .subsequent_indent(&indent);
        lines.extend(textwrap::wrap(line, options));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::{wrap, wrap_copyable};

    #[test]
    fn a_command_in_backticks_is_not_broken() {
        let text = "read the slides (`mentor followup done 11`)";
        assert_eq!(wrap(text, Some(30)), "read the slides\n(`mentor followup done 11`)");
    }

    #[test]
    fn numbers_of_records_and_lengths_of_time_are_not_broken() {
        assert_eq!(wrap("held (check-in 9), late", Some(16)), "held\n(check-in 9),\nlate");
        assert_eq!(wrap("Follow-up 12 is open", Some(12)), "Follow-up 12\nis open");
        assert_eq!(wrap("they took 9 h 15 min", Some(14)), "they took\n9 h 15 min");
        assert_eq!(wrap("we met 12 times", Some(9)), "we met 12\ntimes");
    }

    #[test]
    fn a_command_wider_than_the_room_is_left_whole_for_copying() {
        let text = "read it (`mentor followup done 11`), then go on";
        let whole = "read it\n  (`mentor followup done 11`),\n  then go on";
        assert_eq!(wrap_copyable(text, Some(16), 2), whole);
    }

    #[test]
    fn a_backtick_without_its_pair_does_not_prevent_the_last_break() {
        assert_eq!(wrap("one ` two", Some(5)), "one `\ntwo");
    }
}
