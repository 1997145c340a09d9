//! Pulses: who has answered, and large differences. The ratings of one side are never shown to the other.

use serde_json::{Value, json};

use crate::domain::dates::{self, DateStyle, Now};
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::pulse::{self, Pulse, PulseAnswer, PulseState, STATEMENTS};
use crate::domain::record::Record;
use crate::domain::snapshot::PulseStatus;
use crate::view::page::layout::Layout;
use crate::view::records::card::Card;
use crate::view::records::record::RelatedSection;
use crate::view::words;

/// Names a pulse: `pulse 1 for Sam and Ana (Tue 1 Dec)`.
pub fn in_words(one: &Record<Pulse>, pair: &PairContext, now: Now) -> String {
    let today = words::today(pair.user(), now);
    format!(
        "pulse {} for {} and {} ({})",
        one.id,
        pair.first_name(Side::Mentor),
        pair.first_name(Side::Mentee),
        dates::format_day(one.on, today)
    )
}

/// Names a pulse by its day: `asked on 20 Nov 2026`.
pub fn title(one: &Pulse, style: DateStyle) -> String {
    format!("asked on {}", dates::range(one.on, one.on, style))
}

/// Says whose turn it is to answer.
pub fn answers_label(pair: &PairContext, side: Side) -> String {
    format!("{}'s answers:", pair.first_name(side))
}

/// Names answers: `the answers of Ana to pulse 1`.
pub fn answer_in_words(one: &PulseAnswer, pair: &PairContext) -> String {
    format!("{}'s answers to pulse {}", pair.first_name(one.side), one.pulse)
}

/// Says how many statements are worth discussing once both have answered.
pub fn both_answered(one: &Record<Pulse>, answers: &[Record<PulseAnswer>]) -> String {
    let worth = match differences(answers).len() {
        0 => "no big differences".to_owned(),
        some => format!("{} to talk about", words::count(some, "difference")),
    };
    format!("You have both answered pulse {}: {worth}", one.id)
}

/// Returns the statements with a large difference, once both have answered.
pub fn differences(answers: &[Record<PulseAnswer>]) -> Vec<(&'static str, u8, u8)> {
    let of = |side: Side| answers.iter().find(|one| one.side == side);
    match (of(Side::Mentor), of(Side::Mentee)) {
        (Some(mentor), Some(mentee)) => pulse::differences(mentor, mentee),
        _ => Vec::new(),
    }
}

/// Formats a difference: `I can say what I really think: Sam 5, Ana 2`.
pub fn difference(found: &(&str, u8, u8), pair: &PairContext) -> String {
    let (statement, mentor, mentee) = found;
    format!(
        "{statement}: {} {mentor}, {} {mentee}",
        pair.first_name(Side::Mentor),
        pair.first_name(Side::Mentee)
    )
}

/// Names those who have answered: `Sam, Ana`.
pub fn answerers(answers: &[Record<PulseAnswer>], pair: &PairContext) -> String {
    let names: Vec<&str> = answers.iter().map(|one| pair.first_name(one.side)).collect();
    names.join(", ")
}

/// Returns the visible sections of a pulse: who has answered, and the differences.
pub fn related(status: &PulseStatus, pair: &PairContext) -> Vec<RelatedSection> {
    let PulseStatus { pulse, answers, sides: asked } = status;
    let names = answers.iter().map(|one| pair.first_name(one.side).to_owned());
    let sides: Vec<&str> = answers.iter().map(|one| one.side.word()).collect();
    let waits_for: Vec<&str> = status.pending_sides().map(Side::word).collect();
    let found = differences(answers);
    let mut lines: Vec<String> = found.iter().map(|one| difference(one, pair)).collect();
    if lines.is_empty() {
        lines.push(match answers.len() {
            2 => "nothing: you mostly agree".to_owned(),
            // It came from the other side, who keeps the answers.
            0 if pulse.state == PulseState::Answered => {
                "the answers are in the other person's file".to_owned()
            }
            // The other side has a file of their own, and keeps their answers in it.
            _ if asked.len() < 2 || pulse.state == PulseState::Answered => {
                let other = pair.first_name(pair.user_side().other());
                format!("{other}'s answers stay in {other}'s file")
            }
            _ => "shown once both have answered".to_owned(),
        });
    }
    let json: Vec<Value> = found
        .iter()
        .map(|(statement, mentor, mentee)| {
            json!({ "statement": statement, "mentor": mentor, "mentee": mentee })
        })
        .collect();
    vec![
        RelatedSection {
            key: "answered_by",
            label: "answered by",
            lines: names.collect(),
            json: json!(sides),
        },
        RelatedSection { key: "apart", label: "differences", lines, json: Value::Array(json) },
        RelatedSection {
            key: "waits_for",
            label: "waiting for",
            lines: Vec::new(),
            json: json!(waits_for),
        },
    ]
}

/// Tells the user, who has answered, where the other side's answers are.
pub fn asked_elsewhere(pair: &PairContext) -> String {
    let other = pair.first_name(pair.user_side().other());
    format!(
        "{other} answers in {other}'s own file, and the answers stay there: talk about them when you meet"
    )
}

/// Renders the user's own answers.
pub fn card(own: &Record<PulseAnswer>, page: &Layout) -> String {
    let mut card = Card::new(&format!("Your answers to pulse {}", own.pulse));
    for ((_, statement), rating) in STATEMENTS.iter().zip(own.ratings()) {
        card.line(rating.to_string(), *statement);
    }
    card.optional("keep", own.keep.as_deref());
    card.optional("change", own.change.as_deref());
    card.optional("feeling", own.feeling.as_deref());
    card.render(page)
}
