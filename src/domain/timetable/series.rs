//! The series of occurrences that the versions of an agreement make.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, Utc};

use crate::domain::agreement::{Agreement, AgreementTerms};
use crate::domain::away::Pauses;
use crate::domain::cadence::Cadence;
use crate::domain::checkin::CheckIn;
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
    pub fn settle_exclusions(&mut self, pauses: &Pauses) {
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
pub fn all_series<'a>(pair: &PairContext, agreements: &'a [Record<Agreement>]) -> Vec<Series<'a>> {
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
