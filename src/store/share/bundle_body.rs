//! The body of a bundle: written from the documents, and verified when one is read.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use crate::share::introduction::MachineIntroduction;
use crate::share::lines::{self, LineDocument, LineError};
use crate::share::parts::{LIFE, RecordKey, TableParts};
use crate::share::request::{REFUSAL, REQUEST};
use crate::share::same::{JoinedRecords, RecordGroups, SAME};
use crate::share::seal::{self, DeviceId, DeviceKeys};
use crate::share::show::ShownRecords;
use crate::share::{ChangeId, ShareDocument, from_hex};
use crate::store::StoreError;
use crate::store::read_tx::ReadTx;
use crate::store::share::circles::{self, Circle, SharedPairs};
use crate::store::share::documents::{CircleDocument, DocumentError, heads_to_texts};
use crate::store::share::error::ExchangeError;
use crate::store::share::numbers;
use crate::store::share::reading::{newest, show_view, view_at};
use crate::store::share::saved_documents::{self, CircleDocuments};
use crate::store::share::stamps::{self, SignedStamp, Stamp};
use crate::store::write_tx::WriteTx;

/// Whether the documents have changed since this device last sent a bundle.
pub fn has_news(tx: &ReadTx<'_>, circle: &Circle) -> Result<bool, StoreError> {
    let heads = current_heads(&saved_documents::load(tx, &circle.id)?);
    let stamps = stamps::load(tx, circle)?.into_iter();
    let own = stamps.filter_map(|one| one.read().filter(|it| it.device == circle.own.device));
    let last = own.max_by_key(|stamp| stamp.number);
    Ok(last.map(|stamp| stamp.heads) != Some(heads))
}

/// Whether a bundle of this device with this number has everything that the documents have.
pub fn is_current(
    tx: &ReadTx<'_>,
    circle: &Circle,
    number: u64,
    body: &str,
) -> Result<bool, StoreError> {
    let heads = current_heads(&saved_documents::load(tx, &circle.id)?);
    // Stamps are the first lines of a body.
    let lines = body.lines();
    let stamps = lines.map_while(|line| serde_json::from_str::<SignedStamp>(line).ok());
    let mut stamps = stamps.filter_map(|one| one.read());
    Ok(stamps.any(|stamp| {
        stamp.device == circle.own.device && stamp.number == number && stamp.heads == heads
    }))
}

/// Returns the heads of each document, as a stamp states them.
fn current_heads(documents: &CircleDocuments) -> BTreeMap<String, Vec<String>> {
    let heads = documents.iter();
    heads.map(|(document, it)| (document.word().to_owned(), heads_to_texts(&it.heads()))).collect()
}

/// Signs the present version of the documents and returns the body of a bundle.
pub fn write(
    tx: &WriteTx<'_>,
    circle: &Circle,
    keys: &DeviceKeys,
    number: u64,
) -> Result<String, ExchangeError> {
    let documents = saved_documents::load(tx, &circle.id)?;
    let stamp = Stamp {
        circle: circle.id.clone(),
        device: circle.own.device.clone(),
        number,
        heads: current_heads(&documents),
    };
    let text = serde_json::to_string(&stamp).map_err(|_| ExchangeError::BadStamp)?;
    let signed =
        SignedStamp { signature: keys.sign(Stamp::statement(&text).as_bytes()), stamp: text };
    stamps::add(tx, &circle.id, &documents, &signed)?;
    let mut body = format(tx, circle, &documents)?;
    if circle.is_of_own_machines() {
        let shared = SharedLine { shares: circles::shared_here(tx)? };
        body.push_str(&serde_json::to_string(&shared).map_err(|_| ExchangeError::BadStamp)?);
        body.push('\n');
    }
    for card in &circle.machines {
        let introduction = MachineIntroduction::new(&circle.id, card, keys);
        let line = serde_json::to_string(&introduction).map_err(|_| ExchangeError::BadStamp)?;
        body.push_str(&line);
        body.push('\n');
    }
    Ok(body)
}

/// A line for the user's other machines: the pairs that the writer shares with the other person.
#[derive(Serialize, Deserialize)]
struct SharedLine {
    shares: SharedPairs,
}

/// Returns the pairs that the writer of a body shares with the other person.
pub fn shared_there(body: &str) -> SharedPairs {
    let mut lines = body.lines().filter(|line| line.starts_with("{\"shares\""));
    let line = lines.next().and_then(|line| serde_json::from_str::<SharedLine>(line).ok());
    line.map(|line| line.shares).unwrap_or_default()
}

/// Returns the body of a bundle with the stamps known so far.
pub fn format(
    tx: &ReadTx<'_>,
    circle: &Circle,
    documents: &CircleDocuments,
) -> Result<String, ExchangeError> {
    let mut text = String::new();
    for stamp in stamps::load(tx, circle)? {
        let line = serde_json::to_string(&stamp).map_err(|_| ExchangeError::BadStamp)?;
        text.push_str(&line);
        text.push('\n');
    }
    let tables = circle.tables();
    let view = view_at(documents, &newest(documents), circle);
    let joined = JoinedRecords::from_view(&view);
    // Records that this side asks to delete still exist for the other side.
    let shown = show_view(view, documents, circle, &tables, &joined, &BTreeSet::new());
    let is_withheld = |key: &str| is_withheld(key, &tables, &shown.shown, &shown.groups);
    let lines = documents.iter().map(|(document, it)| it.to_lines(*document, &is_withheld));
    let lines: Vec<LineDocument> = lines.collect();
    for one in &lines {
        lines::write(one, &mut text).map_err(|_| ExchangeError::BadStamp)?;
    }
    // The user's own machines have no use for them.
    if !circle.is_of_own_machines() {
        let is_gone = |record: &RecordKey| shown.shown.is_gone(shown.groups.representative(record));
        text.push_str(&numbers::line(tx, &tables, &lines, is_gone)?);
        text.push('\n');
    }
    Ok(text)
}

/// Whether the content of a key is left out because the record is gone. Those of tables in newer versions are always passed
/// on.
fn is_withheld(
    key: &str,
    tables: &[TableParts],
    shown: &ShownRecords,
    groups: &RecordGroups,
) -> bool {
    let Some((record, part)) = RecordKey::parse(key) else {
        return false;
    };
    let is_known = tables.iter().any(|table| table.table == record.table);
    ![LIFE, SAME, REQUEST, REFUSAL].contains(&part)
        && is_known
        && shown.is_gone(groups.representative(&record))
}

/// Parses a body and verifies its stamps and documents.
pub fn read(
    tx: &ReadTx<'_>,
    circle: &Circle,
    sender: &str,
    number: u64,
    body: &str,
) -> Result<(Vec<SignedStamp>, CircleDocuments), ExchangeError> {
    let mut stamps: Vec<SignedStamp> = Vec::new();
    let lines = lines::read(body, |line, json| {
        if json.get("stamp").is_some() {
            let read = serde_json::from_value(json.clone());
            let read = read.map_err(|_| LineError { line, what: "not a stamp" });
            stamps.push(read?);
        }
        Ok(())
    })?;
    let mut signed: HashMap<DeviceId, Vec<Stamp>> = HashMap::new();
    for (at, stamp) in stamps.iter().chain(&stamps::load(tx, circle)?).enumerate() {
        let read = stamp.read();
        let card = read.as_ref().and_then(|read| {
            let mut cards = circle.all_cards();
            cards.find(|card| card.device == read.device)
        });
        let is_sound = card.is_some_and(|card| {
            let statement = Stamp::statement(&stamp.stamp);
            seal::verify(&card.sign, statement.as_bytes(), &stamp.signature)
        });
        match read.filter(|read| is_sound && read.circle == circle.id) {
            Some(read) => {
                let device = read.device_id().ok_or(ExchangeError::BadStamp)?;
                signed.entry(device).or_default().push(read);
            }
            None if at < stamps.len() => return Err(ExchangeError::BadStamp),
            None => {}
        }
    }
    let own: Option<DeviceId> = from_hex(sender);
    let own = own.and_then(|device| signed.get(&device));
    let own = own.and_then(|all| all.iter().find(|stamp| stamp.number == number));
    let own = own.ok_or(ExchangeError::BadStamp)?;
    let mine = saved_documents::load(tx, &circle.id)?;
    let mut read = CircleDocuments::new();
    for one in &lines {
        let it = check_document(circle, own, &signed, one, mine.get(&one.document))
            .map_err(|error| ExchangeError::Document(one.document, error))?;
        read.insert(one.document, it);
    }
    // A document that was signed must be present.
    for document in ShareDocument::ALL {
        let heads = own.heads(document).ok_or(ExchangeError::BadStamp)?;
        if !heads.is_empty() && !read.contains_key(&document) {
            return Err(ExchangeError::Document(document, DocumentError::OtherHeads));
        }
    }
    Ok((stamps, read))
}

fn check_document(
    circle: &Circle,
    own: &Stamp,
    signed: &HashMap<DeviceId, Vec<Stamp>>,
    lines: &LineDocument,
    mine: Option<&CircleDocument>,
) -> Result<CircleDocument, DocumentError> {
    let it = CircleDocument::from_lines(lines)?;
    let mut heads = own.heads(lines.document).ok_or(DocumentError::OtherHeads)?;
    heads.sort_unstable();
    if it.heads() != heads {
        return Err(DocumentError::OtherHeads);
    }
    let of_document = |stamps: &Vec<Stamp>| {
        let heads = stamps.iter().filter_map(|stamp| stamp.heads(lines.document));
        heads.flatten().collect::<Vec<ChangeId>>()
    };
    let signed = signed.iter().map(|(device, stamps)| (*device, of_document(stamps))).collect();
    let none = CircleDocument::default();
    it.check_cover(lines.document, &circle.sides(), &signed, mine.unwrap_or(&none))?;
    Ok(it)
}

/// Counts the records whose creation or deletion in a body is not known here.
pub fn count_new_records(
    tx: &ReadTx<'_>,
    circle: &Circle,
    body: &str,
) -> Result<usize, StoreError> {
    let documents = saved_documents::load(tx, &circle.id)?;
    let Ok(read) = lines::read(body, |_, _| Ok(())) else {
        // An unreadable body is refused later, with the reason.
        return Ok(0);
    };
    let mut lives: BTreeMap<&str, i64> = BTreeMap::new();
    for one in &read {
        for write in one.changes.iter().flat_map(|change| &change.writes) {
            let key = one.keys.get(write.key).map_or("", String::as_str);
            if RecordKey::parse(key).is_some_and(|(_, part)| part == LIFE) {
                let count = lives.entry(key).or_default();
                *count = (*count).max(write.count);
            }
        }
    }
    let is_new = |key: &str, count: i64| {
        let mut known = documents.values().map(|it| it.count(key));
        known.all(|known| known < count)
    };
    Ok(lives.iter().filter(|(key, count)| is_new(key, **count)).count())
}
