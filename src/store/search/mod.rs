//! Search: which records have the words, the best first, and where the words stand in them.
//!
//! The index (`index.rs`) keeps no text, so what is found is read, and verified, like any other record.

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
use crate::store::search::index::State;
use crate::store::search::tables::{
    IndexOwner, IndexedTable, indexed_tables, is_a_date, place, record,
};
use crate::store::table_row::{TableRow, TableVisitor, visit_tables};
use crate::store::{StoreError, json, pairs};

/// How much a word counts in a title and in the rest.
const WEIGHTS: &str = "8.0, 1.0";

/// So many of the same rank and table are looked at, however few are shown, since the days of some may be out of the order
/// of their numbers.
const ENOUGH: usize = 1_000;

/// Fields that are the user's alone, whatever the record is.
const OWN: [&str; 2] = ["private_note", "feeling"];

/// Where to look, and for how much.
pub struct SearchScope<'s> {
    /// None: in all pairs, those that have ended too.
    pub pair: Option<&'s PairContext>,
    /// None: all of `kinds`.
    pub kinds: &'s [String],
    pub since: Option<NaiveDate>,
    /// Where the days are counted.
    pub zone: Tz,
    pub most: usize,
}

/// The nouns that can be found.
pub fn kinds() -> Vec<&'static str> {
    let all = indexed_tables()
        .into_iter()
        .filter(|one| one.owner == IndexOwner::Itself);
    let mut kinds: Vec<&str> = all.map(|one| one.table).collect();
    kinds.sort_unstable();
    kinds
}

pub fn find(
    tx: &ReadTx<'_>,
    query: &SearchQuery,
    scope: &SearchScope<'_>,
) -> Result<SearchResults, StoreError> {
    index::fill_upgraded(tx.connection)?;
    let state = index::state(tx.connection).unwrap_or(State::Damaged);
    if state == State::Intact {
        match find_in(tx.connection, tx, query, scope) {
            Err(StoreError::Damaged) => {}
            found => return found,
        }
    }
    // What is damaged in the index would be missing without a word; the records are all there.
    let fresh = index::fresh(tx.connection).map_err(index::as_damage)?;
    let found = find_in(&fresh, tx, query, scope)?;
    Ok(SearchResults {
        is_index_damaged: state != State::Unsealed,
        ..found
    })
}

fn find_in(
    index: &Connection,
    tx: &ReadTx<'_>,
    query: &SearchQuery,
    scope: &SearchScope<'_>,
) -> Result<SearchResults, StoreError> {
    let searching = SearchRun {
        tx,
        index,
        scope,
        searched: indexed_tables(),
        pairs: pairs::pairs(tx)?,
    };
    let mut best = searching.top_hits(query)?;
    let suggestion = if best.is_empty() {
        suggest::suggest(&searching, query)?
    } else {
        None
    };
    let has_more = best.len() > scope.most;
    best.truncate(scope.most);
    Ok(SearchResults {
        hits: highlighted(best, query)?,
        has_more,
        is_index_damaged: false,
        suggestion,
    })
}

/// What the index is asked for: nothing that was typed is read as its language.
fn fts_query(query: &SearchQuery) -> String {
    let groups = query.all.iter().map(|group| format!("({})", any_of(group)));
    let all = groups.collect::<Vec<_>>().join(" AND ");
    if query.none.is_empty() {
        all
    } else {
        format!("({all}) NOT ({})", any_of(&query.none))
    }
}

fn any_of<'t>(terms: impl IntoIterator<Item = &'t SearchTerm>) -> String {
    let one = |term: &SearchTerm| {
        let star = if term.is_beginning { " *" } else { "" };
        format!(
            "\"{}\"{star}",
            fold::fold_text(&term.words).replace('"', " ")
        )
    };
    terms.into_iter().map(one).collect::<Vec<_>>().join(" OR ")
}

struct SearchRun<'t, 'c> {
    tx: &'t ReadTx<'c>,
    /// The file, unless its index is damaged.
    index: &'t Connection,
    scope: &'t SearchScope<'t>,
    searched: Vec<IndexedTable>,
    pairs: Vec<PairContext>,
}

/// A row that has the words, and is where they are looked for.
struct DatedRow<'s> {
    one: &'s IndexedTable,
    number: i64,
    /// A day, or a moment.
    when: String,
    pair: Option<i64>,
}

/// A hit before its words are marked.
struct RawHit {
    hit: SearchHit,
    title: Option<String>,
    fields: Vec<(&'static str, String)>,
}

impl SearchRun<'_, '_> {
    /// The best that are to be shown, and one more if there are others.
    fn top_hits(&self, query: &SearchQuery) -> Result<Vec<RawHit>, StoreError> {
        let mut best = Vec::new();
        for equals in self
            .ranked_rows(query)?
            .chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq())
        {
            for dated in self.newest_of(equals)? {
                best.extend(self.read(&dated)?);
                if best.len() > self.scope.most {
                    return Ok(best);
                }
            }
        }
        Ok(best)
    }

    /// Those of the same rank that are where the words are looked for, the newest first.
    fn newest_of(&self, equals: &[(f64, i64)]) -> Result<Vec<DatedRow<'_>>, StoreError> {
        let is_everywhere = self.scope.pair.is_none() && self.scope.since.is_none();
        let enough = self.scope.most.max(ENOUGH);
        let mut dated = Vec::new();
        let of_table = |a: &(f64, i64), b: &(f64, i64)| place(a.1) == place(b.1);
        for of_one in equals.chunk_by(of_table) {
            // The highest numbers are the newest: of many, only these have to be looked up.
            let looked_up = if is_everywhere { enough } else { of_one.len() };
            for (_, key) in of_one.iter().take(looked_up) {
                dated.extend(self.load_dated(*key)?);
            }
        }
        dated.sort_by(|a, b| b.when.cmp(&a.when).then(b.number.cmp(&a.number)));
        Ok(dated)
    }

    /// All rows that have the words, the best first; of equals those of a table together, the highest number first.
    fn ranked_rows(&self, query: &SearchQuery) -> Result<Vec<(f64, i64)>, StoreError> {
        let is_meant = |one: &&IndexedTable| {
            let kinds = one.kinds();
            self.scope
                .kinds
                .iter()
                .any(|kind| kinds.contains(&kind.as_str()))
        };
        let mut ranges = String::new();
        if !self.scope.kinds.is_empty() {
            let of_kinds = self.searched.iter().filter(is_meant).map(|one| {
                let [first, last] = one.keys();
                format!("rowid BETWEEN {first} AND {last}")
            });
            ranges = format!("AND ({})", of_kinds.collect::<Vec<_>>().join(" OR "));
        }
        let sql = format!(
            "SELECT bm25(search, {WEIGHTS}), rowid FROM search WHERE search MATCH ?1 {ranges}"
        );
        let ranked: rusqlite::Result<Vec<(f64, i64)>> = (|| {
            let mut statement = self.index.prepare(&sql)?;
            let found =
                statement.query_map([fts_query(query)], |row| Ok((row.get(0)?, row.get(1)?)))?;
            found.collect()
        })();
        let mut ranked = ranked.map_err(index::as_damage)?;
        ranked.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        Ok(ranked)
    }

    /// A row with its day; none if it is not where the words are looked for.
    fn load_dated(&self, key: i64) -> Result<Option<DatedRow<'_>>, StoreError> {
        let (one, number) = record(&self.searched, key).ok_or_else(dangling_entry)?;
        let mut statement = self.tx.connection.prepare_cached(&one.dated)?;
        let mut rows = statement.query([number])?;
        let row = rows.next()?.ok_or_else(dangling_entry)?;
        let (pair_id, person): (Option<i64>, Option<i64>) = (row.get(0)?, row.get(1)?);
        let is_theirs = |pair: &PairContext| {
            pair_id == Some(pair.id().number())
                || [pair.mentor.id, pair.mentee.id]
                    .iter()
                    .any(|id| person == Some(id.number()))
        };
        let dated = DatedRow {
            one,
            number,
            when: row.get(2)?,
            pair: pair_id,
        };
        let is_meant = self.scope.pair.is_none_or(is_theirs)
            && self
                .scope
                .since
                .is_none_or(|since| self.day(&dated.when) >= since);
        Ok(is_meant.then_some(dated))
    }

    fn day(&self, when: &str) -> NaiveDate {
        let value = rusqlite::types::ValueRef::Text(when.as_bytes());
        let moment = DateTime::<Utc>::from_cell(value);
        let local = moment.map(|at| at.with_timezone(&self.scope.zone).date_naive());
        local
            .or_else(|| NaiveDate::from_cell(value))
            .unwrap_or_default()
    }

    /// The texts of a row; none if the user may not see it, or did not mean it.
    fn read(&self, dated: &DatedRow<'_>) -> Result<Option<RawHit>, StoreError> {
        let (one, number) = (dated.one, dated.number);
        let own = self.fields(one.table, number)?;
        let pair = self
            .pairs
            .iter()
            .find(|pair| dated.pair == Some(pair.id().number()));
        if one.table == PulseAnswer::TABLE && !is_mine(&own, pair) {
            return Ok(None);
        }
        let owner = match one.owner {
            IndexOwner::Itself => None,
            IndexOwner::Of { column, table } => Some((table, number_in(&own, column))),
            IndexOwner::Named => match field_value::get(&own, "what") {
                FieldValue::Word(what) => {
                    table_of(what).map(|table| (table, number_in(&own, "number")))
                }
                _ => None,
            },
        };
        let (kind, id) = owner.unwrap_or((one.table, number));
        let is_meant =
            self.scope.kinds.is_empty() || self.scope.kinds.iter().any(|meant| meant == kind);
        if !is_meant {
            return Ok(None);
        }
        let titled = match owner {
            Some((table, id)) => self.fields(table, id)?,
            None => own.clone(),
        };
        let is_private = [&own, &titled]
            .map(|fields| *field_value::get(fields, "private") == FieldValue::Yes(true));
        let title = self.searched.iter().find(|one| one.table == kind);
        let title = title.and_then(|one| texts(&titled, &one.titles).pop());
        let mut fields = texts(&own, &one.texts);
        if owner.is_some() {
            // Of a part, what names it is a text like the others.
            fields.splice(0..0, texts(&own, &one.titles));
        }
        let hit = SearchHit {
            kind,
            id,
            part: owner.map(|_| (one.table, number)),
            pair: pair.map(|pair| pair.slug().to_owned()),
            on: self.day(&dated.when),
            title: None,
            field: None,
            is_private: is_private.contains(&true) || one.table == PulseAnswer::TABLE,
        };
        Ok(Some(RawHit {
            hit,
            title: title.map(|(_, text)| text),
            fields,
        }))
    }

    /// What a record says, field by field.
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

        let mut read = FieldCollector {
            tx: self.tx,
            table,
            number,
            fields: None,
        };
        visit_tables(&mut read)?;
        read.fields.ok_or_else(dangling_entry)
    }
}

/// The index names a record that is not there.
fn dangling_entry() -> StoreError {
    StoreError::Unsound("the search index names a record that is not there".to_owned())
}

/// Whether an answer to a pulse is the user's: the other side's is never shown.
fn is_mine(answer: &FieldList, pair: Option<&PairContext>) -> bool {
    match field_value::get(answer, "side") {
        FieldValue::Side(side) => pair.is_some_and(|pair| *side == pair.user_side()),
        _ => false,
    }
}

fn number_in(fields: &FieldList, column: &str) -> i64 {
    match field_value::get(fields, column) {
        FieldValue::Number(number) | FieldValue::Record(_, number) => *number,
        _ => 0,
    }
}

fn table_of(what: &str) -> Option<&'static str> {
    kinds().into_iter().find(|kind| *kind == what)
}

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
    all.filter(|(_, text)| !text.is_empty() && !is_a_date(text))
        .collect()
}

/// Marks the words, and keeps of each hit the field that has most of them.
fn highlighted(found: Vec<RawHit>, query: &SearchQuery) -> Result<Vec<SearchHit>, StoreError> {
    let texts = found.iter().flat_map(|one| {
        let fields = one.fields.iter().map(|(_, text)| text);
        one.title.iter().chain(fields).cloned()
    });
    let mut marked =
        highlight::highlight(texts.collect(), &any_of(query.positive_terms()))?.into_iter();
    let hits = found.into_iter().map(|one| {
        let title = one.title.and_then(|_| marked.next());
        let names = one.fields.into_iter().map(|(name, _)| name);
        let fields: Vec<(&str, HighlightedText)> = names.zip(marked.by_ref()).collect();
        let is_own = |(name, field): &(&str, HighlightedText)| {
            !field.marks.is_empty()
                && (OWN.contains(name) || (one.hit.kind, *name) == (Person::TABLE, "notes"))
        };
        let is_private = one.hit.is_private || fields.iter().any(is_own);
        let with_words = fields
            .into_iter()
            .filter(|(_, field)| !field.marks.is_empty());
        // The first of those that have as many.
        let field = with_words.rev().max_by_key(|(_, field)| field.marks.len());
        SearchHit {
            title,
            field,
            is_private,
            ..one.hit
        }
    });
    Ok(hits.collect())
}
