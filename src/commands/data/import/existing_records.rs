//! Finds the stored record that equals a row, so that a second import adds nothing.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};

use uuid::Uuid;

use crate::commands::crud::CrudRecord;
use crate::commands::data::import::row::PendingRecord;
use crate::domain::field_value;
use crate::domain::pair::Pair;
use crate::domain::record::Id;
use crate::error::Result;
use crate::store::read_tx::ReadTx;
use crate::store::{json, pair_items};

/// Whether an equal record exists already.
pub enum Seen {
    New,
    /// In an earlier row.
    Earlier,
    /// Stored, with this number.
    Stored(i64),
}

/// The identities of the records that are stored or in earlier rows; `None`: in an earlier row.
#[derive(Default)]
pub struct ExistingRecords {
    pairs: BTreeSet<i64>,
    seen: HashMap<String, Option<i64>>,
    /// The open records, by their identity without the due day.
    open: HashMap<String, Vec<i64>>,
}

impl ExistingRecords {
    fn load<T: CrudRecord>(&mut self, pair: Id<Pair>, tx: &ReadTx<'_>) -> Result<()> {
        if self.pairs.insert(pair.number()) {
            for stored in pair_items::all_in_pair::<T>(tx, pair)? {
                // A task of another program is known by its uid, even if another one is equal to it.
                if !is_foreign(&stored.uid) {
                    let number = stored.id.number();
                    let (undated, whole) = identity(&stored.data);
                    self.seen.insert(whole, Some(number));
                    if stored.data.is_open() {
                        self.open.entry(undated).or_default().push(number);
                    }
                }
            }
        }
        Ok(())
    }

    pub fn find_stored<T: CrudRecord>(
        &mut self,
        new: &PendingRecord<T>,
        tx: &ReadTx<'_>,
    ) -> Result<Option<i64>> {
        self.load::<T>(new.pair.id(), tx)?;
        Ok(self.seen.get(&identity(&new.data).1).copied().flatten())
    }

    /// Finds the one open record that differs only in its due day and that no other row names.
    pub fn find_with_other_day<T: CrudRecord>(
        &self,
        new: &PendingRecord<T>,
        named: &HashMap<i64, usize>,
    ) -> Option<i64> {
        let numbers = self.open.get(&identity(&new.data).0).filter(|_| new.uid.is_none())?;
        let mut free = numbers.iter().filter(|number| !named.contains_key(number));
        free.next().filter(|_| free.next().is_none()).copied()
    }

    /// Finds an equal record among those stored and those of earlier rows, or else remembers this one.
    pub fn find_or_insert<T: CrudRecord>(
        &mut self,
        new: &PendingRecord<T>,
        tx: &ReadTx<'_>,
    ) -> Result<Seen> {
        if let Some(uid) = &new.uid {
            let is_first = self.seen.insert(uid.clone(), None).is_none();
            return Ok(if is_first { Seen::New } else { Seen::Earlier });
        }
        self.load::<T>(new.pair.id(), tx)?;
        Ok(match self.seen.entry(identity(&new.data).1) {
            Entry::Vacant(vacant) => {
                vacant.insert(None);
                Seen::New
            }
            Entry::Occupied(number) => number.get().map_or(Seen::Earlier, Seen::Stored),
        })
    }
}

/// Whether a `uid` comes from another program: ours are of version 7.
fn is_foreign(uid: &str) -> bool {
    Uuid::parse_str(uid).is_ok_and(|uid| uid.get_version_num() != 7)
}

/// Returns what identifies a record: pair, title and owner, and the same with the due day.
fn identity<T: CrudRecord>(record: &T) -> (String, String) {
    let fields = json::field_values(record);
    let field = |name| field_value::get(&fields, name);
    let (pair, title) = (record.pair(), record.title());
    let undated = format!("{pair} {title} {:?} {:?}", field("owner"), field("from"));
    let dated = format!("{undated} {:?}", field(T::DUE_FIELD.unwrap_or_default()));
    (undated, dated)
}
