//! Verification of the data file: `SQLite` checks its structure, and the checksums of the rows check their content.

use std::collections::BTreeMap;

use rusqlite::types::Value;
use rusqlite::{Connection, Row};

use crate::domain::health::HealthReport;
use crate::domain::record::Record;
use crate::store::change_tracker::TableChanges;
use crate::store::revision::{self, REVISION};
use crate::store::row::{quoted, record_tables};
use crate::store::row_reader::RowReader;
use crate::store::search::index::{self, IndexState};
use crate::store::share::share_table::{self, SHARE};
use crate::store::table_row::{ENVELOPE, TableRow, TableVisitor, quoted_columns, visit_tables};
use crate::store::undo::{SETTING, STEP};
use crate::store::{StoreError, schema, sequence, size, tally};

/// Verifies everything except the search index, and reports all problems. Writes nothing.
pub fn examine(connection: &Connection) -> Result<HealthReport, StoreError> {
    let version = schema::version(connection)?;
    let mut check = HealthCheck { connection, health: HealthReport::default() };
    // Tables with other definitions are not read at all.
    if schema::ensure_own_definitions(connection, version).is_err() {
        check.add_problem(format!("structure: {}", StoreError::Redefined));
        return Ok(check.health);
    }
    check.check_structure()?;
    visit_tables(&mut check)?;
    for (table, names) in [("setting", &SETTING[..]), ("step", &STEP), (share_table::TABLE, &SHARE)]
    {
        check.check_rows(table, &quoted(names), |row| {
            RowReader::verify_checksum(row, table, 0).map(drop)
        });
    }
    for table in numbered_tables() {
        if sequence::last_number(connection, table).is_err() {
            check.add_problem(format!("the last number of {table} is not the one assigned last"));
        }
    }
    for table in tally::miscounted_tables(connection).unwrap_or_default() {
        check.add_problem(format!("the tally of {table} does not match its records"));
    }
    if share_table::verify(connection).is_err() {
        check.add_problem("what is known of shared pairs is not what was written");
    }
    let tables = record_tables();
    check.check_rows(revision::TABLE, &quoted(&REVISION), |row| {
        revision::read(row, &tables).map(drop)
    });
    Ok(check.health)
}

/// Fails if a small file is damaged anywhere. Of a large file only the rows near a change are verified, by
/// `ensure_rows`.
pub fn ensure_sound(connection: &Connection) -> Result<(), StoreError> {
    if !size::is_small(connection)? {
        return Ok(());
    }
    match examine(connection)?.problems.first() {
        Some(problem) => Err(StoreError::Unsound(problem.clone())),
        None => Ok(()),
    }
}

/// How many rows are verified before and after a changed one: more than fit into a page.
const NEIGHBOURS: i64 = 40;

/// Fails if a changed row, or one that may be on the same page, does not match its checksum.
pub(in crate::store) fn ensure_rows(
    connection: &Connection,
    changes: &BTreeMap<String, TableChanges>,
) -> Result<(), StoreError> {
    let mut check = NeighbourCheck { connection, changes };
    visit_tables(&mut check)?;
    check.ensure_rows("setting", 0, || {
        format!("SELECT {} FROM setting WHERE id BETWEEN ?1 AND ?2", quoted(&SETTING))
    })
}

struct NeighbourCheck<'c> {
    connection: &'c Connection,
    changes: &'c BTreeMap<String, TableChanges>,
}

impl TableVisitor for NeighbourCheck<'_> {
    type Error = StoreError;

    fn table<T: TableRow>(&mut self) -> Result<(), StoreError> {
        self.ensure_rows(T::TABLE, T::LATER_COLUMNS, crate::store::table_row::select_by_number::<T>)
    }
}

impl NeighbourCheck<'_> {
    /// Verifies the rows near the changed ones; `select` returns the statement that selects rows from one number to
    /// another.
    fn ensure_rows(
        &self,
        table: &'static str,
        later: usize,
        select: impl FnOnce() -> String,
    ) -> Result<(), StoreError> {
        let Some(changes) = self.changes.get(table) else {
            return Ok(());
        };
        let mut statement = self.connection.prepare_cached(&select())?;
        let mut next_unverified = i64::MIN;
        for number in &changes.rows {
            let first = next_unverified.max(number.saturating_sub(NEIGHBOURS));
            let last = number.saturating_add(NEIGHBOURS);
            let mut rows = statement.query((first, last))?;
            while let Some(row) = rows.next()? {
                RowReader::verify_checksum(row, table, later)?;
            }
            next_unverified = last.saturating_add(1);
        }
        Ok(())
    }
}

/// Returns what is wrong with the search index. `None`: it has exactly the words of the records, or it is outdated, so
/// that the next change rebuilds it anyway.
pub fn index_problem(connection: &Connection) -> Option<String> {
    if matches!(index::is_current(connection), Ok(false)) {
        return None;
    }
    let records = match index::mismatched_records(connection) {
        Ok(records) => records,
        Err(error) => return Some(format!("can't read the search index: {error}")),
    };
    let Some((table, number)) = records.first() else {
        let state = index::state(connection).unwrap_or(IndexState::Damaged);
        return (state == IndexState::Damaged)
            .then(|| "the search index doesn't match its checksum".to_owned());
    };
    let others = match records.len() - 1 {
        0 => String::new(),
        others => format!(" and {others} more"),
    };
    Some(format!("the search index doesn't match {table} {number}{others}"))
}

struct HealthCheck<'c> {
    connection: &'c Connection,
    health: HealthReport,
}

impl TableVisitor for HealthCheck<'_> {
    type Error = StoreError;

    fn table<T: TableRow>(&mut self) -> Result<(), StoreError> {
        let intact = self.check_rows(T::TABLE, &quoted_columns::<T>(), |row| {
            let fields = RowReader::verify_checksum(row, T::TABLE, T::LATER_COLUMNS)?;
            let record: Result<Record<T>, _> = fields.record();
            record.map(drop)
        });
        self.health.tables.push((T::TABLE, intact));
        Ok(())
    }
}

impl HealthCheck<'_> {
    fn add_problem(&mut self, text: impl Into<String>) {
        self.health.problems.push(text.into());
    }

    fn check_structure(&mut self) -> Result<(), StoreError> {
        for pragma in structure_pragmas(self.connection) {
            let mut statement = self.connection.prepare(&format!("PRAGMA {pragma}"))?;
            let mut rows = statement.query([])?;
            loop {
                match rows.next() {
                    Ok(Some(row)) if pragma == "foreign_key_check" => {
                        let (table, id): (String, Option<i64>) = (row.get(0)?, row.get(1)?);
                        let id = id.unwrap_or_default();
                        self.add_problem(format!("{table} {id} refers to a missing record"));
                    }
                    Ok(Some(row)) => {
                        let finding: String = row.get(0)?;
                        if finding != "ok" {
                            self.add_problem(format!("structure: {finding}"));
                        }
                    }
                    Ok(None) => break,
                    Err(error) => {
                        self.add_problem(format!("structure: {error}"));
                        break;
                    }
                }
            }
        }
        Ok(())
    }

    /// Verifies every row of a table; returns how many are intact.
    fn check_rows(
        &mut self,
        table: &str,
        names: &str,
        verify: impl Fn(&Row<'_>) -> Result<(), StoreError>,
    ) -> usize {
        let mut intact = 0;
        let sql = format!("SELECT {names} FROM {table} ORDER BY {}", key_columns(table));
        let result = (|| {
            let mut statement = self.connection.prepare(&sql)?;
            let mut rows = statement.query([])?;
            let mut problems = Vec::new();
            while let Some(row) = rows.next()? {
                match verify(row) {
                    Ok(()) => intact += 1,
                    Err(problem) => problems.push(problem.to_string()),
                }
            }
            Ok::<_, rusqlite::Error>(problems)
        })();
        match result {
            Ok(problems) => self.health.problems.extend(problems),
            Err(error) => self.add_problem(format!("can't read {table} to the end: {error}")),
        }
        intact
    }
}

/// Returns the pragmas that check the structure. `integrity_check` of the whole file fails if the search index can't be
/// opened; then every other table is checked by itself, and `index_problem` reports what is wrong with the index.
fn structure_pragmas(connection: &Connection) -> Vec<String> {
    let mut pragmas = vec!["foreign_key_check".to_owned()];
    if connection.prepare("SELECT 1 FROM search").is_ok() {
        pragmas.push("integrity_check(20)".to_owned());
        return pragmas;
    }
    let names = numbered_tables().chain([revision::TABLE]);
    pragmas.extend(names.map(|table| format!("integrity_check({table})")));
    pragmas
}

/// Returns the tables whose rows have numbers that are assigned one after the other.
fn numbered_tables() -> impl Iterator<Item = &'static str> {
    let names = record_tables().into_iter().map(|table| table.name);
    names.chain(["setting", "step", share_table::TABLE])
}

/// Returns the columns of a table's primary key.
fn key_columns(table: &str) -> &'static str {
    match table {
        revision::TABLE => "\"table\", number, quarter",
        _ => "id",
    }
}

/// Copies every intact row into a new, empty file. The report has one line for each row that was skipped.
pub fn rescue(from: &Connection, to: &Connection) -> Result<HealthReport, StoreError> {
    to.execute_batch("PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE")?;
    let mut rescue = RecordRescue { from, to, health: HealthReport::default() };
    rescue.copy_rows("setting", SETTING.len(), 0, &quoted(&SETTING))?;
    visit_tables(&mut rescue)?;
    rescue.copy_rows(revision::TABLE, REVISION.len(), 0, &quoted(&REVISION))?;
    if share_table::verify(from).is_ok() {
        rescue.copy_rows(share_table::TABLE, SHARE.len(), 0, &quoted(&SHARE))?;
    } else {
        // An incomplete memory of the exchange would do more harm than none.
        share_table::begin(to)?;
        let problem = "skipped: what is known of shared pairs; end sharing them and invite again";
        rescue.health.problems.push(problem.to_owned());
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
        let rescued = self.copy_rows(T::TABLE, count, T::LATER_COLUMNS, &quoted_columns::<T>())?;
        self.health.tables.push((T::TABLE, rescued));
        Ok(())
    }
}

impl RecordRescue<'_> {
    /// Returns whether the name is that of an ordinary table. A view or a virtual table might return rows without end.
    fn is_plain_table(&self, table: &str) -> bool {
        let sql = "SELECT type = 'table' AND sql LIKE 'CREATE TABLE %' FROM sqlite_schema WHERE name = ?1";
        let is_plain = self.from.query_row(sql, [table], |row| row.get(0));
        is_plain.unwrap_or(false)
    }

    /// Copies rows from the first one on until a row can't be read, then from the last one backwards. Returns how many
    /// were copied.
    fn copy_rows(
        &mut self,
        table: &'static str,
        count: usize,
        later: usize,
        names: &str,
    ) -> Result<usize, StoreError> {
        let places = vec!["?"; count].join(", ");
        let mut insert = self
            .to
            .prepare(&format!("INSERT OR IGNORE INTO {table} ({names}) VALUES ({places})"))?;
        let mut rescued = 0;
        for order in ["ASC", "DESC"] {
            let key = key_columns(table).replace(',', &format!(" {order},"));
            let sql = format!("SELECT {names} FROM {table} NOT INDEXED ORDER BY {key} {order}");
            let statement = self.is_plain_table(table).then(|| self.from.prepare(&sql));
            let Some(Ok(mut statement)) = statement else {
                self.health.problems.push(format!("can't read {table} at all"));
                break;
            };
            let mut rows = statement.query([])?;
            let is_complete = loop {
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
            if is_complete {
                break;
            }
        }
        Ok(rescued)
    }
}

/// Deletes the records that refer to a lost one, since they make no sense without it.
fn delete_orphans(to: &Connection, health: &mut HealthReport) -> Result<(), StoreError> {
    loop {
        let mut statement =
            to.prepare("SELECT DISTINCT \"table\", rowid FROM pragma_foreign_key_check")?;
        let orphans: Vec<(String, i64)> = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        if orphans.is_empty() {
            return Ok(());
        }
        for (table, id) in orphans {
            to.execute(&format!("DELETE FROM \"{table}\" WHERE id = ?1"), [id])?;
            let mut tables = health.tables.iter_mut();
            if let Some((_, rescued)) = tables.find(|(name, _)| *name == table) {
                *rescued = rescued.saturating_sub(1);
            }
            health.problems.push(format!("skipped: {table} {id} refers to a lost record"));
        }
    }
}
