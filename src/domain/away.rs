//! Days on which a person can't meet or reply: exams, leave, holidays. The clocks pause.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::domain::person::Person;
use crate::domain::record::Id;

/// From `from` to `until`, both included, in the person's calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct Away {
    pub person: Id<Person>,
    pub from: NaiveDate,
    pub until: NaiveDate,
    pub because: Option<String>,
    /// The other side hears the days, not the reason.
    pub private: bool,
    /// When its days were said; `None`: when it was recorded.
    pub entered_at: Option<DateTime<Utc>>,
}

impl Away {
    pub fn covers(&self, day: NaiveDate) -> bool {
        (self.from..=self.until).contains(&day)
    }

    pub fn overlaps(&self, other: &Away) -> bool {
        self.from <= other.until && other.from <= self.until
    }
}

/// The days on which a rhythm of two people rests: at least one of them is away, or the pair is paused.
#[derive(Clone, Debug, Default)]
pub struct Pauses(Vec<(NaiveDate, NaiveDate)>);

impl Pauses {
    /// First and last days, in any order.
    pub fn new(spans: impl IntoIterator<Item = (NaiveDate, NaiveDate)>) -> Self {
        Pauses(spans.into_iter().collect())
    }

    pub fn from_aways<'a>(aways: impl IntoIterator<Item = &'a Away>) -> Self {
        Pauses::new(aways.into_iter().map(|away| (away.from, away.until)))
    }

    pub fn cover(&self, day: NaiveDate) -> bool {
        let mut spans = self.0.iter();
        spans.any(|(from, until)| (*from..=*until).contains(&day))
    }

    /// How many of the days from `from` to `until`, both included, they take.
    pub fn days(&self, from: NaiveDate, until: NaiveDate) -> i64 {
        days_in(&self.0, from, until)
    }

    /// The day that is `days` later than `from`, the paused ones not counted.
    pub fn add_days(&self, from: NaiveDate, days: i64) -> NaiveDate {
        let later = |days: i64| {
            from.checked_add_signed(TimeDelta::days(days))
                .unwrap_or(from)
        };
        let first = later(1);
        let mut all = days;
        // Each round finds the paused days that the last one has reached; there are finitely many.
        loop {
            let paused = self.days(first, later(all));
            if all == days + paused {
                break;
            }
            all = days + paused;
        }
        let mut day = later(all);
        while self.cover(day) {
            let Some(next) = day.succ_opt() else { break };
            day = next;
        }
        day
    }
}

/// How many days from `from` to `until`, both included, lie in at least one of `spans`.
fn days_in(spans: &[(NaiveDate, NaiveDate)], from: NaiveDate, until: NaiveDate) -> i64 {
    let mut spans: Vec<(NaiveDate, NaiveDate)> = spans
        .iter()
        .map(|(first, last)| ((*first).max(from), (*last).min(until)))
        .filter(|(from, until)| from <= until)
        .collect();
    spans.sort_unstable();
    let mut days = 0;
    let mut counted: Option<NaiveDate> = None;
    for (from, until) in spans {
        let from = counted
            .and_then(|day| day.succ_opt())
            .map_or(from, |next| from.max(next));
        days += ((until - from).num_days() + 1).max(0);
        counted = Some(counted.map_or(until, |day| day.max(until)));
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_data;

    fn away(from: &str, until: &str) -> Away {
        test_data::away(1, from, until)
    }

    #[test]
    fn days_of_two_people_are_counted_once() {
        let aways = [
            away("2026-12-20", "2026-12-31"),
            away("2026-12-24", "2027-01-02"),
        ];
        let pauses = Pauses::from_aways(&aways);
        let count =
            |from: &str, until: &str| pauses.days(from.parse().unwrap(), until.parse().unwrap());
        assert_eq!(count("2026-12-01", "2027-01-31"), 14);
        assert_eq!(count("2026-12-30", "2027-01-01"), 3);
        assert_eq!(count("2027-02-01", "2027-02-28"), 0);
    }

    #[test]
    fn a_span_that_runs_into_a_pause_ends_as_much_later() {
        let aways = [
            away("2026-12-20", "2026-12-31"),
            away("2027-01-03", "2027-01-04"),
        ];
        let on = |text: &str| text.parse::<NaiveDate>().unwrap();
        let pauses = Pauses::from_aways(&aways);
        assert_eq!(pauses.add_days(on("2026-12-01"), 14), on("2026-12-15"));
        assert_eq!(pauses.add_days(on("2026-12-10"), 14), on("2027-01-07"));
        assert_eq!(
            Pauses::default().add_days(on("2026-12-10"), 14),
            on("2026-12-24")
        );
    }

    #[test]
    fn days_that_touch_overlap() {
        assert!(away("2026-12-20", "2026-12-24").overlaps(&away("2026-12-24", "2026-12-26")));
        assert!(!away("2026-12-20", "2026-12-23").overlaps(&away("2026-12-24", "2026-12-26")));
    }
}
