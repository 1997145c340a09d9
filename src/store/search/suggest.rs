//! "Did you mean": where nothing is found, a word of the index that is much like one that was looked for, and that finds
//! something. What the user may not see is not found, and so not offered.

use rusqlite::{Connection, OptionalExtension, Result};

use crate::domain::search::{
    HighlightedText, SearchHit, SearchQuery, SearchSuggestion, SearchTerm,
};
use crate::store::StoreError;
use crate::store::file::connect_in_memory;
use crate::store::schema::WORDS;
use crate::store::search::fold::fold_text;
use crate::store::search::{SearchRun, SearchScope, highlighted, index};

/// As many words of a search are looked into.
const MAX_WORDS: usize = 4;

/// As many words of the index are tried in the place of one.
const MAX_TRIED: usize = 5;

/// How much two words have to be alike, of 1.
const ALIKE: f64 = 0.85;

/// A shorter word is like too many others.
const SHORTEST: usize = 3;

/// What is searched for instead of a word.
struct Attempt {
    query: SearchQuery,
    /// What is said if that finds something.
    suggestion: SearchSuggestion,
}

pub(super) fn suggest(
    searching: &SearchRun<'_, '_>,
    query: &SearchQuery,
) -> std::result::Result<Option<SearchSuggestion>, StoreError> {
    let scope = SearchScope {
        most: 1,
        ..*searching.scope
    };
    let searching = SearchRun {
        scope: &scope,
        searched: super::indexed_tables(),
        pairs: searching.pairs.clone(),
        ..*searching
    };
    for attempt in attempts(searching.index, query).map_err(index::as_damage)? {
        let mut best = searching.top_hits(&attempt.query)?;
        best.truncate(1);
        let Some(hit) = highlighted(best, &attempt.query)?.pop() else {
            continue;
        };
        return Ok(Some(match attempt.suggestion {
            SearchSuggestion::Word(term) => {
                let written = written_words(&hit).find(|word| is_like(word, &term));
                SearchSuggestion::Word(written.unwrap_or(term))
            }
            beginning @ SearchSuggestion::Beginning(_) => beginning,
        }));
    }
    Ok(None)
}

/// What may be searched for instead, best first.
fn attempts(index: &Connection, query: &SearchQuery) -> Result<Vec<Attempt>> {
    let mut attempts = Vec::new();
    index.execute_batch(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_term USING fts5vocab('main', 'search', 'row')",
    )?;
    let places = query.all.iter().enumerate().flat_map(|(group, terms)| {
        let whole = terms
            .iter()
            .enumerate()
            .filter(|(_, term)| is_whole_word(term));
        whole.map(move |(at, term)| (group, at, term))
    });
    for (group, at, term) in places.take(MAX_WORDS) {
        let attempt = |meant: SearchTerm, suggestion| {
            let mut query = query.clone();
            query.all[group][at] = meant;
            Attempt { query, suggestion }
        };
        let beginning = SearchTerm {
            is_beginning: true,
            ..term.clone()
        };
        let words = SearchSuggestion::Beginning(term.words.clone());
        attempts.push(attempt(beginning, words));
        for word in similar_terms(index, &term.words)? {
            let meant = SearchTerm {
                words: word.clone(),
                is_beginning: false,
            };
            attempts.push(attempt(meant, SearchSuggestion::Word(word)));
        }
    }
    Ok(attempts)
}

fn is_whole_word(term: &SearchTerm) -> bool {
    !term.is_beginning && term.words.chars().all(char::is_alphanumeric)
}

/// The words of the index that are most like this one, the nearest first; none if it is there itself.
fn similar_terms(index: &Connection, word: &str) -> Result<Vec<String>> {
    let Some(word) = index_term(word)?.filter(|word| word.chars().count() >= SHORTEST) else {
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
    let mut alike = Vec::new();
    for term in terms {
        let term = term?;
        let likeness = strsim::jaro_winkler(&word, &term);
        if likeness >= ALIKE {
            alike.push((likeness, term));
        }
    }
    alike.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    alike.truncate(MAX_TRIED);
    Ok(alike.into_iter().map(|(_, term)| term).collect())
}

/// A word as the index has it; none if it is cut into several there.
fn index_term(word: &str) -> Result<Option<String>> {
    let connection = connect_in_memory()?;
    connection.execute_batch(&format!(
        "CREATE VIRTUAL TABLE said USING fts5(text, tokenize = '{WORDS}');
         CREATE VIRTUAL TABLE said_term USING fts5vocab('said', 'row');"
    ))?;
    connection.execute("INSERT INTO said (text) VALUES (?1)", [fold_text(word)])?;
    let mut statement = connection.prepare("SELECT term FROM said_term")?;
    let terms = statement.query_map((), |row| row.get(0))?;
    let mut terms = terms.collect::<Result<Vec<String>>>()?;
    Ok(terms.pop().filter(|_| terms.is_empty()))
}

/// The marked words of a hit, in small letters.
fn written_words(hit: &SearchHit) -> impl Iterator<Item = String> {
    let field = hit.field.as_ref().map(|(_, text)| text);
    let words = |text: &HighlightedText| {
        let marks = text.marks.iter();
        let words = marks.filter_map(|mark| Some(text.text.get(mark.clone())?.to_lowercase()));
        words.collect::<Vec<_>>()
    };
    hit.title.iter().chain(field).flat_map(words)
}

/// Whether a word comes to this one in the index.
fn is_like(word: &str, term: &str) -> bool {
    index_term(word).is_ok_and(|found| found.as_deref() == Some(term))
}
