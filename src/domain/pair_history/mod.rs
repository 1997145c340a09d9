//! The terms, schedules, pauses and days away that were in force on each day of a pair. Every rule that evaluates
//! promises or deadlines reads them from here.

mod absences;

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::agreement::{Agreement, AgreementTerms};
use crate::domain::away::{Away, Pauses};
use crate::domain::dates::{self, Today};
use crate::domain::pair::{PairContext, PairState};
use crate::domain::pair_history::absences::{Absence, PauseSpan, pause_spans, with_pauses};
use crate::domain::person::Side;
use crate::domain::record::Record;
use crate::domain::zone::{self, Tz};

pub use absences::Excuses;

/// Dated facts about a pair. A day of one side is a date in that side's zone. A pair day ends when the date has ended
/// for both sides, so that both data files compute the same result.
#[derive(Clone, Debug)]
pub struct PairHistory<'a> {
    pair: &'a PairContext,
    versions: Vec<AgreementVersion<'a>>,
    /// Days on which the pair was paused or had ended.
    pauses: Vec<PauseSpan>,
    /// Ordered by the time of entry.
    absences: Vec<Absence>,
}

/// A version of the agreement, with the first day on which it is in force.
#[derive(Clone, Copy, Debug)]
pub struct AgreementVersion<'a> {
    pub from: NaiveDate,
    /// The day from which its rhythm counts weeks and months. Without a first day, a renewal of other terms continues the
    /// rhythm of the version before.
    pub rhythm_from: NaiveDate,
    pub agreement: &'a Record<Agreement>,
}

impl<'a> PairHistory<'a> {
    /// Takes `agreements` with the oldest version first, and the days away of both people.
    pub fn new(
        pair: &'a PairContext,
        agreements: &'a [Record<Agreement>],
        aways: &'a [Record<Away>],
    ) -> Self {
        let pauses = pause_spans(pair);
        let aways = aways.iter().filter_map(|away| {
            Some(Absence {
                side: Some(pair.side_of(away.person)?),
                entered_at: away.entered_at.unwrap_or(away.created_at),
                first: away.from,
                last: away.until,
            })
        });
        let absences = with_pauses(aways, &pauses);
        PairHistory { pair, versions: in_force(pair, agreements), pauses, absences }
    }

    /// Returns the history without what was accepted or entered after a moment: what a report could tell then. Days away
    /// that were shortened later are the shorter ones.
    pub fn known_at(&self, at: DateTime<Utc>) -> PairHistory<'a> {
        let pauses: Vec<PauseSpan> =
            self.pauses.iter().filter_map(|span| span.known_at(at)).collect();
        let aways = self.absences.iter().copied();
        let aways = aways.filter(|absence| absence.side.is_some() && absence.entered_at <= at);
        let absences = with_pauses(aways, &pauses);
        PairHistory { pauses, absences, ..self.agreed_by(at) }
    }

    /// Returns the history without the versions of which the acceptance by both was entered after a moment.
    pub fn agreed_by(&self, at: DateTime<Utc>) -> PairHistory<'a> {
        let is_known = |version: &AgreementVersion<'_>| {
            Self::acceptance(version.agreement).is_some_and(|accepted| accepted <= at)
        };
        let mut history = self.clone();
        history.versions.retain(is_known);
        history
    }

    pub fn pair(&self) -> &'a PairContext {
        self.pair
    }

    /// Returns the versions that were in force at some time, oldest first.
    pub fn versions(&self) -> &[AgreementVersion<'a>] {
        &self.versions
    }

    /// Whether both sides have accepted a version. Until then the proposed terms only serve for planning; no promise is
    /// evaluated against them.
    pub fn is_accepted(&self) -> bool {
        self.versions.iter().any(|version| version.agreement.is_accepted())
    }

    /// Returns the moment by which the acceptance of the first version by both was entered. Its terms may be in force from
    /// an earlier day.
    pub fn accepted_at(&self) -> Option<DateTime<Utc>> {
        Self::acceptance(self.versions.first()?.agreement)
    }

    /// Returns the moment at which the second acceptance of a version was entered, its last change. Its day may be
    /// earlier, but no report could tell it before.
    fn acceptance(agreement: &Record<Agreement>) -> Option<DateTime<Utc>> {
        agreement.is_accepted().then_some(agreement.changed_at)
    }

    /// Returns the first day on which any version was in force.
    pub fn first_day(&self) -> Option<NaiveDate> {
        self.versions.iter().map(|version| version.from).min()
    }

    /// Returns the terms in force on a day. `None`: before the agreement, after its last day, or after the end of the
    /// pair.
    pub fn terms_on(&self, day: NaiveDate) -> Option<&'a AgreementTerms> {
        let mut newest_first = self.versions.iter().rev();
        let version = newest_first.find(|version| version.from <= day)?;
        let terms = &version.agreement.data.terms;
        let is_over = terms.ends.is_some_and(|ends| ends < day) || self.has_ended_by(day);
        (!is_over).then_some(terms)
    }

    /// Whether an accepted agreement had expired by this day without a new one.
    pub fn is_over_on(&self, day: NaiveDate) -> bool {
        let has_begun = self.first_day().is_some_and(|first| first <= day);
        has_begun && self.is_accepted() && self.terms_on(day).is_none()
    }

    /// Returns the first days of the versions that came into force after `from` and no later than `until`.
    pub fn renewals(
        &self,
        from: NaiveDate,
        until: NaiveDate,
    ) -> impl Iterator<Item = NaiveDate> + '_ {
        let days = self.versions.iter().map(|version| version.from);
        days.filter(move |day| from < *day && *day <= until)
    }

    /// Returns the last day on which a promise can be in force. `None`: no end is known.
    pub fn horizon(&self) -> Option<NaiveDate> {
        let mut open_ended = self.pauses.iter().filter(|span| span.last.is_none());
        let before_pause = open_ended.next().and_then(|span| span.first.pred_opt());
        // Take the latest end of all versions: a version whose last day has passed may follow one that runs longer and
        // stays in force until the later one begins.
        let versions = self.versions.iter();
        let ends: Option<Vec<NaiveDate>> =
            versions.map(|version| version.agreement.terms.ends).collect();
        let ends = ends.and_then(|ends| ends.into_iter().max());
        before_pause.into_iter().chain(ends).min()
    }

    fn has_ended_by(&self, day: NaiveDate) -> bool {
        let mut pauses = self.pauses.iter();
        pauses.any(|span| span.state == PairState::Ended && span.covers(day))
    }

    /// Returns the date of `at` in the zone of a side.
    pub fn day_of(&self, side: Side, at: DateTime<Utc>) -> NaiveDate {
        self.pair.person(side).day_at(at)
    }

    /// Returns the moment at which a day ends in the zone of a side.
    pub fn end_of_day(&self, side: Side, day: NaiveDate) -> DateTime<Utc> {
        self.pair.person(side).end_of(day)
    }

    /// Returns the pair day of `at`: the earlier of the two sides' dates.
    pub fn pair_day(&self, at: DateTime<Utc>) -> NaiveDate {
        self.pair.pair_day(at)
    }

    /// Returns the moment at which a day has ended for both sides.
    pub fn end_of_pair_day(&self, day: NaiveDate) -> DateTime<Utc> {
        self.pair.end_of_pair_day(day)
    }

    /// Returns the day by which a call planned at `at` must be held: its date in `zone`, but not before its pair day,
    /// since that date may already be over for both sides when the call begins.
    pub fn call_day(&self, at: DateTime<Utc>, zone: Tz) -> NaiveDate {
        let day = at.with_timezone(&zone).date_naive();
        day.max(self.pair_day(at))
    }

    /// Returns the moment `count` working days of a side before `at`, at the same local time in that side's zone.
    pub fn working_days_before(&self, side: Side, at: DateTime<Utc>, count: u32) -> DateTime<Utc> {
        let day = self.day_of(side, at);
        let zone = self.pair.person(side).schedule_on(day).zone;
        let earlier = std::iter::successors(day.pred_opt(), NaiveDate::pred_opt);
        let mut working = earlier.filter(|day| self.is_working_day(side, *day));
        let index = usize::try_from(count).unwrap_or(usize::MAX).max(1) - 1;
        let first = working.nth(index).unwrap_or(day);
        zone::resolve_wall_clock(first.and_time(at.with_timezone(&zone).time()), zone)
    }

    /// Whether a side works on a day.
    pub fn is_working_day(&self, side: Side, day: NaiveDate) -> bool {
        let schedule = self.pair.person(side).schedule_on(day);
        schedule.week.is_working_day(day)
    }

    /// Computes a deadline of the given sides and the absences that extend it.
    ///
    /// `last_day_with` computes the last day from the admitted absences (`None`: the deadline does not run), `ends`
    /// returns the moment at which a day ends. Absences are admitted in the order of entry; those entered after the
    /// deadline had passed do not extend it.
    pub fn deadline(
        &self,
        sides: &[Side],
        last_day_with: impl Fn(&Excuses<'_>) -> Option<NaiveDate>,
        ends: impl Fn(NaiveDate) -> DateTime<Utc>,
    ) -> (Option<NaiveDate>, Excuses<'_>) {
        let mut excuses = Excuses { admitted: Vec::new() };
        let mut last_day = last_day_with(&excuses);
        for absence in self.absences.iter().filter(|absence| absence.concerns(sides)) {
            if last_day.is_some_and(|day| absence.entered_at >= ends(day)) {
                continue;
            }
            excuses.admitted.push(absence);
            if last_day.is_some_and(|day| absence.first <= day) {
                last_day = last_day_with(&excuses);
            }
        }
        (last_day, excuses)
    }

    /// Whether nothing was expected of the pair on a day: it was paused, or one side was away and had entered the
    /// absence before `ends`, the end of that day.
    pub fn is_excused(&self, day: NaiveDate, ends: DateTime<Utc>) -> bool {
        let mut known = self.absences.iter().filter(|absence| absence.entered_at < ends);
        known.any(|absence| absence.covers(day))
    }

    /// Returns how many of the days after `from` and before `today` are excused for the given sides: the pair was paused,
    /// or one of them was away and had entered that before the day had ended.
    pub fn excused_days(&self, sides: &[Side], from: NaiveDate, today: NaiveDate) -> i64 {
        let concerned = self.absences.iter().filter(|absence| absence.concerns(sides));
        let concerned: Vec<&Absence> = concerned.collect();
        if concerned.is_empty() {
            return 0;
        }
        let is_excused = |day: &NaiveDate| {
            let mut covering = concerned.iter().filter(|absence| absence.covers(*day));
            covering.any(|absence| absence.entered_at < self.end_of_pair_day(*day))
        };
        let days = from.iter_days().skip(1).take_while(|day| *day < today);
        i64::try_from(days.filter(is_excused).count()).unwrap_or(i64::MAX)
    }

    /// Returns the moment at which the mentorship ended for both sides. `None`: it has not ended.
    pub fn ended_at(&self) -> Option<DateTime<Utc>> {
        let mut pauses = self.pauses.iter();
        let ended = pauses.find(|span| span.state == PairState::Ended && span.last.is_none())?;
        Some(self.end_of_pair_day(ended.first.pred_opt()?))
    }

    /// Returns the days on which the rhythms of the pair are suspended because a side is away or the pair was paused.
    /// An open-ended pause is left out.
    pub fn pauses(&self) -> Pauses {
        let absences = self.absences.iter();
        let closed = absences.filter(|absence| absence.last < NaiveDate::MAX);
        Pauses::new(closed.map(|absence| (absence.first, absence.last)))
    }
}

/// Returns the versions that were in force at some time, oldest first. Versions that are not accepted by both sides are
/// left out, but if none was accepted, the newest serves as the plan.
pub fn in_force<'a>(
    pair: &PairContext,
    agreements: &'a [Record<Agreement>],
) -> Vec<AgreementVersion<'a>> {
    let mut versions: Vec<AgreementVersion<'a>> = Vec::new();
    for agreement in agreements.iter().filter(|agreement| agreement.is_accepted()) {
        let accepted = agreement.accepted_on().unwrap_or(NaiveDate::MIN);
        let starts = agreement.terms.starts;
        let from = if versions.is_empty() {
            starts.unwrap_or(accepted)
        } else {
            starts.map_or(accepted, |starts| starts.max(accepted))
        };
        let continued = versions.last().filter(|before| {
            let before = &before.agreement.terms;
            before.cadence == agreement.terms.cadence && before.starts.is_none()
        });
        let begun = continued.map_or(from, |before| before.rhythm_from);
        versions.push(AgreementVersion { from, rhythm_from: starts.unwrap_or(begun), agreement });
    }
    if let (true, Some(agreement)) = (versions.is_empty(), agreements.last()) {
        let recorded = pair.pair_day(agreement.created_at);
        let from = agreement.terms.starts.unwrap_or(recorded);
        versions.push(AgreementVersion { from, rhythm_from: from, agreement });
    }
    versions
}

/// Returns the version in force on a day, or the first one if none is yet. Its last day may have passed.
pub fn version_on<'a>(
    pair: &PairContext,
    agreements: &'a [Record<Agreement>],
    day: NaiveDate,
) -> Option<&'a Record<Agreement>> {
    dated_version_on(pair, agreements, day).map(|version| version.agreement)
}

/// Returns the same as `version_on`, with its days.
pub fn dated_version_on<'a>(
    pair: &PairContext,
    agreements: &'a [Record<Agreement>],
    day: NaiveDate,
) -> Option<AgreementVersion<'a>> {
    let versions = in_force(pair, agreements);
    let mut newest_first = versions.iter().rev();
    let found = newest_first.find(|version| version.from <= day);
    found.or(versions.first()).copied()
}

/// A day outside the mentorship, on which nothing can be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OutsidePair {
    Before { day: NaiveDate, slug: String, began: NaiveDate },
    After { day: NaiveDate, slug: String, ended: NaiveDate },
}

impl OutsidePair {
    /// Formats as ``Fri 20 Nov is before `ana` began on Tue 1 Dec``.
    pub fn message(&self, today: Today) -> String {
        let format = |day: &NaiveDate| dates::format_day(*day, today);
        match self {
            OutsidePair::Before { day, slug, began } => {
                format!("{} is before `{slug}` began on {}", format(day), format(began))
            }
            OutsidePair::After { day, slug, ended } => {
                format!("{} is after `{slug}` had ended on {}", format(day), format(ended))
            }
        }
    }

    pub fn hint(&self) -> String {
        match self {
            OutsidePair::Before { day, slug, .. } => {
                format!(
                    "pick a later day; if you both began earlier, run `mentor pair edit {slug} --since {day}` first"
                )
            }
            OutsidePair::After { .. } => "pick a day on which the pair was active".to_owned(),
        }
    }
}

/// Fails if `day` is before the day on which the pair `began`.
pub fn ensure_begun(
    pair: &PairContext,
    began: NaiveDate,
    day: NaiveDate,
) -> Result<(), OutsidePair> {
    if day < began {
        Err(OutsidePair::Before { day, slug: pair.slug().to_owned(), began })
    } else {
        Ok(())
    }
}

/// Fails if `day` is before the day on which the pair `began`, or within a time after its end.
pub fn ensure_within(
    pair: &PairContext,
    began: NaiveDate,
    day: NaiveDate,
) -> Result<(), OutsidePair> {
    ensure_begun(pair, began, day)?;
    let mut pauses = pause_spans(pair).into_iter();
    let end = pauses.find(|span| span.state == PairState::Ended && span.covers(day));
    match end.and_then(|span| span.first.pred_opt()) {
        Some(ended) => Err(OutsidePair::After { day, slug: pair.slug().to_owned(), ended }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests;
