//! Folding of texts before they are indexed or searched for. FTS5's tokenizer itself removes case and accents.

use std::borrow::Cow;

/// Put around letters that are words by themselves. It is no letter, so it ends a word, and no blank, so it differs
/// from the blanks of the text.
pub(super) const CUT: char = '\u{1}';

/// Folds a text: replaces letters such as `ł` or `ß` by those that people without them on their keyboard type, and puts
/// cuts around letters that are words by themselves. After a change of these rules, raise the number in
/// `ChecksumScope::setting_name` (`index.rs`), so that older indexes are rebuilt.
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

/// Returns how many letters one is folded to, cuts not counted.
pub(super) fn folded_length(c: char) -> usize {
    folded(c).map_or(1, str::len)
}

/// Returns the replacement of a letter that has no decomposition into a base letter and an accent, so that the
/// tokenizer would not change it. `None`: the letter is left to the tokenizer.
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

/// Returns whether each letter of a script is indexed as a word: Chinese, Japanese, Thai, Lao, Burmese and Khmer have
/// no blanks between words, and Korean words carry endings.
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
    fn letters_missing_on_some_keyboards_are_folded() {
        assert_eq!(fold_text("Łukasz, Straße"), "lukasz, Strasse");
        assert_eq!(fold_text("Ærø"), "aero");
        assert!(matches!(fold_text("Díaz"), Cow::Borrowed("Díaz")));
        assert_eq!(fold_text("a設b"), "a\u{1}設\u{1}b");
    }

    #[test]
    fn letters_are_folded_to_ascii() {
        for c in ('\u{80}'..='\u{2FF}').chain(['ẞ']) {
            assert!(folded(c).is_none_or(str::is_ascii), "{c}");
        }
    }
}
