//! Reads the files of other programs into tables: a Taskwarrior export, a todo.txt, Markdown notes with days as
//! headings.

use std::collections::HashSet;

use serde_json::Value;

use crate::domain::dates;
use crate::input::form::csv::{CsvRow, CsvTable};

/// A table, and what was read beside it.
pub struct ForeignSheet {
    pub sheet: CsvTable,
    /// Notes to the user on how it was read.
    pub notes: Vec<String>,
    /// The lines of tasks that are deleted: they are only of interest if they are stored already.
    pub deleted: HashSet<usize>,
}

impl From<CsvTable> for ForeignSheet {
    fn from(sheet: CsvTable) -> ForeignSheet {
        ForeignSheet { sheet, notes: Vec::new(), deleted: HashSet::new() }
    }
}

/// The columns of a list of tasks.
const TASK_COLUMNS: [&str; 6] = ["uid", "title", "due", "done", "done_on", "notes"];

/// What a task has beside its title, its due day and its state, as entries of its notes.
const TASK_EXTRAS: [&str; 6] = ["project", "priority", "wait", "scheduled", "until", "depends"];

/// Why the file of another program could not be read.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum ForeignError {
    #[error("it is empty")]
    Empty,
    #[error("line {line}, column {column}: {expected}")]
    At { line: usize, column: usize, expected: String },
    #[error("no heading is a day, such as `## 2026-03-05`")]
    NoDay,
}

fn sheet_of(header: &[&str], rows: Vec<CsvRow>) -> CsvTable {
    CsvTable { header: header.iter().map(ToString::to_string).collect(), rows }
}

/// Reads the output of `task export`: an array of objects, or one object after the other.
pub fn read_taskwarrior(text: &str) -> Result<ForeignSheet, ForeignError> {
    let objects = split_objects(text)?;
    if objects.is_empty() && text.trim().is_empty() {
        return Err(ForeignError::Empty);
    }
    let (mut rows, mut notes, mut deleted) = (Vec::new(), Vec::new(), HashSet::new());
    for (start, line, object) in objects {
        let task: Value = serde_json::from_str(object).map_err(|error| {
            let column = match error.line() {
                1 => start + error.column(),
                _ => error.column(),
            };
            ForeignError::At {
                line: line + error.line().saturating_sub(1),
                column,
                expected: "this is no task in JSON".to_owned(),
            }
        })?;
        let text_of = |key: &str| task[key].as_str().unwrap_or_default().to_owned();
        let status = text_of("status");
        let done = match status.as_str() {
            "completed" => "done",
            "deleted" => {
                deleted.insert(line);
                "drop"
            }
            "recurring" => {
                let title = text_of("description");
                notes.push(format!(
                    "line {line}: `{title}` is the pattern of a recurring task, so it was left out"
                ));
                continue;
            }
            _ => "open",
        };
        let done_on = if done == "open" { String::new() } else { text_of("end") };
        let uid = uuid::Uuid::parse_str(&text_of("uuid")).map(|uid| uid.to_string());
        let cells = [
            uid.unwrap_or_default(),
            text_of("description"),
            text_of("due"),
            done.to_owned(),
            done_on,
            task_notes(&task),
        ];
        rows.push(CsvRow::new(line, cells));
    }
    Ok(ForeignSheet { sheet: sheet_of(&TASK_COLUMNS, rows), notes, deleted })
}

/// Returns what a task has beside its title, its due day and its state, an entry per line.
fn task_notes(task: &Value) -> String {
    let text = |value: &Value| match value {
        Value::String(text) => text.clone(),
        Value::Array(values) => {
            let texts: Vec<&str> = values.iter().filter_map(Value::as_str).collect();
            texts.join(", ")
        }
        Value::Null => String::new(),
        other => other.to_string(),
    };
    let annotations = task["annotations"].as_array().into_iter().flatten();
    let mut lines: Vec<String> = annotations.map(|entry| text(&entry["description"])).collect();
    let tags = [("tags", text(&task["tags"]))];
    let extras = TASK_EXTRAS.iter().map(|key| (*key, text(&task[*key])));
    let named = tags.into_iter().chain(extras).filter(|(_, value)| !value.is_empty());
    lines.extend(named.map(|(key, value)| format!("{key}: {}", day_of_stamp(&value))));
    lines.retain(|line| !line.trim().is_empty());
    lines.join("\n")
}

/// Shortens `20261210T120000Z` to its day; returns other texts unchanged.
fn day_of_stamp(text: &str) -> String {
    let at = chrono::NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%SZ");
    at.map_or_else(|_| text.to_owned(), |at| at.date().to_string())
}

/// Splits a text into its JSON objects, each with its column and line. Between them, only brackets, commas and blanks
/// are allowed.
fn split_objects(text: &str) -> Result<Vec<(usize, usize, &str)>, ForeignError> {
    let (mut objects, mut depth, mut begin) = (Vec::new(), 0_usize, (0, 0, 0));
    let (mut line, mut line_start) = (1, 0);
    let (mut is_quoted, mut is_escaped) = (false, false);
    for (offset, c) in text.char_indices() {
        if is_quoted {
            match c {
                _ if is_escaped => is_escaped = false,
                '\\' => is_escaped = true,
                '"' => is_quoted = false,
                _ => {}
            }
        } else {
            match c {
                '"' if depth > 0 => is_quoted = true,
                '{' => {
                    if depth == 0 {
                        begin = (offset, line_start, line);
                    }
                    depth += 1;
                }
                '}' if depth > 0 => {
                    depth -= 1;
                    if depth == 0 {
                        let (from, start, line) = begin;
                        let column = text[start..from].chars().count();
                        objects.push((column, line, &text[from..=offset]));
                    }
                }
                '[' | ']' | ',' => {}
                c if depth > 0 || c.is_whitespace() => {}
                _ => {
                    return Err(ForeignError::At {
                        line,
                        column: text[line_start..offset].chars().count() + 1,
                        expected: "a task in JSON begins with `{`".to_owned(),
                    });
                }
            }
        }
        if c == '\n' {
            line += 1;
            line_start = offset + 1;
        }
    }
    if depth == 0 {
        return Ok(objects);
    }
    let (from, start, line) = begin;
    Err(ForeignError::At {
        line,
        column: text[start..from].chars().count() + 1,
        expected: "the task that begins here never ends".to_owned(),
    })
}

/// Reads a todo.txt, one task per line: `x 2026-12-01 2026-11-01 Title due:2026-12-10`.
pub fn read_todo_txt(text: &str) -> Result<ForeignSheet, ForeignError> {
    let mut rows = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        rows.push(CsvRow::new(index + 1, todo_cells(line.trim())));
    }
    if rows.is_empty() {
        return Err(ForeignError::Empty);
    }
    Ok(ForeignSheet {
        sheet: sheet_of(&TASK_COLUMNS, rows),
        notes: Vec::new(),
        deleted: HashSet::new(),
    })
}

fn todo_cells(line: &str) -> [String; TASK_COLUMNS.len()] {
    let (is_done, mut rest) = match line.strip_prefix("x ") {
        Some(rest) => (true, rest.trim_start()),
        None => (false, line),
    };
    let mut priority = None;
    if let [b'(', letter @ b'A'..=b'Z', b')', b' ', ..] = rest.as_bytes() {
        priority = Some(char::from(*letter).to_string());
        rest = rest[4..].trim_start();
    }
    let mut days = Vec::new();
    while let Some((word, after)) = rest.split_once(' ').filter(|(word, _)| is_iso_day(word)) {
        if days.len() == 2 {
            break;
        }
        days.push(word.to_owned());
        rest = after.trim_start();
    }
    let (mut due, mut threshold, mut title) = (None, None, Vec::new());
    for word in rest.split_whitespace() {
        match word.split_once(':') {
            Some(("due", day)) if due.is_none() && is_iso_day(day) => due = Some(day),
            Some(("t", day)) if threshold.is_none() && is_iso_day(day) => threshold = Some(day),
            // Programs write the priority of a task that is done in this way.
            Some(("pri", letter)) if is_done && priority.is_none() && letter.len() == 1 => {
                priority = Some(letter.to_owned());
            }
            _ => title.push(word),
        }
    }
    let done_on = days.first().filter(|_| is_done).cloned();
    let extras = [("priority", priority.as_deref()), ("threshold", threshold)];
    let notes = extras.iter().filter_map(|(key, value)| Some(format!("{key}: {}", (*value)?)));
    [
        String::new(),
        title.join(" "),
        due.unwrap_or_default().to_owned(),
        if is_done { "done" } else { "open" }.to_owned(),
        done_on.unwrap_or_default(),
        notes.collect::<Vec<_>>().join("\n"),
    ]
}

fn is_iso_day(word: &str) -> bool {
    word.len() == 10 && word.parse::<chrono::NaiveDate>().is_ok()
}

/// Reads Markdown notes: each heading that begins or ends with a day is a call, and the text below it its notes.
pub fn read_markdown(text: &str) -> Result<ForeignSheet, ForeignError> {
    let (mut calls, mut notes) = (Vec::<(usize, String, String)>::new(), Vec::new());
    let (mut level, mut is_fenced, mut is_inside) = (0, false, false);
    let mut skipped_line: Option<usize> = None;
    let note_skipped = |skipped_line: &mut Option<usize>, notes: &mut Vec<String>| {
        if let Some(line) = skipped_line.take() {
            notes.push(format!("line {line}: this text is under no day, so it was left out"));
        }
    };
    for (index, line) in text.lines().enumerate() {
        let is_fence = line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~");
        is_fenced ^= is_fence;
        let heading = if is_fenced || is_fence { None } else { heading(line) };
        if let Some((depth, text)) = heading {
            if let Some((day, title)) = dates::split_dated(text) {
                note_skipped(&mut skipped_line, &mut notes);
                level = depth;
                is_inside = true;
                calls.push((index + 1, day.to_owned(), title.to_owned()));
                continue;
            }
            is_inside &= depth > level;
        }
        match calls.last_mut().filter(|_| is_inside) {
            Some((_, _, text)) => {
                text.push('\n');
                text.push_str(line);
            }
            None if !line.trim().is_empty() => {
                skipped_line.get_or_insert(index + 1);
            }
            None => {}
        }
    }
    note_skipped(&mut skipped_line, &mut notes);
    if calls.is_empty() {
        return Err(if text.trim().is_empty() { ForeignError::Empty } else { ForeignError::NoDay });
    }
    let rows = calls.into_iter().map(|(line, day, text)| CsvRow::new(line, [day, text])).collect();
    Ok(ForeignSheet { sheet: sheet_of(&["at", "notes"], rows), notes, deleted: HashSet::new() })
}

/// Returns the level and text of a Markdown heading; `None`: the line is not one.
fn heading(line: &str) -> Option<(usize, &str)> {
    let rest = line.trim_start_matches('#');
    let level = line.len() - rest.len();
    let is_heading = (1..=6).contains(&level) && rest.starts_with([' ', '\t']);
    is_heading.then(|| (level, rest.trim().trim_end_matches('#').trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(sheet: &ForeignSheet) -> Vec<(usize, Vec<String>)> {
        let columns = sheet.sheet.header.len();
        let cells = |row: &CsvRow| row.cells().take(columns).map(str::to_owned).collect();
        sheet.sheet.rows.iter().map(|row| (row.line, cells(row))).collect()
    }

    fn row(line: usize, cells: &[&str]) -> (usize, Vec<String>) {
        (line, cells.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn taskwarrior_tasks_become_rows() {
        let text = r#"[
{"id":1,"description":"Read \"it\" {now}","status":"pending","due":"20261231T230000Z","uuid":"0D2D43C4-ccbd-4a6b-8e7a-1e1f66b5a1c1"},
{"description":"Old","status":"completed","end":"20261130T100000Z","tags":["x","y"],"uuid":"a","project":"docs","priority":"H","wait":"20261210T120000Z","annotations":[{"entry":"20261101T100000Z","description":"Ask Kim"}]},
{"description":"Gone","status":"deleted","end":"20261130T100000Z"},
{"description":"Weekly","status":"recurring"}
]"#;
        let sheet = read_taskwarrior(text).unwrap();
        assert_eq!(
            sheet.notes,
            ["line 5: `Weekly` is the pattern of a recurring task, so it was left out"]
        );
        assert_eq!(sheet.deleted, HashSet::from([4]));
        let uid = "0d2d43c4-ccbd-4a6b-8e7a-1e1f66b5a1c1";
        assert_eq!(
            rows(&sheet),
            [
                row(2, &[uid, "Read \"it\" {now}", "20261231T230000Z", "open", "", ""]),
                row(
                    3,
                    &[
                        "",
                        "Old",
                        "",
                        "done",
                        "20261130T100000Z",
                        "Ask Kim\ntags: x, y\nproject: docs\npriority: H\nwait: 2026-12-10"
                    ]
                ),
                row(4, &["", "Gone", "", "drop", "20261130T100000Z", ""]),
            ]
        );
        assert_eq!(rows(&read_taskwarrior("[]").unwrap()), []);
        let lines = "{\"description\":\"a\"}\n{\"description\":\"b\"}\n";
        assert_eq!(rows(&read_taskwarrior(lines).unwrap()).len(), 2);
    }

    #[test]
    fn invalid_task_is_reported_with_its_line_and_column() {
        for (text, line, column) in [
            ("[\n {\"a\":1},\n x]", 3, 2),
            ("[\n {\"a\":1", 2, 2),
            ("[\n {\"a\" 1}]", 2, 7),
            ("title,due\n", 1, 1),
        ] {
            let error = read_taskwarrior(text).err().unwrap();
            let ForeignError::At { line: at, column: in_line, .. } = error else {
                panic!("{error}");
            };
            assert_eq!((at, in_line), (line, column), "{text}");
        }
        assert_eq!(read_taskwarrior(" ").err(), Some(ForeignError::Empty));
    }

    #[test]
    fn todo_txt_lines_become_rows() {
        let text = "(A) 2026-11-01 Read the RFC +docs @home due:2026-12-10\n\nx 2026-11-30 2026-11-01 Write it pri:B\nx Done some day\nxylophone due:soon t:2026-12-01\n";
        assert_eq!(
            rows(&read_todo_txt(text).unwrap()),
            [
                row(1, &["", "Read the RFC +docs @home", "2026-12-10", "open", "", "priority: A"]),
                row(3, &["", "Write it", "", "done", "2026-11-30", "priority: B"]),
                row(4, &["", "Done some day", "", "done", "", ""]),
                row(5, &["", "xylophone due:soon", "", "open", "", "threshold: 2026-12-01"]),
            ]
        );
    }

    #[test]
    fn headings_with_a_day_become_calls() {
        let text = "# Ana\nMet in May\n\n## 2026-03-05\nTalked\n### Decisions\n- one\n```\n## 2026-01-01\n```\n## 2026-03-19 17:00 - Scope\n\n## Ideas\nLater\n## [[2026-04-02]]: x\n# Call on 5 May 2026\nWent well\n";
        let sheet = read_markdown(text).unwrap();
        assert_eq!(
            sheet.notes,
            [
                "line 1: this text is under no day, so it was left out",
                "line 13: this text is under no day, so it was left out"
            ]
        );
        assert_eq!(
            rows(&sheet),
            [
                row(4, &["2026-03-05", "\nTalked\n### Decisions\n- one\n```\n## 2026-01-01\n```"]),
                row(11, &["2026-03-19 17:00", "Scope\n"]),
                row(15, &["2026-04-02", "x"]),
                row(16, &["5 May 2026", "Call\nWent well"]),
            ]
        );
        assert_eq!(read_markdown("# Notes\n").err(), Some(ForeignError::NoDay));
    }

    proptest::proptest! {
        #[test]
        fn arbitrary_text_never_panics(text in "([{}\\[\\]\",:#x() \n]|2026-03-05|é|due:|\\PC){0,30}") {
            let _ = read_taskwarrior(&text);
            let _ = read_todo_txt(&text);
            let _ = read_markdown(&text);
        }
    }
}
