//! The promises about time: the length of each call and the hours per month.

use chrono::{NaiveDate, TimeDelta};

use crate::domain::agreement::AgreementTerms;
use crate::domain::checkin::CheckIn;
use crate::domain::promise::outcome::verdict_of;
use crate::domain::promise::{
    Citation, Promise, PromiseCheck, PromiseOutcome, count, counted_outcome,
};
use crate::domain::record::Record;

/// Days that must have passed before the hours of a month are evaluated.
const MIN_DAYS: i64 = 30;

/// The average length of a month.
const DAYS_PER_MONTH: f64 = 30.44;

impl PromiseCheck<'_, '_> {
    pub(super) fn length(&self) -> Option<PromiseOutcome> {
        let promised = self.promised_text(|terms| terms.length)?;
        let timed: Vec<(&Record<CheckIn>, u32, u32)> = self
            .facts
            .held
            .iter()
            .filter_map(|checkin| {
                let agreed = self.terms_at(checkin.held_at?)?.length?;
                Some((checkin, checkin.minutes?.0, agreed.0))
            })
            .collect();
        // People don't mean the length of a call to the minute: a deviation of a quarter is fine.
        let is_near = |minutes: u32, agreed: u32| minutes.abs_diff(agreed) * 4 <= agreed;
        let off = timed.iter().filter(|(_, minutes, agreed)| !is_near(*minutes, *agreed));
        let off: Vec<Citation> = off.map(|(checkin, ..)| Citation::checkin(checkin)).collect();
        let of = count(timed.len());
        let kept = of - count(off.len());
        let sum: u32 = timed.iter().map(|(_, minutes, _)| *minutes).sum();
        let average = sum.checked_div(of);
        let happened = average.map(|average| format!("{kept} of {of}, average {average} min"));
        Some(counted_outcome(Promise::Length, None, promised, kept, of, off).with_note(happened))
    }

    /// Evaluates the hours per month: the minutes of the held calls against the hours agreed for the active days.
    pub(super) fn hours(&self) -> Option<PromiseOutcome> {
        let agreed = |terms: &AgreementTerms| terms.hours_a_month;
        let in_words = |terms: &AgreementTerms| Some(format!("{} h per month", agreed(terms)?));
        let promised = self.promised_text(in_words)?;
        let last = self.history.pair_day(self.period.until);
        let days = self.history.pair_day(self.period.since + TimeDelta::seconds(1));
        let days = days.iter_days().take_while(|day| *day < last);
        // No hours are expected on days away.
        let is_excused = |day: NaiveDate| {
            let ends = self.history.end_of_pair_day(day);
            self.history.is_excused(day, ends)
        };
        let active = days.filter(|day| !is_excused(*day));
        let hours: Vec<u32> =
            active.filter_map(|day| agreed(self.history.terms_on(day)?)).collect();
        let held = self.facts.held.iter();
        let minutes: u32 = held.filter_map(|checkin| Some(checkin.minutes?.0)).sum();
        let hours_held = f64::from(minutes) / 60.0;
        let outcome = counted_outcome(Promise::Hours, None, promised, 0, 0, Vec::new());
        if i64::from(count(hours.len())) < MIN_DAYS {
            let so_far = format!("{hours_held:.1} h in the first month so far");
            return Some(outcome.with_note(Some(so_far)));
        }
        let expected = f64::from(hours.iter().sum::<u32>()) / DAYS_PER_MONTH;
        let hours_a_month = hours_held / (f64::from(count(hours.len())) / DAYS_PER_MONTH);
        // Round in favour of the pair: the figure is shown to a tenth of an hour.
        let share = (hours_held + 0.05) / expected.max(0.05);
        Some(PromiseOutcome {
            verdict: verdict_of(share),
            ..outcome.with_note(Some(format!("{hours_a_month:.1} h per month")))
        })
    }
}
