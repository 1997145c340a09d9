//! The report of a whole mentorship: `pair show` and `end show`.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::goal::{GoalHistory, GoalState};
use crate::domain::history::MentorshipHistory;
use crate::domain::person::Side;
use crate::domain::question::QuestionState;
use crate::domain::topic::TopicState;
use crate::view::report::{Drawing, Report};
use crate::view::{closing, promise, report_items, review, skill, words};

/// Builds the report of a mentorship as of `now`.
pub fn report(history: &MentorshipHistory, now: DateTime<Utc>) -> Report<'_> {
    let progress = &history.progress;
    let pair = &progress.pair;
    let today = words::today(pair.user(), now);
    let mut report = Report::new(
        format!("{} mentors {}", pair.mentor.name, pair.mentee.name),
        today,
    );
    let state = words::capitalize(pair.record.state.word());
    let because = pair.record.because.as_deref();
    let because = because.map(|text| format!(": {text}")).unwrap_or_default();
    report.line(format!("{state} since {}{because}", pair.record.state_on));
    report.line(format!("Records since {}", progress.period.first_day));
    report.glance = Some(progress);
    add_terms_sections(&mut report, history);
    add_goal_sections(&mut report, history, today);
    add_meeting_sections(&mut report, history, today, now);
    add_exchange_sections(&mut report, history);
    review::add_growth_sections(&mut report, progress);
    report.section("Reviews", history.reviews.iter().map(report_items::review));
    report.section_with_chart(
        "Promises kept",
        report_items::promises(&progress.outcomes, pair),
        Drawing::Promises(progress),
    );
    report.in_columns(promise::columns(&progress.outcomes, pair));
    let end = history.closing.iter();
    report.section("Closing", end.flat_map(|one| closing::end(one, pair)));
    report
}

/// Who the two are, and what they agreed.
fn add_terms_sections<'a>(report: &mut Report<'a>, history: &'a MentorshipHistory) {
    let pair = &history.progress.pair;
    let person = |side: Side| report_items::person(pair.person(side), side);
    report.section("People", [Side::Mentor, Side::Mentee].map(person));
    let norms = history.norms.iter();
    report.section(
        "Communication norms",
        norms.map(|one| report_items::norm(one, pair)),
    );
    let terms = history.agreement.iter();
    report.section(
        "Agreement",
        terms.flat_map(|one| report_items::terms(one, pair)),
    );
}

fn add_goal_sections<'a>(
    report: &mut Report<'a>,
    history: &'a MentorshipHistory,
    today: NaiveDate,
) {
    let progress = &history.progress;
    let open: Vec<&GoalHistory> = [GoalState::Active, GoalState::Paused]
        .into_iter()
        .flat_map(|state| history.goals(state))
        .collect();
    let items = open.iter().map(|one| report_items::open_goal(one, today));
    report.section_with_chart(
        "Goals in progress",
        items.collect::<Vec<_>>(),
        Drawing::Goals(open, progress),
    );
    for (heading, state) in [
        ("Goals completed", GoalState::Done),
        ("Goals dropped", GoalState::Dropped),
    ] {
        let items = history
            .goals(state)
            .map(|one| report_items::closed_goal(&one.goal, today));
        let closed = history.goals(state).collect();
        report.section_with_chart(heading, items, Drawing::Goals(closed, progress));
    }
    let skills = history.skills.iter();
    report.section_with_chart(
        "Skills",
        skills.clone().map(|one| skill::line(one, &progress.pair)),
        Drawing::Skills(skills.collect(), progress),
    );
    let wins = progress.wins.iter();
    report.section("Wins", wins.map(|one| report_items::win(one, today)));
}

fn add_meeting_sections<'a>(
    report: &mut Report<'a>,
    history: &'a MentorshipHistory,
    today: NaiveDate,
    now: DateTime<Utc>,
) {
    let progress = &history.progress;
    let pair = &progress.pair;
    let checkins = progress.checkins_by_day();
    let items = checkins
        .iter()
        .map(|(_, one)| report_items::checkin(one, pair, now));
    report.section_with_chart(
        "Check-ins",
        items.collect::<Vec<_>>(),
        Drawing::Meetings(progress),
    );
    report.section("Time away", report_items::aways(progress));
    for side in [Side::Mentor, Side::Mentee] {
        let own = history.followups_of(side).into_iter();
        report.section(
            format!("Follow-ups of {} ({side})", pair.first_name(side)),
            own.map(|one| report_items::followup(one, today)),
        );
    }
}

/// What the two asked and told each other.
fn add_exchange_sections<'a>(report: &mut Report<'a>, history: &'a MentorshipHistory) {
    let progress = &history.progress;
    let pair = &progress.pair;
    let topics = history.topics.iter();
    let open = topics.filter(|one| one.state == TopicState::Open);
    report.section(
        "Open topics",
        open.map(|one| report_items::topic(one, pair)),
    );
    let questions = progress.facts.questions.iter();
    let kept = questions.filter(|one| one.state != QuestionState::Dropped);
    report.section(
        "Questions",
        kept.map(|one| report_items::open_question(one, pair)),
    );
    let feedback = progress.all_feedback();
    report.section(
        "Feedback",
        feedback.map(|one| report_items::feedback_of_a_kind(one, pair)),
    );
    report.section("Advice", progress.insights.iter().map(report_items::advice));
}
