//! Reads the lists of other programs into tables: a Taskwarrior export, a todo.txt.

use serde_json::Value;

use crate::input::form::csv::{CsvRow, CsvTable, MAX_ROWS};

/// A table, and the parts of the file that are not in it.
pub struct ForeignSheet {
    pub sheet: CsvTable,
    /// One sentence for each part that can't become a row.
    pub unread: Vec<String>,
}

impl From<CsvTable> for ForeignSheet {
    fn from(sheet: CsvTable) -> ForeignSheet {
        ForeignSheet { sheet, unread: Vec::new() }
    }
}

/// The state of a task that is deleted, which is only of interest if the task is stored already.
pub const DELETED: &str = "drop";

/// The columns of a list of tasks.
const TASK_COLUMNS: [&str; 6] = ["uid", "title", "due", "done", "done_on", "notes"];

/// The attributes of a task that become its cells, and those by which Taskwarrior keeps its books. All others, those
/// that users define among them, become entries of its notes.
const TASK_CELLS: [&str; 17] = [
    "annotations", "description", "due", "end", "entry", "id", "imask", "mask", "modified",
    "parent", "rtype", "start", "status", "template", "last", "urgency", "uuid",
];

/// Why the file of another program could not be read.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum ForeignError {
    #[error("it is empty")]
    Empty,
    #[error("line {line}, column {column}: {expected}")]
    At { line: usize, column: usize, expected: String },
    #[error("no heading is a day, such as `## 2026-03-05`")]
    NoDay,
    #[error("it has more than {MAX_ROWS} entries")]
    TooManyRows,
}

/// Returns the lines of a text; classic Mac OS ends them with carriage returns only.
pub(super) fn lines_of(text: &str) -> impl Iterator<Item = &str> {
    let ending = if text.contains('\n') { '\n' } else { '\r' };
    text.split_terminator(ending).map(|line| line.trim_end_matches('\r'))
}

pub(super) fn sheet_of(header: &[&str], rows: Vec<CsvRow>) -> CsvTable {
    CsvTable {
        header: header.iter().map(ToString::to_string).collect(),
        rows,
        ..CsvTable::default()
    }
}

/// Fails if a table with this many rows can't have another one.
pub(super) fn ensure_room(rows: usize) -> Result<(), ForeignError> {
    if rows < MAX_ROWS { Ok(()) } else { Err(ForeignError::TooManyRows) }
}

/// Reads the output of `task export`: an array of objects, or one object after the other.
pub fn read_taskwarrior(text: &str) -> Result<ForeignSheet, ForeignError> {
    let objects = split_objects(text)?;
    if objects.is_empty() && text.trim().is_empty() {
        return Err(ForeignError::Empty);
    }
    let (mut rows, mut unread) = (Vec::new(), Vec::new());
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
            "deleted" => DELETED,
            "recurring" => {
                let title = text_of("description");
                unread.push(format!(
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
        ensure_room(rows.len())?;
        rows.push(CsvRow::new(line, cells));
    }
    Ok(ForeignSheet { sheet: sheet_of(&TASK_COLUMNS, rows), unread })
}

/// Returns the fields of a task that have no column, one entry per line.
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
    let all = task.as_object().into_iter().flatten();
    let extras = all.filter(|(key, _)| !TASK_CELLS.contains(&key.as_str()));
    let named = extras.map(|(key, value)| (key, text(value)));
    let mut named: Vec<_> = named.filter(|(_, value)| !value.is_empty()).collect();
    named.sort_by_key(|(key, _)| *key != "tags");
    lines.extend(named.iter().map(|(key, value)| format!("{key}: {}", day_of_stamp(value))));
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
    // The number of characters before this one in its line.
    let (mut line, mut column) = (1, 0);
    let (mut open_lists, mut list) = (0_usize, (0, 0));
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
                        begin = (offset, column, line);
                    }
                    depth += 1;
                }
                '}' if depth > 0 => {
                    depth -= 1;
                    if depth == 0 {
                        let (from, column, line) = begin;
                        objects.push((column, line, &text[from..=offset]));
                    }
                }
                '[' if depth == 0 => {
                    if open_lists == 0 {
                        list = (column, line);
                    }
                    open_lists += 1;
                }
                ']' if depth == 0 => open_lists = open_lists.saturating_sub(1),
                ',' => {}
                c if depth > 0 || c.is_whitespace() => {}
                _ => {
                    let expected = "a task in JSON begins with `{`".to_owned();
                    return Err(ForeignError::At { line, column: column + 1, expected });
                }
            }
        }
        column += 1;
        if c == '\n' {
            (line, column) = (line + 1, 0);
        }
    }
    let (what, (column, line)) = match (depth, open_lists) {
        (0, 0) => return Ok(objects),
        (0, _) => ("list", list),
        _ => ("task", (begin.1, begin.2)),
    };
    let expected = format!("the {what} that begins here never ends");
    Err(ForeignError::At { line, column: column + 1, expected })
}

/// Reads a todo.txt, one task per line: `x 2026-12-01 2026-11-01 Title due:2026-12-10`.
pub fn read_todo_txt(text: &str) -> Result<ForeignSheet, ForeignError> {
    let mut rows = Vec::new();
    for (index, line) in lines_of(text).enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        ensure_room(rows.len())?;
        rows.push(CsvRow::new(index + 1, todo_cells(line.trim())));
    }
    if rows.is_empty() {
        return Err(ForeignError::Empty);
    }
    Ok(ForeignSheet::from(sheet_of(&TASK_COLUMNS, rows)))
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
    let (mut due, mut threshold, mut recurrence, mut title) = (None, None, None, Vec::new());
    for word in rest.split_whitespace() {
        match word.split_once(':') {
            Some(("due", day)) if due.is_none() && !day.is_empty() => due = Some(day),
            Some(("t", day)) if threshold.is_none() && is_iso_day(day) => threshold = Some(day),
            Some(("rec", rhythm)) if recurrence.is_none() && is_rhythm(rhythm) => {
                recurrence = Some(rhythm);
            }
            // Programs write the priority of a task that is done in this way.
            Some(("pri", letter)) if is_done && priority.is_none() && letter.len() == 1 => {
                priority = Some(letter.to_owned());
            }
            _ => title.push(word),
        }
    }
    let done_on = days.first().filter(|_| is_done).cloned();
    let extras =
        [("priority", priority.as_deref()), ("threshold", threshold), ("recurrence", recurrence)];
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

/// Whether a word is how often a task recurs, such as `1w` or `+3m`.
fn is_rhythm(word: &str) -> bool {
    let word = word.strip_prefix('+').unwrap_or(word);
    let number = word.strip_suffix(['d', 'b', 'w', 'm', 'y']).unwrap_or_default();
    !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_iso_day(word: &str) -> bool {
    word.len() == 10 && word.parse::<chrono::NaiveDate>().is_ok()
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
{"description":"Old","status":"completed","end":"20261130T100000Z","tags":["x","y"],"uuid":"a","project":"docs","priority":"H","urgency":9.1,"estimate":3.5,"wait":"20261210T120000Z","annotations":[{"entry":"20261101T100000Z","description":"Ask Kim"}]},
{"description":"Gone","status":"deleted","end":"20261130T100000Z"},
{"description":"Weekly","status":"recurring"}
]"#;
        let sheet = read_taskwarrior(text).unwrap();
        assert_eq!(
            sheet.unread,
            ["line 5: `Weekly` is the pattern of a recurring task, so it was left out"]
        );
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
                        "Ask Kim\ntags: x, y\nproject: docs\npriority: H\nestimate: 3.5\nwait: 2026-12-10"
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
            (" [\n{\"a\":1},\n", 1, 2),
            ("[[]", 1, 1),
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
        // Counting the columns of a long line takes one pass.
        let long = format!("[{} x]", "{},".repeat(100_000));
        assert!(matches!(
            read_taskwarrior(&long).err(),
            Some(ForeignError::At { line: 1, column: 300_003, .. })
        ));
        let many = "{}".repeat(MAX_ROWS + 1);
        assert_eq!(read_taskwarrior(&many).err(), Some(ForeignError::TooManyRows));
        assert_eq!(
            read_todo_txt(&"x\n".repeat(MAX_ROWS + 1)).err(),
            Some(ForeignError::TooManyRows)
        );
    }

    #[test]
    fn todo_txt_lines_become_rows() {
        let text = "(A) 2026-11-01 Read the RFC +docs @home due:2026-12-10\n\nx 2026-11-30 2026-11-01 Write it pri:B\nx Done some day\nxylophone due:soon t:2026-12-01 rec:+2w rec:often\n";
        assert_eq!(
            rows(&read_todo_txt(text).unwrap()),
            [
                row(1, &["", "Read the RFC +docs @home", "2026-12-10", "open", "", "priority: A"]),
                row(3, &["", "Write it", "", "done", "2026-11-30", "priority: B"]),
                row(4, &["", "Done some day", "", "done", "", ""]),
                row(
                    5,
                    &[
                        "", "xylophone rec:often", "soon", "open", "",
                        "threshold: 2026-12-01\nrecurrence: +2w"
                    ]
                ),
            ]
        );
    }

    #[test]
    fn lines_may_end_with_carriage_returns() {
        for text in ["a\nb\n", "a\r\nb\r\n", "a\rb\r"] {
            let titles = rows(&read_todo_txt(text).unwrap());
            let titles: Vec<_> =
                titles.iter().map(|(line, row)| (*line, row[1].as_str())).collect();
            assert_eq!(titles, [(1, "a"), (2, "b")], "{text:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn arbitrary_text_never_panics(text in "([{}\\[\\]\",:#x() \n]|2026-03-05|é|due:|\\PC){0,30}") {
            let _ = read_taskwarrior(&text);
            let _ = read_todo_txt(&text);
        }
    }
}
