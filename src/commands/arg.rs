//! Arguments that commands share, and how what was typed becomes a domain value.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::cadence::CadenceError;
use crate::domain::dates::{self, DateError};
use crate::domain::length::{LengthError, Minutes};
use crate::domain::promise::Period;
use crate::domain::search::QueryError;
use crate::domain::text;
use crate::domain::workweek::WeekError;
use crate::domain::zone::{self, Tz, ZoneError};
use crate::error::{Failure, Result};
use crate::view::csv::{Separator, Sheet};

// Which record: its number.
#[derive(Debug, clap::Args)]
pub struct Number {
    /// Number of the record, as the listing shows it
    #[arg(value_name = "NUMBER", value_parser = clap::value_parser!(i64).range(1..))]
    pub number: i64,
}

// A listing as cells, for other programs.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub struct Cells {
    /// As CSV: a header, then a line for each, nothing cut
    #[arg(long, group = "cells", conflicts_with = "json")]
    csv: bool,

    /// As CSV with tabs instead of commas
    #[arg(long, group = "cells", conflicts_with = "json")]
    tsv: bool,

    /// Cells that are safe to open in a spreadsheet: none is taken for a formula
    #[arg(long, requires = "cells")]
    for_spreadsheet: bool,
}

impl Cells {
    /// The form of the cells; none: cells were not asked for.
    pub fn sheet(&self) -> Option<Sheet> {
        let separator = match (self.csv, self.tsv) {
            (true, _) => Separator::Comma,
            (_, true) => Separator::Tab,
            _ => return None,
        };
        Some(Sheet {
            separator,
            is_for_spreadsheet: self.for_spreadsheet,
        })
    }
}

// The same report for another day.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct AsOf {
    /// Make the report as it would be on another day
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
}

impl AsOf {
    /// The moment the report is made for: now, or the same time of day on the day that was named.
    pub fn moment(&self, now: DateTime<Utc>, zone: Tz) -> Result<DateTime<Utc>> {
        let Some(typed) = &self.as_of else {
            return Ok(now);
        };
        let local = now.with_timezone(&zone).naive_local();
        let day = dates::day(typed, local.date())?;
        Ok(zone::wall_clock(day.and_time(local.time()), zone))
    }

    /// The day the report is made for, in a zone.
    pub fn day(&self, now: DateTime<Utc>, zone: Tz) -> Result<NaiveDate> {
        Ok(self.moment(now, zone)?.with_timezone(&zone).date_naive())
    }
}

/// A day, if one was typed.
pub fn day(typed: Option<&str>, today: NaiveDate) -> Result<Option<NaiveDate>> {
    Ok(typed.map(|text| dates::day(text, today)).transpose()?)
}

/// The days from the one that was typed, or else from `beginning`, until the last one.
pub fn period(since: Option<&str>, beginning: NaiveDate, until: NaiveDate) -> Result<Period> {
    let since = day(since, until)?.unwrap_or(beginning);
    if since > until {
        let refused = format!("a period can't begin on {since} and end on {until}");
        return Err(Failure::refused(refused).hint("pick an earlier day with `--since`"));
    }
    Ok(Period { since, until })
}

/// A text, if one was typed; an empty one is refused.
pub fn body(what: &'static str, typed: Option<&str>) -> Result<Option<String>> {
    Ok(typed.map(|typed| text::body(what, typed)).transpose()?)
}

/// The domain's own sentence and hint are what the user is told.
macro_rules! refusals {
    ($($error:ty),+ $(,)?) => {$(
        impl From<$error> for Failure {
            fn from(error: $error) -> Self {
                Failure::refused(error.to_string()).hint(error.hint())
            }
        }
    )+};
}

refusals!(
    CadenceError,
    DateError,
    LengthError,
    QueryError,
    WeekError,
    ZoneError
);

/// Minutes, if they were typed.
pub fn minutes(typed: Option<&str>) -> Result<Option<Minutes>> {
    Ok(typed.map(Minutes::parse).transpose()?)
}
