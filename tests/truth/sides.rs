//! The file of the other side: made by what the user hands on, and read where the other one is the user.

use crate::examination::told;
use crate::play::{Answer, Stage, ask, run, strings};
use crate::sandbox::Sandbox;

/// What the other file prints otherwise than the user's, which has given these answers now. Nothing is private in it.
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
            return Ok(Some(told(stage.history, query.at, &query.command(), &what)));
        }
    }
    Ok(None)
}
