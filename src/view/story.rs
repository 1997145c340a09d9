//! The whole of a mentorship as one report.

use chrono::{DateTime, Utc};

use crate::domain::goal::{GoalHistory, GoalState};
use crate::domain::person::Side;
use crate::domain::question::QuestionState;
use crate::domain::story::MentorshipHistory;
use crate::domain::topic::TopicState;
use crate::view::report::{Drawing, Report};
use crate::view::{closing, points, promise, review, skill, words};

pub fn report(story: &MentorshipHistory, now: DateTime<Utc>) -> Report<'_> {
    let progress = &story.progress;
    let couple = &progress.couple;
    let today = words::today(couple.user(), now);
    let pair = &couple.pair;
    let mut report = Report::new(
        format!("{} mentors {}", couple.mentor.name, couple.mentee.name),
        today,
    );
    let because = pair.because.as_deref().map(|text| format!(": {text}"));
    report.line(format!(
        "{} since {}{}",
        words::capitalised(pair.state.word()),
        pair.state_on,
        because.unwrap_or_default()
    ));
    report.line(format!("Records since {}", progress.period.first_day));
    report.glance = Some(progress);
    let person = |side: Side| points::person(couple.person(side), side);
    report.section("People", [Side::Mentor, Side::Mentee].map(person));
    let norms = story.norms.iter();
    report.section(
        "Communication norms",
        norms.map(|one| points::norm(one, couple)),
    );
    let terms = story.agreement.iter();
    report.section(
        "Agreement",
        terms.flat_map(|one| points::terms(one, couple)),
    );
    let open = [GoalState::Active, GoalState::Paused].map(|state| story.goals(state));
    let open: Vec<&GoalHistory> = open.into_iter().flatten().collect();
    let said = open.iter().map(|one| points::open_goal(one, today));
    report.section_with_chart(
        "Goals in progress",
        said.collect::<Vec<_>>(),
        Drawing::Goals(open, progress),
    );
    for (heading, state) in [
        ("Goals completed", GoalState::Done),
        ("Goals dropped", GoalState::Dropped),
    ] {
        let closed = story.goals(state);
        let said = story
            .goals(state)
            .map(|one| points::closed_goal(&one.goal, today));
        report.section_with_chart(heading, said, Drawing::Goals(closed.collect(), progress));
    }
    let skills = story.skills.iter();
    report.section_with_chart(
        "Skills",
        skills.clone().map(|one| skill::line(one, couple)),
        Drawing::Skills(skills.collect(), progress),
    );
    let wins = progress.wins.iter();
    report.section("Wins", wins.map(|one| points::win(one, today)));
    let meetings = progress.checkins_by_day();
    let said = meetings
        .iter()
        .map(|(_, one)| points::checkin(one, couple, now));
    report.section_with_chart(
        "Check-ins",
        said.collect::<Vec<_>>(),
        Drawing::Meetings(progress),
    );
    report.section("Time away", points::aways(progress));
    for side in [Side::Mentor, Side::Mentee] {
        let own = story.followups_of(side).into_iter();
        report.section(
            format!("Follow-ups of {} ({side})", couple.first_name(side)),
            own.map(|one| points::followup(one, today)),
        );
    }
    let open = story
        .topics
        .iter()
        .filter(|one| one.state == TopicState::Open);
    report.section("Open topics", open.map(|one| points::topic(one, couple)));
    let asked = progress.facts.questions.iter();
    let asked = asked.filter(|one| one.state != QuestionState::Dropped);
    report.section(
        "Questions",
        asked.map(|one| points::open_question(one, couple)),
    );
    let said = progress.all_feedback();
    report.section(
        "Feedback",
        said.map(|one| points::feedback_of_a_kind(one, couple)),
    );
    report.section("Advice", progress.insights.iter().map(points::advice));
    review::add_growth_sections(&mut report, progress);
    report.section("Reviews", story.reviews.iter().map(points::review));
    report.section_with_chart(
        "Promises kept",
        points::promises(&progress.outcomes, couple),
        Drawing::Promises(progress),
    );
    report.in_columns(promise::columns(&progress.outcomes, couple));
    let end = story.closing.iter();
    report.section("Closing", end.flat_map(|one| closing::end(one, couple)));
    report
}
