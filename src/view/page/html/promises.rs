//! Promises and how they were kept, with the bars of both sides.

use crate::domain::dates::DateStyle;
use crate::domain::person::Side;
use crate::domain::progress::ProgressReport;
use crate::domain::promise::{PromiseOutcome, Verdict};
use crate::view::page::html::markup::{Element, element};
use crate::view::page::html::plot::{self, shape};
use crate::view::page::html::prose::{PageLinks, prose};
use crate::view::page::html::table::head;
use crate::view::reports::promise;
use crate::view::words;

/// Builds the promises that have data and a line about the others.
pub fn elements(progress: &ProgressReport, links: &PageLinks) -> Vec<Element> {
    let (known, blank) = promise::split_by_data(&progress.outcomes);
    let table = (!known.is_empty()).then(|| table(&known, progress, links));
    let blank = blank.map(|line| element("p").text(words::capitalize(&line)));
    table.into_iter().chain(blank).collect()
}

fn table(promises: &[&[PromiseOutcome]], progress: &ProgressReport, links: &PageLinks) -> Element {
    let period = progress.period;
    let pair = &progress.pair;
    let side = |side: Side| head("col", &format!("{} ({side})", pair.first_name(side)));
    let heads = element("tr")
        .children(head("col", "Promise"))
        .children(side(Side::Mentor))
        .children(side(Side::Mentee));
    let rows: Vec<Element> = promises.iter().map(|own| row(own, progress, links)).collect();
    let caption = words::range(period.first_day, period.last_day, progress.style);
    element("table")
        .class("promises")
        .children(prose(element("caption"), &caption, links, None))
        .children(element("thead").children(heads))
        .children(element("tbody").children(rows))
}

/// Builds the row of a promise: a cell for each side, or one for both.
fn row(outcomes: &[PromiseOutcome], progress: &ProgressReport, links: &PageLinks) -> Element {
    let pair = &progress.pair;
    let name = outcomes.first().map(|one| {
        element("th")
            .attr("scope", "row")
            .children(element("span").text(words::capitalize(one.promise.label())))
            .children(agreed_terms(outcomes, progress.style))
    });
    let cells = match outcomes {
        [both] if both.side.is_none() => vec![cell(both, "both", links).attr("colspan", 2)],
        sides => [Side::Mentor, Side::Mentee]
            .into_iter()
            .map(|side| match sides.iter().find(|one| one.side == Some(side)) {
                Some(one) => cell(one, pair.first_name(side), links),
                None => element("td"),
            })
            .collect(),
    };
    element("tr").children(name).children(cells)
}

/// Builds the cell with the terms; both, if they differ by side.
fn agreed_terms(outcomes: &[PromiseOutcome], style: DateStyle) -> Vec<Element> {
    let mut agreed: Vec<String> = outcomes.iter().map(|one| one.promised.format(style)).collect();
    agreed.dedup();
    let lines = agreed.into_iter();
    lines.map(|text| element("small").text(&text)).collect()
}

fn cell(outcome: &PromiseOutcome, who: &str, links: &PageLinks) -> Element {
    // The style sheet adds a symbol to the first two.
    let class = match outcome.verdict {
        Verdict::Kept => "good",
        Verdict::Partly => "",
        Verdict::Broken => "bad",
        Verdict::Unmeasured => "quiet",
    };
    let happened = match outcome.verdict {
        Verdict::Unmeasured if outcome.happened == outcome.verdict.label() => String::new(),
        _ => format!(": {}", outcome.happened),
    };
    let cites = (!outcome.cites.is_empty()).then(|| {
        let cites = outcome.with_citations();
        prose(element("small"), &format!("see {cites}"), links, None)
    });
    element("td")
        .children(bar(outcome, who))
        .children(element("span").class(class).text(outcome.verdict.label()))
        .children(element("span").text(happened))
        .children(cites)
}

/// Draws the bar of an outcome; `None`: it has no counts.
fn bar(outcome: &PromiseOutcome, who: &str) -> Option<Element> {
    let (kept, of) = outcome.kept.zip(outcome.of)?;
    let side = outcome.side.map_or("both", Side::word);
    let name = format!("{}-{side}", outcome.promise.word());
    let title = format!("{}, {who}", outcome.promise.label());
    let width = 160.0 * f64::from(kept.min(of)) / f64::from(of.max(1));
    let frame = [("x", 0.5), ("y", 0.5), ("width", 159.0), ("height", 9.0)];
    let full = [("x", 0.0), ("y", 0.0), ("width", width), ("height", 10.0)];
    let class = match outcome.side {
        Some(Side::Mentor) => "mentor",
        Some(Side::Mentee) => "mentee",
        None => "together",
    };
    Some(
        plot::picture(&name, (160.0, 10.0), &title, &format!("{kept} of {of} kept"))
            .class("bar")
            .attr("preserveAspectRatio", "none")
            .children(shape("rect", "frame", &frame))
            .children(shape("rect", class, &full)),
    )
}
