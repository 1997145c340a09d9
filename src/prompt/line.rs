//! An editor for one line on a terminal, which may wrap over several rows.

use std::io;

use dialoguer::console::{Key, Term};
use unicode_width::UnicodeWidthChar;

use crate::prompt::Reply;

pub struct LineEditor<'t> {
    term: &'t Term,
    /// The prompt before the text, with its escape sequences.
    prompt: &'t str,
    /// Width of the prompt in columns.
    prompt_width: usize,
    columns: usize,
    /// Whether changes redraw the line; otherwise it can only grow or lose its last character.
    redraws: bool,
    text: Vec<char>,
    cursor: usize,
    /// The row of the cursor, relative to the first row of the prompt.
    row: usize,
}

/// Control characters that a terminal sends for editing keys.
const DELETE_TO_START: char = '\u{15}';
const DELETE_TO_END: char = '\u{b}';
const DELETE_WORD: char = '\u{17}';
const END_OF_FILE: char = '\u{4}';

/// How the user leaves the line.
enum LineEnd {
    Entered,
    Back,
    Stopped,
}

impl<'t> LineEditor<'t> {
    pub fn new(
        term: &'t Term,
        prompt: &'t str,
        prompt_width: usize,
        initial_text: &str,
        redraws: bool,
    ) -> Self {
        let text: Vec<char> = initial_text.chars().filter(|c| !c.is_control()).collect();
        LineEditor {
            term,
            prompt,
            prompt_width,
            columns: usize::from(term.size().1).max(1),
            redraws,
            cursor: text.len(),
            text,
            row: 0,
        }
    }

    /// Reads the line. If changes redraw it, it is erased afterwards.
    pub fn read(mut self, has_previous: bool) -> io::Result<Reply<String>> {
        let initial_text: String = self.text.iter().collect();
        self.term.write_str(&format!("{}{initial_text}", self.prompt))?;
        self.settle_at_end()?;
        let end = loop {
            match self.term.read_key() {
                Ok(key) => {
                    if let Some(end) = self.press(key, has_previous)? {
                        break end;
                    }
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => break LineEnd::Stopped,
                Err(error) => return Err(error),
            }
        };
        let text: String = self.text.iter().collect();
        let text = text.trim().to_owned();
        if matches!(end, LineEnd::Stopped) || !self.redraws {
            self.cursor = self.text.len();
            self.draw()?;
            self.term.write_line("")?;
        } else {
            self.erase()?;
        }
        Ok(match end {
            LineEnd::Entered => Reply::Given(text),
            LineEnd::Back => Reply::Back,
            LineEnd::Stopped => Reply::Stopped(text),
        })
    }

    fn press(&mut self, key: Key, has_previous: bool) -> io::Result<Option<LineEnd>> {
        match key {
            Key::Enter => return Ok(Some(LineEnd::Entered)),
            Key::Escape if has_previous => return Ok(Some(LineEnd::Back)),
            Key::Char(END_OF_FILE) if self.text.is_empty() => return Ok(Some(LineEnd::Stopped)),
            Key::Char(c) if !c.is_control() => self.insert(c)?,
            Key::Backspace if self.cursor > 0 => self.delete_last()?,
            key if self.redraws => {
                self.edit(&key);
                self.draw()?;
            }
            _ => {}
        }
        Ok(None)
    }

    /// Handles the keys whose effect only a redrawn line can show.
    fn edit(&mut self, key: &Key) {
        match key {
            Key::ArrowLeft => self.cursor = self.cursor.saturating_sub(1),
            Key::ArrowRight => self.cursor = (self.cursor + 1).min(self.text.len()),
            Key::Home => self.cursor = 0,
            Key::End => self.cursor = self.text.len(),
            Key::Del | Key::Char(END_OF_FILE) if self.cursor < self.text.len() => {
                self.text.remove(self.cursor);
            }
            Key::Char(DELETE_TO_START) => {
                self.text.drain(..self.cursor);
                self.cursor = 0;
            }
            Key::Char(DELETE_TO_END) => self.text.truncate(self.cursor),
            Key::Char(DELETE_WORD) => {
                let before = &self.text[..self.cursor];
                let word = before.iter().rposition(|c| !c.is_whitespace());
                let start =
                    word.and_then(|index| before[..index].iter().rposition(|c| c.is_whitespace()));
                let start = start.map_or(0, |index| index + 1);
                self.text.drain(start..self.cursor);
                self.cursor = start;
            }
            _ => {}
        }
    }

    fn insert(&mut self, c: char) -> io::Result<()> {
        self.text.insert(self.cursor, c);
        self.cursor += 1;
        if self.cursor < self.text.len() && self.redraws {
            return self.draw();
        }
        self.term.write_str(c.encode_utf8(&mut [0; 4]))?;
        self.settle_at_end()
    }

    fn delete_last(&mut self) -> io::Result<()> {
        self.cursor -= 1;
        let c = self.text.remove(self.cursor);
        if self.redraws {
            return self.draw();
        }
        let columns = c.width().unwrap_or(0);
        let (left, blank) = ("\u{8}".repeat(columns), " ".repeat(columns));
        self.term.write_str(&format!("{left}{blank}{left}"))
    }

    /// Returns the row and column after the first `count` characters.
    fn position_after(&self, count: usize) -> (usize, usize) {
        let (mut row, mut column) =
            (self.prompt_width / self.columns, self.prompt_width % self.columns);
        for c in &self.text[..count] {
            let width = c.width().unwrap_or(0);
            if column + width > self.columns {
                (row, column) = (row + 1, 0);
            }
            column += width;
            if column >= self.columns {
                (row, column) = (row + 1, 0);
            }
        }
        (row, column)
    }

    /// Records the row at the end of the text. After a full row a terminal keeps its cursor there until the next
    /// character, so the cursor is moved on.
    fn settle_at_end(&mut self) -> io::Result<()> {
        let (row, column) = self.position_after(self.text.len());
        if self.redraws && column == 0 && row > 0 {
            self.term.write_str("\r\n")?;
        }
        self.row = row;
        Ok(())
    }

    fn erase_sequence(&self) -> String {
        match self.row {
            0 => "\r\x1b[J".to_owned(),
            rows => format!("\x1b[{rows}A\r\x1b[J"),
        }
    }

    fn draw(&mut self) -> io::Result<()> {
        if !self.redraws {
            return Ok(());
        }
        let text: String = self.text.iter().collect();
        let start = self.erase_sequence();
        self.term.write_str(&format!("{start}{}{text}", self.prompt))?;
        self.settle_at_end()?;
        let (row, column) = self.position_after(self.cursor);
        let mut moves = String::new();
        if self.row > row {
            moves.push_str(&format!("\x1b[{}A", self.row - row));
        }
        moves.push('\r');
        if column > 0 {
            moves.push_str(&format!("\x1b[{column}C"));
        }
        self.row = row;
        self.term.write_str(&moves)
    }

    fn erase(&mut self) -> io::Result<()> {
        let start = self.erase_sequence();
        self.term.write_str(&start)
    }
}
