//! `mentor import`: a document that `mentor export` wrote.

use crate::app::App;
use crate::error::{Failure, Result};
use crate::store::exchange::{self, ImportError};
use crate::view::words;

/// Largest document that is read, in bytes.
pub const LARGEST: u64 = 256 << 20;

pub fn take_in(app: &mut App<'_, '_>, bytes: Vec<u8>, source: &str) -> Result<()> {
    let text = text(bytes, source)?;
    let imported = app.write(|app, tx| {
        let progress = app.ui.progress("Importing");
        let imported = exchange::import(tx, &text, &|done, of| progress.at(done, of));
        drop(progress);
        let imported = imported.map_err(|error| refused(error, source, &text))?;
        let known = match imported.known {
            0 => String::new(),
            known => format!(", {} were already here", words::count(known, "record")),
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

fn text(bytes: Vec<u8>, source: &str) -> Result<String> {
    String::from_utf8(bytes).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = String::from_utf8_lossy(before).matches('\n').count() + 1;
        Failure::refused(format!("line {line} of `{source}` is not UTF-8 text"))
            .data("nothing was imported")
    })
}

fn refused(error: ImportError, source: &str, text: &str) -> Failure {
    match error {
        ImportError::Store(error) => error.into(),
        ImportError::OtherUser(_) => {
            Failure::refused(format!("`{source}` can't be imported here: {error}"))
                .data("nothing was imported")
                .hint("import it into a file of its own with `--db FILE`")
        }
        _ if text.trim_start().starts_with("BEGIN:VCALENDAR") => {
            Failure::refused(format!("`{source}` is a calendar"))
                .data("nothing was imported")
                .hint("use `--ics` to import it")
        }
        error => Failure::refused(format!("`{source}`: {error}")).data("nothing was imported"),
    }
}
