//! A mentor and a mentee.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::person::{Person, Side};
use crate::domain::record::{Id, Record};
use crate::words;

words! {
    PairState { Active = "active", Paused = "paused", Ended = "ended" }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    pub slug: Slug,
    pub mentor: Id<Person>,
    pub mentee: Id<Person>,
    pub state: PairState,
    /// Day of the last change of state.
    pub state_on: NaiveDate,
    pub because: Option<String>,
}

/// A pair with both people: what nearly every command needs to speak about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Couple {
    pub pair: Record<Pair>,
    pub mentor: Record<Person>,
    pub mentee: Record<Person>,
}

impl Couple {
    pub fn id(&self) -> Id<Pair> {
        self.pair.id
    }

    pub fn slug(&self) -> &str {
        self.pair.slug.as_str()
    }

    /// The side the user is on.
    pub fn me(&self) -> Side {
        if self.mentor.is_user {
            Side::Mentor
        } else {
            Side::Mentee
        }
    }

    pub fn person(&self, side: Side) -> &Record<Person> {
        match side {
            Side::Mentor => &self.mentor,
            Side::Mentee => &self.mentee,
        }
    }

    /// The side that a person is; none: they are in another pair.
    pub fn side_of(&self, person: Id<Person>) -> Option<Side> {
        let sides = Side::ALL.iter().copied();
        sides
            .into_iter()
            .find(|side| self.person(*side).id == person)
    }

    pub fn user(&self) -> &Record<Person> {
        self.person(self.me())
    }

    pub fn partner(&self) -> &Record<Person> {
        self.person(self.me().other())
    }

    /// The day it is where a side lives.
    pub fn today_of(&self, side: Side, now: DateTime<Utc>) -> NaiveDate {
        now.with_timezone(&self.person(side).zone).date_naive()
    }

    /// The first word of a side's name: how it is spoken of in a line.
    pub fn called(&self, side: Side) -> &str {
        let name = &self.person(side).name;
        name.split_whitespace().next().unwrap_or(name)
    }
}

/// The short name of a pair: lower-case ASCII letters, digits and hyphens, so that it needs no quotes in a shell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slug(String);

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error(
    "`{0}` can't be a short name: use 1 to 30 lower-case letters, digits and hyphens, beginning with a letter"
)]
pub struct SlugError(pub String);

impl Slug {
    pub fn parse(typed: &str) -> Result<Slug, SlugError> {
        let starts_well = typed.starts_with(|c: char| c.is_ascii_lowercase());
        let all_well = typed
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        if starts_well && all_well && typed.len() <= 30 {
            Ok(Slug(typed.to_owned()))
        } else {
            Err(SlugError(typed.to_owned()))
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_needs_no_quotes() {
        assert!(Slug::parse("ana-2").is_ok());
        for bad in ["", "Ana", "2ana", "a b", "añá", "-a", &"a".repeat(31)] {
            assert_eq!(Slug::parse(bad), Err(SlugError(bad.to_owned())));
        }
    }
}
