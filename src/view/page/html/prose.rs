//! Text in HTML: references to records become links, and records, days, distances and lengths are not broken across
//! lines.

use std::collections::BTreeSet;

use crate::domain::record::{Id, Record};
use crate::view::page::html::markup::{Element, element};
use crate::view::page::report::{Drawing, Report, ReportItem};
use crate::view::page::style::{self, TextPart};
use crate::view::page::wrap::{MONTHS, WEEKDAYS};

/// Nouns that come before the number of a record.
const NOUNS: [&str; 14] = [
    "advice", "approach", "check-in", "feedback", "follow-up", "goal", "introduction", "option",
    "question", "resource", "review", "skill", "topic", "win",
];

/// The anchors of a page.
pub struct PageLinks {
    anchors: BTreeSet<String>,
}

impl PageLinks {
    pub fn for_report(report: &Report<'_>) -> PageLinks {
        fn ids<'r, T: 'r>(
            noun: &'static str,
            records: impl Iterator<Item = &'r Record<T>>,
        ) -> Vec<String> {
            let name = |id: &Id<T>| format!("{noun}-{id}");
            records.map(|one| name(&one.id)).collect()
        }
        let anchors_of = |points: &[ReportItem]| -> Vec<String> {
            let anchors = points.iter().map(|point| point.anchor.clone());
            anchors.flatten().collect()
        };
        let sections = report.sections.iter();
        let anchors = sections.flat_map(|section| match &section.drawing {
            Some(Drawing::Goals(histories, _)) => {
                ids("goal", histories.iter().map(|one| &one.goal))
            }
            Some(Drawing::Skills(histories, _)) => {
                ids("skill", histories.iter().map(|one| &one.skill))
            }
            Some(Drawing::Promises(_)) => Vec::new(),
            Some(Drawing::Meetings(progress)) if section.points.is_empty() => {
                let meetings = progress.checkins_by_day();
                ids("check-in", meetings.into_iter().map(|(_, one)| one))
            }
            Some(Drawing::Meetings(_)) | None => anchors_of(&section.points),
        });
        PageLinks { anchors: anchors.collect() }
    }

    /// Whether the page has the anchor.
    pub fn knows(&self, anchor: &str) -> bool {
        self.anchors.contains(anchor)
    }
}

/// Adds a text to an element, its commands as code. References to the record `own`, which it describes, are not linked.
pub fn prose(into: Element, text: &str, links: &PageLinks, own: Option<&str>) -> Element {
    let parts = style::split_commands(text).into_iter();
    parts.fold(into, |into, part| match part {
        TextPart::Words(words) => add_words(into, words, links, own),
        TextPart::Command(words) => into.children(element("code").text(words)),
    })
}

fn add_words(mut into: Element, text: &str, links: &PageLinks, own: Option<&str>) -> Element {
    let text = style::render(text, false);
    let mut rest = text.as_str();
    let mut plain = 0;
    let mut is_inside_word = false;
    while let Some(c) = rest[plain..].chars().next() {
        let here = &rest[plain..];
        let part = || {
            let found = record(here, links, own).or_else(|| day(here));
            found.or_else(|| distance(here)).or_else(|| length(here))
        };
        let found = if is_inside_word { None } else { part() };
        let Some((length, part)) = found else {
            is_inside_word = c.is_alphanumeric() || c == '-';
            plain += c.len_utf8();
            continue;
        };
        into = into.text(&rest[..plain]).children(part);
        rest = &rest[plain + length..];
        plain = 0;
        is_inside_word = true;
    }
    into.text(rest)
}

/// Finds a reference to a record at the beginning of a text; returns its length and the element, a link if the page has
/// another place about the record.
fn record(text: &str, links: &PageLinks, own: Option<&str>) -> Option<(usize, Element)> {
    let noun = NOUNS.iter().find(|noun| {
        let start = text.get(..noun.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(noun))
    })?;
    let number = text[noun.len()..].strip_prefix(' ')?;
    let digits = leading_digits(number);
    if digits == 0 || !ends_word(&number[digits..]) {
        return None;
    }
    let anchor = format!("{noun}-{}", &number[..digits]);
    let length = noun.len() + 1 + digits;
    let found = if links.knows(&anchor) && own != Some(&anchor) {
        element("a").class("record").attr("href", format!("#{anchor}"))
    } else {
        element("span").class("record")
    };
    Some((length, found.text(&text[..length])))
}

/// Finds a length such as `9 h 15 min` at the beginning of a text; returns its length in bytes and the element.
fn length(text: &str) -> Option<(usize, Element)> {
    let part = |text: &str, unit: &str| {
        let digits = leading_digits(text);
        let rest = text[digits..].strip_prefix(unit).filter(|rest| ends_word(rest))?;
        (digits > 0).then(|| text.len() - rest.len())
    };
    let hours = part(text, " h");
    let minutes = hours.map_or(Some(text), |hours| text[hours..].strip_prefix(' '));
    let minutes = minutes.and_then(|minutes| part(minutes, " min"));
    let length = match (hours, minutes) {
        (Some(hours), Some(minutes)) => hours + 1 + minutes,
        (hours, minutes) => hours.or(minutes)?,
    };
    Some((length, element("span").class("length").text(&text[..length])))
}

/// Finds the distance of a day, such as `(in 26 days)`, at the beginning of a text; returns its length and the element.
fn distance(text: &str) -> Option<(usize, Element)> {
    let (inside, _) = text.strip_prefix('(')?.split_once(')')?;
    let words: Vec<&str> = inside.split(' ').collect();
    let (["in", number, unit] | [number, unit, "ago"]) = words[..] else { return None };
    let is_unit = matches!(unit.trim_end_matches('s'), "day" | "week" | "month" | "year");
    let is_number = !number.is_empty() && leading_digits(number) == number.len();
    let length = inside.len() + 2;
    (is_unit && is_number).then(|| (length, element("span").class("length").text(&text[..length])))
}

/// Finds a day at the beginning of a text, in any style; returns its length and the element.
fn day(text: &str) -> Option<(usize, Element)> {
    let length = day_length(text)?;
    Some((length, element("span").class("date").text(&text[..length])))
}

fn day_length(text: &str) -> Option<usize> {
    let weekday = name(text, &WEEKDAYS).and_then(|at| text[at..].strip_prefix(' '));
    let date = weekday.unwrap_or(text);
    let rest = iso(date)
        .or_else(|| day_then_month(date))
        .or_else(|| month_then_day(date))
        .filter(|rest| ends_word(rest))?;
    let year = rest.strip_prefix(", ").or_else(|| rest.strip_prefix(' '));
    let year = year.filter(|year| leading_digits(year) == 4 && ends_word(&year[4..]));
    let rest = year.map_or(rest, |year| &year[4..]);
    let clock = rest.strip_prefix(' ').and_then(clock);
    Some(text.len() - clock.unwrap_or(rest).len())
}

/// Returns what follows a day such as `2026-12-04`.
fn iso(text: &str) -> Option<&str> {
    let start = text.get(..10)?;
    let is_one = start.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    is_one.then(|| &text[10..])
}

/// Returns what follows a day such as `4 Dec`.
fn day_then_month(text: &str) -> Option<&str> {
    let digits = Some(leading_digits(text)).filter(|digits| (1..=2).contains(digits))?;
    let month = text[digits..].strip_prefix(' ')?;
    name(month, &MONTHS).map(|at| &month[at..])
}

/// Returns what follows a day such as `Dec 4`.
fn month_then_day(text: &str) -> Option<&str> {
    let number = name(text, &MONTHS).and_then(|at| text[at..].strip_prefix(' '))?;
    let digits = leading_digits(number);
    (1..=2).contains(&digits).then(|| &number[digits..])
}

/// Returns what follows a time such as `17:00`.
fn clock(text: &str) -> Option<&str> {
    let minutes = text.get(..2).and_then(|_| text[2..].strip_prefix(':'))?;
    let is_one = leading_digits(text) == 2 && leading_digits(minutes) == 2;
    is_one.then(|| &minutes[2..])
}

/// Returns the length of the name at the beginning of a text, in full or with three letters.
fn name(text: &str, names: &[&str]) -> Option<usize> {
    let lengths = names.iter().flat_map(|name| {
        let short = &name[..3];
        [*name, short].into_iter().filter_map(|name| {
            let rest = text.strip_prefix(name)?;
            ends_word(rest).then_some(name.len())
        })
    });
    lengths.max()
}

fn leading_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

fn ends_word(rest: &str) -> bool {
    !rest.starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let links = PageLinks { anchors: ["goal-2", "follow-up-11"].map(str::to_owned).into() };
        let whole = prose(element("p"), text, &links, Some("goal-1")).to_string();
        let inside = whole.strip_prefix("<p>").and_then(|one| one.strip_suffix("</p>"));
        inside.unwrap().to_owned()
    }

    #[test]
    fn a_record_on_the_page_is_linked() {
        assert_eq!(
            shown("see follow-up 11, goal 2"),
            "see <a class=\"record\" href=\"#follow-up-11\">follow-up 11</a>, \
             <a class=\"record\" href=\"#goal-2\">goal 2</a>"
        );
        assert_eq!(shown("Goal 2: 40%"), "<a class=\"record\" href=\"#goal-2\">Goal 2</a>: 40%");
        for elsewhere in ["goal 1", "goal 3", "goal 21", "win 2", "Check-in 13"] {
            assert_eq!(shown(elsewhere), format!("<span class=\"record\">{elsewhere}</span>"));
        }
        for plain in ["goal 2nd", "subgoal 2", "goal", "goals 2"] {
            assert_eq!(shown(plain), plain);
        }
    }

    #[test]
    fn a_day_in_any_style_stays_on_one_line() {
        for day in [
            "Thu 3 Dec", "Thu 3 Dec 17:00", "Thu 3 Dec 2027", "Tuesday 5 January 2027 09:30",
            "Tue Jan 5, 2027", "Fri Dec 4", "29 Nov 2026", "2026-12-04", "2026-12-04 17:00",
        ] {
            let whole = format!("<span class=\"date\">{day}</span>");
            assert_eq!(shown(day), whole);
            assert_eq!(shown(&format!("by {day}.")), format!("by {whole}."));
        }
        for plain in
            ["Thu", "3 Decisions", "Maybe 5", "Mayor 3", "17:00", "May I", "100 May", "2026-12-041"]
        {
            assert_eq!(shown(plain), plain);
        }
    }

    #[test]
    fn a_length_stays_on_one_line() {
        for length in ["9 h 15 min", "45 min", "1 h"] {
            let whole = format!("<span class=\"length\">{length}</span>");
            assert_eq!(shown(&format!("held, {length}.")), format!("held, {whole}."));
        }
        for plain in ["9 hours", "x9 h", "9h", "9  min", "min", "h", "9 mint"] {
            assert_eq!(shown(plain), plain);
        }
    }

    #[test]
    fn the_distance_of_a_day_stays_on_one_line() {
        for distance in ["(in 26 days)", "(16 days ago)", "(in 1 week)"] {
            let whole = format!("<span class=\"length\">{distance}</span>");
            assert_eq!(shown(&format!("soon {distance}, x")), format!("soon {whole}, x"));
        }
        for plain in ["(in two days)", "(in 2 lines)", "(3 of 5)", "(ago)", "(in 3 days"] {
            assert_eq!(shown(plain), plain);
        }
    }

    #[test]
    fn a_command_is_code_and_backticks_of_users_stay() {
        let command = style::command("mentor goal done 2");
        assert_eq!(
            shown(&format!("`goal` <1> ({command})")),
            "`goal` &lt;1&gt; (<code>mentor goal done 2</code>)"
        );
    }

    #[test]
    fn user_text_around_links_is_escaped() {
        assert_eq!(
            shown("<b>goal 2</b> ü 设 \u{1b}"),
            "&lt;b&gt;<a class=\"record\" href=\"#goal-2\">goal 2</a>&lt;/b&gt; ü 设 \\u{1b}"
        );
    }
}
