//! The tally of tables with few rows, which are counted again at every change.

use rusqlite::{Connection, OptionalExtension};

use crate::store::StoreError;
use crate::store::tally::count::{MONTH_BITS, OWNER_BITS, TallyCount, count_from_row};

#[derive(Debug)]
pub(in crate::store) struct SmallTable {
    pub(super) name: &'static str,
    /// The key of its row in the tally.
    pub(super) key: i64,
}

pub(in crate::store) static SETTINGS: SmallTable = SmallTable::new(31, "setting");
pub(in crate::store) static SHARE: SmallTable = SmallTable::new(30, "share");

pub(super) static SMALL_TABLES: [&SmallTable; 2] = [&SETTINGS, &SHARE];

impl SmallTable {
    const fn new(number: i64, name: &'static str) -> SmallTable {
        SmallTable { name, key: number << (OWNER_BITS + MONTH_BITS) }
    }

    pub(super) fn count(&self, connection: &Connection) -> Result<TallyCount, StoreError> {
        let sql = format!("SELECT id, checksum FROM {} NOT INDEXED ORDER BY id", self.name);
        let mut statement = connection.prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        let mut count = TallyCount::default();
        while let Some(row) = rows.next()? {
            count.add(TallyCount::one(row.get(0)?, row.get(1)?));
        }
        Ok(count)
    }

    /// Counts the table and stores the result in the tally.
    pub(in crate::store) fn store_count(&self, connection: &Connection) -> Result<(), StoreError> {
        let count = self.count(connection)?;
        let sql = "REPLACE INTO tally (id, count, numbers, checksums) VALUES (?1, ?2, ?3, ?4)";
        let mut put = connection.prepare_cached(sql)?;
        put.execute((self.key, count.count, count.numbers, count.checksums))?;
        Ok(())
    }

    /// Fails if the rows of the table do not match the tally.
    pub(in crate::store) fn ensure_whole(&self, connection: &Connection) -> Result<(), StoreError> {
        self.ensure_count(connection, self.count(connection)?)
    }

    /// Fails if this count of the table does not match the tally.
    pub(in crate::store) fn ensure_count(
        &self,
        connection: &Connection,
        counted: TallyCount,
    ) -> Result<(), StoreError> {
        let sql = "SELECT count, numbers, checksums FROM tally WHERE id = ?1";
        let mut statement = connection.prepare_cached(sql)?;
        let stored = statement.query_row([self.key], count_from_row).optional()?;
        if stored.unwrap_or_default() == counted {
            Ok(())
        } else {
            Err(StoreError::Miscounted { table: self.name })
        }
    }
}
