//! The index of words, and how it follows what is written.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, ErrorCode, OptionalExtension, Result, Row, Rows, Transaction};

use crate::store::change_tracker::TableChanges;
use crate::store::file::connect_in_memory;
use crate::store::search::fold;
use crate::store::search::tables::{
    IndexedTable, indexed_tables, indexed_tables_where, is_a_date, record,
};
use crate::store::{StoreError, checksum, schema, size};

/// Stands between two fields: a word that nobody looks for, so that no phrase reaches from one into the next.
const FIELD: &str = " \u{E000} ";

/// Whether a table is a part of the index.
pub(in crate::store) fn is_index_table(table: &str) -> bool {
    table == "search" || table.starts_with("search_")
}

/// Whether the words of an index were made in the way of today.
pub(in crate::store) fn is_sealed(connection: &Connection) -> Result<bool> {
    let names = Extent::ALL.map(Extent::name);
    let sql = "SELECT EXISTS (SELECT 1 FROM search_config WHERE k IN (?1, ?2))";
    let mut statement = connection.prepare_cached(sql)?;
    statement.query_row(names, |row| row.get(0))
}

/// Makes the index anew from the records if it is not what it was, or known not to be; returns whether it was damaged.
pub(in crate::store) fn mend(
    connection: &Connection,
    is_known_damaged: bool,
) -> Result<bool, StoreError> {
    let state = if is_known_damaged {
        State::Damaged
    } else {
        state(connection).unwrap_or(State::Damaged)
    };
    if state != State::Intact {
        rebuild(connection).map_err(as_damage)?;
    }
    Ok(state == State::Damaged)
}

/// Brings the index up to date with rows that were written, in the same transaction. Where that shows that it is damaged, it is
/// made anew; returns whether it was.
pub(in crate::store) fn update(
    connection: &Connection,
    touched: &BTreeMap<String, TableChanges>,
) -> Result<bool, StoreError> {
    match put_all(connection, touched) {
        Err(error) if is_damage(&error) => {
            rebuild(connection).map_err(as_damage)?;
            Ok(true)
        }
        followed => Ok(followed.map(|()| false)?),
    }
}

fn put_all(connection: &Connection, touched: &BTreeMap<String, TableChanges>) -> Result<()> {
    // In the order of the index: a step back would make it write what it has so far.
    for one in indexed_tables_where(|table| touched.contains_key(table)) {
        for number in &touched[one.table].rows {
            upsert(connection, &one, *number)?;
        }
    }
    seal(connection)
}

/// Whether an error says that the index is not what it was: FTS5 has few words for it.
fn is_damage(error: &rusqlite::Error) -> bool {
    use ErrorCode::{DatabaseCorrupt, TypeMismatch, Unknown};
    match error.sqlite_error_code() {
        Some(code) => matches!(code, DatabaseCorrupt | TypeMismatch | Unknown),
        None => !matches!(error, rusqlite::Error::SqliteFailure(..)),
    }
}

/// An index that can't be read or written is damaged, whatever is said of it.
pub(in crate::store) fn as_damage(error: rusqlite::Error) -> StoreError {
    if is_damage(&error) {
        StoreError::Damaged
    } else {
        error.into()
    }
}

/// How the index is beside its checksum, which stands among its own settings, so that it comes and goes with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) enum State {
    Intact,
    /// A new one, or one whose words were made in an older way.
    Unsealed,
    Damaged,
}

/// What a checksum is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    Whole,
    /// What FTS5 begins every search with. To read all of a large index would take longer than to search it, or to write;
    /// damage of its pages is noticed by FTS5 where they are read.
    Head,
}

impl Extent {
    const ALL: [Extent; 2] = [Extent::Whole, Extent::Head];

    fn of_file(connection: &Connection) -> Result<Extent> {
        Ok(if size::is_small(connection)? {
            Extent::Whole
        } else {
            Extent::Head
        })
    }

    /// The setting that it is kept in. A number that is raised leaves every older index without a checksum, and so makes
    /// it anew with the next change: for when the same text comes to other words (`fold.rs`).
    fn name(self) -> &'static str {
        match self {
            Extent::Whole => "mentor_seal_2",
            Extent::Head => "mentor_seal_2_of_head",
        }
    }

    fn tables(self) -> &'static [&'static str] {
        const SETTINGS: &str = "SELECT k, v FROM search_config WHERE k NOT LIKE 'mentor_%'";
        match self {
            Extent::Whole => &[
                "SELECT id, block FROM search_data",
                "SELECT segid, term, pgno FROM search_idx",
                "SELECT id, sz, origin FROM search_docsize",
                SETTINGS,
            ],
            // How many words there are, and which pages have them.
            Extent::Head => &["SELECT id, block FROM search_data WHERE id <= 10", SETTINGS],
        }
    }
}

pub(in crate::store) fn state(connection: &Connection) -> Result<State> {
    let sql = "SELECT v FROM search_config WHERE k = ?1";
    for extent in Extent::ALL {
        let found = connection.query_row(sql, [extent.name()], |row| row.get(0));
        let sealed: Option<i64> = found.optional()?;
        match sealed {
            None => {}
            Some(sealed) if sealed == digest(connection, extent)? => return Ok(State::Intact),
            Some(_) => return Ok(State::Damaged),
        }
    }
    Ok(State::Unsealed)
}

fn seal(connection: &Connection) -> Result<()> {
    // FTS5 keeps what is new to itself until a savepoint or the commit.
    connection.execute_batch("SAVEPOINT sealing; RELEASE sealing")?;
    let extent = Extent::of_file(connection)?;
    let sum = digest(connection, extent)?;
    for one in Extent::ALL.into_iter().filter(|one| *one != extent) {
        let sql = "DELETE FROM search_config WHERE k = ?1";
        connection.prepare_cached(sql)?.execute([one.name()])?;
    }
    let sql = "REPLACE INTO search_config (k, v) VALUES (?1, ?2)";
    let mut statement = connection.prepare_cached(sql)?;
    statement.execute((extent.name(), sum)).map(drop)
}

/// A checksum of everything in a part of the index.
fn digest(connection: &Connection, extent: Extent) -> Result<i64> {
    let mut sum = 0_i64;
    for sql in extent.tables() {
        let mut statement = connection.prepare_cached(sql)?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let values: Vec<ValueRef<'_>> = (0..columns)
                .map(|at| row.get_ref(at))
                .collect::<Result<_>>()?;
            sum = sum.wrapping_add(checksum::row_checksum("search", values, columns));
        }
    }
    Ok(sum)
}

/// An index of the same records in memory, for a reader who finds the one in the file damaged.
pub(super) fn fresh(connection: &Connection) -> Result<Connection> {
    let fresh = connect_in_memory()?;
    fresh.execute_batch(schema::SEARCH)?;
    fill(connection, &fresh)?;
    Ok(fresh)
}

fn upsert(connection: &Connection, one: &IndexedTable, number: i64) -> Result<()> {
    let sql = format!(
        "SELECT {} FROM \"{}\" WHERE id = ?1",
        one.columns(),
        one.table
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query([number])?;
    let words = rows.next()?.map(|row| words(row, one, 0)).transpose()?;
    if let Some(words) = words.flatten() {
        return insert(connection, "INSERT OR REPLACE", one.key(number), &words);
    }
    let sql = "DELETE FROM search WHERE rowid = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    statement.execute([one.key(number)]).map(drop)
}

fn insert(connection: &Connection, verb: &str, key: i64, words: &[String; 2]) -> Result<()> {
    let sql = format!("{verb} INTO search (rowid, title, text) VALUES (?1, ?2, ?3)");
    let mut statement = connection.prepare_cached(&sql)?;
    statement.execute((key, &words[0], &words[1])).map(drop)
}

/// The words of a row whose texts begin at the column `first`: of its titles, and of the rest. None if it has no words.
fn words(row: &Row<'_>, one: &IndexedTable, first: usize) -> Result<Option<[String; 2]>> {
    let mut words = [String::new(), String::new()];
    for at in 0..one.titles.len() + one.texts.len() {
        let ValueRef::Text(bytes) = row.get_ref(first + at)? else {
            continue;
        };
        let Some(text) = std::str::from_utf8(bytes)
            .ok()
            .filter(|text| !is_a_date(text))
        else {
            continue;
        };
        let words = &mut words[usize::from(at >= one.titles.len())];
        if !words.is_empty() && !text.is_empty() {
            words.push_str(FIELD);
        }
        words.push_str(&fold::fold_text(text));
    }
    let is_empty = words.iter().all(String::is_empty);
    Ok((!is_empty).then_some(words))
}

/// Makes the index anew from what is in the tables. Nothing of what was in it is left.
pub(in crate::store) fn rebuild(connection: &Connection) -> Result<()> {
    // The settings of FTS5 may be what is damaged: it begins with the version of its own format alone.
    connection.execute_batch(
        "DELETE FROM search_config;
         INSERT INTO search_config (k, v) VALUES ('version', 4);
         INSERT INTO search (search) VALUES ('delete-all');",
    )?;
    fill(connection, connection)?;
    seal(connection)
}

/// Makes the index of a file that was upgraded in memory, and has none yet: most who read one do not search it.
pub(in crate::store) fn fill_upgraded(connection: &Connection) -> Result<()> {
    let is_in_memory = connection.path().is_none_or(str::is_empty);
    if is_in_memory && !has_words(connection)? {
        rebuild(connection)
    } else {
        Ok(())
    }
}

fn has_words(connection: &Connection) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM search_docsize)";
    connection.query_row(sql, [], |row| row.get(0))
}

fn fill(from: &Connection, to: &Connection) -> Result<()> {
    // Row by row each would be a commit, and each commit a piece of index to be merged with others.
    let whole = if to.is_autocommit() {
        Some(to.unchecked_transaction()?)
    } else {
        None
    };
    for one in indexed_tables() {
        let sql = format!(
            "SELECT id, {} FROM \"{}\" ORDER BY id",
            one.columns(),
            one.table
        );
        let mut statement = from.prepare(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            if let Some(words) = words(row, &one, 1)? {
                insert(to, "INSERT", one.key(row.get(0)?), &words)?;
            }
        }
    }
    whole.map_or(Ok(()), Transaction::commit)
}

/// The records whose words in the index are not those that they have.
pub(in crate::store) fn mismatched_records(
    connection: &Connection,
) -> Result<Vec<(&'static str, i64)>> {
    let fresh = fresh(connection)?;
    let mut keys = BTreeSet::new();
    for one in [connection, &fresh] {
        one.execute_batch(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_word USING fts5vocab('main', 'search', 'instance')",
        )?;
    }
    for sql in [
        "SELECT term, doc, col = 'text', offset FROM temp.search_word",
        "SELECT '', id, 0, sz FROM search_docsize ORDER BY id",
    ] {
        let (mut there, mut wanted) = (connection.prepare(sql)?, fresh.prepare(sql)?);
        differing_keys(&mut there.query([])?, &mut wanted.query([])?, &mut keys)?;
    }
    let searched = indexed_tables();
    let named = keys.into_iter().map(|key| match record(&searched, key) {
        Some((one, number)) => (one.table, number),
        None => ("record", key),
    });
    Ok(named.collect())
}

/// Goes through two answers in the same order side by side, and collects the second column of the rows that only one has.
fn differing_keys(
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
            (Some(row), Some(like)) => order(row, like)?,
        };
        let astray = match order {
            Ordering::Less => one.get(),
            Ordering::Equal => None,
            Ordering::Greater => other.get(),
        };
        if let Some(row) = astray {
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

fn order(row: &Row<'_>, like: &Row<'_>) -> Result<Ordering> {
    for at in 0..4 {
        let order = match (row.get_ref(at)?, like.get_ref(at)?) {
            (ValueRef::Integer(one), ValueRef::Integer(other)) => one.cmp(&other),
            (one, other) => one.as_bytes()?.cmp(other.as_bytes()?),
        };
        if order.is_ne() {
            return Ok(order);
        }
    }
    Ok(Ordering::Equal)
}
