//! Results on standard output, in the format that the options ask for.

use crate::app::App;
use crate::error::{Failure, Result};
use crate::output::ui::json_failure;
use crate::view::json::answers::JsonAnswer;
use crate::view::page::csv::{self, CsvFormat};
use crate::view::page::layout::Layout;
use crate::view::page::listing::ListFooter;

impl App<'_, '_> {
    /// Prints an answer as JSON if `--json` asks for it, else as text.
    pub fn print_result<J: JsonAnswer>(
        &mut self,
        json: impl FnOnce() -> J,
        text: impl FnOnce(&Layout) -> String,
    ) -> Result<()> {
        if self.ui.json {
            self.ui.print_json(&json())
        } else {
            let page = self.page();
            self.ui.print(&text(&page))
        }
    }

    /// Prints a listing as JSON, CSV or text; CSV has the fields that `columns` names.
    pub fn print_list<J: JsonAnswer>(
        &mut self,
        csv_format: Option<CsvFormat>,
        columns: &[&str],
        json: impl FnOnce() -> J,
        text: impl FnOnce(&Layout) -> String,
    ) -> Result<()> {
        let Some(csv_format) = csv_format else {
            return self.print_result(json, text);
        };
        if self.ui.json {
            return Err(Failure::usage("choose one output format")
                .hint("use only one of `--json`, `--csv` and `--tsv`"));
        }
        let listing = serde_json::to_value(json()).map_err(|error| json_failure(&error))?;
        let items = listing["items"].as_array().map_or(&[][..], Vec::as_slice);
        let cells = csv::write(items, columns, csv_format);
        if self.environment.stdout_is_terminal {
            // `print` escapes control characters, so that stored text can't command the terminal.
            self.ui.print(&cells.replace("\r\n", "\n"))
        } else {
            self.ui.print_raw(&cells)
        }
    }

    /// Prints a listing as `print_list` does, and the footer below it on a terminal.
    pub fn print_list_with_footer<J: JsonAnswer>(
        &mut self,
        csv_format: Option<CsvFormat>,
        columns: &[&str],
        footer: &ListFooter<'_>,
        json: impl FnOnce() -> J,
        text: impl FnOnce(&Layout) -> String,
    ) -> Result<()> {
        self.print_list(csv_format, columns, json, text)?;
        self.print_footer(csv_format.is_some(), footer)
    }

    /// Prints the footer of a listing, on a terminal only.
    pub fn print_footer(&mut self, is_csv: bool, footer: &ListFooter<'_>) -> Result<()> {
        let is_for_people = self.environment.stdout_is_terminal && !self.ui.json && !is_csv;
        match footer.line().filter(|_| is_for_people) {
            Some(line) => {
                // Flushed first, so that the listing appears above the footer.
                self.ui.flush()?;
                self.ui.status(&line)
            }
            None => Ok(()),
        }
    }

    /// Prints the answer of a command that changed something, with `--json` only: without it `write` has printed messages.
    pub fn print_record_json<J: JsonAnswer>(&mut self, json: impl FnOnce() -> J) -> Result<()> {
        if self.ui.json {
            self.ui.print_json(&json())?;
        }
        Ok(())
    }

    pub fn page(&self) -> Layout {
        Layout {
            width: self.environment.width.filter(|_| self.environment.stdout_is_terminal),
            mode: self.ui.mode,
        }
    }
}
