//! Tables `skill` and `rating`.

use crate::domain::pair::Pair;
use crate::domain::record::{Id, Record};
use crate::domain::skill::{Skill, SkillState, SkillStory};
use crate::store::reader::Reader;
use crate::store::{StoreError, nouns, tally};

/// A skill with all its ratings, oldest first.
pub fn story(tx: &Reader<'_>, skill: Record<Skill>) -> Result<SkillStory, StoreError> {
    Ok(SkillStory {
        ratings: tx.claimed(
            &[tally::RATINGS_OF_SKILL.of_id(skill.id)],
            "WHERE skill = ?1 ORDER BY \"on\", id",
            [skill.id.number()],
        )?,
        skill,
    })
}

/// The skills that are worked on, with their ratings.
pub fn stories(tx: &Reader<'_>, pair: Id<Pair>) -> Result<Vec<SkillStory>, StoreError> {
    let mut active: Vec<Record<Skill>> = nouns::all(tx, pair)?;
    active.retain(|skill| skill.state == SkillState::Active);
    active.into_iter().map(|skill| story(tx, skill)).collect()
}
