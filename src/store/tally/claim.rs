//! Claims: what a query must find according to the tally, and the check that it did.

use std::ops::RangeInclusive;

use chrono::NaiveDate;
use rusqlite::Connection;
use rusqlite::types::{Value, ValueRef};

use crate::domain::record::Id;
use crate::store::StoreError;
use crate::store::row_reader::FetchedRow;
use crate::store::table_row::{ENVELOPE, TableRow};
use crate::store::tally::count::{MONTH_BITS, OWNER_BITS, TallyCount, count_from_row, key};
use crate::store::tally::months::{FIRST_MONTH, LAST_MONTH, Month, MonthKey, NO_MONTH};
use crate::store::tally::sets::{RecordSet, SetColumns};

/// The records that a query must find: those of a set, of one owner or all, in some months.
pub(in crate::store) struct Claim {
    set: &'static RecordSet,
    /// `None`: all owners.
    owner: Option<i64>,
    pub months: RangeInclusive<Month>,
    /// The first and last day or moment wanted in those months, as stored. `None`: all of them.
    span: Option<(String, String)>,
}

impl RecordSet {
    /// Returns all months in which its records may be counted.
    fn all_months(&self) -> RangeInclusive<Month> {
        match self.dated_by {
            Some(_) => NO_MONTH..=LAST_MONTH,
            None => NO_MONTH..=NO_MONTH,
        }
    }

    /// Claims all records of one owner, such as a pair, a person or a goal.
    pub(in crate::store) fn for_owner(&'static self, owner: i64) -> Claim {
        Claim { set: self, owner: Some(owner), months: self.all_months(), span: None }
    }

    /// Claims all records of one owner.
    pub(in crate::store) fn for_id<T>(&'static self, owner: Id<T>) -> Claim {
        self.for_owner(owner.number())
    }

    /// Claims all records of all owners.
    pub(in crate::store) fn for_all(&'static self) -> Claim {
        Claim { set: self, owner: None, months: self.all_months(), span: None }
    }

    /// Claims the records of one owner from one day or moment to another, both included.
    pub(in crate::store) fn claim_between<T>(
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

    pub(in crate::store) fn claim_until<T>(
        &'static self,
        owner: Id<T>,
        until: impl MonthKey,
    ) -> Claim {
        self.claim_between(owner, NaiveDate::MIN, until)
    }

    pub(in crate::store) fn claim_since<T>(
        &'static self,
        owner: Id<T>,
        since: impl MonthKey,
    ) -> Claim {
        self.claim_between(owner, since, NaiveDate::MAX)
    }
}

impl Claim {
    /// Returns the texts between which the stored days and moments of its months lie: the first inclusive, the second
    /// exclusive.
    pub(in crate::store) fn bounds(&self) -> (String, String) {
        let text =
            |month: Month, add: Month| format!("{:04}-{:02}", month / 12, month % 12 + 1 + add);
        (text(*self.months.start(), 0), text(*self.months.end(), 1))
    }

    pub(in crate::store) fn owner_number(&self) -> i64 {
        self.owner.unwrap_or_default()
    }

    /// Returns the first and the last key of the tally that it covers.
    fn keys(&self) -> (i64, i64) {
        let (first, last) = match self.owner {
            Some(owner) => (owner, owner),
            None => (0, (1 << OWNER_BITS) - 1),
        };
        (key(self.set, first, *self.months.start()), key(self.set, last, *self.months.end()))
    }

    /// Returns whether a row in one of the months is wanted, given its stored day or moment.
    pub(in crate::store) fn wants(&self, value: ValueRef<'_>) -> bool {
        match (&self.span, value) {
            (None, _) => true,
            (Some((since, until)), ValueRef::Text(text)) => {
                since.as_bytes() <= text && text <= until.as_bytes()
            }
            (Some(_), _) => false,
        }
    }

    /// Restricts the claim to the months since `from`.
    pub(in crate::store) fn since_month(mut self, from: Month) -> Claim {
        self.months = from.max(FIRST_MONTH)..=*self.months.end();
        self
    }

    /// Restricts the claim to the months up to `to`.
    pub(in crate::store) fn until_month(mut self, to: Month) -> Claim {
        self.months = *self.months.start()..=to;
        self
    }

    /// Returns the first month of the claim that has records, or the last one if `is_last`. `None`: no month has any.
    pub(in crate::store) fn month_with_some(
        &self,
        connection: &Connection,
        is_last: bool,
    ) -> Result<Option<Month>, StoreError> {
        let sql = if is_last {
            "SELECT max(id) FROM tally WHERE id BETWEEN ?1 AND ?2"
        } else {
            "SELECT min(id) FROM tally WHERE id BETWEEN ?1 AND ?2"
        };
        let mut statement = connection.prepare_cached(sql)?;
        let key: Option<i64> = statement.query_row(self.keys(), |row| row.get(0))?;
        Ok(key.map(|key| key & ((1 << MONTH_BITS) - 1)))
    }

    /// Returns the count in the tally.
    fn stored_count(&self, connection: &Connection) -> Result<TallyCount, StoreError> {
        // Most claims cover one row, for which SQLite's sums cost twice as much as reading it.
        let sql = "SELECT count, numbers, checksums FROM tally WHERE id BETWEEN ?1 AND ?2";
        let mut statement = connection.prepare_cached(sql)?;
        let mut rows = statement.query(self.keys())?;
        let mut sum = TallyCount::default();
        while let Some(row) = rows.next()? {
            sum.add(count_from_row(row)?);
        }
        Ok(sum)
    }

    fn miscounted(&self) -> StoreError {
        StoreError::Miscounted { table: self.set.table }
    }

    /// Fails if a count and a sum of numbers, taken from an SQL index alone, differ from the tally.
    pub(in crate::store) fn ensure_numbers(
        &self,
        connection: &Connection,
        count: i64,
        numbers: i64,
    ) -> Result<(), StoreError> {
        let stored = self.stored_count(connection)?;
        if (stored.count, stored.numbers) == (count, numbers) {
            Ok(())
        } else {
            Err(self.miscounted())
        }
    }
}

/// Counts the rows that a query returns, and checks them against its claims.
pub(in crate::store) struct ClaimCounter<'c> {
    claims: &'c [Claim],
    /// For each claim, the columns of its set, and its first and last key.
    sets: Vec<(SetColumns, (i64, i64))>,
    counts: Vec<TallyCount>,
    order: Option<SortOrder>,
    /// How many columns come before the checksum.
    columns: usize,
}

/// The position of the column by which the rows must be sorted, and its value in the last row.
struct SortOrder {
    position: usize,
    last: Value,
}

impl SortOrder {
    /// Takes the value of the next row. Returns false if that row belongs before the last one.
    fn advance(&mut self, value: ValueRef<'_>) -> bool {
        if is_before(value, (&self.last).into()) {
            return false;
        }
        match (value, &mut self.last) {
            (ValueRef::Text(text), Value::Text(last)) => {
                last.clear();
                last.push_str(&String::from_utf8_lossy(text));
            }
            (ValueRef::Text(text), last) => {
                *last = Value::Text(String::from_utf8_lossy(text).into_owned());
            }
            (ValueRef::Integer(number), last) => *last = Value::Integer(number),
            (_, last) => *last = Value::Null,
        }
        true
    }
}

impl<'c> ClaimCounter<'c> {
    pub(in crate::store) fn new<T: TableRow>(claims: &'c [Claim], clause: &str) -> Self {
        let columns = [&ENVELOPE[..], T::COLUMNS].concat();
        let sets = claims.iter().map(|claim| (claim.set.locate_columns(&columns), claim.keys()));
        // Rows sorted by a damaged SQL index may all be there, but in the wrong order, so the order is checked too.
        let order = clause.split_once("ORDER BY ").and_then(|(_, by)| {
            let first = by.split(',').next().unwrap_or(by).trim().trim_matches('"');
            let position = columns.iter().position(|column| *column == first)?;
            Some(SortOrder { position, last: Value::Null })
        });
        ClaimCounter {
            claims,
            sets: sets.collect(),
            counts: vec![TallyCount::default(); claims.len()],
            order,
            columns: columns.len(),
        }
    }

    /// Counts a row, and returns whether a claim wants its day. Fails if no claim covers the row, or if it is out of
    /// order.
    pub(in crate::store) fn add(&mut self, row: &FetchedRow<'_>) -> Result<bool, StoreError> {
        let value = |at: usize| row.value(at);
        let (ValueRef::Integer(number), ValueRef::Integer(checksum)) =
            (value(0), value(self.columns))
        else {
            return Err(StoreError::Damaged);
        };
        let (mut is_claimed, mut is_wanted) = (false, false);
        for ((claim, set), count) in self.claims.iter().zip(&self.sets).zip(&mut self.counts) {
            let (set, (first, last)) = set;
            if set.key(value).is_some_and(|key| *first <= key && key <= *last) {
                count.add(TallyCount::one(number, checksum));
                is_claimed = true;
                is_wanted |= claim.wants(set.dated_by.map_or(ValueRef::Null, value));
            }
        }
        let miscounted = || self.claims.first().map_or(StoreError::Damaged, Claim::miscounted);
        if !is_claimed {
            return Err(miscounted());
        }
        let order = self.order.as_mut();
        if order.is_none_or(|order| order.advance(value(order.position))) {
            Ok(is_wanted)
        } else {
            Err(miscounted())
        }
    }

    /// Fails if the rows that were read are not exactly the claimed ones.
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
