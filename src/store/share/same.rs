//! Joined records in this file: the setting, and joining two records.
//!
//! The setting is covered by undo; the documents follow with the next telling. `join_rows` merges the rows, `duplicates`
//! finds records that may have to be joined.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::types::Value;
use serde::{Deserialize, Serialize};

use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::followup::FollowUp;
use crate::domain::goal::DateMove;
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::record::{Id, Record};
use crate::share::ShareDocument;
use crate::share::device::Device;
use crate::share::parts::RecordKey;
use crate::share::same::{JOINABLE, JoinedRecords, LinkColumn, RecordGroups, SAME};
use crate::share::show::{CircleView, DocumentView, ShownRecords};
use crate::share::tell::WithheldWords;
use crate::store::column::{ColumnType, ColumnValue};
use crate::store::read_tx::ReadTx;
use crate::store::share::apply::{Application, TakenChange, TakenItem, apply, title_of};
use crate::store::share::circle_setting::{self, CircleSetting};
use crate::store::share::error::ExchangeError;
use crate::store::share::kept_back;
use crate::store::share::memory::{self, Circle};
use crate::store::share::reading::{CircleReading, show_view, view_at};
use crate::store::share::rows::{record_of_uid, uid_of_record};
use crate::store::share::telling::{new_life, write_change};
use crate::store::share::undecided;
use crate::store::table_row::{ENVELOPE, TableRow, TableVisitor, visit_tables};
use crate::store::write_tx::WriteTx;
use crate::store::{StoreError, pair_items, settings};

/// What a file knows about joined records of a circle.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct KnownSame {
    /// The uids that each `SAME` part names, by key.
    #[serde(default)]
    joined: BTreeMap<String, Vec<String>>,
    /// Pairs of keys that the user declared to be different.
    #[serde(default)]
    apart: BTreeSet<(String, String)>,
}

impl CircleSetting for KnownSame {
    const NAME: &'static str = settings::SAME_RECORDS;
}

/// Returns the joined records according to the setting.
pub(super) fn joined(tx: &ReadTx<'_>, circle: &str) -> Result<JoinedRecords, StoreError> {
    let known: KnownSame = circle_setting::load(tx, circle)?;
    Ok(JoinedRecords::from_texts(&known.joined))
}

/// Returns the groups of joined records that the documents have.
pub(super) fn groups(tx: &ReadTx<'_>, circle: &Circle) -> Result<RecordGroups, StoreError> {
    let joined = joined(tx, &circle.id)?;
    if joined.is_empty() {
        return Ok(RecordGroups::default());
    }
    let documents = memory::documents(tx, &circle.id)?;
    let view = view_at(&documents, &memory::version(tx, &circle.id)?, circle);
    Ok(joined.groups(&view))
}

fn set_joined(tx: &WriteTx<'_>, circle: &str, now: &JoinedRecords) -> Result<(), StoreError> {
    circle_setting::change(tx, circle, |known: &mut KnownSame| {
        known.joined = now.to_texts();
    })
}

/// Removes the setting of a circle that has ended.
pub(in crate::store) fn forget(tx: &WriteTx<'_>, circle: &str) -> Result<(), StoreError> {
    circle_setting::change(tx, circle, |known| *known = KnownSame::default())
}

/// Records that two records are different.
pub fn set_apart(
    tx: &WriteTx<'_>,
    circle: &Circle,
    one: &RecordKey,
    other: &RecordKey,
) -> Result<(), StoreError> {
    circle_setting::change(tx, &circle.id, |known: &mut KnownSame| {
        known.apart.insert(pair_of_keys(one, other));
    })
}

fn pair_of_keys(one: &RecordKey, other: &RecordKey) -> (String, String) {
    let (one, other) = (one.part(""), other.part(""));
    if one < other {
        (one, other)
    } else {
        (other, one)
    }
}

/// Returns the columns that refer to joinable records.
pub(super) fn link_columns() -> Vec<LinkColumn> {
    let mut links = all_links();
    links.retain(|link| link.to.is_empty() || JOINABLE.contains(&link.to));
    links
}

/// Returns all columns that refer to records.
pub(super) fn all_links() -> Vec<LinkColumn> {
    struct LinkFinder(Vec<LinkColumn>);

    impl TableVisitor for LinkFinder {
        type Error = std::convert::Infallible;

        fn table<T: TableRow>(&mut self) -> Result<(), Self::Error> {
            for (column, shape) in T::COLUMNS.iter().zip(T::column_types()) {
                let to = match shape {
                    ColumnType::Link { to, .. } => to,
                    _ if T::TABLE == DateMove::TABLE && *column == "number" => "",
                    _ => continue,
                };
                self.0.push(LinkColumn {
                    table: T::TABLE,
                    column,
                    to,
                });
            }
            Ok(())
        }
    }

    let mut links = LinkFinder(Vec::new());
    let Ok(()) = visit_tables(&mut links);
    links.0
}

/// Returns the key of a record by its local number.
pub fn key_of<T: TableRow>(tx: &ReadTx<'_>, number: i64) -> Result<RecordKey, StoreError> {
    let row = tx.find::<T>(Id::new(number))?.ok_or(StoreError::Damaged)?;
    let record = record_of_uid(&row.uid).ok_or(StoreError::Damaged)?;
    Ok(RecordKey::new(T::TABLE, &record))
}

/// Whether the other side has a record or gets it with the next bundle.
pub fn is_shared<T: TableRow>(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    circle: &Circle,
    row: &Record<T>,
) -> Result<bool, StoreError> {
    let record = record_of_uid(&row.uid).ok_or(StoreError::Damaged)?;
    let reading = CircleReading::new(tx, pair, circle)?;
    let key = RecordKey::new(T::TABLE, &record);
    Ok(reading.rows.records.contains_key(&key))
}

/// Joins two records; the other side learns of it with the next bundle. The rows must have been told before.
pub fn join(
    tx: &WriteTx<'_>,
    pair: &PairContext,
    circle: &Circle,
    one: &RecordKey,
    other: &RecordKey,
) -> Result<Vec<TakenItem>, ExchangeError> {
    let mut reading = CircleReading::new(tx, pair, circle)?;
    let mut now = reading.joined.clone();
    now.join(one, other);
    let view = view_at(&reading.documents, &reading.version, circle);
    let shown = show_view(
        view,
        &reading.documents,
        circle,
        &reading.tables,
        &now,
        &reading.request_state.asked,
    );
    let (after, groups) = (shown.shown, shown.groups);
    let items = bring_together(tx, pair, circle, &mut reading, (&now, &groups), &after)?;
    let applied = apply(
        tx,
        pair,
        &Application {
            rows: &reading.rows,
            was: &reading.was,
            after: &after,
            writing: reading.writing(circle),
            decided: None,
            kept_back: &reading.kept_back,
            restored: &BTreeSet::new(),
        },
    )?;
    let writing = reading.writing(circle);
    let kept_back = kept_back::joined(&reading.kept_back, &applied.kept_back);
    let kept_back = writing.choices(tx, &reading.rows, &reading.tables, &kept_back)?;
    undecided::remember(tx, pair, circle, after.open.iter().chain(&kept_back))?;
    Ok(items)
}

/// Retracts joins that this side told and has undone since. Undo may have reverted the version to one before the telling,
/// so that comparing with it finds nothing.
pub(super) fn take_back(
    tx: &WriteTx<'_>,
    circle: &Circle,
    device: &mut Device,
    reading: &mut CircleReading,
) -> Result<(), ExchangeError> {
    let document = ShareDocument::Shared;
    let (Some(it), Some(at)) = (
        reading.documents.get_mut(&document),
        reading.version.get(&document),
    ) else {
        return Ok(());
    };
    if it.knows(at, &it.heads()) {
        return Ok(());
    }
    let newest = it.view(&it.heads(), &circle.sides());
    let mut taken_back = Vec::new();
    for (key, writes) in newest
        .iter()
        .filter(|(key, _)| key.ends_with(&format!("/{SAME}")))
    {
        for write in writes.iter().filter(|write| write.by == circle.side()) {
            let mut alone = DocumentView::new();
            alone.insert(key.clone(), vec![write.clone()]);
            let said = JoinedRecords::from_view(&CircleView::from([(document, alone)]));
            if !it.knows(at, &[write.change]) && !reading.joined.has_all_of(&said) {
                taken_back.push((key.clone(), write.change));
            }
        }
    }
    for (key, said) in taken_back {
        let life = new_life(device)?;
        let words = reading.joined.words_of(&key);
        let puts = vec![(key, words)];
        write_change(tx, circle, device, (document, it), (&[said], life), puts)?;
        memory::save_document(tx, &circle.id, document, it)?;
        device.save()?;
    }
    Ok(())
}

/// Merges the rows of joined records, before anything else is applied to them.
pub(super) fn bring_together(
    tx: &WriteTx<'_>,
    pair: &PairContext,
    circle: &Circle,
    reading: &mut CircleReading,
    (joined, groups): (&JoinedRecords, &RecordGroups),
    after: &ShownRecords,
) -> Result<Vec<TakenItem>, StoreError> {
    if *joined != reading.joined {
        set_joined(tx, &circle.id, joined)?;
        reading.joined = joined.clone();
    }
    if *groups == reading.groups {
        return Ok(Vec::new());
    }
    let mut joining = RowJoining {
        tx,
        before: &reading.groups,
        now: groups,
        after,
        withheld: &reading.rows.withheld,
        items: Vec::new(),
    };
    visit_tables(&mut joining)?;
    let items = joining.items;
    reading.groups = groups.clone();
    reading.read_rows(tx, pair, circle, after)?;
    Ok(items)
}

/// The row of a group of joined records.
struct BroughtRow<T> {
    row: Record<T>,
    /// The number of the row that was merged into it.
    gone: Option<i64>,
}

struct RowJoining<'t, 'c> {
    tx: &'t WriteTx<'c>,
    before: &'t RecordGroups,
    now: &'t RecordGroups,
    after: &'t ShownRecords,
    withheld: &'t BTreeMap<RecordKey, WithheldWords>,
    items: Vec<TakenItem>,
}

impl TableVisitor for RowJoining<'_, '_> {
    type Error = StoreError;

    fn table<T: TableRow>(&mut self) -> Result<(), StoreError> {
        if !JOINABLE.contains(&T::TABLE) {
            return Ok(());
        }
        // If the representative was purged, its row continues as that of the next record in the group.
        let groups = self.before.all();
        for (kept, others) in groups.filter(|(kept, _)| kept.table == T::TABLE) {
            let mut others = others
                .iter()
                .filter(|one| !self.after.purged.contains(*one));
            if let (true, Some(left)) = (self.after.purged.contains(kept), others.next()) {
                self.bring::<T>(self.now.kept(left), std::slice::from_ref(kept))?;
            }
        }
        let groups = self.now.all();
        for (kept, others) in groups.filter(|(kept, _)| kept.table == T::TABLE) {
            if let Some(brought) = self.bring::<T>(kept, others)? {
                self.items.push(TakenItem {
                    change: TakenChange::Joined(brought.gone),
                    table: T::TABLE,
                    number: brought.row.id.number(),
                    title: title_of(&brought.row),
                    away: Vec::new(),
                });
            }
        }
        Ok(())
    }
}

impl RowJoining<'_, '_> {
    /// Merges the rows of `others` into that of `kept`. `None`: nothing had to be done.
    fn bring<T: TableRow>(
        &self,
        kept: &RecordKey,
        others: &[RecordKey],
    ) -> Result<Option<BroughtRow<T>>, StoreError> {
        let mut row = self.find::<T>(kept)?;
        let mut brought = None;
        for other in others {
            let Some(found) = self.find::<T>(other)? else {
                continue;
            };
            let (taken, number) = match &row {
                None => (self.rename(&found, kept)?, None),
                Some(row) => {
                    let number = found.id.number();
                    (self.merge(row, (kept, other), &found)?, Some(number))
                }
            };
            row = Some(taken);
            brought = Some(number.or(brought.flatten()));
        }
        let both = row.zip(brought);
        Ok(both.map(|(row, gone)| BroughtRow { row, gone }))
    }

    fn find<T: TableRow>(&self, key: &RecordKey) -> Result<Option<Record<T>>, StoreError> {
        match uid_of_record(&key.record) {
            Some(uid) => self.tx.first("WHERE uid = ?1", [uid]),
            None => Ok(None),
        }
    }

    /// Gives a row the uid of the representative, which has no row here.
    fn rename<T: TableRow>(
        &self,
        row: &Record<T>,
        kept: &RecordKey,
    ) -> Result<Record<T>, StoreError> {
        let mut values = values_of(row);
        if let Some(uid) = uid_of_record(&kept.record) {
            values[1] = Value::Text(uid);
        }
        let id = row.id;
        self.tx.update_values::<T>(values)?;
        self.tx.find(id)?.ok_or(StoreError::Damaged)
    }

    /// Moves private values and links from one row to another, and deletes the former.
    fn merge<T: TableRow>(
        &self,
        row: &Record<T>,
        (kept, other): (&RecordKey, &RecordKey),
        gone: &Record<T>,
    ) -> Result<Record<T>, StoreError> {
        let mut values = values_of(row);
        let more = values_of(gone);
        let is_withheld = |column: &str| {
            let mut withheld = [kept, other].into_iter();
            withheld.any(|key| {
                let withheld = self.withheld.get(key);
                withheld.is_some_and(|it| it.contains_key(column))
            })
        };
        let mut feelings = Vec::new();
        for ((at, column), shape) in T::COLUMNS.iter().enumerate().zip(T::column_types()) {
            let at = ENVELOPE.len() + at;
            match *column {
                "private" if more[at] == Value::Integer(1) => values[at] = more[at].clone(),
                "feeling" if values[at] != Value::Null => feelings.push(more[at].clone()),
                column if T::LOCAL_TEXTS.contains(&column) || is_withheld(column) => {
                    values[at] = combined(column, shape, &values[at], &more[at]);
                }
                _ => {}
            }
        }
        // `feeling` holds one word; a second one goes into the private note.
        let note = T::COLUMNS
            .iter()
            .position(|column| *column == "private_note");
        if let (Some(at), Some(Value::Text(feeling))) = (note, feelings.pop()) {
            let at = ENVELOPE.len() + at;
            let feeling = Value::Text(format!("Feeling: {feeling}"));
            values[at] = combined("private_note", ColumnType::Text, &values[at], &feeling);
        }
        let id = row.id;
        self.tx.update_values::<T>(values)?;
        let mut links = LinkMove {
            tx: self.tx,
            table: T::TABLE,
            from: gone.id.number(),
            to: id.number(),
        };
        visit_tables(&mut links)?;
        self.tx.delete_row(gone.id)?;
        self.tx.find(id)?.ok_or(StoreError::Damaged)
    }
}

fn values_of<T: TableRow>(row: &Record<T>) -> Vec<Value> {
    let mut values = vec![
        row.id.to_cell(),
        row.uid.to_cell(),
        row.created_at.to_cell(),
        row.changed_at.to_cell(),
    ];
    values.extend(row.data.write());
    values
}

/// Combines the private values of two rows: texts and lists are concatenated, otherwise the first value wins.
fn combined(column: &str, shape: ColumnType, one: &Value, other: &Value) -> Value {
    let (Value::Text(first), Value::Text(second)) = (one, other) else {
        return if *one == Value::Null { other } else { one }.clone();
    };
    if first == second || second.is_empty() {
        return one.clone();
    }
    if first.is_empty() {
        return other.clone();
    }
    match (shape, column) {
        (ColumnType::List, _) => {
            let known: Vec<&str> = first.lines().collect();
            let new = second.lines().filter(|line| !known.contains(line));
            let all: Vec<&str> = known.iter().copied().chain(new).collect();
            Value::Text(all.join("\n"))
        }
        (ColumnType::Text, "notes" | "private_note") => Value::Text(format!("{first}\n\n{second}")),
        (ColumnType::Text, _) => Value::Text(format!("{first}; {second}")),
        _ => one.clone(),
    }
}

/// Redirects all links from one record to another.
struct LinkMove<'t, 'c> {
    tx: &'t WriteTx<'c>,
    table: &'static str,
    from: i64,
    to: i64,
}

impl TableVisitor for LinkMove<'_, '_> {
    type Error = StoreError;

    fn table<T: TableRow>(&mut self) -> Result<(), StoreError> {
        if T::TABLE == DateMove::TABLE {
            let which = "WHERE what = ?1 AND number = ?2";
            let moved = self.tx.all::<T>(which, (self.table, self.from))?;
            return self.point_to(moved, "number");
        }
        for (column, shape) in T::COLUMNS.iter().zip(T::column_types()) {
            if matches!(shape, ColumnType::Link { to, .. } if to == self.table) {
                let which = format!("WHERE \"{column}\" = ?1");
                let linked = self.tx.all::<T>(&which, [self.from])?;
                self.point_to(linked, column)?;
            }
        }
        Ok(())
    }
}

impl LinkMove<'_, '_> {
    fn point_to<T: TableRow>(&self, rows: Vec<Record<T>>, column: &str) -> Result<(), StoreError> {
        let at = T::COLUMNS.iter().position(|one| *one == column);
        let at = ENVELOPE.len() + at.ok_or(StoreError::Damaged)?;
        for row in rows {
            let mut values = values_of(&row);
            values[at] = Value::Integer(self.to);
            self.tx.update_values::<T>(values)?;
        }
        Ok(())
    }
}

/// Two records that look like duplicates, by number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LikelySame {
    pub table: &'static str,
    /// The record added by this side.
    pub mine: i64,
    pub theirs: i64,
}

/// Lowest Sørensen-Dice coefficient of two titles for follow-ups to count as similar.
const MIN_LIKENESS: f64 = 0.7;

/// Finds likely duplicates in a shared pair: overlapping held check-ins, and similar follow-ups of the same check-in, each
/// added by one side.
pub fn find_likely(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    circle: &Circle,
) -> Result<Vec<LikelySame>, StoreError> {
    let mut calls: Vec<Record<CheckIn>> = pair_items::all_in_pair(tx, pair.id())?;
    calls.retain(|call| call.data.state == CheckInState::Held && call.data.held_at.is_some());
    let tasks: Vec<Record<FollowUp>> = pair_items::all_in_pair(tx, pair.id())?;
    let overlapping = overlapping(&calls);
    let alike = alike(&tasks, &overlapping);
    if overlapping.is_empty() && alike.is_empty() {
        return Ok(Vec::new());
    }
    let reading = CircleReading::new(tx, pair, circle)?;
    let authors = Authors {
        reading: &reading,
        circle,
    };
    let apart = circle_setting::load::<KnownSame>(tx, &circle.id)?.apart;
    let is_apart = |table: &str, one: &str, other: &str| {
        let key = |uid: &str| Some(RecordKey::new(table, &record_of_uid(uid)?));
        let both = key(one).zip(key(other));
        both.is_some_and(|(one, other)| apart.contains(&pair_of_keys(&one, &other)))
    };
    let mut found = Vec::new();
    for (one, other) in overlapping {
        let sides = (authors.of_log(one), authors.of_log(other));
        if !is_apart(CheckIn::TABLE, &one.uid, &other.uid) {
            let numbers = (one.id.number(), other.id.number());
            found.extend(likely(CheckIn::TABLE, circle.side(), numbers, sides));
        }
    }
    for (one, other) in alike {
        let sides = (authors.of_record(one), authors.of_record(other));
        if !is_apart(FollowUp::TABLE, &one.uid, &other.uid) {
            let numbers = (one.id.number(), other.id.number());
            found.extend(likely(FollowUp::TABLE, circle.side(), numbers, sides));
        }
    }
    Ok(found)
}

fn likely(
    table: &'static str,
    me: Side,
    (one, other): (i64, i64),
    sides: (Option<Side>, Option<Side>),
) -> Option<LikelySame> {
    let (first, second) = sides.0.zip(sides.1)?;
    let (mine, theirs) = match (first == me, second == me) {
        (true, false) => (one, other),
        (false, true) => (other, one),
        _ => return None,
    };
    Some(LikelySame {
        table,
        mine,
        theirs,
    })
}

/// Returns the pairs of overlapping check-ins.
fn overlapping(calls: &[Record<CheckIn>]) -> Vec<(&Record<CheckIn>, &Record<CheckIn>)> {
    let mut timed: Vec<_> = calls
        .iter()
        .filter_map(|call| Some((call.data.slot()?, call)))
        .collect();
    timed.sort_by_key(|(slot, call)| (*slot, call.id));
    let mut found = Vec::new();
    for (at, (slot, call)) in timed.iter().enumerate() {
        let later = timed[at + 1..].iter();
        let begun = later.take_while(|(later, _)| later.from < slot.until);
        let meeting = begun.filter(|(later, _)| slot.overlaps(*later));
        found.extend(meeting.map(|(_, later)| (*call, *later)));
    }
    found
}

/// Returns the pairs of follow-ups with the same owner, similar titles and the same or overlapping check-ins.
fn alike<'f>(
    tasks: &'f [Record<FollowUp>],
    calls: &[(&Record<CheckIn>, &Record<CheckIn>)],
) -> Vec<(&'f Record<FollowUp>, &'f Record<FollowUp>)> {
    let is_one_call = |one, other| {
        let mut pairs = calls.iter().map(|(one, other)| (one.id, other.id));
        one == other || pairs.any(|pair| pair == (one, other) || pair == (other, one))
    };
    let mut found = Vec::new();
    for (at, one) in tasks.iter().enumerate() {
        for other in &tasks[at + 1..] {
            let calls = one.data.checkin.zip(other.data.checkin);
            let is_of_one_call = calls.is_some_and(|(one, other)| is_one_call(one, other));
            if is_of_one_call && one.data.owner == other.data.owner {
                let titles = [one, other].map(|task| task.data.title.to_lowercase());
                if strsim::sorensen_dice(&titles[0], &titles[1]) >= MIN_LIKENESS {
                    found.push((one, other));
                }
            }
        }
    }
    found
}

/// Looks up authors in the documents.
struct Authors<'r> {
    reading: &'r CircleReading,
    circle: &'r Circle,
}

impl Authors<'_> {
    /// Returns the side that alone added a record. `None`: both did, or it was never told.
    fn of_record<T: TableRow>(&self, row: &Record<T>) -> Option<Side> {
        let key = RecordKey::new(T::TABLE, &record_of_uid(&row.uid)?);
        let begun_by = &self.reading.was.records.get(&key)?.begun_by;
        match begun_by.len() {
            1 => begun_by.first().copied(),
            _ => None,
        }
    }

    /// Returns the side that first recorded a check-in as held; the other one may have planned it.
    fn of_log(&self, call: &Record<CheckIn>) -> Option<Side> {
        let key = RecordKey::new(CheckIn::TABLE, &record_of_uid(&call.uid)?);
        let shown = self.reading.was.records.get(&key)?;
        let document = self.reading.documents.get(&ShareDocument::Shared)?;
        let at = self.reading.version.get(&ShareDocument::Shared)?;
        let written = document.written(&key.part("when"), at, &self.circle.sides());
        let is_held = |words: &serde_json::Value| {
            let state = words.get("state").and_then(|state| state.as_str());
            state == Some(CheckInState::Held.word())
        };
        let first = written.iter().position(|one| is_held(&one.words))?;
        // A log that both had before they began to share has no known author.
        let is_known_to_both = shown.begun_by.len() > 1 && first == 0;
        (!is_known_to_both).then(|| written[first].by)
    }
}
