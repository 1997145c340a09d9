//! Finds records that both sides seem to have recorded: overlapping calls and similar follow-ups.

use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::followup::FollowUp;
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::record::Record;
use crate::share::ShareDocument;
use crate::share::parts::RecordKey;
use crate::store::read_tx::ReadTx;
use crate::store::share::circle_setting;
use crate::store::share::circles::Circle;
use crate::store::share::reading::CircleReading;
use crate::store::share::rows::record_of_uid;
use crate::store::share::same::{KnownSame, pair_of_keys};
use crate::store::table_row::TableRow;
use crate::store::{StoreError, pair_items};

/// Two records that look like duplicates, by number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LikelySame {
    pub table: &'static str,
    /// The record added by this side.
    pub mine: i64,
    pub theirs: i64,
}

/// Lowest Sørensen-Dice coefficient of two titles for follow-ups to count as similar.
const MIN_LIKENESS: f64 = 0.7;

/// Finds likely duplicates in a shared pair: overlapping held check-ins, and similar follow-ups of the same check-in, each
/// added by one side.
pub fn find(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    circle: &Circle,
) -> Result<Vec<LikelySame>, StoreError> {
    let mut calls: Vec<Record<CheckIn>> = pair_items::all_in_pair(tx, pair.id())?;
    calls.retain(|call| call.data.state == CheckInState::Held && call.data.held_at.is_some());
    let tasks: Vec<Record<FollowUp>> = pair_items::all_in_pair(tx, pair.id())?;
    let overlapping = overlapping(&calls);
    let alike = alike(&tasks, &overlapping);
    if overlapping.is_empty() && alike.is_empty() {
        return Ok(Vec::new());
    }
    let reading = CircleReading::new(tx, pair, circle)?;
    let authors = Authors { reading: &reading, circle };
    let apart = circle_setting::load::<KnownSame>(tx, &circle.id)?.apart;
    let is_apart = |table: &str, one: &str, other: &str| {
        let key = |uid: &str| Some(RecordKey::new(table, &record_of_uid(uid)?));
        let keys = key(one).zip(key(other));
        keys.is_some_and(|(one, other)| apart.contains(&pair_of_keys(&one, &other)))
    };
    let mut duplicates = Vec::new();
    for (one, other) in overlapping {
        let sides = (authors.of_log(one), authors.of_log(other));
        if !is_apart(CheckIn::TABLE, &one.uid, &other.uid) {
            let numbers = (one.id.number(), other.id.number());
            duplicates.extend(likely(CheckIn::TABLE, circle.side(), numbers, sides));
        }
    }
    for (one, other) in alike {
        let sides = (authors.of_record(one), authors.of_record(other));
        if !is_apart(FollowUp::TABLE, &one.uid, &other.uid) {
            let numbers = (one.id.number(), other.id.number());
            duplicates.extend(likely(FollowUp::TABLE, circle.side(), numbers, sides));
        }
    }
    Ok(duplicates)
}

fn likely(
    table: &'static str,
    me: Side,
    (one, other): (i64, i64),
    sides: (Option<Side>, Option<Side>),
) -> Option<LikelySame> {
    let (first, second) = sides.0.zip(sides.1)?;
    let (mine, theirs) = match (first == me, second == me) {
        (true, false) => (one, other),
        (false, true) => (other, one),
        _ => return None,
    };
    Some(LikelySame { table, mine, theirs })
}

/// Returns the pairs of overlapping check-ins.
fn overlapping(calls: &[Record<CheckIn>]) -> Vec<(&Record<CheckIn>, &Record<CheckIn>)> {
    let mut timed: Vec<_> =
        calls.iter().filter_map(|call| Some((call.data.slot()?, call))).collect();
    timed.sort_by_key(|(slot, call)| (*slot, call.id));
    let mut pairs = Vec::new();
    for (at, (slot, call)) in timed.iter().enumerate() {
        let overlapping = timed[at + 1..]
            .iter()
            .take_while(|(later, _)| later.from < slot.until)
            .filter(|(later, _)| slot.overlaps(*later));
        pairs.extend(overlapping.map(|(_, later)| (*call, *later)));
    }
    pairs
}

/// Returns the pairs of follow-ups with the same owner, similar titles and the same or overlapping check-ins.
fn alike<'f>(
    tasks: &'f [Record<FollowUp>],
    calls: &[(&Record<CheckIn>, &Record<CheckIn>)],
) -> Vec<(&'f Record<FollowUp>, &'f Record<FollowUp>)> {
    let is_one_call = |one, other| {
        let mut pairs = calls.iter().map(|(one, other)| (one.id, other.id));
        one == other || pairs.any(|pair| pair == (one, other) || pair == (other, one))
    };
    let mut pairs = Vec::new();
    for (at, one) in tasks.iter().enumerate() {
        for other in &tasks[at + 1..] {
            let calls = one.data.checkin.zip(other.data.checkin);
            let is_of_one_call = calls.is_some_and(|(one, other)| is_one_call(one, other));
            if is_of_one_call && one.data.owner == other.data.owner {
                let titles = [one, other].map(|task| task.data.title.to_lowercase());
                if strsim::sorensen_dice(&titles[0], &titles[1]) >= MIN_LIKENESS {
                    pairs.push((one, other));
                }
            }
        }
    }
    pairs
}

/// Looks up authors in the documents.
struct Authors<'r> {
    reading: &'r CircleReading,
    circle: &'r Circle,
}

impl Authors<'_> {
    /// Returns the side that alone added a record. `None`: both did, or it was never published.
    fn of_record<T: TableRow>(&self, row: &Record<T>) -> Option<Side> {
        let key = RecordKey::new(T::TABLE, &record_of_uid(&row.uid)?);
        let begun_by = &self.reading.was.records.get(&key)?.begun_by;
        match begun_by.len() {
            1 => begun_by.first().copied(),
            _ => None,
        }
    }

    /// Returns the side that first recorded a check-in as held; the other one may have planned it.
    fn of_log(&self, call: &Record<CheckIn>) -> Option<Side> {
        let key = RecordKey::new(CheckIn::TABLE, &record_of_uid(&call.uid)?);
        let shown = self.reading.was.records.get(&key)?;
        let document = self.reading.documents.get(&ShareDocument::Shared)?;
        let at = self.reading.version.get(&ShareDocument::Shared)?;
        let contents = document.written_content(&key.part("when"), at, &self.circle.sides());
        let is_held = |content: &serde_json::Value| {
            let state = content.get("state").and_then(|state| state.as_str());
            state == Some(CheckInState::Held.word())
        };
        let first = contents.iter().position(|version| is_held(&version.content))?;
        // A log that both had before they began to share has no known author.
        let is_known_to_both = shown.begun_by.len() > 1 && first == 0;
        (!is_known_to_both).then(|| contents[first].by)
    }
}
