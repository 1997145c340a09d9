//! Calls that a side called off: how long before.

use chrono::{DateTime, TimeDelta, Utc};

use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::goal::DateMove;
use crate::domain::length::{Span, Unit};
use crate::domain::pair_history::PairHistory;
use crate::domain::person::Side;
use crate::domain::promise::outcome::Occasion;
use crate::domain::promise::{Citation, Promise, PromiseCheck, PromiseOutcome, judge};
use crate::domain::record::Record;

impl PromiseCheck<'_, '_> {
    /// Calls that a side cancelled or moved, or did not come to.
    pub(super) fn notice(&self, side: Side) -> Option<PromiseOutcome> {
        let promised = self.promised_terms(|terms| Some(format!("{}", terms.notice?)))?;
        let cancelled = self.facts.missed.iter().filter(|one| one.by == Some(side));
        let cancelled = cancelled.filter_map(|one| self.called_off(one));
        let moved = self.facts.moves.iter().filter(|one| one.by == Some(side));
        let moved = moved.filter_map(|one| self.move_occasion(one));
        let mut occasions: Vec<Occasion> = cancelled.chain(moved).collect();
        occasions.retain(|one| self.period.contains(one.at));
        let what = "cancelled or moved on time";
        Some(judge(Promise::Notice, side, promised, what, occasions))
    }

    fn called_off(&self, one: &Record<CheckIn>) -> Option<Occasion> {
        let (planned, at) = (one.planned_at?, one.called_off_at()?);
        let notice = self.terms_at(at)?.notice?;
        let is_kept =
            one.state != CheckInState::NoShow && self.leaves_notice(one.by, notice, planned, at);
        let cite = Citation::checkin(one);
        Some(Occasion { at, is_kept, cite })
    }

    fn move_occasion(&self, one: &Record<DateMove>) -> Option<Occasion> {
        let planned: DateTime<Utc> = one.from.as_deref()?.parse().ok()?;
        let at = one.created_at;
        let notice = self.terms_at(at)?.notice?;
        Some(Occasion {
            at,
            is_kept: self.leaves_notice(one.by, notice, planned, at),
            cite: Citation {
                noun: "check-in",
                id: one.number,
                title: String::new(),
                day: Some(self.history.pair_day(planned)),
            },
        })
    }

    /// Whoever is not named as the one who called it off is taken to keep the mentor's week.
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

/// Whether a check-in at `planned` that `side` calls off at `at` leaves the agreed notice. Working days are those of that
/// side, each from an hour of the clock to the same hour of the next.
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
