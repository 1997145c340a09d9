//! What is looked for among all records, and what is found.
//!
//! Every word has to be there. Quotation marks hold words together, `*` ends the beginning of a word, `OR` lets one of two
//! neighbours do, `-` leaves out what has the word. Nothing else means anything, so nothing that is typed can go wrong
//! further down.

use std::ops::Range;

use chrono::NaiveDate;

/// As many words as one search may have.
pub const MOST_WORDS: usize = 32;

/// A word, or several that follow each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchTerm {
    pub words: String,
    /// The last word may go on.
    pub is_beginning: bool,
}

/// What is looked for: one term of each group in `all`, and none of those in `none`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchQuery {
    pub all: Vec<Vec<SearchTerm>>,
    pub none: Vec<SearchTerm>,
}

/// Why a search was not understood.
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
    #[error("`OR` has no word on both sides")]
    LoneOr,
    #[error("only exclusions given; add a word to find")]
    OnlyWithout,
    #[error("too many search terms: {0} (limit {MOST_WORDS})")]
    TooMany(usize),
}

impl SearchQueryError {
    pub fn hint(&self) -> &'static str {
        match self {
            SearchQueryError::Nothing | SearchQueryError::NoWord(_) => {
                "try `mentor search migration`"
            }
            SearchQueryError::OpenQuote(_) => "try `mentor search '\"say no\" deadline'`",
            SearchQueryError::StarInside(_) => "`desig*` finds every word that begins so",
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
    /// Reads the arguments of a search. One with blanks in it and nothing special is a phrase: the shell has taken the
    /// quotation marks away.
    pub fn parse(typed: &[String], without: &[String]) -> Result<SearchQuery, SearchQueryError> {
        let mut query = SearchQuery::default();
        let mut is_or = false;
        let mut may_or = false;
        for piece in tokenize(typed)? {
            match piece {
                QueryToken::Or if may_or => {
                    is_or = true;
                    may_or = false;
                }
                QueryToken::With(term) => {
                    match query.all.last_mut().filter(|_| is_or) {
                        Some(group) => group.push(term),
                        None => query.all.push(vec![term]),
                    }
                    (is_or, may_or) = (false, true);
                }
                QueryToken::Without(term) if !is_or => {
                    query.none.push(term);
                    may_or = false;
                }
                QueryToken::Or | QueryToken::Without(_) => return Err(SearchQueryError::LoneOr),
            }
        }
        if is_or {
            return Err(SearchQueryError::LoneOr);
        }
        for piece in tokenize(without)? {
            match piece {
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
        } else if count > MOST_WORDS {
            Err(SearchQueryError::TooMany(count))
        } else {
            Ok(self)
        }
    }

    /// The words that what is found may have.
    pub fn positive_terms(&self) -> impl Iterator<Item = &SearchTerm> {
        self.all.iter().flatten()
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\u{201C}'..='\u{201E}')
}

fn tokenize(typed: &[String]) -> Result<Vec<QueryToken>, SearchQueryError> {
    let mut pieces = Vec::new();
    for argument in typed {
        let is_special = |word: &str| {
            matches!(word, "AND" | "OR" | "NOT")
                || word.starts_with('-')
                || word.ends_with('*')
                || word.contains(is_quote)
        };
        let mut words = argument.split_whitespace();
        if argument.trim().contains(char::is_whitespace) && !words.any(is_special) {
            pieces.push(QueryToken::With(term(argument, false)?));
        } else {
            tokenize_argument(argument, &mut pieces)?;
        }
    }
    Ok(pieces)
}

/// Reads one argument piece by piece.
fn tokenize_argument(argument: &str, pieces: &mut Vec<QueryToken>) -> Result<(), SearchQueryError> {
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
                "OR" => pieces.push(QueryToken::Or),
                "NOT" => is_not = true,
                _ => {}
            }
        }
        rest = rest.trim_start();
        if matches!(words, "AND" | "OR" | "NOT") {
            continue;
        }
        let term = term(words, is_beginning)?;
        pieces.push(if std::mem::take(&mut is_not) {
            QueryToken::Without(term)
        } else {
            QueryToken::With(term)
        });
    }
    Ok(())
}

fn term(words: &str, is_beginning: bool) -> Result<SearchTerm, SearchQueryError> {
    if words.contains('*') {
        return Err(SearchQueryError::StarInside(words.to_owned()));
    }
    if !words.contains(char::is_alphanumeric) {
        let star = if is_beginning { "*" } else { "" };
        return Err(SearchQueryError::NoWord(format!("{words}{star}")));
    }
    Ok(SearchTerm {
        // For SQLite it would be the end of what is looked for.
        words: words.replace('\0', " ").trim().to_owned(),
        is_beginning,
    })
}

/// A text, and where in it, in bytes, the words stand that were looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HighlightedText {
    pub text: String,
    pub marks: Vec<Range<usize>>,
}

/// A record in which the words stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchHit {
    /// The noun and the number by which it is spoken of.
    pub kind: &'static str,
    pub id: i64,
    /// The part of it in which the words stand, such as an entry in the history of a goal.
    pub part: Option<(&'static str, i64)>,
    /// The short name of its pair; a person belongs to none.
    pub pair: Option<String>,
    /// The day on which it happened, or was written.
    pub on: NaiveDate,
    pub title: Option<HighlightedText>,
    /// The field, beside the title, in which the words stand.
    pub field: Option<(&'static str, HighlightedText)>,
    pub is_private: bool,
}

/// The best hits first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchResults {
    pub hits: Vec<SearchHit>,
    /// Whether there are others.
    pub has_more: bool,
    /// Whether the index was of no use, so that all records were read instead.
    pub is_index_damaged: bool,
    /// Where nothing was found: what finds something.
    pub suggestion: Option<SearchSuggestion>,
}

/// A word that finds something in the place of one that does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SearchSuggestion {
    /// The same word as the beginning of others.
    Beginning(String),
    /// Another one that is much like it, as it is written where it was found.
    Word(String),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(typed: &[&str]) -> Result<SearchQuery, SearchQueryError> {
        let typed: Vec<String> = typed.iter().map(ToString::to_string).collect();
        SearchQuery::parse(&typed, &[])
    }

    /// `all` as `a|b` for a group, then `-` and what is left out.
    fn describe(typed: &[&str]) -> Vec<String> {
        let query = parse(typed).unwrap();
        let term = |term: &SearchTerm| {
            if term.is_beginning {
                format!("{}*", term.words)
            } else {
                term.words.clone()
            }
        };
        let groups = query.all.iter().map(|group| {
            let terms: Vec<String> = group.iter().map(term).collect();
            terms.join("|")
        });
        let none = query.none.iter().map(|one| format!("-{}", term(one)));
        groups.chain(none).collect()
    }

    #[test]
    fn words_are_looked_for_together() {
        assert_eq!(describe(&["design", "review"]), ["design", "review"]);
        assert_eq!(describe(&["design AND review"]), ["design", "review"]);
    }

    #[test]
    fn an_argument_with_blanks_is_a_phrase_since_the_shell_took_its_quotes() {
        assert_eq!(describe(&["say no", "deadline"]), ["say no", "deadline"]);
        assert_eq!(describe(&["\"say no\" deadline"]), ["say no", "deadline"]);
        assert_eq!(describe(&["“say no” deadline"]), ["say no", "deadline"]);
    }

    #[test]
    fn a_star_ends_a_beginning() {
        assert_eq!(describe(&["desig*", "\"say n\"*"]), ["desig*", "say n*"]);
        assert_eq!(
            parse(&["de*ign"]),
            Err(SearchQueryError::StarInside("de*ign".into()))
        );
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
    fn what_is_not_wanted_is_left_out() {
        assert_eq!(describe(&["review -quarterly"]), ["review", "-quarterly"]);
        assert_eq!(
            describe(&["review NOT \"this year\""]),
            ["review", "-this year"]
        );
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
    fn a_nul_parts_words() {
        assert_eq!(parse(&["say\0no"]).unwrap().all[0][0].words, "say no");
    }

    #[test]
    fn what_has_no_word_is_refused() {
        assert_eq!(parse(&[" "]), Err(SearchQueryError::Nothing));
        assert_eq!(parse(&["&&"]), Err(SearchQueryError::NoWord("&&".into())));
        assert_eq!(parse(&["-"]), Err(SearchQueryError::NoWord("-".into())));
        assert_eq!(parse(&["*"]), Err(SearchQueryError::NoWord("*".into())));
        assert_eq!(
            parse(&["\""]),
            Err(SearchQueryError::OpenQuote("\"".into()))
        );
        let many = vec!["word"; 33];
        assert_eq!(parse(&many), Err(SearchQueryError::TooMany(33)));
    }

    proptest::proptest! {
        #[test]
        fn nothing_that_is_typed_makes_it_panic(typed in proptest::collection::vec("[-\"*“ aO\u{e9}R設]{0,9}", 0..4)) {
            let _ = SearchQuery::parse(&typed, &typed);
        }
    }
}
