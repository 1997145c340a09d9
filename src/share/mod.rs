//! Two files that meet: what is told of the records of a pair, how it is read again, and the sealed bundle that carries
//! it. Pure but for the device file and the shared folder: no data file is opened here.

pub mod bundle;
pub mod device;
pub mod folder;
pub mod invitation;
pub mod key_words;
pub mod letter;
pub mod lines;
pub mod own_words;
pub mod parts;
pub mod request;
pub mod same;
pub mod seal;
pub mod show;
pub mod tell;

use std::collections::BTreeMap;
use std::fmt;

use crate::domain::person::Side;

/// One of the three documents of a circle, by who may write in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ShareDocument {
    Shared,
    Mentor,
    Mentee,
}

impl ShareDocument {
    pub const ALL: [ShareDocument; 3] = [
        ShareDocument::Shared,
        ShareDocument::Mentor,
        ShareDocument::Mentee,
    ];

    /// The one that only this side writes.
    pub fn of(side: Side) -> Self {
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
        self == ShareDocument::Shared || self == ShareDocument::of(side)
    }
}

impl fmt::Display for ShareDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// The hash of a change of a document.
pub type ChangeId = [u8; 32];

/// A version of each document: the changes that nothing in it came after.
pub type DocumentVersions = BTreeMap<ShareDocument, Vec<ChangeId>>;

/// Lower-case hexadecimal digits of some bytes.
pub fn hex(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        for digit in [byte >> 4, byte & 15] {
            digits.extend(char::from_digit(u32::from(digit), 16));
        }
    }
    digits
}

/// Reads what `hex` writes; none: the text is something else, or of another length.
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
