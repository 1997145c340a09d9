//! Table `share`: circles, documents and stamps.
//!
//! Undo does not touch it. The version that the rows show does have to be undone, and is therefore a setting.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use rusqlite::types::Value;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::domain::person::Side;
use crate::share::bundle::{pack, unpack};
use crate::share::parts::{LIFE, RecordKey};
use crate::share::seal::{DeviceCard, DeviceId};
use crate::share::{ChangeId, DocumentVersions, ShareDocument, from_hex};
use crate::store::read_tx::ReadTx;
use crate::store::share::documents::{
    CircleDocument, DeviceSides, heads_from_texts, heads_to_texts,
};
use crate::store::share::parts::shared_tables;
use crate::store::share::request;
use crate::store::share::rows;
use crate::store::share::same;
use crate::store::share::undecided;
use crate::store::table_row::RowReader;
use crate::store::write_tx::{WriteTx, table_checksum};
use crate::store::{StoreError, settings, tally};

pub(in crate::store) const TABLE: &str = "share";

/// The columns of `share`.
pub(in crate::store) const SHARE: [&str; 4] = ["id", "name", "value", "checksum"];

/// Largest stored value after decompression, in bytes.
const MAX_VALUE_BYTES: usize = 256 << 20;

/// An invitation that was not answered yet.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OpenInvitation {
    pub token: String,
    pub until: String,
}

/// The devices that share a pair.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Circle {
    pub id: String,
    /// The uid of the pair.
    pub pair: String,
    /// The side of this file.
    pub side: String,
    /// The device of this file.
    pub own: DeviceCard,
    /// `None`: the other side has not joined yet.
    pub partner: Option<DeviceCard>,
    /// Whether the user has compared the words of the partner's key.
    pub is_compared: bool,
    /// Records created before this instant are told only if the partner has them too. `None`: all records are told.
    pub since: Option<String>,
    pub folder: Option<String>,
    pub invitation: Option<OpenInvitation>,
    /// Sent along until the partner has answered: proves that this file answers the invitation.
    #[serde(default)]
    pub answer_token: Option<String>,
    /// Whether the pair was added by joining; its state and dates are then the inviter's to tell.
    #[serde(default)]
    pub is_joined_pair: bool,
    /// The number of the last bundle taken from each device.
    #[serde(default)]
    pub taken: BTreeMap<String, u64>,
    /// Forgotten devices of either side: their bundles are refused, their earlier changes remain valid.
    #[serde(default)]
    pub former: Vec<DeviceCard>,
    #[serde(default)]
    pub sent_at: Option<String>,
    #[serde(default)]
    pub taken_at: Option<String>,
}

impl Circle {
    pub fn side(&self) -> Side {
        self.side.parse().unwrap_or(Side::Mentor)
    }

    /// Returns the side of each device, former ones included.
    pub fn sides(&self) -> DeviceSides {
        self.all_cards()
            .filter_map(|card| Some((from_hex(&card.device)?, card.side()?)))
            .collect()
    }

    /// Iterates over all present and former devices.
    pub fn all_cards(&self) -> impl Iterator<Item = &DeviceCard> {
        let present = [Some(&self.own), self.partner.as_ref()];
        present.into_iter().flatten().chain(&self.former)
    }

    pub fn is_former(&self, device: &str) -> bool {
        self.former.iter().any(|card| card.device == device)
    }

    /// Whether this is a new file of a side that has written in the circle before: it takes that history before it tells
    /// anything.
    pub fn awaits_past(&self) -> bool {
        let mut former = self.former.iter();
        self.is_joined_pair
            && self.taken_at.is_none()
            && former.any(|card| card.side() == Some(self.side()))
    }

    /// Finds a present device.
    pub fn card(&self, device: &str) -> Option<&DeviceCard> {
        let cards = [Some(&self.own), self.partner.as_ref()];
        let mut known = cards.into_iter().flatten();
        known.find(|card| card.device == device)
    }
}

/// A stamp exactly as it was signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedStamp {
    pub stamp: String,
    pub signature: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    pub circle: String,
    pub device: String,
    pub number: u64,
    pub heads: BTreeMap<String, Vec<String>>,
}

impl SignedStamp {
    pub fn read(&self) -> Option<Stamp> {
        serde_json::from_str(&self.stamp).ok()
    }
}

impl Stamp {
    /// Returns the text that the signature covers.
    pub fn statement(text: &str) -> String {
        format!("mentor.stamp/1\n{text}")
    }

    pub fn device_id(&self) -> Option<DeviceId> {
        from_hex(&self.device)
    }

    pub fn heads(&self, document: ShareDocument) -> Option<Vec<ChangeId>> {
        let heads = self.heads.get(document.word());
        heads.map_or(Some(Vec::new()), |heads| heads_from_texts(heads))
    }
}

/// The documents of a circle.
pub type CircleDocuments = BTreeMap<ShareDocument, CircleDocument>;

/// The version of each document that the rows show.
pub type CircleVersion = DocumentVersions;

/// Name of the row with the number of the other rows and the sum of their checksums.
const ROWS: &str = "rows";

const ROWS_SQL: &str = "SELECT id, name, value, checksum FROM share";

/// Fails if rows were lost or added: without its rows, a shared pair would look like one that is not shared.
pub(in crate::store) fn verify(connection: &Connection) -> Result<(), StoreError> {
    let (kept, counted) = read_rows(connection)?;
    match kept {
        Some(kept) if kept == counted => Ok(()),
        // Nothing was ever shared from this file.
        None if counted == RowsSum::default() && !is_begun(connection)? => Ok(()),
        Some(_) | None => Err(StoreError::Damaged),
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct RowsSum {
    count: i64,
    checksums: i64,
}

fn read_rows(connection: &Connection) -> Result<(Option<RowsSum>, RowsSum), StoreError> {
    let mut statement = connection.prepare_cached(ROWS_SQL)?;
    let mut rows = statement.query([])?;
    let (mut kept, mut counted) = (None, RowsSum::default());
    while let Some(row) = rows.next()? {
        RowReader::verify_checksum(row, TABLE, 0)?;
        if row.get_ref(1)?.as_str() == Ok(ROWS) {
            let value: Vec<u8> = row.get(2)?;
            let sum = |at: usize| Some(i64::from_le_bytes(value.get(at..at + 8)?.try_into().ok()?));
            let (count, checksums) = (sum(0), sum(8));
            kept = count
                .zip(checksums)
                .map(|(count, checksums)| RowsSum { count, checksums });
        } else {
            counted.count += 1;
            counted.checksums = counted.checksums.wrapping_add(row.get(3)?);
        }
    }
    Ok((kept, counted))
}

/// Whether the file has a device file; that setting is never removed.
fn is_begun(connection: &Connection) -> Result<bool, StoreError> {
    let sql = "SELECT count(*) FROM setting NOT INDEXED WHERE name = ?1";
    let count: i64 = connection.query_row(sql, [settings::DEVICE_FILE], |row| row.get(0))?;
    Ok(count > 0)
}

/// Updates the row with the sums after a change.
fn count_rows(connection: &Connection) -> Result<(), StoreError> {
    let (_, counted) = read_rows(connection)?;
    put_rows(connection, counted)
}

/// Records the identifier of the device file.
pub fn set_device_file(tx: &WriteTx<'_>, file: &str) -> Result<(), StoreError> {
    verify(tx.connection)?;
    settings::set_device_file(tx, file)?;
    count_rows(tx.connection)
}

/// Initialises the table of a file in which nothing is shared.
pub(in crate::store) fn begin(connection: &Connection) -> Result<(), StoreError> {
    put_rows(connection, RowsSum::default())
}

fn put_rows(connection: &Connection, sum: RowsSum) -> Result<(), StoreError> {
    let mut value = sum.count.to_le_bytes().to_vec();
    value.extend(sum.checksums.to_le_bytes());
    put(connection, ROWS, value)
}

fn value(tx: &ReadTx<'_>, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
    let sql = "SELECT id, name, value, checksum FROM share WHERE name = ?1";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let mut rows = statement.query([name])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    RowReader::verify_checksum(row, TABLE, 0)?;
    Ok(Some(row.get(2)?))
}

fn set_value(tx: &WriteTx<'_>, name: &str, bytes: Vec<u8>) -> Result<(), StoreError> {
    put(tx.connection, name, bytes)?;
    count_rows(tx.connection)
}

fn put(connection: &Connection, name: &str, bytes: Vec<u8>) -> Result<(), StoreError> {
    let number = |sql: &str, name: &str| -> Result<i64, StoreError> {
        Ok(connection.query_row(sql, [name], |row| row.get(0))?)
    };
    let known = "SELECT coalesce(max(id), 0) FROM share WHERE name = ?1";
    let last = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = ?1";
    let id = match number(known, name)? {
        0 => number(last, TABLE)? + 1,
        known => known,
    };
    let mut row = vec![
        Value::Integer(id),
        Value::Text(name.to_owned()),
        Value::Blob(bytes),
    ];
    row.push(table_checksum(TABLE, &row));
    let sql = "INSERT INTO share (id, name, value, checksum) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (id) DO UPDATE SET value = excluded.value, checksum = excluded.checksum";
    connection
        .prepare_cached(sql)?
        .execute(rusqlite::params_from_iter(row))?;
    Ok(())
}

/// Returns the names with this last component.
fn names(tx: &ReadTx<'_>, ending: &str) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT name FROM share WHERE name LIKE '%/' || ?1 ORDER BY id";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let found = statement.query_map([ending], |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn json<T: DeserializeOwned>(tx: &ReadTx<'_>, name: &str) -> Result<Option<T>, StoreError> {
    let Some(packed) = value(tx, name)? else {
        return Ok(None);
    };
    let text = unpack(&packed, MAX_VALUE_BYTES).ok_or(StoreError::Damaged)?;
    let read = serde_json::from_slice(&text).map_err(|_| StoreError::Damaged)?;
    Ok(Some(read))
}

fn set_json(tx: &WriteTx<'_>, name: &str, it: &impl Serialize) -> Result<(), StoreError> {
    let text = serde_json::to_vec(it).map_err(|_| StoreError::Damaged)?;
    set_value(tx, name, pack(&text))
}

/// Returns all circles, oldest first.
pub fn circles(tx: &ReadTx<'_>) -> Result<Vec<Circle>, StoreError> {
    verify(tx.connection)?;
    if tx.is_tallied() {
        tally::SHARE.ensure_whole(tx.connection)?;
    }
    let mut found = Vec::new();
    for name in names(tx, "circle")? {
        found.extend(json(tx, &name)?);
    }
    Ok(found)
}

/// Returns the circle of a pair.
pub fn circle_of_pair(tx: &ReadTx<'_>, pair: &str) -> Result<Option<Circle>, StoreError> {
    let mut all = circles(tx)?;
    all.retain(|circle| circle.pair == pair);
    Ok(all.pop())
}

pub fn save_circle(tx: &WriteTx<'_>, circle: &Circle) -> Result<(), StoreError> {
    set_json(tx, &format!("{}/circle", circle.id), circle)
}

/// Ends a circle and removes everything stored about it.
pub fn remove_circle(tx: &WriteTx<'_>, circle: &Circle) -> Result<(), StoreError> {
    undecided::forget(tx, &circle.pair)?;
    same::forget(tx, &circle.id)?;
    request::forget(tx, &circle.id)?;
    if settings::share_version(tx, &circle.id)?.is_some() {
        set_version(tx, &circle.id, &CircleVersion::new())?;
    }
    let sql = "DELETE FROM share WHERE name LIKE ?1 || '/%'";
    tx.connection.execute(sql, [&circle.id])?;
    count_rows(tx.connection)
}

pub fn documents(tx: &ReadTx<'_>, circle: &str) -> Result<CircleDocuments, StoreError> {
    let mut all = CircleDocuments::new();
    for document in ShareDocument::ALL {
        let words: Option<Vec<u8>> = value(tx, &format!("{circle}/words/{document}"))?;
        let saved = value(tx, &format!("{circle}/document/{document}"))?;
        let read = match (saved, words) {
            (Some(saved), Some(words)) => {
                let words = unpack(&words, MAX_VALUE_BYTES).ok_or(StoreError::Damaged)?;
                CircleDocument::load(&saved, &words).ok_or(StoreError::Damaged)?
            }
            _ => CircleDocument::default(),
        };
        all.insert(document, read);
    }
    Ok(all)
}

pub fn save_document(
    tx: &WriteTx<'_>,
    circle: &str,
    document: ShareDocument,
    it: &CircleDocument,
) -> Result<(), StoreError> {
    let (saved, words) = it.save();
    set_value(tx, &format!("{circle}/document/{document}"), saved)?;
    set_value(tx, &format!("{circle}/words/{document}"), pack(&words))
}

/// Returns the stamps of all devices that no newer one covers.
pub fn stamps(tx: &ReadTx<'_>, circle: &Circle) -> Result<Vec<SignedStamp>, StoreError> {
    let mut found = Vec::new();
    for card in circle.all_cards() {
        found.extend(device_stamps(tx, &circle.id, &card.device)?);
    }
    Ok(found)
}

fn device_stamps(
    tx: &ReadTx<'_>,
    circle: &str,
    device: &str,
) -> Result<Vec<SignedStamp>, StoreError> {
    Ok(json(tx, &format!("{circle}/stamp/{device}"))?.unwrap_or_default())
}

/// Stores a stamp and drops older ones of its device that it covers. A restored file may have signed changes that it no
/// longer has; an older stamp is then the only signature for them.
pub fn add_stamp(
    tx: &WriteTx<'_>,
    circle: &str,
    documents: &CircleDocuments,
    stamp: &SignedStamp,
) -> Result<(), StoreError> {
    let Some(new) = stamp.read() else {
        return Ok(());
    };
    let known = device_stamps(tx, circle, &new.device)?;
    let mut all = vec![(new.clone(), stamp.clone())];
    for one in known {
        all.extend(one.read().map(|read| (read, one)));
    }
    let covers = |by: &Stamp, one: &Stamp| {
        by.number > one.number
            && ShareDocument::ALL.iter().all(|document| {
                let heads = by.heads(*document).zip(one.heads(*document));
                let it = documents.get(document);
                heads.is_some_and(|(by, of)| {
                    of.is_empty() || it.is_some_and(|it| it.knows(&by, &of))
                })
            })
    };
    let is_needed = |one: &Stamp| !all.iter().any(|(by, _)| covers(by, one));
    let mut kept: Vec<(u64, SignedStamp)> = Vec::new();
    for (read, signed) in &all {
        if is_needed(read) && kept.iter().all(|(number, _)| *number != read.number) {
            kept.push((read.number, signed.clone()));
        }
    }
    kept.sort_by_key(|(number, _)| *number);
    let kept: Vec<SignedStamp> = kept.into_iter().map(|(_, signed)| signed).collect();
    set_json(tx, &format!("{circle}/stamp/{}", new.device), &kept)
}

/// Returns the records purged here, which must be told as purged.
pub fn purged(tx: &ReadTx<'_>, circle: &str) -> Result<BTreeSet<RecordKey>, StoreError> {
    let keys: Vec<String> = json(tx, &format!("{circle}/purged"))?.unwrap_or_default();
    let keys = keys.iter();
    Ok(keys
        .filter_map(|key| Some(RecordKey::parse(key)?.0))
        .collect())
}

/// Returns the version that the rows show.
pub fn version(tx: &ReadTx<'_>, circle: &str) -> Result<CircleVersion, StoreError> {
    let Some(text) = settings::share_version(tx, circle)? else {
        return Ok(CircleVersion::new());
    };
    let read: BTreeMap<String, Vec<String>> =
        serde_json::from_str(&text).map_err(|_| StoreError::Damaged)?;
    let mut version = CircleVersion::new();
    for (word, heads) in read {
        let document = ShareDocument::from_word(&word).ok_or(StoreError::Damaged)?;
        version.insert(
            document,
            heads_from_texts(&heads).ok_or(StoreError::Damaged)?,
        );
    }
    Ok(version)
}

pub fn set_version(
    tx: &WriteTx<'_>,
    circle: &str,
    version: &CircleVersion,
) -> Result<(), StoreError> {
    let texts: BTreeMap<&str, Vec<String>> = version
        .iter()
        .map(|(document, heads)| (document.word(), heads_to_texts(heads)))
        .collect();
    let text = serde_json::to_string(&texts).map_err(|_| StoreError::Damaged)?;
    settings::set_share_version(tx, circle, &text)
}

/// Drops the words of all records without a row, for `mentor purge`.
pub(in crate::store) fn purge(tx: &WriteTx<'_>) -> Result<(), StoreError> {
    let tables: Vec<&str> = shared_tables()
        .iter()
        .filter(|table| !table.is_fixed)
        .map(|table| table.table)
        .collect();
    for circle in circles(tx)? {
        let groups = same::groups(tx, &circle)?;
        for (document, mut it) in documents(tx, &circle.id)? {
            let keys = it.record_keys();
            let mut gone = BTreeSet::new();
            for key in keys {
                let uid = rows::uid_of_record(&groups.kept(&key).record);
                let (Some(uid), true) = (uid, tables.contains(&key.table.as_str())) else {
                    continue;
                };
                let sql = format!("SELECT count(*) FROM \"{}\" WHERE uid = ?1", key.table);
                if tx.number(&sql, [uid])? == 0 {
                    gone.insert(key);
                }
            }
            if !gone.is_empty() {
                let mut all = purged(tx, &circle.id)?;
                all.extend(gone.iter().cloned());
                let all: Vec<String> = all.iter().map(|key| key.part(LIFE)).collect();
                set_json(tx, &format!("{}/purged", circle.id), &all)?;
            }
            let is_gone = |key: &str| {
                let parsed = RecordKey::parse(key);
                parsed.is_some_and(|(record, part)| part != LIFE && gone.contains(&record))
            };
            if it.purge(is_gone) {
                save_document(tx, &circle.id, document, &it)?;
            }
        }
    }
    Ok(())
}
