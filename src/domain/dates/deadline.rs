//! Decides whether the words after `by` or `due` are a day or part of the title.
//!
//! The decision is based on the form of the words, such as a number before a unit or month, or the name of a day,
//! rather than on a list of phrases.

use chrono::{NaiveDate, NaiveTime};

use crate::domain::dates::Today;
use crate::domain::dates::clock::{parse_time, split_iso_or_time, split_time};
use crate::domain::dates::languages;
use crate::domain::dates::parse::{DateError, DayRole, parse_day_alone, without_note};
use crate::domain::dates::vocabulary::{
    SpanUnit, is_day_name, is_event, is_feast, is_misspelt_day, is_month_or_weekday, is_qualifier,
    is_unit, misspelt_day, month, month_by_number, number, ordinal, split_hyphens,
};

/// The meaning of the words after `by` or `due`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deadline {
    Day {
        day: NaiveDate,
        time: Option<NaiveTime>,
    },
    /// Not a day. `day_word` is a word that may have been meant as one: the name of a day, a unit of time, or a lone
    /// number.
    Text {
        day_word: Option<String>,
    },
}

/// Parses a deadline: `fri`, `Fri 4 Dec 17:00`, `5pm`, `end of month`. Fails if the words start like a day but are not
/// one.
pub fn deadline(typed: &str, today: Today) -> Result<Deadline, DateError> {
    let typed = without_note(without_preposition(typed.trim()));
    let typed = &*languages::with_english_weekday(typed);
    match read(typed, today) {
        Err(DateError::Unknown(_)) => {}
        read => return read.map(|(day, time)| Deadline::Day { day, time }),
    }
    let lower = typed.to_lowercase().replace('\u{2019}', "'").replace(" o clock", " o'clock");
    let words: Vec<&str> = lower.split_whitespace().map(bare).flat_map(split_hyphens).collect();
    if begins_like_a_day(&words) {
        return Err(not_understood(typed, today));
    }
    if let [slip] = words.as_slice()
        && is_misspelt_day(slip)
    {
        let meant = misspelt_day(slip).into_iter().map(str::to_owned).collect();
        return Err(DateError::Misspelt { typed: typed.to_owned(), meant });
    }
    if let [year] = words.as_slice()
        && let Some(year) = year_without_a_day(year, today.day)
    {
        return year.map(|day| Deadline::Day { day, time: None });
    }
    let day_word = match words.as_slice() {
        [only]
            if is_made_of_digits(without_ish(only))
                || is_lone_count(only)
                || is_short_day(only) =>
        {
            Some(*only)
        }
        ["half" | "in", count] if number(count).is_some() => Some(*count),
        ["next", next, ..] | ["the", "next", next, ..] if *next != "of" => Some("next"),
        ["a", "few", unit, ..] | ["a", "couple", "of", unit, ..] if is_unit(unit) => Some(*unit),
        [whole, part, unit, ..] if is_count(whole) && is_unit(unit) && part.contains('/') => {
            Some(*unit)
        }
        words => words.iter().copied().find(|word| is_telling(word)).or_else(|| time_word(words)),
    };
    Ok(Deadline::Text { day_word: day_word.map(str::to_owned) })
}

/// Parses the words after `before`, `within`, `until` or `on`. Since these occur in many titles, all of the words have to
/// be a day. `before fri` is ambiguous: the last day may be Thursday or Friday.
pub fn softer_deadline(marker: &str, typed: &str, today: Today) -> Result<Deadline, DateError> {
    let is_before = marker.eq_ignore_ascii_case("before");
    let is_on = marker.eq_ignore_ascii_case("on");
    let words = languages::with_english_weekday(without_preposition(typed.trim()));
    match read(&words, today) {
        Ok((day, None)) if is_before => Err(DateError::Ambiguous {
            typed: format!("{marker} {typed}"),
            first: format!("by {}", day.pred_opt().unwrap_or(day)),
            second: format!("by {day}"),
        }),
        // `an essay on May` is about it: only a day is something to do a thing on.
        Ok(_) if is_on && month(&typed.to_lowercase()).is_some() => Ok(softer_text(typed, is_on)),
        Ok((day, time)) => Ok(Deadline::Day { day, time }),
        Err(DateError::Unknown(_)) => Ok(softer_text(typed, is_on)),
        Err(error) => Err(error),
    }
}

fn softer_text(typed: &str, is_on: bool) -> Deadline {
    let lower = typed.to_lowercase();
    let mut words = lower.split_whitespace().map(bare);
    // `working on minutes` is no day, `within minutes of the call` may be meant as one.
    let day_word =
        words.find(|word| is_telling(word) || is_feast(word) || (is_unit(word) && !is_on));
    Deadline::Text { day_word: day_word.map(str::to_owned) }
}

/// Returns the last words of a title if they are a day without a word such as `by` before them: `send it next week`.
pub fn day_at_the_end(title: &str, today: Today) -> Option<&str> {
    const MAX_WORDS: usize = 4;
    let words: Vec<&str> = title.split_whitespace().collect();
    let ends = words.iter().rev().take(MAX_WORDS).rev();
    let mut ends = ends.map(|word| &title[word.as_ptr() as usize - title.as_ptr() as usize..]);
    ends.find(|end| {
        let lower = end.to_lowercase();
        let mut words = lower.split_whitespace().map(bare);
        let is_meant = words.next().is_some_and(|word| matches!(word, "in" | "next" | "this"))
            || lower.split_whitespace().map(bare).any(is_telling);
        // `send it [fri]`, `send it "fri"`.
        let end = end.trim_matches(|c: char| "[](){}\"'*_.!?,;".contains(c));
        is_meant && !matches!(read(end, today), Err(DateError::Unknown(_)))
    })
}

/// Whether the words are a time without a day: `noon`, `5pm`, `at 17:00`.
pub fn is_time_alone(words: &str) -> bool {
    split_time(words).is_some_and(|(day, clock)| day.is_empty() && parse_time(&clock).is_ok())
}

/// Strips a preposition after the marker, as in `due on fri` and `by at 5pm`.
fn without_preposition(typed: &str) -> &str {
    let first = typed.split_once(char::is_whitespace);
    match first {
        Some((word, rest)) if ["on", "at", "by"].contains(&word.to_lowercase().as_str()) => {
            rest.trim_start()
        }
        _ => typed,
    }
}

fn read(typed: &str, today: Today) -> Result<(NaiveDate, Option<NaiveTime>), DateError> {
    match parse_day_alone(typed, today, DayRole::Deadline) {
        Err(DateError::Unknown(_)) => {}
        read => return read.map(|day| (day, None)),
    }
    let split = split_iso_or_time(typed);
    let (words, clock) = split.ok_or_else(|| DateError::Unknown(typed.to_owned()))?;
    let day = match words.as_str() {
        "" => today.day,
        words => parse_day_alone(words, today, DayRole::Deadline)?,
    };
    Ok((day, Some(parse_time(&clock)?)))
}

/// Builds the error for words that start like a day, with the longest prefix that is a day by itself, or else the
/// longest suffix.
fn not_understood(typed: &str, today: Today) -> DateError {
    let spaces = typed.char_indices().filter(|(_, c)| c.is_whitespace());
    let mut splits = spaces.map(|(at, _)| typed.split_at(at));
    let beginning = splits.clone().rev().find_map(|(beginning, rest)| {
        let beginning = beginning.trim_end_matches([',', ';', '.']);
        Some((beginning, read(beginning, today).ok()?.0, rest.trim()))
    });
    // `first thing mon` is not the first of a month.
    if let Some((beginning, day, rest)) = beginning.filter(|(.., rest)| !rest.starts_with("thing"))
    {
        return DateError::Trailing { read: beginning.to_owned(), day, rest: rest.to_owned() };
    }
    let end = splits.find_map(|(before, end)| {
        let end = without_preposition(end.trim_start());
        Some((before, end, read(end, today).ok()?.0))
    });
    match end {
        Some((before, end, day)) => {
            DateError::Leading { read: end.to_owned(), day, before: before.to_owned() }
        }
        None => DateError::Unknown(typed.to_owned()),
    }
}

/// Parses a bare year such as `2027`, which may mean the day before it starts, unless that has passed, or its last day.
fn year_without_a_day(word: &str, today: NaiveDate) -> Option<Result<NaiveDate, DateError>> {
    let year: i32 = word.parse().ok().filter(|year| (2000..2100).contains(year))?;
    let first = NaiveDate::from_ymd_opt(year - 1, 12, 31)?;
    let last = NaiveDate::from_ymd_opt(year, 12, 31)?;
    if first < today && today <= last {
        return Some(Ok(last));
    }
    Some(Err(DateError::Ambiguous {
        typed: word.to_owned(),
        first: first.to_string(),
        second: last.to_string(),
    }))
}

/// Strips punctuation around a word.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| c.is_ascii_punctuation() && !matches!(c, '+' | '-' | '%' | ':'))
}

fn begins_like_a_day(words: &[&str]) -> bool {
    match words {
        ["the", rest @ ..] => begins_like_a_day(rest),
        ["first" | "1st", "thing", ..] => true,
        [qualifier, rest @ ..] if is_qualifier(qualifier) && begins_like_a_day(rest) => true,
        ["in" | "within", "half" | "quarter", ..]
        | ["new", "year" | "year's" | "years", ..]
        | ["boxing", "day", ..]
        | ["day", "after" | "before", "tomorrow" | "yesterday", ..] => true,
        ["end" | "close" | "start" | "beginning" | "middle", "of", rest @ ..] => {
            begins_like_a_day(rest) || rest.iter().take(2).any(|word| is_unit(word))
        }
        ["early" | "mid" | "late", "next" | "this", word, ..]
            if is_calendar_word(word) || is_unit(word) =>
        {
            true
        }
        ["this" | "same", "time", word, ..] => is_calendar_word(word) || *word == "next",
        [
            "next" | "this" | "last" | "coming" | "following" | "mid" | "early" | "late" | "end",
            word,
            ..,
        ] => is_calendar_word(word) || is_unit(word) || is_feast(word) || is_year(word),
        ["half" | "quarter", "past" | "to", hour, ..] => number(hour).is_some(),
        [feast, year] if is_year(year) && (is_feast(feast) || is_half_year(feast)) => true,
        [half] if is_half_year(half) => true,
        // `spring` and `christmas eve`, but not `spring cleaning`.
        [feast] | [feast, "eve" | "day" | "break" | "time" | "holiday" | "holidays"]
            if is_feast(feast) =>
        {
            true
        }
        [unit, "after" | "before", "next" | "last" | "this", ..] | [unit, "end", ..] => {
            is_unit(without_genitive(unit))
        }
        // `2026 12 04`.
        [year, month, day] if [year, month, day].iter().all(|word| is_count(word)) => is_year(year),
        ["now"] => true,
        ["in" | "within", rest @ ..]
            if rest.iter().take(4).any(|word| is_unit(word) || is_written_in_numbers(word)) =>
        {
            true
        }
        // `week 3`.
        [unit, count] if is_unit(unit) && number(count).is_some() => true,
        [word, rest @ ..] => {
            let word = without_ish(word.trim_start_matches('+'));
            is_calendar_word(word) || is_written_in_numbers(word) || counts_time(word, rest)
        }
        [] => false,
    }
}

/// Strips the ending of a rough day or time: `fridayish`, `5pm-ish`, `5ish`. `Satish` is a name.
fn without_ish(word: &str) -> &str {
    let rough = word.strip_suffix("ish").map(|word| word.trim_end_matches('-'));
    let is_meant =
        |word: &&str| is_month_or_weekday(word) || word.starts_with(|c: char| c.is_ascii_digit());
    rough.filter(is_meant).unwrap_or(word)
}

/// Whether a word names a day, a month or a quarter, including `fri/sat` and `friday's`.
fn is_calendar_word(word: &str) -> bool {
    let is_name = |word: &str| is_day_name(word) || month(word).is_some();
    let word = ["mid-", "early-", "late-", "end-"]
        .iter()
        .find_map(|begin| word.strip_prefix(begin))
        .unwrap_or(word);
    let is_quarter = matches!(word, "q1" | "q2" | "q3" | "q4");
    let mut parts = word.split(['/', '-', '@', '\u{2013}', '\'', '\u{2019}']);
    let is_first = parts.next().is_some_and(is_name);
    is_quarter || (is_first && parts.all(|part| part == "s" || is_name(part) || is_count(part)))
}

/// Whether a word names half a year or a financial year: `h1`, `fy27`.
fn is_half_year(word: &str) -> bool {
    matches!(word, "h1" | "h2") || word.strip_prefix("fy").is_some_and(is_count)
}

fn is_count(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_year(word: &str) -> bool {
    is_count(word) && word.len() == 4 && (word.starts_with("19") || word.starts_with("20"))
}

/// Strips a possessive ending: `month` from `month's`.
fn without_genitive(word: &str) -> &str {
    let without = word.strip_suffix("'s").or_else(|| word.strip_suffix("\u{2019}s"));
    without.unwrap_or(word)
}

/// Whether a word could be an amount as well as a day: `5`, `4/12`, `3.5`, `20261204`.
fn is_made_of_digits(word: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let is_mark = |c: char| matches!(c, '/' | '.' | '-');
    word.starts_with(is_digit) && word.chars().all(|c| is_digit(c) || is_mark(c))
}

/// Whether a word starts a count of time or a date: `2 weeks`, `4 dec`, `the 4th of`, `5 o'clock`.
fn counts_time(word: &str, rest: &[&str]) -> bool {
    let next = rest.first();
    let goes_on =
        next.is_none_or(|next| matches!(*next, "of" | "next" | "this") || is_calendar_word(next));
    (number(word).is_some()
        && next.is_some_and(|next| is_unit(next) || month_by_number(next).is_some()))
        || (ordinal(word).is_some() && goes_on)
}

/// Whether a word is a day, time or span in digits: `2026-12-04`, `4/12`, `17:00`, `5pm`, `+3d`, `3d`.
fn is_written_in_numbers(word: &str) -> bool {
    let word = word.trim_start_matches(['+', '-']);
    let digits = word.find(|c: char| !c.is_ascii_digit());
    let (count, rest) = word.split_at(digits.unwrap_or(word.len()));
    let is_date = |mark: char| {
        let mut parts = word.split(mark);
        word.matches(mark).count() == 2
            && parts.all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit()))
    };
    // `4-dec`, `4.dec-2026`.
    let is_glued = || {
        let mut parts = rest.split(['-', '.', '/']).filter(|part| !part.is_empty());
        parts.next().is_some_and(|part| month(part).is_some()) && parts.all(is_count)
    };
    let is_half = |rest: &str| matches!(rest, "am" | "pm");
    // `1:1` is a talk.
    let is_clock =
        (rest.starts_with(':') && rest.len() > 2) || is_half(rest.trim_start_matches(':'));
    !count.is_empty()
        && (is_clock
            || is_half(rest)
            || SpanUnit::parse(rest).is_some()
            || is_unit(rest)
            || is_glued()
            || ['-', '/', '.'].into_iter().any(is_date)
            || (is_year(count) && rest.starts_with('-')))
}

/// Whether a word that stands alone is a count: `five`, `+3`, `T+3`, but not `a`.
fn is_lone_count(word: &str) -> bool {
    let from_now = word.strip_prefix(['t', 'd']).filter(|rest| rest.starts_with('+'));
    let word = from_now.unwrap_or(word).trim_start_matches('+');
    word != "a" && word != "an" && number(word).is_some()
}

/// Whether a word that stands alone is one of the two-letter names of the days of a week.
fn is_short_day(word: &str) -> bool {
    matches!(word, "mo" | "tu" | "we" | "th" | "fr" | "sa" | "su")
}

/// Returns a word for a time that no day can be read from: `soon`, `lunchtime`, `the end of term`, `our next call`. A
/// unit by itself is part of an idiom: `day by day`.
fn time_word<'w>(words: &[&'w str]) -> Option<&'w str> {
    // `the release team` is not a time, `the release` and `release 3` are.
    let last = words.iter().copied().rfind(|word| !is_count(word));
    let event = last.filter(|word| is_event(without_genitive(word)));
    let genitive = match words {
        [.., owner, "end" | "start"] if without_genitive(owner) != *owner => Some(*owner),
        ["the", time @ "time", ..] => Some(*time),
        [.., "check", "in"] => Some("check-in"),
        _ => None,
    };
    if let Some(word) = event.or(genitive) {
        return Some(word);
    }
    let is_vague = |word: &str| {
        matches!(
            word,
            "soon"
                | "later"
                | "sometime"
                | "breakfast"
                | "lunch"
                | "lunchtime"
                | "teatime"
                | "dinner"
                | "while"
        )
    };
    let is_in_a_phrase = |word: &str| words.len() > 1 && is_unit(without_genitive(word));
    words.iter().copied().find(|word| is_vague(word) || is_in_a_phrase(word))
}

/// Whether a word is unlikely to occur in a title unless a day is meant.
fn is_telling(word: &str) -> bool {
    let is_a_word_too = matches!(
        word,
        "sun" | "sat" | "wed" | "mon" | "mar" | "march" | "may" | "noon" | "asap" | "weekend"
    );
    (is_calendar_word(word) && !is_a_word_too)
        || is_written_in_numbers(word)
        || is_misspelt_day(word)
}

#[cfg(test)]
mod tests;
