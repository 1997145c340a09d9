//! Prompts on the terminal. They use stderr, so that stdout holds only the result.

use std::io;

use dialoguer::console::{Key, Term};
use dialoguer::theme::{SimpleTheme, Theme};
use dialoguer::{MultiSelect, Select};

use crate::error::{Failure, Result};
use crate::platform::interrupt::defer_sigint;
use crate::prompt::line::LineEditor;
use crate::prompt::menu_theme::MenuTheme;
use crate::prompt::{Prompt, Prompter, Reply, prompt_failure};
use crate::view::page::output_mode::{DONE, DOTS, OutputMode};
use crate::view::page::style::{self, Style, paint};
use crate::view::page::wrap::wrap;

pub struct Terminal {
    term: Term,
    theme: Box<dyn Theme>,
    color: bool,
    mode: OutputMode,
    /// Whether an answered question shrinks to one line. Off for screen readers, which read one line after the other.
    redraws: bool,
    /// Rows written since the last settled question.
    rows: usize,
    /// How many settled questions stand directly above, one line each.
    settled_lines: usize,
}

impl Terminal {
    pub fn new(color: bool, mode: OutputMode, redraws: bool) -> Self {
        let theme: Box<dyn Theme> = if color && mode == OutputMode::Drawn {
            Box::new(MenuTheme::default())
        } else {
            Box::new(SimpleTheme)
        };
        Terminal { term: Term::stderr(), theme, color, mode, redraws, rows: 0, settled_lines: 0 }
    }

    fn columns(&self) -> usize {
        usize::from(self.term.size().1).max(1)
    }

    fn render(&self, text: &str) -> String {
        style::render(text, self.color)
    }

    /// Returns the lines of the question, with its number before the first, and its default and notes after the last.
    fn question(&self, prompt: &Prompt<'_>) -> String {
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

    fn read(&mut self, prompt: &Prompt<'_>) -> Result<Reply<String>> {
        let question = self.question(prompt);
        // The line editor draws one line again and again; those above stay.
        let last = match question.rsplit_once('\n') {
            Some((above, last)) => {
                self.write(above)?;
                last
            }
            None => &question,
        };
        let (width, last) = (last_line_width(last), self.render(last));
        let line = LineEditor::new(&self.term, &last, width, prompt.initial_text, self.redraws);
        defer_sigint(|| line.read(prompt.has_previous)).map_err(|error| read_failure(&error))
    }

    fn write(&mut self, text: &str) -> Result<()> {
        let columns = self.columns();
        for line in text.lines() {
            let plain = style::width(&style::render(line, false));
            self.rows += plain.max(1).div_ceil(columns);
            let _ = self.term.write_line(&self.render(line));
        }
        Ok(())
    }

    /// Writes the options as a numbered list.
    fn write_options(&mut self, prompt: &Prompt<'_>, options: &[String]) -> Result<()> {
        let question = self.question(prompt);
        self.write(&question)?;
        for (index, option) in options.iter().enumerate() {
            self.write(&format!("  {}) {option}", index + 1))?;
        }
        Ok(())
    }

    /// Returns the rows of a menu, truncated to the terminal's width: dialoguer redraws a wrapped row twice.
    fn menu_rows<'o>(&self, options: impl IntoIterator<Item = &'o String>) -> Vec<String> {
        let room = self.columns().saturating_sub(MARKER_COLUMNS).max(1);
        let options = options.into_iter();
        options
            .map(|option| truncated(&style::render(&one_line(option), false), room, self.mode))
            .collect()
    }

    /// Converts the result of a menu; `None` means going back.
    fn menu_reply<T>(&mut self, result: dialoguer::Result<Option<T>>) -> Result<Reply<T>> {
        self.clear_rows();
        match result {
            Ok(Some(chosen)) => Ok(Reply::Given(chosen)),
            Ok(None) => Ok(Reply::Back),
            Err(dialoguer::Error::IO(error)) => {
                let _ = self.term.show_cursor().and_then(|()| self.term.write_line(""));
                match error.kind() {
                    io::ErrorKind::Interrupted => Ok(Reply::Stopped(String::new())),
                    _ => Err(read_failure(&error)),
                }
            }
        }
    }

    /// Returns the line of a settled question. It takes one row, which `reopen` erases.
    fn settled_line(&self, label: &str, answer: &str) -> String {
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

    fn clear_rows(&mut self) {
        if self.redraws && self.rows > 0 {
            let _ = self.term.clear_last_lines(self.rows);
        }
        self.rows = 0;
    }
}

/// Columns of the markers before an option.
const MARKER_COLUMNS: usize = 8;

/// Columns of a settled line besides the label and the answer: the tick, the spaces, and the last column, after which
/// some terminals begin a new row.
const SETTLED_GAPS: usize = 5;

/// Columns left free for the beginning of an answer.
const RESERVED_ANSWER_COLUMNS: usize = 10;

/// Returns the last notes that fit, in brackets: dropping the first ones keeps the question on one line.
fn fitting_notes(notes: &[&str], room: usize) -> String {
    let candidates = (0..notes.len()).map(|from| format!(" ({})", notes[from..].join(", ")));
    let mut fitting_candidates = candidates.filter(|text| style::width(text) <= room);
    fitting_candidates.next().unwrap_or_default()
}

/// Columns that a question or its default takes at least.
const MIN_ANSWER_COLUMNS: usize = 30;

/// Returns the width of the last line of a styled text.
fn last_line_width(text: &str) -> usize {
    let plain = style::render(text, false);
    plain.lines().last().map_or(0, style::width)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the text, or its beginning if it is wider than the room.
pub(super) fn truncated(text: &str, room: usize, mode: OutputMode) -> String {
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

fn read_failure(error: &io::Error) -> Failure {
    match error.kind() {
        io::ErrorKind::Interrupted => prompt_failure(),
        _ => Failure::answer_needed(format!("can't read from the terminal: {error}")),
    }
}

impl Prompter for Terminal {
    fn text(&mut self, prompt: Prompt<'_>) -> Result<Reply<String>> {
        self.read(&prompt)
    }

    fn choose_one(
        &mut self,
        prompt: Prompt<'_>,
        options: &[String],
        first: usize,
    ) -> Result<Reply<usize>> {
        if !self.redraws {
            self.write_options(&prompt, options)?;
            let default = (first + 1).to_string();
            loop {
                let number = Prompt {
                    question: "Number?",
                    notes: &[],
                    default: Some(&default),
                    place: None,
                    ..prompt
                };
                match self.read(&number)? {
                    Reply::Given(typed) if typed.is_empty() => return Ok(Reply::Given(first)),
                    Reply::Given(typed) if typed == super::BACK => return Ok(Reply::Back),
                    Reply::Given(typed) => {
                        if let Some([index]) = positions(&typed, options.len()).as_deref() {
                            return Ok(Reply::Given(*index));
                        }
                        self.report_problem(&format!("`{typed}` is not one of the numbers"))?;
                    }
                    Reply::Back => return Ok(Reply::Back),
                    Reply::Stopped(_) => return Ok(Reply::Stopped(String::new())),
                }
            }
        }
        let question = self.question(&prompt);
        self.write(&question)?;
        let rows = self.menu_rows(options);
        let menu = Select::with_theme(&*self.theme).items(&rows).default(first).report(false);
        let result = defer_sigint(|| {
            if prompt.has_previous { menu.interact_opt() } else { menu.interact().map(Some) }
        });
        self.menu_reply(result)
    }

    fn choose_several(
        &mut self,
        prompt: Prompt<'_>,
        options: &[(String, bool)],
    ) -> Result<Reply<Vec<usize>>> {
        let texts: Vec<String> = options.iter().map(|(text, _)| text.clone()).collect();
        let selected: Vec<bool> = options.iter().map(|(_, selected)| *selected).collect();
        if !self.redraws {
            self.write_options(&prompt, &texts)?;
            let selected_positions = selected.iter().enumerate().filter(|(_, selected)| **selected);
            let selected_positions: Vec<usize> =
                selected_positions.map(|(index, _)| index).collect();
            let shown: Vec<String> =
                selected_positions.iter().map(|index| (index + 1).to_string()).collect();
            let shown = if shown.is_empty() { "none".to_owned() } else { shown.join(",") };
            loop {
                let numbers = Prompt {
                    question: "Numbers, such as 1,3?",
                    notes: &[],
                    default: Some(&shown),
                    place: None,
                    ..prompt
                };
                match self.read(&numbers)? {
                    Reply::Given(typed) if typed.is_empty() => {
                        return Ok(Reply::Given(selected_positions));
                    }
                    Reply::Given(typed) if typed == "-" => return Ok(Reply::Given(Vec::new())),
                    Reply::Given(typed) if typed == super::BACK => return Ok(Reply::Back),
                    Reply::Given(typed) => {
                        if let Some(chosen) = positions(&typed, options.len()) {
                            return Ok(Reply::Given(chosen));
                        }
                        self.report_problem(&format!("`{typed}` is not a list of the numbers"))?;
                    }
                    Reply::Back => return Ok(Reply::Back),
                    Reply::Stopped(_) => return Ok(Reply::Stopped(String::new())),
                }
            }
        }
        let question = self.question(&Prompt {
            notes: &["Space to select, Enter to confirm"],
            is_menu: true,
            ..prompt
        });
        self.write(&question)?;
        let rows = self.menu_rows(&texts);
        let menu =
            MultiSelect::with_theme(&*self.theme).items(&rows).defaults(&selected).report(false);
        let result = defer_sigint(|| {
            if prompt.has_previous { menu.interact_opt() } else { menu.interact().map(Some) }
        });
        self.menu_reply(result)
    }

    fn confirm(&mut self, question: &str, default: bool) -> Result<bool> {
        let answers = if default { "[Y/n]" } else { "[y/N]" };
        let text = format!("{} {answers} ", paint(Style::Heading, &one_line(question)));
        let _ = self.term.write_str(&self.render(&text));
        let answer = loop {
            match defer_sigint(|| self.term.read_key()) {
                Ok(Key::Char('y' | 'Y')) => break true,
                Ok(Key::Char('n' | 'N') | Key::Escape) => break false,
                Ok(Key::Enter) => break default,
                Ok(_) => {}
                Err(error) => {
                    let _ = self.term.write_line("");
                    return Err(read_failure(&error));
                }
            }
        };
        let _ = self.term.write_line(if answer { "yes" } else { "no" });
        (self.rows, self.settled_lines) = (0, 0);
        Ok(answer)
    }

    fn say(&mut self, text: &str) -> Result<()> {
        let lines = wrap(text, Some(self.columns()));
        // No-break spaces have done their work.
        self.write(&lines.replace('\u{a0}', " "))?;
        (self.rows, self.settled_lines) = (0, 0);
        Ok(())
    }

    fn report_problem(&mut self, text: &str) -> Result<()> {
        // An earlier problem of the same question is settled or repeated.
        self.clear_rows();
        let lines = wrap(text, Some(self.columns()));
        let lines: Vec<String> = lines.lines().map(|line| paint(Style::Soon, line)).collect();
        self.write(&lines.join("\n"))
    }

    fn settle(&mut self, label: &str, answer: &str) -> Result<()> {
        if !self.redraws {
            return Ok(());
        }
        self.clear_rows();
        let line = self.settled_line(label, answer);
        let _ = self.term.write_line(&self.render(&line));
        self.settled_lines += 1;
        Ok(())
    }

    fn reopen(&mut self) -> Result<()> {
        if self.redraws {
            self.clear_rows();
            if self.settled_lines > 0 {
                let _ = self.term.clear_last_lines(1);
                self.settled_lines -= 1;
            }
        }
        Ok(())
    }
}

/// Parses numbers from 1 into positions from 0; `None`: one of them is not on the list.
fn positions(typed: &str, count: usize) -> Option<Vec<usize>> {
    let parts = typed.split([',', ' ']).filter(|part| !part.is_empty());
    let position = |part: &str| part.parse().ok().filter(|number| (1..=count).contains(number));
    parts.map(|part| Some(position(part)? - 1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_on_the_list_become_positions_and_others_are_refused() {
        assert_eq!(positions("1, 3", 3), Some(vec![0, 2]));
        assert_eq!(positions("4", 3), None);
        assert_eq!(positions("0", 3), None);
        assert_eq!(positions("one", 3), None);
    }

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
