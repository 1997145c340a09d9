//! Skills on a page: the ratings of both sides over time in one chart.

use crate::domain::dates;
use crate::domain::person::Side;
use crate::domain::progress::ProgressReport;
use crate::domain::skill::SkillHistory;
use crate::view::page::axis::{Axis, Interpolation, TimeSeries};
use crate::view::page::html::markup::{Element, element};
use crate::view::page::html::plot::{Panel, Plot, PlotLine, PointMarker};
use crate::view::page::html::prose::{PageLinks, prose};
use crate::view::page::html::table::{self, short, text};
use crate::view::records::skill;
use crate::view::words;

const PANEL: Panel = Panel { top: 20.0, bottom: 108.0, low: 1.0, high: 5.0 };

/// Builds a card for each skill.
pub fn cards(histories: &[&SkillHistory], progress: &ProgressReport, links: &PageLinks) -> Element {
    let axis = Axis::for_report(progress);
    let cards = histories.iter().map(|history| card(history, progress, &axis, links));
    element("div").class("cards").children(cards)
}

fn card(
    history: &SkillHistory,
    progress: &ProgressReport,
    axis: &Axis,
    links: &PageLinks,
) -> Element {
    let skill = &history.skill;
    let name = format!("skill-{}", skill.id);
    let why = skill.why.as_deref().map(|why| {
        let label = element("b").text("Why: ");
        let reason = prose(element("span"), why, links, Some(&name));
        element("p").children(label).children(reason)
    });
    element("article")
        .class("card")
        .attr("aria-labelledby", &name)
        .children(
            element("h3")
                .attr("id", &name)
                .text(words::title_with_privacy(&skill.title, skill.private)),
        )
        .children(element("p").class("quiet").text(skill::skill_status(history, &progress.pair)))
        .children(why)
        .children(drawing(history, progress, axis, &name))
        .children(in_figures(history, progress, links))
}

/// Draws a skill; `None` without ratings.
fn drawing(
    history: &SkillHistory,
    progress: &ProgressReport,
    axis: &Axis,
    name: &str,
) -> Option<Element> {
    if history.ratings.is_empty() {
        return None;
    }
    let today = progress.today();
    let mut plot = Plot::new(axis);
    let mut description = Vec::new();
    plot.grid(PANEL, &[(1, "1"), (2, "2"), (3, "3"), (4, "4"), (5, "5")]);
    if let Some(aim) = history.skill.aim {
        plot.level(PANEL, aim, "aim", "");
        description.push(format!("Aim {aim}"));
    }
    for (side, class, mark, shift) in [
        (Side::Mentor, "mentor", PointMarker::Square, -1.5),
        (Side::Mentee, "mentee", PointMarker::Dot, 1.5),
    ] {
        let figures = TimeSeries::for_axis(axis, history.levels_by_day(side));
        if figures.is_empty() {
            continue;
        }
        let line = PlotLine {
            class,
            figures: &figures,
            mark,
            course: Interpolation::Step,
            until: today.day,
            shift,
        };
        plot.line(PANEL, &line, false);
        let name = progress.pair.first_name(side);
        description.push(format!("{name}: {}", figures.in_words("", today)));
    }
    let title = format!("Ratings of skill {} over time", history.skill.id);
    let name = format!("{name}-drawing");
    let picture = plot.picture(&name, PANEL.bottom + 10.0, &title, &description.join(". "));
    Some(element("figure").children(picture))
}

/// Builds the table of ratings, newest first; `None` without ratings.
fn in_figures(
    history: &SkillHistory,
    progress: &ProgressReport,
    links: &PageLinks,
) -> Option<Element> {
    let today = progress.today();
    let rows = history.ratings.iter().rev().map(|rating| {
        [
            dates::format_day(rating.on, today),
            progress.pair.first_name(rating.side).to_owned(),
            rating.level.to_string(),
            rating.evidence.clone().unwrap_or_default(),
        ]
    });
    let rows: Vec<_> = rows.collect();
    let caption = format!("Skill {} in figures", history.skill.id);
    let columns = [short("When"), text("Who"), short("Level"), text("Evidence")];
    table::build(&caption, columns, &rows, links)
}
