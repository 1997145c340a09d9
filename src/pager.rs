//! An answer that is longer than the screen, shown by the user's pager.

use std::ffi::OsString;
use std::io::Write;
use std::process::{Command, Stdio};

use crate::config::{Config, settings};
use crate::environment::Environment;
use crate::interrupt::defer_sigint;
use crate::view::style;

/// What shows long answers, and the screen that they are long for.
pub struct Pager {
    words: Vec<OsString>,
    rows: usize,
    columns: usize,
    /// `less` is told to leave short answers on the screen and to show colours, unless the user has told it something.
    less: Option<&'static str>,
}

impl Pager {
    /// None: there is no screen, or none is wanted.
    pub fn from_config(config: &Config, environment: &Environment<'_>) -> Option<Pager> {
        let is_screen = environment.stdout_is_terminal && environment.var("TERM") != Some("dumb");
        let (columns, rows) = (environment.width?, environment.height?);
        if !is_screen || config.text(&settings::PAGER) == "never" {
            return None;
        }
        Some(Pager {
            words: config.words(&settings::PAGER)?,
            rows,
            columns: columns.max(1),
            less: environment.os_var("LESS").is_none().then_some("FRX"),
        })
    }

    /// Whether a text is longer than the screen; one row is left for the prompt of the shell.
    pub fn is_needed_for(&self, text: &str) -> bool {
        let rows = |line| style::width(line).max(1).div_ceil(self.columns);
        text.lines().map(rows).sum::<usize>() >= self.rows
    }

    /// Shows a manual page with `man`, which has a pager of its own.
    pub fn show_manual(&self, page: &str) -> bool {
        let words = ["man", "-l", "-"].map(OsString::from);
        let reader = Pager {
            words: words.to_vec(),
            ..*self
        };
        reader.show(page)
    }

    /// Shows a text. False: there is no such pager, or it failed and has shown nothing; the text is still to be written.
    /// Whoever leaves it early has seen enough.
    pub fn show(&self, text: &str) -> bool {
        self.run(text).is_some()
    }

    fn run(&self, text: &str) -> Option<()> {
        let (name, args) = self.words.split_first()?;
        let mut command = Command::new(name);
        command.args(args).stdin(Stdio::piped());
        if let Some(options) = self.less {
            command.env("LESS", options);
        }
        let mut pager = command.spawn().ok()?;
        let ended = defer_sigint(|| {
            if let Some(mut stdin) = pager.stdin.take() {
                let _ = stdin.write_all(text.as_bytes());
            }
            pager.wait()
        });
        ended
            .ok()
            .filter(std::process::ExitStatus::success)
            .map(drop)
    }
}
