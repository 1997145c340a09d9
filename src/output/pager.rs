//! Shows output that is longer than the screen in the user's pager.

use std::ffi::OsString;
use std::io::{Read, Result, Write};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;

use crate::config::{Config, settings};
use crate::environment::Environment;
use crate::platform::interrupt::defer_sigint;
use crate::view::page::style;

/// The pager and the size of the screen.
pub struct Pager {
    words: Vec<OsString>,
    rows: usize,
    columns: usize,
    /// Options for `less` unless the user has set `LESS`: quit if the text fits, show colours, keep the text on the
    /// screen.
    less: Option<&'static str>,
}

impl Pager {
    /// Returns the configured pager; `None` without a capable screen or with pager `never`.
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

    /// Whether a text is longer than the screen, of which one row is left for the shell prompt.
    pub fn is_needed_for(&self, text: &str) -> bool {
        let rows = |line| style::width(line).max(1).div_ceil(self.columns);
        text.lines().map(rows).sum::<usize>() >= self.rows
    }

    /// Shows a manual page with `man`, which has its own pager. Returns false if `man` fails, as it may have shown
    /// nothing then.
    pub fn show_manual(&self, page: &str) -> bool {
        let words = ["man", "-l", "-"].map(OsString::from);
        let reader = Pager { words: words.to_vec(), ..*self };
        let result = reader.run(page);
        result.is_ok_and(|exit| exit.status.success())
    }

    /// Shows a text. Returns false if there is no such pager, or if it failed before it read everything; the text is
    /// still to be written then. Quitting early counts as success.
    pub fn show(&self, text: &str) -> bool {
        let result = self.run(text);
        result.is_ok_and(|exit| exit.status.success() || exit.has_read_all)
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
        // The command keeps the pager's end of the pipe open.
        drop(command);
        defer_sigint(|| {
            thread::scope(|scope| {
                let write = move || {
                    // The user quit the pager early.
                    let _ = writer.write_all(text.as_bytes());
                };
                thread::Builder::new().spawn_scoped(scope, write)?;
                let status = pager.wait();
                // Unread text is still in the pipe; reading returns 0 at once if there is none.
                let unread = reader.read(&mut [0]);
                drop(reader);
                Ok(PagerExit {
                    status: status?,
                    has_read_all: unread.is_ok_and(|count| count == 0),
                })
            })
        })
    }
}

/// How a pager exited.
struct PagerExit {
    status: ExitStatus,
    /// Whether it read all of the text.
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
    fn text_is_written_again_only_if_the_pager_did_not_read_it() {
        let (short, long) = ("a\nb\n", "A long line.\n".repeat(40_000));
        for (script, is_shown) in [
            ("cat >/dev/null", true),
            // Failed after showing everything.
            ("cat >/dev/null; exit 1", true),
            // Failed before showing anything.
            ("exit 1", false),
            // Quit early without an error.
            ("exit 0", true),
        ] {
            let pager = pager(&["sh", "-c", script]);
            assert_eq!(pager.show(short), is_shown, "{script}");
            assert_eq!(pager.show(&long), is_shown, "{script}, of a long text");
        }
        let failing_pager = pager(&["sh", "-c", "head -c 9 >/dev/null; exit 1"]);
        assert!(!failing_pager.show(&long));
        assert!(!pager(&["no-such-pager"]).show(short));
        assert!(!pager(&[]).show(short));
    }
}
