//! An answer that is longer than the screen, shown by the user's pager.

use std::ffi::OsString;
use std::io::{Read, Result, Write};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;

use crate::config::{Config, settings};
use crate::environment::Environment;
use crate::platform::interrupt::defer_sigint;
use crate::view::page::style;

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

    /// Shows a manual page with `man`, which has a pager of its own. A `man` that failed may have shown nothing.
    pub fn show_manual(&self, page: &str) -> bool {
        let words = ["man", "-l", "-"].map(OsString::from);
        let reader = Pager {
            words: words.to_vec(),
            ..*self
        };
        let ended = reader.run(page);
        ended.is_ok_and(|ended| ended.status.success())
    }

    /// Shows a text. False: there is no such pager, or it failed before it had read all; the text is still to be written.
    /// Whoever leaves it early has seen enough.
    pub fn show(&self, text: &str) -> bool {
        let ended = self.run(text);
        ended.is_ok_and(|ended| ended.status.success() || ended.has_read_all)
    }

    fn run(&self, text: &str) -> Result<PagerExit> {
        let mut words = self.words.iter();
        let mut command = Command::new(words.next().map_or("".as_ref(), OsString::as_os_str));
        let (mut reader, mut writer) = std::io::pipe()?;
        command.args(words).stdin(Stdio::from(reader.try_clone()?));
        if let Some(options) = self.less {
            command.env("LESS", options);
        }
        let mut pager = command.spawn()?;
        // It keeps the pager's end of the pipe open.
        drop(command);
        defer_sigint(|| {
            thread::scope(|scope| {
                let write = move || {
                    // Whoever leaves early does not want the rest.
                    let _ = writer.write_all(text.as_bytes());
                };
                thread::Builder::new().spawn_scoped(scope, write)?;
                let status = pager.wait();
                // What the pager left is still in the pipe: it ends at once if that is nothing.
                let left = reader.read(&mut [0]);
                drop(reader);
                Ok(PagerExit {
                    status: status?,
                    has_read_all: left.is_ok_and(|left| left == 0),
                })
            })
        })
    }
}

/// How a pager ended.
struct PagerExit {
    status: ExitStatus,
    /// Whether it took all of the text.
    has_read_all: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pager(words: &[&str]) -> Pager {
        Pager {
            words: words.iter().map(OsString::from).collect(),
            rows: 10,
            columns: 80,
            less: None,
        }
    }

    #[test]
    fn a_text_is_written_again_only_if_the_pager_did_not_read_it() {
        let (short, long) = ("a\nb\n", "A long line.\n".repeat(40_000));
        for (script, is_shown) in [
            ("cat >/dev/null", true),
            // It failed, and has shown all.
            ("cat >/dev/null; exit 1", true),
            // It failed before it began.
            ("exit 1", false),
            // Left early, and well.
            ("exit 0", true),
        ] {
            let pager = pager(&["sh", "-c", script]);
            assert_eq!(pager.show(short), is_shown, "{script}");
            assert_eq!(pager.show(&long), is_shown, "{script}, of a long text");
        }
        let fails_half_way = pager(&["sh", "-c", "head -c 9 >/dev/null; exit 1"]);
        assert!(!fails_half_way.show(&long));
        assert!(!pager(&["no-such-pager"]).show(short));
        assert!(!pager(&[]).show(short));
    }
}
