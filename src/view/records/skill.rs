//! Skills in a line, and their ratings over time.

use serde_json::{Value, json};

use crate::domain::dates::{self, Now};
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::record::Record;
use crate::domain::skill::{self, Rating, Skill, SkillHistory};
use crate::view::page::chart;
use crate::view::page::output_mode::{GAP, OutputMode};
use crate::view::page::style::{Style, paint};
use crate::view::records::record::RelatedSection;
use crate::view::words;

/// Confirms a rating: `Sam rated skill 1 at 3 (competent): Leading design reviews`.
pub fn rated_message(rating: &Record<Rating>, skill: &Record<Skill>, pair: &PairContext) -> String {
    format!(
        "{} rated skill {} at {} ({}): {}",
        pair.first_name(rating.side),
        skill.id,
        rating.level,
        skill::level_name(rating.level),
        skill.title
    )
}

/// Returns the ratings of both sides for a listing.
pub fn list_columns(history: &SkillHistory, mode: OutputMode) -> Vec<(&'static str, String)> {
    vec![
        ("mentor", chart::sparkline(&history.levels(Side::Mentor), 5, mode)),
        ("mentee", chart::sparkline(&history.levels(Side::Mentee), 5, mode)),
        ("", gap(history)),
    ]
}

/// Formats a difference: `mentor 4, mentee 2`; empty if the ratings are equal.
fn gap(history: &SkillHistory) -> String {
    if history.is_seen_differently() { paint(Style::Soon, "you differ") } else { String::new() }
}

/// Formats a skill with its ratings: `Leading design reviews (skill 1): Sam ▃▅ 4, Ana ▂ 2`.
pub fn line(history: &SkillHistory, pair: &PairContext, mode: OutputMode) -> String {
    let sides = [Side::Mentor, Side::Mentee].into_iter().filter_map(|side| {
        let levels = history.levels(side);
        let name = pair.first_name(side);
        (!levels.is_empty()).then(|| format!("{name} {}", chart::sparkline(&levels, 5, mode)))
    });
    let sides: Vec<String> = sides.collect();
    let aim = history.skill.aim.map(|aim| format!(", aim {aim}"));
    format!(
        "{} (skill {}): {}{}",
        history.skill.title,
        history.skill.id,
        sides.join(", "),
        aim.unwrap_or_default()
    )
}

/// Formats a skill and notes a difference: `Leading design reviews (skill 1): Sam ▃▅ 4, Ana ▂ 2; you differ`.
pub fn line_and_gap(history: &SkillHistory, pair: &PairContext, mode: OutputMode) -> String {
    let gap = gap(history);
    let gap = (!gap.is_empty()).then(|| format!("; {gap}"));
    line(history, pair, mode) + &gap.unwrap_or_default()
}

/// Formats levels and aim: `Skill 1: Sam 5 (expert), Ana 3 (competent), aim 4 (proficient)`.
pub fn skill_status(history: &SkillHistory, pair: &PairContext) -> String {
    let named_level = |level: u8| format!("{level} ({})", skill::level_name(level));
    let sides = [Side::Mentor, Side::Mentee].into_iter().filter_map(|side| {
        let level = history.last(side)?;
        Some(format!("{} {}", pair.first_name(side), named_level(level)))
    });
    let aim = history.skill.aim.map(|aim| format!("aim {}", named_level(aim)));
    let parts: Vec<String> = sides.chain(aim).collect();
    if parts.is_empty() {
        format!("Skill {}: not rated yet", history.skill.id)
    } else {
        format!("Skill {}: {}", history.skill.id, parts.join(", "))
    }
}

/// Returns the related sections of a skill.
pub fn sections(
    history: &SkillHistory,
    pair: &PairContext,
    now: Now,
    mode: OutputMode,
    ratings: Value,
) -> Vec<RelatedSection> {
    let today = words::today(pair.user(), now);
    let rows = history.ratings.iter().map(|rating| {
        let evidence = rating.evidence.as_deref().map(|text| format!(": {text}"));
        format!(
            "{}{}{} {} ({}){}",
            dates::format_day(rating.on, today),
            GAP.in_mode(mode),
            pair.first_name(rating.side),
            rating.level,
            skill::level_name(rating.level),
            evidence.unwrap_or_default()
        )
    });
    let charts = [Side::Mentor, Side::Mentee].into_iter().filter_map(|side| {
        let levels = history.levels(side);
        let drawn = chart::sparkline(&levels, 5, mode);
        (!levels.is_empty()).then(|| format!("{} {drawn}", pair.first_name(side)))
    });
    vec![
        RelatedSection {
            key: "gap",
            label: "rated",
            lines: charts.chain((!gap(history).is_empty()).then(|| gap(history))).collect(),
            json: json!(history.gap()),
        },
        RelatedSection { key: "ratings", label: "history", lines: rows.collect(), json: ratings },
    ]
}
