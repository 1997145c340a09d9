//! The promise to review progress in the agreed rhythm.

use chrono::NaiveDate;

use crate::domain::agreement::AgreementTerms;
use crate::domain::length::Span;
use crate::domain::pair_history::PairHistory;
use crate::domain::promise::rhythm::{
    Rhythm, RhythmCounts, RhythmCourse, RhythmOccasion, first_active_day,
};
use crate::domain::promise::{
    AgreedClause, Promise, PromiseCheck, PromiseOutcome, counted_outcome,
};
use crate::domain::record::Record;
use crate::domain::review::Review;

fn span_on(history: &PairHistory<'_>, day: NaiveDate) -> Option<Span> {
    history.terms_on(day)?.review_every
}

/// Returns the day by which the next review is due, counted from the last one.
pub fn review_due(history: &PairHistory<'_>, last: Option<NaiveDate>) -> Option<NaiveDate> {
    match last {
        Some(last) => Rhythm { history, span_on }.next_after(last),
        None => first_due(history),
    }
}

/// Returns the day by which the first review is due: the agreed day, or one span after the start.
fn first_due(history: &PairHistory<'_>) -> Option<NaiveDate> {
    let mut versions = history.versions().iter();
    match versions.find_map(|version| version.agreement.terms.review_on) {
        Some(on) => first_active_day(history, on, &|day| history.terms_on(day).is_some()),
        None => Rhythm { history, span_on }.next_after(history.first_day()?),
    }
}

impl PromiseCheck<'_, '_> {
    pub(super) fn reviews(&self) -> Option<PromiseOutcome> {
        let promised = self.promised_terms(review_clause)?;
        // Reviews from before the first agreement about reviews don't count.
        let is_agreed = |review: &&Record<Review>| {
            let mut versions = self.history.versions().iter();
            versions.any(|version| {
                let terms = &version.agreement.terms;
                terms.review_on.is_some()
                    || terms.review_every.is_some() && version.from <= review.on
            })
        };
        let pair = self.history.pair();
        let held = self.facts.reviews.iter().filter(is_agreed);
        let course = RhythmCourse {
            rhythm: Rhythm { history: self.history, span_on },
            first_due,
            held: held.map(|one| RhythmOccasion { at: pair.moment_of(one), day: one.on }).collect(),
            reports: &self.reports,
        };
        let RhythmCounts { kept, of, late, .. } = course.count_deadlines(self.period);
        let late_note = match late {
            0 => String::new(),
            late => format!(", {late} held late"),
        };
        let happened = (of > 0).then(|| format!("{kept} of {of} reviews{late_note}"));
        let outcome = counted_outcome(Promise::Review, None, promised, kept, of, Vec::new());
        Some(outcome.with_late(late).with_note(happened))
    }
}

fn review_clause(terms: &AgreementTerms) -> Option<AgreedClause> {
    match (terms.review_every, terms.review_on) {
        (Some(every), _) => Some(AgreedClause::Text(format!("every {every}"))),
        (None, Some(on)) => Some(AgreedClause::On(on)),
        (None, None) => None,
    }
}
