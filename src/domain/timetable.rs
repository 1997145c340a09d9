//! Which check-ins are occurrences of an agreed, fixed rhythm, and which stand alone.
//!
//! A calendar knows a check-in by its identity, so what decides here are facts that do not change later: what a check-in
//! was first planned for, when it was made, and which agreement was in force then.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, Utc};

use crate::domain::agreement::{Agreement, AgreementTerms};
use crate::domain::away::Pauses;
use crate::domain::cadence::Cadence;
use crate::domain::checkin::CheckIn;
use crate::domain::goal::{DateMove, Moved};
use crate::domain::pair::{PairContext, PairState};
use crate::domain::record::Record;
use crate::domain::zone::{self, Tz};

/// So many years of a rhythm without an agreed end are looked at.
const OPEN_YEARS: u64 = 20;

/// One time of a fixed rhythm: as the rule has it, and the instant. They differ in a gap of the clocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occurrence {
    pub at: DateTime<Utc>,
    pub local: NaiveDateTime,
}

/// A check-in that is an occurrence of a series, wherever it was moved to.
#[derive(Clone, Copy, Debug)]
pub struct SeriesMember<'a> {
    pub occurrence: Occurrence,
    pub checkin: &'a Record<CheckIn>,
}

/// One rhythm from the day it was agreed to the day it ends or another takes its place.
#[derive(Clone, Debug)]
pub struct Series<'a> {
    /// The versions of the agreement that have this rhythm, oldest first; the first is its identity.
    pub versions: Vec<&'a Record<Agreement>>,
    pub rule: String,
    pub zone: Tz,
    /// Everything that was agreed, whether or not it still holds.
    pub agreed: Vec<Occurrence>,
    /// How many of `agreed`, from the first on, still stand.
    count: usize,
    /// Whether it goes on for ever.
    pub is_open: bool,
    /// When another agreement took its place.
    pub replaced_at: Option<DateTime<Utc>>,
    pub members: Vec<SeriesMember<'a>>,
    /// Occurrences in whose place a check-in stands that is no member.
    pub taken: Vec<Occurrence>,
    /// Occurrences on which the rhythm rests, since somebody is away.
    pub resting: Vec<Occurrence>,
}

impl Series<'_> {
    pub fn uid(&self) -> &str {
        &self.versions[0].uid
    }

    /// What was agreed last.
    pub fn terms(&self) -> &AgreementTerms {
        &self.versions[self.versions.len() - 1].terms
    }

    /// The occurrences that still stand.
    pub fn remaining(&self) -> &[Occurrence] {
        &self.agreed[..self.count]
    }

    /// Whether it does not take place as agreed, without a member to say so.
    pub fn is_excluded(&self, at: DateTime<Utc>) -> bool {
        let mut out = self.taken.iter().chain(&self.resting);
        out.any(|one| one.at == at)
    }

    /// Members that were planned for later than it lasted.
    pub fn extra_occurrences(&self) -> Vec<Occurrence> {
        let last = self.remaining().last();
        let mut beyond: Vec<Occurrence> = self
            .members
            .iter()
            .map(|member| member.occurrence)
            .collect();
        beyond.retain(|one| last.is_none_or(|last| one.at > last.at));
        beyond.sort_unstable();
        beyond
    }

    pub fn occurrence_at(&self, at: DateTime<Utc>) -> Option<Occurrence> {
        let found = self.agreed.binary_search_by_key(&at, |one| one.at).ok()?;
        Some(self.agreed[found])
    }

    /// The occurrence of a day in the rhythm's zone.
    pub fn occurrence_on(&self, day: NaiveDate) -> Option<Occurrence> {
        let found = self
            .agreed
            .binary_search_by_key(&day, |one| one.local.date());
        Some(self.agreed[found.ok()?])
    }
}

/// All check-ins of a pair, each in its place.
#[derive(Clone, Debug)]
pub struct Timetable<'a> {
    pub series: Vec<Series<'a>>,
    /// Check-ins that are no occurrence of any series.
    pub alone: Vec<&'a Record<CheckIn>>,
}

impl<'a> Timetable<'a> {
    /// `agreements` oldest version first, `moves` oldest first.
    pub fn build(
        pair: &PairContext,
        agreements: &'a [Record<Agreement>],
        checkins: &'a [Record<CheckIn>],
        moves: &[Record<DateMove>],
        pauses: &Pauses,
    ) -> Timetable<'a> {
        let mut first_plans: HashMap<i64, DateTime<Utc>> = HashMap::new();
        for moved in moves.iter().filter(|moved| moved.what == Moved::CheckIn) {
            if let Some(from) = moved.from.as_deref().and_then(|from| from.parse().ok()) {
                first_plans.entry(moved.number).or_insert(from);
            }
        }
        let mut timetable = Timetable {
            series: series(pair, agreements),
            alone: Vec::new(),
        };
        let mut by_number: Vec<&Record<CheckIn>> = checkins.iter().collect();
        by_number.sort_by_key(|checkin| checkin.id);
        let mut claimed: HashSet<DateTime<Utc>> = HashSet::new();
        for checkin in by_number {
            let first_plan = first_plans.get(&checkin.id.number()).copied();
            let planned = first_plan.or(checkin.planned_at);
            let mut is_member = false;
            for series in &mut timetable.series {
                let Some(occurrence) = assigned_time(series, planned, checkin) else {
                    continue;
                };
                let was_in_force = checkin.created_at >= series.versions[0].created_at
                    && series
                        .replaced_at
                        .is_none_or(|end| checkin.created_at < end);
                if was_in_force && !is_member && claimed.insert(occurrence.at) {
                    is_member = true;
                    series.members.push(SeriesMember {
                        occurrence,
                        checkin,
                    });
                } else {
                    series.taken.push(occurrence);
                }
            }
            if !is_member {
                timetable.alone.push(checkin);
            }
        }
        for series in &mut timetable.series {
            let members: Vec<Occurrence> = series
                .members
                .iter()
                .map(|member| member.occurrence)
                .collect();
            series.taken.retain(|taken| !members.contains(taken));
            series.taken.sort_unstable();
            series.taken.dedup();
            let rests = |one: &&Occurrence| {
                let is_free = !members.contains(one) && !series.taken.contains(one);
                is_free && pauses.cover(one.local.date())
            };
            series.resting = series.remaining().iter().filter(rests).copied().collect();
        }
        timetable
    }
}

/// What a check-in was first planned for; one that nobody had planned is that of its day.
fn assigned_time(
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

/// A version of the agreement and the day from which it was in force.
struct AgreementPeriod<'a> {
    agreement: &'a Record<Agreement>,
    from: NaiveDate,
    /// When it took the place of the one before.
    since: DateTime<Utc>,
}

/// The versions that were in force at some time: those that both accepted, and before the first of these, all.
fn in_force<'a>(
    pair: &PairContext,
    agreements: &'a [Record<Agreement>],
) -> Vec<AgreementPeriod<'a>> {
    let mut found: Vec<AgreementPeriod<'a>> = Vec::new();
    for agreement in agreements {
        let has_accepted_before = found.iter().any(|before| before.agreement.is_accepted());
        if has_accepted_before && !agreement.is_accepted() {
            continue;
        }
        // In the place of an accepted version it stands from the day on which it was accepted too.
        let since = if has_accepted_before {
            agreement.changed_at
        } else {
            agreement.created_at
        };
        let day = since.with_timezone(&pair.mentor.zone).date_naive();
        let starts = agreement.terms.starts.unwrap_or(day);
        let from = if found.is_empty() {
            starts
        } else {
            starts.max(day)
        };
        found.push(AgreementPeriod {
            agreement,
            from,
            since,
        });
    }
    found
}

/// Whether a rhythm goes on with the next version as if nothing had changed.
fn continues(before: &AgreementTerms, after: &AgreementTerms) -> bool {
    let counts_from_the_start =
        matches!(after.cadence, Some(Cadence::Weekly { every, .. }) if every > 1);
    before.cadence == after.cadence && (!counts_from_the_start || before.starts == after.starts)
}

fn series<'a>(pair: &PairContext, agreements: &'a [Record<Agreement>]) -> Vec<Series<'a>> {
    let all = in_force(pair, agreements);
    let runs = all.chunk_by(|a, b| continues(&a.agreement.terms, &b.agreement.terms));
    let mut from = 0;
    let mut found = Vec::new();
    for run in runs {
        from += run.len();
        found.extend(one_series(pair, run, all.get(from)));
    }
    found
}

fn one_series<'a>(
    pair: &PairContext,
    run: &[AgreementPeriod<'a>],
    next: Option<&AgreementPeriod<'a>>,
) -> Option<Series<'a>> {
    let (first, last) = (run.first()?, run.last()?);
    let cadence = first.agreement.terms.cadence?;
    let (_, zone) = cadence.anchor()?;
    let ends = last.agreement.terms.ends;
    let horizon = first.from.checked_add_days(Days::new(366 * OPEN_YEARS))?;
    let until = ends.unwrap_or(horizon).min(horizon);
    let midnight = NaiveTime::MIN;
    let agreed: Vec<Occurrence> = cadence
        .local_times(
            first.agreement.terms.starts.unwrap_or(first.from),
            first.from.and_time(midnight),
            until.checked_add_days(Days::new(1))?.and_time(midnight),
        )
        .into_iter()
        .filter(|local| local.date() <= until)
        .map(|local| Occurrence {
            at: zone::resolve_wall_clock(local, zone),
            local,
        })
        .collect();
    let state = &pair.record;
    let cut = [
        next.and_then(|next| next.from.pred_opt()),
        (state.state != PairState::Active).then_some(state.state_on),
    ];
    let cut = cut.into_iter().flatten().min();
    let count = agreed.partition_point(|one| cut.is_none_or(|cut| one.local.date() <= cut));
    (!agreed.is_empty()).then(|| Series {
        versions: run.iter().map(|one| one.agreement).collect(),
        rule: cadence.rule().unwrap_or_default(),
        zone,
        is_open: ends.is_none() && cut.is_none(),
        replaced_at: next.map(|next| next.since),
        count,
        agreed,
        members: Vec::new(),
        taken: Vec::new(),
        resting: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::pair::{Pair, Slug};
    use crate::domain::person::Person;
    use crate::domain::record::Id;
    use crate::domain::timeline::Timeline;

    const LONDON: Tz = Tz::Europe__London;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn record<T>(number: i64, made: &str, it: T) -> Record<T> {
        Record {
            id: Id::new(number),
            uid: format!("uid-{number}"),
            created_at: utc(made),
            changed_at: utc(made),
            data: it,
        }
    }

    fn pair() -> PairContext {
        let person = |number, name: &str, is_user| {
            let person = Person::new(name.to_owned(), LONDON, is_user);
            record(number, "2026-12-01T09:00:00Z", person)
        };
        let pair = Pair {
            slug: Slug::parse("ana").unwrap(),
            mentor: Id::new(1),
            mentee: Id::new(2),
            state: PairState::Active,
            state_on: "2026-12-01".parse().unwrap(),
            because: None,
            past: Timeline::default(),
        };
        PairContext {
            record: record(1, "2026-12-01T09:00:00Z", pair),
            mentor: person(1, "Sam", true),
            mentee: person(2, "Ana", false),
        }
    }

    /// A version that both accepted as soon as it was made.
    fn agreement(version: u32, made: &str, cadence: &str, ends: &str) -> Record<Agreement> {
        let day = Some(utc(made).date_naive());
        let terms = AgreementTerms {
            starts: Some("2026-12-01".parse().unwrap()),
            ends: Some(ends.parse().unwrap()),
            cadence: Some(Cadence::parse(cadence, LONDON).unwrap()),
            ..AgreementTerms::default()
        };
        let it = Agreement {
            pair: Id::new(1),
            version,
            terms,
            accepted_by_mentor: day,
            accepted_by_mentee: day,
            accepted_by_mail: None,
            changed_because: None,
        };
        record(i64::from(version), made, it)
    }

    fn planned(number: i64, made: &str, planned_at: &str) -> Record<CheckIn> {
        let it = CheckIn::planned(Id::new(1), utc(planned_at), LONDON);
        record(number, made, it)
    }

    fn days(occurrences: &[Occurrence]) -> Vec<String> {
        occurrences
            .iter()
            .map(|one| one.local.format("%m-%d").to_string())
            .collect()
    }

    #[test]
    fn a_check_in_belongs_to_the_rhythm_that_held_when_it_was_made() {
        let agreements = [agreement(
            1,
            "2026-12-01T09:00:00Z",
            "weekly on thu 17:00",
            "2026-12-31",
        )];
        let checkins = [
            planned(1, "2026-11-20T09:00:00Z", "2026-12-03T17:00:00Z"),
            planned(2, "2026-12-02T09:00:00Z", "2026-12-10T17:00:00Z"),
            planned(3, "2026-12-02T09:00:00Z", "2026-12-11T17:00:00Z"),
            planned(4, "2026-12-02T09:00:00Z", "2026-12-10T17:00:00Z"),
        ];
        let pair = pair();
        let timetable = Timetable::build(&pair, &agreements, &checkins, &[], &Pauses::default());
        let [series] = timetable.series.as_slice() else {
            panic!("one rhythm")
        };
        assert_eq!(
            days(series.remaining()),
            ["12-03", "12-10", "12-17", "12-24", "12-31"]
        );
        let members: Vec<i64> = series
            .members
            .iter()
            .map(|m| m.checkin.id.number())
            .collect();
        assert_eq!(members, [2]);
        assert_eq!(days(&series.taken), ["12-03"]);
        let alone: Vec<i64> = timetable.alone.iter().map(|one| one.id.number()).collect();
        assert_eq!(alone, [1, 3, 4]);
    }

    #[test]
    fn another_rhythm_ends_the_one_before_and_keeps_what_was_planned_in_it() {
        let agreements = [
            agreement(
                1,
                "2026-12-01T09:00:00Z",
                "weekly on thu 17:00",
                "2026-12-31",
            ),
            agreement(
                2,
                "2026-12-08T09:00:00Z",
                "weekly on tue 10:00",
                "2026-12-31",
            ),
        ];
        let checkins = [
            planned(1, "2026-12-02T09:00:00Z", "2026-12-17T17:00:00Z"),
            planned(2, "2026-12-09T09:00:00Z", "2026-12-24T17:00:00Z"),
        ];
        let pair = pair();
        let timetable = Timetable::build(&pair, &agreements, &checkins, &[], &Pauses::default());
        let [thursdays, tuesdays] = timetable.series.as_slice() else {
            panic!("two rhythms")
        };
        assert_eq!(days(thursdays.remaining()), ["12-03"]);
        assert_eq!(days(&thursdays.extra_occurrences()), ["12-17"]);
        assert_eq!(
            days(tuesdays.remaining()),
            ["12-08", "12-15", "12-22", "12-29"]
        );
        assert_eq!(timetable.alone.len(), 1);
    }

    #[test]
    fn a_renewal_with_the_same_rhythm_prolongs_the_series() {
        let agreements = [
            agreement(
                1,
                "2026-12-01T09:00:00Z",
                "weekly on thu 17:00",
                "2026-12-10",
            ),
            agreement(
                2,
                "2026-12-08T09:00:00Z",
                "weekly on thu 17:00",
                "2026-12-20",
            ),
        ];
        let pair = pair();
        let timetable = Timetable::build(&pair, &agreements, &[], &[], &Pauses::default());
        let [series] = timetable.series.as_slice() else {
            panic!("one rhythm")
        };
        assert_eq!(series.uid(), "uid-1");
        assert_eq!(days(series.remaining()), ["12-03", "12-10", "12-17"]);
    }

    #[test]
    fn the_rhythm_rests_while_somebody_is_away() {
        let agreements = [agreement(
            1,
            "2026-12-01T09:00:00Z",
            "weekly on thu 17:00",
            "2026-12-31",
        )];
        let leave = crate::domain::test_data::away(2, "2026-12-10", "2026-12-24");
        // One that was planned all the same takes place.
        let checkins = [planned(1, "2026-12-02T09:00:00Z", "2026-12-17T17:00:00Z")];
        let pair = pair();
        let pauses = Pauses::from_aways([&leave]);
        let timetable = Timetable::build(&pair, &agreements, &checkins, &[], &pauses);
        assert_eq!(days(&timetable.series[0].resting), ["12-10", "12-24"]);
    }

    #[test]
    fn a_pair_that_ended_has_no_occurrences_after_that_day() {
        let agreements = [agreement(
            1,
            "2026-12-01T09:00:00Z",
            "weekly on thu 17:00",
            "2026-12-31",
        )];
        let mut pair = pair();
        pair.record.state = PairState::Ended;
        pair.record.state_on = "2026-12-11".parse().unwrap();
        let timetable = Timetable::build(&pair, &agreements, &[], &[], &Pauses::default());
        assert_eq!(days(timetable.series[0].remaining()), ["12-03", "12-10"]);
    }
}
