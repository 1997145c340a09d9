//! Reading inside one transaction: the queries that those of every noun are built from.

use rusqlite::{Connection, Params, ToSql};

use crate::domain::record::{Id, Record};
use crate::store::StoreError;
use crate::store::row_reader::{FetchedRow, RowReader};
use crate::store::table_row::{TableRow, select_sql};
use crate::store::tally::{self, Claim, ClaimCounter};

/// A read transaction: everything that a command reads comes from one state of the file.
pub struct ReadTx<'c> {
    pub(in crate::store) connection: &'c Connection,
    /// Whether the connection holds only what the other side of a pair may see.
    pub(in crate::store) is_for_partner: bool,
    /// Whether both sides of that pair have data files of their own.
    pub(in crate::store) is_for_shared_pair: bool,
    /// The connection's change count at the start, when the tally was right. `None`: the tally does not apply to this
    /// data.
    tally_valid_at: Option<u64>,
}

impl<'c> ReadTx<'c> {
    /// Reads a copy in memory whose rows differ from those in the file, so that its tally does not apply.
    pub(in crate::store) fn without_tally(connection: &'c Connection) -> Self {
        ReadTx {
            connection,
            is_for_partner: false,
            is_for_shared_pair: false,
            tally_valid_at: None,
        }
    }

    /// Checks what is read against the tally, until the first change made through the connection.
    pub(in crate::store) fn new(connection: &'c Connection) -> Self {
        ReadTx {
            tally_valid_at: Some(connection.total_changes()),
            ..ReadTx::without_tally(connection)
        }
    }

    /// Marks the data as reduced to what the other side of a pair may see, and the pair as shared or not, since the copy
    /// lacks table `share`.
    pub(in crate::store) fn for_partner(self, is_for_shared_pair: bool) -> Self {
        ReadTx { is_for_partner: true, is_for_shared_pair, ..self }
    }
}

impl ReadTx<'_> {
    /// Finds the record with this number. When there is none, checks first that the table lacks no rows.
    pub fn find<T: TableRow>(&self, id: Id<T>) -> Result<Option<Record<T>>, StoreError> {
        let record = self.first("WHERE id = ?1", [id.number()])?;
        if record.is_none() && self.is_tallied() {
            self.ensure_complete::<T>()?;
        }
        Ok(record)
    }

    /// Fails if rows of the table are missing.
    fn ensure_complete<T: TableRow>(&self) -> Result<(), StoreError> {
        let sql = format!("SELECT count(*), coalesce(sum(id), 0) FROM {} NOT INDEXED", T::TABLE);
        self.ensure_numbers(&tally::whole_set::<T>().for_all(), &sql, &[])
    }

    /// Fails if the two values that `sql` returns, a count of records and the sum of their numbers, are not what the
    /// claim says.
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

    /// Fails if this count of records and this sum of their numbers are not what the claim says.
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

    /// Returns whether the tally still describes what the connection holds.
    pub(in crate::store) fn is_tallied(&self) -> bool {
        self.tally_valid_at == Some(self.connection.total_changes())
    }

    /// Returns the first record that `clause` (from `WHERE` on) selects.
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

    /// Returns all records that `clause` (from `WHERE` on, with its `ORDER BY`) selects.
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

    /// Returns the records that `clause` selects, like `all`, and fails if they are not exactly those that the claims
    /// describe. A claim by day covers whole months: `clause` selects these months, and records of other days in them
    /// are left out.
    pub(in crate::store) fn load_claimed<T: TableRow>(
        &self,
        claims: &[Claim],
        clause: &str,
        params: impl Params,
    ) -> Result<Vec<Record<T>>, StoreError> {
        self.load_claimed_up_to(usize::MAX, claims, clause, params)
    }

    /// Returns the records that `clause` selects, like `load_claimed`, sorted by a key. Where no SQL index has the order,
    /// `ORDER BY` costs more, since `SQLite` copies all columns of every row to sort them.
    pub(in crate::store) fn load_and_sort<T: TableRow, K: Ord>(
        &self,
        claims: &[Claim],
        clause: &str,
        params: impl Params,
        key: impl Fn(&Record<T>) -> K,
    ) -> Result<Vec<Record<T>>, StoreError> {
        let mut records = self.load_claimed(claims, clause, params)?;
        records.sort_by_key(key);
        Ok(records)
    }

    /// Returns the first `limit` records, like `load_claimed`, and only counts the others.
    fn load_claimed_up_to<T: TableRow>(
        &self,
        limit: usize,
        claims: &[Claim],
        clause: &str,
        params: impl Params,
    ) -> Result<Vec<Record<T>>, StoreError> {
        let mut records = Vec::new();
        self.scan_claimed(limit, claims, clause, params, |record| records.push(record))?;
        Ok(records)
    }

    /// Passes the first `limit` records to `take`, one at a time, and only counts the others. Fails like `load_claimed`,
    /// after the last one.
    pub(in crate::store) fn scan_claimed<T: TableRow>(
        &self,
        limit: usize,
        claims: &[Claim],
        clause: &str,
        params: impl Params,
        mut take: impl FnMut(Record<T>),
    ) -> Result<(), StoreError> {
        let sql = select_sql::<T>() + clause;
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params)?;
        let is_tallied = self.is_tallied();
        let mut counter = ClaimCounter::new::<T>(claims, clause);
        let mut taken = 0;
        while let Some(row) = rows.next()? {
            let row = FetchedRow::new(row);
            if counter.add(&row)? && taken < limit {
                take(row.verify_checksum(T::TABLE, T::LATER_COLUMNS)?.record()?);
                taken += 1;
            } else if !is_tallied && taken >= limit {
                break;
            }
        }
        if is_tallied {
            counter.ensure_complete(self.connection)?;
        }
        Ok(())
    }

    /// Returns all records of a table, by number.
    pub(in crate::store) fn whole_table<T: TableRow>(&self) -> Result<Vec<Record<T>>, StoreError> {
        self.load_claimed(&[tally::whole_set::<T>().for_all()], "ORDER BY id", [])
    }

    /// Returns the records that `clause` selects for the claim: those of the owner `?1`, from `?2` until before `?3`.
    pub(in crate::store) fn load_span<T: TableRow>(
        &self,
        claim: &Claim,
        clause: &str,
    ) -> Result<Vec<Record<T>>, StoreError> {
        self.load_span_up_to(usize::MAX, claim, clause)
    }

    fn load_span_up_to<T: TableRow>(
        &self,
        limit: usize,
        claim: &Claim,
        clause: &str,
    ) -> Result<Vec<Record<T>>, StoreError> {
        let (from, to) = claim.bounds();
        let params = (claim.owner_number(), from, to);
        self.load_claimed_up_to(limit, std::slice::from_ref(claim), clause, params)
    }

    /// Returns the first record of a claim. `clause` selects as for `load_span`, in the order of the claim's months.
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
        Ok(self.load_span_up_to(1, &claim, clause)?.pop())
    }

    /// Returns the last record of a claim; `clause` sorts the latest first. Reads the last month that has records, and
    /// earlier ones only if `clause` selects none of it.
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
            let last = self.load_span_up_to(1, &months.since_month(from), clause)?.pop();
            if last.is_some() {
                return Ok(last);
            }
            to = from - 1;
        }
        Ok(self.load_span_up_to(1, &claim(), clause)?.pop())
    }

    /// Returns the highest number of a record. 0: there is none.
    pub fn highest_number<T: TableRow>(&self) -> Result<i64, StoreError> {
        self.number(&format!("SELECT coalesce(max(id), 0) FROM {}", T::TABLE), [])
    }

    /// Runs a query for one whole number, such as a count.
    pub fn number(&self, sql: &str, params: impl Params) -> Result<i64, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.query_row(params, |row| row.get(0))?)
    }

    /// Returns the size of the file in bytes, with the changes of this transaction.
    pub(in crate::store) fn file_bytes(&self) -> Result<i64, StoreError> {
        let sql = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";
        self.number(sql, [])
    }
}
