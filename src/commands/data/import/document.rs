//! `mentor import`: imports a document that `mentor export` wrote.

use crate::app::App;
use crate::commands::data::import::plan::IMPORTING;
use crate::config::toml_text;
use crate::error::{Failure, Result};
use crate::store::exchange::{self, ImportError, ImportPolicy, ImportSummary};
use crate::view::messages::import::ImportAnswer;
use crate::view::words;

/// Largest document that is read.
pub const MAX_DOCUMENT_BYTES: u64 = 64 << 20;

pub fn import_document(
    app: &mut App<'_, '_>,
    bytes: Vec<u8>,
    source: &str,
    policy: ImportPolicy,
    is_dry_run: bool,
) -> Result<()> {
    let text = toml_text::decode_utf8(bytes, &format!("`{source}`"))
        .map_err(|failure| failure.data("nothing was imported"))?;
    let imported = app.write_or_rehearse(is_dry_run, answer, |app, tx| {
        let progress = app.ui.progress(IMPORTING);
        let imported =
            exchange::import(tx, &text, policy, &|done, total| progress.show(done, total));
        drop(progress);
        let imported = imported.map_err(|error| import_failure(error, source, &text))?;
        app.note_pairs_of_changes(tx)?;
        let known = match imported.known {
            0 => String::new(),
            known => format!(", {} were already here", words::count(known, "record")),
        };
        tx.add_message(format!("Imported {}{known}", words::count(imported.added, "record")));
        for renamed in &imported.renamed {
            tx.remark(renamed);
        }
        if !imported.outdated.is_empty() {
            tx.remark(format!(
                "the export has later changes of what is already here, which were not imported: {}",
                list_parts(&outdated(&imported))
            ));
        }
        if !imported.left_out.is_empty() {
            tx.remark(format!(
                "skipped what the export says in your name: {} (use `--yes` to import it as yours)",
                list_parts(&imported.left_out)
            ));
        }
        Ok(imported)
    })?;
    match imported {
        Some(imported) => app.print_record_json(|| answer(&imported)),
        None => Ok(()),
    }
}

/// How many parts a message names.
const MAX_NAMED: usize = 10;

fn list_parts(parts: &[String]) -> String {
    let mut names = parts[..parts.len().min(MAX_NAMED)].to_vec();
    if let Some(more) = parts.len().checked_sub(MAX_NAMED + 1) {
        names.push(format!("{} more", more + 1));
    }
    names.join(", ")
}

/// Names the records that the export has in a later state: `follow-up 10`.
fn outdated(imported: &ImportSummary) -> Vec<String> {
    let records = imported.outdated.iter();
    records.map(|(table, number)| format!("{} {number}", words::noun_label(table))).collect()
}

fn answer(imported: &ImportSummary) -> ImportAnswer {
    ImportAnswer {
        added: imported.added,
        changed: 0,
        known: imported.known,
        outdated: outdated(imported),
        left_out: imported.left_out.clone(),
    }
}

fn import_failure(error: ImportError, source: &str, text: &str) -> Failure {
    match error {
        ImportError::Store(error) => error.into(),
        ImportError::OtherUser(_) => {
            Failure::refused(format!("`{source}` can't be imported here: {error}"))
                .data("nothing was imported")
                .hint("use `--as-me` if that is you under another name, or `--db FILE` to import it into another file")
        }
        ImportError::Shared { .. } => Failure::refused(error.to_string())
            .data("nothing was imported")
            .hint("use `mentor sync`, or `mentor share take FILE` for a file that `mentor share send` wrote"),
        _ if text.trim_start().starts_with("BEGIN:VCALENDAR") => {
            Failure::refused(format!("`{source}` is a calendar"))
                .data("nothing was imported")
                .hint("use `--ics` to import it")
        }
        error => Failure::refused(format!("`{source}`: {error}")).data("nothing was imported"),
    }
}
