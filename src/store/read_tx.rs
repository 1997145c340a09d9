//! Reading inside one transaction: what every query of every noun is made of.

use rusqlite::{Connection, Params, ToSql};

use crate::domain::record::{Id, Record};
use crate::store::StoreError;
use crate::store::table_row::{RowReader, TableRow, select_sql};
use crate::store::tally::{self, Claim, ClaimCounter};

/// A consistent view of the file: everything a command reads is of one moment.
pub struct ReadTx<'c> {
    pub(in crate::store) connection: &'c Connection,
    /// Whether it holds only what the other side of a pair may see.
    pub(in crate::store) is_for_partner: bool,
    /// How many changes the connection had made when the tally was last right; none: it has no tally of what is in it.
    tallied: Option<u64>,
}

impl<'c> ReadTx<'c> {
    /// Of a copy in memory that says something else than the file does, and has no tally of it.
    pub(in crate::store) fn without_tally(connection: &'c Connection) -> Self {
        ReadTx {
            connection,
            is_for_partner: false,
            tallied: None,
        }
    }

    /// What is read is held to the tally, as long as nothing is written.
    pub(in crate::store) fn new(connection: &'c Connection) -> Self {
        ReadTx {
            tallied: Some(connection.total_changes()),
            ..ReadTx::without_tally(connection)
        }
    }

    /// As it was made.
    pub(in crate::store) fn for_partner(self) -> Self {
        ReadTx {
            is_for_partner: true,
            ..self
        }
    }
}

impl ReadTx<'_> {
    /// The record with this number.
    pub fn find<T: TableRow>(&self, id: Id<T>) -> Result<Option<Record<T>>, StoreError> {
        let found = self.first("WHERE id = ?1", [id.number()])?;
        if found.is_none() && self.is_tallied() {
            self.ensure_rows::<T>()?;
        }
        Ok(found)
    }

    /// Refuses a table that lacks rows.
    fn ensure_rows<T: TableRow>(&self) -> Result<(), StoreError> {
        let sql = format!(
            "SELECT count(*), coalesce(sum(id), 0) FROM {} NOT INDEXED",
            T::TABLE
        );
        self.ensure_numbers(&tally::whole_set::<T>().for_all(), &sql, &[])
    }

    /// Refuses if what `sql` counts, and the sum of the numbers of it, are not what they have to be.
    pub(in crate::store) fn ensure_numbers(
        &self,
        claim: &Claim,
        sql: &str,
        params: &[&dyn ToSql],
    ) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let counted = statement.query_row(params, |row| Ok((row.get(0)?, row.get(1)?)))?;
        self.ensure_count(claim, counted)
    }

    /// The same of what was counted otherwise: how many there are, and the sum of their numbers.
    pub(in crate::store) fn ensure_count(
        &self,
        claim: &Claim,
        (count, numbers): (i64, i64),
    ) -> Result<(), StoreError> {
        if self.is_tallied() {
            claim.ensure_numbers(self.connection, count, numbers)
        } else {
            Ok(())
        }
    }

    pub(in crate::store) fn is_tallied(&self) -> bool {
        self.tallied == Some(self.connection.total_changes())
    }

    /// The first record that `clause` (from `WHERE` on) picks.
    pub fn first<T: TableRow>(
        &self,
        clause: &str,
        params: impl Params,
    ) -> Result<Option<Record<T>>, StoreError> {
        let sql = [&select_sql::<T>(), clause, " LIMIT 1"].concat();
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params)?;
        rows.next()?
            .map(|row| RowReader::verify_checksum(row, T::TABLE, T::LATER_COLUMNS)?.record())
            .transpose()
    }

    /// All records that `clause` (from `WHERE` on, with its `ORDER BY`) picks.
    pub fn all<T: TableRow>(
        &self,
        clause: &str,
        params: impl Params,
    ) -> Result<Vec<Record<T>>, StoreError> {
        let sql = select_sql::<T>() + clause;
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params)?;
        let mut records = Vec::new();
        while let Some(row) = rows.next()? {
            records.push(RowReader::verify_checksum(row, T::TABLE, T::LATER_COLUMNS)?.record()?);
        }
        Ok(records)
    }

    /// As `all`, which are all that the claims are about: what is missing, or should not be there, is damage. Claims by day
    /// are about whole months, which `clause` reads; those of other days are left out.
    pub(in crate::store) fn load_claimed<T: TableRow>(
        &self,
        claims: &[Claim],
        clause: &str,
        params: impl Params,
    ) -> Result<Vec<Record<T>>, StoreError> {
        self.claimed_up_to(usize::MAX, claims, clause, params)
    }

    /// The same, of which the first ones are read, and the others only counted.
    fn claimed_up_to<T: TableRow>(
        &self,
        most: usize,
        claims: &[Claim],
        clause: &str,
        params: impl Params,
    ) -> Result<Vec<Record<T>>, StoreError> {
        let sql = select_sql::<T>() + clause;
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params)?;
        let is_tallied = self.is_tallied();
        let mut counting = ClaimCounter::new::<T>(claims, clause);
        let mut records = Vec::new();
        while let Some(row) = rows.next()? {
            if counting.add(row)? && records.len() < most {
                let fields = RowReader::verify_checksum(row, T::TABLE, T::LATER_COLUMNS)?;
                records.push(fields.record()?);
            } else if !is_tallied && records.len() >= most {
                break;
            }
        }
        if is_tallied {
            counting.ensure_complete(self.connection)?;
        }
        Ok(records)
    }

    /// All of a table.
    pub(in crate::store) fn whole_table<T: TableRow>(&self) -> Result<Vec<Record<T>>, StoreError> {
        self.load_claimed(&[tally::whole_set::<T>().for_all()], "ORDER BY id", [])
    }

    /// What `clause` finds of `?1` in the months of a claim, from `?2` until before `?3`.
    pub(in crate::store) fn load_span<T: TableRow>(
        &self,
        claim: &Claim,
        clause: &str,
    ) -> Result<Vec<Record<T>>, StoreError> {
        self.span_up_to(usize::MAX, claim, clause)
    }

    fn span_up_to<T: TableRow>(
        &self,
        most: usize,
        claim: &Claim,
        clause: &str,
    ) -> Result<Vec<Record<T>>, StoreError> {
        let (from, to) = claim.bounds();
        let params = (claim.owner_number(), from, to);
        self.claimed_up_to(most, std::slice::from_ref(claim), clause, params)
    }

    /// The first of a claim, in whose order `clause` reads as `load_span` does.
    pub(in crate::store) fn load_first<T: TableRow>(
        &self,
        mut claim: Claim,
        clause: &str,
    ) -> Result<Option<Record<T>>, StoreError> {
        if self.is_tallied()
            && let Some(to) = claim.month_with_some(self.connection, false)?
        {
            claim = claim.until_month(to);
        }
        Ok(self.span_up_to(1, &claim, clause)?.pop())
    }

    /// The last one, where `clause` reads the last first: of the last month that has some, and of those before it only if none
    /// of it is asked for.
    pub(in crate::store) fn load_last<T: TableRow>(
        &self,
        claim: impl Fn() -> Claim,
        clause: &str,
    ) -> Result<Option<Record<T>>, StoreError> {
        let mut to = *claim().months.end();
        while self.is_tallied() {
            let months = claim().until_month(to);
            let Some(from) = months.month_with_some(self.connection, true)? else {
                break;
            };
            let last = self.span_up_to(1, &months.since_month(from), clause)?.pop();
            if last.is_some() {
                return Ok(last);
            }
            to = from - 1;
        }
        Ok(self.span_up_to(1, &claim(), clause)?.pop())
    }

    /// One whole number, such as a count.
    pub fn number(&self, sql: &str, params: impl Params) -> Result<i64, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.query_row(params, |row| row.get(0))?)
    }

    /// The size of the file.
    pub(in crate::store) fn file_bytes(&self) -> Result<i64, StoreError> {
        let sql = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";
        self.number(sql, [])
    }
}
