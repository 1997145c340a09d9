//! Offsets that programs write after a time, such as Notion: `March 5, 2027 10:00 AM (GMT+1)`.

use chrono::{FixedOffset, NaiveDateTime};

use crate::domain::dates::foreign::{MAX_BYTES, split_weekday};

/// Splits off an offset such as `(GMT+1)`, `(UTC)` or `(GMT-3:30)` at the end of a text or after the start of a span:
/// returns the text without it, and the offset.
pub fn split_offset(text: &str) -> Option<(String, FixedOffset)> {
    if text.len() > MAX_BYTES {
        return None;
    }
    let (before, rest) = text.split_once(" (")?;
    let (name, after) = rest.split_once(')')?;
    let figure = name.strip_prefix("GMT").or_else(|| name.strip_prefix("UTC"))?;
    Some((format!("{before}{after}"), parse_offset(figure)?))
}

/// Parses what follows `GMT`: nothing, `+1`, `-3:30`, `+05:30`.
fn parse_offset(figure: &str) -> Option<FixedOffset> {
    let (sign, figure) = match (figure.strip_prefix('+'), figure.strip_prefix(['-', '\u{2212}'])) {
        (Some(figure), _) => (1, figure),
        (_, Some(figure)) => (-1, figure),
        _ if figure.is_empty() => (1, "0"),
        _ => return None,
    };
    let (hours, minutes) = figure.split_once(':').unwrap_or((figure, "0"));
    let (hours, minutes): (u32, u32) = (hours.parse().ok()?, minutes.parse().ok()?);
    let seconds = i32::try_from(hours.checked_mul(60)?.checked_add(minutes)?).ok()?;
    (hours <= 14 && minutes < 60).then(|| FixedOffset::east_opt(sign * seconds * 60)).flatten()
}

/// Formats a local time, as `moment` rewrites it, with its offset. `None`: it has no time.
pub fn with_offset(local: &str, offset: FixedOffset) -> Option<String> {
    let (_, local) = split_weekday(local);
    let local = NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").ok()?;
    let at = local.and_local_timezone(offset).single()?;
    Some(at.format("%Y-%m-%dT%H:%M:%S%:z").to_string())
}
