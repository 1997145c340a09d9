//! Tables in HTML.

use crate::view::page::html::markup::{Element, element};
use crate::view::page::html::prose::{PageLinks, prose};

/// A column: its heading and the kind of its cells.
#[derive(Clone, Copy)]
pub struct HtmlColumn {
    head: &'static str,
    content: ColumnContent,
}

#[derive(Clone, Copy)]
enum ColumnContent {
    /// Days, numbers or fixed words.
    Short,
    /// Text of users, which may have to be broken anywhere.
    Text,
    /// Numbers of records that are described elsewhere on the page.
    Cited(&'static str),
    /// Numbers of the records that the rows describe.
    Anchored(&'static str),
}

pub const fn short(head: &'static str) -> HtmlColumn {
    let content = ColumnContent::Short;
    HtmlColumn { head, content }
}

pub const fn text(head: &'static str) -> HtmlColumn {
    let content = ColumnContent::Text;
    HtmlColumn { head, content }
}

pub const fn cited(head: &'static str, noun: &'static str) -> HtmlColumn {
    let content = ColumnContent::Cited(noun);
    HtmlColumn { head, content }
}

pub const fn anchored(head: &'static str, noun: &'static str) -> HtmlColumn {
    let content = ColumnContent::Anchored(noun);
    HtmlColumn { head, content }
}

fn cell(content: ColumnContent, text: &str, links: &PageLinks) -> Element {
    let short = element("td").class("short");
    match content {
        ColumnContent::Short => prose(short, text, links, None),
        ColumnContent::Text => prose(element("td"), text, links, None),
        ColumnContent::Anchored(noun) => short.attr("id", format!("{noun}-{text}")).text(text),
        ColumnContent::Cited(noun) => {
            let anchor = format!("{noun}-{text}");
            if links.knows(&anchor) {
                let link = element("a").class("record");
                short.children(link.attr("href", format!("#{anchor}")).text(text))
            } else {
                short.text(text)
            }
        }
    }
}

/// A table with more rows is scrolled on a screen and printed in full.
const SCROLL_ROWS: usize = 16;

/// Builds a table whose first column names the rows, without empty columns; `None` without rows.
pub fn build<const N: usize>(
    caption: &str,
    columns: [HtmlColumn; N],
    rows: &[[String; N]],
    links: &PageLinks,
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
            _ => cell(columns[*at].content, &row[*at], links),
        });
        element("tr").children(cells)
    });
    let table = element("table")
        .children(element("caption").text(caption))
        .children(element("thead").children(element("tr").children(heads)))
        .children(element("tbody").children(body));
    Some(if rows.len() <= SCROLL_ROWS {
        table
    } else {
        // Focusable, so that the keyboard scrolls it too.
        element("div")
            .class("scroll")
            .attr("role", "region")
            .attr("aria-label", caption)
            .attr("tabindex", 0)
            .children(table)
    })
}

/// Builds the heading of a column or a row.
pub fn head(scope: &'static str, text: &str) -> Element {
    element("th").attr("scope", scope).text(text)
}
