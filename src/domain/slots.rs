//! When the two can meet: inside both working hours, outside both people's days away and what is planned already.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::domain::away::Away;
use crate::domain::pair::Couple;
use crate::domain::record::Record;
use crate::domain::workweek::WorkWeek;
use crate::domain::zone::{self, Tz};

/// A stretch of time: one in which a check-in fits, or one that is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot {
    pub from: DateTime<Utc>,
    pub until: DateTime<Utc>,
}

impl Slot {
    pub fn length(&self) -> TimeDelta {
        self.until - self.from
    }

    /// Whether they have time in common.
    pub fn meets(&self, other: Slot) -> bool {
        self.from < other.until && other.from < self.until
    }
}

/// In order, those that overlap or touch as one.
pub fn merged(mut slots: Vec<Slot>) -> Vec<Slot> {
    slots.sort_unstable();
    let mut merged: Vec<Slot> = Vec::new();
    for slot in slots {
        match merged.last_mut() {
            Some(last) if slot.from <= last.until => last.until = last.until.max(slot.until),
            _ => merged.push(slot),
        }
    }
    merged
}

/// What is looked for.
#[derive(Clone, Copy, Debug)]
pub struct Search {
    /// Nothing before it.
    pub from: DateTime<Utc>,
    /// Nothing after it.
    pub until: DateTime<Utc>,
    /// No stretch shorter than this.
    pub length: TimeDelta,
}

/// All stretches, in order. `busy` holds what is taken already.
pub fn free(couple: &Couple, aways: &[Record<Away>], busy: &[Slot], search: Search) -> Vec<Slot> {
    let hours = |side: &Record<crate::domain::person::Person>| {
        let own: Vec<&Away> = aways
            .iter()
            .filter(|away| away.person == side.id)
            .map(|away| &away.it)
            .collect();
        working(&side.week, side.zone, &own, search)
    };
    let both = common(&hours(&couple.mentor), &hours(&couple.mentee));
    let mut free = both;
    for taken in busy {
        free = free
            .into_iter()
            .flat_map(|slot| without(slot, *taken))
            .collect();
    }
    free.retain(|slot| slot.length() >= search.length);
    free
}

/// The working hours of one person, day by day, cut to the search.
fn working(week: &WorkWeek, zone: Tz, aways: &[&Away], search: Search) -> Vec<Slot> {
    let day_of = |at: DateTime<Utc>| at.with_timezone(&zone).date_naive();
    let days = day_of(search.from).iter_days();
    let days = days.take_while(|day| *day <= day_of(search.until));
    let is_open =
        |day: &NaiveDate| week.is_working_day(*day) && !aways.iter().any(|away| away.covers(*day));
    days.filter(is_open)
        .map(|day| Slot {
            from: zone::wall_clock(day.and_time(week.from), zone).max(search.from),
            until: zone::wall_clock(day.and_time(week.until), zone).min(search.until),
        })
        .filter(|slot| slot.from < slot.until)
        .collect()
}

/// What two ordered lists of stretches have in common.
fn common(a: &[Slot], b: &[Slot]) -> Vec<Slot> {
    let (mut i, mut j) = (0, 0);
    let mut found = Vec::new();
    while let (Some(one), Some(other)) = (a.get(i), b.get(j)) {
        let slot = Slot {
            from: one.from.max(other.from),
            until: one.until.min(other.until),
        };
        if slot.from < slot.until {
            found.push(slot);
        }
        if one.until < other.until {
            i += 1;
        } else {
            j += 1;
        }
    }
    found
}

/// What is left of a stretch when another is taken out of it.
fn without(slot: Slot, taken: Slot) -> Vec<Slot> {
    if !slot.meets(taken) {
        return vec![slot];
    }
    let before = Slot {
        until: taken.from,
        ..slot
    };
    let after = Slot {
        from: taken.until,
        ..slot
    };
    let parts = [before, after].into_iter();
    parts.filter(|part| part.from < part.until).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn slot(from: &str, until: &str) -> Slot {
        Slot {
            from: at(from),
            until: at(until),
        }
    }

    fn search(from: &str, until: &str) -> Search {
        Search {
            from: at(from),
            until: at(until),
            length: TimeDelta::minutes(45),
        }
    }

    fn week(hours: &str) -> WorkWeek {
        WorkWeek::parse("mon-fri", hours).unwrap()
    }

    #[test]
    fn stretches_that_overlap_or_touch_become_one() {
        let on = |from: &str, until: &str| {
            let at = |time: &str| format!("2026-12-03T{time}:00Z");
            slot(&at(from), &at(until))
        };
        let slots = vec![
            on("13:00", "14:00"),
            on("09:00", "10:00"),
            on("10:00", "11:00"),
            on("09:30", "09:45"),
        ];
        assert_eq!(merged(slots), [on("09:00", "11:00"), on("13:00", "14:00")]);
        assert!(on("12:00", "13:00").meets(on("11:00", "14:00")));
        assert!(!on("12:00", "13:00").meets(on("13:00", "14:00")));
    }

    #[test]
    fn common_hours_of_two_zones_are_found_on_working_days_only() {
        // Friday to Tuesday: London 9 to 17, Bogotá 9 to 17, which is 14 to 22 in London.
        let search = search("2026-12-04T00:00:00Z", "2026-12-08T12:00:00Z");
        let london = working(&week("09:00-17:00"), Tz::Europe__London, &[], search);
        let bogota = working(&week("09:00-17:00"), Tz::America__Bogota, &[], search);
        let expected = [
            slot("2026-12-04T14:00:00Z", "2026-12-04T17:00:00Z"),
            slot("2026-12-07T14:00:00Z", "2026-12-07T17:00:00Z"),
        ];
        assert_eq!(common(&london, &bogota), expected);
    }

    #[test]
    fn a_change_of_clocks_moves_the_hours_with_it() {
        let search = search("2026-03-06T00:00:00Z", "2026-03-10T00:00:00Z");
        let york = working(&week("09:00-17:00"), Tz::America__New_York, &[], search);
        assert_eq!(york[0].from, at("2026-03-06T14:00:00Z"));
        assert_eq!(york[1].from, at("2026-03-09T13:00:00Z"));
    }

    #[test]
    fn what_is_taken_leaves_what_is_around_it() {
        let day = slot("2026-12-04T14:00:00Z", "2026-12-04T17:00:00Z");
        let taken = slot("2026-12-04T15:00:00Z", "2026-12-04T15:30:00Z");
        let left = [
            slot("2026-12-04T14:00:00Z", "2026-12-04T15:00:00Z"),
            slot("2026-12-04T15:30:00Z", "2026-12-04T17:00:00Z"),
        ];
        assert_eq!(without(day, taken), left);
        assert_eq!(without(day, day), []);
    }
}
