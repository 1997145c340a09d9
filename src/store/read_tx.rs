//! Reading inside one transaction: what every query of every noun is made of.

use rusqlite::{Connection, Params};

use crate::domain::record::{Id, Record};
use crate::store::StoreError;
use crate::store::table_row::{RowReader, TableRow, select_sql};

/// A consistent view of the file: everything a command reads is of one moment.
pub struct ReadTx<'c> {
    pub(in crate::store) connection: &'c Connection,
    /// Whether it holds only what the other side of a pair may see.
    pub(in crate::store) is_for_partner: bool,
}

impl<'c> ReadTx<'c> {
    pub(in crate::store) fn new(connection: &'c Connection) -> Self {
        ReadTx {
            connection,
            is_for_partner: false,
        }
    }
}

impl ReadTx<'_> {
    /// The record with this number.
    pub fn find<T: TableRow>(&self, id: Id<T>) -> Result<Option<Record<T>>, StoreError> {
        self.first("WHERE id = ?1", [id.number()])
    }

    /// The first record that `clause` (from `WHERE` on) picks.
    pub fn first<T: TableRow>(
        &self,
        clause: &str,
        params: impl Params,
    ) -> Result<Option<Record<T>>, StoreError> {
        let sql = [&select_sql::<T>(), clause, " LIMIT 1"].concat();
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params)?;
        rows.next()?
            .map(|row| RowReader::verified(row, T::TABLE, T::LATER_COLUMNS)?.record())
            .transpose()
    }

    /// All records that `clause` (from `WHERE` on, with its `ORDER BY`) picks.
    pub fn all<T: TableRow>(
        &self,
        clause: &str,
        params: impl Params,
    ) -> Result<Vec<Record<T>>, StoreError> {
        let sql = select_sql::<T>() + clause;
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params)?;
        let mut records = Vec::new();
        while let Some(row) = rows.next()? {
            records.push(RowReader::verified(row, T::TABLE, T::LATER_COLUMNS)?.record()?);
        }
        Ok(records)
    }

    /// One whole number, such as a count.
    pub fn number(&self, sql: &str, params: impl Params) -> Result<i64, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.query_row(params, |row| row.get(0))?)
    }

    /// The size of the file.
    pub(in crate::store) fn file_bytes(&self) -> Result<i64, StoreError> {
        let sql = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";
        self.number(sql, [])
    }
}
