//! Sending what was told, taking what arrives, and deciding conflicts.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::Value as Json;

use crate::domain::field_value::FieldValue;
use crate::domain::pair::PairContext;
use crate::share::device::Device;
use crate::share::lines::{self, LineDocument, LineError};
use crate::share::parts::{LIFE, OF, RecordKey, TableParts};
use crate::share::request::{DeletionRequest, REFUSAL, REQUEST};
use crate::share::same::{JoinedRecords, RecordGroups, SAME};
use crate::share::seal::{self, DeviceId, DeviceKeys};
use crate::share::show::{ForeignPart, OpenChoice, ShownRecords};
use crate::share::tell::{ToldPut, may_delete};
use crate::share::{ChangeId, ShareDocument, from_hex};
use crate::store::StoreError;
use crate::store::read_tx::ReadTx;
use crate::store::share::apply::{Application, TakenItem, apply};
use crate::store::share::deletion::OwnWords;
use crate::store::share::documents::{CircleDocument, DocumentError, heads_to_texts};
use crate::store::share::kept_back::{self, TheirWriting};
use crate::store::share::memory::{
    self, Circle, CircleDocuments, CircleVersion, SignedStamp, Stamp,
};
use crate::store::share::parts::shared_tables;
use crate::store::share::reading::{CircleReading, newest, show_view, view_at};
use crate::store::share::request;
use crate::store::share::restored::restore_deleted;
use crate::store::share::rows;
use crate::store::share::said::{TITLE_COLUMNS, title_value};
use crate::store::share::same;
use crate::store::share::telling::write_puts;
use crate::store::share::undecided;
use crate::store::write_tx::WriteTx;

pub use crate::store::share::error::ExchangeError;
pub use crate::store::share::telling::{is_reopened, refresh_undecided, tell_rows};

/// The result of taking a bundle.
#[derive(Clone, Debug, Default)]
pub struct TakeReport {
    pub items: Vec<TakenItem>,
    /// Parts that the other side may not write, which were ignored.
    pub foreign: Vec<ForeignPart>,
    /// New conflicts, with the numbers of their records.
    pub open: Vec<(OpenChoice, i64)>,
    /// This side's text in deleted rows.
    pub own_words: Vec<OwnWords>,
    /// New deletion requests: table, number and title of each record.
    pub requests: Vec<(String, i64, FieldValue)>,
}

/// Lists the records of the pair that would be told, with their titles, table by table.
pub fn list_tellable(
    tx: &ReadTx<'_>,
    pair: &PairContext,
) -> Result<Vec<(&'static str, FieldValue)>, StoreError> {
    let told = rows::tellable(tx, pair, None, &|_| false)?;
    let mut listed = Vec::new();
    for table in shared_tables().iter().filter(|table| !table.is_fixed) {
        let records = told.records.iter();
        for (_, record) in records.filter(|(key, _)| key.table == table.table) {
            let said = |column: &str| {
                let mut words = record.parts.values();
                let text = words.find_map(|words| words.get(column)?.as_str())?;
                Some(title_value(column, &FieldValue::Text(text.to_owned())))
            };
            let title = TITLE_COLUMNS.iter().find_map(|column| said(column));
            listed.push((table.table, title.unwrap_or(FieldValue::Nothing)));
        }
    }
    Ok(listed)
}

/// Returns the conflicts of a circle that this side can decide.
pub fn open_choices(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    circle: &Circle,
) -> Result<Vec<OpenChoice>, StoreError> {
    let reading = CircleReading::new(tx, pair, circle)?;
    let mut open = reading.was.open;
    // Parts that only the other side may write are decided there.
    open.retain(|one| one.document.may_write(circle.side()));
    open.extend(
        reading
            .kept_back
            .into_iter()
            .filter(|one| !one.is_emptied()),
    );
    Ok(open)
}

/// Whether the rows show everything in the documents.
pub fn is_current(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    circle: &Circle,
) -> Result<bool, StoreError> {
    let sorted = |version: CircleVersion| -> CircleVersion {
        let each = version.into_iter().filter(|(_, heads)| !heads.is_empty());
        each.map(|(document, mut heads)| {
            heads.sort_unstable();
            (document, heads)
        })
        .collect()
    };
    let reading = CircleReading::new(tx, pair, circle)?;
    if sorted(newest(&reading.documents)) != sorted(reading.version.clone()) {
        return Ok(false);
    }
    if reading.kept_back.iter().any(OpenChoice::is_emptied) {
        return Ok(false);
    }
    // A record that only the other side may delete, but was deleted here, is due to come back.
    let has_row = |key: &RecordKey| {
        reading.rows.records.contains_key(key) || reading.rows.withheld.contains_key(key)
    };
    let mut shown = reading.was.records.iter();
    let is_missing = shown.any(|(key, shown)| {
        let mut tables = reading.tables.iter();
        let stands_alone =
            tables.any(|one| one.table == key.table && !one.is_fixed && one.owned_by.is_none());
        stands_alone && !has_row(key) && !may_delete(shown, circle.side())
    });
    Ok(!is_missing)
}

/// Counts the records whose creation or deletion in a body is not known here.
pub fn count_new_lives(tx: &ReadTx<'_>, circle: &Circle, body: &str) -> Result<usize, StoreError> {
    let documents = memory::documents(tx, &circle.id)?;
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
    Ok(lives
        .iter()
        .filter(|(key, count)| is_new(key, **count))
        .count())
}

/// Whether only the other side may delete a record, having added it.
pub fn is_theirs_to_delete(
    tx: &ReadTx<'_>,
    circle: &Circle,
    table: &str,
    uid: &str,
) -> Result<bool, StoreError> {
    let documents = memory::documents(tx, &circle.id)?;
    let version = memory::version(tx, &circle.id)?;
    let joined = same::joined(tx, &circle.id)?;
    let view = view_at(&documents, &version, circle);
    let none = BTreeSet::new();
    let shown = show_view(view, &documents, circle, &shared_tables(), &joined, &none).shown;
    let record = rows::record_of_uid(uid).map(|record| RecordKey::new(table, &record));
    let shown = record.and_then(|record| shown.records.get(&record).cloned());
    Ok(shown.is_some_and(|shown| !may_delete(&shown, circle.side())))
}

/// Returns the keys that the next telling would write.
pub fn untold(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    circle: &Circle,
) -> Result<BTreeSet<String>, StoreError> {
    let puts = CircleReading::new(tx, pair, circle)?.puts(circle);
    Ok(puts.into_iter().map(|put| put.key).collect())
}

/// Whether the documents have changed since this device last sent a bundle.
pub fn has_news(tx: &ReadTx<'_>, circle: &Circle) -> Result<bool, StoreError> {
    let heads: BTreeMap<String, Vec<String>> = memory::documents(tx, &circle.id)?
        .iter()
        .map(|(document, it)| (document.word().to_owned(), heads_to_texts(&it.heads())))
        .collect();
    let stamps = memory::stamps(tx, circle)?.into_iter();
    let own = stamps.filter_map(|one| one.read().filter(|it| it.device == circle.own.device));
    let last = own.max_by_key(|stamp| stamp.number);
    Ok(last.map(|stamp| stamp.heads) != Some(heads))
}

/// Signs the present version of the documents and returns the body of a bundle.
pub fn write_body(
    tx: &WriteTx<'_>,
    circle: &Circle,
    keys: &DeviceKeys,
    number: u64,
) -> Result<String, ExchangeError> {
    let documents = memory::documents(tx, &circle.id)?;
    let heads = documents
        .iter()
        .map(|(document, it)| (document.word().to_owned(), heads_to_texts(&it.heads())));
    let stamp = Stamp {
        circle: circle.id.clone(),
        device: circle.own.device.clone(),
        number,
        heads: heads.collect(),
    };
    let text = serde_json::to_string(&stamp).map_err(|_| ExchangeError::BadStamp)?;
    let signed = SignedStamp {
        signature: keys.sign(Stamp::statement(&text).as_bytes()),
        stamp: text,
    };
    memory::add_stamp(tx, &circle.id, &documents, &signed)?;
    body_text(tx, circle, &documents)
}

/// Returns the body of a bundle with the stamps known so far.
pub fn body_text(
    tx: &ReadTx<'_>,
    circle: &Circle,
    documents: &CircleDocuments,
) -> Result<String, ExchangeError> {
    let mut text = String::new();
    for stamp in memory::stamps(tx, circle)? {
        let line = serde_json::to_string(&stamp).map_err(|_| ExchangeError::BadStamp)?;
        text.push_str(&line);
        text.push('\n');
    }
    let tables = shared_tables();
    let view = view_at(documents, &newest(documents), circle);
    let joined = JoinedRecords::from_view(&view);
    // Records that this side asks to delete still exist for the other side.
    let shown = show_view(view, documents, circle, &tables, &joined, &BTreeSet::new());
    let is_withheld = |key: &str| is_withheld(key, &tables, &shown.shown, &shown.groups);
    for (document, it) in documents {
        let lines = it.to_lines(*document, &is_withheld);
        lines::write(&lines, &mut text).map_err(|_| ExchangeError::BadStamp)?;
    }
    Ok(text)
}

/// Whether the words of a key are left out because the record is gone. Those of tables in newer versions are always passed
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
        && shown.is_gone(groups.kept(&record))
}

/// Parses a body and verifies its stamps and documents.
pub fn read_body(
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
            let read = read.map_err(|_| LineError {
                line,
                what: "not a stamp",
            });
            stamps.push(read?);
        }
        Ok(())
    })?;
    let mut signed: HashMap<DeviceId, Vec<Stamp>> = HashMap::new();
    for (at, stamp) in stamps
        .iter()
        .chain(&memory::stamps(tx, circle)?)
        .enumerate()
    {
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
    let mine = memory::documents(tx, &circle.id)?;
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
        let heads = stamps
            .iter()
            .filter_map(|stamp| stamp.heads(lines.document));
        heads.flatten().collect::<Vec<ChangeId>>()
    };
    let signed = signed
        .iter()
        .map(|(device, stamps)| (*device, of_document(stamps)))
        .collect();
    let none = CircleDocument::default();
    it.check_cover(
        lines.document,
        &circle.sides(),
        &signed,
        mine.unwrap_or(&none),
    )?;
    Ok(it)
}

/// Drops the words of purged records.
fn drop_purged_words(
    tx: &WriteTx<'_>,
    circle: &Circle,
    documents: &mut CircleDocuments,
    shown: &ShownRecords,
) -> Result<(), StoreError> {
    for (document, it) in documents {
        let is_purged = |key: &str| {
            let parsed = RecordKey::parse(key);
            parsed.is_some_and(|(record, part)| part != LIFE && shown.purged.contains(&record))
        };
        if it.purge(is_purged) {
            memory::save_document(tx, &circle.id, *document, it)?;
        }
    }
    Ok(())
}

/// Merges a received body: documents, stamps and rows. The rows must have been told before.
pub fn take(
    tx: &WriteTx<'_>,
    pair: &PairContext,
    circle: &Circle,
    stamps: &[SignedStamp],
    read: CircleDocuments,
) -> Result<TakeReport, ExchangeError> {
    let mut reading = CircleReading::new(tx, pair, circle)?;
    for (document, mut other) in read {
        let it = reading.documents.entry(document).or_default();
        let heads = it.heads();
        let merged = it.merge(&mut other);
        merged.map_err(|error| ExchangeError::Document(document, error))?;
        if it.heads() != heads {
            memory::save_document(tx, &circle.id, document, it)?;
        }
    }
    for stamp in stamps {
        memory::add_stamp(tx, &circle.id, &reading.documents, stamp)?;
    }
    let now = newest(&reading.documents);
    let view = view_at(&reading.documents, &now, circle);
    let joined = JoinedRecords::from_view(&view);
    let asked = reading.request_state.asked.clone();
    let shown = show_view(
        view,
        &reading.documents,
        circle,
        &reading.tables,
        &joined,
        &asked,
    );
    let (after, groups) = (shown.shown, shown.groups);
    let restored = restore_deleted(tx, pair, &after)?;
    if !restored.is_empty() {
        reading.read_rows(tx, pair, circle, &after)?;
    }
    let refused = request::settle(tx, circle, &asked, &shown.asked, &after)?;
    if !asked.is_empty() {
        let is_standing = |record: &RecordKey| shown.asked.iter().any(|one| one.record == *record);
        reading.request_state.asked.retain(is_standing);
        reading.read_rows(tx, pair, circle, &after)?;
    }
    let joined = (&joined, &groups);
    let mut items = same::bring_together(tx, pair, circle, &mut reading, joined, &after)?;
    let applied = apply(
        tx,
        pair,
        &Application {
            rows: &reading.rows,
            was: &reading.was,
            after: &after,
            writing: TheirWriting {
                documents: &reading.documents,
                version: &now,
                circle,
                groups: &groups,
            },
            decided: None,
            kept_back: &reading.kept_back,
            restored: &restored,
        },
    )?;
    items.extend(applied.items);
    request::mark_refused(tx, pair, &refused, &mut items)?;
    // Also drops words that arrived after the purge; this side's text was collected above.
    drop_purged_words(tx, circle, &mut reading.documents, &after)?;
    if now != reading.version {
        memory::set_version(tx, &circle.id, &now)?;
    }
    let writing = TheirWriting {
        documents: &reading.documents,
        version: &now,
        circle,
        groups: &groups,
    };
    // A row whose private value was removed has adopted the other side's value.
    let mut standing = reading.kept_back.clone();
    standing.retain(|one| !one.is_emptied());
    let kept_back = kept_back::joined(&standing, &applied.kept_back);
    let kept_back = writing.choices(tx, &reading.rows, &reading.tables, &kept_back)?;
    undecided::remember(tx, pair, circle, after.open.iter().chain(&kept_back))?;
    let is_new_choice = |one: &&OpenChoice| {
        let mut known = reading.was.open.iter().chain(&reading.kept_back);
        !known.any(|known| known.record == one.record && known.part == one.part)
    };
    let mut open = Vec::new();
    let all = after.open.iter().chain(&kept_back);
    for one in all.filter(is_new_choice) {
        open.push((one.clone(), number_of(tx, pair, &one.record)?));
    }
    let foreign = after.foreign.difference(&reading.was.foreign);
    let is_new = |one: &&DeletionRequest| {
        after.records.contains_key(&one.record) && !reading.asked_of_me.contains(one)
    };
    let mut requests = Vec::new();
    for one in shown.asked_of_me.iter().filter(is_new) {
        let number = number_of(tx, pair, &one.record)?;
        let title = request::title_in(&after, &one.record);
        requests.push((one.record.table.clone(), number, title));
    }
    Ok(TakeReport {
        requests,
        foreign: foreign.cloned().collect(),
        open,
        items,
        own_words: applied.own_words,
    })
}

/// Decides a conflict: the words replace all versions, and the row is updated.
pub fn keep(
    tx: &WriteTx<'_>,
    pair: &PairContext,
    circle: &Circle,
    device: &mut Device,
    choice: &OpenChoice,
    words: Json,
) -> Result<Vec<TakenItem>, ExchangeError> {
    let mut reading = CircleReading::new(tx, pair, circle)?;
    if !choice.kept_back.is_empty() {
        return keep_row(tx, pair, circle, &reading, choice, &words);
    }
    let mut words = words;
    if let Json::Object(words) = &mut words {
        words.remove(OF);
    }
    let put = ToldPut {
        document: choice.document,
        key: choice.record.part(choice.part),
        words,
    };
    write_puts(tx, pair, circle, device, &mut reading, vec![put], &[])?;
    let after = reading.show(circle);
    let what = Application {
        rows: &reading.rows,
        was: &reading.was,
        after: &after,
        writing: reading.writing(circle),
        decided: None,
        kept_back: &reading.kept_back,
        restored: &BTreeSet::new(),
    };
    Ok(apply(tx, pair, &what)?.items)
}

/// Decides a conflict with a private value. Nothing is written to the documents; the row's public values are told like any
/// other change.
fn keep_row(
    tx: &WriteTx<'_>,
    pair: &PairContext,
    circle: &Circle,
    reading: &CircleReading,
    choice: &OpenChoice,
    words: &Json,
) -> Result<Vec<TakenItem>, ExchangeError> {
    let mut after = reading.was.clone();
    let record = after.records.entry(choice.record.clone()).or_default();
    let part = record.parts.entry(choice.part).or_default();
    for column in &choice.kept_back {
        let said = words.get(*column).cloned().unwrap_or_default();
        part.insert((*column).to_owned(), said);
    }
    let what = Application {
        rows: &reading.rows,
        was: &reading.was,
        after: &after,
        writing: reading.writing(circle),
        decided: Some(choice),
        kept_back: &[],
        restored: &BTreeSet::new(),
    };
    let applied = apply(tx, pair, &what)?;
    let is_it = |one: &OpenChoice| one.record == choice.record && one.part == choice.part;
    let left = reading.kept_back.iter().filter(|one| !is_it(one));
    undecided::remember(tx, pair, circle, reading.was.open.iter().chain(left))?;
    Ok(applied.items)
}

/// Returns the local number of a record; 0 if it has no row.
pub fn number_of(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    record: &RecordKey,
) -> Result<i64, StoreError> {
    let is_known = shared_tables()
        .iter()
        .any(|table| table.table == record.table);
    match (record.table.as_str(), rows::uid_of_record(&record.record)) {
        ("pair", _) => Ok(pair.id().number()),
        (table, Some(uid)) if is_known => {
            let sql = format!("SELECT coalesce(max(id), 0) FROM \"{table}\" WHERE uid = ?1");
            tx.number(&sql, [uid])
        }
        _ => Ok(0),
    }
}

/// Returns the only column of a part, if it is a text that `share keep --text` can replace.
pub fn text_column(table: &str, part: &str) -> Option<&'static str> {
    let tables = shared_tables();
    let part = tables.iter().find(|one| one.table == table)?.part(part)?;
    match part.columns {
        [column]
            if [
                "title",
                "notes",
                "next_topic",
                "remains",
                "thanks",
                "contact_after",
            ]
            .contains(column) =>
        {
            Some(column)
        }
        _ => None,
    }
}
