use super::*;
use crate::store::undo::RowOperation;

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

fn write(store: &Store, slug: &str) -> Result<WriteSummary, StoreError> {
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
    let behind_its_back = |sql: &'static str, watched: Option<RowOperation>| {
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
        (
            "DELETE FROM setting WHERE id > 0",
            Some(RowOperation::Update),
        ),
        (
            "UPDATE setting SET value = 'kim'",
            Some(RowOperation::Insert),
        ),
    ] {
        let done = behind_its_back(sql, watched);
        assert!(matches!(done, Err(StoreError::Unwatched(table)) if table == "setting"));
    }
    assert_eq!(read(&now).unwrap().as_deref(), Some("ana"));
    behind_its_back(
        "DELETE FROM setting WHERE id > 0",
        Some(RowOperation::Delete),
    )
    .unwrap();
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
    let glance = |store: &Store| store.try_read(crate::store::settings::pair_in_use);
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
    assert!(left.try_read(crate::store::settings::pair_in_use).is_err());
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
