//! Facts in rows and columns.

use crate::view::html::markup::{Element, element};

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
pub fn build<const N: usize>(
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
            _ if columns[*at].is_text => element("td").text(&row[*at]),
            _ => element("td").class("short").text(&row[*at]),
        });
        element("tr").children(cells)
    });
    let table = element("table")
        .children(element("caption").text(caption))
        .children(element("thead").children(element("tr").children(heads)))
        .children(element("tbody").children(body));
    Some(match rows.len() > LONG {
        false => table,
        // Who has no mouse scrolls it too.
        true => element("div")
            .class("scroll")
            .attr("role", "region")
            .attr("aria-label", caption)
            .attr("tabindex", 0)
            .children(table),
    })
}

/// The head of a column or a row.
pub fn head(scope: &'static str, text: &str) -> Element {
    element("th").attr("scope", scope).text(text)
}
