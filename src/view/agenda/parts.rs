//! The parts of the talk: what each has to say.

use crate::domain::dates;
use crate::domain::feedback::Feedback;
use crate::domain::person::Side;
use crate::domain::record::Record;
use crate::domain::situation::{Concern, PairSnapshot};
use crate::view::look::GAP;
use crate::view::style::{Style, paint};
use crate::view::{chart, followup, points, promise, pulse, question, skill, topic, words};

/// A part of the talk, and how many minutes a point of it would like.
pub struct AgendaPart {
    pub heading: String,
    pub points: Vec<String>,
    pub each: u32,
}

/// All parts; those without points are left out later.
pub fn all_parts(situation: &PairSnapshot) -> Vec<AgendaPart> {
    let part = |heading: &str, each: u32, points: Vec<String>| AgendaPart {
        heading: heading.to_owned(),
        points,
        each,
    };
    let discussed = situation.talk.feedback.iter();
    let discussed = discussed.map(|one| feedback(one, situation));
    let owed = |side: Side| {
        let name = situation.couple.first_name(side);
        part(
            &format!("{name}'s follow-ups"),
            2,
            followups(situation, side),
        )
    };
    vec![
        part("Check in", 2, how_are_you(situation)),
        part("From the last check-in", 2, points::decided_last(situation)),
        owed(Side::Mentor),
        owed(Side::Mentee),
        part("Topics", 10, topics(situation)),
        part("Open questions", 5, questions(situation)),
        part("Goals to talk about", 5, goals(situation)),
        part("Skills you rate differently", 5, skills(situation)),
        part("Feedback to discuss", 5, discussed.collect()),
        part(
            "Introductions and advice to follow up",
            2,
            items_to_follow_up(situation),
        ),
        part("Recall from memory", 3, recalls(situation)),
        part("Resources", 3, resources(situation)),
        part("Worth asking early", 3, norms(situation)),
        part("Not going as agreed", 2, broken_promises(situation)),
        part("Before you finish", 2, vec![next_date(situation)]),
    ]
}

/// What went well, and where the last pulse showed that the two see it differently.
fn how_are_you(situation: &PairSnapshot) -> Vec<String> {
    let wins = situation.talk.wins.iter();
    let wins = wins.map(|win| format!("{} (win {})", win.title, win.id));
    let last = situation.last_held.as_ref().and_then(|held| held.held_at);
    let standing = situation.pulse.as_ref();
    // A pulse is talked about in the call that comes after it.
    let fresh = standing.filter(|one| last.is_none_or(|last| one.pulse.changed_at > last));
    let apart = fresh
        .map(|one| pulse::differences(&one.answers))
        .unwrap_or_default();
    let apart = apart
        .iter()
        .map(|one| format!("pulse: {}", pulse::difference(one, &situation.couple)));
    wins.chain(apart).collect()
}

fn questions(situation: &PairSnapshot) -> Vec<String> {
    let couple = &situation.couple;
    let points = situation.questions.iter().map(|one| {
        let due = situation.answer_by(one);
        let due =
            due.map(|day| format!(", due {}", question::due(day, one, couple, situation.now)));
        format!(
            "#{} {} ({} to {}{})",
            one.id,
            words::title_with_privacy(&one.title, one.private),
            couple.first_name(one.from),
            couple.first_name(one.answerer()),
            due.unwrap_or_default()
        )
    });
    points.collect()
}

fn skills(situation: &PairSnapshot) -> Vec<String> {
    let seen = situation.talk.skills.iter();
    seen.map(|one| skill::line(one, &situation.couple))
        .collect()
}

/// Introductions on their way, and advice of some weeks ago whose outcome nobody has said.
fn items_to_follow_up(situation: &PairSnapshot) -> Vec<String> {
    let today = situation.today();
    let doors = situation.introductions.iter().map(|one| {
        let since = dates::format_day(one.state_on, today);
        format!(
            "introduction {} to {}: {} since {since}",
            one.id,
            words::title_with_privacy(one.name(), one.private),
            one.state
        )
    });
    let advice = situation.advice.iter();
    let advice = advice.filter(|one| one.outcome_due().is_some_and(|due| due <= today));
    let advice = advice.map(|one| {
        let on = dates::format_day(one.on, today);
        // What is to be explained from memory is not read first.
        let mut recalls = situation.talk.recalls.iter();
        if recalls.any(|recall| recall.id == one.id) {
            return format!("advice {} of {on}: did it help?", one.id);
        }
        let title = words::title_with_privacy(&one.title, one.private);
        format!("{title} (advice {}): did it help?", one.id)
    });
    doors.chain(advice).collect()
}

/// The number alone: whoever recalls should not read it first. The day says which call it was.
fn recalls(situation: &PairSnapshot) -> Vec<String> {
    let today = situation.today();
    let due = situation.talk.recalls.iter();
    due.map(|one| {
        format!(
            "advice {} of {} (`mentor advice recall {} \"...\"`)",
            one.id,
            dates::format_day(one.on, today),
            one.id
        )
    })
    .collect()
}

fn resources(situation: &PairSnapshot) -> Vec<String> {
    let points = situation.talk.resources.iter().map(|one| {
        let gave = one.because.as_deref().map(|text| format!(": {text}"));
        format!(
            "#{} {} ({}{})",
            one.id,
            one.title,
            one.state,
            gave.unwrap_or_default()
        )
    });
    points.collect()
}

fn norms(situation: &PairSnapshot) -> Vec<String> {
    let open = situation.talk.norms.iter().filter(|one| !one.is_answered());
    let points = open.map(|one| {
        let waits = Side::ALL.iter().filter(|side| one.says(**side).is_none());
        let names: Vec<&str> = waits
            .map(|side| situation.couple.first_name(*side))
            .collect();
        format!("#{} {} ({})", one.id, one.title, names.join(" and "))
    });
    points.collect()
}

fn followups(situation: &PairSnapshot, side: Side) -> Vec<String> {
    let today = situation.today_of(side);
    let own = situation.followups.iter().filter(|one| one.owner == side);
    own.map(|one| {
        let due = match (one.days_overdue(today), followup::due(one, today)) {
            (_, text) if text.is_empty() => String::new(),
            (Some(days), _) => {
                let late = format!("{} overdue", words::count(days, "day"));
                format!(", {}", paint(Style::Overdue, &late))
            }
            (None, text) => format!(", due {text}"),
        };
        format!(
            "#{} {}{due}",
            one.id,
            words::title_with_privacy(&one.title, one.private)
        )
    })
    .collect()
}

fn topics(situation: &PairSnapshot) -> Vec<String> {
    let from_last = situation
        .last_held
        .as_ref()
        .and_then(|checkin| checkin.next_topic.clone());
    let first = from_last.map(|text| format!("{text} (set last time)"));
    let open = situation.talk.topics.iter().map(|(one, times)| {
        let carried = match topic::carried(*times) {
            text if text.is_empty() => text,
            text => format!(", {text}"),
        };
        let title = words::title_with_privacy(&one.title, one.private);
        format!(
            "#{} {title} (from {}{carried})",
            one.id,
            situation.couple.first_name(one.from)
        )
    });
    first.into_iter().chain(open).collect()
}

fn goals(situation: &PairSnapshot) -> Vec<String> {
    situation
        .goals_to_discuss()
        .into_iter()
        .map(|(story, concern)| {
            let progress = story
                .percent()
                .map(|percent| format!("{GAP}{}", chart::bar(percent)));
            let confidences = story.confidences();
            let confidence = (!confidences.is_empty())
                .then(|| format!("{GAP}confidence {}", chart::sparkline(&confidences, 10)));
            let by = story.goal.target.map(|day| match concern {
                Concern::Past => format!(", {}", dates::format_day(day, situation.today())),
                _ => format!(", by {}", dates::format_day(day, situation.today())),
            });
            let wins = situation.talk.recent_wins.len();
            let evidence = match concern {
                Concern::Low | Concern::Falling if wins > 0 => {
                    format!(", but {} in the last 6 weeks", words::count(wins, "win"))
                }
                _ => String::new(),
            };
            format!(
                "#{} {}: {}{evidence}{}{}{}",
                story.goal.id,
                story.goal.title,
                concern.label(),
                by.unwrap_or_default(),
                progress.unwrap_or_default(),
                confidence.unwrap_or_default()
            )
        })
        .collect()
}

fn feedback(one: &Record<Feedback>, situation: &PairSnapshot) -> String {
    let from = situation.couple.first_name(one.from);
    format!(
        "#{} {} ({}, from {from}): no response yet",
        one.id,
        words::title_with_privacy(&one.situation, one.private),
        one.kind
    )
}

fn broken_promises(situation: &PairSnapshot) -> Vec<String> {
    let couple = &situation.couple;
    let today = situation.today();
    let outcomes = situation.talk.outcomes.iter();
    let short = outcomes.filter(|outcome| outcome.verdict.falls_short());
    let mut points = promise::figures(&short.collect::<Vec<_>>(), couple);
    if let Some(day) = situation.review_by().filter(|day| *day < today) {
        let days = words::count((today - day).num_days(), "day");
        points.push(format!("the progress review is {days} overdue"));
    }
    if let Some(newest) = situation.newest() {
        for side in newest.pending_sides() {
            points.push(format!(
                "{} hasn't accepted version {} yet",
                couple.first_name(side),
                newest.version
            ));
        }
    }
    points
}

fn next_date(situation: &PairSnapshot) -> String {
    let next = situation.next_call();
    match next.and_then(|next| situation.call_after(&next)) {
        Some(after) => format!(
            "the one after: {}",
            words::both_times(after.at, &situation.couple, situation.now)
        ),
        None => "agree on the next date (`mentor checkin next` suggests one)".to_owned(),
    }
}
