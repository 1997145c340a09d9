//! Which columns of a record only make sense together, who may write them, and what holds where both wrote at once.

use serde_json::{Map, Value as Json};

use crate::domain::person::Side;
use crate::share::ShareDocument;

/// The values of a part by column; what is null is left out.
pub type PartWords = Map<String, Json>;

/// What tells when a record was made, in its first part.
pub const CREATED_AT: &str = "created_at";

/// What a yes is for: the hash of the words of another part.
pub const ABOUT: &str = "about";

/// Whose words they are, where the other side has written them again.
pub const OF: &str = "of";

/// What words say that are kept back, instead of saying anything.
pub const WITHHELD: &str = "withheld";

/// Columns that are written together.
#[derive(Debug)]
pub struct SharePart {
    pub name: &'static str,
    pub columns: &'static [&'static str],
    pub writer: PartWriter,
    pub at_once: AtOnce,
    /// The column that a part only claims: each file counts for itself.
    pub claimed: Option<&'static str>,
    /// The part for whose present words it stands, and for no others.
    pub about: Option<&'static str>,
}

impl SharePart {
    pub const fn new(name: &'static str, columns: &'static [&'static str]) -> Self {
        SharePart {
            name,
            columns,
            writer: PartWriter::Both,
            at_once: AtOnce::Beside,
            claimed: None,
            about: None,
        }
    }

    pub const fn by(self, writer: PartWriter) -> Self {
        SharePart { writer, ..self }
    }

    pub const fn at_once(self, at_once: AtOnce) -> Self {
        SharePart { at_once, ..self }
    }

    pub const fn claims(self, column: &'static str) -> Self {
        SharePart {
            claimed: Some(column),
            ..self
        }
    }

    pub const fn about(self, part: &'static str) -> Self {
        SharePart {
            about: Some(part),
            ..self
        }
    }

    /// What it says itself: of words that a later version wrote, what this one knows.
    pub fn known(&self, words: &PartWords) -> PartWords {
        let is_known = |name: &str| {
            name == CREATED_AT
                || name == ABOUT
                || name == OWNER
                || (self.columns.contains(&name) && self.claimed != Some(name))
        };
        let known = words
            .iter()
            .filter(|(name, value)| is_known(name) && !value.is_null());
        known
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect()
    }

    /// Whether they only say that there are words which their writer keeps back.
    pub fn is_withheld(&self, words: &PartWords) -> bool {
        words.contains_key(WITHHELD) && self.known(words).is_empty()
    }

    /// Whether nobody has to decide between two words: when a record was made is no matter of opinion.
    pub fn leaves_no_choice(&self, one: &PartWords, other: &PartWords) -> bool {
        let told = |words: &PartWords| {
            let mut known = self.known(words);
            known.remove(CREATED_AT);
            known
        };
        told(one) == told(other)
    }

    /// Whether every column of it is empty.
    pub fn says_nothing(&self, words: &PartWords) -> bool {
        self.leaves_no_choice(words, &PartWords::new())
    }

    /// Whether two words say the same.
    pub fn says_same(&self, one: &PartWords, other: &PartWords) -> bool {
        self.known(one) == self.known(other)
    }
}

/// Who may write a part.
#[derive(Clone, Copy, Debug)]
pub enum PartWriter {
    Both,
    One(Side),
    /// The side that a column of the first part names.
    Named(&'static str),
    /// The side that it does not name.
    NotNamed(&'static str),
    /// The side that the record is about: a person, or their days away.
    Owner,
}

/// The side that `owner` names of a record which is about one of the two people.
pub const OWNER: &str = "owner_side";

impl PartWriter {
    /// The document that the part belongs into; none: the first part names no side.
    pub fn document(self, first: &PartWords) -> Option<ShareDocument> {
        let side = |column: &str| first.get(column)?.as_str()?.parse::<Side>().ok();
        Some(match self {
            PartWriter::Both => ShareDocument::Shared,
            PartWriter::One(side) => ShareDocument::of(side),
            PartWriter::Named(column) => ShareDocument::of(side(column)?),
            PartWriter::NotNamed(column) => ShareDocument::of(side(column)?.other()),
            PartWriter::Owner => ShareDocument::of(side(OWNER)?),
        })
    }
}

/// What is shown of values that were written at the same time.
#[derive(Clone, Copy, Debug)]
pub enum AtOnce {
    /// All stand, and somebody has to decide.
    Beside,
    /// Nobody has to decide: the program itself reckons with it.
    Quiet,
    /// States that give way to those after them, and to all that are not named.
    GivesWay(&'static [&'static [&'static str]]),
    /// Accounts of one event by both sides. A plan gives way to them; of two that differ, the one in the state `shown` is
    /// shown until one is chosen.
    Accounts {
        plan: &'static str,
        shown: &'static str,
    },
    /// Steps that give way to those after them, beside a refusal: only the first gives way to that.
    Steps {
        in_order: &'static [&'static str],
        refusal: &'static str,
    },
}

impl AtOnce {
    /// Whether words are shown as long as nobody has decided, whichever of them were written last.
    pub fn is_preferred(self, words: &PartWords) -> bool {
        match self {
            AtOnce::Accounts { shown, .. } => {
                words.get("state").and_then(Json::as_str) == Some(shown)
            }
            _ => false,
        }
    }

    /// Whether words that were written at the same time as others are not to be shown.
    pub fn gives_way(self, words: &PartWords, to: &PartWords) -> bool {
        let state = |words: &'_ PartWords| {
            let state = words.get("state").and_then(Json::as_str);
            state.unwrap_or_default().to_owned()
        };
        let (state, other) = (state(words), state(to));
        match self {
            AtOnce::Beside | AtOnce::Quiet => false,
            AtOnce::GivesWay(lower) => {
                let rank = |state: &str| {
                    let found = lower.iter().position(|states| states.contains(&state));
                    found.unwrap_or(lower.len())
                };
                rank(&state) < rank(&other)
            }
            AtOnce::Accounts { plan, .. } => state == plan && other != plan,
            AtOnce::Steps { in_order, refusal } => {
                let step = |state: &str| in_order.iter().position(|step| *step == state);
                match (step(&state), step(&other)) {
                    (Some(step), Some(other)) => step < other,
                    (Some(step), None) => step == 0 && other == refusal,
                    (None, _) => false,
                }
            }
        }
    }
}

/// All that is shared of a table. The first part makes the record: its document is the record's.
#[derive(Debug)]
pub struct TableParts {
    pub table: &'static str,
    pub parts: &'static [SharePart],
    /// Whether its records are neither made nor deleted by the exchange: people and the pair.
    pub is_fixed: bool,
    /// The column that leads to a record without which it makes no sense.
    pub owned_by: Option<(&'static str, &'static str)>,
}

impl TableParts {
    pub fn part(&self, name: &str) -> Option<&'static SharePart> {
        self.parts.iter().find(|part| part.name == name)
    }

    pub fn first(&self) -> Option<&'static SharePart> {
        self.parts.first()
    }
}

/// Where a record is found in all files of a circle.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordKey {
    pub table: String,
    pub record: String,
}

impl RecordKey {
    pub fn new(table: &str, record: &str) -> Self {
        RecordKey {
            table: table.to_owned(),
            record: record.to_owned(),
        }
    }

    pub fn part(&self, name: &str) -> String {
        format!("{}/{}/{name}", self.table, self.record)
    }

    /// Takes the key of a part apart.
    pub fn parse(key: &str) -> Option<(RecordKey, &str)> {
        let (table, rest) = key.split_once('/')?;
        let (record, part) = rest.split_once('/')?;
        Some((RecordKey::new(table, record), part))
    }
}

/// The part of a record that says whether it is there.
pub const LIFE: &str = "life";
pub const HERE: &str = "here";
/// Deleted; as the name of a field, beside what the deletion had seen of the other documents.
pub const GONE: &str = "gone";
/// As the name of a field of a deletion: the record stays in its deleter's file, as private.
pub const WITHDRAWN: &str = "withdrawn";
/// Taken out with its words, for good: nothing that anybody wrote in it brings it back.
pub const PURGED: &str = "purged";
