//! Whether the data file is what was written.

/// What a look at every row and every page has found.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct HealthReport {
    /// How many records of each table are as they were written.
    pub tables: Vec<(&'static str, usize)>,
    /// One sentence each; none: all is well.
    pub problems: Vec<String>,
    /// The search index did not have the words of the records, and was made anew in the copy.
    pub is_index_rebuilt: bool,
}

impl HealthReport {
    pub fn records(&self) -> usize {
        self.tables.iter().map(|(_, good)| good).sum()
    }
}
