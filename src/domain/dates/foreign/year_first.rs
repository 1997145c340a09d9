//! Dates of Chinese, Japanese, Korean and Hungarian: `2026年12月31日`, `2026년 12월 31일`, `2026. 12. 31.`

use crate::domain::dates::foreign::{MAX_BYTES, is_figure};

/// The signs after the year, the month and the day.
const SIGNS: [[char; 3]; 3] =
    [['\u{5e74}', '\u{6708}', '\u{65e5}'], ['\u{b144}', '\u{c6d4}', '\u{c77c}'], ['.', '.', '.']];

/// Returns a text that starts with such a date as `2026-12-31`, with what follows it. `None`: it starts otherwise.
pub fn with_hyphens(text: &str) -> Option<String> {
    let text = text.trim();
    if text.len() > MAX_BYTES || !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    SIGNS.iter().find_map(|[after_year, after_month, after_day]| {
        let (year, rest) = text.split_once(*after_year)?;
        // `31.12.2026` and `2026.12.31` are others' to read.
        let is_spaced = *after_year != '.' || rest.starts_with(' ');
        let (month, rest) = rest.split_once(*after_month)?;
        let (day, rest) = rest.split_once(*after_day).unwrap_or((rest, ""));
        let figures = [year, month, day].map(str::trim);
        let is_date = figures.iter().all(|figure| is_figure(figure))
            && figures[0].len() == 4
            && figures[1].len() <= 2
            && figures[2].len() <= 2;
        let [year, month, day] = figures;
        (is_date && is_spaced)
            .then(|| format!("{year}-{month:0>2}-{day:0>2} {}", without_weekday(rest)))
            .map(|date| date.trim_end().to_owned())
    })
}

/// Returns a text without a weekday in brackets at its start: `(木) 17:00`.
fn without_weekday(text: &str) -> &str {
    let text = text.trim_start();
    let inside = text.strip_prefix(['(', '\u{ff08}']);
    let rest = inside.and_then(|inside| inside.split_once([')', '\u{ff09}']));
    match rest {
        Some((name, rest)) if name.chars().count() <= 3 => rest.trim_start(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_with_signs_after_each_part_are_read() {
        for (text, expected) in [
            ("2026\u{5e74}12\u{6708}31\u{65e5}", Some("2026-12-31")),
            ("2026\u{5e74}3\u{6708}5\u{65e5}(\u{6728}) 17:00", Some("2026-03-05 17:00")),
            ("2026\u{b144} 12\u{c6d4} 31\u{c77c}", Some("2026-12-31")),
            ("2026. 12. 31.", Some("2026-12-31")),
            ("2026. 3. 5. 17:00", Some("2026-03-05 17:00")),
            ("2026. 12. 31", Some("2026-12-31")),
            ("2026.12.31", None),
            ("31. 12. 2026", None),
            ("2026\u{5e74}12\u{6708}", None),
            ("2026-12-31", None),
        ] {
            assert_eq!(with_hyphens(text).as_deref(), expected, "{text}");
        }
    }
}
