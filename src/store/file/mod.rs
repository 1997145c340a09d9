//! Opening the file: never creating it by reading, never writing a damaged, foreign or newer one.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, Utc};
use rusqlite::backup::{Backup, StepResult};
use rusqlite::limits::Limit;
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};

use crate::platform::private_file::{self, PendingFile};
use crate::store::backup::DailyBackup;
use crate::store::change_tracker::ChangeTracker;
use crate::store::lock_wait::wait_for_locks;
use crate::store::read_tx::ReadTx;
use crate::store::search::index;
use crate::store::write_tx::WriteTx;
use crate::store::{StoreError, file_checksum, health, past, rollback, schema, tally, undo};

/// Where the data is and how long to wait for another process that is writing it.
#[derive(Clone, Debug)]
pub struct Store {
    pub path: PathBuf,
    pub patience: Duration,
    /// Whether the first write of a day makes a backup.
    backs_up: bool,
    migrations: &'static [&'static str],
}

/// What a write leaves behind: the words of its step, and what the user should hear of the file.
#[derive(Debug, Default)]
pub struct WriteSummary {
    pub said: Vec<String>,
    pub remarks: Vec<String>,
    /// The copy that was made if the file was upgraded.
    pub upgraded_from: Option<PathBuf>,
    /// Others could read the file until now.
    pub was_open_to_others: bool,
    pub backup: DailyBackup,
}

/// A copy with every row as it was at a moment.
pub struct PastFile(Connection);

impl PastFile {
    pub fn read<T, E: From<StoreError>>(
        &self,
        query: impl FnOnce(&ReadTx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        query(&ReadTx::without_tally(&self.0))
    }
}

/// A connection that reads; in memory, if the file is of an older version than the tables that are read.
struct OpenFile {
    connection: Connection,
    /// Of the file.
    version: i64,
}

impl Store {
    /// A link is followed here, once for all: what is kept beside the file is kept beside the file itself.
    pub fn new(path: PathBuf, patience: Duration) -> Self {
        let is_link = path.is_symlink();
        let followed = is_link.then(|| fs::canonicalize(&path).ok()).flatten();
        Store {
            path: followed.unwrap_or(path),
            patience,
            backs_up: false,
            migrations: schema::MIGRATIONS,
        }
    }

    /// With a backup before the first write of a day.
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

    /// Runs `query` on a consistent view. Writes nothing: an older file is upgraded only when something is written.
    pub fn read<T, E: From<StoreError>>(
        &self,
        query: impl FnOnce(&ReadTx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        run_query(&self.open_to_read()?, query)
    }

    /// The file as it was at a moment, in memory.
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
        // An older file is a copy already.
        if opened.version >= schema::latest(self.migrations) {
            let mut copy = connect_in_memory()?;
            copy_all(&opened.connection, &mut copy)?;
            opened.connection = copy;
        }
        Ok(opened)
    }

    /// Runs `change` as `write` would, on a copy in memory: the file, its backups and its folder are left alone.
    pub fn rehearse<T, E: From<StoreError>>(
        &self,
        now: DateTime<Utc>,
        change: impl FnOnce(&WriteTx<'_>) -> Result<T, E>,
    ) -> Result<(T, WriteSummary), E> {
        let copy = if self.missing_to_write()? {
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
        let written = WriteSummary {
            said: writer.messages(),
            remarks: writer.take_remarks(),
            ..WriteSummary::default()
        };
        Ok((value, written))
    }

    /// Whether the next write makes the file; one that has backups is not made anew.
    fn missing_to_write(&self) -> Result<bool, StoreError> {
        match self.exists().then_some(()).ok_or_else(|| self.missing()) {
            Ok(()) => Ok(false),
            Err(StoreError::Missing(_)) => Ok(true),
            Err(gone) => Err(gone),
        }
    }

    /// As `read`, where a wait or a touch would be out of place: a lock that is held, or a journal that somebody would
    /// have to roll back, is a reason to see nothing.
    pub fn try_read<T, E: From<StoreError>>(
        &self,
        query: impl FnOnce(&ReadTx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.precheck()?;
        run_query(&self.begin_to_read(Duration::ZERO)?.connection, query)
    }

    /// Runs `change` in one transaction, as one step of the history: all of it happens, or none.
    ///
    /// Creates the file if there is none. When this returns, the change is on the disk.
    pub fn write<T, E: From<StoreError>>(
        &self,
        now: DateTime<Utc>,
        change: impl FnOnce(&WriteTx<'_>) -> Result<T, E>,
    ) -> Result<(T, WriteSummary), E> {
        self.transact(now, change, true)
    }

    /// As `write`, for undo and redo themselves: they move along the history and add nothing to it.
    pub fn write_unrecorded<T, E: From<StoreError>>(
        &self,
        now: DateTime<Utc>,
        change: impl FnOnce(&WriteTx<'_>) -> Result<T, E>,
    ) -> Result<(T, WriteSummary), E> {
        self.transact(now, change, false)
    }

    fn transact<T, E: From<StoreError>>(
        &self,
        now: DateTime<Utc>,
        change: impl FnOnce(&WriteTx<'_>) -> Result<T, E>,
        is_step: bool,
    ) -> Result<(T, WriteSummary), E> {
        let is_new = !self.exists();
        if is_new {
            self.create()?;
        }
        let backup = if self.backs_up && !is_new {
            self.create_daily_backup(now)?
        } else {
            DailyBackup::NotDue
        };
        // Whoever does not own the file can't close it, and is not to blame.
        let was_open_to_others = private_file::restrict_permissions(&self.path).unwrap_or(false);
        let opened = self.identity();
        let (mut connection, upgraded_from) = self.open_to_write()?;
        let touched = ChangeTracker::attach(&connection)?;
        let transaction = connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        self.ensure_same_file(opened)?;
        let is_known_damaged = matches!(
            backup,
            DailyBackup::Made {
                is_index_damaged: true
            }
        );
        let is_as_left = !is_known_damaged && file_checksum::is_unchanged(&transaction)?;
        // An index of older rules is made anew without a word.
        let is_index_of_today = index::is_sealed(&transaction).map_err(index::as_damage);
        let is_good = is_as_left && is_index_of_today.unwrap_or(false);
        let was_mended = !is_good && index::mend(&transaction, is_known_damaged)?;
        // A backup was verified row by row.
        if !is_as_left && !matches!(backup, DailyBackup::Made { .. }) {
            health::ensure_sound(&transaction)?;
        }
        let writer = WriteTx::new(ReadTx::new(&transaction), now);
        let value = change(&writer)?;
        let said = writer.messages();
        let mut remarks = writer.take_remarks();
        if is_step && writer.leaves_step() {
            touched.ensure_all_watched(&writer)?;
            undo::record_step(&writer, &said.join("\n"))?;
        }
        health::ensure_rows(&transaction, &touched.tables())?;
        tally::update(&transaction, &touched.tables())?;
        if index::update(&transaction, &touched.tables())? || was_mended {
            let mended = "the search index was damaged, and was rebuilt from the records";
            remarks.push(mended.to_owned());
        }
        file_checksum::store(&transaction)?;
        self.ensure_same_file(opened)?;
        transaction
            .commit()
            .map_err(|error| match error.sqlite_error_code() {
                // A step that leaves a link to a record that is not there was not made by this program.
                Some(ErrorCode::ConstraintViolation) if !is_step => StoreError::Damaged,
                _ => error.into(),
            })?;
        Ok((
            value,
            WriteSummary {
                said,
                remarks,
                upgraded_from,
                was_open_to_others,
                backup,
            },
        ))
    }

    /// What is in the way now, for `SQLite` only says that it could not: opening the file and, `to_write`, making
    /// another beside it is tried.
    pub fn diagnose(&self, to_write: bool) -> Option<StoreError> {
        // Opening a pipe would wait for somebody at its other end.
        if fs::metadata(&self.path).is_ok_and(|about| !about.is_file()) {
            return None;
        }
        let opened = match fs::File::open(&self.path) {
            // A first run that got nowhere.
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
            opened => opened.map(drop),
        };
        let tried = if to_write {
            opened.and_then(|()| private_file::check_writable(&self.path))
        } else {
            opened
        };
        tried.err().map(StoreError::from)
    }

    /// A connection inside a transaction: all that it reads, its version included, is of one moment.
    pub(in crate::store) fn open_to_read(&self) -> Result<Connection, StoreError> {
        Ok(self.open_with_version()?.connection)
    }

    fn open_with_version(&self) -> Result<OpenFile, StoreError> {
        self.precheck()?;
        match self.begin_to_read(self.patience) {
            // A writer died half-way: its journal has to be rolled back first, which needs a connection that may write.
            Err(StoreError::ReadOnly) => {
                self.roll_back()?;
                self.begin_to_read(self.patience)
            }
            begun => begun,
        }
    }

    /// The lock that the version is read under is kept: nothing after it has to wait for one.
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

    /// As `open_to_read`, with the words of an older file in the index and what is known of its past: nothing of what it
    /// will be is missing.
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

    /// To read, whatever it is.
    pub(in crate::store) fn open_unverified(&self) -> Result<Connection, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = connect(&self.path, flags)?;
        wait_for_locks(&connection, self.patience)?;
        Ok(connection)
    }

    pub(in crate::store) fn roll_back(&self) -> Result<(), StoreError> {
        schema::version(&self.open_to_overwrite()?).map(drop)
    }

    /// What an older file will be once something is written; the file itself is left alone.
    pub(in crate::store) fn upgrade_in_memory(
        &self,
        old: &Connection,
    ) -> Result<Connection, StoreError> {
        let mut copy = connect_in_memory()?;
        copy_all(old, &mut copy)?;
        schema::create_tables(&mut copy, self.migrations)?;
        Ok(copy)
    }

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

    /// To be overwritten whole, whatever is in it.
    pub(in crate::store) fn open_to_overwrite(&self) -> Result<Connection, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = connect(&self.path, flags)?;
        self.prepare(&connection)?;
        Ok(connection)
    }

    /// Which file it is, whatever its name.
    pub(in crate::store) fn identity(&self) -> Option<(u64, u64)> {
        let about = fs::metadata(&self.path).ok()?;
        Some((about.dev(), about.ino()))
    }

    /// A restore, or a folder that is synchronised, may have put another file in its place meanwhile.
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

    /// What can be said without opening it: it is a file, and not an empty one.
    pub(in crate::store) fn precheck(&self) -> Result<(), StoreError> {
        let Ok(about) = fs::metadata(&self.path) else {
            return Err(if self.path.is_symlink() {
                StoreError::LeadsNowhere(self.path.clone())
            } else {
                self.missing()
            });
        };
        if !about.is_file() {
            return Err(StoreError::NotAFile(self.path.clone()));
        }
        if about.len() == 0 {
            // SQLite takes it for a new database; here it means that something emptied it.
            return Err(StoreError::Empty);
        }
        Ok(())
    }

    /// A file that has backups was there: nobody takes its absence for a beginning.
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

    /// Nobody ever sees the file half made, and two first runs at once end with one file.
    fn create(&self) -> Result<(), StoreError> {
        if let gone @ StoreError::Gone(_) = self.missing() {
            return Err(gone);
        }
        private_file::create_dir_all(private_file::parent_dir(&self.path))?;
        let unborn = PendingFile::create_for(&self.path)?;
        schema::create_tables(&mut open_pending(&unborn)?, self.migrations)?;
        match unborn.persist_new(&self.path) {
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
            named => Ok(named?),
        }
    }

    /// A verified copy of an older file beside it, before it is upgraded.
    fn copy_before_upgrade(&self, version: i64) -> Result<PathBuf, StoreError> {
        // A connection that is about to write can't be copied from.
        let (copy, _) = self.verified_copy(&self.open_unverified()?, &self.path)?;
        let kept = self.unused_path(&format!("format-{version}"));
        copy.persist_new(&kept)?;
        Ok(kept)
    }
}

/// Instructions of the virtual machine between two looks at how many there were.
const TICK: i32 = 100_000;

/// The largest run that there ever was, an import of a million records, takes a tenth of it.
const MAX_TICKS: u32 = 20_000;

fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, StoreError> {
    Ok(confined(Connection::open_with_flags(path, flags)?)?)
}

pub(in crate::store) fn connect_in_memory() -> rusqlite::Result<Connection> {
    confined(Connection::open_in_memory()?)
}

/// A connection that reaches no other file and comes to an end, whatever is in its own.
fn confined(connection: Connection) -> rusqlite::Result<Connection> {
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    // More than any report has: a statement that is made anew for each pair costs more than what it finds.
    connection.set_prepared_statement_cache_capacity(64);
    let mut left = MAX_TICKS;
    let stop = move || {
        left = left.saturating_sub(1);
        left == 0
    };
    connection.progress_handler(TICK, Some(stop))?;
    Ok(connection)
}

/// Copies everything, page by page.
pub(in crate::store) fn copy_all(from: &Connection, to: &mut Connection) -> Result<(), StoreError> {
    let all = -1;
    match Backup::new(from, to)?.step(all)? {
        StepResult::Done => Ok(()),
        // Not again and again without end: the patience of the connection has run out by now.
        _ => Err(StoreError::Busy),
    }
}

/// A connection to a file that nobody else knows of: the file, not each change of it, is synced in the end.
pub(in crate::store) fn open_pending(unborn: &PendingFile) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = connect(unborn.path(), flags)?;
    connection.execute_batch(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA trusted_schema = OFF;",
    )?;
    Ok(connection)
}

/// Asks a connection that was opened to read.
fn run_query<T, E: From<StoreError>>(
    connection: &Connection,
    query: impl FnOnce(&ReadTx<'_>) -> Result<T, E>,
) -> Result<T, E> {
    // A report reads most pages once and keeps coming back to a few: room for more is memory to be fetched.
    let narrow = connection.execute_batch("PRAGMA cache_size = 32");
    narrow.map_err(StoreError::from)?;
    query(&ReadTx::new(connection))
}

#[cfg(test)]
mod tests;
