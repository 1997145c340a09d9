//! Where in a text the words stand that were looked for: asked of the same index, with the same rules, in memory.

use std::ops::Range;

use rusqlite::Result;

use crate::domain::search::HighlightedText;
use crate::store::file::connect_in_memory;
use crate::store::schema::WORDS;
use crate::store::search::fold::{CUT, fold_text, folded_length};

/// Around a word. Like `CUT` no letter and no blank; a text that has one itself is shown without it.
const OPEN: char = '\u{2}';
const CLOSE: char = '\u{3}';

/// Marks in each of the texts what `sought` finds.
pub(super) fn highlight(texts: Vec<String>, sought: &str) -> Result<Vec<HighlightedText>> {
    let connection = connect_in_memory()?;
    connection.execute_batch(&format!(
        "CREATE VIRTUAL TABLE shown USING fts5(text, tokenize = '{WORDS}')"
    ))?;
    let mut insert = connection.prepare("INSERT INTO shown (rowid, text) VALUES (?1, ?2)")?;
    for (at, text) in (0_u32..).zip(&texts) {
        // As long as it was, so that a place in the one is that in the other.
        let harmless = text.replace([CUT, OPEN, CLOSE], " ");
        insert.execute((at, fold_text(&harmless)))?;
    }
    let unmarked = |text| HighlightedText {
        text,
        marks: Vec::new(),
    };
    let mut marked: Vec<HighlightedText> = texts.into_iter().map(unmarked).collect();
    let mut find = connection.prepare(
        "SELECT rowid, highlight(shown, 0, char(2), char(3)) FROM shown WHERE shown MATCH ?1",
    )?;
    let mut rows = find.query([sought])?;
    while let Some(row) = rows.next()? {
        let (at, text): (u32, String) = (row.get(0)?, row.get(1)?);
        let one = &mut marked[at as usize];
        one.marks = match_ranges(&text, &one.text);
    }
    Ok(marked)
}

/// The places between the marks, counted in the text as it was before it was folded.
fn match_ranges(marked: &str, text: &str) -> Vec<Range<usize>> {
    let (mut places, mut at, mut from) = (Vec::new(), 0, 0);
    let mut letters = text.chars();
    // A letter, and how much of what it was folded to is still to come.
    let (mut letter, mut left) = ('\0', 0);
    for c in marked.chars() {
        match c {
            CUT => {}
            OPEN => from = at,
            CLOSE => places.push(from..at),
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
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with brackets around what was found.
    fn bracketed_matches(text: &str, sought: &str) -> String {
        let marked = highlight(vec![text.to_owned()], sought).unwrap().remove(0);
        let mut shown = marked.text.clone();
        for mark in marked.marks.iter().rev() {
            shown.insert(mark.end, ']');
            shown.insert(mark.start, '[');
        }
        shown
    }

    #[test]
    fn words_are_marked_whatever_their_case_and_accents() {
        assert_eq!(
            bracketed_matches("Ana Díaz, DIAZ", "\"diaz\""),
            "Ana [Díaz], [DIAZ]"
        );
        assert_eq!(bracketed_matches("designing", "\"desig\" *"), "[designing]");
    }

    #[test]
    fn folded_letters_are_marked_as_they_were_written() {
        let text = "Łukasz, of Straße 5, says: Łódź";
        assert_eq!(
            bracketed_matches(text, "\"lukasz\" OR \"strasse\" OR \"lodz\""),
            "[Łukasz], of [Straße] 5, says: [Łódź]"
        );
    }

    #[test]
    fn a_phrase_is_marked_as_a_whole_and_only_where_it_is_one() {
        assert_eq!(
            bracketed_matches("no, say no", "\"say no\""),
            "no, [say no]"
        );
    }

    #[test]
    fn letters_that_are_words_are_marked_together() {
        let sought = format!("\"{}\"", fold_text("設計"));
        assert_eq!(
            bracketed_matches("この設計書を書く", &sought),
            "この[設計]書を書く"
        );
    }

    #[test]
    fn a_text_with_marks_of_its_own_is_marked_in_the_right_place() {
        assert_eq!(
            bracketed_matches("a\u{2}\u{3}b\u{1}c d", "\"d\""),
            "a\u{2}\u{3}b\u{1}c [d]"
        );
    }
}
