//! Clock changes in JSON.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use crate::domain::offset_mismatch::OffsetMismatch;
use crate::domain::person::Side;

/// A call that falls at another hour than before for one side, because clocks changed.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ClockChangeEntry {
    /// The call.
    at: DateTime<Utc>,
    /// The side whose hour changes.
    side: Side,
    /// How much later the call is than before, in minutes; negative: earlier.
    minutes: i32,
    /// The day of the change.
    from: NaiveDate,
    /// The day from which the hour is as before, if that is soon after the call.
    until: Option<NaiveDate>,
}

impl ClockChangeEntry {
    pub fn new((side, shift): &(Side, OffsetMismatch)) -> Self {
        ClockChangeEntry {
            at: shift.call,
            side: *side,
            minutes: shift.minutes,
            from: shift.from,
            until: shift.until,
        }
    }
}

/// A clock change in an answer about several pairs.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PairClockChange<'a> {
    #[serde(flatten)]
    pub change: ClockChangeEntry,
    pub pair: &'a str,
}
