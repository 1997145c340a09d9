//! Feedback in a line.

use crate::domain::feedback::{Feedback, Remark};
use crate::domain::pair::Couple;
use crate::domain::record::Record;
use crate::view::style::{Style, paint};

/// `feedback 1 from Sam for Ana (keep): Tuesday's incident call`.
pub fn in_words(record: &Record<Feedback>, couple: &Couple) -> String {
    format!(
        "feedback {} from {} for {} ({}): {}",
        record.id,
        couple.called(record.from),
        couple.called(record.from.other()),
        record.kind,
        record.situation
    )
}

/// A gentle remark, with what to type.
pub fn remark(remark: &Remark, number: i64) -> String {
    match remark {
        Remark::Judges(word) => format!(
            "\"{word}\" is a judgement; describe what you saw or heard (`mentor feedback edit {number} --behaviour \"...\"`)"
        ),
        Remark::NoOccasion => format!(
            "say when and where it happened (`mentor feedback edit {number} --situation \"...\"`)"
        ),
    }
}

/// Whether the receiver has answered.
pub fn answered(feedback: &Feedback) -> String {
    match feedback.response {
        Some(_) => "yes".to_owned(),
        None => paint(Style::Soon, "none yet"),
    }
}
