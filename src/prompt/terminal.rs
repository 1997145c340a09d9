//! The terminal, through stderr, so that the answer on stdout stays clean.

use std::io;

use dialoguer::console::{Key, Term};
use dialoguer::theme::{SimpleTheme, Theme};
use dialoguer::{MultiSelect, Select};

use crate::error::{Failure, Result};
use crate::platform::interrupt::defer_sigint;
use crate::prompt::line::LineEditor;
use crate::prompt::menu_theme::MenuTheme;
use crate::prompt::{Prompt, Prompter, Reply, prompt_failure};
use crate::view::page::output_mode::{DONE, DOTS, OutputMode, output_mode};
use crate::view::page::style::{self, Style, paint};

pub struct Terminal {
    term: Term,
    theme: Box<dyn Theme>,
    color: bool,
    /// Whether questions shrink when they are answered. A screen reader is told one line after the other.
    redraws: bool,
    /// Rows that were written since the last question was settled.
    rows: usize,
    /// Lines of settled questions, with nothing but such lines below the first.
    settled: usize,
}

impl Terminal {
    pub fn new(color: bool, redraws: bool) -> Self {
        let theme: Box<dyn Theme> = if color && output_mode() == OutputMode::Drawn {
            Box::new(MenuTheme::default())
        } else {
            Box::new(SimpleTheme)
        };
        Terminal {
            term: Term::stderr(),
            theme,
            color,
            redraws,
            rows: 0,
            settled: 0,
        }
    }

    fn columns(&self) -> usize {
        usize::from(self.term.size().1).max(1)
    }

    fn written(&self, text: &str) -> String {
        style::render(text, self.color)
    }

    /// The question with the place, the default and the notes around it.
    fn question(&self, prompt: &Prompt<'_>) -> String {
        let mut text = String::new();
        if let Some((at, of)) = prompt.place {
            text.push_str(&paint(Style::Dim, &format!("{at} of {of}  ")));
        }
        text.push_str(&paint(Style::Heading, &one_line(prompt.question)));
        if let Some(default) = prompt.default {
            let room = self.columns().saturating_sub(HALF).max(HALF);
            let default = shortened(&one_line(default), room);
            text.push_str(&paint(Style::Dim, &format!(" [{default}]")));
        } else {
            let width = style::width(&style::render(&text, false));
            let answer = if prompt.is_menu { 0 } else { ANSWER };
            let room = self.columns().saturating_sub(width + answer);
            text.push_str(&paint(Style::Dim, &fitting(prompt.notes, room)));
        }
        text.push(' ');
        text
    }

    fn read(&mut self, prompt: &Prompt<'_>) -> Result<Reply<String>> {
        let question = self.question(prompt);
        let width = style::width(&style::render(&question, false));
        let question = self.written(&question);
        let line = LineEditor::new(&self.term, &question, width, prompt.begun, self.redraws);
        defer_sigint(|| line.read(prompt.has_previous)).map_err(|error| unanswered(&error))
    }

    fn write(&mut self, text: &str) -> Result<()> {
        let columns = self.columns();
        for line in text.lines() {
            let plain = style::width(&style::render(line, false));
            self.rows += plain.max(1).div_ceil(columns);
            let _ = self.term.write_line(&self.written(line));
        }
        Ok(())
    }

    /// The options as a numbered list.
    fn list(&mut self, prompt: &Prompt<'_>, options: &[String]) -> Result<()> {
        let question = self.question(prompt);
        self.write(&question)?;
        for (at, option) in options.iter().enumerate() {
            self.write(&format!("  {}) {option}", at + 1))?;
        }
        Ok(())
    }

    /// Rows of a menu below its question, each of them as wide as the terminal at most: a longer one would be drawn twice.
    fn rows_of<'o>(&self, options: impl IntoIterator<Item = &'o String>) -> Vec<String> {
        let room = self.columns().saturating_sub(SIGNS).max(1);
        let options = options.into_iter();
        options
            .map(|option| shortened(&style::render(&one_line(option), false), room))
            .collect()
    }

    /// What a menu said; none: back.
    fn of_menu<T>(&mut self, chosen: dialoguer::Result<Option<T>>) -> Result<Reply<T>> {
        self.clear_rows();
        match chosen {
            Ok(Some(chosen)) => Ok(Reply::Given(chosen)),
            Ok(None) => Ok(Reply::Back),
            Err(dialoguer::Error::IO(error)) => {
                let _ = self
                    .term
                    .show_cursor()
                    .and_then(|()| self.term.write_line(""));
                match error.kind() {
                    io::ErrorKind::Interrupted => Ok(Reply::Stopped(String::new())),
                    _ => Err(unanswered(&error)),
                }
            }
        }
    }

    fn clear_rows(&mut self) {
        if self.redraws && self.rows > 0 {
            let _ = self.term.clear_last_lines(self.rows);
        }
        self.rows = 0;
    }
}

/// Columns of the signs before an option.
const SIGNS: usize = 8;

/// Columns for the beginning of an answer.
const ANSWER: usize = 10;

/// As many of the last notes as there is room for, in brackets.
fn fitting(notes: &[&str], room: usize) -> String {
    let some = (0..notes.len()).map(|from| format!(" ({})", notes[from..].join(", ")));
    let mut fitting = some.filter(|text| style::width(text) <= room);
    fitting.next().unwrap_or_default()
}

/// Columns that a question and its answer have at least.
const HALF: usize = 30;

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text, or its beginning if it takes more columns than there is room for.
pub(super) fn shortened(text: &str, room: usize) -> String {
    if style::width(text) <= room {
        return text.to_owned();
    }
    let dots = DOTS.to_string();
    let room = room.saturating_sub(style::width(&dots));
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

fn unanswered(error: &io::Error) -> Failure {
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
            self.list(&prompt, options)?;
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
                        if let Some([at]) = positions(&typed, options.len()).as_deref() {
                            return Ok(Reply::Given(*at));
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
        let rows = self.rows_of(options);
        let menu = Select::with_theme(&*self.theme)
            .items(&rows)
            .default(first)
            .report(false);
        let chosen = defer_sigint(|| {
            if prompt.has_previous {
                menu.interact_opt()
            } else {
                menu.interact().map(Some)
            }
        });
        self.of_menu(chosen)
    }

    fn choose_several(
        &mut self,
        prompt: Prompt<'_>,
        options: &[(String, bool)],
    ) -> Result<Reply<Vec<usize>>> {
        let texts: Vec<String> = options.iter().map(|(text, _)| text.clone()).collect();
        let ticked: Vec<bool> = options.iter().map(|(_, ticked)| *ticked).collect();
        if !self.redraws {
            self.list(&prompt, &texts)?;
            let known = ticked.iter().enumerate().filter(|(_, ticked)| **ticked);
            let known: Vec<usize> = known.map(|(at, _)| at).collect();
            let shown: Vec<String> = known.iter().map(|at| (at + 1).to_string()).collect();
            let shown = if shown.is_empty() {
                "none".to_owned()
            } else {
                shown.join(",")
            };
            loop {
                let numbers = Prompt {
                    question: "Numbers, such as 1,3?",
                    notes: &[],
                    default: Some(&shown),
                    place: None,
                    ..prompt
                };
                match self.read(&numbers)? {
                    Reply::Given(typed) if typed.is_empty() => return Ok(Reply::Given(known)),
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
        let rows = self.rows_of(&texts);
        let menu = MultiSelect::with_theme(&*self.theme)
            .items(&rows)
            .defaults(&ticked)
            .report(false);
        let chosen = defer_sigint(|| {
            if prompt.has_previous {
                menu.interact_opt()
            } else {
                menu.interact().map(Some)
            }
        });
        self.of_menu(chosen)
    }

    fn confirm(&mut self, question: &str, default: bool) -> Result<bool> {
        let answers = if default { "[Y/n]" } else { "[y/N]" };
        let asked = format!("{} {answers} ", paint(Style::Heading, &one_line(question)));
        let _ = self.term.write_str(&self.written(&asked));
        let answer = loop {
            match defer_sigint(|| self.term.read_key()) {
                Ok(Key::Char('y' | 'Y')) => break true,
                Ok(Key::Char('n' | 'N') | Key::Escape) => break false,
                Ok(Key::Enter) => break default,
                Ok(_) => {}
                Err(error) => {
                    let _ = self.term.write_line("");
                    return Err(unanswered(&error));
                }
            }
        };
        let _ = self.term.write_line(if answer { "yes" } else { "no" });
        (self.rows, self.settled) = (0, 0);
        Ok(answer)
    }

    fn say(&mut self, text: &str) -> Result<()> {
        self.write(text)?;
        (self.rows, self.settled) = (0, 0);
        Ok(())
    }

    fn report_problem(&mut self, text: &str) -> Result<()> {
        self.write(&paint(Style::Soon, text))
    }

    fn settle(&mut self, label: &str, answer: &str) -> Result<()> {
        if !self.redraws {
            return Ok(());
        }
        self.clear_rows();
        let label = one_line(label);
        let room = self
            .columns()
            .saturating_sub(style::width(&label) + HALF / 6);
        let answer = match answer {
            "" => paint(Style::Dim, "skipped"),
            answer => shortened(&style::render(&one_line(answer), false), room),
        };
        let tick = paint(Style::Good, &DONE.to_string());
        let line = format!("{tick} {}  {answer}", paint(Style::Heading, &label));
        let _ = self.term.write_line(&self.written(&line));
        self.settled += 1;
        Ok(())
    }

    fn reopen(&mut self) -> Result<()> {
        if self.redraws {
            self.clear_rows();
            if self.settled > 0 {
                let _ = self.term.clear_last_lines(1);
                self.settled -= 1;
            }
        }
        Ok(())
    }
}

/// Positions that numbers from 1 name; none: one of them is no number of the list.
fn positions(typed: &str, of: usize) -> Option<Vec<usize>> {
    let parts = typed.split([',', ' ']).filter(|part| !part.is_empty());
    let position = |part: &str| part.parse().ok().filter(|number| (1..=of).contains(number));
    parts.map(|part| Some(position(part)? - 1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_a_list_are_positions_and_others_are_refused() {
        assert_eq!(positions("1, 3", 3), Some(vec![0, 2]));
        assert_eq!(positions("4", 3), None);
        assert_eq!(positions("0", 3), None);
        assert_eq!(positions("one", 3), None);
    }

    #[test]
    fn notes_are_shown_where_there_is_room() {
        let notes = ["e.g. Ship it", "Enter to finish"];
        assert_eq!(fitting(&notes, 40), " (e.g. Ship it, Enter to finish)");
        assert_eq!(fitting(&notes, 20), " (Enter to finish)");
        assert_eq!(fitting(&notes, 10), "");
    }

    #[test]
    fn an_answer_is_cut_where_the_row_ends() {
        assert_eq!(shortened("Talked about scope", 18), "Talked about scope");
        assert_eq!(shortened("Talked about scope", 12), "Talked abou\u{2026}");
    }
}
