//! The exchange of a pair between two data files, without opening either of them.
//!
//! Start with `parts`: which columns are written together, and by whom. `show` turns the documents of a circle into records
//! and conflicts, `publish` finds what a side has to write so that they match its rows; `request` and `same` add
//! deletion requests and duplicates. `lines`, `bundle`, `seal` and `folder` carry the documents to the other side,
//! `device`, `invitation`, `introduction` and `key_words` establish who that is, and `letter` serves a partner without mentor. `own_words`
//! attributes text to its author.
//!
//! `store::share` keeps documents and rows in step. Only `device` and `folder` do I/O.

pub mod bundle;
pub mod device;
pub mod folder;
pub mod introduction;
pub mod invitation;
pub mod key_words;
pub mod letter;
pub mod lines;
pub mod own_words;
pub mod parts;
pub mod publish;
mod record_reading;
pub mod request;
mod resolve;
pub mod same;
pub mod seal;
pub mod show;

use std::collections::BTreeMap;
use std::fmt;

use crate::domain::person::Side;

/// One of the three documents of a circle, named after the side that may write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ShareDocument {
    Shared,
    Mentor,
    Mentee,
}

impl ShareDocument {
    pub const ALL: [ShareDocument; 3] =
        [ShareDocument::Shared, ShareDocument::Mentor, ShareDocument::Mentee];

    /// Returns the document that only this side may write.
    pub fn for_side(side: Side) -> Self {
        match side {
            Side::Mentor => ShareDocument::Mentor,
            Side::Mentee => ShareDocument::Mentee,
        }
    }

    pub fn word(self) -> &'static str {
        match self {
            ShareDocument::Shared => "shared",
            ShareDocument::Mentor => "mentor",
            ShareDocument::Mentee => "mentee",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }

    pub fn may_write(self, side: Side) -> bool {
        self == ShareDocument::Shared || self == ShareDocument::for_side(side)
    }
}

impl fmt::Display for ShareDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// The hash of a change.
pub type ChangeId = [u8; 32];

/// A version of each document, as the hashes of its latest changes (automerge's heads).
pub type DocumentVersions = BTreeMap<ShareDocument, Vec<ChangeId>>;

/// Formats bytes as lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}

/// Parses `N` bytes in the format of `hex`.
pub fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits = text.as_bytes();
    let digit = |at: usize| match digits.get(at)? {
        digit @ b'0'..=b'9' => Some(digit - b'0'),
        digit @ b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    };
    if digits.len() != 2 * N {
        return None;
    }
    let mut bytes = [0; N];
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = digit(2 * at)? * 16 + digit(2 * at + 1)?;
    }
    Some(bytes)
}
