//! Tables `skill` and `rating`.

use crate::domain::pair::Pair;
use crate::domain::record::{Id, Record};
use crate::domain::skill::{Skill, SkillHistory};
use crate::store::StoreError;
use crate::store::read_tx::ReadTx;

/// A skill with all its ratings, oldest first.
pub fn story(tx: &ReadTx<'_>, skill: Record<Skill>) -> Result<SkillHistory, StoreError> {
    Ok(SkillHistory {
        ratings: tx.all("WHERE skill = ?1 ORDER BY \"on\", id", [skill.id.number()])?,
        skill,
    })
}

/// The skills that are worked on, with their ratings.
pub fn stories(tx: &ReadTx<'_>, pair: Id<Pair>) -> Result<Vec<SkillHistory>, StoreError> {
    let active = tx.all(
        "WHERE pair = ?1 AND state = 'active' ORDER BY id",
        [pair.number()],
    )?;
    active.into_iter().map(|skill| story(tx, skill)).collect()
}
