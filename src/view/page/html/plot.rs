//! SVG charts over time: one or more panels above a time axis. They fit a phone, and take all colours from the style sheet
//! by class.

use chrono::NaiveDate;

use crate::view::page::axis::{Axis, Interpolation, TimeSeries};
use crate::view::page::html::markup::{Element, element};

/// Width of every plot in its own units, which are pixels on a phone.
const WIDTH: f64 = 320.0;
const LEFT: f64 = 38.0;
const RIGHT: f64 = 290.0;

/// A plot under construction.
pub struct Plot<'a> {
    axis: &'a Axis,
    /// Grid and days, drawn behind the lines.
    ground: Vec<Element>,
    parts: Vec<Element>,
    /// The label of the last value of each line.
    ends: Vec<EndLabel>,
}

#[derive(Clone, PartialEq)]
struct EndLabel {
    x: f64,
    y: f64,
    text: String,
}

/// A part of a plot with its own scale.
#[derive(Clone, Copy)]
pub struct Panel {
    pub top: f64,
    pub bottom: f64,
    /// The values at the bottom and at the top.
    pub low: f64,
    pub high: f64,
}

impl Panel {
    fn y(&self, figure: f64) -> f64 {
        let share = (figure - self.low) / (self.high - self.low);
        self.bottom - share * (self.bottom - self.top)
    }
}

/// The marker of an entry.
#[derive(Clone, Copy)]
pub enum PointMarker {
    Dot,
    Square,
}

/// A line through values.
pub struct PlotLine<'a> {
    pub class: &'static str,
    pub figures: &'a TimeSeries,
    pub mark: PointMarker,
    pub course: Interpolation,
    /// The day until which the last value holds.
    pub until: NaiveDate,
    /// Units by which it is drawn lower, so that two equal lines stay visible.
    pub shift: f64,
}

/// Markers of a line; more would overlap.
const MAX_MARKERS: usize = 40;

/// Builds an SVG element with title and description. `name` is unique on the page.
pub fn picture(name: &str, size: (f64, f64), title: &str, description: &str) -> Element {
    let (width, height) = size;
    element("svg")
        .attr("viewBox", format!("0 0 {width} {height}"))
        .attr("role", "img")
        .attr("aria-labelledby", format!("{name}-title {name}-words"))
        .children(element("title").attr("id", format!("{name}-title")).text(title))
        .children(element("desc").attr("id", format!("{name}-words")).text(description))
}

/// Builds a shape with its coordinates.
pub fn shape(name: &'static str, class: &'static str, places: &[(&'static str, f64)]) -> Element {
    let shape = element(name).class(class);
    places.iter().fold(shape, |shape, (name, at)| shape.attr(name, place(*at)))
}

/// Builds a text; `anchor` is `start`, `middle` or `end`.
pub fn label(class: &'static str, at: (f64, f64), anchor: &'static str, text: &str) -> Element {
    shape("text", class, &[("x", at.0), ("y", at.1)]).attr("text-anchor", anchor).text(text)
}

/// Formats a coordinate without superfluous digits.
pub fn place(at: f64) -> String {
    let text = format!("{at:.1}");
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

impl<'a> Plot<'a> {
    pub fn new(axis: &'a Axis) -> Self {
        Plot { axis, ground: Vec::new(), parts: Vec::new(), ends: Vec::new() }
    }

    fn x(&self, day: NaiveDate) -> Option<f64> {
        let share = self.axis.position(day)?;
        Some(LEFT + share * (RIGHT - LEFT))
    }

    /// Draws grid lines across a panel at these values, each with its label.
    pub fn grid(&mut self, panel: Panel, figures: &[(u8, &str)]) {
        for (figure, name) in figures {
            let y = panel.y(f64::from(*figure));
            let across = [("x1", LEFT), ("x2", RIGHT), ("y1", y), ("y2", y)];
            self.ground.push(shape("line", "grid", &across));
            self.name_level(y, name);
        }
    }

    fn name_level(&mut self, y: f64, name: &str) {
        if !name.is_empty() {
            let at = (LEFT - 9.0, y + 4.0);
            self.ground.push(label("scale", at, "end", name));
        }
    }

    /// Draws a threshold across a panel.
    pub fn level(&mut self, panel: Panel, figure: u8, class: &'static str, name: &str) {
        let y = panel.y(f64::from(figure));
        let across = [("x1", LEFT), ("x2", RIGHT), ("y1", y), ("y2", y)];
        self.ground.push(shape("line", class, &across));
        self.name_level(y, name);
    }

    /// Draws values as a line and labels the last one; `fills` tints the area below the line.
    pub fn line(&mut self, panel: Panel, line: &PlotLine<'_>, fills: bool) {
        let y = |figure: u8| panel.y(f64::from(figure)) + line.shift;
        let before = line.figures.before.map(|figure| (LEFT, y(figure)));
        let entries = line.figures.entries.iter();
        let entries = entries.filter_map(|(day, figure)| Some((self.x(*day)?, y(*figure))));
        let entries: Vec<(f64, f64)> = entries.collect();
        let points: Vec<(f64, f64)> = before.into_iter().chain(entries.clone()).collect();
        let (Some(first), Some(last)) = (points.first(), points.last()) else {
            return;
        };
        let mut path = format!("M{} {}", place(first.0), place(first.1));
        for (x, y) in &points[1..] {
            if line.course == Interpolation::Step {
                path.push_str(&format!("H{}", place(*x)));
            }
            path.push_str(&format!("L{} {}", place(*x), place(*y)));
        }
        let end = self.x(line.until).unwrap_or(last.0).max(last.0);
        if fills {
            let (bottom, start) = (place(panel.bottom), place(first.0));
            let area = format!("{path}H{}V{bottom}H{start}Z", place(end));
            self.ground.insert(0, element("path").class("area").attr("d", area));
        }
        let still = format!("M{} {}H{}", place(last.0), place(last.1), place(end));
        let still = match line.course {
            Interpolation::Slope => Some(element("path").class("still").attr("d", still)),
            Interpolation::Step => {
                path.push_str(&format!("H{}", place(end)));
                None
            }
        };
        let drawn = element("path").class(line.class).attr("d", path);
        self.parts.push(element("g").class(line.class).children(still).children(drawn));
        if entries.len() <= MAX_MARKERS {
            let marks = entries.iter().map(|(x, y)| mark(line, *x, *y));
            self.parts.extend(marks);
        }
        if let Some(figure) = line.figures.last() {
            self.ends.push(EndLabel { x: end + 5.0, y: last.1 + 4.5, text: figure.to_string() });
        }
    }

    /// Draws a day across all panels, with a flag at the top if it is a target.
    pub fn day(&mut self, day: NaiveDate, (top, bottom): (f64, f64), class: &'static str) {
        let Some(x) = self.x(day) else { return };
        let down = [("x1", x), ("x2", x), ("y1", top), ("y2", bottom)];
        self.ground.push(shape("line", class, &down));
        if class.contains("target") {
            // Near the right edge the flag points left.
            let tip = if x + 9.0 > RIGHT { -9 } else { 9 };
            let flag = format!("M{} {}v8l{tip} -4z", place(x), place(top));
            self.ground.push(element("path").class(class).attr("d", flag));
        }
    }

    /// Draws a star on a day.
    pub fn star(&mut self, day: NaiveDate, y: f64, class: &'static str, title: &str) {
        let Some(x) = self.x(day) else { return };
        let star = element("path").class(class).attr("d", star(x, y));
        self.parts.push(star.children(element("title").text(title)));
    }

    /// Builds the picture with the time axis at `bottom`.
    pub fn picture(self, name: &str, bottom: f64, title: &str, description: &str) -> Element {
        let mut names = Vec::new();
        for (x, text) in self.tick_labels() {
            let tick = [("x1", x), ("x2", x), ("y1", bottom), ("y2", bottom + 4.0)];
            names.push(shape("line", "tick", &tick));
            let at = (x.clamp(LEFT, RIGHT - 2.0), bottom + 16.0);
            names.push(label("scale", at, "middle", &text));
        }
        let across = [("x1", LEFT), ("x2", RIGHT), ("y1", bottom), ("y2", bottom)];
        picture(name, (WIDTH, bottom + 22.0), title, description)
            .children(self.ground)
            .children(self.parts)
            .children(place_end_labels(self.ends))
            .children(shape("line", "tick", &across))
            .children(names)
    }

    /// Returns as many tick labels as fit.
    fn tick_labels(&self) -> Vec<(f64, String)> {
        let placed = |most: usize| -> Vec<(f64, String)> {
            let named = self.axis.tick_labels(most).into_iter();
            named.filter_map(|(day, text)| Some((self.x(day)?, text))).collect()
        };
        let fewer = (1..=8).rev().map(placed);
        let mut fitting = fewer.skip_while(|labels| !has_room(labels));
        fitting.next().unwrap_or_default()
    }
}

/// Average width of a character in the widest of the usual fonts.
const LETTER_WIDTH: f64 = 7.6;
/// Height of a line of text.
const LINE_HEIGHT: f64 = 14.0;

/// Whether no label touches the next one.
fn has_room(labels: &[(f64, String)]) -> bool {
    let half =
        |text: &str| LETTER_WIDTH * f64::from(u32::try_from(text.len()).unwrap_or(u32::MAX)) / 2.0;
    labels.windows(2).all(|pair| match pair {
        [(x, text), (next, other)] => x + half(text) + LETTER_WIDTH <= next - half(other),
        _ => true,
    })
}

/// Places the labels of the last values without overlap; equal values share one.
fn place_end_labels(mut ends: Vec<EndLabel>) -> Vec<Element> {
    ends.sort_by(|one, other| one.y.total_cmp(&other.y));
    ends.dedup_by(|next, one| next.text == one.text && next.y - one.y < LINE_HEIGHT);
    let mut least = f64::MIN;
    let ends = ends.into_iter().map(|end| {
        let y = end.y.max(least);
        least = y + LINE_HEIGHT;
        label("now", (end.x, y), "start", &end.text)
    });
    ends.collect()
}

/// Draws the marker of an entry.
fn mark(line: &PlotLine<'_>, x: f64, y: f64) -> Element {
    match line.mark {
        PointMarker::Dot => shape("circle", line.class, &[("cx", x), ("cy", y), ("r", 3.0)]),
        PointMarker::Square => {
            let size = 6.0;
            let places =
                [("x", x - size / 2.0), ("y", y - size / 2.0), ("width", size), ("height", size)];
            shape("rect", line.class, &places)
        }
    }
}

/// Returns the outline of a star with five points.
pub fn star(x: f64, y: f64) -> String {
    let points = (0..10).map(|at| {
        let radius = if at % 2 == 0 { 6.0 } else { 2.6 };
        let angle = f64::from(at) * std::f64::consts::PI / 5.0;
        let (sin, cos) = angle.sin_cos();
        format!("{} {}", place(x + radius * sin), place(y - radius * cos))
    });
    format!("M{}z", points.collect::<Vec<_>>().join("L"))
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use chrono::Weekday;

    use super::*;

    #[test]
    fn tick_labels_are_shown_where_they_fit() {
        for first in ["2026-01-01", "2026-05-28", "2025-12-24"] {
            let from: NaiveDate = first.parse().unwrap();
            for days in 14..1_500 {
                let axis =
                    Axis { from, until: from + TimeDelta::days(days), week_starts: Weekday::Mon };
                let labels = Plot::new(&axis).tick_labels();
                assert!(has_room(&labels), "{first} for {days} days: {labels:?}");
                assert!(!labels.is_empty(), "{first} for {days} days");
            }
        }
        let axis = Axis {
            from: "2026-12-01".parse().unwrap(),
            until: "2027-01-20".parse().unwrap(),
            week_starts: Weekday::Mon,
        };
        let names: Vec<String> =
            Plot::new(&axis).tick_labels().into_iter().map(|one| one.1).collect();
        assert_eq!(names, ["7 Dec", "21 Dec", "4 Jan", "18 Jan"]);
        assert!(!has_room(&[(40.0, "7 Dec".to_owned()), (72.0, "14 Dec".to_owned())]));
    }

    #[test]
    fn the_last_labels_of_two_lines_never_overlap() {
        let end = |y, text: &str| EndLabel { x: 100.0, y, text: text.to_owned() };
        let shown = |ends| -> Vec<String> {
            place_end_labels(ends).iter().map(ToString::to_string).collect()
        };
        assert_eq!(shown(vec![end(51.0, "4"), end(48.0, "4")]).len(), 1);
        let both = shown(vec![end(52.0, "9"), end(48.0, "10")]);
        assert!(both[0].contains("y=\"48\"") && both[1].contains("y=\"62\""), "{both:?}");
    }
}
