//! The agenda for programs.

use serde_json::{Value, json};

use crate::domain::checkin::CheckIn;
use crate::domain::snapshot::PairSnapshot;
use crate::view::reports::{due, promise, shift};

pub fn json(snapshot: &PairSnapshot) -> Value {
    let pair = &snapshot.pair;
    let next = snapshot.next_call();
    let held = snapshot.last_held.as_ref();
    let said = |list: fn(&CheckIn) -> &[String]| held.map_or(&[][..], |held| list(held));
    let goals: Vec<Value> = snapshot
        .goals_to_discuss()
        .into_iter()
        .map(|(story, concern)| json!({
            "id": story.goal.id.number(), "title": story.goal.title, "concern": concern.word(),
            "target": story.goal.target, "percent": story.percent(), "confidence": story.confidences(),
        }))
        .collect();
    let followups: Vec<Value> = snapshot
        .followups
        .iter()
        .map(|one| json!({
            "id": one.id.number(), "owner": one.owner.word(), "title": one.title, "due": one.due,
            "days_overdue": one.days_overdue(snapshot.today_of(one.owner)).unwrap_or(0), "private": one.private,
        }))
        .collect();
    let topics: Vec<Value> = snapshot.talk.topics
        .iter()
        .map(|(one, carried)| json!({
            "id": one.id.number(), "from": one.from.word(), "title": one.title, "carried": carried, "private": one.private,
        }))
        .collect();
    let wins: Vec<Value> = snapshot
        .talk
        .wins
        .iter()
        .map(|win| json!({ "id": win.id.number(), "title": win.title, "on": win.on }))
        .collect();
    let feedback: Vec<Value> = snapshot.feedback
        .iter()
        .map(|one| json!({ "id": one.id.number(), "from": one.from.word(), "kind": one.kind.word(), "situation": one.situation }))
        .collect();
    let questions: Vec<Value> = snapshot
        .questions
        .iter()
        .map(|one| json!({
            "id": one.id.number(), "from": one.from.word(), "title": one.title, "answer_due": snapshot.answer_by(one), "private": one.private,
        }))
        .collect();
    let skills: Vec<Value> = snapshot
        .talk
        .skills
        .iter()
        .map(|one| json!({ "id": one.skill.id.number(), "title": one.skill.title, "gap": one.gap() }))
        .collect();
    let introductions: Vec<Value> = snapshot
        .introductions
        .iter()
        .map(|one| json!({ "id": one.id.number(), "title": one.title, "state": one.state.word(), "since": one.state_on }))
        .collect();
    let broken: Vec<_> = snapshot
        .talk
        .outcomes
        .iter()
        .filter(|outcome| outcome.verdict.falls_short())
        .cloned()
        .collect();
    json!({
        "schema": "mentor.agenda/1",
        "as_of": snapshot.now,
        "pair": pair.slug(),
        "next": next.map(|next| json!({
            "id": next.checkin.map(|checkin| checkin.id.number()), "at": next.at, "zone": next.zone.name(),
            "minutes": next.minutes.map(|minutes| minutes.0), "channel": next.channel,
        })),
        "clock_changes": shift::items(&snapshot.shifts()),
        "decisions": said(|held| &held.decisions),
        "blockers": said(|held| &held.blockers),
        "wins": wins,
        "followups": followups,
        "topics": topics,
        "goals": goals,
        "feedback": feedback,
        "questions": questions,
        "skills": skills,
        "introductions": introductions,
        "advice": snapshot.advice.iter().map(|one| one.id.number()).collect::<Vec<_>>(),
        "recalls": snapshot.talk.recalls.iter().map(|one| one.id.number()).collect::<Vec<_>>(),
        "norms": snapshot.talk.norms.iter().filter(|one| !one.is_answered()).map(|one| one.id.number()).collect::<Vec<_>>(),
        "out_of_step": promise::items(&broken),
        "due": due::items(&crate::domain::due::due_items(snapshot, crate::domain::due::SOON)),
    })
}
