//! The text of a question, before and after it is answered.

use crate::prompt::Prompt;
use crate::prompt::terminal::Terminal;
use crate::view::page::output_mode::{DONE, DOTS, OutputMode};
use crate::view::page::style::{self, Style, paint};
use crate::view::page::wrap::wrap;

/// Columns of a settled line besides the label and the answer: the tick, the spaces, and the last column, after which
/// some terminals begin a new row.
const SETTLED_GAPS: usize = 5;

/// Columns left free for the beginning of an answer.
const RESERVED_ANSWER_COLUMNS: usize = 10;

/// Columns that a question or its default takes at least.
const MIN_ANSWER_COLUMNS: usize = 30;

impl Terminal {
    /// Returns the lines of the question, with its number before the first, and its default and notes after the last.
    pub(in crate::prompt) fn question(&self, prompt: &Prompt<'_>) -> String {
        let place = prompt.place.map(|(number, total)| format!("{number} of {total}  "));
        let place = place.unwrap_or_default();
        let lines = wrap(&format!("{place}{}", one_line(prompt.question)), Some(self.columns()));
        let (place, question) = match lines.strip_prefix(&place) {
            Some(question) => (paint(Style::Dim, &place), question),
            None => (String::new(), lines.as_str()),
        };
        let lines: Vec<String> = question.lines().map(|line| paint(Style::Heading, line)).collect();
        let mut text = place + &lines.join("\n");
        if let Some(default) = prompt.default {
            let room = self.columns().saturating_sub(MIN_ANSWER_COLUMNS).max(MIN_ANSWER_COLUMNS);
            let default = truncated(&one_line(default), room, self.mode);
            text.push_str(&paint(Style::Dim, &format!(" [{default}]")));
        }
        let width = last_line_width(&text);
        let answer = if prompt.is_menu { 0 } else { RESERVED_ANSWER_COLUMNS };
        let room = self.columns().saturating_sub(width + answer);
        text.push_str(&paint(Style::Dim, &fitting_notes(prompt.notes, room)));
        text.push(' ');
        text
    }

    /// Returns the line of a settled question. It takes one row, which `reopen` erases.
    pub(in crate::prompt) fn settled_line(&self, label: &str, answer: &str) -> String {
        let room = self.columns().saturating_sub(SETTLED_GAPS);
        let label_room = room.saturating_sub(RESERVED_ANSWER_COLUMNS).max(1);
        let label = truncated(&one_line(label), label_room, self.mode);
        let answer_room = room.saturating_sub(style::width(&label)).max(1);
        let answer = match answer {
            "" => paint(Style::Dim, "skipped"),
            answer => truncated(&style::render(&one_line(answer), false), answer_room, self.mode),
        };
        let tick = paint(Style::Good, DONE.in_mode(self.mode));
        format!("{tick} {}  {answer}", paint(Style::Heading, &label))
    }
}

/// Returns the last notes that fit, in brackets: dropping the first ones keeps the question on one line.
fn fitting_notes(notes: &[&str], room: usize) -> String {
    let candidates = (0..notes.len()).map(|from| format!(" ({})", notes[from..].join(", ")));
    let mut fitting_candidates = candidates.filter(|text| style::width(text) <= room);
    fitting_candidates.next().unwrap_or_default()
}

/// Returns the width of the last line of a styled text.
pub(in crate::prompt) fn last_line_width(text: &str) -> usize {
    let plain = style::render(text, false);
    plain.lines().last().map_or(0, style::width)
}

pub(in crate::prompt) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the text, or its beginning if it is wider than the room.
pub(in crate::prompt) fn truncated(text: &str, room: usize, mode: OutputMode) -> String {
    if style::width(text) <= room {
        return text.to_owned();
    }
    let dots = DOTS.in_mode(mode);
    let room = room.saturating_sub(style::width(dots));
    let mut short = String::new();
    for c in text.chars() {
        short.push(c);
        if style::width(&short) > room {
            short.pop();
            break;
        }
    }
    format!("{}{dots}", short.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::page::output_mode::OutputMode;

    #[test]
    fn notes_are_shown_if_they_fit() {
        let notes = ["e.g. Ship it", "Enter to finish"];
        assert_eq!(fitting_notes(&notes, 40), " (e.g. Ship it, Enter to finish)");
        assert_eq!(fitting_notes(&notes, 20), " (Enter to finish)");
        assert_eq!(fitting_notes(&notes, 10), "");
    }

    #[test]
    fn notes_stand_after_the_default() {
        let terminal = Terminal::new(false, OutputMode::Drawn, true);
        let prompt = Prompt {
            default: Some("me: read"),
            notes: &["type to add"],
            ..Prompt::new("Who does what next?")
        };
        let question = terminal.render(&terminal.question(&prompt));
        assert_eq!(question, "Who does what next? [me: read] (type to add) ");
    }

    #[test]
    fn long_question_is_broken_between_words() {
        let terminal = Terminal::new(false, OutputMode::Drawn, true);
        let words = "word ".repeat(20);
        let prompt = Prompt { place: Some((5, 9)), notes: &["e.g. 5"], ..Prompt::new(&words) };
        let question = terminal.render(&terminal.question(&prompt));
        let lines: Vec<&str> = question.lines().collect();
        assert_eq!(lines.len(), 2, "{question}");
        assert!(lines[0].starts_with("5 of 9  word") && lines[0].ends_with("word"), "{question}");
        assert!(lines[1].starts_with("word") && lines[1].ends_with("word (e.g. 5) "), "{question}");
    }

    #[test]
    fn settled_question_takes_one_row() {
        let terminal = Terminal::new(false, OutputMode::Drawn, true);
        let settled = |label: &str, answer: &str| {
            let line = terminal.render(&terminal.settled_line(label, answer));
            assert!(style::width(&line) < terminal.columns(), "{line}");
            line
        };
        assert!(settled("Time zone", "America/Bogota").ends_with("Time zone  America/Bogota"));
        let title = "Lead the review of a design that several teams have to agree on next year";
        assert!(settled(title, "90%").ends_with("\u{2026}  90%"));
        assert!(settled(title, &title.repeat(2)).ends_with('\u{2026}'));
    }

    #[test]
    fn long_answer_is_truncated_to_its_row() {
        assert_eq!(truncated("Talked about scope", 18, OutputMode::Drawn), "Talked about scope");
        assert_eq!(truncated("Talked about scope", 12, OutputMode::Drawn), "Talked abou\u{2026}");
    }
}
