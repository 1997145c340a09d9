//! Topics in a line, as a listing, as a card.

use crate::domain::pair::Couple;
use crate::domain::record::Record;
use crate::domain::topic::{Topic, TopicState};
use crate::view::card::Card;
use crate::view::page::Page;
use crate::view::style::{Style, paint};
use crate::view::table::Table;
use crate::view::words;

pub fn added(record: &Record<Topic>, couple: &Couple) -> String {
    format!(
        "Added topic {} from {}: {}",
        record.id,
        couple.called(record.from),
        record.title
    )
}

/// `carried 2×`, or nothing while it is new.
pub fn carried(times: i64) -> String {
    match times {
        0 => String::new(),
        times @ 1..3 => format!("carried {times}×"),
        times => paint(Style::Soon, &format!("carried {times}×")),
    }
}

pub fn table(found: &[(Record<Topic>, i64)], couple: &Couple, page: &Page) -> String {
    let mut table = Table::new(&["#", "from", "state", "", "topic"]);
    for (record, times) in found {
        let state = match record.state {
            TopicState::Open => String::new(),
            state => paint(Style::Dim, state.word()),
        };
        table.row(vec![
            record.id.to_string(),
            couple.called(record.from).to_owned(),
            state,
            carried(*times),
            words::titled(&record.title, record.private),
        ]);
    }
    table.render(page)
}

pub fn card(record: &Record<Topic>, couple: &Couple, page: &Page) -> String {
    let mut card = Card::new(&format!("Topic {}: {}", record.id, record.title));
    card.line("pair", couple.slug());
    card.line("from", couple.called(record.from));
    card.line(
        "state",
        format!("{} since {}", record.state, record.state_on),
    );
    card.text(
        "covered in",
        record
            .covered_in
            .map(|checkin| format!("check-in {checkin}")),
    );
    card.text("notes", record.notes.as_deref());
    card.text("private", record.private.then_some("yes"));
    card.render(page)
}
