//! Splits the text of a day into words, and drops those that change nothing.

use crate::domain::dates::languages;
use crate::domain::dates::vocabulary::{SpanUnit, month, number, split_hyphens};

/// Returns the words of a day in lower case, without those that change nothing.
pub fn significant_words(typed: &str) -> Vec<String> {
    let text = typed.trim().to_lowercase();
    let text = without_distance(&text).replace(',', " ");
    // `twenty first` is one ordinal.
    let text = text.replace("twenty ", "twenty-").replace("thirty ", "thirty-");
    let text = without_space_in_numbers(&text);
    let words: Vec<&str> = text
        .split_whitespace()
        .map(without_parentheses)
        .map(without_full_stop)
        .flat_map(split_hyphens)
        .flat_map(split_glued_month)
        .filter(|word| !word.is_empty())
        .collect();
    let words = match words.as_slice() {
        ["on", "the", rest @ ..] | ["on" | "the", rest @ ..] => rest,
        words => words,
    };
    let words = without_articles(words);
    without_end_of_day(&words).iter().map(|word| (*word).to_owned()).collect()
}

/// Strips the articles from a text that names a day or a month in another language: `el lunes`, `12 de mayo de 2027`.
fn without_articles<'t>(words: &[&'t str]) -> Vec<&'t str> {
    let is_name = |word: &&str| {
        languages::weekday(word).is_some() || languages::month_by_number(word).is_some()
    };
    let has_name = words.iter().any(is_name);
    words.iter().copied().filter(|word| !has_name || !languages::is_article(word)).collect()
}

/// Strips `end of day` and its like from the words: `eod friday`, `end of day on friday`, `friday cob`.
fn without_end_of_day<'w, 't>(words: &'w [&'t str]) -> &'w [&'t str] {
    let rest = match words {
        ["eod" | "eob" | "cob" | "cop", rest @ ..]
        | [rest @ .., "eod" | "eob" | "cob" | "cop"]
        | ["end" | "close", "of", "day" | "business" | "biz" | "play", rest @ ..]
        | [rest @ .., "end" | "close", "of", "day" | "business" | "biz" | "play"] => rest,
        words => words,
    };
    match rest {
        [] => words,
        ["on" | "of", rest @ ..] if !rest.is_empty() => rest,
        rest => rest,
    }
}

/// Joins the parts of a numeric date: `5. 3. 2027`. Its last full stop may be missing: it looks like the end of a sentence.
fn without_space_in_numbers(text: &str) -> String {
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let part = |word: &str| {
        let digits = word.strip_suffix('.').unwrap_or(word);
        (1..=2).contains(&digits.len()) && is_number(digits)
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let at =
        words.windows(2).position(|pair| part(pair[0]) && pair[0].ends_with('.') && part(pair[1]));
    let Some(at) = at else {
        return text.to_owned();
    };
    let month = words[at + 1].trim_end_matches('.');
    let mut date = format!("{}{month}.", words[at]);
    let year = words.get(at + 2).filter(|year| year.len() == 4 && is_number(year));
    date.push_str(year.copied().unwrap_or_default());
    let before = words[..at].iter().copied();
    let after = words[at + 2 + usize::from(year.is_some())..].iter().copied();
    before.chain([date.as_str()]).chain(after).collect::<Vec<_>>().join(" ")
}

/// Strips the full stop after an abbreviation or a day of a month: `Dec. 4`, `4. Dec`.
fn without_full_stop(word: &str) -> &str {
    let is_day = |word: &str| word.len() <= 2 && word.chars().all(|c| c.is_ascii_digit());
    match word.strip_suffix('.') {
        Some(rest) if is_day(rest) || rest.chars().all(char::is_alphabetic) => rest,
        _ => word,
    }
}

/// Splits `4dec`, `dec4`, `4dec2026` and `4-dec-2026` into day, month and year; returns any other word unchanged. `dec-26`
/// may be a month with its year.
fn split_glued_month(word: &str) -> Vec<&str> {
    let rest = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let (before, rest) = word.split_at(word.len() - rest.len());
    let hyphen = |text: &'_ str| usize::from(!before.is_empty() && text.starts_with('-'));
    let rest = &rest[hyphen(rest)..];
    let after = rest.trim_start_matches(char::is_alphabetic);
    let (name, after) = rest.split_at(rest.len() - after.len());
    let after = &after[hyphen(after)..];
    let is_number = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    if month(name).is_some() && is_number(after) { vec![before, name, after] } else { vec![word] }
}

/// Strips parentheses around a word or a part of a day: `2026-12-04 (Fri)`, `Fri (4 Dec)`.
fn without_parentheses(word: &str) -> &str {
    word.trim_start_matches('(').trim_end_matches(')')
}

/// Strips the distance that mentor prints after a day: `Fri 4 Dec (in 3 days)`.
fn without_distance(text: &str) -> &str {
    let Some((told, distance)) = text.strip_suffix(')').and_then(|text| text.rsplit_once(" ("))
    else {
        return text;
    };
    let is_known = |word: &str| {
        matches!(word, "today" | "tomorrow" | "yesterday" | "in" | "about" | "ago")
            || number(word).is_some()
            || SpanUnit::parse(word).is_some()
    };
    if distance.split_whitespace().all(is_known) { told.trim_end() } else { text }
}
