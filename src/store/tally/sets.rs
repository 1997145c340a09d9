//! The sets of records that queries ask for.

use rusqlite::types::ValueRef;

use crate::store::table_row::TableRow;
use crate::store::tally::count::key;
use crate::store::tally::months::{NO_MONTH, month_of};

/// A set of records that is asked for.
#[derive(Debug)]
pub(in crate::store) struct RecordSet {
    /// Never changed: files hold it.
    pub(super) number: i64,
    pub(super) table: &'static str,
    /// The column that says whose they are; none: there is one such set.
    pub(super) owner: Option<&'static str>,
    pub(super) only: SetFilter,
    /// The column with the day or the moment by which they are asked for.
    pub(super) by: Option<&'static str>,
}

/// Which of the rows.
#[derive(Clone, Copy, Debug)]
pub(super) enum SetFilter {
    All,
    In(&'static str, &'static [&'static str]),
    NotIn(&'static str, &'static [&'static str]),
    Null(&'static str),
    NotNull(&'static str),
}

use SetFilter::{All, In, NotIn, NotNull, Null};

const fn set(number: i64, table: &'static str, owner: &'static str, only: SetFilter) -> RecordSet {
    RecordSet {
        number,
        table,
        owner: Some(owner),
        only,
        by: None,
    }
}

const fn dated(
    number: i64,
    table: &'static str,
    owner: &'static str,
    only: SetFilter,
    by: &'static str,
) -> RecordSet {
    RecordSet {
        by: Some(by),
        ..set(number, table, owner, only)
    }
}

const fn whole(number: i64, table: &'static str) -> RecordSet {
    set(number, table, "pair", All)
}

/// All records of a table, of each pair or person.
pub(super) static WHOLE: [RecordSet; 27] = [
    RecordSet {
        owner: None,
        ..whole(0, "person")
    },
    RecordSet {
        owner: None,
        ..whole(1, "pair")
    },
    whole(2, "agreement"),
    whole(3, "goal"),
    whole(4, "checkin"),
    whole(5, "goal_entry"),
    whole(6, "topic"),
    whole(7, "followup"),
    whole(8, "move"),
    whole(9, "feedback"),
    whole(10, "win"),
    whole(11, "insight"),
    whole(12, "review"),
    whole(13, "recall"),
    whole(14, "question"),
    whole(15, "pulse"),
    whole(16, "pulse_answer"),
    whole(17, "introduction"),
    whole(18, "skill"),
    whole(19, "rating"),
    whole(20, "resource"),
    whole(21, "option"),
    whole(22, "option_note"),
    whole(23, "norm"),
    whole(24, "approach"),
    set(25, "away", "person", All),
    whole(26, "closing"),
];

const MISSED_STATES: &[&str] = &["cancelled", "late-cancelled", "no-show"];

/// Names of sets, each with its records.
macro_rules! sets {
    ($($name:ident = $set:expr;)+) => {
        $(pub(in crate::store) static $name: RecordSet = $set;)+

        pub(super) static PARTS: &[&RecordSet] = &[$(&$name),+];
    };
}

sets! {
    PLANNED = set(32, "checkin", "pair", In("state", &["planned"]));
    HELD = dated(33, "checkin", "pair", In("state", &["held"]), "held_at");
    MISSED = dated(34, "checkin", "pair", In("state", MISSED_STATES), "planned_at");
    CALLED_OFF = dated(35, "checkin", "pair", NotNull("cancelled_at"), "cancelled_at");
    OPEN_GOALS = set(36, "goal", "pair", In("state", &["active", "paused"]));
    CLOSED_GOALS = dated(37, "goal", "pair", In("state", &["done", "dropped"]), "state_on");
    ENTRIES_OF_GOAL = set(38, "goal_entry", "goal", All);
    ENTRIES_OF_CHECKIN = set(39, "goal_entry", "checkin", All);
    OPEN_TOPICS = set(40, "topic", "pair", In("state", &["open"]));
    TOPICS_OF_CHECKIN = set(41, "topic", "covered_in", All);
    OPEN_FOLLOWUPS = dated(42, "followup", "pair", In("state", &["open"]), "due");
    CLOSED_FOLLOWUPS = dated(43, "followup", "pair", NotIn("state", &["open"]), "state_on");
    DUE_FOLLOWUPS = dated(44, "followup", "pair", All, "due");
    CHANGED_FOLLOWUPS = set(45, "followup", "pair", NotNull("past"));
    FOLLOWUPS_OF_GOAL = set(46, "followup", "goal", All);
    FOLLOWUPS_OF_CHECKIN = set(47, "followup", "checkin", All);
    MOVES_OF_GOAL = set(48, "move", "number", In("what", &["goal"]));
    MOVES_OF_FOLLOWUP = set(49, "move", "number", In("what", &["followup"]));
    MOVES_OF_CHECKIN = set(50, "move", "number", In("what", &["checkin"]));
    DATED_MOVES = dated(51, "move", "pair", All, "on");
    DATED_FEEDBACK = dated(52, "feedback", "pair", All, "on");
    UNANSWERED_FEEDBACK = set(53, "feedback", "pair", Null("response"));
    ANSWERED_FEEDBACK = dated(54, "feedback", "pair", NotNull("responded_on"), "responded_on");
    DATED_WINS = dated(55, "win", "pair", All, "on");
    WINS_OF_GOAL = set(56, "win", "goal", All);
    WINS_OF_CHECKIN = set(57, "win", "checkin", All);
    DATED_INSIGHTS = dated(58, "insight", "pair", All, "on");
    INSIGHTS_WITHOUT_OUTCOME = dated(59, "insight", "pair", Null("outcome"), "on");
    INSIGHTS_OF_CHECKIN = set(60, "insight", "checkin", All);
    RECALLS_OF_INSIGHT = set(61, "recall", "insight", All);
    OPEN_QUESTIONS = set(62, "question", "pair", In("state", &["open"]));
    UNANSWERED_QUESTIONS = set(63, "question", "pair", Null("answered_at"));
    ANSWERED_QUESTIONS = dated(64, "question", "pair", NotNull("answered_at"), "answered_at");
    ASKED_PULSES = dated(65, "pulse", "pair", NotIn("state", &["dropped"]), "on");
    ANSWERS_OF_PULSE = set(66, "pulse_answer", "pulse", All);
    OPEN_INTRODUCTIONS = set(67, "introduction", "pair", In("state", &["asked", "agreed", "introduced", "met"]));
    TURNED_INTRODUCTIONS = dated(68, "introduction", "pair", All, "state_on");
    INTRODUCTIONS_OF_THANKS = set(69, "introduction", "thanks", All);
    RATINGS_OF_SKILL = set(70, "rating", "skill", All);
    BEGUN_RESOURCES = set(71, "resource", "pair", In("state", &["begun"]));
    DONE_RESOURCES = dated(72, "resource", "pair", In("state", &["done"]), "state_on");
    TURNED_RESOURCES = dated(73, "resource", "pair", All, "state_on");
    TURNED_OPTIONS = dated(74, "option", "pair", All, "state_on");
    NOTES_OF_OPTION = set(75, "option_note", "option", All);
    DATED_APPROACHES = dated(76, "approach", "pair", All, "on");
    APPROACHES_OF_CHECKIN = set(77, "approach", "checkin", All);
}

pub(super) fn sets_of_table(table: &str) -> impl Iterator<Item = &'static RecordSet> {
    let sets = WHOLE.iter().chain(PARTS.iter().copied());
    sets.filter(move |set| set.table == table)
}

/// The set of all records of a table, of each pair or person.
pub(in crate::store) fn whole_set<T: TableRow>() -> &'static RecordSet {
    let found = WHOLE.iter().find(|set| set.table == T::TABLE);
    found.unwrap_or(&WHOLE[0])
}

/// The set of those of a table that belong to what this column says, or those in the order of it.
pub(in crate::store) fn part_set<T: TableRow>(
    owner: &str,
    by: Option<&str>,
) -> Option<&'static RecordSet> {
    let mut sets = sets_of_table(T::TABLE);
    sets.find(|set| set.owner == Some(owner) && set.by == by && matches!(set.only, All))
}

/// A set, and where its columns stand in a row.
pub(super) struct SetColumns {
    pub(super) set: &'static RecordSet,
    owner: Option<usize>,
    only: Option<usize>,
    pub(super) by: Option<usize>,
}

impl SetColumns {
    /// The key that a row is counted under; none: it is not in the set.
    pub(super) fn key<'v>(&self, value: impl Fn(usize) -> ValueRef<'v>) -> Option<i64> {
        let is_one_of = |words: &[&str]| match self.only.map(&value) {
            Some(ValueRef::Text(text)) => words.iter().any(|word| word.as_bytes() == text),
            _ => false,
        };
        let is_null = || matches!(self.only.map(&value), None | Some(ValueRef::Null));
        let is_in = match self.set.only {
            All => true,
            In(_, words) => is_one_of(words),
            NotIn(_, words) => !is_one_of(words),
            Null(_) => is_null(),
            NotNull(_) => !is_null(),
        };
        let owner = match self.owner.map(&value) {
            None => 0,
            Some(ValueRef::Integer(owner)) => owner,
            Some(_) => return None,
        };
        let month = self.by.map_or(NO_MONTH, |place| month_of(value(place)));
        is_in.then(|| key(self.set, owner, month))
    }
}

impl RecordSet {
    /// Where its columns stand in a row whose columns are these.
    pub(super) fn locate_columns(&'static self, columns: &[&str]) -> SetColumns {
        let place = |name: &str| columns.iter().position(|column| *column == name);
        SetColumns {
            set: self,
            owner: self.owner.map(|name| place(name).unwrap_or_default()),
            only: match self.only {
                All => None,
                In(name, _) | NotIn(name, _) | Null(name) | NotNull(name) => place(name),
            },
            by: self.by.and_then(place),
        }
    }
}

/// The columns of every set of a table.
pub(super) fn locate_table_columns(table: &str, columns: &[&str]) -> Vec<SetColumns> {
    sets_of_table(table)
        .map(|set| set.locate_columns(columns))
        .collect()
}
