//! Charts within a line of text.

use crate::view::page::output_mode::OutputMode;

/// Draws a percentage: `████░░░░░░ 40%`.
pub fn bar(percent: u8, mode: OutputMode) -> String {
    match mode {
        OutputMode::Plain => format!("{percent}%"),
        _ => format!("{} {percent}%", bar_cells(percent.into(), 100, 10, mode)),
    }
}

/// Draws `part` of `whole` as a bar of `columns` columns, without a number.
pub fn bar_cells(part: u32, whole: u32, columns: u32, mode: OutputMode) -> String {
    let (full, empty) = match mode {
        OutputMode::Ascii => ("#", "."),
        _ => ("█", "░"),
    };
    let filled = (part.min(whole) * columns + whole / 2) / whole.max(1);
    full.repeat(filled as usize) + &empty.repeat((columns - filled) as usize)
}

/// Returns the eight blocks, lowest first.
pub fn block_characters(mode: OutputMode) -> [char; 8] {
    match mode {
        OutputMode::Ascii => ['_', '.', '-', ':', '=', '+', '*', '#'],
        _ => ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
    }
}

/// Draws the last twelve values from 1 to `most`, oldest first, and writes the latest one after them: `▃▅▇ 7`.
pub fn sparkline(figures: &[u8], most: u8, mode: OutputMode) -> String {
    let steps = block_characters(mode);
    let shown = &figures[figures.len().saturating_sub(12)..];
    let Some((last, before)) = shown.split_last() else {
        return String::new();
    };
    if mode.is_plain() {
        let mut shown: Vec<String> = before.iter().map(u8::to_string).collect();
        shown.push(match before {
            [] => last.to_string(),
            _ => format!("now {last}"),
        });
        return shown.join(", ");
    }
    let step = |figure: &u8| {
        let above = usize::from(figure.saturating_sub(1).min(most - 1));
        steps[above * 7 / usize::from(most - 1)]
    };
    let drawn: String = shown.iter().map(step).collect();
    format!("{drawn} {last}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_filled_in_proportion() {
        assert_eq!(bar(40, OutputMode::Drawn), "████░░░░░░ 40%");
        assert_eq!(bar(0, OutputMode::Drawn), "░░░░░░░░░░ 0%");
        assert_eq!(bar(100, OutputMode::Drawn), "██████████ 100%");
        assert_eq!(bar(40, OutputMode::Ascii), "####...... 40%");
        assert_eq!(bar(40, OutputMode::Plain), "40%");
        assert_eq!(bar_cells(1, 2, 5, OutputMode::Drawn), "███░░");
        assert_eq!(bar_cells(0, 0, 5, OutputMode::Drawn), "░░░░░");
    }

    #[test]
    fn a_sparkline_goes_from_the_lowest_to_the_highest_step() {
        assert_eq!(sparkline(&[1, 5, 10], 10, OutputMode::Drawn), "▁▄█ 10");
        assert_eq!(sparkline(&[], 10, OutputMode::Drawn), "");
        assert_eq!(sparkline(&[1, 5, 10], 10, OutputMode::Ascii), "_:# 10");
        assert_eq!(sparkline(&[1, 5, 10], 10, OutputMode::Plain), "1, 5, now 10");
        assert_eq!(sparkline(&[7], 10, OutputMode::Plain), "7");
    }
}
