//! Insights: what came of them, and when they come back.

use chrono::NaiveDate;

use crate::domain::dates;
use crate::domain::note::{AdviceOutcome, Insight, Recall};
use crate::domain::record::Record;
use crate::view::look::GAP;

/// `Insight 1 helped: Write the decision down`.
pub fn came_of(insight: &Record<Insight>) -> String {
    let what = insight.outcome.map_or("is open", outcome);
    format!("Insight {} {what}: {}", insight.id, insight.title)
}

/// What became of advice, as the end of a sentence.
pub fn outcome(outcome: AdviceOutcome) -> &'static str {
    match outcome {
        AdviceOutcome::Helped => "was taken and helped",
        AdviceOutcome::DidNotHelp => "was taken and did not help",
        AdviceOutcome::NotTaken => "was not taken",
    }
}

/// `Insight 1 explained from memory; it comes back on Tue 12 Jan (in 4 weeks)`.
pub fn recalled(insight: &Record<Insight>, days: &[NaiveDate], today: NaiveDate) -> String {
    let next = match insight.recall_on(days) {
        Some(day) => format!("; it comes back on {}", dates::spoken(day, today)),
        None => "; that was the last time".to_owned(),
    };
    format!("Insight {} explained from memory{next}", insight.id)
}

/// `Tue 15 Dec: …`, the mentee's own words.
pub fn recall(recall: &Recall, today: NaiveDate) -> String {
    format!("{}{GAP}{}", dates::short(recall.on, today), recall.words)
}
