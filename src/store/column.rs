//! How one field becomes one column and comes back.

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

/// What a column holds, as far as JSON is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnType {
    Text,
    /// A text in a form of its own, such as a zone or a span: nobody's words.
    Form,
    Day,
    Instant,
    Number,
    Yes,
    List,
    /// Earlier values, a line each: when it ended, then the value.
    History,
    /// Number of another record, in the table `to`. One that is `owned` makes no sense without it.
    Link {
        to: &'static str,
        owned: bool,
    },
    /// One of these words.
    Word(&'static [&'static str]),
}

impl ColumnType {
    /// The same where it may be missing.
    const fn optional(self) -> ColumnType {
        match self {
            ColumnType::Link { to, .. } => ColumnType::Link { to, owned: false },
            other => other,
        }
    }

    #[cfg(test)]
    /// Its JSON Schema, null included: which fields may be missing is a matter of rules, not of form.
    pub fn schema(self) -> serde_json::Value {
        use serde_json::json;
        match self {
            ColumnType::Text | ColumnType::Form => json!({ "type": ["string", "null"] }),
            ColumnType::Day => json!({ "type": ["string", "null"], "format": "date" }),
            ColumnType::Instant => json!({ "type": ["string", "null"], "format": "date-time" }),
            ColumnType::Number | ColumnType::Link { .. } => json!({ "type": ["integer", "null"] }),
            ColumnType::Yes => json!({ "type": "boolean" }),
            ColumnType::List | ColumnType::History => {
                json!({ "type": "array", "items": { "type": "string" } })
            }
            ColumnType::Word(words) => {
                let mut all: Vec<Option<&str>> = words.iter().map(|word| Some(*word)).collect();
                all.push(None);
                json!({ "enum": all })
            }
        }
    }
}

/// A type that fits one column.
pub trait ColumnValue: Sized {
    const SHAPE: ColumnType = ColumnType::Text;

    fn from_cell(value: ValueRef<'_>) -> Option<Self>;

    fn to_cell(&self) -> Value;
}

impl<C: ColumnValue> ColumnValue for Option<C> {
    const SHAPE: ColumnType = C::SHAPE.optional();

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
    const SHAPE: ColumnType = ColumnType::Number;

    fn from_cell(value: ValueRef<'_>) -> Option<Self> {
        value.as_i64().ok()
    }

    fn to_cell(&self) -> Value {
        Value::Integer(*self)
    }
}

/// A column that was added later has nothing in the rows from before.
impl ColumnValue for bool {
    const SHAPE: ColumnType = ColumnType::Yes;

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

/// One entry a line. A column that was added later has nothing in the rows from before.
impl ColumnValue for Vec<String> {
    const SHAPE: ColumnType = ColumnType::List;

    fn from_cell(value: ValueRef<'_>) -> Option<Self> {
        let text = value.as_str_or_null().ok()?.unwrap_or_default();
        Some(text.lines().map(str::to_owned).collect())
    }

    fn to_cell(&self) -> Value {
        Value::Text(self.join("\n"))
    }
}

/// One earlier value a line: the key at which it ended, then the value.
impl<K: ColumnValue + Copy + Ord, T: Display + FromStr> ColumnValue for Timeline<K, T> {
    const SHAPE: ColumnType = ColumnType::History;

    fn from_cell(value: ValueRef<'_>) -> Option<Self> {
        let text = value.as_str_or_null().ok()?.unwrap_or_default();
        let ended = text.lines().map(|line| {
            let (until, value) = line.split_once(' ')?;
            let until = K::from_cell(ValueRef::Text(until.as_bytes()))?;
            Some((until, value.parse().ok()?))
        });
        ended.collect()
    }

    /// Nothing, if it was always so: the rows from before the column was added have nothing either.
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
    const SHAPE: ColumnType = ColumnType::Instant;

    fn from_cell(value: ValueRef<'_>) -> Option<Self> {
        read_instant(text(value)?)
    }

    fn to_cell(&self) -> Value {
        Value::Text(instant(*self))
    }
}

/// The bytes of a text.
fn text(value: ValueRef<'_>) -> Option<&[u8]> {
    match value {
        ValueRef::Text(bytes) => Some(bytes),
        _ => None,
    }
}

/// Reads what `instant` writes. A report reads hundreds: this is a fraction of the work of a reader of all of RFC 3339.
fn read_instant(text: &[u8]) -> Option<DateTime<Utc>> {
    let (day, [b'T', h1, h2, b':', m1, m2, b':', s1, s2, b'Z']) = text.split_first_chunk()? else {
        return None;
    };
    let [hour, minute, second] = [[*h1, *h2], [*m1, *m2], [*s1, *s2]].map(|two| number(&two));
    let at = read_day(day)?.and_hms_opt(hour?, minute?, second?)?;
    Some(at.and_utc())
}

/// Reads `2026-12-01`, and nothing that merely resembles it.
fn read_day(text: &[u8; 10]) -> Option<NaiveDate> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text else {
        return None;
    };
    let year = number(&[y1, y2, y3, y4])?.try_into().ok()?;
    NaiveDate::from_ymd_opt(year, number(&[m1, m2])?, number(&[d1, d2])?)
}

fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |number, digit| {
        digit
            .is_ascii_digit()
            .then(|| number * 10 + u32::from(digit - b'0'))
    })
}

/// An instant as it is kept: whole seconds, UTC, `Z`.
pub fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

impl<T: TableRow> ColumnValue for Id<T> {
    const SHAPE: ColumnType = ColumnType::Link {
        to: T::TABLE,
        owned: true,
    };

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
            const SHAPE: ColumnType = ColumnType::Number;

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
    const SHAPE: ColumnType = ColumnType::Number;

    fn from_cell(value: ValueRef<'_>) -> Option<Self> {
        value.as_i64().ok()?.try_into().ok().map(Minutes)
    }

    fn to_cell(&self) -> Value {
        Value::Integer(i64::from(self.0))
    }
}

/// Types that are kept as the text they are written and read as.
macro_rules! text_cells {
    ($($type:ty, $shape:expr, $read:expr);+ $(;)?) => {$(
        impl ColumnValue for $type {
            const SHAPE: ColumnType = $shape;

            fn from_cell(value: ValueRef<'_>) -> Option<Self> {
                let read: fn(&str) -> Option<$type> = $read;
                read(value.as_str().ok()?)
            }

            fn to_cell(&self) -> Value {
                Value::Text(self.to_string())
            }
        }
    )+};
}

impl ColumnValue for NaiveDate {
    const SHAPE: ColumnType = ColumnType::Day;

    fn from_cell(value: ValueRef<'_>) -> Option<Self> {
        read_day(text(value)?.try_into().ok()?)
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

    fn day(text: &str) -> Option<NaiveDate> {
        ColumnValue::from_cell(ValueRef::Text(text.as_bytes()))
    }

    fn moment(text: &str) -> Option<DateTime<Utc>> {
        ColumnValue::from_cell(ValueRef::Text(text.as_bytes()))
    }

    #[test]
    fn days_and_instants_come_back_as_they_were_written() {
        for text in ["2026-12-01", "0001-01-01", "2024-02-29"] {
            assert_eq!(day(text).unwrap().to_string(), text);
        }
        for text in ["2026-12-01T08:00:00Z", "2026-12-31T23:59:59Z"] {
            assert_eq!(instant(moment(text).unwrap()), text);
        }
    }

    #[test]
    fn what_was_never_written_so_is_not_read() {
        for text in [
            "2026-13-01",
            "2026-02-30",
            "2026-1-1",
            "+026-12-01",
            "2026-12-01 ",
            "２０２６",
            "",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
        for text in [
            "2026-12-01T08:00:00",
            "2026-12-01 08:00:00Z",
            "2026-12-01T24:00:00Z",
            "2026-12-01T08:00:00+00:00",
        ] {
            assert_eq!(moment(text), None, "{text}");
        }
    }
}
