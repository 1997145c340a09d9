//! Output format and destination of a report, and whether private records are left out.

use std::fs;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use crate::app::App;
use crate::error::{Failure, Result};
use crate::platform::private_file;
use crate::view::json::answers::JsonAnswer;
use crate::view::page::html;
use crate::view::page::report::Report;

// Flattened into every command that makes a report.
#[derive(Debug, clap::Args)]
pub struct ReportOutputArgs {
    #[command(flatten)]
    kind: ReportFormatArgs,

    /// Write to a new file that only you can read [default: standard output]
    #[arg(long, short, visible_alias = "out", value_name = "FILE", requires = "kind")]
    output: Option<PathBuf>,

    /// Replace the file if it exists
    #[arg(long, requires = "output")]
    force: bool,

    /// Leave out private records
    #[arg(long)]
    pub for_partner: bool,
}

// At most one of them.
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
    /// Whether a document was asked for instead of text on the terminal.
    pub fn is_page(&self) -> bool {
        self.kind.html
    }

    pub fn is_document(&self) -> bool {
        self.kind.markdown || self.kind.html
    }

    /// Prints the report in the format that the flags ask for.
    pub fn show<J: JsonAnswer>(
        &self,
        app: &mut App<'_, '_>,
        json: impl FnOnce() -> J,
        report: &Report<'_>,
    ) -> Result<()> {
        if !self.is_document() {
            return app.print_result(json, |page| report.text(page));
        }
        if app.ui.json {
            return Err(Failure::usage("choose one output format")
                .hint("use only one of `--json`, `--markdown` and `--html`"));
        }
        let text =
            if self.kind.html { html::page(report, self.for_partner) } else { report.markdown() };
        let Some(path) = &self.output else {
            return app.ui.print_raw(&text);
        };
        if self.force {
            replace(path, &text)?;
        } else {
            write_new(path, &text, "choose another file, or replace it with `--force`")?;
        }
        let subject = if self.for_partner {
            "the report (without private records)"
        } else {
            "the report (includes private records)"
        };
        app.ui.status(&format!("Wrote {subject} to `{}`", path.display()))?;
        app.warn_if_open_to_others(path)
    }
}

/// Writes a new file that only the user can read. `hint` says what to do if the file exists.
pub fn write_new(path: &Path, text: &str, hint: &str) -> Result<()> {
    let result = private_file::write_new(path, text.as_bytes());
    result.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => {
            Failure::refused(format!("`{}` already exists", path.display())).hint(hint)
        }
        _ => unwritable(path, &error),
    })
}

/// Writes a file that only the user can read, replacing one that exists. Refuses to replace a directory or device, or a
/// database: it may be a data file of mentor.
fn replace(path: &Path, text: &str) -> Result<()> {
    // Replaces the target of a symbolic link, not the link.
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let obstacle = match fs::metadata(path) {
        Ok(about) if !about.is_file() => Some("not a file"),
        Ok(_) if is_data_file(path) => Some("a data file"),
        _ => None,
    };
    if let Some(obstacle) = obstacle {
        return Err(Failure::refused(format!("`{}` is {obstacle}", path.display()))
            .hint("choose another file"));
    }
    let result = private_file::replace(path, text.as_bytes());
    result.map_err(|error| unwritable(path, &error))
}

/// The first bytes of every `SQLite` database.
const SQLITE_MAGIC: &[u8] = b"SQLite format 3\0";

fn is_data_file(path: &Path) -> bool {
    let mut start = [0; SQLITE_MAGIC.len()];
    let read = fs::File::open(path).and_then(|mut file| file.read_exact(&mut start));
    read.is_ok() && start == *SQLITE_MAGIC
}

fn unwritable(path: &Path, error: &std::io::Error) -> Failure {
    Failure::storage(format!("can't write `{}`: {error}", path.display()))
}
