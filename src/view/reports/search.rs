//! `mentor search`: hits with marked matches, by symbols and, if there is colour, by colour.

use std::ops::Range;

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::dates::{self, Today};
use crate::domain::search::{HighlightedText, SearchHit, SearchResults, SearchSuggestion};
use crate::view::page::layout::Layout;
use crate::view::page::output_mode::{DOTS, FOUND, OutputMode};
use crate::view::page::style::{self, Style, paint};
use crate::view::page::table::Table;
use crate::view::words;

/// Formats a hit in two lines: the title, then an excerpt of another field.
pub fn text(found: &SearchResults, today: Today, page: &Layout) -> String {
    let heads: Vec<[String; 3]> = found.hits.iter().map(|hit| head(hit, today)).collect();
    let wide = |at: usize| heads.iter().map(|head| style::width(&head[at])).max();
    let heads_width: usize =
        (0..3).filter_map(wide).filter(|wide| *wide > 0).map(|wide| wide + 2).sum();
    let room = page.width.map(|width| width.saturating_sub(heads_width).max(20));
    let mut table = Table::without_header(4);
    for (hit, head) in found.hits.iter().zip(heads) {
        let mut cells = Vec::from(head);
        cells.push(lines(hit, room, page.mode).join("\n"));
        table.row(cells);
    }
    table.render(page)
}

fn head(hit: &SearchHit, today: Today) -> [String; 3] {
    [
        format!("{} {}", words::noun_label(hit.kind), hit.id),
        hit.pair.clone().unwrap_or_default(),
        dates::format_day(hit.on, today),
    ]
}

fn lines(hit: &SearchHit, room: Option<usize>, mode: OutputMode) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(title) = &hit.title {
        lines.push(excerpt(title, room, mode));
    }
    if let Some((name, field)) = &hit.field {
        let label = format!("{}: ", words::field_label(name).replace('_', " "));
        let room = room.map(|room| room.saturating_sub(style::width(&label)));
        lines.push(format!("{}{}", paint(Style::Dim, &label), excerpt(field, room, mode)));
    }
    if hit.is_private
        && let Some(first) = lines.first_mut()
    {
        *first = words::title_with_privacy(first, true);
    }
    lines
}

/// Returns the line with the first match: all of it, or as much around the match as fits.
fn excerpt(marked: &HighlightedText, room: Option<usize>, mode: OutputMode) -> String {
    let text = &marked.text;
    let first = marked.marks.first().map_or(0, |mark| mark.start);
    let start = text[..first].rfind('\n').map_or(0, |at| at + 1);
    let end = text[first..].find('\n').map_or(text.len(), |at| first + at);
    let part = match room {
        Some(room) => around(marked, start..end, room, mode),
        None => start..end,
    };
    let [before, after] = FOUND.map(|symbol| symbol.in_mode(mode));
    let mut shown = String::new();
    if part.start > start {
        shown.push_str(DOTS.in_mode(mode));
    }
    let mut at = part.start;
    for mark in &marked.marks {
        let mark = mark.start.max(at)..mark.end.min(part.end);
        if mark.is_empty() {
            continue;
        }
        shown.push_str(&text[at..mark.start]);
        shown.push_str(&paint(Style::Soon, &format!("{before}{}{after}", &text[mark.clone()])));
        at = mark.end;
    }
    shown.push_str(&text[at..part.end]);
    if part.end < end {
        shown.push_str(DOTS.in_mode(mode));
    }
    shown
}

/// Returns the part of a line that fits, with the first match and some words before it.
fn around(
    marked: &HighlightedText,
    line: Range<usize>,
    room: usize,
    mode: OutputMode,
) -> Range<usize> {
    let text = &marked.text;
    // No more matches fit.
    let marks = &marked.marks[..marked.marks.len().min(room)];
    let sign = style::width(FOUND[0].in_mode(mode));
    let cost = |at: usize, c: char| {
        let after = at + c.len_utf8();
        let signs = marks.iter().filter(|mark| mark.start == at || mark.end == after);
        let shown = style::width(&style::escape_invisible(c.encode_utf8(&mut [0; 4])));
        shown + sign * signs.count()
    };
    // Moves right or left as far as the room allows; returns the position and the remaining room.
    let right = |from: usize, mut room: usize| {
        for (at, c) in text[from..line.end].char_indices() {
            match room.checked_sub(cost(from + at, c)) {
                Some(left) => room = left,
                None => return (from + at, 0),
            }
        }
        (line.end, room)
    };
    let left = |from: usize, mut room: usize| {
        for (at, c) in text[line.start..from].char_indices().rev() {
            match room.checked_sub(cost(line.start + at, c)) {
                Some(left) => room = left,
                None => return line.start + at + c.len_utf8(),
            }
        }
        line.start
    };
    if right(line.start, room).0 == line.end {
        return line;
    }
    let room = room.saturating_sub(2 * style::width(DOTS.in_mode(mode)));
    let first = marks.first().map_or(line.start, |mark| mark.start);
    let (end, unused) = right(left(first, room / 3), room);
    let begin = left(left(first, room / 3), unused);
    // A combining character must not begin a text.
    let is_letter = |(at, c): &(usize, char)| cost(begin + at, *c) > 0;
    let begins = text[begin..end].char_indices().find(is_letter);
    begins.map_or(begin, |(at, _)| begin + at)..end
}

/// Suggests a search that finds something.
pub fn suggestion(suggestion: &SearchSuggestion) -> String {
    match suggestion {
        SearchSuggestion::Beginning(word) => format!("use `{word}*` to match longer words too"),
        SearchSuggestion::Word(word) => format!("did you mean `{word}`?"),
    }
}

/// Columns of the CSV listing: fields of a hit.
pub const COLUMNS: [&str; 10] =
    ["kind", "id", "part", "part_id", "pair", "on", "private", "title", "field", "text"];

/// `mentor search`: the records that contain the words, best first.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SearchAnswer<'a> {
    items: Vec<SearchEntry<'a>>,
    /// Whether there are more records than were listed.
    more: bool,
}

/// A record that contains the words.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct SearchEntry<'a> {
    kind: &'a str,
    #[cfg_attr(test, schemars(range(min = 0)))]
    id: i64,
    /// The kind of the dependent record that contains them, such as an entry of a goal.
    part: Option<&'a str>,
    /// Its number.
    #[cfg_attr(test, schemars(range(min = 0)))]
    part_id: Option<i64>,
    pair: Option<&'a str>,
    on: NaiveDate,
    private: bool,
    title: Option<&'a str>,
    /// Matches in the title: start and end, counted in characters (Unicode scalar values), the end excluded.
    title_marks: Vec<[usize; 2]>,
    /// The field that contains the words, if it is not the title.
    field: Option<&'a str>,
    /// Its text.
    text: Option<&'a str>,
    /// Matches in `text`, as in `title_marks`.
    marks: Vec<[usize; 2]>,
}

pub fn json(found: &SearchResults) -> SearchAnswer<'_> {
    let items = found.hits.iter().map(SearchEntry::from);
    SearchAnswer { items: items.collect(), more: found.has_more }
}

impl<'a> From<&'a SearchHit> for SearchEntry<'a> {
    fn from(hit: &'a SearchHit) -> Self {
        let title = hit.title.as_ref();
        let text = hit.field.as_ref().map(|(_, text)| text);
        SearchEntry {
            kind: hit.kind,
            id: hit.id,
            part: hit.part.map(|(part, _)| part),
            part_id: hit.part.map(|(_, number)| number),
            pair: hit.pair.as_deref(),
            on: hit.on,
            private: hit.is_private,
            title: title.map(|title| title.text.as_str()),
            title_marks: title.map_or_else(Vec::new, marks),
            field: hit.field.as_ref().map(|(name, _)| *name),
            text: text.map(|text| text.text.as_str()),
            marks: text.map_or_else(Vec::new, marks),
        }
    }
}

/// Returns start and end of each match, counted in characters (Unicode scalar values), not in bytes.
fn marks(marked: &HighlightedText) -> Vec<[usize; 2]> {
    let (mut letters, mut at) = (0, 0);
    let mut count_to = |byte: usize| {
        letters += marked.text[at..byte].chars().count();
        at = byte;
        letters
    };
    let marks = marked.marks.iter();
    marks.map(|mark| [count_to(mark.start), count_to(mark.end)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark_matches(text: &str, word: &str) -> HighlightedText {
        let marks = text.match_indices(word).map(|(at, word)| at..at + word.len());
        HighlightedText { text: text.to_owned(), marks: marks.collect() }
    }

    fn excerpt_text(text: &str, word: &str, room: Option<usize>) -> String {
        style::render(&excerpt(&mark_matches(text, word), room, OutputMode::Drawn), false)
    }

    #[test]
    fn text_that_fits_and_text_in_a_pipe_is_not_cut() {
        assert_eq!(excerpt_text("say no kindly", "no", Some(20)), "say «no» kindly");
        let long = format!("{}no{}", "a ".repeat(300), " b".repeat(300));
        assert_eq!(excerpt_text(&long, "no", None).chars().count(), long.len() + 2);
    }

    #[test]
    fn the_line_with_the_first_mark_is_shown() {
        assert_eq!(excerpt_text("one\ntwo no\nthree no", "no", Some(40)), "two «no»");
    }

    #[test]
    fn a_long_line_is_cut_around_the_mark() {
        let long =
            "What we said about the deadline that can not be kept was to say no to it at once";
        for room in [10, 20, 40, 60] {
            for word in ["What", "not", "once"] {
                let shown = excerpt_text(long, word, Some(room));
                assert!(style::width(&shown) <= room, "{room}: {shown}");
                assert!(shown.contains(&format!("«{word}»")), "{room}: {shown}");
            }
        }
        assert_eq!(excerpt_text(long, "not", Some(30)), "…that can «not» be kept was t…");
    }

    #[test]
    fn wide_characters_count_as_two_columns() {
        let long = "この設計書を書くことについて来週までに話し合うことにした";
        let shown = excerpt_text(long, "来週", Some(20));
        assert!(style::width(&shown) <= 20, "{shown}");
        assert!(shown.contains("«来週»"), "{shown}");
    }

    #[test]
    fn an_accent_stays_with_its_letter() {
        let long = format!("{}no", "e\u{301}".repeat(40));
        let shown = excerpt_text(&long, "no", Some(12));
        assert!(shown.starts_with("…e\u{301}"), "{shown}");
    }

    #[test]
    fn marks_are_counted_in_letters() {
        assert_eq!(marks(&mark_matches("é no é no", "no")), [[2, 4], [7, 9]]);
    }
}
