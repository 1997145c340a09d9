//! Follow-ups: tasks of one side, usually with a due day. The steps of a goal are follow-ups of the mentee.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::checkin::CheckIn;
use crate::domain::dates::{self, DayRole, Today};
use crate::domain::goal::Goal;
use crate::domain::pair::Pair;
use crate::domain::pair_item::{HasState, noun};
use crate::domain::person::Side;
use crate::domain::record::Id;
use crate::domain::timeline::Timeline;
use crate::words;

words! {
    FollowUpState { Open = "open", Done = "done", Dropped = "dropped" }
}

#[derive(Clone, Debug, PartialEq)]
pub struct FollowUp {
    pub pair: Id<Pair>,
    pub owner: Side,
    pub title: String,
    /// In the owner's zone.
    pub due: Option<NaiveDate>,
    /// The goal of which it is a step.
    pub goal: Option<Id<Goal>>,
    /// The check-in in which it was agreed.
    pub checkin: Option<Id<CheckIn>>,
    pub state: FollowUpState,
    /// Day of the last transition, in the owner's zone: for a done follow-up, the day on which it was done.
    pub state_on: NaiveDate,
    pub because: Option<String>,
    pub private: bool,
    /// Earlier commitments, each with the moment of the change. A deadline that had passed by then stays missed.
    pub past: Timeline<DateTime<Utc>, Commitment>,
}

/// The owner of a follow-up with its due day and state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Commitment {
    pub owner: Side,
    pub state: FollowUpState,
    pub due: Option<NaiveDate>,
    /// Day of the last transition, in the owner's zone.
    pub state_on: NaiveDate,
}

impl fmt::Display for Commitment {
    /// Formats as `mentee open 2026-12-10 2026-12-01`: owner, state, due day (`-`: none) and day of the state.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let due = self.due.map_or("-".to_owned(), |due| due.to_string());
        write!(f, "{} {} {due} {}", self.owner, self.state, self.state_on)
    }
}

/// The text is not a commitment.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("`{0}` is no owner with state, due day and day of the state")]
pub struct CommitmentError(String);

impl FromStr for Commitment {
    type Err = CommitmentError;

    fn from_str(text: &str) -> Result<Self, CommitmentError> {
        let parse = || {
            let mut words = text.split(' ');
            let owner = words.next()?.parse().ok()?;
            let state = words.next()?.parse().ok()?;
            let due = match words.next()? {
                "-" => None,
                day => Some(day.parse().ok()?),
            };
            let state_on = words.next()?.parse().ok()?;
            words.next().is_none().then_some(Commitment { owner, state, due, state_on })
        };
        parse().ok_or_else(|| CommitmentError(text.to_owned()))
    }
}

impl FollowUp {
    pub fn is_open(&self) -> bool {
        self.state == FollowUpState::Open
    }

    /// Returns the days since the due day. `None`: it is not overdue, has no due day, or is closed.
    pub fn days_overdue(&self, today: NaiveDate) -> Option<i64> {
        let late = (today - self.due?).num_days();
        (self.is_open() && late > 0).then_some(late)
    }

    /// Returns how often its due day was changed or removed.
    pub fn times_moved(&self) -> usize {
        let earlier = self.past.earlier().map(|(_, _, before)| before.due);
        let days: Vec<_> = earlier.chain([self.due]).collect();
        let moves = days.windows(2).filter(|pair| pair[0].is_some() && pair[0] != pair[1]);
        moves.count()
    }

    /// Returns when it was handed over, each time with the owner before and after.
    pub fn handovers(&self) -> Vec<(DateTime<Utc>, Side, Side)> {
        let ends: Vec<_> =
            self.past.earlier().map(|(_, end, before)| (end, before.owner)).collect();
        let after = ends.iter().skip(1).map(|(_, owner)| *owner).chain([self.owner]);
        let each = ends.iter().zip(after).map(|((at, from), to)| (*at, *from, to));
        each.filter(|(_, from, to)| from != to).collect()
    }

    /// Returns the current commitment.
    pub fn commitment(&self) -> Commitment {
        Commitment { owner: self.owner, state: self.state, due: self.due, state_on: self.state_on }
    }

    /// Adds `before` to the timeline if the owner or the due day has changed.
    pub fn remember(&mut self, before: Commitment, at: DateTime<Utc>) {
        if (before.owner, before.due) != (self.owner, self.due) {
            self.past.end(at, before);
        }
    }
}

/// Why a line such as `mentee: draft the RFC by fri` was refused.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum FollowUpLineError {
    #[error("`{0}` has no owner")]
    NoOwner(String),
    #[error("`{owner}` is not in this pair")]
    Stranger { owner: String },
    #[error("`{0}` has no task")]
    Empty(String),
}

/// A follow-up as typed in one line: `[OWNER:] what to do [by DAY]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUpLine<'a> {
    pub owner: Option<&'a str>,
    pub title: &'a str,
}

impl<'a> FollowUpLine<'a> {
    pub fn split(typed: &'a str) -> Result<FollowUpLine<'a>, FollowUpLineError> {
        let line = match owner_end(typed) {
            Some(end) => {
                FollowUpLine { owner: Some(typed[..end].trim()), title: typed[end + 1..].trim() }
            }
            None => FollowUpLine { owner: None, title: typed.trim() },
        };
        match line.title {
            "" => Err(FollowUpLineError::Empty(typed.to_owned())),
            _ => Ok(line),
        }
    }
}

/// Finds the colon that ends the owner: the first one that is neither part of a time nor of a due day as in `read it
/// due:fri`.
fn owner_end(typed: &str) -> Option<usize> {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let ends_with_marker = |before: &str| {
        let words = before.rsplit_once(char::is_whitespace);
        words.is_some_and(|(title, word)| !title.trim().is_empty() && is_marker(word))
    };
    let mut colons = typed.match_indices(':').map(|(index, _)| index);
    colons.find(|index| {
        let (before, after) = (&typed[..*index], &typed[index + 1..]);
        let is_in_time = is_digit(before.chars().next_back()) && is_digit(after.chars().next());
        !is_in_time && !ends_with_marker(before)
    })
}

/// Whether a word introduces a due day.
fn is_marker(word: &str) -> bool {
    word.eq_ignore_ascii_case("by") || word.eq_ignore_ascii_case("due")
}

/// Splits a text at its last ` before `, ` within `, ` until `, ` on `, ` @` or ` =`: the title, that word, and the words
/// after it, which may be a day. `@fri` means the same as `on fri`.
pub fn split_softer(typed: &str) -> Option<(&str, &str, &str)> {
    const MARKERS: [&str; 5] = ["before", "within", "until", "till", "on"];
    let soft_marker = |word: &'_ str| {
        let marker = MARKERS.into_iter().find(|marker| word.eq_ignore_ascii_case(marker));
        marker
            .map(|marker| (marker, word.len()))
            .or(word.starts_with(['@', '=']).then_some(("on", 1)))
    };
    let mut words = typed.split_whitespace().rev();
    let (word, (marker, length)) = words.find_map(|word| Some((word, soft_marker(word)?)))?;
    let start = word.as_ptr() as usize - typed.as_ptr() as usize;
    let (title, words) = (typed[..start].trim(), unwrapped(&typed[start + length..]));
    (!title.is_empty() && !words.is_empty()).then_some((title, marker, words))
}

/// Returns the words after the last ` by ` if they are one or two common words, which may be meant as a time: `tea time`.
pub fn words_after_by(typed: &str) -> Option<&str> {
    const DETERMINERS: [&str; 14] = [
        "a", "an", "the", "this", "that", "these", "those", "my", "your", "our", "his", "her",
        "their", "its",
    ];
    // `lead by example`, `send it by mail`.
    const MEANS: [&str; 16] = [
        "accident", "chance", "chat", "default", "design", "email", "example", "hand", "heart",
        "mail", "name", "phone", "post", "rote", "text", "video",
    ];
    let marker = typed.split_whitespace().rfind(|word| word.eq_ignore_ascii_case("by"))?;
    let end = marker.as_ptr() as usize - typed.as_ptr() as usize + marker.len();
    let after = unwrapped(&typed[end..]);
    let words: Vec<&str> = after.split_whitespace().collect();
    // Scripts such as Chinese have no lower case.
    let is_common = |word: &&str| word.chars().all(|c| c.is_alphabetic() && !c.is_uppercase());
    let is_short = (1..=2).contains(&words.len()) && words.iter().all(is_common);
    let is_phrase = |first: &str| {
        DETERMINERS.contains(&first) || MEANS.contains(&first) || first.ends_with("ing")
    };
    (is_short && !is_phrase(words[0])).then_some(after)
}

/// Splits a text at each ` by ` and ` due `, the last one first, into the title and the words to the end of the text,
/// which may be a day. In `send it by fri by noon` the day comes before the time.
pub fn split_days(typed: &str, today: Today) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
    let splits: Vec<(&str, &str)> = split_deadlines(typed).collect();
    let is_day = |words: &str| dates::parse_day(words, today, DayRole::Deadline).is_ok();
    let day_before = splits.first().filter(|(_, words)| dates::is_time_alone(words)).and_then(
        |(before, time)| {
            let (title, day) = split_deadlines(before).next().filter(|(_, day)| is_day(day))?;
            Some((title, Cow::Owned(format!("{day} {time}"))))
        },
    );
    let others = splits.into_iter().map(|(title, words)| (title, Cow::Borrowed(words)));
    day_before.into_iter().chain(others)
}

/// Splits a text at each ` by ` and ` due `, the last one first.
fn split_deadlines(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let opening = ['(', '[', '*', '_'];
    let is_marker =
        move |word: &str| is_marker(word.trim_start_matches(opening).trim_end_matches(':'));
    // `due:fri`, as in Taskwarrior, and `by=fri`.
    let marker_length = move |word: &str| match word.split_once([':', '=']) {
        Some((marker, day)) if !day.is_empty() && is_marker(marker) => Some(marker.len() + 1),
        _ => is_marker(word).then_some(word.len()),
    };
    let marked = text.split_whitespace().rev();
    let marked = marked.filter_map(move |word| Some((word, marker_length(word)?)));
    marked.filter_map(move |(word, length)| {
        let offset = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
        let (before, after) = (&text[..offset(word)], &text[offset(word) + length..]);
        let mut title = before;
        // In `report due by fri` both words are markers.
        if let Some(word) = before.split_whitespace().next_back().filter(|word| is_marker(word)) {
            title = &before[..offset(word)];
        }
        let title = title.trim_end().trim_end_matches(opening).trim_end_matches([',', ';', ':']);
        // A free-standing hyphen is a separator; one at the end of a word belongs to it.
        let title = title.trim_end();
        let title = title.strip_suffix(" -").unwrap_or(title).trim_end();
        let after = without_date(after.trim_start());
        let after = unwrapped(after.trim_start_matches('='));
        (!after.is_empty()).then_some((title, after))
    })
}

/// Strips the rest of a marker: `due date fri`, `due date: fri`.
fn without_date(words: &str) -> &str {
    match words.split_once(char::is_whitespace) {
        Some((date, rest)) if date.trim_end_matches(':').eq_ignore_ascii_case("date") => {
            rest.trim_start()
        }
        _ => words,
    }
}

/// Strips quotes, emphasis and punctuation around the words of a day: `"fri"`, `*fri*`, `fri...`. A distance in
/// parentheses belongs to the day: `Fri 4 Dec (in 3 days)`.
fn unwrapped(words: &str) -> &str {
    const QUOTES: [char; 10] =
        ['"', '\'', '`', '*', '_', '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}', ' '];
    let is_quote = |c: char| QUOTES.contains(&c) || c.is_whitespace();
    let has_distance = words.contains('(');
    let is_closing = |c: char| {
        is_quote(c)
            || matches!(c, ']' | '.' | '!' | '?' | ';' | ',' | ':' | '\u{2026}')
            || (c == ')' && !has_distance)
    };
    let words = words.trim_end_matches(is_closing);
    match words.strip_prefix('\'') {
        // `'26-12-04` leaves out the century.
        Some(rest) if rest.starts_with(|c: char| c.is_ascii_digit()) => words,
        _ => words.trim_start_matches(is_quote),
    }
}

noun!(FollowUp, "follow-up", title);

impl HasState for FollowUp {
    type State = FollowUpState;

    fn state(&self) -> FollowUpState {
        self.state
    }

    /// Dropping or reopening a follow-up ends its earlier commitment, so that a deadline that had passed stays missed.
    /// Marking it as done does not, since `on` may be an earlier day.
    fn set_state(
        &mut self,
        to: FollowUpState,
        on: NaiveDate,
        at: DateTime<Utc>,
        because: Option<String>,
    ) {
        if to != FollowUpState::Done {
            let before = self.commitment();
            self.past.end(at, before);
        }
        self.state = to;
        self.state_on = on;
        self.because = because;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_may_start_with_its_owner() {
        for (typed, owner, title) in [
            ("mentee: draft the RFC", Some("mentee"), "draft the RFC"),
            ("draft the RFC", None, "draft the RFC"),
            ("send it by 17:00", None, "send it by 17:00"),
            ("me: send it by 17:00", Some("me"), "send it by 17:00"),
            ("me: send it due:fri", Some("me"), "send it due:fri"),
            ("send it due:fri", None, "send it due:fri"),
        ] {
            assert_eq!(FollowUpLine::split(typed), Ok(FollowUpLine { owner, title }));
        }
        assert!(matches!(FollowUpLine::split("me: "), Err(FollowUpLineError::Empty(_))));
        assert!(matches!(FollowUpLine::split(" "), Err(FollowUpLineError::Empty(_))));
    }

    #[test]
    fn a_text_is_split_at_its_last_marker() {
        for (text, split) in [
            ("draft it by fri", Some(("draft it", "fri"))),
            ("stand by me By Fri.", Some(("stand by me", "Fri"))),
            ("send it (by fri)", Some(("send it", "fri"))),
            ("report due by fri", Some(("report", "fri"))),
            ("report, due: 4 dec", Some(("report", "4 dec"))),
            ("send it by Fri 4 Dec (in 3 days)", Some(("send it", "Fri 4 Dec (in 3 days)"))),
            ("by fri", Some(("", "fri"))),
            ("read it due:fri", Some(("read it", "fri"))),
            ("read it due:2026-12-04", Some(("read it", "2026-12-04"))),
            ("read it by=fri 17:00", Some(("read it", "fri 17:00"))),
            ("read it due = fri", Some(("read it", "fri"))),
            ("read it [by friday]", Some(("read it", "friday"))),
            ("read it by 'fri'?", Some(("read it", "fri"))),
            ("read it *by fri*", Some(("read it", "fri"))),
            ("read it by fri\u{2026}", Some(("read it", "fri"))),
            ("read it by friday: ", Some(("read it", "friday"))),
            ("read it, due date: fri", Some(("read it", "fri"))),
            ("read it due date 4 dec", Some(("read it", "4 dec"))),
            ("stand by", None),
            ("pass the byway", None),
        ] {
            assert_eq!(split_deadlines(text).next(), split, "{text}");
        }
    }

    #[test]
    fn one_or_two_common_words_after_by_may_be_a_time() {
        for (typed, words) in [
            ("send it by tea time", Some("tea time")),
            ("send it by \u{91d1}\u{66dc}\u{65e5}", Some("\u{91d1}\u{66dc}\u{65e5}")),
            ("learn by doing", None),
            ("walk by the river", None),
            ("lead by example", None),
            ("read a book by Ana", None),
        ] {
            assert_eq!(words_after_by(typed), words, "{typed}");
        }
    }
}
