//! As what a report is given: text for a terminal, Markdown, or a page for a browser; where it goes, and what it leaves out.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::app::App;
use crate::error::{Failure, Result};
use crate::private_file;
use crate::view::html;
use crate::view::report::Report;

// Flattened into every command that makes a report.
#[derive(Debug, clap::Args)]
pub struct ReportOutputArgs {
    #[command(flatten)]
    kind: ReportFormatArgs,

    /// Write to a new file that only you can read [default: standard output]
    #[arg(
        long,
        short,
        visible_alias = "out",
        value_name = "FILE",
        requires = "kind"
    )]
    output: Option<PathBuf>,

    /// Leave out private records
    #[arg(long)]
    pub for_partner: bool,
}

// One of them, or neither.
#[derive(Debug, clap::Args)]
#[group(id = "kind", multiple = false)]
struct ReportFormatArgs {
    /// Print Markdown, to paste or mail
    #[arg(long)]
    markdown: bool,

    /// Print a self-contained HTML page
    #[arg(long)]
    html: bool,
}

impl ReportOutputArgs {
    /// Whether it is a document that is asked for, not an answer on the terminal.
    pub fn is_document(&self) -> bool {
        self.kind.markdown || self.kind.html
    }

    /// Gives the report as what was asked for.
    pub fn show(
        &self,
        app: &mut App<'_, '_>,
        json: impl FnOnce() -> Value,
        report: &Report<'_>,
    ) -> Result<()> {
        if !self.is_document() {
            return app.print_result(json, |page| report.text(page));
        }
        if app.ui.json {
            return Err(Failure::usage("choose one output format")
                .hint("use only one of `--json`, `--markdown` and `--html`"));
        }
        let text = match self.kind.html {
            true => html::page(report, self.for_partner),
            false => report.markdown(),
        };
        let Some(path) = &self.output else {
            return app.ui.print_raw(&text);
        };
        write_new(path, &text, "a report")?;
        let what = match self.for_partner {
            true => "the report (without private records)",
            false => "the report (includes private records)",
        };
        app.ui
            .status(&format!("Wrote {what} to `{}`", path.display()))
    }
}

/// Writes a document to a new file for the user alone.
pub fn write_new(path: &Path, text: &str, what: &str) -> Result<()> {
    let written = private_file::write_new(path, text.as_bytes());
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => {
            Failure::refused(format!("`{}` already exists", path.display()))
                .hint(format!("name a new file: {what} never overwrites one"))
        }
        _ => Failure::storage(format!("can't write `{}`: {error}", path.display())),
    })
}
