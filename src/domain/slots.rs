//! When the two can meet: inside both working hours, outside both people's days away and what is planned already.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

use crate::domain::away::Away;
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
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
    pub fn overlaps(&self, other: Slot) -> bool {
        self.from < other.until && other.from < self.until
    }
}

/// In order, those that overlap or touch as one.
pub fn merge(mut slots: Vec<Slot>) -> Vec<Slot> {
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
pub struct SlotQuery {
    /// Nothing before it.
    pub from: DateTime<Utc>,
    /// Nothing after it.
    pub until: DateTime<Utc>,
    /// No stretch shorter than this.
    pub length: TimeDelta,
}

/// All stretches, in order. `busy` holds what is taken already.
pub fn find_free(
    pair: &PairContext,
    aways: &[Record<Away>],
    busy: &[Slot],
    search: SlotQuery,
) -> Vec<Slot> {
    let hours = |side: &Record<crate::domain::person::Person>| {
        let own: Vec<&Away> = aways
            .iter()
            .filter(|away| away.person == side.id)
            .map(|away| &away.data)
            .collect();
        working_slots(&side.week, side.zone, &own, search)
    };
    let both = intersect(&hours(&pair.mentor), &hours(&pair.mentee));
    let mut free = both;
    for taken in busy {
        free = free
            .into_iter()
            .flat_map(|slot| subtract(slot, *taken))
            .collect();
    }
    free.retain(|slot| slot.length() >= search.length);
    free
}

/// The time nearest to `wanted` at which a call of this length fits into one of the stretches.
pub fn nearest(free: &[Slot], wanted: DateTime<Utc>, length: TimeDelta) -> Option<DateTime<Utc>> {
    let fitting = free.iter().filter(|slot| slot.length() >= length);
    let times = fitting.map(|slot| wanted.clamp(slot.from, slot.until - length));
    times.min_by_key(|at| (*at - wanted).abs())
}

/// The sides for whom a call at `at` begins outside their working days or hours.
pub fn outside(pair: &PairContext, at: DateTime<Utc>) -> Vec<Side> {
    let is_outside = |side: &Side| {
        let person = pair.person(*side);
        let local = at.with_timezone(&person.zone).naive_local();
        let is_in_hours = (person.week.from..person.week.until).contains(&local.time());
        !(is_in_hours && person.week.is_working_day(local.date()))
    };
    let sides = [pair.user_side().other(), pair.user_side()].into_iter();
    sides.filter(is_outside).collect()
}

/// The hours of one side that open a time for both when they take the place of their own, with the least that has to be
/// added. None: no hours of theirs would.
pub fn longer_hours(pair: &PairContext, side: Side, search: SlotQuery) -> Option<WorkWeek> {
    let (own, other) = (pair.person(side), pair.person(side.other()));
    let theirs = working_slots(&other.week, other.zone, &[], search);
    let whole_day = WorkWeek {
        from: NaiveTime::MIN,
        until: NaiveTime::from_hms_opt(23, 59, 0)?,
        ..own.week
    };
    let days = working_slots(&whole_day, own.zone, &[], search);
    let fitting = intersect(&days, &theirs).into_iter();
    let longer = fitting
        .filter(|slot| slot.length() >= search.length)
        .filter_map(|slot| {
            let day = slot.from.with_timezone(&own.zone).date_naive();
            let from = zone::resolve_wall_clock(day.and_time(own.week.from), own.zone);
            let until = zone::resolve_wall_clock(day.and_time(own.week.until), own.zone);
            let begins = from.max(slot.from).min(slot.until - search.length);
            let ends = begins + search.length;
            let added =
                (from - begins).max(TimeDelta::zero()) + (ends - until).max(TimeDelta::zero());
            let local = |at: DateTime<Utc>| at.with_timezone(&own.zone).naive_local();
            (local(ends).date() == day).then(|| {
                let week = WorkWeek {
                    from: own.week.from.min(local(begins).time()),
                    until: own.week.until.max(local(ends).time()),
                    ..own.week
                };
                (added, week)
            })
        });
    longer.min_by_key(|(added, _)| *added).map(|(_, week)| week)
}

/// The working hours of one person, day by day, cut to the search.
fn working_slots(week: &WorkWeek, zone: Tz, aways: &[&Away], search: SlotQuery) -> Vec<Slot> {
    let day_of = |at: DateTime<Utc>| at.with_timezone(&zone).date_naive();
    let days = day_of(search.from).iter_days();
    let days = days.take_while(|day| *day <= day_of(search.until));
    let is_open =
        |day: &NaiveDate| week.is_working_day(*day) && !aways.iter().any(|away| away.covers(*day));
    days.filter(is_open)
        .map(|day| Slot {
            from: zone::resolve_wall_clock(day.and_time(week.from), zone).max(search.from),
            until: zone::resolve_wall_clock(day.and_time(week.until), zone).min(search.until),
        })
        .filter(|slot| slot.from < slot.until)
        .collect()
}

/// What two ordered lists of stretches have in common.
fn intersect(a: &[Slot], b: &[Slot]) -> Vec<Slot> {
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
fn subtract(slot: Slot, taken: Slot) -> Vec<Slot> {
    if !slot.overlaps(taken) {
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
    use crate::domain::test_data;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn slot(from: &str, until: &str) -> Slot {
        Slot {
            from: utc(from),
            until: utc(until),
        }
    }

    fn search(from: &str, until: &str) -> SlotQuery {
        SlotQuery {
            from: utc(from),
            until: utc(until),
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
        assert_eq!(merge(slots), [on("09:00", "11:00"), on("13:00", "14:00")]);
        assert!(on("12:00", "13:00").overlaps(on("11:00", "14:00")));
        assert!(!on("12:00", "13:00").overlaps(on("13:00", "14:00")));
    }

    #[test]
    fn common_hours_of_two_zones_are_found_on_working_days_only() {
        // Friday to Tuesday: London 9 to 17, Bogotá 9 to 17, which is 14 to 22 in London.
        let search = search("2026-12-04T00:00:00Z", "2026-12-08T12:00:00Z");
        let london = working_slots(&week("09:00-17:00"), Tz::Europe__London, &[], search);
        let bogota = working_slots(&week("09:00-17:00"), Tz::America__Bogota, &[], search);
        let expected = [
            slot("2026-12-04T14:00:00Z", "2026-12-04T17:00:00Z"),
            slot("2026-12-07T14:00:00Z", "2026-12-07T17:00:00Z"),
        ];
        assert_eq!(intersect(&london, &bogota), expected);
    }

    #[test]
    fn the_nearest_time_is_the_wanted_one_or_the_edge_of_a_stretch() {
        let free = [
            slot("2026-12-04T09:00:00Z", "2026-12-04T11:00:00Z"),
            slot("2026-12-04T14:00:00Z", "2026-12-04T14:30:00Z"),
            slot("2026-12-04T15:00:00Z", "2026-12-04T17:30:00Z"),
        ];
        let length = TimeDelta::minutes(45);
        let near = |wanted: &str| {
            let found = nearest(&free, utc(&format!("2026-12-04T{wanted}:00Z")), length);
            found.map(|at| at.format("%H:%M").to_string())
        };
        assert_eq!(near("09:30").as_deref(), Some("09:30"));
        assert_eq!(near("05:00").as_deref(), Some("09:00"));
        assert_eq!(near("17:00").as_deref(), Some("16:45"));
        assert_eq!(
            near("14:10").as_deref(),
            Some("15:00"),
            "half an hour is too short"
        );
        assert_eq!(nearest(&free[1..2], free[1].from, length), None);
    }

    #[test]
    fn a_time_is_outside_for_whoever_does_not_work_then() {
        let pair = test_data::pair();
        assert_eq!(outside(&pair, utc("2026-12-04T15:00:00Z")), []);
        assert_eq!(outside(&pair, utc("2026-12-04T10:00:00Z")), [Side::Mentee]);
        assert_eq!(outside(&pair, utc("2026-12-04T17:00:00Z")), [Side::Mentor]);
        let saturday = outside(&pair, utc("2026-12-05T15:00:00Z"));
        assert_eq!(saturday, [Side::Mentee, Side::Mentor]);
    }

    #[test]
    fn longer_hours_are_only_named_where_they_open_a_time() {
        let mut pair = test_data::pair();
        pair.mentee.zone = Tz::Pacific__Apia;
        let search = search("2026-12-01T09:00:00Z", "2026-12-15T00:00:00Z");
        assert_eq!(find_free(&pair, &[], &[], search), []);
        let week = longer_hours(&pair, Side::Mentor, search).unwrap();
        assert_eq!(week.hours_text(), "09:00-20:45");
        pair.mentor.week = week;
        assert!(!find_free(&pair, &[], &[], search).is_empty());
        // Who works on other days of the week meets in no hours.
        pair.mentor.week = WorkWeek::parse("sun", "09:00-17:00").unwrap();
        pair.mentee.zone = Tz::Europe__London;
        assert_eq!(longer_hours(&pair, Side::Mentor, search), None);
    }

    #[test]
    fn a_change_of_clocks_moves_the_hours_with_it() {
        let search = search("2026-03-06T00:00:00Z", "2026-03-10T00:00:00Z");
        let york = working_slots(&week("09:00-17:00"), Tz::America__New_York, &[], search);
        assert_eq!(york[0].from, utc("2026-03-06T14:00:00Z"));
        assert_eq!(york[1].from, utc("2026-03-09T13:00:00Z"));
    }

    #[test]
    fn what_is_taken_leaves_what_is_around_it() {
        let day = slot("2026-12-04T14:00:00Z", "2026-12-04T17:00:00Z");
        let taken = slot("2026-12-04T15:00:00Z", "2026-12-04T15:30:00Z");
        let left = [
            slot("2026-12-04T14:00:00Z", "2026-12-04T15:00:00Z"),
            slot("2026-12-04T15:30:00Z", "2026-12-04T17:00:00Z"),
        ];
        assert_eq!(subtract(day, taken), left);
        assert_eq!(subtract(day, day), []);
    }
}
