//! The searched columns of each table. They are derived from the column types, so that a new noun is searched without
//! further code.

use std::convert::Infallible;

use crate::domain::away::Away;
use crate::domain::goal::DateMove;
use crate::domain::pair::Pair;
use crate::domain::person::Person;
use crate::domain::record::MAX_ID;
use crate::store::column::{ColumnType, ColumnValue};
use crate::store::table_row::{TableRow, TableVisitor, visit_tables};

/// Columns that name a record. Their words weigh more than others.
const TITLE_COLUMNS: [&str; 2] = ["title", "name"];

/// Columns with the day or moment of a record, the preferred one first. A record without any is dated by `created_at`.
const DATE_COLUMNS: [&str; 6] = ["held_at", "planned_at", "on", "asked_at", "asked_on", "from"];

/// How many bits of a key in the index hold the record's number; the bits above hold the table's position.
const NUMBER_BITS: u32 = MAX_ID.count_ones();

/// A table and its searched columns.
pub(in crate::store) struct IndexedTable {
    /// The position among all tables. It may change only with the version of the file, when the index is rebuilt.
    position: i64,
    pub table: &'static str,
    pub titles: Vec<&'static str>,
    pub texts: Vec<&'static str>,
    pub owner: IndexOwner,
    /// The query for a row's pair, its person, and when it happened or was created.
    pub date_query: String,
}

/// The record that a row is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) enum IndexOwner {
    /// The row is a record by itself.
    Itself,
    /// A column holds the number of a record of that table.
    Of { column: &'static str, table: &'static str },
    /// The columns `what` and `number` hold the table and the number, as in `move`.
    Named,
}

/// Returns all tables that have texts, in the order of their keys in the index.
pub(in crate::store) fn indexed_tables() -> Vec<IndexedTable> {
    indexed_tables_where(|_| true)
}

/// Returns the tables that have texts and whose name `is_wanted` accepts, in the order of their keys in the index.
pub(in crate::store) fn indexed_tables_where(
    is_wanted: impl Fn(&str) -> bool,
) -> Vec<IndexedTable> {
    struct TableCollector<W> {
        is_wanted: W,
        position: i64,
        tables: Vec<IndexedTable>,
    }

    impl<W: Fn(&str) -> bool> TableVisitor for TableCollector<W> {
        type Error = Infallible;

        fn table<T: TableRow>(&mut self) -> Result<(), Infallible> {
            self.position += 1;
            if (self.is_wanted)(T::TABLE) {
                self.tables.push(IndexedTable::new::<T>(self.position));
            }
            Ok(())
        }
    }

    let mut collector = TableCollector { is_wanted, position: 0, tables: Vec::new() };
    let Ok(()) = visit_tables(&mut collector);
    let has_texts = |table: &IndexedTable| !table.titles.is_empty() || !table.texts.is_empty();
    collector.tables.retain(has_texts);
    collector.tables
}

/// Derives the owner of the rows of a table from its first owned link.
fn owner<T: TableRow>(column_types: &[ColumnType]) -> IndexOwner {
    if T::TABLE == DateMove::TABLE {
        return IndexOwner::Named;
    }
    let mut links = T::COLUMNS.iter().zip(column_types);
    let owner = links.find_map(|(column, column_type)| match column_type {
        // The link to the pair or person says whose the record is, not what it is part of.
        ColumnType::Link { to, owned: true } if ![Pair::TABLE, Person::TABLE].contains(to) => {
            Some(IndexOwner::Of { column, table: to })
        }
        _ => None,
    });
    owner.unwrap_or(IndexOwner::Itself)
}

/// Returns whether a text is a stored day or moment, which is not searched.
pub(in crate::store) fn is_date(text: &str) -> bool {
    let value = rusqlite::types::ValueRef::Text(text.as_bytes());
    chrono::NaiveDate::from_cell(value).is_some()
        || chrono::DateTime::<chrono::Utc>::from_cell(value).is_some()
}

/// Returns the position of the table that a key of the index belongs to.
pub(in crate::store) fn table_position(key: i64) -> i64 {
    key >> NUMBER_BITS
}

/// Finds the table and the number of the record with this key in the index.
pub(in crate::store) fn find_by_key(
    tables: &[IndexedTable],
    key: i64,
) -> Option<(&IndexedTable, i64)> {
    let at = tables.binary_search_by_key(&table_position(key), |table| table.position);
    Some((tables.get(at.ok()?)?, key & MAX_ID))
}

impl IndexedTable {
    fn new<T: TableRow>(position: i64) -> Self {
        let column_types = T::column_types();
        let columns = || T::COLUMNS.iter().copied().zip(column_types.iter().copied());
        let is_text = |column_type| matches!(column_type, ColumnType::Text | ColumnType::List);
        let (titles, texts) = columns()
            .filter(|(_, column_type)| is_text(*column_type))
            .map(|(column, _)| column)
            .partition(|column| TITLE_COLUMNS.contains(column));
        let mut when = String::from("coalesce(");
        for name in DATE_COLUMNS {
            let is_date = |(column, column_type): (&str, ColumnType)| {
                column == name && matches!(column_type, ColumnType::Day | ColumnType::Instant)
            };
            if columns().any(is_date) {
                when.push_str(&format!("\"{name}\", "));
            }
        }
        when.push_str("created_at, '')");
        let whose = match T::TABLE {
            Pair::TABLE => "id, NULL",
            Person::TABLE => "NULL, id",
            Away::TABLE => "NULL, person",
            _ => "pair, NULL",
        };
        IndexedTable {
            position,
            table: T::TABLE,
            titles,
            texts,
            owner: owner::<T>(&column_types),
            date_query: format!("SELECT {whose}, {when} FROM \"{}\" WHERE id = ?1", T::TABLE),
        }
    }

    /// Returns the key of a record in the index.
    pub fn key(&self, number: i64) -> i64 {
        self.position << NUMBER_BITS | (number & MAX_ID)
    }

    /// Returns the searched columns for an SQL query, in quotes, titles first.
    pub fn columns(&self) -> String {
        let columns = self.titles.iter().chain(&self.texts);
        let quoted: Vec<String> = columns.map(|column| format!("\"{column}\"")).collect();
        quoted.join(", ")
    }

    /// Returns the tables whose records its rows may belong to, which may be the table itself.
    pub fn kinds(&self) -> Vec<&'static str> {
        match self.owner {
            IndexOwner::Itself => vec![self.table],
            IndexOwner::Of { table, .. } => vec![table],
            IndexOwner::Named => vec!["goal", "followup", "checkin"],
        }
    }

    /// Returns the first and the last key that its rows can have in the index.
    pub fn key_range(&self) -> [i64; 2] {
        [self.key(0), self.key(MAX_ID)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_convert_back_to_table_and_number() {
        let tables = indexed_tables();
        for number in [1, 12, MAX_ID] {
            for table in &tables {
                let (found, found_number) = find_by_key(&tables, table.key(number)).unwrap();
                assert_eq!((found.table, found_number), (table.table, number));
            }
        }
    }

    #[test]
    fn texts_are_searched_but_not_texts_with_a_fixed_syntax() {
        let tables = indexed_tables();
        let table = |name| tables.iter().find(|table| table.table == name).unwrap();
        let goal = table("goal");
        assert_eq!(goal.titles, ["title"]);
        assert_eq!(goal.texts, ["why", "done_when", "support", "category", "because"]);
        assert!(!table("checkin").texts.contains(&"zone"));
        assert!(!table("agreement").texts.contains(&"cadence"));
        assert!(is_date("2026-12-01") && is_date("2026-12-01T09:00:00Z"));
        assert!(!is_date("2026-12-01 at noon"));
    }

    #[test]
    fn dependent_records_belong_to_their_owner() {
        let tables = indexed_tables();
        let table = |name| tables.iter().find(|table| table.table == name).unwrap();
        assert_eq!(table("goal_entry").kinds(), ["goal"]);
        assert_eq!(table("move").kinds(), ["goal", "followup", "checkin"]);
        assert_eq!(table("away").kinds(), ["away"]);
        assert_eq!(table("win").kinds(), ["win"]);
    }
}
