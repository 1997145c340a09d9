//! Topics in a line.

use crate::domain::pair::PairContext;
use crate::domain::record::Record;
use crate::domain::topic::Topic;
use crate::view::page::output_mode::{OutputMode, TIMES};
use crate::view::page::style::{Style, paint};

/// Names a topic: `topic 1 from Ana: How to say no`.
pub fn in_words(record: &Record<Topic>, pair: &PairContext) -> String {
    let from = pair.first_name(record.from);
    format!("topic {} from {from}: {}", record.id, record.title)
}

/// Returns `carried 2×`; empty for a new topic.
pub fn carried_note(times: i64, mode: OutputMode) -> String {
    let note = || format!("carried over {times}{}", TIMES.in_mode(mode));
    match times {
        0 => String::new(),
        1..3 => note(),
        _ => paint(Style::Soon, &note()),
    }
}
