//! Records in a few words, for whoever is typing a number: a completion, not an answer.
//!
//! Any table will do, by whichever of its columns says most. Checksums are not looked at: nothing is built on a hint.

use crate::domain::pair::Pair;
use crate::domain::record::Id;
use crate::store::StoreError;
use crate::store::read_tx::ReadTx;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompletionRow {
    pub number: i64,
    pub words: String,
    pub state: Option<String>,
}

/// More than anybody reads.
const MAX_ROWS: usize = 100;

/// What says most about a record, best first.
const LABEL_COLUMNS: [&str; 12] = [
    "title",
    "name",
    "situation",
    "question",
    "notes",
    "next",
    "achievements",
    "purpose",
    "because",
    "planned_at",
    "held_at",
    "on",
];

/// States in which a record still wants something.
const OPEN: &str = "'open', 'active', 'planned', 'paused', 'begun', 'asked', 'agreed', 'introduced', 'met', 'considered', 'pursued'";

/// The records of a table whose number begins as typed: open ones first, then the newest; of one pair, or of all.
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
    let telling = LABEL_COLUMNS.into_iter().filter(|name| has(name));
    let telling: Vec<String> = telling
        .map(|name| format!("nullif(\"{name}\", ''), "))
        .collect();
    let state = if has("state") { "state" } else { "NULL" };
    let of_pair = match pair {
        Some(pair) if has("pair") => format!("pair = {}", pair.number()),
        _ => "1".to_owned(),
    };
    let sql = format!(
        "SELECT id, coalesce({}'', ''), {state} FROM \"{table}\" WHERE {of_pair} AND id LIKE ?1 || '%'
         ORDER BY {state} IN ({OPEN}) DESC, id DESC LIMIT {MAX_ROWS}",
        telling.concat()
    );
    let mut statement = tx.connection.prepare_cached(&sql)?;
    let hints = statement.query_map([typed], |row| {
        Ok(CompletionRow {
            number: row.get(0)?,
            words: row.get(1)?,
            state: row.get(2)?,
        })
    })?;
    Ok(hints.collect::<Result<_, _>>()?)
}

impl CompletionRow {
    pub fn is_open(&self) -> bool {
        let state = self.state.as_deref();
        state.is_none_or(|state| OPEN.contains(&format!("'{state}'")))
    }
}

/// The columns of a table; none if there is no such table.
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

    /// Every table has something to say about its records.
    struct LabelCheck<'c>(&'c Connection);

    impl TableVisitor for LabelCheck<'_> {
        type Error = StoreError;

        fn table<T: TableRow>(&mut self) -> Result<(), StoreError> {
            let reader = ReadTx::new(self.0);
            let columns = columns(&reader, T::TABLE)?;
            let says = LABEL_COLUMNS
                .iter()
                .any(|name| columns.iter().any(|column| column == name));
            assert!(
                says || columns.iter().any(|column| column == "slug"),
                "{} says nothing",
                T::TABLE
            );
            find(&reader, T::TABLE, Some(Id::new(1)), "1").map(drop)
        }
    }

    #[test]
    fn every_table_can_be_hinted_at() {
        let mut connection = Connection::open_in_memory().unwrap();
        schema::create_tables(&mut connection, schema::MIGRATIONS).unwrap();
        visit_tables(&mut LabelCheck(&connection)).unwrap();
        let reader = ReadTx::new(&connection);
        assert!(find(&reader, "no_such_table", None, "").unwrap().is_empty());
        assert!(find(&reader, "goal", None, "1' OR 1").unwrap().is_empty());
    }
}
