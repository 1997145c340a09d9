//! The agenda of the next check-in, in the order in which it is talked through.

use serde_json::{Value, json};

use crate::domain::dates;
use crate::domain::feedback::Feedback;
use crate::domain::person::Side;
use crate::domain::promise::Verdict;
use crate::domain::record::Record;
use crate::domain::situation::Situation;
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
    let wins = situation
        .wins
        .iter()
        .map(|win| format!("{} (win {})", win.title, win.id));
    report.section("How are you: wins since the last check-in", wins.collect());
    for side in Side::ALL {
        let heading = format!("Follow-ups of {} ({side})", couple.called(*side));
        report.section(heading, followups(situation, *side));
    }
    report.section("Topics", topics(situation));
    report.section("Goals that need a word", goals(situation));
    report.section(
        "Feedback to talk about",
        situation
            .feedback
            .iter()
            .map(|one| feedback(one, situation))
            .collect(),
    );
    report.section("Agreed, and out of step", out_of_step(situation));
    report.section("Before you hang up", vec![next_date(situation)]);
    report.render(markdown, page)
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
