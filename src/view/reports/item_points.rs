//! Records as points of reports.

use crate::domain::approach::Approach;
use crate::domain::checkin::CheckIn;
use crate::domain::dates::{self, DateStyle, Now, Today};
use crate::domain::feedback::Feedback;
use crate::domain::goal::{Goal, GoalHistory, GoalState};
use crate::domain::insight::{Insight, Win};
use crate::domain::introduction::Introduction;
use crate::domain::option::CareerOption;
use crate::domain::pair::PairContext;
use crate::domain::progress::{self, ProgressReport};
use crate::domain::record::Record;
use crate::domain::resource::Resource;
use crate::domain::review::Review;
use crate::domain::snapshot::PairSnapshot;
use crate::domain::topic::Topic;
use crate::view::page::chart;
use crate::view::page::output_mode::{EFFECT, GAP, OutputMode, TIMES};
use crate::view::page::report::ReportItem;
use crate::view::records::{away, checkin, insight};
use crate::view::reports::promise;
use crate::view::words::{self, reason_suffix, title_with_privacy};

/// Lists decisions and blockers of the last check-in.
pub fn last_outcomes(snapshot: &PairSnapshot) -> Vec<String> {
    let Some(held) = &snapshot.last_held else {
        return Vec::new();
    };
    let decided = held.decisions.iter().map(|text| format!("decided: {text}"));
    let blocked = held.blockers.iter().map(|text| format!("blocked by: {text}"));
    decided.chain(blocked).map(|text| title_with_privacy(&text, held.private)).collect()
}

/// Formats an open goal with progress, confidence, target and moves.
pub fn open_goal(history: &GoalHistory, today: Today, mode: OutputMode) -> ReportItem {
    let goal = &history.goal;
    let title = title_with_privacy(&goal.title, goal.private);
    let mut parts = vec![format!("{title} (goal {})", goal.id)];
    parts.extend(history.percent().map(|percent| chart::bar(percent, mode)));
    let confidences = history.confidences();
    if !confidences.is_empty() {
        parts.push(format!("confidence {}", chart::sparkline(&confidences, 10, mode)));
    }
    let by = |day| format!("by {}", dates::format_day_and_distance(day, today));
    parts.extend(goal.target.map(by));
    if goal.state == GoalState::Paused {
        parts.push(goal.state.to_string());
    }
    ReportItem::from(parts.join(GAP.in_mode(mode))).with_details(moves(history, today, mode))
}

/// Formats the status of a goal: `Goal 1: 90%, confidence 8 of 10, by Tue 10 Nov (14 days ago)`.
pub fn goal_status(history: &GoalHistory, today: Today) -> String {
    let goal = &history.goal;
    let state = match goal.state {
        GoalState::Active => None,
        state => {
            let on = dates::format_day(goal.state_on, today);
            let because = reason_suffix(goal.because.as_deref());
            Some(format!("{state} on {on}{because}"))
        }
    };
    let percent = history.percent().map(|percent| format!("{percent}%"));
    let confidence = history.confidences().last().copied();
    let confidence = confidence.map(|figure| format!("confidence {figure} of 10"));
    let target = goal.target;
    let target = target.map(|day| format!("by {}", dates::format_day_and_distance(day, today)));
    let parts: Vec<String> = [percent, confidence, target, state].into_iter().flatten().collect();
    if parts.is_empty() {
        format!("Goal {}: no updates yet", goal.id)
    } else {
        format!("Goal {}: {}", goal.id, parts.join(", "))
    }
}

/// Lists the moves of a target: `moved once, 1 Mar → 15 Mar, +14 days: exams`.
pub fn moves(history: &GoalHistory, today: Today, mode: OutputMode) -> Vec<String> {
    let times = history.moves.len();
    let each = words::moves(&history.moves, today, mode);
    if times == 1 {
        return each.into_iter().map(|one| format!("moved once, {one}")).collect();
    }
    let all =
        format!("moved {times}{}, {:+} days in total", TIMES.in_mode(mode), history.moved_days());
    let all = (times > 1).then_some(all);
    all.into_iter().chain(each).collect()
}

/// Formats a goal that was done or dropped, with the reason.
pub fn closed_goal(goal: &Record<Goal>, today: Today) -> ReportItem {
    let because = reason_suffix(goal.because.as_deref());
    let on = dates::format_day(goal.state_on, today);
    let title = title_with_privacy(&goal.title, goal.private);
    let late = goal.days_late().map(|days| {
        let by = goal.target.map(|day| dates::format_day(day, today));
        let by = by.unwrap_or_default();
        format!(", {} after its target, {by}", words::count(days, "day"))
    });
    let late = late.unwrap_or_default();
    ReportItem::from(format!("{title}{because} (goal {}, {on}{late})", goal.id))
}

/// Formats a text with its check-in: `Ana takes the on-call rota (check-in 9)`.
pub fn checkin_text((checkin, text): (&Record<CheckIn>, &str)) -> ReportItem {
    ReportItem::from(format!("{text} (check-in {})", checkin.id))
}

/// Formats an approach: `Questions in writing before the call (approach 2)`.
pub fn approach(one: &Record<Approach>) -> ReportItem {
    let title = title_with_privacy(&one.title, one.private);
    let notes = one.notes.as_deref().map(|text| format!(", {text}"));
    ReportItem::from(format!("{title}{} (approach {})", notes.unwrap_or_default(), one.id))
        .anchored("approach", one.id)
}

/// Formats a question for the discussion. `is_shared`: with titles, since the other side can't look up numbers.
pub fn question(one: &progress::DiscussionQuestion<'_>, is_shared: bool) -> String {
    use progress::DiscussionQuestion;
    let cite = |number: String, title: &str| {
        if is_shared { format!("{number} \"{title}\"") } else { number }
    };
    let goal = |history: &GoalHistory| cite(history.goal.id.to_string(), &history.goal.title);
    match one {
        DiscussionQuestion::Moved(history) => format!(
            "goal {} moved {} times: is it still the right one?",
            goal(history),
            history.moves.len()
        ),
        DiscussionQuestion::Confidence(history, confidence, 0) => format!(
            "confidence in goal {} is {confidence}: what would raise it by one?",
            goal(history)
        ),
        DiscussionQuestion::Confidence(history, confidence, wins) => format!(
            "confidence in goal {} is {confidence} despite {}: what {} show?",
            goal(history),
            words::count(*wins, "win"),
            if *wins == 1 { "does it" } else { "do they" }
        ),
        DiscussionQuestion::Skill(history) => format!(
            "you rate skill {} {} levels apart: what does each of you see?",
            cite(history.skill.id.to_string(), &history.skill.title),
            words::number(usize::from(history.gap().unwrap_or_default().unsigned_abs()))
        ),
        DiscussionQuestion::Promises(short) => {
            let names: Vec<String> =
                short.iter().map(|promise| promise.label().to_owned()).collect();
            format!("{}: keep the terms, or change the agreement?", names.join(", "))
        }
        DiscussionQuestion::Advice(advice) => {
            let advice = advice.iter();
            let advice: Vec<String> =
                advice.map(|one| cite(one.id.to_string(), &one.title)).collect();
            format!("did advice {} help?", advice.join(", "))
        }
    }
}

pub fn win(win: &Record<Win>, today: Today) -> ReportItem {
    let on = dates::format_day(win.on, today);
    let title = title_with_privacy(&win.title, win.private);
    ReportItem::from(format!("{title} (win {}, {on})", win.id)).anchored("win", win.id)
}

pub fn feedback(one: &Record<Feedback>, pair: &PairContext, mode: OutputMode) -> ReportItem {
    let response = one.response.as_deref();
    let response = response.map(|text| format!("{}: {text}", pair.first_name(one.from.other())));
    let situation = title_with_privacy(&one.situation, one.private);
    ReportItem::from(format!(
        "{situation}: {}{}{} (feedback {} from {})",
        one.behaviour,
        EFFECT.in_mode(mode),
        one.impact,
        one.id,
        pair.first_name(one.from)
    ))
    .with_details(response)
    .anchored("feedback", one.id)
}

/// Formats feedback for a list of both kinds.
pub fn feedback_of_a_kind(
    one: &Record<Feedback>,
    pair: &PairContext,
    mode: OutputMode,
) -> ReportItem {
    let point = feedback(one, pair, mode);
    let text = format!("{}: {}", words::capitalize(one.kind.word()), point.text);
    ReportItem { text, ..point }
}

/// Formats advice and its outcome.
pub fn advice(one: &Record<Insight>) -> ReportItem {
    let outcome = match one.outcome {
        Some(outcome) => format!(", {}", insight::outcome(outcome)),
        None => String::new(),
    };
    let title = title_with_privacy(&one.title, one.private);
    ReportItem::from(format!("{title}{outcome} (advice {})", one.id)).anchored("advice", one.id)
}

pub fn introduction(one: &Record<Introduction>) -> ReportItem {
    let outcome = one.outcome.as_deref().map(|text| format!(", {text}"));
    ReportItem::from(format!(
        "{}: {}{} (introduction {})",
        title_with_privacy(&one.title, one.private),
        one.state,
        outcome.unwrap_or_default(),
        one.id
    ))
    .anchored("introduction", one.id)
}

pub fn resource(one: &Record<Resource>) -> ReportItem {
    let gave = one.because.as_deref().map(|text| format!(", {text}"));
    ReportItem::from(format!(
        "{}: {}{} (resource {})",
        title_with_privacy(&one.title, one.private),
        words::state_label(one.state.word()),
        gave.unwrap_or_default(),
        one.id
    ))
    .anchored("resource", one.id)
}

/// Formats a career option with its gaps and the reasons of the last decision.
pub fn option(one: &Record<CareerOption>) -> ReportItem {
    let gaps: Vec<&str> = one.unmet().map(String::as_str).collect();
    let gaps = if gaps.is_empty() {
        String::new()
    } else {
        format!("; still needed: {}", gaps.join(", "))
    };
    ReportItem::from(format!(
        "{}: {}{}{gaps} (option {})",
        title_with_privacy(&one.title, one.private),
        words::state_label(one.state.word()),
        reason_suffix(one.because.as_deref()),
        one.id
    ))
    .anchored("option", one.id)
}

pub fn promises(progress: &ProgressReport) -> Vec<ReportItem> {
    promise::lines(progress).into_iter().map(ReportItem::from).collect()
}

pub fn review(one: &Record<Review>, style: DateStyle) -> ReportItem {
    let parts = [
        ("achieved", &one.achievements),
        ("to improve", &one.improve),
        ("next", &one.next),
        ("stop", &one.stop),
        ("start", &one.start),
        ("continue", &one.go_on),
        ("in the agreement", &one.agreement),
    ];
    let details = parts
        .into_iter()
        .flat_map(|(what, texts)| texts.iter().map(move |text| format!("{what}: {text}")));
    let period = dates::range(one.since, one.on, style);
    let period = format!("{period} (review {})", one.id);
    ReportItem::from(title_with_privacy(&period, one.private))
        .anchored("review", one.id)
        .with_details(details)
        .with_details(one.notes.clone())
}

pub fn topic(one: &Record<Topic>, pair: &PairContext) -> ReportItem {
    let from = pair.first_name(one.from);
    let title = title_with_privacy(&one.title, one.private);
    ReportItem::from(format!("{title} (topic {} from {from})", one.id))
        .anchored("topic", one.id)
        .with_details(one.notes.clone())
}

/// Formats a check-in with notes, decisions and blockers.
pub fn checkin(one: &Record<CheckIn>, pair: &PairContext, now: Now) -> ReportItem {
    let at = one.held_or_planned_at().map(|at| words::both_times(at, pair, now));
    let length = one.minutes.or(one.planned_minutes);
    let length = length.map(|minutes| format!(", {minutes}"));
    let head = format!(
        "{} (check-in {}){}, {}",
        at.unwrap_or_default(),
        one.id,
        length.unwrap_or_default(),
        checkin::outcome_text(one, pair)
    );
    let each = |what: &'static str, texts: &[String]| -> Vec<String> {
        let details = texts.iter().map(|text| format!("{what}: {text}"));
        details.collect()
    };
    ReportItem::from(title_with_privacy(&head, one.private))
        .anchored("check-in", one.id)
        .with_details(one.notes.clone())
        .with_details(each("decided", &one.decisions))
        .with_details(each("in the way", &one.blockers))
        .with_details(each("next", one.next_topic.as_slice()))
}

/// Lists days away.
pub fn aways(progress: &ProgressReport) -> Vec<ReportItem> {
    let aways = progress.facts.aways.iter();
    let points = aways.map(|one| {
        let because = reason_suffix(one.because.as_deref());
        let days = away::in_words(one, &progress.pair, progress.today());
        ReportItem::from(title_with_privacy(&format!("{days}{because}"), one.private))
    });
    points.collect()
}
