//! The preview and the result of an import.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::Value;

use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::record::Id;
use crate::view::page::layout::Layout;
use crate::view::page::output_mode::DOTS;
use crate::view::page::style::{Style, paint};
use crate::view::page::table::Table;
use crate::view::words;

/// Rows in a preview.
pub const PREVIEW_ROWS: usize = 5;

/// What an import of a CSV file would do.
pub struct ImportPlan {
    /// The label of the noun.
    pub noun: &'static str,
    /// Each column with its field; `None`: it is not imported.
    pub columns: Vec<(String, Option<&'static str>)>,
    /// Number of new records.
    pub new: usize,
    /// The first of them.
    pub new_rows: Vec<NewRow>,
    /// Number of records that change.
    pub changed: usize,
    /// Those of them that are shown.
    pub changed_rows: Vec<ChangedRow>,
    /// Number of records that are there already.
    pub known: usize,
    /// Reasons not to import the file as it is, a sentence each.
    pub doubts: Vec<String>,
    /// How lines were interpreted, a sentence each.
    pub notes: Vec<String>,
    /// What is wrong in the rows that can't be imported.
    pub left_out: Vec<String>,
    pub left_out_rows: usize,
    /// Lines that are not imported though nothing is wrong in them, such as cancelled calls.
    pub skipped: Vec<String>,
}

/// A new record.
pub struct NewRow {
    pub line: usize,
    /// The values of the mapped fields.
    pub texts: Vec<String>,
    pub json: Value,
}

/// A record that its row changes.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ChangedRow {
    pub line: usize,
    #[serde(skip)]
    pub number: i64,
    /// The title before the change.
    #[serde(skip)]
    pub title: String,
    /// What changes, in words.
    #[serde(rename = "changes")]
    pub words: String,
    /// The record after the change.
    #[serde(rename = "item")]
    #[cfg_attr(test, schemars(with = "serde_json::Map<String, Value>"))]
    pub json: Value,
}

impl ImportPlan {
    pub fn new(noun: &'static str, columns: Vec<(String, Option<&'static str>)>) -> ImportPlan {
        ImportPlan {
            noun,
            columns,
            new: 0,
            new_rows: Vec::new(),
            changed: 0,
            changed_rows: Vec::new(),
            known: 0,
            doubts: Vec::new(),
            notes: Vec::new(),
            left_out: Vec::new(),
            left_out_rows: 0,
            skipped: Vec::new(),
        }
    }

    /// Leaves out a row for its errors.
    pub fn leave_out(&mut self, errors: Vec<String>) {
        self.left_out.extend(errors);
        self.left_out_rows += 1;
    }

    /// Returns why lines are not imported, a sentence each.
    fn reasons(&self) -> Vec<&str> {
        self.left_out.iter().chain(&self.skipped).map(String::as_str).collect()
    }

    /// Whether the import would change nothing.
    pub fn is_empty(&self) -> bool {
        self.new == 0 && self.changed == 0
    }

    /// Returns the fields that the preview shows of a new record.
    fn fields(&self) -> impl Iterator<Item = &'static str> {
        let fields = self.columns.iter().filter_map(|(_, field)| *field);
        fields.filter(|field| !NAMING.contains(field))
    }
}

/// Columns that identify the record of a row, or belong to another column.
const NAMING: [&str; 5] = ["uid", "id", "cancelled", "time", "end"];

/// Names the columns that are not imported.
pub fn skipped_columns(plan: &ImportPlan) -> Option<String> {
    let skipped = plan.columns.iter().filter(|(name, field)| field.is_none() && !name.is_empty());
    let names: Vec<String> = skipped.map(|(name, _)| format!("`{name}`")).collect();
    let columns = if names.len() == 1 { "column" } else { "columns" };
    (!names.is_empty()).then(|| {
        let names = words::join_with_and(&names);
        format!("skipped the {columns} {names}; `--map COLUMN=FIELD` assigns one to a field")
    })
}

pub fn text(plan: &ImportPlan, page: &Layout) -> String {
    let mut columns = Table::new(&["column", "goes to"]);
    for (name, field) in &plan.columns {
        let field = field.map_or_else(|| paint(Style::Dim, "skipped"), str::to_owned);
        columns.row(vec![name.clone(), field]);
    }
    let mut parts = vec![columns.render(page), count_line(plan)];
    if plan.new > 0 {
        let mut header = vec!["line"];
        header.extend(plan.fields());
        let mut rows = Table::new(&header);
        for row in plan.new_rows.iter().take(PREVIEW_ROWS) {
            let mut cells = vec![row.line.to_string()];
            cells.extend(row.texts.iter().cloned());
            rows.row(cells);
        }
        parts.push(rows.render(page));
        parts.extend(more_line(plan.new, page));
    }
    if plan.changed > 0 {
        let mut rows = Table::new(&["line", plan.noun, "title", "changes"]);
        for row in plan.changed_rows.iter().take(PREVIEW_ROWS) {
            rows.row(vec![
                row.line.to_string(),
                row.number.to_string(),
                row.title.clone(),
                row.words.clone(),
            ]);
        }
        parts.push(rows.render(page));
        parts.extend(more_line(plan.changed, page));
    }
    parts.extend(plan.doubts.iter().cloned());
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

fn more_line(count: usize, page: &Layout) -> Option<String> {
    let more = count.checked_sub(PREVIEW_ROWS).filter(|more| *more > 0);
    more.map(|more| format!("{} and {more} more", DOTS.in_mode(page.mode)))
}

/// Formats the counts: `12 follow-ups to add, 1 to change, 3 are here already`.
fn count_line(plan: &ImportPlan) -> String {
    let noun = |count| words::count(count, plan.noun);
    let mut text = match (plan.new, plan.changed) {
        (new, 0) => format!("{} to add", noun(new)),
        (0, changed) => format!("{} to change", noun(changed)),
        (new, changed) => format!("{} to add, {changed} to change", noun(new)),
    };
    if plan.known > 0 {
        text.push_str(&format!(", {} {} already here", plan.known, are(plan.known)));
    }
    text
}

pub fn question(plan: &ImportPlan) -> &'static str {
    match plan.changed {
        0 => "Add them?",
        _ => "Make these changes?",
    }
}

/// Confirms an import: `Imported 12 follow-ups from `tasks.csv`, updated 1; 3 were already here`.
pub fn done_message(plan: &ImportPlan, source: &str) -> String {
    let noun = |count| words::count(count, plan.noun);
    let mut text = match (plan.new, plan.changed) {
        (new, 0) => format!("Imported {} from {source}", noun(new)),
        (0, changed) => format!("Updated {} from {source}", noun(changed)),
        (new, changed) => format!("Imported {} from {source}, updated {changed}", noun(new)),
    };
    match (plan.known, plan.changed) {
        (0, _) => {}
        (1, 0) => text.push_str("; 1 was already here"),
        (known, 0) => text.push_str(&format!("; {known} were already here")),
        (1, _) => text.push_str("; 1 is unchanged"),
        (known, _) => text.push_str(&format!("; {known} are unchanged")),
    }
    text
}

/// Explains why nothing was imported.
pub fn nothing_message(plan: &ImportPlan, source: &str) -> String {
    match plan.known {
        0 if !plan.skipped.is_empty() => format!("Nothing to add from {source}"),
        0 => format!("{source} has no rows"),
        known => format!(
            "Nothing to add from {source}: {} {} already here",
            words::count(known, plan.noun),
            are(known)
        ),
    }
}

fn are(count: usize) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

/// `mentor import`: how many records were stored.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ImportAnswer {
    pub added: usize,
    pub changed: usize,
    /// Records that were there already.
    pub known: usize,
    /// Those of `known` that the document has in a later state, which was not imported.
    pub outdated: Vec<String>,
    /// What was not imported: what a document says in the user's name, or a line of a file, and why.
    pub left_out: Vec<String>,
}

/// `mentor import --dry-run` of a CSV file.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ImportPreview<'a> {
    columns: Vec<ColumnMapping<'a>>,
    /// How many records are new.
    new: usize,
    /// How many records are there already.
    known: usize,
    /// The first new records, with the fields of the noun.
    #[cfg_attr(test, schemars(with = "Vec<serde_json::Map<String, Value>>"))]
    items: Vec<&'a Value>,
    /// The first records that change.
    changed: &'a [ChangedRow],
    /// Reasons not to import it as it is, a sentence each.
    doubts: &'a [String],
    /// How lines were understood, a sentence each.
    notes: &'a [String],
    /// Lines that are not imported, and why.
    left_out: Vec<&'a str>,
}

/// A column of the file.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ColumnMapping<'a> {
    column: &'a str,
    /// Null: it is not imported.
    field: Option<&'static str>,
}

/// `mentor import` of a calendar with moved and cancelled check-ins.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CalendarImport {
    pub items: Vec<RescheduledCheckIn>,
    /// Events that are older than what is stored.
    pub older: usize,
    /// Events that are not check-ins.
    pub others: usize,
    /// To-dos that are not follow-ups or goals.
    pub todos: usize,
    /// Lines that could not be read.
    pub unread: usize,
    pub remarks: Vec<ImportRemark>,
}

/// A check-in that was moved or cancelled in the calendar.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RescheduledCheckIn {
    /// Null: agreed, without a record yet.
    pub id: Option<Id<CheckIn>>,
    pub pair: String,
    pub state: CheckInState,
    pub from: Option<DateTime<Utc>>,
    /// Null: cancelled.
    pub to: Option<DateTime<Utc>>,
}

/// Something that was not imported as it stands.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ImportRemark {
    pub line: usize,
    pub text: String,
}

/// `mentor import` of a calendar with new check-ins.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct EventImport<'a> {
    /// How many were stored.
    pub added: usize,
    /// How many were there already.
    pub known: usize,
    /// The check-ins; without envelope if nothing was stored.
    #[cfg_attr(test, schemars(with = "Vec<serde_json::Map<String, Value>>"))]
    pub items: Vec<Value>,
    /// What was not imported, and why.
    pub left_out: &'a [String],
    /// Lines that could not be read.
    pub unread: usize,
}

pub fn answer(plan: &ImportPlan) -> ImportAnswer {
    ImportAnswer {
        added: plan.new,
        changed: plan.changed,
        known: plan.known,
        outdated: Vec::new(),
        left_out: plan.reasons().into_iter().map(str::to_owned).collect(),
    }
}

pub fn json(plan: &ImportPlan) -> ImportPreview<'_> {
    let columns = plan.columns.iter();
    let columns = columns.map(|(column, field)| ColumnMapping { column, field: *field });
    ImportPreview {
        columns: columns.collect(),
        new: plan.new,
        known: plan.known,
        items: plan.new_rows.iter().map(|row| &row.json).collect(),
        changed: &plan.changed_rows,
        doubts: &plan.doubts,
        notes: &plan.notes,
        left_out: plan.reasons(),
    }
}
