//! Messages of `mentor log`.

use chrono::{DateTime, Utc};

use crate::domain::checkin::CheckIn;
use crate::domain::dates::Now;
use crate::domain::pair::PairContext;
use crate::domain::record::Record;
use crate::view::records::checkin;
use crate::view::words;

/// Confirms a log: `Logged check-in 1 with Ana on Tue 1 Dec 09:00 (04:00 for Ana), 50 min; it was planned for Thu 3 Dec 17:00`.
pub fn logged_message(record: &Record<CheckIn>, pair: &PairContext, now: Now) -> String {
    let planned = record
        .planned_at
        .filter(|at| Some(*at) != record.held_at)
        .map(|at| format!("; it was planned for {}", words::moment(at, pair.user().zone, now)));
    format!("Logged {}{}", checkin::summary(record, pair, now), planned.unwrap_or_default())
}

/// Names the check-in to log: `Check-in 3 with Deepa Rao, Thu 3 Dec 13:00 (18:30 for Deepa)`.
pub fn header(record: Option<&Record<CheckIn>>, pair: &PairContext, now: Now) -> String {
    let name = &pair.partner().name;
    let at = record.and_then(|one| one.planned_at).unwrap_or(now.at);
    let at = words::both_times(at, pair, now);
    match record {
        Some(record) => format!("Check-in {} with {name}, {at}", record.id),
        None => format!("Unplanned check-in with {name}, {at}"),
    }
}

/// Names a planned check-in in a choice: `Check-in 3, planned for Thu 3 Dec 13:00 (18:30 for Deepa)`.
pub fn choice(record: &Record<CheckIn>, pair: &PairContext, now: Now) -> String {
    let at = record.planned_at.unwrap_or(now.at);
    format!("Check-in {}, planned for {}", record.id, words::both_times(at, pair, now))
}

/// Notes that the next planned check-in was not the one that was logged, if it is near.
pub fn left_alone(planned: &[Record<CheckIn>], pair: &PairContext, now: Now) -> Vec<String> {
    let is_near = |at: DateTime<Utc>| at > now.at && (at - now.at).num_days() < NEAR_DAYS;
    let mut soon = planned.iter().filter_map(|one| Some((one.id, one.planned_at?)));
    let next = soon.find(|(_, at)| is_near(*at));
    let left = next.map(|(id, at)| {
        let at = words::moment(at, pair.user().zone, now);
        format!("check-in {id} on {at} is still planned; if that was this check-in, run `mentor undo` and log it with `--checkin {id}`")
    });
    left.into_iter().collect()
}

/// Notes that a log took its time from the agreed rhythm.
pub fn taken_as_agreed(at: DateTime<Utc>, pair: &PairContext, now: Now) -> String {
    let at = words::moment(at, pair.user().zone, now);
    format!("logged as the check-in agreed for {at}; use `--extra` for a separate check-in")
}

/// Notes that another check-in was held at the same time and may be the same one.
pub fn same_time(other: &Record<CheckIn>, pair: &PairContext, now: Now) -> String {
    let number = other.id;
    let other = checkin::summary(other, pair, now);
    format!(
        "that overlaps {other}; if it is the same one, run `mentor undo` and then `mentor checkin edit {number} --notes \"...\"`"
    )
}

/// Days before a planned check-in on which a log may mean it.
const NEAR_DAYS: i64 = 7;

/// Notes that a log went to a check-in that was planned for some days ago.
pub fn long_ago(record: &Record<CheckIn>, pair: &PairContext, now: Now) -> Vec<String> {
    let old = record.held_at.filter(|at| (now.at - *at).num_days() >= OLD_DAYS);
    let note = old.map(|at| {
        let at = words::moment(at, pair.user().zone, now);
        format!("logged as the check-in planned for {at}; use `--extra` for a separate check-in")
    });
    note.into_iter().collect()
}

/// Days after a planned check-in from which a log may be about another one.
const OLD_DAYS: i64 = 3;
