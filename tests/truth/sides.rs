//! The other side's file, made from the user's export.

use crate::examination::format_finding;
use crate::play::{Answer, Stage, ask, run, strings};
use crate::sandbox::Sandbox;

/// Imports the history into the other side's file, and returns how its reports differ from these. The history must have
/// no private records.
pub fn compare(stage: &Stage<'_>, answers: &[Answer]) -> Result<Option<String>, String> {
    let theirs = Sandbox::new();
    theirs.at(&stage.sandbox.now.borrow());
    let document = stage.run(&strings("export --for-partner"))?;
    let path = theirs.file("theirs.json", &document);
    run(&theirs, &["import".to_owned(), path])?;
    for Answer { query, report } in answers {
        let found = report.differences(&ask(&theirs, query)?);
        if !found.is_empty() {
            let what = format!("in the file of the other side: {}", found.join("; "));
            return Ok(Some(format_finding(stage.history, query.at, &query.command(), &what)));
        }
    }
    Ok(None)
}
