//! Feedback in a line.

use crate::domain::feedback::{Feedback, FeedbackRemark};
use crate::domain::pair::PairContext;
use crate::domain::record::Record;
use crate::view::page::style::{Style, paint};

/// Names a record of feedback: `feedback 1 from Sam for Ana (keep): Tuesday's incident call`.
pub fn summary(record: &Record<Feedback>, pair: &PairContext) -> String {
    format!(
        "feedback {} from {} for {} ({}): {}",
        record.id,
        pair.first_name(record.from),
        pair.first_name(record.from.other()),
        record.kind,
        record.situation
    )
}

/// Suggests an improvement and the command for it.
pub fn remark(remark: &FeedbackRemark, number: i64) -> String {
    match remark {
        FeedbackRemark::Judges(word) => format!(
            "\"{word}\" is a judgement; describe what you saw or heard (`mentor feedback edit {number} --behaviour \"...\"`)"
        ),
        FeedbackRemark::NoOccasion => format!(
            "say when and where it happened (`mentor feedback edit {number} --situation \"...\"`)"
        ),
    }
}

/// Returns the response of the receiver, or says that there is none.
pub fn response_text(feedback: &Feedback) -> String {
    match feedback.response {
        Some(_) => "yes".to_owned(),
        None => paint(Style::Soon, "none yet"),
    }
}
