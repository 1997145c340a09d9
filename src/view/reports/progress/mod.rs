//! `mentor progress` as text: charts as wide as the page.

mod calendar;
pub mod json;
mod plain;
mod promises;
mod report;

use crate::domain::goal::GoalHistory;
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::progress::ProgressReport;
use crate::domain::skill::SkillHistory;
use crate::view::page::axis::{self, Axis, Interpolation, TimeSeries};
use crate::view::page::graph::Canvas;
use crate::view::page::layout::Layout;
use crate::view::page::output_mode::{CORNER, CUT, EARLIER_TARGET, OutputMode, SIDE, TARGET, WIN};
use crate::view::page::style::{self, Style, command, paint, width};
use crate::view::page::wrap::{wrap, wrap_hanging};
use crate::view::records::{away, skill};
use crate::view::reports::item_points;
use crate::view::words;
use crate::view::words::title_with_privacy;

pub use json::json;
pub use report::report;

/// Width of a page without a known width.
const DEFAULT_WIDTH: usize = 80;
/// Columns before a graph, for its name and scale.
const GUTTER: usize = 15;

/// Draws goals, skills, check-ins and promises; those without data are left out. `pair_option` names the pair in a command.
pub fn text(progress: &ProgressReport, pair_option: &str, page: &Layout) -> String {
    let pair = &progress.pair;
    let period = progress.period;
    let room = page.width.unwrap_or(DEFAULT_WIDTH);
    let axis = Axis::for_report(progress);
    let canvas = Canvas {
        axis: &axis,
        columns: room.saturating_sub(GUTTER + 1).max(20),
        today: period.last_day,
        mode: page.mode,
    };
    let title = format!("Progress of {} with {}", pair.mentee.name, pair.mentor.name);
    let mut parts = vec![format!(
        "{}\n{}",
        paint(Style::Heading, &wrap(&title, Some(room))),
        words::range(period.first_day, period.last_day, progress.style)
    )];
    if page.mode.is_plain() {
        parts.extend(plain::render_plain(progress, &axis));
    } else {
        let goals = progress.goal_histories();
        parts.extend(goals.map(|history| goal(history, progress, &canvas, room)));
        let skills = progress.skills.iter();
        parts.extend(skills.map(|history| skill_chart(history, pair, &canvas, room)));
        parts.extend(calendar::render(progress, room, page.mode));
        parts.extend(promises::render(progress, room, page.mode));
    }
    if parts.len() == 1 {
        parts.push(nothing_to_chart(pair_option));
    }
    parts.join("\n\n")
}

/// Suggests a first goal. `pair_option` names the pair in the command.
fn nothing_to_chart(pair_option: &str) -> String {
    format!(
        "Nothing to chart yet; start with {}",
        command(&format!("mentor goal add{pair_option}"))
    )
}

fn goal(
    history: &GoalHistory,
    progress: &ProgressReport,
    canvas: &Canvas<'_>,
    room: usize,
) -> String {
    let today = progress.today();
    let percents = TimeSeries::for_axis(canvas.axis, history.percents());
    let confidences = TimeSeries::for_axis(canvas.axis, history.confidences_by_day());
    let mut lines = vec![
        heading(&title_with_privacy(&history.goal.title, history.goal.private), room),
        wrap_line(&item_points::goal_status(history, today), room),
    ];
    if percents.is_empty() && confidences.is_empty() {
        return lines.join("\n");
    }
    if !percents.is_empty() {
        let rows = canvas.area(&percents, Interpolation::Slope, (0.0, 100.0), 4);
        lines.extend(scale("progress", ["100", "0"], &rows, Style::Name, canvas.mode));
    }
    if !confidences.is_empty() {
        let rows = canvas.area(&confidences, Interpolation::Slope, (0.0, 10.0), 3);
        lines.extend(scale("confidence", ["10", "0"], &rows, Style::Good, canvas.mode));
        let wins = progress.wins.iter().map(|win| (win.on, WIN.in_mode(canvas.mode)));
        let wins = canvas.marks(wins);
        if !wins.is_empty() {
            lines.push(row("wins", "", &paint(Style::Soon, &wins), canvas.mode));
        }
    }
    let earlier =
        axis::earlier_targets(history).map(|day| (day, EARLIER_TARGET.in_mode(canvas.mode)));
    let target = history.goal.target.map(|day| (day, TARGET.in_mode(canvas.mode)));
    let targets = canvas.marks(earlier.chain(target));
    if !targets.is_empty() {
        lines.push(row("target", "", &targets, canvas.mode));
    }
    lines.extend(base(canvas));
    lines.join("\n")
}

/// Draws a skill with one row for each side.
fn skill_chart(
    history: &SkillHistory,
    pair: &PairContext,
    canvas: &Canvas<'_>,
    room: usize,
) -> String {
    let mut lines = vec![
        heading(&title_with_privacy(&history.skill.title, history.skill.private), room),
        wrap_line(&skill::skill_status(history, pair), room),
    ];
    for side in [Side::Mentor, Side::Mentee] {
        let figures = TimeSeries::for_axis(canvas.axis, history.levels_by_day(side));
        let Some(last) = figures.last() else { continue };
        let name = pair.first_name(side);
        // Maps five levels to eight blocks: the lowest is visible, the highest is full.
        let strip = canvas.area(&figures, Interpolation::Step, (0.5, 5.0), 1);
        lines.push(row(name, &last.to_string(), &strip.join(""), canvas.mode));
    }
    if !history.ratings.is_empty() {
        lines.extend(base(canvas));
    }
    lines.join("\n")
}

/// Puts the name before the first row of a graph, and the ends of the scale before the first and the last.
fn scale(
    name: &str,
    [high, low]: [&str; 2],
    rows: &[String],
    style: Style,
    mode: OutputMode,
) -> Vec<String> {
    let last = rows.len().saturating_sub(1);
    let lines = rows.iter().enumerate().map(|(at, drawn)| {
        let name = if at == 0 { name } else { "" };
        let scale = match at {
            0 => high,
            at if at == last => low,
            _ => "",
        };
        row(name, scale, &paint(style, drawn), mode)
    });
    lines.collect()
}

/// Formats a row of a graph with name and scale.
fn row(name: &str, scale: &str, drawn: &str, mode: OutputMode) -> String {
    let name = truncate(name, 10, mode);
    let gap = " ".repeat(10 - width(&name));
    format!("{gap}{} {scale:>3}{}{drawn}", paint(Style::Dim, &name), SIDE.in_mode(mode))
}

fn base(canvas: &Canvas<'_>) -> [String; 2] {
    let gap = " ".repeat(GUTTER - 1);
    let [line, names] = canvas.axis_lines();
    let corner = CORNER.in_mode(canvas.mode);
    [
        paint(Style::Dim, &format!("{gap}{corner}{line}")),
        paint(Style::Dim, &format!("{gap} {names}")),
    ]
}

fn heading(text: &str, room: usize) -> String {
    paint(Style::Name, &wrap(text, Some(room)))
}

fn wrap_line(text: &str, room: usize) -> String {
    wrap_hanging(&format!("  {text}"), Some(room), 2)
}

/// Cuts a text to a number of columns.
fn truncate(text: &str, columns: usize, mode: OutputMode) -> String {
    let text = style::render(text, false);
    if width(&text) <= columns {
        return text;
    }
    let mut cut = String::new();
    for c in text.chars() {
        let mut longer = cut.clone();
        longer.push(c);
        if width(&longer) + 1 > columns {
            break;
        }
        cut = longer;
    }
    cut.push(CUT.in_mode(mode));
    cut
}

fn pad(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text))))
}

/// Lists days away.
fn aways(progress: &ProgressReport) -> Vec<String> {
    let aways = progress.facts.aways.iter();
    let lines = aways.map(|one| away::in_words(one, &progress.pair, progress.today()));
    lines.collect()
}
