//! How large a file may be to be looked at whole.

use rusqlite::{Connection, Result};

/// Pages of a file that is looked at whole before every write, and whose search index has a checksum of all of it. Of a larger
/// one that would take longer than the write: it is looked at whole once a day.
const SMALL_PAGES: i64 = 256;

pub(in crate::store) fn is_small(connection: &Connection) -> Result<bool> {
    let pages: i64 = connection.query_row("PRAGMA page_count", [], |row| row.get(0))?;
    Ok(pages <= SMALL_PAGES)
}
