//! The report of a whole mentorship: `pair show` and `end show`.

use std::cmp::Reverse;

use crate::domain::dates::{self, Now, Today};
use crate::domain::due::{self, DueItem, DueKind};
use crate::domain::goal::{GoalHistory, GoalState};
use crate::domain::history::MentorshipHistory;
use crate::domain::person::Side;
use crate::domain::question::QuestionState;
use crate::domain::snapshot::PairSnapshot;
use crate::domain::topic::TopicState;
use crate::view::page::output_mode::OutputMode;
use crate::view::page::report::{Drawing, Report};
use crate::view::records::{closing, skill};
use crate::view::reports::{agenda, item_points, people_points, promise, review, task_points};
use crate::view::words;

/// Builds the report of a mentorship as of `now`; `open` is the snapshot of one that has not ended.
pub fn report<'a>(
    history: &'a MentorshipHistory,
    open: Option<&PairSnapshot>,
    now: Now,
    mode: OutputMode,
) -> Report<'a> {
    let progress = &history.progress;
    let pair = &progress.pair;
    let today = words::today(pair.user(), now);
    let mut report =
        Report::new(format!("{} mentors {}", pair.mentor.name, pair.mentee.name), today, mode);
    let state = words::capitalize(pair.record.state.word());
    let because = pair.record.because.as_deref();
    let because = because.map(|text| format!(": {text}")).unwrap_or_default();
    let on = pair.record.state_on;
    let since = dates::format_day(on, today);
    report.line(format!("{state} since {since}{because}"));
    let first = progress.period.first_day;
    if first != on {
        report.line(format!("Records since {}", dates::format_day(first, today)));
    }
    report.glance = Some(progress);
    if let Some(open) = open {
        add_next_sections(&mut report, open, today);
    }
    let end = history.closing.iter();
    report.section("Closing", end.flat_map(|one| closing::points(one, pair)));
    add_goal_sections(&mut report, history, today);
    let late = open.map(overdue_items).unwrap_or_default();
    add_exchange_sections(&mut report, history, &late, today);
    add_meeting_sections(&mut report, history, now);
    add_past_sections(&mut report, history, today);
    review::add_growth_sections(&mut report, progress);
    let reviews = history.reviews.iter().rev();
    report.section("Reviews", reviews.map(|one| item_points::review(one, progress.style)));
    report.section_with_chart(
        "Promises kept",
        item_points::promises(progress),
        Drawing::Promises(progress),
    );
    report.in_columns(promise::columns(progress));
    add_terms_sections(&mut report, history, today);
    report
}

/// Adds the next check-in and what is overdue.
pub fn add_next_sections(report: &mut Report<'_>, open: &PairSnapshot, today: Today) {
    report.section("Next check-in", [agenda::next_line(open)]);
    let late = overdue_items(open);
    let late = late.iter();
    report.section("Overdue", late.map(|one| task_points::due_item(one, &open.pair, today)));
}

fn overdue_items(open: &PairSnapshot) -> Vec<DueItem> {
    let mut items = due::due_items(open, 0);
    items.retain(|one| one.days_overdue > 0);
    items
}

/// Adds the agreement and the two people.
fn add_terms_sections(report: &mut Report<'_>, history: &MentorshipHistory, today: Today) {
    let pair = &history.progress.pair;
    let terms = history.agreement.iter();
    report
        .folded_section("Agreement", terms.flat_map(|one| people_points::terms(one, pair, today)));
    let person = |side: Side| people_points::person(pair.person(side), side);
    report.folded_section("People", [Side::Mentor, Side::Mentee].map(person));
    let norms = history.norms.iter();
    report.folded_section("Communication norms", norms.map(|one| people_points::norm(one, pair)));
}

fn add_goal_sections<'a>(report: &mut Report<'a>, history: &'a MentorshipHistory, today: Today) {
    let mode = report.mode;
    let progress = &history.progress;
    let open: Vec<&GoalHistory> = [GoalState::Active, GoalState::Paused]
        .into_iter()
        .flat_map(|state| history.goals(state))
        .collect();
    let items = open.iter().map(|one| item_points::open_goal(one, today, mode));
    report.section_with_chart(
        "Goals in progress",
        items.collect::<Vec<_>>(),
        Drawing::Goals(open, progress),
    );
}

/// Adds closed goals, other results, check-ins and time away.
fn add_past_sections<'a>(report: &mut Report<'a>, history: &'a MentorshipHistory, today: Today) {
    let mode = report.mode;
    let progress = &history.progress;
    for (heading, state) in
        [("Goals completed", GoalState::Done), ("Goals dropped", GoalState::Dropped)]
    {
        let items = history.goals(state).map(|one| item_points::closed_goal(&one.goal, today));
        let closed = history.goals(state).collect();
        report.section_with_chart(heading, items, Drawing::Goals(closed, progress));
    }
    let skills = history.skills.iter();
    report.section_with_chart(
        "Skills",
        skills.clone().map(|one| skill::line(one, &progress.pair, mode)),
        Drawing::Skills(skills.collect(), progress),
    );
    let wins = progress.wins.iter().rev();
    report.section("Wins", wins.map(|one| item_points::win(one, today)));
}

fn add_meeting_sections<'a>(report: &mut Report<'a>, history: &'a MentorshipHistory, now: Now) {
    let progress = &history.progress;
    let pair = &progress.pair;
    let checkins = progress.checkins_by_day();
    let items = checkins.iter().rev().map(|(_, one)| item_points::checkin(one, pair, now));
    report.section_with_chart("Check-ins", items.collect::<Vec<_>>(), Drawing::Meetings(progress));
    let aways = item_points::aways(progress).into_iter();
    report.section("Time away", aways.rev());
}

/// Adds follow-ups, topics, questions and feedback.
fn add_exchange_sections<'a>(
    report: &mut Report<'a>,
    history: &'a MentorshipHistory,
    late: &[DueItem],
    today: Today,
) {
    let mode = report.mode;
    let progress = &history.progress;
    let pair = &progress.pair;
    for side in [Side::Mentor, Side::Mentee] {
        let own = history.followups_of(side).into_iter();
        report.section(
            format!("{}'s follow-ups", pair.first_name(side)),
            own.map(|one| task_points::followup(one, today)),
        );
    }
    let topics = history.topics.iter();
    let open = topics.filter(|one| one.state == TopicState::Open);
    report.section("Open topics", open.map(|one| item_points::topic(one, pair)));
    let questions = progress.facts.questions.iter();
    let questions = questions.filter(|one| one.state != QuestionState::Dropped);
    let mut questions: Vec<_> = questions.collect();
    questions.sort_by_key(|one| (!one.is_open(), Reverse(one.asked_at)));
    let questions = questions.into_iter().map(|one| {
        let point = task_points::question(one, pair);
        task_points::marked_if_overdue(point, late, DueKind::Question, one.id.number())
    });
    report.section("Questions", questions);
    let mut feedback: Vec<_> = progress.all_feedback().collect();
    feedback.reverse();
    let feedback = feedback.into_iter().map(|one| {
        let point = item_points::feedback_of_a_kind(one, pair, mode);
        task_points::marked_if_overdue(point, late, DueKind::Feedback, one.id.number())
    });
    report.section("Feedback", feedback);
    let advice = progress.insights.iter().rev();
    report.section("Advice", advice.map(item_points::advice));
}
