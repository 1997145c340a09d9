//! Short descriptions of records, for the completion of their numbers in a shell.
//!
//! Works for any table, with its most descriptive column. Checksums are not verified, since nothing depends on a
//! completion.

use crate::domain::pair::Pair;
use crate::domain::record::Id;
use crate::store::StoreError;
use crate::store::read_tx::ReadTx;

/// A record that completes a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompletionRow {
    pub number: i64,
    /// A description from one column; may be empty.
    pub words: String,
    pub state: Option<String>,
}

/// More rows than anybody reads.
const MAX_ROWS: usize = 100;

/// Columns that describe a record, the most descriptive first.
const LABEL_COLUMNS: [&str; 12] = [
    "title", "name", "situation", "question", "notes", "next", "achievements", "purpose",
    "because", "planned_at", "held_at", "on",
];

/// The states in which something is still to be done, in quotes for SQL.
const OPEN_STATES: &str = "'open', 'active', 'planned', 'paused', 'begun', 'asked', 'agreed', 'introduced', 'met', 'considered', 'pursued'";

/// Finds the records of a table whose number begins with what was typed: open ones first, then the newest. `pair`
/// restricts them to one pair.
pub fn find(
    tx: &ReadTx<'_>,
    table: &str,
    pair: Option<Id<Pair>>,
    typed: &str,
) -> Result<Vec<CompletionRow>, StoreError> {
    let columns = columns(tx, table)?;
    let has = |name: &str| columns.iter().any(|column| column == name);
    if !has("id") || !typed.chars().all(|c| c.is_ascii_digit()) {
        return Ok(Vec::new());
    }
    let labels = LABEL_COLUMNS.into_iter().filter(|name| has(name));
    let labels: Vec<String> = labels.map(|name| format!("nullif(\"{name}\", ''), ")).collect();
    let state = if has("state") { "state" } else { "NULL" };
    let condition = match pair {
        Some(pair) if has("pair") => format!("pair = {}", pair.number()),
        _ => "1".to_owned(),
    };
    let sql = format!(
        "SELECT id, coalesce({}'', ''), {state} FROM \"{table}\" WHERE {condition} AND id LIKE ?1 || '%'
         ORDER BY {state} IN ({OPEN_STATES}) DESC, id DESC LIMIT {MAX_ROWS}",
        labels.concat()
    );
    let mut statement = tx.connection.prepare_cached(&sql)?;
    let rows = statement.query_map([typed], |row| {
        Ok(CompletionRow { number: row.get(0)?, words: row.get(1)?, state: row.get(2)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

impl CompletionRow {
    /// Returns whether something is still to be done about the record, or it has no state.
    pub fn is_open(&self) -> bool {
        let state = self.state.as_deref();
        state.is_none_or(|state| OPEN_STATES.contains(&format!("'{state}'")))
    }
}

/// Returns the columns of a table; empty if there is no such table.
fn columns(tx: &ReadTx<'_>, table: &str) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT name FROM pragma_table_info(?1)";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let names = statement.query_map([table], |row| row.get(0))?;
    Ok(names.collect::<Result<_, _>>()?)
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::*;
    use crate::store::schema;
    use crate::store::table_row::{TableRow, TableVisitor, visit_tables};

    /// Checks that every table has a descriptive column and can be completed.
    struct LabelCheck<'c>(&'c Connection);

    impl TableVisitor for LabelCheck<'_> {
        type Error = StoreError;

        fn table<T: TableRow>(&mut self) -> Result<(), StoreError> {
            let reader = ReadTx::new(self.0);
            let columns = columns(&reader, T::TABLE)?;
            let has_label =
                LABEL_COLUMNS.iter().any(|name| columns.iter().any(|column| column == name));
            assert!(
                has_label || columns.iter().any(|column| column == "slug"),
                "{} says nothing",
                T::TABLE
            );
            find(&reader, T::TABLE, Some(Id::new(1)), "1").map(drop)
        }
    }

    #[test]
    fn record_numbers_of_every_table_can_be_completed() {
        let mut connection = Connection::open_in_memory().unwrap();
        schema::create_tables(&mut connection, schema::MIGRATIONS).unwrap();
        visit_tables(&mut LabelCheck(&connection)).unwrap();
        let reader = ReadTx::new(&connection);
        assert!(find(&reader, "no_such_table", None, "").unwrap().is_empty());
        assert!(find(&reader, "goal", None, "1' OR 1").unwrap().is_empty());
    }
}
