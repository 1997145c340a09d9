//! Table `setting`: what the user chose for this file.

use crate::store::StoreError;
use crate::store::reader::Reader;
use crate::store::undo::SETTING;
use crate::store::writer::Writer;

/// The slug of the pair in use (`mentor pair use`).
pub fn pair_in_use(tx: &Reader<'_>) -> Result<Option<String>, StoreError> {
    tx.text("SELECT value FROM setting WHERE name = 'pair'", [])
}

pub fn use_pair(tx: &Writer<'_>, slug: &str) -> Result<(), StoreError> {
    tx.watch_table("setting", &SETTING)?;
    tx.connection.execute(
        "INSERT INTO setting (name, value) VALUES ('pair', ?1)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        [slug],
    )?;
    Ok(())
}
