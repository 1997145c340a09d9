//! Restoring a backup: into the data file, which other processes may have open, or in its place if it can't be opened.

use std::fs::{self, File};
use std::io::{Read, Seek};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use crate::platform::file_lock;
use crate::platform::private_file::{self, PendingFile};
use crate::store::StoreError;
use crate::store::backup::TIMESTAMP_FORMAT;
use crate::store::file::{SIDE_FILES, Store, copy_to_pending, open_pending};
use crate::store::schema;

impl Store {
    /// Replaces the content of the file with that of a backup. Keeps a copy of the replaced file beside it and returns
    /// its path. `None`: there was no file.
    ///
    /// Other processes may be writing: each of their changes is either in the kept copy or made after the restore.
    pub fn restore(
        &self,
        backup: &Path,
        now: DateTime<Utc>,
    ) -> Result<Option<PathBuf>, StoreError> {
        let from = Store::new(backup.to_owned(), self.patience);
        let source = from.open_with_index()?;
        private_file::create_dir_all(private_file::parent_dir(&self.path))?;
        let (restored, _) = self.verified_copy(&source, &self.path)?;
        if !self.exists() {
            restored.replace(&self.path)?;
            return Ok(None);
        }
        let kept = self.unused_path(&format!("replaced-{}", now.format(TIMESTAMP_FORMAT)));
        let upgraded = self.upgrade_if_older(open_pending(&restored)?)?;
        match self.restore_into(&upgraded, &kept) {
            Ok(()) => Ok(Some(kept)),
            Err(StoreError::Damaged | StoreError::Empty | StoreError::NotOurs) => {
                drop(upgraded);
                self.replace_with(restored, &kept)?;
                Ok(Some(kept))
            }
            Err(error) => Err(error),
        }
    }

    /// Upgrades an older backup in memory, because a process that has the file open has checked its version and goes on
    /// writing after the restore.
    fn upgrade_if_older(&self, restored: Connection) -> Result<Connection, StoreError> {
        if schema::version(&restored)? < schema::latest(self.migrations()) {
            self.upgrade_in_memory(&restored)
        } else {
            Ok(restored)
        }
    }

    /// Overwrites the file in one transaction, after copying it to `kept` under the same lock.
    fn restore_into(&self, restored: &Connection, kept: &Path) -> Result<(), StoreError> {
        self.precheck()?;
        // Must be closed last: closing any handle to a file releases all locks of the process on it (POSIX, fcntl).
        let mut present = File::open(&self.path)?;
        let mut target = self.open_to_overwrite()?;
        if let Ok(version) = schema::version(&target) {
            self.check_version(version)?;
        }
        let backup = Backup::new(restored, &mut target)?;
        // Copying the first page takes the lock. Nothing is written to the file before the last page.
        lock(&backup, self.patience)?;
        if has_write_ahead_log(&mut present)? {
            self.copy_with_log(kept)?;
        } else {
            private_file::copy_to(&mut present, kept)?;
        }
        let failure = match backup.step(-1) {
            Ok(StepResult::Done) => return Ok(()),
            Ok(_) => StoreError::Busy,
            Err(error) => match self.or_unconfirmable(Err(error.into())) {
                Ok(()) => return Ok(()),
                Err(failure) => failure,
            },
        };
        drop(backup);
        drop(target);
        // The disk may have failed before the change was written, or after it.
        let is_unchanged =
            self.roll_back().is_ok() && has_same_bytes(&self.path, kept).unwrap_or(false);
        if is_unchanged {
            fs::remove_file(kept)?;
            return Err(failure);
        }
        Err(StoreError::Unconfirmed)
    }

    /// Copies the file through a connection, which reads the changes in its write-ahead log too.
    fn copy_with_log(&self, kept: &Path) -> Result<(), StoreError> {
        let copy = PendingFile::create_for(kept)?;
        copy_to_pending(&self.open_unverified()?, &copy)?;
        Ok(copy.persist_new(kept)?)
    }

    /// Moves a file that can't be opened any more aside and puts the restored one in its place, once no process uses it.
    ///
    /// A process that opened it earlier would otherwise take the journal of the new file for its own. One that waits for the
    /// lock finds another file at the path, and stops.
    fn replace_with(&self, restored: PendingFile, kept: &Path) -> Result<(), StoreError> {
        // Closed last, since closing it ends the lock.
        let mut present = File::options().read(true).write(true).open(&self.path)?;
        if !file_lock::try_lock_exclusively(&present, self.patience)? {
            return Err(StoreError::Busy);
        }
        let before = self.identity();
        private_file::keep_as(&self.path, &mut present, kept)?;
        let result = self.move_side_files_to(kept).and_then(|()| restored.replace(&self.path));
        match result {
            Ok(()) => Ok(()),
            Err(error) if self.identity() == before => {
                // Failures while putting things back are ignored, since they would hide the first one.
                let _ = Store::new(kept.to_owned(), self.patience).move_side_files_to(&self.path);
                let _ = fs::remove_file(kept);
                Err(error.into())
            }
            Err(_) => Err(StoreError::Unconfirmed),
        }
    }

    /// Moves the journal files along with their file: beside another one they would destroy it.
    fn move_side_files_to(&self, path: &Path) -> std::io::Result<()> {
        for suffix in SIDE_FILES {
            let side_file = private_file::with_suffix(&self.path, suffix);
            if side_file.symlink_metadata().is_ok() {
                fs::rename(side_file, private_file::with_suffix(path, suffix))?;
            }
        }
        Ok(())
    }
}

fn has_same_bytes(one: &Path, other: &Path) -> std::io::Result<bool> {
    Ok(fs::read(one)? == fs::read(other)?)
}

/// Returns whether another program switched the file to a write-ahead log, which contains the newest changes. The header
/// says so at byte 18 (`SQLite`'s file format, section 1.3.3).
fn has_write_ahead_log(present: &mut File) -> std::io::Result<bool> {
    let mut header = [0; 19];
    present.rewind()?;
    present.read_exact(&mut header)?;
    Ok(header[18] == 2)
}

/// Takes the lock of the target, waiting for processes that read or write it.
fn lock(backup: &Backup<'_, '_>, patience: Duration) -> Result<(), StoreError> {
    let begun = Instant::now();
    loop {
        match backup.step(1)? {
            StepResult::Done | StepResult::More => return Ok(()),
            _ if begun.elapsed() < patience => std::thread::sleep(LOCK_PAUSE),
            _ => return Err(StoreError::Busy),
        }
    }
}

/// The pause between two attempts to get the lock.
const LOCK_PAUSE: Duration = Duration::from_millis(5);
