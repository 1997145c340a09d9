//! `mentor import`

use std::io::Read;

use crate::app::App;
use crate::error::{Failure, Result};
use crate::store::exchange::{self, ImportError};
use crate::view::words;

/// Largest document that is read, in bytes.
const LARGEST: u64 = 256 << 20;

#[derive(Debug, clap::Args)]
pub struct ImportArgs {
    /// The document; - is standard input
    #[arg(value_name = "FILE")]
    file: String,
}

pub fn run(app: &mut App<'_, '_>, args: &ImportArgs) -> Result<()> {
    let text = read(app, &args.file)?;
    let source = if args.file == "-" {
        "standard input"
    } else {
        &args.file
    };
    let imported = app.write(|_, tx| {
        let imported = exchange::import(tx, &text).map_err(|error| refused(error, source))?;
        let known = match imported.known {
            0 => String::new(),
            known => format!(", {} were here already", words::count(known, "record")),
        };
        tx.say(format!(
            "Imported {}{known}",
            words::count(imported.added, "record")
        ));
        Ok(imported)
    })?;
    app.show_json(|| {
        serde_json::json!({ "schema": "mentor.import/1", "added": imported.added, "known": imported.known })
    })
}

fn read(app: &mut App<'_, '_>, file: &str) -> Result<String> {
    let mut bytes = Vec::new();
    let unreadable = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => Failure::not_found(format!("no file `{file}`")),
        _ => Failure::storage(format!("`{file}` can't be read: {error}")),
    };
    if file == "-" {
        let mut stdin = Read::take(&mut app.environment.stdin, LARGEST + 1);
        stdin.read_to_end(&mut bytes).map_err(unreadable)?;
    } else {
        let opened = std::fs::File::open(file).map_err(unreadable)?;
        opened
            .take(LARGEST + 1)
            .read_to_end(&mut bytes)
            .map_err(unreadable)?;
    }
    if bytes.len() as u64 > LARGEST {
        return Err(
            Failure::refused("the document is larger than 256 MB").data("nothing was imported")
        );
    }
    String::from_utf8(bytes).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = String::from_utf8_lossy(before).matches('\n').count() + 1;
        Failure::refused(format!("line {line} of `{file}` is not UTF-8 text"))
            .data("nothing was imported")
    })
}

fn refused(error: ImportError, source: &str) -> Failure {
    match error {
        ImportError::Store(error) => error.into(),
        ImportError::OtherUser(_) => {
            Failure::refused(format!("`{source}` can't be imported here: {error}"))
                .data("nothing was imported")
                .hint("import it into a file of its own with `--db FILE`")
        }
        error => Failure::refused(format!("`{source}`: {error}")).data("nothing was imported"),
    }
}
