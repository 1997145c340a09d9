//! The tally of the settings.

use rusqlite::{Connection, OptionalExtension};

use crate::store::StoreError;
use crate::store::tally::count::{MONTH_BITS, OWNER_BITS, TallyCount, count_from_row};

/// The key of the settings, which are few: they are counted anew at every change.
pub(super) const SETTINGS: i64 = 31 << (OWNER_BITS + MONTH_BITS);

pub(super) fn count_settings(connection: &Connection) -> Result<TallyCount, StoreError> {
    let sql = "SELECT id, checksum FROM setting NOT INDEXED ORDER BY id";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let mut found = TallyCount::default();
    while let Some(row) = rows.next()? {
        found.add(TallyCount::one(row.get(0)?, row.get(1)?));
    }
    Ok(found)
}

/// Counts the settings anew.
pub(in crate::store) fn store_settings_count(connection: &Connection) -> Result<(), StoreError> {
    let count = count_settings(connection)?;
    let sql = "REPLACE INTO tally (id, count, numbers, checksums) VALUES (?1, ?2, ?3, ?4)";
    let mut put = connection.prepare_cached(sql)?;
    put.execute((SETTINGS, count.count, count.numbers, count.checksums))?;
    Ok(())
}

/// Refuses settings of which one is missing.
pub(in crate::store) fn ensure_settings(connection: &Connection) -> Result<(), StoreError> {
    let sql = "SELECT count, numbers, checksums FROM tally WHERE id = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let kept = statement.query_row([SETTINGS], count_from_row).optional()?;
    match kept.unwrap_or_default() == count_settings(connection)? {
        true => Ok(()),
        false => Err(StoreError::Miscounted { table: "setting" }),
    }
}
