//! How long the calls took: each of them, and by the month.

use chrono::{NaiveDate, TimeDelta};

use crate::domain::agreement::AgreementTerms;
use crate::domain::checkin::CheckIn;
use crate::domain::promise::outcome::verdict_of;
use crate::domain::promise::{
    Citation, Promise, PromiseCheck, PromiseOutcome, count, counted_outcome,
};
use crate::domain::record::Record;

/// Before so many days have passed, nothing can be said of a month.
const DAYS_OF_A_MONTH: i64 = 30;

impl PromiseCheck<'_, '_> {
    pub(super) fn length(&self) -> Option<PromiseOutcome> {
        let promised =
            self.promised_terms(|terms| terms.length.map(|length| length.to_string()))?;
        let timed: Vec<(&Record<CheckIn>, u32, u32)> = self
            .facts
            .held
            .iter()
            .filter_map(|one| {
                let agreed = self.terms_at(one.held_at?)?.length?;
                Some((one, one.minutes?.0, agreed.0))
            })
            .collect();
        // A quarter more or less is what "45 minutes" means between people.
        let is_near = |minutes: u32, agreed: u32| minutes.abs_diff(agreed) * 4 <= agreed;
        let off = timed
            .iter()
            .filter(|(_, minutes, agreed)| !is_near(*minutes, *agreed));
        let off: Vec<Citation> = off.map(|(one, ..)| Citation::checkin(one)).collect();
        let of = count(timed.len());
        let kept = of - count(off.len());
        let sum: u32 = timed.iter().map(|(_, minutes, _)| *minutes).sum();
        let average = sum.checked_div(of);
        let happened = average.map(|average| format!("{kept} of {of}, average {average} min"));
        Some(counted_outcome(Promise::Length, None, promised, kept, of, off).with_note(happened))
    }

    /// The active days of the period, each with the hours agreed for a month.
    pub(super) fn hours(&self) -> Option<PromiseOutcome> {
        let agreed = |terms: &AgreementTerms| terms.hours_a_month;
        let promised =
            self.promised_terms(|terms| Some(format!("{} h per month", agreed(terms)?)))?;
        let last = self.history.pair_day(self.period.until);
        let days = self
            .history
            .pair_day(self.period.since + TimeDelta::seconds(1));
        let days = days.iter_days().take_while(|day| *day < last);
        // Whoever is away sets no hours aside, as nobody meets.
        let is_excused = |day: NaiveDate| {
            let ends = self.history.end_of_pair_day(day);
            self.history.is_excused(day, ends)
        };
        let active = days.filter(|day| !is_excused(*day));
        let hours: Vec<u32> = active
            .filter_map(|day| agreed(self.history.terms_on(day)?))
            .collect();
        let held = self.facts.held.iter();
        let minutes: u32 = held.filter_map(|one| Some(one.minutes?.0)).sum();
        let held = f64::from(minutes) / 60.0;
        let outcome = counted_outcome(Promise::Hours, None, promised, 0, 0, Vec::new());
        if i64::from(count(hours.len())) < DAYS_OF_A_MONTH {
            let so_far = format!("{held:.1} h in the first month so far");
            return Some(outcome.with_note(Some(so_far)));
        }
        let expected = f64::from(hours.iter().sum::<u32>()) / 30.44;
        let a_month = held / (f64::from(count(hours.len())) / 30.44);
        // A tenth of an hour is what the figure shows.
        let share = (held + 0.05) / expected.max(0.05);
        Some(PromiseOutcome {
            verdict: verdict_of(share),
            ..outcome.with_note(Some(format!("{a_month:.1} h per month")))
        })
    }
}
