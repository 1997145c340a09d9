//! The agreement checked against what happened: each promise, for each side, under the terms of its own day.
//!
//! Everything is judged once, at the moment at which it could not change any more, and counts in the period of that
//! moment: consecutive periods add up to the whole.

mod cadence;
mod commitments;
mod reviews;
mod rhythm;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::domain::agreement::AgreementTerms;
use crate::domain::away::Away;
use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::dates;
use crate::domain::feedback::Feedback;
use crate::domain::followup::FollowUp;
use crate::domain::goal::DateMove;
use crate::domain::length::{Span, Unit};
use crate::domain::pair_history::PairHistory;
use crate::domain::person::Side;
use crate::domain::question::Question;
use crate::domain::record::Record;
use crate::domain::reply::{self, Answer, ReplyWait};
use crate::domain::review::Review;
use crate::words;

pub use cadence::{call_deadline, call_due};
pub use reviews::review_due;

words! {
    /// A clause of the agreement that can be measured.
    Promise {
        Cadence = "cadence",
        Length = "length",
        Reply = "reply",
        Feedback = "feedback",
        Notice = "notice",
        Review = "review",
        Hours = "hours",
        FollowUps = "follow-ups",
    }
}

words! {
    Verdict { Kept = "kept", Partly = "partly", Broken = "broken", Unmeasured = "unmeasured" }
}

impl Promise {
    /// What reports call it: more than one of what is counted.
    pub fn label(self) -> &'static str {
        match self {
            Promise::Reply => "replies",
            Promise::Review => "reviews",
            other => other.word(),
        }
    }
}

impl Verdict {
    /// Whether it gives the two something to talk about.
    pub fn falls_short(self) -> bool {
        matches!(self, Verdict::Partly | Verdict::Broken)
    }

    /// The verdict as people read it.
    pub fn label(self) -> &'static str {
        match self {
            Verdict::Kept => "kept",
            Verdict::Partly => "partly kept",
            Verdict::Broken => "not kept",
            Verdict::Unmeasured => "no data yet",
        }
    }
}

/// The records of one pair that a period is judged by.
#[derive(Clone, Debug, Default)]
pub struct PeriodRecords {
    /// Held in the period, oldest first.
    pub held: Vec<Record<CheckIn>>,
    /// The call that was held last before the period.
    pub held_before: Option<Record<CheckIn>>,
    /// Cancelled, late-cancelled and missed in the period.
    pub missed: Vec<Record<CheckIn>>,
    /// Still planned.
    pub planned: Vec<Record<CheckIn>>,
    /// Moves of check-ins.
    pub moves: Vec<Record<DateMove>>,
    /// With a deadline in the period, whoever owed it then.
    pub followups: Vec<Record<FollowUp>>,
    /// Given in the period, or answered or overdue in it.
    pub feedback: Vec<Record<Feedback>>,
    /// Asked in the period, or answered or overdue in it.
    pub questions: Vec<Record<Question>>,
    /// Of both people.
    pub aways: Vec<Record<Away>>,
    /// Held in the period, oldest first.
    pub reviews: Vec<Record<Review>>,
    /// The review that was held last before the period.
    pub review_before: Option<Record<Review>>,
    /// Calls outside the period that stand for a time of a fixed rhythm in it.
    pub beside: Vec<Record<CheckIn>>,
}

impl PeriodRecords {
    /// The calls of the period that did not take place: those that a side did not come to, or called off too late.
    pub fn not_held(&self, period: Period) -> impl Iterator<Item = &Record<CheckIn>> {
        let off = self.called_off(period);
        off.filter(|one| one.state != CheckInState::Cancelled)
    }

    /// The calls of the period that were called off in time.
    pub fn cancelled_checkins(&self, period: Period) -> impl Iterator<Item = &Record<CheckIn>> {
        let off = self.called_off(period);
        off.filter(|one| one.state == CheckInState::Cancelled)
    }

    fn called_off(&self, period: Period) -> impl Iterator<Item = &Record<CheckIn>> {
        let missed = self.missed.iter();
        missed.filter(move |one| one.called_off_at().is_some_and(|at| period.contains(at)))
    }
}

/// How one promise was kept, by one side or by both together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromiseOutcome {
    pub promise: Promise,
    /// None: it is a promise of both.
    pub side: Option<Side>,
    pub promised: String,
    pub happened: String,
    pub verdict: Verdict,
    pub kept: Option<u32>,
    pub of: Option<u32>,
    /// Of those kept, how many came late.
    pub late: Option<u32>,
    /// The records that broke it.
    pub cites: Vec<Citation>,
    /// Whether they are named, since whoever reads it can't look up their numbers.
    pub names_cites: bool,
}

/// A record that an outcome names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    pub noun: &'static str,
    pub id: i64,
    /// What it is called. Empty: it has no name.
    pub title: String,
    /// The day for which it was planned, where that tells it from others.
    pub day: Option<NaiveDate>,
}

/// `question 4`.
impl std::fmt::Display for Citation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.noun, self.id)
    }
}

impl Citation {
    fn record<T: crate::domain::pair_item::PairItem>(record: &Record<T>) -> Citation {
        Citation {
            noun: T::LABEL,
            id: record.id.number(),
            title: record.title().into_owned(),
            day: None,
        }
    }

    /// Of a check-in its title is what was said in it: its day says which it was.
    pub fn checkin(record: &Record<CheckIn>) -> Citation {
        let day = record.planned_at.or(record.held_at);
        Citation {
            noun: "check-in",
            id: record.id.number(),
            title: String::new(),
            day: day.map(|at| at.with_timezone(&record.zone).date_naive()),
        }
    }

    /// `question 4 "Which of the two?"`, `check-in 3 of 10 Dec 2026`: for whoever can't look the number up.
    pub fn label(&self) -> String {
        match (self.title.as_str(), self.day) {
            ("", None) => self.to_string(),
            ("", Some(day)) => format!("{self} of {}", dates::range(day, day)),
            (title, _) => format!("{self} \"{title}\""),
        }
    }
}

/// Kept this often, or oftener, counts as kept: one miss in ten is life.
pub const KEPT_SHARE: f64 = 0.9;
/// Kept this often, or oftener, counts as partly kept.
pub const PARTLY_SHARE: f64 = 0.5;
/// Of so many occasions or more, one miss is forgiven.
pub const FORGIVING_COUNT: u32 = 5;

/// Before so many days have passed, nothing can be said of a month.
pub const DAYS_OF_A_MONTH: i64 = 30;

/// A stretch of time, half-open: what happened at `since` belongs to the one before, what happened at `until` to this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    pub since: DateTime<Utc>,
    pub until: DateTime<Utc>,
    /// The first and the last day, in the calendar of whoever reads.
    pub first_day: NaiveDate,
    pub last_day: NaiveDate,
}

impl Period {
    pub fn contains(self, at: DateTime<Utc>) -> bool {
        self.since < at && at <= self.until
    }
}

/// One occasion to keep a promise, and what became of it.
#[derive(Clone, Debug)]
struct Occasion {
    /// When that was final.
    at: DateTime<Utc>,
    is_kept: bool,
    cite: Citation,
}

/// Every promise of the agreement against `facts`. The mentor's figure stands beside the mentee's wherever sides are
/// counted.
pub fn evaluate(
    history: &PairHistory<'_>,
    period: Period,
    facts: &PeriodRecords,
) -> Vec<PromiseOutcome> {
    let check = PromiseCheck {
        history,
        period,
        facts,
    };
    let mut outcomes = Vec::new();
    outcomes.extend(check.cadence());
    outcomes.extend(check.length());
    outcomes.extend(Side::ALL.iter().filter_map(|side| check.replies(*side)));
    outcomes.extend(Side::ALL.iter().filter_map(|side| check.responses(*side)));
    outcomes.extend(Side::ALL.iter().filter_map(|side| check.notice(*side)));
    outcomes.extend(check.reviews());
    outcomes.extend(check.hours());
    if !history.is_accepted() {
        // What only one side has said is shown, and judges nobody.
        for outcome in &mut outcomes {
            *outcome = counted_outcome(
                outcome.promise,
                outcome.side,
                std::mem::take(&mut outcome.promised),
                0,
                0,
                Vec::new(),
            );
        }
    }
    // A due day is a promise of its own, whatever else was agreed.
    outcomes.extend(Side::ALL.iter().map(|side| check.followups(*side)));
    outcomes
}

struct PromiseCheck<'c, 'a> {
    history: &'c PairHistory<'a>,
    period: Period,
    facts: &'c PeriodRecords,
}

impl PromiseCheck<'_, '_> {
    /// What was agreed in the period, in the words of each version that had it. `None`: nothing was.
    fn promised_terms(&self, clause: impl Fn(&AgreementTerms) -> Option<String>) -> Option<String> {
        let last = self.history.pair_day(self.period.until);
        let first = self.history.pair_day(self.period.since);
        let versions = self.history.versions();
        let mut told: Vec<String> = Vec::new();
        for (at, version) in versions.iter().enumerate() {
            let next = versions.get(at + 1).map(|next| next.from);
            let is_past = next.is_some_and(|next| next <= first);
            if is_past || version.from > last && !told.is_empty() {
                continue;
            }
            if let Some(text) = clause(&version.agreement.terms)
                && told.last() != Some(&text)
            {
                told.push(text);
            }
        }
        (!told.is_empty()).then(|| told.join(", then "))
    }

    /// Whether a verdict was reached in the period, before the mentorship ended.
    fn is_reached(&self, at: DateTime<Utc>) -> bool {
        self.period.contains(at) && self.history.ended_at().is_none_or(|end| at <= end)
    }

    /// Whether anything was promised for the day that ended with a moment: nothing is after the last day of the agreement.
    fn is_promised_until(&self, at: DateTime<Utc>) -> bool {
        let day = self.history.pair_day(at - TimeDelta::seconds(1));
        self.history.terms_on(day).is_some()
    }

    fn terms_at(&self, at: DateTime<Utc>) -> Option<&AgreementTerms> {
        self.history.terms_on(self.history.pair_day(at))
    }

    fn length(&self) -> Option<PromiseOutcome> {
        let promised =
            self.promised_terms(|terms| terms.length.map(|length| length.to_string()))?;
        let timed: Vec<(&Record<CheckIn>, u32, u32)> = self
            .facts
            .held
            .iter()
            .filter_map(|one| {
                let agreed = self.terms_at(one.held_at?)?.length?;
                Some((one, one.minutes?.0, agreed.0))
            })
            .collect();
        // A quarter more or less is what "45 minutes" means between people.
        let is_near = |minutes: u32, agreed: u32| minutes.abs_diff(agreed) * 4 <= agreed;
        let off = timed
            .iter()
            .filter(|(_, minutes, agreed)| !is_near(*minutes, *agreed));
        let off: Vec<Citation> = off.map(|(one, ..)| Citation::checkin(one)).collect();
        let of = count(timed.len());
        let kept = of - count(off.len());
        let sum: u32 = timed.iter().map(|(_, minutes, _)| *minutes).sum();
        let average = sum.checked_div(of);
        let happened = average.map(|average| format!("{kept} of {of}, average {average} min"));
        Some(counted_outcome(Promise::Length, None, promised, kept, of, off).with_note(happened))
    }

    /// A side answers the questions it was asked within the agreed time, on its own clock.
    fn replies(&self, side: Side) -> Option<PromiseOutcome> {
        let agreed =
            |terms: &AgreementTerms| terms.replies_within(side).map(|span| span.to_string());
        let promised = self.promised_terms(agreed)?;
        let asked = self
            .facts
            .questions
            .iter()
            .filter(|one| one.answerer() == side);
        let answers = asked.filter_map(|one| {
            let answer = reply::answer(self.history, one)?;
            Some((answer, Citation::record(one)))
        });
        Some(self.answers(Promise::Reply, side, promised, answers.collect()))
    }

    /// A side answers the feedback it was given within the agreed time.
    fn responses(&self, side: Side) -> Option<PromiseOutcome> {
        let agreed = |terms: &AgreementTerms| {
            let within = terms.feedback_within?;
            Some(format!("{within}"))
        };
        let promised = self.promised_terms(agreed)?;
        let given = self.facts.feedback.iter().filter(|one| one.from != side);
        let answers = given.filter_map(|one| {
            let answer = reply::response(self.history, one)?;
            Some((answer, Citation::record(one)))
        });
        Some(self.answers(Promise::Feedback, side, promised, answers.collect()))
    }

    fn answers(
        &self,
        promise: Promise,
        side: Side,
        promised: String,
        mut answers: Vec<(Answer, Citation)>,
    ) -> PromiseOutcome {
        answers
            .retain(|(answer, _)| self.is_reached(answer.at) && self.is_promised_until(answer.at));
        let late = answers.iter().filter(|(answer, _)| !answer.is_in_time);
        let cites: Vec<Citation> = late.map(|(_, cite)| cite.clone()).collect();
        let of = count(answers.len());
        let kept = of - count(cites.len());
        let when = typical(answers.into_iter().filter_map(|(answer, _)| answer.taken));
        let when = when.map(|(taken, is_only)| match is_only {
            true => format!(" ({taken})"),
            false => format!(" (typically {taken})"),
        });
        let happened = format!("{kept} of {of} on time{}", when.unwrap_or_default());
        let outcome = counted_outcome(promise, Some(side), promised, kept, of, cites);
        outcome.with_note((of > 0).then_some(happened))
    }

    /// Calls that a side cancelled or moved, or did not come to.
    fn notice(&self, side: Side) -> Option<PromiseOutcome> {
        let promised = self.promised_terms(|terms| Some(format!("{}", terms.notice?)))?;
        let cancelled = self.facts.missed.iter().filter(|one| one.by == Some(side));
        let cancelled = cancelled.filter_map(|one| self.called_off(one));
        let moved = self.facts.moves.iter().filter(|one| one.by == Some(side));
        let moved = moved.filter_map(|one| self.move_occasion(one));
        let mut occasions: Vec<Occasion> = cancelled.chain(moved).collect();
        occasions.retain(|one| self.period.contains(one.at));
        let what = "cancelled or moved on time";
        Some(judge(Promise::Notice, side, promised, what, occasions))
    }

    fn called_off(&self, one: &Record<CheckIn>) -> Option<Occasion> {
        let (planned, at) = (one.planned_at?, one.called_off_at()?);
        let notice = self.terms_at(at)?.notice?;
        let is_kept =
            one.state != CheckInState::NoShow && self.leaves_notice(one.by, notice, planned, at);
        let cite = Citation::checkin(one);
        Some(Occasion { at, is_kept, cite })
    }

    fn move_occasion(&self, one: &Record<DateMove>) -> Option<Occasion> {
        let planned: DateTime<Utc> = one.from.as_deref()?.parse().ok()?;
        let at = one.created_at;
        let notice = self.terms_at(at)?.notice?;
        Some(Occasion {
            at,
            is_kept: self.leaves_notice(one.by, notice, planned, at),
            cite: Citation {
                noun: "check-in",
                id: one.number,
                title: String::new(),
                day: Some(self.history.pair_day(planned)),
            },
        })
    }

    /// Whoever is not named as the one who called it off is taken to keep the mentor's week.
    fn leaves_notice(
        &self,
        by: Option<Side>,
        notice: Span,
        planned: DateTime<Utc>,
        at: DateTime<Utc>,
    ) -> bool {
        let side = by.unwrap_or(Side::Mentor);
        is_within_notice(self.history, side, Some(notice), planned, at)
    }

    /// The active days of the period, each with the hours agreed for a month.
    fn hours(&self) -> Option<PromiseOutcome> {
        let agreed = |terms: &AgreementTerms| terms.hours_a_month;
        let promised =
            self.promised_terms(|terms| Some(format!("{} h per month", agreed(terms)?)))?;
        let last = self.history.pair_day(self.period.until);
        let days = self
            .history
            .pair_day(self.period.since + TimeDelta::seconds(1));
        let days = days.iter_days().take_while(|day| *day < last);
        // Whoever is away sets no hours aside, as nobody meets.
        let is_excused = |day: NaiveDate| {
            let ends = self.history.end_of_pair_day(day);
            self.history.is_excused(day, ends)
        };
        let active = days.filter(|day| !is_excused(*day));
        let hours: Vec<u32> = active
            .filter_map(|day| agreed(self.history.terms_on(day)?))
            .collect();
        let held = self.facts.held.iter();
        let minutes: u32 = held.filter_map(|one| Some(one.minutes?.0)).sum();
        let held = f64::from(minutes) / 60.0;
        let outcome = counted_outcome(Promise::Hours, None, promised, 0, 0, Vec::new());
        if i64::from(count(hours.len())) < DAYS_OF_A_MONTH {
            let so_far = format!("{held:.1} h in the first month so far");
            return Some(outcome.with_note(Some(so_far)));
        }
        let expected = f64::from(hours.iter().sum::<u32>()) / 30.44;
        let a_month = held / (f64::from(count(hours.len())) / 30.44);
        // A tenth of an hour is what the figure shows.
        let share = (held + 0.05) / expected.max(0.05);
        Some(PromiseOutcome {
            verdict: verdict_of(share),
            ..outcome.with_note(Some(format!("{a_month:.1} h per month")))
        })
    }

    fn followups(&self, side: Side) -> PromiseOutcome {
        let all = self.facts.followups.iter();
        let occasions = all.flat_map(|one| commitments::judge(self.history, one));
        let mut own: Vec<Occasion> = occasions
            .filter(|(owner, _)| *owner == side)
            .map(|(_, occasion)| occasion)
            .collect();
        own.retain(|one| self.is_reached(one.at));
        let promised = "by the due date".to_owned();
        judge(Promise::FollowUps, side, promised, "on time", own)
    }
}

fn judge(
    promise: Promise,
    side: Side,
    promised: String,
    what: &str,
    occasions: Vec<Occasion>,
) -> PromiseOutcome {
    let of = count(occasions.len());
    let missed = occasions.into_iter().filter(|one| !one.is_kept);
    let cites: Vec<Citation> = missed.map(|one| one.cite).collect();
    let kept = of - count(cites.len());
    let happened = (of > 0).then(|| format!("{kept} of {of} {what}"));
    counted_outcome(promise, Some(side), promised, kept, of, cites).with_note(happened)
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// The lower middle of some waits, one that did occur, and whether it is the only one. `None` of none.
fn typical(taken: impl Iterator<Item = ReplyWait>) -> Option<(ReplyWait, bool)> {
    let mut taken: Vec<ReplyWait> = taken.collect();
    taken.sort_unstable_by_key(|one| one.days);
    let middle = taken.len().checked_sub(1)? / 2;
    Some((taken[middle], taken.len() == 1))
}

fn counted_outcome(
    promise: Promise,
    side: Option<Side>,
    promised: String,
    kept: u32,
    of: u32,
    cites: Vec<Citation>,
) -> PromiseOutcome {
    let has_data = of > 0;
    PromiseOutcome {
        promise,
        side,
        promised,
        happened: Verdict::Unmeasured.label().to_owned(),
        verdict: verdict(kept, of),
        kept: has_data.then_some(kept),
        of: has_data.then_some(of),
        late: None,
        cites,
        names_cites: false,
    }
}

impl PromiseOutcome {
    /// `question 4, question 7`.
    pub fn with_citations(&self) -> String {
        let said = match self.names_cites {
            true => Citation::label,
            false => Citation::to_string,
        };
        let cites: Vec<String> = self.cites.iter().map(said).collect();
        cites.join(", ")
    }

    /// `question 4, question 7 and 3 more`.
    pub fn cited_at_most(&self, most: usize) -> String {
        let more = self.cites.len().saturating_sub(most);
        if more == 0 {
            return self.with_citations();
        }
        let first = PromiseOutcome {
            cites: self.cites[..most].to_vec(),
            ..self.clone()
        };
        format!("{} and {more} more", first.with_citations())
    }

    /// Nothing is wholly kept that mostly came late.
    fn lowered_if_late(mut self, late: u32) -> Self {
        let (kept, of) = (self.kept.unwrap_or(0), self.of.unwrap_or(0));
        let is_mostly_late = verdict(kept.saturating_sub(late), of) != Verdict::Kept;
        if self.verdict == Verdict::Kept && is_mostly_late {
            self.verdict = Verdict::Partly;
        }
        self.late = (of > 0).then_some(late);
        self
    }

    /// Says what happened, if there is anything to say.
    fn with_note(mut self, happened: Option<String>) -> Self {
        if let Some(happened) = happened {
            self.happened = happened;
        }
        self
    }
}

fn verdict(kept: u32, of: u32) -> Verdict {
    match of {
        0 => Verdict::Unmeasured,
        FORGIVING_COUNT.. if kept + 1 == of => Verdict::Kept,
        _ => verdict_of(f64::from(kept) / f64::from(of)),
    }
}

fn verdict_of(share: f64) -> Verdict {
    match share {
        KEPT_SHARE.. => Verdict::Kept,
        PARTLY_SHARE.. => Verdict::Partly,
        _ => Verdict::Broken,
    }
}

/// Whether a check-in at `planned` that `side` calls off at `at` leaves the agreed notice. Working days are those of that
/// side, each from an hour of the clock to the same hour of the next.
pub fn is_within_notice(
    history: &PairHistory<'_>,
    side: Side,
    notice: Option<Span>,
    planned: DateTime<Utc>,
    at: DateTime<Utc>,
) -> bool {
    let latest = match notice {
        None => planned,
        Some(Span { count, unit }) => match unit {
            Unit::Hours => planned - TimeDelta::hours(i64::from(count)),
            Unit::WorkingDays => history.working_days_before(side, planned, count),
            _ => planned - TimeDelta::days(Span { count, unit }.days()),
        },
    };
    at <= latest
}

#[cfg(test)]
mod tests;
