//! Text that somebody wrote, put into Markdown so that it comes out as it was written, whoever renders it: the common standard
//! with or without extensions, or Python-Markdown, which knows fewer backslash escapes.
//!
//! Only what would be taken for a mark is escaped: Markdown is read unrendered too, in mails.

use crate::view::page::style;

/// One line, for anywhere but its beginning: after `- `, in a heading, between two asterisks.
pub fn inline(text: &str) -> String {
    let text = style::render(text, false);
    let mut out = String::with_capacity(text.len() + 8);
    // A pair of tildes strikes out what is between them, and has no backslash escape in every kind.
    let strikes = text.matches('~').count() > 1;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let after = &text[at + c.len_utf8()..];
        let is_in_word = before.is_alphanumeric() && after.starts_with(char::is_alphanumeric);
        match c {
            '\n' => out.push(' '),
            '\\' | '`' | '*' => out.extend(['\\', c]),
            // Within a word they are no marks, and in an address a backslash would be shown.
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

/// One line at its beginning, where a few more signs mean something: lists, quotes, rules, tables, definitions.
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

/// A text of one or more lines, each a line when it is rendered too; all but the first set in by so many columns.
pub fn text(text: &str, indent: usize) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let lines: Vec<String> = lines.map(line).collect();
    lines.join(&format!("  \n{}", " ".repeat(indent)))
}

/// Whether what follows an ampersand makes it a character reference: `amp;`, `#60;`.
fn is_reference(after: &str) -> bool {
    let name = after.split(';').next().unwrap_or_default();
    let is_name = !name.is_empty()
        && name
            .trim_start_matches('#')
            .chars()
            .all(|c| c.is_ascii_alphanumeric());
    is_name && after.len() > name.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_would_be_a_mark_is_escaped() {
        for (written, escaped) in [
            ("R&D at 5 < 6, C# & more", "R&D at 5 &lt; 6, C# & more"),
            (
                "*now* snake_case _so_ `x` #5",
                "\\*now\\* snake_case \\_so\\_ \\`x\\` \\#5",
            ),
            ("[private] [a](b) [[wiki]]", "[private] [a\\](b) \\[[wiki]]"),
            ("&lt; &#60; &; & x", "&amp;lt; &amp;#60; &; & x"),
            ("~5 days", "~5 days"),
            ("~~no~~", "&#126;&#126;no&#126;&#126;"),
        ] {
            assert_eq!(inline(written), escaped);
        }
    }

    #[test]
    fn at_the_beginning_of_a_line_more_signs_mean_something() {
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
    fn lines_stay_lines() {
        assert_eq!(text("one\n\n  two\n", 2), "one  \n  two");
    }
}
