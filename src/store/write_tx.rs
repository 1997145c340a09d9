//! Writing inside one transaction. Nothing else in the program inserts, updates or deletes, so nothing escapes undo.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeSet;
use std::ops::Deref;

use chrono::{DateTime, Utc};
use rusqlite::types::{Value, ValueRef};
use uuid::{ContextV7, Timestamp, Uuid};

use crate::domain::record::{Id, Record};
use crate::store::column::ColumnValue;
use crate::store::read_tx::ReadTx;
use crate::store::share::authority::{self, SharedPair, SharedRowChange};
use crate::store::table_row::{CHECKSUM, ENVELOPE, TableRow, quoted_columns};
use crate::store::undo::RowOperation;
use crate::store::{StoreError, checksum, settings, undo, unlink};

/// A transaction that will be one step of the history.
pub struct WriteTx<'c> {
    reader: ReadTx<'c>,
    /// The present moment of this run.
    pub now: DateTime<Utc>,
    watched: RefCell<BTreeSet<(&'static str, RowOperation)>>,
    said: RefCell<Vec<String>>,
    remarks: RefCell<Vec<String>>,
    has_deleted: std::cell::Cell<bool>,
    is_unrecorded: std::cell::Cell<bool>,
    order: ContextV7,
    /// The pairs that are shared; not looked up yet.
    shared: OnceCell<Vec<SharedPair>>,
}

impl<'c> Deref for WriteTx<'c> {
    type Target = ReadTx<'c>;

    fn deref(&self) -> &ReadTx<'c> {
        &self.reader
    }
}

impl<'c> WriteTx<'c> {
    pub(in crate::store) fn new(reader: ReadTx<'c>, now: DateTime<Utc>) -> Self {
        WriteTx {
            reader,
            now,
            watched: RefCell::default(),
            said: RefCell::default(),
            remarks: RefCell::default(),
            has_deleted: std::cell::Cell::default(),
            is_unrecorded: std::cell::Cell::default(),
            order: ContextV7::new(),
            shared: OnceCell::new(),
        }
    }

    /// Keeps a new record and gives it its number.
    pub fn insert<T: TableRow>(&self, it: T) -> Result<Record<T>, StoreError> {
        let uid = if T::IS_JOINT {
            authority::joint_uid(self, &it)?
        } else {
            None
        };
        let uid = uid.unwrap_or_else(|| self.new_uid());
        self.insert_row(Record {
            id: Id::new(0),
            uid,
            created_at: self.now,
            changed_at: self.now,
            data: it,
        })
    }

    fn insert_row<T: TableRow>(&self, mut record: Record<T>) -> Result<Record<T>, StoreError> {
        let mut values = vec![
            Value::Integer(self.last_number(T::TABLE)? + 1),
            record.uid.to_cell(),
            record.created_at.to_cell(),
            record.changed_at.to_cell(),
        ];
        let own = record.data.write();
        authority::ensure_own::<T>(self.shared_pairs()?, 0, SharedRowChange::Insert(&own))?;
        values.extend(own);
        record.id = Id::new(self.insert_values::<T>(values)?);
        Ok(record)
    }

    fn shared_pairs(&self) -> Result<&[SharedPair], StoreError> {
        if let Some(known) = self.shared.get() {
            return Ok(known);
        }
        let found = authority::shared_pairs(self)?;
        Ok(self.shared.get_or_init(|| found))
    }

    /// The values of a row of a shared pair as it is; none: no pair is shared.
    fn shared_row<T: TableRow>(&self, id: Id<T>) -> Result<Option<Vec<Value>>, StoreError> {
        if T::PARTS.is_empty() || self.shared_pairs()?.is_empty() {
            return Ok(None);
        }
        let found = self.first::<T>("WHERE id = ?1", [id.number()])?;
        Ok(found.map(|record| record.data.write()))
    }

    /// The last number that was given in a table. None is given twice.
    pub(in crate::store) fn last_number(&self, table: &str) -> Result<i64, StoreError> {
        let sql = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = ?1";
        self.number(sql, [table])
    }

    /// Writes a row of values in the order of the columns, and returns its number.
    pub(in crate::store) fn insert_values<T: TableRow>(
        &self,
        mut values: Vec<Value>,
    ) -> Result<i64, StoreError> {
        self.watch::<T>(RowOperation::Insert)?;
        values.push(record_checksum::<T>(&values));
        let places = vec!["?"; values.len()].join(", ");
        let sql = format!(
            "INSERT INTO {} ({}) VALUES ({places})",
            T::TABLE,
            quoted_columns::<T>()
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        statement.execute(rusqlite::params_from_iter(values))?;
        Ok(self.connection.last_insert_rowid())
    }

    /// Keeps the changed fields of a record.
    pub fn update<T: TableRow>(&self, record: &mut Record<T>) -> Result<(), StoreError> {
        record.changed_at = self.now;
        let mut values = vec![
            record.id.to_cell(),
            record.uid.to_cell(),
            record.created_at.to_cell(),
            record.changed_at.to_cell(),
        ];
        let own = record.data.write();
        if let Some(before) = self.shared_row(record.id)? {
            let change = SharedRowChange::Update(&before, &own);
            authority::ensure_own::<T>(self.shared_pairs()?, record.id.number(), change)?;
            authority::ensure_decided::<T>(self, record.id.number(), change)?;
        }
        values.extend(own);
        self.update_values::<T>(values)
    }

    /// Gives a row these values, in the order of the columns.
    pub(in crate::store) fn update_values<T: TableRow>(
        &self,
        mut values: Vec<Value>,
    ) -> Result<(), StoreError> {
        self.watch::<T>(RowOperation::Update)?;
        let assignments: Vec<String> = ENVELOPE
            .iter()
            .chain(T::COLUMNS)
            .chain(&[CHECKSUM])
            .map(|column| format!("\"{column}\" = ?"))
            .collect();
        let sql = format!(
            "UPDATE {} SET {} WHERE id = ?1",
            T::TABLE,
            assignments.join(", ")
        );
        values.push(record_checksum::<T>(&values));
        self.connection
            .prepare_cached(&sql)?
            .execute(rusqlite::params_from_iter(values))?;
        Ok(())
    }

    /// Takes a record out, and with it what makes no sense without it. Undo brings all of it back.
    pub fn delete<T: TableRow>(&self, id: Id<T>) -> Result<(), StoreError> {
        if let Some(row) = self.shared_row(id)? {
            let change = SharedRowChange::Delete(&row);
            authority::ensure_own::<T>(self.shared_pairs()?, id.number(), change)?;
        }
        self.delete_row(id)
    }

    /// The same, whoever has brought it in.
    pub(in crate::store) fn delete_row<T: TableRow>(&self, id: Id<T>) -> Result<(), StoreError> {
        unlink::remove_references(self, T::TABLE, id.number())?;
        self.watch::<T>(RowOperation::Delete)?;
        let sql = format!("DELETE FROM {} WHERE id = ?1", T::TABLE);
        self.connection
            .prepare_cached(&sql)?
            .execute([id.number()])?;
        if !self.has_deleted.replace(true) {
            settings::record_untraced_change(self, settings::untraced_change_at(self)?)?;
        }
        Ok(())
    }

    /// There is nothing to do again any more.
    pub(in crate::store) fn drop_undone_steps(&self) -> Result<(), StoreError> {
        let sql = "DELETE FROM step WHERE state = 'undone'";
        self.connection.execute(sql, [])?;
        Ok(())
    }

    /// Says in the user's words what this transaction does; it is their confirmation and the history's line.
    pub fn add_message(&self, words: impl Into<String>) {
        self.said.borrow_mut().push(words.into());
    }

    /// What this transaction does is nothing that anybody would undo.
    pub fn leave_no_step(&self) {
        self.is_unrecorded.set(true);
    }

    pub(in crate::store) fn leaves_step(&self) -> bool {
        !self.is_unrecorded.get()
    }

    /// Remarks on what this transaction does: told to the user once it is done, and no part of the history.
    pub fn remark(&self, words: impl Into<String>) {
        self.remarks.borrow_mut().push(words.into());
    }

    pub(in crate::store) fn take_remarks(&self) -> Vec<String> {
        self.remarks.take()
    }

    /// Takes the messages out again, for one that stands for all of them.
    pub fn take_messages(&self) -> Vec<String> {
        self.said.take()
    }

    pub(in crate::store) fn messages(&self) -> Vec<String> {
        self.said.borrow().clone()
    }

    pub(in crate::store) fn is_watching(&self, table: &str, change: RowOperation) -> bool {
        self.watched.borrow().contains(&(table, change))
    }

    /// Whether anything was changed that undo is to take back.
    pub(in crate::store) fn has_watched_changes(&self) -> bool {
        !self.watched.borrow().is_empty()
    }

    pub(in crate::store) fn watch<T: TableRow>(
        &self,
        change: RowOperation,
    ) -> Result<(), StoreError> {
        let mut own = ENVELOPE.to_vec();
        own.extend(T::COLUMNS);
        own.push(CHECKSUM);
        self.watch_table(T::TABLE, &own, change)
    }

    /// Records the inverse of every such change to a table from now on.
    pub(in crate::store) fn watch_table(
        &self,
        table: &'static str,
        columns: &[&str],
        change: RowOperation,
    ) -> Result<(), StoreError> {
        if self.watched.borrow_mut().insert((table, change)) {
            undo::install_triggers(self.connection, table, columns, change)?;
        }
        Ok(())
    }

    /// `UUIDv7` (RFC 9562, section 5.7) of the run's moment, rising within the run.
    fn new_uid(&self) -> String {
        let seconds = u64::try_from(self.now.timestamp()).unwrap_or_default();
        let at = Timestamp::from_unix(&self.order, seconds, self.now.timestamp_subsec_nanos());
        Uuid::new_v7(at).to_string()
    }
}

/// The checksum of a record's row.
pub(in crate::store) fn record_checksum<T: TableRow>(values: &[Value]) -> Value {
    let values_of = values.iter().map(ValueRef::from);
    Value::Integer(checksum::row_checksum(
        T::TABLE,
        values_of,
        values.len() - T::LATER_COLUMNS,
    ))
}

/// The checksum of a row of one of the store's own tables.
pub(in crate::store) fn table_checksum(table: &str, values: &[Value]) -> Value {
    let values_of = values.iter().map(ValueRef::from);
    Value::Integer(checksum::row_checksum(table, values_of, values.len()))
}
