//! The end of a mentorship, and its full record.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use serde_json::Value;

use crate::domain::closing::{Closing, Leftover, LeftoverKind};
use crate::domain::dates::{self, Now, Today};
use crate::domain::goal::{Goal, GoalHistory, GoalState};
use crate::domain::history::MentorshipHistory;
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::record::{Id, Record};
use crate::domain::review::Review;
use crate::view::json::parts::{BySide, TitledRecord};
use crate::view::page::output_mode::OutputMode;
use crate::view::page::report::{Drawing, NOTHING, Report, ReportItem};
use crate::view::records::skill;
use crate::view::reports::item_points;
use crate::view::reports::promise::{self, OutcomeEntry};
use crate::view::reports::review;
use crate::view::reports::review::json::GrowthEntries;
use crate::view::words;

/// Names the mentorship that ended.
pub fn in_words(_closing: &Record<Closing>, pair: &PairContext, _now: Now) -> String {
    let [mentor, mentee] = [Side::Mentor, Side::Mentee].map(|side| pair.first_name(side));
    format!("the mentorship of {mentor} and {mentee}")
}

/// Notes what stayed open, when `mentor due` will ask again, and that the pair is read-only.
pub fn remarks(
    closing: &Closing,
    pair: &PairContext,
    kept: &[Record<Goal>],
    left: &[Leftover],
    now: Now,
) -> Vec<String> {
    let open =
        (!kept.is_empty()).then(|| format!("{} left open", words::count(kept.len(), "goal")));
    let name = pair.first_name(pair.user_side().other());
    let ask = closing.update_on.map(|day| {
        let day = dates::format_day(day, words::today(pair.user(), now));
        format!("`mentor due` will remind you on {day} to check back with {name}")
    });
    let left = (!left.is_empty()).then(|| {
        let left: Vec<String> = left.iter().map(|one| leftover(one, pair, now)).collect();
        format!(
            "still open: {} (run `mentor undo`, then end it with `--close-open` to close what is open)",
            left.join("; ")
        )
    });
    let read_only = format!(
        "`{0}` is now read-only; run `mentor end show -p {0}` to see the full record",
        pair.slug()
    );
    open.into_iter().chain(left).chain(ask).chain([read_only]).collect()
}

/// Names the mentorship above the questions about its end.
pub fn question_header(pair: &PairContext) -> String {
    let (mentor, mentee) = (&pair.mentor.name, &pair.mentee.name);
    format!("End of the mentorship of {mentor} and {mentee} (`{}`)", pair.slug())
}

/// Returns the question about a field of the end, with the name of the other person, and the label of its answer.
pub fn question_about(key: &str, pair: &PairContext) -> Option<(String, String)> {
    let partner = pair.first_name(pair.user_side().other());
    let learned = |side: Side| match pair.first_name(side) {
        _ if side == pair.user_side() => {
            ("What have you learned?".to_owned(), "You learned".into())
        }
        name => (format!("What has {name} learned?"), format!("{name} learned")),
    };
    Some(match key {
        "learned_mentee" => learned(Side::Mentee),
        "learned_mentor" => learned(Side::Mentor),
        "remains" => ("What is unfinished, and who takes it on?".into(), "Unfinished".into()),
        "thanks" => (format!("What do you want to thank {partner} for?"), "Thanks".into()),
        "contact_after" => ("How will you stay in touch?".into(), "Staying in touch".into()),
        "differently" => ("What would you do differently next time?".into(), "Next time".into()),
        "update_on" => {
            (format!("When do you want to check back with {partner}?"), "Check back".into())
        }
        _ => return None,
    })
}

/// Asks whether to close what is still open.
pub fn close_open_question(left: &[Leftover]) -> String {
    format!("Close what is still open ({})?", leftover_summary(left))
}

/// Counts what stayed open: `1 check-in, 2 follow-ups`.
pub fn leftover_summary(left: &[Leftover]) -> String {
    let kinds = [
        (LeftoverKind::CheckIn, "check-in"),
        (LeftoverKind::FollowUp, "follow-up"),
        (LeftoverKind::Question, "question"),
    ];
    let counts = kinds.iter().filter_map(|(kind, noun)| {
        let count = left.iter().filter(|one| one.kind == *kind).count();
        (count > 0).then(|| words::count(count, noun))
    });
    counts.collect::<Vec<_>>().join(", ")
}

/// Names what stayed open: `check-in 4 on Wed 23 Dec 15:00`, `follow-up 1 (Ana): write the summary`.
pub fn leftover(one: &Leftover, pair: &PairContext, now: Now) -> String {
    let noun = words::noun_label(one.kind.word());
    let on = one.at.map(|at| format!(" on {}", words::both_times(at, pair, now)));
    let who = one.side.map(|side| format!(" ({})", pair.first_name(side)));
    let title = match one.title.as_str() {
        "" => String::new(),
        title => format!(": {}", words::title_with_privacy(title, one.private)),
    };
    let closed = if one.is_closed { ", closed with the end" } else { "" };
    format!("{noun} {}{}{}{title}{closed}", one.id, on.unwrap_or_default(), who.unwrap_or_default())
}

pub fn report(story: &MentorshipHistory, now: Now, mode: OutputMode) -> Report<'_> {
    let progress = &story.progress;
    let pair = &progress.pair;
    let period = progress.period;
    let today = words::today(pair.user(), now);
    let mut report = Report::new(
        format!("The mentorship of {} and {}", pair.mentor.name, pair.mentee.name),
        today,
        mode,
    );
    report.line(words::range(period.first_day, period.last_day, progress.style));
    let minutes = crate::domain::length::Minutes(progress.minutes());
    let missed = match progress.missed_checkins().count() {
        0 => String::new(),
        count => format!(", {count} missed"),
    };
    let held = words::count(progress.facts.held.len(), "check-in");
    report.line(format!("{held} held{missed}, {minutes}"));
    let terms = story.agreement.as_ref().map(|one| &one.terms);
    if let Some(purpose) = terms.and_then(|terms| terms.purpose.as_deref()) {
        report.line(format!("Purpose: {purpose}"));
    }
    report.glance = Some(progress);
    for (heading, states) in [
        ("Goals completed", &[GoalState::Done][..]),
        ("Goals still open", &[GoalState::Active, GoalState::Paused]),
        ("Goals dropped", &[GoalState::Dropped]),
    ] {
        let stories = states.iter().flat_map(|state| story.goals(*state));
        let stories: Vec<&GoalHistory> = stories.collect();
        let lines: Vec<String> = stories.iter().map(|one| goal(one, today)).collect();
        report.section_with_chart(heading, lines, Drawing::Goals(stories, progress));
    }
    let wins = progress.wins.iter();
    report.section_by_day("What went well", wins.map(|one| item_points::win(one, today)));
    let skills = story.skills.iter();
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
        story.reviews.iter().map(|one| item_points::review(one, progress.style)),
    );
    report.section_with_chart("Check-ins", NOTHING, Drawing::Meetings(progress));
    report.section_with_chart(
        "Promises kept",
        item_points::promises(&progress.outcomes, pair),
        Drawing::Promises(progress),
    );
    report.in_columns(promise::columns(&progress.outcomes, pair));
    if let Some(closing) = &story.closing {
        let left = story.leftovers.iter();
        report.section("Open at the end", left.map(|one| leftover(one, pair, now)));
        report.section("Closing", end(closing, pair));
    }
    report
}

fn goal(story: &GoalHistory, today: Today) -> String {
    let because = story.goal.because.as_deref().map(|text| format!(": {text}"));
    let is_reached = story.goal.state == GoalState::Done;
    let percent = story.percent().filter(|_| !is_reached);
    let percent = percent.map(|percent| format!(", {percent}%"));
    format!(
        "{}{}{} ({})",
        words::title_with_privacy(&story.goal.title, story.goal.private),
        percent.unwrap_or_default(),
        because.unwrap_or_default(),
        dates::format_day(story.goal.state_on, today)
    )
}

/// Returns the points about the end: why, what both learned, what comes after.
pub fn end(closing: &Closing, pair: &PairContext) -> Vec<ReportItem> {
    let reason = closing.reason.to_string();
    let named = |side: Side, what: &str| format!("{} {what}", pair.first_name(side));
    let details = [
        (named(Side::Mentee, "has learned"), closing.learned_mentee.as_slice()),
        (named(Side::Mentor, "has learned"), closing.learned_mentor.as_slice()),
        ("remains".to_owned(), closing.remains.as_slice()),
        ("thanks".to_owned(), closing.thanks.as_slice()),
        ("staying in touch".to_owned(), closing.contact_after.as_slice()),
        ("next time".to_owned(), &closing.differently),
        ("where they are now".to_owned(), closing.update.as_slice()),
    ];
    let details = details.into_iter().flat_map(|(name, texts)| {
        let point = move |text: &String| ReportItem::with_label(name.clone(), text);
        texts.iter().map(point)
    });
    let reason = match &closing.because {
        Some(because) => ReportItem::with_label(reason, because),
        None => ReportItem::from(reason),
    };
    [reason].into_iter().chain(details).collect()
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

/// Builds the answer; `closing` is the record of the end in JSON.
pub fn json(history: &MentorshipHistory, closing: Option<Value>) -> MentorshipRecord<'_> {
    let progress = &history.progress;
    let terms = history.agreement.as_ref().map(|agreement| &agreement.terms);
    let goals = history.goals.iter().map(|one| GoalOutcome {
        record: (&one.goal).into(),
        state: one.goal.state,
        on: one.goal.state_on,
        percent: one.percent(),
    });
    let skills = history.skills.iter().map(|one| SkillHistoryEntry {
        record: (&one.skill).into(),
        levels: BySide::new(|side| one.levels(side)),
    });
    let open = history.leftovers.iter().map(|leftover| LeftoverEntry {
        kind: leftover.kind,
        id: leftover.id,
        side: leftover.side,
        title: &leftover.title,
        at: leftover.at,
        closed: leftover.is_closed,
    });
    MentorshipRecord {
        pair: progress.pair.slug(),
        since: progress.period.first_day,
        until: progress.period.last_day,
        purpose: terms.and_then(|terms| terms.purpose.as_deref()),
        held: progress.facts.held.len(),
        missed: progress.missed_checkins().count(),
        minutes: progress.minutes(),
        goals: goals.collect(),
        skills: skills.collect(),
        growth: progress.into(),
        reviews: history.reviews.iter().map(|review| review.id).collect(),
        promises: promise::entries(&progress.outcomes),
        open: open.collect(),
        closing,
    }
}
