//! Finding the searched words in a text, with FTS5 in memory and the same rules as the search index.

use std::ops::Range;

use rusqlite::Result;

use crate::domain::search::HighlightedText;
use crate::store::file::connect_in_memory;
use crate::store::schema::WORDS;
use crate::store::search::fold::{CUT, fold_text, folded_length};

/// Put around a match by FTS5. Like `CUT` they are neither letters nor blanks; where a text contains one itself, it is
/// replaced before the search.
const OPEN: char = '\u{2}';
const CLOSE: char = '\u{3}';

/// Marks the matches of an FTS5 query in each of the texts.
pub(super) fn highlight(texts: Vec<String>, fts_query: &str) -> Result<Vec<HighlightedText>> {
    let connection = connect_in_memory()?;
    connection.execute_batch(&format!(
        "CREATE VIRTUAL TABLE shown USING fts5(text, tokenize = '{WORDS}')"
    ))?;
    let mut insert = connection.prepare("INSERT INTO shown (rowid, text) VALUES (?1, ?2)")?;
    for (at, text) in (0_u32..).zip(&texts) {
        // Replaced by something of the same length, so that the positions stay the same.
        let cleaned = text.replace([CUT, OPEN, CLOSE], " ");
        insert.execute((at, fold_text(&cleaned)))?;
    }
    let unmarked = |text| HighlightedText { text, marks: Vec::new() };
    let mut marked: Vec<HighlightedText> = texts.into_iter().map(unmarked).collect();
    let mut find = connection.prepare(
        "SELECT rowid, highlight(shown, 0, char(2), char(3)) FROM shown WHERE shown MATCH ?1",
    )?;
    let mut rows = find.query([fts_query])?;
    while let Some(row) = rows.next()? {
        let (at, text): (u32, String) = (row.get(0)?, row.get(1)?);
        let highlighted = &mut marked[at as usize];
        highlighted.marks = match_ranges(&text, &highlighted.text);
    }
    Ok(marked)
}

/// Returns the byte ranges of the matches in the original text, given the folded text with marks around the matches.
fn match_ranges(marked: &str, text: &str) -> Vec<Range<usize>> {
    let (mut ranges, mut at, mut start) = (Vec::new(), 0, 0);
    let mut letters = text.chars();
    // The current letter of the original text, and how many of the letters that it was folded to are still to come.
    let (mut letter, mut left) = ('\0', 0);
    for c in marked.chars() {
        match c {
            CUT => {}
            OPEN => start = at,
            CLOSE => ranges.push(start..at),
            _ => {
                if left == 0 {
                    letter = letters.next().unwrap_or_default();
                    left = folded_length(letter);
                }
                left -= 1;
                if left == 0 {
                    at += letter.len_utf8();
                }
            }
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the text with brackets around the matches.
    fn bracketed_matches(text: &str, fts_query: &str) -> String {
        let marked = highlight(vec![text.to_owned()], fts_query).unwrap().remove(0);
        let mut shown = marked.text.clone();
        for mark in marked.marks.iter().rev() {
            shown.insert(mark.end, ']');
            shown.insert(mark.start, '[');
        }
        shown
    }

    #[test]
    fn words_are_marked_regardless_of_case_and_accents() {
        assert_eq!(bracketed_matches("Ana Díaz, DIAZ", "\"diaz\""), "Ana [Díaz], [DIAZ]");
        assert_eq!(bracketed_matches("designing", "\"desig\" *"), "[designing]");
    }

    #[test]
    fn folded_letters_are_marked_in_the_original_spelling() {
        let text = "Łukasz, of Straße 5, says: Łódź";
        assert_eq!(
            bracketed_matches(text, "\"lukasz\" OR \"strasse\" OR \"lodz\""),
            "[Łukasz], of [Straße] 5, says: [Łódź]"
        );
    }

    #[test]
    fn phrase_is_marked_only_where_it_is_complete() {
        assert_eq!(bracketed_matches("no, say no", "\"say no\""), "no, [say no]");
    }

    #[test]
    fn adjacent_letters_that_are_words_share_one_mark() {
        let sought = format!("\"{}\"", fold_text("設計"));
        assert_eq!(bracketed_matches("この設計書を書く", &sought), "この[設計]書を書く");
    }

    #[test]
    fn control_characters_in_a_text_do_not_shift_its_marks() {
        assert_eq!(bracketed_matches("a\u{2}\u{3}b\u{1}c d", "\"d\""), "a\u{2}\u{3}b\u{1}c [d]");
    }
}
