//! The parts of each table and who may write them. A table can't be stored without an entry.
//!
//! Every column is in exactly one part, or listed as never published; a test checks that. Whether a record is published at all is
//! decided in `domain/disclosure.rs`, as for all other output.

use crate::domain::agreement::{Agreement, AgreementTerms};
use crate::domain::approach::Approach;
use crate::domain::away::Away;
use crate::domain::checkin::CheckIn;
use crate::domain::closing::Closing;
use crate::domain::feedback::Feedback;
use crate::domain::followup::FollowUp;
use crate::domain::goal::{DateMove, Goal, GoalEntry};
use crate::domain::insight::{Insight, Recall, Win};
use crate::domain::introduction::Introduction;
use crate::domain::norm::Norm;
use crate::domain::option::{CareerOption, OptionNote};
use crate::domain::pair::Pair;
use crate::domain::person::{Person, Side};
use crate::domain::pulse::{Pulse, PulseAnswer};
use crate::domain::question::Question;
use crate::domain::resource::Resource;
use crate::domain::review::Review;
use crate::domain::skill::{Rating, Skill};
use crate::domain::topic::Topic;
use crate::share::parts::AtOnce::{Accounts, GivesWay, Quiet, Steps};
use crate::share::parts::PartWriter::{Named, NotNamed, One, Owner};
use crate::share::parts::{SharePart, TableParts};
use crate::store::table_row::{TableRow, TableVisitor, visit_tables};

/// The rules of the exchange for a table.
pub trait Shareable {
    /// The first part creates the record. Empty: nothing of the table is shared.
    const PARTS: &'static [SharePart];
    /// Columns that are never published, for the tests. `pair` and `person` are known to both sides anyway.
    #[cfg(test)]
    const NEVER: &'static [&'static str];
    /// Whether the exchange neither creates nor deletes records (people and the pair).
    const IS_FIXED: bool = false;
    /// The link to the owner and the owner's table; see `TableParts::owned_by`.
    const OWNED_BY: Option<(&'static str, &'static str)> = None;
    /// Whether each side creates the record in its own file, and both mean the same one.
    const IS_JOINT: bool = false;
    /// Columns for personal notes, which are never published.
    const LOCAL_TEXTS: &'static [&'static str] = &[];
    /// The column with the author, for tables that are never published.
    const AUTHOR_COLUMN: Option<&'static str> = None;
    /// The column with the side whose words or deed the record is, for tables that both sides write.
    const SPEAKER_COLUMN: Option<&'static str> = None;
}

const fn part(name: &'static str, columns: &'static [&'static str]) -> SharePart {
    SharePart::new(name, columns)
}

const STATE: SharePart = part("state", &["state", "state_on", "because"]);

macro_rules! shares {
    ($($type:ty: [$($part:expr),* $(,)?], never $never:expr $(, $name:ident = $value:expr)*;)+) => {$(
        impl Shareable for $type {
            const PARTS: &'static [SharePart] = &[$($part),*];
            #[cfg(test)]
            const NEVER: &'static [&'static str] = &$never;
            $(const $name: shares!(@type $name) = $value;)*
        }
    )+};
    (@type IS_FIXED) => { bool };
    (@type IS_JOINT) => { bool };
    (@type LOCAL_TEXTS) => { &'static [&'static str] };
    (@type AUTHOR_COLUMN) => { Option<&'static str> };
    (@type SPEAKER_COLUMN) => { Option<&'static str> };
    (@type OWNED_BY) => { Option<(&'static str, &'static str)> };
}

shares! {
    Person: [
        part("self", &["name", "called", "zone", "days", "hours", "language", "holidays", "preferences", "needs", "avoids",
            "past"]).written_by(Owner),
    ], never ["notes", "is_user"], IS_FIXED = true;
    Pair: [
        part("state", &["state", "state_on", "because", "past"]),
    ], never ["slug", "mentor", "mentee"], IS_FIXED = true;
    Agreement: [
        part("terms", &TERMS).claims("version"),
        part("accepted_by_mentor", &["accepted_by_mentor"]).written_by(One(Side::Mentor)).referring_to("terms"),
        part("accepted_by_mentee", &["accepted_by_mentee"]).written_by(One(Side::Mentee)).referring_to("terms"),
    ], never ["pair", "accepted_by_mail"];
    // Its columns are part of `Agreement`.
    AgreementTerms: [], never [];
    Goal: [
        part("title", &["title"]),
        part("why", &["why", "done_when"]),
        part("target", &["target"]),
        part("support", &["support", "category"]),
        part("state", &["state", "state_on", "because", "state_at"]),
    ], never ["pair", "private"];
    GoalEntry: [
        part("it", &["goal", "on", "percent", "confidence", "note", "checkin"]),
    ], never ["pair"], OWNED_BY = Some(("goal", "goal"));
    // The table of the owner is in `what`.
    DateMove: [
        part("it", &["what", "number", "on", "from", "to", "because", "by"]),
    ], never ["pair"], OWNED_BY = Some(("number", "")), SPEAKER_COLUMN = Some("by");
    CheckIn: [
        part("when", &["state", "planned_at", "zone", "planned_minutes", "held_at", "minutes", "channel", "by", "because",
            "cancelled_at", "extra"])
            // Whether a call took place, and who missed it, is for people to decide: no account overrides another.
            .at_once(Accounts { plan: "planned", shown: "held" }),
        part("notes", &["notes"]),
        part("next_topic", &["next_topic"]),
        part("decisions", &["decisions"]),
        part("blockers", &["blockers"]),
    ], never ["pair", "feeling", "private_note", "private"], LOCAL_TEXTS = &["feeling", "private_note"],
        SPEAKER_COLUMN = Some("by");
    Topic: [
        part("it", &["title", "notes", "from"]),
        part("state", &["state", "state_on", "covered_in"]).at_once(GivesWay(&[&["open"]])),
    ], never ["pair", "private"], SPEAKER_COLUMN = Some("from");
    FollowUp: [
        part("it", &["owner", "title", "goal", "checkin"]),
        part("due", &["due"]),
        STATE.at_once(GivesWay(&[&["open"]])),
        part("past", &["past"]).at_once(Quiet),
    ], never ["pair", "private"];
    Feedback: [
        part("it", &["from", "kind", "on", "situation", "behaviour", "impact", "request", "goal"]).written_by(Named("from")),
        part("answer", &["response", "responded_on", "responded_at"]).written_by(NotNamed("from")),
        part("again", &["follow_up"]),
    ], never ["pair", "private"];
    Win: [part("it", &["title", "on", "goal", "checkin"])], never ["pair", "private"];
    Insight: [
        part("it", &["title", "on", "checkin"]),
        part("outcome", &["outcome", "outcome_on", "outcome_note"]),
    ], never ["pair", "private"];
    Recall: [part("it", &["insight", "on", "words"])], never ["pair"], OWNED_BY = Some(("insight", "insight"));
    Question: [
        part("it", &["title", "notes", "from", "asked_at"]).written_by(Named("from")),
        part("answer", &["seen_at", "answer_by", "answered_at", "answer"]).written_by(NotNamed("from")),
        STATE.at_once(GivesWay(&[&["open"]])),
    ], never ["pair", "private"];
    Pulse: [
        part("it", &["on"]),
        STATE.at_once(GivesWay(&[&["open"]])),
    ], never ["pair"];
    // Answers are confidential.
    PulseAnswer: [], never ["pair", "pulse", "side", "on", "rhythm", "follow_through", "candour", "challenge", "support",
        "progress", "keep", "change", "feeling"], AUTHOR_COLUMN = Some("side");
    Introduction: [
        part("it", &["title", "why", "wish"]),
        part("steps", &["state", "state_on", "asked_on", "agreed_on", "introduced_on", "met_on", "thanked_on", "because"])
            .at_once(Steps { in_order: &["asked", "agreed", "introduced", "met", "thanked"], refusal: "declined" }),
        part("outcome", &["outcome"]),
        part("thanks", &["thanks"]),
    ], never ["pair", "private"];
    Skill: [part("it", &["title", "why", "aim"]), STATE], never ["pair", "private"];
    Rating: [
        part("it", &["skill", "side", "level", "on", "evidence", "checkin"]).written_by(Named("side")),
    ], never ["pair"], OWNED_BY = Some(("skill", "skill"));
    Resource: [
        part("it", &["title", "link", "why", "goal"]),
        STATE.at_once(GivesWay(&[&["open"], &["begun"]])),
    ], never ["pair", "private"];
    CareerOption: [
        part("it", &["title", "why"]),
        STATE,
        part("requires", &["requires"]),
        part("met", &["met"]),
    ], never ["pair", "private"];
    OptionNote: [part("it", &["option", "on", "kind", "text"])], never ["pair"], OWNED_BY = Some(("option", "option"));
    Norm: [
        part("it", &["title"]),
        part("mentor_said", &["mentor_says", "mentor_said_on"]).written_by(One(Side::Mentor)),
        part("mentee_said", &["mentee_says", "mentee_said_on"]).written_by(One(Side::Mentee)),
    ], never ["pair"];
    Approach: [part("it", &["title", "on", "worked", "notes", "checkin"])], never ["pair", "private"];
    Away: [part("it", &["from", "until", "because", "entered_at"]).written_by(Owner)], never ["person", "private"];
    Closing: [
        part("it", &["on", "reason", "because"]),
        part("remains", &["remains"]),
        part("thanks", &["thanks"]),
        part("contact_after", &["contact_after"]),
        part("differently", &["differently"]),
        part("update", &["update_on", "update", "updated_on"]),
        part("learned_mentor", &["learned_mentor"]).written_by(One(Side::Mentor)),
        part("learned_mentee", &["learned_mentee"]).written_by(One(Side::Mentee)),
    ], never ["pair"], IS_JOINT = true;
    Review: [
        part("it", &["since", "on", "at"]),
        part("notes", &["notes"]),
        part("achievements", &["achievements"]),
        part("improve", &["improve"]),
        part("next", &["next"]),
        part("stop", &["stop"]),
        part("start", &["start"]),
        part("go_on", &["go_on"]),
        part("agreement", &["agreement"]),
    ], never ["pair", "private"];
}

/// The version, its reason and every term.
const TERMS: [&str; 2 + AgreementTerms::COLUMNS.len()] = {
    let mut all = [""; 2 + AgreementTerms::COLUMNS.len()];
    (all[0], all[1]) = ("version", "changed_because");
    let mut at = 2;
    while at < all.len() {
        all[at] = AgreementTerms::COLUMNS[at - 2];
        at += 1;
    }
    all
};

/// Returns the parts of all shared tables, owners first.
pub fn shared_tables() -> Vec<TableParts> {
    struct PartTables(Vec<TableParts>);

    impl TableVisitor for PartTables {
        type Error = std::convert::Infallible;

        fn table<T: TableRow>(&mut self) -> Result<(), Self::Error> {
            if !T::PARTS.is_empty() {
                self.0.push(TableParts {
                    table: T::TABLE,
                    parts: T::PARTS,
                    is_fixed: T::IS_FIXED,
                    owned_by: T::OWNED_BY,
                });
            }
            Ok(())
        }
    }

    let mut tables = PartTables(Vec::new());
    let Ok(()) = visit_tables(&mut tables);
    tables.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::share::parts::PartWriter;
    use crate::store::column::ColumnType;

    struct EveryColumn;

    impl TableVisitor for EveryColumn {
        type Error = std::convert::Infallible;

        fn table<T: TableRow>(&mut self) -> Result<(), Self::Error> {
            let of_parts = T::PARTS.iter().flat_map(|part| part.columns);
            let mut placed: Vec<&str> = of_parts.chain(T::NEVER).copied().collect();
            let mut columns = T::COLUMNS.to_vec();
            placed.sort_unstable();
            columns.sort_unstable();
            assert_eq!(placed, columns, "{}", T::TABLE);
            let mut names: Vec<&str> = T::PARTS.iter().map(|part| part.name).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), T::PARTS.len(), "{}", T::TABLE);
            assert!(!names.contains(&"life"), "{}", T::TABLE);
            for part in T::PARTS {
                if let PartWriter::Named(column) | PartWriter::NotNamed(column) = part.writer {
                    let first = T::PARTS[0].columns;
                    assert!(first.contains(&column), "{}: {column}", T::TABLE);
                }
            }
            // Every column with a side says whose words the record is, or whose duty something is.
            let writers = T::PARTS.iter().filter_map(|part| match part.writer {
                PartWriter::Named(column) => Some(column),
                _ => None,
            });
            let speakers: Vec<&str> =
                writers.chain(T::AUTHOR_COLUMN).chain(T::SPEAKER_COLUMN).collect();
            for (column, column_type) in T::COLUMNS.iter().zip(T::column_types()) {
                let is_side = column_type == ColumnType::Word(Side::WORDS);
                let is_duty = ["owner", "scheduled_by", "agenda_by"].contains(column);
                let is_known = speakers.contains(column) || is_duty;
                assert!(!is_side || is_known, "{}: {column}", T::TABLE);
            }
            // `OWNED_BY` matches the owned link of the columns.
            let column_types = T::COLUMNS.iter().zip(T::column_types());
            let owners = column_types.filter_map(|(column, column_type)| match column_type {
                ColumnType::Link { to, owned: true } if !T::NEVER.contains(column) => {
                    Some((*column, to))
                }
                _ => None,
            });
            let owners: Vec<_> = owners.collect();
            if T::TABLE != "move" {
                assert_eq!(owners, T::OWNED_BY.into_iter().collect::<Vec<_>>(), "{}", T::TABLE);
            }
            Ok(())
        }
    }

    #[test]
    fn every_column_is_in_one_part_or_never_published() {
        let Ok(()) = visit_tables(&mut EveryColumn);
    }

    #[test]
    fn private_columns_are_never_published() {
        assert_eq!(CheckIn::NEVER, ["pair", "feeling", "private_note", "private"]);
        assert_eq!(Person::NEVER, ["notes", "is_user"]);
        assert!(PulseAnswer::PARTS.is_empty());
    }
}
