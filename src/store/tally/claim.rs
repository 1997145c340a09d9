//! What a query promises to find, and whether it did.

use std::ops::RangeInclusive;

use chrono::NaiveDate;
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, Row};

use crate::domain::record::Id;
use crate::store::StoreError;
use crate::store::table_row::{ENVELOPE, TableRow};
use crate::store::tally::count::{MONTH_BITS, OWNER_BITS, TallyCount, count_from_row, key};
use crate::store::tally::months::{FIRST_MONTH, LAST_MONTH, Month, MonthKey, NO_MONTH};
use crate::store::tally::sets::{RecordSet, SetColumns};

/// What a query promises to find all of.
pub(in crate::store) struct Claim {
    set: &'static RecordSet,
    owner: Option<i64>,
    pub months: RangeInclusive<Month>,
    /// The first and the last day or moment that is asked for, of those months.
    span: Option<(String, String)>,
}

impl RecordSet {
    /// The months that its records are counted in.
    fn all_months(&self) -> RangeInclusive<Month> {
        match self.by {
            Some(_) => NO_MONTH..=LAST_MONTH,
            None => NO_MONTH..=NO_MONTH,
        }
    }

    /// All of one pair, person, goal …
    pub(in crate::store) fn for_owner(&'static self, owner: i64) -> Claim {
        Claim {
            set: self,
            owner: Some(owner),
            months: self.all_months(),
            span: None,
        }
    }

    pub(in crate::store) fn for_id<T>(&'static self, owner: Id<T>) -> Claim {
        self.for_owner(owner.number())
    }

    /// All of everybody.
    pub(in crate::store) fn for_all(&'static self) -> Claim {
        Claim {
            set: self,
            owner: None,
            months: self.all_months(),
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
        let sql = if is_last {
            "SELECT max(id) FROM tally WHERE id BETWEEN ?1 AND ?2"
        } else {
            "SELECT min(id) FROM tally WHERE id BETWEEN ?1 AND ?2"
        };
        let mut statement = connection.prepare_cached(sql)?;
        let found: Option<i64> = statement.query_row(self.keys(), |row| row.get(0))?;
        Ok(found.map(|key| key & ((1 << MONTH_BITS) - 1)))
    }

    /// What the tally says.
    fn stored_count(&self, connection: &Connection) -> Result<TallyCount, StoreError> {
        let sql =
            "SELECT sum(count), sum(numbers), sum(checksums) FROM tally WHERE id BETWEEN ?1 AND ?2";
        let mut statement = connection.prepare_cached(sql)?;
        Ok(statement.query_row(self.keys(), count_from_row)?)
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
        if (kept.count, kept.numbers) == (count, numbers) {
            Ok(())
        } else {
            Err(self.miscounted())
        }
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
    pub(in crate::store) fn new<T: TableRow>(claims: &'c [Claim], clause: &str) -> Self {
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
                count.add(TallyCount::one(number, checksum));
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
