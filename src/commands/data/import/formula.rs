//! Cells with what a spreadsheet calculates from: formulas, and the errors that they gave.

use crate::commands::data::import::columns::ImportColumn;
use crate::error::{Failure, Result};
use crate::input::form::{CsvRow, CsvTable};

/// What spreadsheets show if a formula fails: in English, German, French, Spanish, Portuguese, Italian, Dutch and Polish.
const ERRORS: [&str; 46] = [
    "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!",
    "#CALC!", "#ERROR!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!", "#PYTHON!",
    "#WERT!", "#BEZUG!", "#ZAHL!", "#NV", "#\u{dc}BERLAUF!", "#VALEUR!", "#NOM?", "#NOMBRE!",
    "#NUL!", "#\u{a1}DIV/0!", "#\u{a1}VALOR!", "#\u{a1}REF!", "#\u{bf}NOMBRE?", "#\u{a1}NUM!",
    "#N/D", "#VALOR!", "#NOME?", "#N\u{da}M!", "#NULO!", "#VALORE!", "#RIF!", "#RIF", "#NULLO!",
    "#WAARDE!", "#VERW!", "#NAAM?", "#GETAL!", "#ARG!", "#LICZBA!",
];

/// A link of a spreadsheet: its text, and its address.
#[derive(Debug, PartialEq, Eq)]
pub struct Hyperlink {
    pub text: String,
    pub address: String,
}

/// Replaces the links in the columns that are imported by their texts. Returns a sentence for each, with its address.
pub fn replace_links(sheet: &mut CsvTable, columns: &[ImportColumn]) -> Vec<String> {
    let mut addresses = Vec::new();
    for row in &mut sheet.rows {
        let links = columns
            .iter()
            .zip(row.cells())
            .map(|(column, cell)| hyperlink(cell.trim()).filter(|_| column.to.is_some()));
        let links: Vec<Option<Hyperlink>> = links.collect();
        if links.iter().all(Option::is_none) {
            continue;
        }
        let cells = links.iter().zip(row.cells());
        let cells = cells.map(|(link, cell)| link.as_ref().map_or(cell, |link| &link.text));
        let replaced = CsvRow::new(row.line, cells);
        let found = links.into_iter().flatten().filter(|link| link.text != link.address);
        addresses.extend(found.map(|Hyperlink { text, address }| {
            format!(
                "line {}: `{text}` is a link, and its address was left out: {address}",
                row.line
            )
        }));
        *row = replaced;
    }
    addresses
}

/// Reads the formula of a link: `=HYPERLINK("https://example.org";"Course")`. `None`: the cell has another text.
pub fn hyperlink(cell: &str) -> Option<Hyperlink> {
    let name = cell.get(..11).filter(|name| name.eq_ignore_ascii_case("=HYPERLINK("))?;
    let rest = cell[name.len()..].strip_suffix(')')?;
    let (address, rest) = quoted(rest.trim())?;
    let rest = rest.trim();
    let text = match rest.strip_prefix([',', ';']) {
        Some(text) => quoted(text.trim()).filter(|(_, rest)| rest.trim().is_empty())?.0,
        None if rest.is_empty() => address.clone(),
        None => return None,
    };
    Some(Hyperlink { text, address })
}

/// Splits off the quoted text at the start; two quotation marks in it stand for one.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut inner = String::new();
    loop {
        let (before, after) = rest.split_once('"')?;
        inner.push_str(before);
        match after.strip_prefix('"') {
            Some(after) => {
                inner.push('"');
                rest = after;
            }
            None => return Some((inner, after)),
        }
    }
}

/// Fails for a cell whose value is not in the file: an error of the spreadsheet, or a formula.
pub fn ensure_value(cell: &str) -> Result<()> {
    let is_other_error = cell.strip_prefix("Err:").is_some_and(|number| {
        number.len() == 3 && number.bytes().all(|byte| byte.is_ascii_digit())
    });
    if ERRORS.contains(&cell) || is_other_error {
        return Err(Failure::refused(format!("`{cell}` is an error of the spreadsheet"))
            .hint("correct it there, or empty the cell"));
    }
    let formula = cell.strip_prefix('=').filter(|formula| is_formula(formula));
    formula.map_or(Ok(()), |_| {
        let start: String = cell.chars().take(40).collect();
        Err(Failure::refused(format!("`{start}` is a formula, not its value"))
            .hint("save the spreadsheet with its values"))
    })
}

/// Whether the text after the equals sign calls a function or names a cell: `SUM(A1:A3)`, `A1&B1`, `Sheet1!A1`, `$A$1`.
fn is_formula(text: &str) -> bool {
    let is_name = |c: char| c.is_ascii_uppercase() || c == '.' || c == '_';
    let after = text.trim_start_matches(is_name);
    let name = &text[..text.len() - after.len()];
    let calls_function = !name.is_empty() && after.starts_with('(') && after.ends_with(')');
    let column = text.strip_prefix('$').unwrap_or(text);
    let row = column.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let names_cell = (1..=3).contains(&(column.len() - row.len()))
        && row.strip_prefix('$').unwrap_or(row).starts_with(|c: char| c.is_ascii_digit());
    let sheet = text.split_once('!').map_or("", |(_, cell)| cell);
    calls_function || names_cell || sheet.starts_with(|c: char| c.is_ascii_uppercase() || c == '$')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_have_a_text_and_an_address() {
        for (cell, text) in [
            (r#"=HYPERLINK("https://x.org/a,b","The ""real"" one")"#, r#"The "real" one"#),
            (r#"=hyperlink("https://x.org/a,b"; "Course")"#, "Course"),
            (r#"=HYPERLINK("https://x.org/a,b")"#, "https://x.org/a,b"),
        ] {
            let address = "https://x.org/a,b".to_owned();
            assert_eq!(hyperlink(cell), Some(Hyperlink { text: text.to_owned(), address }));
        }
        for cell in
            [r#"=HYPERLINK(A1;"Course")"#, r#"=HYPERLINK("x";A1)"#, "=HYPERLINK(", "=\u{e9}"]
        {
            assert_eq!(hyperlink(cell), None, "{cell}");
        }
    }

    #[test]
    fn errors_and_formulas_are_no_values() {
        for cell in [
            "#REF!", "#N/A", "#BEZUG!", "Err:502", "=A1&B2", "=SUM(A1:A3)", "=$A$1", "=Tasks!A2",
            "='My tasks'!A2", "=VLOOKUP(A1;B:C;2)", "=HYPERLINK(A1;\"x\")",
        ] {
            assert!(ensure_value(cell).is_err(), "{cell}");
        }
        for cell in
            ["#1", "#mentoring", "=> do it", "= 5", "=", "Err: none", "=Done (really)", "A1"]
        {
            assert!(ensure_value(cell).is_ok(), "{cell}");
        }
    }
}
