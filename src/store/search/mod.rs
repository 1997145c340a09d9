//! Search: finds the records that contain the words, the best matches first, and marks the words in them.
//!
//! The index (`index.rs`) stores no texts, so every hit is read from its table and verified like any other record.

mod fold;
mod highlight;
pub(in crate::store) mod index;
mod suggest;
mod tables;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Connection;

use crate::domain::field_value::{self, FieldList, FieldValue};
use crate::domain::pair::PairContext;
use crate::domain::person::Person;
use crate::domain::pulse::PulseAnswer;
use crate::domain::record::Id;
use crate::domain::search::{HighlightedText, SearchHit, SearchQuery, SearchResults, SearchTerm};
use crate::domain::zone::Tz;
use crate::store::column::ColumnValue;
use crate::store::read_tx::ReadTx;
use crate::store::search::index::IndexState;
use crate::store::search::tables::{
    IndexOwner, IndexedTable, find_by_key, indexed_tables, is_date, table_position,
};
use crate::store::table_row::{TableRow, TableVisitor, visit_tables};
use crate::store::{StoreError, json, pairs};

/// The BM25 weights of a word in a title and in any other text.
const WEIGHTS: &str = "8.0, 1.0";

/// The least number of rows of the same rank and table that are dated and sorted, even if fewer are shown: numbers only
/// roughly follow the order of the days.
const MIN_DATED_ROWS: usize = 1_000;

/// Fields that are private in every record.
const PRIVATE_FIELDS: [&str; 2] = ["private_note", "feeling"];

/// What a search is restricted to.
pub struct SearchScope<'s> {
    /// `None`: all pairs, ended ones included.
    pub pair: Option<&'s PairContext>,
    /// The nouns to search. Empty: all of `kinds()`.
    pub kinds: &'s [String],
    pub since: Option<NaiveDate>,
    /// The time zone in which moments become days.
    pub zone: Tz,
    /// The largest number of hits.
    pub most: usize,
}

/// Returns the nouns that a search can find, sorted.
pub fn kinds() -> Vec<&'static str> {
    let all = indexed_tables().into_iter().filter(|table| table.owner == IndexOwner::Itself);
    let mut kinds: Vec<&str> = all.map(|table| table.table).collect();
    kinds.sort_unstable();
    kinds
}

/// Runs a search. If the index in the file is damaged or outdated, searches one that is built in memory.
pub fn find(
    tx: &ReadTx<'_>,
    query: &SearchQuery,
    scope: &SearchScope<'_>,
) -> Result<SearchResults, StoreError> {
    index::fill_upgraded(tx.connection)?;
    let state = index::state(tx.connection).unwrap_or(IndexState::Damaged);
    if state == IndexState::Intact {
        match find_in(tx.connection, tx, query, scope) {
            Err(StoreError::Damaged) => {}
            result => return result,
        }
    }
    // A damaged index would silently miss records, so the search uses one that is built from the records.
    let rebuilt = index::build_in_memory(tx.connection).map_err(index::as_damage)?;
    let results = find_in(&rebuilt, tx, query, scope)?;
    Ok(SearchResults { is_index_damaged: state != IndexState::Outdated, ..results })
}

fn find_in(
    index: &Connection,
    tx: &ReadTx<'_>,
    query: &SearchQuery,
    scope: &SearchScope<'_>,
) -> Result<SearchResults, StoreError> {
    let run = SearchRun { tx, index, scope, tables: indexed_tables(), pairs: pairs::pairs(tx)? };
    let mut hits = run.top_hits(query)?;
    let suggestion = if hits.is_empty() { suggest::suggest(&run, query)? } else { None };
    let has_more = hits.len() > scope.most;
    hits.truncate(scope.most);
    Ok(SearchResults {
        hits: highlight_hits(hits, query)?,
        has_more,
        is_index_damaged: false,
        suggestion,
    })
}

/// Returns the query in the language of FTS5. All words are quoted, so that nothing the user typed acts as an operator.
fn fts_query(query: &SearchQuery) -> String {
    let groups = query.all.iter().map(|group| format!("({})", any_term(group)));
    let all = groups.collect::<Vec<_>>().join(" AND ");
    if query.none.is_empty() { all } else { format!("({all}) NOT ({})", any_term(&query.none)) }
}

/// Returns an FTS5 query for any of these terms.
fn any_term<'t>(terms: impl IntoIterator<Item = &'t SearchTerm>) -> String {
    let quoted = |term: &SearchTerm| {
        let star = if term.is_beginning { " *" } else { "" };
        format!("\"{}\"{star}", fold::fold_text(&term.words).replace('"', " "))
    };
    terms.into_iter().map(quoted).collect::<Vec<_>>().join(" OR ")
}

struct SearchRun<'t, 'c> {
    tx: &'t ReadTx<'c>,
    /// The connection with the index: the file, or a copy in memory if the index of the file is damaged.
    index: &'t Connection,
    scope: &'t SearchScope<'t>,
    tables: Vec<IndexedTable>,
    pairs: Vec<PairContext>,
}

/// A row that matches the query and is within the scope, with its date.
struct DatedRow<'s> {
    table: &'s IndexedTable,
    number: i64,
    /// A day or a moment, as it is stored.
    when: String,
    pair: Option<i64>,
}

/// A hit whose words are not marked yet.
struct RawHit {
    hit: SearchHit,
    title: Option<String>,
    fields: Vec<(&'static str, String)>,
}

impl SearchRun<'_, '_> {
    /// Returns the best hits, up to the number to show, and one more if there are others.
    fn top_hits(&self, query: &SearchQuery) -> Result<Vec<RawHit>, StoreError> {
        let mut hits = Vec::new();
        for equals in self.ranked_rows(query)?.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()) {
            for dated in self.sort_by_date(equals)? {
                hits.extend(self.read(&dated)?);
                if hits.len() > self.scope.most {
                    return Ok(hits);
                }
            }
        }
        Ok(hits)
    }

    /// Returns those of the equally ranked rows that are within the scope, the newest first.
    fn sort_by_date(&self, equals: &[(f64, i64)]) -> Result<Vec<DatedRow<'_>>, StoreError> {
        let is_unrestricted = self.scope.pair.is_none() && self.scope.since.is_none();
        let min_rows = self.scope.most.max(MIN_DATED_ROWS);
        let mut dated = Vec::new();
        let is_same_table =
            |a: &(f64, i64), b: &(f64, i64)| table_position(a.1) == table_position(b.1);
        for rows in equals.chunk_by(is_same_table) {
            // The highest numbers come first and are the newest, so the others need not be dated.
            let count = if is_unrestricted { min_rows } else { rows.len() };
            for (_, key) in rows.iter().take(count) {
                dated.extend(self.load_dated(*key)?);
            }
        }
        dated.sort_by(|a, b| b.when.cmp(&a.when).then(b.number.cmp(&a.number)));
        Ok(dated)
    }

    /// Returns the rank and key of all rows that match, the best first. Equally ranked rows are grouped by table, the
    /// highest number first.
    fn ranked_rows(&self, query: &SearchQuery) -> Result<Vec<(f64, i64)>, StoreError> {
        let is_in_scope = |table: &&IndexedTable| {
            let kinds = table.kinds();
            self.scope.kinds.iter().any(|kind| kinds.contains(&kind.as_str()))
        };
        let mut ranges = String::new();
        if !self.scope.kinds.is_empty() {
            let conditions = self.tables.iter().filter(is_in_scope).map(|table| {
                let [first, last] = table.key_range();
                format!("rowid BETWEEN {first} AND {last}")
            });
            ranges = format!("AND ({})", conditions.collect::<Vec<_>>().join(" OR "));
        }
        let sql = format!(
            "SELECT bm25(search, {WEIGHTS}), rowid FROM search WHERE search MATCH ?1 {ranges}"
        );
        let ranked: rusqlite::Result<Vec<(f64, i64)>> = (|| {
            let mut statement = self.index.prepare(&sql)?;
            let rows =
                statement.query_map([fts_query(query)], |row| Ok((row.get(0)?, row.get(1)?)))?;
            rows.collect()
        })();
        let mut ranked = ranked.map_err(index::as_damage)?;
        ranked.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        Ok(ranked)
    }

    /// Loads a row's pair and date. `None`: it is outside the scope.
    fn load_dated(&self, key: i64) -> Result<Option<DatedRow<'_>>, StoreError> {
        let (table, number) = find_by_key(&self.tables, key).ok_or_else(dangling_entry)?;
        let mut statement = self.tx.connection.prepare_cached(&table.date_query)?;
        let mut rows = statement.query([number])?;
        let row = rows.next()?.ok_or_else(dangling_entry)?;
        let (pair_id, person): (Option<i64>, Option<i64>) = (row.get(0)?, row.get(1)?);
        let belongs_to = |pair: &PairContext| {
            pair_id == Some(pair.id().number())
                || [pair.mentor.id, pair.mentee.id].iter().any(|id| person == Some(id.number()))
        };
        let dated = DatedRow { table, number, when: row.get(2)?, pair: pair_id };
        let is_in_scope = self.scope.pair.is_none_or(belongs_to)
            && self.scope.since.is_none_or(|since| self.day(&dated.when) >= since);
        Ok(is_in_scope.then_some(dated))
    }

    /// Returns the day of a stored day or moment, in the zone of the search.
    fn day(&self, when: &str) -> NaiveDate {
        let value = rusqlite::types::ValueRef::Text(when.as_bytes());
        let moment = DateTime::<Utc>::from_cell(value);
        let local = moment.map(|at| at.with_timezone(&self.scope.zone).date_naive());
        local.or_else(|| NaiveDate::from_cell(value)).unwrap_or_default()
    }

    /// Reads a row and its texts. `None`: the user may not see it, or its kind is outside the scope.
    fn read(&self, dated: &DatedRow<'_>) -> Result<Option<RawHit>, StoreError> {
        let (table, number) = (dated.table, dated.number);
        let fields = self.fields(table.table, number)?;
        let pair = self.pairs.iter().find(|pair| dated.pair == Some(pair.id().number()));
        if table.table == PulseAnswer::TABLE && !is_users_answer(&fields, pair) {
            return Ok(None);
        }
        let owner = owner_of(table, &fields);
        let (kind, id) = owner.unwrap_or((table.table, number));
        let is_in_scope =
            self.scope.kinds.is_empty() || self.scope.kinds.iter().any(|wanted| wanted == kind);
        if !is_in_scope {
            return Ok(None);
        }
        let owner_fields = match owner {
            Some((table, id)) => self.fields(table, id)?,
            None => fields.clone(),
        };
        let is_private = [&fields, &owner_fields]
            .map(|fields| *field_value::get(fields, "private") == FieldValue::Yes(true));
        let owner_table = self.tables.iter().find(|table| table.table == kind);
        let title = owner_table.and_then(|table| texts(&owner_fields, &table.titles).pop());
        let mut field_texts = texts(&fields, &table.texts);
        if owner.is_some() {
            // The title of a dependent record is shown like its other texts.
            field_texts.splice(0..0, texts(&fields, &table.titles));
        }
        let hit = SearchHit {
            kind,
            id,
            part: owner.map(|_| (table.table, number)),
            pair: pair.map(|pair| pair.slug().to_owned()),
            on: self.day(&dated.when),
            title: None,
            field: None,
            is_private: is_private.contains(&true) || table.table == PulseAnswer::TABLE,
        };
        Ok(Some(RawHit { hit, title: title.map(|(_, text)| text), fields: field_texts }))
    }

    /// Reads the fields of a record.
    fn fields(&self, table: &str, number: i64) -> Result<FieldList, StoreError> {
        struct FieldCollector<'t, 'c> {
            tx: &'t ReadTx<'c>,
            table: &'t str,
            number: i64,
            fields: Option<FieldList>,
        }

        impl TableVisitor for FieldCollector<'_, '_> {
            type Error = StoreError;

            fn table<T: TableRow>(&mut self) -> Result<(), StoreError> {
                if T::TABLE == self.table {
                    let record = self.tx.find::<T>(Id::new(self.number))?;
                    self.fields = record.map(|record| json::field_values(&record.data));
                }
                Ok(())
            }
        }

        let mut collector = FieldCollector { tx: self.tx, table, number, fields: None };
        visit_tables(&mut collector)?;
        collector.fields.ok_or_else(dangling_entry)
    }
}

/// Returns the error for an entry of the index without a record.
fn dangling_entry() -> StoreError {
    StoreError::Unsound("the search index names a record that is not there".to_owned())
}

/// Returns the table and number of the record that a row is part of. `None`: it is a record by itself.
fn owner_of(table: &IndexedTable, fields: &FieldList) -> Option<(&'static str, i64)> {
    match table.owner {
        IndexOwner::Itself => None,
        IndexOwner::Of { column, table } => Some((table, number_in(fields, column))),
        IndexOwner::Named => match field_value::get(fields, "what") {
            FieldValue::Word(what) => {
                find_kind(what).map(|table| (table, number_in(fields, "number")))
            }
            _ => None,
        },
    }
}

/// Returns whether an answer to a pulse is the user's. The other side's is never shown.
fn is_users_answer(answer: &FieldList, pair: Option<&PairContext>) -> bool {
    match field_value::get(answer, "side") {
        FieldValue::Side(side) => pair.is_some_and(|pair| *side == pair.user_side()),
        _ => false,
    }
}

/// Returns the number in a column; 0 if it holds none.
fn number_in(fields: &FieldList, column: &str) -> i64 {
    match field_value::get(fields, column) {
        FieldValue::Number(number) | FieldValue::Record(_, number) => *number,
        _ => 0,
    }
}

fn find_kind(what: &str) -> Option<&'static str> {
    kinds().into_iter().find(|kind| *kind == what)
}

/// Returns the searched texts in these columns, without empty ones.
fn texts(fields: &FieldList, columns: &[&'static str]) -> Vec<(&'static str, String)> {
    let text = |column: &&'static str| {
        let text = match field_value::get(fields, column) {
            FieldValue::Text(text) => text.clone(),
            FieldValue::List(lines) => lines.join("\n"),
            _ => String::new(),
        };
        (*column, text)
    };
    let all = columns.iter().map(text);
    all.filter(|(_, text)| !text.is_empty() && !is_date(text)).collect()
}

/// Marks the words in the hits, and keeps of each hit the field with the most matches.
fn highlight_hits(hits: Vec<RawHit>, query: &SearchQuery) -> Result<Vec<SearchHit>, StoreError> {
    let texts = hits.iter().flat_map(|raw| {
        let fields = raw.fields.iter().map(|(_, text)| text);
        raw.title.iter().chain(fields).cloned()
    });
    let mut marked =
        highlight::highlight(texts.collect(), &any_term(query.positive_terms()))?.into_iter();
    let hits = hits.into_iter().map(|raw| {
        let title = raw.title.and_then(|_| marked.next());
        let names = raw.fields.into_iter().map(|(name, _)| name);
        let fields: Vec<(&str, HighlightedText)> = names.zip(marked.by_ref()).collect();
        let is_private_match = |(name, field): &(&str, HighlightedText)| {
            !field.marks.is_empty()
                && (PRIVATE_FIELDS.contains(name)
                    || (raw.hit.kind, *name) == (Person::TABLE, "notes"))
        };
        let is_private = raw.hit.is_private || fields.iter().any(is_private_match);
        let with_matches = fields.into_iter().filter(|(_, field)| !field.marks.is_empty());
        // Reversed, because `max_by_key` returns the last of several maxima, and the first one is wanted.
        let field = with_matches.rev().max_by_key(|(_, field)| field.marks.len());
        SearchHit { title, field, is_private, ..raw.hit }
    });
    Ok(hits.collect())
}
