//! The agreement checked against what happened: each promise, for each side, in one pure function over the records.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::domain::agreement::Terms;
use crate::domain::away::{Away, Pauses};
use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::feedback::Feedback;
use crate::domain::followup::FollowUp;
use crate::domain::length::{Span, Unit};
use crate::domain::pair::Couple;
use crate::domain::person::Side;
use crate::domain::question::Question;
use crate::domain::record::Record;
use crate::domain::reply::{self, Clock};
use crate::domain::review::Review;
use crate::words;

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
    Verdict { Kept = "kept", Broken = "broken", Unmeasured = "unmeasured" }
}

/// The records of one pair and period.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Held, oldest first.
    pub held: Vec<Record<CheckIn>>,
    /// Cancelled, late-cancelled, missed.
    pub missed: Vec<Record<CheckIn>>,
    /// Closed in the period, and open ones with a due day.
    pub followups: Vec<Record<FollowUp>>,
    pub feedback: Vec<Record<Feedback>>,
    /// Asked in the period.
    pub questions: Vec<Record<Question>>,
    /// Of both people, from before the end of the period on.
    pub aways: Vec<Record<Away>>,
    pub reviews: Vec<Record<Review>>,
}

impl Facts {
    /// Keeps only what may be shown to the other side, and so counted before their eyes.
    pub fn leave_out_private(&mut self) {
        let checkins = self.held.iter_mut().chain(&mut self.missed);
        checkins.for_each(|one| one.leave_out_private());
        self.followups.retain(|one| !one.private);
        self.feedback.retain(|one| !one.private);
        self.questions.retain(|one| !one.private);
        self.aways
            .iter_mut()
            .for_each(|one| one.leave_out_private());
        self.reviews.retain(|one| !one.private);
    }
}

/// How one promise was kept, by one side or by both together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub promise: Promise,
    /// None: it is a promise of both.
    pub side: Option<Side>,
    pub promised: String,
    pub happened: String,
    pub verdict: Verdict,
    pub kept: Option<u32>,
    pub of: Option<u32>,
    /// The records that broke it.
    pub cites: Vec<String>,
}

/// A cadence or follow-ups kept this often, or oftener, count as kept: one miss in ten is life.
const MOSTLY: f64 = 0.9;

/// Before so many days have passed, nothing can be said of a month.
const A_MONTH: i64 = 30;

/// The period that is looked at and the present moment.
#[derive(Clone, Copy, Debug)]
pub struct Period {
    pub since: NaiveDate,
    /// Last day, today at the latest.
    pub until: NaiveDate,
}

/// Every promise of `terms` against `facts`. The mentor's figure stands beside the mentee's wherever sides are counted.
pub fn check(terms: &Terms, couple: &Couple, period: Period, facts: &Facts) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    outcomes.extend(cadence(terms, couple, period, facts));
    outcomes.extend(length(terms, facts));
    for side in [Side::Mentor, Side::Mentee] {
        outcomes.extend(reply(terms, couple, side, period, facts));
    }
    for side in [Side::Mentor, Side::Mentee] {
        outcomes.extend(feedback(terms, couple, side, period, facts));
    }
    for side in [Side::Mentor, Side::Mentee] {
        outcomes.extend(notice(terms, side, facts));
    }
    outcomes.extend(reviews(terms, period, facts));
    outcomes.extend(hours(terms, period, facts));
    for side in [Side::Mentor, Side::Mentee] {
        outcomes.push(followups(side, period, facts));
    }
    outcomes
}

fn cadence(terms: &Terms, couple: &Couple, period: Period, facts: &Facts) -> Option<Outcome> {
    let cadence = terms.cadence?;
    let start = terms.starts.unwrap_or(period.since).max(period.since);
    let zone = couple.user().zone;
    let held: Vec<DateTime<Utc>> = facts
        .held
        .iter()
        .filter_map(|checkin| checkin.held_at)
        .collect();
    let pauses = Pauses::of(facts.aways.iter().map(|away| &away.it));
    let kept = cadence.kept(start, period.until, &held, zone, &pauses);
    let cites = facts.missed.iter().map(cite).collect();
    Some(counted(
        Promise::Cadence,
        None,
        cadence.to_string(),
        "check-ins",
        kept.kept,
        kept.of,
        cites,
    ))
}

fn length(terms: &Terms, facts: &Facts) -> Option<Outcome> {
    let agreed = terms.length?;
    let timed: Vec<(&Record<CheckIn>, u32)> = facts
        .held
        .iter()
        .filter_map(|checkin| Some((checkin, checkin.minutes?.0)))
        .collect();
    // A quarter more or less is what "45 minutes" means between people.
    let fits = |minutes: u32| minutes.abs_diff(agreed.0) * 4 <= agreed.0;
    let off: Vec<String> = timed
        .iter()
        .filter(|(_, minutes)| !fits(*minutes))
        .map(|(one, _)| cite(one))
        .collect();
    let of = count(timed.len());
    let kept = of - count(off.len());
    let mut outcome = counted(
        Promise::Length,
        None,
        agreed.to_string(),
        "near it",
        kept,
        of,
        off,
    );
    if let Some(sum) = timed
        .iter()
        .map(|(_, minutes)| *minutes)
        .reduce(|a, b| a + b)
    {
        outcome.happened = format!("{} min on average, {}", sum / of.max(1), outcome.happened);
    }
    Some(outcome)
}

/// A side answers the questions it was asked within the agreed time, on its own clock.
fn reply(
    terms: &Terms,
    couple: &Couple,
    side: Side,
    period: Period,
    facts: &Facts,
) -> Option<Outcome> {
    let agreed = terms.replies_within(side)?;
    let clock = Clock::of(couple.person(side), &facts.aways);
    let asked: Vec<&Record<Question>> = facts
        .questions
        .iter()
        .filter(|question| question.answerer() == side)
        .collect();
    if asked.is_empty() {
        let why = "no question asked";
        return Some(unmeasured(
            Promise::Reply,
            Some(side),
            agreed.to_string(),
            why,
        ));
    }
    let judged = asked.iter().filter_map(|question| {
        let kept = clock.kept(question, agreed, period.until)?;
        Some((question, kept))
    });
    let (kept, late): (Vec<_>, Vec<_>) = judged.partition(|(_, kept)| *kept);
    let cites = late
        .iter()
        .map(|(question, _)| format!("question {}", question.id));
    let of = count(kept.len() + late.len());
    let mut outcome = counted(
        Promise::Reply,
        Some(side),
        agreed.to_string(),
        "in time",
        count(kept.len()),
        of,
        cites.collect(),
    );
    let taken = asked
        .iter()
        .filter_map(|question| Some(clock.days_between(question.asked_at, question.answered_at?)));
    if let Some(median) = reply::median(taken.collect()) {
        outcome.happened = format!("median {median:.1} working days, {}", outcome.happened);
    }
    Some(outcome)
}

/// A side answers the feedback it was given within the agreed time.
fn feedback(
    terms: &Terms,
    couple: &Couple,
    side: Side,
    period: Period,
    facts: &Facts,
) -> Option<Outcome> {
    let agreed = terms.feedback_within?;
    let clock = Clock::of(couple.person(side), &facts.aways);
    let mut kept = 0;
    let mut late = Vec::new();
    for one in facts.feedback.iter().filter(|one| one.from != side) {
        let last = clock.last_day_from(one.on, agreed);
        match one.responded_on {
            Some(on) if on <= last => kept += 1,
            None if period.until <= last => {}
            _ => late.push(format!("feedback {}", one.id)),
        }
    }
    let of = kept + count(late.len());
    Some(counted(
        Promise::Feedback,
        Some(side),
        format!("answered within {agreed}"),
        "in time",
        kept,
        of,
        late,
    ))
}

fn notice(terms: &Terms, side: Side, facts: &Facts) -> Option<Outcome> {
    let agreed = terms.notice?;
    let own: Vec<&Record<CheckIn>> = facts
        .missed
        .iter()
        .filter(|checkin| checkin.by == Some(side))
        .collect();
    let late: Vec<String> = own
        .iter()
        .filter(|checkin| checkin.state != CheckInState::Cancelled)
        .map(|checkin| cite(checkin))
        .collect();
    let of = count(own.len());
    let kept = of - count(late.len());
    Some(counted(
        Promise::Notice,
        Some(side),
        format!("{agreed} before"),
        "called off in time",
        kept,
        of,
        late,
    ))
}

fn reviews(terms: &Terms, period: Period, facts: &Facts) -> Option<Outcome> {
    let due = review_days(terms, period);
    let promised = match (terms.review_every, terms.review_on) {
        (Some(every), _) => format!("every {every}"),
        (None, Some(on)) => format!("on {on}"),
        (None, None) => return None,
    };
    let of = count(due.len());
    let held = count(facts.reviews.len()).min(of);
    Some(counted(
        Promise::Review,
        None,
        promised,
        "reviews",
        held,
        of,
        Vec::new(),
    ))
}

/// The days of the period on which a review was to have taken place.
fn review_days(terms: &Terms, period: Period) -> Vec<NaiveDate> {
    let Some(start) = terms.starts.or(terms.review_on) else {
        return Vec::new();
    };
    let step = |day: NaiveDate| terms.review_every.and_then(|every| add(every, day));
    let mut days = Vec::new();
    let mut next = terms.review_on.or_else(|| step(start));
    while let Some(day) = next.filter(|day| *day <= period.until) {
        if day >= period.since {
            days.push(day);
        }
        next = step(day).filter(|later| *later > day);
    }
    days
}

fn add(span: Span, day: NaiveDate) -> Option<NaiveDate> {
    span.add_to(day, &crate::domain::workweek::WorkWeek::default())
}

/// The day by which the next review should take place, counted from the last one.
pub fn next_review(terms: &Terms, last: Option<NaiveDate>) -> Option<NaiveDate> {
    match last {
        Some(last) => add(terms.review_every?, last),
        None => terms
            .review_on
            .or_else(|| add(terms.review_every?, terms.starts?)),
    }
}

fn hours(terms: &Terms, period: Period, facts: &Facts) -> Option<Outcome> {
    let agreed = terms.hours_a_month?;
    let minutes: u32 = facts
        .held
        .iter()
        .filter_map(|checkin| Some(checkin.minutes?.0))
        .sum();
    // Whoever is away sets no hours aside, as nobody meets.
    let pauses = Pauses::of(facts.aways.iter().map(|away| &away.it));
    let days = (period.until - period.since).num_days();
    let days = days - pauses.days(period.since, period.until);
    let promised = format!("{agreed} h a month");
    let hours = f64::from(minutes) / 60.0;
    if days < A_MONTH {
        let so_far = format!("{hours:.1} h in the first month so far");
        return Some(unmeasured(Promise::Hours, None, promised, &so_far));
    }
    #[expect(clippy::cast_precision_loss, reason = "days of some years")]
    let a_month = hours / (days as f64 / 30.44);
    Some(Outcome {
        promise: Promise::Hours,
        side: None,
        promised,
        happened: format!("{a_month:.1} h a month"),
        verdict: if a_month + 0.05 >= MOSTLY * f64::from(agreed) {
            Verdict::Kept
        } else {
            Verdict::Broken
        },
        kept: None,
        of: None,
        cites: Vec::new(),
    })
}

fn followups(side: Side, period: Period, facts: &Facts) -> Outcome {
    let judged: Vec<(&Record<FollowUp>, bool)> = facts
        .followups
        .iter()
        .filter(|one| one.owner == side)
        .filter_map(|one| Some((one, one.kept(period.until)?)))
        .collect();
    let late: Vec<String> = judged
        .iter()
        .filter(|(_, kept)| !kept)
        .map(|(one, _)| format!("follow-up {}", one.id))
        .collect();
    let of = count(judged.len());
    let kept = of - count(late.len());
    counted(
        Promise::FollowUps,
        Some(side),
        "done by their day".to_owned(),
        "in time",
        kept,
        of,
        late,
    )
}

fn cite(checkin: &Record<CheckIn>) -> String {
    format!("check-in {}", checkin.id)
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn unmeasured(promise: Promise, side: Option<Side>, promised: String, why: &str) -> Outcome {
    Outcome {
        promise,
        side,
        promised,
        happened: why.to_owned(),
        verdict: Verdict::Unmeasured,
        kept: None,
        of: None,
        cites: Vec::new(),
    }
}

fn counted(
    promise: Promise,
    side: Option<Side>,
    promised: String,
    what: &str,
    kept: u32,
    of: u32,
    cites: Vec<String>,
) -> Outcome {
    if of == 0 {
        return unmeasured(promise, side, promised, "nothing to judge yet");
    }
    let verdict = if f64::from(kept) >= MOSTLY * f64::from(of) || kept + 1 == of && of >= 5 {
        Verdict::Kept
    } else {
        Verdict::Broken
    };
    Outcome {
        promise,
        side,
        promised,
        happened: format!("{kept} of {of} {what}"),
        verdict,
        kept: Some(kept),
        of: Some(of),
        cites,
    }
}

/// Whether a check-in at `planned` called off at `at` leaves the agreed notice.
pub fn in_time(notice: Option<Span>, planned: DateTime<Utc>, at: DateTime<Utc>) -> bool {
    let needed = match notice {
        None => TimeDelta::zero(),
        Some(Span {
            count,
            unit: Unit::Hours,
        }) => TimeDelta::hours(i64::from(count)),
        Some(span) => TimeDelta::days(span.days()),
    };
    planned - at >= needed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::length::Minutes;
    use crate::domain::sample;

    #[test]
    fn notice_is_counted_to_the_hour() {
        let day = Span::parse("24h").ok();
        let planned: DateTime<Utc> = "2026-12-03T17:00:00Z".parse().unwrap();
        assert!(in_time(day, planned, planned - TimeDelta::hours(24)));
        assert!(!in_time(day, planned, planned - TimeDelta::hours(23)));
        assert!(in_time(None, planned, planned));
    }

    #[test]
    fn the_next_review_is_counted_from_the_last() {
        let terms = Terms {
            starts: "2026-12-01".parse().ok(),
            review_every: Span::parse("8 weeks").ok(),
            ..Terms::default()
        };
        assert_eq!(next_review(&terms, None), "2027-01-26".parse().ok());
        assert_eq!(
            next_review(&terms, "2027-02-02".parse().ok()),
            "2027-03-30".parse().ok()
        );
    }

    /// A check-in of that many minutes, and both agreed on two hours a month.
    fn hours_after(days: i64, minutes: u32, aways: Vec<Record<Away>>) -> Outcome {
        let terms = Terms {
            hours_a_month: Some(2),
            ..Terms::default()
        };
        let mut checkin = sample::held("2026-12-03T17:00:00Z");
        checkin.minutes = Some(Minutes(minutes));
        let facts = Facts {
            held: vec![checkin],
            aways,
            ..Facts::default()
        };
        let since = sample::on("2026-12-01");
        let period = Period {
            since,
            until: since + TimeDelta::days(days),
        };
        hours(&terms, period, &facts).unwrap()
    }

    #[test]
    fn hours_are_judged_once_a_month_has_passed() {
        let young = hours_after(29, 60, vec![]);
        assert_eq!(young.verdict, Verdict::Unmeasured);
        assert_eq!(young.happened, "1.0 h in the first month so far");
        assert_eq!(hours_after(30, 60, vec![]).verdict, Verdict::Broken);
        assert_eq!(hours_after(30, 120, vec![]).verdict, Verdict::Kept);
    }

    #[test]
    fn hours_are_not_asked_for_the_days_away() {
        let away = Record::numbered(1, sample::away(2, "2026-12-20", "2027-01-18"));
        let outcome = hours_after(60, 120, vec![away]);
        assert_eq!(outcome.verdict, Verdict::Kept, "{}", outcome.happened);
        assert_eq!(hours_after(60, 120, vec![]).verdict, Verdict::Broken);
    }

    #[test]
    fn what_has_not_come_up_is_not_judged() {
        let outcome = counted(Promise::Notice, None, "24h".into(), "in time", 0, 0, vec![]);
        assert_eq!(outcome.verdict, Verdict::Unmeasured);
    }

    #[test]
    fn eight_of_nine_is_kept_and_one_of_two_is_not() {
        let verdict =
            |kept, of| counted(Promise::Cadence, None, String::new(), "", kept, of, vec![]).verdict;
        assert_eq!(verdict(8, 9), Verdict::Kept);
        assert_eq!(verdict(1, 2), Verdict::Broken);
    }
}
