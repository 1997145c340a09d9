//! One line that is typed on a terminal, and may be longer than a row of it.

use std::io;

use dialoguer::console::{Key, Term};
use unicode_width::UnicodeWidthChar;

use crate::prompt::Reply;

pub struct LineEditor<'t> {
    term: &'t Term,
    /// What stands before it, as it is written.
    prompt: &'t str,
    /// Columns that the prompt takes.
    prompt_width: usize,
    columns: usize,
    /// Whether the line is drawn anew when it changes; otherwise it only grows, or loses its last letter.
    redraws: bool,
    text: Vec<char>,
    cursor: usize,
    /// The row of the cursor, counted from that of the prompt.
    row: usize,
}

/// Keys that a terminal sends as control characters.
const DELETE_TO_START: char = '\u{15}';
const DELETE_TO_END: char = '\u{b}';
const DELETE_WORD: char = '\u{17}';
const END_OF_FILE: char = '\u{4}';

/// What a key does to a line that is not finished by it.
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
        begun: &str,
        redraws: bool,
    ) -> Self {
        let text: Vec<char> = begun.chars().filter(|c| !c.is_control()).collect();
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

    /// Reads the line. The terminal has it no more afterwards, if it redraws.
    pub fn read(mut self, has_previous: bool) -> io::Result<Reply<String>> {
        let begun: String = self.text.iter().collect();
        self.term.write_str(&format!("{}{begun}", self.prompt))?;
        self.settle_at_end()?;
        let ended = loop {
            match self.term.read_key() {
                Ok(key) => {
                    if let Some(ended) = self.press(key, has_previous)? {
                        break ended;
                    }
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => break LineEnd::Stopped,
                Err(error) => return Err(error),
            }
        };
        let text: String = self.text.iter().collect();
        let text = text.trim().to_owned();
        if matches!(ended, LineEnd::Stopped) || !self.redraws {
            self.cursor = self.text.len();
            self.draw()?;
            self.term.write_line("")?;
        } else {
            self.erase()?;
        }
        Ok(match ended {
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

    /// What only a line that is drawn anew can show.
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
                    word.and_then(|at| before[..at].iter().rposition(|c| c.is_whitespace()));
                let start = start.map_or(0, |at| at + 1);
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

    /// Row and column after the first so many letters.
    fn place(&self, letters: usize) -> (usize, usize) {
        let (mut row, mut column) = (
            self.prompt_width / self.columns,
            self.prompt_width % self.columns,
        );
        for c in &self.text[..letters] {
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

    /// A terminal stays in a row that is full until the next letter comes: the cursor goes on to the next row by itself.
    fn settle_at_end(&mut self) -> io::Result<()> {
        let (row, column) = self.place(self.text.len());
        if self.redraws && column == 0 && row > 0 {
            self.term.write_str("\r\n")?;
        }
        self.row = row;
        Ok(())
    }

    fn to_start(&self) -> String {
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
        let start = self.to_start();
        self.term
            .write_str(&format!("{start}{}{text}", self.prompt))?;
        self.settle_at_end()?;
        let (row, column) = self.place(self.cursor);
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
        let start = self.to_start();
        self.term.write_str(&start)
    }
}
