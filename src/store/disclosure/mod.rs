//! Reading what the other side of a pair may see: a copy in memory, reduced by the rules in `domain/disclosure.rs`.
//!
//! Output for the other side runs the same queries on this copy as the user's own output on the file, so nothing in it
//! hints at what is private.

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
use crate::store::share::circles;
use crate::store::table_row::{ENVELOPE, TableRow, TableVisitor, quoted_columns, visit_tables};
use crate::store::write_tx::record_checksum;
use crate::store::{StoreError, pair_items, pairs, reviews, revision, schema};

/// Runs `query` on what the other side of this pair may see. The copy has this pair only, and `query` gets the pair as
/// read from it.
pub fn read<T, E: From<StoreError>>(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    query: impl FnOnce(&ReadTx<'_>, PairContext) -> Result<T, E>,
) -> Result<T, E> {
    read_with_withheld(tx, pair, |copy, pair, _| query(copy, pair))
}

/// What the copy lacks, by table and number of the record.
pub type WithheldColumns = BTreeMap<(&'static str, i64), Withheld>;

/// What is withheld of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Withheld {
    /// The whole record.
    Record,
    /// Only these columns.
    Columns(Vec<&'static str>),
}

/// Runs `query` like `read`, and also passes what the copy lacks.
pub fn read_with_withheld<T, E: From<StoreError>>(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    query: impl FnOnce(&ReadTx<'_>, PairContext, &WithheldColumns) -> Result<T, E>,
) -> Result<T, E> {
    let (copy, withheld) = copy_disclosed(tx, pair)?;
    let is_shared = circles::has_partner(tx, pair)?;
    let partner_tx = ReadTx::without_tally(&copy).for_partner(is_shared);
    let disclosed_pair = pairs::pairs(&partner_tx)?.pop();
    let disclosed_pair = disclosed_pair.ok_or(StoreError::Damaged)?;
    query(&partner_tx, disclosed_pair, &withheld)
}

/// Copies what the other side may see into a database in memory.
fn copy_disclosed(
    tx: &ReadTx<'_>,
    pair: &PairContext,
) -> Result<(Connection, WithheldColumns), StoreError> {
    let copy = connect_in_memory()?;
    // Links to records that are not copied are removed one by one.
    copy.execute_batch("PRAGMA foreign_keys = OFF; BEGIN")?;
    schema::copy_definitions(tx.connection, &copy)?;
    revision::create_state_moments(&copy)?;
    let mut private_logs: Vec<Record<CheckIn>> = pair_items::all_in_pair(tx, pair.id())?;
    private_logs.retain(|checkin| checkin.private);
    let mut copier = DisclosureCopier {
        tx,
        to: &copy,
        context: Context {
            pair,
            private_logs: private_logs.iter().map(|checkin| checkin.id).collect(),
            reviews: reviews::all(tx, pair.id())?,
            first_day: reviews::first_day(tx, pair)?,
            disclosed: HashSet::new(),
        },
        withheld: WithheldColumns::new(),
    };
    visit_tables(&mut copier)?;
    let withheld = copier.withheld;
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
            let key = (T::TABLE, record.id.number());
            let mut columns = T::withheld(&record, &self.context).to_vec();
            if let Some(record) = self.disclose(record)
                && let Some(values) = self.row_without_hidden_links(&record, &mut columns)
            {
                insert::<T>(self.to, values)?;
                revision::copy_state_moment(self.tx, &record, self.to)?;
                self.context.disclosed.insert(key);
                if !columns.is_empty() {
                    self.withheld.insert(key, Withheld::Columns(columns));
                }
            } else {
                self.withheld.insert(key, Withheld::Record);
            }
        }
        Ok(())
    }
}

impl DisclosureCopier<'_, '_> {
    /// Returns the records of the pair. Of a table without a column `pair` it returns all records; those of other pairs
    /// are dropped because the records they belong to are not copied.
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
        if fault::is_set_for(T::TABLE) {
            return Some(record);
        }
        T::disclose(record, &self.context)
    }

    /// Returns the row of a record without links to records that were not copied, and adds their columns to `withheld`.
    /// `None`: the record belongs to one that was not copied.
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
        if fault::is_set_for(T::TABLE) {
            return Some(values);
        }
        for (at, column_type) in T::column_types().into_iter().enumerate() {
            let ColumnType::Link { to, owned } = column_type else {
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

/// Inserts a row. No `WriteTx` is needed, since changes to the copy are never undone.
fn insert<T: TableRow>(to: &Connection, mut values: Vec<Value>) -> Result<(), StoreError> {
    values.push(record_checksum::<T>(&values));
    let places = vec!["?"; values.len()].join(", ");
    let columns = quoted_columns::<T>();
    let sql = format!("INSERT INTO {} ({columns}) VALUES ({places})", T::TABLE);
    let mut statement = to.prepare_cached(&sql)?;
    statement.execute(rusqlite::params_from_iter(values))?;
    Ok(())
}

/// Lets a test disable the rule of one table, to prove that the other tests notice it.
#[cfg(test)]
mod fault {
    use std::cell::Cell;

    thread_local! {
        /// A value would have to go through every rule, in the program as well, for one test.
        static TABLE: Cell<Option<&'static str>> = const { Cell::new(None) };
    }

    pub fn set(table: Option<&'static str>) {
        TABLE.set(table);
    }

    pub fn is_set_for(table: &str) -> bool {
        TABLE.get() == Some(table)
    }
}

#[cfg(test)]
mod canary;
