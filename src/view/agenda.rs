//! The agenda of the next check-in, in the order in which it is talked through.

use serde_json::{Value, json};

use crate::domain::dates;
use crate::domain::feedback::Feedback;
use crate::domain::person::Side;
use crate::domain::promise::Verdict;
use crate::domain::record::Record;
use crate::domain::situation::Situation;
use crate::domain::timebox;
use crate::view::page::Page;
use crate::view::report::Report;
use crate::view::style::{Style, paint};
use crate::view::{chart, due, followup, promise, topic, words};

pub fn text(situation: &Situation, markdown: bool, page: &Page) -> String {
    let couple = &situation.couple;
    let mut report = Report::new(format!(
        "Agenda: {} and {}",
        couple.mentor.name, couple.mentee.name
    ));
    report.line(next_line(situation));
    for line in warnings(situation) {
        report.line(line);
    }
    report.section("Keep in mind", keep_in_mind(situation));
    let parts = parts(situation);
    let minutes = minutes(situation, &parts);
    for (part, minutes) in parts.into_iter().zip(minutes) {
        let time = minutes.map(|minutes| format!(", {minutes} min"));
        report.section(part.heading + &time.unwrap_or_default(), part.points);
    }
    report.render(markdown, page)
}

/// A part of the talk, and how many minutes a point of it would like.
struct Part {
    heading: String,
    points: Vec<String>,
    each: u32,
}

fn parts(situation: &Situation) -> Vec<Part> {
    let part = |heading: &str, each: u32, points: Vec<String>| Part {
        heading: heading.to_owned(),
        points,
        each,
    };
    let wins = situation.wins.iter();
    let wins = wins.map(|win| format!("{} (win {})", win.title, win.id));
    let discussed = situation.feedback.iter();
    let discussed = discussed.map(|one| feedback(one, situation));
    let owed = |side: Side| {
        let name = situation.couple.called(side);
        part(
            &format!("Follow-ups of {name} ({side})"),
            2,
            followups(situation, side),
        )
    };
    vec![
        part(
            "How are you: wins since the last check-in",
            2,
            wins.collect(),
        ),
        owed(Side::Mentor),
        owed(Side::Mentee),
        part("Topics", 10, topics(situation)),
        part("Goals that need a word", 5, goals(situation)),
        part("Feedback to talk about", 5, discussed.collect()),
        part("Agreed, and out of step", 2, out_of_step(situation)),
        part("Before you hang up", 2, vec![next_date(situation)]),
    ]
}

/// The check-in's length, or the agreed one, shared among the parts; none if neither is known.
fn minutes(situation: &Situation, parts: &[Part]) -> Vec<Option<u32>> {
    let planned = situation.next().and_then(|next| next.planned_minutes);
    let agreed = situation.terms().and_then(|terms| terms.length);
    let Some(length) = planned.or(agreed) else {
        return vec![None; parts.len()];
    };
    let points = |part: &Part| u32::try_from(part.points.len()).unwrap_or(u32::MAX);
    let wanted = parts
        .iter()
        .map(|part| part.each.saturating_mul(points(part).min(20)));
    let shares = timebox::shares(length.0, &wanted.collect::<Vec<_>>());
    shares.into_iter().map(Some).collect()
}

/// When, for both, and how long.
fn next_line(situation: &Situation) -> String {
    match situation.next() {
        Some(next) => {
            let at = next
                .planned_at
                .map(|at| words::both_times(at, &situation.couple, situation.now));
            let length = next.planned_minutes.map(|minutes| format!(", {minutes}"));
            let channel = next
                .channel
                .as_deref()
                .map(|channel| format!(", {channel}"));
            format!(
                "Check-in {}: {}{}{}",
                next.id,
                at.unwrap_or_default(),
                length.unwrap_or_default(),
                channel.unwrap_or_default()
            )
        }
        None => match situation.meet_by() {
            Some(day) => format!(
                "No check-in is planned; the agreed rhythm asks for one by {}",
                dates::spoken(day, situation.today())
            ),
            None => "No check-in is planned".to_owned(),
        },
    }
}

fn warnings(situation: &Situation) -> Vec<String> {
    let couple = &situation.couple;
    let name = couple.called(couple.me().other());
    let shifts = situation.shifts().into_iter().map(|shift| {
        let by = if shift.minutes.abs() % 60 == 0 {
            words::count(shift.minutes.abs() / 60, "hour")
        } else {
            words::count(shift.minutes.abs(), "minute")
        };
        let way = if shift.minutes > 0 { "later" } else { "earlier" };
        let (from, until) = (dates::short(shift.from, situation.today()), dates::short(shift.until, situation.today()));
        paint(Style::Soon, &format!("Clocks change on different days: from {from} to {until} this call is {by} {way} for {name}"))
    });
    let late = situation.to_log().map(|one| {
        paint(
            Style::Overdue,
            &format!("Check-in {} is still to be logged", one.id),
        )
    });
    shifts.chain(late).collect()
}

fn keep_in_mind(situation: &Situation) -> Vec<String> {
    let mentee = &situation.couple.mentee;
    let mut points: Vec<String> = mentee
        .preferences
        .iter()
        .map(|text| format!("{} prefers: {text}", situation.couple.called(Side::Mentee)))
        .collect();
    if let Some(terms) = situation.terms() {
        points.extend(
            terms
                .off_limits
                .iter()
                .map(|text| format!("off limits: {text}")),
        );
    }
    points
}

fn followups(situation: &Situation, side: Side) -> Vec<String> {
    let today = situation.today_of(side);
    let own = situation.followups.iter().filter(|one| one.owner == side);
    own.map(|one| {
        let due = match followup::due(one, today) {
            text if text.is_empty() => String::new(),
            text if one.days_overdue(today).is_some() => {
                format!(", {} {text}", paint(Style::Overdue, "overdue"))
            }
            text => format!(", due {text}"),
        };
        format!("{} {}{due}", one.id, words::titled(&one.title, one.private))
    })
    .collect()
}

fn topics(situation: &Situation) -> Vec<String> {
    let from_last = situation
        .last_held
        .as_ref()
        .and_then(|checkin| checkin.next_topic.clone());
    let first = from_last.map(|text| format!("{text} (said last time)"));
    let open = situation.topics.iter().map(|(one, times)| {
        let carried = match topic::carried(*times) {
            text if text.is_empty() => text,
            text => format!(", {text}"),
        };
        let title = words::titled(&one.title, one.private);
        format!(
            "{} {title} (from {}{carried})",
            one.id,
            situation.couple.called(one.from)
        )
    });
    first.into_iter().chain(open).collect()
}

fn goals(situation: &Situation) -> Vec<String> {
    situation
        .goals_to_discuss()
        .into_iter()
        .map(|(story, concern)| {
            let progress = story
                .percent()
                .map(|percent| format!("  {}", chart::bar(percent)));
            let confidences = story.confidences();
            let confidence = (!confidences.is_empty())
                .then(|| format!("  confidence {}", chart::sparkline(&confidences, 10)));
            let by = story
                .goal
                .target
                .map(|day| format!(", by {}", dates::spoken(day, situation.today())));
            format!(
                "{} {}: {concern}{}{}{}",
                story.goal.id,
                story.goal.title,
                by.unwrap_or_default(),
                progress.unwrap_or_default(),
                confidence.unwrap_or_default()
            )
        })
        .collect()
}

fn feedback(one: &Record<Feedback>, situation: &Situation) -> String {
    let from = situation.couple.called(one.from);
    format!(
        "{} {} from {from}: {}",
        one.id,
        one.kind,
        words::titled(&one.situation, one.private)
    )
}

fn out_of_step(situation: &Situation) -> Vec<String> {
    let couple = &situation.couple;
    let today = situation.today();
    let mut points: Vec<String> = situation
        .outcomes
        .iter()
        .filter(|outcome| outcome.verdict == Verdict::Broken)
        .map(|outcome| promise::line(outcome, couple))
        .collect();
    if let Some(day) = situation.review_by().filter(|day| *day <= today) {
        points.push(format!(
            "a progress review was due {}",
            dates::spoken(day, today)
        ));
    }
    if let Some(newest) = &situation.newest {
        for side in newest.waits_for() {
            points.push(format!(
                "{} has not accepted version {} yet",
                couple.called(side),
                newest.version
            ));
        }
    }
    points
}

fn next_date(situation: &Situation) -> String {
    let after = situation
        .planned
        .iter()
        .filter(|one| one.planned_at.is_some_and(|at| at >= situation.now))
        .nth(1);
    match after.and_then(|one| one.planned_at) {
        Some(at) => format!(
            "the one after: {}",
            words::both_times(at, &situation.couple, situation.now)
        ),
        None => "agree on the next date (`mentor checkin next` proposes one)".to_owned(),
    }
}

pub fn json(situation: &Situation) -> Value {
    let couple = &situation.couple;
    let next = situation.next();
    let goals: Vec<Value> = situation
        .goals_to_discuss()
        .into_iter()
        .map(|(story, concern)| json!({
            "id": story.goal.id.number(), "title": story.goal.title, "concern": concern.word(),
            "target": story.goal.target, "percent": story.percent(), "confidence": story.confidences(),
        }))
        .collect();
    let followups: Vec<Value> = situation
        .followups
        .iter()
        .map(|one| json!({
            "id": one.id.number(), "owner": one.owner.word(), "title": one.title, "due": one.due,
            "days_overdue": one.days_overdue(situation.today_of(one.owner)).unwrap_or(0), "private": one.private,
        }))
        .collect();
    let topics: Vec<Value> = situation
        .topics
        .iter()
        .map(|(one, carried)| json!({
            "id": one.id.number(), "from": one.from.word(), "title": one.title, "carried": carried, "private": one.private,
        }))
        .collect();
    let wins: Vec<Value> = situation
        .wins
        .iter()
        .map(|win| json!({ "id": win.id.number(), "title": win.title, "on": win.on }))
        .collect();
    let feedback: Vec<Value> = situation
        .feedback
        .iter()
        .map(|one| json!({ "id": one.id.number(), "from": one.from.word(), "kind": one.kind.word(), "situation": one.situation }))
        .collect();
    let broken: Vec<_> = situation
        .outcomes
        .iter()
        .filter(|outcome| outcome.verdict == Verdict::Broken)
        .cloned()
        .collect();
    json!({
        "schema": "mentor.agenda/1",
        "as_of": situation.now,
        "pair": couple.slug(),
        "next": next.map(|next| json!({
            "id": next.id.number(), "at": next.planned_at, "zone": next.zone.name(),
            "minutes": next.planned_minutes.map(|minutes| minutes.0), "channel": next.channel,
        })),
        "wins": wins,
        "followups": followups,
        "topics": topics,
        "goals": goals,
        "feedback": feedback,
        "out_of_step": promise::items(&broken),
        "due": due::items(&crate::domain::due::of(situation, crate::domain::due::SOON)),
    })
}
