//! Daylight saving changes that move a call to a different local time for one side.

use chrono::{DateTime, NaiveDate, Offset, TimeDelta, TimeZone, Utc};

use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::zone::Tz;

/// A call that keeps its local time in one zone but has a different one in the other zone than before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OffsetMismatch {
    pub call: DateTime<Utc>,
    /// The day of the clock change, in the zone whose clocks change.
    pub from: NaiveDate,
    /// The day on which a later change restores the usual local time. `None`: not within the days looked ahead.
    pub until: Option<NaiveDate>,
    /// How much later (negative: earlier) the call is in the other zone.
    pub minutes: i32,
}

/// Days after a call in which to look for the change that undoes the mismatch.
const MAX_DAYS_AHEAD: i64 = 60;
/// Days before a call in which to look for the change that caused the mismatch.
const MAX_DAYS_BACK: i64 = 400;

/// Compares a call at `call`, whose local time is fixed in `anchor`, with the local time that people in `other` were
/// used to at `before`. `None`: it has not changed.
pub fn find_mismatches(
    anchor: Tz,
    other: Tz,
    before: DateTime<Utc>,
    call: DateTime<Utc>,
) -> Option<OffsetMismatch> {
    let difference = |at: DateTime<Utc>| minutes_ahead(anchor, other, at);
    let (usual, at_call) = (difference(before), difference(call));
    if before >= call || usual == at_call {
        return None;
    }
    let day = TimeDelta::days(1);
    let max_back = TimeDelta::days(MAX_DAYS_BACK);
    let mut from = call;
    while from > before && difference(from) == at_call && call - from < max_back {
        from = (from - day).max(before);
    }
    let mut until = call;
    while difference(until) == at_call && until - call < TimeDelta::days(MAX_DAYS_AHEAD) {
        until += day;
    }
    let is_undone = difference(until) == usual;
    Some(OffsetMismatch {
        call,
        from: day_of_change(anchor, other, from, from + day),
        until: is_undone.then(|| day_of_change(anchor, other, until - day, until)),
        minutes: at_call - usual,
    })
}

/// Returns the day of the change between two moments that alters the difference of the zones, in the zone whose clocks
/// change. Bisects to the second.
fn day_of_change(
    anchor: Tz,
    other: Tz,
    mut before: DateTime<Utc>,
    mut after: DateTime<Utc>,
) -> NaiveDate {
    let changed = minutes_ahead(anchor, other, after);
    while after - before > TimeDelta::seconds(1) {
        let middle = before + (after - before) / 2;
        if minutes_ahead(anchor, other, middle) == changed {
            after = middle;
        } else {
            before = middle;
        }
    }
    let has_other_changed = offset_seconds(other, before) != offset_seconds(other, after);
    let zone = if has_other_changed { other } else { anchor };
    after.with_timezone(&zone).date_naive()
}

/// Finds the mismatch of a call for each person of a pair, the other side before the user. A person in the anchor's
/// zone has none.
pub fn for_both(
    pair: &PairContext,
    anchor: Tz,
    before: DateTime<Utc>,
    call: DateTime<Utc>,
) -> Vec<(Side, OffsetMismatch)> {
    let sides = [pair.user_side().other(), pair.user_side()].into_iter();
    let mismatch_of = |side: Side| {
        let zone = pair.person(side).zone;
        Some((side, find_mismatches(anchor, zone, before, call)?))
    };
    sides.filter_map(mismatch_of).collect()
}

/// Returns by how many minutes `other` is ahead of `anchor`.
fn minutes_ahead(anchor: Tz, other: Tz, at: DateTime<Utc>) -> i32 {
    (offset_seconds(other, at) - offset_seconds(anchor, at)) / 60
}

fn offset_seconds(zone: Tz, at: DateTime<Utc>) -> i32 {
    let offset = zone.offset_from_utc_datetime(&at.naive_utc()).fix();
    offset.local_minus_utc()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_data::{date, instant};

    const LONDON: Tz = Tz::Europe__London;
    const NEW_YORK: Tz = Tz::America__New_York;
    const KOLKATA: Tz = Tz::Asia__Kolkata;

    type ExpectedMismatch = (NaiveDate, Option<NaiveDate>, i32);

    fn shift(from: &str, until: Option<&str>, minutes: i32) -> Option<ExpectedMismatch> {
        Some((date(from), until.map(date), minutes))
    }

    fn find_mismatches(
        anchor: Tz,
        other: Tz,
        before: DateTime<Utc>,
        call: DateTime<Utc>,
    ) -> Option<ExpectedMismatch> {
        let found = super::find_mismatches(anchor, other, before, call)?;
        Some((found.from, found.until, found.minutes))
    }

    #[test]
    fn a_call_between_two_clock_changes_moves_outside_its_zone() {
        let before = instant("2027-03-10T10:00:00Z");
        let call = instant("2027-03-18T16:00:00Z");
        assert_eq!(
            find_mismatches(LONDON, NEW_YORK, before, call),
            shift("2027-03-14", Some("2027-03-28"), 60)
        );
        assert_eq!(
            find_mismatches(NEW_YORK, LONDON, before, call),
            shift("2027-03-14", Some("2027-03-28"), -60)
        );
    }

    #[test]
    fn a_change_of_one_side_only_lasts_for_the_whole_summer() {
        let before = instant("2027-03-20T10:00:00Z");
        assert_eq!(
            find_mismatches(LONDON, KOLKATA, before, instant("2027-04-01T10:00:00Z")),
            shift("2027-03-28", None, -60)
        );
        assert_eq!(
            find_mismatches(KOLKATA, LONDON, before, instant("2027-04-01T05:00:00Z")),
            shift("2027-03-28", None, 60)
        );
        let winter = find_mismatches(
            LONDON,
            KOLKATA,
            instant("2026-10-20T10:00:00Z"),
            instant("2026-11-03T11:00:00Z"),
        );
        assert_eq!(winter, shift("2026-10-25", None, 60));
    }

    #[test]
    fn a_call_unaffected_by_any_change_has_no_mismatch() {
        let call = instant("2027-03-18T16:00:00Z");
        let after = instant("2027-03-15T10:00:00Z");
        assert_eq!(find_mismatches(LONDON, NEW_YORK, after, call), None);
        let before = instant("2027-03-10T10:00:00Z");
        assert_eq!(
            find_mismatches(LONDON, Tz::Europe__Berlin, before, instant("2027-04-10T10:00:00Z")),
            None,
            "both changed on the same day"
        );
        assert_eq!(
            find_mismatches(LONDON, NEW_YORK, before, instant("2027-04-10T10:00:00Z")),
            None,
            "both changed since"
        );
        assert_eq!(find_mismatches(LONDON, NEW_YORK, call, before), None);
    }

    #[test]
    fn a_change_of_half_an_hour_is_given_in_minutes() {
        // Lord Howe goes back by half an hour on 4 April; Brisbane never changes.
        let found = find_mismatches(
            Tz::Australia__Brisbane,
            Tz::Australia__Lord_Howe,
            instant("2027-04-01T00:00:00Z"),
            instant("2027-04-07T00:00:00Z"),
        );
        assert_eq!(found, shift("2027-04-04", None, -30));
    }
}
