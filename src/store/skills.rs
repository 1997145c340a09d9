//! Tables `skill` and `rating`.

use crate::domain::pair::Pair;
use crate::domain::record::{Id, Record};
use crate::domain::skill::{Skill, SkillHistory, SkillState};
use crate::store::read_tx::ReadTx;
use crate::store::{StoreError, pair_items, tally};

/// Loads all ratings of a skill, oldest first.
pub fn with_ratings(tx: &ReadTx<'_>, skill: Record<Skill>) -> Result<SkillHistory, StoreError> {
    Ok(SkillHistory {
        ratings: tx.load_claimed(
            &[tally::RATINGS_OF_SKILL.for_id(skill.id)],
            "WHERE skill = ?1 ORDER BY \"on\", id",
            [skill.id.number()],
        )?,
        skill,
    })
}

/// Loads the active skills of a pair with their ratings.
pub fn active_with_ratings(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
) -> Result<Vec<SkillHistory>, StoreError> {
    let mut active: Vec<Record<Skill>> = pair_items::all_in_pair(tx, pair)?;
    active.retain(|skill| skill.state == SkillState::Active);
    let skills = active.into_iter();
    skills.map(|skill| with_ratings(tx, skill)).collect()
}
