//! Advice: outcomes and recalls.

use chrono::NaiveDate;

use crate::domain::dates::{self, Today};
use crate::domain::insight::{AdviceOutcome, Insight, Recall};
use crate::domain::record::Record;
use crate::view::page::output_mode::{GAP, OutputMode};

/// Confirms an outcome: `Recorded outcome of advice 1: tried, and it helped`.
pub fn outcome_message(insight: &Record<Insight>) -> String {
    let result = insight.outcome.map_or("is open", outcome);
    format!("Recorded outcome of advice {}: {result}", insight.id)
}

/// Describes an outcome at the end of a sentence.
pub fn outcome(outcome: AdviceOutcome) -> &'static str {
    match outcome {
        AdviceOutcome::Helped => "tried, and it helped",
        AdviceOutcome::DidNotHelp => "tried, but it didn't help",
        AdviceOutcome::NotTaken => "not tried",
    }
}

/// Confirms a recall: `Recalled advice 1; next recall on Tue 12 Jan (in 4 weeks)`.
pub fn recall_message(insight: &Record<Insight>, days: &[NaiveDate], today: Today) -> String {
    let next = match insight.recall_on(days) {
        Some(day) => format!("; next recall on {}", dates::format_day_and_distance(day, today)),
        None => "; no more recalls".to_owned(),
    };
    format!("Recalled advice {}{next}", insight.id)
}

/// Formats a recall in the mentee's words: `Tue 15 Dec: …`.
pub fn recall(recall: &Recall, today: Today, mode: OutputMode) -> String {
    format!("{}{}{}", dates::format_day(recall.on, today), GAP.in_mode(mode), recall.words)
}
