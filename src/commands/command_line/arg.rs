//! Arguments that commands share, and the parsing of typed text into domain values.

use chrono::NaiveDate;

use crate::domain::cadence::CadenceError;
use crate::domain::dates::{self, DateError, DayRole, Today};
use crate::domain::length::{LengthError, Minutes};
use crate::domain::pair_history::OutsidePair;
use crate::domain::search::SearchQueryError;
use crate::domain::text;
use crate::domain::workweek::WeekError;
use crate::domain::zone::ZoneError;
use crate::error::{Failure, Result};
use crate::view::page::csv::{CsvFormat, Separator};

// Which record: its number.
#[derive(Debug, clap::Args)]
pub struct RecordArg {
    /// Record number, as shown by `list`
    #[arg(value_name = "NUMBER", value_parser = clap::value_parser!(i64).range(1..))]
    pub number: i64,
}

// The formats of a listing for other programs.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub struct CsvArgs {
    /// Print CSV with a header, untruncated
    #[arg(long, group = "cells", conflicts_with = "json")]
    csv: bool,

    /// As CSV with tabs instead of commas
    #[arg(long, group = "cells", conflicts_with = "json")]
    tsv: bool,

    /// Escape cells that a spreadsheet would run as formulas
    #[arg(long, requires = "cells")]
    for_spreadsheet: bool,
}

impl CsvArgs {
    /// Returns the requested CSV format; `None`: CSV was not requested.
    pub fn format(&self) -> Option<CsvFormat> {
        let separator = match (self.csv, self.tsv) {
            (true, _) => Separator::Comma,
            (_, true) => Separator::Tab,
            _ => return None,
        };
        Some(CsvFormat { separator, is_for_spreadsheet: self.for_spreadsheet })
    }
}

// The day that a report is made for.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct AsOf {
    /// Report as of another day
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
}

impl AsOf {
    /// Returns the day as it was typed.
    pub fn typed_day(&self) -> Option<&str> {
        self.as_of.as_deref()
    }
}

/// Parses a day, if one was typed.
pub fn parse_day_arg(
    typed: Option<&str>,
    today: Today,
    role: DayRole,
) -> Result<Option<NaiveDate>> {
    Ok(typed.map(|text| dates::parse_day(text, today, role)).transpose()?)
}

/// Returns the failure for a period that would end before it begins.
pub fn inverted_period_failure(since: NaiveDate, until: NaiveDate) -> Failure {
    Failure::refused(format!("`--since` ({since}) is after {until}"))
        .hint("pick an earlier day with `--since`")
}

/// Parses a text, if one was typed; an empty one is refused. `label` names it in the failure.
pub fn parse_text(label: &'static str, typed: Option<&str>) -> Result<Option<String>> {
    Ok(typed.map(|typed| text::parse_body(label, typed)).transpose()?)
}

/// Converts domain errors that carry their own sentence and hint.
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
    CadenceError, DateError, LengthError, OutsidePair, SearchQueryError, WeekError, ZoneError
);

/// Returns the typed moment: the words `thu 17:00`, or the value of the option that replaces them.
pub fn typed_moment(words: &[String], option: Option<&str>) -> String {
    option.map_or_else(|| words.join(" "), str::to_owned)
}

/// Parses a length of time, if one was typed.
pub fn parse_minutes(typed: Option<&str>) -> Result<Option<Minutes>> {
    Ok(typed.map(Minutes::parse).transpose()?)
}
