//! Follow-ups in a line, as a listing, as a card.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::dates;
use crate::domain::followup::{FollowUp, FollowUpState};
use crate::domain::goal::Move;
use crate::domain::pair::Couple;
use crate::domain::record::Record;
use crate::view::card::Card;
use crate::view::page::Page;
use crate::view::style::{Style, paint};
use crate::view::table::Table;
use crate::view::words;

/// `Added follow-up 12 for Ana: draft the RFC, due Fri 4 Dec (in 3 days)`.
pub fn added(record: &Record<FollowUp>, couple: &Couple, today: NaiveDate) -> String {
    format!("Added {}", in_words(record, couple, today))
}

/// `Follow-up 12 for Ana is done: draft the RFC`.
pub fn changed(record: &Record<FollowUp>, couple: &Couple, today: NaiveDate) -> String {
    let owner = couple.called(record.owner);
    match record.state {
        FollowUpState::Open => format!("Changed {}", in_words(record, couple, today)),
        state => format!(
            "Follow-up {} of {owner} is {state}: {}",
            record.id, record.title
        ),
    }
}

fn in_words(record: &Record<FollowUp>, couple: &Couple, today: NaiveDate) -> String {
    let due = match record.due {
        Some(due) => format!(", due {}", dates::spoken(due, today)),
        None => String::new(),
    };
    let owner = couple.called(record.owner);
    format!("follow-up {} for {owner}: {}{due}", record.id, record.title)
}

pub fn table(
    records: &[Record<FollowUp>],
    couple: &Couple,
    now: DateTime<Utc>,
    page: &Page,
) -> String {
    let mut table = Table::new(&["#", "owner", "due", "state", "goal", "follow-up"]);
    for record in records {
        let today = words::today(couple.person(record.owner), now);
        table.row(vec![
            record.id.to_string(),
            couple.called(record.owner).to_owned(),
            due(record, today),
            state(record),
            record.goal.map(|goal| goal.to_string()).unwrap_or_default(),
            words::titled(&record.title, record.private),
        ]);
    }
    table.render(page)
}

/// `[x] 3 Shadow one`.
pub fn checkbox(record: &Record<FollowUp>, today: NaiveDate) -> String {
    let mark = match record.state {
        FollowUpState::Open => "[ ]",
        FollowUpState::Done => "[x]",
        FollowUpState::Dropped => "[-]",
    };
    let due = match due(record, today) {
        text if text.is_empty() => text,
        text => format!(", due {text}"),
    };
    format!("{mark} {} {}{due}", record.id, record.title)
}

/// A line to tick: `3 Ana: draft the RFC`.
pub fn choice(record: &Record<FollowUp>, couple: &Couple) -> String {
    format!(
        "{} {}: {}",
        record.id,
        couple.called(record.owner),
        record.title
    )
}

/// The due day, marked by how near it is.
pub fn due(record: &FollowUp, today: NaiveDate) -> String {
    let Some(due) = record.due else {
        return String::new();
    };
    let text = dates::spoken(due, today);
    if !record.is_open() {
        return paint(Style::Dim, &dates::short(due, today));
    }
    match (due - today).num_days() {
        ..0 => paint(Style::Overdue, &text),
        0..=2 => paint(Style::Soon, &text),
        _ => text,
    }
}

fn state(record: &FollowUp) -> String {
    match record.state {
        FollowUpState::Open => String::new(),
        FollowUpState::Done => paint(Style::Good, "done"),
        FollowUpState::Dropped => paint(Style::Dim, "dropped"),
    }
}

pub fn card(
    record: &Record<FollowUp>,
    couple: &Couple,
    moves: &[Record<Move>],
    now: DateTime<Utc>,
    page: &Page,
) -> String {
    let today = words::today(couple.person(record.owner), now);
    let mut card = Card::new(&format!("Follow-up {}: {}", record.id, record.title));
    card.line("pair", couple.slug());
    card.line(
        "owner",
        format!("{} ({})", couple.called(record.owner), record.owner),
    );
    card.text("due", record.due.map(|_| due(record, today)));
    card.line(
        "state",
        format!(
            "{} since {}",
            record.state,
            dates::short(record.state_on, today)
        ),
    );
    card.text("because", record.because.as_deref());
    card.text("goal", record.goal);
    card.text("check-in", record.checkin);
    card.list("moved", &words::moves(moves, today));
    card.text("private", record.private.then_some("yes"));
    card.render(page)
}
