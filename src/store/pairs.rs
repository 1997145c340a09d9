//! Table `pair`.

use std::collections::BTreeMap;

use crate::domain::pair::{Pair, PairContext, PairState};
use crate::domain::person::Person;
use crate::domain::record::{Id, Record};
use crate::store::read_tx::ReadTx;
use crate::store::{StoreError, people};

/// Finds the pair with this slug.
pub fn by_slug(tx: &ReadTx<'_>, slug: &str) -> Result<Option<Record<Pair>>, StoreError> {
    let pair: Option<Record<Pair>> = tx.first("WHERE slug = ?1", [slug])?;
    match pair {
        Some(pair) if pair.slug.as_str() == slug => Ok(Some(pair)),
        // The SQL index may have lost the entry, so the table itself is searched too.
        None if !all(tx)?.iter().any(|pair| pair.slug.as_str() == slug) => Ok(None),
        _ => Err(StoreError::Damaged),
    }
}

pub fn all(tx: &ReadTx<'_>) -> Result<Vec<Record<Pair>>, StoreError> {
    tx.whole_table()
}

/// Returns all pairs with their people, oldest first.
pub fn pairs(tx: &ReadTx<'_>) -> Result<Vec<PairContext>, StoreError> {
    let people: BTreeMap<Id<Person>, Record<Person>> =
        people::all(tx)?.into_iter().map(|person| (person.id, person)).collect();
    let find = |id: Id<Person>| people.get(&id).cloned().ok_or(StoreError::Damaged);
    all(tx)?
        .into_iter()
        .map(|pair| {
            Ok(PairContext { mentor: find(pair.mentor)?, mentee: find(pair.mentee)?, record: pair })
        })
        .collect()
}

/// Returns the active pairs with their people, oldest first.
pub fn active_pairs(tx: &ReadTx<'_>) -> Result<Vec<PairContext>, StoreError> {
    let mut pairs = pairs(tx)?;
    pairs.retain(|pair| pair.record.state == PairState::Active);
    Ok(pairs)
}
