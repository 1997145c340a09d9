//! One command's change, as the history tells it.

use chrono::{DateTime, Utc};

use crate::words;

words! {
    StepState { Done = "done", Undone = "undone" }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndoStep {
    pub id: i64,
    pub at: DateTime<Utc>,
    /// What the command said it did, a line for each part.
    pub words: String,
    pub state: StepState,
}
