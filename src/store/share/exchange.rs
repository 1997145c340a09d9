//! Telling what the rows say, sending it, and taking in what arrives.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use serde_json::Value as Json;

use crate::domain::field_value::FieldValue;
use crate::domain::pair::{Pair, PairContext};
use crate::domain::person::Side;
use crate::share::device::{Device, DeviceError, LifeMark};
use crate::share::lines::{self, LifeId, LineDocument, LineError};
use crate::share::parts::{LIFE, OF, RecordKey, TableParts};
use crate::share::seal::{self, DeviceId, DeviceKeys, SealError};
use crate::share::show::{Causes, CircleView, ForeignPart, OpenChoice, ShownRecords, show};
use crate::share::tell::{
    ContestedPart, TellableRecords, ToldPut, contested, may_delete, said_by, tell,
};
use crate::share::{ChangeId, ShareDocument, from_hex, hex};
use crate::store::StoreError;
use crate::store::read_tx::ReadTx;
use crate::store::share::apply::{Application, ApplyError, TakenItem, apply};
use crate::store::share::documents::{CircleDocument, DocumentError, heads_to_texts};
use crate::store::share::kept_back::{self, TheirWriting};
use crate::store::share::memory::{
    self, Circle, CircleDocuments, CircleVersion, SignedStamp, Stamp,
};
use crate::store::share::parts::shared_tables;
use crate::store::share::rows;
use crate::store::share::said::{TITLE_COLUMNS, title_value};
use crate::store::share::undecided;
use crate::store::table_row::TableRow;
use crate::store::write_tx::WriteTx;

/// Why nothing was told, sent or taken.
#[derive(Debug, thiserror::Error)]
pub enum ExchangeError {
    #[error("the {0} document: {1}")]
    Document(ShareDocument, DocumentError),
    #[error("{0}")]
    Line(#[from] LineError),
    #[error("it is not signed by its device")]
    BadStamp,
    #[error("{0}")]
    Apply(#[from] ApplyError),
    #[error(transparent)]
    Device(#[from] DeviceError),
    #[error(transparent)]
    Seal(#[from] SealError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What a taking did.
#[derive(Clone, Debug, Default)]
pub struct TakeReport {
    pub items: Vec<TakenItem>,
    /// What was written where it may not be, and was left out.
    pub foreign: Vec<ForeignPart>,
    /// What has to be decided now and had not to be before, with the numbers of the records.
    pub open: Vec<(OpenChoice, i64)>,
}

/// A pair and its circle, with what the documents say at the version that the rows show.
struct CircleReading {
    tables: Vec<TableParts>,
    documents: CircleDocuments,
    version: CircleVersion,
    was: ShownRecords,
    rows: TellableRecords,
    /// What was purged here.
    purged: BTreeSet<RecordKey>,
    /// What the rows say beside what the other side says, and what was never told of it.
    kept_back: Vec<OpenChoice>,
}

/// Answers from the documents what was known when a change was made, and remembers the answer.
struct DocumentCauses<'d> {
    documents: &'d CircleDocuments,
    known: RefCell<HashMap<(ShareDocument, ChangeId), HashSet<ChangeId>>>,
}

impl Causes for DocumentCauses<'_> {
    fn has_seen(&self, document: ShareDocument, change: &ChangeId, earlier: &ChangeId) -> bool {
        let mut known = self.known.borrow_mut();
        let all = known.entry((document, *change)).or_insert_with(|| {
            let it = self.documents.get(&document);
            let mut causes = it.map(|it| it.causes(&HashSet::from([*change])));
            causes
                .as_mut()
                .and_then(|all| all.remove(change))
                .unwrap_or_default()
        });
        all.contains(earlier)
    }
}

fn show_at(
    documents: &CircleDocuments,
    version: &CircleVersion,
    circle: &Circle,
    tables: &[TableParts],
) -> ShownRecords {
    let sides = circle.sides();
    let none = Vec::new();
    let view: CircleView = documents
        .iter()
        .map(|(document, it)| {
            let at = version.get(document).unwrap_or(&none);
            (*document, it.view(at, &sides))
        })
        .collect();
    let causes = DocumentCauses {
        documents,
        known: RefCell::default(),
    };
    show(&view, tables, circle.side(), &causes)
}

fn newest(documents: &CircleDocuments) -> CircleVersion {
    let heads = documents.iter().map(|(name, it)| (*name, it.heads()));
    heads.filter(|(_, heads)| !heads.is_empty()).collect()
}

impl CircleReading {
    fn new(tx: &ReadTx<'_>, pair: &PairContext, circle: &Circle) -> Result<Self, StoreError> {
        let tables = shared_tables();
        let documents = memory::documents(tx, &circle.id)?;
        let version = memory::version(tx, &circle.id)?;
        let was = show_at(&documents, &version, circle, &tables);
        let since = circle.since.as_deref().and_then(|since| since.parse().ok());
        let mut rows = rows::tellable(tx, pair, since, &|key| was.records.contains_key(key))?;
        let kept_back = kept_back::undecided(tx, pair)?;
        kept_back::withhold(&mut rows, &kept_back);
        let writing = TheirWriting {
            documents: &documents,
            version: &version,
            circle,
        };
        writing.replace_withheld(&mut rows, &tables);
        let kept_back = writing.choices(tx, &rows, &tables, &kept_back)?;
        let mut reading = CircleReading {
            tables,
            documents,
            version,
            was,
            rows,
            purged: memory::purged(tx, &circle.id)?,
            kept_back,
        };
        let mut open = std::mem::take(&mut reading.was.open);
        for one in &mut open {
            reading.name_writers(circle, one);
        }
        reading.was.open = open;
        Ok(reading)
    }

    /// Words are those of whoever wrote them first: what stands undecided is written again by one side. Whose they are is
    /// believed where that side has written them.
    fn name_writers(&self, circle: &Circle, choice: &mut OpenChoice) {
        let tables = self.tables.iter();
        let mut tables = tables.filter(|table| table.table == choice.record.table);
        let part = tables.find_map(|table| table.part(choice.part));
        let it = self.documents.get(&choice.document);
        let at = self.version.get(&choice.document);
        let (Some(part), Some(it), Some(at)) = (part, it, at) else {
            return;
        };
        let key = choice.record.part(choice.part);
        let written = it.written(&key, at, &circle.sides());
        for write in &mut choice.writes {
            let said = |words: &Json| words.as_object().map(|words| part.known(words));
            let side = write
                .words
                .as_ref()
                .and_then(|words| words.get(OF)?.as_str());
            let Some(side) = side.and_then(|side| side.parse::<Side>().ok()) else {
                continue;
            };
            let words = write.words.as_ref().and_then(said);
            let mut alike = written
                .iter()
                .filter(|one| one.by == side && said(&one.words) == words);
            if let Some(first) = alike.next() {
                (write.by, write.at) = (first.by, first.at);
            }
        }
    }

    /// What stands undecided in the rows, and was decided by a change of this side that the rows no longer show.
    fn reopened(&self, circle: &Circle, document: ShareDocument) -> Vec<(OpenChoice, ChangeId)> {
        let own = self.was.open.iter();
        let mut own = own.filter(|one| one.document == document).peekable();
        let (Some(it), Some(at)) = (self.documents.get(&document), self.version.get(&document))
        else {
            return Vec::new();
        };
        if own.peek().is_none() {
            return Vec::new();
        }
        let sides = circle.sides();
        let newest = it.view(&it.heads(), &sides);
        let reopened = own.filter_map(|choice| {
            let decision = match newest.get(&choice.record.part(choice.part))?.as_slice() {
                [decision] if decision.by == circle.side() => decision.change,
                _ => return None,
            };
            let is_own = it.is_continued_by(circle.side(), at, &decision, &sides);
            is_own.then(|| (choice.clone(), decision))
        });
        reopened.collect()
    }

    fn puts(&self, circle: &Circle) -> Vec<ToldPut> {
        let mut puts = tell(
            &self.tables,
            circle.side(),
            &self.was,
            &self.version,
            &self.rows,
            &self.purged,
        );
        let is_pair = |key: &RecordKey| key.table == Pair::TABLE;
        if circle.is_joined_pair && !self.was.records.keys().any(is_pair) {
            puts.retain(|put| RecordKey::parse(&put.key).is_none_or(|(key, _)| !is_pair(&key)));
        }
        puts
    }
}

/// The records of the pair that would be told, table by table: what each is called.
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

/// What a circle has to decide, as the rows show it.
pub fn open_choices(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    circle: &Circle,
) -> Result<Vec<OpenChoice>, StoreError> {
    let reading = CircleReading::new(tx, pair, circle)?;
    let mut open = reading.was.open;
    // What only the other side may write is theirs to decide.
    open.retain(|one| one.document.may_write(circle.side()));
    open.extend(reading.kept_back);
    Ok(open)
}

/// Whether the rows show all that the documents say.
pub fn is_current(tx: &ReadTx<'_>, circle: &Circle) -> Result<bool, StoreError> {
    let sorted = |version: CircleVersion| -> CircleVersion {
        let each = version.into_iter().filter(|(_, heads)| !heads.is_empty());
        each.map(|(document, mut heads)| {
            heads.sort_unstable();
            (document, heads)
        })
        .collect()
    };
    let known = newest(&memory::documents(tx, &circle.id)?);
    Ok(sorted(known) == sorted(memory::version(tx, &circle.id)?))
}

/// How many records a body begins or ends that are not begun or ended here.
pub fn count_new_lives(tx: &ReadTx<'_>, circle: &Circle, body: &str) -> Result<usize, StoreError> {
    let documents = memory::documents(tx, &circle.id)?;
    let Ok(read) = lines::read(body, |_, _| Ok(())) else {
        // What can't be read is refused later, with the reason.
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

/// Whether only the other side can delete a record: they have brought it in.
pub fn is_theirs_to_delete(
    tx: &ReadTx<'_>,
    circle: &Circle,
    table: &str,
    uid: &str,
) -> Result<bool, StoreError> {
    let documents = memory::documents(tx, &circle.id)?;
    let version = memory::version(tx, &circle.id)?;
    let shown = show_at(&documents, &version, circle, &shared_tables());
    let record = rows::record_of_uid(uid).map(|record| RecordKey::new(table, &record));
    let shown = record.and_then(|record| shown.records.get(&record).cloned());
    Ok(shown.is_some_and(|shown| !may_delete(&shown, circle.side())))
}

/// What the rows say and the documents do not, yet.
pub fn untold(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    circle: &Circle,
) -> Result<BTreeSet<String>, StoreError> {
    let puts = CircleReading::new(tx, pair, circle)?.puts(circle);
    Ok(puts.into_iter().map(|put| put.key).collect())
}

/// Whether something was written or heard since this device has sent last.
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

/// Puts into the documents what the rows say otherwise than they do; returns how many records that were.
pub fn tell_rows(
    tx: &WriteTx<'_>,
    pair: &PairContext,
    circle: &Circle,
    device: &mut Device,
) -> Result<usize, ExchangeError> {
    let mut reading = CircleReading::new(tx, pair, circle)?;
    reopen(tx, circle, device, &mut reading)?;
    let puts = reading.puts(circle);
    if puts.is_empty() {
        // What was kept back and is said alike by now is decided.
        let open = reading.was.open.iter().chain(&reading.kept_back);
        undecided::remember(tx, pair, circle, open)?;
    }
    let contested = contested(&reading.tables, circle.side(), &reading.was, &puts);
    let told = write_puts(tx, pair, circle, device, &mut reading, puts, &contested)?;
    if told > 0 {
        // There is nothing any more that they could be done again on.
        tx.drop_undone_steps()?;
    }
    Ok(told)
}

fn write_puts(
    tx: &WriteTx<'_>,
    pair: &PairContext,
    circle: &Circle,
    device: &mut Device,
    reading: &mut CircleReading,
    puts: Vec<ToldPut>,
    contested: &[ContestedPart],
) -> Result<usize, ExchangeError> {
    if puts.is_empty() {
        return Ok(0);
    }
    let mut records = BTreeSet::new();
    let mut by_document: BTreeMap<ShareDocument, Vec<(String, Json)>> = BTreeMap::new();
    for put in puts {
        records.extend(RecordKey::parse(&put.key).map(|(record, _)| record));
        let of_document = by_document.entry(put.document).or_default();
        of_document.push((put.key, put.words));
    }
    let mut documents: BTreeSet<ShareDocument> = by_document.keys().copied().collect();
    documents.extend(contested.iter().map(|one| one.document));
    for document in documents {
        let mut puts = by_document.remove(&document).unwrap_or_default();
        let contested = contested.iter().filter(|one| one.document == document);
        let contested: Vec<&ContestedPart> = contested.collect();
        let it = reading.documents.entry(document).or_default();
        let at = reading.version.get(&document).cloned().unwrap_or_default();
        let life = current_life(device, circle, document, it, &at)?;
        let mut version =
            write_theirs(tx, circle, device, (document, it), (&at, life), &contested)?;
        if contested.iter().any(|one| one.gives_way) {
            // The rows show it once it is taken in again, as any change of the other side.
            version.clear();
        }
        // Of changes at the same time that is shown whose write comes last: none comes later than these.
        puts.sort_by_key(|(key, _)| contested.iter().any(|one| one.key == *key));
        if puts.is_empty() {
            version.extend(at);
        } else {
            let change = write_change(tx, circle, device, (document, it), (&at, life), puts)?;
            version.push(change);
        }
        // The rows show all that they showed before, and this.
        reading.version.insert(document, version);
        memory::save_document(tx, &circle.id, document, it)?;
    }
    memory::set_version(tx, &circle.id, &reading.version)?;
    let now = if reading.was.open.is_empty() {
        ShownRecords::default()
    } else {
        show_at(
            &reading.documents,
            &reading.version,
            circle,
            &reading.tables,
        )
    };
    let open = now.open.iter().chain(&reading.kept_back);
    undecided::remember(tx, pair, circle, open)?;
    device.save()?;
    Ok(records.len())
}

/// What the other side has to say in undecided parts is written again, beside what this side writes there on the same
/// version with its own life.
fn write_theirs(
    tx: &WriteTx<'_>,
    circle: &Circle,
    device: &mut Device,
    (document, it): (ShareDocument, &mut CircleDocument),
    (at, own): (&[ChangeId], LifeId),
    contested: &[&ContestedPart],
) -> Result<Vec<ChangeId>, ExchangeError> {
    let mut version = Vec::new();
    let count = contested.iter().map(|one| one.theirs.len()).max();
    for place in 0..count.unwrap_or(0) {
        let words = contested.iter().filter_map(|one| {
            let words = one.theirs.get(place)?.clone();
            Some((one.key.clone(), words))
        });
        let puts = words.collect();
        let life = life_before(device, &own)?;
        let change = write_change(tx, circle, device, (document, it), (at, life), puts)?;
        version.push(change);
    }
    Ok(version)
}

/// A new life that comes before this one: of changes at the same time that of the greatest is shown.
fn life_before(device: &Device, own: &LifeId) -> Result<LifeId, ExchangeError> {
    let mut life = new_life(device)?;
    let number = |life: &LifeId| {
        let mut bytes = [0; 8];
        bytes.copy_from_slice(&life[8..]);
        u64::from_be_bytes(bytes)
    };
    let before = number(&life).checked_rem(number(own)).unwrap_or(0);
    life[8..].copy_from_slice(&before.to_be_bytes());
    Ok(life)
}

/// Makes one change of a document, by a life on a version of it.
fn write_change(
    tx: &WriteTx<'_>,
    circle: &Circle,
    device: &mut Device,
    (document, it): (ShareDocument, &mut CircleDocument),
    (at, life): (&[ChangeId], LifeId),
    puts: Vec<(String, Json)>,
) -> Result<ChangeId, ExchangeError> {
    let said = it.tell(at, &life, device.draw()?, tx.now.timestamp(), puts);
    let last = said.map_err(|error| ExchangeError::Document(document, error))?;
    let mark = LifeMark {
        life: hex(&life),
        sequence: last.sequence,
        change: hex(&last.change),
    };
    device.set_mark(&circle.id, document, mark);
    Ok(last.change)
}

/// What was decided here and taken back is undecided again: all that stood is written upon the decision, side by side.
fn reopen(
    tx: &WriteTx<'_>,
    circle: &Circle,
    device: &mut Device,
    reading: &mut CircleReading,
) -> Result<(), ExchangeError> {
    for document in ShareDocument::ALL {
        let reopened = reading.reopened(circle, document);
        if reopened.is_empty() {
            continue;
        }
        let at: Vec<ChangeId> = reopened.iter().map(|(_, decision)| *decision).collect();
        let it = reading.documents.entry(document).or_default();
        let count = reopened.iter().map(|(choice, _)| choice.writes.len()).max();
        let lives = (0..count.unwrap_or(0)).map(|_| new_life(device));
        let mut lives = lives.collect::<Result<Vec<LifeId>, _>>()?;
        // Of changes at the same time that of the greatest life is shown: it gets what was shown.
        lives.sort_unstable();
        lives.reverse();
        let mut version = Vec::new();
        for (place, life) in lives.into_iter().enumerate() {
            let words = reopened.iter().filter_map(|(choice, _)| {
                let write = choice.writes.get(place)?;
                let words = said_by(write.by, write.words.as_ref()?.as_object()?);
                Some((choice.record.part(choice.part), words))
            });
            let puts: Vec<_> = words.collect();
            let change = write_change(tx, circle, device, (document, it), (&at, life), puts)?;
            version.push(change);
        }
        memory::save_document(tx, &circle.id, document, it)?;
        reading.version.insert(document, version);
        memory::set_version(tx, &circle.id, &reading.version)?;
        device.save()?;
        tx.drop_undone_steps()?;
    }
    Ok(())
}

/// Whether something that was decided here, and taken back, will be undecided again.
pub fn is_reopened(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    circle: &Circle,
) -> Result<bool, StoreError> {
    let reading = CircleReading::new(tx, pair, circle)?;
    let mut documents = ShareDocument::ALL.into_iter();
    Ok(documents.any(|document| !reading.reopened(circle, document).is_empty()))
}

/// The life of this file on this device: it goes on only where its last change is the one that is remembered, and on the
/// newest version. A file that was restored or copied, and one in which a taking was undone, begins a new one.
fn current_life(
    device: &Device,
    circle: &Circle,
    document: ShareDocument,
    it: &CircleDocument,
    at: &[ChangeId],
) -> Result<LifeId, ExchangeError> {
    let mut heads = it.heads();
    let mut at = at.to_vec();
    heads.sort_unstable();
    at.sort_unstable();
    let mark = device.mark(&circle.id, document).filter(|_| heads == at);
    let marked = mark.and_then(|mark| Some((from_hex(&mark.life)?, from_hex(&mark.change)?)));
    if let Some((life, change)) = marked
        && it.is_last(&life, &change)
    {
        return Ok(life);
    }
    new_life(device)
}

fn new_life(device: &Device) -> Result<LifeId, ExchangeError> {
    let mut life = LifeId::default();
    life[..8].copy_from_slice(&device.keys.id());
    life[8..].copy_from_slice(&device.draw()?);
    Ok(life)
}

/// All that a circle knows, as the lines of a bundle, with a new stamp of this device.
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

/// The lines that are sent, as they are now.
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
    let shown = show_at(documents, &newest(documents), circle, &tables);
    let is_withheld = |key: &str| is_withheld(key, &tables, &shown);
    for (document, it) in documents {
        let lines = it.to_lines(*document, &is_withheld);
        lines::write(&lines, &mut text).map_err(|_| ExchangeError::BadStamp)?;
    }
    Ok(text)
}

/// Of what is gone no words are sent; what a later version keeps is sent on.
fn is_withheld(key: &str, tables: &[TableParts], shown: &ShownRecords) -> bool {
    let Some((record, part)) = RecordKey::parse(key) else {
        return false;
    };
    let is_known = tables.iter().any(|table| table.table == record.table);
    part != LIFE && is_known && shown.is_gone(&record)
}

/// Reads what a device sent, and holds it to what was signed.
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
        let card = read.as_ref().and_then(|read| circle.card(&read.device));
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
    // What was signed is there whole.
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

/// Takes in what was read: documents, stamps, rows. What the rows said before has been told.
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
    let after = show_at(&reading.documents, &now, circle, &reading.tables);
    // Of what was purged nothing is kept, whoever wrote in it since.
    for (document, it) in &mut reading.documents {
        let is_purged = |key: &str| {
            let parsed = RecordKey::parse(key);
            parsed.is_some_and(|(record, part)| part != LIFE && after.purged.contains(&record))
        };
        if it.purge(is_purged) {
            memory::save_document(tx, &circle.id, *document, it)?;
        }
    }
    let applied = apply(
        tx,
        pair,
        &Application {
            rows: &reading.rows,
            was: &reading.was,
            after: &after,
            decided: None,
        },
    )?;
    if now != reading.version {
        memory::set_version(tx, &circle.id, &now)?;
    }
    let writing = TheirWriting {
        documents: &reading.documents,
        version: &now,
        circle,
    };
    let kept_back = kept_back::joined(&reading.kept_back, &applied.kept_back);
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
    Ok(TakeReport {
        foreign: foreign.cloned().collect(),
        open,
        items: applied.items,
    })
}

/// Decides what stands: the words are written upon all that stood beside each other, and the row follows at once.
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
    let after = show_at(
        &reading.documents,
        &reading.version,
        circle,
        &reading.tables,
    );
    let what = Application {
        rows: &reading.rows,
        was: &reading.was,
        after: &after,
        decided: None,
    };
    Ok(apply(tx, pair, &what)?.items)
}

/// Decides what the row says where its words were never told. Nothing is written for it: what the row may tell is told as
/// any other change of it.
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
        decided: Some(choice),
    };
    let applied = apply(tx, pair, &what)?;
    let is_it = |one: &OpenChoice| one.record == choice.record && one.part == choice.part;
    let left = reading.kept_back.iter().filter(|one| !is_it(one));
    undecided::remember(tx, pair, circle, reading.was.open.iter().chain(left))?;
    Ok(applied.items)
}

/// The number here of a record of the circle; 0: it is not here.
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

/// The column of a part that is one text, which another text can take the place of.
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
