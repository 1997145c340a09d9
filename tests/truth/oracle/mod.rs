//! The oracle: judges every promise by a walk over the days, from what the two people did. It shares no code with the
//! program.

mod follow_ups;
mod rhythm;
mod waiting;

pub use rhythm::occurrence;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::history::{Side, Span, Terms};
use crate::ledger::{Agreed, Call, Ledger, Note, PairState};
use crate::report::{Counts, Outcome, Promise, Report, Verdict};

/// Who reads a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    User,
    /// The partner, who sees nothing private.
    Partner,
}

/// The beginning of a report's period, which ends at the present moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// From the first day of the agreement.
    Whole,
    Since(NaiveDate),
    /// From the last review, with the counts of a review report.
    SinceReview,
    /// From a day, with the counts of a review report.
    ReviewSince(NaiveDate),
}

/// Days on which no promise runs, for one side or for both.
#[derive(Clone, Debug)]
struct Rest {
    who: Option<Side>,
    from: NaiveDate,
    until: NaiveDate,
    entered: DateTime<Utc>,
}

impl Rest {
    fn covers(&self, day: NaiveDate) -> bool {
        (self.from..=self.until).contains(&day)
    }
}

/// A half-open period: `since` is excluded, `until` is included.
#[derive(Clone, Copy, Debug)]
struct Period {
    since: DateTime<Utc>,
    until: DateTime<Utc>,
}

impl Period {
    fn has(&self, moment: DateTime<Utc>) -> bool {
        self.since < moment && moment <= self.until
    }
}

pub struct Oracle<'l> {
    ledger: &'l Ledger,
    reader: Reader,
    now: DateTime<Utc>,
    /// The rests, in the order in which they were entered.
    rests: Vec<Rest>,
    agreed: Agreed<'l>,
    /// The last day of the walk.
    last: NaiveDate,
}

/// The length of the walk in days, longer than any history and any span in it.
const DAYS: i64 = 900;

fn days_after(day: NaiveDate, days: i64) -> NaiveDate {
    day + TimeDelta::days(days)
}

/// Returns the length of a span from a day on, in calendar days.
fn calendar_days(span: Span, from: NaiveDate) -> i64 {
    match span {
        Span::Hours(hours) => i64::from(hours.div_ceil(24)),
        Span::WorkingDays(days) | Span::Days(days) => i64::from(days),
        Span::Weeks(weeks) => 7 * i64::from(weeks),
        Span::Months(months) => (from + chrono::Months::new(months) - from).num_days(),
    }
}

/// How often a promise was kept, and of how many times.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    kept: u32,
    of: u32,
    /// How many were late: calls among the kept ones, reviews besides them.
    late: u32,
}

impl Tally {
    fn add(&mut self, is_kept: bool) {
        self.of += 1;
        self.kept += u32::from(is_kept);
    }

    /// Returns the outcome of a promise that is kept late, which lowers the verdict.
    fn outcome_if_late(self) -> Outcome {
        let by_all = Verdict::by_share(self.kept, self.of);
        let in_time = Verdict::by_share(self.kept - self.late, self.of);
        Outcome {
            kept: self.kept,
            of: self.of,
            late: self.late,
            verdict: match by_all {
                Verdict::Kept if in_time != Verdict::Kept => Verdict::Partly,
                other => other,
            },
        }
    }
}

impl Tally {
    fn outcome(self) -> Outcome {
        // What was late without any occasion is not told.
        let late = if self.of > 0 { self.late } else { 0 };
        let verdict = Verdict::by_share(self.kept, self.of);
        Outcome { kept: self.kept, of: self.of, late, verdict }
    }
}

impl<'l> Oracle<'l> {
    pub fn new(ledger: &'l Ledger, reader: Reader, now: DateTime<Utc>) -> Oracle<'l> {
        let begun = ledger.pair_day(ledger.created);
        let first = days_after(ledger.first_day().map_or(begun, |day| day.min(begun)), -40);
        Oracle {
            ledger,
            reader,
            now,
            rests: rests(ledger, None),
            agreed: ledger.agreed(),
            last: days_after(first, DAYS),
        }
    }

    fn terms_on(&self, day: NaiveDate) -> Option<&'l Terms> {
        self.agreed.terms_on(day)
    }

    fn end_of_pair_day(&self, day: NaiveDate) -> DateTime<Utc> {
        self.ledger.end_of_pair_day(day)
    }

    fn days_from(&self, day: NaiveDate) -> impl Iterator<Item = NaiveDate> + use<> {
        let last = self.last;
        day.iter_days().take_while(move |day| *day <= last)
    }

    /// Returns whether a record counts for a side: private ones count only for the user, in the user's reports.
    fn counts_for(&self, side: Side, private: bool) -> bool {
        !private || self.reader == Reader::User && side == self.ledger.user
    }

    /// Returns whether the agreement had ended by a day.
    fn is_over_on(&self, day: NaiveDate) -> bool {
        let has_begun = self.ledger.first_day().is_some_and(|first| day >= first);
        self.ledger.is_accepted() && has_begun && self.terms_on(day).is_none()
    }

    fn may_see(&self, private: bool) -> bool {
        self.reader == Reader::User || !private
    }

    /// Computes a day that depends on rests. A rest counts only if it was entered before that day, as computed so far,
    /// had ended.
    fn settle(
        &self,
        counts: impl Fn(&Rest) -> bool,
        end: impl Fn(NaiveDate) -> DateTime<Utc>,
        compute_day: impl Fn(&[&Rest]) -> Option<NaiveDate>,
    ) -> Option<NaiveDate> {
        let mut admitted = Vec::new();
        let mut day = compute_day(&admitted);
        for rest in self.rests.iter().filter(|rest| counts(rest)) {
            if day.is_some_and(|day| end(day) <= rest.entered) {
                continue;
            }
            admitted.push(rest);
            day = compute_day(&admitted);
        }
        day
    }

    /// Returns the end of the mentorship or the present moment, after which nothing counts.
    fn end_of_all(&self) -> DateTime<Utc> {
        let last = self.ledger.last_day();
        last.map_or(self.now, |day| self.end_of_pair_day(day).min(self.now))
    }

    fn reviews(&self) -> impl Iterator<Item = &Note> {
        let reviews = self.ledger.reviews.iter();
        reviews.filter(|review| self.may_see(review.private))
    }

    fn moment(&self, recorded: DateTime<Utc>, on: NaiveDate) -> DateTime<Utc> {
        self.ledger.moment(recorded, on)
    }

    /// Returns the oracle that knows only what was accepted and entered by a moment.
    fn as_known_at(&self, at: DateTime<Utc>) -> Oracle<'l> {
        Oracle {
            ledger: self.ledger,
            reader: self.reader,
            now: self.now,
            rests: rests(self.ledger, Some(at)),
            agreed: self.ledger.agreed_by(at),
            last: self.last,
        }
    }

    /// Returns the agreement by which something that happened at a moment is judged: as it was known at the end of the
    /// report that told it.
    fn agreed_at(&self, at: DateTime<Utc>) -> Agreed<'l> {
        let ends = self.reviews().map(|one| one.moment);
        let end = ends.filter(|end| *end >= at && self.was_accepted_at(*end)).min();
        end.map_or_else(|| self.agreed.clone(), |end| self.ledger.agreed_by(end))
    }

    fn leaves_notice(&self, when: DateTime<Utc>, planned: DateTime<Utc>) -> Option<bool> {
        self.ledger.leaves_notice(&self.agreed_at(when), when, planned)
    }

    fn period(&self, scope: Scope) -> Period {
        let reviews = self.reviews().map(|one| one.moment);
        let first = self.ledger.first_day();
        let begun = self.ledger.pair_day(self.ledger.created);
        let day = match (scope, reviews.max()) {
            (Scope::SinceReview, Some(since)) => {
                return Period { since, until: self.now };
            }
            (Scope::SinceReview, None) => first.map_or(begun, |day| day.min(begun)),
            (Scope::Whole, _) => first.unwrap(),
            (Scope::Since(day) | Scope::ReviewSince(day), _) => day,
        };
        Period { since: self.ledger.beginning_of_pair_day(day), until: self.now }
    }

    pub fn report(&self, scope: Scope) -> Report {
        let period = self.period(scope);
        let is_review = matches!(scope, Scope::SinceReview | Scope::ReviewSince(_));
        // A review before both had accepted judged nothing, so the next one judges that time too.
        let judged = match self.ledger.first_day() {
            Some(first) if is_review && self.is_end_of_an_unjudged_review(period.since) => {
                let since = self.ledger.beginning_of_pair_day(first).min(period.since);
                Period { since, ..period }
            }
            _ => period,
        };
        let mut report = Report::default();
        // Terms that only one side accepted are not judged. A due day is a promise even without an agreement.
        let is_accepted = self.ledger.is_accepted();
        let mut tally = |promise, side, tally: Tally| {
            let counts = is_accepted || promise == Promise::FollowUps;
            let tally = if counts { tally } else { Tally::default() };
            report.set(promise, side, tally.outcome());
        };
        let cadence = is_accepted.then(|| self.cadence(judged).outcome_if_late());
        tally(Promise::Length, None, self.length(judged));
        tally(Promise::Review, None, self.held_reviews(judged));
        for side in Side::BOTH {
            tally(Promise::Reply, Some(side), self.replies(side, judged));
            tally(Promise::Feedback, Some(side), self.responses(side, judged));
            tally(Promise::Notice, Some(side), self.notice(side, judged));
            tally(Promise::FollowUps, Some(side), self.follow_ups(side, period));
        }
        report.set(Promise::Cadence, None, cadence.unwrap_or_default());
        let hours = is_accepted.then(|| self.hours(judged));
        report.set(Promise::Hours, None, hours.unwrap_or_default());
        report.counts = is_review.then(|| self.counts(period));
        report
    }

    /// Returns whether a review that ended at this moment was held before both had accepted the agreement.
    fn is_end_of_an_unjudged_review(&self, end: DateTime<Utc>) -> bool {
        let mut ends = self.reviews().map(|one| one.moment);
        ends.any(|at| at == end) && !self.was_accepted_at(end)
    }

    fn was_accepted_at(&self, at: DateTime<Utc>) -> bool {
        self.ledger.first_acceptance().is_some_and(|recorded| recorded <= at)
    }

    fn held_calls(&self, period: Period) -> impl Iterator<Item = (DateTime<Utc>, &Call)> {
        let held = self.ledger.calls.iter().filter_map(|call| Some((call.held?, call)));
        held.filter(move |(at, _)| period.has(*at))
    }

    fn length(&self, period: Period) -> Tally {
        let mut tally = Tally::default();
        for (at, call) in self.held_calls(period) {
            let agreed = self.agreed_at(at);
            let terms = agreed.terms_on(self.ledger.pair_day(at));
            let agreed = terms.and_then(|terms| terms.minutes);
            if let (Some(agreed), Some(minutes)) = (agreed, call.known_minutes()) {
                tally.add(minutes.abs_diff(agreed) * 4 <= agreed);
            }
        }
        tally
    }

    fn notice(&self, side: Side, period: Period) -> Tally {
        let mut tally = Tally::default();
        let mut count = |when: DateTime<Utc>, verdict: Option<bool>| {
            if let (true, Some(is_kept)) = (period.has(when), verdict) {
                tally.add(is_kept);
            }
        };
        for call in &self.ledger.calls {
            for one in call.moves.iter().filter(|one| one.by == side) {
                count(one.when, self.leaves_notice(one.when, one.from));
            }
            let Some(planned) = call.planned else {
                continue;
            };
            if let Some((when, _)) = call.cancelled.filter(|(_, by)| *by == side) {
                count(when, self.leaves_notice(when, planned));
            }
            if call.no_show == Some(side) {
                count(planned, self.leaves_notice(planned, planned).map(|_| false));
            }
        }
        tally
    }

    fn is_active(&self, day: NaiveDate) -> bool {
        // A day away that was entered after the day does not count.
        let rests = self.rests.iter().filter(|rest| rest.entered < self.end_of_pair_day(day));
        self.terms_on(day).is_some() && !rests.into_iter().any(|rest| rest.covers(day))
    }

    fn hours(&self, period: Period) -> Outcome {
        let is_over = |day: &NaiveDate| period.has(self.end_of_pair_day(*day));
        let last = self.ledger.pair_day(period.until);
        let days = self.days_from(self.ledger.pair_day(period.since));
        let days = days.take_while(|day| *day <= last).filter(is_over);
        let active = days.filter(|day| self.is_active(*day));
        let agreed: Vec<u32> = active.filter_map(|day| self.terms_on(day)?.hours_a_month).collect();
        if agreed.len() < 30 {
            return Outcome::default();
        }
        let minutes: u32 =
            self.held_calls(period).filter_map(|(_, call)| call.known_minutes()).sum();
        let wanted = f64::from(agreed.iter().sum::<u32>()) / 30.44;
        // Reports show tenths of an hour, so half of a tenth is tolerated.
        let share = (f64::from(minutes) / 60.0 + 0.05) / wanted;
        let verdict = match share {
            share if share >= 0.9 => Verdict::Kept,
            share if share >= 0.5 => Verdict::Partly,
            _ => Verdict::Broken,
        };
        Outcome { verdict, ..Outcome::default() }
    }

    fn counts(&self, period: Period) -> Counts {
        let number = |count: usize| u32::try_from(count).unwrap();
        let wins = self.ledger.wins.iter().filter(|win| self.may_see(win.private));
        let goals = self.ledger.goals.iter().filter(|goal| self.may_see(goal.private));
        let closed: Vec<bool> = goals
            .filter_map(|goal| goal.closed)
            .filter(|(_, on, recorded)| period.has(self.moment(*recorded, *on)))
            .map(|(is_done, ..)| is_done)
            .collect();
        let done = closed.iter().filter(|is_done| **is_done).count();
        Counts {
            held: number(self.held_calls(period).count()),
            missed: number(self.missed(period)),
            minutes: self.held_calls(period).filter_map(|(_, call)| call.known_minutes()).sum(),
            wins: number(wins.filter(|win| period.has(self.moment(win.recorded, win.on))).count()),
            goals_done: number(done),
            goals_dropped: number(closed.len() - done),
        }
    }

    /// Counts the calls that were cancelled late by the agreement of that time, and those that one side missed.
    fn missed(&self, period: Period) -> usize {
        let is_missed = |call: &&Call| {
            let Some(planned) = call.planned else {
                return false;
            };
            let is_late = call.was_cancelled_late;
            let cancelled = call.cancelled.filter(|(when, _)| is_late && period.has(*when));
            cancelled.is_some() || call.no_show.is_some() && period.has(planned)
        };
        self.ledger.calls.iter().filter(is_missed).count()
    }
}

/// Returns the rests that were entered by a moment, or all. A pause that was not over by then has no end.
fn rests(ledger: &Ledger, at: Option<DateTime<Utc>>) -> Vec<Rest> {
    let is_known = |entered: DateTime<Utc>| at.is_none_or(|at| entered <= at);
    let absences = ledger.absences.iter().filter(|absence| !absence.is_dropped);
    let absences = absences.map(|absence| Rest {
        who: Some(absence.who),
        from: absence.from,
        until: absence.until,
        entered: absence.entered,
    });
    let states: Vec<_> = ledger.states.iter().filter(|(when, _)| is_known(*when)).collect();
    let is_pause = |at: &usize| states[*at].1 == PairState::Paused;
    let pauses = (0..states.len()).filter(is_pause).map(|at| {
        let entered = states[at].0;
        let resumed = states.get(at + 1).map(|(when, _)| days_after(ledger.pair_day(*when), -1));
        Rest {
            who: None,
            from: ledger.pair_day(entered),
            until: resumed.unwrap_or(NaiveDate::MAX),
            entered,
        }
    });
    let mut rests: Vec<Rest> = absences.chain(pauses).collect();
    rests.retain(|rest| is_known(rest.entered));
    rests.sort_by_key(|rest| rest.entered);
    rests
}
