//! The figures behind the drawings, for programs.

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::domain::person::Side;
use crate::domain::progress::ProgressReport;
use crate::view::page::axis;
use crate::view::reports::promise;

pub fn json(progress: &ProgressReport) -> Value {
    let figures = |name: &str, all: Vec<(NaiveDate, u8)>| -> Vec<Value> {
        let items = all.into_iter();
        items
            .map(|(on, figure)| json!({ "on": on, name: figure }))
            .collect()
    };
    let goals: Vec<Value> = progress
        .stories()
        .map(|story| json!({
            "id": story.goal.id.number(), "title": story.goal.title, "state": story.goal.state.word(),
            "target": story.goal.target, "earlier_targets": axis::earlier_targets(story).collect::<Vec<_>>(),
            "progress": figures("percent", story.percents().collect()),
            "confidence": figures("confidence", story.confidences_by_day().collect()),
        }))
        .collect();
    let wins: Vec<Value> = progress
        .wins
        .iter()
        .map(|win| json!({ "id": win.id.number(), "title": win.title, "on": win.on }))
        .collect();
    let skills: Vec<Value> = progress
        .skills
        .iter()
        .map(|story| {
            let levels = |side| figures("level", story.levels_by_day(side).collect());
            json!({
                "id": story.skill.id.number(), "title": story.skill.title, "aim": story.skill.aim,
                "mentor": levels(Side::Mentor), "mentee": levels(Side::Mentee),
            })
        })
        .collect();
    let checkins: Vec<Value> = progress
        .checkins_by_day()
        .iter()
        .map(|(day, one)| json!({ "id": one.id.number(), "on": day, "state": one.state.word() }))
        .collect();
    let aways: Vec<Value> = progress
        .facts
        .aways
        .iter()
        .map(|one| {
            let side = progress.pair.side_of(one.person);
            json!({ "side": side.map(Side::word), "from": one.from, "until": one.until })
        })
        .collect();
    json!({
        "schema": "mentor.progress/1",
        "pair": progress.pair.slug(),
        "since": progress.period.first_day,
        "as_of": progress.period.last_day,
        "goals": goals,
        "wins": wins,
        "skills": skills,
        "checkins": checkins,
        "aways": aways,
        "promises": promise::items(&progress.outcomes),
    })
}
