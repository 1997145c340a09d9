//! Check-ins in a line, as a listing and as a card.

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::domain::approach::Approach;
use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::dates::Now;
use crate::domain::followup::FollowUp;
use crate::domain::goal::{DateMove, GoalEntry};
use crate::domain::insight::{Insight, Win};
use crate::domain::length::Minutes;
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::record::Record;
use crate::domain::slots::{self, Slot};
use crate::domain::topic::Topic;
use crate::domain::zone::Tz;
use crate::view::page::layout::Layout;
use crate::view::page::style::{Style, paint};
use crate::view::page::table::Table;
use crate::view::records::card::Card;
use crate::view::records::followup;
use crate::view::words;

/// A check-in with the records that it produced.
pub struct CheckInDetails {
    pub checkin: Record<CheckIn>,
    pub followups: Vec<Record<FollowUp>>,
    pub topics: Vec<Record<Topic>>,
    pub wins: Vec<Record<Win>>,
    pub insights: Vec<Record<Insight>>,
    pub approaches: Vec<Record<Approach>>,
    pub entries: Vec<Record<GoalEntry>>,
    pub moves: Vec<Record<DateMove>>,
}

/// Formats the beginning of the notes: `Last time, Thu 12 Nov: Rehearsed the opening. (check-in 13)`.
pub fn recap(record: &Record<CheckIn>, when: &str) -> String {
    let first_line = record.notes.as_deref().and_then(|notes| notes.lines().next());
    let notes =
        first_line.map(|text| format!(": {}", words::title_with_privacy(text, record.private)));
    format!("{when}{} (check-in {})", notes.unwrap_or_default(), record.id)
}

pub fn planned_message(record: &Record<CheckIn>, pair: &PairContext, now: Now) -> String {
    format!("Planned {}", summary(record, pair, now))
}

/// Confirms a move: `Moved check-in 3 with Ana to Fri 4 Dec 11:00 (06:00 for Ana), was Thu 3 Dec 17:00: exams`.
pub fn moved_message(
    record: &Record<CheckIn>,
    from: Option<DateTime<Utc>>,
    because: Option<&str>,
    pair: &PairContext,
    now: Now,
) -> String {
    let to = record.planned_at.map(|at| words::both_times(at, pair, now));
    let was = from.map(|at| format!(", was {}", words::moment(at, pair.user().zone, now)));
    format!(
        "Moved check-in {} with {} to {}{}{}",
        record.id,
        pair.first_name(pair.user_side().other()),
        to.unwrap_or_default(),
        was.unwrap_or_default(),
        words::reason_suffix(because)
    )
}

/// Names a check-in: `check-in 1 with Ana on Thu 3 Dec 17:00 (12:00 for Ana), 45 min`.
pub fn summary(record: &Record<CheckIn>, pair: &PairContext, now: Now) -> String {
    let at =
        record.held_or_planned_at().map(|at| format!(" on {}", words::both_times(at, pair, now)));
    let length = record.minutes.or(record.planned_minutes).map(|minutes| format!(", {minutes}"));
    format!(
        "check-in {} with {}{}{}",
        record.id,
        pair.first_name(pair.user_side().other()),
        at.unwrap_or_default(),
        length.unwrap_or_default()
    )
}

pub fn proposal(draft: &CheckIn, pair: &PairContext, now: Now) -> String {
    draft.planned_at.map(|at| words::both_times(at, pair, now)).unwrap_or_default()
}

/// Formats a busy time: `Thu 3 Dec 16:30 to 17:15`.
pub fn busy(busy: &Slot, pair: &PairContext, now: Now) -> String {
    let zone = pair.user().zone;
    let (from, until) = (busy.from.with_timezone(&zone), busy.until.with_timezone(&zone));
    let until = if from.date_naive() == until.date_naive() {
        until.format("%H:%M").to_string()
    } else {
        words::moment(busy.until, zone, now)
    };
    format!("{} to {until}", words::moment(busy.from, zone, now))
}

/// `mentor checkin next`: a proposal for the next check-in.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CheckInProposal<'a> {
    pair: &'a str,
    #[cfg_attr(test, schemars(with = "DateTime<Utc>"))]
    at: Option<DateTime<Utc>>,
    /// The IANA zone in which it keeps its hour.
    zone: Tz,
    minutes: Option<Minutes>,
    /// Busy times that overlap it.
    busy: Vec<BusyTime>,
    /// The sides for whom it is outside their working hours.
    outside_hours: Vec<Side>,
}

/// A busy time of a calendar.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct BusyTime {
    from: DateTime<Utc>,
    until: DateTime<Utc>,
}

pub fn proposal_json<'a>(
    draft: &CheckIn,
    busy: &[Slot],
    pair: &'a PairContext,
) -> CheckInProposal<'a> {
    let busy = busy.iter().map(|busy| BusyTime { from: busy.from, until: busy.until });
    let outside = draft.planned_at.map(|at| slots::outside(pair, at));
    CheckInProposal {
        pair: pair.slug(),
        at: draft.planned_at,
        zone: draft.zone,
        minutes: draft.planned_minutes,
        busy: busy.collect(),
        outside_hours: outside.unwrap_or_default(),
    }
}

/// Renders a listing of the check-ins of these pairs; with a column for the pair if it `names_pairs`.
pub fn table(
    groups: &[(PairContext, Vec<Record<CheckIn>>)],
    names_pairs: bool,
    now: Now,
    page: &Layout,
) -> String {
    let mut header = vec!["#", "state", "when", "length", "notes"];
    if names_pairs {
        header.insert(1, "pair");
    }
    let mut table = Table::new(&header);
    let rows =
        groups.iter().flat_map(|(pair, records)| records.iter().map(move |record| (pair, record)));
    for (pair, record) in rows {
        let mut cells = vec![record.id.to_string()];
        cells.extend(names_pairs.then(|| pair.slug().to_owned()));
        cells.extend([
            state(record, now),
            record
                .held_or_planned_at()
                .map(|at| words::both_times(at, pair, now))
                .unwrap_or_default(),
            record.minutes.or(record.planned_minutes).map(|m| m.to_string()).unwrap_or_default(),
            words::title_with_privacy(first_line(record.notes.as_deref()), record.private)
                .trim()
                .to_owned(),
        ]);
        table.row(cells);
    }
    table.render(page)
}

/// Formats the state with person and reason: `held`, `late-cancelled by Ana: ill`.
pub fn outcome_text(one: &CheckIn, pair: &PairContext) -> String {
    let by = one.by.map(|side| format!(" by {}", pair.first_name(side)));
    let because = one.because.as_deref().map(|text| format!(": {text}"));
    format!("{}{}{}", one.state, by.unwrap_or_default(), because.unwrap_or_default())
}

fn first_line(text: Option<&str>) -> &str {
    text.and_then(|text| text.lines().next()).unwrap_or_default()
}

fn state(record: &CheckIn, now: Now) -> String {
    match record.state {
        CheckInState::Planned if record.has_ended(now.at) => paint(Style::Overdue, "not logged"),
        CheckInState::Held => paint(Style::Good, "held"),
        CheckInState::LateCancelled | CheckInState::NoShow => {
            paint(Style::Overdue, record.state.word())
        }
        state => state.to_string(),
    }
}

pub fn card(whole: &CheckInDetails, pair: &PairContext, now: Now, page: &Layout) -> String {
    let record = &whole.checkin;
    let mut card = Card::new(&format!(
        "Check-in {} with {}",
        record.id,
        pair.first_name(pair.user_side().other())
    ));
    card.line("pair", pair.slug());
    card.line("state", state(record, now));
    card.optional("planned", record.planned_at.map(|at| words::both_times(at, pair, now)));
    card.optional("held", record.held_at.map(|at| words::both_times(at, pair, now)));
    card.optional("length", record.minutes.or(record.planned_minutes));
    card.optional("channel", record.channel.as_deref());
    card.optional("by", record.by.map(|side| pair.first_name(side)));
    card.optional("because", record.because.as_deref());
    card.list("moved", &words::moves_of_times(&whole.moves, pair.user().zone, now, page.mode));
    card.optional("notes", record.notes.as_deref());
    card.list("decisions", &record.decisions);
    card.list("blockers", &record.blockers);
    card.list("covered", &label(&whole.topics, |topic| &topic.title));
    let steps: Vec<String> = whole
        .followups
        .iter()
        .map(|one| {
            let today = words::today(pair.person(one.owner), now);
            format!(
                "{} ({})",
                followup::checkbox(one, today, page.mode),
                pair.first_name(one.owner)
            )
        })
        .collect();
    card.list("follow-ups", &steps);
    card.list("wins", &label(&whole.wins, |win| &win.title));
    card.list("insights", &label(&whole.insights, |insight| &insight.title));
    card.list("tried", &label(&whole.approaches, |approach| &approach.title));
    let entries: Vec<String> = whole
        .entries
        .iter()
        .map(|entry| {
            let percent = entry.percent.map(|percent| format!(" at {percent}%"));
            let confidence = entry.confidence.map(|confidence| format!(" confidence {confidence}"));
            format!(
                "goal {}{}{}",
                entry.goal,
                percent.unwrap_or_default(),
                confidence.unwrap_or_default()
            )
        })
        .collect();
    card.list("goals", &entries);
    card.optional("next topic", record.next_topic.as_deref());
    card.optional(
        "feeling",
        record.feeling.as_deref().map(|text| format!("{text} {}", paint(Style::Dim, "[private]"))),
    );
    card.optional("private note", record.private_note.as_deref());
    card.optional("private", record.private.then_some("yes"));
    card.render(page)
}

fn label<T>(records: &[Record<T>], title: impl Fn(&T) -> &str) -> Vec<String> {
    records.iter().map(|record| format!("{} {}", record.id, title(&record.data))).collect()
}
