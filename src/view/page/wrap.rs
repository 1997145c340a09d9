//! Breaks lines of text between words.

use textwrap::core::{Word, break_words};
use textwrap::wrap_algorithms::wrap_first_fit;
use unicode_width::UnicodeWidthChar;

use crate::view::page::style;

/// The least number of columns for readable text.
pub const LEGIBLE: usize = 20;

/// Breaks lines between words so that none is wider than `room`; `None`: does not break them.
pub fn wrap(text: &str, room: Option<usize>) -> String {
    wrap_hanging(text, room, 0)
}

/// Splits a line at the break opportunities of UAX #14, so that Chinese and Japanese wrap as well. There is no break at
/// hyphens and soft hyphens, nor within what belongs together, nor within a command in backticks, which could not be
/// copied otherwise.
fn split_words(line: &str) -> Vec<&str> {
    let backticks: Vec<usize> = line.match_indices('`').map(|(at, _)| at).collect();
    let is_in_command = |at: usize| {
        let before = backticks.partition_point(|backtick| *backtick < at);
        before % 2 == 1 && before < backticks.len()
    };
    split_where(line, |before, after| {
        let is_one_word = before.ends_with(['-', '\u{ad}'])
            || belongs_together(before, after)
            || is_within_name(before, after);
        !is_in_command(before.len()) && !is_one_word
    })
}

/// Splits a line at those break opportunities of UAX #14 that `is_break` allows, given what is before and after it.
fn split_where(line: &str, is_break: impl Fn(&str, &str) -> bool) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    for (end, _) in unicode_linebreak::linebreaks(line) {
        let (before, after) = line.split_at(end);
        if after.is_empty() || is_break(before, after) {
            words.push(&line[start..end]);
            start = end;
        }
    }
    words
}

/// Returns the words of a line. One that is wider than `room` is broken, but not a command.
fn fit_words(line: &str, room: usize) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    for word in split_words(line) {
        let is_narrow = style::width(word.trim_end_matches(' ')) <= room;
        if is_narrow || word.contains(COMMAND) {
            words.push(Word::from(word));
        } else {
            let parts = split_where(word, |before, _| !before.ends_with(['-', '\u{ad}']));
            words.extend(break_words(parts.into_iter().map(Word::from), room));
        }
    }
    words
}

/// The beginning of a command.
const COMMAND: &str = "`mentor ";

/// Returns the width of the widest command in a text, with what is attached to it.
pub fn command_width(text: &str) -> usize {
    if !text.contains(COMMAND) {
        return 0;
    }
    let words = text.split('\n').flat_map(split_words);
    let commands = words.filter(|word| word.contains(COMMAND));
    commands.map(|word| style::width(word.trim_end())).max().unwrap_or(0)
}

/// Nouns that stand before the number of a record.
const NUMBERED: [&str; 14] = [
    "advice", "approach", "check-in", "feedback", "follow-up", "goal", "introduction", "norm",
    "option", "question", "resource", "review", "skill", "topic",
];

/// The weekdays in English, which are also written with three letters.
pub const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The months in English, which are also written with three letters.
pub const MONTHS: [&str; 12] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
];

/// Whether the end of a line and the next word are `check-in 9`, part of `9 h 15 min`, or part of `Thu 3 Dec 17:00`.
fn belongs_together(before: &str, after: &str) -> bool {
    let is_letter = |c: char| c.is_alphanumeric() || c == '-';
    let last = before.trim_end().rsplit(|c| !is_letter(c)).next().unwrap_or_default();
    let next = after.split(|c| !is_letter(c)).next().unwrap_or_default();
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_one = |word: &str, names: &[&str]| {
        names.iter().any(|name| *name == word || name.get(..3) == Some(word))
    };
    match (is_number(last), is_number(next)) {
        (false, true) => {
            last == "h"
                || NUMBERED.contains(&last.to_lowercase().as_str())
                || is_one(last, &WEEKDAYS)
                || is_one(last, &MONTHS)
        }
        (true, false) => ["h", "min"].contains(&next) || is_one(next, &MONTHS),
        (false, false) => is_one(last, &WEEKDAYS) && is_one(next, &MONTHS),
        (true, true) => false,
    }
}

/// Maximum number of letters of a name in a script that is written without blanks between words.
const MAX_NAME_LETTERS: usize = 8;

/// Whether a break would be within a few wide letters, as in a Chinese or Japanese name. Longer texts in these scripts
/// break between any two letters.
fn is_within_name(before: &str, after: &str) -> bool {
    let is_wide = |c: &char| c.is_alphabetic() && c.width() == Some(2);
    let count = |letters: &mut dyn Iterator<Item = char>| {
        letters.take_while(is_wide).take(MAX_NAME_LETTERS + 1).count()
    };
    let (last, next) = (count(&mut before.chars().rev()), count(&mut after.chars()));
    last > 0 && next > 0 && last + next <= MAX_NAME_LETTERS
}

/// Breaks lines as `wrap` does, and indents all but the first by `by` columns.
pub fn wrap_hanging(text: &str, room: Option<usize>, by: usize) -> String {
    break_lines(text, room, by, true)
}

/// Like `wrap_hanging`, but leaves it to the terminal to break any word that is wider than the room, such as a path: it
/// can still be copied as one line.
pub fn wrap_copyable(text: &str, room: Option<usize>, by: usize) -> String {
    break_lines(text, room, by, false)
}

fn break_lines(text: &str, room: Option<usize>, by: usize, breaks_words: bool) -> String {
    let indent = " ".repeat(by);
    let Some(room) = room else {
        return text.replace('\n', &format!("\n{indent}"));
    };
    let room = room.max(by + 1);
    let text = style::escape_invisible(text);
    let mut lines: Vec<String> = Vec::new();
    for line in text.split('\n') {
        let words = if breaks_words {
            fit_words(line, room - by)
        } else {
            split_words(line).into_iter().map(Word::from).collect()
        };
        let first = if lines.is_empty() { room } else { room - by };
        let mut start = 0;
        let widths =
            [first, room - by].map(|width| f64::from(u32::try_from(width).unwrap_or(u32::MAX)));
        for part in wrap_first_fit(&words, &widths) {
            let length: usize = part.iter().map(|word| word.len() + word.whitespace.len()).sum();
            let indent = if lines.is_empty() || length == 0 { "" } else { &indent };
            lines.push(format!("{indent}{}", line[start..start + length].trim_end_matches(' ')));
            start += length;
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::{command_width, wrap, wrap_copyable};

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
    fn a_date_is_not_broken() {
        assert_eq!(wrap("next Thu 3 Dec 17:00, video", Some(20)), "next\nThu 3 Dec 17:00,\nvideo");
        assert_eq!(wrap("by Friday 4 December 2027", Some(22)), "by\nFriday 4 December 2027");
        assert_eq!(wrap("by Fri Dec 4", Some(10)), "by\nFri Dec 4");
        assert_eq!(wrap("they may do 3 of 5", Some(13)), "they may do 3\nof 5");
        // Wider than the room: broken between its words.
        assert_eq!(wrap("Wednesday 30 September", Some(14)), "Wednesday 30\nSeptember");
    }

    #[test]
    fn a_name_in_wide_letters_is_not_broken() {
        let name = "\u{7530}\u{4e2d}\u{82b1}\u{5b50}";
        assert_eq!(wrap(&format!("ask {name}, then"), Some(10)), format!("ask\n{name},\nthen"));
        // Wider than the room, and a text rather than a name.
        assert_eq!(wrap(name, Some(4)), "\u{7530}\u{4e2d}\n\u{82b1}\u{5b50}");
        let text = name.repeat(3);
        assert_eq!(wrap(&text, Some(18)), format!("{}\n{}", &text[..27], &text[27..]));
    }

    #[test]
    fn a_command_in_a_report_is_left_whole_too() {
        let text = "read the slides (`mentor followup done 11`) now";
        let whole = "read the\nslides\n(`mentor followup done 11`)\nnow";
        assert_eq!(wrap(text, Some(8)), whole);
        assert_eq!(command_width(text), "(`mentor followup done 11`)".len());
        assert_eq!(wrap("say `one two three`", Some(8)), "say `one\ntwo\nthree`");
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
