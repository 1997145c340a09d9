//! The months by which dated records are counted.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use rusqlite::types::ValueRef;

use crate::store::column::instant;

/// A calendar month, counted from January of the year 0.
pub(super) type Month = i64;

/// The month of records without a day.
pub(super) const NO_MONTH: Month = 0;
pub(super) const FIRST_MONTH: Month = 12;
pub(super) const LAST_MONTH: Month = 12 * 9999 + 11;

/// A day or moment by which records are counted.
pub(in crate::store) trait MonthKey: Copy {
    /// Returns the stored text, which sorts by time.
    fn text(self) -> String;

    fn month(self) -> Month;
}

impl MonthKey for NaiveDate {
    fn text(self) -> String {
        match self.year() {
            ..1 => "0001-01-01".to_owned(),
            10_000.. => "9999-13".to_owned(),
            _ => self.to_string(),
        }
    }

    fn month(self) -> Month {
        let year = i64::from(self.year());
        (year * 12 + i64::from(self.month0())).clamp(FIRST_MONTH, LAST_MONTH)
    }
}

impl MonthKey for DateTime<Utc> {
    fn text(self) -> String {
        instant(self)
    }

    fn month(self) -> Month {
        self.date_naive().month()
    }
}

/// Returns the month of a stored day or moment, or `NO_MONTH` for any other value.
pub(super) fn month_of(value: ValueRef<'_>) -> Month {
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0, |number, digit| {
            digit.is_ascii_digit().then(|| number * 10 + Month::from(digit - b'0'))
        })
    };
    let (ValueRef::Text(text) | ValueRef::Blob(text)) = value else {
        return NO_MONTH;
    };
    match text {
        [y1, y2, y3, y4, b'-', m1, m2, ..] => {
            let year = number(&[*y1, *y2, *y3, *y4]);
            let month = number(&[*m1, *m2]);
            year.zip(month).map_or(NO_MONTH, |(year, month)| year * 12 + month - 1)
        }
        _ => NO_MONTH,
    }
}
