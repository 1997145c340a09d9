//! The values given for a record, parsed into its fields. A field without a value stays unchanged.

use std::str::FromStr;

use chrono::{DateTime, NaiveDate, Utc};

use crate::app;
use crate::commands::command_line::arg::outside_pair_failure;
use crate::domain::dates::{self, DayOrMoment, DayRole, Now, Today};
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
    pub now: Now,
    /// Looks up other records; `None` while questions are still being asked.
    tx: Option<&'g ReadTx<'g>>,
}

impl<'g> FormInput<'g> {
    pub fn new(
        values: &'g FormValues,
        pair: &'g PairContext,
        now: Now,
        tx: Option<&'g ReadTx<'g>>,
    ) -> Self {
        FormInput { values, pair, now, tx }
    }

    /// Returns the open transaction; `None` while questions are still being asked.
    pub fn tx(&self) -> Option<&'g ReadTx<'g>> {
        self.tx
    }

    /// Parses every entry of a list with `parse`.
    pub fn parse_each<T>(&self, key: &str, parse: impl Fn(&str) -> Result<T>) -> Result<Vec<T>> {
        self.values.parse_list(key, parse)
    }

    /// Returns the value of a field as it was typed.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.values.get(key)
    }

    pub fn has(&self, key: &str) -> bool {
        !self.values.get_all(key).is_empty()
    }

    /// Whether the given list replaces the stored one instead of extending it.
    pub fn replaces_list(&self, key: &str) -> bool {
        self.has(key) && self.values.replaces_list(key)
    }

    /// Returns today's date in the time zone of a side.
    pub fn today_of(&self, side: Side) -> Today {
        words::today(self.pair.person(side), self.now)
    }

    /// Returns today's date in the user's time zone.
    pub fn today(&self) -> Today {
        self.today_of(self.pair.user_side())
    }

    /// Sets the field to what `parse` makes of the value, if one was given.
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

    /// Like `apply`, for an optional field: an empty value clears it.
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

    /// Sets a single line of text that must not be empty.
    pub fn line(&self, key: &'static str, field: &mut String) -> Result<()> {
        self.apply(key, field, |typed| Ok(text::parse_title(words::field_label(key), typed)?))
    }

    /// Sets a text that must not be empty.
    pub fn text(&self, key: &'static str, field: &mut String) -> Result<()> {
        self.apply(key, field, |typed| Ok(text::parse_body(words::field_label(key), typed)?))
    }

    pub fn optional_text(&self, key: &'static str, field: &mut Option<String>) -> Result<()> {
        self.apply_optional(key, field, |typed| {
            Ok(text::parse_body(words::field_label(key), typed)?)
        })
    }

    /// Replaces a list of lines; empty entries are dropped.
    pub fn lines(&self, key: &'static str, field: &mut Vec<String>) -> Result<()> {
        if !self.has(key) {
            return Ok(());
        }
        let read = |typed: &str| match typed.trim() {
            "" => Ok(None),
            _ => Ok(Some(text::parse_title(words::field_label(key), typed)?)),
        };
        *field = self.values.parse_list(key, read)?.into_iter().flatten().collect();
        Ok(())
    }

    /// Sets the day on which something happened: today or earlier in the time zone of `side`.
    pub fn past_day(&self, key: &str, side: Side, field: &mut NaiveDate) -> Result<()> {
        let today = self.today_of(side);
        self.apply(key, field, |typed| self.parse_past_day(typed, today))
    }

    /// Parses the day on which something happened.
    pub fn parse_past_day(&self, typed: &str, today: Today) -> Result<NaiveDate> {
        let day = ensure_not_future(dates::parse_day(typed, today, DayRole::Past)?, today)?;
        self.ensure_within(day)?;
        Ok(day)
    }

    /// Sets a moment that is not in the future, read in the user's zone.
    pub fn past_moment(&self, key: &str, field: &mut DateTime<Utc>) -> Result<()> {
        self.apply(key, field, |typed| {
            let at = parse_past_moment(typed, self.now, self.pair)?;
            self.ensure_within(self.pair.pair_day(at))?;
            Ok(at)
        })
    }

    /// Checks that the day lies within the pair's time, once a transaction is open.
    fn ensure_within(&self, day: NaiveDate) -> Result<()> {
        self.tx.map_or(Ok(()), |tx| ensure_within(tx, self.pair, day, self.today()))
    }

    /// Sets the day by which or on which something is to happen, in the time zone of `side`.
    pub fn optional_day(&self, key: &str, side: Side, field: &mut Option<NaiveDate>) -> Result<()> {
        let today = self.today_of(side);
        self.apply_optional(key, field, |typed| {
            Ok(dates::parse_day(typed, today, DayRole::Deadline)?)
        })
    }

    pub fn side(&self, key: &str, field: &mut Side) -> Result<()> {
        self.apply(key, field, |typed| app::parse_side(self.pair, typed))
    }

    /// Sets one of a fixed set of words.
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

    /// Sets a link to another record of the same pair, by its number.
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
        self.apply(key, field, parse_yes_no)
    }
}

/// Parses `yes` or `no`; also accepts `true` and `false`.
pub fn parse_yes_no(typed: &str) -> Result<bool> {
    match typed.trim() {
        "yes" | "true" => Ok(true),
        "no" | "false" => Ok(false),
        _ => Err(Failure::refused(format!("`{typed}` is neither `yes` nor `no`"))),
    }
}

pub fn parse_record_number(typed: &str) -> Result<i64> {
    let number = typed.trim().parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| Failure::refused(format!("`{typed}` is not a record number")))
}

/// Maximum number of records in a range such as `4-6`.
const MAX_RANGE_NUMBERS: i64 = 1000;

/// Parses record numbers: `5`, `1,2` or `4-6`, or several of these separated by spaces.
pub fn parse_record_numbers(typed: &str) -> Result<Vec<i64>> {
    let mut numbers = Vec::new();
    let words = typed.split_whitespace();
    for part in words.flat_map(|word| word.trim_end_matches(',').split(',')) {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        match (parse_record_number(first), parse_record_number(last)) {
            (Ok(first), Ok(last)) if (first..first + MAX_RANGE_NUMBERS).contains(&last) => {
                numbers.extend(first..=last);
            }
            _ => return Err(not_numbers(typed)),
        }
    }
    if numbers.is_empty() { Err(not_numbers(typed)) } else { Ok(numbers) }
}

fn not_numbers(typed: &str) -> Failure {
    Failure::refused(format!("`{typed}` is not a record number")).hint("write `5`, `1,2` or `4-6`")
}

/// Fails if the day is after today.
pub fn ensure_not_future(day: NaiveDate, today: Today) -> Result<NaiveDate> {
    if day > today.day {
        let day = dates::format_day(day, today);
        return Err(
            Failure::refused(format!("{day} is in the future")).hint("leave the day out for today")
        );
    }
    Ok(day)
}

/// Parses the day on which something happened; `None` means today.
pub fn parse_past_day(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    typed: Option<&str>,
    today: Today,
) -> Result<NaiveDate> {
    let Some(typed) = typed else {
        return Ok(today.day);
    };
    let day = ensure_not_future(dates::parse_day(typed, today, DayRole::Past)?, today)?;
    ensure_within(tx, pair, day, today)?;
    Ok(day)
}

/// Checks that the pair had begun by `day` and had not ended before it.
pub fn ensure_within(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    day: NaiveDate,
    today: Today,
) -> Result<()> {
    let began = histories::first_day(tx, pair)?;
    pair_history::ensure_within(pair, began, day)
        .map_err(|outside| outside_pair_failure(&outside, today))
}

/// Parses a moment that is not in the future, in the user's zone. A day alone means that day at the current time of
/// day.
pub fn parse_past_moment(typed: &str, now: Now, pair: &PairContext) -> Result<DateTime<Utc>> {
    let zone = pair.user().zone;
    let local = now.at.with_timezone(&zone).naive_local();
    let at = match dates::moment_or_day(typed, now, zone, DayRole::Past)? {
        DayOrMoment::Day(day) => zone::resolve_wall_clock(day.and_time(local.time()), zone),
        DayOrMoment::Moment(at) => at,
    };
    if at > now.at {
        return Err(
            Failure::refused(format!("`{typed}` is in the future")).hint("leave it out for now")
        );
    }
    Ok(at)
}
