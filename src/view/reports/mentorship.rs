//! A whole mentorship, for `mentor end show`.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use serde_json::Value;

use crate::domain::closing::{Leftover, LeftoverKind};
use crate::domain::dates::{self, Now, Today};
use crate::domain::goal::{GoalHistory, GoalState};
use crate::domain::history::MentorshipHistory;
use crate::domain::person::Side;
use crate::domain::record::Id;
use crate::domain::review::Review;
use crate::domain::skill::SkillHistory;
use crate::view::json::parts::{BySide, TitledRecord};
use crate::view::page::output_mode::OutputMode;
use crate::view::page::report::{Drawing, Report};
use crate::view::records::{closing, skill};
use crate::view::reports::item_points;
use crate::view::reports::promise::{self, OutcomeEntry};
use crate::view::reports::review;
use crate::view::reports::review::json::GrowthEntries;
use crate::view::words;

pub fn report(history: &MentorshipHistory, now: Now, mode: OutputMode) -> Report<'_> {
    let progress = &history.progress;
    let pair = &progress.pair;
    let today = words::today(pair.user(), now);
    let title = format!("The mentorship of {} and {}", pair.mentor.name, pair.mentee.name);
    let mut report = Report::new(title, today, mode);
    add_summary(&mut report, history);
    report.glance = Some(progress);
    add_goals(&mut report, history, today);
    let wins = progress.wins.iter();
    report.section_by_day("What went well", wins.map(|one| item_points::win(one, today)));
    let skills = history.skills.iter();
    report.section_with_chart(
        "Skills",
        skills.clone().map(|one| skill::line_and_gap(one, pair, mode)),
        Drawing::Skills(skills.collect(), progress),
    );
    let advice = progress.insights.iter().filter(|one| one.outcome.is_some());
    report.section_by_day("Advice and outcomes", advice.map(item_points::advice));
    review::add_growth_sections(&mut report, progress);
    let feedback = progress.all_feedback();
    report.section_by_day(
        "Feedback",
        feedback.map(|one| item_points::feedback_of_a_kind(one, pair, mode)),
    );
    report.section_by_day(
        "Reviews",
        history.reviews.iter().map(|one| item_points::review(one, progress.style)),
    );
    review::add_meetings_and_promises(&mut report, progress);
    report.in_columns(promise::columns(progress));
    if let Some(end) = &history.closing {
        let left = history.leftovers.iter();
        report.section("Open at the end", left.map(|one| closing::leftover(one, pair, now)));
        report.section("Closing", closing::points(end, pair));
    }
    report
}

/// Adds the period, the number of check-ins and the purpose.
fn add_summary(report: &mut Report<'_>, history: &MentorshipHistory) {
    let progress = &history.progress;
    let period = progress.period;
    report.line(words::range(period.first_day, period.last_day, progress.style));
    report.line(review::checkin_summary(progress));
    if let Some(purpose) = purpose(history) {
        report.line(format!("Purpose: {purpose}"));
    }
}

fn purpose(history: &MentorshipHistory) -> Option<&str> {
    history.agreement.as_ref()?.terms.purpose.as_deref()
}

fn add_goals<'a>(report: &mut Report<'a>, history: &'a MentorshipHistory, today: Today) {
    for (heading, states) in [
        ("Goals completed", &[GoalState::Done][..]),
        ("Goals still open", &[GoalState::Active, GoalState::Paused]),
        ("Goals dropped", &[GoalState::Dropped]),
    ] {
        let goals = states.iter().flat_map(|state| history.goals(*state));
        let goals: Vec<&GoalHistory> = goals.collect();
        let lines: Vec<String> = goals.iter().map(|one| goal(one, today)).collect();
        report.section_with_chart(heading, lines, Drawing::Goals(goals, &history.progress));
    }
}

fn goal(history: &GoalHistory, today: Today) -> String {
    let because = history.goal.because.as_deref().map(|text| format!(": {text}"));
    let is_reached = history.goal.state == GoalState::Done;
    let percent = history.percent().filter(|_| !is_reached);
    let percent = percent.map(|percent| format!(", {percent}%"));
    format!(
        "{}{}{} ({})",
        words::title_with_privacy(&history.goal.title, history.goal.private),
        percent.unwrap_or_default(),
        because.unwrap_or_default(),
        dates::format_day(history.goal.state_on, today)
    )
}

/// `mentor end show`: a whole mentorship.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct MentorshipRecord<'a> {
    pair: &'a str,
    since: NaiveDate,
    /// The last day, or today.
    until: NaiveDate,
    /// From the agreement.
    purpose: Option<&'a str>,
    /// Check-ins that were held.
    held: usize,
    /// Check-ins that were missed, or cancelled too late.
    missed: usize,
    /// Length of all check-ins that were held.
    minutes: u32,
    goals: Vec<GoalOutcome<'a>>,
    skills: Vec<SkillHistoryEntry<'a>>,
    #[serde(flatten)]
    growth: GrowthEntries<'a>,
    /// Numbers of the reviews.
    reviews: Vec<Id<Review>>,
    promises: Vec<OutcomeEntry<'a>>,
    /// What was open at the end.
    open: Vec<LeftoverEntry<'a>>,
    /// The record of the end, as in `mentor.closing/1`; null before the end.
    #[cfg_attr(test, schemars(with = "Option<serde_json::Map<String, Value>>"))]
    closing: Option<Value>,
}

/// A goal and what became of it.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct GoalOutcome<'a> {
    #[serde(flatten)]
    record: TitledRecord<'a>,
    state: GoalState,
    /// Since when.
    on: NaiveDate,
    /// The last progress, 0 to 100.
    percent: Option<u8>,
}

impl<'a> From<&'a GoalHistory> for GoalOutcome<'a> {
    fn from(history: &'a GoalHistory) -> Self {
        GoalOutcome {
            record: (&history.goal).into(),
            state: history.goal.state,
            on: history.goal.state_on,
            percent: history.percent(),
        }
    }
}

/// A skill with all its levels.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct SkillHistoryEntry<'a> {
    #[serde(flatten)]
    record: TitledRecord<'a>,
    /// The levels that each side gave, oldest first.
    #[serde(flatten)]
    levels: BySide<Vec<u8>>,
}

impl<'a> From<&'a SkillHistory> for SkillHistoryEntry<'a> {
    fn from(history: &'a SkillHistory) -> Self {
        SkillHistoryEntry {
            record: (&history.skill).into(),
            levels: BySide::new(|side| history.levels(side)),
        }
    }
}

/// Something that was open when the mentorship ended.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct LeftoverEntry<'a> {
    kind: LeftoverKind,
    #[cfg_attr(test, schemars(range(min = 0)))]
    id: i64,
    /// The side that owes it.
    side: Option<Side>,
    title: &'a str,
    /// When a check-in was planned.
    at: Option<DateTime<Utc>>,
    closed: bool,
}

impl<'a> From<&'a Leftover> for LeftoverEntry<'a> {
    fn from(leftover: &'a Leftover) -> Self {
        LeftoverEntry {
            kind: leftover.kind,
            id: leftover.id,
            side: leftover.side,
            title: &leftover.title,
            at: leftover.at,
            closed: leftover.is_closed,
        }
    }
}

/// Builds the answer; `closing` is the record of the end in JSON.
pub fn json(history: &MentorshipHistory, closing: Option<Value>) -> MentorshipRecord<'_> {
    let progress = &history.progress;
    MentorshipRecord {
        pair: progress.pair.slug(),
        since: progress.period.first_day,
        until: progress.period.last_day,
        purpose: purpose(history),
        held: progress.facts.held.len(),
        missed: progress.missed_checkins().count(),
        minutes: progress.minutes(),
        goals: history.goals.iter().map(GoalOutcome::from).collect(),
        skills: history.skills.iter().map(SkillHistoryEntry::from).collect(),
        growth: progress.into(),
        reviews: history.reviews.iter().map(|review| review.id).collect(),
        promises: promise::entries(&progress.outcomes),
        open: history.leftovers.iter().map(LeftoverEntry::from).collect(),
        closing,
    }
}
