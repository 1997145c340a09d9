//! Tables `skill` and `rating`.

use crate::domain::pair::Pair;
use crate::domain::record::{Id, Record};
use crate::domain::skill::{Skill, SkillHistory, SkillState};
use crate::store::read_tx::ReadTx;
use crate::store::{StoreError, pair_items, tally};

/// A skill with all its ratings, oldest first.
pub fn story(tx: &ReadTx<'_>, skill: Record<Skill>) -> Result<SkillHistory, StoreError> {
    Ok(SkillHistory {
        ratings: tx.load_claimed(
            &[tally::RATINGS_OF_SKILL.for_id(skill.id)],
            "WHERE skill = ?1 ORDER BY \"on\", id",
            [skill.id.number()],
        )?,
        skill,
    })
}

/// The skills that are worked on, with their ratings.
pub fn stories(tx: &ReadTx<'_>, pair: Id<Pair>) -> Result<Vec<SkillHistory>, StoreError> {
    let mut active: Vec<Record<Skill>> = pair_items::all_in_pair(tx, pair)?;
    active.retain(|skill| skill.state == SkillState::Active);
    active.into_iter().map(|skill| story(tx, skill)).collect()
}
