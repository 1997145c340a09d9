//! The points of a section in HTML.

use crate::view::page::html::markup::{Element, element};
use crate::view::page::html::prose::{PageLinks, prose};
use crate::view::page::report::{ReportItem, Section, SectionPlace, StatusKind};
use crate::view::words;

/// Builds a list, or a description list if every point has a label.
pub fn list(section: &Section<'_>, links: &PageLinks) -> Element {
    let mut points: Vec<&ReportItem> = section.points.iter().collect();
    if section.place == SectionPlace::ByDay {
        points.reverse();
    }
    if points.iter().all(|point| point.name.is_some()) {
        let points = points.into_iter().map(|point| definition(point, links));
        return element("dl").class("facts").children(points);
    }
    let points = points.into_iter().map(|point| item(point, links));
    element("ul").class("points").children(points)
}

fn item(point: &ReportItem, links: &PageLinks) -> Element {
    let own = point.anchor.as_deref();
    let name = point.name.as_deref().map(|name| {
        let colon = if point.text.is_empty() { "" } else { ": " };
        element("b").text(format!("{name}{colon}"))
    });
    let mut line = element("li");
    if let Some(anchor) = own {
        line = line.attr("id", anchor);
    }
    if let Some(status) = &point.status {
        line = line.class(class(status.kind));
    }
    let line = prose(line.children(name), &point.text, links, own);
    let words = point.status.as_ref().map(|status| status.words.as_str());
    let line = match words.filter(|words| !words.is_empty()) {
        Some(words) => {
            let state = prose(element("span").class("state"), words, links, own);
            let (before, after) = point.around_status();
            line.text(before).children(state).text(after)
        }
        None => line,
    };
    line.children(details(point, links))
}

/// Returns the class of a status. The style sheet adds a symbol to each, so that none depends on colour alone.
fn class(kind: StatusKind) -> &'static str {
    match kind {
        StatusKind::Open => "open",
        StatusKind::Overdue => "overdue",
        StatusKind::Done => "done",
        StatusKind::Dropped => "dropped",
    }
}

fn definition(point: &ReportItem, links: &PageLinks) -> Element {
    let name = words::capitalize(point.name.as_deref().unwrap_or_default());
    let description = prose(element("dd"), &point.text, links, None);
    element("div")
        .children(element("dt").text(name))
        .children(description.children(details(point, links)))
}

fn details(point: &ReportItem, links: &PageLinks) -> Option<Element> {
    let own = point.anchor.as_deref();
    let under = point.under.iter();
    let under = under.map(|line| prose(element("li"), line, links, own));
    (!point.under.is_empty()).then(|| element("ul").children(under))
}
