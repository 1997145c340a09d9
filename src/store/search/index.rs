//! The search index: a full-text index (FTS5) of the words of all records, updated with every write.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, ErrorCode, OptionalExtension, Result, Row, Rows, Transaction};

use crate::store::change_tracker::TableChanges;
use crate::store::file::connect_in_memory;
use crate::store::search::fold;
use crate::store::search::tables::{
    IndexedTable, find_by_key, indexed_tables, indexed_tables_where, is_date,
};
use crate::store::{StoreError, checksum, schema, size};

/// Separates two fields. FTS5 takes it for a word, so that no phrase matches across fields.
const FIELD_SEPARATOR: &str = " \u{E000} ";

/// Returns whether a table belongs to the search index.
pub(in crate::store) fn is_index_table(table: &str) -> bool {
    table == "search" || table.starts_with("search_")
}

/// Returns whether the index has a checksum, and so was made by the present rules (`fold.rs`).
pub(in crate::store) fn is_current(connection: &Connection) -> Result<bool> {
    let names = ChecksumScope::ALL.map(ChecksumScope::setting_name);
    let sql = "SELECT EXISTS (SELECT 1 FROM search_config WHERE k IN (?1, ?2))";
    let mut statement = connection.prepare_cached(sql)?;
    statement.query_row(names, |row| row.get(0))
}

/// Rebuilds the index from the records if it is damaged, known to be damaged, or outdated. Returns whether it was
/// damaged.
pub(in crate::store) fn repair(
    connection: &Connection,
    is_known_damaged: bool,
) -> Result<bool, StoreError> {
    let state = if is_known_damaged {
        IndexState::Damaged
    } else {
        state(connection).unwrap_or(IndexState::Damaged)
    };
    if state != IndexState::Intact {
        rebuild(connection).map_err(as_damage)?;
    }
    Ok(state == IndexState::Damaged)
}

/// Updates the index for the changed rows, in the same transaction. If it turns out to be damaged, rebuilds it. Returns
/// whether it was damaged.
pub(in crate::store) fn update(
    connection: &Connection,
    changes: &BTreeMap<String, TableChanges>,
) -> Result<bool, StoreError> {
    match update_rows(connection, changes) {
        Err(error) if is_damage(&error) => {
            rebuild(connection).map_err(as_damage)?;
            Ok(true)
        }
        result => Ok(result.map(|()| false)?),
    }
}

fn update_rows(connection: &Connection, changes: &BTreeMap<String, TableChanges>) -> Result<()> {
    // In ascending order of the keys: for a smaller key FTS5 would first write out what it has collected so far.
    for table in indexed_tables_where(|name| changes.contains_key(name)) {
        for number in &changes[table.table].rows {
            upsert(connection, &table, *number)?;
        }
    }
    store_checksum(connection)
}

/// Returns whether an error of FTS5 means that the index is damaged. FTS5 reports damage with several unspecific codes.
fn is_damage(error: &rusqlite::Error) -> bool {
    use ErrorCode::{DatabaseCorrupt, TypeMismatch, Unknown};
    match error.sqlite_error_code() {
        Some(code) => matches!(code, DatabaseCorrupt | TypeMismatch | Unknown),
        None => !matches!(error, rusqlite::Error::SqliteFailure(..)),
    }
}

/// Converts an error of the index: any failure to read or write it counts as damage.
pub(in crate::store) fn as_damage(error: rusqlite::Error) -> StoreError {
    if is_damage(&error) { StoreError::Damaged } else { error.into() }
}

/// The state of the index, compared with its checksum. The checksum is stored among the settings of FTS5, so that it is
/// deleted along with the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) enum IndexState {
    Intact,
    /// The index has no checksum: it is new, or was made by older rules.
    Outdated,
    Damaged,
}

/// The part of the index that a checksum covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ChecksumScope {
    Whole,
    /// The part that FTS5 reads at the beginning of every search. Reading all of a large index would take longer than
    /// searching or writing it; FTS5 itself detects damage to the other pages when it reads them.
    Head,
}

impl ChecksumScope {
    const ALL: [ChecksumScope; 2] = [ChecksumScope::Whole, ChecksumScope::Head];

    fn for_file(connection: &Connection) -> Result<ChecksumScope> {
        Ok(if size::is_small(connection)? { ChecksumScope::Whole } else { ChecksumScope::Head })
    }

    /// Returns the name of the setting that holds the checksum. When the rules by which a text becomes words change
    /// (`fold.rs`), the number in it is raised: older indexes then have no checksum, and are rebuilt with the next
    /// change.
    fn setting_name(self) -> &'static str {
        match self {
            ChecksumScope::Whole => "mentor_seal_2",
            ChecksumScope::Head => "mentor_seal_2_of_head",
        }
    }

    fn queries(self) -> &'static [&'static str] {
        const SETTINGS: &str = "SELECT k, v FROM search_config WHERE k NOT LIKE 'mentor_%'";
        match self {
            ChecksumScope::Whole => &[
                "SELECT id, block FROM search_data",
                "SELECT segid, term, pgno FROM search_idx",
                "SELECT id, sz, origin FROM search_docsize",
                SETTINGS,
            ],
            // The totals, and the structure of the pages.
            ChecksumScope::Head => &["SELECT id, block FROM search_data WHERE id <= 10", SETTINGS],
        }
    }
}

/// Compares the index with its checksum.
pub(in crate::store) fn state(connection: &Connection) -> Result<IndexState> {
    let sql = "SELECT v FROM search_config WHERE k = ?1";
    for scope in ChecksumScope::ALL {
        let found = connection.query_row(sql, [scope.setting_name()], |row| row.get(0));
        let stored: Option<i64> = found.optional()?;
        match stored {
            None => {}
            Some(stored) if stored == compute_checksum(connection, scope)? => {
                return Ok(IndexState::Intact);
            }
            Some(_) => return Ok(IndexState::Damaged),
        }
    }
    Ok(IndexState::Outdated)
}

/// Stores the checksum of the index as it is now.
fn store_checksum(connection: &Connection) -> Result<()> {
    // FTS5 holds new entries in memory until a savepoint or the commit.
    connection.execute_batch("SAVEPOINT index_checksum; RELEASE index_checksum")?;
    let scope = ChecksumScope::for_file(connection)?;
    let checksum = compute_checksum(connection, scope)?;
    for other in ChecksumScope::ALL.into_iter().filter(|one| *one != scope) {
        let sql = "DELETE FROM search_config WHERE k = ?1";
        connection.prepare_cached(sql)?.execute([other.setting_name()])?;
    }
    let sql = "REPLACE INTO search_config (k, v) VALUES (?1, ?2)";
    let mut statement = connection.prepare_cached(sql)?;
    let setting = (scope.setting_name(), checksum);
    statement.execute(setting).map(drop)
}

/// Computes the checksum of a part of the index: the sum of the checksums of its rows.
fn compute_checksum(connection: &Connection, scope: ChecksumScope) -> Result<i64> {
    let mut sum = 0_i64;
    for sql in scope.queries() {
        let mut statement = connection.prepare_cached(sql)?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let values: Vec<ValueRef<'_>> =
                (0..columns).map(|at| row.get_ref(at)).collect::<Result<_>>()?;
            sum = sum.wrapping_add(checksum::row_checksum("search", values, columns));
        }
    }
    Ok(sum)
}

/// Builds an index of the same records in memory, for a search that finds the one in the file damaged.
pub(super) fn build_in_memory(connection: &Connection) -> Result<Connection> {
    let index = connect_in_memory()?;
    index.execute_batch(schema::SEARCH)?;
    fill(connection, &index)?;
    Ok(index)
}

/// Replaces the entry of one record, or deletes it if the record is gone or has no words.
fn upsert(connection: &Connection, table: &IndexedTable, number: i64) -> Result<()> {
    let sql = format!("SELECT {} FROM \"{}\" WHERE id = ?1", table.columns(), table.table);
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query([number])?;
    let words = rows.next()?.map(|row| row_words(row, table, 0)).transpose()?;
    if let Some(words) = words.flatten() {
        return insert(connection, "INSERT OR REPLACE", table.key(number), &words);
    }
    let sql = "DELETE FROM search WHERE rowid = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    statement.execute([table.key(number)]).map(drop)
}

fn insert(connection: &Connection, verb: &str, key: i64, words: &[String; 2]) -> Result<()> {
    let sql = format!("{verb} INTO search (rowid, title, text) VALUES (?1, ?2, ?3)");
    let mut statement = connection.prepare_cached(&sql)?;
    statement.execute((key, &words[0], &words[1])).map(drop)
}

/// Returns the words of a row, whose texts begin at the column `first`: those of its titles, and those of its other
/// texts. `None`: it has no words.
fn row_words(row: &Row<'_>, table: &IndexedTable, first: usize) -> Result<Option<[String; 2]>> {
    let mut words = [String::new(), String::new()];
    for at in 0..table.titles.len() + table.texts.len() {
        let ValueRef::Text(bytes) = row.get_ref(first + at)? else {
            continue;
        };
        let Some(text) = std::str::from_utf8(bytes).ok().filter(|text| !is_date(text)) else {
            continue;
        };
        let words = &mut words[usize::from(at >= table.titles.len())];
        if !words.is_empty() && !text.is_empty() {
            words.push_str(FIELD_SEPARATOR);
        }
        words.push_str(&fold::fold_text(text));
    }
    let is_empty = words.iter().all(String::is_empty);
    Ok((!is_empty).then_some(words))
}

/// Rebuilds the index from the records. Nothing of the old one is left.
pub(in crate::store) fn rebuild(connection: &Connection) -> Result<()> {
    // The settings of FTS5 may be damaged too, so all of them are deleted except the version of its format, which it
    // needs.
    connection.execute_batch(
        "DELETE FROM search_config;
         INSERT INTO search_config (k, v) VALUES ('version', 4);
         INSERT INTO search (search) VALUES ('delete-all');",
    )?;
    fill(connection, connection)?;
    store_checksum(connection)
}

/// Builds the index of a file that was upgraded in memory, unless it has been built. It is left out of the upgrade
/// because most commands do not need it.
pub(in crate::store) fn fill_upgraded(connection: &Connection) -> Result<()> {
    let is_in_memory = connection.path().is_none_or(str::is_empty);
    if is_in_memory && !has_words(connection)? { rebuild(connection) } else { Ok(()) }
}

fn has_words(connection: &Connection) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM search_docsize)";
    connection.query_row(sql, [], |row| row.get(0))
}

/// Adds the words of all records in `from` to the empty index in `to`.
fn fill(from: &Connection, to: &Connection) -> Result<()> {
    // Without a transaction, FTS5 would write one segment per row and merge them again and again.
    let transaction = if to.is_autocommit() { Some(to.unchecked_transaction()?) } else { None };
    for table in indexed_tables() {
        let sql = format!("SELECT id, {} FROM \"{}\" ORDER BY id", table.columns(), table.table);
        let mut statement = from.prepare(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            if let Some(words) = row_words(row, &table, 1)? {
                insert(to, "INSERT", table.key(row.get(0)?), &words)?;
            }
        }
    }
    transaction.map_or(Ok(()), Transaction::commit)
}

/// Finds the records whose words in the index differ from those in their texts, by table and number.
pub(in crate::store) fn mismatched_records(
    connection: &Connection,
) -> Result<Vec<(&'static str, i64)>> {
    let expected = build_in_memory(connection)?;
    let mut keys = BTreeSet::new();
    for index in [connection, &expected] {
        index.execute_batch(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_word USING fts5vocab('main', 'search', 'instance')",
        )?;
    }
    for sql in [
        "SELECT term, doc, col = 'text', offset FROM temp.search_word",
        "SELECT '', id, 0, sz FROM search_docsize ORDER BY id",
    ] {
        let (mut actual, mut wanted) = (connection.prepare(sql)?, expected.prepare(sql)?);
        collect_differing_keys(&mut actual.query([])?, &mut wanted.query([])?, &mut keys)?;
    }
    let tables = indexed_tables();
    let records = keys.into_iter().map(|key| match find_by_key(&tables, key) {
        Some((table, number)) => (table.table, number),
        None => ("record", key),
    });
    Ok(records.collect())
}

/// Walks through two sorted results side by side, and collects the second column of the rows that only one of them has.
fn collect_differing_keys(
    one: &mut Rows<'_>,
    other: &mut Rows<'_>,
    keys: &mut BTreeSet<i64>,
) -> Result<()> {
    one.advance()?;
    other.advance()?;
    loop {
        let order = match (one.get(), other.get()) {
            (None, None) => return Ok(()),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(row), Some(other)) => compare_rows(row, other)?,
        };
        let unmatched = match order {
            Ordering::Less => one.get(),
            Ordering::Equal => None,
            Ordering::Greater => other.get(),
        };
        if let Some(row) = unmatched {
            keys.insert(row.get(1)?);
        }
        if order.is_le() {
            one.advance()?;
        }
        if order.is_ge() {
            other.advance()?;
        }
    }
}

/// Compares the first four columns of two rows.
fn compare_rows(row: &Row<'_>, other: &Row<'_>) -> Result<Ordering> {
    for at in 0..4 {
        let order = match (row.get_ref(at)?, other.get_ref(at)?) {
            (ValueRef::Integer(one), ValueRef::Integer(other)) => one.cmp(&other),
            (one, other) => one.as_bytes()?.cmp(other.as_bytes()?),
        };
        if order.is_ne() {
            return Ok(order);
        }
    }
    Ok(Ordering::Equal)
}
