//! Lines of a spreadsheet that are no records: its title, and what other programs write between the tasks.

use crate::input::form::{CsvRow, CsvTable};

/// Takes the lines that are no records out of a spreadsheet. Returns a sentence for each.
pub fn left_out_lines(sheet: &mut CsvTable) -> Vec<String> {
    let titles = sheet.titles.iter().map(|title| {
        let text: Vec<&str> = title.texts().collect();
        format!(
            "line {}: `{}` is above the names of the columns, so it was left out",
            title.line,
            text.join(" ")
        )
    });
    let mut lines: Vec<String> = titles.collect();
    lines.extend(leave_out_repeated_headers(sheet));
    lines.extend(leave_out_comments(sheet));
    lines.extend(leave_out_totals(sheet));
    lines
}

/// The names of sums, in lower-case letters.
const TOTALS: [&str; 14] = [
    "total", "totals", "grandtotal", "subtotal", "sum", "sums", "gesamt", "summe",
    "totalg\u{e9}n\u{e9}ral", "totale", "somme", "suma", "soma", "totaal",
];

/// Takes the sums at the end of a spreadsheet out of it: rows with such a name, and numbers only beside it.
fn leave_out_totals(sheet: &mut CsvTable) -> Vec<String> {
    let is_of_a_figure =
        |c: char| c.is_numeric() || c.is_whitespace() || ".,:%$\u{20ac}\u{a3}".contains(c);
    let is_total = |row: &CsvRow| {
        let mut texts = row.texts();
        let name = texts.next().unwrap_or_default();
        let letters = name.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase);
        TOTALS.contains(&letters.collect::<String>().as_str())
            && texts.all(|text| text.chars().all(is_of_a_figure))
    };
    let mut totals = Vec::new();
    while sheet.header.len() > 1
        && let Some(row) = sheet.rows.pop_if(|row| is_total(row))
    {
        let name = row.texts().next().unwrap_or_default();
        totals.push(format!("line {}: `{name}` is a sum, so it was left out", row.line));
    }
    totals.reverse();
    totals
}

/// Takes the names of columns that Monday repeats above each group out of a spreadsheet, and the name of the group above
/// them.
fn leave_out_repeated_headers(sheet: &mut CsvTable) -> Vec<String> {
    let header = &sheet.header;
    let is_header = |row: &CsvRow| {
        let names = header.iter().map(|name| name.trim());
        header.len() > 1 && names.eq(row.cells().take(header.len()).map(str::trim))
    };
    let is_group = |row: &CsvRow| row.texts().count() == 1 && !row.cell(0).trim().is_empty();
    let mut lines = Vec::new();
    let mut rows: Vec<CsvRow> = Vec::new();
    for row in sheet.rows.drain(..) {
        if !is_header(&row) {
            rows.push(row);
            continue;
        }
        if let Some(group) = rows.pop_if(|row| is_group(row)) {
            let (line, name) = (group.line, group.cell(0).trim().to_owned());
            lines.push(format!("line {line}: `{name}` is the name of a group, so it was left out"));
        }
        lines.push(format!(
            "line {} repeats the names of the columns, so it was left out",
            row.line
        ));
    }
    sheet.rows = rows;
    lines
}

/// Takes the comments and sections of a Todoist export out of it: rows whose `TYPE` is `note` or `section`.
fn leave_out_comments(sheet: &mut CsvTable) -> Vec<String> {
    let position = |name: &str| {
        sheet.header.iter().position(|column| column.trim().eq_ignore_ascii_case(name))
    };
    let (Some(kind), Some(content)) = (position("TYPE"), position("CONTENT")) else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    let mut task = String::new();
    sheet.rows.retain(|row| {
        let text = row.cell(content).trim();
        let line = row.line;
        match row.cell(kind).trim() {
            "note" => {
                lines.push(format!(
                    "line {line}: this comment on `{task}` was left out: {}",
                    text.replace('\n', "; ")
                ));
            }
            "section" => {
                lines.push(format!("line {line}: `{text}` is a section, so it was left out"));
            }
            "meta" => {}
            _ => {
                text.clone_into(&mut task);
                return true;
            }
        }
        false
    });
    lines
}
