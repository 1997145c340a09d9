//! Goals in a line, as a listing, as a card.

use chrono::NaiveDate;

use crate::domain::dates;
use crate::domain::followup::FollowUp;
use crate::domain::goal::{Goal, GoalEntry, GoalState, GoalStory};
use crate::domain::pair::Couple;
use crate::domain::record::Record;
use crate::view::card::Card;
use crate::view::page::Page;
use crate::view::style::{Style, paint};
use crate::view::table::Table;
use crate::view::{chart, followup, words};

pub fn added(record: &Record<Goal>, couple: &Couple, today: NaiveDate) -> String {
    format!("Added {}", in_words(record, couple, today))
}

pub fn changed(record: &Record<Goal>, couple: &Couple, today: NaiveDate) -> String {
    format!("Changed {}", in_words(record, couple, today))
}

fn in_words(record: &Record<Goal>, couple: &Couple, today: NaiveDate) -> String {
    let by = record
        .target
        .map(|day| format!(", by {}", dates::spoken(day, today)));
    format!(
        "goal {} of {}: {}{}",
        record.id,
        couple.called(crate::domain::person::Side::Mentee),
        record.title,
        by.unwrap_or_default()
    )
}

pub fn entered(entry: &GoalEntry, goal: &Record<Goal>) -> String {
    let percent = entry.percent.map(|percent| format!("at {percent} %"));
    let confidence = entry
        .confidence
        .map(|confidence| format!("confidence {confidence} of 10"));
    let figures: Vec<String> = percent.into_iter().chain(confidence).collect();
    format!("Goal {} is {}: {}", goal.id, figures.join(", "), goal.title)
}

pub fn table(stories: &[GoalStory], today: NaiveDate, page: &Page) -> String {
    let mut table = Table::new(&["#", "progress", "confidence", "by", "state", "goal"]);
    for story in stories {
        let goal = &story.goal;
        table.row(vec![
            goal.id.to_string(),
            story.percent().map(chart::bar).unwrap_or_default(),
            chart::sparkline(&story.confidences(), 10),
            target(goal, today),
            match goal.state {
                GoalState::Active => String::new(),
                GoalState::Done => paint(Style::Good, "done"),
                state => paint(Style::Dim, state.word()),
            },
            words::titled(&goal.title, goal.private),
        ]);
    }
    table.render(page)
}

/// The target day, marked by how near it is.
pub fn target(goal: &Goal, today: NaiveDate) -> String {
    let Some(day) = goal.target else {
        return String::new();
    };
    let text = dates::spoken(day, today);
    match (day - today).num_days() {
        _ if !goal.is_open() => paint(Style::Dim, &dates::short(day, today)),
        ..0 => paint(Style::Overdue, &text),
        0..=14 => paint(Style::Soon, &text),
        _ => text,
    }
}

pub fn card(
    story: &GoalStory,
    steps: &[Record<FollowUp>],
    couple: &Couple,
    today: NaiveDate,
    page: &Page,
) -> String {
    let goal = &story.goal;
    let mut card = Card::new(&format!("Goal {}: {}", goal.id, goal.title));
    card.line("pair", couple.slug());
    card.line(
        "state",
        format!(
            "{} since {}",
            goal.state,
            dates::short(goal.state_on, today)
        ),
    );
    card.text("because", goal.because.as_deref());
    card.text("why", goal.why.as_deref());
    card.text("done when", goal.done_when.as_deref());
    card.text("by", goal.target.map(|_| target(goal, today)));
    card.text("support", goal.support.as_deref());
    card.text("category", goal.category.as_deref());
    card.text("progress", story.percent().map(chart::bar));
    let confidences = story.confidences();
    card.text(
        "confidence",
        confidences
            .last()
            .map(|last| format!("{last} of 10 {}", chart::sparkline(&confidences, 10))),
    );
    let steps: Vec<String> = steps
        .iter()
        .map(|step| followup::checkbox(step, today))
        .collect();
    card.list("steps", &steps);
    let entries: Vec<String> = story
        .entries
        .iter()
        .map(|entry| entry_line(entry, today))
        .collect();
    card.list("history", &entries);
    let moves = words::moves(&story.moves, today);
    card.list("moved", &moves);
    if moves.len() > 1 {
        card.line("", format!("in all {:+} days", story.moved_days()));
    }
    card.text("private", goal.private.then_some("yes"));
    card.render(page)
}

fn entry_line(entry: &GoalEntry, today: NaiveDate) -> String {
    let mut parts = vec![dates::short(entry.on, today)];
    parts.extend(entry.percent.map(|percent| format!("{percent} %")));
    parts.extend(
        entry
            .confidence
            .map(|confidence| format!("confidence {confidence}")),
    );
    parts.extend(entry.note.clone());
    parts.extend(entry.checkin.map(|checkin| format!("(check-in {checkin})")));
    parts.join("  ")
}
