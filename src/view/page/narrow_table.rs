//! Tables without columns, for narrow terminals and the plain mode.

use crate::view::page::layout::Layout;
use crate::view::page::style::{self, Style, paint};
use crate::view::page::wrap::wrap_hanging;

type Rows = [Vec<String>];

/// Indentation of all lines of a row but the first.
const HANGING: usize = 4;

/// Returns the non-empty cells of a row.
fn cells<'r>(row: &'r [String], used: &'r [usize]) -> impl Iterator<Item = (usize, &'r str)> {
    used.iter().filter_map(|at| {
        let cell = row.get(*at).map(String::as_str).unwrap_or_default();
        (!cell.is_empty()).then_some((*at, cell))
    })
}

/// Puts the last cell of each row below the others; the header likewise.
pub fn stack_rows(
    rows: &Rows,
    used: &[usize],
    header: &[impl AsRef<str>],
    page: &Layout,
) -> String {
    let (last, short) = used.split_last().map_or((0, used), |(last, rest)| (*last, rest));
    let stack = |row: &Vec<String>| {
        let short: Vec<&str> = cells(row, short).map(|(_, cell)| cell).collect();
        let mut parts = vec![join_whole(&short, page.width)];
        parts.extend(row.get(last).cloned());
        parts.retain(|part| !part.is_empty());
        wrap_hanging(&parts.join("\n"), page.width, HANGING)
    };
    let names: Vec<String> = header.iter().map(|name| dimmed(name.as_ref())).collect();
    let has_names = names.iter().any(|name| !name.is_empty());
    let head = has_names.then_some(&names);
    let stacks: Vec<String> = head.into_iter().chain(rows).map(stack).collect();
    stacks.join("\n")
}

fn dimmed(name: &str) -> String {
    match name {
        "" => String::new(),
        name => paint(Style::Dim, name),
    }
}

/// Joins cells and breaks lines only between them, so that dates stay whole.
fn join_whole(cells: &[&str], room: Option<usize>) -> String {
    let mut text = String::new();
    let mut taken = 0;
    for cell in cells {
        let width = style::width(cell);
        if taken == 0 {
            taken = width;
        } else if room.is_none_or(|room| taken + 2 + width <= room) {
            text.push_str("  ");
            taken += 2 + width;
        } else {
            text.push('\n');
            taken = HANGING + width;
        }
        text.push_str(cell);
    }
    text
}

/// Formats each row as a line, with the name of the column before each cell.
pub fn sentence_rows(rows: &Rows, used: &[usize], header: &[impl AsRef<str>]) -> String {
    let say = |row: &Vec<String>| {
        let parts: Vec<String> = cells(row, used)
            .map(|(at, cell)| {
                let cell = cell.lines().collect::<Vec<_>>().join("; ");
                match header[at].as_ref() {
                    "" => cell,
                    "#" => format!("number {cell}"),
                    name => format!("{name}: {cell}"),
                }
            })
            .collect();
        parts.join(", ")
    };
    let lines: Vec<String> = rows.iter().map(say).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: [&str; 4] = ["#", "owner", "", "follow-up"];

    fn rows() -> Vec<Vec<String>> {
        let row = |cells: [&str; 4]| cells.map(str::to_owned).to_vec();
        vec![
            row(["7", "Ana", "", "draft the RFC and send it round"]),
            row(["12", "", "done", "read"]),
        ]
    }

    #[test]
    fn narrow_rows_have_the_title_on_a_line_of_its_own() {
        let page = Layout { width: Some(24), ..Layout::default() };
        let stacked = stack_rows(&rows(), &[0, 1, 2, 3], &HEADER, &page);
        insta::assert_snapshot!(style::render(&stacked, false), @"
        #  owner
            follow-up
        7  Ana
            draft the RFC and
            send it round
        12  done
            read
        ");
    }

    #[test]
    fn narrow_rows_never_break_a_date() {
        let cells = ["1", "Thu 3 Dec 17:00", "Fri 4 Dec (in 3 days)"];
        assert_eq!(join_whole(&cells, Some(30)), "1  Thu 3 Dec 17:00\nFri 4 Dec (in 3 days)");
    }

    #[test]
    fn a_row_is_a_sentence_in_plain_mode() {
        insta::assert_snapshot!(sentence_rows(&rows(), &[0, 1, 2, 3], &HEADER), @"
        number 7, owner: Ana, follow-up: draft the RFC and send it round
        number 12, done, follow-up: read
        ");
    }
}
