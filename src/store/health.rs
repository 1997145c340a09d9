//! Is the file what was written? `SQLite` checks its structure; the checksums of the rows check what is in it.

use std::collections::BTreeMap;

use rusqlite::types::Value;
use rusqlite::{Connection, Row};

use crate::domain::health::HealthReport;
use crate::domain::record::Record;
use crate::store::change_tracker::TableChanges;
use crate::store::revision::{self, REVISION};
use crate::store::row::{quoted, record_tables};
use crate::store::search::index;
use crate::store::share::memory::{self, SHARE};
use crate::store::table_row::{
    ENVELOPE, RowReader, TableRow, TableVisitor, quoted_columns, visit_tables,
};
use crate::store::undo::{SETTING, STEP};
use crate::store::{StoreError, schema, size, tally};

/// Looks at everything. Writes nothing.
pub fn examine(connection: &Connection) -> Result<HealthReport, StoreError> {
    let version = schema::version(connection)?;
    let mut look = HealthCheck {
        connection,
        health: HealthReport::default(),
    };
    // Of tables that are something else nothing is read.
    if schema::ensure_own_definitions(connection, version).is_err() {
        look.problem(format!("structure: {}", StoreError::Redefined));
        return Ok(look.health);
    }
    look.structure()?;
    visit_tables(&mut look)?;
    for (table, names) in [
        ("setting", &SETTING[..]),
        ("step", &STEP),
        (memory::TABLE, &SHARE),
    ] {
        look.rows(table, &quoted(names), |row| {
            RowReader::verify_checksum(row, table, 0).map(drop)
        });
    }
    for table in tally::miscounted_tables(connection).unwrap_or_default() {
        look.problem(format!("the tally of {table} does not match its records"));
    }
    if memory::verify(connection).is_err() {
        look.problem("what is known of shared pairs is not what was written");
    }
    let tables = record_tables();
    look.rows(revision::TABLE, &quoted(&REVISION), |row| {
        revision::read(row, &tables).map(drop)
    });
    Ok(look.health)
}

/// Refuses a small file that is damaged anywhere. Of a large one, `ensure_rows` sees what is near the change.
pub fn ensure_sound(connection: &Connection) -> Result<(), StoreError> {
    if !size::is_small(connection)? {
        return Ok(());
    }
    match examine(connection)?.problems.first() {
        Some(problem) => Err(StoreError::Unsound(problem.clone())),
        None => Ok(()),
    }
}

/// More rows than fit into a page before and after one.
const NEIGHBOURS: i64 = 40;

/// Refuses a change if a row that it changed, or one that shares a page with it, is not as it was written.
pub(in crate::store) fn ensure_rows(
    connection: &Connection,
    touched: &BTreeMap<String, TableChanges>,
) -> Result<(), StoreError> {
    visit_tables(&mut Near {
        connection,
        touched,
    })
}

struct Near<'c> {
    connection: &'c Connection,
    touched: &'c BTreeMap<String, TableChanges>,
}

impl TableVisitor for Near<'_> {
    type Error = StoreError;

    fn table<T: TableRow>(&mut self) -> Result<(), StoreError> {
        let Some(touch) = self.touched.get(T::TABLE) else {
            return Ok(());
        };
        let mut statement = self
            .connection
            .prepare_cached(&crate::store::table_row::select_by_number::<T>())?;
        let mut seen = i64::MIN;
        for number in &touch.rows {
            let last = number.saturating_add(NEIGHBOURS);
            let mut rows = statement.query((seen.max(number.saturating_sub(NEIGHBOURS)), last))?;
            while let Some(row) = rows.next()? {
                RowReader::verify_checksum(row, T::TABLE, T::LATER_COLUMNS)?;
            }
            seen = last.saturating_add(1);
        }
        Ok(())
    }
}

/// What is wrong with the index of words; none: it has the words of every record, and no others, or is one that the next
/// change makes anew anyway.
pub fn index_problem(connection: &Connection) -> Option<String> {
    if matches!(index::is_sealed(connection), Ok(false)) {
        return None;
    }
    let records = match index::mismatched_records(connection) {
        Ok(records) => records,
        Err(error) => return Some(format!("can't read the search index: {error}")),
    };
    let Some((table, number)) = records.first() else {
        let state = index::state(connection).unwrap_or(index::State::Damaged);
        return (state == index::State::Damaged)
            .then(|| "the search index doesn't match its checksum".to_owned());
    };
    let others = match records.len() - 1 {
        0 => String::new(),
        others => format!(" and {others} more"),
    };
    Some(format!(
        "the search index doesn't match {table} {number}{others}"
    ))
}

struct HealthCheck<'c> {
    connection: &'c Connection,
    health: HealthReport,
}

impl TableVisitor for HealthCheck<'_> {
    type Error = StoreError;

    fn table<T: TableRow>(&mut self) -> Result<(), StoreError> {
        let good = self.rows(T::TABLE, &quoted_columns::<T>(), |row| {
            let read: Record<T> =
                RowReader::verify_checksum(row, T::TABLE, T::LATER_COLUMNS)?.record()?;
            drop(read);
            Ok(())
        });
        self.health.tables.push((T::TABLE, good));
        Ok(())
    }
}

impl HealthCheck<'_> {
    fn problem(&mut self, text: impl Into<String>) {
        self.health.problems.push(text.into());
    }

    fn structure(&mut self) -> Result<(), StoreError> {
        for pragma in structure_pragmas(self.connection) {
            let mut statement = self.connection.prepare(&format!("PRAGMA {pragma}"))?;
            let mut rows = statement.query([])?;
            loop {
                match rows.next() {
                    Ok(Some(row)) if pragma == "foreign_key_check" => {
                        let (table, id): (String, Option<i64>) = (row.get(0)?, row.get(1)?);
                        let id = id.unwrap_or_default();
                        self.health
                            .problems
                            .push(format!("{table} {id} refers to a missing record"));
                    }
                    Ok(Some(row)) => {
                        let said: String = row.get(0)?;
                        if said != "ok" {
                            self.health.problems.push(format!("structure: {said}"));
                        }
                    }
                    Ok(None) => break,
                    Err(error) => {
                        self.health.problems.push(format!("structure: {error}"));
                        break;
                    }
                }
            }
        }
        Ok(())
    }

    /// Verifies every row of a table; returns how many are good.
    fn rows(
        &mut self,
        table: &str,
        names: &str,
        verify: impl Fn(&Row<'_>) -> Result<(), StoreError>,
    ) -> usize {
        let mut good = 0;
        let sql = format!("SELECT {names} FROM {table} ORDER BY {}", key(table));
        let looked = (|| {
            let mut statement = self.connection.prepare(&sql)?;
            let mut rows = statement.query([])?;
            let mut problems = Vec::new();
            while let Some(row) = rows.next()? {
                match verify(row) {
                    Ok(()) => good += 1,
                    Err(problem) => problems.push(problem.to_string()),
                }
            }
            Ok::<_, rusqlite::Error>(problems)
        })();
        match looked {
            Ok(problems) => self.health.problems.extend(problems),
            Err(error) => self.problem(format!("can't read {table} to the end: {error}")),
        }
        good
    }
}

/// What has `SQLite` look at the structure. It opens the index of words before it looks at anything, and gives up where it can't:
/// then every other table is looked at by itself, and `index_problem` says what is wrong with the index.
fn structure_pragmas(connection: &Connection) -> Vec<String> {
    let mut pragmas = vec!["foreign_key_check".to_owned()];
    if connection.prepare("SELECT 1 FROM search").is_ok() {
        pragmas.push("integrity_check(20)".to_owned());
        return pragmas;
    }
    let records = record_tables();
    let of_records = records.iter().map(|table| table.name);
    let others = ["setting", "step", revision::TABLE, memory::TABLE];
    pragmas.extend(
        of_records
            .chain(others)
            .map(|table| format!("integrity_check({table})")),
    );
    pragmas
}

/// The columns that a table is in the order of.
fn key(table: &str) -> &'static str {
    match table {
        revision::TABLE => "\"table\", number, quarter",
        _ => "id",
    }
}

/// Copies every row that is as it was written into a new, empty file; returns a sentence for each that is not.
pub fn rescue(from: &Connection, to: &Connection) -> Result<HealthReport, StoreError> {
    to.execute_batch("PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE")?;
    let mut rescue = RecordRescue {
        from,
        to,
        health: HealthReport::default(),
    };
    rescue.rows("setting", SETTING.len(), 0, &quoted(&SETTING))?;
    visit_tables(&mut rescue)?;
    rescue.rows(revision::TABLE, REVISION.len(), 0, &quoted(&REVISION))?;
    if memory::verify(from).is_ok() {
        rescue.rows(memory::TABLE, SHARE.len(), 0, &quoted(&SHARE))?;
    } else {
        // A part of what the exchange remembers is worse than nothing of it.
        memory::begin(to)?;
        let lost = "skipped: what is known of shared pairs; end sharing them and invite again";
        rescue.health.problems.push(lost.to_owned());
    }
    let mut health = rescue.health;
    delete_orphans(to, &mut health)?;
    to.execute_batch("COMMIT")?;
    Ok(health)
}

struct RecordRescue<'c> {
    from: &'c Connection,
    to: &'c Connection,
    health: HealthReport,
}

impl TableVisitor for RecordRescue<'_> {
    type Error = StoreError;

    fn table<T: TableRow>(&mut self) -> Result<(), StoreError> {
        let count = ENVELOPE.len() + T::COLUMNS.len() + 1;
        let good = self.rows(T::TABLE, count, T::LATER_COLUMNS, &quoted_columns::<T>())?;
        self.health.tables.push((T::TABLE, good));
        Ok(())
    }
}

impl RecordRescue<'_> {
    /// Whether it is a table with rows of its own: what a view, or a table that some code stands for, says may have no end.
    fn is_plain_table(&self, table: &str) -> bool {
        let sql = "SELECT type = 'table' AND sql LIKE 'CREATE TABLE %' FROM sqlite_schema WHERE name = ?1";
        let found = self.from.query_row(sql, [table], |row| row.get(0));
        found.unwrap_or(false)
    }

    /// From the first row on as far as it goes, then from the last one back.
    fn rows(
        &mut self,
        table: &'static str,
        count: usize,
        later: usize,
        names: &str,
    ) -> Result<usize, StoreError> {
        let places = vec!["?"; count].join(", ");
        let mut insert = self.to.prepare(&format!(
            "INSERT OR IGNORE INTO {table} ({names}) VALUES ({places})"
        ))?;
        let mut rescued = 0;
        for order in ["ASC", "DESC"] {
            let key = key(table).replace(',', &format!(" {order},"));
            let sql = format!("SELECT {names} FROM {table} NOT INDEXED ORDER BY {key} {order}");
            let statement = self.is_plain_table(table).then(|| self.from.prepare(&sql));
            let Some(Ok(mut statement)) = statement else {
                self.health
                    .problems
                    .push(format!("can't read {table} at all"));
                break;
            };
            let mut rows = statement.query([])?;
            let is_whole = loop {
                match rows.next() {
                    Ok(Some(row)) => {
                        if let Err(problem) = RowReader::verify_checksum(row, table, later) {
                            self.health.problems.push(format!("skipped: {problem}"));
                            continue;
                        }
                        let values: Result<Vec<Value>, _> =
                            (0..count).map(|at| row.get(at)).collect();
                        rescued += insert.execute(rusqlite::params_from_iter(values?))?;
                    }
                    Ok(None) => break true,
                    Err(error) => {
                        self.health
                            .problems
                            .push(format!("can't read {table} to the end: {error}"));
                        break false;
                    }
                }
            };
            if is_whole {
                break;
            }
        }
        Ok(rescued)
    }
}

/// A record that needs one that was lost can't be understood without it, and goes too.
fn delete_orphans(to: &Connection, health: &mut HealthReport) -> Result<(), StoreError> {
    loop {
        let mut statement =
            to.prepare("SELECT DISTINCT \"table\", rowid FROM pragma_foreign_key_check")?;
        let found: Vec<(String, i64)> = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        if found.is_empty() {
            return Ok(());
        }
        for (table, id) in found {
            to.execute(&format!("DELETE FROM \"{table}\" WHERE id = ?1"), [id])?;
            if let Some((_, good)) = health.tables.iter_mut().find(|(name, _)| *name == table) {
                *good = good.saturating_sub(1);
            }
            health
                .problems
                .push(format!("skipped: {table} {id} refers to a lost record"));
        }
    }
}
