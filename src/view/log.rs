//! What a log says when it is stored.

use chrono::{DateTime, Utc};

use crate::domain::checkin::CheckIn;
use crate::domain::pair::Couple;
use crate::domain::record::Record;
use crate::view::{checkin, words};

/// `Logged check-in 1 with Ana on Tue 1 Dec 09:00 (04:00 for Ana), 50 min; it was planned for Thu 3 Dec 17:00`.
pub fn logged(record: &Record<CheckIn>, couple: &Couple, now: DateTime<Utc>) -> String {
    let planned = record
        .planned_at
        .filter(|at| Some(*at) != record.held_at)
        .map(|at| {
            format!(
                "; it was planned for {}",
                words::moment(at, couple.user().zone, now)
            )
        });
    format!(
        "Logged {}{}",
        checkin::in_words(record, couple, now),
        planned.unwrap_or_default()
    )
}
