//! What was given for a record, on its way into the record's fields: what was not given leaves a field as it is.

use std::str::FromStr;

use chrono::{DateTime, NaiveDate, Utc};

use crate::app;
use crate::domain::dates::{self, DayRole, When};
use crate::domain::pair::PairContext;
use crate::domain::pair_history;
use crate::domain::pair_item::PairItem;
use crate::domain::person::Side;
use crate::domain::record::Id;
use crate::domain::text::{self, UnknownWord};
use crate::domain::zone;
use crate::error::{Failure, Result};
use crate::input::form::FormValues;
use crate::store::histories;
use crate::store::read_tx::ReadTx;
use crate::store::table_row::TableRow;
use crate::view::words;

pub struct FormInput<'g> {
    values: &'g FormValues,
    pub pair: &'g PairContext,
    pub now: DateTime<Utc>,
    /// Where other records are looked up; none while questions are still being asked.
    tx: Option<&'g ReadTx<'g>>,
}

impl<'g> FormInput<'g> {
    pub fn new(
        values: &'g FormValues,
        pair: &'g PairContext,
        now: DateTime<Utc>,
        tx: Option<&'g ReadTx<'g>>,
    ) -> Self {
        FormInput {
            values,
            pair,
            now,
            tx,
        }
    }

    /// The open transaction; none while questions are still being asked.
    pub fn tx(&self) -> Option<&'g ReadTx<'g>> {
        self.tx
    }

    /// Every entry of a list, read in a way of its own.
    pub fn parse_each<T>(&self, key: &str, read: impl Fn(&str) -> Result<T>) -> Result<Vec<T>> {
        self.values.parse_list(key, read)
    }

    /// What was given of a field, as it was typed.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.values.get(key)
    }

    pub fn has(&self, key: &str) -> bool {
        !self.values.get_all(key).is_empty()
    }

    /// Whether what was given of a list is all of it.
    pub fn replaces_list(&self, key: &str) -> bool {
        self.has(key) && self.values.replaces_list(key)
    }

    /// Today in the calendar of a side.
    pub fn today_of(&self, side: Side) -> NaiveDate {
        words::today(self.pair.person(side), self.now)
    }

    /// Today in the user's calendar.
    pub fn today(&self) -> NaiveDate {
        self.today_of(self.pair.user_side())
    }

    /// Takes over what `read` makes of the text, if one was given.
    pub fn apply<T>(
        &self,
        key: &str,
        field: &mut T,
        read: impl Fn(&str) -> Result<T>,
    ) -> Result<()> {
        if let Some(value) = self.values.parse(key, read)? {
            *field = value;
        }
        Ok(())
    }

    /// As `set`, for a field that may be missing: an empty text empties it.
    pub fn apply_optional<T>(
        &self,
        key: &str,
        field: &mut Option<T>,
        read: impl Fn(&str) -> Result<T>,
    ) -> Result<()> {
        self.apply(key, field, |typed| match typed.trim() {
            "" => Ok(None),
            _ => read(typed).map(Some),
        })
    }

    /// A line that can't be empty.
    pub fn line(&self, key: &'static str, field: &mut String) -> Result<()> {
        self.apply(key, field, |typed| {
            Ok(text::parse_title(words::field_label(key), typed)?)
        })
    }

    /// A text that can't be empty.
    pub fn text(&self, key: &'static str, field: &mut String) -> Result<()> {
        self.apply(key, field, |typed| {
            Ok(text::parse_body(words::field_label(key), typed)?)
        })
    }

    pub fn optional_text(&self, key: &'static str, field: &mut Option<String>) -> Result<()> {
        self.apply_optional(key, field, |typed| {
            Ok(text::parse_body(words::field_label(key), typed)?)
        })
    }

    /// Lines, one an entry; they take the place of those that were there.
    pub fn lines(&self, key: &'static str, field: &mut Vec<String>) -> Result<()> {
        if !self.has(key) {
            return Ok(());
        }
        let read = |typed: &str| match typed.trim() {
            "" => Ok(None),
            _ => Ok(Some(text::parse_title(words::field_label(key), typed)?)),
        };
        *field = self
            .values
            .parse_list(key, read)?
            .into_iter()
            .flatten()
            .collect();
        Ok(())
    }

    /// The day on which something happened: today or before.
    pub fn past_day(&self, key: &str, of: Side, field: &mut NaiveDate) -> Result<()> {
        let today = self.today_of(of);
        self.apply(key, field, |typed| self.parse_past_day(typed, today))
    }

    /// The day on which something happened.
    pub fn parse_past_day(&self, typed: &str, today: NaiveDate) -> Result<NaiveDate> {
        let day = ensure_not_future(dates::parse_day(typed, today, DayRole::Past)?, today)?;
        self.ensure_within(day)?;
        Ok(day)
    }

    /// A moment that is not to come, in the user's zone.
    pub fn past_moment(&self, key: &str, field: &mut DateTime<Utc>) -> Result<()> {
        self.apply(key, field, |typed| {
            let at = past_moment(typed, self.now, self.pair)?;
            self.ensure_within(self.pair.pair_day(at))?;
            Ok(at)
        })
    }

    /// Checks a day once the transaction is open.
    fn ensure_within(&self, day: NaiveDate) -> Result<()> {
        self.tx
            .map_or(Ok(()), |tx| ensure_within(tx, self.pair, day))
    }

    /// A day by which, or on which, something is to happen.
    pub fn optional_day(&self, key: &str, of: Side, field: &mut Option<NaiveDate>) -> Result<()> {
        let today = self.today_of(of);
        self.apply_optional(key, field, |typed| {
            Ok(dates::parse_day(typed, today, DayRole::Deadline)?)
        })
    }

    pub fn side(&self, key: &str, field: &mut Side) -> Result<()> {
        self.apply(key, field, |typed| app::parse_side(self.pair, typed))
    }

    /// One of a few fixed words.
    pub fn choice<W: FromStr<Err = UnknownWord>>(&self, key: &str, field: &mut W) -> Result<()> {
        self.apply(key, field, |typed| Ok(typed.trim().parse()?))
    }

    pub fn optional_choice<W: FromStr<Err = UnknownWord>>(
        &self,
        key: &str,
        field: &mut Option<W>,
    ) -> Result<()> {
        self.apply_optional(key, field, |typed| Ok(typed.trim().parse()?))
    }

    /// Another record of the same pair, by its number.
    pub fn record<T: PairItem + TableRow>(
        &self,
        key: &str,
        field: &mut Option<Id<T>>,
    ) -> Result<()> {
        self.apply_optional(key, field, |typed| {
            let number = parse_record_number(typed)?;
            match self.tx {
                Some(tx) => Ok(app::find_in_pair::<T>(tx, self.pair, number)?.id),
                None => Ok(Id::new(number)),
            }
        })
    }

    pub fn flag(&self, key: &str, field: &mut bool) -> Result<()> {
        self.apply(key, field, flag)
    }
}

/// A yes or a no.
pub fn flag(typed: &str) -> Result<bool> {
    match typed.trim() {
        "yes" | "true" => Ok(true),
        "no" | "false" => Ok(false),
        _ => Err(Failure::refused(format!(
            "`{typed}` is neither `yes` nor `no`"
        ))),
    }
}

/// The number of a record.
pub fn parse_record_number(typed: &str) -> Result<i64> {
    let number = typed.trim().parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| Failure::refused(format!("`{typed}` is not a record number")))
}

/// The longest range of numbers.
const MAX_RANGE: i64 = 1000;

/// Numbers of records: `5`, `1,2` or `4-6`, or several of these with blanks between them.
pub fn numbers(typed: &str) -> Result<Vec<i64>> {
    let mut all = Vec::new();
    let words = typed.split_whitespace();
    for part in words.flat_map(|word| word.trim_end_matches(',').split(',')) {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        match (parse_record_number(first), parse_record_number(last)) {
            (Ok(first), Ok(last)) if (first..first + MAX_RANGE).contains(&last) => {
                all.extend(first..=last);
            }
            _ => return Err(not_numbers(typed)),
        }
    }
    if all.is_empty() {
        Err(not_numbers(typed))
    } else {
        Ok(all)
    }
}

fn not_numbers(typed: &str) -> Failure {
    Failure::refused(format!("`{typed}` is not a record number")).hint("write `5`, `1,2` or `4-6`")
}

/// A day that is not to come.
pub fn ensure_not_future(day: NaiveDate, today: NaiveDate) -> Result<NaiveDate> {
    if day > today {
        return Err(
            Failure::refused(format!("{day} is in the future")).hint("leave the day out for today")
        );
    }
    Ok(day)
}

/// The day on which something happened, as typed; left out: today.
pub fn parse_past_day(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    typed: Option<&str>,
    today: NaiveDate,
) -> Result<NaiveDate> {
    let Some(typed) = typed else {
        return Ok(today);
    };
    let day = ensure_not_future(dates::parse_day(typed, today, DayRole::Past)?, today)?;
    ensure_within(tx, pair, day)?;
    Ok(day)
}

/// Checks that something may have happened on a day: the pair had begun, and had not ended.
pub fn ensure_within(tx: &ReadTx<'_>, pair: &PairContext, day: NaiveDate) -> Result<()> {
    let began = histories::first_day(tx, pair)?;
    Ok(pair_history::ensure_within(pair, began, day)?)
}

/// A moment that is not to come, in the user's zone; a day alone is its present time of day.
pub fn past_moment(typed: &str, now: DateTime<Utc>, pair: &PairContext) -> Result<DateTime<Utc>> {
    let zone = pair.user().zone;
    let local = now.with_timezone(&zone).naive_local();
    let at = match dates::moment_or_day(typed, now, zone, DayRole::Past)? {
        When::Day(day) => zone::resolve_wall_clock(day.and_time(local.time()), zone),
        When::Moment(at) => at,
    };
    if at > now {
        return Err(
            Failure::refused(format!("`{typed}` is in the future")).hint("leave it out for now")
        );
    }
    Ok(at)
}
