//! Writing inside one transaction. All inserts, updates and deletes of records go through here, so undo misses none.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeSet;
use std::ops::Deref;

use rusqlite::types::{Value, ValueRef};
use uuid::{ContextV7, Timestamp, Uuid};

use crate::domain::dates::Now;
use crate::domain::record::{Id, Record};
use crate::store::column::ColumnValue;
use crate::store::read_tx::ReadTx;
use crate::store::share::authority::{self, SharedPair, SharedRowChange};
use crate::store::share::own_version;
use crate::store::table_row::{CHECKSUM, ENVELOPE, TableRow, quoted_columns};
use crate::store::undo::RowOperation;
use crate::store::{StoreError, checksum, sequence, settings, undo, unlink};

/// A transaction for writing, which becomes one undo step.
pub struct WriteTx<'c> {
    reader: ReadTx<'c>,
    /// The present moment of this run.
    pub now: Now,
    watched: RefCell<BTreeSet<(&'static str, RowOperation)>>,
    messages: RefCell<Vec<String>>,
    remarks: RefCell<Vec<String>>,
    hints: RefCell<Vec<String>>,
    has_deleted: std::cell::Cell<bool>,
    is_unrecorded: std::cell::Cell<bool>,
    shows_own_version: std::cell::Cell<bool>,
    /// Keeps the uids of one run in ascending order.
    uid_context: ContextV7,
    /// The shared pairs, loaded on first use.
    shared: OnceCell<Vec<SharedPair>>,
}

impl<'c> Deref for WriteTx<'c> {
    type Target = ReadTx<'c>;

    fn deref(&self) -> &ReadTx<'c> {
        &self.reader
    }
}

impl<'c> WriteTx<'c> {
    pub(in crate::store) fn new(reader: ReadTx<'c>, now: Now) -> Self {
        WriteTx {
            reader,
            now,
            watched: RefCell::default(),
            messages: RefCell::default(),
            remarks: RefCell::default(),
            hints: RefCell::default(),
            has_deleted: std::cell::Cell::default(),
            is_unrecorded: std::cell::Cell::default(),
            shows_own_version: std::cell::Cell::default(),
            uid_context: ContextV7::new(),
            shared: OnceCell::new(),
        }
    }

    /// Inserts a new record and assigns its number.
    pub fn insert<T: TableRow>(&self, data: T) -> Result<Record<T>, StoreError> {
        let uid = if T::IS_JOINT { authority::joint_uid(self, &data)? } else { None };
        let uid = uid.unwrap_or_else(|| self.new_uid());
        self.insert_with_uid(data, uid)
    }

    /// Inserts a record whose identity comes from elsewhere, such as an event in a calendar.
    pub fn insert_with_uid<T: TableRow>(
        &self,
        data: T,
        uid: String,
    ) -> Result<Record<T>, StoreError> {
        self.insert_row(Record {
            id: Id::new(0),
            uid,
            created_at: self.now.at,
            changed_at: self.now.at,
            data,
        })
    }

    fn insert_row<T: TableRow>(&self, mut record: Record<T>) -> Result<Record<T>, StoreError> {
        let mut values = vec![
            Value::Integer(self.next_number(T::TABLE)?),
            record.uid.to_cell(),
            record.created_at.to_cell(),
            record.changed_at.to_cell(),
        ];
        let data_values = record.data.write();
        let change = SharedRowChange::Insert(&data_values);
        authority::ensure_own::<T>(self.shared_pairs()?, 0, change)?;
        values.extend(data_values);
        record.id = Id::new(self.insert_values::<T>(values)?);
        Ok(record)
    }

    fn shared_pairs(&self) -> Result<&[SharedPair], StoreError> {
        if let Some(pairs) = self.shared.get() {
            return Ok(pairs);
        }
        let pairs = authority::shared_pairs(self)?;
        Ok(self.shared.get_or_init(|| pairs))
    }

    /// Returns the present values of a row, without its envelope. `None`: the table has no shared parts, no pair is
    /// shared, or there is no such row.
    fn shared_row<T: TableRow>(&self, id: Id<T>) -> Result<Option<Vec<Value>>, StoreError> {
        if T::PARTS.is_empty() || self.shared_pairs()?.is_empty() {
            return Ok(None);
        }
        let record = self.first::<T>("WHERE id = ?1", [id.number()])?;
        Ok(record.map(|record| record.data.write()))
    }

    /// Returns the highest number ever assigned in a table. Numbers are never reused.
    pub(in crate::store) fn last_number(&self, table: &str) -> Result<i64, StoreError> {
        sequence::last_number(self.connection, table)
    }

    /// Returns the number that the next row of a table gets.
    pub(in crate::store) fn next_number(&self, table: &str) -> Result<i64, StoreError> {
        sequence::next_number(self.connection, table)
    }

    /// Inserts a row of values, in the order of the columns, and returns its number.
    pub(in crate::store) fn insert_values<T: TableRow>(
        &self,
        mut values: Vec<Value>,
    ) -> Result<i64, StoreError> {
        self.watch::<T>(RowOperation::Insert)?;
        values.push(record_checksum::<T>(&values));
        let places = vec!["?"; values.len()].join(", ");
        let sql = format!("INSERT INTO {} ({}) VALUES ({places})", T::TABLE, quoted_columns::<T>());
        let mut statement = self.connection.prepare_cached(&sql)?;
        statement.execute(rusqlite::params_from_iter(values))?;
        Ok(self.connection.last_insert_rowid())
    }

    /// Stores the changed fields of a record and sets its `changed_at`.
    pub fn update<T: TableRow>(&self, record: &mut Record<T>) -> Result<(), StoreError> {
        record.changed_at = self.now.at;
        let mut values = vec![
            record.id.to_cell(),
            record.uid.to_cell(),
            record.created_at.to_cell(),
            record.changed_at.to_cell(),
        ];
        let mut data_values = record.data.write();
        let mut is_own_version = false;
        if let Some(before) = self.shared_row(record.id)? {
            let number = record.id.number();
            let change = SharedRowChange::Update(&before, &data_values);
            authority::ensure_own::<T>(self.shared_pairs()?, number, change)?;
            authority::ensure_decided::<T>(self, number, change)?;
            is_own_version =
                own_version::put_own_version::<T>(self, number, &before, &mut data_values)?;
        }
        values.extend(data_values);
        self.update_values::<T>(values)?;
        if is_own_version && let Some(row) = self.first("WHERE id = ?1", [record.id.number()])? {
            *record = row;
            self.shows_own_version.set(true);
        }
        Ok(())
    }

    /// Overwrites a row with these values, in the order of the columns. The first one is its number.
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
        let sql = format!("UPDATE {} SET {} WHERE id = ?1", T::TABLE, assignments.join(", "));
        values.push(record_checksum::<T>(&values));
        self.connection.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(values))?;
        Ok(())
    }

    /// Deletes a record together with the records that depend on it. Undo brings all of them back.
    pub fn delete<T: TableRow>(&self, id: Id<T>) -> Result<(), StoreError> {
        authority::ensure_may_delete(self, self.shared_pairs()?, id)?;
        self.delete_row(id)
    }

    /// Deletes like `delete`, without checking which side of a shared pair owns the record.
    pub(in crate::store) fn delete_row<T: TableRow>(&self, id: Id<T>) -> Result<(), StoreError> {
        unlink::remove_references(self, T::TABLE, id.number())?;
        self.watch::<T>(RowOperation::Delete)?;
        let sql = format!("DELETE FROM {} WHERE id = ?1", T::TABLE);
        self.connection.prepare_cached(&sql)?.execute([id.number()])?;
        if !self.has_deleted.replace(true) {
            settings::record_untraced_change(self, settings::untraced_change_at(self)?)?;
        }
        Ok(())
    }

    /// Deletes the undone steps, so that nothing can be redone. A transaction that leaves a step does so at its end.
    pub(in crate::store) fn drop_undone_steps(&self) -> Result<(), StoreError> {
        if !self.leaves_step() {
            let sql = "DELETE FROM step WHERE state = 'undone'";
            self.connection.execute(sql, [])?;
        }
        Ok(())
    }

    /// Adds a sentence that tells the user what this transaction does. It is shown as the confirmation and kept as the
    /// line of the history, so what to type next is a `hint`: it would be out of date there.
    pub fn add_message(&self, words: impl Into<String>) {
        self.messages.borrow_mut().push(words.into());
    }

    /// Returns whether an edit replaced the other side's version of an undecided part by this side's own.
    pub fn shows_own_version(&self) -> bool {
        self.shows_own_version.get()
    }

    /// Whether a row of any record was written.
    pub fn has_changes(&self) -> bool {
        !self.watched.borrow().is_empty()
    }

    /// Keeps this transaction out of the undo history.
    pub fn leave_no_step(&self) {
        self.is_unrecorded.set(true);
    }

    pub(in crate::store) fn leaves_step(&self) -> bool {
        !self.is_unrecorded.get()
    }

    /// Adds a remark that is shown to the user after the commit and is not part of the history.
    pub fn remark(&self, words: impl Into<String>) {
        self.remarks.borrow_mut().push(words.into());
    }

    pub(in crate::store) fn take_remarks(&self) -> Vec<String> {
        self.remarks.take()
    }

    /// Adds what to type next, which is shown to the user after the commit and is not part of the history.
    pub fn hint(&self, words: impl Into<String>) {
        self.hints.borrow_mut().push(words.into());
    }

    pub(in crate::store) fn take_hints(&self) -> Vec<String> {
        self.hints.take()
    }

    /// Removes and returns the messages, so that the caller can add one that sums them up.
    pub fn take_messages(&self) -> Vec<String> {
        self.messages.take()
    }

    pub(in crate::store) fn messages(&self) -> Vec<String> {
        self.messages.borrow().clone()
    }

    pub(in crate::store) fn is_watching(&self, table: &str, change: RowOperation) -> bool {
        self.watched.borrow().contains(&(table, change))
    }

    /// Returns whether any table is being watched for undo.
    pub(in crate::store) fn has_watched_changes(&self) -> bool {
        !self.watched.borrow().is_empty()
    }

    /// Starts to record such changes to the table of `T` for undo.
    pub(in crate::store) fn watch<T: TableRow>(
        &self,
        change: RowOperation,
    ) -> Result<(), StoreError> {
        let mut columns = ENVELOPE.to_vec();
        columns.extend(T::COLUMNS);
        columns.push(CHECKSUM);
        self.watch_table(T::TABLE, &columns, change)
    }

    /// Starts to record what each row of a table was before such a change. Does nothing if that is recorded already.
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

    /// Returns a `UUIDv7` (RFC 9562, section 5.7) of the run's present moment, ascending within the run.
    fn new_uid(&self) -> String {
        let seconds = u64::try_from(self.now.at.timestamp()).unwrap_or_default();
        let at =
            Timestamp::from_unix(&self.uid_context, seconds, self.now.at.timestamp_subsec_nanos());
        Uuid::new_v7(at).to_string()
    }
}

/// Returns the checksum of a record's row: the envelope and the columns, without the checksum itself.
pub(in crate::store) fn record_checksum<T: TableRow>(values: &[Value]) -> Value {
    let value_refs = values.iter().map(ValueRef::from);
    Value::Integer(checksum::row_checksum(T::TABLE, value_refs, values.len() - T::LATER_COLUMNS))
}

/// Returns the checksum of a row of a table that holds no records, such as `setting` or `step`.
pub(in crate::store) fn table_checksum(table: &str, values: &[Value]) -> Value {
    let value_refs = values.iter().map(ValueRef::from);
    Value::Integer(checksum::row_checksum(table, value_refs, values.len()))
}
