//! Proposes the next call: close to the day required by the rhythm, within both people's working days and hours.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};

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
    /// The zone in which the local time is fixed.
    pub zone: Tz,
    pub minutes: Option<Minutes>,
    pub channel: Option<String>,
}

/// Proposes the next call of the agreed rhythm that is not planned yet, avoiding the `taken` slots. `None`: no rhythm
/// is agreed, or it has ended.
pub fn propose_call(snapshot: &PairSnapshot, taken: &[Slot]) -> Option<Proposal> {
    let terms = snapshot.terms()?;
    let cadence = terms.cadence?;
    let (at, zone) = if cadence.is_fixed() {
        let next = snapshot.agreed_after(snapshot.now.at)?;
        (next.at, next.zone)
    } else {
        let history = snapshot.history();
        let last = last_in_rhythm(snapshot, &history);
        let due = promise::call_due(&history, last)?;
        let zone = snapshot.pair.user().zone;
        (propose_near(snapshot, (last, due), cadence.days(), taken), zone)
    };
    Some(Proposal { at, zone, minutes: terms.length, channel: terms.channel.clone() })
}

/// Returns the last held or planned call up to which the rhythm has no gap. A call that is planned too late for the
/// rhythm leaves a gap before it and is not counted, nor are those after it.
fn last_in_rhythm(snapshot: &PairSnapshot, history: &PairHistory<'_>) -> Option<DateTime<Utc>> {
    let pauses = history.pauses();
    let zone = snapshot.pair.user().zone;
    let held = snapshot.last_held.as_ref().and_then(|checkin| checkin.held_at);
    let planned = snapshot.planned.iter().filter_map(|checkin| checkin.planned_at);
    let mut last = held;
    for at in planned {
        let Some(due) = promise::call_deadline(history, last) else {
            break;
        };
        let due = pauses.add_days(due.max(snapshot.today().day), 0);
        if (at.with_timezone(&zone).date_naive() - due).num_days() > TOLERANCE {
            break;
        }
        last = last.max(Some(at));
    }
    last
}

/// Proposes the due day at the local time of the last call if both work then, otherwise the nearest free time of that
/// day or of the days around it. Earlier days are tried first, since a later call breaks the rhythm. If their hours have
/// nothing in common, a day on which both work counts as free.
fn propose_near(
    snapshot: &PairSnapshot,
    (last, due): (Option<DateTime<Utc>>, NaiveDate),
    rhythm: i64,
    taken: &[Slot],
) -> DateTime<Utc> {
    let zone = snapshot.pair.user().zone;
    let pauses = snapshot.pauses();
    let local = last.map(|at| at.with_timezone(&zone).naive_local());
    let time = local.map_or(USUAL_TIME, |last| last.time());
    let due = pauses.add_days(due.max(snapshot.today().day), 0);
    let usual_time_on = |day: NaiveDate| zone::resolve_wall_clock(day.and_time(time), zone);
    let now = snapshot.now.at;
    let now = now.max(last.unwrap_or(now));
    let length = snapshot.terms().and_then(|terms| terms.length);
    let search = SlotQuery {
        from: now + TimeDelta::seconds(1),
        until: usual_time_on(due) + TimeDelta::days(TOLERANCE + 1),
        length: length.unwrap_or(USUAL).delta(),
    };
    let free = slots::find_free(&snapshot.pair, &snapshot.aways, taken, search);
    let free_days = slots::find_free_days(&snapshot.pair, &snapshot.aways, taken, search);
    let is_ahead = |day: &NaiveDate| usual_time_on(*day) > now;
    let is_after_last = |day: &NaiveDate| local.is_none_or(|last| *day > last.date());
    let candidates = days_around(due, rhythm).into_iter();
    let candidates = candidates.filter(|day| is_ahead(day) && is_after_last(day));
    let candidates: Vec<NaiveDate> = candidates.collect();
    let nearest_among = |free: &[Slot]| {
        candidates.iter().find_map(|day| {
            let free = slots_on_day(free, *day, zone);
            slots::nearest(&free, usual_time_on(*day), search.length)
        })
    };
    let fallback_day = if is_ahead(&due) { due } else { due.succ_opt().unwrap_or(due) };
    nearest_among(&free)
        .or_else(|| nearest_among(&free_days))
        .unwrap_or_else(|| usual_time_on(fallback_day))
}

/// Returns the due day, then the days before it, then those after it, as far as the tolerance of the rhythm allows.
/// `rhythm` is its interval in days; at most half of it is used before the due day.
fn days_around(due: NaiveDate, rhythm: i64) -> Vec<NaiveDate> {
    let days_before = u64::try_from(TOLERANCE.min(rhythm / 2)).unwrap_or(0);
    let before = (1..=days_before).filter_map(|days| due.checked_sub_days(Days::new(days)));
    let after =
        (1..=TOLERANCE.unsigned_abs()).filter_map(|days| due.checked_add_days(Days::new(days)));
    std::iter::once(due).chain(before).chain(after).collect()
}

/// Returns the parts of the slots that lie on a day in `zone`.
fn slots_on_day(free: &[Slot], day: NaiveDate, zone: Tz) -> Vec<Slot> {
    let next = day.succ_opt().unwrap_or(day);
    let (from, until) = (zone::start_of_day(day, zone), zone::start_of_day(next, zone));
    let clipped =
        free.iter().map(|slot| Slot { from: slot.from.max(from), until: slot.until.min(until) });
    clipped.filter(|slot| slot.from < slot.until).collect()
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
    use crate::domain::workweek::WorkWeek;

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
        let checkin = CheckIn::planned(Id::new(1), instant(moment), Tz::Europe__London);
        let number = snapshot.planned.len() + 2;
        snapshot.planned.push(Record::with_id(i64::try_from(number).unwrap(), checkin));
    }

    fn proposal(snapshot: &PairSnapshot) -> String {
        let proposal = propose_call(snapshot, &[]).unwrap();
        proposal.at.format("%m-%dT%H:%M").to_string()
    }

    #[test]
    fn the_time_of_the_last_call_is_proposed_if_both_work_then() {
        let snapshot = rhythm("every 2 weeks", "2026-12-04", Some("2026-12-03T15:00:00Z"));
        assert_eq!(proposal(&snapshot), "12-17T15:00");
    }

    #[test]
    fn a_non_working_due_day_is_replaced_by_the_day_before() {
        let snapshot = rhythm("every 10 days", "2026-12-03", Some("2026-12-02T15:00:00Z"));
        assert_eq!(proposal(&snapshot), "12-11T15:00", "12 December is a Saturday");
        let snapshot = rhythm("every 10 days", "2026-12-12", Some("2026-12-02T15:00:00Z"));
        assert_eq!(proposal(&snapshot), "12-14T15:00", "it is already Saturday");
    }

    #[test]
    fn a_time_outside_working_hours_is_replaced_by_the_nearest() {
        let snapshot = rhythm("every 2 weeks", "2026-12-04", Some("2026-12-03T10:00:00Z"));
        assert_eq!(proposal(&snapshot), "12-17T14:00", "09:00 in Bogotá");
        let mut apart = rhythm("every 2 weeks", "2026-12-04", Some("2026-12-03T10:00:00Z"));
        apart.pair.mentee.zone = Tz::Pacific__Apia;
        assert_eq!(proposal(&apart), "12-17T10:00", "there is no better hour");
    }

    #[test]
    fn a_day_on_which_both_work_is_proposed_without_common_hours() {
        let far = |zone, days| {
            let mut snapshot = rhythm("every 10 days", "2026-12-03", Some("2026-12-02T10:00:00Z"));
            snapshot.pair.mentee.zone = zone;
            snapshot.pair.mentee.week = WorkWeek::parse(days, "09:00-17:00").unwrap();
            proposal(&snapshot)
        };
        let apia = Tz::Pacific__Apia;
        assert_eq!(far(apia, "mon-fri"), "12-11T10:00", "12 December is a Saturday");
        assert_eq!(far(apia, "mon,tue"), "12-14T10:00");
        assert_eq!(far(apia, "sat"), "12-11T11:00", "it is Saturday in Apia from 11:00");
        assert_eq!(far(apia, "sun"), "12-12T10:00", "they work on no common day");
    }

    #[test]
    fn past_days_away_delay_the_proposal() {
        let mut snapshot = rhythm("every 2 weeks", "2027-01-05", Some("2026-12-15T15:00:00Z"));
        let leave = test_data::away(2, "2026-12-20", "2027-01-03");
        snapshot.aways.push(Record::with_id(1, leave));
        assert_eq!(proposal(&snapshot), "01-13T15:00");
        assert_eq!(snapshot.meet_by(), Some(date("2027-01-13")));
    }

    #[test]
    fn planned_calls_count_unless_they_leave_a_gap() {
        let mut snapshot = rhythm("every 2 weeks", "2026-12-04", Some("2026-12-03T15:00:00Z"));
        plan(&mut snapshot, "2026-12-16T15:00:00Z");
        assert_eq!(proposal(&snapshot), "12-30T15:00");
        plan(&mut snapshot, "2027-03-01T15:00:00Z");
        assert_eq!(proposal(&snapshot), "12-30T15:00");
    }

    #[test]
    fn a_first_planned_call_within_the_rhythm_counts() {
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
    fn busy_slots_are_not_proposed() {
        let snapshot = rhythm("every 2 weeks", "2026-12-04", Some("2026-12-03T15:00:00Z"));
        let taken =
            Slot { from: instant("2026-12-17T14:30:00Z"), until: instant("2026-12-17T15:15:00Z") };
        let found = propose_call(&snapshot, &[taken]).unwrap();
        assert_eq!(found.at, instant("2026-12-17T15:15:00Z"));
    }

    #[test]
    fn an_extra_call_does_not_replace_one_of_a_fixed_rhythm() {
        let mut snapshot = rhythm("weekly on thu 07:00", "2026-12-01", None);
        plan(&mut snapshot, "2026-12-09T15:00:00Z");
        assert_eq!(proposal(&snapshot), "12-03T07:00");
        let next = snapshot.next_call().unwrap();
        assert_eq!((next.at, next.checkin.is_none()), (instant("2026-12-03T07:00:00Z"), true));
        snapshot.first_plans.push(FirstPlan {
            at: instant("2026-12-03T07:00:00Z"),
            was_planned: true,
            is_off: true,
        });
        assert_eq!(snapshot.next_call().unwrap().at, instant("2026-12-09T15:00:00Z"));
    }
}
