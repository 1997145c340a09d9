//! Escapes text of users for Markdown: the common standard with or without extensions, and Python-Markdown, which knows fewer
//! backslash escapes.
//!
//! Only what would be read as markup is escaped: Markdown is read unrendered too, in mails.

use crate::view::page::style::{self, TextPart};

/// Escapes one line for any place but the beginning of a line: after `- `, in a heading, between two asterisks. Commands
/// stay code.
pub fn inline(text: &str) -> String {
    let parts = style::split_commands(text).into_iter();
    parts
        .map(|part| match part {
            TextPart::Words(words) => escape_words(words),
            TextPart::Command(words) => format!("`{}`", style::render(words, false)),
        })
        .collect()
}

fn escape_words(text: &str) -> String {
    let text = style::render(text, false);
    let mut out = String::with_capacity(text.len() + 8);
    // A pair of tildes means strikethrough, and not every dialect has a backslash escape for it.
    let strikes = text.matches('~').count() > 1;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let after = &text[at + c.len_utf8()..];
        let is_in_word = before.is_alphanumeric() && after.starts_with(char::is_alphanumeric);
        match c {
            '\n' => out.push(' '),
            '\\' | '`' | '*' => out.extend(['\\', c]),
            // Within a word it is not markup, and in an address the backslash would be visible.
            '_' if !is_in_word => out.push_str("\\_"),
            '#' if before.is_whitespace() => out.push_str("\\#"),
            '[' if after.starts_with(['[', '^']) => out.push_str("\\["),
            ']' if after.starts_with(['(', '[', ':']) => out.push_str("\\]"),
            '<' => out.push_str("&lt;"),
            '&' if is_reference(after) => out.push_str("&amp;"),
            '~' if strikes => out.push_str("&#126;"),
            _ => out.push(c),
        }
        before = c;
    }
    out
}

/// Escapes one line for the beginning of a line, where more characters are markup: lists, quotes, rules, tables,
/// definitions.
pub fn line(text: &str) -> String {
    let text = inline(text.trim_start());
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at(digits);
    match rest.chars().next() {
        Some(end @ ('.' | ')')) if digits > 0 => format!("{number}\\{end}{}", &rest[1..]),
        Some(mark @ ('+' | '-' | '>' | '[')) if digits == 0 => format!("\\{mark}{}", &rest[1..]),
        Some(mark @ ('=' | ':' | '~' | '|')) if digits == 0 => {
            format!("&#{};{}", u32::from(mark), &rest[1..])
        }
        _ => text,
    }
}

/// Escapes a text whose lines stay lines when rendered; all but the first are indented.
pub fn text(text: &str, indent: usize) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let lines: Vec<String> = lines.map(line).collect();
    lines.join(&format!("  \n{}", " ".repeat(indent)))
}

/// Whether the text after an ampersand makes it a character reference: `amp;`, `#60;`.
fn is_reference(after: &str) -> bool {
    let name = after.split(';').next().unwrap_or_default();
    let is_name =
        !name.is_empty() && name.trim_start_matches('#').chars().all(|c| c.is_ascii_alphanumeric());
    is_name && after.len() > name.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_markup_is_escaped() {
        for (written, escaped) in [
            ("R&D at 5 < 6, C# & more", "R&D at 5 &lt; 6, C# & more"),
            ("*now* snake_case _so_ `x` #5", "\\*now\\* snake_case \\_so\\_ \\`x\\` \\#5"),
            ("[private] [a](b) [[wiki]]", "[private] [a\\](b) \\[[wiki]]"),
            ("&lt; &#60; &; & x", "&amp;lt; &amp;#60; &; & x"),
            ("~5 days", "~5 days"),
            ("~~no~~", "&#126;&#126;no&#126;&#126;"),
        ] {
            assert_eq!(inline(written), escaped);
        }
    }

    #[test]
    fn a_command_stays_code() {
        let text = format!("ask `x` ({})", style::command("mentor log *"));
        assert_eq!(inline(&text), "ask \\`x\\` (`mentor log *`)");
    }

    #[test]
    fn more_characters_are_escaped_at_the_start_of_a_line() {
        for (written, escaped) in [
            ("- not a list", "\\- not a list"),
            ("2026. It was a good year", "2026\\. It was a good year"),
            ("> not a quote", "\\> not a quote"),
            ("====", "&#61;==="),
            ("    no code", "no code"),
            ("[x]: y", "\\[x\\]: y"),
            ("12 check-ins", "12 check-ins"),
        ] {
            assert_eq!(line(written), escaped);
        }
    }

    #[test]
    fn line_breaks_are_preserved() {
        assert_eq!(text("one\n\n  two\n", 2), "one  \n  two");
    }
}
