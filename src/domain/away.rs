//! Days away, such as exams, leave and holidays, on which a person can't meet or reply and deadlines are suspended.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::domain::person::Person;
use crate::domain::record::Id;

/// The days from `from` to `until`, inclusive, in the person's zone.
#[derive(Clone, Debug, PartialEq)]
pub struct Away {
    pub person: Id<Person>,
    pub from: NaiveDate,
    pub until: NaiveDate,
    pub because: Option<String>,
    /// Whether the reason is hidden from the other side. The days are always shown.
    pub private: bool,
    /// When the days were entered. `None`: when the record was created.
    pub entered_at: Option<DateTime<Utc>>,
}

impl Away {
    pub fn covers(&self, day: NaiveDate) -> bool {
        (self.from..=self.until).contains(&day)
    }

    /// Returns the last of its days that is over on `today`. `None`: it has not begun before.
    pub fn last_day_before(&self, today: NaiveDate) -> Option<NaiveDate> {
        today.pred_opt().filter(|_| self.from < today).map(|yesterday| self.until.min(yesterday))
    }

    pub fn overlaps(&self, other: &Away) -> bool {
        self.from <= other.until && other.from <= self.until
    }
}

/// The days on which the rhythms of a pair are suspended, because a side is away or the pair is paused.
#[derive(Clone, Debug, Default)]
pub struct Pauses(Vec<(NaiveDate, NaiveDate)>);

impl Pauses {
    /// Takes pairs of first and last day, in any order; they may overlap.
    pub fn new(spans: impl IntoIterator<Item = (NaiveDate, NaiveDate)>) -> Self {
        Pauses(spans.into_iter().collect())
    }

    /// Adds the days from `first` to `last`, inclusive.
    #[must_use]
    pub fn with_days(mut self, first: NaiveDate, last: NaiveDate) -> Self {
        self.0.push((first, last));
        self
    }

    pub fn from_aways<'a>(aways: impl IntoIterator<Item = &'a Away>) -> Self {
        Pauses::new(aways.into_iter().map(|away| (away.from, away.until)))
    }

    pub fn cover(&self, day: NaiveDate) -> bool {
        let mut spans = self.0.iter();
        spans.any(|(from, until)| (*from..=*until).contains(&day))
    }

    /// Returns how many of the days from `from` to `until`, inclusive, are paused.
    pub fn days(&self, from: NaiveDate, until: NaiveDate) -> i64 {
        days_in(&self.0, from, until)
    }

    /// Returns the day that is `days` after `from`, without counting paused days. If that day is paused itself, returns
    /// the first day after the pause.
    pub fn add_days(&self, from: NaiveDate, days: i64) -> NaiveDate {
        let later = |days: i64| from.checked_add_signed(TimeDelta::days(days)).unwrap_or(from);
        let first = later(1);
        let mut total = days;
        // Extending the span may reach further paused days, so repeat until it no longer grows. It ends, since the
        // pauses are finite.
        loop {
            let paused = self.days(first, later(total));
            if total == days + paused {
                break;
            }
            total = days + paused;
        }
        let mut day = later(total);
        while self.cover(day) {
            let Some(next) = day.succ_opt() else { break };
            day = next;
        }
        day
    }
}

/// Returns how many days from `from` to `until`, inclusive, lie in at least one of `spans`.
fn days_in(spans: &[(NaiveDate, NaiveDate)], from: NaiveDate, until: NaiveDate) -> i64 {
    let mut spans: Vec<(NaiveDate, NaiveDate)> = spans
        .iter()
        .map(|(first, last)| ((*first).max(from), (*last).min(until)))
        .filter(|(from, until)| from <= until)
        .collect();
    spans.sort_unstable();
    let mut days = 0;
    let mut counted_until: Option<NaiveDate> = None;
    for (from, until) in spans {
        let from = counted_until.and_then(|day| day.succ_opt()).map_or(from, |next| from.max(next));
        days += ((until - from).num_days() + 1).max(0);
        counted_until = Some(counted_until.map_or(until, |day| day.max(until)));
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
    fn days_when_both_are_away_count_once() {
        let aways = [away("2026-12-20", "2026-12-31"), away("2026-12-24", "2027-01-02")];
        let pauses = Pauses::from_aways(&aways);
        let count =
            |from: &str, until: &str| pauses.days(from.parse().unwrap(), until.parse().unwrap());
        assert_eq!(count("2026-12-01", "2027-01-31"), 14);
        assert_eq!(count("2026-12-30", "2027-01-01"), 3);
        assert_eq!(count("2027-02-01", "2027-02-28"), 0);
    }

    #[test]
    fn a_span_that_meets_a_pause_is_extended_by_it() {
        let aways = [away("2026-12-20", "2026-12-31"), away("2027-01-03", "2027-01-04")];
        let on = |text: &str| text.parse::<NaiveDate>().unwrap();
        let pauses = Pauses::from_aways(&aways);
        assert_eq!(pauses.add_days(on("2026-12-01"), 14), on("2026-12-15"));
        assert_eq!(pauses.add_days(on("2026-12-10"), 14), on("2027-01-07"));
        assert_eq!(Pauses::default().add_days(on("2026-12-10"), 14), on("2026-12-24"));
    }

    #[test]
    fn days_before_today_are_over() {
        let away = away("2026-12-20", "2026-12-24");
        let last = |today: &str| {
            let last = away.last_day_before(today.parse().unwrap());
            last.map(|day| day.to_string()).unwrap_or_default()
        };
        assert_eq!(["2026-12-19", "2026-12-20"].map(last), ["", ""]);
        assert_eq!(
            ["2026-12-21", "2026-12-24", "2026-12-25", "2027-02-01"].map(last),
            ["2026-12-20", "2026-12-23", "2026-12-24", "2026-12-24"]
        );
    }

    #[test]
    fn days_that_touch_overlap() {
        assert!(away("2026-12-20", "2026-12-24").overlaps(&away("2026-12-24", "2026-12-26")));
        assert!(!away("2026-12-20", "2026-12-23").overlaps(&away("2026-12-24", "2026-12-26")));
    }
}
