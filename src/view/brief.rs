//! Five lines before a call, and one on the person where there is something to keep in mind.

use serde_json::{Value, json};

use crate::domain::checkin::CheckIn;
use crate::domain::person::Side;
use crate::domain::snapshot::{PairSnapshot, RecentChanges};
use crate::view::card::wrap_hanging;
use crate::view::layout::Layout;
use crate::view::output_mode;
use crate::view::style::{Style, paint};
use crate::view::{person, report_items, words};

pub fn text(snapshot: &PairSnapshot, changes: &RecentChanges, page: &Layout) -> String {
    let lines = [
        ("next", next(snapshot)),
        ("last", last(snapshot)),
        ("decided", decisions(snapshot)),
        ("done since", done_since(snapshot, changes)),
        ("goals", goals(snapshot, changes)),
        ("open", open(snapshot)),
        ("in mind", mind(snapshot)),
    ];
    let lines: Vec<String> = lines
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(label, text)| {
            if output_mode::is_plain() {
                return format!("{label}: {text}");
            }
            let line = format!("{}{text}", paint(Style::Dim, &format!("{label:<12}")));
            wrap_hanging(&line, page.width, 12)
        })
        .collect();
    lines.join("\n")
}

fn next(snapshot: &PairSnapshot) -> String {
    let name = snapshot.pair.partner().name.clone();
    match snapshot.next_call().map(|next| next.at) {
        Some(at) => format!(
            "{} with {name}",
            words::both_times(at, &snapshot.pair, snapshot.now)
        ),
        None => format!("nothing planned with {name}"),
    }
}

fn last(snapshot: &PairSnapshot) -> String {
    let Some(held) = &snapshot.last_held else {
        return "no check-in held yet".to_owned();
    };
    let at = held
        .held_at
        .map(|at| words::moment(at, snapshot.pair.user().zone, snapshot.now));
    let said = held
        .notes
        .as_deref()
        .and_then(|text| text.lines().next())
        .unwrap_or_default();
    format!("{}: {said} (check-in {})", at.unwrap_or_default(), held.id)
}

/// What the last call decided, and what was in the way.
fn decisions(snapshot: &PairSnapshot) -> String {
    report_items::decided_last(snapshot).join("; ")
}

/// Both sides: what they did and what is late.
fn done_since(snapshot: &PairSnapshot, changes: &RecentChanges) -> String {
    let side = |side: Side| {
        let done = changes.done_by(side).count();
        let today = snapshot.today_of(side);
        let own = snapshot.followups.iter().filter(|one| one.owner == side);
        let late = own.filter(|one| one.days_overdue(today).is_some()).count();
        let late = if late == 0 {
            String::new()
        } else {
            let late = format!("{} overdue", words::count(late, "follow-up"));
            format!(" ({})", paint(Style::Overdue, &late))
        };
        format!("{} {done}{late}", snapshot.pair.first_name(side))
    };
    format!("{}, {}", side(Side::Mentor), side(Side::Mentee))
}

fn goals(snapshot: &PairSnapshot, changes: &RecentChanges) -> String {
    let closed = changes
        .goals_closed
        .iter()
        .map(|goal| format!("{} {}", goal.title, goal.state));
    let moved = snapshot.goals.iter().filter_map(|story| {
        let before = story
            .entries
            .iter()
            .rev()
            .find(|entry| entry.created_at <= changes.since)?
            .percent?;
        let now = story.percent().filter(|now| *now != before)?;
        Some(format!("{} from {before} to {now}%", story.goal.title))
    });
    let concerns = snapshot
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

fn open(snapshot: &PairSnapshot) -> String {
    let talk = &snapshot.talk;
    let feedback = talk.feedback.len();
    let parts = [
        (talk.topics.len(), words::count(talk.topics.len(), "topic")),
        (
            snapshot.followups.len(),
            words::count(snapshot.followups.len(), "follow-up"),
        ),
        (
            snapshot.questions.len(),
            words::count(snapshot.questions.len(), "question"),
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
fn mind(snapshot: &PairSnapshot) -> String {
    let partner = snapshot.pair.user_side().other();
    let name = snapshot.pair.first_name(partner);
    person::in_mind(snapshot.pair.person(partner), name).join("; ")
}

pub fn json(snapshot: &PairSnapshot, changes: &RecentChanges) -> Value {
    let done = |side| -> Vec<Value> {
        changes
            .done_by(side)
            .map(|one| json!({ "id": one.id.number(), "title": one.title }))
            .collect()
    };
    let held = snapshot.last_held.as_ref();
    let said = |list: fn(&CheckIn) -> &[String]| held.map_or(&[][..], |held| list(held));
    json!({
        "schema": "mentor.brief/1",
        "as_of": snapshot.now,
        "pair": snapshot.pair.slug(),
        "since": changes.since,
        "next": snapshot.next_call().map(|next| next.at),
        "last": snapshot.last_held.as_ref().map(|held| held.id.number()),
        "done": { "mentor": done(Side::Mentor), "mentee": done(Side::Mentee) },
        "topics": snapshot.talk.topics.len(),
        "followups": snapshot.followups.len(),
        "feedback": snapshot.talk.feedback.len(),
        "wins": snapshot.talk.wins.len(),
        "questions": snapshot.questions.len(),
        "decisions": said(|held| &held.decisions),
        "blockers": said(|held| &held.blockers),
    })
}
