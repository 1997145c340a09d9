//! Feedback in a line, as a listing, as a card.

use crate::domain::feedback::{Feedback, FeedbackKind, Remark};
use crate::domain::pair::Couple;
use crate::domain::record::Record;
use crate::view::card::Card;
use crate::view::page::Page;
use crate::view::style::{Style, paint};
use crate::view::table::Table;
use crate::view::words;

pub fn added(record: &Record<Feedback>, couple: &Couple) -> String {
    format!(
        "Added feedback {} from {} for {} ({}): {}",
        record.id,
        couple.called(record.from),
        couple.called(record.from.other()),
        record.kind,
        record.situation
    )
}

/// A gentle remark, with what to type.
pub fn remark(remark: &Remark, number: i64) -> String {
    match remark {
        Remark::Judges(word) => format!(
            "\"{word}\" judges; what was seen or heard is easier to take (`mentor feedback edit {number} --behaviour \"…\"`)"
        ),
        Remark::NoOccasion => format!(
            "the situation names no day or occasion; with one it is easier to remember (`mentor feedback edit {number} --situation \"…\"`)"
        ),
    }
}

pub fn table(records: &[Record<Feedback>], couple: &Couple, page: &Page) -> String {
    let mut table = Table::new(&["#", "on", "from", "kind", "response", "situation"]);
    for record in records {
        let answered = record.response.is_some();
        table.row(vec![
            record.id.to_string(),
            record.on.to_string(),
            couple.called(record.from).to_owned(),
            kind(record.kind),
            if answered {
                "yes".to_owned()
            } else {
                paint(Style::Soon, "none yet")
            },
            words::titled(&record.situation, record.private),
        ]);
    }
    table.render(page)
}

fn kind(kind: FeedbackKind) -> String {
    match kind {
        FeedbackKind::Keep => paint(Style::Good, "keep"),
        FeedbackKind::Change => paint(Style::Soon, "change"),
    }
}

pub fn card(record: &Record<Feedback>, couple: &Couple, page: &Page) -> String {
    let mut card = Card::new(&format!(
        "Feedback {} from {}",
        record.id,
        couple.called(record.from)
    ));
    card.line("pair", couple.slug());
    card.line("kind", kind(record.kind));
    card.line("on", record.on);
    card.line("situation", &record.situation);
    card.line("behaviour", &record.behaviour);
    card.line("impact", &record.impact);
    card.text("request", record.request.as_deref());
    card.text("goal", record.goal);
    card.text("response", record.response.as_deref());
    card.text("responded on", record.responded_on);
    card.text("follow-up", record.follow_up);
    card.text("private", record.private.then_some("yes"));
    card.render(page)
}
