//! Reports as HTML: one file without scripts or external resources, readable by screen readers.

mod calendar;
mod goals;
mod key;
mod markup;
mod plot;
mod points;
mod promises;
mod prose;
mod skills;
mod table;

use crate::domain::dates;
use crate::domain::length::Minutes;
use crate::domain::person::Side;
use crate::domain::progress::ProgressReport;
use crate::domain::promise::Promise;
use crate::view::page::html::markup::{Element, element};
use crate::view::page::html::prose::{PageLinks, prose};
use crate::view::page::report::{Drawing, Report, Section, SectionPlace};

const STYLE: &str = include_str!("page.css");

/// Content Security Policy: only the inline style. Injected markup could neither run nor load anything.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// Builds the page. `is_shared`: it is meant for the other side.
pub fn page(report: &Report<'_>, is_shared: bool) -> String {
    let meta = |name, content| element("meta").attr("name", name).attr("content", content);
    let policy =
        element("meta").attr("http-equiv", "Content-Security-Policy").attr("content", POLICY);
    let head = element("head")
        .children(element("meta").attr("charset", "utf-8"))
        .children(policy)
        .children(meta("viewport", "width=device-width, initial-scale=1"))
        .children(meta("color-scheme", "light dark"))
        .children(meta("referrer", "no-referrer"))
        // Without this, browsers request an icon from the server of the page.
        .children(element("link").attr("rel", "icon").attr("href", "data:,"))
        .children(element("title").text(&report.title))
        .children(element("style").verbatim(STYLE));
    let sections = report.sections.iter().enumerate();
    let links = PageLinks::for_report(report);
    let sections = sections.map(|(at, one)| section(at, one, report, &links));
    let body = element("body")
        .children(banner(report, &links))
        .children(contents(report))
        .children(element("main").children(sections))
        .children(footer(report, is_shared));
    let page = element("html").attr("lang", "en").children(head).children(body);
    format!("<!doctype html>\n{page}\n")
}

fn banner(report: &Report<'_>, links: &PageLinks) -> Element {
    let paragraphs = report.lines.iter();
    let paragraphs = paragraphs.map(|line| prose(element("p"), line, links, None));
    element("header")
        .children(element("h1").text(&report.title))
        .children(paragraphs)
        .children(report.glance.map(summary_figures))
}

/// Builds the key figures, with both sides next to each other.
fn summary_figures(progress: &ProgressReport) -> Element {
    let facts = &progress.facts;
    let held = facts.held.len();
    let held = match progress.missed_checkins().count() {
        0 => held.to_string(),
        missed => format!("{held} of {}", held + missed),
    };
    let mut figures = vec![("Check-ins held".to_owned(), held)];
    let minutes = progress.minutes();
    if minutes > 0 {
        figures.push(("Time together".to_owned(), Minutes(minutes).to_string()));
    }
    figures.push(("Wins".to_owned(), progress.wins.len().to_string()));
    for side in [Side::Mentor, Side::Mentee] {
        let mut outcomes = progress.outcomes.iter();
        let own = outcomes.find(|one| one.promise == Promise::FollowUps && one.side == Some(side));
        if let Some((kept, of)) = own.and_then(|one| one.kept.zip(one.of)) {
            let name = format!("{}'s follow-ups on time", progress.pair.first_name(side));
            figures.push((name, format!("{kept} of {of}")));
        }
    }
    let figures = figures.into_iter().map(|(name, figure)| {
        element("div").children(element("dt").text(name)).children(element("dd").text(figure))
    });
    element("dl").class("glance").children(figures)
}

/// Builds the table of contents.
fn contents(report: &Report<'_>) -> Element {
    let links = report.sections.iter().enumerate().map(|(at, section)| {
        let link = element("a").attr("href", format!("#section-{at}"));
        element("li").children(link.text(&section.heading))
    });
    element("nav").attr("aria-label", "On this page").children(element("ul").children(links))
}

fn section(at: usize, section: &Section<'_>, report: &Report<'_>, links: &PageLinks) -> Element {
    let name = format!("section-{at}");
    // The key comes once for each kind of chart.
    let is_first = |kind: fn(&Drawing<'_>) -> bool| {
        let mut before = report.sections[..at].iter();
        !before.any(|one| one.drawing.as_ref().is_some_and(kind))
    };
    let inside = match &section.drawing {
        None => vec![points::list(section, links)],
        Some(Drawing::Goals(histories, progress)) => {
            let key = is_first(|one| matches!(one, Drawing::Goals(..))).then(key::goals);
            let cards = goals::cards(histories, progress, report.mode, links);
            key.into_iter().chain(cards).collect()
        }
        Some(Drawing::Skills(histories, progress)) => {
            let cards = skills::cards(histories, progress, links);
            key::skills(&progress.pair).into_iter().chain(cards).collect()
        }
        Some(Drawing::Promises(progress)) => promises::elements(progress, links),
        Some(Drawing::Meetings(progress)) => {
            let words = if section.points.is_empty() {
                calendar::in_words(progress, links)
            } else {
                vec![points::list(section, links)]
            };
            let months = calendar::months(progress);
            let key = key::calendar(&progress.pair);
            key.into_iter().chain(months).chain(words).collect()
        }
    };
    let heading = element("h2").attr("id", &name).text(&section.heading);
    let whole = element("section").attr("aria-labelledby", &name);
    match section.place {
        SectionPlace::Folded => {
            let summary = element("summary").children(heading);
            let folded = element("details").children(summary).children(inside);
            whole.children(folded)
        }
        _ => whole.children(heading).children(inside),
    }
}

fn footer(report: &Report<'_>, is_shared: bool) -> Element {
    let day = dates::range(report.today.day, report.today.day, report.today.style);
    let made = format!("Made by mentor {} on {day}.", env!("CARGO_PKG_VERSION"));
    let for_whom = if is_shared {
        "It is for both of you."
    } else {
        "Includes private records; don't share it."
    };
    element("footer").children(element("p").text(format!("{made} {for_whom}")))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::STYLE;

    type Colors = BTreeMap<String, [f64; 3]>;

    /// Returns the colours of the light and of the dark scheme.
    fn schemes(style: &str) -> [Colors; 2] {
        let mut blocks = style.split(":root {").skip(1);
        let light = colors(blocks.next().unwrap());
        let mut dark = light.clone();
        dark.extend(colors(blocks.next().unwrap()));
        [light, dark]
    }

    fn colors(block: &str) -> Colors {
        let block = block.split('}').next().unwrap();
        let parts = block.split(';').filter_map(|line| line.trim().split_once(": #"));
        let channel = |hex: &str, at: usize| {
            f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0
        };
        parts.map(|(name, hex)| (name.to_owned(), [0, 2, 4].map(|at| channel(hex, at)))).collect()
    }

    /// Computes the contrast ratio (WCAG 2.2).
    fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
        let luminance = |color: [f64; 3]| {
            let linear = color.map(|part| {
                if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
            });
            0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
        };
        let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
        a.max(b) / a.min(b)
    }

    /// Lists colours with too little contrast: 4.5 for text, 3 for graphics (WCAG 2.2, AA).
    fn too_faint(style: &str) -> Vec<String> {
        const TEXT: [&str; 5] = ["text", "quiet", "link", "good", "bad"];
        const DRAWN: [&str; 7] =
            ["mark", "mentor", "mentee", "together", "progress", "confidence", "win"];
        let mut faint = Vec::new();
        for (scheme, colors) in ["light", "dark"].iter().zip(schemes(style)) {
            let of = |name: &str| colors[&format!("--{name}")];
            let mut check = |name: &str, ground: &str, least: f64| {
                let found = contrast(of(name), of(ground));
                if found < least {
                    faint.push(format!("{scheme}: {name} on {ground} is {found:.2}"));
                }
            };
            for ground in ["page", "card"] {
                for name in TEXT {
                    check(name, ground, 4.5);
                }
                for name in DRAWN {
                    check(name, ground, 3.0);
                }
            }
            // Days are written on the discs of check-ins, values on the area below their line.
            check("page", "progress", 4.5);
            check("text", "area", 4.5);
            check("progress", "area", 3.0);
        }
        faint
    }

    #[test]
    fn every_colour_has_enough_contrast() {
        assert_eq!(too_faint(STYLE), Vec::<String>::new());
    }

    #[test]
    fn too_little_contrast_is_detected() {
        let faint = STYLE.replace("--quiet: #565e6d", "--quiet: #8a92a1");
        assert!(too_faint(&faint).iter().any(|one| one.starts_with("light: quiet on page")));
    }
}
