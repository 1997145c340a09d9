//! `mentor progress` as a document.

use crate::domain::goal::{GoalHistory, GoalState};
use crate::domain::progress::ProgressReport;
use crate::view::page::output_mode::OutputMode;
use crate::view::page::report::{Drawing, Report};
use crate::view::records::skill;
use crate::view::reports::progress::nothing_to_chart;
use crate::view::reports::{item_points, review};
use crate::view::words;

/// Builds the document: goals, skills, wins, check-ins and promises. `pair_option` names the pair in a command.
pub fn report<'a>(progress: &'a ProgressReport, pair_option: &str, mode: OutputMode) -> Report<'a> {
    let pair = &progress.pair;
    let period = progress.period;
    let today = progress.today();
    let title = format!("Progress of {} with {}", pair.mentee.name, pair.mentor.name);
    let mut report = Report::new(title, today, mode);
    report.line(words::range(period.first_day, period.last_day, progress.style));
    // A report about one goal has no check-ins.
    if !progress.checkins_by_day().is_empty() {
        report.line(review::checkin_summary(progress));
        report.glance = Some(progress);
    }
    let open: Vec<&GoalHistory> = progress.open.iter().collect();
    let points = open.iter().map(|one| item_points::open_goal(one, today, mode));
    let points: Vec<_> = points.collect();
    report.section_with_chart("Goals in progress", points, Drawing::Goals(open, progress));
    for (heading, state) in
        [("Goals completed", GoalState::Done), ("Goals dropped", GoalState::Dropped)]
    {
        let points = progress.goals(state);
        let points = points.map(|goal| item_points::closed_goal(goal, today));
        let closed = progress.closed.iter();
        let closed = closed.filter(|history| history.goal.state == state).collect();
        report.section_with_chart(heading, points, Drawing::Goals(closed, progress));
    }
    let skills = progress.skills.iter();
    report.section_with_chart(
        "Skills",
        skills.clone().map(|one| skill::line(one, pair, mode)),
        Drawing::Skills(skills.collect(), progress),
    );
    let wins = progress.wins.iter();
    report.section_by_day("Wins", wins.map(|one| item_points::win(one, today)));
    review::add_meetings_and_promises(&mut report, progress);
    if report.sections.is_empty() {
        report.section("Goals", [nothing_to_chart(pair_option)]);
    }
    report
}
