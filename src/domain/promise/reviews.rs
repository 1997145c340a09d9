//! Progress reviews, against the rhythm that was agreed for them.

use chrono::NaiveDate;

use crate::domain::agreement::AgreementTerms;
use crate::domain::length::Span;
use crate::domain::pair_history::PairHistory;
use crate::domain::promise::rhythm::{Rhythm, Start, Tally, first_active_day};
use crate::domain::promise::{Promise, PromiseCheck, PromiseOutcome, counted_outcome};
use crate::domain::record::Record;
use crate::domain::review::Review;

fn span_on(history: &PairHistory<'_>, day: NaiveDate) -> Option<Span> {
    history.terms_on(day)?.review_every
}

/// The day by which the next review should take place, counted from the last one.
pub fn review_due(history: &PairHistory<'_>, last: Option<NaiveDate>) -> Option<NaiveDate> {
    let span_on = |day| span_on(history, day);
    let rhythm = Rhythm {
        history,
        span_on: &span_on,
    };
    match last {
        Some(last) => rhythm.next_after(last),
        None => first_review(history, &rhythm),
    }
}

/// The first review: from the day that was agreed for it, or after the first span.
fn first_review(history: &PairHistory<'_>, rhythm: &Rhythm<'_, '_>) -> Option<NaiveDate> {
    let mut versions = history.versions().iter();
    match versions.find_map(|version| version.agreement.terms.review_on) {
        Some(on) => first_active_day(history, on, &|day| history.terms_on(day).is_some()),
        None => rhythm.next_after(history.first_day()?),
    }
}

impl PromiseCheck<'_, '_> {
    pub(super) fn reviews(&self) -> Option<PromiseOutcome> {
        let promised = self.promised_terms(in_words)?;
        let span_on = |day| span_on(self.history, day);
        let rhythm = Rhythm {
            history: self.history,
            span_on: &span_on,
        };
        // Reviews from before any was agreed on are not counted.
        let counts = |review: &&Record<Review>| {
            let mut versions = self.history.versions().iter();
            versions.any(|version| {
                let terms = &version.agreement.terms;
                terms.review_on.is_some()
                    || terms.review_every.is_some() && version.from <= review.on
            })
        };
        let before = self.facts.review_before.as_ref().filter(counts);
        let start = match before {
            Some(last) => Start::Last(last.on),
            None => Start::Due(review_due(self.history, None)),
        };
        let held = self.facts.reviews.iter().filter(counts);
        let held: Vec<NaiveDate> = held.map(|review| review.on).collect();
        let tally = rhythm.tally(start, &held, self.period);
        let Tally { kept, of, late, .. } = tally;
        let told_late = match late {
            0 => String::new(),
            late => format!(", {late} of them late"),
        };
        let happened = (of > 0).then(|| format!("{kept} of {of} reviews{told_late}"));
        let outcome = counted_outcome(Promise::Review, None, promised, kept, of, Vec::new());
        Some(outcome.lowered_if_late(late).with_note(happened))
    }
}

fn in_words(terms: &AgreementTerms) -> Option<String> {
    match (terms.review_every, terms.review_on) {
        (Some(every), _) => Some(format!("every {every}")),
        (None, Some(on)) => Some(format!("on {on}")),
        (None, None) => None,
    }
}
