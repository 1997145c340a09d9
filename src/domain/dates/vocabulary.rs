//! The vocabulary of days: names, numbers and units.

use chrono::{Days, Months, NaiveDate, Weekday};

use crate::domain::dates::languages;

const MONTHS: [&str; 12] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
];

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Mon),
    ("tuesday", Weekday::Tue),
    ("wednesday", Weekday::Wed),
    ("thursday", Weekday::Thu),
    ("friday", Weekday::Fri),
    ("saturday", Weekday::Sat),
    ("sunday", Weekday::Sun),
];

const NUMBERS: [&str; 12] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
];

const ORDINALS: [&str; 31] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth", "twenty-first", "twenty-second", "twenty-third",
    "twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth",
    "twenty-ninth", "thirtieth", "thirty-first",
];

/// Names of seasons and of holidays whose date depends on the year or the country. They are recognised but never
/// converted to a day.
const FEASTS: [&str; 22] = [
    "christmas", "xmas", "easter", "thanksgiving", "halloween", "hanukkah", "chanukah", "diwali",
    "eid", "ramadan", "passover", "pentecost", "whitsun", "lent", "advent", "carnival", "nye",
    "spring", "summer", "autumn", "winter", "holidays",
];

/// Whether a word names a holiday or a season.
pub fn is_feast(word: &str) -> bool {
    FEASTS.contains(&word)
}

/// Whether a word makes a day vague, or names a part of it: `around fri`, `lunchtime fri`, `no later than fri`.
pub fn is_qualifier(word: &str) -> bool {
    const QUALIFIERS: [&str; 29] = [
        "about", "after", "approx", "approximately", "around", "at", "bank", "before", "breakfast",
        "ca", "circa", "dinner", "following", "holiday", "hopefully", "ideally", "later", "latest",
        "lunch", "lunchtime", "maybe", "no", "not", "on", "probably", "roughly", "teatime", "than",
        "very",
    ];
    QUALIFIERS.contains(&word)
}

/// Whether a word names something that happens at a time that no calendar knows: `our next call`, `the end of term`.
pub fn is_event(word: &str) -> bool {
    const EVENTS: [&str; 24] = [
        "anniversary", "appraisal", "birthday", "break", "call", "checkin", "conference",
        "deadline", "demo", "exam", "holiday", "interview", "kickoff", "launch", "meeting",
        "release", "retro", "retrospective", "semester", "session", "sprint", "standup", "term",
        "vacation",
    ];
    let singular = word.strip_suffix('s').filter(|word| EVENTS.contains(word));
    EVENTS.contains(&singular.unwrap_or(word)) || matches!(word, "1:1" | "hols")
}

/// Parses the name of a weekday or a prefix of at least three letters: `fri`, `Tues`, `Thursday`, and the name in another
/// language: `Freitag`.
pub fn weekday(word: &str) -> Option<Weekday> {
    let word = word.to_lowercase();
    let word = if word == "weds" { "wed" } else { &word };
    let mut names = WEEKDAYS.iter();
    let found = names.find(|(name, _)| word.len() >= 3 && name.starts_with(word));
    found.map(|(_, day)| *day).or_else(|| languages::weekday(word))
}

/// Parses the lower-case name of a month or a prefix of at least three letters, such as `dec`, or the name in another
/// language, and returns 1 to 12.
pub fn month(word: &str) -> Option<u32> {
    let is_its = |name: &&str| word.len() >= 3 && name.starts_with(word);
    match MONTHS.iter().position(is_its) {
        Some(at) => u32::try_from(at + 1).ok(),
        None => languages::month(word),
    }
}

/// Parses the same as `month`, and also names that are months only next to a number, such as `mars`.
pub fn month_by_number(word: &str) -> Option<u32> {
    month(word).or_else(|| languages::month_by_number(word))
}

/// Whether a word is the full name of a month or a weekday.
pub fn is_month_or_weekday(word: &str) -> bool {
    MONTHS.contains(&word) || WEEKDAYS.iter().any(|(name, _)| *name == word)
}

/// Whether a word is a misspelling of a long name of a day or month: `tomorow`, `firday`, `febuary`. Short names are
/// too similar to other words.
pub fn is_misspelt_day(word: &str) -> bool {
    !misspelt_day(word).is_empty()
}

/// Returns the names that a word is most likely a misspelling of: `tuesday` and `thursday` for `tursday`.
pub fn misspelt_day(word: &str) -> Vec<&'static str> {
    let weekdays = WEEKDAYS.iter().map(|(name, _)| name);
    let names = MONTHS.iter().chain(weekdays).chain(&["tomorrow", "yesterday"]);
    let candidates = names.filter_map(|name| {
        let max_distance = match name.len() {
            0..=5 => 0,
            6 | 7 => 1,
            _ => 2,
        };
        let distance = strsim::osa_distance(name, word);
        (1..=max_distance).contains(&distance).then_some((distance, *name))
    });
    let candidates: Vec<(usize, &str)> = candidates.collect();
    let least = candidates.iter().map(|(distance, _)| *distance).min();
    let nearest = candidates.into_iter().filter(|(distance, _)| Some(*distance) == least);
    nearest.map(|(_, name)| name).collect()
}

/// Parses `3`, `two` (up to `twelve`) or `a`.
pub fn number(word: &str) -> Option<u32> {
    if word == "a" || word == "an" {
        return Some(1);
    }
    if let Some(at) = NUMBERS.iter().position(|name| *name == word) {
        return u32::try_from(at + 1).ok();
    }
    let is_plain = word.chars().all(|c| c.is_ascii_digit());
    is_plain.then(|| word.parse().ok()).flatten()
}

/// Parses a day of a month: `4` or `4th`.
pub fn day_of_month(word: &str) -> Option<u32> {
    ordinal(word).or_else(|| number(word).filter(|_| word.len() < 3))
}

/// Splits `end-of-month` and `next-fri` into their words; returns an ordinal such as `twenty-first`, and any word with
/// other characters than letters, unchanged.
pub fn split_hyphens(word: &str) -> Vec<&str> {
    let is_name = |part: &str| !part.is_empty() && part.chars().all(char::is_alphabetic);
    if ordinal(word).is_none() && word.split('-').all(is_name) {
        word.split('-').collect()
    } else {
        vec![word]
    }
}

/// Parses `4th`, `1st` or `first` (up to `thirty-first`).
pub fn ordinal(word: &str) -> Option<u32> {
    if let Some(at) = ORDINALS.iter().position(|name| *name == word) {
        return u32::try_from(at + 1).ok();
    }
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let suffix = &word[digits.len()..];
    // `1er mars`.
    let is_ordinal = matches!(suffix, "st" | "nd" | "rd" | "th") || word == "1er";
    is_ordinal.then(|| digits.parse().ok()).flatten()
}

/// A unit of a span, as a number of days or months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpanUnit {
    Days(u64),
    Months(u32),
}

impl SpanUnit {
    pub fn parse(word: &str) -> Option<SpanUnit> {
        Some(match word {
            "d" | "day" | "days" => SpanUnit::Days(1),
            "w" | "wk" | "wks" | "week" | "weeks" => SpanUnit::Days(7),
            "fortnight" | "fortnights" => SpanUnit::Days(14),
            "m" | "mo" | "month" | "months" => SpanUnit::Months(1),
            "q" | "quarter" | "quarters" => SpanUnit::Months(3),
            "y" | "yr" | "year" | "years" => SpanUnit::Months(12),
            _ => return None,
        })
    }

    /// Returns the day that is `count` units after `day`, or before it.
    pub fn shift(self, day: NaiveDate, count: u32, is_back: bool) -> Option<NaiveDate> {
        match self {
            SpanUnit::Days(each) => {
                let days = Days::new(u64::from(count).saturating_mul(each));
                if is_back { day.checked_sub_days(days) } else { day.checked_add_days(days) }
            }
            SpanUnit::Months(each) => {
                let months = Months::new(count.saturating_mul(each));
                if is_back {
                    day.checked_sub_months(months)
                } else {
                    day.checked_add_months(months)
                }
            }
        }
    }
}

/// Whether a word is a unit of time, including those too small or too vague to count days in.
pub fn is_unit(word: &str) -> bool {
    let others = [
        "h", "hr", "hrs", "hour", "hours", "min", "mins", "minute", "minutes", "working",
        "business", "weekday", "weekdays", "weekend", "weekends", "o'clock", "oclock",
    ];
    SpanUnit::parse(word).is_some() || others.contains(&word)
}

/// Whether a word names a day or a time on its own.
pub fn is_day_name(word: &str) -> bool {
    let relative = [
        "today", "tonight", "tomorrow", "yesterday", "eow", "eom", "eoq", "eoy", "eod", "cob",
        "eob", "cop", "asap", "noon", "midday", "midnight", "weekend", "morning", "afternoon",
        "evening",
    ];
    weekday(word).is_some() || relative.contains(&word)
}
