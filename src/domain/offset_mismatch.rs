//! Clocks that change before a call: for whom it falls at another hour, and by how much.

use chrono::{DateTime, NaiveDate, Offset, TimeDelta, TimeZone, Utc};

use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::zone::Tz;

/// A call that keeps its hour in one zone and falls at another one than before in the other zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OffsetMismatch {
    pub call: DateTime<Utc>,
    /// The day of the change.
    pub from: NaiveDate,
    /// The day from which it is as before again, if that is soon after the call.
    pub until: Option<NaiveDate>,
    /// How much later (or, negative, earlier) it is in the other zone.
    pub minutes: i32,
}

/// So many days after a call are looked at for the change that undoes the shift.
const AHEAD: i64 = 60;
/// No change of clocks lies further back than this from a call that it still concerns.
const BACK: i64 = 400;

/// What the clocks do to a call at `call` that keeps its hour in `anchor`, for somebody in `other` who is used to how it
/// was at `before`. None: it is at their usual hour.
pub fn find_mismatches(
    anchor: Tz,
    other: Tz,
    before: DateTime<Utc>,
    call: DateTime<Utc>,
) -> Option<OffsetMismatch> {
    let (usual, then) = (ahead(anchor, other, before), ahead(anchor, other, call));
    if before >= call || usual == then {
        return None;
    }
    let gap = |at: DateTime<Utc>| ahead(anchor, other, at);
    let day = TimeDelta::days(1);
    let mut from = call;
    while from > before && gap(from) == then && call - from < TimeDelta::days(BACK) {
        from = (from - day).max(before);
    }
    let mut until = call;
    while gap(until) == then && until - call < TimeDelta::days(AHEAD) {
        until += day;
    }
    let is_undone = gap(until) == usual;
    Some(OffsetMismatch {
        call,
        from: day_of_change(anchor, other, from, from + day),
        until: is_undone.then(|| day_of_change(anchor, other, until - day, until)),
        minutes: then - usual,
    })
}

/// The day of the change between two moments that has an effect on how far the zones are apart, where the clocks change.
fn day_of_change(
    anchor: Tz,
    other: Tz,
    mut before: DateTime<Utc>,
    mut after: DateTime<Utc>,
) -> NaiveDate {
    let changed = ahead(anchor, other, after);
    while after - before > TimeDelta::seconds(1) {
        let middle = before + (after - before) / 2;
        if ahead(anchor, other, middle) == changed {
            after = middle;
        } else {
            before = middle;
        }
    }
    let is_others = offset(other, before) != offset(other, after);
    let zone = if is_others { other } else { anchor };
    after.with_timezone(&zone).date_naive()
}

/// The same for both people of a pair: whoever lives by the clock that the call keeps to has it at its hour.
pub fn for_both(
    pair: &PairContext,
    anchor: Tz,
    before: DateTime<Utc>,
    call: DateTime<Utc>,
) -> Vec<(Side, OffsetMismatch)> {
    let sides = [pair.user_side().other(), pair.user_side()].into_iter();
    let shift = |side: Side| {
        Some((
            side,
            find_mismatches(anchor, pair.person(side).zone, before, call)?,
        ))
    };
    sides.filter_map(shift).collect()
}

/// By how many minutes the clocks of `other` are ahead of those of `anchor`.
fn ahead(anchor: Tz, other: Tz, at: DateTime<Utc>) -> i32 {
    (offset(other, at) - offset(anchor, at)) / 60
}

fn offset(zone: Tz, at: DateTime<Utc>) -> i32 {
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
    fn a_call_between_two_clock_changes_moves_for_whoever_does_not_keep_its_hour() {
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
    fn where_only_one_side_changes_its_clocks_it_is_so_for_the_whole_summer() {
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
    fn a_call_that_no_change_concerns_is_not_spoken_of() {
        let call = instant("2027-03-18T16:00:00Z");
        let after = instant("2027-03-15T10:00:00Z");
        assert_eq!(find_mismatches(LONDON, NEW_YORK, after, call), None);
        let before = instant("2027-03-10T10:00:00Z");
        assert_eq!(
            find_mismatches(
                LONDON,
                Tz::Europe__Berlin,
                before,
                instant("2027-04-10T10:00:00Z")
            ),
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
    fn a_change_of_half_an_hour_in_the_south_is_told_in_minutes() {
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
