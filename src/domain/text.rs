//! Rules for text that people type.

/// Longest text of one field, in bytes. Longer ones belong in a file of their own.
pub const LONGEST: usize = 1 << 20;

/// Longest title, in characters: it has to fit a line of a listing.
pub const LONGEST_TITLE: usize = 500;

/// Why a text was refused.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum TextError {
    #[error("the {0} is empty")]
    Empty(&'static str),
    #[error("the {what} is too long: {length} bytes (limit {most})")]
    TooLong {
        what: &'static str,
        length: usize,
        most: usize,
    },
    #[error("the {0} has a NUL character, which can't be kept")]
    Nul(&'static str),
}

/// A word that is none of the known ones.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("`{typed}` is not one of {known}")]
pub struct UnknownWord {
    pub typed: String,
    pub known: String,
}

impl UnknownWord {
    pub fn new(typed: &str, known: &[&str]) -> Self {
        let known: Vec<String> = known.iter().map(|word| format!("`{word}`")).collect();
        UnknownWord {
            typed: typed.to_owned(),
            known: known.join(", "),
        }
    }
}

/// A one-line title: trimmed, line breaks turned into spaces, not empty.
pub fn title(what: &'static str, typed: &str) -> Result<String, TextError> {
    let text = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        return Err(TextError::Empty(what));
    }
    if text.chars().count() > LONGEST_TITLE {
        return Err(TextError::TooLong {
            what,
            length: text.len(),
            most: LONGEST_TITLE,
        });
    }
    without_nul(what, text)
}

/// A longer text: trimmed at the end, line breaks kept, not empty.
pub fn body(what: &'static str, typed: &str) -> Result<String, TextError> {
    let text = typed.trim().replace("\r\n", "\n");
    if text.is_empty() {
        return Err(TextError::Empty(what));
    }
    if text.len() > LONGEST {
        return Err(TextError::TooLong {
            what,
            length: text.len(),
            most: LONGEST,
        });
    }
    without_nul(what, text)
}

fn without_nul(what: &'static str, text: String) -> Result<String, TextError> {
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
        assert_eq!(
            title("title", "  Give \n a talk ").as_deref(),
            Ok("Give a talk")
        );
    }

    #[test]
    fn an_empty_title_is_refused() {
        assert_eq!(title("title", " \n "), Err(TextError::Empty("title")));
    }

    #[test]
    fn a_ten_megabyte_note_is_refused() {
        let note = "x".repeat(10 << 20);
        assert!(matches!(
            body("note", &note),
            Err(TextError::TooLong { .. })
        ));
    }
}
