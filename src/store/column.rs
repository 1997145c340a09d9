//! The types of columns, and the conversion of field values to and from them.

use std::fmt::Display;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use rusqlite::types::{Value, ValueRef};

use crate::domain::approach::Worked;
use crate::domain::cadence::Cadence;
use crate::domain::checkin::CheckInState;
use crate::domain::closing::Reason;
use crate::domain::feedback::FeedbackKind;
use crate::domain::followup::FollowUpState;
use crate::domain::goal::{GoalState, Moved};
use crate::domain::insight::AdviceOutcome;
use crate::domain::introduction::IntroductionState;
use crate::domain::length::{Minutes, Span};
use crate::domain::option::{NoteKind, OptionState};
use crate::domain::pair::{PairState, Slug};
use crate::domain::person::Side;
use crate::domain::pulse::PulseState;
use crate::domain::question::QuestionState;
use crate::domain::record::Id;
use crate::domain::resource::ResourceState;
use crate::domain::skill::SkillState;
use crate::domain::timeline::Timeline;
use crate::domain::topic::TopicState;
use crate::domain::zone::{self, Tz};
use crate::store::table_row::TableRow;

/// The type of a column. Search, JSON, listings and the exchange depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnType {
    Text,
    /// A text with a fixed syntax, such as a time zone or a span, which search and purge ignore.
    Form,
    Day,
    Instant,
    Number,
    Yes,
    List,
    /// Earlier values, one per line: when the value ended, then the value.
    Timeline,
    /// The number of another record, in the table `to`. An `owned` record depends on that one and is deleted with it.
    Link {
        to: &'static str,
        owned: bool,
    },
    /// One of a fixed set of words.
    Word(&'static [&'static str]),
}

impl ColumnType {
    /// Returns the type of a nullable column. A nullable link is never owned.
    const fn optional(self) -> ColumnType {
        match self {
            ColumnType::Link { to, .. } => ColumnType::Link { to, owned: false },
            other => other,
        }
    }

    /// Returns the JSON Schema of the values.
    #[cfg(test)]
    pub fn schema(self, is_nullable: bool) -> serde_json::Value {
        use serde_json::json;
        let type_of = |name| if is_nullable { json!([name, "null"]) } else { json!(name) };
        match self {
            ColumnType::Text | ColumnType::Form => json!({ "type": type_of("string") }),
            ColumnType::Day => json!({ "type": type_of("string"), "format": "date" }),
            ColumnType::Instant => json!({ "type": type_of("string"), "format": "date-time" }),
            ColumnType::Number | ColumnType::Link { .. } => json!({ "type": type_of("integer") }),
            ColumnType::Yes => json!({ "type": "boolean" }),
            ColumnType::List | ColumnType::Timeline => {
                json!({ "type": "array", "items": { "type": "string" } })
            }
            ColumnType::Word(words) => {
                let null = is_nullable.then_some(None);
                let values = words.iter().copied().map(Some).chain(null);
                json!({ "enum": values.collect::<Vec<_>>() })
            }
        }
    }
}

/// A type whose values are stored in one column.
pub trait ColumnValue: Sized {
    const COLUMN_TYPE: ColumnType = ColumnType::Text;

    /// Reads a stored value. `None`: `to_cell` would not have written it.
    fn from_cell(value: ValueRef<'_>) -> Option<Self>;

    fn to_cell(&self) -> Value;
}

impl<C: ColumnValue> ColumnValue for Option<C> {
    const COLUMN_TYPE: ColumnType = C::COLUMN_TYPE.optional();

    fn from_cell(value: ValueRef<'_>) -> Option<Self> {
        match value {
            ValueRef::Null => Some(None),
            value => C::from_cell(value).map(Some),
        }
    }

    fn to_cell(&self) -> Value {
        self.as_ref().map_or(Value::Null, C::to_cell)
    }
}

impl ColumnValue for i64 {
    const COLUMN_TYPE: ColumnType = ColumnType::Number;

    fn from_cell(value: ValueRef<'_>) -> Option<Self> {
        value.as_i64().ok()
    }

    fn to_cell(&self) -> Value {
        Value::Integer(*self)
    }
}

/// Null is false: rows that are older than the column have no value in it.
impl ColumnValue for bool {
    const COLUMN_TYPE: ColumnType = ColumnType::Yes;

    fn from_cell(value: ValueRef<'_>) -> Option<Self> {
        match value.as_i64_or_null().ok()? {
            None | Some(0) => Some(false),
            Some(1) => Some(true),
            Some(_) => None,
        }
    }

    fn to_cell(&self) -> Value {
        Value::Integer(i64::from(*self))
    }
}

impl ColumnValue for String {
    fn from_cell(value: ValueRef<'_>) -> Option<Self> {
        value.as_str().ok().map(str::to_owned)
    }

    fn to_cell(&self) -> Value {
        Value::Text(self.clone())
    }
}

/// One entry per line. Null is an empty list: rows that are older than the column have no value in it.
impl ColumnValue for Vec<String> {
    const COLUMN_TYPE: ColumnType = ColumnType::List;

    fn from_cell(value: ValueRef<'_>) -> Option<Self> {
        let text = value.as_str_or_null().ok()?.unwrap_or_default();
        Some(text.lines().map(str::to_owned).collect())
    }

    fn to_cell(&self) -> Value {
        Value::Text(self.join("\n"))
    }
}

/// One earlier value per line: the key at which it ended, then the value.
impl<K: ColumnValue + Copy + Ord, T: Display + FromStr> ColumnValue for Timeline<K, T> {
    const COLUMN_TYPE: ColumnType = ColumnType::Timeline;

    fn from_cell(value: ValueRef<'_>) -> Option<Self> {
        let text = value.as_str_or_null().ok()?.unwrap_or_default();
        let ended = text.lines().map(|line| {
            let (until, value) = line.split_once(' ')?;
            let until = K::from_cell(ValueRef::Text(until.as_bytes()))?;
            Some((until, value.parse().ok()?))
        });
        ended.collect()
    }

    /// Returns null if there are no earlier values, as in rows that are older than the column.
    fn to_cell(&self) -> Value {
        if self.is_empty() {
            return Value::Null;
        }
        let lines = self.earlier().map(|(_, until, value)| {
            let until = match until.to_cell() {
                Value::Text(until) => until,
                _ => String::new(),
            };
            format!("{until} {value}")
        });
        Value::Text(lines.collect::<Vec<_>>().join("\n"))
    }
}

impl ColumnValue for DateTime<Utc> {
    const COLUMN_TYPE: ColumnType = ColumnType::Instant;

    fn from_cell(value: ValueRef<'_>) -> Option<Self> {
        parse_instant(text_bytes(value)?)
    }

    fn to_cell(&self) -> Value {
        Value::Text(instant(*self))
    }
}

/// Returns the bytes of a text value. `None`: the value has another type.
fn text_bytes(value: ValueRef<'_>) -> Option<&[u8]> {
    match value {
        ValueRef::Text(bytes) => Some(bytes),
        _ => None,
    }
}

/// Parses what `instant` writes. A report reads hundreds of instants, and this costs a fraction of a full RFC 3339
/// parser.
fn parse_instant(text: &[u8]) -> Option<DateTime<Utc>> {
    let (day, [b'T', h1, h2, b':', m1, m2, b':', s1, s2, b'Z']) = text.split_first_chunk()? else {
        return None;
    };
    let [hour, minute, second] =
        [[*h1, *h2], [*m1, *m2], [*s1, *s2]].map(|digits| parse_digits(&digits));
    let at = parse_stored_day(day)?.and_hms_opt(hour?, minute?, second?)?;
    Some(at.and_utc())
}

/// Parses a date of exactly the form `2026-12-01`.
fn parse_stored_day(text: &[u8; 10]) -> Option<NaiveDate> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text else {
        return None;
    };
    let year = parse_digits(&[y1, y2, y3, y4])?.try_into().ok()?;
    NaiveDate::from_ymd_opt(year, parse_digits(&[m1, m2])?, parse_digits(&[d1, d2])?)
}

fn parse_digits(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |number, digit| {
        digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0'))
    })
}

/// The last instant that can be stored, since a stored year has four digits.
const LAST_INSTANT: DateTime<Utc> = match DateTime::from_timestamp(253_402_300_799, 0) {
    Some(at) => at,
    None => DateTime::<Utc>::MAX_UTC,
};

/// Formats an instant for storage: in UTC, in whole seconds, with `Z`. One after the year 9999 becomes the last that can
/// be read back.
pub fn instant(at: DateTime<Utc>) -> String {
    at.min(LAST_INSTANT).to_rfc3339_opts(SecondsFormat::Secs, true)
}

impl<T: TableRow> ColumnValue for Id<T> {
    const COLUMN_TYPE: ColumnType = ColumnType::Link { to: T::TABLE, owned: true };

    fn from_cell(value: ValueRef<'_>) -> Option<Self> {
        value.as_i64().ok().map(Id::new)
    }

    fn to_cell(&self) -> Value {
        Value::Integer(self.number())
    }
}

macro_rules! number_cells {
    ($($type:ty),+) => {$(
        impl ColumnValue for $type {
            const COLUMN_TYPE: ColumnType = ColumnType::Number;

            fn from_cell(value: ValueRef<'_>) -> Option<Self> {
                value.as_i64().ok()?.try_into().ok()
            }

            fn to_cell(&self) -> Value {
                Value::Integer(i64::from(*self))
            }
        }
    )+};
}
number_cells!(u8, u32);

impl ColumnValue for Minutes {
    const COLUMN_TYPE: ColumnType = ColumnType::Number;

    fn from_cell(value: ValueRef<'_>) -> Option<Self> {
        value.as_i64().ok()?.try_into().ok().map(Minutes)
    }

    fn to_cell(&self) -> Value {
        Value::Integer(i64::from(self.0))
    }
}

/// Implements `ColumnValue` for types stored as the text that `Display` writes.
macro_rules! text_cells {
    ($($type:ty, $column_type:expr, $parse:expr);+ $(;)?) => {$(
        impl ColumnValue for $type {
            const COLUMN_TYPE: ColumnType = $column_type;

            fn from_cell(value: ValueRef<'_>) -> Option<Self> {
                let parse: fn(&str) -> Option<$type> = $parse;
                parse(value.as_str().ok()?)
            }

            fn to_cell(&self) -> Value {
                Value::Text(self.to_string())
            }
        }
    )+};
}

impl ColumnValue for NaiveDate {
    const COLUMN_TYPE: ColumnType = ColumnType::Day;

    fn from_cell(value: ValueRef<'_>) -> Option<Self> {
        parse_stored_day(text_bytes(value)?.try_into().ok()?)
    }

    fn to_cell(&self) -> Value {
        Value::Text(self.to_string())
    }
}

text_cells! {
    Tz, ColumnType::Form, |text| zone::find_zone(text);
    Span, ColumnType::Form, |text| Span::parse(text).ok();
    Cadence, ColumnType::Form, |text| Cadence::parse(text, Tz::UTC).ok();
    Side, ColumnType::Word(Side::WORDS), |text| text.parse().ok();
    PairState, ColumnType::Word(PairState::WORDS), |text| text.parse().ok();
    GoalState, ColumnType::Word(GoalState::WORDS), |text| text.parse().ok();
    CheckInState, ColumnType::Word(CheckInState::WORDS), |text| text.parse().ok();
    TopicState, ColumnType::Word(TopicState::WORDS), |text| text.parse().ok();
    FollowUpState, ColumnType::Word(FollowUpState::WORDS), |text| text.parse().ok();
    FeedbackKind, ColumnType::Word(FeedbackKind::WORDS), |text| text.parse().ok();
    AdviceOutcome, ColumnType::Word(AdviceOutcome::WORDS), |text| text.parse().ok();
    QuestionState, ColumnType::Word(QuestionState::WORDS), |text| text.parse().ok();
    PulseState, ColumnType::Word(PulseState::WORDS), |text| text.parse().ok();
    IntroductionState, ColumnType::Word(IntroductionState::WORDS), |text| text.parse().ok();
    SkillState, ColumnType::Word(SkillState::WORDS), |text| text.parse().ok();
    ResourceState, ColumnType::Word(ResourceState::WORDS), |text| text.parse().ok();
    OptionState, ColumnType::Word(OptionState::WORDS), |text| text.parse().ok();
    NoteKind, ColumnType::Word(NoteKind::WORDS), |text| text.parse().ok();
    Worked, ColumnType::Word(Worked::WORDS), |text| text.parse().ok();
    Reason, ColumnType::Word(Reason::WORDS), |text| text.parse().ok();
    Moved, ColumnType::Word(Moved::WORDS), |text| text.parse().ok();
}

impl ColumnValue for Slug {
    fn from_cell(value: ValueRef<'_>) -> Option<Self> {
        Slug::parse(value.as_str().ok()?).ok()
    }

    fn to_cell(&self) -> Value {
        Value::Text(self.as_str().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stored_day(text: &str) -> Option<NaiveDate> {
        ColumnValue::from_cell(ValueRef::Text(text.as_bytes()))
    }

    fn stored_instant(text: &str) -> Option<DateTime<Utc>> {
        ColumnValue::from_cell(ValueRef::Text(text.as_bytes()))
    }

    #[test]
    fn stored_days_and_instants_read_back_unchanged() {
        for text in ["2026-12-01", "0001-01-01", "2024-02-29"] {
            assert_eq!(stored_day(text).unwrap().to_string(), text);
        }
        for text in ["2026-12-01T08:00:00Z", "2026-12-31T23:59:59Z"] {
            assert_eq!(instant(stored_instant(text).unwrap()), text);
        }
        assert_eq!(instant(DateTime::<Utc>::MAX_UTC), "9999-12-31T23:59:59Z");
    }

    #[test]
    fn days_and_instants_in_any_other_form_are_rejected() {
        for text in
            ["2026-13-01", "2026-02-30", "2026-1-1", "+026-12-01", "2026-12-01 ", "２０２６", ""]
        {
            assert_eq!(stored_day(text), None, "{text}");
        }
        for text in [
            "2026-12-01T08:00:00", "2026-12-01 08:00:00Z", "2026-12-01T24:00:00Z",
            "2026-12-01T08:00:00+00:00",
        ] {
            assert_eq!(stored_instant(text), None, "{text}");
        }
    }
}
