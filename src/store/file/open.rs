//! Opens the data file, to read or to write, and creates or upgrades it.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use crate::platform::private_file::{self, PendingFile};
use crate::store::file::connection::{connect, connect_in_memory, copy_all, open_pending};
use crate::store::file::{OpenFile, Store};
use crate::store::lock_wait::wait_for_locks;
use crate::store::search::index;
use crate::store::{StoreError, past, schema};

/// What `SQLite` appends to the name of a file for its own files beside it.
pub(in crate::store) const SIDE_FILES: [&str; 3] = ["-journal", "-wal", "-shm"];

impl Store {
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

    pub(super) fn open_with_version(&self) -> Result<OpenFile, StoreError> {
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
    pub(super) fn begin_to_read(&self, patience: Duration) -> Result<OpenFile, StoreError> {
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
        Ok(OpenFile { connection, version })
    }

    /// Opens the file like `open_to_read`. The upgraded copy of an older file gets its search index and revisions too,
    /// so that it is what the file will be after its upgrade.
    pub(in crate::store) fn open_with_index(&self) -> Result<Connection, StoreError> {
        let OpenFile { connection, version } = self.open_with_version()?;
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
    pub(super) fn ensure_same_file(&self, opened: Option<(u64, u64)>) -> Result<(), StoreError> {
        if self.identity() == opened { Ok(()) } else { Err(StoreError::Replaced) }
    }

    pub(super) fn prepare(&self, connection: &Connection) -> Result<(), StoreError> {
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

    /// Checks what can be checked without opening the file: that it is there, is a regular file, and is not empty, and that
    /// `SQLite` would not wait for a pipe in place of its journal.
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
        let path = match fs::read_link(&self.path) {
            // `SQLite` follows links too, and its files are beside the file itself.
            Ok(_) => &fs::canonicalize(&self.path)?,
            Err(_) => &self.path,
        };
        let mut side_files =
            SIDE_FILES.iter().map(|suffix| private_file::with_suffix(path, suffix));
        let odd = side_files.find(|it| fs::metadata(it).is_ok_and(|about| !about.is_file()));
        odd.map_or(Ok(()), |it| Err(StoreError::NotAFile(it)))
    }

    /// Returns the error for a file that is not there: `Gone` if it has backups, and so must have existed.
    pub(super) fn missing(&self) -> StoreError {
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
    pub(super) fn create(&self) -> Result<(), StoreError> {
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
    pub(super) fn copy_before_upgrade(&self, version: i64) -> Result<PathBuf, StoreError> {
        // SQLite can't copy from a connection that is in a write transaction.
        let (copy, _) = self.verified_copy(&self.open_unverified()?, &self.path)?;
        let kept = self.unused_path(&format!("format-{version}"));
        copy.persist_new(&kept)?;
        Ok(kept)
    }
}
