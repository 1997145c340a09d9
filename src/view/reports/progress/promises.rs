//! The promises of both sides as bars.

use crate::domain::person::Side;
use crate::domain::progress::ProgressReport;
use crate::domain::promise::{PromiseOutcome, Verdict};
use crate::view::page::chart;
use crate::view::page::output_mode::OutputMode;
use crate::view::page::style::{self, Style, paint};
use crate::view::page::wrap::wrap_hanging;
use crate::view::reports::progress::{GUTTER, heading, pad, truncate};
use crate::view::reports::promise;

/// Draws the bars of both sides; `None`: nothing is measured yet.
pub fn render(progress: &ProgressReport, room: usize, mode: OutputMode) -> Option<String> {
    let mut outcomes = progress.outcomes.iter();
    outcomes.find(|one| one.verdict != Verdict::Unmeasured)?;
    let pair = &progress.pair;
    let mut lines = vec![heading("Promises kept", room)];
    let half = room.saturating_sub(GUTTER) / 2;
    let names = [Side::Mentor, Side::Mentee].map(|side| {
        let (name, room) = (pair.first_name(side), half.saturating_sub(1));
        let with_role = format!("{name} ({side})");
        let fits = style::width(&with_role) <= room;
        truncate(if fits { &with_role } else { name }, room, mode)
    });
    let names = names.map(|name| pad(&name, half));
    let names = format!("{}{}", " ".repeat(GUTTER), names.concat());
    lines.push(paint(Style::Dim, names.trim_end()));
    let (known, blank) = promise::split_by_data(&progress.outcomes);
    for own in known {
        let cells: Vec<String> = match own {
            [both] if both.side.is_none() => vec![bar_or_reason(both, half * 2, mode)],
            sides => [Side::Mentor, Side::Mentee]
                .into_iter()
                .map(|side| {
                    let own = sides.iter().find(|one| one.side == Some(side));
                    pad(&own.map(|one| bar_or_reason(one, half, mode)).unwrap_or_default(), half)
                })
                .collect(),
        };
        let line = format!("{:>13}  {}", own[0].promise.label(), cells.concat());
        lines.push(line.trim_end().to_owned());
    }
    if let Some(blank) = blank {
        let indent = " ".repeat(GUTTER);
        let blank = wrap_hanging(&format!("{indent}{blank}"), Some(room), GUTTER);
        lines.push(paint(Style::Dim, &blank));
    }
    Some(lines.join("\n"))
}

/// Draws an outcome: `██████░░ 5 of 7`, or the reason why nothing is measured.
fn bar_or_reason(outcome: &PromiseOutcome, columns: usize, mode: OutputMode) -> String {
    let Some((kept, of)) = outcome.kept.zip(outcome.of) else {
        let reason = match outcome.side {
            None => &outcome.happened,
            Some(_) => Verdict::Unmeasured.label(),
        };
        return paint(Style::Dim, &truncate(reason, columns.saturating_sub(1), mode));
    };
    let figure = format!(" {kept} of {of}");
    let bar = columns.saturating_sub(figure.len() + 2).clamp(4, 40);
    let bar = u32::try_from(bar).unwrap_or(u32::MAX);
    let style = match outcome.verdict {
        Verdict::Kept => Style::Good,
        _ => Style::Soon,
    };
    paint(style, &chart::bar_cells(kept, of, bar, mode)) + &figure
}
