use super::*;
use crate::domain::dates::DateStyle;
use crate::store::undo::RowOperation;

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

const CURRENT: &[&str] = schema::MIGRATIONS;

/// The migrations of an imaginary later release.
const LATER: &[&str] = &with_migration("ALTER TABLE setting ADD COLUMN since TEXT;");

const fn with_migration(sql: &str) -> [&str; CURRENT.len() + 1] {
    let mut migrations = [sql; CURRENT.len() + 1];
    let mut at = 0;
    while at < CURRENT.len() {
        migrations[at] = CURRENT[at];
        at += 1;
    }
    migrations
}

fn store(folder: &tempfile::TempDir, migrations: &'static [&'static str]) -> Store {
    Store {
        path: folder.path().join("mentor.db"),
        patience: Duration::from_secs(1),
        backs_up: false,
        migrations,
    }
}

fn write(store: &Store, slug: &str) -> Result<WriteSummary, StoreError> {
    let result = store.write(DateStyle::USUAL.now(DateTime::UNIX_EPOCH), |tx| {
        crate::store::settings::use_pair(tx, slug)
    });
    result.map(|((), summary)| summary)
}

fn read(store: &Store) -> Result<Option<String>, StoreError> {
    store.read(crate::store::settings::pair_in_use)
}

#[test]
fn reading_an_older_file_does_not_change_it() {
    let folder = tempfile::tempdir().unwrap();
    write(&store(&folder, CURRENT), "ana").unwrap();
    let before = fs::read(folder.path().join("mentor.db")).unwrap();
    assert_eq!(read(&store(&folder, LATER)).unwrap().as_deref(), Some("ana"));
    assert_eq!(fs::read(folder.path().join("mentor.db")).unwrap(), before);
}

#[test]
fn older_file_is_copied_before_its_upgrade() {
    let folder = tempfile::tempdir().unwrap();
    write(&store(&folder, CURRENT), "ana").unwrap();
    let summary = write(&store(&folder, LATER), "priya").unwrap();
    let copy = summary.upgraded_from.unwrap();
    assert_eq!(fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o600);
    let old = Store { path: copy, ..store(&folder, CURRENT) };
    assert_eq!(read(&old).unwrap().as_deref(), Some("ana"));
    assert_eq!(read(&store(&folder, LATER)).unwrap().as_deref(), Some("priya"));
}

#[test]
fn failed_upgrade_leaves_the_file_unchanged() {
    const BROKEN: &[&str] = &with_migration(
        "ALTER TABLE setting ADD COLUMN since TEXT; ALTER TABLE nothing ADD COLUMN x TEXT;",
    );
    let folder = tempfile::tempdir().unwrap();
    write(&store(&folder, CURRENT), "ana").unwrap();
    assert!(write(&store(&folder, BROKEN), "priya").is_err());
    let current = store(&folder, CURRENT);
    assert_eq!(read(&current).unwrap().as_deref(), Some("ana"));
    write(&current, "kim").unwrap();
}

#[test]
fn newer_file_is_neither_read_nor_written() {
    let folder = tempfile::tempdir().unwrap();
    write(&store(&folder, LATER), "ana").unwrap();
    let before = fs::read(folder.path().join("mentor.db")).unwrap();
    let current = store(&folder, CURRENT);
    assert!(matches!(
        read(&current),
        Err(StoreError::Newer { found, known }) if found == known + 1
    ));
    assert!(matches!(write(&current, "kim"), Err(StoreError::Newer { .. })));
    assert_eq!(fs::read(folder.path().join("mentor.db")).unwrap(), before);
}

#[test]
fn change_that_undo_did_not_record_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let current = store(&folder, schema::MIGRATIONS);
    write(&current, "ana").unwrap();
    let run_sql = |sql: &'static str, watched: Option<RowOperation>| {
        current.write(DateStyle::USUAL.now(DateTime::UNIX_EPOCH), |tx| {
            if let Some(change) = watched {
                tx.watch_table("setting", &undo::SETTING, change)?;
            }
            tx.connection.execute_batch(sql)?;
            Ok::<_, StoreError>(())
        })
    };
    for (sql, watched) in [
        ("DELETE FROM setting WHERE id > 0", None),
        ("DELETE FROM setting WHERE id > 0", Some(RowOperation::Update)),
        ("UPDATE setting SET value = 'kim'", Some(RowOperation::Insert)),
    ] {
        let result = run_sql(sql, watched);
        assert!(matches!(result, Err(StoreError::Unwatched(table)) if table == "setting"));
    }
    assert_eq!(read(&current).unwrap().as_deref(), Some("ana"));
    run_sql("DELETE FROM setting WHERE id > 0", Some(RowOperation::Delete)).unwrap();
    assert_eq!(read(&current).unwrap(), None);
}

#[test]
fn write_waits_for_a_lock_and_reports_one_that_is_not_released() {
    let folder = tempfile::tempdir().unwrap();
    let current = store(&folder, CURRENT);
    write(&current, "ana").unwrap();
    let holder = Connection::open(&current.path).unwrap();
    holder.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let impatient = Store { patience: Duration::from_millis(50), ..current.clone() };
    assert!(matches!(write(&impatient, "kim"), Err(StoreError::Busy)));
    assert!(matches!(read(&impatient), Err(StoreError::Busy)));
    let release = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(200));
        holder.execute_batch("COMMIT").unwrap();
    });
    write(&Store { patience: Duration::from_secs(10), ..current.clone() }, "kim").unwrap();
    release.join().unwrap();
    assert_eq!(read(&current).unwrap().as_deref(), Some("kim"));
}

#[test]
fn try_read_fails_on_a_lock_instead_of_waiting() {
    let folder = tempfile::tempdir().unwrap();
    let current = store(&folder, CURRENT);
    let try_read = |store: &Store| store.try_read(crate::store::settings::pair_in_use);
    assert!(matches!(try_read(&current), Err(StoreError::Missing(_))));
    assert!(!current.path.exists());
    write(&current, "ana").unwrap();
    assert_eq!(try_read(&current).unwrap().as_deref(), Some("ana"));
    assert_eq!(try_read(&store(&folder, LATER)).unwrap().as_deref(), Some("ana"));
    let holder = Connection::open(&current.path).unwrap();
    holder.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let patient = Store { patience: Duration::from_hours(1), ..current.clone() };
    assert!(matches!(try_read(&patient), Err(StoreError::Busy)));
    assert!(matches!(try_read(&Store { migrations: LATER, ..patient }), Err(StoreError::Busy)));
}

#[test]
fn try_read_does_not_roll_back_the_journal_of_a_killed_run() {
    let folder = tempfile::tempdir().unwrap();
    let current = store(&folder, schema::MIGRATIONS);
    write(&current, "ana").unwrap();
    // Leaves the journal that a run leaves when it is killed while it writes.
    let writer = Connection::open(&current.path).unwrap();
    writer
        .execute_batch(
            "PRAGMA cache_size = 1; BEGIN IMMEDIATE; CREATE TABLE filling (text TEXT);
             WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
             INSERT INTO filling SELECT hex(randomblob(200)) FROM n;",
        )
        .unwrap();
    let killed = tempfile::tempdir().unwrap();
    let abandoned = store(&killed, schema::MIGRATIONS);
    let journal = |path: &Path| path.with_extension("db-journal");
    fs::copy(&current.path, &abandoned.path).unwrap();
    fs::copy(journal(&current.path), journal(&abandoned.path)).unwrap();
    let before = fs::read(&abandoned.path).unwrap();
    assert!(abandoned.try_read(crate::store::settings::pair_in_use).is_err());
    assert_eq!(fs::read(&abandoned.path).unwrap(), before);
    assert!(journal(&abandoned.path).exists());
    assert_eq!(read(&abandoned).unwrap().as_deref(), Some("ana"));
    assert!(!journal(&abandoned.path).exists());
}

#[test]
fn file_replaced_while_a_write_waits_is_not_written() {
    let folder = tempfile::tempdir().unwrap();
    let current = store(&folder, CURRENT);
    write(&current, "ana").unwrap();
    let other = folder.path().join("other.db");
    fs::copy(&current.path, &other).unwrap();
    let holder = Connection::open(&current.path).unwrap();
    holder.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let path = current.path.clone();
    let replacement = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(200));
        fs::rename(other, path).unwrap();
        drop(holder);
    });
    let patient = Store { patience: Duration::from_secs(10), ..current };
    assert!(matches!(write(&patient, "kim"), Err(StoreError::Replaced)));
    replacement.join().unwrap();
    assert_eq!(read(&patient).unwrap().as_deref(), Some("ana"));
}
