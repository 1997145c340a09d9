//! Clock changes for programs.

use serde_json::{Value, json};

use crate::domain::person::Side;
use crate::domain::shift::Shift;

pub fn items(shifts: &[(Side, Shift)]) -> Vec<Value> {
    let item = |(side, shift): &(Side, Shift)| json!({ "at": shift.call, "side": side.word(), "minutes": shift.minutes, "from": shift.from, "until": shift.until });
    shifts.iter().map(item).collect()
}
