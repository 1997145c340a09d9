//! The end of a mentorship, and the whole of it in one document.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::domain::agreement::Agreement;
use crate::domain::closing::Closing;
use crate::domain::dates;
use crate::domain::feedback::Feedback;
use crate::domain::goal::{Goal, GoalState, GoalStory};
use crate::domain::pair::Couple;
use crate::domain::progress::Progress;
use crate::domain::record::Record;
use crate::domain::review::Review;
use crate::domain::skill::SkillStory;
use crate::view::look::ARROW;
use crate::view::page::Page;
use crate::view::report::Report;
use crate::view::{promise, review, skill, words};

/// Everything that is told of a mentorship at its end.
pub struct Story {
    pub closing: Option<Record<Closing>>,
    pub agreement: Option<Record<Agreement>>,
    pub goals: Vec<GoalStory>,
    pub skills: Vec<SkillStory>,
    pub reviews: Vec<Record<Review>>,
    /// From the first day to the last.
    pub progress: Progress,
}

impl Story {
    /// Keeps only what may be shown to the other side.
    pub fn leave_out_private(&mut self) {
        self.goals.retain(|story| !story.goal.private);
        self.skills.retain(|story| !story.skill.private);
        self.reviews.retain(|review| !review.private);
        self.progress.leave_out_private();
    }
}

/// `the mentorship of Sam and Ana (achieved): it is read-only from now on`.
pub fn in_words(_closing: &Record<Closing>, couple: &Couple, _now: DateTime<Utc>) -> String {
    format!(
        "the mentorship of {} and {}: `{}` is read-only from now on (`mentor end show -p {}` prints all of it)",
        couple.called(crate::domain::person::Side::Mentor),
        couple.called(crate::domain::person::Side::Mentee),
        couple.slug(),
        couple.slug()
    )
}

/// What is left, and when to ask again.
pub fn remarks(closing: &Closing, couple: &Couple, kept: &[Record<Goal>]) -> Vec<String> {
    let open = (!kept.is_empty()).then(|| {
        format!(
            "{} kept open in the record",
            words::count(kept.len(), "goal")
        )
    });
    let name = couple.called(couple.me().other());
    let ask = closing.update_on.map(|day| {
        format!("`mentor due` reminds you on {day} to ask where {name} is now (`mentor end update -p {} \"...\"`)", couple.slug())
    });
    open.into_iter().chain(ask).collect()
}

pub fn text(story: &Story, markdown: bool, now: DateTime<Utc>, page: &Page) -> String {
    let progress = &story.progress;
    let couple = &progress.couple;
    let today = words::today(couple.user(), now);
    let mut report = Report::new(format!(
        "The mentorship of {} and {}",
        couple.mentor.name, couple.mentee.name
    ));
    let period = progress.period;
    report.line(format!("{} to {}", period.since, period.until));
    let minutes = crate::domain::length::Minutes(progress.minutes());
    report.line(format!(
        "{} held, {} missed, {minutes}",
        words::count(progress.facts.held.len(), "check-in"),
        progress.facts.missed.len()
    ));
    if let Some(purpose) = story
        .agreement
        .as_ref()
        .and_then(|one| one.terms.purpose.as_deref())
    {
        report.line(format!("What it was for: {purpose}"));
    }
    let with = |state: GoalState| -> Vec<String> {
        let found = story.goals.iter().filter(|one| one.goal.state == state);
        found.map(|one| goal(one, today)).collect()
    };
    report.section("Goals reached", with(GoalState::Done));
    let open = [with(GoalState::Active), with(GoalState::Paused)].concat();
    report.section("Goals that go on", open);
    report.section("Goals dropped", with(GoalState::Dropped));
    let wins = progress.wins.iter();
    report.section(
        "What went well",
        wins.map(|win| format!("{} ({})", win.title, dates::short(win.on, today)))
            .collect(),
    );
    report.section(
        "Skills",
        story
            .skills
            .iter()
            .map(|one| skill::line(one, couple))
            .collect(),
    );
    let advice = progress.insights.iter().filter(|one| one.outcome.is_some());
    report.section(
        "Advice that was followed up",
        advice.map(advice_line).collect(),
    );
    review::doors_and_paths(&mut report, progress);
    let said = progress.facts.feedback.iter();
    report.section("Feedback", said.map(|one| feedback(one, couple)).collect());
    report.section("Reviews", story.reviews.iter().map(stored_review).collect());
    let promises = progress
        .outcomes
        .iter()
        .map(|one| promise::line(one, couple));
    report.section("Promises, both sides", promises.collect());
    if let Some(closing) = &story.closing {
        report.section("The end", end(closing, couple));
    }
    report.render(markdown, page)
}

fn goal(story: &GoalStory, today: chrono::NaiveDate) -> String {
    let because = story
        .goal
        .because
        .as_deref()
        .map(|text| format!(": {text}"));
    let is_reached = story.goal.state == GoalState::Done;
    let percent = story.percent().filter(|_| !is_reached);
    let percent = percent.map(|percent| format!(", {percent} %"));
    format!(
        "{}{}{} ({})",
        story.goal.title,
        percent.unwrap_or_default(),
        because.unwrap_or_default(),
        dates::short(story.goal.state_on, today)
    )
}

fn advice_line(one: &Record<crate::domain::note::Insight>) -> String {
    let outcome = one.outcome.map(crate::view::insight::outcome);
    format!("{}: {}", one.title, outcome.unwrap_or_default())
}

fn feedback(one: &Record<Feedback>, couple: &Couple) -> String {
    let response = one
        .response
        .as_deref()
        .map(|text| format!("\n{}: {text}", couple.called(one.from.other())));
    format!(
        "{} ({}): {} {ARROW} {}{}",
        couple.called(one.from),
        one.kind,
        one.behaviour,
        one.impact,
        response.unwrap_or_default()
    )
}

fn stored_review(one: &Record<Review>) -> String {
    let parts = [
        ("achieved", &one.achievements),
        ("to improve", &one.improve),
        ("next", &one.next),
    ];
    let told: Vec<String> = parts
        .into_iter()
        .filter(|(_, texts)| !texts.is_empty())
        .map(|(what, texts)| format!("{what}: {}", texts.join("; ")))
        .collect();
    format!("{}: {}", one.on, told.join(". "))
}

fn end(closing: &Closing, couple: &Couple) -> Vec<String> {
    use crate::domain::person::Side;
    let reason = match &closing.because {
        Some(because) => format!("{}: {because}", closing.reason),
        None => closing.reason.to_string(),
    };
    let told =
        |what: String, text: &Option<String>| text.as_deref().map(|text| format!("{what}: {text}"));
    let named = |side: Side, what: &str| format!("{} {what}", couple.called(side));
    let mut points = vec![reason];
    points.extend(told(
        named(Side::Mentee, "has learned"),
        &closing.learned_mentee,
    ));
    points.extend(told(
        named(Side::Mentor, "has learned"),
        &closing.learned_mentor,
    ));
    points.extend(told("remains".to_owned(), &closing.remains));
    points.extend(told("thanks".to_owned(), &closing.thanks));
    points.extend(told(
        "contact from now on".to_owned(),
        &closing.contact_after,
    ));
    points.extend(
        closing
            .differently
            .iter()
            .map(|text| format!("next time: {text}")),
    );
    points.extend(told("where they are now".to_owned(), &closing.update));
    points
}

pub fn json(story: &Story) -> Value {
    let goals: Vec<Value> = story
        .goals
        .iter()
        .map(|one| {
            json!({
                "id": one.goal.id.number(), "title": one.goal.title, "state": one.goal.state.word(),
                "on": one.goal.state_on, "percent": one.percent(),
            })
        })
        .collect();
    let skills: Vec<Value> = story
        .skills
        .iter()
        .map(|one| {
            use crate::domain::person::Side;
            json!({
                "id": one.skill.id.number(), "title": one.skill.title,
                "mentor": one.levels(Side::Mentor), "mentee": one.levels(Side::Mentee),
            })
        })
        .collect();
    let progress = &story.progress;
    let [introductions, resources, options] = review::doors_and_paths_json(progress);
    json!({
        "schema": "mentor.end/1",
        "pair": progress.couple.slug(),
        "since": progress.period.since,
        "until": progress.period.until,
        "purpose": story.agreement.as_ref().and_then(|one| one.terms.purpose.as_deref()),
        "held": progress.facts.held.len(),
        "missed": progress.facts.missed.len(),
        "minutes": progress.minutes(),
        "goals": goals,
        "skills": skills,
        "introductions": introductions,
        "resources": resources,
        "options": options,
        "reviews": story.reviews.iter().map(|one| one.id.number()).collect::<Vec<_>>(),
        "promises": promise::items(&progress.outcomes),
    })
}
