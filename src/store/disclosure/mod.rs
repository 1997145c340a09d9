//! Reading what the other side of a pair may see: a copy in memory of what the rules (`domain/disclosure.rs`) leave.
//!
//! Whatever is read for the other side is read from the copy by the same queries as one's own, so it is told as if what
//! is private had never been there.

use std::collections::{BTreeMap, HashSet};

use rusqlite::Connection;
use rusqlite::types::Value;

use crate::domain::checkin::CheckIn;
use crate::domain::disclosure::Context;
use crate::domain::pair::{Pair, PairContext};
use crate::domain::person::Person;
use crate::domain::record::Record;
use crate::store::column::{ColumnType, ColumnValue};
use crate::store::file::connect_in_memory;
use crate::store::read_tx::ReadTx;
use crate::store::table_row::{ENVELOPE, TableRow, TableVisitor, quoted_columns, visit_tables};
use crate::store::write_tx::record_checksum;
use crate::store::{StoreError, pair_items, pairs, reviews, schema};

/// Runs `query` on what the other side of this pair may see. It gets the pair as it is there, and no other.
pub fn read<T, E: From<StoreError>>(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    query: impl FnOnce(&ReadTx<'_>, PairContext) -> Result<T, E>,
) -> Result<T, E> {
    read_with_withheld(tx, pair, |shared, told, _| query(shared, told))
}

/// What is kept back of the records that are here: by table and number the columns, or all of them.
pub type WithheldColumns = BTreeMap<(&'static str, i64), Withheld>;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Withheld {
    Record,
    Columns(Vec<&'static str>),
}

/// The same, for whoever has to know as well what the copy lacks.
pub fn read_with_withheld<T, E: From<StoreError>>(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    query: impl FnOnce(&ReadTx<'_>, PairContext, &WithheldColumns) -> Result<T, E>,
) -> Result<T, E> {
    let (copy, withheld) = copy(tx, pair)?;
    let shared = ReadTx::without_tally(&copy).for_partner();
    let told = pairs::pairs(&shared)?.pop();
    query(&shared, told.ok_or(StoreError::Damaged)?, &withheld)
}

fn copy(tx: &ReadTx<'_>, pair: &PairContext) -> Result<(Connection, WithheldColumns), StoreError> {
    let mut copy = connect_in_memory()?;
    schema::create_tables(&mut copy, schema::MIGRATIONS)?;
    // Links are seen to one by one.
    copy.execute_batch("PRAGMA foreign_keys = OFF; BEGIN")?;
    let mut private_logs: Vec<Record<CheckIn>> = pair_items::all_in_pair(tx, pair.id())?;
    private_logs.retain(|one| one.private);
    let mut copying = DisclosureCopier {
        tx,
        to: &copy,
        context: Context {
            pair,
            private_logs: private_logs.iter().map(|one| one.id).collect(),
            reviews: reviews::all(tx, pair.id())?,
            first_day: reviews::first_day(tx, pair)?,
            disclosed: HashSet::new(),
        },
        withheld: WithheldColumns::new(),
    };
    visit_tables(&mut copying)?;
    let withheld = copying.withheld;
    copy.execute_batch("COMMIT")?;
    Ok((copy, withheld))
}

struct DisclosureCopier<'t, 'c> {
    tx: &'t ReadTx<'c>,
    to: &'t Connection,
    context: Context<'t>,
    withheld: WithheldColumns,
}

impl TableVisitor for DisclosureCopier<'_, '_> {
    type Error = StoreError;

    fn table<T: TableRow>(&mut self) -> Result<(), StoreError> {
        for record in self.candidates::<T>()? {
            let row = (T::TABLE, record.id.number());
            let mut columns = T::withheld(&record, &self.context).to_vec();
            if let Some(record) = self.disclose(record)
                && let Some(values) = self.row_without_hidden_links(&record, &mut columns)
            {
                insert::<T>(self.to, values)?;
                self.context.disclosed.insert(row);
                if !columns.is_empty() {
                    self.withheld.insert(row, Withheld::Columns(columns));
                }
            } else {
                self.withheld.insert(row, Withheld::Record);
            }
        }
        Ok(())
    }
}

impl DisclosureCopier<'_, '_> {
    /// The records of the pair; those of a table without a pair are told apart by what they belong to.
    fn candidates<T: TableRow>(&self) -> Result<Vec<Record<T>>, StoreError> {
        let pair = self.context.pair;
        let pair_id = pair.id().number();
        match T::TABLE {
            Pair::TABLE => self.tx.all("WHERE id = ?1", [pair_id]),
            Person::TABLE => self.tx.all(
                "WHERE id IN (?1, ?2) ORDER BY id",
                [pair.mentor.id.number(), pair.mentee.id.number()],
            ),
            _ if T::COLUMNS.contains(&"pair") => pair_items::all_in_pair(self.tx, pair.id()),
            _ => self.tx.whole_table(),
        }
    }

    fn disclose<T: TableRow>(&self, record: Record<T>) -> Option<Record<T>> {
        #[cfg(test)]
        if fault::is_in(T::TABLE) {
            return Some(record);
        }
        T::disclose(record, &self.context)
    }

    /// The row of a record without links to what was not copied; `None`: it makes no sense without one.
    fn row_without_hidden_links<T: TableRow>(
        &self,
        record: &Record<T>,
        withheld: &mut Vec<&'static str>,
    ) -> Option<Vec<Value>> {
        let mut values = vec![
            record.id.to_cell(),
            record.uid.to_cell(),
            record.created_at.to_cell(),
            record.changed_at.to_cell(),
        ];
        values.extend(record.data.write());
        #[cfg(test)]
        if fault::is_in(T::TABLE) {
            return Some(values);
        }
        for (at, shape) in T::column_types().into_iter().enumerate() {
            let ColumnType::Link { to, owned } = shape else {
                continue;
            };
            let cell = &mut values[ENVELOPE.len() + at];
            if self.is_hidden(to, cell) {
                if owned {
                    return None;
                }
                *cell = Value::Null;
                withheld.push(T::COLUMNS[at]);
            }
        }
        Some(values)
    }

    fn is_hidden(&self, table: &'static str, cell: &Value) -> bool {
        match cell {
            Value::Integer(number) => !self.context.disclosed.contains(&(table, *number)),
            _ => false,
        }
    }
}

/// Nothing undoes a change of the copy, so no writer is needed.
fn insert<T: TableRow>(to: &Connection, mut values: Vec<Value>) -> Result<(), StoreError> {
    values.push(record_checksum::<T>(&values));
    let places = vec!["?"; values.len()].join(", ");
    let columns = quoted_columns::<T>();
    let sql = format!("INSERT INTO {} ({columns}) VALUES ({places})", T::TABLE);
    let mut statement = to.prepare_cached(&sql)?;
    statement.execute(rusqlite::params_from_iter(values))?;
    Ok(())
}

/// For the tests of the tests: a table whose rule has been forgotten.
#[cfg(test)]
mod fault {
    use std::cell::Cell;

    thread_local! {
        static TABLE: Cell<Option<&'static str>> = const { Cell::new(None) };
    }

    pub fn put(table: Option<&'static str>) {
        TABLE.set(table);
    }

    pub fn is_in(table: &str) -> bool {
        TABLE.get() == Some(table)
    }
}

#[cfg(test)]
mod canary;
