//! Check-ins as a strip of days for each month.

use std::collections::BTreeMap;

use chrono::{Datelike, Months, NaiveDate};

use crate::domain::checkin::CheckInState;
use crate::domain::progress::ProgressReport;
use crate::view::page::output_mode::{
    AWAY, CANCELLED, CANCELLED_LATE, DAY, HELD, MISSED, OutputMode, PLANNED,
};
use crate::view::page::style::{Style, paint};
use crate::view::page::wrap::wrap;
use crate::view::reports::progress::{aways, heading, wrap_line};
use crate::view::words;

/// Columns before the days of a month; 31 days fit 40 columns.
const MARGIN: usize = 9;
/// Months on the calendar; earlier ones are left out.
const MAX_MONTHS: usize = 12;

/// Draws a row a month and a column a day; `None` without check-ins.
pub fn render(progress: &ProgressReport, room: usize, mode: OutputMode) -> Option<String> {
    let meetings = progress.checkins_by_day();
    let (first, _) = meetings.first()?;
    let (last, _) = meetings.last()?;
    let mut lines = vec![heading("Check-ins", room)];
    let mut signs: BTreeMap<NaiveDate, char> = BTreeMap::new();
    for (day, one) in &meetings {
        let held = signs.get(day) == Some(&state_sign(CheckInState::Held, mode));
        if !held {
            signs.insert(*day, state_sign(one.state, mode));
        }
    }
    let next = |day: &NaiveDate| day.checked_add_months(Months::new(1));
    let months = std::iter::successors(first.with_day(1), next);
    let months: Vec<NaiveDate> = months.take_while(|day| day <= last).collect();
    let before = months.len().saturating_sub(MAX_MONTHS);
    // Two columns a day if they fit.
    let blank = if room > 80 { " " } else { "" };
    lines.push(paint(Style::Dim, &day_names(blank)));
    for first in months.iter().skip(before) {
        lines.push(month(*first, &signs, blank, progress, mode));
    }
    let mut keys: Vec<String> = CheckInState::ALL
        .iter()
        .filter(|state| meetings.iter().any(|(_, one)| one.state == **state))
        .map(|state| format!("{} {state}", state_sign(*state, mode)))
        .collect();
    if !progress.facts.aways.is_empty() {
        keys.push(format!("{} away", AWAY.in_mode(mode)));
    }
    if before > 0 {
        keys.push(format!("{} before these", words::count(before, "month")));
    }
    let margin = " ".repeat(MARGIN);
    let keys = wrap(&keys.join("  "), Some(room.saturating_sub(MARGIN).max(20)));
    let keys = keys.replace('\n', &format!("\n{margin}"));
    lines.push(paint(Style::Dim, &format!("{margin}{keys}")));
    lines.extend(aways(progress).iter().map(|line| wrap_line(line, room)));
    Some(lines.join("\n"))
}

/// Draws the header with days: `1   5    10 …`.
fn day_names(blank: &str) -> String {
    let step = 1 + blank.len();
    let mut line = " ".repeat(MARGIN);
    for day in [1, 5, 10, 15, 20, 25, 30] {
        let start = MARGIN + (day - 1) * step;
        line.push_str(&" ".repeat(start - line.len()));
        line.push_str(&day.to_string());
    }
    line
}

fn month(
    first: NaiveDate,
    signs: &BTreeMap<NaiveDate, char>,
    blank: &str,
    progress: &ProgressReport,
    mode: OutputMode,
) -> String {
    let name = match first.month() {
        1 => first.format("%b %Y").to_string(),
        _ => first.format("%b").to_string(),
    };
    let days = first.iter_days().take_while(|day| day.month() == first.month());
    let cells = days.map(|day| {
        let sign = signs.get(&day).copied();
        let is_away = progress.facts.aways.iter().any(|away| away.covers(day));
        match sign {
            Some(sign) if sign == state_sign(CheckInState::Held, mode) => {
                paint(Style::Good, &sign.to_string())
            }
            Some(sign) => paint(Style::Soon, &sign.to_string()),
            None if is_away => paint(Style::Dim, &AWAY.in_mode(mode).to_string()),
            None => paint(Style::Dim, &DAY.in_mode(mode).to_string()),
        }
    });
    let cells: Vec<String> = cells.collect();
    format!("{name:>8} {}", cells.join(blank))
}

fn state_sign(state: CheckInState, mode: OutputMode) -> char {
    let sign = match state {
        CheckInState::Held => HELD,
        CheckInState::Planned => PLANNED,
        CheckInState::Cancelled => CANCELLED,
        CheckInState::LateCancelled => CANCELLED_LATE,
        CheckInState::NoShow => MISSED,
    };
    sign.in_mode(mode)
}
