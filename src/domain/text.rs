//! Rules for text that people type: titles, longer texts, names and invisible characters.

/// Limit for the text of one field. Longer texts belong in a separate file.
pub const MAX_TEXT_BYTES: usize = 1 << 20;

/// Limit for a title: it is shown on one line of a listing.
pub const MAX_TITLE_CHARS: usize = 500;

/// Why a text was refused.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum TextError {
    #[error("the {0} {verb} empty", verb = agreeing(.0, "is", "are"))]
    Empty(&'static str),
    #[error("the {what} {verb} too long: {length} bytes (limit {most})", verb = agreeing(.what, "is", "are"))]
    TooLong { what: &'static str, length: usize, most: usize },
    #[error("the {0} {verb} a NUL character, which can't be stored", verb = agreeing(.0, "contains", "contain"))]
    Nul(&'static str),
}

/// Returns the form of a verb for the label of a field: `the title is`, `the notes are`.
fn agreeing(label: &str, singular: &'static str, plural: &'static str) -> &'static str {
    let is_plural = label.ends_with('s') && !label.ends_with("ss") && !label.ends_with("says");
    if is_plural { plural } else { singular }
}

/// A word that is not in a fixed list.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("`{typed}` is not one of {known}")]
pub struct UnknownWord {
    pub typed: String,
    pub known: String,
}

impl UnknownWord {
    pub fn new(typed: &str, known: &[&str]) -> Self {
        let known: Vec<String> = known.iter().map(|word| format!("`{word}`")).collect();
        UnknownWord { typed: typed.to_owned(), known: known.join(", ") }
    }
}

/// Parses a one-line title: collapses white space, including line breaks, into single spaces and refuses an empty one.
/// `what` names the field in errors.
pub fn parse_title(what: &'static str, typed: &str) -> Result<String, TextError> {
    let text = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        return Err(TextError::Empty(what));
    }
    if text.chars().count() > MAX_TITLE_CHARS {
        return Err(TextError::TooLong { what, length: text.len(), most: MAX_TITLE_CHARS });
    }
    reject_nul(what, text)
}

/// Parses a longer text: trims both ends, keeps line breaks and refuses an empty one. `what` names the field in errors.
pub fn parse_body(what: &'static str, typed: &str) -> Result<String, TextError> {
    let text = typed.trim().replace("\r\n", "\n");
    if text.is_empty() {
        return Err(TextError::Empty(what));
    }
    if text.len() > MAX_TEXT_BYTES {
        return Err(TextError::TooLong { what, length: text.len(), most: MAX_TEXT_BYTES });
    }
    reject_nul(what, text)
}

/// Returns the key for comparing names: lower-case letters and digits without accents, `?` for letters of other
/// scripts.
pub fn plain_letters(name: &str) -> String {
    let mut key = String::new();
    for letter in name.chars().flat_map(char::to_lowercase) {
        match letter {
            letter if letter.is_ascii_alphanumeric() => key.push(letter),
            letter if letter.is_ascii() => {}
            letter => key.push_str(without_accent(letter)),
        }
    }
    key
}

/// Returns the ASCII letters for a non-ASCII character, the empty string for combining marks and punctuation, and `?`
/// for anything else. Covers the lower-case letters of Latin-1 and Latin Extended-A, and those of Vietnamese, Romanian
/// and Azerbaijani.
fn without_accent(letter: char) -> &'static str {
    match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ'..='ặ' | 'ə' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' | 'ḩ' | 'ḥ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ǐ' | 'ỉ' | 'ị' => "i",
        'ĵ' => "j",
        'ķ' | 'ḵ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ŋ' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ǒ' | 'ọ'..='ợ' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' | 'ṣ' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' | 'ṭ' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ǔ' | 'ụ'..='ự' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' | 'ỳ'..='ỹ' => "y",
        'ź' | 'ż' | 'ž' | 'ẓ' => "z",
        // Combining accents, apostrophes and dashes.
        '\u{300}'..='\u{36f}' | '\u{2010}'..='\u{201f}' | '\u{2b0}'..='\u{2ff}' => "",
        // Any other letter; `is_same_name` treats it as unequal to everything.
        _ => "?",
    }
}

/// Whether two names are the same apart from accents, case and punctuation.
pub fn is_same_name(one: &str, other: &str) -> bool {
    let plain = plain_letters(one);
    let is_known = !plain.is_empty() && !plain.contains('?');
    one == other || is_known && plain == plain_letters(other)
}

pub const BLACK_FLAG: char = '\u{1F3F4}';

/// Returns the length in bytes of the tag sequence that turns a preceding black flag into the flag of a region such as
/// England (UTS 51), or 0. A sequence of at most six tags is too short to hide text in.
pub fn flag_tags(after: &str) -> usize {
    let is_letter = |c: &char| matches!(c, '\u{E0030}'..='\u{E0039}' | '\u{E0061}'..='\u{E007A}');
    let letters = after.chars().take_while(is_letter).count();
    let tags: String = after.chars().take(letters + 1).collect();
    if (3..=6).contains(&letters) && tags.ends_with('\u{E007F}') { tags.len() } else { 0 }
}

/// Whether a character is a line or paragraph separator or invisible (Unicode category `Cf` and the default-ignorable
/// code points): direction overrides, byte order marks, tags, fillers, and the code points that views reserve for
/// styles. Joiners and variation selectors are excluded, because emoji sequences and the Persian, Indic and Japanese
/// scripts need them.
pub fn is_invisible(c: char) -> bool {
    !c.is_ascii()
        && matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{0600}'..='\u{0605}' | '\u{061C}' | '\u{06DD}' | '\u{070F}' | '\u{0890}' | '\u{0891}'
        | '\u{08E2}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}'
        | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
        | '\u{110BD}' | '\u{110CD}' | '\u{13430}'..='\u{1343F}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E00FF}' | '\u{E01F0}'..='\u{E0FFF}')
}

fn reject_nul(what: &'static str, text: String) -> Result<String, TextError> {
    if text.contains('\0') {
        return Err(TextError::Nul(what));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_one_line() {
        assert_eq!(parse_title("title", "  Give \n a talk ").as_deref(), Ok("Give a talk"));
    }

    #[test]
    fn an_empty_title_is_refused() {
        assert_eq!(parse_title("title", " \n "), Err(TextError::Empty("title")));
    }

    #[test]
    fn errors_agree_with_the_label() {
        assert_eq!(parse_body("notes", " ").unwrap_err().to_string(), "the notes are empty");
        assert_eq!(parse_body("progress", "").unwrap_err().to_string(), "the progress is empty");
        let nul = parse_body("notes", "a\0").unwrap_err().to_string();
        assert_eq!(nul, "the notes contain a NUL character, which can't be stored");
    }

    #[test]
    fn names_are_compared_without_accents() {
        assert!(is_same_name("Ana Díaz", "ana diaz"));
        assert!(is_same_name("Zoe\u{308}", "Zoë"));
        assert!(!is_same_name("Ana Díaz", "Ana Ruiz"));
        assert!(!is_same_name("王", "李"));
        assert!(is_same_name("王", "王"));
    }

    #[test]
    fn a_ten_megabyte_note_is_refused() {
        let note = "x".repeat(10 << 20);
        assert!(matches!(parse_body("note", &note), Err(TextError::TooLong { .. })));
    }
}
