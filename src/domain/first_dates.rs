//! The first dates of a rhythm, shown when it is agreed.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::domain::away::Pauses;
use crate::domain::cadence::Cadence;
use crate::domain::dates::DayOrMoment;
use crate::domain::length::Span;
use crate::domain::workweek::WorkWeek;
use crate::domain::zone::{self, Tz};

/// How many dates are shown.
pub const MAX_DATES: usize = 3;

/// The time in which a rhythm runs, and what its first date is computed from.
pub struct RhythmStart<'a> {
    pub starts: NaiveDate,
    pub ends: Option<NaiveDate>,
    pub last_held: Option<DateTime<Utc>>,
    pub now: DateTime<Utc>,
    pub zone: Tz,
    pub pauses: &'a Pauses,
}

impl RhythmStart<'_> {
    /// Returns the next dates of a rhythm: moments for a fixed rhythm, due days for one that counts from the last
    /// check-in.
    pub fn first_dates(&self, cadence: &Cadence) -> Vec<DayOrMoment> {
        match cadence {
            Cadence::FromLast(span) => self.due_days(*span).map(DayOrMoment::Day).collect(),
            fixed => self.occurrences(fixed).map(DayOrMoment::Moment).collect(),
        }
    }

    fn is_over(&self, day: NaiveDate) -> bool {
        self.ends.is_some_and(|ends| day > ends)
    }

    fn due_days(&self, span: Span) -> impl Iterator<Item = NaiveDate> {
        let after = move |day: NaiveDate| {
            let next = span.add_to(day, &WorkWeek::default())?;
            Some(self.pauses.add_days(day, (next - day).num_days()))
        };
        let today = self.now.with_timezone(&self.zone).date_naive();
        let last = self.last_held.map(|at| at.with_timezone(&self.zone).date_naive());
        // A check-in before the start of the rhythm does not count. Without one, the rhythm starts on its first day
        // that is not a day away.
        let held = last.filter(|last| *last >= self.starts);
        let begun = held.unwrap_or_else(|| self.pauses.add_days(self.starts, 0));
        let first = after(begun).map(|day| self.pauses.add_days(day.max(today), 0));
        let days = std::iter::successors(first, move |day| after(*day));
        days.take_while(|day| !self.is_over(*day)).take(MAX_DATES)
    }

    /// Returns the moments of a fixed rhythm. Its days are those of the zone in which it is agreed.
    fn occurrences(&self, cadence: &Cadence) -> impl Iterator<Item = DateTime<Utc>> {
        let zone = cadence.anchor().map_or(self.zone, |(_, zone)| zone);
        let start = zone::start_of_day(self.starts, zone);
        let from = start.max(self.now);
        // Far enough to find dates beyond a year of absence.
        let horizon = from + TimeDelta::days(400 + 30 * cadence.days());
        let all = cadence.occurrences(self.starts, from, horizon).into_iter();
        let day_of = move |at: &DateTime<Utc>| at.with_timezone(&zone).date_naive();
        all.take_while(move |at| !self.is_over(day_of(at)))
            .filter(move |at| !self.pauses.cover(day_of(at)))
            .take(MAX_DATES)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_data;

    fn proposed_dates(cadence: &str, ends: Option<&str>, last_held: Option<&str>) -> Vec<String> {
        let leave = [test_data::away(1, "2026-12-24", "2026-12-31")];
        let start = RhythmStart {
            starts: "2026-12-01".parse().unwrap(),
            ends: ends.map(|day| day.parse().unwrap()),
            last_held: last_held.map(|at| at.parse().unwrap()),
            now: "2026-12-03T09:00:00Z".parse().unwrap(),
            zone: Tz::Europe__London,
            pauses: &Pauses::from_aways(&leave),
        };
        let cadence = Cadence::parse(cadence, Tz::Europe__London).unwrap();
        let dates = start.first_dates(&cadence).into_iter();
        let text = |date| match date {
            DayOrMoment::Day(day) => day.format("%m-%d").to_string(),
            DayOrMoment::Moment(at) => at.format("%m-%d %H").to_string(),
        };
        dates.map(text).collect()
    }

    #[test]
    fn a_fixed_rhythm_skips_past_dates_and_days_away() {
        let dates = proposed_dates("weekly on thu 08:00", None, None);
        assert_eq!(dates, ["12-10 08", "12-17 08", "01-07 08"]);
        let dates = proposed_dates("monthly on last day 10:00", None, None);
        assert_eq!(dates, ["01-31 10", "02-28 10", "03-31 09"]);
    }

    #[test]
    fn a_rhythm_counts_on_from_the_last_check_in() {
        assert_eq!(proposed_dates("every 10 days", None, None), ["12-11", "12-21", "01-08"]);
        let held = Some("2026-12-02T17:00:00Z");
        assert_eq!(proposed_dates("every week", None, held), ["12-09", "12-16", "12-23"]);
    }

    #[test]
    fn a_rhythm_that_starts_on_days_away_starts_after_them() {
        let leave = [test_data::away(1, "2026-12-01", "2026-12-10")];
        let start = RhythmStart {
            starts: "2026-12-01".parse().unwrap(),
            ends: None,
            last_held: None,
            now: "2026-12-01T09:00:00Z".parse().unwrap(),
            zone: Tz::Europe__London,
            pauses: &Pauses::from_aways(&leave),
        };
        let cadence = Cadence::parse("every 2 weeks", Tz::Europe__London).unwrap();
        let first = start.first_dates(&cadence)[0];
        assert_eq!(first, DayOrMoment::Day("2026-12-25".parse().unwrap()));
    }

    #[test]
    fn the_days_of_a_rhythm_are_those_of_its_zone() {
        let first = |cadence: &str, day: &str, ends: &str| {
            let start = RhythmStart {
                starts: day.parse().unwrap(),
                ends: ends.parse().ok(),
                last_held: None,
                now: "2026-11-30T09:00:00Z".parse().unwrap(),
                zone: Tz::Europe__London,
                pauses: &Pauses::default(),
            };
            let cadence = Cadence::parse(cadence, Tz::Europe__London).unwrap();
            start.first_dates(&cadence)
        };
        let moment = |at: &str| DayOrMoment::Moment(at.parse().unwrap());
        // In London, the first one is on the Sunday before, the second one on the Tuesday after.
        let early = first("weekly on mon 07:00 Asia/Tokyo", "2026-12-07", "2026-12-10");
        assert_eq!(early, [moment("2026-12-06T22:00:00Z")]);
        let late = first("weekly on mon 20:00 America/Bogota", "2026-12-01", "2026-12-07");
        assert_eq!(late, [moment("2026-12-08T01:00:00Z")]);
    }

    #[test]
    fn no_date_is_after_the_last_day() {
        let ends = Some("2026-12-12");
        assert_eq!(proposed_dates("weekly on thu 08:00", ends, None), ["12-10 08"]);
        assert_eq!(proposed_dates("monthly on 1st mon 08:00", ends, None).len(), 1);
        assert!(proposed_dates("monthly on 20th 08:00", ends, None).is_empty());
    }
}
