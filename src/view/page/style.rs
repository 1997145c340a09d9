//! Style marks: views mark spans of text by meaning, and only the writer turns marks into escape codes.
//!
//! A mark is one of Unicode's reserved default-ignorable code points (U+FFF0–U+FFF8), which have no width and occur in no
//! text that people write. Views stay plain strings, and every real escape code that reaches the writer comes from a user's
//! text and is escaped.

use std::borrow::Cow;

use unicode_width::UnicodeWidthChar;

use crate::domain::text::{BLACK_FLAG, flag_tags, is_invisible};

/// The meaning of a span of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    Heading,
    Overdue,
    Soon,
    Good,
    Dim,
    Name,
    /// A command to type, in backticks; `command` marks it.
    Command,
}

const RESET: char = '\u{FFF0}';

impl Style {
    pub const ALL: [Style; 7] = [
        Style::Heading,
        Style::Overdue,
        Style::Soon,
        Style::Good,
        Style::Dim,
        Style::Name,
        Style::Command,
    ];

    fn mark(self) -> char {
        match self {
            Style::Heading => '\u{FFF1}',
            Style::Overdue => '\u{FFF2}',
            Style::Soon => '\u{FFF3}',
            Style::Good => '\u{FFF4}',
            Style::Dim => '\u{FFF5}',
            Style::Name => '\u{FFF6}',
            Style::Command => '\u{FFF7}',
        }
    }

    fn code(self) -> &'static str {
        match self {
            Style::Heading => "\x1b[1m",
            Style::Overdue => "\x1b[31m",
            Style::Soon => "\x1b[33m",
            Style::Good => "\x1b[32m",
            Style::Dim => "\x1b[2m",
            Style::Name => "\x1b[36m",
            // Its backticks set it apart on a terminal.
            Style::Command => "",
        }
    }
}

/// Marks a text, each of its lines separately.
pub fn paint(style: Style, text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2 * RESET.len_utf8());
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            out.push('\n');
        }
        out.push(style.mark());
        out.push_str(line);
        out.push(RESET);
    }
    out
}

/// Writes a command to type in a report: in backticks on a terminal, as code on a page.
pub fn command(words: &str) -> String {
    paint(Style::Command, &format!("`{words}`"))
}

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextPart<'t> {
    Words(&'t str),
    /// A marked command, without its backticks.
    Command(&'t str),
}

/// Splits a text at its marked commands.
pub fn split_commands(text: &str) -> Vec<TextPart<'_>> {
    let mut parts = Vec::new();
    let (mut start, mut end) = (0, 0);
    while let Some(at) = text[end..].find(Style::Command.mark()) {
        let at = end + at;
        end = text[at..].find(RESET).map_or(text.len(), |length| at + length);
        let inside = text[at..end].trim_start_matches(Style::Command.mark());
        let words = inside.strip_prefix('`').and_then(|inside| inside.strip_suffix('`'));
        // Stored text may contain a mark, but nothing in such a command can be read as markup.
        let is_inert = |words: &&str| !words.is_empty() && !words.contains(['`', '\n']);
        let Some(words) = words.filter(is_inert) else { continue };
        parts.extend([TextPart::Words(&text[start..at]), TextPart::Command(words)]);
        start = end;
    }
    parts.push(TextPart::Words(&text[start..]));
    parts
}

/// Combining characters on one letter. No language needs more, and more would cover the lines above and below.
const MAX_ACCENTS: usize = 8;

/// Turns marks into escape codes or removes them, makes control characters visible, and cuts stacks of combining
/// characters.
pub fn render(text: &str, color: bool) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    let mut accents = 0;
    loop {
        // Nearly all text is plain ASCII and is copied in one piece.
        let plain = rest.bytes().position(|byte| !is_plain(byte));
        let (before, after) = rest.split_at(plain.unwrap_or(rest.len()));
        out.push_str(before);
        if !before.is_empty() {
            accents = 0;
        }
        let mut chars = after.chars();
        let Some(c) = chars.next() else {
            return out;
        };
        rest = chars.as_str();
        if c == RESET {
            if color {
                out.push_str("\x1b[0m");
            }
        } else if let Some(style) = Style::ALL.into_iter().find(|style| style.mark() == c) {
            if color {
                out.push_str(style.code());
            }
        } else if c == '\n' || c == '\t' {
            out.push(c);
        } else if c == BLACK_FLAG {
            let (tags, after) = rest.split_at(flag_tags(rest));
            out.push(c);
            out.push_str(tags);
            rest = after;
            accents = 0;
        } else if is_dangerous(c) {
            out.extend(c.escape_unicode());
        } else {
            accents = if c.width() == Some(0) { accents + 1 } else { 0 };
            if accents <= MAX_ACCENTS {
                out.push(c);
            }
        }
    }
}

/// Whether a byte is printable ASCII, which is one column wide and harmless.
fn is_plain(byte: u8) -> bool {
    matches!(byte, b' '..=b'~')
}

/// Spells out invisible characters before a text is laid out, since that changes its width.
pub fn escape_invisible(text: &str) -> Cow<'_, str> {
    let grows = |c: char| c == '\t' || c != '\n' && is_dangerous(c) && !is_mark(c);
    let is_special = |c: &char| !matches!(c, ' '..='~');
    if plain_width(text).is_some() || !text.chars().filter(is_special).any(grows) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '\t' => out.push_str("    "),
            c if grows(c) => out.extend(c.escape_unicode()),
            BLACK_FLAG => {
                let (tags, after) = rest.split_at(flag_tags(rest));
                out.push(c);
                out.push_str(tags);
                rest = after;
            }
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Whether a character could control a terminal or is invisible on it.
pub fn is_dangerous(c: char) -> bool {
    c.is_control() || is_invisible(c)
}

/// Returns the columns that a text takes on a terminal; marks take none.
pub fn width(text: &str) -> usize {
    plain_width(text).unwrap_or_else(|| unicode_width::UnicodeWidthStr::width(trim_marks(text)))
}

/// Returns the width of a text of printable ASCII, of which nearly all cells and words are. `None`: it has other
/// characters than that and the marks around it.
pub fn plain_width(text: &str) -> Option<usize> {
    let bare = trim_marks(text);
    bare.bytes().all(is_plain).then_some(bare.len())
}

/// Removes the marks around a text.
fn trim_marks(text: &str) -> &str {
    // Most texts have none, and the last byte tells.
    if text.ends_with(|c: char| c.is_ascii()) {
        return text;
    }
    text.trim_matches(is_mark)
}

fn is_mark(c: char) -> bool {
    matches!(c, RESET..='\u{FFF7}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_codes_in_text_are_shown() {
        assert_eq!(render("a\x1b[31mb\u{202e}c\u{9b}", true), "a\\u{1b}[31mb\\u{202e}c\\u{9b}");
    }

    #[test]
    fn invisible_characters_are_escaped() {
        for c in "\u{feff}\u{e0041}\u{e007f}\u{200b}\u{2060}\u{ad}\u{3164}\u{2028}\u{180e}".chars()
        {
            let spelled = c.escape_unicode().to_string();
            assert_eq!(render(&format!("a{c}b"), false), format!("a{spelled}b"));
            assert_eq!(escape_invisible(&c.to_string()), spelled);
        }
    }

    #[test]
    fn joiners_of_scripts_and_emoji_are_preserved() {
        for text in [
            "می\u{200c}خواهم",
            "क्\u{200d}ष",
            "❤\u{fe0f}",
            "葛\u{e0100}",
            "ação",
            "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
        ] {
            assert_eq!(render(text, false), text);
            assert_eq!(escape_invisible(text), text);
        }
        // Tag characters hide no text.
        let hidden = "🏴\u{e0048}\u{e0049}\u{e007f}";
        assert_eq!(render(hidden, false), "🏴\\u{e0048}\\u{e0049}\\u{e007f}");
    }

    #[test]
    fn excess_combining_marks_are_dropped() {
        let text = format!("e{}x", "\u{301}".repeat(10_000));
        assert_eq!(render(&text, false), format!("e{}x", "\u{301}".repeat(8)));
        assert_eq!(render("e\u{301}\u{323}e\u{301}", false), "e\u{301}\u{323}e\u{301}");
    }

    #[test]
    fn width_is_measured_after_escaping() {
        let text = paint(Style::Good, "a\tb\u{7}");
        assert_eq!(width(&escape_invisible(&text)), "a    b\\u{7}".len());
        assert_eq!(render(&escape_invisible(&text), false), "a    b\\u{7}");
    }

    #[test]
    fn style_marks_become_codes_only_with_colour() {
        let text = paint(Style::Overdue, "late");
        assert_eq!(render(&text, true), "\x1b[31mlate\x1b[0m");
        assert_eq!(render(&text, false), "late");
    }

    #[test]
    fn only_marked_commands_are_split_off() {
        let text = format!("ask (`x`, {})", command("mentor log"));
        let parts = [TextPart::Words("ask (`x`, "), TextPart::Command("mentor log")];
        assert_eq!(split_commands(&text)[..2], parts);
        assert_eq!(render(&text, false), "ask (`x`, `mentor log`)");
        for plain in ["", "a `b`", "\u{FFF7}`a``b`\u{FFF0}", "\u{FFF7}`a", "\u{FFF7}``\u{FFF0}"] {
            let parts = split_commands(plain);
            assert!(matches!(parts[..], [TextPart::Words(words)] if words == plain), "{parts:?}");
        }
    }

    #[test]
    fn style_marks_have_no_width() {
        assert_eq!(width(&paint(Style::Good, "日本")), 4);
    }

    #[test]
    fn emoji_sequences_are_not_split() {
        assert_eq!(render("👩‍👩‍👧", false), "👩‍👩‍👧");
    }
}
