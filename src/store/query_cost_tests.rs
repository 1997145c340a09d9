//! Tests that the cost of a report grows neither with the length of the history nor with other pairs. The cost is
//! counted in instructions of `SQLite`'s virtual machine, which are the same on every computer.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::domain::agreement::{Agreement, AgreementTerms};
use crate::domain::dates::{DateStyle, Now};
use crate::domain::goal::{Goal, GoalState};
use crate::domain::pair::{Pair, PairContext, PairState, Slug};
use crate::domain::person::Person;
use crate::domain::timeline::Timeline;
use crate::domain::zone::Tz;
use crate::store::file::Store;
use crate::store::read_tx::ReadTx;
use crate::store::row::{self, NamedRow, RecordTable};
use crate::store::{StoreError, followups, pairs, progress, snapshots, tally};

/// The records that the benchmarks use too: the same history whatever its length, without checksums.
const RECORDS_SQL: &str = include_str!("../../benches/mentorship.sql");

fn now() -> Now {
    DateStyle::USUAL.now("2026-12-01T09:00:00Z".parse().unwrap())
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Creates a file with so many pairs, and so many records for each pair.
fn create_file(folder: &tempfile::TempDir, pairs: usize, records: usize) -> Store {
    let path = folder.path().join(format!("{pairs}-{records}.db"));
    let store = Store::new(path, Duration::from_secs(1));
    store.write(now(), |tx| people_and_goals(tx, pairs)).unwrap();
    let connection = Connection::open(&store.path).unwrap();
    connection.execute_batch("PRAGMA synchronous = OFF; BEGIN").unwrap();
    for pair in 1..=pairs {
        let sql = RECORDS_SQL.replace(":records", &records.to_string());
        connection.execute_batch(&sql.replace(":pair", &pair.to_string())).unwrap();
    }
    for table in &row::record_tables() {
        add_checksums(&connection, table);
    }
    connection.execute_batch("COMMIT").unwrap();
    tally::recount(&connection).unwrap();
    store
}

/// Sets the checksums of the rows that have none.
fn add_checksums(connection: &Connection, table: &RecordTable) {
    let sql = table.select_json() + "WHERE checksum = 0";
    let mut select = connection.prepare(&sql).unwrap();
    let sql = format!("UPDATE \"{}\" SET checksum = ?2 WHERE id = ?1", table.name);
    let mut update = connection.prepare(&sql).unwrap();
    let rows = select.query_map([], |row| row.get::<_, String>(0)).unwrap();
    let rows: Vec<String> = rows.map(Result::unwrap).collect();
    for text in rows {
        let row = NamedRow::parse(&text).unwrap();
        update.execute((row.number("id"), table.checksum(&row))).unwrap();
    }
}

fn people_and_goals(
    tx: &crate::store::write_tx::WriteTx<'_>,
    pairs: usize,
) -> Result<(), StoreError> {
    let person = |name: &str, is_user| Person::new(name.to_owned(), Tz::Europe__London, is_user);
    let user = tx.insert(person("Sam", true))?;
    for number in 1..=pairs {
        let other = tx.insert(person("Ana", false))?;
        let pair = tx.insert(Pair {
            slug: Slug::parse(&format!("p{number}")).unwrap(),
            mentor: user.id,
            mentee: other.id,
            state: PairState::Active,
            state_on: day("2026-06-01"),
            because: None,
            past: Timeline::default(),
        })?;
        tx.insert(Goal {
            pair: pair.id,
            title: "Lead".to_owned(),
            why: None,
            done_when: None,
            target: Some(day("2027-03-01")),
            support: None,
            category: None,
            state: GoalState::Active,
            state_on: day("2026-06-01"),
            because: None,
            private: false,
            state_at: None,
        })?;
        let terms = AgreementTerms { starts: Some(day("2026-06-01")), ..AgreementTerms::default() };
        tx.insert(Agreement {
            pair: pair.id,
            version: 1,
            accepted_by_mentor: None,
            accepted_by_mentee: None,
            accepted_by_mail: None,
            changed_because: None,
            terms,
        })?;
    }
    Ok(())
}

type ReportFn = fn(&ReadTx<'_>, PairContext) -> Result<(), StoreError>;

const REPORTS: [(&str, ReportFn); 5] = [
    ("status", |tx, pair| snapshots::load_for_status(tx, pair, now(), 2).map(drop)),
    ("due", |tx, pair| snapshots::load_for_due(tx, pair, now(), 2).map(drop)),
    ("agenda", |tx, pair| snapshots::load_for_agenda(tx, pair, now()).map(drop)),
    ("review", |tx, pair| {
        let period = pair.period_from(day("2026-10-06"), now().at);
        progress::load(tx, pair, period, DateStyle::USUAL).map(drop)
    }),
    ("followup list", |tx, pair| followups::open(tx, pair.id()).map(drop)),
];

/// Counts the instructions of the virtual machine for one report on the first pair.
fn cost(store: &Store, report: ReportFn) -> usize {
    store
        .read(|tx| {
            let pair = pairs::active_pairs(tx)?.remove(0);
            let count = Arc::new(AtomicUsize::new(0));
            let counter = Arc::clone(&count);
            tx.connection.progress_handler(
                1,
                Some(move || {
                    counter.fetch_add(1, Ordering::Relaxed);
                    false
                }),
            )?;
            report(tx, pair)?;
            Ok::<_, StoreError>(count.load(Ordering::Relaxed))
        })
        .unwrap()
}

#[test]
fn report_costs_the_same_after_one_year_and_after_ten() {
    let folder = tempfile::tempdir().unwrap();
    let (young, old) = (create_file(&folder, 1, 1_000), create_file(&folder, 1, 10_000));
    for (name, report) in REPORTS {
        let (before, after) = (cost(&young, report), cost(&old, report));
        assert!(before > 100, "{name} counted nothing: {before}");
        assert_eq!(before, after, "{name}");
    }
}

#[test]
fn report_costs_no_more_with_other_pairs() {
    let folder = tempfile::tempdir().unwrap();
    let (alone, among) = (create_file(&folder, 1, 1_000), create_file(&folder, 12, 1_000));
    for (name, report) in REPORTS {
        let (before, after) = (cost(&alone, report), cost(&among, report));
        // SQLite reads one index entry past the last one of the pair.
        assert!(after * 100 < before * 101, "{name}: {before} became {after}");
    }
}

/// Proves that the tests above would notice a query that scans a table.
#[test]
fn cost_of_a_table_scan_grows_with_the_history() {
    let folder = tempfile::tempdir().unwrap();
    let (young, old) = (create_file(&folder, 1, 1_000), create_file(&folder, 1, 10_000));
    let scan: ReportFn =
        |tx, _| tx.number("SELECT count(*) FROM followup WHERE title LIKE '%x%'", []).map(drop);
    assert!(cost(&old, scan) > cost(&young, scan) * 5);
}
