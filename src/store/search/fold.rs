//! What a text comes to in the index, and what is looked for alike. FTS5 itself takes case and accents away.

use std::borrow::Cow;

/// Stands between two letters that are words by themselves. No letter, so it ends a word; no blank, so it can be told from
/// one that somebody typed.
pub(super) const CUT: char = '\u{1}';

/// The text with letters that are no accented ones as people type them who do not have them, and with cuts around letters
/// that are words by themselves. An index that was made by other rules is made anew once its seal has another name
/// (`index.rs`).
pub(super) fn fold_text(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.contains(|c| is_word_by_itself(c) || folded(c).is_some()) {
        return Cow::Borrowed(text);
    }
    let mut letters = String::with_capacity(text.len() * 2);
    for c in text.chars() {
        match folded(c) {
            Some(plain) => letters.push_str(plain),
            None if is_word_by_itself(c) => letters.extend([CUT, c, CUT]),
            None => letters.push(c),
        }
    }
    Cow::Owned(letters)
}

/// How many letters one comes to, without cuts.
pub(super) fn folded_length(c: char) -> usize {
    folded(c).map_or(1, str::len)
}

/// Letters that are none with an accent, so that nothing is left of them without it.
fn folded(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' | 'ẞ' => "ss",
        'ł' | 'Ł' => "l",
        'ø' | 'Ø' => "o",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'þ' | 'Þ' => "th",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ħ' | 'Ħ' => "h",
        'ŧ' | 'Ŧ' => "t",
        'ı' => "i",
        _ => return None,
    })
}

/// Chinese, Japanese, Thai, Lao, Burmese, Khmer; Korean too, whose words carry endings.
fn is_word_by_itself(c: char) -> bool {
    matches!(c,
        '\u{0E00}'..='\u{0EFF}'
        | '\u{1000}'..='\u{109F}'
        | '\u{1100}'..='\u{11FF}'
        | '\u{1780}'..='\u{17FF}'
        | '\u{3005}'..='\u{3007}'
        | '\u{3040}'..='\u{31FF}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7FF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FF66}'..='\u{FFDC}'
        | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_that_not_every_keyboard_has_is_one_that_it_has() {
        assert_eq!(fold_text("Łukasz, Straße"), "lukasz, Strasse");
        assert_eq!(fold_text("Ærø"), "aero");
        assert!(matches!(fold_text("Díaz"), Cow::Borrowed("Díaz")));
        assert_eq!(fold_text("a設b"), "a\u{1}設\u{1}b");
    }

    #[test]
    fn what_a_letter_comes_to_is_plain() {
        for c in ('\u{80}'..='\u{2FF}').chain(['ẞ']) {
            assert!(folded(c).is_none_or(str::is_ascii), "{c}");
        }
    }
}
