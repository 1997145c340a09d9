//! The next call: a planned check-in, or an occurrence of an agreed, fixed rhythm.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::domain::agreement::AgreementTerms;
use crate::domain::away::Pauses;
use crate::domain::cadence::TOLERANCE;
use crate::domain::checkin::CheckIn;
use crate::domain::length::Minutes;
use crate::domain::record::Record;
use crate::domain::zone::{self, Tz};

/// The next call. `PairSnapshot::next_call` determines it for every command, so that all of them agree.
#[derive(Clone, Copy, Debug)]
pub struct NextCall<'a> {
    pub at: DateTime<Utc>,
    /// The zone in which its local time is fixed.
    pub zone: Tz,
    pub minutes: Option<Minutes>,
    pub channel: Option<&'a str>,
    /// `None`: it is agreed but has no record yet.
    pub checkin: Option<&'a Record<CheckIn>>,
}

impl<'a> NextCall<'a> {
    pub fn planned(checkin: &'a Record<CheckIn>) -> Option<NextCall<'a>> {
        Some(NextCall {
            at: checkin.planned_at?,
            zone: checkin.zone,
            minutes: checkin.planned_minutes,
            channel: checkin.channel.as_deref(),
            checkin: Some(checkin),
        })
    }

    /// Creates the call at `at` with the agreed zone, length and channel. `None`: the agreed rhythm is not fixed.
    pub fn agreed_rhythm(terms: &'a AgreementTerms, at: DateTime<Utc>) -> Option<NextCall<'a>> {
        let (_, zone) = terms.cadence?.anchor()?;
        Some(NextCall {
            at,
            zone,
            minutes: terms.length,
            channel: terms.channel.as_deref(),
            checkin: None,
        })
    }
}

/// The time for which a check-in was first planned, even if it was moved later. It assigns the check-in to an
/// occurrence of the rhythm, as in the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FirstPlan {
    /// The time at which it was held, if it was not planned.
    pub at: DateTime<Utc>,
    pub was_planned: bool,
    /// Whether it was cancelled or missed.
    pub is_off: bool,
}

impl FirstPlan {
    /// Whether the check-in takes the place of the agreed call at `occurrence`.
    fn takes(&self, occurrence: DateTime<Utc>, zone: Tz) -> bool {
        if self.was_planned {
            return self.at == occurrence;
        }
        let day = |at: DateTime<Utc>| at.with_timezone(&zone).date_naive();
        day(self.at) == day(occurrence)
    }
}

/// A fixed rhythm with the check-ins that belong to its occurrences.
#[derive(Clone, Copy, Debug)]
pub struct FixedRhythm<'a> {
    pub terms: &'a AgreementTerms,
    /// The first day of the rhythm.
    pub start: NaiveDate,
    pub first_plans: &'a [FirstPlan],
    pub pauses: &'a Pauses,
}

impl FixedRhythm<'_> {
    /// Returns the first occurrence after `after` that is not suspended and has no check-in.
    pub fn open_after(&self, after: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let (_, zone) = self.terms.cadence?.anchor()?;
        let is_taken = |at: DateTime<Utc>| self.first_plans.iter().any(|one| one.takes(at, zone));
        self.first(after + TimeDelta::seconds(1), |at| !is_taken(at))
    }

    /// Returns the first occurrence after that of the last held call that was not called off: the two should meet by
    /// its day. A held call counts for the nearest occurrence within the tolerance, as in the evaluation of the
    /// promise.
    pub fn due_after(&self, last_held: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
        let (_, zone) = self.terms.cadence?.anchor()?;
        let off = |at: DateTime<Utc>| {
            let mut off = self.first_plans.iter().filter(|one| one.is_off);
            off.any(|one| one.takes(at, zone))
        };
        let after = match last_held {
            None => zone::start_of_day(self.start, zone),
            Some(held) => self.nearest(held).unwrap_or(held) + TimeDelta::seconds(1),
        };
        self.first(after, |at| !off(at))
    }

    /// Returns the occurrence nearest to a held call, within the tolerance.
    fn nearest(&self, held: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let cadence = self.terms.cadence?;
        let (_, zone) = cadence.anchor()?;
        let around = TimeDelta::days(TOLERANCE + 1);
        let near = cadence.occurrences(self.start, held - around, held + around);
        let day = |at: DateTime<Utc>| at.with_timezone(&zone).date_naive();
        let near =
            near.into_iter().filter(|at| (day(*at) - day(held)).num_days().abs() <= TOLERANCE);
        near.min_by_key(|at| (*at - held).abs())
    }

    fn first(
        &self,
        from: DateTime<Utc>,
        is_wanted: impl Fn(DateTime<Utc>) -> bool,
    ) -> Option<DateTime<Utc>> {
        let cadence = self.terms.cadence?;
        let (_, zone) = cadence.anchor()?;
        let horizon = from + TimeDelta::days(100 + 7 * cadence.days());
        let agreed = cadence.occurrences(self.start, from, horizon).into_iter();
        let mut standing = agreed.filter(|at| {
            let day = at.with_timezone(&zone).date_naive();
            let has_ended = self.terms.ends.is_some_and(|ends| day > ends);
            !has_ended && !self.pauses.cover(day)
        });
        standing.find(|at| is_wanted(*at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::cadence::Cadence;
    use crate::domain::test_data::{self, date, instant};

    const LONDON: Tz = Tz::Europe__London;

    fn thursdays() -> AgreementTerms {
        AgreementTerms {
            starts: Some(date("2026-12-01")),
            ends: Some(date("2026-12-31")),
            cadence: Cadence::parse("weekly on thu 17:00", LONDON).ok(),
            ..AgreementTerms::default()
        }
    }

    fn first_plan(moment: &str) -> FirstPlan {
        FirstPlan { at: instant(moment), was_planned: true, is_off: false }
    }

    fn open(first_plans: &[FirstPlan], pauses: &Pauses, after: &str) -> Option<String> {
        let terms = thursdays();
        let rhythm = FixedRhythm { terms: &terms, start: date("2026-12-01"), first_plans, pauses };
        let next = rhythm.open_after(instant(after))?;
        Some(next.format("%m-%dT%H:%M").to_string())
    }

    #[test]
    fn the_next_agreed_call_is_the_first_without_a_check_in() {
        let none = Pauses::default();
        let tuesday = "2026-12-01T09:00:00Z";
        assert_eq!(open(&[], &none, tuesday).as_deref(), Some("12-03T17:00"));
        let extra = first_plan("2026-12-02T15:00:00Z");
        assert_eq!(open(&[extra], &none, tuesday).as_deref(), Some("12-03T17:00"));
        let own = first_plan("2026-12-03T17:00:00Z");
        assert_eq!(open(&[own], &none, tuesday).as_deref(), Some("12-10T17:00"));
        let held = FirstPlan { was_planned: false, ..first_plan("2026-12-03T08:00:00Z") };
        assert_eq!(open(&[held], &none, tuesday).as_deref(), Some("12-10T17:00"));
    }

    #[test]
    fn the_next_call_skips_days_away_and_ends_with_the_agreement() {
        let leave = test_data::away(2, "2026-12-02", "2026-12-11");
        let pauses = Pauses::from_aways([&leave]);
        let next = open(&[], &pauses, "2026-12-01T09:00:00Z");
        assert_eq!(next.as_deref(), Some("12-17T17:00"));
        assert_eq!(open(&[], &Pauses::default(), "2026-12-31T17:00:00Z"), None);
    }

    #[test]
    fn a_call_is_expected_by_the_first_open_occurrence() {
        let terms = thursdays();
        let due = |first_plans: &[FirstPlan], held: Option<&str>| {
            let pauses = Pauses::default();
            let rhythm = FixedRhythm {
                terms: &terms,
                start: date("2026-12-01"),
                first_plans,
                pauses: &pauses,
            };
            let due = rhythm.due_after(held.map(instant));
            due.map(|at| at.date_naive().to_string())
        };
        assert_eq!(due(&[], None).as_deref(), Some("2026-12-03"));
        let held = Some("2026-12-03T17:00:00Z");
        assert_eq!(due(&[], held).as_deref(), Some("2026-12-10"));
        let off = FirstPlan { is_off: true, ..first_plan("2026-12-10T17:00:00Z") };
        assert_eq!(due(&[off], held).as_deref(), Some("2026-12-17"));
        let planned = first_plan("2026-12-10T17:00:00Z");
        assert_eq!(due(&[planned], held).as_deref(), Some("2026-12-10"));
    }
}
