//! The width of texts on a terminal, by rules of Unicode defined here. They are independent of the crate that lays out
//! texts, so that a fault of either is noticed.

/// Characters of two columns: East Asian Wide (UAX #11) and emoji.
const WIDE: [(char, char); 8] = [
    ('\u{1100}', '\u{115F}'),
    ('\u{2E80}', '\u{303E}'),
    ('\u{3041}', '\u{33FF}'),
    ('\u{3400}', '\u{4DBF}'),
    ('\u{4E00}', '\u{9FFF}'),
    ('\u{AC00}', '\u{D7A3}'),
    ('\u{FF01}', '\u{FF60}'),
    ('\u{1F300}', '\u{1FAFF}'),
];

/// Characters without width: combining marks, joiners, selectors.
const NONE: [(char, char); 4] = [
    ('\u{0300}', '\u{036F}'),
    ('\u{200B}', '\u{200D}'),
    ('\u{3099}', '\u{309A}'),
    ('\u{FE00}', '\u{FE0F}'),
];

/// Letters and signs of one column that occur in the tests.
const NARROW: [(char, char); 8] = [
    (' ', '~'),
    ('\u{00A0}', '\u{02FF}'),
    ('\u{0370}', '\u{052F}'),
    ('\u{2010}', '\u{2027}'),
    ('\u{2030}', '\u{205E}'),
    ('\u{2190}', '\u{21FF}'),
    ('\u{2500}', '\u{25FF}'),
    ('\u{2713}', '\u{2717}'),
];

fn is_in(ranges: &[(char, char)], c: char) -> bool {
    ranges.iter().any(|(first, last)| (*first..=*last).contains(&c))
}

/// Returns the width of a line in columns. Panics at a character that is in none of the tables, which then need an
/// entry for it.
pub fn columns(line: &str) -> usize {
    let mut columns = 0;
    let mut joined = false;
    for c in line.chars() {
        columns += match c {
            // An emoji that is joined to the one before is drawn as part of it.
            _ if joined => 0,
            c if is_in(&NONE, c) => 0,
            c if is_in(&WIDE, c) => 2,
            c if is_in(&NARROW, c) => 1,
            c => panic!("{c:?} ({}) is in no table", c.escape_unicode()),
        };
        joined = c == '\u{200D}';
    }
    columns
}

/// Whether a line fits a screen, or has nothing but a command, which is left whole to be copied.
pub fn fits_or_is_command(line: &str, width: usize) -> bool {
    columns(line) <= width || line.trim_start_matches(['(', ' ']).starts_with("`mentor ")
}

#[test]
fn known_texts_have_the_width_of_a_terminal() {
    for (text, wide) in
        [("abc", 3), ("Díaz", 4), ("Di\u{301}az", 4), ("日本 x", 6), ("👩‍👩‍👧", 2), ("██░ → •", 7)]
    {
        assert_eq!(columns(text), wide, "{text}");
    }
}

#[test]
#[should_panic(expected = "is in no table")]
fn unknown_character_panics() {
    columns("\u{1b}[31m");
}
