//! Objects that several reports contain.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::checkin::CheckIn;
use crate::domain::feedback::{Feedback, FeedbackKind};
use crate::domain::pair_item::PairItem;
use crate::domain::person::Side;
use crate::domain::record::{Id, Record};

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
