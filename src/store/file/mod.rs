//! Opening the data file. Reading never creates it, and a damaged, foreign or newer file is never written.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, Utc};
use rusqlite::backup::{Backup, StepResult};
use rusqlite::limits::Limit;
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};

use crate::domain::dates::Now;
use crate::platform::private_file::{self, PendingFile};
use crate::store::backup::DailyBackup;
use crate::store::change_tracker::ChangeTracker;
use crate::store::lock_wait::wait_for_locks;
use crate::store::read_tx::ReadTx;
use crate::store::search::index;
use crate::store::write_tx::WriteTx;
use crate::store::{StoreError, file_checksum, health, past, rollback, schema, tally, undo};

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
    /// The copy of the older file. `None`: the file was not upgraded.
    pub upgraded_from: Option<PathBuf>,
    /// Whether other users could read the file until this write.
    pub was_open_to_others: bool,
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
        Store {
            backs_up: true,
            ..self
        }
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
        // Only the owner can restrict the permissions; a failure must not stop other users.
        let was_open_to_others = private_file::restrict_permissions(&self.path).unwrap_or(false);
        let opened = self.identity();
        let (mut connection, upgraded_from) = self.open_to_write()?;
        let tracker = ChangeTracker::attach(&connection)?;
        let transaction = connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        self.ensure_same_file(opened)?;
        let was_index_damaged = verify_before_change(&transaction, &backup)?;
        let writer = WriteTx::new(ReadTx::new(&transaction), now);
        let value = change(&writer)?;
        let messages = writer.messages();
        let mut remarks = writer.take_remarks();
        if is_step && writer.leaves_step() {
            tracker.ensure_all_watched(&writer)?;
            undo::record_step(&writer, &messages.join("\n"))?;
        }
        if update_derived_data(&transaction, &tracker)? || was_index_damaged {
            let remark = "the search index was damaged, and was rebuilt from the records";
            remarks.push(remark.to_owned());
        }
        self.ensure_same_file(opened)?;
        transaction
            .commit()
            .map_err(|error| match error.sqlite_error_code() {
                // No step that this program recorded leaves a link to a missing record behind.
                Some(ErrorCode::ConstraintViolation) if !is_step => StoreError::Damaged,
                _ => error.into(),
            })?;
        Ok((
            value,
            WriteSummary {
                messages,
                remarks,
                upgraded_from,
                was_open_to_others,
                backup,
            },
        ))
    }

    /// Finds out why the file can't be opened, since `SQLite` gives no reason: tries to open it and, if `to_write`, to
    /// create another file beside it. `None`: both succeed.
    pub fn diagnose(&self, to_write: bool) -> Option<StoreError> {
        // Opening a pipe would block until another process opens its other end.
        if fs::metadata(&self.path).is_ok_and(|metadata| !metadata.is_file()) {
            return None;
        }
        let opened = match fs::File::open(&self.path) {
            // A first run failed to create the file.
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
            opened => opened.map(drop),
        };
        let result = if to_write {
            opened.and_then(|()| private_file::check_writable(&self.path))
        } else {
            opened
        };
        result.err().map(StoreError::from)
    }

    /// Opens the file for reading, in a transaction: everything read, the version included, comes from one state of the
    /// file.
    pub(in crate::store) fn open_to_read(&self) -> Result<Connection, StoreError> {
        Ok(self.open_with_version()?.connection)
    }

    fn open_with_version(&self) -> Result<OpenFile, StoreError> {
        self.precheck()?;
        match self.begin_to_read(self.patience) {
            // A writer was killed and left a journal. Only a connection that may write can roll it back.
            Err(StoreError::ReadOnly) => {
                self.roll_back()?;
                self.begin_to_read(self.patience)
            }
            opened => opened,
        }
    }

    /// Opens the file and begins to read. The lock taken for reading the version is kept, so later reads never wait for
    /// one.
    fn begin_to_read(&self, patience: Duration) -> Result<OpenFile, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = connect(&self.path, flags)?;
        wait_for_locks(&connection, patience)?;
        connection.execute_batch("BEGIN")?;
        let version = schema::version(&connection)?;
        self.check_version(version)?;
        schema::ensure_own_definitions(&connection, version)?;
        let connection = if version < schema::latest(self.migrations) {
            self.upgrade_in_memory(&connection)?
        } else {
            connection
        };
        Ok(OpenFile {
            connection,
            version,
        })
    }

    /// Opens the file like `open_to_read`. The upgraded copy of an older file gets its search index and revisions too,
    /// so that it is what the file will be after its upgrade.
    pub(in crate::store) fn open_with_index(&self) -> Result<Connection, StoreError> {
        let OpenFile {
            connection,
            version,
        } = self.open_with_version()?;
        index::fill_upgraded(&connection)?;
        if version < schema::REVISIONS_SINCE {
            past::fill_upgraded(&connection)?;
        }
        Ok(connection)
    }

    /// Opens the file for reading without any check.
    pub(in crate::store) fn open_unverified(&self) -> Result<Connection, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = connect(&self.path, flags)?;
        wait_for_locks(&connection, self.patience)?;
        Ok(connection)
    }

    /// Rolls back the journal that a killed process left.
    pub(in crate::store) fn roll_back(&self) -> Result<(), StoreError> {
        schema::version(&self.open_to_overwrite()?).map(drop)
    }

    /// Returns an upgraded copy of an older file in memory. The search index of the copy is empty.
    pub(in crate::store) fn upgrade_in_memory(
        &self,
        old: &Connection,
    ) -> Result<Connection, StoreError> {
        let mut copy = connect_in_memory()?;
        copy_all(old, &mut copy)?;
        schema::create_tables(&mut copy, self.migrations)?;
        Ok(copy)
    }

    /// Opens the file for writing and upgrades it if needed. Returns the copy of the older file, if there was an
    /// upgrade.
    pub(in crate::store) fn open_to_write(
        &self,
    ) -> Result<(Connection, Option<PathBuf>), StoreError> {
        self.precheck()?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut connection = connect(&self.path, flags)?;
        self.prepare(&connection)?;
        let version = schema::version(&connection)?;
        self.check_version(version)?;
        schema::ensure_own_definitions(&connection, version)?;
        let mut copy = None;
        if version < schema::latest(self.migrations) {
            copy = schema::upgrade(&mut connection, self.migrations, |version| {
                self.copy_before_upgrade(version)
            })?;
        }
        Ok((connection, copy))
    }

    /// Opens the file to overwrite all of it, without any check.
    pub(in crate::store) fn open_to_overwrite(&self) -> Result<Connection, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = connect(&self.path, flags)?;
        self.prepare(&connection)?;
        Ok(connection)
    }

    /// Returns the device and inode of the file.
    pub(in crate::store) fn identity(&self) -> Option<(u64, u64)> {
        let metadata = fs::metadata(&self.path).ok()?;
        Some((metadata.dev(), metadata.ino()))
    }

    /// Fails if a restore or a synchronised folder has replaced the file since it was opened.
    fn ensure_same_file(&self, opened: Option<(u64, u64)>) -> Result<(), StoreError> {
        if self.identity() == opened {
            Ok(())
        } else {
            Err(StoreError::Replaced)
        }
    }

    fn prepare(&self, connection: &Connection) -> Result<(), StoreError> {
        wait_for_locks(connection, self.patience)?;
        connection.execute_batch(
            "PRAGMA synchronous = EXTRA;
             PRAGMA foreign_keys = ON;
             PRAGMA recursive_triggers = ON;
             PRAGMA trusted_schema = OFF;
             PRAGMA temp_store = MEMORY;",
        )?;
        Ok(())
    }

    /// Checks what can be checked without opening the file: that it is there, is a regular file, and is not empty.
    pub(in crate::store) fn precheck(&self) -> Result<(), StoreError> {
        let Ok(metadata) = fs::metadata(&self.path) else {
            return Err(if self.path.is_symlink() {
                StoreError::LeadsNowhere(self.path.clone())
            } else {
                self.missing()
            });
        };
        if !metadata.is_file() {
            return Err(StoreError::NotAFile(self.path.clone()));
        }
        if metadata.len() == 0 {
            // SQLite would treat it as a new database; but something must have emptied this one.
            return Err(StoreError::Empty);
        }
        Ok(())
    }

    /// Returns the error for a file that is not there: `Gone` if it has backups, and so must have existed.
    fn missing(&self) -> StoreError {
        let path = self.path.clone();
        if self.backups().is_ok_and(|backups| !backups.is_empty()) {
            StoreError::Gone(path)
        } else {
            StoreError::Missing(path)
        }
    }

    pub(in crate::store) fn check_version(&self, found: i64) -> Result<(), StoreError> {
        let known = schema::latest(self.migrations);
        if found > known {
            return Err(StoreError::Newer { found, known });
        }
        Ok(())
    }

    /// Creates the file under a temporary name, so that no process ever sees it incomplete. Two first runs at the same
    /// time create one file.
    fn create(&self) -> Result<(), StoreError> {
        if let gone @ StoreError::Gone(_) = self.missing() {
            return Err(gone);
        }
        private_file::create_dir_all(private_file::parent_dir(&self.path))?;
        let pending = PendingFile::create_for(&self.path)?;
        schema::create_tables(&mut open_pending(&pending)?, self.migrations)?;
        match pending.persist_new(&self.path) {
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
            persisted => Ok(persisted?),
        }
    }

    /// Makes a verified copy of an older file beside it, before the upgrade.
    fn copy_before_upgrade(&self, version: i64) -> Result<PathBuf, StoreError> {
        // SQLite can't copy from a connection that is in a write transaction.
        let (copy, _) = self.verified_copy(&self.open_unverified()?, &self.path)?;
        let kept = self.unused_path(&format!("format-{version}"));
        copy.persist_new(&kept)?;
        Ok(kept)
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

/// Instructions of `SQLite`'s virtual machine between two calls of the progress handler.
const PROGRESS_INTERVAL: i32 = 100_000;

/// Calls of the progress handler after which a run is stopped. The largest run measured, an import of a million
/// records, needs a tenth of it.
const MAX_PROGRESS_CALLS: u32 = 20_000;

fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, StoreError> {
    Ok(limit_connection(Connection::open_with_flags(path, flags)?)?)
}

pub(in crate::store) fn connect_in_memory() -> rusqlite::Result<Connection> {
    limit_connection(Connection::open_in_memory()?)
}

/// Limits a connection so that a manipulated file can neither reach other files nor keep a run from ending.
fn limit_connection(connection: Connection) -> rusqlite::Result<Connection> {
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    // More statements than any report uses: preparing one again for each pair would cost more than running it.
    connection.set_prepared_statement_cache_capacity(64);
    let mut calls_left = MAX_PROGRESS_CALLS;
    let must_stop = move || {
        calls_left = calls_left.saturating_sub(1);
        calls_left == 0
    };
    connection.progress_handler(PROGRESS_INTERVAL, Some(must_stop))?;
    Ok(connection)
}

/// Copies a whole database, page by page.
pub(in crate::store) fn copy_all(from: &Connection, to: &mut Connection) -> Result<(), StoreError> {
    let all_pages = -1;
    match Backup::new(from, to)?.step(all_pages)? {
        StepResult::Done => Ok(()),
        // Not tried again: the connection has waited as long as it may.
        _ => Err(StoreError::Busy),
    }
}

/// Opens a pending file for writing. No change is synced by itself: the whole file is synced when it gets its name.
pub(in crate::store) fn open_pending(pending: &PendingFile) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = connect(pending.path(), flags)?;
    connection.execute_batch(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA trusted_schema = OFF;",
    )?;
    Ok(connection)
}

/// Runs a query on a connection that was opened for reading.
fn run_query<T, E: From<StoreError>>(
    connection: &Connection,
    query: impl FnOnce(&ReadTx<'_>) -> Result<T, E>,
) -> Result<T, E> {
    // A report reads most pages once and returns only to a few, so a larger cache would cost more than it saves.
    let limited = connection.execute_batch("PRAGMA cache_size = 32");
    limited.map_err(StoreError::from)?;
    query(&ReadTx::new(connection))
}

#[cfg(test)]
mod tests;
