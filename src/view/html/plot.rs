//! Figures over time as a picture: one time axis, one or more panels above it. Small enough to stand beside others and to be
//! read on a telephone; what is drawn has a name in the style sheet, never a colour of its own.

use chrono::NaiveDate;

use crate::view::axis::{Axis, Interpolation, TimeSeries};
use crate::view::html::markup::{Element, element};

/// Width of every plot, in its own units: pixels where it has the room of a telephone.
const WIDTH: f64 = 320.0;
const LEFT: f64 = 38.0;
const RIGHT: f64 = 290.0;

/// What is drawn so far.
pub struct Plot<'a> {
    axis: &'a Axis,
    /// Scales and days, behind what is drawn over them.
    ground: Vec<Element>,
    parts: Vec<Element>,
}

/// A part of a plot with a scale of its own.
#[derive(Clone, Copy)]
pub struct Panel {
    pub top: f64,
    pub bottom: f64,
    /// The figures at the bottom and at the top.
    pub low: f64,
    pub high: f64,
}

impl Panel {
    fn y(&self, figure: f64) -> f64 {
        let share = (figure - self.low) / (self.high - self.low);
        self.bottom - share * (self.bottom - self.top)
    }
}

/// What stands where figures were said.
#[derive(Clone, Copy)]
pub enum PointMarker {
    Dot,
    Square,
}

/// A line through figures.
pub struct PlotLine<'a> {
    pub class: &'static str,
    pub figures: &'a TimeSeries,
    pub mark: PointMarker,
    pub course: Interpolation,
    /// The day until which the last figure holds.
    pub until: NaiveDate,
    /// Units by which it is drawn lower, so that two lines that agree are two lines.
    pub shift: f64,
}

/// More marks than this would be a smear.
const MOST_MARKS: usize = 40;

/// A picture with what it shows in words: `name` is unique on the page.
pub fn picture(name: &str, size: (f64, f64), title: &str, description: &str) -> Element {
    let (width, height) = size;
    element("svg")
        .attr("viewBox", format!("0 0 {width} {height}"))
        .attr("role", "img")
        .attr("aria-labelledby", format!("{name}-title {name}-words"))
        .children(
            element("title")
                .attr("id", format!("{name}-title"))
                .text(title),
        )
        .children(
            element("desc")
                .attr("id", format!("{name}-words"))
                .text(description),
        )
}

/// A shape, at its place.
pub fn shape(name: &'static str, class: &'static str, places: &[(&'static str, f64)]) -> Element {
    let shape = element(name).class(class);
    places
        .iter()
        .fold(shape, |shape, (name, at)| shape.attr(name, place(*at)))
}

/// Text at a place; `anchor` is `start`, `middle` or `end`.
pub fn label(class: &'static str, at: (f64, f64), anchor: &'static str, text: &str) -> Element {
    shape("text", class, &[("x", at.0), ("y", at.1)])
        .attr("text-anchor", anchor)
        .text(text)
}

/// A coordinate, as short as it can be.
pub fn place(at: f64) -> String {
    let text = format!("{at:.1}");
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

impl<'a> Plot<'a> {
    pub fn new(axis: &'a Axis) -> Self {
        Plot {
            axis,
            ground: Vec::new(),
            parts: Vec::new(),
        }
    }

    fn x(&self, day: NaiveDate) -> Option<f64> {
        let share = self.axis.position(day)?;
        Some(LEFT + share * (RIGHT - LEFT))
    }

    /// Thin lines across a panel at these figures, each with its label.
    pub fn grid(&mut self, panel: Panel, figures: &[(u8, &str)]) {
        for (figure, name) in figures {
            let y = panel.y(f64::from(*figure));
            let across = [("x1", LEFT), ("x2", RIGHT), ("y1", y), ("y2", y)];
            self.ground.push(shape("line", "grid", &across));
            let at = (LEFT - 9.0, y + 4.0);
            self.ground.push(label("scale", at, "end", name));
        }
    }

    /// A level that means something, across a panel.
    pub fn level(&mut self, panel: Panel, figure: u8, class: &'static str, name: &str) {
        let y = panel.y(f64::from(figure));
        let across = [("x1", LEFT), ("x2", RIGHT), ("y1", y), ("y2", y)];
        self.ground.push(shape("line", class, &across));
        let at = (LEFT - 9.0, y + 4.0);
        self.ground.push(label("scale", at, "end", name));
    }

    /// Figures as a line, the last one written beside it; its area down to the bottom is tinted where `fills` says so.
    pub fn line(&mut self, panel: Panel, line: &PlotLine<'_>, fills: bool) {
        let y = |figure: u8| panel.y(f64::from(figure)) + line.shift;
        let before = line.figures.before.map(|figure| (LEFT, y(figure)));
        let said = line.figures.said.iter();
        let said = said.filter_map(|(day, figure)| Some((self.x(*day)?, y(*figure))));
        let said: Vec<(f64, f64)> = said.collect();
        let points: Vec<(f64, f64)> = before.into_iter().chain(said.clone()).collect();
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
            self.ground
                .insert(0, element("path").class("area").attr("d", area));
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
        self.parts.push(
            element("g")
                .class(line.class)
                .children(still)
                .children(drawn),
        );
        if said.len() <= MOST_MARKS {
            let marks = said.iter().map(|(x, y)| mark(line, *x, *y));
            self.parts.extend(marks);
        }
        if let Some(figure) = line.figures.last() {
            let at = (end + 5.0, last.1 + 4.5);
            self.parts
                .push(label("now", at, "start", &figure.to_string()));
        }
    }

    /// A day, from the top to the bottom of all panels, with a flag at its top where it is a target.
    pub fn day(&mut self, day: NaiveDate, (top, bottom): (f64, f64), class: &'static str) {
        let Some(x) = self.x(day) else { return };
        let down = [("x1", x), ("x2", x), ("y1", top), ("y2", bottom)];
        self.ground.push(shape("line", class, &down));
        if class.contains("target") {
            // A flag that flies inward at the right end.
            let tip = if x + 9.0 > RIGHT { -9 } else { 9 };
            let flag = format!("M{} {}v8l{tip} -4z", place(x), place(top));
            self.ground
                .push(element("path").class(class).attr("d", flag));
        }
    }

    /// A star on a day.
    pub fn star(&mut self, day: NaiveDate, y: f64, class: &'static str, title: &str) {
        let Some(x) = self.x(day) else { return };
        let star = element("path").class(class).attr("d", star(x, y));
        self.parts.push(star.children(element("title").text(title)));
    }

    /// The whole picture: the time axis at `bottom`, what was drawn above it.
    pub fn picture(self, name: &str, bottom: f64, title: &str, description: &str) -> Element {
        let mut names = Vec::new();
        for (day, text) in self.axis.tick_labels(8) {
            let Some(x) = self.x(day) else { continue };
            let tick = [("x1", x), ("x2", x), ("y1", bottom), ("y2", bottom + 4.0)];
            names.push(shape("line", "tick", &tick));
            let at = (x.clamp(LEFT, RIGHT - 2.0), bottom + 16.0);
            names.push(label("scale", at, "middle", &text));
        }
        let across = [("x1", LEFT), ("x2", RIGHT), ("y1", bottom), ("y2", bottom)];
        picture(name, (WIDTH, bottom + 22.0), title, description)
            .children(self.ground)
            .children(self.parts)
            .children(shape("line", "tick", &across))
            .children(names)
    }
}

/// What stands where a figure was said.
fn mark(line: &PlotLine<'_>, x: f64, y: f64) -> Element {
    match line.mark {
        PointMarker::Dot => shape("circle", line.class, &[("cx", x), ("cy", y), ("r", 3.0)]),
        PointMarker::Square => {
            let size = 6.0;
            let places = [
                ("x", x - size / 2.0),
                ("y", y - size / 2.0),
                ("width", size),
                ("height", size),
            ];
            shape("rect", line.class, &places)
        }
    }
}

/// The outline of a star with five points.
pub fn star(x: f64, y: f64) -> String {
    let points = (0..10).map(|at| {
        let radius = if at % 2 == 0 { 6.0 } else { 2.6 };
        let angle = f64::from(at) * std::f64::consts::PI / 5.0;
        let (sin, cos) = angle.sin_cos();
        format!("{} {}", place(x + radius * sin), place(y - radius * cos))
    });
    format!("M{}z", points.collect::<Vec<_>>().join("L"))
}
