//! A mentor and a mentee.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::person::{Person, Side};
use crate::domain::promise::Period;
use crate::domain::record::{Id, Record};
use crate::domain::review::Review;
use crate::domain::timeline::Timeline;
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
    /// The states before, each with the moment of the change that ended it.
    pub past: Timeline<DateTime<Utc>, DatedState>,
}

impl Pair {
    /// The first day of the first state: when the two began, as far as the pair itself says it.
    pub fn since(&self) -> NaiveDate {
        let mut earlier = self.past.earlier();
        earlier
            .next()
            .map_or(self.state_on, |(_, _, first)| first.on)
    }

    /// Dates the beginning. `changed` is when a later state began, where the pair has not kept the first one.
    pub fn set_since(&mut self, day: NaiveDate, changed: DateTime<Utc>) {
        match self.past.first_mut() {
            Some(first) => first.on = day,
            None if self.state == PairState::Active => self.state_on = day,
            None => self.past.end(
                changed,
                DatedState {
                    state: PairState::Active,
                    on: day,
                },
            ),
        }
    }

    /// Takes over another state at `at`; `on` is the day that is told.
    pub fn change_state(
        &mut self,
        to: PairState,
        on: NaiveDate,
        at: DateTime<Utc>,
        because: Option<String>,
    ) {
        let before = DatedState {
            state: self.state,
            on: self.state_on,
        };
        self.past.end(at, before);
        self.state = to;
        self.state_on = on;
        self.because = because;
    }
}

/// A state of a pair and the day since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatedState {
    pub state: PairState,
    pub on: NaiveDate,
}

impl fmt::Display for DatedState {
    /// `paused 2026-12-16`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.state, self.on)
    }
}

/// A text that is no state with its day.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("`{0}` is no state with its day")]
pub struct StatedError(String);

impl FromStr for DatedState {
    type Err = StatedError;

    fn from_str(text: &str) -> Result<Self, StatedError> {
        let error = || StatedError(text.to_owned());
        let (state, on) = text.split_once(' ').ok_or_else(error)?;
        Ok(DatedState {
            state: state.parse().map_err(|_| error())?,
            on: on.parse().map_err(|_| error())?,
        })
    }
}

/// A pair with both people: what nearly every command needs to speak about it.
#[derive(Clone, Debug, PartialEq)]
pub struct PairContext {
    pub record: Record<Pair>,
    pub mentor: Record<Person>,
    pub mentee: Record<Person>,
}

impl PairContext {
    pub fn id(&self) -> Id<Pair> {
        self.record.id
    }

    pub fn slug(&self) -> &str {
        self.record.slug.as_str()
    }

    /// The side the user is on.
    pub fn user_side(&self) -> Side {
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

    pub fn person_mut(&mut self, side: Side) -> &mut Record<Person> {
        match side {
            Side::Mentor => &mut self.mentor,
            Side::Mentee => &mut self.mentee,
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
        self.person(self.user_side())
    }

    pub fn partner(&self) -> &Record<Person> {
        self.person(self.user_side().other())
    }

    /// The day it is where a side lives.
    pub fn today_of(&self, side: Side, now: DateTime<Utc>) -> NaiveDate {
        now.with_timezone(&self.person(side).zone).date_naive()
    }

    /// The day of the pair at a moment: the earlier of the two dates. It is the same in both people's files.
    pub fn pair_day(&self, at: DateTime<Utc>) -> NaiveDate {
        self.mentor.day_at(at).min(self.mentee.day_at(at))
    }

    /// The moment at which a day has begun for one of the two.
    pub fn start_of_pair_day(&self, day: NaiveDate) -> DateTime<Utc> {
        self.mentor.start_of(day).min(self.mentee.start_of(day))
    }

    /// The moment at which a day has ended for both.
    pub fn end_of_pair_day(&self, day: NaiveDate) -> DateTime<Utc> {
        self.mentor.end_of(day).max(self.mentee.end_of(day))
    }

    /// The moment of something that was recorded at one moment for a day: then, or once that day was over for both, when it was
    /// over for the first of them. A period that begins with the next day of either has nothing of it.
    pub fn moment_on(&self, day: NaiveDate, recorded: DateTime<Utc>) -> DateTime<Utc> {
        let over = day.succ_opt().map(|next| self.start_of_pair_day(next));
        match over.filter(|_| recorded >= self.end_of_pair_day(day)) {
            Some(over) => over,
            None => recorded,
        }
    }

    /// The moment at which a stored review ends its period.
    pub fn moment_of(&self, review: &Record<Review>) -> DateTime<Utc> {
        let recorded = review.at.unwrap_or(review.created_at);
        self.moment_on(review.on, recorded)
    }

    /// The dates that a period touches for either of the two.
    pub fn days_of(&self, period: Period) -> (NaiveDate, NaiveDate) {
        let last = self.pair_day(period.until);
        (self.pair_day(period.since), last.succ_opt().unwrap_or(last))
    }

    /// The stretch of time from the beginning of a day until `now`.
    pub fn period_from(&self, first: NaiveDate, now: DateTime<Utc>) -> Period {
        // A deadline at this midnight is one of the day before.
        self.period_since(self.start_of_pair_day(first), first, now)
    }

    /// The stretch of time from `since` until `now`. The days are those of the user's calendar.
    pub fn period_since(
        &self,
        since: DateTime<Utc>,
        first: NaiveDate,
        now: DateTime<Utc>,
    ) -> Period {
        let today = self.user().day_at(now);
        Period {
            since: since.min(now),
            until: now,
            first_day: first.min(today),
            last_day: today,
        }
    }

    /// The first word of a side's name: how it is spoken of in a line.
    pub fn first_name(&self, side: Side) -> &str {
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
