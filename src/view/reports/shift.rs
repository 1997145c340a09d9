//! Clock changes for programs.

use serde_json::{Value, json};

use crate::domain::offset_mismatch::OffsetMismatch;
use crate::domain::person::Side;

pub fn items(shifts: &[(Side, OffsetMismatch)]) -> Vec<Value> {
    let item = |(side, shift): &(Side, OffsetMismatch)| json!({ "at": shift.call, "side": side.word(), "minutes": shift.minutes, "from": shift.from, "until": shift.until });
    shifts.iter().map(item).collect()
}
