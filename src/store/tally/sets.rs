//! The sets of records that are counted.

use rusqlite::types::ValueRef;

use crate::store::table_row::TableRow;
use crate::store::tally::count::key;
use crate::store::tally::months::{NO_MONTH, month_of};

/// A set of records for each owner, such as the open goals of each pair.
#[derive(Debug)]
pub(in crate::store) struct RecordSet {
    /// The number by which files identify the set. Must never change.
    pub(super) number: i64,
    pub(super) table: &'static str,
    /// The column with the owner's number. `None`: there is one set for the whole file.
    pub(super) owner: Option<&'static str>,
    pub(super) filter: SetFilter,
    /// The column with the day or moment by which the records are queried. `None`: they are not queried by day.
    pub(super) dated_by: Option<&'static str>,
}

/// Which rows of the table are in a set, by the value of a column.
#[derive(Clone, Copy, Debug)]
pub(super) enum SetFilter {
    All,
    In(&'static str, &'static [&'static str]),
    NotIn(&'static str, &'static [&'static str]),
    Null(&'static str),
    NotNull(&'static str),
}

use SetFilter::{All, In, NotIn, NotNull, Null};

const fn set(
    number: i64,
    table: &'static str,
    owner: &'static str,
    filter: SetFilter,
) -> RecordSet {
    RecordSet { number, table, owner: Some(owner), filter, dated_by: None }
}

const fn dated(
    number: i64,
    table: &'static str,
    owner: &'static str,
    filter: SetFilter,
    dated_by: &'static str,
) -> RecordSet {
    RecordSet { dated_by: Some(dated_by), ..set(number, table, owner, filter) }
}

const fn whole_table(number: i64, table: &'static str) -> RecordSet {
    set(number, table, "pair", All)
}

/// For each table, all records of each pair or person.
pub(super) static WHOLE_TABLES: [RecordSet; 27] = [
    RecordSet { owner: None, ..whole_table(0, "person") },
    RecordSet { owner: None, ..whole_table(1, "pair") },
    whole_table(2, "agreement"),
    whole_table(3, "goal"),
    whole_table(4, "checkin"),
    whole_table(5, "goal_entry"),
    whole_table(6, "topic"),
    whole_table(7, "followup"),
    whole_table(8, "move"),
    whole_table(9, "feedback"),
    whole_table(10, "win"),
    whole_table(11, "insight"),
    whole_table(12, "review"),
    whole_table(13, "recall"),
    whole_table(14, "question"),
    whole_table(15, "pulse"),
    whole_table(16, "pulse_answer"),
    whole_table(17, "introduction"),
    whole_table(18, "skill"),
    whole_table(19, "rating"),
    whole_table(20, "resource"),
    whole_table(21, "option"),
    whole_table(22, "option_note"),
    whole_table(23, "norm"),
    whole_table(24, "approach"),
    set(25, "away", "person", All),
    whole_table(26, "closing"),
];

const MISSED_STATES: &[&str] = &["cancelled", "late-cancelled", "no-show"];

/// Defines the sets that hold only some records of a table, or group them by another owner.
macro_rules! sets {
    ($($name:ident = $set:expr;)+) => {
        $(pub(in crate::store) static $name: RecordSet = $set;)+

        pub(super) static SUBSETS: &[&RecordSet] = &[$(&$name),+];
    };
}

sets! {
    PLANNED = set(32, "checkin", "pair", In("state", &["planned"]));
    HELD = dated(33, "checkin", "pair", In("state", &["held"]), "held_at");
    MISSED = dated(34, "checkin", "pair", In("state", MISSED_STATES), "planned_at");
    CANCELLED = dated(35, "checkin", "pair", NotNull("cancelled_at"), "cancelled_at");
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
    INTRODUCTIONS_BY_STATE_DAY = dated(68, "introduction", "pair", All, "state_on");
    INTRODUCTIONS_OF_THANKS = set(69, "introduction", "thanks", All);
    RATINGS_OF_SKILL = set(70, "rating", "skill", All);
    BEGUN_RESOURCES = set(71, "resource", "pair", In("state", &["begun"]));
    DONE_RESOURCES = dated(72, "resource", "pair", In("state", &["done"]), "state_on");
    RESOURCES_BY_STATE_DAY = dated(73, "resource", "pair", All, "state_on");
    OPTIONS_BY_STATE_DAY = dated(74, "option", "pair", All, "state_on");
    NOTES_OF_OPTION = set(75, "option_note", "option", All);
    DATED_APPROACHES = dated(76, "approach", "pair", All, "on");
    APPROACHES_OF_CHECKIN = set(77, "approach", "checkin", All);
}

/// Returns all sets of records of a table.
pub(super) fn sets_of_table(table: &str) -> impl Iterator<Item = &'static RecordSet> {
    let sets = WHOLE_TABLES.iter().chain(SUBSETS.iter().copied());
    sets.filter(move |set| set.table == table)
}

/// Returns the set of all records of a table, for each pair or person.
pub(in crate::store) fn whole_set<T: TableRow>() -> &'static RecordSet {
    let set = WHOLE_TABLES.iter().find(|set| set.table == T::TABLE);
    set.unwrap_or(&WHOLE_TABLES[0])
}

/// Finds the unfiltered set of a table that is grouped by the column `owner` and dated by the column `by`.
pub(in crate::store) fn part_set<T: TableRow>(
    owner: &str,
    by: Option<&str>,
) -> Option<&'static RecordSet> {
    let mut sets = sets_of_table(T::TABLE);
    sets.find(|set| set.owner == Some(owner) && set.dated_by == by && matches!(set.filter, All))
}

/// A set, with the positions of its columns in a row.
pub(super) struct SetColumns {
    pub(super) set: &'static RecordSet,
    owner: Option<usize>,
    filtered: Option<usize>,
    pub(super) dated_by: Option<usize>,
}

impl SetColumns {
    /// Returns the key under which a row is counted. `None`: it is not in the set.
    pub(super) fn key<'v>(&self, value: impl Fn(usize) -> ValueRef<'v>) -> Option<i64> {
        let is_one_of = |words: &[&str]| match self.filtered.map(&value) {
            Some(ValueRef::Text(text)) => words.iter().any(|word| word.as_bytes() == text),
            _ => false,
        };
        let is_null = || matches!(self.filtered.map(&value), None | Some(ValueRef::Null));
        let is_in = match self.set.filter {
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
        let month = self.dated_by.map_or(NO_MONTH, |at| month_of(value(at)));
        is_in.then(|| key(self.set, owner, month))
    }
}

impl RecordSet {
    /// Finds the positions of the set's columns in a row with these columns.
    pub(super) fn locate_columns(&'static self, columns: &[&str]) -> SetColumns {
        let position = |name: &str| columns.iter().position(|column| *column == name);
        SetColumns {
            set: self,
            owner: self.owner.map(|name| position(name).unwrap_or_default()),
            filtered: match self.filter {
                All => None,
                In(name, _) | NotIn(name, _) | Null(name) | NotNull(name) => position(name),
            },
            dated_by: self.dated_by.and_then(position),
        }
    }
}

/// Finds the positions of the columns of every set of a table.
pub(super) fn locate_table_columns(table: &str, columns: &[&str]) -> Vec<SetColumns> {
    sets_of_table(table).map(|set| set.locate_columns(columns)).collect()
}
