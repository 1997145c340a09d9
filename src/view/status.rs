//! Each pair in a line or two.

use serde_json::{Value, json};

use crate::domain::dates;
use crate::domain::due;
use crate::domain::situation::PairSnapshot;
use crate::view::card::wrap_hanging;
use crate::view::look::GAP;
use crate::view::page::Layout;
use crate::view::style::{Style, paint};
use crate::view::{chart, words};

pub fn text(situations: &[PairSnapshot], page: &Layout) -> String {
    let pairs: Vec<String> = situations.iter().map(|one| pair(one, page)).collect();
    pairs.join("\n")
}

fn pair(situation: &PairSnapshot, page: &Layout) -> String {
    let couple = &situation.couple;
    let next = match (
        situation.next_call().map(|next| next.at),
        situation.meet_by(),
    ) {
        (Some(at), _) => format!("next {}", words::both_times(at, couple, situation.now)),
        (None, Some(day)) => format!(
            "next check-in due by {}",
            dates::format_day_and_distance(day, situation.today())
        ),
        (None, None) => "no check-in planned".to_owned(),
    };
    let overdue = match due::counts(situation, due::SOON).overdue {
        0 => paint(Style::Good, "nothing overdue"),
        some => paint(Style::Overdue, &format!("{some} overdue")),
    };
    let name = &couple.partner().name;
    let head = format!(
        "{}{GAP}{name} ({}), {next}, {overdue}",
        paint(Style::Heading, couple.slug()),
        couple.user_side().other()
    );
    let moved = situation
        .goals
        .iter()
        .max_by_key(|story| story.last_updated())
        .map(|story| {
            let percent = story
                .percent()
                .map(|percent| format!("{GAP}{}", chart::bar(percent)));
            format!("\n{}{}", story.goal.title, percent.unwrap_or_default())
        });
    wrap_hanging(&(head + &moved.unwrap_or_default()), page.width, 4)
}

pub fn json(situations: &[PairSnapshot]) -> Value {
    let items: Vec<Value> = situations
        .iter()
        .map(|situation| {
            let counts = due::counts(situation, due::SOON);
            let moved = situation.goals.iter().max_by_key(|story| story.last_updated());
            json!({
                "pair": situation.couple.slug(),
                "role": situation.couple.user_side().word(),
                "partner": situation.couple.partner().name,
                "next": situation.next_call().map(|next| next.at),
                "meet_by": situation.meet_by(),
                "overdue": counts.overdue,
                "due_soon": counts.soon,
                "goal": moved.map(|story| json!({ "id": story.goal.id.number(), "title": story.goal.title, "percent": story.percent() })),
            })
        })
        .collect();
    json!({ "schema": "mentor.status/1", "items": items })
}
