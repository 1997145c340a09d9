//! The result of an integrity check of the data file.

/// The findings of a check of every row and every page.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct HealthReport {
    /// Per table: how many records match their checksum.
    pub tables: Vec<(&'static str, usize)>,
    /// One sentence per problem; empty if the file is sound.
    pub problems: Vec<String>,
    /// Whether the search index did not match the records and was rebuilt in the copy. Returns the number of intact
    /// records over all tables.
    pub is_index_rebuilt: bool,
}

impl HealthReport {
    /// Returns the number of intact records over all tables.
    pub fn records(&self) -> usize {
        self.tables.iter().map(|(_, good)| good).sum()
    }
}
