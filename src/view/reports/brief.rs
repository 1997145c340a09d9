//! `mentor brief`: a few lines before a check-in.

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::domain::checkin::CheckIn;
use crate::domain::person::Side;
use crate::domain::record::Id;
use crate::domain::snapshot::{PairSnapshot, RecentChanges};
use crate::view::json::parts::{BySide, CheckInOutcome, ReportMoment, TitledRecord};
use crate::view::page::layout::Layout;
use crate::view::page::style::{Style, paint};
use crate::view::page::wrap::wrap_hanging;
use crate::view::records::checkin;
use crate::view::words;

pub fn text(snapshot: &PairSnapshot, changes: &RecentChanges, page: &Layout) -> String {
    let lines = [
        ("next", next(snapshot)),
        ("last", last(snapshot)),
        ("decided", decided(snapshot, |held| &held.decisions)),
        ("blocked by", decided(snapshot, |held| &held.blockers)),
        ("done since", done_since(snapshot, changes)),
        ("goals", goals(snapshot, changes)),
        ("open", open(snapshot)),
        ("in mind", mind(snapshot)),
    ];
    let lines: Vec<String> = lines
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(label, text)| {
            if page.mode.is_plain() {
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
        Some(at) => format!("{} with {name}", words::both_times(at, &snapshot.pair, snapshot.now)),
        None => format!("nothing planned with {name}"),
    }
}

fn last(snapshot: &PairSnapshot) -> String {
    let Some(held) = &snapshot.last_held else {
        return "no check-in held yet".to_owned();
    };
    let at = held.held_at.map(|at| words::moment(at, snapshot.pair.user().zone, snapshot.now));
    checkin::recap(held, &at.unwrap_or_default())
}

/// Joins the decisions or blockers of the last check-in.
fn decided(snapshot: &PairSnapshot, texts: fn(&CheckIn) -> &[String]) -> String {
    match &snapshot.last_held {
        Some(held) if !texts(held).is_empty() => {
            words::title_with_privacy(&texts(held).join("; "), held.private)
        }
        _ => String::new(),
    }
}

/// Counts what each side has done and what is overdue; empty if there is nothing of either.
fn done_since(snapshot: &PairSnapshot, changes: &RecentChanges) -> String {
    let mut says_something = false;
    let mut side = |side: Side| {
        let done = changes.done_by(side).count();
        let today = snapshot.today_of(side);
        let own = snapshot.followups.iter().filter(|one| one.owner == side);
        let late = own.filter(|one| one.days_overdue(today.day).is_some()).count();
        says_something |= done > 0 || late > 0;
        let late = if late == 0 {
            String::new()
        } else {
            let late = format!("{} overdue", words::count(late, "follow-up"));
            format!(" ({})", paint(Style::Overdue, &late))
        };
        format!("{} {done}{late}", snapshot.pair.first_name(side))
    };
    let both = format!("{}, {}", side(Side::Mentor), side(Side::Mentee));
    if says_something { both } else { String::new() }
}

fn goals(snapshot: &PairSnapshot, changes: &RecentChanges) -> String {
    let closed = changes.goals_closed.iter().map(|goal| format!("{}: {}", goal.title, goal.state));
    let moved = snapshot.goals.iter().filter_map(|history| {
        let before =
            history.entries.iter().rev().find(|entry| entry.created_at <= changes.since)?.percent?;
        let now = history.percent().filter(|now| *now != before)?;
        Some(format!("{}: from {before} to {now}%", history.goal.title))
    });
    let concerns = snapshot
        .goals_to_discuss()
        .into_iter()
        .map(|(history, concern)| format!("{}: {}", history.goal.title, concern.label()));
    let all: Vec<String> = closed.chain(moved).chain(concerns).collect();
    all.join("; ")
}

fn open(snapshot: &PairSnapshot) -> String {
    let talk = &snapshot.talk;
    let feedback = snapshot.feedback.len();
    let parts = [
        (talk.topics.len(), words::count(talk.topics.len(), "topic")),
        (snapshot.followups.len(), words::count(snapshot.followups.len(), "follow-up")),
        (snapshot.questions.len(), words::count(snapshot.questions.len(), "question")),
        (feedback, format!("{feedback} feedback to respond to")),
        (talk.wins.len(), words::count(talk.wins.len(), "new win")),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts.map(|(_, text)| text).collect();
    parts.join(", ")
}

/// Lists what the other person prefers, needs and avoids.
fn mind(snapshot: &PairSnapshot) -> String {
    let partner = snapshot.pair.partner();
    let groups =
        [("prefers", &partner.preferences), ("needs", &partner.needs), ("avoid", &partner.avoids)];
    let groups = groups.into_iter().filter(|(_, texts)| !texts.is_empty());
    let groups = groups.map(|(what, texts)| format!("{what} {}", texts.join(", ")));
    let all: Vec<String> = partner.called.iter().cloned().chain(groups).collect();
    all.join("; ")
}

/// `mentor brief`: where the pair stands before a check-in, in figures.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Brief<'a> {
    /// The same as `as_of_moment`.
    as_of: DateTime<Utc>,
    #[serde(flatten)]
    moment: ReportMoment,
    pair: &'a str,
    /// When the last check-in was held, or else the pair was added; changes count from then on.
    since: DateTime<Utc>,
    /// The next check-in.
    next: Option<DateTime<Utc>>,
    /// Number of the last check-in that was held.
    last: Option<Id<CheckIn>>,
    /// The follow-ups that each side has done.
    done: BySide<Vec<TitledRecord<'a>>>,
    topics: usize,
    followups: usize,
    /// Feedback without a response.
    feedback: usize,
    wins: usize,
    questions: usize,
    #[serde(flatten)]
    outcome: CheckInOutcome<'a>,
}

pub fn json<'a>(snapshot: &'a PairSnapshot, changes: &'a RecentChanges) -> Brief<'a> {
    let last = snapshot.last_held.as_ref();
    Brief {
        as_of: snapshot.now.at,
        moment: snapshot.into(),
        pair: snapshot.pair.slug(),
        since: changes.since,
        next: snapshot.next_call().map(|next| next.at),
        last: last.map(|call| call.id),
        done: BySide::new(|side| changes.done_by(side).map(TitledRecord::from).collect()),
        topics: snapshot.talk.topics.len(),
        followups: snapshot.followups.len(),
        feedback: snapshot.feedback.len(),
        wins: snapshot.talk.wins.len(),
        questions: snapshot.questions.len(),
        outcome: last.map(CheckInOutcome::from).unwrap_or_default(),
    }
}
