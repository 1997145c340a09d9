//! Table `setting`: what the user chose for this file.

use rusqlite::types::Value;

use crate::store::StoreError;
use crate::store::reader::Reader;
use crate::store::record::Fields;
use crate::store::undo::SETTING;
use crate::store::writer::{Writer, sealed};

const TABLE: &str = "setting";

/// The slug of the pair in use (`mentor pair use`).
pub fn pair_in_use(tx: &Reader<'_>) -> Result<Option<String>, StoreError> {
    let sql = "SELECT id, name, value, checksum FROM setting WHERE name = 'pair'";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    Fields::new(row, TABLE).verify(3, 0)?;
    Ok(Some(row.get(2)?))
}

pub fn use_pair(tx: &Writer<'_>, slug: &str) -> Result<(), StoreError> {
    tx.watch_table(TABLE, &SETTING)?;
    let known = tx.number(
        "SELECT coalesce(max(id), 0) FROM setting WHERE name = 'pair'",
        [],
    )?;
    let id = match known {
        0 => tx.last_number(TABLE)? + 1,
        known => known,
    };
    let mut row = vec![
        Value::Integer(id),
        Value::Text("pair".to_owned()),
        Value::Text(slug.to_owned()),
    ];
    row.push(sealed(TABLE, &row));
    let sql = "INSERT INTO setting (id, name, value, checksum) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (id) DO UPDATE SET value = excluded.value, checksum = excluded.checksum";
    tx.connection
        .execute(sql, rusqlite::params_from_iter(row))?;
    Ok(())
}
