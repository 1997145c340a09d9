//! Backups: whole copies in a folder beside the data file, each verified row by row before it gets its name.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, Utc};
use rusqlite::Connection;

use crate::domain::backup::{Backup, retention_mask};
use crate::domain::health::HealthReport;
use crate::platform::private_file::{self, PendingFile};
use crate::store::file::{Store, connect_in_memory, copy_all, copy_to_pending, open_pending};
use crate::store::health;
use crate::store::search::index;
use crate::store::{StoreError, schema, tally};

/// The format of the UTC time in the name of a backup.
pub(in crate::store) const TIMESTAMP_FORMAT: &str = "%Y-%m-%dT%H%M%SZ";

/// The outcome of the backup before the first write of a day.
#[derive(Debug, Default)]
pub enum DailyBackup {
    /// There is one already, or backups are switched off.
    #[default]
    NotDue,
    /// A backup was made. A damaged search index was rebuilt in the copy.
    Made { is_index_damaged: bool },
    /// The backup could not be written, which does not stop the write.
    Failed(StoreError),
}

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
        let mut backups: Vec<Backup> = entries
            .filter_map(|entry| {
                let entry = entry.ok()?;
                let name = entry.file_name().into_string().ok()?;
                let at = NaiveDateTime::parse_from_str(name.strip_suffix(".db")?, TIMESTAMP_FORMAT)
                    .ok()?;
                Some(Backup {
                    path: entry.path(),
                    at: at.and_utc(),
                    size: entry.metadata().ok()?.len(),
                })
            })
            .collect();
        backups.sort_by_key(|backup| std::cmp::Reverse(backup.at));
        Ok(backups)
    }

    /// Makes a backup and deletes those that the retention rule no longer keeps. A damaged file is not backed up.
    pub fn create_backup(&self, now: DateTime<Utc>) -> Result<(Backup, HealthReport), StoreError> {
        let source = self.open_with_index()?;
        let folder = self.backups_folder();
        private_file::create_dir_all(&folder)?;
        private_file::close_folder_to_others(&folder)?;
        let path = folder.join(format!("{}.db", now.format(TIMESTAMP_FORMAT)));
        let (copy, health) = self.verified_copy(&source, &path)?;
        copy.replace(&path)?;
        let mut backups = self.backups()?;
        // Backups from when the clock was ahead must not displace the new ones.
        backups.retain(|backup| backup.at <= now);
        let must_keep =
            retention_mask(&backups.iter().map(|backup| backup.at.naive_utc()).collect::<Vec<_>>());
        for (backup, must_keep) in backups.iter().zip(must_keep) {
            if !must_keep {
                // Another process may have deleted it already.
                let _ = fs::remove_file(&backup.path);
            }
        }
        let size = fs::metadata(&path)?.len();
        Ok((Backup { path, at: now, size }, health))
    }

    /// Returns every other copy of the data that mentor made: the backups, and the older files that a restore or an
    /// upgrade left beside the data file.
    pub fn copies(&self) -> Result<Vec<PathBuf>, StoreError> {
        let backups = self.backups()?.into_iter().map(|backup| backup.path);
        Ok(backups.chain(self.kept_copies()?).collect())
    }

    /// Deletes all other copies, and returns how many there were.
    pub fn drop_copies(&self) -> Result<usize, StoreError> {
        let copies = self.copies()?;
        for path in &copies {
            fs::remove_file(path)?;
        }
        Ok(copies.len())
    }

    fn kept_copies(&self) -> Result<Vec<PathBuf>, StoreError> {
        let stem = self.path.file_stem().unwrap_or_default();
        let entries = fs::read_dir(private_file::parent_dir(&self.path))?;
        let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
        let is_kept = |path: &PathBuf| {
            let name = path.file_name().unwrap_or_default().as_encoded_bytes();
            let rest = name.strip_prefix(stem.as_encoded_bytes());
            let rest = rest.and_then(|rest| rest.strip_prefix(b"."));
            rest.is_some_and(|rest| {
                rest.ends_with(b".db")
                    && (rest.starts_with(b"replaced-") || rest.starts_with(b"format-"))
            })
        };
        Ok(paths.filter(is_kept).collect())
    }

    /// Makes the backup before the first write of a UTC day. Fails if the file is damaged.
    pub(in crate::store) fn create_daily_backup(
        &self,
        now: DateTime<Utc>,
    ) -> Result<DailyBackup, StoreError> {
        let today = now.date_naive();
        let result = self.backups().and_then(|backups| {
            // Compared with this day only: backups from when the clock was ahead must not stop new ones.
            if backups.iter().any(|backup| backup.at.date_naive() == today) {
                return Ok(DailyBackup::NotDue);
            }
            let (_, health) = self.create_backup(now)?;
            Ok(DailyBackup::Made { is_index_damaged: health.is_index_rebuilt })
        });
        match result {
            Err(
                error @ (StoreError::Full
                | StoreError::ReadOnly
                | StoreError::Barred
                | StoreError::Io(_)
                | StoreError::Disk(_)),
            ) => Ok(DailyBackup::Failed(error)),
            result => result,
        }
    }

    /// Writes a verified copy to a new file chosen by the user.
    pub fn export_copy(&self, path: &Path) -> Result<HealthReport, StoreError> {
        let source = self.open_with_index()?;
        let (copy, health) = self.verified_copy(&source, path)?;
        copy.persist_new(path)?;
        Ok(health)
    }

    /// Copies the database to a pending file beside `beside`, and verifies the copy.
    pub(in crate::store) fn verified_copy(
        &self,
        source: &Connection,
        beside: &Path,
    ) -> Result<(PendingFile, HealthReport), StoreError> {
        let copy = PendingFile::create_for(beside)?;
        let target = copy_to_pending(source, &copy)?;
        let migrations = self.migrations();
        let health = if schema::version(&target)? < schema::latest(migrations) {
            // An older file counts as sound if its upgraded copy is.
            health::examine(&self.upgrade_in_memory(&target)?)?
        } else {
            // A damaged search index is no loss: it is rebuilt from the records.
            let is_index_rebuilt = health::index_problem(&target).is_some();
            if is_index_rebuilt || !index::is_current(&target)? {
                index::rebuild(&target).map_err(index::as_damage)?;
            }
            HealthReport { is_index_rebuilt, ..health::examine(&target)? }
        };
        match health.problems.first() {
            Some(problem) => Err(StoreError::Unsound(problem.clone())),
            None => Ok((copy, health)),
        }
    }

    /// Verifies all records of a backup and counts them.
    pub fn examine_backup(&self, path: &Path) -> Result<HealthReport, StoreError> {
        let backup = Store::new(path.to_owned(), self.patience);
        let connection = backup.open_to_read()?;
        health::examine(&connection)
    }

    /// Returns a path beside the file that nothing uses yet: its name with the extension `suffix`, numbered if needed.
    pub(in crate::store) fn unused_path(&self, suffix: &str) -> PathBuf {
        let names = (1..).map(|n| match n {
            1 => format!("{suffix}.db"),
            n => format!("{suffix}-{n}.db"),
        });
        let mut paths = names.map(|name| self.path.with_extension(name));
        let unused = paths.find(|path| path.symlink_metadata().is_err());
        unused.unwrap_or_else(|| self.path.clone())
    }

    /// Finds the files that a file synchroniser made beside the data file after a conflict, such as
    /// `mentor (conflicted copy).db`.
    pub fn conflict_copies(&self) -> Vec<PathBuf> {
        let folder = self.path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let stem = self.path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let Ok(entries) = fs::read_dir(folder.unwrap_or(Path::new("."))) else {
            return Vec::new();
        };
        let is_copy = |path: &PathBuf| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
            name.starts_with(&stem.to_lowercase()) && name.contains("conflict")
        };
        let mut files: Vec<PathBuf> =
            entries.filter_map(|entry| Some(entry.ok()?.path())).filter(is_copy).collect();
        files.sort();
        files
    }

    /// Verifies every row and page of the file, and its search index. The file is opened for reading only.
    pub fn check_file(&self) -> Result<HealthReport, StoreError> {
        let connection = self.open_with_index()?;
        let Some(problem) = health::index_problem(&connection) else {
            return health::examine(&connection);
        };
        // SQLite's own check stops at a damaged search index, so the rest is checked in a copy with a new index.
        let mut copy = connect_in_memory()?;
        copy_all(&connection, &mut copy)?;
        let mut health = match index::rebuild(&copy) {
            Ok(()) => health::examine(&copy)?,
            Err(_) => health::examine(&connection)?,
        };
        health.problems.push(problem);
        Ok(health)
    }

    /// Writes the intact records to a new file. The report says what was lost.
    pub fn save_intact_records(&self, path: &Path) -> Result<HealthReport, StoreError> {
        self.precheck()?;
        let from = self.open_unverified()?;
        if let Ok(version) = schema::version(&from) {
            self.check_version(version)?;
        }
        let pending = PendingFile::create_for(path)?;
        let mut to = open_pending(&pending)?;
        schema::create_tables(&mut to, self.migrations())?;
        let health = health::rescue(&from, &to)?;
        if health.records() == 0 {
            return Err(StoreError::Damaged);
        }
        index::rebuild(&to)?;
        tally::recount(&to)?;
        drop(to);
        pending.persist_new(path)?;
        Ok(health)
    }
}
