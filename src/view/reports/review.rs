//! `mentor review`: the progress summary.

pub mod json;

use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::feedback::FeedbackKind;
use crate::domain::goal::GoalState;
use crate::domain::person::Side;
use crate::domain::progress::ProgressReport;
use crate::domain::promise::Citation;
use crate::domain::record::Record;
use crate::domain::snapshot::PairSnapshot;
use crate::view::page::output_mode::OutputMode;
use crate::view::page::report::{Drawing, NOTHING, Report, ReportItem};
use crate::view::records::{pulse, skill};
use crate::view::reports::{history, item_points, promise, task_points};
use crate::view::words;

pub use json::json;

/// `open`: the snapshot of an active pair, for a page, which begins with what comes next.
pub fn report<'a>(
    progress: &'a ProgressReport,
    open: Option<&PairSnapshot>,
    mode: OutputMode,
) -> Report<'a> {
    let pair = &progress.pair;
    let period = progress.period;
    let today = progress.today();
    let mut report = Report::new(
        format!("Progress of {} with {}", pair.mentee.name, pair.mentor.name),
        today,
        mode,
    );
    report.line(words::range(period.first_day, period.last_day, progress.style));
    report.line(checkin_summary(progress));
    report.glance = Some(progress);
    if let Some(open) = open {
        history::add_next_sections(&mut report, open, today);
        add_goals_in_progress(&mut report, progress);
    }
    report.section("From the last review", baseline(progress));
    add_goals(&mut report, progress);
    if open.is_none() {
        add_goals_in_progress(&mut report, progress);
    }
    add_notes(&mut report, progress, mode);
    add_growth_sections(&mut report, progress);
    add_meetings_and_promises(&mut report, progress);
    report.in_columns(promise::columns(progress));
    if open.is_none() {
        report.section("Overdue", overdue(progress));
    }
    let differences = progress.pulse_differences();
    let differences = differences.iter();
    report
        .section("Pulse answers that differ", differences.map(|one| pulse::difference(one, pair)));
    let questions = progress.questions();
    report.section(
        "Questions to discuss",
        questions.iter().map(|one| item_points::question(one, progress.is_shared)),
    );
    report
}

/// Adds the goals that were reached, dropped or added in the period.
fn add_goals<'a>(report: &mut Report<'a>, progress: &'a ProgressReport) {
    let today = progress.today();
    let closed = |state| progress.goals(state).map(|goal| item_points::closed_goal(goal, today));
    let drawn = |state| {
        let closed = progress.closed.iter();
        let histories = closed.filter(move |history| history.goal.state == state);
        Drawing::Goals(histories.collect(), progress)
    };
    report.section_with_chart("Goals completed", closed(GoalState::Done), drawn(GoalState::Done));
    report.section("Goals dropped", closed(GoalState::Dropped));
    let added = progress
        .goals_added()
        .map(|history| format!("{} (goal {})", history.goal.title, history.goal.id));
    report.section("Goals added", added);
}

/// Adds what was noted in the period: decisions, wins, feedback, skills, advice.
fn add_notes<'a>(report: &mut Report<'a>, progress: &'a ProgressReport, mode: OutputMode) {
    let (pair, today) = (&progress.pair, progress.today());
    report.section_by_day("Decisions", progress.decisions().map(item_points::checkin_text));
    report.section_by_day("Blockers", progress.blockers().map(item_points::checkin_text));
    let wins = progress.wins.iter();
    report.section_by_day("Achievements and wins", wins.map(|one| item_points::win(one, today)));
    let feedback = |kind| progress.feedback(kind).into_iter();
    let feedback = |kind| feedback(kind).map(|one| item_points::feedback(one, pair, mode));
    report.section_by_day("To keep", feedback(FeedbackKind::Keep));
    report.section_by_day("Areas for improvement", feedback(FeedbackKind::Change));
    let seen: Vec<_> = progress.skills_to_discuss().collect();
    report.section_with_chart(
        "Skills",
        seen.iter().map(|one| skill::line_and_gap(one, pair, mode)).collect::<Vec<_>>(),
        Drawing::Skills(seen, progress),
    );
    let advice = progress.insights.iter();
    report.section_by_day("Advice", advice.map(item_points::advice));
    let worked = progress.approaches_that_worked();
    report.section("Approaches that worked", worked.map(item_points::approach));
}

fn add_goals_in_progress<'a>(report: &mut Report<'a>, progress: &'a ProgressReport) {
    let (today, mode) = (progress.today(), report.mode);
    let open = progress.open.iter();
    report.section_with_chart(
        "Goals in progress",
        open.clone().map(|history| item_points::open_goal(history, today, mode)),
        Drawing::Goals(open.collect(), progress),
    );
}

/// Returns the overdue follow-ups of both sides.
fn overdue(progress: &ProgressReport) -> impl Iterator<Item = ReportItem> {
    let pair = &progress.pair;
    progress.overdue().map(move |one| {
        let today = progress.style.today(pair.today_of(one.owner, progress.period.until));
        let owner = pair.first_name(one.owner);
        let point = task_points::followup(one, today);
        ReportItem { text: format!("{owner}: {}", point.text), ..point }
    })
}

/// Adds the check-ins as a calendar, and how each promise was kept.
pub fn add_meetings_and_promises<'a>(report: &mut Report<'a>, progress: &'a ProgressReport) {
    let promises = item_points::promises(progress);
    report.section_with_chart("Check-ins", NOTHING, Drawing::Meetings(progress));
    report.section_with_chart("Promises kept", promises, Drawing::Promises(progress));
}

/// Adds introductions, resources and career options.
pub fn add_growth_sections(report: &mut Report<'_>, progress: &ProgressReport) {
    let doors = progress.introductions.iter();
    report.section("Introductions", doors.map(item_points::introduction));
    let read = progress.resources.iter();
    report.section("Resources", read.map(item_points::resource));
    report.section("Career options", progress.options.iter().map(item_points::option));
}

/// Summarises the check-ins: `8 check-ins held, 6 h 40 min; 1 missed by Ana [check-in 5]`.
pub fn checkin_summary(progress: &ProgressReport) -> String {
    let held = match progress.facts.held.len() {
        0 => "No check-ins".to_owned(),
        count => words::count(count, "check-in"),
    };
    let time = match progress.minutes() {
        0 => String::new(),
        minutes => format!(", {}", crate::domain::length::Minutes(minutes)),
    };
    let called_off = called_off(progress);
    let called_off =
        if called_off.is_empty() { String::new() } else { format!("; {}", called_off.join(", ")) };
    format!("{held} held{time}{called_off}")
}

/// Counts the check-ins that were not held, by what became of them and whose doing that was.
fn called_off(progress: &ProgressReport) -> Vec<String> {
    let not_held: Vec<&Record<CheckIn>> =
        progress.missed_checkins().chain(progress.cancelled_checkins()).collect();
    let mut counts = Vec::new();
    for (state, what) in [
        (CheckInState::NoShow, "missed"),
        (CheckInState::LateCancelled, "cancelled late"),
        (CheckInState::Cancelled, "cancelled on time"),
    ] {
        for side in [Some(Side::Mentor), Some(Side::Mentee), None] {
            let own = not_held.iter().filter(|one| one.state == state && one.by == side);
            let cites: Vec<String> = own.map(|one| cited_checkin(one, progress)).collect();
            if cites.is_empty() {
                continue;
            }
            let by = side.map(|side| format!(" by {}", progress.pair.first_name(side)));
            let by = by.unwrap_or_default();
            counts.push(format!("{} {what}{by} [{}]", cites.len(), cites.join(", ")));
        }
    }
    counts
}

fn cited_checkin(checkin: &Record<CheckIn>, progress: &ProgressReport) -> String {
    let citation = Citation::checkin(checkin);
    if progress.is_shared { citation.label(progress.style) } else { citation.to_string() }
}

fn baseline(progress: &ProgressReport) -> Vec<String> {
    let Some(last) = &progress.baseline else {
        return Vec::new();
    };
    let next = last.next.iter().map(|text| format!("next: {text} (review {})", last.id));
    let improve =
        last.improve.iter().map(|text| format!("to improve: {text} (review {})", last.id));
    next.chain(improve).collect()
}
