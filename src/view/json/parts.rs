//! Objects that several reports contain.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use crate::domain::checkin::CheckIn;
use crate::domain::feedback::{Feedback, FeedbackKind};
use crate::domain::pair_item::PairItem;
use crate::domain::person::Side;
use crate::domain::promise::Period;
use crate::domain::record::{Id, Record};
use crate::domain::snapshot::PairSnapshot;

/// The moment that a report describes, under the same two names in every report. Their `as_of` is older: it is the
/// moment in some reports and the day in others.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ReportMoment {
    /// The moment that the report describes.
    pub as_of_moment: DateTime<Utc>,
    /// The date of that moment in the user's time zone.
    pub as_of_day: NaiveDate,
}

impl From<&PairSnapshot> for ReportMoment {
    fn from(snapshot: &PairSnapshot) -> Self {
        ReportMoment {
            as_of_moment: snapshot.now.at,
            as_of_day: snapshot.pair.user().day_at(snapshot.now.at),
        }
    }
}

impl From<Period> for ReportMoment {
    fn from(period: Period) -> Self {
        ReportMoment { as_of_moment: period.until, as_of_day: period.last_day }
    }
}

/// A record with its title.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TitledRecord<'a> {
    #[cfg_attr(test, schemars(range(min = 0)))]
    id: i64,
    title: Cow<'a, str>,
}

impl<'a, T: PairItem> From<&'a Record<T>> for TitledRecord<'a> {
    fn from(record: &'a Record<T>) -> Self {
        TitledRecord { id: record.id.number(), title: record.title() }
    }
}

/// A record with its title and the day it is about.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DatedRecord<'a> {
    #[serde(flatten)]
    pub record: TitledRecord<'a>,
    pub on: NaiveDate,
}

impl<'a> DatedRecord<'a> {
    pub fn new<T: PairItem>(record: &'a Record<T>, on: NaiveDate) -> Self {
        let record = record.into();
        DatedRecord { record, on }
    }
}

/// Feedback, without what was observed and what it did.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct FeedbackEntry<'a> {
    id: Id<Feedback>,
    from: Side,
    kind: FeedbackKind,
    situation: &'a str,
}

impl<'a> From<&'a Record<Feedback>> for FeedbackEntry<'a> {
    fn from(record: &'a Record<Feedback>) -> Self {
        FeedbackEntry {
            id: record.id,
            from: record.from,
            kind: record.kind,
            situation: &record.situation,
        }
    }
}

/// What the last check-in that was held left behind; empty before the first one.
#[derive(Debug, Default, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CheckInOutcome<'a> {
    decisions: &'a [String],
    blockers: &'a [String],
}

impl<'a> From<&'a Record<CheckIn>> for CheckInOutcome<'a> {
    fn from(call: &'a Record<CheckIn>) -> Self {
        CheckInOutcome { decisions: &call.decisions, blockers: &call.blockers }
    }
}

/// The same for the mentor and for the mentee.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct BySide<T> {
    pub mentor: T,
    pub mentee: T,
}

impl<T> BySide<T> {
    pub fn new(value: impl FnMut(Side) -> T) -> Self {
        let [mentor, mentee] = [Side::Mentor, Side::Mentee].map(value);
        BySide { mentor, mentee }
    }
}
