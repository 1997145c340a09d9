//! Reads Markdown notes with days as headings into a table of calls.

use std::borrow::Cow;

use crate::domain::dates;
use crate::input::form::csv::CsvRow;
use crate::input::form::foreign_tasks::{
    ForeignError, ForeignSheet, ensure_room, lines_of, sheet_of,
};

/// Longest heading that may have a day.
const MAX_HEADING_BYTES: usize = 1_000;

/// A heading with a day, and the text below it.
struct DatedSection {
    line: usize,
    day: String,
    text: String,
}

/// Reads Markdown notes: each heading that begins or ends with a day is a call, and the text below it its notes.
pub fn read_markdown(text: &str) -> Result<ForeignSheet, ForeignError> {
    let (mut calls, mut unread) = (Vec::<DatedSection>::new(), Vec::new());
    let (mut level, mut fence, mut is_inside) = (0, Fence::default(), false);
    let mut is_comment = false;
    let mut skipped_line: Option<usize> = None;
    let lines: Vec<&str> = lines_of(text).collect();
    let mut lines_to_skip = 0;
    for (index, line) in lines.iter().enumerate() {
        if lines_to_skip > 0 {
            lines_to_skip -= 1;
            continue;
        }
        let is_code = fence.has(line) | has_comment(line, &mut is_comment);
        let dated = if is_code { None } else { dated_heading(&lines, index) };
        if let Some((heading, day, title)) = dated {
            ensure_room(calls.len())?;
            unread.extend(skipped_line.take().map(under_no_day));
            (level, lines_to_skip, is_inside) = (heading.level, heading.lines - 1, true);
            calls.push(DatedSection { line: index + 1, day, text: title });
            continue;
        }
        if let Some(heading) = heading(line).filter(|_| !is_code) {
            is_inside &= heading.level > level;
        }
        match calls.last_mut().filter(|_| is_inside) {
            Some(call) => {
                call.text.push('\n');
                call.text.push_str(line);
            }
            None if !line.trim().is_empty() => {
                skipped_line.get_or_insert(index + 1);
            }
            None => {}
        }
    }
    unread.extend(skipped_line.take().map(under_no_day));
    if calls.is_empty() {
        return Err(if text.trim().is_empty() { ForeignError::Empty } else { ForeignError::NoDay });
    }
    let rows = calls.into_iter().map(|call| CsvRow::new(call.line, [call.day, call.text]));
    let sheet = sheet_of(&["at", "notes"], rows.collect());
    Ok(ForeignSheet { sheet, unread })
}

fn under_no_day(line: usize) -> String {
    format!("line {line}: this text is under no day, so it was left out")
}

/// Whether a line begins inside an HTML comment, or begins one. `is_open` says whether one is open, before and after the
/// line.
fn has_comment(line: &str, is_open: &mut bool) -> bool {
    let was_open = *is_open;
    let last_begin = line.rfind("<!--");
    let last_end = line.rfind("-->");
    *is_open = match (last_begin, last_end) {
        (None, None) => was_open,
        (begin, end) => begin > end,
    };
    was_open || line.trim_start().starts_with("<!--")
}

/// An open code fence: its character and its length.
#[derive(Default)]
struct Fence(Option<(char, usize)>);

impl Fence {
    /// Whether a line is inside code, or begins or ends it.
    fn has(&mut self, line: &str) -> bool {
        let text = line.trim();
        let mark = text.chars().next().filter(|c| matches!(c, '`' | '~')).unwrap_or_default();
        let rest = text.trim_start_matches(mark);
        let length = text.len() - rest.len();
        match self.0 {
            None if mark == '\0' || length < 3 || mark == '`' && rest.contains('`') => false,
            None => {
                self.0 = Some((mark, length));
                true
            }
            Some((opened, least)) => {
                if mark == opened && length >= least && rest.is_empty() {
                    self.0 = None;
                }
                true
            }
        }
    }
}

struct Heading<'t> {
    level: usize,
    text: &'t str,
    lines: usize,
}

/// Returns the heading that begins at a line if it begins or ends with a day, with the day and the rest of its text.
fn dated_heading<'t>(lines: &[&'t str], index: usize) -> Option<(Heading<'t>, String, String)> {
    let heading = heading(lines[index]).or_else(|| underlined(lines, index))?;
    if heading.text.len() > MAX_HEADING_BYTES {
        return None;
    }
    let text = without_wiki_links(without_links(without_emphasis(heading.text)));
    let (day, title) = dates::split_dated(&text)?;
    let (day, title) = (day.to_owned(), title.to_owned());
    Some((heading, day, title))
}

/// Returns the Markdown heading in a line. `None`: the line is not one.
fn heading(line: &str) -> Option<Heading<'_>> {
    // Logseq writes every line as an entry of a list.
    let line = line.strip_prefix("- ").filter(|rest| rest.starts_with('#')).unwrap_or(line);
    let rest = line.trim_start_matches('#');
    let level = line.len() - rest.len();
    // Some write no blank before a day.
    let begins_text = |c: char| c == ' ' || c == '\t' || level > 1 && c.is_ascii_digit();
    let is_heading = (1..=6).contains(&level) && rest.starts_with(begins_text);
    let text = rest.trim().trim_end_matches('#').trim_end();
    is_heading.then_some(Heading { level, text, lines: 1 })
}

/// Returns the heading of a line that is underlined by the next one.
fn underlined<'t>(lines: &[&'t str], index: usize) -> Option<Heading<'t>> {
    let line = lines[index].trim();
    let underline = lines.get(index + 1)?.trim_end();
    let is_first = index == 0 || lines[index - 1].trim().is_empty();
    let level = ['=', '-'].iter().position(|mark| underline.trim_matches(*mark).is_empty())? + 1;
    let begins_text = |c: char| c.is_alphanumeric() || "*_[<(".contains(c);
    let is_heading = is_first && line.starts_with(begins_text) && underline.len() >= 3;
    is_heading.then_some(Heading { level, text: line, lines: 2 })
}

/// Removes the marks of emphasis around a whole text.
fn without_emphasis(text: &str) -> &str {
    let marks = ["**", "__", "*", "_", "`"].into_iter();
    let mut inner = marks.filter_map(|mark| {
        let inner = text.strip_prefix(mark)?.strip_suffix(mark)?;
        (!inner.contains(mark)).then_some(inner)
    });
    inner.next().unwrap_or(text)
}

/// Replaces links by their text: `[2026-03-05](day.md)`.
fn without_links(text: &str) -> Cow<'_, str> {
    let mut plain = Cow::Borrowed(text);
    while let Some(middle) = plain.find("](") {
        let (before, after) = (&plain[..middle], &plain[middle + 2..]);
        let (Some(start), Some(end)) = (before.rfind('['), after.find(')')) else {
            break;
        };
        let replaced = format!("{}{}{}", &before[..start], &before[start + 1..], &after[end + 1..]);
        plain = Cow::Owned(replaced);
    }
    plain
}

/// Replaces links between notes by their page and their text: `[[Days/2026-03-05|Call]]` becomes `2026-03-05 Call`.
fn without_wiki_links(mut text: Cow<'_, str>) -> Cow<'_, str> {
    while let Some(start) = text.find("[[")
        && let Some(length) = text[start..].find("]]")
    {
        let link = &text[start + 2..start + length];
        let (page, label) = link.split_once(['|', '#']).unwrap_or((link, ""));
        let page = page.rsplit('/').next().unwrap_or_default();
        let plain = [page.trim(), label.trim()].join(" ");
        let replaced =
            format!("{}{}{}", &text[..start], plain.trim_end(), &text[start + length + 2..]);
        text = Cow::Owned(replaced);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(sheet: &ForeignSheet) -> Vec<(usize, &str, &str)> {
        let rows = sheet.sheet.rows.iter();
        rows.map(|row| (row.line, row.cell(0), row.cell(1))).collect()
    }

    #[test]
    fn headings_with_a_day_become_calls() {
        let text = "# Ana\nMet in May\n\n## 2026-03-05\nTalked\n### Decisions\n- one\n```\n## 2026-01-01\n```\n## 2026-03-19 17:00 - Scope\n\n## Ideas\nLater\n## [[2026-04-02]]: x\n# Call on 5 May 2026\nWent well\n";
        let sheet = read_markdown(text).unwrap();
        assert_eq!(
            sheet.unread,
            [
                "line 1: this text is under no day, so it was left out",
                "line 13: this text is under no day, so it was left out"
            ]
        );
        assert_eq!(
            rows(&sheet),
            [
                (4, "2026-03-05", "\nTalked\n### Decisions\n- one\n```\n## 2026-01-01\n```"),
                (11, "2026-03-19 17:00", "Scope\n"),
                (15, "2026-04-02", "x"),
                (16, "5 May 2026", "Call\nWent well"),
            ]
        );
        assert_eq!(read_markdown("# Notes\n").err(), Some(ForeignError::NoDay));
    }

    #[test]
    fn days_are_found_in_headings_of_every_form() {
        for (text, day, notes) in [
            ("2026-03-05\n==========\nTalked", "2026-03-05", "\nTalked"),
            ("# Ana\n\nCall on 5 March 2026\n---\nTalked", "5 March 2026", "Call\nTalked"),
            ("## **2026-03-05**", "2026-03-05", ""),
            ("## **2026-03-05**: Scope", "2026-03-05", "Scope"),
            ("## *2026-03-05 Scope*", "2026-03-05", "Scope"),
            ("## [2026-03-05](days/2026-03-05.md) Scope", "2026-03-05", "Scope"),
            ("##2026-03-05", "2026-03-05", ""),
            ("## [[2026-03-05|Call]]", "2026-03-05", "Call"),
            ("## [[Days/2026-03-05]] Scope", "2026-03-05", "Scope"),
            ("## [[2026-03-05#Call]]", "2026-03-05", "Call"),
            ("- ## [[Mar 5th, 2026]]\n  - Talked", "Mar 5th, 2026", "\n  - Talked"),
            ("## 05.03.2026, 10 Uhr", "05.03.2026, 10 Uhr", ""),
            ("<!--\n## 2026-03-04\n-->\n<!-- ## 2026-03-03 -->\n## 2026-03-05", "2026-03-05", ""),
            ("~~~\n```\n~~~\n## 2026-03-05", "2026-03-05", ""),
            ("````\n```\n````\n## 2026-03-05", "2026-03-05", ""),
            ("```x``` in a line\n## 2026-03-05", "2026-03-05", ""),
            ("# Ana\r\r## 2026-03-05\rTalked", "2026-03-05", "\nTalked"),
        ] {
            let sheet = read_markdown(text).unwrap();
            let found: Vec<_> =
                sheet.sheet.rows.iter().map(|row| (row.cell(0), row.cell(1))).collect();
            assert_eq!(found, [(day, notes)], "{text}");
        }
        for text in
            ["#2026-03-05", "~~~\n## 2026-03-05\n```\n", "- 2026-03-05\n---", "x\n2026-03-05\n---"]
        {
            assert_eq!(read_markdown(text).err(), Some(ForeignError::NoDay), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn arbitrary_text_never_panics(text in "([\\[\\]#x()*_`~=\n -]|2026-03-05|é|\\PC){0,30}") {
            let _ = read_markdown(&text);
        }
    }
}
