//! The only writer: results to stdout, all messages to stderr.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::io::{ErrorKind, Write};
use std::time::{Duration, Instant};

use serde::Serialize;

use crate::error::{Failure, FailureKind, Result};
use crate::output::pager::Pager;
use crate::view::json::answers::{JsonAnswer, NamedAnswer};
use crate::view::messages::values::ErrorAnswer;
use crate::view::page::output_mode::{DOTS, OutputMode};
use crate::view::page::wrap::{wrap_copyable, wrap_hanging};
use crate::view::page::{chart, style};

/// How many details of a failure are printed for people; JSON has all of them.
const MAX_DETAILS: usize = 10;

/// The two output streams and how to write to them.
pub struct Ui<'io> {
    out: Box<dyn Write + 'io>,
    err: RefCell<Box<dyn Write + 'io>>,
    pub out_color: bool,
    pub err_color: bool,
    /// Whether a line on stderr can be overwritten.
    pub err_is_live: bool,
    /// Whether output is JSON for programs.
    pub json: bool,
    pub quiet: bool,
    pub mode: OutputMode,
    /// Columns of the terminal that shows stderr; `None`: it is not a terminal, or its width is unknown.
    pub err_width: Option<usize>,
    /// The pager for results longer than the screen.
    pub pager: Option<Pager>,
    /// Whether a change is already on the disk, so that a later failure does not revert it.
    pub has_stored: bool,
}

impl<'io> Ui<'io> {
    pub fn new(out: Box<dyn Write + 'io>, err: Box<dyn Write + 'io>) -> Self {
        Ui {
            out,
            err: RefCell::new(err),
            out_color: false,
            err_color: false,
            err_is_live: false,
            json: false,
            quiet: false,
            mode: OutputMode::default(),
            err_width: None,
            pager: None,
            has_stored: false,
        }
    }

    /// Writes a result, ending in one line break; writes nothing for an empty result.
    pub fn print(&mut self, text: &str) -> Result<()> {
        let text = text.trim_end_matches('\n');
        if text.is_empty() {
            return Ok(());
        }
        let rendered = style::render(text, self.out_color) + "\n";
        self.print_paged(text, &rendered)
    }

    /// Writes text for people, through the pager if it is longer than the screen. `text` is `rendered` without colours.
    pub fn print_paged(&mut self, text: &str, rendered: &str) -> Result<()> {
        if let Some(pager) = self.pager.as_ref().filter(|pager| pager.is_needed_for(text)) {
            ignore_broken_pipe(self.out.flush())?;
            if pager.show(rendered) {
                return Ok(());
            }
        }
        self.print_raw(rendered)
    }

    /// Writes JSON: everything that could command a terminal is escaped, which JSON allows inside strings.
    pub fn print_json<J: JsonAnswer>(&mut self, answer: &J) -> Result<()> {
        let text = answer_text(answer)?;
        self.print_raw(&text)?;
        self.print_raw("\n")
    }

    /// Writes data unchanged, such as a document or a script.
    pub fn print_raw(&mut self, text: &str) -> Result<()> {
        ignore_broken_pipe(self.out.write_all(text.as_bytes()))
    }

    /// Writes a manual page; on a terminal, `man` shows it.
    pub fn manual(&mut self, page: &str) -> Result<()> {
        if let Some(pager) = self.pager.as_ref() {
            ignore_broken_pipe(self.out.flush())?;
            if pager.show_manual(page) {
                return Ok(());
            }
        }
        self.print_raw(page)
    }

    /// Prints what was done.
    pub fn status(&mut self, text: &str) -> Result<()> {
        if self.quiet {
            return Ok(());
        }
        self.print_labelled("", text)
    }

    /// Prints a note to the user.
    pub fn note(&mut self, text: &str) -> Result<()> {
        if self.quiet {
            return Ok(());
        }
        self.print_labelled(&style::paint(style::Style::Soon, "note: "), text)
    }

    /// Prints what to type next.
    pub fn hint(&mut self, text: &str) -> Result<()> {
        if self.quiet {
            return Ok(());
        }
        self.print_labelled(&style::paint(style::Style::Name, "hint: "), text)
    }

    fn print_labelled(&mut self, label: &str, text: &str) -> Result<()> {
        let text = wrap_copyable(&format!("{label}{text}"), self.err_width, 0);
        self.write_stderr(&style::render(&format!("{text}\n"), self.err_color));
        Ok(())
    }

    /// Prints why the run failed, and what to type next.
    pub fn failure(&mut self, failure: &Failure) {
        if matches!(failure.kind, FailureKind::Negative | FailureKind::ClosedPipe) {
            return;
        }
        let text = if self.json {
            error_json(failure, self.mode)
        } else {
            let message = truncate_middle(&failure.message, self.mode);
            let mut text = if failure.kind == FailureKind::Declined {
                wrap_hanging(&message, self.err_width, 0) + "\n"
            } else {
                let label = style::paint(style::Style::Overdue, "error:");
                wrap_hanging(&format!("{label} {message}"), self.err_width, 7) + "\n"
            };
            for line in failure.details.iter().take(MAX_DETAILS) {
                let line = format!("       {}", truncate_middle(line, self.mode));
                text.push_str(&wrap_hanging(&line, self.err_width, 9));
                text.push('\n');
            }
            if let Some(more) = failure.details.len().checked_sub(MAX_DETAILS + 1) {
                text.push_str(&format!(
                    "       {} and {} more\n",
                    DOTS.in_mode(self.mode),
                    more + 1
                ));
            }
            if let Some(line) = &failure.data {
                text.push_str(&wrap_copyable(&format!("       {line}"), self.err_width, 7));
                text.push('\n');
            }
            // Hints are never truncated, and commands in them never broken: they are there to copy.
            for hint in &failure.hints {
                let label = style::paint(style::Style::Name, "hint:");
                text.push_str(&wrap_copyable(&format!("{label} {hint}"), self.err_width, 6));
                text.push('\n');
            }
            style::render(&text, self.err_color)
        };
        self.write_stderr(&text);
    }

    fn write_stderr(&self, text: &str) {
        // Ignore errors: stderr is closed.
        let _ = self.err.borrow_mut().write_all(text.as_bytes());
    }

    /// Returns a progress bar for long work; it appears only on a live terminal.
    pub fn progress(&self, label: &'static str) -> ProgressBar<'_, 'io> {
        ProgressBar {
            ui: self,
            label,
            started: Instant::now(),
            next_redraw: Cell::new(BAR_DELAY),
            shown: Cell::new(None),
        }
    }

    pub fn flush(&mut self) -> Result<()> {
        let _ = self.err.borrow_mut().flush();
        ignore_broken_pipe(self.out.flush())
    }
}

/// Work that is shorter than this shows no bar.
const BAR_DELAY: Duration = Duration::from_secs(1);

/// Time between two redraws.
const BAR_INTERVAL: Duration = Duration::from_millis(100);

/// A line that is overwritten as the work proceeds and erased at its end.
pub struct ProgressBar<'u, 'io> {
    ui: &'u Ui<'io>,
    label: &'static str,
    started: Instant,
    /// Time after the start at which to redraw.
    next_redraw: Cell<Duration>,
    /// The percentage on the screen.
    shown: Cell<Option<usize>>,
}

impl ProgressBar<'_, '_> {
    pub fn show(&self, done: usize, total: usize) {
        if !self.ui.err_is_live || self.ui.quiet || self.started.elapsed() < self.next_redraw.get()
        {
            return;
        }
        self.next_redraw.set(self.started.elapsed() + BAR_INTERVAL);
        let percent = done.min(total) * 100 / total.max(1);
        if self.shown.replace(Some(percent)) != Some(percent) {
            let bar = chart::bar(u8::try_from(percent).unwrap_or(100), self.ui.mode);
            self.ui.write_stderr(&format!("\r{}  {bar}", self.label));
        }
    }
}

impl Drop for ProgressBar<'_, '_> {
    fn drop(&mut self) {
        if self.shown.get().is_some() {
            self.ui.write_stderr("\r\x1b[K");
        }
    }
}

/// How many characters of an over-long message are kept at each end.
const KEEP_START: usize = 700;
const KEEP_END: usize = 300;

/// Drops the middle of an over-long message, which may quote a long input.
fn truncate_middle(sentence: &str, mode: OutputMode) -> Cow<'_, str> {
    let Some((end, _)) = sentence.char_indices().rev().nth(KEEP_END - 1) else {
        return Cow::Borrowed(sentence);
    };
    match sentence.char_indices().nth(KEEP_START) {
        Some((beginning, _)) if beginning < end => Cow::Owned(format!(
            "{} {} {}",
            &sentence[..beginning],
            DOTS.in_mode(mode),
            &sentence[end..]
        )),
        _ => Cow::Borrowed(sentence),
    }
}

fn error_json(failure: &Failure, mode: OutputMode) -> String {
    let details = failure.details.iter().map(|line| truncate_middle(line, mode));
    let value = ErrorAnswer {
        code: failure.kind.code(),
        exit: failure.kind.exit(),
        message: &truncate_middle(&failure.message, mode),
        details: details.collect(),
        hint: failure.hints.first().map(String::as_str),
        data: failure.data.as_deref(),
    };
    answer_text(&value).map(|text| text + "\n").unwrap_or_default()
}

fn answer_text<J: JsonAnswer>(answer: &J) -> Result<String> {
    match J::SCHEMA {
        Some(schema) => json_text(&NamedAnswer { schema, answer }),
        None => json_text(answer),
    }
}

/// Formats JSON with everything escaped that could command a terminal.
pub fn json_text(value: &impl Serialize) -> Result<String> {
    serde_json::to_string_pretty(value).map(escape_controls).map_err(|error| json_failure(&error))
}

/// Reports an answer that can't be written as JSON, such as a map with keys that are not text.
pub fn json_failure(error: &serde_json::Error) -> Failure {
    Failure::new(FailureKind::Bug, error.to_string())
}

fn escape_controls(text: String) -> String {
    if !text.chars().any(|c| c != '\n' && style::is_dangerous(c)) {
        return text;
    }
    let mut safe = String::with_capacity(text.len());
    let mut units = [0; 2];
    for c in text.chars() {
        if c != '\n' && style::is_dangerous(c) {
            for unit in c.encode_utf16(&mut units) {
                safe.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            safe.push(c);
        }
    }
    safe
}

/// Maps a pipe that the reader closed to a failure without a message; other errors, such as a full disk, are reported.
fn ignore_broken_pipe(result: std::io::Result<()>) -> Result<()> {
    result.map_err(|error| match error.kind() {
        ErrorKind::BrokenPipe => {
            Failure::new(FailureKind::ClosedPipe, "the reader closed the pipe")
        }
        _ => Failure::storage(format!("can't write the result: {error}")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns what a progress bar writes if every update is due.
    fn bar_output(set_up: fn(&mut Ui<'_>)) -> String {
        let mut err = Vec::new();
        let mut ui = Ui::new(Box::new(std::io::sink()), Box::new(&mut err));
        set_up(&mut ui);
        let progress = ui.progress("Importing");
        for done in [1, 2, 600] {
            progress.next_redraw.set(Duration::ZERO);
            progress.show(done, 1_000);
        }
        drop(progress);
        drop(ui);
        String::from_utf8(err).unwrap()
    }

    #[test]
    fn progress_bar_is_overwritten_and_erased_at_the_end() {
        assert_eq!(
            bar_output(|ui| ui.err_is_live = true),
            "\rImporting  ░░░░░░░░░░ 0%\rImporting  ██████░░░░ 60%\r\x1b[K"
        );
    }

    #[test]
    fn hints_break_at_words_and_keep_their_commands_whole() {
        let mut err = Vec::new();
        let mut ui = Ui::new(Box::new(std::io::sink()), Box::new(&mut err));
        ui.err_width = Some(50);
        ui.failure(
            &Failure::refused("no cadence")
                .data("nothing was changed; your text is saved in `agree.toml`")
                .hint("run `mentor agree --cadence \"every 2 weeks\"`, or `mentor checkin add --at WHEN` to plan one"),
        );
        drop(ui);
        insta::assert_snapshot!(String::from_utf8(err).unwrap(), @r#"
        error: no cadence
               nothing was changed; your text is saved in
               `agree.toml`
        hint: run
              `mentor agree --cadence "every 2 weeks"`, or
              `mentor checkin add --at WHEN` to plan one
        "#);
    }

    #[test]
    fn over_long_message_loses_its_middle() {
        let length =
            |length| truncate_middle(&"é".repeat(length), OutputMode::Drawn).chars().count();
        assert_eq!([length(0), length(299), length(1_000)], [0, 299, 1_000]);
        let book = format!("`{}` is not a date", "x".repeat(1 << 20));
        let shortened = truncate_middle(&book, OutputMode::Drawn);
        assert!(
            shortened.starts_with("`xx")
                && shortened.contains("xx … xx")
                && shortened.ends_with("xx` is not a date")
        );
    }

    #[test]
    fn progress_bar_is_hidden_without_a_live_terminal_or_with_quiet() {
        assert_eq!(bar_output(|_| ()), "");
        let quiet = bar_output(|ui| (ui.err_is_live, ui.quiet) = (true, true));
        assert_eq!(quiet, "");
    }
}
