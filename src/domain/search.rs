//! The query and the results of a full-text search.
//!
//! All words of a query must match. Quotation marks make a phrase, a trailing `*` matches prefixes, `OR` accepts either
//! of its neighbours, and `-` excludes records with the word. Everything else is plain text, so no input can cause a
//! syntax error in the full-text index.

use std::ops::Range;

use chrono::NaiveDate;

/// Limit for the terms of one search.
pub const MAX_TERMS: usize = 32;

/// A word or a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchTerm {
    pub words: String,
    /// Whether the last word is a prefix.
    pub is_beginning: bool,
}

/// A query that matches records with at least one term of every group in `all` and no term in `none`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchQuery {
    pub all: Vec<Vec<SearchTerm>>,
    pub none: Vec<SearchTerm>,
}

/// Why a query was refused.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum SearchQueryError {
    #[error("no search terms")]
    Nothing,
    #[error("`{0}` has no letters or digits")]
    NoWord(String),
    #[error("a quotation mark is not closed in `{0}`")]
    OpenQuote(String),
    #[error("`{0}` has a `*` that is not at its end")]
    StarInside(String),
    #[error("`OR` needs a word on each side")]
    LoneOr,
    #[error("only exclusions given; add a word to find")]
    OnlyWithout,
    #[error("too many search terms: {0} (limit {MAX_TERMS})")]
    TooMany(usize),
}

impl SearchQueryError {
    pub fn hint(&self) -> &'static str {
        match self {
            SearchQueryError::Nothing | SearchQueryError::NoWord(_) => {
                "try `mentor search migration`"
            }
            SearchQueryError::OpenQuote(_) => "try `mentor search '\"say no\" deadline'`",
            SearchQueryError::StarInside(_) => "`desig*` also matches longer words",
            SearchQueryError::LoneOr => "try `mentor search talk OR speech`",
            SearchQueryError::OnlyWithout => "try `mentor search review --not quarterly`",
            SearchQueryError::TooMany(_) => "fewer words find more",
        }
    }
}

enum QueryToken {
    Or,
    With(SearchTerm),
    Without(SearchTerm),
}

impl SearchQuery {
    /// Parses the arguments of a search and the terms to exclude. An argument that contains spaces but no operator is a
    /// phrase, since the shell has removed its quotation marks.
    pub fn parse(typed: &[String], without: &[String]) -> Result<SearchQuery, SearchQueryError> {
        let mut query = SearchQuery::default();
        let mut follows_or = false;
        let mut may_take_or = false;
        for token in tokenize(typed)? {
            match token {
                QueryToken::Or if may_take_or => {
                    follows_or = true;
                    may_take_or = false;
                }
                QueryToken::With(term) => {
                    match query.all.last_mut().filter(|_| follows_or) {
                        Some(group) => group.push(term),
                        None => query.all.push(vec![term]),
                    }
                    (follows_or, may_take_or) = (false, true);
                }
                QueryToken::Without(term) if !follows_or => {
                    query.none.push(term);
                    may_take_or = false;
                }
                QueryToken::Or | QueryToken::Without(_) => return Err(SearchQueryError::LoneOr),
            }
        }
        if follows_or {
            return Err(SearchQueryError::LoneOr);
        }
        for token in tokenize(without)? {
            match token {
                QueryToken::With(term) | QueryToken::Without(term) => query.none.push(term),
                QueryToken::Or => {}
            }
        }
        query.validate()
    }

    fn validate(self) -> Result<SearchQuery, SearchQueryError> {
        let count = self.all.iter().flatten().chain(&self.none).count();
        if count == 0 {
            Err(SearchQueryError::Nothing)
        } else if self.all.is_empty() {
            Err(SearchQueryError::OnlyWithout)
        } else if count > MAX_TERMS {
            Err(SearchQueryError::TooMany(count))
        } else {
            Ok(self)
        }
    }

    /// Returns the terms that a match may contain.
    pub fn positive_terms(&self) -> impl Iterator<Item = &SearchTerm> {
        self.all.iter().flatten()
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\u{201C}'..='\u{201E}')
}

fn tokenize(typed: &[String]) -> Result<Vec<QueryToken>, SearchQueryError> {
    let mut tokens = Vec::new();
    for argument in typed {
        let is_special = |word: &str| {
            matches!(word, "AND" | "OR" | "NOT")
                || word.starts_with('-')
                || word.ends_with('*')
                || word.contains(is_quote)
        };
        let mut words = argument.split_whitespace();
        if argument.trim().contains(char::is_whitespace) && !words.any(is_special) {
            tokens.push(QueryToken::With(parse_term(argument, false)?));
        } else {
            tokenize_argument(argument, &mut tokens)?;
        }
    }
    Ok(tokens)
}

/// Appends the tokens of one argument.
fn tokenize_argument(argument: &str, tokens: &mut Vec<QueryToken>) -> Result<(), SearchQueryError> {
    let mut rest = argument.trim_start();
    let mut is_not = false;
    while !rest.is_empty() {
        let after_hyphen = rest.strip_prefix('-').unwrap_or_default();
        if !after_hyphen.is_empty() && !after_hyphen.starts_with(char::is_whitespace) {
            is_not = true;
            rest = after_hyphen;
        }
        let (words, is_beginning);
        if let Some(quoted) = rest.strip_prefix(is_quote) {
            let (inside, after) = quoted
                .split_once(is_quote)
                .ok_or_else(|| SearchQueryError::OpenQuote(argument.to_owned()))?;
            words = inside;
            is_beginning = after.starts_with('*');
            rest = after.strip_prefix('*').unwrap_or(after);
        } else {
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            let word = &rest[..end];
            rest = &rest[end..];
            words = word.trim_end_matches('*');
            is_beginning = word.ends_with('*');
            match word {
                "OR" => tokens.push(QueryToken::Or),
                "NOT" => is_not = true,
                _ => {}
            }
        }
        rest = rest.trim_start();
        if matches!(words, "AND" | "OR" | "NOT") {
            continue;
        }
        let term = parse_term(words, is_beginning)?;
        tokens.push(if std::mem::take(&mut is_not) {
            QueryToken::Without(term)
        } else {
            QueryToken::With(term)
        });
    }
    Ok(())
}

fn parse_term(words: &str, is_beginning: bool) -> Result<SearchTerm, SearchQueryError> {
    if words.contains('*') {
        return Err(SearchQueryError::StarInside(words.to_owned()));
    }
    if !words.contains(char::is_alphanumeric) {
        let star = if is_beginning { "*" } else { "" };
        return Err(SearchQueryError::NoWord(format!("{words}{star}")));
    }
    Ok(SearchTerm {
        // SQLite would end the query at a NUL.
        words: words.replace('\0', " ").trim().to_owned(),
        is_beginning,
    })
}

/// A text with the byte ranges of the matched words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HighlightedText {
    pub text: String,
    pub marks: Vec<Range<usize>>,
}

/// A matching record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchHit {
    /// The label of the record's type; `id` is its number.
    pub kind: &'static str,
    pub id: i64,
    /// The dependent record that matched, by type and number, such as an entry of a goal.
    pub part: Option<(&'static str, i64)>,
    /// The slug of its pair. `None`: a person, who belongs to no pair.
    pub pair: Option<String>,
    /// The day on which it happened or was recorded.
    pub on: NaiveDate,
    pub title: Option<HighlightedText>,
    /// The matching field other than the title: its name and text.
    pub field: Option<(&'static str, HighlightedText)>,
    pub is_private: bool,
}

/// The result of a search, best hits first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchResults {
    pub hits: Vec<SearchHit>,
    /// Whether there are more hits than those in `hits`.
    pub has_more: bool,
    /// Whether the index was damaged and all records were scanned instead.
    pub is_index_damaged: bool,
    /// A query that would match, if this one did not.
    pub suggestion: Option<SearchSuggestion>,
}

/// A word that matches, to replace one that does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SearchSuggestion {
    /// The same word as a prefix.
    Beginning(String),
    /// A similar word, as spelt in the record.
    Word(String),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(typed: &[&str]) -> Result<SearchQuery, SearchQueryError> {
        let typed: Vec<String> = typed.iter().map(ToString::to_string).collect();
        SearchQuery::parse(&typed, &[])
    }

    /// Formats each group of `all` as `a|b`, then each excluded term with a leading `-`.
    fn describe(typed: &[&str]) -> Vec<String> {
        let query = parse(typed).unwrap();
        let term = |term: &SearchTerm| {
            if term.is_beginning { format!("{}*", term.words) } else { term.words.clone() }
        };
        let groups = query.all.iter().map(|group| {
            let terms: Vec<String> = group.iter().map(term).collect();
            terms.join("|")
        });
        let excluded = query.none.iter().map(|excluded_term| format!("-{}", term(excluded_term)));
        groups.chain(excluded).collect()
    }

    #[test]
    fn all_words_are_required() {
        assert_eq!(describe(&["design", "review"]), ["design", "review"]);
        assert_eq!(describe(&["design AND review"]), ["design", "review"]);
    }

    #[test]
    fn an_argument_with_spaces_is_a_phrase() {
        assert_eq!(describe(&["say no", "deadline"]), ["say no", "deadline"]);
        assert_eq!(describe(&["\"say no\" deadline"]), ["say no", "deadline"]);
        assert_eq!(describe(&["“say no” deadline"]), ["say no", "deadline"]);
    }

    #[test]
    fn a_trailing_star_marks_a_prefix() {
        assert_eq!(describe(&["desig*", "\"say n\"*"]), ["desig*", "say n*"]);
        assert_eq!(parse(&["de*ign"]), Err(SearchQueryError::StarInside("de*ign".into())));
    }

    #[test]
    fn or_joins_its_neighbours() {
        assert_eq!(
            describe(&["talk", "OR", "speech", "OR", "deck", "rfc"]),
            ["talk|speech|deck", "rfc"]
        );
        for lone in [
            &["OR"][..],
            &["OR", "talk"],
            &["talk", "OR"],
            &["talk OR"],
            &["talk", "OR", "OR", "speech"],
            &["talk OR -speech"],
        ] {
            assert_eq!(parse(lone), Err(SearchQueryError::LoneOr), "{lone:?}");
        }
    }

    #[test]
    fn a_hyphen_or_not_excludes_a_word() {
        assert_eq!(describe(&["review -quarterly"]), ["review", "-quarterly"]);
        assert_eq!(describe(&["review NOT \"this year\""]), ["review", "-this year"]);
        assert_eq!(parse(&["-review"]), Err(SearchQueryError::OnlyWithout));
        let words = ["review".to_owned()];
        let query = SearchQuery::parse(&words, &["last quarter".to_owned()]).unwrap();
        assert_eq!(query.none[0].words, "last quarter");
    }

    #[test]
    fn a_hyphen_inside_a_word_is_part_of_it() {
        assert_eq!(describe(&["follow-up"]), ["follow-up"]);
    }

    #[test]
    fn a_nul_separates_words() {
        assert_eq!(parse(&["say\0no"]).unwrap().all[0][0].words, "say no");
    }

    #[test]
    fn queries_without_a_word_are_refused() {
        assert_eq!(parse(&[" "]), Err(SearchQueryError::Nothing));
        assert_eq!(parse(&["&&"]), Err(SearchQueryError::NoWord("&&".into())));
        assert_eq!(parse(&["-"]), Err(SearchQueryError::NoWord("-".into())));
        assert_eq!(parse(&["*"]), Err(SearchQueryError::NoWord("*".into())));
        assert_eq!(parse(&["\""]), Err(SearchQueryError::OpenQuote("\"".into())));
        let many = vec!["word"; 33];
        assert_eq!(parse(&many), Err(SearchQueryError::TooMany(33)));
    }

    proptest::proptest! {
        #[test]
        fn no_input_makes_the_parser_panic(typed in proptest::collection::vec("[-\"*“ aO\u{e9}R設]{0,9}", 0..4)) {
            let _ = SearchQuery::parse(&typed, &typed);
        }
    }
}
