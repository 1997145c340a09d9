//! The weeks in which two zones change their clocks on different days.

use chrono::{Days, NaiveDate, Offset, TimeZone};

use crate::domain::zone::Tz;

/// A period in which a time that is stable for one side falls at another local time for the other, because their clocks
/// do not change on the same day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    pub from: NaiveDate,
    /// The first day on which it is as before again.
    pub until: NaiveDate,
    /// How much later (or, negative, earlier) it is for the other side.
    pub minutes: i32,
}

/// Such periods of at most eight weeks between `from` and `until`, for times anchored in `anchor`.
pub fn between(anchor: Tz, other: Tz, from: NaiveDate, until: NaiveDate) -> Vec<Shift> {
    let gap = |day: NaiveDate| {
        let noon = day.and_hms_opt(12, 0, 0).unwrap_or_default();
        let offset = |zone: Tz| zone.offset_from_utc_datetime(&noon).fix().local_minus_utc();
        (offset(other) - offset(anchor)) / 60
    };
    // A period that is under way on `from` began before it.
    let early = from.checked_sub_days(Days::new(56)).unwrap_or(from);
    let late = until.checked_add_days(Days::new(57)).unwrap_or(until);
    let mut changes: Vec<(NaiveDate, i32)> = vec![(early, gap(early))];
    for day in early.iter_days().take_while(|day| *day <= late) {
        let minutes = gap(day);
        if changes.last().is_some_and(|(_, before)| *before != minutes) {
            changes.push((day, minutes));
        }
    }
    changes
        .windows(3)
        .filter(|three| three[0].1 == three[2].1 && (three[2].0 - three[1].0).num_days() <= 56)
        .map(|three| Shift {
            from: three[1].0,
            until: three[2].0,
            minutes: three[1].1 - three[0].1,
        })
        .filter(|shift| shift.until > from && shift.from <= until)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_weeks_between_two_clock_changes_are_found() {
        let found = between(
            Tz::Europe__London,
            Tz::America__New_York,
            on("2026-03-01"),
            on("2026-04-30"),
        );
        assert_eq!(
            found,
            vec![Shift {
                from: on("2026-03-08"),
                until: on("2026-03-29"),
                minutes: 60
            }]
        );
        assert!(
            between(
                Tz::Europe__London,
                Tz::Europe__Berlin,
                on("2026-01-01"),
                on("2026-12-31")
            )
            .is_empty()
        );
    }
}
