//! Merges the rows of joined records into one: private values, and the links of other records.

use std::collections::BTreeMap;

use rusqlite::types::Value;

use crate::domain::goal::DateMove;
use crate::domain::pair::PairContext;
use crate::domain::record::Record;
use crate::share::parts::RecordKey;
use crate::share::publish::WithheldValues;
use crate::share::same::{JOINABLE, JoinedRecords, RecordGroups};
use crate::share::show::ShownRecords;
use crate::store::StoreError;
use crate::store::column::ColumnType;
use crate::store::share::circles::Circle;
use crate::store::share::reading::CircleReading;
use crate::store::share::received_rows::find_row;
use crate::store::share::rows::uid_of_record;
use crate::store::share::same::set_joined;
use crate::store::share::taken_item::{TakenChange, TakenItem, title_of};
use crate::store::table_row::{ENVELOPE, TableRow, TableVisitor, row_values, visit_tables};
use crate::store::write_tx::WriteTx;

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
    withheld: &'t BTreeMap<RecordKey, WithheldValues>,
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
            let mut others = others.iter().filter(|one| !self.after.purged.contains(*one));
            if let (true, Some(left)) = (self.after.purged.contains(kept), others.next()) {
                self.bring::<T>(self.now.representative(left), std::slice::from_ref(kept))?;
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
        find_row(self.tx, &key.record)
    }

    /// Gives a row the uid of the representative, which has no row here.
    fn rename<T: TableRow>(
        &self,
        row: &Record<T>,
        kept: &RecordKey,
    ) -> Result<Record<T>, StoreError> {
        let mut values = row_values(row);
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
        let mut values = row_values(row);
        let more = row_values(gone);
        let is_withheld = |column: &str| {
            let mut withheld = [kept, other].into_iter();
            withheld.any(|key| {
                let withheld = self.withheld.get(key);
                withheld.is_some_and(|it| it.contains_key(column))
            })
        };
        let mut feelings = Vec::new();
        for ((at, column), column_type) in T::COLUMNS.iter().enumerate().zip(T::column_types()) {
            let at = ENVELOPE.len() + at;
            match *column {
                "private" if more[at] == Value::Integer(1) => values[at] = more[at].clone(),
                "feeling" if values[at] != Value::Null => feelings.push(more[at].clone()),
                column if T::LOCAL_TEXTS.contains(&column) || is_withheld(column) => {
                    values[at] = combined(column, column_type, &values[at], &more[at]);
                }
                _ => {}
            }
        }
        // `feeling` holds one word; a second one goes into the private note.
        let note = T::COLUMNS.iter().position(|column| *column == "private_note");
        if let (Some(at), Some(Value::Text(feeling))) = (note, feelings.pop()) {
            let at = ENVELOPE.len() + at;
            let feeling = Value::Text(format!("Feeling: {feeling}"));
            values[at] = combined("private_note", ColumnType::Text, &values[at], &feeling);
        }
        let id = row.id;
        self.tx.update_values::<T>(values)?;
        let mut links =
            LinkMove { tx: self.tx, table: T::TABLE, from: gone.id.number(), to: id.number() };
        visit_tables(&mut links)?;
        self.tx.delete_row(gone.id)?;
        self.tx.find(id)?.ok_or(StoreError::Damaged)
    }
}

/// Combines the private values of two rows: texts and lists are concatenated, otherwise the first value wins.
fn combined(column: &str, column_type: ColumnType, one: &Value, other: &Value) -> Value {
    let (Value::Text(first), Value::Text(second)) = (one, other) else {
        return if *one == Value::Null { other } else { one }.clone();
    };
    if first == second || second.is_empty() {
        return one.clone();
    }
    if first.is_empty() {
        return other.clone();
    }
    match (column_type, column) {
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
        for (column, column_type) in T::COLUMNS.iter().zip(T::column_types()) {
            if matches!(column_type, ColumnType::Link { to, .. } if to == self.table) {
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
            let mut values = row_values(&row);
            values[at] = Value::Integer(self.to);
            self.tx.update_values::<T>(values)?;
        }
        Ok(())
    }
}
