//! Prompts on the terminal. They use stderr, so that stdout holds only the result.

use std::io;

use dialoguer::console::{Key, Term};
use dialoguer::theme::{SimpleTheme, Theme};
use dialoguer::{MultiSelect, Select};

use crate::error::{Failure, Result};
use crate::platform::interrupt::defer_sigint;
use crate::prompt::line::LineEditor;
use crate::prompt::menu_theme::MenuTheme;
use crate::prompt::question_text::{last_line_width, one_line, truncated};
use crate::prompt::{Prompt, Prompter, Reply, prompt_failure};
use crate::view::page::output_mode::OutputMode;
use crate::view::page::style::{self, Style, paint};
use crate::view::page::wrap::wrap;

pub struct Terminal {
    term: Term,
    theme: Box<dyn Theme>,
    color: bool,
    pub(in crate::prompt) mode: OutputMode,
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

    pub(in crate::prompt) fn columns(&self) -> usize {
        usize::from(self.term.size().1).max(1)
    }

    pub(in crate::prompt) fn render(&self, text: &str) -> String {
        style::render(text, self.color)
    }

    pub(in crate::prompt) fn read(&mut self, prompt: &Prompt<'_>) -> Result<Reply<String>> {
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

    pub(in crate::prompt) fn write(&mut self, text: &str) -> Result<()> {
        let columns = self.columns();
        for line in text.lines() {
            let plain = style::width(&style::render(line, false));
            self.rows += plain.max(1).div_ceil(columns);
            let _ = self.term.write_line(&self.render(line));
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

    fn clear_rows(&mut self) {
        if self.redraws && self.rows > 0 {
            let _ = self.term.clear_last_lines(self.rows);
        }
        self.rows = 0;
    }
}

/// Columns of the markers before an option.
const MARKER_COLUMNS: usize = 8;

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
            return self.choose_number(&prompt, options, first);
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
            return self.choose_numbers(&prompt, &texts, &selected);
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
