//! What all rows of an import share.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use chrono::NaiveDate;

use crate::app::App;
use crate::commands::command_line::arg::outside_pair_failure;
use crate::commands::data::import::cells::{RowInput, SpanDay, location};
use crate::commands::data::import::columns::{ImportColumn, find_column};
use crate::domain::dates::Now;
use crate::domain::pair::PairContext;
use crate::domain::pair_history;
use crate::domain::record::Record;
use crate::error::Result;
use crate::store::histories;
use crate::store::read_tx::ReadTx;
use crate::store::table_row::TableRow;
use crate::view::words;

/// Finds a pair by its short name; `None` finds the current pair.
type FindPair<'a> = Box<dyn Fn(Option<&str>) -> Result<PairContext> + 'a>;

/// The state shared by all rows: the transaction, the present moment, and the pairs, each looked up once.
pub struct ImportContext<'a, 'c> {
    pub tx: &'a ReadTx<'c>,
    pub now: Now,
    find_pair: FindPair<'a>,
    pairs: BTreeMap<Option<String>, Rc<PairContext>>,
    /// The first day of each pair, by its number.
    first_days: HashMap<i64, NaiveDate>,
    /// The highest record number before the import: those of earlier rows may be stored when a later one is read.
    stored_until: i64,
    /// The records that earlier rows have named, each with its line.
    pub named: HashMap<i64, usize>,
    /// Notes to the user on how rows were read.
    pub notes: Vec<String>,
    /// Lines that are left out though nothing is wrong in them, a sentence each.
    pub skipped: Vec<String>,
    /// Whether a note says how day numbers of a spreadsheet were read.
    has_noted_serial: bool,
}

impl<'a, 'c> ImportContext<'a, 'c> {
    /// Fails if no column names a pair and the current pair is not clear: that is not an error of a cell.
    pub fn new<T: TableRow>(
        app: &'a App<'_, '_>,
        tx: &'a ReadTx<'c>,
        columns: &[ImportColumn],
    ) -> Result<ImportContext<'a, 'c>> {
        let find_pair = |slug: Option<&str>| match slug {
            Some(slug) => app.pair_for_write_by_slug(tx, slug),
            None => app.current_pair_for_write(tx),
        };
        let mut context = ImportContext {
            tx,
            now: app.now,
            find_pair: Box::new(find_pair),
            pairs: BTreeMap::new(),
            first_days: HashMap::new(),
            stored_until: tx.highest_number::<T>()?,
            named: HashMap::new(),
            notes: Vec::new(),
            skipped: Vec::new(),
            has_noted_serial: false,
        };
        if find_column(columns, "pair").is_none() {
            context.pair(None)?;
        }
        Ok(context)
    }

    /// Whether a record was there before the import.
    pub fn was_stored<T>(&self, record: &Record<T>) -> bool {
        record.id.number() <= self.stored_until
    }

    /// Notes how the first day number of a spreadsheet was read.
    pub fn note_serial_day(&mut self, input: &RowInput<'_>, line: usize) {
        let Some(serial) = input.serial.as_ref().filter(|_| !self.has_noted_serial) else {
            return;
        };
        self.has_noted_serial = true;
        self.notes.push(format!(
            "{} `{}` was read as {}, the day number of a spreadsheet that counts from 1900",
            location(line, serial.column),
            serial.typed,
            serial.read
        ));
    }

    /// Notes which day of a span was used.
    pub fn note_span(&mut self, input: &RowInput<'_>, line: usize) {
        self.notes.extend(input.span.as_ref().map(|span| {
            let place = location(line, span.column);
            let used = match span.day {
                SpanDay::First => "first",
                SpanDay::Last => "last",
            };
            format!("{place} `{}` is a span of days; the {used} one was used", span.typed)
        }));
    }

    /// Leaves out a row because an earlier one is a call at the same time.
    pub fn skip_same_time(&mut self, line: usize, earlier: usize) {
        self.skipped.push(format!(
            "line {line} is a call at the same time as line {earlier}, so it was left out"
        ));
    }

    /// Returns the pair with a short name; `None` returns the current pair.
    pub fn pair(&mut self, slug: Option<&str>) -> Result<Rc<PairContext>> {
        let key = slug.map(str::to_owned);
        if let Some(pair) = self.pairs.get(&key) {
            return Ok(Rc::clone(pair));
        }
        let pair = Rc::new((self.find_pair)(slug)?);
        self.pairs.insert(key, Rc::clone(&pair));
        Ok(pair)
    }

    /// Fails for a day before the pair began or after its end, as stored before the import.
    pub fn ensure_within(&mut self, pair: &PairContext, day: NaiveDate) -> Result<()> {
        let number = pair.id().number();
        let first_day = match self.first_days.get(&number) {
            Some(first_day) => *first_day,
            None => histories::first_day(self.tx, pair)?,
        };
        self.first_days.insert(number, first_day);
        let today = words::today(pair.user(), self.now);
        pair_history::ensure_within(pair, first_day, day)
            .map_err(|outside| outside_pair_failure(&outside, today))
    }
}
