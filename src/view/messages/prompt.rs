//! `mentor prompt`: how much is due, in a few characters for a shell prompt.

use serde::Serialize;

use crate::domain::due::DueCounts;

/// The default format.
pub const DEFAULT_FORMAT: &str = "[{overdue} overdue ][{due} due]";

/// Formats the counts; empty if nothing is due.
pub fn text(format: &str, counts: DueCounts) -> String {
    if counts == DueCounts::default() {
        return String::new();
    }
    let mut out = String::new();
    let mut rest = format;
    while let Some((before, after)) = rest.split_once('[') {
        out.push_str(&fill_template(before, counts).0);
        let (part, after) = after.split_once(']').unwrap_or((after, ""));
        let (text, is_zero) = fill_template(part, counts);
        if !is_zero {
            out.push_str(&text);
        }
        rest = after;
    }
    out.push_str(&fill_template(rest, counts).0);
    out.trim().to_owned()
}

/// Fills in a part of the format. The flag says whether it has counts and all of them are 0.
fn fill_template(part: &str, counts: DueCounts) -> (String, bool) {
    let all = [("{overdue}", counts.overdue), ("{due}", counts.soon)];
    let mut named = all.iter().filter(|(name, _)| part.contains(name)).peekable();
    let is_zero = named.peek().is_some() && named.all(|(_, count)| *count == 0);
    let text = all
        .iter()
        .fold(part.to_owned(), |text, (name, count)| text.replace(name, &count.to_string()));
    (text, is_zero)
}

/// Finds the first name in braces that is not in `known`.
pub fn unknown<'f>(format: &'f str, known: &[&str]) -> Option<&'f str> {
    let names = format.split('{').skip(1);
    let mut names = names.filter_map(|rest| rest.split_once('}').map(|(name, _)| name));
    names.find(|name| !known.contains(name))
}

/// `mentor prompt`: how much is due.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PromptCounts {
    overdue: usize,
    /// Due soon.
    due: usize,
}

pub fn json(counts: DueCounts) -> PromptCounts {
    PromptCounts { overdue: counts.overdue, due: counts.soon }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rendered(format: &str, overdue: usize, soon: usize) -> String {
        text(format, DueCounts { overdue, soon })
    }

    #[test]
    fn zero_counts_are_left_out() {
        assert_eq!(rendered(DEFAULT_FORMAT, 2, 1), "2 overdue 1 due");
        assert_eq!(rendered(DEFAULT_FORMAT, 0, 1), "1 due");
        assert_eq!(rendered(DEFAULT_FORMAT, 2, 0), "2 overdue");
        assert_eq!(rendered(DEFAULT_FORMAT, 0, 0), "");
        assert_eq!(rendered("mentor: {overdue}", 0, 0), "");
    }

    #[test]
    fn a_custom_format_may_have_optional_parts() {
        assert_eq!(rendered("{overdue}/{due}", 0, 3), "0/3");
        assert_eq!(rendered("m[!{overdue}][~{due}]", 0, 3), "m~3");
        assert_eq!(rendered("[{overdue}+{due}]", 0, 3), "0+3");
        assert_eq!(rendered("[always]", 0, 3), "always");
        assert_eq!(rendered("[{overdue}", 1, 0), "1");
    }

    #[test]
    fn an_unknown_placeholder_is_found() {
        assert_eq!(unknown("{due} {late}", &["due"]), Some("late"));
        assert_eq!(unknown("{due", &["due"]), None);
    }
}
