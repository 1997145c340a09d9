//! Assigns check-ins to the occurrences of an agreed, fixed rhythm.
//!
//! Calendars identify an event by its UID, so the assignment must never change. It depends only on facts that are
//! final: the time a check-in was first planned for, when it was created, and the agreement in force then.

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

/// Years for which occurrences of a rhythm without an agreed end are computed.
const OPEN_YEARS: u64 = 20;

/// One occurrence of a fixed rhythm: the instant, and the local time according to the rule. They disagree if the local
/// time falls into a gap of the zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occurrence {
    pub at: DateTime<Utc>,
    pub local: NaiveDateTime,
}

/// A check-in that belongs to an occurrence of a series, even if it was moved.
#[derive(Clone, Copy, Debug)]
pub struct SeriesMember<'a> {
    pub occurrence: Occurrence,
    pub checkin: &'a Record<CheckIn>,
}

/// A rhythm from the day on which it was agreed until it ends or is replaced.
#[derive(Clone, Debug)]
pub struct Series<'a> {
    /// The versions of the agreement with this rhythm, oldest first. The first one provides the UID.
    pub versions: Vec<&'a Record<Agreement>>,
    pub rule: String,
    pub zone: Tz,
    /// All occurrences as agreed, in order, including those after an early end.
    pub agreed: Vec<Occurrence>,
    /// How many of `agreed`, from the first, are left by an early end.
    remaining_count: usize,
    /// Whether the series has no end.
    pub is_open: bool,
    /// When another agreement replaced it.
    pub replaced_at: Option<DateTime<Utc>>,
    pub members: Vec<SeriesMember<'a>>,
    /// Occurrences that are replaced by a check-in outside the series.
    pub taken: Vec<Occurrence>,
    /// Occurrences that are suspended because a side is away.
    pub resting: Vec<Occurrence>,
}

impl Series<'_> {
    pub fn uid(&self) -> &str {
        &self.versions[0].uid
    }

    /// Returns the terms of the latest version.
    pub fn terms(&self) -> &AgreementTerms {
        &self.versions[self.versions.len() - 1].terms
    }

    /// Returns the occurrences that an early end leaves.
    pub fn remaining(&self) -> &[Occurrence] {
        &self.agreed[..self.remaining_count]
    }

    /// Whether the occurrence at `at` is left out of the series (`EXDATE`), because it is taken or suspended.
    pub fn is_excluded(&self, at: DateTime<Utc>) -> bool {
        let mut excluded = self.taken.iter().chain(&self.resting);
        excluded.any(|occurrence| occurrence.at == at)
    }

    /// Returns the occurrences of members after the end of the series, in order.
    pub fn extra_occurrences(&self) -> Vec<Occurrence> {
        let last = self.remaining().last();
        let members = self.members.iter().map(|member| member.occurrence);
        let is_after_end =
            |occurrence: &Occurrence| last.is_none_or(|last| occurrence.at > last.at);
        let mut extra: Vec<Occurrence> = members.filter(is_after_end).collect();
        extra.sort_unstable();
        extra
    }

    pub fn occurrence_at(&self, at: DateTime<Utc>) -> Option<Occurrence> {
        let index = self.agreed.binary_search_by_key(&at, |occurrence| occurrence.at);
        Some(self.agreed[index.ok()?])
    }

    /// Returns the occurrence on a day in the zone of the rhythm.
    pub fn occurrence_on(&self, day: NaiveDate) -> Option<Occurrence> {
        let index = self.agreed.binary_search_by_key(&day, |occurrence| occurrence.local.date());
        Some(self.agreed[index.ok()?])
    }

    /// Drops the taken occurrences that have a member after all, and marks those suspended by a pause.
    fn settle_exclusions(&mut self, pauses: &Pauses) {
        let members = self.members.iter().map(|member| member.occurrence);
        let members: Vec<Occurrence> = members.collect();
        self.taken.retain(|taken| !members.contains(taken));
        self.taken.sort_unstable();
        self.taken.dedup();
        let is_resting = |occurrence: &&Occurrence| {
            let is_free = !members.contains(occurrence) && !self.taken.contains(occurrence);
            is_free && pauses.cover(occurrence.local.date())
        };
        self.resting = self.remaining().iter().filter(is_resting).copied().collect();
    }
}

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

/// A version of the agreement with the time from which it was in force.
struct AgreementPeriod<'a> {
    agreement: &'a Record<Agreement>,
    from: NaiveDate,
    /// When it replaced the version before it.
    since: DateTime<Utc>,
}

/// Returns the versions that were in force at some time. A version that is not accepted by both counts only before the
/// first accepted one.
fn in_force<'a>(
    pair: &PairContext,
    agreements: &'a [Record<Agreement>],
) -> Vec<AgreementPeriod<'a>> {
    let mut periods: Vec<AgreementPeriod<'a>> = Vec::new();
    for agreement in agreements {
        let has_accepted_before = periods.iter().any(|before| before.agreement.is_accepted());
        if has_accepted_before && !agreement.is_accepted() {
            continue;
        }
        // A version that replaces an accepted one takes effect only when it is accepted itself, which is its last
        // change.
        let since = if has_accepted_before { agreement.changed_at } else { agreement.created_at };
        let day = since.with_timezone(&pair.mentor.zone).date_naive();
        let starts = agreement.terms.starts.or(agreement.accepted_on()).unwrap_or(day);
        let from = if periods.is_empty() { starts } else { starts.max(day) };
        periods.push(AgreementPeriod { agreement, from, since });
    }
    periods
}

/// Whether the next version continues the same series. Rhythms of several weeks or months are counted from the start of
/// the agreement, so a different start changes their occurrences.
fn continues(before: &AgreementTerms, after: &AgreementTerms) -> bool {
    let counts_from_the_start = matches!(
        after.cadence,
        Some(Cadence::Weekly { every, .. } | Cadence::Monthly { every, .. }) if every > 1
    );
    before.cadence == after.cadence && (!counts_from_the_start || before.starts == after.starts)
}

/// Returns one series for each run of versions with the same rhythm.
fn all_series<'a>(pair: &PairContext, agreements: &'a [Record<Agreement>]) -> Vec<Series<'a>> {
    let periods = in_force(pair, agreements);
    let runs = periods.chunk_by(|a, b| continues(&a.agreement.terms, &b.agreement.terms));
    let mut next = 0;
    let mut all = Vec::new();
    for run in runs {
        next += run.len();
        all.extend(new_series(pair, run, periods.get(next)));
    }
    all
}

/// Computes the series of one run of versions. `None`: they have no fixed rhythm, or no occurrence.
fn new_series<'a>(
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
        .map(|local| Occurrence { at: zone::resolve_wall_clock(local, zone), local })
        .collect();
    let state = &pair.record;
    let early_ends = [
        next.and_then(|next| next.from.pred_opt()),
        (state.state != PairState::Active).then_some(state.state_on),
    ];
    let early_end = early_ends.into_iter().flatten().min();
    let remaining_count = agreed
        .partition_point(|occurrence| early_end.is_none_or(|end| occurrence.local.date() <= end));
    (!agreed.is_empty()).then(|| Series {
        versions: run.iter().map(|period| period.agreement).collect(),
        rule: cadence.rule().unwrap_or_default(),
        zone,
        is_open: ends.is_none() && early_end.is_none(),
        replaced_at: next.map(|next| next.since),
        remaining_count,
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
