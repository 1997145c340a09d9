//! Charts over time in rows of text: areas, marks on days, and the time axis below.

use chrono::NaiveDate;

use crate::view::page::axis::{Axis, Interpolation, TimeSeries};
use crate::view::page::chart;
use crate::view::page::output_mode::{BASE, OutputMode, TICK};
use crate::view::page::style;

/// A time axis laid out in columns.
#[derive(Clone, Copy)]
pub struct Canvas<'a> {
    pub axis: &'a Axis,
    pub columns: usize,
    /// The last day with data.
    pub today: NaiveDate,
    pub mode: OutputMode,
}

impl Canvas<'_> {
    /// Draws values from `low` to `high` as a filled area, the top row first. The lowest value is visible too.
    pub fn area(
        &self,
        figures: &TimeSeries,
        course: Interpolation,
        scale: (f64, f64),
        rows: usize,
    ) -> Vec<String> {
        let blocks = chart::block_characters(self.mode);
        let (low, high) = scale;
        let days = self.axis.days(self.columns);
        let eighths: Vec<Option<usize>> = days
            .iter()
            .map(|day| {
                let known = *day <= self.today;
                let figure = figures.value_on(*day, self.axis, course).filter(|_| known)?;
                let share = ((figure - low) / (high - low)).clamp(0.0, 1.0);
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_precision_loss,
                    clippy::cast_sign_loss,
                    reason = "a share of some rows"
                )]
                let full = (share * (rows * 8) as f64).round() as usize;
                Some(full.max(1))
            })
            .collect();
        let cell = |row: usize, eighths: Option<usize>| match eighths
            .map(|full| full.saturating_sub(row * 8).min(8))
        {
            None | Some(0) => ' ',
            Some(full) => blocks[full - 1],
        };
        let rows = (0..rows).rev();
        rows.map(|row| {
            let line: String = eighths.iter().map(|full| cell(row, *full)).collect();
            line.trim_end().to_owned()
        })
        .collect()
    }

    /// Draws glyphs on days; the later of two in one column wins.
    pub fn marks(&self, days: impl Iterator<Item = (NaiveDate, char)>) -> String {
        let mut line = vec![' '; self.columns];
        for (day, sign) in days {
            if let Some(cell) = self.column(day).and_then(|at| line.get_mut(at)) {
                *cell = sign;
            }
        }
        let line: String = line.into_iter().collect();
        line.trim_end().to_owned()
    }

    /// Draws the line below a graph and its tick labels.
    pub fn axis_lines(&self) -> [String; 2] {
        let mut line = vec![BASE.in_mode(self.mode); self.columns];
        let mut names = String::new();
        // A label and a blank take about seven columns.
        for (day, name) in self.axis.tick_labels((self.columns / 7).max(1)) {
            let Some(at) = self.column(day) else { continue };
            let start = at.min(self.columns.saturating_sub(style::width(&name)));
            let written = style::width(&names);
            // Labels that would touch the previous one are omitted.
            if start > written || names.is_empty() {
                line[at] = TICK.in_mode(self.mode);
                names.push_str(&" ".repeat(start - written));
                names.push_str(&name);
            }
        }
        [line.into_iter().collect(), names]
    }

    fn column(&self, day: NaiveDate) -> Option<usize> {
        let share = self.axis.position(day)?;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_precision_loss,
            clippy::cast_sign_loss,
            reason = "a share of some columns"
        )]
        let at = (share * (self.columns.saturating_sub(1)) as f64).round() as usize;
        Some(at)
    }
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;

    use super::*;

    fn position_of(day: &str) -> NaiveDate {
        day.parse().unwrap()
    }

    fn sample_graph(mode: OutputMode) -> String {
        let axis = Axis {
            from: position_of("2026-10-01"),
            until: position_of("2026-12-31"),
            week_starts: Weekday::Mon,
        };
        let canvas = Canvas { axis: &axis, columns: 40, today: position_of("2026-12-15"), mode };
        let entries = [
            (position_of("2026-10-10"), 0),
            (position_of("2026-11-20"), 90),
            (position_of("2026-12-01"), 50),
        ];
        let figures = TimeSeries::for_axis(&axis, entries.into_iter());
        let mut lines = canvas.area(&figures, Interpolation::Slope, (0.0, 100.0), 3);
        lines.push(canvas.marks([(position_of("2026-10-10"), '*')].into_iter()));
        lines.extend(canvas.axis_lines());
        lines.join("\n")
    }

    #[test]
    fn an_area_follows_its_figures_and_ends_today() {
        insta::assert_snapshot!(sample_graph(OutputMode::Drawn), @"
                          ▁▂▃▅▅▃
                    ▂▃▄▆▇████████▇▅▄▄▄▄▄▄
            ▁▁▃▄▅▆▇██████████████████████
            *
        ┬────────────┬────────────┬─────────────
        Oct          Nov          Dec
        ");
    }

    #[test]
    fn charts_can_use_ascii_only() {
        insta::assert_snapshot!(sample_graph(OutputMode::Ascii), @"
                          _.-==-
                    .-:+*########*=::::::
            __-:=+*######################
            *
        +------------+------------+-------------
        Oct          Nov          Dec
        ");
    }
}
