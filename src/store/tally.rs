//! How many records of a kind there are, kept beside them: an index that has lost entries, or has those of another page,
//! would make a list shorter without a word.
//!
//! A query that asks for a set of records claims to find all of them, and is held to the tally of that set: their count, the
//! sum of their numbers and that of their checksums. What is asked for by day is counted by month, and read by whole months.
//! Every write adds what it puts in and takes off what it takes out, in the same transaction.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, OptionalExtension, Row};

use crate::domain::record::Id;
use crate::store::StoreError;
use crate::store::change_tracker::TableChanges;
use crate::store::column::instant;
use crate::store::row::{NamedRow, RecordTable};
use crate::store::table_row::{ENVELOPE, TableRow, TableVisitor, select_sql, visit_tables};

pub(in crate::store) const TABLE: &str = "tally";

/// A set of records that is asked for.
#[derive(Debug)]
pub(in crate::store) struct RecordSet {
    /// Never changed: files hold it.
    number: i64,
    table: &'static str,
    /// The column that says whose they are; none: there is one such set.
    owner: Option<&'static str>,
    only: SetFilter,
    /// The column with the day or the moment by which they are asked for.
    by: Option<&'static str>,
}

/// Which of the rows.
#[derive(Clone, Copy, Debug)]
enum SetFilter {
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
static WHOLE: [RecordSet; 27] = [
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

        static PARTS: &[&RecordSet] = &[$(&$name),+];
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

fn sets_of_table(table: &str) -> impl Iterator<Item = &'static RecordSet> {
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

/// A month of the calendar, counted from year 0; of what has no day.
type Month = i64;

const NO_MONTH: Month = 0;
const FIRST_MONTH: Month = 12;
const LAST_MONTH: Month = 12 * 9999 + 11;

/// A day or a moment as it is kept, as a text that sorts.
pub(in crate::store) trait MonthKey: Copy {
    fn text(self) -> String;

    fn month(self) -> Month;
}

impl MonthKey for NaiveDate {
    fn text(self) -> String {
        match self.year() {
            ..1 => "0001-01-01".to_owned(),
            10_000.. => "9999-13".to_owned(),
            _ => self.to_string(),
        }
    }

    fn month(self) -> Month {
        let year = i64::from(self.year());
        (year * 12 + i64::from(self.month0())).clamp(FIRST_MONTH, LAST_MONTH)
    }
}

impl MonthKey for DateTime<Utc> {
    fn text(self) -> String {
        instant(self)
    }

    fn month(self) -> Month {
        self.date_naive().month()
    }
}

/// Of a day or a moment as it is kept.
fn month_of(value: ValueRef<'_>) -> Month {
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0, |number, digit| {
            digit
                .is_ascii_digit()
                .then(|| number * 10 + Month::from(digit - b'0'))
        })
    };
    let (ValueRef::Text(text) | ValueRef::Blob(text)) = value else {
        return NO_MONTH;
    };
    match text {
        [y1, y2, y3, y4, b'-', m1, m2, ..] => {
            let year = number(&[*y1, *y2, *y3, *y4]);
            let month = number(&[*m1, *m2]);
            year.zip(month)
                .map_or(NO_MONTH, |(year, month)| year * 12 + month - 1)
        }
        _ => NO_MONTH,
    }
}

const MONTH_BITS: u32 = 17;
const OWNER_BITS: u32 = 32;

fn key(set: &RecordSet, owner: i64, month: Month) -> i64 {
    let owner = owner & ((1 << OWNER_BITS) - 1);
    (set.number << (OWNER_BITS + MONTH_BITS)) | (owner << MONTH_BITS) | month
}

/// How many records, and which.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::store) struct TallyCount {
    pub count: i64,
    numbers: i64,
    checksums: u32,
}

impl TallyCount {
    fn of(number: i64, checksum: i64) -> TallyCount {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the lower half is what is kept"
        )]
        let checksums = checksum as u32;
        TallyCount {
            count: 1,
            numbers: number,
            checksums,
        }
    }

    fn add(&mut self, other: TallyCount) {
        self.count += other.count;
        self.numbers = self.numbers.wrapping_add(other.numbers);
        self.checksums = self.checksums.wrapping_add(other.checksums);
    }

    fn negated(self) -> TallyCount {
        TallyCount {
            count: -self.count,
            numbers: self.numbers.wrapping_neg(),
            checksums: self.checksums.wrapping_neg(),
        }
    }
}

/// Counts by the keys of the sets.
type Counts = BTreeMap<i64, TallyCount>;

/// What a query promises to find all of.
pub(in crate::store) struct Claim {
    set: &'static RecordSet,
    owner: Option<i64>,
    pub months: RangeInclusive<Month>,
    /// The first and the last day or moment that is asked for, of those months.
    span: Option<(String, String)>,
}

impl RecordSet {
    /// All of one pair, person, goal …
    pub(in crate::store) fn of(&'static self, owner: i64) -> Claim {
        Claim {
            set: self,
            owner: Some(owner),
            months: NO_MONTH..=LAST_MONTH,
            span: None,
        }
    }

    pub(in crate::store) fn for_id<T>(&'static self, owner: Id<T>) -> Claim {
        self.of(owner.number())
    }

    /// All of everybody.
    pub(in crate::store) fn for_all(&'static self) -> Claim {
        Claim {
            set: self,
            owner: None,
            months: NO_MONTH..=LAST_MONTH,
            span: None,
        }
    }

    /// Those from one day or moment to another, both included, as they are kept.
    pub(in crate::store) fn between<T>(
        &'static self,
        owner: Id<T>,
        since: impl MonthKey,
        until: impl MonthKey,
    ) -> Claim {
        Claim {
            months: since.month()..=until.month(),
            span: Some((since.text(), until.text())),
            ..self.for_id(owner)
        }
    }

    pub(in crate::store) fn until<T>(&'static self, owner: Id<T>, until: impl MonthKey) -> Claim {
        self.between(owner, NaiveDate::MIN, until)
    }

    pub(in crate::store) fn since<T>(&'static self, owner: Id<T>, since: impl MonthKey) -> Claim {
        self.between(owner, since, NaiveDate::MAX)
    }

    /// Where its columns stand in a row whose columns are these.
    fn locate_columns(&'static self, columns: &[&str]) -> SetColumns {
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

impl Claim {
    /// What the days and moments of its months are at least, and less than.
    pub(in crate::store) fn bounds(&self) -> (String, String) {
        let text =
            |month: Month, more: Month| format!("{:04}-{:02}", month / 12, month % 12 + 1 + more);
        (text(*self.months.start(), 0), text(*self.months.end(), 1))
    }

    pub(in crate::store) fn owner_number(&self) -> i64 {
        self.owner.unwrap_or_default()
    }

    /// The keys of all that it is about.
    fn keys(&self) -> (i64, i64) {
        let (first, last) = match self.owner {
            Some(owner) => (owner, owner),
            None => (0, (1 << OWNER_BITS) - 1),
        };
        (
            key(self.set, first, *self.months.start()),
            key(self.set, last, *self.months.end()),
        )
    }

    /// Whether a row that stands in one of the months is asked for.
    pub(in crate::store) fn is_asked_for(&self, value: ValueRef<'_>) -> bool {
        match (&self.span, value) {
            (None, _) => true,
            (Some((since, until)), ValueRef::Text(text)) => {
                since.as_bytes() <= text && text <= until.as_bytes()
            }
            (Some(_), _) => false,
        }
    }

    /// The same claim from another month on.
    pub(in crate::store) fn since_month(mut self, from: Month) -> Claim {
        self.months = from.max(FIRST_MONTH)..=*self.months.end();
        self
    }

    pub(in crate::store) fn until_month(mut self, to: Month) -> Claim {
        self.months = *self.months.start()..=to;
        self
    }

    /// The first or last month of the claim in which there is something.
    pub(in crate::store) fn month_with_some(
        &self,
        connection: &Connection,
        is_last: bool,
    ) -> Result<Option<Month>, StoreError> {
        let sql = match is_last {
            true => "SELECT max(id) FROM tally WHERE id BETWEEN ?1 AND ?2",
            false => "SELECT min(id) FROM tally WHERE id BETWEEN ?1 AND ?2",
        };
        let mut statement = connection.prepare_cached(sql)?;
        let found: Option<i64> = statement.query_row(self.keys(), |row| row.get(0))?;
        Ok(found.map(|key| key & ((1 << MONTH_BITS) - 1)))
    }

    fn stored_count(&self, connection: &Connection) -> Result<TallyCount, StoreError> {
        let sql =
            "SELECT sum(count), sum(numbers), sum(checksums) FROM tally WHERE id BETWEEN ?1 AND ?2";
        let mut statement = connection.prepare_cached(sql)?;
        let found = statement.query_row(self.keys(), count)?;
        Ok(found)
    }

    fn miscounted(&self) -> StoreError {
        StoreError::Miscounted {
            table: self.set.table,
        }
    }

    /// Refuses what was counted in an index alone if it is not what was kept.
    pub(in crate::store) fn ensure_numbers(
        &self,
        connection: &Connection,
        count: i64,
        numbers: i64,
    ) -> Result<(), StoreError> {
        let kept = self.stored_count(connection)?;
        match (kept.count, kept.numbers) == (count, numbers) {
            true => Ok(()),
            false => Err(self.miscounted()),
        }
    }
}

fn count(row: &Row<'_>) -> rusqlite::Result<TallyCount> {
    let part = |at| Ok::<_, rusqlite::Error>(row.get::<_, Option<i64>>(at)?.unwrap_or_default());
    Ok(TallyCount {
        count: part(0)?,
        numbers: part(1)?,
        checksums: TallyCount::of(0, part(2)?).checksums,
    })
}

/// A set, and where its columns stand in a row.
struct SetColumns {
    set: &'static RecordSet,
    owner: Option<usize>,
    only: Option<usize>,
    by: Option<usize>,
}

impl SetColumns {
    /// The key that a row is counted under; none: it is not in the set.
    fn key<'v>(&self, value: impl Fn(usize) -> ValueRef<'v>) -> Option<i64> {
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

/// What is read under claims, row by row.
pub(in crate::store) struct ClaimCounter<'c> {
    claims: &'c [Claim],
    /// The set of each claim, and its first and last key.
    placed: Vec<(SetColumns, (i64, i64))>,
    counts: Vec<TallyCount>,
    order: Option<Order>,
    /// How many columns stand before the checksum.
    columns: usize,
}

/// The column that the rows have to come in the order of, and its last value.
struct Order {
    place: usize,
    last: Value,
}

impl<'c> ClaimCounter<'c> {
    pub(in crate::store) fn of<T: TableRow>(claims: &'c [Claim], clause: &str) -> Self {
        let columns = [&ENVELOPE[..], T::COLUMNS].concat();
        let placed = claims
            .iter()
            .map(|claim| (claim.set.locate_columns(&columns), claim.keys()));
        // The index may be what gives the order; pages of it that have changed places give all rows, and another.
        let order = clause.split_once("ORDER BY ").and_then(|(_, by)| {
            let first = by.split(',').next().unwrap_or(by).trim().trim_matches('"');
            let place = columns.iter().position(|column| *column == first)?;
            Some(Order {
                place,
                last: Value::Null,
            })
        });
        ClaimCounter {
            claims,
            placed: placed.collect(),
            counts: vec![TallyCount::default(); claims.len()],
            order,
            columns: columns.len(),
        }
    }

    /// Counts a row, and says whether it is asked for by day too. One that no claim is about is not taken.
    pub(in crate::store) fn add(&mut self, row: &Row<'_>) -> Result<bool, StoreError> {
        let value = |place: usize| row.get_ref(place).unwrap_or(ValueRef::Null);
        let (ValueRef::Integer(number), ValueRef::Integer(checksum)) =
            (value(0), value(self.columns))
        else {
            return Err(StoreError::Damaged);
        };
        let (mut is_claimed, mut is_asked_for) = (false, false);
        for ((claim, placed), count) in self.claims.iter().zip(&self.placed).zip(&mut self.counts) {
            let (set, (first, last)) = placed;
            if set
                .key(value)
                .is_some_and(|key| *first <= key && key <= *last)
            {
                count.add(TallyCount::of(number, checksum));
                is_claimed = true;
                is_asked_for |= claim.is_asked_for(set.by.map_or(ValueRef::Null, value));
            }
        }
        let wrong = || {
            self.claims
                .first()
                .map_or(StoreError::Damaged, Claim::miscounted)
        };
        if !is_claimed {
            return Err(wrong());
        }
        if let Some(order) = &mut self.order {
            let value = value(order.place);
            if is_before(value, (&order.last).into()) {
                return Err(wrong());
            }
            order.last = match value {
                ValueRef::Integer(number) => Value::Integer(number),
                ValueRef::Text(text) => Value::Text(String::from_utf8_lossy(text).into_owned()),
                _ => Value::Null,
            };
        }
        Ok(is_asked_for)
    }

    /// Refuses what was read if it is not all there is.
    pub(in crate::store) fn ensure_complete(
        &self,
        connection: &Connection,
    ) -> Result<(), StoreError> {
        for (claim, count) in self.claims.iter().zip(&self.counts) {
            if claim.stored_count(connection)? != *count {
                return Err(claim.miscounted());
            }
        }
        Ok(())
    }
}

fn is_before(value: ValueRef<'_>, last: ValueRef<'_>) -> bool {
    match (value, last) {
        (ValueRef::Integer(value), ValueRef::Integer(last)) => value < last,
        (ValueRef::Text(value), ValueRef::Text(last)) => value < last,
        (ValueRef::Null, ValueRef::Integer(_) | ValueRef::Text(_)) => true,
        _ => false,
    }
}

/// Brings the tally up to date with rows that were written, in the same transaction.
pub(in crate::store) fn update(
    connection: &Connection,
    touched: &BTreeMap<String, TableChanges>,
) -> Result<(), StoreError> {
    let mut follow = TallyUpdate {
        connection,
        touched,
        changes: Counts::new(),
        is_known: true,
    };
    visit_tables(&mut follow)?;
    // A purge keeps nothing of what it takes out.
    if !follow.is_known {
        return recount(connection);
    }
    if touched.contains_key("setting") {
        store_settings_count(connection)?;
    }
    follow
        .changes
        .retain(|_, change| *change != TallyCount::default());
    for (key, change) in &follow.changes {
        let sql = "INSERT INTO tally (id, count, numbers, checksums) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (id) DO UPDATE SET count = count + ?2, numbers = numbers + ?3, checksums = (checksums + ?4) & 4294967295";
        let mut put = connection.prepare_cached(sql)?;
        put.execute((key, change.count, change.numbers, change.checksums))?;
        if change.count < 0 {
            let sql = "DELETE FROM tally WHERE id = ?1 AND count = 0";
            connection.prepare_cached(sql)?.execute([key])?;
        }
    }
    Ok(())
}

struct TallyUpdate<'c> {
    connection: &'c Connection,
    touched: &'c BTreeMap<String, TableChanges>,
    changes: Counts,
    /// Whether it is known of every row that was changed what it was.
    is_known: bool,
}

impl TableVisitor for TallyUpdate<'_> {
    type Error = StoreError;

    fn table<T: TableRow>(&mut self) -> Result<(), StoreError> {
        let Some(touch) = self.touched.get(T::TABLE).filter(|_| self.is_known) else {
            return Ok(());
        };
        let before = self.before(T::TABLE)?;
        if !touch.rows.iter().all(|number| before.contains_key(number)) {
            self.is_known = false;
            return Ok(());
        }
        let table = RecordTable::from_type::<T>();
        let sets = locate_columns(T::TABLE, &table.columns);
        for row in before.values().flatten() {
            let values: Vec<Value> = table.columns.iter().map(|name| row.value(name)).collect();
            let values: Vec<ValueRef<'_>> = values.iter().map(ValueRef::from).collect();
            add(&mut self.changes, &sets, &values, TallyCount::negated)?;
        }
        let mut statement = self.connection.prepare_cached(&select_by_number::<T>())?;
        for number in &touch.rows {
            let mut rows = statement.query((number, number))?;
            while let Some(row) = rows.next()? {
                add(&mut self.changes, &sets, &values(row, &table)?, |count| {
                    count
                })?;
            }
        }
        Ok(())
    }
}

impl TallyUpdate<'_> {
    /// The rows of a table that were changed, as they were.
    fn before(&self, table: &str) -> Result<BTreeMap<i64, Option<NamedRow>>, StoreError> {
        let sql = "SELECT number, row FROM temp.before WHERE \"table\" = ?1";
        let mut found = BTreeMap::new();
        // Nothing was watched, so there is no such table.
        let Ok(mut statement) = self.connection.prepare_cached(sql) else {
            return Ok(found);
        };
        let mut rows = statement.query([table])?;
        while let Some(row) = rows.next()? {
            let text: Option<String> = row.get(1)?;
            let was = text.map(|text| NamedRow::parse(&text).ok_or(StoreError::Damaged));
            found.insert(row.get(0)?, was.transpose()?);
        }
        Ok(found)
    }
}

/// `SELECT … FROM table WHERE id BETWEEN ?1 AND ?2`
pub(in crate::store) fn select_by_number<T: TableRow>() -> String {
    select_sql::<T>() + "WHERE id BETWEEN ?1 AND ?2"
}

fn locate_columns(table: &str, columns: &[&str]) -> Vec<SetColumns> {
    sets_of_table(table)
        .map(|set| set.locate_columns(columns))
        .collect()
}

fn values<'r>(row: &'r Row<'_>, table: &RecordTable) -> Result<Vec<ValueRef<'r>>, StoreError> {
    let values = (0..table.columns.len()).map(|at| row.get_ref(at));
    Ok(values.collect::<Result<_, _>>()?)
}

/// Counts a row, whose last value is its checksum, in all sets that it is in.
fn add(
    counts: &mut Counts,
    sets: &[SetColumns],
    values: &[ValueRef<'_>],
    change: fn(TallyCount) -> TallyCount,
) -> Result<(), StoreError> {
    let (Some(ValueRef::Integer(number)), Some(ValueRef::Integer(checksum))) =
        (values.first(), values.last())
    else {
        return Err(StoreError::Damaged);
    };
    let value = |place: usize| values.get(place).copied().unwrap_or(ValueRef::Null);
    for key in sets.iter().filter_map(|set| set.key(value)) {
        let count = counts.entry(key).or_default();
        count.add(change(TallyCount::of(*number, *checksum)));
    }
    Ok(())
}

/// The key of the settings, which are few: they are counted anew at every change.
const SETTINGS: i64 = 31 << (OWNER_BITS + MONTH_BITS);

fn settings(connection: &Connection) -> Result<TallyCount, StoreError> {
    let sql = "SELECT id, checksum FROM setting NOT INDEXED ORDER BY id";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let mut found = TallyCount::default();
    while let Some(row) = rows.next()? {
        found.add(TallyCount::of(row.get(0)?, row.get(1)?));
    }
    Ok(found)
}

/// Counts the settings anew.
pub(in crate::store) fn store_settings_count(connection: &Connection) -> Result<(), StoreError> {
    let count = settings(connection)?;
    let sql = "REPLACE INTO tally (id, count, numbers, checksums) VALUES (?1, ?2, ?3, ?4)";
    let mut put = connection.prepare_cached(sql)?;
    put.execute((SETTINGS, count.count, count.numbers, count.checksums))?;
    Ok(())
}

/// Refuses settings of which one is missing.
pub(in crate::store) fn ensure_settings(connection: &Connection) -> Result<(), StoreError> {
    let sql = "SELECT count, numbers, checksums FROM tally WHERE id = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let kept = statement.query_row([SETTINGS], count).optional()?;
    match kept.unwrap_or_default() == settings(connection)? {
        true => Ok(()),
        false => Err(StoreError::Miscounted { table: "setting" }),
    }
}

/// Counts everything anew.
pub(in crate::store) fn recount(connection: &Connection) -> Result<(), StoreError> {
    let counts = count_all(connection)?;
    connection.execute_batch("DELETE FROM tally")?;
    let sql = "INSERT INTO tally (id, count, numbers, checksums) VALUES (?1, ?2, ?3, ?4)";
    let mut statement = connection.prepare(sql)?;
    for (key, count) in counts {
        statement.execute((key, count.count, count.numbers, count.checksums))?;
    }
    Ok(())
}

/// What the tally has to be, counted in the tables themselves.
fn count_all(connection: &Connection) -> Result<Counts, StoreError> {
    struct Recount<'c> {
        connection: &'c Connection,
        counts: Counts,
    }

    impl TableVisitor for Recount<'_> {
        type Error = StoreError;

        fn table<T: TableRow>(&mut self) -> Result<(), StoreError> {
            let table = RecordTable::from_type::<T>();
            let sets = locate_columns(T::TABLE, &table.columns);
            let sql = select_sql::<T>() + "NOT INDEXED ORDER BY id";
            let mut statement = self.connection.prepare(&sql)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                add(&mut self.counts, &sets, &values(row, &table)?, |count| {
                    count
                })?;
            }
            Ok(())
        }
    }

    let mut recount = Recount {
        connection,
        counts: Counts::new(),
    };
    visit_tables(&mut recount)?;
    let settings = settings(connection)?;
    if settings != TallyCount::default() {
        recount.counts.insert(SETTINGS, settings);
    }
    Ok(recount.counts)
}

/// Makes the indices of a copy anew, once it is known that no row of it is missing: it will be read as something that there
/// is no tally of.
pub(in crate::store) fn ensure_whole(connection: &Connection) -> Result<(), StoreError> {
    match miscounted_tables(connection)?.first() {
        Some(table) => Err(StoreError::Miscounted { table }),
        None => Ok(connection.execute_batch("REINDEX")?),
    }
}

/// The tables of whose records the tally says something else.
pub(in crate::store) fn miscounted_tables(
    connection: &Connection,
) -> Result<Vec<&'static str>, StoreError> {
    let mut counts = count_all(connection)?;
    let mut astray = Vec::new();
    let mut statement = connection
        .prepare("SELECT count, numbers, checksums, id FROM tally WHERE id >= 0 ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let key: i64 = row.get(3)?;
        let kept = count(row)?;
        if counts.remove(&key).unwrap_or_default() != kept {
            astray.push(key);
        }
    }
    astray.extend(counts.into_keys());
    let mut sets = WHOLE
        .iter()
        .chain(PARTS.iter().copied())
        .collect::<Vec<_>>();
    sets.retain(|set| {
        let is_of = |key: &i64| key >> (OWNER_BITS + MONTH_BITS) == set.number;
        astray.iter().any(is_of)
    });
    let mut tables: Vec<&str> = sets.into_iter().map(|set| set.table).collect();
    if tables.is_empty() && !astray.is_empty() {
        tables.push("setting");
    }
    tables.sort_unstable();
    tables.dedup();
    Ok(tables)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::store::row::record_tables;

    fn all() -> impl Iterator<Item = &'static RecordSet> {
        WHOLE.iter().chain(PARTS.iter().copied())
    }

    /// Every file has them.
    #[test]
    fn the_numbers_of_the_sets_are_their_own() {
        let numbers: BTreeSet<i64> = all().map(|set| set.number).collect();
        assert_eq!(numbers.len(), all().count());
        assert!(numbers.iter().all(|number| (0..1 << 14).contains(number)));
    }

    #[test]
    fn every_table_has_a_set_and_every_set_its_columns() {
        for table in record_tables() {
            assert!(
                WHOLE.iter().any(|set| set.table == table.name),
                "{}",
                table.name
            );
        }
        for set in all() {
            let tables = record_tables();
            let table = tables.iter().find(|table| table.name == set.table).unwrap();
            let only = match set.only {
                All => None,
                In(name, _) | NotIn(name, _) | Null(name) | NotNull(name) => Some(name),
            };
            for name in [set.owner, only, set.by].into_iter().flatten() {
                assert!(table.columns.contains(&name), "{set:?}: {name}");
            }
        }
    }

    #[test]
    fn days_and_moments_are_counted_by_the_month() {
        let text = |text: &'static str| month_of(ValueRef::Text(text.as_bytes()));
        let month = "2026-12-31".parse::<NaiveDate>().unwrap().month();
        assert_eq!(text("2026-12-31"), month);
        assert_eq!(text("2026-12-31T23:59:59Z"), month);
        assert_eq!(text("2027-01-01"), month + 1);
        assert_eq!(month_of(ValueRef::Null), NO_MONTH);
        assert_eq!(NaiveDate::MIN.month(), FIRST_MONTH);
        assert_eq!(NaiveDate::MAX.month(), LAST_MONTH);
        let day: NaiveDate = "2026-12-31".parse().unwrap();
        let (from, to) = HELD.between(Id::<()>::new(1), day, day).bounds();
        assert_eq!((from.as_str(), to.as_str()), ("2026-12", "2026-13"));
        assert!(from.as_str() < "2026-12-01" && "2026-12-31T23:59:59Z" < to.as_str());
    }
}
