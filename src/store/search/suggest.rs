//! "Did you mean": if a search finds nothing, suggests a word of the index that is similar to a searched one and finds
//! something. Only records that the user may see are found, so no other words are suggested.

use rusqlite::{Connection, OptionalExtension, Result};

use crate::domain::search::{
    HighlightedText, SearchHit, SearchQuery, SearchSuggestion, SearchTerm,
};
use crate::store::StoreError;
use crate::store::file::connect_in_memory;
use crate::store::schema::WORDS;
use crate::store::search::fold::fold_text;
use crate::store::search::{SearchRun, SearchScope, highlight_hits, index};

/// For how many words of a search similar ones are tried.
const MAX_WORDS: usize = 4;

/// How many similar words are tried for each word.
const MAX_SIMILAR: usize = 5;

/// The least Jaro-Winkler similarity of a suggested word, from 0 to 1.
const MIN_SIMILARITY: f64 = 0.85;

/// The least length of a word, in letters. A shorter one is similar to too many others.
const MIN_WORD_LENGTH: usize = 3;

/// A search with one word replaced.
struct Attempt {
    query: SearchQuery,
    /// What to suggest if the search finds something.
    suggestion: SearchSuggestion,
}

/// Returns a suggestion for a search that found nothing. `None`: no similar search finds anything.
pub(super) fn suggest(
    run: &SearchRun<'_, '_>,
    query: &SearchQuery,
) -> std::result::Result<Option<SearchSuggestion>, StoreError> {
    let scope = SearchScope { most: 1, ..*run.scope };
    let run = SearchRun {
        scope: &scope,
        tables: super::indexed_tables(),
        pairs: run.pairs.clone(),
        ..*run
    };
    for attempt in attempts(run.index, query).map_err(index::as_damage)? {
        let mut hits = run.top_hits(&attempt.query)?;
        hits.truncate(1);
        let Some(hit) = highlight_hits(hits, &attempt.query)?.pop() else {
            continue;
        };
        return Ok(Some(match attempt.suggestion {
            SearchSuggestion::Word(term) => {
                // The word as it is written in the record, if it is there.
                let original = matched_words(&hit).find(|word| is_indexed_as(word, &term));
                SearchSuggestion::Word(original.unwrap_or(term))
            }
            beginning @ SearchSuggestion::Beginning(_) => beginning,
        }));
    }
    Ok(None)
}

/// Returns the searches to try instead, best first.
fn attempts(index: &Connection, query: &SearchQuery) -> Result<Vec<Attempt>> {
    let mut attempts = Vec::new();
    index.execute_batch(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_term USING fts5vocab('main', 'search', 'row')",
    )?;
    let places = query.all.iter().enumerate().flat_map(|(group, terms)| {
        let words = terms.iter().enumerate().filter(|(_, term)| is_single_word(term));
        words.map(move |(at, term)| (group, at, term))
    });
    for (group, at, term) in places.take(MAX_WORDS) {
        let attempt = |replacement: SearchTerm, suggestion| {
            let mut query = query.clone();
            query.all[group][at] = replacement;
            Attempt { query, suggestion }
        };
        let beginning = SearchTerm { is_beginning: true, ..term.clone() };
        let suggestion = SearchSuggestion::Beginning(term.words.clone());
        attempts.push(attempt(beginning, suggestion));
        for word in similar_terms(index, &term.words)? {
            let similar = SearchTerm { words: word.clone(), is_beginning: false };
            attempts.push(attempt(similar, SearchSuggestion::Word(word)));
        }
    }
    Ok(attempts)
}

/// Returns whether a term is one complete word, not a phrase or the beginning of a word.
fn is_single_word(term: &SearchTerm) -> bool {
    !term.is_beginning && term.words.chars().all(char::is_alphanumeric)
}

/// Finds the words of the index that are most similar to this one, the most similar first. Empty if the word itself is
/// in the index.
fn similar_terms(index: &Connection, word: &str) -> Result<Vec<String>> {
    let Some(word) = index_term(word)?.filter(|word| word.chars().count() >= MIN_WORD_LENGTH)
    else {
        return Ok(Vec::new());
    };
    let known = "SELECT 1 FROM temp.search_term WHERE term = ?1";
    let is_known = index.query_row(known, [&word], |_| Ok(())).optional()?;
    let first = word.chars().next().unwrap_or_default();
    if is_known.is_some() {
        return Ok(Vec::new());
    }
    let mut statement =
        index.prepare("SELECT term FROM temp.search_term WHERE term >= ?1 AND term < ?2")?;
    let range = [first.to_string(), format!("{first}\u{10FFFF}")];
    let terms = statement.query_map(range, |row| row.get::<_, String>(0))?;
    let mut similar = Vec::new();
    for term in terms {
        let term = term?;
        let similarity = strsim::jaro_winkler(&word, &term);
        if similarity >= MIN_SIMILARITY {
            similar.push((similarity, term));
        }
    }
    similar.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    similar.truncate(MAX_SIMILAR);
    Ok(similar.into_iter().map(|(_, term)| term).collect())
}

/// Returns a word in the form that the index stores. `None`: the tokenizer splits it into several.
fn index_term(word: &str) -> Result<Option<String>> {
    let connection = connect_in_memory()?;
    connection.execute_batch(&format!(
        "CREATE VIRTUAL TABLE word USING fts5(text, tokenize = '{WORDS}');
         CREATE VIRTUAL TABLE word_term USING fts5vocab('word', 'row');"
    ))?;
    connection.execute("INSERT INTO word (text) VALUES (?1)", [fold_text(word)])?;
    let mut statement = connection.prepare("SELECT term FROM word_term")?;
    let terms = statement.query_map((), |row| row.get(0))?;
    let mut terms = terms.collect::<Result<Vec<String>>>()?;
    Ok(terms.pop().filter(|_| terms.is_empty()))
}

/// Returns the marked words of a hit, in lower case.
fn matched_words(hit: &SearchHit) -> impl Iterator<Item = String> {
    let field = hit.field.as_ref().map(|(_, text)| text);
    let words = |text: &HighlightedText| {
        let marks = text.marks.iter();
        let words = marks.filter_map(|mark| Some(text.text.get(mark.clone())?.to_lowercase()));
        words.collect::<Vec<_>>()
    };
    hit.title.iter().chain(field).flat_map(words)
}

/// Returns whether the index stores a word as this term.
fn is_indexed_as(word: &str, term: &str) -> bool {
    index_term(word).is_ok_and(|indexed| indexed.as_deref() == Some(term))
}
