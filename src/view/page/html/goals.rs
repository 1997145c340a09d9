//! Goals on a page: progress, confidence and wins over time, as a chart and as a table.

use chrono::NaiveDate;

use crate::domain::dates::{self, Today};
use crate::domain::goal::{Goal, GoalHistory, GoalState};
use crate::domain::progress::ProgressReport;
use crate::domain::record::Record;
use crate::view::page::axis::{self, Axis, Interpolation, TimeSeries};
use crate::view::page::html::markup::{Element, element};
use crate::view::page::html::plot::{Panel, Plot, PlotLine, PointMarker};
use crate::view::page::html::prose::{PageLinks, prose};
use crate::view::page::html::table::{self, cited, short, text};
use crate::view::page::output_mode::OutputMode;
use crate::view::reports::item_points;
use crate::view::words;

/// Builds a card for each goal.
pub fn cards(
    histories: &[&GoalHistory],
    progress: &ProgressReport,
    mode: OutputMode,
    links: &PageLinks,
) -> Element {
    let axis = Axis::for_report(progress);
    let cards = histories.iter().map(|history| card(history, progress, &axis, mode, links));
    element("div").class("cards").children(cards)
}

fn card(
    history: &GoalHistory,
    progress: &ProgressReport,
    axis: &Axis,
    mode: OutputMode,
    links: &PageLinks,
) -> Element {
    let goal = &history.goal;
    let name = format!("goal-{}", goal.id);
    let today = progress.today();
    let facts = [
        ("Why", goal.why.as_deref()),
        ("Done when", goal.done_when.as_deref()),
        ("Support wished for", goal.support.as_deref()),
    ];
    let facts = facts.into_iter().filter_map(|(what, text)| {
        let what = element("b").text(format!("{what}: "));
        let text = prose(element("span"), text?, links, Some(&name));
        Some(element("p").children(what).children(text))
    });
    let moves = item_points::moves(history, today, mode).into_iter();
    let quiet = |line: &str| prose(element("p").class("quiet"), line, links, Some(&name));
    let moves = moves.map(|line| quiet(&words::capitalize(&line)));
    element("article")
        .class("card")
        .attr("aria-labelledby", &name)
        .children(
            element("h3")
                .attr("id", &name)
                .text(words::title_with_privacy(&goal.title, goal.private)),
        )
        .children(badge(history, today))
        .children(quiet(&item_points::goal_status(history, today)))
        .children(facts)
        .children(drawing(history, progress, axis, &name))
        .children(moves)
        .children(in_figures(history, today, links))
}

/// Builds the badge of a goal that is done or past its target.
fn badge(history: &GoalHistory, today: Today) -> Option<Element> {
    let goal = &history.goal;
    let late = goal.target.filter(|day| *day < today.day);
    match (goal.state, late) {
        (GoalState::Done, _) => Some(element("p").class("good").text("Done")),
        (GoalState::Active, Some(day)) => {
            let days = words::count((today.day - day).num_days(), "day");
            let words = format!("{days} past its target date");
            Some(element("p").class("late").text(words))
        }
        _ => None,
    }
}

/// Draws a goal; `None` without data.
fn drawing(
    history: &GoalHistory,
    progress: &ProgressReport,
    axis: &Axis,
    name: &str,
) -> Option<Element> {
    let percents = TimeSeries::for_axis(axis, history.percents());
    let confidences = TimeSeries::for_axis(axis, history.confidences_by_day());
    if percents.is_empty() && confidences.is_empty() {
        return None;
    }
    let mut plot = Plot::new(axis);
    let top = 16.0;
    let mut bottom = top;
    let mut facts = Vec::new();
    let today = progress.today();
    let until =
        if history.goal.is_open() { today.day } else { history.goal.state_on.min(today.day) };
    if !percents.is_empty() {
        let panel = panel(bottom, 90.0, (0.0, 100.0));
        plot.grid(panel, &[(0, "0"), (50, "50"), (100, "100")]);
        let line = line("progress", &percents, PointMarker::Dot, until);
        plot.line(panel, &line, true);
        facts.push(format!("Progress: {}", percents.in_words("%", today)));
        bottom = panel.bottom;
    }
    if !confidences.is_empty() {
        let gap = if percents.is_empty() { 0.0 } else { 22.0 };
        let panel = panel(bottom + gap, 54.0, (1.0, 10.0));
        plot.grid(panel, &[(1, "1"), (10, "10")]);
        // A confidence below this is worth a question (GROW's "Will" step).
        plot.level(panel, 7, "threshold", "7");
        let line = line("confidence", &confidences, PointMarker::Square, until);
        plot.line(panel, &line, false);
        let words = confidences.in_words("", today);
        facts.push(format!("Confidence from 1 to 10: {words}"));
        bottom = panel.bottom + 18.0;
        facts.extend(draw_wins(&mut plot, &history.goal, progress, bottom - 9.0));
    }
    for day in axis::earlier_targets(history) {
        plot.day(day, (top - 8.0, bottom), "target earlier");
    }
    if let Some(day) = history.goal.target {
        plot.day(day, (top - 8.0, bottom), "target");
        facts.push(format!("Target {}", dates::format_day(day, today)));
    }
    if axis.until > today.day {
        plot.day(today.day, (top, bottom), "today");
    }
    let title = format!("Goal {} over time", history.goal.id);
    let picture = plot.picture(&format!("{name}-drawing"), bottom, &title, &facts.join(". "));
    Some(element("figure").children(picture))
}

/// Draws a star for each win, and returns their days in words. Those of the goal itself stand out.
fn draw_wins(
    plot: &mut Plot<'_>,
    goal: &Record<Goal>,
    progress: &ProgressReport,
    y: f64,
) -> Option<String> {
    for win in &progress.wins {
        let class = if win.goal == Some(goal.id) { "win own" } else { "win" };
        plot.star(win.on, y, class, &win.title);
    }
    let days = progress.wins.iter().map(|win| dates::format_day(win.on, progress.today()));
    let days: Vec<String> = days.collect();
    (!days.is_empty()).then(|| format!("Wins on {}", days.join(", ")))
}

fn panel(top: f64, height: f64, (low, high): (f64, f64)) -> Panel {
    Panel { top, bottom: top + height, low, high }
}

fn line<'a>(
    class: &'static str,
    figures: &'a TimeSeries,
    mark: PointMarker,
    until: NaiveDate,
) -> PlotLine<'a> {
    PlotLine { class, figures, mark, course: Interpolation::Slope, until, shift: 0.0 }
}

/// Builds the table of entries, newest first; `None` without entries.
fn in_figures(history: &GoalHistory, today: Today, links: &PageLinks) -> Option<Element> {
    let mut rows: Vec<[String; 5]> = Vec::new();
    for entry in &history.entries {
        let percent = entry.percent.map(|percent| format!("{percent}%"));
        let confidence = entry.confidence.map(|figure| figure.to_string());
        let checkin = entry.checkin.map(|id| id.to_string());
        let row = [
            dates::format_day(entry.on, today),
            percent.unwrap_or_default(),
            confidence.unwrap_or_default(),
            checkin.unwrap_or_default(),
            entry.note.clone().unwrap_or_default(),
        ];
        match rows.last_mut() {
            Some(last) if completes(last, &row) => {
                for (cell, value) in last.iter_mut().zip(row).filter(|(cell, _)| cell.is_empty()) {
                    *cell = value;
                }
            }
            _ => rows.push(row),
        }
    }
    let columns = [
        short("When"),
        short("Progress"),
        short("Confidence"),
        cited("Check-in", "check-in"),
        text("Note"),
    ];
    rows.reverse();
    let caption = format!("Goal {} in figures", history.goal.id);
    table::build(&caption, columns, &rows, links)
}

/// Whether two entries of one check-in on one day complement each other.
fn completes([day, percent, confidence, checkin, note]: &[String; 5], row: &[String; 5]) -> bool {
    let before = [percent, confidence, note];
    let more = [&row[1], &row[2], &row[4]];
    let mut both = before.into_iter().zip(more);
    *day == row[0] && *checkin == row[3] && both.all(|(a, b)| a.is_empty() || b.is_empty())
}
