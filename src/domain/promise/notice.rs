//! The promise to cancel or move calls with the agreed notice.

use chrono::{DateTime, TimeDelta, Utc};

use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::goal::DateMove;
use crate::domain::length::{Span, Unit};
use crate::domain::pair_history::PairHistory;
use crate::domain::person::Side;
use crate::domain::promise::outcome::Occasion;
use crate::domain::promise::{Citation, Promise, PromiseCheck, PromiseOutcome, outcome_of};
use crate::domain::record::Record;

impl PromiseCheck<'_, '_> {
    /// Evaluates the calls that a side cancelled, moved or missed.
    pub(super) fn notice(&self, side: Side) -> Option<PromiseOutcome> {
        let promised = self.promised_text(|terms| terms.notice)?;
        let missed = self.facts.missed.iter();
        let missed = missed.filter(|checkin| checkin.by == Some(side));
        let missed = missed.filter_map(|checkin| self.missed_occasion(checkin));
        let moves = self.facts.moves.iter();
        let moves = moves.filter(|date_move| date_move.by == Some(side));
        let moves = moves.filter_map(|date_move| self.move_occasion(date_move));
        let mut occasions: Vec<Occasion> = missed.chain(moves).collect();
        occasions.retain(|occasion| self.period.contains(occasion.at));
        let what = "cancelled or moved on time";
        Some(outcome_of(Promise::Notice, side, promised, what, occasions))
    }

    fn missed_occasion(&self, checkin: &Record<CheckIn>) -> Option<Occasion> {
        let (planned, at) = (checkin.planned_at?, checkin.called_off_at()?);
        let notice = self.terms_at(at)?.notice?;
        let is_kept = checkin.state != CheckInState::NoShow
            && self.leaves_notice(checkin.by, notice, planned, at);
        let cite = Citation::checkin(checkin);
        Some(Occasion { at, is_kept, cite })
    }

    fn move_occasion(&self, date_move: &Record<DateMove>) -> Option<Occasion> {
        let planned: DateTime<Utc> = date_move.from.as_deref()?.parse().ok()?;
        let at = date_move.created_at;
        let notice = self.terms_at(at)?.notice?;
        Some(Occasion {
            at,
            is_kept: self.leaves_notice(date_move.by, notice, planned, at),
            cite: Citation {
                noun: "check-in",
                id: date_move.number,
                title: String::new(),
                day: Some(self.history.pair_day(planned)),
            },
        })
    }

    /// Whether the agreed notice was left. If it is unknown who called off, the mentor's working week applies.
    fn leaves_notice(
        &self,
        by: Option<Side>,
        notice: Span,
        planned: DateTime<Utc>,
        at: DateTime<Utc>,
    ) -> bool {
        let side = by.unwrap_or(Side::Mentor);
        is_within_notice(self.history, side, Some(notice), planned, at)
    }
}

/// Whether calling off at `at` a check-in planned for `planned` leaves the agreed notice. Working days are those of
/// `side`, each counted from one local time to the same time of the next day.
pub fn is_within_notice(
    history: &PairHistory<'_>,
    side: Side,
    notice: Option<Span>,
    planned: DateTime<Utc>,
    at: DateTime<Utc>,
) -> bool {
    let latest = match notice {
        None => planned,
        Some(Span { count, unit }) => match unit {
            Unit::Hours => planned - TimeDelta::hours(i64::from(count)),
            Unit::WorkingDays => history.working_days_before(side, planned, count),
            _ => planned - TimeDelta::days(Span { count, unit }.days()),
        },
    };
    at <= latest
}
