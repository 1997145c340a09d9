//! Opening the data file. Reading never creates it, and a damaged, foreign or newer file is never written.

mod connection;
mod open;

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, ErrorCode, TransactionBehavior};

use crate::domain::dates::Now;
use crate::platform::private_file::{self, Readers};
use crate::store::backup::DailyBackup;
use crate::store::change_tracker::ChangeTracker;
use crate::store::read_tx::ReadTx;
use crate::store::search::index;
use crate::store::write_tx::WriteTx;
use crate::store::{
    StoreError, file_checksum, health, past, reviews, rollback, schema, tally, undo,
};

pub(in crate::store) use connection::{connect_in_memory, copy_all, copy_to_pending, open_pending};
pub(in crate::store) use open::SIDE_FILES;

/// The data file of a run: its path, and how it is opened.
#[derive(Clone, Debug)]
pub struct Store {
    pub path: PathBuf,
    /// How long to wait for a lock that another process holds.
    pub patience: Duration,
    /// Whether the first write of a day makes a backup.
    backs_up: bool,
    migrations: &'static [&'static str],
}

/// What a write reports: the messages of its undo step, and what the user should know about the file.
#[derive(Debug, Default)]
pub struct WriteSummary {
    /// The sentences that confirm the change.
    pub messages: Vec<String>,
    pub remarks: Vec<String>,
    /// What to type next.
    pub hints: Vec<String>,
    /// The copy of the older file. `None`: the file was not upgraded.
    pub upgraded_from: Option<PathBuf>,
    /// Who can read the file. That everyone can is reported once a day.
    pub readers: Readers,
    pub backup: DailyBackup,
}

/// A copy in memory with every row as it was at an earlier moment.
pub struct PastFile(Connection);

impl PastFile {
    pub fn read<T, E: From<StoreError>>(
        &self,
        query: impl FnOnce(&ReadTx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        query(&ReadTx::without_tally(&self.0))
    }
}

/// A connection for reading. It is to an upgraded copy in memory if the file has an older version.
struct OpenFile {
    connection: Connection,
    /// The version of the file itself.
    version: i64,
}

impl Store {
    /// Follows a symbolic link, so that backups and other side files are stored beside the file that it leads to.
    pub fn new(path: PathBuf, patience: Duration) -> Self {
        let is_link = path.is_symlink();
        let target = is_link.then(|| fs::canonicalize(&path).ok()).flatten();
        Store {
            path: target.unwrap_or(path),
            patience,
            backs_up: false,
            migrations: schema::MIGRATIONS,
        }
    }

    /// Makes a backup before the first write of a day.
    #[must_use]
    pub fn with_daily_backup(self) -> Self {
        Store { backs_up: true, ..self }
    }

    pub(in crate::store) fn migrations(&self) -> &'static [&'static str] {
        self.migrations
    }

    pub fn exists(&self) -> bool {
        self.path.symlink_metadata().is_ok()
    }

    /// Runs `query` on one state of the file. Writes nothing: an older file is upgraded in memory.
    pub fn read<T, E: From<StoreError>>(
        &self,
        query: impl FnOnce(&ReadTx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        run_query(&self.open_to_read()?, query)
    }

    /// Returns the data as it was at an earlier moment, in memory.
    pub fn as_of(&self, moment: DateTime<Utc>) -> Result<PastFile, StoreError> {
        let copy = self.copy_in_memory()?;
        if !file_checksum::is_unchanged(&copy.connection)? {
            tally::ensure_whole(&copy.connection)?;
        }
        if copy.version < schema::REVISIONS_SINCE {
            past::fill_upgraded(&copy.connection)?;
        }
        rollback::roll_back(&copy.connection, moment)?;
        Ok(PastFile(copy.connection))
    }

    fn copy_in_memory(&self) -> Result<OpenFile, StoreError> {
        let mut opened = self.open_with_version()?;
        // An older file was already copied for its upgrade.
        if opened.version >= schema::latest(self.migrations) {
            let mut copy = connect_in_memory()?;
            copy_all(&opened.connection, &mut copy)?;
            opened.connection = copy;
        }
        Ok(opened)
    }

    /// Runs `change` like `write`, but on a copy in memory. The file, its backups and its folder are not changed.
    pub fn rehearse<T, E: From<StoreError>>(
        &self,
        now: Now,
        change: impl FnOnce(&WriteTx<'_>) -> Result<T, E>,
    ) -> Result<(T, WriteSummary), E> {
        let copy = if self.needs_creation()? {
            let mut empty = connect_in_memory().map_err(StoreError::from)?;
            schema::create_tables(&mut empty, self.migrations)?;
            empty
        } else {
            self.copy_in_memory()?.connection
        };
        let pragmas = "PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; BEGIN";
        copy.execute_batch(pragmas).map_err(StoreError::from)?;
        let writer = WriteTx::new(ReadTx::new(&copy), now);
        let value = change(&writer)?;
        let summary = WriteSummary {
            messages: writer.messages(),
            remarks: writer.take_remarks(),
            ..WriteSummary::default()
        };
        Ok((value, summary))
    }

    /// Returns whether the next write creates the file. Fails if there is no file, but there are backups of one.
    fn needs_creation(&self) -> Result<bool, StoreError> {
        if self.exists() {
            return Ok(false);
        }
        match self.missing() {
            StoreError::Missing(_) => Ok(true),
            gone => Err(gone),
        }
    }

    /// Runs `query` like `read`, but fails at once if the file is locked or has a journal to be rolled back, instead of
    /// waiting or writing.
    pub fn try_read<T, E: From<StoreError>>(
        &self,
        query: impl FnOnce(&ReadTx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.precheck()?;
        run_query(&self.begin_to_read(Duration::ZERO)?.connection, query)
    }

    /// Runs `change` in one transaction, which becomes one undo step: all of it happens, or none.
    ///
    /// Creates the file if there is none. When this returns, the change is on the disk.
    pub fn write<T, E: From<StoreError>>(
        &self,
        now: Now,
        change: impl FnOnce(&WriteTx<'_>) -> Result<T, E>,
    ) -> Result<(T, WriteSummary), E> {
        self.transact(now, change, true)
    }

    /// Runs `change` like `write`, but adds no undo step: used by undo and redo themselves.
    pub fn write_unrecorded<T, E: From<StoreError>>(
        &self,
        now: Now,
        change: impl FnOnce(&WriteTx<'_>) -> Result<T, E>,
    ) -> Result<(T, WriteSummary), E> {
        self.transact(now, change, false)
    }

    fn transact<T, E: From<StoreError>>(
        &self,
        now: Now,
        change: impl FnOnce(&WriteTx<'_>) -> Result<T, E>,
        is_step: bool,
    ) -> Result<(T, WriteSummary), E> {
        let is_new = !self.exists();
        if is_new {
            self.create()?;
        }
        let backup = if self.backs_up && !is_new {
            self.create_daily_backup(now.at)?
        } else {
            DailyBackup::NotDue
        };
        let readers = match private_file::restrict_permissions(&self.path) {
            Readers::Everyone if !is_new && matches!(backup, DailyBackup::NotDue) => Readers::Owner,
            readers => readers,
        };
        let opened = self.identity();
        let (mut connection, upgraded_from) = self.open_to_write()?;
        let tracker = ChangeTracker::attach(&connection)?;
        let transaction = connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        self.ensure_same_file(opened)?;
        let was_index_damaged = verify_before_change(&transaction, &backup)?;
        let reader = ReadTx::new(&transaction);
        let now = if is_step { reviews::now_after_reviews(&reader, now)? } else { now };
        let writer = WriteTx::new(reader, now);
        if !is_step {
            writer.leave_no_step();
        }
        let value = change(&writer)?;
        let messages = writer.messages();
        let mut remarks = writer.take_remarks();
        let hints = writer.take_hints();
        if writer.leaves_step() {
            tracker.ensure_all_watched(&writer)?;
            undo::record_step(&writer, &messages.join("\n"))?;
        }
        if update_derived_data(&transaction, &tracker)? || was_index_damaged {
            let remark = "the search index was damaged, and was rebuilt from the records";
            remarks.push(remark.to_owned());
        }
        self.ensure_same_file(opened)?;
        let committed = transaction.commit().map_err(|error| match error.sqlite_error_code() {
            // No step that this program recorded leaves a link to a missing record behind.
            Some(ErrorCode::ConstraintViolation) if !is_step => StoreError::Damaged,
            _ => error.into(),
        });
        self.or_unconfirmable(committed)?;
        Ok((value, WriteSummary { messages, remarks, hints, upgraded_from, readers, backup }))
    }
}

impl Store {
    /// Takes a commit as confirmed if the file system can't confirm any, since it does not sync folders: the journal is
    /// deleted by then.
    pub(in crate::store) fn or_unconfirmable(
        &self,
        committed: Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        match committed {
            Err(StoreError::Unconfirmed) if !private_file::can_sync_parent_dir(&self.path) => {
                Ok(())
            }
            committed => committed,
        }
    }
}

/// Verifies the file before a change, unless it is unchanged since the last write, and rebuilds a damaged or outdated
/// search index. Returns whether the index was damaged.
fn verify_before_change(
    transaction: &Connection,
    backup: &DailyBackup,
) -> Result<bool, StoreError> {
    let (has_new_backup, is_known_damaged) = match backup {
        DailyBackup::Made { is_index_damaged } => (true, *is_index_damaged),
        _ => (false, false),
    };
    let is_unchanged = !is_known_damaged && file_checksum::is_unchanged(transaction)?;
    let is_index_current = index::is_current(transaction).map_err(index::as_damage);
    let is_index_intact = is_unchanged && is_index_current.unwrap_or(false);
    let was_index_damaged = !is_index_intact && index::repair(transaction, is_known_damaged)?;
    // Making a backup verifies every row.
    if !is_unchanged && !has_new_backup {
        health::ensure_sound(transaction)?;
    }
    Ok(was_index_damaged)
}

/// Verifies the rows near the changed ones, and updates what is derived from the records: the tally, the search index
/// and the checksum of the file. Returns whether the index was damaged, and so was rebuilt.
fn update_derived_data(
    transaction: &Connection,
    tracker: &ChangeTracker,
) -> Result<bool, StoreError> {
    health::ensure_rows(transaction, &tracker.tables())?;
    tally::update(transaction, &tracker.tables())?;
    let was_index_damaged = index::update(transaction, &tracker.tables())?;
    file_checksum::store(transaction)?;
    Ok(was_index_damaged)
}

/// Runs a query on a connection that was opened for reading.
fn run_query<T, E: From<StoreError>>(
    connection: &Connection,
    query: impl FnOnce(&ReadTx<'_>) -> Result<T, E>,
) -> Result<T, E> {
    // A report reads most pages once and returns to a few of each table. A smaller cache loses those; a larger one costs
    // memory.
    let limited = connection.execute_batch("PRAGMA cache_size = 64");
    limited.map_err(StoreError::from)?;
    query(&ReadTx::new(connection))
}

#[cfg(test)]
mod tests;
