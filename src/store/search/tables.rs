//! What of each table is searched: found from the shapes of its columns, so that a new noun is searched without a line
//! of its own.

use std::convert::Infallible;

use crate::domain::away::Away;
use crate::domain::goal::DateMove;
use crate::domain::pair::Pair;
use crate::domain::person::Person;
use crate::domain::record::MAX_ID;
use crate::store::column::{ColumnType, ColumnValue};
use crate::store::table_row::{TableRow, TableVisitor, visit_tables};

/// Columns that name a record; their words weigh more than others.
const NAMING: [&str; 2] = ["title", "name"];

/// Columns with the day or moment of a record, the best first; without one it is that of its beginning.
const DATING: [&str; 6] = [
    "held_at",
    "planned_at",
    "on",
    "asked_at",
    "asked_on",
    "from",
];

/// Bits of a row's number in the index that hold the record's.
const NUMBER_BITS: u32 = MAX_ID.count_ones();

/// One table, as far as the search goes.
pub(in crate::store) struct IndexedTable {
    /// Its place among all tables. A table comes or goes with a new version of the file, and that makes the index anew.
    place: i64,
    pub table: &'static str,
    pub titles: Vec<&'static str>,
    pub texts: Vec<&'static str>,
    pub owner: IndexOwner,
    /// Asks for a row's pair, its person, and when it happened or was written.
    pub dated: String,
}

/// Of which record a row is a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) enum IndexOwner {
    /// It stands for itself.
    Itself,
    /// A column holds the number of a record of that table.
    Of {
        column: &'static str,
        table: &'static str,
    },
    /// It names the table and the number.
    Named,
}

/// All tables that have texts, in the order of their rows in the index.
pub(in crate::store) fn indexed_tables() -> Vec<IndexedTable> {
    indexed_tables_where(|_| true)
}

/// Those of the tables that are wanted.
pub(in crate::store) fn indexed_tables_where(
    is_wanted: impl Fn(&str) -> bool,
) -> Vec<IndexedTable> {
    struct TableCollector<W> {
        is_wanted: W,
        place: i64,
        found: Vec<IndexedTable>,
    }

    impl<W: Fn(&str) -> bool> TableVisitor for TableCollector<W> {
        type Error = Infallible;

        fn table<T: TableRow>(&mut self) -> Result<(), Infallible> {
            self.place += 1;
            if (self.is_wanted)(T::TABLE) {
                self.found.push(for_table::<T>(self.place));
            }
            Ok(())
        }
    }

    let mut look = TableCollector {
        is_wanted,
        place: 0,
        found: Vec::new(),
    };
    let Ok(()) = visit_tables(&mut look);
    let has_texts = |one: &IndexedTable| !one.titles.is_empty() || !one.texts.is_empty();
    look.found.retain(has_texts);
    look.found
}

fn for_table<T: TableRow>(place: i64) -> IndexedTable {
    let shapes = T::column_types();
    let columns = || T::COLUMNS.iter().copied().zip(shapes.iter().copied());
    let is_text = |shape| matches!(shape, ColumnType::Text | ColumnType::List);
    let (titles, texts) = columns()
        .filter(|(_, shape)| is_text(*shape))
        .map(|(column, _)| column)
        .partition(|column| NAMING.contains(column));
    let mut when = String::from("coalesce(");
    for dating in DATING {
        let is_date = |(column, shape): (&str, ColumnType)| {
            column == dating && matches!(shape, ColumnType::Day | ColumnType::Instant)
        };
        if columns().any(is_date) {
            when.push_str(&format!("\"{dating}\", "));
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
        place,
        table: T::TABLE,
        titles,
        texts,
        owner: owner::<T>(&shapes),
        dated: format!("SELECT {whose}, {when} FROM \"{}\" WHERE id = ?1", T::TABLE),
    }
}

fn owner<T: TableRow>(shapes: &[ColumnType]) -> IndexOwner {
    if T::TABLE == DateMove::TABLE {
        return IndexOwner::Named;
    }
    let mut links = T::COLUMNS.iter().zip(shapes);
    let owner = links.find_map(|(column, shape)| match shape {
        // The pair and the person are whose it is, not what it is a part of.
        ColumnType::Link { to, owned: true } if ![Pair::TABLE, Person::TABLE].contains(to) => {
            Some(IndexOwner::Of { column, table: to })
        }
        _ => None,
    });
    owner.unwrap_or(IndexOwner::Itself)
}

/// Whether a text is nobody's words, but a day or a moment.
pub(in crate::store) fn is_a_date(text: &str) -> bool {
    let value = rusqlite::types::ValueRef::Text(text.as_bytes());
    chrono::NaiveDate::from_cell(value).is_some()
        || chrono::DateTime::<chrono::Utc>::from_cell(value).is_some()
}

/// The place of the table of which a number in the index is.
pub(in crate::store) fn place(key: i64) -> i64 {
    key >> NUMBER_BITS
}

/// The record that has this number in the index: its table and number.
pub(in crate::store) fn record(
    searched: &[IndexedTable],
    key: i64,
) -> Option<(&IndexedTable, i64)> {
    let at = searched.binary_search_by_key(&place(key), |one| one.place);
    Some((searched.get(at.ok()?)?, key & MAX_ID))
}

impl IndexedTable {
    /// The number that a record has in the index.
    pub fn key(&self, number: i64) -> i64 {
        self.place << NUMBER_BITS | (number & MAX_ID)
    }

    /// The texts of its columns as they are in a row, titles first.
    pub fn columns(&self) -> String {
        let columns = self.titles.iter().chain(&self.texts);
        let quoted: Vec<String> = columns.map(|column| format!("\"{column}\"")).collect();
        quoted.join(", ")
    }

    /// The tables of which its rows may be a part, itself included.
    pub fn kinds(&self) -> Vec<&'static str> {
        match self.owner {
            IndexOwner::Itself => vec![self.table],
            IndexOwner::Of { table, .. } => vec![table],
            IndexOwner::Named => vec!["goal", "followup", "checkin"],
        }
    }

    /// Every number in the index that one of its rows can have.
    pub fn keys(&self) -> [i64; 2] {
        [self.key(0), self.key(MAX_ID)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_in_the_index_leads_back_to_its_record() {
        let searched = indexed_tables();
        for number in [1, 12, MAX_ID] {
            for one in &searched {
                let (back, there) = record(&searched, one.key(number)).unwrap();
                assert_eq!((back.table, there), (one.table, number));
            }
        }
    }

    #[test]
    fn words_are_searched_and_forms_are_not() {
        let searched = indexed_tables();
        let of = |table| searched.iter().find(|one| one.table == table).unwrap();
        let goal = of("goal");
        assert_eq!(goal.titles, ["title"]);
        assert_eq!(
            goal.texts,
            ["why", "done_when", "support", "category", "because"]
        );
        assert!(!of("checkin").texts.contains(&"zone"));
        assert!(!of("agreement").texts.contains(&"cadence"));
        assert!(is_a_date("2026-12-01") && is_a_date("2026-12-01T09:00:00Z"));
        assert!(!is_a_date("2026-12-01 at noon"));
    }

    #[test]
    fn a_part_belongs_to_what_it_is_a_part_of() {
        let searched = indexed_tables();
        let of = |table| searched.iter().find(|one| one.table == table).unwrap();
        assert_eq!(of("goal_entry").kinds(), ["goal"]);
        assert_eq!(of("move").kinds(), ["goal", "followup", "checkin"]);
        assert_eq!(of("away").kinds(), ["away"]);
        assert_eq!(of("win").kinds(), ["win"]);
    }
}
