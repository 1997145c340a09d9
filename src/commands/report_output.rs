//! As what a report is given: text for a terminal, Markdown, or a page for a browser; where it goes, and what it leaves out.

use std::fs;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::app::App;
use crate::error::{Failure, Result};
use crate::platform::private_file;
use crate::view::page::html;
use crate::view::page::report::Report;

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

    /// Replace the file if it exists
    #[arg(long, requires = "output")]
    force: bool,

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
        let text = if self.kind.html {
            html::page(report, self.for_partner)
        } else {
            report.markdown()
        };
        let Some(path) = &self.output else {
            return app.ui.print_raw(&text);
        };
        if self.force {
            replace(path, &text)?;
        } else {
            write_new(
                path,
                &text,
                "choose another file, or replace it with `--force`",
            )?;
        }
        let what = if self.for_partner {
            "the report (without private records)"
        } else {
            "the report (includes private records)"
        };
        app.ui
            .status(&format!("Wrote {what} to `{}`", path.display()))
    }
}

/// Writes a document to a new file for the user alone; `hint` is what to do where there is one.
pub fn write_new(path: &Path, text: &str, hint: &str) -> Result<()> {
    let written = private_file::write_new(path, text.as_bytes());
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => {
            Failure::refused(format!("`{}` already exists", path.display())).hint(hint)
        }
        _ => unwritable(path, &error),
    })
}

/// Writes a document in the place of a file, or of none, for the user alone. Anything but a file is left alone, and so is
/// data of mentor's: nobody means to lose that for a report.
fn replace(path: &Path, text: &str) -> Result<()> {
    // What a link leads to is replaced, not the link.
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let what = match fs::metadata(path) {
        Ok(about) if !about.is_file() => Some("not a file"),
        Ok(_) if holds_data(path) => Some("a data file"),
        _ => None,
    };
    if let Some(what) = what {
        return Err(
            Failure::refused(format!("`{}` is {what}", path.display())).hint("choose another file")
        );
    }
    let written = private_file::replace(path, text.as_bytes());
    written.map_err(|error| unwritable(path, &error))
}

/// How every database begins.
const DATA_FILE: &[u8] = b"SQLite format 3\0";

fn holds_data(path: &Path) -> bool {
    let mut start = [0; DATA_FILE.len()];
    let read = fs::File::open(path).and_then(|mut file| file.read_exact(&mut start));
    read.is_ok() && start == *DATA_FILE
}

fn unwritable(path: &Path, error: &std::io::Error) -> Failure {
    Failure::storage(format!("can't write `{}`: {error}", path.display()))
}
