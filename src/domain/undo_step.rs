//! The undo steps that `mentor history` lists.

use chrono::{DateTime, Utc};

use crate::words;

words! {
    StepState { Done = "done", Undone = "undone" }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndoStep {
    pub id: i64,
    pub at: DateTime<Utc>,
    /// The confirmation that the command printed, one line per part.
    pub words: String,
    pub state: StepState,
}
