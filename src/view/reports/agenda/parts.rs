//! The parts of the agenda and their points.

use crate::domain::dates;
use crate::domain::feedback::Feedback;
use crate::domain::goal_concern::Concern;
use crate::domain::person::Side;
use crate::domain::record::Record;
use crate::domain::snapshot::PairSnapshot;
use crate::view::page::chart;
use crate::view::page::output_mode::{GAP, OutputMode};
use crate::view::page::style::{Style, command, paint};
use crate::view::records::{followup, pulse, skill, topic};
use crate::view::reports::{item_points, promise};
use crate::view::words;

/// A part of the agenda, and the minutes that each of its points asks for.
pub struct AgendaPart {
    pub heading: String,
    pub points: Vec<String>,
    pub each: u32,
    /// Whether it takes the remaining minutes.
    pub takes_the_rest: bool,
}

/// Returns all parts, including those without points. `pair_option` names the pair in a command.
pub fn all_parts(snapshot: &PairSnapshot, pair_option: &str, mode: OutputMode) -> Vec<AgendaPart> {
    let part = |heading: &str, each: u32, points: Vec<String>| AgendaPart {
        heading: heading.to_owned(),
        points,
        each,
        takes_the_rest: false,
    };
    let discussed = snapshot.feedback.iter();
    let discussed = discussed.map(|one| feedback(one, snapshot));
    let owed = |side: Side| {
        let name = snapshot.pair.first_name(side);
        part(&format!("{name}'s follow-ups"), 2, followups(snapshot, side))
    };
    let topics = topics(snapshot, mode);
    let has_topics = !topics.is_empty();
    vec![
        part("From the last check-in", 2, item_points::last_outcomes(snapshot)),
        part("Check in", 2, how_are_you(snapshot)),
        owed(Side::Mentor),
        owed(Side::Mentee),
        AgendaPart { takes_the_rest: true, ..part("Topics", 10, topics) },
        part("Open questions", 5, questions(snapshot)),
        part("Goals to talk about", 5, goals(snapshot, mode)),
        part("Skills you rate differently", 5, skills(snapshot, mode)),
        part("Feedback to discuss", 5, discussed.collect()),
        part("Introductions and advice to follow up", 2, items_to_follow_up(snapshot)),
        part("Recall from memory", 3, recalls(snapshot)),
        part("Resources", 3, resources(snapshot)),
        part("Worth asking early", 3, norms(snapshot)),
        part("Not going as agreed", 2, broken_promises(snapshot)),
        AgendaPart { takes_the_rest: true, ..part("Anything else", 0, spare_time(has_topics)) },
        part("Before you finish", 2, vec![next_date(snapshot, pair_option)]),
    ]
}

/// Suggests how to use a check-in without topics.
fn spare_time(has_topics: bool) -> Vec<String> {
    if has_topics {
        Vec::new()
    } else {
        vec!["no topics yet: what does each of you want to talk about?".to_owned()]
    }
}

/// Lists new wins and the differences of the last pulse.
fn how_are_you(snapshot: &PairSnapshot) -> Vec<String> {
    let wins = snapshot.talk.wins.iter();
    let wins = wins.map(|win| format!("{} (win {})", win.title, win.id));
    let last = snapshot.last_held.as_ref().and_then(|held| held.held_at);
    let standing = snapshot.pulse.as_ref();
    // A pulse is discussed in the check-in after it.
    let fresh = standing.filter(|one| last.is_none_or(|last| one.pulse.changed_at > last));
    let apart = fresh.map(|one| pulse::differences(&one.answers)).unwrap_or_default();
    let apart =
        apart.iter().map(|one| format!("pulse: {}", pulse::difference(one, &snapshot.pair)));
    wins.chain(apart).collect()
}

fn questions(snapshot: &PairSnapshot) -> Vec<String> {
    let pair = &snapshot.pair;
    let points = snapshot.questions.iter().map(|one| {
        let due = snapshot.answer_by(one);
        let due = due.map(|day| {
            let today = snapshot.today_of(one.answerer());
            let due = format!("due {}", dates::format_day(day, today));
            if day < today.day {
                format!(", {}", paint(Style::Overdue, &due))
            } else {
                format!(", {due}")
            }
        });
        format!(
            "#{} {} ({} to {}{})",
            one.id,
            words::title_with_privacy(&one.title, one.private),
            pair.first_name(one.from),
            pair.first_name(one.answerer()),
            due.unwrap_or_default()
        )
    });
    points.collect()
}

fn skills(snapshot: &PairSnapshot, mode: OutputMode) -> Vec<String> {
    let seen = snapshot.talk.skills.iter();
    seen.map(|one| skill::line(one, &snapshot.pair, mode)).collect()
}

/// Lists open introductions, and advice of some weeks ago without an outcome.
fn items_to_follow_up(snapshot: &PairSnapshot) -> Vec<String> {
    let today = snapshot.today();
    let doors = snapshot.introductions.iter().map(|one| {
        let since = dates::format_day(one.state_on, today);
        format!(
            "introduction {} to {}: {} since {since}",
            one.id,
            words::title_with_privacy(one.name(), one.private),
            one.state
        )
    });
    let advice = snapshot.advice.iter();
    let advice = advice.filter(|one| one.outcome_due().is_some_and(|due| due <= today.day));
    let advice = advice.map(|one| {
        let on = dates::format_day(one.on, today);
        // Advice that is to be recalled must not be shown.
        let mut recalls = snapshot.talk.recalls.iter();
        if recalls.any(|recall| recall.id == one.id) {
            return format!("advice {} of {on}: did it help?", one.id);
        }
        let title = words::title_with_privacy(&one.title, one.private);
        format!("{title} (advice {}): did it help?", one.id)
    });
    doors.chain(advice).collect()
}

/// Lists advice to recall by number and day only: the text would give it away.
fn recalls(snapshot: &PairSnapshot) -> Vec<String> {
    let today = snapshot.today();
    let due = snapshot.talk.recalls.iter();
    due.map(|one| {
        format!(
            "advice {} of {} ({})",
            one.id,
            dates::format_day(one.on, today),
            command(&format!("mentor advice recall {} \"...\"", one.id))
        )
    })
    .collect()
}

fn resources(snapshot: &PairSnapshot) -> Vec<String> {
    let points = snapshot.talk.resources.iter().map(|one| {
        let gave = one.because.as_deref().map(|text| format!(": {text}"));
        format!(
            "#{} {} ({}{})",
            one.id,
            one.title,
            words::state_label(one.state.word()),
            gave.unwrap_or_default()
        )
    });
    points.collect()
}

fn norms(snapshot: &PairSnapshot) -> Vec<String> {
    let open = snapshot.talk.norms.iter().filter(|one| !one.is_answered());
    let points = open.map(|one| {
        let waits = Side::ALL.iter().filter(|side| one.says(**side).is_none());
        let names: Vec<&str> = waits.map(|side| snapshot.pair.first_name(*side)).collect();
        format!("#{} {} ({})", one.id, one.title, names.join(" and "))
    });
    points.collect()
}

fn followups(snapshot: &PairSnapshot, side: Side) -> Vec<String> {
    let today = snapshot.today_of(side);
    let own = snapshot.followups.iter().filter(|one| one.owner == side);
    own.map(|one| {
        let due = match (one.days_overdue(today.day), followup::due(one, today)) {
            (_, text) if text.is_empty() => String::new(),
            (Some(days), _) => {
                let late = format!("{} overdue", words::count(days, "day"));
                format!(", {}", paint(Style::Overdue, &late))
            }
            (None, text) => format!(", due {text}"),
        };
        format!(
            "#{} {}{due}{}",
            one.id,
            words::title_with_privacy(&one.title, one.private),
            followup::moved_note(one, &snapshot.pair)
        )
    })
    .collect()
}

fn topics(snapshot: &PairSnapshot, mode: OutputMode) -> Vec<String> {
    let from_last = snapshot.last_held.as_ref().and_then(|checkin| checkin.next_topic.clone());
    let first = from_last.map(|text| format!("{text} (set last time)"));
    let open = snapshot.talk.topics.iter().map(|(one, times)| {
        let carried = match topic::carried_note(*times, mode) {
            text if text.is_empty() => text,
            text => format!(", {text}"),
        };
        let title = words::title_with_privacy(&one.title, one.private);
        format!("#{} {title} (from {}{carried})", one.id, snapshot.pair.first_name(one.from))
    });
    first.into_iter().chain(open).collect()
}

fn goals(snapshot: &PairSnapshot, mode: OutputMode) -> Vec<String> {
    let gap = GAP.in_mode(mode);
    snapshot
        .goals_to_discuss()
        .into_iter()
        .map(|(history, concern)| {
            let progress =
                history.percent().map(|percent| format!("{gap}{}", chart::bar(percent, mode)));
            let confidences = history.confidences();
            let confidence = (!confidences.is_empty())
                .then(|| format!("{gap}confidence {}", chart::sparkline(&confidences, 10, mode)));
            let by = history.goal.target.map(|day| match concern {
                Concern::Past => format!(", {}", dates::format_day(day, snapshot.today())),
                _ => format!(", by {}", dates::format_day(day, snapshot.today())),
            });
            let wins = snapshot.talk.recent_wins.len();
            let evidence = match concern {
                Concern::Low | Concern::Falling if wins > 0 => {
                    format!(", but {} in the last 6 weeks", words::count(wins, "win"))
                }
                _ => String::new(),
            };
            format!(
                "#{} {}: {}{evidence}{}{}{}",
                history.goal.id,
                history.goal.title,
                concern.label(),
                by.unwrap_or_default(),
                progress.unwrap_or_default(),
                confidence.unwrap_or_default()
            )
        })
        .collect()
}

fn feedback(one: &Record<Feedback>, snapshot: &PairSnapshot) -> String {
    let from = snapshot.pair.first_name(one.from);
    format!(
        "#{} {} ({}, from {from}): no response yet",
        one.id,
        words::title_with_privacy(&one.situation, one.private),
        one.kind
    )
}

fn broken_promises(snapshot: &PairSnapshot) -> Vec<String> {
    let pair = &snapshot.pair;
    let today = snapshot.today();
    let outcomes = snapshot.talk.outcomes.iter();
    let short = outcomes.filter(|outcome| outcome.verdict.falls_short());
    let mut points = promise::figures(&short.collect::<Vec<_>>(), pair);
    if let Some(day) = snapshot.review_by().filter(|day| *day < today.day) {
        let days = words::count((today.day - day).num_days(), "day");
        points.push(format!("the progress review is {days} overdue"));
    }
    if let Some(newest) = snapshot.newest() {
        for side in newest.pending_sides() {
            points.push(format!(
                "{} hasn't accepted version {} yet",
                pair.first_name(side),
                newest.version
            ));
        }
    }
    points
}

fn next_date(snapshot: &PairSnapshot, pair_option: &str) -> String {
    let next = snapshot.next_call();
    let after = next.and_then(|next| snapshot.call_after(&next));
    let after = after.map(|call| words::both_times(call.at, &snapshot.pair, snapshot.now));
    after.map_or_else(
        || {
            let suggestion = command(&format!("mentor checkin next{pair_option}"));
            format!("agree on the next date ({suggestion} suggests one)")
        },
        |at| format!("the one after: {at}"),
    )
}
