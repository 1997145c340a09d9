//! Assigns check-ins to the occurrences of an agreed, fixed rhythm.
//!
//! Calendars identify an event by its UID, so the assignment must never change. It depends only on facts that are
//! final: the time a check-in was first planned for, when it was created, and the agreement in force then.

mod series;

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};

use crate::domain::agreement::Agreement;
use crate::domain::away::Pauses;
use crate::domain::checkin::CheckIn;
use crate::domain::goal::{DateMove, Moved};
use crate::domain::pair::PairContext;
use crate::domain::record::Record;
use crate::domain::timetable::series::all_series;

pub use series::{Occurrence, Series, SeriesMember};

/// All check-ins of a pair, assigned to series or standalone.
#[derive(Clone, Debug)]
pub struct Timetable<'a> {
    pub series: Vec<Series<'a>>,
    /// Check-ins that belong to no series.
    pub alone: Vec<&'a Record<CheckIn>>,
}

impl<'a> Timetable<'a> {
    /// Takes `agreements` with the oldest version first, and `moves` oldest first.
    pub fn build(
        pair: &PairContext,
        agreements: &'a [Record<Agreement>],
        checkins: &'a [Record<CheckIn>],
        moves: &[Record<DateMove>],
        pauses: &Pauses,
    ) -> Timetable<'a> {
        let first_plans = first_plans(moves);
        let mut timetable = Timetable { series: all_series(pair, agreements), alone: Vec::new() };
        let mut by_number: Vec<&Record<CheckIn>> = checkins.iter().collect();
        by_number.sort_by_key(|checkin| checkin.id);
        let mut claimed: HashSet<DateTime<Utc>> = HashSet::new();
        for checkin in by_number {
            let first_plan = first_plans.get(&checkin.id.number()).copied();
            let planned = first_plan.or(checkin.planned_at);
            let mut is_member = false;
            for series in &mut timetable.series {
                let Some(occurrence) = assigned_occurrence(series, planned, checkin) else {
                    continue;
                };
                let was_in_force = checkin.created_at >= series.versions[0].created_at
                    && series.replaced_at.is_none_or(|end| checkin.created_at < end);
                if was_in_force && !is_member && claimed.insert(occurrence.at) {
                    is_member = true;
                    series.members.push(SeriesMember { occurrence, checkin });
                } else {
                    series.taken.push(occurrence);
                }
            }
            if !is_member {
                timetable.alone.push(checkin);
            }
        }
        for series in &mut timetable.series {
            series.settle_exclusions(pauses);
        }
        timetable
    }
}

/// Returns the first planned time of each check-in that was moved, by its number. Takes `moves` oldest first.
fn first_plans(moves: &[Record<DateMove>]) -> HashMap<i64, DateTime<Utc>> {
    let mut first_plans = HashMap::new();
    for moved in moves.iter().filter(|moved| moved.what == Moved::CheckIn) {
        if let Some(from) = moved.from.as_deref().and_then(|from| from.parse().ok()) {
            first_plans.entry(moved.number).or_insert(from);
        }
    }
    first_plans
}

/// Returns the occurrence for which a check-in was first planned. A check-in that was logged without a plan
/// is assigned to the occurrence of its day, unless it is an extra call.
fn assigned_occurrence(
    series: &Series<'_>,
    planned: Option<DateTime<Utc>>,
    checkin: &CheckIn,
) -> Option<Occurrence> {
    if let Some(planned) = planned {
        return series.occurrence_at(planned);
    }
    if checkin.extra {
        return None;
    }
    let day = checkin.held_at?.with_timezone(&series.zone).date_naive();
    series.occurrence_on(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::agreement::AgreementTerms;
    use crate::domain::cadence::Cadence;
    use crate::domain::pair::{Pair, PairState, Slug};
    use crate::domain::person::Person;
    use crate::domain::record::Id;
    use crate::domain::zone::Tz;

    const LONDON: Tz = Tz::Europe__London;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn record<T>(number: i64, made: &str, data: T) -> Record<T> {
        Record {
            id: Id::new(number),
            uid: format!("uid-{number}"),
            created_at: utc(made),
            changed_at: utc(made),
            data,
        }
    }

    fn pair() -> PairContext {
        let person = |number, name: &str, is_user| {
            let person = Person::new(name.to_owned(), LONDON, is_user);
            record(number, "2026-12-01T09:00:00Z", person)
        };
        let since = "2026-12-01".parse().unwrap();
        let pair = Pair::new(Slug::parse("ana").unwrap(), Id::new(1), Id::new(2), since);
        PairContext {
            record: record(1, "2026-12-01T09:00:00Z", pair),
            mentor: person(1, "Sam", true),
            mentee: person(2, "Ana", false),
        }
    }

    /// A version that both sides accepted when it was created.
    fn agreement(version: u32, made: &str, cadence: &str, ends: &str) -> Record<Agreement> {
        let day = Some(utc(made).date_naive());
        let terms = AgreementTerms {
            starts: Some("2026-12-01".parse().unwrap()),
            ends: Some(ends.parse().unwrap()),
            cadence: Some(Cadence::parse(cadence, LONDON).unwrap()),
            ..AgreementTerms::default()
        };
        let agreement = Agreement {
            pair: Id::new(1),
            version,
            terms,
            accepted_by_mentor: day,
            accepted_by_mentee: day,
            accepted_by_mail: None,
            changed_because: None,
        };
        record(i64::from(version), made, agreement)
    }

    fn planned(number: i64, made: &str, planned_at: &str) -> Record<CheckIn> {
        let checkin = CheckIn::planned(Id::new(1), utc(planned_at), LONDON);
        record(number, made, checkin)
    }

    fn days(occurrences: &[Occurrence]) -> Vec<String> {
        occurrences.iter().map(|occurrence| occurrence.local.format("%m-%d").to_string()).collect()
    }

    #[test]
    fn a_check_in_belongs_to_the_rhythm_in_force_when_created() {
        let agreements =
            [agreement(1, "2026-12-01T09:00:00Z", "weekly on thu 17:00", "2026-12-31")];
        let checkins = [
            planned(1, "2026-11-20T09:00:00Z", "2026-12-03T17:00:00Z"),
            planned(2, "2026-12-02T09:00:00Z", "2026-12-10T17:00:00Z"),
            planned(3, "2026-12-02T09:00:00Z", "2026-12-11T17:00:00Z"),
            planned(4, "2026-12-02T09:00:00Z", "2026-12-10T17:00:00Z"),
        ];
        let pair = pair();
        let timetable = Timetable::build(&pair, &agreements, &checkins, &[], &Pauses::default());
        let [series] = timetable.series.as_slice() else { panic!("checkin rhythm") };
        assert_eq!(days(series.remaining()), ["12-03", "12-10", "12-17", "12-24", "12-31"]);
        let members: Vec<i64> =
            series.members.iter().map(|member| member.checkin.id.number()).collect();
        assert_eq!(members, [2]);
        assert_eq!(days(&series.taken), ["12-03"]);
        let alone: Vec<i64> = timetable.alone.iter().map(|checkin| checkin.id.number()).collect();
        assert_eq!(alone, [1, 3, 4]);
    }

    #[test]
    fn a_new_rhythm_ends_the_old_one_but_keeps_its_planned_calls() {
        let agreements = [
            agreement(1, "2026-12-01T09:00:00Z", "weekly on thu 17:00", "2026-12-31"),
            agreement(2, "2026-12-08T09:00:00Z", "weekly on tue 10:00", "2026-12-31"),
        ];
        let checkins = [
            planned(1, "2026-12-02T09:00:00Z", "2026-12-17T17:00:00Z"),
            planned(2, "2026-12-09T09:00:00Z", "2026-12-24T17:00:00Z"),
        ];
        let pair = pair();
        let timetable = Timetable::build(&pair, &agreements, &checkins, &[], &Pauses::default());
        let [thursdays, tuesdays] = timetable.series.as_slice() else { panic!("two rhythms") };
        assert_eq!(days(thursdays.remaining()), ["12-03"]);
        assert_eq!(days(&thursdays.extra_occurrences()), ["12-17"]);
        assert_eq!(days(tuesdays.remaining()), ["12-08", "12-15", "12-22", "12-29"]);
        assert_eq!(timetable.alone.len(), 1);
    }

    #[test]
    fn a_renewal_with_the_same_rhythm_extends_the_series() {
        let agreements = [
            agreement(1, "2026-12-01T09:00:00Z", "weekly on thu 17:00", "2026-12-10"),
            agreement(2, "2026-12-08T09:00:00Z", "weekly on thu 17:00", "2026-12-20"),
        ];
        let pair = pair();
        let timetable = Timetable::build(&pair, &agreements, &[], &[], &Pauses::default());
        let [series] = timetable.series.as_slice() else { panic!("one rhythm") };
        assert_eq!(series.uid(), "uid-1");
        assert_eq!(days(series.remaining()), ["12-03", "12-10", "12-17"]);
    }

    #[test]
    fn the_rhythm_is_suspended_on_days_away() {
        let agreements =
            [agreement(1, "2026-12-01T09:00:00Z", "weekly on thu 17:00", "2026-12-31")];
        let leave = crate::domain::test_data::away(2, "2026-12-10", "2026-12-24");
        // A call planned on a day away still takes place.
        let checkins = [planned(1, "2026-12-02T09:00:00Z", "2026-12-17T17:00:00Z")];
        let pair = pair();
        let pauses = Pauses::from_aways([&leave]);
        let timetable = Timetable::build(&pair, &agreements, &checkins, &[], &pauses);
        assert_eq!(days(&timetable.series[0].resting), ["12-10", "12-24"]);
    }

    #[test]
    fn a_pair_that_ended_has_no_occurrences_after_that_day() {
        let agreements =
            [agreement(1, "2026-12-01T09:00:00Z", "weekly on thu 17:00", "2026-12-31")];
        let mut pair = pair();
        pair.record.state = PairState::Ended;
        pair.record.state_on = "2026-12-11".parse().unwrap();
        let timetable = Timetable::build(&pair, &agreements, &[], &[], &Pauses::default());
        assert_eq!(days(timetable.series[0].remaining()), ["12-03", "12-10"]);
    }
}
