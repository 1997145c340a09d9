//! `mentor progress` in the plain mode, without charts.

use crate::domain::dates;
use crate::domain::person::Side;
use crate::domain::progress::ProgressReport;
use crate::view::page::axis::{Axis, TimeSeries};
use crate::view::page::output_mode::OutputMode;
use crate::view::records::{checkin, skill};
use crate::view::reports::progress::aways;
use crate::view::reports::{item_points, promise};
use crate::view::words;

/// Lists in words what the charts show; empty sections are left out.
pub fn render_plain(progress: &ProgressReport, axis: &Axis) -> Vec<String> {
    let today = progress.today();
    let pair = &progress.pair;
    let over_time = |figures: &TimeSeries, name: &str, unit: &str| {
        if figures.is_empty() {
            String::new()
        } else {
            format!("\n{name}: {}", figures.in_words(unit, today))
        }
    };
    let goals = progress.goal_histories().map(|history| {
        let percents = TimeSeries::for_axis(axis, history.percents());
        let confidences = TimeSeries::for_axis(axis, history.confidences_by_day());
        let moves = item_points::moves(history, today, OutputMode::Plain).into_iter();
        let moves = moves.map(|line| format!("\n{line}"));
        format!(
            "{}\n{}{}{}{}",
            words::title_with_privacy(&history.goal.title, history.goal.private),
            item_points::goal_status(history, today),
            over_time(&percents, "Progress", "%"),
            over_time(&confidences, "Confidence", ""),
            moves.collect::<String>()
        )
    });
    let skills = progress.skills.iter().map(|history| {
        let sides = [Side::Mentor, Side::Mentee].map(|side| {
            let figures = TimeSeries::for_axis(axis, history.levels_by_day(side));
            over_time(&figures, pair.first_name(side), "")
        });
        format!(
            "{}\n{}{}",
            words::title_with_privacy(&history.skill.title, history.skill.private),
            skill::skill_status(history, pair),
            sides.concat()
        )
    });
    let wins = progress.wins.iter().map(|one| item_points::win(one, today).text);
    let meetings = progress.checkins_by_day();
    let meetings = meetings.iter().map(|(day, one)| {
        let day = dates::format_day(*day, today);
        format!("{day}: {}", checkin::outcome_text(one, pair))
    });
    let sections = [
        ("Wins", wins.collect::<Vec<_>>()),
        ("Check-ins", meetings.chain(aways(progress)).collect()),
        ("Promises kept", promise::lines(progress)),
    ];
    let sections = sections.into_iter().filter(|(_, lines)| !lines.is_empty());
    let sections = sections.map(|(name, lines)| format!("{name}\n{}", lines.join("\n")));
    goals.chain(skills).chain(sections).collect()
}
