//! Backups: whole copies beside the data, verified row by row before they count as one.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, NaiveDateTime, Utc};
use rusqlite::backup::Backup as Copying;
use rusqlite::{Connection, OpenFlags};

use crate::domain::backup::{Backup, kept_of};
use crate::domain::health::Health;
use crate::private_file;
use crate::store::health;
use crate::store::open::Store;
use crate::store::search::index;
use crate::store::{StoreError, schema};

const FORM: &str = "%Y-%m-%dT%H%M%SZ";

impl Store {
    fn backups_folder(&self) -> PathBuf {
        self.path.with_extension("backups")
    }

    /// All backups, newest first.
    pub fn backups(&self) -> Result<Vec<Backup>, StoreError> {
        let entries = match fs::read_dir(self.backups_folder()) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error.into()),
        };
        let mut found: Vec<Backup> = entries
            .filter_map(|entry| {
                let entry = entry.ok()?;
                let name = entry.file_name().into_string().ok()?;
                let at = NaiveDateTime::parse_from_str(name.strip_suffix(".db")?, FORM).ok()?;
                Some(Backup {
                    path: entry.path(),
                    at: at.and_utc(),
                    size: entry.metadata().ok()?.len(),
                })
            })
            .collect();
        found.sort_by_key(|backup| std::cmp::Reverse(backup.at));
        Ok(found)
    }

    /// Makes a backup and takes away those that the rule no longer keeps. A damaged file is not backed up.
    pub fn back_up(&self, now: DateTime<Utc>) -> Result<(Backup, Health), StoreError> {
        let source = self.open_whole()?;
        let folder = self.backups_folder();
        private_file::folder(&folder)?;
        let path = folder.join(format!("{}.db", now.format(FORM)));
        let health = self.copy(&source, &path, true)?;
        let kept = self.backups()?;
        let keep = kept_of(
            &kept
                .iter()
                .map(|backup| backup.at.naive_utc())
                .collect::<Vec<_>>(),
        );
        for (backup, keep) in kept.iter().zip(keep) {
            if !keep {
                // Another process may have been faster.
                let _ = fs::remove_file(&backup.path);
            }
        }
        let size = fs::metadata(&path)?.len();
        Ok((
            Backup {
                path,
                at: now,
                size,
            },
            health,
        ))
    }

    /// Takes all backups away, and returns how many there were.
    pub fn drop_backups(&self) -> Result<usize, StoreError> {
        let backups = self.backups()?;
        for backup in &backups {
            fs::remove_file(&backup.path)?;
        }
        Ok(backups.len())
    }

    /// The backup before the first write of a day. A damaged file is refused; where the backup merely can't be
    /// written, the reason is returned and the day goes on.
    pub(in crate::store) fn back_up_daily(
        &self,
        now: DateTime<Utc>,
    ) -> Result<Option<StoreError>, StoreError> {
        let today = now.date_naive();
        let made = self.backups().and_then(|backups| {
            let is_there = backups
                .first()
                .is_some_and(|newest| newest.at.date_naive() >= today);
            if !is_there {
                self.back_up(now)?;
            }
            Ok(())
        });
        match made {
            Ok(()) => Ok(None),
            Err(
                error @ (StoreError::Full
                | StoreError::ReadOnly
                | StoreError::Io(_)
                | StoreError::Disk(_)),
            ) => Ok(Some(error)),
            Err(error) => Err(error),
        }
    }

    /// Writes a whole copy to a new file of the user's.
    pub fn back_up_to(&self, path: &Path) -> Result<Health, StoreError> {
        let source = self.open_whole()?;
        self.copy(&source, path, false)
    }

    /// Copies under another name, verifies what arrived, and only then gives it its name.
    fn copy(&self, source: &Connection, path: &Path, replaces: bool) -> Result<Health, StoreError> {
        let unborn = path.with_extension(format!("new-{}", std::process::id()));
        let _ = fs::remove_file(&unborn);
        let copied = (|| {
            private_file::create(&unborn)?;
            let mut target = Connection::open_with_flags(
                &unborn,
                OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
            )?;
            target.execute_batch("PRAGMA synchronous = OFF")?;
            Copying::new(source, &mut target)?.run_to_completion(
                i32::MAX,
                Duration::from_millis(20),
                None,
            )?;
            let health = health::examine(&target, self.migrations())?;
            drop(target);
            if let Some(problem) = health.problems.first() {
                return Err(StoreError::Unsound(problem.clone()));
            }
            fs::File::open(&unborn)?.sync_all()?;
            if replaces {
                fs::rename(&unborn, path)?;
            } else {
                fs::hard_link(&unborn, path)?;
                fs::remove_file(&unborn)?;
            }
            private_file::sync_folder_of(path)?;
            Ok(health)
        })();
        if copied.is_err() {
            let _ = fs::remove_file(&unborn);
        }
        copied
    }

    /// What is in a backup: how many records, all of them verified.
    pub fn examine_backup(&self, path: &Path) -> Result<Health, StoreError> {
        let backup = Store::at(path.to_owned(), self.patience);
        let connection = backup.open_to_read()?;
        health::examine(&connection, self.migrations())
    }

    /// Puts a backup in the place of the file. The present one is kept, and its path returned.
    ///
    /// Side files of the present one go with it: a journal beside a file that it does not belong to destroys it.
    pub fn restore(
        &self,
        backup: &Path,
        now: DateTime<Utc>,
    ) -> Result<Option<PathBuf>, StoreError> {
        let from = Store::at(backup.to_owned(), self.patience);
        let source = from.open_whole()?;
        let unborn = self
            .path
            .with_extension(format!("restored-{}", std::process::id()));
        let _ = fs::remove_file(&unborn);
        self.copy(&source, &unborn, true)?;
        // Whoever is writing ends first; whoever waits finds that the file was changed, and starts anew.
        let _lock = self.lock_if_sound()?;
        let name = format!("replaced-{}", now.format(FORM));
        let kept = self.exists().then(|| self.free_name(&name));
        if let Some(kept) = &kept {
            fs::hard_link(&self.path, kept)?;
            for side in ["-journal", "-wal", "-shm"] {
                let beside = |path: &Path| PathBuf::from(format!("{}{side}", path.display()));
                if beside(&self.path).symlink_metadata().is_ok() {
                    fs::rename(beside(&self.path), beside(kept))?;
                }
            }
        }
        fs::rename(&unborn, &self.path)?;
        private_file::sync_folder_of(&self.path)?;
        Ok(kept)
    }

    /// Keeps everybody else out of the file; none if it is too damaged, or gone, for anybody to be in.
    fn lock_if_sound(&self) -> Result<Option<Connection>, StoreError> {
        let locked = self.open_to_write().and_then(|(connection, _)| {
            connection.execute_batch("BEGIN EXCLUSIVE")?;
            Ok(connection)
        });
        match locked {
            Ok(connection) => Ok(Some(connection)),
            Err(
                StoreError::Damaged
                | StoreError::Empty
                | StoreError::NotOurs
                | StoreError::Missing(_),
            ) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// A name beside the file that nothing has yet.
    fn free_name(&self, what: &str) -> PathBuf {
        let names = (1..).map(|n| match n {
            1 => format!("{what}.db"),
            n => format!("{what}-{n}.db"),
        });
        let mut paths = names.map(|name| self.path.with_extension(name));
        let free = paths.find(|path| path.symlink_metadata().is_err());
        free.unwrap_or_else(|| self.path.clone())
    }

    /// Files beside it that a synchronised folder has made of two versions, such as `mentor (conflicted copy).db`.
    pub fn conflict_copies(&self) -> Vec<PathBuf> {
        let folder = self
            .path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        let stem = self
            .path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let Ok(entries) = fs::read_dir(folder.unwrap_or(Path::new("."))) else {
            return Vec::new();
        };
        let is_copy = |path: &PathBuf| {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .to_lowercase();
            name.starts_with(&stem.to_lowercase()) && name.contains("conflict")
        };
        let mut found: Vec<PathBuf> = entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(is_copy)
            .collect();
        found.sort();
        found
    }

    /// Looks at every row and page of the file, and at the index of words. A damaged file is opened to be read, never to
    /// be written.
    pub fn examine(&self) -> Result<Health, StoreError> {
        let connection = self.open_whole()?;
        let mut health = health::examine(&connection, self.migrations())?;
        health.problems.extend(health::index(&connection));
        Ok(health)
    }

    /// Writes what is sound to a new file, and says what is not.
    pub fn rescue_to(&self, path: &Path) -> Result<Health, StoreError> {
        self.look()?;
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let from = Connection::open_with_flags(&self.path, flags)?;
        private_file::create(path)?;
        let rescued = (|| {
            let mut to = Connection::open_with_flags(
                path,
                OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
            )?;
            schema::migrate(&mut to, self.migrations())?;
            let health = health::rescue(&from, &to)?;
            index::rebuild(&to)?;
            Ok(health)
        })();
        match rescued {
            Ok(health) if health.records() == 0 => {
                fs::remove_file(path)?;
                Err(StoreError::Damaged)
            }
            Ok(health) => Ok(health),
            Err(error) => {
                let _ = fs::remove_file(path);
                Err(error)
            }
        }
    }
}
