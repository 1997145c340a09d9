//! The size up to which a file is small enough to be verified whole before every write.

use rusqlite::{Connection, Result};

/// Up to this many pages a file is verified whole before every write, and the checksum of its search index covers the
/// whole index. For a larger file that would take longer than the write itself, so it is verified whole once a day,
/// with its backup.
const MAX_SMALL_PAGES: i64 = 256;

pub(in crate::store) fn is_small(connection: &Connection) -> Result<bool> {
    let pages: i64 = connection.query_row("PRAGMA page_count", [], |row| row.get(0))?;
    Ok(pages <= MAX_SMALL_PAGES)
}
