//! Facts in rows and columns.

use crate::view::html::markup::{Element, tag};

/// A column: its head, and whether what stands in it is text that somebody wrote, which may have to be broken anywhere.
#[derive(Clone, Copy)]
pub struct HtmlColumn {
    head: &'static str,
    is_text: bool,
}

/// A column of days, figures or fixed words.
pub const fn short(head: &'static str) -> HtmlColumn {
    HtmlColumn {
        head,
        is_text: false,
    }
}

pub const fn text(head: &'static str) -> HtmlColumn {
    HtmlColumn {
        head,
        is_text: true,
    }
}

/// A table with more rows than this is scrolled on a screen; on paper it is whole.
const LONG: usize = 16;

/// A table whose first column names the rows; columns in which nothing stands are left out. None: there are no rows.
pub fn of<const N: usize>(
    caption: &str,
    columns: [HtmlColumn; N],
    rows: &[[String; N]],
) -> Option<Element> {
    if rows.is_empty() {
        return None;
    }
    let used = |at: &usize| rows.iter().any(|row| !row[*at].is_empty());
    let used: Vec<usize> = (0..N).filter(used).collect();
    let heads = used.iter().map(|at| head("col", columns[*at].head));
    let body = rows.iter().map(|row| {
        let cells = used.iter().map(|at| match at {
            0 => head("row", &row[*at]),
            _ if columns[*at].is_text => tag("td").text(&row[*at]),
            _ => tag("td").class("short").text(&row[*at]),
        });
        tag("tr").with(cells)
    });
    let table = tag("table")
        .with(tag("caption").text(caption))
        .with(tag("thead").with(tag("tr").with(heads)))
        .with(tag("tbody").with(body));
    Some(match rows.len() > LONG {
        false => table,
        // Who has no mouse scrolls it too.
        true => tag("div")
            .class("scroll")
            .set("role", "region")
            .set("aria-label", caption)
            .set("tabindex", 0)
            .with(table),
    })
}

/// The head of a column or a row.
pub fn head(scope: &'static str, text: &str) -> Element {
    tag("th").set("scope", scope).text(text)
}
