//! Refuses writes that only the other side of a shared pair may make; they are made in that side's file.

use rusqlite::types::Value;
use sha2::{Digest, Sha256};

use crate::domain::away::Away;
use crate::domain::pair::Pair;
use crate::domain::person::{Person, Side};
use crate::domain::record::Id;
use crate::share::parts::{PartWriter, SharePart};
use crate::store::read_tx::ReadTx;
use crate::store::share::{circles, undecided};
use crate::store::table_row::TableRow;
use crate::store::{StoreError, pairs};

/// A shared pair whose other side has joined.
#[derive(Debug)]
pub(in crate::store) struct SharedPair {
    pair: i64,
    /// The number of the partner's row.
    partner: i64,
    /// The partner's first name.
    who: String,
    their_side: Side,
}

/// Returns the pairs whose other side has a file of its own.
pub(in crate::store) fn shared_pairs(tx: &ReadTx<'_>) -> Result<Vec<SharedPair>, StoreError> {
    let circles = circles::shared_pairs(tx)?;
    if circles.is_empty() {
        return Ok(Vec::new());
    }
    let all = pairs::pairs(tx)?.into_iter();
    let shared = all.filter(|pair| circles.contains_key(&pair.record.uid));
    let shared = shared.map(|pair| {
        let their_side = pair.user_side().other();
        SharedPair {
            pair: pair.id().number(),
            partner: pair.partner().id.number(),
            who: pair.first_name(their_side).to_owned(),
            their_side,
        }
    });
    Ok(shared.collect())
}

/// A write to a row. The values are those of the columns, without the envelope.
#[derive(Clone, Copy)]
pub(in crate::store) enum SharedRowChange<'v> {
    Insert(&'v [Value]),
    Update(&'v [Value], &'v [Value]),
    Delete(&'v [Value]),
}

impl<'v> SharedRowChange<'v> {
    /// The row before and after: moving a record to another owner needs the right to write both.
    fn rows(&self) -> Vec<&'v [Value]> {
        match *self {
            SharedRowChange::Insert(row) | SharedRowChange::Delete(row) => vec![row],
            SharedRowChange::Update(before, after) => vec![before, after],
        }
    }

    fn row(&self) -> &[Value] {
        match self {
            SharedRowChange::Insert(row)
            | SharedRowChange::Update(row, _)
            | SharedRowChange::Delete(row) => row,
        }
    }
}

/// Fails if only the other side of a shared pair may delete this record.
pub(in crate::store) fn ensure_may_delete<T: TableRow>(
    tx: &ReadTx<'_>,
    shared: &[SharedPair],
    id: Id<T>,
) -> Result<(), StoreError> {
    if T::PARTS.is_empty() || shared.is_empty() {
        return Ok(());
    }
    match tx.first::<T>("WHERE id = ?1", [id.number()])? {
        Some(record) => {
            let row = record.data.write();
            ensure_own::<T>(shared, id.number(), SharedRowChange::Delete(&row))
        }
        None => Ok(()),
    }
}

/// Fails if the write belongs to the other side.
pub(in crate::store) fn ensure_own<T: TableRow>(
    shared: &[SharedPair],
    number: i64,
    change: SharedRowChange<'_>,
) -> Result<(), StoreError> {
    let Some(pair) = pair_of::<T>(shared, number, change.row()) else {
        return Ok(());
    };
    // Tables that are never published are written by their own side only, too.
    let author = T::AUTHOR_COLUMN.and_then(|name| side_in::<T>(change.row(), name));
    if matches!(change, SharedRowChange::Insert(_)) && author == Some(pair.their_side) {
        return Err(StoreError::Theirs {
            table: T::TABLE,
            id: number,
            part: T::TABLE,
            who: pair.who.clone(),
            is_whole: true,
        });
    }
    for (at, part) in T::PARTS.iter().enumerate() {
        let mut rows = change.rows().into_iter();
        if !rows.any(|row| is_theirs::<T>(pair, number, part, row)) {
            continue;
        }
        let is_touched = match change {
            SharedRowChange::Delete(_) => at == 0 && !T::IS_FIXED,
            SharedRowChange::Insert(row) => {
                (at == 0 && !T::IS_FIXED) || part_values::<T>(part, row).any(is_value)
            }
            SharedRowChange::Update(before, after) => {
                !part_values::<T>(part, before).eq(part_values::<T>(part, after))
            }
        };
        if is_touched {
            return Err(StoreError::Theirs {
                table: T::TABLE,
                id: number,
                part: part.name,
                who: pair.who.clone(),
                is_whole: at == 0 && !T::IS_FIXED,
            });
        }
    }
    Ok(())
}

/// Fails if an edit would make a record private that has a conflict: the version written here could not be found again.
pub(in crate::store) fn ensure_decided<T: TableRow>(
    tx: &ReadTx<'_>,
    number: i64,
    change: SharedRowChange<'_>,
) -> Result<(), StoreError> {
    let SharedRowChange::Update(before, after) = change else {
        return Ok(());
    };
    let is_private = |row| column::<T>(row, "private") == Some(&Value::Integer(1));
    let becomes_private = is_private(after) && !is_private(before);
    if becomes_private && undecided::is_published(tx, T::TABLE, number)? {
        Err(StoreError::Undecided { table: T::TABLE, id: number })
    } else {
        Ok(())
    }
}

fn is_value(value: &Value) -> bool {
    !matches!(value, Value::Null) && *value != Value::Text(String::new())
}

fn column<'v, T: TableRow>(row: &'v [Value], name: &str) -> Option<&'v Value> {
    let at = T::COLUMNS.iter().position(|column| *column == name)?;
    row.get(at)
}

fn part_values<'v, T: TableRow>(
    part: &'static SharePart,
    row: &'v [Value],
) -> impl Iterator<Item = &'v Value> {
    part.columns.iter().filter_map(|name| column::<T>(row, name))
}

/// Returns the shared pair that a row belongs to.
fn pair_of<'s, T: TableRow>(
    shared: &'s [SharedPair],
    number: i64,
    row: &[Value],
) -> Option<&'s SharedPair> {
    let is_of = |pair: &&SharedPair| match T::TABLE {
        Pair::TABLE => pair.pair == number,
        Person::TABLE => pair.partner == number,
        Away::TABLE => column::<T>(row, "person") == Some(&Value::Integer(pair.partner)),
        _ => column::<T>(row, "pair") == Some(&Value::Integer(pair.pair)),
    };
    shared.iter().find(is_of)
}

/// Returns the uid of a joint record, which is the same whichever side creates it. `None`: the pair is not shared.
pub(in crate::store) fn joint_uid<T: TableRow>(
    tx: &ReadTx<'_>,
    it: &T,
) -> Result<Option<String>, StoreError> {
    let row = it.write();
    let Some(Value::Integer(number)) = column::<T>(&row, "pair") else {
        return Ok(None);
    };
    let pairs = pairs::pairs(tx)?;
    let pair = pairs.iter().find(|pair| pair.id().number() == *number);
    let Some(pair) = pair else {
        return Ok(None);
    };
    let circle = match circles::find_for_pair(tx, &pair.record.uid)? {
        Some(circle) => Some(circle.id),
        None => circles::shared_pairs(tx)?.remove(&pair.record.uid),
    };
    let Some(circle) = circle else {
        return Ok(None);
    };
    let sql = format!("SELECT count(*) FROM \"{}\" WHERE pair = ?1", T::TABLE);
    let before = tx.number(&sql, [number])?;
    let named = format!("mentor.joint/1\n{circle}\n{}\n{before}", T::TABLE);
    let digest: [u8; 32] = Sha256::digest(named.as_bytes()).into();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    // RFC 9562, version 8: custom bits.
    Ok(Some(uuid::Builder::from_custom_bytes(bytes).into_uuid().to_string()))
}

/// Returns the side that a column names.
fn side_in<T: TableRow>(row: &[Value], name: &str) -> Option<Side> {
    match column::<T>(row, name) {
        Some(Value::Text(side)) => side.parse().ok(),
        _ => None,
    }
}

fn is_theirs<T: TableRow>(pair: &SharedPair, number: i64, part: &SharePart, row: &[Value]) -> bool {
    let named = |name: &str| side_in::<T>(row, name);
    let writer = match part.writer {
        PartWriter::Both => None,
        PartWriter::One(side) => Some(side),
        PartWriter::Named(column) => named(column),
        PartWriter::NotNamed(column) => named(column).map(Side::other),
        PartWriter::Owner => {
            let is_partner = match T::TABLE {
                Person::TABLE => number == pair.partner,
                _ => column::<T>(row, "person") == Some(&Value::Integer(pair.partner)),
            };
            is_partner.then_some(pair.their_side)
        }
    };
    writer == Some(pair.their_side)
}
