//! Small drawings in a line of text.

/// `████░░░░░░ 40 %`.
pub fn bar(percent: u8) -> String {
    let full = (usize::from(percent.min(100)) + 5) / 10;
    format!("{}{} {percent} %", "█".repeat(full), "░".repeat(10 - full))
}

/// `▃▅▇ 7`: figures from 1 to `most` over time, oldest first, then the last one; the last twelve at most.
pub fn sparkline(figures: &[u8], most: u8) -> String {
    const STEPS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let Some(last) = figures.last() else {
        return String::new();
    };
    let shown = &figures[figures.len().saturating_sub(12)..];
    let drawn: String = shown
        .iter()
        .map(|figure| {
            STEPS[usize::from(figure.saturating_sub(1).min(most - 1)) * 7 / usize::from(most - 1)]
        })
        .collect();
    format!("{drawn} {last}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_full_as_it_says() {
        assert_eq!(bar(40), "████░░░░░░ 40 %");
        assert_eq!(bar(0), "░░░░░░░░░░ 0 %");
        assert_eq!(bar(100), "██████████ 100 %");
    }

    #[test]
    fn a_sparkline_goes_from_the_lowest_to_the_highest_step() {
        assert_eq!(sparkline(&[1, 5, 10], 10), "▁▄█ 10");
        assert_eq!(sparkline(&[], 10), "");
    }
}
