//! Five lines before a call, and one on the person where there is something to keep in mind.

use serde_json::{Value, json};

use crate::domain::checkin::CheckIn;
use crate::domain::person::Side;
use crate::domain::situation::{PairSnapshot, RecentChanges};
use crate::view::card::wrap_hanging;
use crate::view::look;
use crate::view::page::Layout;
use crate::view::style::{Style, paint};
use crate::view::{person, points, words};

pub fn text(situation: &PairSnapshot, changes: &RecentChanges, page: &Layout) -> String {
    let lines = [
        ("next", next(situation)),
        ("last", last(situation)),
        ("decided", decided(situation)),
        ("done since", done(situation, changes)),
        ("goals", goals(situation, changes)),
        ("open", open(situation)),
        ("in mind", mind(situation)),
    ];
    let lines: Vec<String> = lines
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(label, text)| {
            if look::is_plain() {
                return format!("{label}: {text}");
            }
            let line = format!("{}{text}", paint(Style::Dim, &format!("{label:<12}")));
            wrap_hanging(&line, page.width, 12)
        })
        .collect();
    lines.join("\n")
}

fn next(situation: &PairSnapshot) -> String {
    let name = situation.couple.partner().name.clone();
    match situation.next_call().map(|next| next.at) {
        Some(at) => format!(
            "{} with {name}",
            words::both_times(at, &situation.couple, situation.now)
        ),
        None => format!("nothing planned with {name}"),
    }
}

fn last(situation: &PairSnapshot) -> String {
    let Some(held) = &situation.last_held else {
        return "no check-in held yet".to_owned();
    };
    let at = held
        .held_at
        .map(|at| words::moment(at, situation.couple.user().zone, situation.now));
    let said = held
        .notes
        .as_deref()
        .and_then(|text| text.lines().next())
        .unwrap_or_default();
    format!("{}: {said} (check-in {})", at.unwrap_or_default(), held.id)
}

/// What the last call decided, and what was in the way.
fn decided(situation: &PairSnapshot) -> String {
    points::decided_last(situation).join("; ")
}

/// Both sides: what they did and what is late.
fn done(situation: &PairSnapshot, changes: &RecentChanges) -> String {
    let side = |side: Side| {
        let done = changes.done_by(side).count();
        let today = situation.today_of(side);
        let own = situation.followups.iter().filter(|one| one.owner == side);
        let late = own.filter(|one| one.days_overdue(today).is_some()).count();
        let late = if late == 0 {
            String::new()
        } else {
            let late = format!("{} overdue", words::count(late, "follow-up"));
            format!(" ({})", paint(Style::Overdue, &late))
        };
        format!("{} {done}{late}", situation.couple.first_name(side))
    };
    format!("{}, {}", side(Side::Mentor), side(Side::Mentee))
}

fn goals(situation: &PairSnapshot, changes: &RecentChanges) -> String {
    let closed = changes
        .goals_closed
        .iter()
        .map(|goal| format!("{} {}", goal.title, goal.state));
    let moved = situation.goals.iter().filter_map(|story| {
        let before = story
            .entries
            .iter()
            .rev()
            .find(|entry| entry.created_at <= changes.since)?
            .percent?;
        let now = story.percent().filter(|now| *now != before)?;
        Some(format!("{} from {before} to {now}%", story.goal.title))
    });
    let concerns = situation
        .goals_to_discuss()
        .into_iter()
        .map(|(story, concern)| format!("{}: {}", story.goal.title, concern.label()));
    let all: Vec<String> = closed.chain(moved).chain(concerns).collect();
    if all.is_empty() {
        "nothing moved".to_owned()
    } else {
        all.join("; ")
    }
}

fn open(situation: &PairSnapshot) -> String {
    let talk = &situation.talk;
    let feedback = talk.feedback.len();
    let parts = [
        (talk.topics.len(), words::count(talk.topics.len(), "topic")),
        (
            situation.followups.len(),
            words::count(situation.followups.len(), "follow-up"),
        ),
        (
            situation.questions.len(),
            words::count(situation.questions.len(), "question"),
        ),
        (feedback, format!("{feedback} feedback to respond to")),
        (talk.wins.len(), words::count(talk.wins.len(), "new win")),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts.map(|(_, text)| text).collect();
    match parts.is_empty() {
        true => "nothing".to_owned(),
        false => parts.join(", "),
    }
}

/// What the other side needs, prefers and avoids.
fn mind(situation: &PairSnapshot) -> String {
    let partner = situation.couple.user_side().other();
    let name = situation.couple.first_name(partner);
    person::in_mind(situation.couple.person(partner), name).join("; ")
}

pub fn json(situation: &PairSnapshot, changes: &RecentChanges) -> Value {
    let done = |side| -> Vec<Value> {
        changes
            .done_by(side)
            .map(|one| json!({ "id": one.id.number(), "title": one.title }))
            .collect()
    };
    let held = situation.last_held.as_ref();
    let said = |list: fn(&CheckIn) -> &[String]| held.map_or(&[][..], |held| list(held));
    json!({
        "schema": "mentor.brief/1",
        "as_of": situation.now,
        "pair": situation.couple.slug(),
        "since": changes.since,
        "next": situation.next_call().map(|next| next.at),
        "last": situation.last_held.as_ref().map(|held| held.id.number()),
        "done": { "mentor": done(Side::Mentor), "mentee": done(Side::Mentee) },
        "topics": situation.talk.topics.len(),
        "followups": situation.followups.len(),
        "feedback": situation.talk.feedback.len(),
        "wins": situation.talk.wins.len(),
        "questions": situation.questions.len(),
        "decisions": said(|held| &held.decisions),
        "blockers": said(|held| &held.blockers),
    })
}
