//! Finds the stored call that a row of an earlier import made, so that a corrected row changes it.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};

use crate::commands::everyday::log::form::LogEntry;
use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::pair::PairContext;
use crate::domain::record::Id;
use crate::domain::slots::Slot;
use crate::error::Result;
use crate::store::checkins;
use crate::store::read_tx::ReadTx;

/// A row whose call is stored on the same day, by less than this off, is taken as its correction.
const NEAR: TimeDelta = TimeDelta::hours(4);

/// A row with the notes of a call less than a week away is taken as its correction: calls of a weekly rhythm may have the
/// same notes.
const NEAR_DAYS: i64 = 7;

/// The held calls of each pair, and what the rows of the file say about them.
#[derive(Default)]
pub struct ExistingCalls {
    pairs: HashSet<i64>,
    pub calls: HashMap<i64, StoredCall>,
    /// The stored call of each pair and minute.
    times: HashMap<(i64, i64), i64>,
    local_days: HashMap<(i64, NaiveDate), Vec<i64>>,
    notes: HashMap<(i64, String), Vec<i64>>,
    /// The latest call of each pair: stored, or of an earlier row.
    last: HashMap<i64, DateTime<Utc>>,
    /// The stored calls that belong to a row.
    pub claimed: HashSet<i64>,
    /// Those of them whose row has the same time.
    confirmed: HashSet<i64>,
    /// When each call ends, by its pair and start: stored calls, and those of earlier rows.
    ends: BTreeMap<(i64, DateTime<Utc>), (DateTime<Utc>, HeldCall)>,
    /// The times of new calls in earlier rows, each with its line.
    pub new_times: HashMap<(i64, DateTime<Utc>), usize>,
    /// The days of earlier rows without a time of day, each with its line.
    pub days: HashMap<(i64, NaiveDate), usize>,
}

/// A call that is stored, or in an earlier row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeldCall {
    Stored(i64),
    Row(usize),
}

/// What a stored call is recognised by.
pub struct StoredCall {
    at: DateTime<Utc>,
    day: NaiveDate,
}

impl ExistingCalls {
    pub fn load(&mut self, tx: &ReadTx<'_>, pair: &PairContext) -> Result<()> {
        let pair_id = pair.id().number();
        if !self.pairs.insert(pair_id) {
            return Ok(());
        }
        // There may be a hundred thousand, of which only this is kept.
        checkins::scan(tx, pair.id(), |checkin| {
            let Some(at) = checkin.held_at.filter(|_| checkin.state == CheckInState::Held) else {
                return;
            };
            self.note_held(pair, at);
            let id = checkin.id.number();
            let day = at.with_timezone(&pair.user().zone).date_naive();
            self.times.insert((pair_id, minute(at)), id);
            if let Some(slot) = checkin.data.slot() {
                self.ends.insert((pair_id, slot.from), (slot.until, HeldCall::Stored(id)));
            }
            self.local_days.entry((pair_id, day)).or_default().push(id);
            if let Some(notes) = checkin.data.notes {
                self.notes.entry((pair_id, notes)).or_default().push(id);
            }
            self.calls.insert(id, StoredCall { at, day });
        })?;
        Ok(())
    }

    /// Records when a call was held.
    pub fn note_held(&mut self, pair: &PairContext, at: DateTime<Utc>) {
        let last = self.last.entry(pair.id().number()).or_insert(at);
        *last = at.max(*last);
    }

    /// Returns when the latest call was held, those of earlier rows included, which are stored already or only planned to
    /// be.
    pub fn last_held(&self, pair: &PairContext) -> Option<DateTime<Utc>> {
        self.last.get(&pair.id().number()).copied()
    }

    /// Records the time of a new call, and returns a call that it overlaps. A stored call that a row corrects may have
    /// other times in the end, so it counts as none.
    pub fn note_slot(&mut self, pair: &PairContext, slot: Slot, line: usize) -> Option<HeldCall> {
        let pair_id = pair.id().number();
        let longest = TimeDelta::days(1);
        let before_its_end = self.ends.range((pair_id, slot.from - longest)..(pair_id, slot.until));
        let mut overlapping = before_its_end.filter(|(_, (until, call))| {
            let is_corrected = match call {
                HeldCall::Stored(id) => self.claimed.contains(id) && !self.confirmed.contains(id),
                HeldCall::Row(_) => false,
            };
            *until > slot.from && !is_corrected
        });
        let found = overlapping.next().map(|(_, (_, call))| *call);
        self.ends.insert((pair_id, slot.from), (slot.until, HeldCall::Row(line)));
        found
    }

    /// Claims the call that is stored at this time.
    pub fn claim_at(&mut self, pair: &PairContext, at: DateTime<Utc>) {
        if let Some(id) = self.times.get(&(pair.id().number(), minute(at))) {
            self.claimed.insert(*id);
            self.confirmed.insert(*id);
        }
    }

    /// Finds the stored call that a row made, and claims it: the one at its time, else the one on its day, else the one
    /// with its notes a few days away.
    pub fn find_made_by(&mut self, entry: &LogEntry, pair: &PairContext) -> Option<Id<CheckIn>> {
        let at = entry.at?;
        let pair_id = pair.id().number();
        let at_its_time =
            self.times.get(&(pair_id, minute(at))).filter(|_| entry.day_alone.is_none());
        if let Some(id) = at_its_time {
            return Some(Id::new(*id));
        }
        let day = entry.day_alone.unwrap_or(at.with_timezone(&pair.user().zone).date_naive());
        let free = |ids: Option<&Vec<i64>>| -> Vec<i64> {
            let ids = ids.into_iter().flatten().copied();
            ids.filter(|id| !self.claimed.contains(id)).collect()
        };
        let with_notes = entry.notes.clone().map(|notes| free(self.notes.get(&(pair_id, notes))));
        let with_notes = with_notes.unwrap_or_default();
        let on_day = free(self.local_days.get(&(pair_id, day)));
        let is_near =
            |id: &&i64| entry.day_alone.is_some() || (self.calls[*id].at - at).abs() < NEAR;
        let found =
            on_day.iter().find(|id| with_notes.contains(id)).or_else(|| match &on_day[..] {
                [one] => Some(one).filter(is_near),
                _ => None,
            });
        let found = found.or_else(|| match &with_notes[..] {
            [one] => Some(one).filter(|id| is_misdated(self.calls[*id].day, day)),
            _ => None,
        });
        let id = *found?;
        self.claimed.insert(id);
        Some(Id::new(id))
    }
}

/// Whether one day may have been written for the other: a few days off, in another year, or with day and month swapped.
fn is_misdated(stored: NaiveDate, day: NaiveDate) -> bool {
    let is_close = (stored - day).num_days().abs() < NEAR_DAYS;
    let is_other_year = (stored.month(), stored.day()) == (day.month(), day.day());
    let is_swapped =
        (stored.year(), stored.month(), stored.day()) == (day.year(), day.day(), day.month());
    is_close || is_other_year || is_swapped
}

/// Returns a moment without its seconds, which spreadsheets rarely have.
pub fn minute(at: DateTime<Utc>) -> i64 {
    at.timestamp().div_euclid(60)
}
