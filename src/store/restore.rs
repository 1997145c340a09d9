//! Restoring a backup: into the file, which others may have open, or in its place where it can't be opened any more.

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
use crate::store::backup::FORM;
use crate::store::file::{Store, open_pending};
use crate::store::schema;

impl Store {
    /// Makes the file what a backup is. The file before is kept beside it, and its path returned.
    ///
    /// Other processes may be writing: each of their changes is either in the copy that is kept, or made after the restore.
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
        let kept = self.unused_path(&format!("replaced-{}", now.format(FORM)));
        let newest = self.as_newest(open_pending(&restored)?)?;
        match self.restore_into(&newest, &kept) {
            Ok(()) => Ok(Some(kept)),
            Err(StoreError::Damaged | StoreError::Empty | StoreError::NotOurs) => {
                drop(newest);
                self.replace_with(restored, &kept)?;
                Ok(Some(kept))
            }
            Err(error) => Err(error),
        }
    }

    /// Whoever has the file open, and has looked at its version, goes on writing after the restore.
    fn as_newest(&self, restored: Connection) -> Result<Connection, StoreError> {
        if schema::version(&restored)? < schema::latest(self.migrations()) {
            self.upgrade_in_memory(&restored)
        } else {
            Ok(restored)
        }
    }

    /// Overwrites the file in one transaction, after it was copied to `kept` under the same lock.
    fn restore_into(&self, restored: &Connection, kept: &Path) -> Result<(), StoreError> {
        self.precheck()?;
        // Closed last: when a process closes a file, the system lets go of all its locks on it (POSIX, fcntl).
        let mut present = File::open(&self.path)?;
        let mut target = self.open_to_overwrite()?;
        let backup = Backup::new(restored, &mut target)?;
        // The first page takes the lock. Nothing reaches the file before the last one.
        lock(&backup, self.patience)?;
        keep(&mut present, kept)?;
        let done = match backup.step(-1) {
            Ok(StepResult::Done) => return Ok(()),
            Ok(_) => StoreError::Busy,
            Err(error) => error.into(),
        };
        drop(backup);
        drop(target);
        // The disk may have failed before the change was there, or after it.
        let is_as_before = self.roll_back().is_ok() && is_same(&self.path, kept).unwrap_or(false);
        if is_as_before {
            fs::remove_file(kept)?;
            return Err(done);
        }
        Err(StoreError::Unconfirmed)
    }

    /// Moves a file that can't be opened any more aside and puts the restored one in its place, once no process uses it.
    ///
    /// A process that opened it earlier would otherwise take the journal of the new file for its own. One that waits for the
    /// lock finds another file at the path, and stops.
    fn replace_with(&self, restored: PendingFile, kept: &Path) -> Result<(), StoreError> {
        // Closed last, since closing it ends the lock.
        let present = File::options().read(true).write(true).open(&self.path)?;
        if !file_lock::try_lock_exclusively(&present, self.patience)? {
            return Err(StoreError::Busy);
        }
        let before = self.identity();
        private_file::keep_as(&self.path, kept)?;
        let placed = self
            .move_side_files_to(kept)
            .and_then(|()| restored.replace(&self.path));
        match placed {
            Ok(()) => Ok(()),
            Err(error) if self.identity() == before => {
                // What goes wrong on the way back would hide what went wrong first.
                let _ = Store::new(kept.to_owned(), self.patience).move_side_files_to(&self.path);
                let _ = fs::remove_file(kept);
                Err(error.into())
            }
            Err(_) => Err(StoreError::Unconfirmed),
        }
    }

    /// A journal beside a file that it does not belong to destroys it.
    fn move_side_files_to(&self, path: &Path) -> std::io::Result<()> {
        for side in ["-journal", "-wal", "-shm"] {
            let beside = private_file::with_suffix(&self.path, side);
            if beside.symlink_metadata().is_ok() {
                fs::rename(beside, private_file::with_suffix(path, side))?;
            }
        }
        Ok(())
    }
}

/// Whether two files have the same bytes.
fn is_same(one: &Path, other: &Path) -> std::io::Result<bool> {
    Ok(fs::read(one)? == fs::read(other)?)
}

/// Waits for whoever is reading or writing.
fn lock(backup: &Backup<'_, '_>, patience: Duration) -> Result<(), StoreError> {
    let begun = Instant::now();
    loop {
        match backup.step(1)? {
            StepResult::Done | StepResult::More => return Ok(()),
            _ if begun.elapsed() < patience => std::thread::sleep(PAUSE),
            _ => return Err(StoreError::Busy),
        }
    }
}

/// Between two attempts to get the lock.
const PAUSE: Duration = Duration::from_millis(5);

/// Copies a locked file, read through a handle that was open before.
fn keep(present: &mut File, kept: &Path) -> Result<(), StoreError> {
    let mut copy = PendingFile::create_for(kept)?;
    let mut part = vec![0; 1 << 16];
    present.rewind()?;
    loop {
        match present.read(&mut part)? {
            0 => return Ok(copy.persist_new(kept)?),
            read => copy.write_all(&part[..read])?,
        }
    }
}
