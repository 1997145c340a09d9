//! Free slots for a call: within both people's working hours, excluding days away and busy times.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

use crate::domain::away::Away;
use crate::domain::pair::PairContext;
use crate::domain::person::{Person, Side};
use crate::domain::record::Record;
use crate::domain::workweek::WorkWeek;
use crate::domain::zone::{self, Tz};

/// A half-open stretch of time that is either free or busy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot {
    pub from: DateTime<Utc>,
    pub until: DateTime<Utc>,
}

impl Slot {
    pub fn length(&self) -> TimeDelta {
        self.until - self.from
    }

    /// Whether the two slots share any time; slots that only touch don't.
    pub fn overlaps(&self, other: Slot) -> bool {
        self.from < other.until && other.from < self.until
    }
}

/// Sorts the slots and merges those that overlap or touch.
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

/// The constraints of a search for free slots.
#[derive(Clone, Copy, Debug)]
pub struct SlotQuery {
    /// No slot starts earlier.
    pub from: DateTime<Utc>,
    /// No slot ends later.
    pub until: DateTime<Utc>,
    /// The minimum length of a slot.
    pub length: TimeDelta,
}

/// Returns all free slots in order, leaving out the `busy` ones.
pub fn find_free(
    pair: &PairContext,
    aways: &[Record<Away>],
    busy: &[Slot],
    search: SlotQuery,
) -> Vec<Slot> {
    find_common(pair, aways, busy, search, &working_hours)
}

/// Returns the free parts of the days on which both people work, whatever their hours, in order.
pub fn find_free_days(
    pair: &PairContext,
    aways: &[Record<Away>],
    busy: &[Slot],
    search: SlotQuery,
) -> Vec<Slot> {
    let next = |day: NaiveDate| day.succ_opt().unwrap_or(day);
    let whole_day = |_: &WorkWeek, day: NaiveDate| {
        (day.and_time(NaiveTime::MIN), next(day).and_time(NaiveTime::MIN))
    };
    find_common(pair, aways, busy, search, &whole_day)
}

/// Returns the free slots within the hours that `hours_of` gives both people on their working days.
fn find_common(
    pair: &PairContext,
    aways: &[Record<Away>],
    busy: &[Slot],
    search: SlotQuery,
    hours_of: HoursOfDay<'_>,
) -> Vec<Slot> {
    let slots_of = |person: &Record<Person>| {
        let own: Vec<&Away> =
            aways.iter().filter(|away| away.person == person.id).map(|away| &away.data).collect();
        day_slots(&person.week, person.zone, &own, search, hours_of)
    };
    let mut free = intersect(&slots_of(&pair.mentor), &slots_of(&pair.mentee));
    for taken in busy {
        free = free.into_iter().flat_map(|slot| subtract(slot, *taken)).collect();
    }
    free.retain(|slot| slot.length() >= search.length);
    free
}

/// Returns the start closest to `wanted` at which a call of this length fits into one of the free slots.
pub fn nearest(free: &[Slot], wanted: DateTime<Utc>, length: TimeDelta) -> Option<DateTime<Utc>> {
    let fitting = free.iter().filter(|slot| slot.length() >= length);
    let starts = fitting.map(|slot| wanted.clamp(slot.from, slot.until - length));
    starts.min_by_key(|at| (*at - wanted).abs())
}

/// Returns the sides for whom a call at `at` starts outside their working days or hours, the other side before the
/// user.
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

/// Returns the smallest extension of one side's working hours that makes a call possible. `None`: no hours on their
/// working days would.
pub fn longer_hours(pair: &PairContext, side: Side, search: SlotQuery) -> Option<WorkWeek> {
    let (own, other) = (pair.person(side), pair.person(side.other()));
    let other_hours = working_slots(&other.week, other.zone, &[], search);
    let whole_day =
        WorkWeek { from: NaiveTime::MIN, until: NaiveTime::from_hms_opt(23, 59, 0)?, ..own.week };
    let whole_days = working_slots(&whole_day, own.zone, &[], search);
    let common = intersect(&whole_days, &other_hours).into_iter();
    let fitting = common.filter(|slot| slot.length() >= search.length);
    let extended = fitting.filter_map(|slot| extend_hours(own, slot, search.length));
    extended.min_by_key(|(added, _)| *added).map(|(_, week)| week)
}

/// Extends a person's hours so that a call of this length fits into `slot`, and returns how much time that adds.
/// `None`: the call would run past midnight in the person's zone.
fn extend_hours(
    person: &Record<Person>,
    slot: Slot,
    length: TimeDelta,
) -> Option<(TimeDelta, WorkWeek)> {
    let local = |at: DateTime<Utc>| at.with_timezone(&person.zone).naive_local();
    let day = local(slot.from).date();
    let moment = |time| zone::resolve_wall_clock(day.and_time(time), person.zone);
    let (from, until) = (moment(person.week.from), moment(person.week.until));
    let begins = from.max(slot.from).min(slot.until - length);
    let ends = begins + length;
    if local(ends).date() != day {
        return None;
    }
    let zero = TimeDelta::zero();
    let added = (from - begins).max(zero) + (ends - until).max(zero);
    let week = WorkWeek {
        from: person.week.from.min(local(begins).time()),
        until: person.week.until.max(local(ends).time()),
        ..person.week
    };
    Some((added, week))
}

/// Returns the first and last local time of a working day that can be used.
type HoursOfDay<'f> = &'f dyn Fn(&WorkWeek, NaiveDate) -> (NaiveDateTime, NaiveDateTime);

fn working_hours(week: &WorkWeek, day: NaiveDate) -> (NaiveDateTime, NaiveDateTime) {
    (day.and_time(week.from), day.and_time(week.until))
}

/// Returns the working hours of one person, one slot per day, clipped to the search.
fn working_slots(week: &WorkWeek, zone: Tz, aways: &[&Away], search: SlotQuery) -> Vec<Slot> {
    day_slots(week, zone, aways, search, &working_hours)
}

/// Returns the hours of one person's working days, one slot per day, clipped to the search.
fn day_slots(
    week: &WorkWeek,
    zone: Tz,
    aways: &[&Away],
    search: SlotQuery,
    hours_of: HoursOfDay<'_>,
) -> Vec<Slot> {
    let day_of = |at: DateTime<Utc>| at.with_timezone(&zone).date_naive();
    let days = day_of(search.from).iter_days();
    let days = days.take_while(|day| *day <= day_of(search.until));
    let is_open =
        |day: &NaiveDate| week.is_working_day(*day) && !aways.iter().any(|away| away.covers(*day));
    days.filter(is_open)
        .map(|day| hours_of(week, day))
        .map(|(from, until)| Slot {
            from: zone::resolve_wall_clock(from, zone).max(search.from),
            until: zone::resolve_wall_clock(until, zone).min(search.until),
        })
        .filter(|slot| slot.from < slot.until)
        .collect()
}

/// Intersects two ordered lists of slots.
fn intersect(a: &[Slot], b: &[Slot]) -> Vec<Slot> {
    let (mut i, mut j) = (0, 0);
    let mut common = Vec::new();
    while let (Some(first), Some(second)) = (a.get(i), b.get(j)) {
        let slot = Slot { from: first.from.max(second.from), until: first.until.min(second.until) };
        if slot.from < slot.until {
            common.push(slot);
        }
        if first.until < second.until {
            i += 1;
        } else {
            j += 1;
        }
    }
    common
}

/// Returns the parts of `slot` that `taken` does not cover.
fn subtract(slot: Slot, taken: Slot) -> Vec<Slot> {
    if !slot.overlaps(taken) {
        return vec![slot];
    }
    let before = Slot { until: taken.from, ..slot };
    let after = Slot { from: taken.until, ..slot };
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
        Slot { from: utc(from), until: utc(until) }
    }

    fn search(from: &str, until: &str) -> SlotQuery {
        SlotQuery { from: utc(from), until: utc(until), length: TimeDelta::minutes(45) }
    }

    fn week(hours: &str) -> WorkWeek {
        WorkWeek::parse("mon-fri", hours).unwrap()
    }

    #[test]
    fn slots_that_overlap_or_touch_are_merged() {
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
    fn the_nearest_time_is_the_wanted_one_or_the_edge_of_a_slot() {
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
        assert_eq!(near("14:10").as_deref(), Some("15:00"), "half an hour is too short");
        assert_eq!(nearest(&free[1..2], free[1].from, length), None);
    }

    #[test]
    fn a_time_is_outside_for_the_side_that_does_not_work_then() {
        let pair = test_data::pair();
        assert_eq!(outside(&pair, utc("2026-12-04T15:00:00Z")), []);
        assert_eq!(outside(&pair, utc("2026-12-04T10:00:00Z")), [Side::Mentee]);
        assert_eq!(outside(&pair, utc("2026-12-04T17:00:00Z")), [Side::Mentor]);
        let saturday = outside(&pair, utc("2026-12-05T15:00:00Z"));
        assert_eq!(saturday, [Side::Mentee, Side::Mentor]);
    }

    #[test]
    fn longer_hours_are_proposed_only_if_they_make_a_call_possible() {
        let mut pair = test_data::pair();
        pair.mentee.zone = Tz::Pacific__Apia;
        let search = search("2026-12-01T09:00:00Z", "2026-12-15T00:00:00Z");
        assert_eq!(find_free(&pair, &[], &[], search), []);
        let week = longer_hours(&pair, Side::Mentor, search).unwrap();
        assert_eq!(week.hours_text(), "09:00-20:45");
        pair.mentor.week = week;
        assert!(!find_free(&pair, &[], &[], search).is_empty());
        // Without a common working day, no hours help.
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
    fn busy_time_splits_a_free_slot() {
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
