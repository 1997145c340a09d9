//! A terminal with a shell: tests type into it and read what a user would see.

use std::fs::File;
use std::io::{Read, Write};
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use nix::sys::termios::{LocalFlags, tcgetattr};
use rexpect::process::PtyProcess;

use crate::real::{Home, MENTOR};

/// Lines of text and a cursor: enough of a terminal for a shell and for prompts.
#[derive(Default)]
struct Screen {
    lines: Vec<Vec<char>>,
    row: usize,
    column: usize,
    /// An incomplete escape sequence.
    escape: Option<String>,
    /// The first bytes of an incomplete UTF-8 character.
    bytes: Vec<u8>,
}

const COLUMNS: usize = 90;
const ROWS: usize = 40;

impl Screen {
    fn feed(&mut self, bytes: &[u8]) {
        self.bytes.extend(bytes);
        let whole = match std::str::from_utf8(&self.bytes) {
            Ok(text) => text.len(),
            Err(error) => error.valid_up_to(),
        };
        let rest = self.bytes.split_off(whole);
        let text = String::from_utf8(std::mem::replace(&mut self.bytes, rest)).unwrap();
        for c in text.chars() {
            self.put(c);
        }
    }

    fn put(&mut self, c: char) {
        if let Some(mut escape) = self.escape.take() {
            escape.push(c);
            if c.is_ascii_alphabetic() {
                self.obey(&escape);
            } else {
                self.escape = Some(escape);
            }
            return;
        }
        match c {
            '\u{1b}' => self.escape = Some(String::new()),
            '\r' => self.column = 0,
            '\n' => self.row += 1,
            '\u{8}' => self.column = self.column.saturating_sub(1),
            c if c.is_control() => {}
            c => {
                if self.column == COLUMNS {
                    (self.row, self.column) = (self.row + 1, 0);
                }
                let line = self.line();
                line.1[line.0] = c;
                self.column += 1;
            }
        }
    }

    /// Returns the column of the cursor and its line, extended up to the cursor.
    fn line(&mut self) -> (usize, &mut Vec<char>) {
        if self.lines.len() <= self.row {
            self.lines.resize(self.row + 1, Vec::new());
        }
        let line = &mut self.lines[self.row];
        if line.len() <= self.column {
            line.resize(self.column + 1, ' ');
        }
        (self.column, line)
    }

    fn obey(&mut self, escape: &str) {
        let (first, last) = escape.split_at(escape.len() - 1);
        let number = first.trim_start_matches('[').parse().unwrap_or(1);
        match last {
            "A" => self.row = self.row.saturating_sub(number),
            "B" => self.row += number,
            "C" => self.column = (self.column + number).min(COLUMNS - 1),
            "D" => self.column = self.column.saturating_sub(number),
            "J" => {
                self.lines.truncate(self.row + 1);
                self.clear_to_end();
            }
            "K" => {
                if first == "[2" {
                    self.lines.resize(self.lines.len().max(self.row + 1), Vec::new());
                    self.lines[self.row].clear();
                } else {
                    self.clear_to_end();
                }
            }
            // Colours, and showing or hiding the cursor.
            "m" | "h" | "l" => {}
            _ => panic!("the terminal does not know `{escape}`"),
        }
    }

    fn clear_to_end(&mut self) {
        let column = self.column;
        if let Some(line) = self.lines.get_mut(self.row) {
            line.truncate(column);
        }
    }

    fn text(&self) -> String {
        let lines = self.lines.iter().map(|line| {
            let line: String = line.iter().collect();
            line.trim_end().to_owned() + "\n"
        });
        lines.collect::<String>().trim_end().to_owned()
    }
}

/// A user at a terminal.
pub struct User {
    screen: Arc<Mutex<Screen>>,
    keyboard: File,
    /// How many keys other than text were pressed.
    pub keys: usize,
    _process: PtyProcess,
}

const PATIENCE: Duration = Duration::from_secs(20);

impl User {
    /// Starts a shell in which `mentor` is the program.
    pub fn at_home(home: &Home, now: &str, vars: &[(&str, &str)]) -> User {
        let bin = home.path().join("bin");
        std::fs::create_dir_all(&bin).unwrap();
        std::os::unix::fs::symlink(MENTOR, bin.join("mentor")).unwrap();
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("stty echo rows {ROWS} cols {COLUMNS}; exec sh -i")]);
        shell.env_clear();
        for (name, value) in home.mentor(&[]).get_envs() {
            shell.env(name, value.unwrap());
        }
        shell.envs([
            ("PATH", &*format!("{}:/usr/bin:/bin", bin.display())),
            ("MENTOR_NOW", now),
            ("MENTOR_PAGER", "never"),
            ("LANG", "C.UTF-8"),
            ("TERM", "xterm-256color"),
            ("PS1", "$ "),
        ]);
        shell.envs(vars.iter().copied()).current_dir(home.path());
        let mut process = PtyProcess::new(shell).unwrap();
        // An interactive shell ignores SIGTERM, so it is killed soon after.
        process.set_kill_timeout(Some(100));
        let mut output = process.get_file_handle().unwrap();
        let screen = Arc::new(Mutex::new(Screen::default()));
        let drawn = Arc::clone(&screen);
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = output.read(&mut bytes) {
                drawn.lock().unwrap().feed(&bytes[..count]);
            }
        });
        let mut user = User {
            screen,
            keyboard: process.get_file_handle().unwrap(),
            keys: 0,
            _process: process,
        };
        user.wait("a prompt", |text| text.ends_with('$'));
        user
    }

    pub fn text(&self) -> String {
        self.screen.lock().unwrap().text()
    }

    fn wait(&mut self, what: &str, is_there: impl Fn(&str) -> bool) {
        let begun = Instant::now();
        while !is_there(&self.text()) {
            assert!(begun.elapsed() < PATIENCE, "no {what} on\n{}", self.text());
            thread::sleep(Duration::from_millis(2));
        }
    }

    fn send(&mut self, text: &str) {
        self.keyboard.write_all(text.as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
    }

    /// Waits for a prompt at the bottom of the screen.
    pub fn sees(&mut self, question: &str) {
        self.wait(question, |text| {
            let last = text.rfind('\n').map_or(0, |at| at + 1);
            text[last..].contains(question)
                || text.lines().rev().take(6).any(|line| {
                    // A menu is shown below its prompt.
                    line.contains(question) && line.contains("Space to select")
                        || line.ends_with(question)
                })
        });
    }

    /// Waits for a text anywhere on the screen.
    pub fn reads(&mut self, text: &str) {
        self.wait(text, |screen| screen.contains(text));
    }

    /// Waits for the reason of a refusal, and deletes the refused answer from the line.
    pub fn rubs_out(&mut self, reason: &str, refused: &str) {
        self.reads(reason);
        self.wait(refused, |text| text.ends_with(refused));
        self.press(&[START]);
    }

    /// Waits until the program reads keys. A key that arrives between the drawing of a menu and the reading of its keys
    /// takes effect, but the terminal writes it onto the screen.
    fn wait_for_reader(&self) {
        let begun = Instant::now();
        let echoes = || {
            let terminal = tcgetattr(&self.keyboard).unwrap();
            terminal.local_flags.contains(LocalFlags::ECHO)
        };
        while echoes() && begun.elapsed() < PATIENCE {
            thread::sleep(Duration::from_millis(1));
        }
    }

    /// Presses keys other than text: Enter, Space, arrows.
    pub fn press(&mut self, keys: &[&str]) {
        for key in keys {
            self.keys += 1;
            self.wait_for_reader();
            let before = self.text();
            self.send(key);
            // Moving the cursor of a menu changes only colours, which the screen does not record.
            if *key != DOWN {
                self.wait("change", |text| text != before);
            }
        }
    }

    /// Types a text.
    pub fn says(&mut self, words: &str) {
        self.send(words);
        let end: String = words.chars().rev().take(12).collect();
        let end: String = end.chars().rev().collect();
        self.wait(&end, |text| text.replace('\n', "").ends_with(&end));
    }

    /// Runs a command and returns its output up to the next shell prompt.
    pub fn runs(&mut self, command: &str) -> String {
        self.begins(command);
        let shown = self.ends();
        let beginning: String = command.chars().take(12).collect();
        let at = shown.rfind(&format!("$ {beginning}")).unwrap_or(0);
        // The command itself, which may take several rows, is left out.
        let rows = (command.chars().count() + 2).div_ceil(COLUMNS);
        let lines: Vec<&str> = shown[at..].lines().skip(rows).collect();
        lines.join("\n").trim_end_matches('$').trim().to_owned()
    }

    /// Types a command that shows prompts.
    pub fn begins(&mut self, command: &str) {
        self.says(command);
        self.send("\r");
    }

    /// Waits for the end of the command, and returns the whole screen.
    pub fn ends(&mut self) -> String {
        self.wait("a prompt", |text| text.ends_with("\n$"));
        self.text()
    }
}

pub const ENTER: &str = "\r";
pub const SPACE: &str = " ";
pub const DOWN: &str = "\u{1b}[B";
pub const ESCAPE: &str = "\u{1b}";
const START: &str = "\u{15}";
