//! What a sheet would add, before it does.

use serde_json::{Value, json};

use crate::view::layout::Layout;
use crate::view::output_mode::DOTS;
use crate::view::style::{Style, paint};
use crate::view::table::Table;
use crate::view::words;

/// As many rows are shown as they were understood.
const SHOWN: usize = 5;

/// What was made of a sheet.
pub struct Plan {
    /// As the noun is spoken of.
    pub noun: &'static str,
    /// Each column with the field that it goes to.
    pub columns: Vec<(String, Option<&'static str>)>,
    /// What is new.
    pub new: Vec<Row>,
    /// How many are here already.
    pub known: usize,
    /// What makes somebody stop.
    pub doubts: Vec<String>,
}

/// A row, as it was understood.
pub struct Row {
    pub line: usize,
    /// The fields that columns go to.
    pub texts: Vec<String>,
    pub json: Value,
}

impl Plan {
    /// The fields that columns go to.
    pub fn fields(&self) -> impl Iterator<Item = &'static str> {
        self.columns.iter().filter_map(|(_, field)| *field)
    }
}

pub fn text(plan: &Plan, page: &Layout) -> String {
    let mut columns = Table::new(&["column", "goes to"]);
    for (name, field) in &plan.columns {
        let field = field.map_or_else(|| paint(Style::Dim, "skipped"), str::to_owned);
        columns.row(vec![name.clone(), field]);
    }
    let mut header = vec!["line"];
    header.extend(plan.fields());
    let mut rows = Table::new(&header);
    for row in plan.new.iter().take(SHOWN) {
        let mut cells = vec![row.line.to_string()];
        cells.extend(row.texts.iter().cloned());
        rows.row(cells);
    }
    let mut parts = vec![columns.render(page), counted(plan), rows.render(page)];
    if let Some(more) = plan.new.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        parts.push(format!("{DOTS} and {more} more"));
    }
    parts.extend(plan.doubts.iter().cloned());
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

/// `12 follow-ups to add, 3 are here already`.
fn counted(plan: &Plan) -> String {
    let added = words::count(plan.new.len(), plan.noun);
    match plan.known {
        0 => format!("{added} to add"),
        known => format!("{added} to add, {known} {} already here", are(known)),
    }
}

/// `Imported 12 follow-ups from `tasks.csv`; 3 were here already`.
pub fn done(plan: &Plan, source: &str) -> String {
    let added = words::count(plan.new.len(), plan.noun);
    match plan.known {
        0 => format!("Imported {added} from {source}"),
        1 => format!("Imported {added} from {source}; 1 was already here"),
        known => format!("Imported {added} from {source}; {known} were already here"),
    }
}

/// Said where there is nothing to add.
pub fn nothing(plan: &Plan, source: &str) -> String {
    match plan.known {
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

pub fn json(plan: &Plan) -> Value {
    let columns = plan.columns.iter();
    let columns: Vec<Value> = columns
        .map(|(name, field)| json!({ "column": name, "field": field }))
        .collect();
    let items: Vec<&Value> = plan.new.iter().map(|row| &row.json).collect();
    json!({
        "schema": "mentor.import.plan/1",
        "columns": columns,
        "new": plan.new.len(),
        "known": plan.known,
        "items": items,
        "doubts": plan.doubts,
    })
}
