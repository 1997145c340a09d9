//! Skills, rated by both sides over time on the five levels of Dreyfus and Dreyfus (1980).

use chrono::NaiveDate;

use crate::domain::checkin::CheckIn;
use crate::domain::pair::Pair;
use crate::domain::pair_item::{noun, states};
use crate::domain::person::Side;
use crate::domain::record::{Id, Record};
use crate::words;

words! {
    SkillState { Active = "active", Dropped = "dropped" }
}

/// Levels by which the two ratings must differ to be worth discussing.
pub const MIN_GAP: u8 = 2;

/// Names of the levels 1 to 5.
pub const LEVELS: [&str; 5] = ["novice", "advanced beginner", "competent", "proficient", "expert"];

#[derive(Clone, Debug, PartialEq)]
pub struct Skill {
    pub pair: Id<Pair>,
    pub title: String,
    pub why: Option<String>,
    /// The target level, 1 to 5.
    pub aim: Option<u8>,
    pub state: SkillState,
    pub state_on: NaiveDate,
    pub because: Option<String>,
    pub private: bool,
}

noun!(Skill, "skill", title);
states!(Skill, SkillState);

/// One rating by one side. Ratings are appended and never overwritten.
#[derive(Clone, Debug, PartialEq)]
pub struct Rating {
    pub pair: Id<Pair>,
    pub skill: Id<Skill>,
    pub side: Side,
    /// 1 to 5.
    pub level: u8,
    pub on: NaiveDate,
    /// What the rating is based on.
    pub evidence: Option<String>,
    pub checkin: Option<Id<CheckIn>>,
}

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("`{0}` is not a level from 1 (novice) to 5 (expert)")]
pub struct LevelError(pub String);

/// Parses a level given as a number or a name: `3` or `competent`.
pub fn parse_level(typed: &str) -> Result<u8, LevelError> {
    let text = typed.trim().to_lowercase().replace('-', " ");
    let named = LEVELS.iter().position(|name| *name == text);
    let number = text.parse().ok().filter(|level| (1..=5).contains(level));
    named
        .and_then(|index| u8::try_from(index + 1).ok())
        .or(number)
        .ok_or_else(|| LevelError(typed.to_owned()))
}

/// Returns the name of a level; levels outside 1 to 5 are clamped.
pub fn level_name(level: u8) -> &'static str {
    LEVELS[usize::from(level.clamp(1, 5)) - 1]
}

/// A skill and all its ratings, oldest first.
#[derive(Clone, Debug, PartialEq)]
pub struct SkillHistory {
    pub skill: Record<Skill>,
    pub ratings: Vec<Record<Rating>>,
}

impl SkillHistory {
    /// Returns the levels that one side gave, oldest first.
    pub fn levels(&self, side: Side) -> Vec<u8> {
        let own = self.ratings.iter().filter(|rating| rating.side == side);
        own.map(|rating| rating.level).collect()
    }

    /// Returns the levels that one side gave, with their days, oldest first.
    pub fn levels_by_day(&self, side: Side) -> impl Iterator<Item = (NaiveDate, u8)> {
        let own = self.ratings.iter().filter(move |rating| rating.side == side);
        own.map(|rating| (rating.on, rating.level))
    }

    /// Returns the last level that a side gave.
    pub fn last(&self, side: Side) -> Option<u8> {
        self.levels(side).last().copied()
    }

    /// Returns the level a side gave before `to`. `None`: it has not rated yet, or the level stays the same.
    pub fn previous_level(&self, side: Side, to: u8) -> Option<u8> {
        self.last(side).filter(|before| *before != to)
    }

    /// Returns the mentor's level minus the mentee's. `None`: not both have rated.
    pub fn gap(&self) -> Option<i8> {
        let [mentor, mentee] = [self.last(Side::Mentor)?, self.last(Side::Mentee)?];
        Some(i8::try_from(mentor).ok()? - i8::try_from(mentee).ok()?)
    }

    /// Whether the two ratings differ enough to be worth discussing.
    pub fn is_seen_differently(&self) -> bool {
        self.gap().is_some_and(|gap| gap.unsigned_abs() >= MIN_GAP)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_have_numbers_and_names() {
        assert_eq!(parse_level("3"), Ok(3));
        assert_eq!(parse_level("Advanced-beginner"), Ok(2));
        assert_eq!(parse_level("6"), Err(LevelError("6".into())));
        assert_eq!(parse_level("0"), Err(LevelError("0".into())));
        assert_eq!(level_name(5), "expert");
    }

    fn history(levels: &[(Side, u8)]) -> SkillHistory {
        let rating = |(side, level): &(Side, u8)| {
            Record::with_id(
                1,
                Rating {
                    pair: Id::new(1),
                    skill: Id::new(1),
                    side: *side,
                    level: *level,
                    on: NaiveDate::default(),
                    evidence: None,
                    checkin: None,
                },
            )
        };
        SkillHistory {
            skill: Record::with_id(
                1,
                Skill {
                    pair: Id::new(1),
                    title: "Reviews".to_owned(),
                    why: None,
                    aim: None,
                    state: SkillState::Active,
                    state_on: NaiveDate::default(),
                    because: None,
                    private: false,
                },
            ),
            ratings: levels.iter().map(rating).collect(),
        }
    }

    #[test]
    fn the_last_ratings_differ_by_two_levels_or_more() {
        let distant = history(&[(Side::Mentee, 4), (Side::Mentor, 4), (Side::Mentee, 2)]);
        assert_eq!(distant.gap(), Some(2));
        assert!(distant.is_seen_differently());
        let near = history(&[(Side::Mentee, 5), (Side::Mentor, 4)]);
        assert_eq!(near.gap(), Some(-1));
        assert!(!near.is_seen_differently());
        assert_eq!(history(&[(Side::Mentee, 5)]).gap(), None);
    }

    #[test]
    fn previous_level_is_a_different_one_of_the_same_side() {
        let rated = history(&[(Side::Mentee, 2)]);
        assert_eq!(rated.previous_level(Side::Mentee, 3), Some(2));
        assert_eq!(rated.previous_level(Side::Mentee, 2), None);
        assert_eq!(rated.previous_level(Side::Mentor, 3), None);
    }
}
