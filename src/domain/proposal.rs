//! The next call that is proposed: near the day that the rhythm asks for, inside both people's working days and hours.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};

use crate::domain::cadence::{TOLERANCE, USUAL_TIME};
use crate::domain::checkin::USUAL;
use crate::domain::length::Minutes;
use crate::domain::pair_history::PairHistory;
use crate::domain::promise;
use crate::domain::slots::{self, Slot, SlotQuery};
use crate::domain::snapshot::PairSnapshot;
use crate::domain::zone::{self, Tz};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    pub at: DateTime<Utc>,
    /// The zone in which it keeps its hour.
    pub zone: Tz,
    pub minutes: Option<Minutes>,
    pub channel: Option<String>,
}

/// The next call of the agreed rhythm for which nothing is planned yet. None: no rhythm is agreed, or it has ended.
pub fn propose_call(snapshot: &PairSnapshot, taken: &[Slot]) -> Option<Proposal> {
    let terms = snapshot.terms()?;
    let cadence = terms.cadence?;
    let (at, zone) = if cadence.is_fixed() {
        let next = snapshot.agreed_after(snapshot.now)?;
        (next.at, next.zone)
    } else {
        let history = snapshot.history();
        let last = last_in_rhythm(snapshot, &history);
        let due = promise::call_due(&history, last)?;
        let zone = snapshot.pair.user().zone;
        (
            near_the_due_day(snapshot, (last, due), cadence.days(), taken),
            zone,
        )
    };
    Some(Proposal {
        at,
        zone,
        minutes: terms.length,
        channel: terms.channel.clone(),
    })
}

/// The last call, held or planned, up to which the rhythm is kept: one that is planned much later than it asks for leaves
/// a gap before it.
fn last_in_rhythm(snapshot: &PairSnapshot, history: &PairHistory<'_>) -> Option<DateTime<Utc>> {
    let pauses = history.pauses();
    let zone = snapshot.pair.user().zone;
    let held = snapshot.last_held.as_ref().and_then(|one| one.held_at);
    let planned = snapshot.planned.iter().filter_map(|one| one.planned_at);
    let mut last = held;
    for at in planned {
        let Some(due) = promise::call_deadline(history, last) else {
            break;
        };
        let due = pauses.add_days(due.max(snapshot.today()), 0);
        if (at.with_timezone(&zone).date_naive() - due).num_days() > TOLERANCE {
            break;
        }
        last = last.max(Some(at));
    }
    last
}

/// At the hour of the last call on the day by which the two should meet, if both work then; else at the nearest time of
/// that day, else of the days around it, those before it first: later is late.
fn near_the_due_day(
    snapshot: &PairSnapshot,
    (last, due): (Option<DateTime<Utc>>, NaiveDate),
    rhythm: i64,
    taken: &[Slot],
) -> DateTime<Utc> {
    let zone = snapshot.pair.user().zone;
    let pauses = snapshot.pauses();
    let local = last.map(|at| at.with_timezone(&zone).naive_local());
    let time = local.map_or(USUAL_TIME, |last| last.time());
    let due = pauses.add_days(due.max(snapshot.today()), 0);
    let on = |day: NaiveDate| zone::resolve_wall_clock(day.and_time(time), zone);
    let now = snapshot.now.max(last.unwrap_or(snapshot.now));
    let length = snapshot.terms().and_then(|terms| terms.length);
    let search = SlotQuery {
        from: now + TimeDelta::seconds(1),
        until: on(due) + TimeDelta::days(TOLERANCE + 1),
        length: length.unwrap_or(USUAL).delta(),
    };
    let free = slots::find_free(&snapshot.pair, &snapshot.aways, taken, search);
    let is_ahead = |day: &NaiveDate| on(*day) > now;
    let is_after_last = |day: &NaiveDate| local.is_none_or(|last| *day > last.date());
    let fits = |day: NaiveDate| {
        let at = slots::nearest(&on_day(&free, day, zone), on(day), search.length)?;
        Some(at)
    };
    let mut days = days_around(due, rhythm).into_iter();
    let found = days.find_map(|day| {
        let may_be = is_ahead(&day) && is_after_last(&day);
        may_be.then(|| fits(day)).flatten()
    });
    let tomorrow = due.succ_opt().unwrap_or(due);
    let usual = if is_ahead(&due) {
        on(due)
    } else {
        on(tomorrow)
    };
    found.unwrap_or(usual)
}

/// The day itself, those before it, those after it, as far as the rhythm bears it.
fn days_around(due: NaiveDate, rhythm: i64) -> Vec<NaiveDate> {
    let far = u64::try_from(TOLERANCE.min(rhythm / 2)).unwrap_or(0);
    let before = (1..=far).filter_map(|days| due.checked_sub_days(Days::new(days)));
    let after =
        (1..=TOLERANCE.unsigned_abs()).filter_map(|days| due.checked_add_days(Days::new(days)));
    std::iter::once(due).chain(before).chain(after).collect()
}

/// What of the stretches lies on a day.
fn on_day(free: &[Slot], day: NaiveDate, zone: Tz) -> Vec<Slot> {
    let midnight = |day: NaiveDate| zone::resolve_wall_clock(day.and_time(NaiveTime::MIN), zone);
    let (from, until) = (midnight(day), midnight(day.succ_opt().unwrap_or(day)));
    let cut = free.iter().map(|slot| Slot {
        from: slot.from.max(from),
        until: slot.until.min(until),
    });
    cut.filter(|slot| slot.from < slot.until).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agreement::AgreementTerms;
    use crate::domain::cadence::Cadence;
    use crate::domain::checkin::CheckIn;
    use crate::domain::next_call::FirstPlan;
    use crate::domain::record::{Id, Record};
    use crate::domain::test_data::{self, date, instant};

    fn rhythm(cadence: &str, day: &str, held: Option<&str>) -> PairSnapshot {
        let mut snapshot = test_data::snapshot(day);
        snapshot.versions = vec![test_data::agreement(AgreementTerms {
            starts: Some(date("2026-12-01")),
            cadence: Cadence::parse(cadence, Tz::Europe__London).ok(),
            length: Some(Minutes(45)),
            ..AgreementTerms::default()
        })];
        snapshot.last_held = held.map(test_data::held_checkin);
        snapshot.last_agreed = held.map(instant);
        snapshot
    }

    fn plan(snapshot: &mut PairSnapshot, moment: &str) {
        let one = CheckIn::planned(Id::new(1), instant(moment), Tz::Europe__London);
        let number = snapshot.planned.len() + 2;
        snapshot
            .planned
            .push(Record::with_id(i64::try_from(number).unwrap(), one));
    }

    fn proposal(snapshot: &PairSnapshot) -> String {
        let found = propose_call(snapshot, &[]).unwrap();
        found.at.format("%m-%dT%H:%M").to_string()
    }

    #[test]
    fn the_hour_of_the_last_call_is_kept_where_both_work_then() {
        let snapshot = rhythm("every 2 weeks", "2026-12-04", Some("2026-12-03T15:00:00Z"));
        assert_eq!(proposal(&snapshot), "12-17T15:00");
    }

    #[test]
    fn a_day_on_which_nobody_works_gives_way_to_the_one_before() {
        let snapshot = rhythm("every 10 days", "2026-12-03", Some("2026-12-02T15:00:00Z"));
        assert_eq!(
            proposal(&snapshot),
            "12-11T15:00",
            "12 December is a Saturday"
        );
        let snapshot = rhythm("every 10 days", "2026-12-12", Some("2026-12-02T15:00:00Z"));
        assert_eq!(proposal(&snapshot), "12-14T15:00", "it is already Saturday");
    }

    #[test]
    fn an_hour_that_is_night_for_one_gives_way_to_the_nearest_of_that_day() {
        let snapshot = rhythm("every 2 weeks", "2026-12-04", Some("2026-12-03T10:00:00Z"));
        assert_eq!(proposal(&snapshot), "12-17T14:00", "09:00 in Bogotá");
        let mut apart = rhythm("every 2 weeks", "2026-12-04", Some("2026-12-03T10:00:00Z"));
        apart.pair.mentee.zone = Tz::Pacific__Apia;
        assert_eq!(proposal(&apart), "12-17T10:00", "there is no better hour");
    }

    #[test]
    fn days_away_that_lie_behind_put_it_off() {
        let mut snapshot = rhythm("every 2 weeks", "2027-01-05", Some("2026-12-15T15:00:00Z"));
        let leave = test_data::away(2, "2026-12-20", "2027-01-03");
        snapshot.aways.push(Record::with_id(1, leave));
        assert_eq!(proposal(&snapshot), "01-13T15:00");
        assert_eq!(snapshot.meet_by(), Some(date("2027-01-13")));
    }

    #[test]
    fn what_is_planned_in_the_rhythm_is_counted_from_and_what_leaves_a_gap_is_not() {
        let mut snapshot = rhythm("every 2 weeks", "2026-12-04", Some("2026-12-03T15:00:00Z"));
        plan(&mut snapshot, "2026-12-16T15:00:00Z");
        assert_eq!(proposal(&snapshot), "12-30T15:00");
        plan(&mut snapshot, "2027-03-01T15:00:00Z");
        assert_eq!(proposal(&snapshot), "12-30T15:00");
    }

    #[test]
    fn a_first_call_that_is_planned_within_the_rhythm_is_counted_from() {
        let mut snapshot = rhythm("every 2 weeks", "2026-12-01", None);
        assert_eq!(proposal(&snapshot), "12-01T16:00");
        plan(&mut snapshot, "2026-12-10T15:00:00Z");
        assert_eq!(proposal(&snapshot), "12-24T15:00");
    }

    #[test]
    fn nothing_is_proposed_after_the_last_day_of_the_agreement() {
        let mut snapshot = rhythm("every 2 weeks", "2026-12-04", Some("2026-12-03T15:00:00Z"));
        snapshot.versions[0].data.terms.ends = Some(date("2026-12-16"));
        assert_eq!(propose_call(&snapshot, &[]), None);
        snapshot.versions[0].data.terms.ends = Some(date("2026-12-17"));
        assert_eq!(proposal(&snapshot), "12-17T15:00");
    }

    #[test]
    fn what_is_taken_is_not_proposed() {
        let snapshot = rhythm("every 2 weeks", "2026-12-04", Some("2026-12-03T15:00:00Z"));
        let taken = Slot {
            from: instant("2026-12-17T14:30:00Z"),
            until: instant("2026-12-17T15:15:00Z"),
        };
        let found = propose_call(&snapshot, &[taken]).unwrap();
        assert_eq!(found.at, instant("2026-12-17T15:15:00Z"));
    }

    #[test]
    fn a_fixed_rhythm_keeps_its_time_and_no_extra_call_hides_it() {
        let mut snapshot = rhythm("weekly on thu 07:00", "2026-12-01", None);
        plan(&mut snapshot, "2026-12-09T15:00:00Z");
        assert_eq!(proposal(&snapshot), "12-03T07:00");
        let next = snapshot.next_call().unwrap();
        assert_eq!(
            (next.at, next.checkin.is_none()),
            (instant("2026-12-03T07:00:00Z"), true)
        );
        snapshot.first_plans.push(FirstPlan {
            at: instant("2026-12-03T07:00:00Z"),
            was_planned: true,
            is_off: true,
        });
        assert_eq!(
            snapshot.next_call().unwrap().at,
            instant("2026-12-09T15:00:00Z")
        );
    }
}
