//! The letter to a partner without mentor: the marks that tie each line of its form to a record.
//!
//! `reply` finds the answers in what comes back, `mail` extracts the text of a mail. Nothing here does I/O.

pub mod mail;
pub mod reply;

use std::fmt;

use sha2::{Digest, Sha256};

/// What a line of the form is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MarkSubject {
    Agreement,
    FollowUp,
    Question,
    Feedback,
    Topics,
    /// Not a question: the mark above the letter and above its form, which identifies the pair.
    Letter,
    /// Not a question: the end of the form.
    End,
}

impl MarkSubject {
    const ALL: [MarkSubject; 7] = [
        MarkSubject::Agreement,
        MarkSubject::FollowUp,
        MarkSubject::Question,
        MarkSubject::Feedback,
        MarkSubject::Topics,
        MarkSubject::Letter,
        MarkSubject::End,
    ];

    fn letter(self) -> char {
        match self {
            MarkSubject::Agreement => 'A',
            MarkSubject::FollowUp => 'F',
            MarkSubject::Question => 'Q',
            MarkSubject::Feedback => 'B',
            MarkSubject::Topics => 'T',
            MarkSubject::Letter => 'L',
            MarkSubject::End => 'E',
        }
    }

    fn has_number(self) -> bool {
        !matches!(self, MarkSubject::Topics | MarkSubject::Letter | MarkSubject::End)
    }

    pub fn is_answered(self) -> bool {
        !matches!(self, MarkSubject::Letter | MarkSubject::End)
    }
}

/// A mark such as `[F1-7KQ2]`: kind, number and a check derived from the record's uid. Numbers may be reused after a
/// restore or on another machine; the check detects that.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LetterMark {
    pub subject: MarkSubject,
    pub number: i64,
    pub check: String,
}

/// Digits and letters that are hard to confuse (Crockford's base 32).
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const CHECK_LENGTH: usize = 4;

/// Maximum number of digits of the number in a mark.
const MAX_NUMBER_DIGITS: usize = 10;

impl LetterMark {
    pub fn new(subject: MarkSubject, number: i64, pair_uid: &str, record_uid: &str) -> Self {
        let named = format!("mentor.letter/1 {} {pair_uid} {record_uid}", subject.letter());
        let hash = Sha256::digest(named.as_bytes());
        let digit = |byte: &u8| char::from(DIGITS[usize::from(byte % 32)]);
        LetterMark { subject, number, check: hash.iter().take(CHECK_LENGTH).map(digit).collect() }
    }

    /// Returns a mark that belongs to the pair, not to a record.
    pub fn of_pair(subject: MarkSubject, pair_uid: &str) -> Self {
        LetterMark::new(subject, 0, pair_uid, "")
    }

    /// Whether the mark was made for this record.
    pub fn is_of(&self, pair_uid: &str, record_uid: &str) -> bool {
        *self == LetterMark::new(self.subject, self.number, pair_uid, record_uid)
    }

    /// Splits a leading mark from the rest of the text.
    pub fn split(text: &str) -> Option<(LetterMark, &str)> {
        let (inner, rest) = text.strip_prefix('[')?.split_once(']')?;
        let mut letters = inner.chars();
        let letter = letters.next()?.to_ascii_uppercase();
        let subject = MarkSubject::ALL.into_iter().find(|one| one.letter() == letter)?;
        let (digits, check) = letters.as_str().split_once('-')?;
        let number = match subject.has_number() {
            true if digits.len() <= MAX_NUMBER_DIGITS
                && digits.bytes().all(|byte| byte.is_ascii_digit()) =>
            {
                digits.parse().ok()?
            }
            false if digits.is_empty() => 0,
            _ => return None,
        };
        let check = check.to_ascii_uppercase();
        let is_check =
            check.len() == CHECK_LENGTH && check.bytes().all(|byte| DIGITS.contains(&byte));
        let mark = LetterMark { subject, number, check };
        is_check.then_some((mark, rest))
    }
}

impl fmt::Display for LetterMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.subject.has_number() {
            write!(f, "[{}{}-{}]", self.subject.letter(), self.number, self.check)
        } else {
            write!(f, "[{}-{}]", self.subject.letter(), self.check)
        }
    }
}

/// Ends the printed part of a form line; the answer follows.
pub const PROMPT_END: &str = "):";

/// Escapes user text so that nothing in it looks like a mark.
pub fn without_marks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('[') {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        out.push(if LetterMark::split(after).is_some() { '(' } else { '[' });
        rest = &after[1..];
    }
    out + rest
}

/// Escapes user text within a form line, so that it contains neither a mark nor `PROMPT_END`.
pub fn within_prompt(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    without_marks(&line).replace(PROMPT_END, ") :")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_well_formed_marks_are_parsed() {
        for (subject, number) in [
            (MarkSubject::FollowUp, 1),
            (MarkSubject::Agreement, 4_294_967_295),
            (MarkSubject::Topics, 0),
            (MarkSubject::Letter, 0),
        ] {
            let mark = LetterMark::new(subject, number, "pair", "record");
            let text = format!("{mark} and more");
            assert_eq!(LetterMark::split(&text), Some((mark.clone(), " and more")));
            let small = text.to_lowercase();
            assert_eq!(LetterMark::split(&small).map(|(mark, _)| mark), Some(mark));
        }
        for text in [
            "", "[", "[]", "[F]", "[F1]", "[F1-]", "[F1-7K]", "[F-7KQ2]", "[F1-7KQ2", "F1-7KQ2]",
            "[X1-7KQ2]", "[F-1-7KQ2]", "[F12345678901-7KQ2]", "[F+1-7KQ2]", "[T1-7KQ2]",
            "[F1-7KQI]", "[F1-7K\u{e9}]", "[\u{e9}1-7KQ2]",
        ] {
            assert_eq!(LetterMark::split(text), None, "{text}");
        }
    }

    #[test]
    fn mark_belongs_to_one_record_of_one_pair() {
        let mark = LetterMark::new(MarkSubject::FollowUp, 1, "pair", "record");
        assert!(mark.is_of("pair", "record"));
        assert!(!mark.is_of("pair", "other"));
        assert!(!mark.is_of("other", "record"));
        let question = LetterMark::new(MarkSubject::Question, 1, "pair", "record");
        assert_ne!(mark.check, question.check);
    }

    #[test]
    fn user_text_contains_no_mark() {
        assert_eq!(without_marks("[x] [F1-7KQ2] yes"), "[x] (F1-7KQ2] yes");
        assert_eq!(within_prompt("a (b):\n [E-7KQ2] c"), "a (b) : (E-7KQ2] c");
    }
}
