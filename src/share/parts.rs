//! How a table is divided into parts: columns that are written together, who may write them, and which value is shown if
//! both sides wrote at once.

use serde_json::{Map, Value as Json};

use crate::domain::person::Side;
use crate::share::ShareDocument;

/// The non-null values of a part by column.
pub type PartContent = Map<String, Json>;

/// Field of the first part: when the record was created.
pub const CREATED_AT: &str = "created_at";

/// Column of an event: the zone of the clock by which its time was given.
const ZONE: &str = "zone";

/// Field of an acceptance: the hash of the content that was accepted.
pub const ABOUT: &str = "about";

/// Field of content that the other side has repeated: the side that wrote it.
pub const OF: &str = "of";

/// Field of content whose writer withholds the values.
pub const WITHHELD: &str = "withheld";

/// Columns that are written together.
#[derive(Clone, Copy, Debug)]
pub struct SharePart {
    pub name: &'static str,
    pub columns: &'static [&'static str],
    pub writer: PartWriter,
    pub at_once: AtOnce,
    /// A column that is only a proposal, since each file numbers by itself: the agreement's version.
    pub claimed: Option<&'static str>,
    /// The part to whose current content this one refers. It is ignored once that changes.
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

    pub const fn written_by(self, writer: PartWriter) -> Self {
        SharePart { writer, ..self }
    }

    pub const fn at_once(self, at_once: AtOnce) -> Self {
        SharePart { at_once, ..self }
    }

    pub const fn claims(self, column: &'static str) -> Self {
        SharePart { claimed: Some(column), ..self }
    }

    pub const fn referring_to(self, part: &'static str) -> Self {
        SharePart { about: Some(part), ..self }
    }

    /// Returns the non-null values that this version of the program knows.
    pub fn known(&self, content: &PartContent) -> PartContent {
        self.known_values(content).map(|(name, value)| (name.clone(), value.clone())).collect()
    }

    fn known_values<'c>(
        &self,
        content: &'c PartContent,
    ) -> impl Iterator<Item = (&'c String, &'c Json)> {
        content.iter().filter(|(name, value)| {
            let name = name.as_str();
            let is_known = name == CREATED_AT
                || name == ABOUT
                || name == OWNER
                || (self.columns.contains(&name) && self.claimed != Some(name));
            is_known && !value.is_null()
        })
    }

    /// Whether a content has no value that this version of the program knows.
    pub fn is_empty(&self, content: &PartContent) -> bool {
        self.known_values(content).next().is_none()
    }

    /// Whether the content only states that its writer withholds the values.
    pub fn is_withheld(&self, content: &PartContent) -> bool {
        content.contains_key(WITHHELD) && self.is_empty(content)
    }

    /// Whether two contents differ at most in the time of creation, which is no conflict.
    pub fn leaves_no_choice(&self, one: &PartContent, other: &PartContent) -> bool {
        self.is_equal_except(&[CREATED_AT], one, other)
    }

    /// Whether two contents written at the same time are no conflict. Two accounts of an event are alike if they differ only in
    /// the zone: it tells which clock their writer read, and the instant is the same.
    pub fn is_alike(&self, one: &PartContent, other: &PartContent) -> bool {
        let is_account = |content: &PartContent| self.at_once.is_account(content);
        self.leaves_no_choice(one, other)
            || (is_account(one)
                && is_account(other)
                && self.is_equal_except(&[CREATED_AT, ZONE], one, other))
    }

    /// Whether every column is empty.
    pub fn is_blank(&self, content: &PartContent) -> bool {
        self.leaves_no_choice(content, &PartContent::new())
    }

    /// Whether two contents have equal known values.
    pub fn is_equal(&self, one: &PartContent, other: &PartContent) -> bool {
        self.is_equal_except(&[], one, other)
    }

    /// Compares known values in place: a take compares every part of every record, several times.
    fn is_equal_except(&self, ignored: &[&str], one: &PartContent, other: &PartContent) -> bool {
        let compared = |content| {
            self.known_values(content).filter(|(name, _)| !ignored.contains(&name.as_str()))
        };
        compared(one).count() == compared(other).count()
            && compared(one).all(|(name, value)| other.get(name) == Some(value))
    }
}

/// Who may write a part.
#[derive(Clone, Copy, Debug)]
pub enum PartWriter {
    Both,
    One(Side),
    /// The side named by a column of the first part.
    Named(&'static str),
    /// The other side than the one named by a column of the first part.
    NotNamed(&'static str),
    /// The side whom the record is about: a person, or their time away.
    Owner,
}

/// Field of the first part: the side that the record is about.
pub const OWNER: &str = "owner_side";

impl PartWriter {
    /// Returns the document that the part is written in. `None`: the first part does not name a side.
    pub fn document(self, first: &PartContent) -> Option<ShareDocument> {
        let side = |column: &str| first.get(column)?.as_str()?.parse::<Side>().ok();
        Some(match self {
            PartWriter::Both => ShareDocument::Shared,
            PartWriter::One(side) => ShareDocument::for_side(side),
            PartWriter::Named(column) => ShareDocument::for_side(side(column)?),
            PartWriter::NotNamed(column) => ShareDocument::for_side(side(column)?.other()),
            PartWriter::Owner => ShareDocument::for_side(side(OWNER)?),
        })
    }
}

/// How values written at the same time are resolved.
#[derive(Clone, Copy, Debug)]
pub enum AtOnce {
    /// All of them are kept as a conflict that a person decides.
    Beside,
    /// Never a conflict: only the program uses the value.
    Quiet,
    /// States in ascending order, each giving way to the later ones and to all that are not listed.
    GivesWay(&'static [&'static [&'static str]]),
    /// Both sides' accounts of one event. The state `plan` gives way to any account; of two different accounts, the one in
    /// the state `shown` is displayed until the conflict is decided.
    Accounts { plan: &'static str, shown: &'static str },
    /// Stages in ascending order, each giving way to the later ones. Only the first one gives way to `refusal`.
    Steps { in_order: &'static [&'static str], refusal: &'static str },
}

impl AtOnce {
    /// Whether content is shown in preference to other content while there is a conflict.
    pub fn is_preferred(self, content: &PartContent) -> bool {
        match self {
            AtOnce::Accounts { shown, .. } => {
                content.get("state").and_then(Json::as_str) == Some(shown)
            }
            _ => false,
        }
    }

    /// Whether content is an account of an event, not a plan.
    fn is_account(self, content: &PartContent) -> bool {
        let state = content.get("state").and_then(Json::as_str);
        match self {
            AtOnce::Accounts { plan, .. } => state.is_some_and(|state| state != plan),
            _ => false,
        }
    }

    /// Whether content is superseded by other content that was written at the same time.
    pub fn gives_way(self, content: &PartContent, to: &PartContent) -> bool {
        let state = |content: &'_ PartContent| {
            let state = content.get("state").and_then(Json::as_str);
            state.unwrap_or_default().to_owned()
        };
        let (state, other) = (state(content), state(to));
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

/// The parts of a table. The first part creates the record, and its document is the record's home.
#[derive(Clone, Copy, Debug)]
pub struct TableParts {
    pub table: &'static str,
    pub parts: &'static [SharePart],
    /// Whether the exchange neither creates nor deletes records of the table (people and the pair).
    pub is_fixed: bool,
    /// The column that links to the owner, without which the record makes no sense, and the owner's table. An empty table:
    /// the record names it in `what`.
    pub owned_by: Option<(&'static str, &'static str)>,
}

impl TableParts {
    pub fn part(&self, name: &str) -> Option<&'static SharePart> {
        self.parts.iter().find(|part| part.name == name)
    }

    pub fn first(&self) -> Option<&'static SharePart> {
        self.parts.first()
    }

    /// Returns the owner of a record with this first part. `None`: the table has no owner.
    pub fn owner(&self, first: &PartContent) -> Option<RecordKey> {
        let (column, to) = self.owned_by?;
        linked_record(first, column, to)
    }
}

/// Returns the record that a column links to: one of table `to`, or of the table named in `what` if `to` is empty.
pub fn linked_record(content: &PartContent, column: &str, to: &str) -> Option<RecordKey> {
    let text = |column: &str| content.get(column).and_then(Json::as_str);
    let table = match to {
        "" => text("what")?,
        to => to,
    };
    Some(RecordKey::new(table, text(column)?))
}

/// Identifies a record in both files of a circle.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordKey {
    pub table: String,
    pub record: String,
}

impl RecordKey {
    pub fn new(table: &str, record: &str) -> Self {
        RecordKey { table: table.to_owned(), record: record.to_owned() }
    }

    pub fn part(&self, name: &str) -> String {
        format!("{}/{}/{name}", self.table, self.record)
    }

    /// Splits the key of a part.
    pub fn parse(key: &str) -> Option<(RecordKey, &str)> {
        let (table, rest) = key.split_once('/')?;
        let (record, part) = rest.split_once('/')?;
        Some((RecordKey::new(table, record), part))
    }
}

/// The part that tells whether a record exists.
pub const LIFE: &str = "life";
pub const HERE: &str = "here";
/// The life of a deleted record; also the field of a deletion that lists what it had seen in the other documents.
pub const GONE: &str = "gone";
/// Field of a deletion that made the record private: it stays in the file of the side that withdrew it.
pub const WITHDRAWN: &str = "withdrawn";
/// The life of a purged record, which no later write revives.
pub const PURGED: &str = "purged";
