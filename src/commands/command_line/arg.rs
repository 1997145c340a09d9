//! Arguments that commands share, and the parsing of typed text into domain values.

use chrono::NaiveDate;

use crate::app::App;
use crate::domain::cadence::CadenceError;
use crate::domain::dates::{self, DateError, DayRole, Today};
use crate::domain::length::{LengthError, Minutes};
use crate::domain::pair::PairContext;
use crate::domain::pair_history::OutsidePair;
use crate::domain::search::SearchQueryError;
use crate::domain::text;
use crate::domain::workweek::WeekError;
use crate::domain::zone::ZoneError;
use crate::error::{Failure, Result};
use crate::store::StoreError;
use crate::store::pairs;
use crate::store::read_tx::ReadTx;
use crate::view::page::csv::{CsvFormat, Separator};

// Which record: its number.
#[derive(Debug, clap::Args)]
pub struct RecordArg {
    /// Record number, as shown by `list`
    #[arg(value_name = "NUMBER", value_parser = clap::value_parser!(i64).range(1..))]
    pub number: i64,
}

// The pairs that a listing covers.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub struct ListedPairs {
    /// List those of all pairs, with a column for the pair
    #[arg(long)]
    pub all_pairs: bool,
}

impl ListedPairs {
    /// Returns all pairs by short name, or else the current one.
    pub fn find(self, app: &App<'_, '_>, tx: &ReadTx<'_>) -> Result<Vec<PairContext>> {
        // Checked here: clap does not compare with an option of the main command.
        if self.all_pairs && app.globals.pair.is_some() {
            return Err(Failure::usage("`--all-pairs` can't be used with `-p`")
                .hint("use only one of the two"));
        }
        let mut pairs = if self.all_pairs { pairs::pairs(tx)? } else { Vec::new() };
        if pairs.is_empty() {
            pairs.push(app.current_pair_to_read(tx)?);
        }
        pairs.sort_by(|one, other| one.slug().cmp(other.slug()));
        Ok(pairs)
    }

    /// Returns the short name for the note below the listing, if the listing does not show it and there are several
    /// pairs.
    pub fn implicit_slug(
        self,
        app: &App<'_, '_>,
        tx: &ReadTx<'_>,
        pairs: &[PairContext],
    ) -> Result<Option<String>> {
        match pairs {
            [pair] if !self.all_pairs => Ok(app.implicit_slug(tx, pair)?.map(str::to_owned)),
            _ => Ok(None),
        }
    }
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

/// Parses the first day of a report, if one was typed: not after the report's own day, and not before the mentorship
/// began, when nothing can have happened.
pub fn parse_since(
    typed: Option<&str>,
    until: Today,
    began: impl FnOnce() -> std::result::Result<NaiveDate, StoreError>,
) -> Result<Option<NaiveDate>> {
    let Some(since) = parse_day_arg(typed, until, DayRole::Past)? else {
        return Ok(None);
    };
    if since > until.day {
        let [first, last] = [since, until.day].map(|day| dates::format_day(day, until));
        return Err(Failure::refused(format!("`--since` ({first}) is after {last}"))
            .hint("pick an earlier day with `--since`"));
    }
    Ok(Some(since.max(began()?.min(until.day))))
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

refusals!(CadenceError, DateError, LengthError, SearchQueryError, WeekError, ZoneError);

/// Returns the failure for a day on which the pair did not exist.
pub fn outside_pair_failure(error: &OutsidePair, today: Today) -> Failure {
    Failure::refused(error.message(today)).hint(error.hint())
}

/// Returns the typed moment, if one was typed: the words `thu 17:00`, or the value of the option that replaces them.
pub fn typed_moment(words: &[String], option: Option<&str>) -> Option<String> {
    let words = || (!words.is_empty()).then(|| words.join(" "));
    option.map(str::to_owned).or_else(words)
}

/// Parses a length of time, if one was typed.
pub fn parse_minutes(typed: Option<&str>) -> Result<Option<Minutes>> {
    Ok(typed.map(Minutes::parse).transpose()?)
}
