//! Opening the file: never creating it by reading, never writing a damaged, foreign or newer one.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, Utc};
use rusqlite::backup::{Backup, StepResult};
use rusqlite::limits::Limit;
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};

use crate::private_file::{self, Unborn};
use crate::store::backup::Daily;
use crate::store::reader::Reader;
use crate::store::search::index;
use crate::store::touched::Touched;
use crate::store::writer::Writer;
use crate::store::{StoreError, health, past, rollback, schema, undo};

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
pub struct Written {
    pub said: Vec<String>,
    pub remarks: Vec<String>,
    /// The copy that was made if the file was upgraded.
    pub upgraded_from: Option<PathBuf>,
    /// Others could read the file until now.
    pub was_open_to_others: bool,
    pub backup: Daily,
}

/// A copy with every row as it was at a moment.
pub struct PastFile(Connection);

impl PastFile {
    pub fn read<T, E: From<StoreError>>(
        &self,
        query: impl FnOnce(&Reader<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        query(&Reader::new(&self.0))
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
    pub fn at(path: PathBuf, patience: Duration) -> Self {
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
    pub fn backed_up(self) -> Self {
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
        query: impl FnOnce(&Reader<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        look_up(&self.open_to_read()?, query)
    }

    /// The file as it was at a moment, in memory.
    pub fn as_of(&self, moment: DateTime<Utc>) -> Result<PastFile, StoreError> {
        let copy = self.copy_in_memory()?;
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
        change: impl FnOnce(&Writer<'_>) -> Result<T, E>,
    ) -> Result<(T, Written), E> {
        let copy = match self.missing_to_write()? {
            true => {
                let mut empty = connect_in_memory().map_err(StoreError::from)?;
                schema::make(&mut empty, self.migrations)?;
                empty
            }
            false => self.copy_in_memory()?.connection,
        };
        let pragmas = "PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; BEGIN";
        copy.execute_batch(pragmas).map_err(StoreError::from)?;
        let writer = Writer::new(Reader::new(&copy), now);
        let value = change(&writer)?;
        let written = Written {
            said: writer.said(),
            remarks: writer.take_remarks(),
            ..Written::default()
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
    pub fn glance<T, E: From<StoreError>>(
        &self,
        query: impl FnOnce(&Reader<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.look()?;
        look_up(&self.begin_to_read(Duration::ZERO)?.connection, query)
    }

    /// Runs `change` in one transaction, as one step of the history: all of it happens, or none.
    ///
    /// Creates the file if there is none. When this returns, the change is on the disk.
    pub fn write<T, E: From<StoreError>>(
        &self,
        now: DateTime<Utc>,
        change: impl FnOnce(&Writer<'_>) -> Result<T, E>,
    ) -> Result<(T, Written), E> {
        self.transact(now, change, true)
    }

    /// As `write`, for undo and redo themselves: they move along the history and add nothing to it.
    pub fn turn<T, E: From<StoreError>>(
        &self,
        now: DateTime<Utc>,
        change: impl FnOnce(&Writer<'_>) -> Result<T, E>,
    ) -> Result<(T, Written), E> {
        self.transact(now, change, false)
    }

    fn transact<T, E: From<StoreError>>(
        &self,
        now: DateTime<Utc>,
        change: impl FnOnce(&Writer<'_>) -> Result<T, E>,
        is_step: bool,
    ) -> Result<(T, Written), E> {
        let is_new = !self.exists();
        if is_new {
            self.create()?;
        }
        let backup = match self.backs_up && !is_new {
            true => self.back_up_daily(now)?,
            false => Daily::NotDue,
        };
        // Whoever does not own the file can't close it, and is not to blame.
        let was_open_to_others = private_file::close_to_others(&self.path).unwrap_or(false);
        let opened = self.identity();
        let (mut connection, upgraded_from) = self.open_to_write()?;
        let touched = Touched::on(&connection)?;
        let transaction = connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        self.must_still_be(opened)?;
        let was_mended = index::mend(&transaction)?;
        // A backup was verified row by row.
        if !matches!(backup, Daily::Made) {
            health::ensure_sound(&transaction)?;
        }
        let writer = Writer::new(Reader::new(&transaction), now);
        let value = change(&writer)?;
        let said = writer.said();
        let mut remarks = writer.take_remarks();
        if was_mended {
            remarks
                .push("the search index was damaged, and was rebuilt from the records".to_owned());
        }
        if is_step {
            touched.all_in(&writer)?;
            undo::record(&writer, &said.join("\n"))?;
        }
        health::ensure_rows(&transaction, &touched.tables())?;
        index::follow(&transaction, &touched.tables()).map_err(index::as_damage)?;
        self.must_still_be(opened)?;
        transaction
            .commit()
            .map_err(|error| match error.sqlite_error_code() {
                // A step that leaves a link to a record that is not there was not made by this program.
                Some(ErrorCode::ConstraintViolation) if !is_step => StoreError::Damaged,
                _ => error.into(),
            })?;
        Ok((
            value,
            Written {
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
    pub fn obstacle(&self, to_write: bool) -> Option<StoreError> {
        // Opening a pipe would wait for somebody at its other end.
        if fs::metadata(&self.path).is_ok_and(|about| !about.is_file()) {
            return None;
        }
        let opened = match fs::File::open(&self.path) {
            // A first run that got nowhere.
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
            opened => opened.map(drop),
        };
        let tried = match to_write {
            true => opened.and_then(|()| private_file::can_be_made_beside(&self.path)),
            false => opened,
        };
        tried.err().map(StoreError::from)
    }

    /// A connection inside a transaction: all that it reads, its version included, is of one moment.
    pub(in crate::store) fn open_to_read(&self) -> Result<Connection, StoreError> {
        Ok(self.open_with_version()?.connection)
    }

    fn open_with_version(&self) -> Result<OpenFile, StoreError> {
        self.look()?;
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
        connection.busy_timeout(patience)?;
        connection.execute_batch("BEGIN")?;
        let version = schema::version(&connection)?;
        self.check_version(version)?;
        schema::ensure_own_definitions(&connection, version)?;
        let connection = match version < schema::latest(self.migrations) {
            true => self.upgraded_in_memory(&connection)?,
            false => connection,
        };
        Ok(OpenFile {
            connection,
            version,
        })
    }

    /// As `open_to_read`, with the words of an older file in the index and what is known of its past: nothing of what it
    /// will be is missing.
    pub(in crate::store) fn open_whole(&self) -> Result<Connection, StoreError> {
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
    pub(in crate::store) fn open_as_it_is(&self) -> Result<Connection, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = connect(&self.path, flags)?;
        connection.busy_timeout(self.patience)?;
        Ok(connection)
    }

    pub(in crate::store) fn roll_back(&self) -> Result<(), StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = connect(&self.path, flags)?;
        self.prepare(&connection)?;
        schema::version(&connection).map(drop)
    }

    /// What an older file will be once something is written; the file itself is left alone.
    pub(in crate::store) fn upgraded_in_memory(
        &self,
        old: &Connection,
    ) -> Result<Connection, StoreError> {
        let mut copy = connect_in_memory()?;
        copy_all(old, &mut copy)?;
        schema::make(&mut copy, self.migrations)?;
        Ok(copy)
    }

    pub(in crate::store) fn open_to_write(
        &self,
    ) -> Result<(Connection, Option<PathBuf>), StoreError> {
        self.look()?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut connection = connect(&self.path, flags)?;
        self.prepare(&connection)?;
        let version = schema::version(&connection)?;
        self.check_version(version)?;
        schema::ensure_own_definitions(&connection, version)?;
        let mut copy = None;
        if version < schema::latest(self.migrations) {
            copy = schema::upgrade(&mut connection, self.migrations, |version| {
                self.copy_before(version)
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
    fn must_still_be(&self, opened: Option<(u64, u64)>) -> Result<(), StoreError> {
        match self.identity() == opened {
            true => Ok(()),
            false => Err(StoreError::Replaced),
        }
    }

    fn prepare(&self, connection: &Connection) -> Result<(), StoreError> {
        connection.busy_timeout(self.patience)?;
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
    pub(in crate::store) fn look(&self) -> Result<(), StoreError> {
        let Ok(about) = fs::metadata(&self.path) else {
            return Err(match self.path.is_symlink() {
                true => StoreError::LeadsNowhere(self.path.clone()),
                false => self.missing(),
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
        match self.backups().is_ok_and(|backups| !backups.is_empty()) {
            true => StoreError::Gone(path),
            false => StoreError::Missing(path),
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
        private_file::folder(private_file::folder_of(&self.path))?;
        let unborn = Unborn::beside(&self.path)?;
        schema::make(&mut open_unborn(&unborn)?, self.migrations)?;
        match unborn.give_name(&self.path) {
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
            named => Ok(named?),
        }
    }

    /// A verified copy of an older file beside it, before it is upgraded.
    fn copy_before(&self, version: i64) -> Result<PathBuf, StoreError> {
        // A connection that is about to write can't be copied from.
        let (copy, _) = self.copied(&self.open_as_it_is()?, &self.path)?;
        let kept = self.free_name(&format!("format-{version}"));
        copy.give_name(&kept)?;
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
pub(in crate::store) fn open_unborn(unborn: &Unborn) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = connect(unborn.path(), flags)?;
    connection.execute_batch(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA trusted_schema = OFF;",
    )?;
    Ok(connection)
}

/// Asks a connection that was opened to read.
fn look_up<T, E: From<StoreError>>(
    connection: &Connection,
    query: impl FnOnce(&Reader<'_>) -> Result<T, E>,
) -> Result<T, E> {
    // A report reads most pages once and keeps coming back to a few: room for more is memory to be fetched.
    let narrow = connection.execute_batch("PRAGMA cache_size = 32");
    narrow.map_err(StoreError::from)?;
    query(&Reader::new(connection))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::undo::Change;

    use std::os::unix::fs::PermissionsExt;

    const NOW: &[&str] = schema::MIGRATIONS;

    /// What a later release might do.
    const LATER: &[&str] = &and_then("ALTER TABLE setting ADD COLUMN since TEXT;");

    const fn and_then(step: &str) -> [&str; NOW.len() + 1] {
        let mut steps = [step; NOW.len() + 1];
        let mut at = 0;
        while at < NOW.len() {
            steps[at] = NOW[at];
            at += 1;
        }
        steps
    }

    fn store(folder: &tempfile::TempDir, migrations: &'static [&'static str]) -> Store {
        Store {
            path: folder.path().join("mentor.db"),
            patience: Duration::from_secs(1),
            backs_up: false,
            migrations,
        }
    }

    fn write(store: &Store, slug: &str) -> Result<Written, StoreError> {
        let done = store.write(DateTime::UNIX_EPOCH, |tx| {
            crate::store::settings::use_pair(tx, slug)
        });
        done.map(|((), written)| written)
    }

    fn read(store: &Store) -> Result<Option<String>, StoreError> {
        store.read(crate::store::settings::pair_in_use)
    }

    #[test]
    fn an_older_file_is_read_without_a_change() {
        let folder = tempfile::tempdir().unwrap();
        write(&store(&folder, NOW), "ana").unwrap();
        let before = fs::read(folder.path().join("mentor.db")).unwrap();
        assert_eq!(
            read(&store(&folder, LATER)).unwrap().as_deref(),
            Some("ana")
        );
        assert_eq!(fs::read(folder.path().join("mentor.db")).unwrap(), before);
    }

    #[test]
    fn an_older_file_is_copied_before_it_is_upgraded() {
        let folder = tempfile::tempdir().unwrap();
        write(&store(&folder, NOW), "ana").unwrap();
        let written = write(&store(&folder, LATER), "priya").unwrap();
        let copy = written.upgraded_from.unwrap();
        assert_eq!(
            fs::metadata(&copy).unwrap().permissions().mode() & 0o777,
            0o600
        );
        let old = Store {
            path: copy,
            ..store(&folder, NOW)
        };
        assert_eq!(read(&old).unwrap().as_deref(), Some("ana"));
        assert_eq!(
            read(&store(&folder, LATER)).unwrap().as_deref(),
            Some("priya")
        );
    }

    #[test]
    fn an_upgrade_that_fails_leaves_the_file_as_it_was() {
        const BROKEN: &[&str] = &and_then(
            "ALTER TABLE setting ADD COLUMN since TEXT; ALTER TABLE nothing ADD COLUMN x TEXT;",
        );
        let folder = tempfile::tempdir().unwrap();
        write(&store(&folder, NOW), "ana").unwrap();
        assert!(write(&store(&folder, BROKEN), "priya").is_err());
        let now = store(&folder, NOW);
        assert_eq!(read(&now).unwrap().as_deref(), Some("ana"));
        write(&now, "kim").unwrap();
    }

    #[test]
    fn a_newer_file_is_neither_read_nor_touched() {
        let folder = tempfile::tempdir().unwrap();
        write(&store(&folder, LATER), "ana").unwrap();
        let before = fs::read(folder.path().join("mentor.db")).unwrap();
        let now = store(&folder, NOW);
        assert!(matches!(
            read(&now),
            Err(StoreError::Newer { found, known }) if found == known + 1
        ));
        assert!(matches!(write(&now, "kim"), Err(StoreError::Newer { .. })));
        assert_eq!(fs::read(folder.path().join("mentor.db")).unwrap(), before);
    }

    #[test]
    fn a_change_that_undo_would_not_see_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let now = store(&folder, schema::MIGRATIONS);
        write(&now, "ana").unwrap();
        let behind_its_back = |sql: &'static str, watched: Option<Change>| {
            now.write(DateTime::UNIX_EPOCH, |tx| {
                if let Some(change) = watched {
                    tx.watch_table("setting", &undo::SETTING, change)?;
                }
                tx.connection.execute_batch(sql)?;
                Ok::<_, StoreError>(())
            })
        };
        for (sql, watched) in [
            ("DELETE FROM setting WHERE id > 0", None),
            ("DELETE FROM setting WHERE id > 0", Some(Change::Update)),
            ("UPDATE setting SET value = 'kim'", Some(Change::Insert)),
        ] {
            let done = behind_its_back(sql, watched);
            assert!(matches!(done, Err(StoreError::Unwatched(table)) if table == "setting"));
        }
        assert_eq!(read(&now).unwrap().as_deref(), Some("ana"));
        behind_its_back("DELETE FROM setting WHERE id > 0", Some(Change::Delete)).unwrap();
        assert_eq!(read(&now).unwrap(), None);
    }

    #[test]
    fn a_lock_that_is_let_go_is_waited_for_and_one_that_is_not_is_reported() {
        let folder = tempfile::tempdir().unwrap();
        let now = store(&folder, NOW);
        write(&now, "ana").unwrap();
        let holder = Connection::open(&now.path).unwrap();
        holder.execute_batch("BEGIN EXCLUSIVE").unwrap();
        let hasty = Store {
            patience: Duration::from_millis(50),
            ..now.clone()
        };
        assert!(matches!(write(&hasty, "kim"), Err(StoreError::Busy)));
        assert!(matches!(read(&hasty), Err(StoreError::Busy)));
        let letting_go = std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(200));
            holder.execute_batch("COMMIT").unwrap();
        });
        write(
            &Store {
                patience: Duration::from_secs(10),
                ..now.clone()
            },
            "kim",
        )
        .unwrap();
        letting_go.join().unwrap();
        assert_eq!(read(&now).unwrap().as_deref(), Some("kim"));
    }

    #[test]
    fn a_glance_waits_for_nobody_and_mends_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let now = store(&folder, NOW);
        let glance = |store: &Store| store.glance(crate::store::settings::pair_in_use);
        assert!(matches!(glance(&now), Err(StoreError::Missing(_))));
        assert!(!now.path.exists());
        write(&now, "ana").unwrap();
        assert_eq!(glance(&now).unwrap().as_deref(), Some("ana"));
        assert_eq!(
            glance(&store(&folder, LATER)).unwrap().as_deref(),
            Some("ana")
        );
        let holder = Connection::open(&now.path).unwrap();
        holder.execute_batch("BEGIN EXCLUSIVE").unwrap();
        let patient = Store {
            patience: Duration::from_hours(1),
            ..now.clone()
        };
        assert!(matches!(glance(&patient), Err(StoreError::Busy)));
        assert!(matches!(
            glance(&Store {
                migrations: LATER,
                ..patient
            }),
            Err(StoreError::Busy)
        ));
    }

    #[test]
    fn a_glance_leaves_the_journal_of_a_killed_run_to_others() {
        let folder = tempfile::tempdir().unwrap();
        let now = store(&folder, schema::MIGRATIONS);
        write(&now, "ana").unwrap();
        // What a run leaves behind that is killed while it writes.
        let writer = Connection::open(&now.path).unwrap();
        writer
            .execute_batch(
                "PRAGMA cache_size = 1; BEGIN IMMEDIATE; CREATE TABLE filling (text TEXT);
                 WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
                 INSERT INTO filling SELECT hex(randomblob(200)) FROM n;",
            )
            .unwrap();
        let killed = tempfile::tempdir().unwrap();
        let left = store(&killed, schema::MIGRATIONS);
        let journal = |path: &Path| path.with_extension("db-journal");
        fs::copy(&now.path, &left.path).unwrap();
        fs::copy(journal(&now.path), journal(&left.path)).unwrap();
        let before = fs::read(&left.path).unwrap();
        assert!(left.glance(crate::store::settings::pair_in_use).is_err());
        assert_eq!(fs::read(&left.path).unwrap(), before);
        assert!(journal(&left.path).exists());
        assert_eq!(read(&left).unwrap().as_deref(), Some("ana"));
        assert!(!journal(&left.path).exists());
    }

    #[test]
    fn a_file_that_was_swapped_while_a_write_waited_is_not_written() {
        let folder = tempfile::tempdir().unwrap();
        let now = store(&folder, NOW);
        write(&now, "ana").unwrap();
        let other = folder.path().join("other.db");
        fs::copy(&now.path, &other).unwrap();
        let holder = Connection::open(&now.path).unwrap();
        holder.execute_batch("BEGIN EXCLUSIVE").unwrap();
        let path = now.path.clone();
        let swapping = std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(200));
            fs::rename(other, path).unwrap();
            drop(holder);
        });
        let patient = Store {
            patience: Duration::from_secs(10),
            ..now
        };
        assert!(matches!(write(&patient, "kim"), Err(StoreError::Replaced)));
        swapping.join().unwrap();
        assert_eq!(read(&patient).unwrap().as_deref(), Some("ana"));
    }
}
