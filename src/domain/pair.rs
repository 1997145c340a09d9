//! Pairs of a mentor and a mentee.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::person::{Person, Side};
use crate::domain::promise::Period;
use crate::domain::record::{Id, Record};
use crate::domain::review::Review;
use crate::domain::text::plain_letters;
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
    /// Day of the last transition.
    pub state_on: NaiveDate,
    pub because: Option<String>,
    /// The earlier states, each with the moment of the transition that ended it.
    pub past: Timeline<DateTime<Utc>, DatedState>,
}

impl Pair {
    /// Creates an active pair that began on this day.
    pub fn new(slug: Slug, mentor: Id<Person>, mentee: Id<Person>, since: NaiveDate) -> Pair {
        Pair {
            slug,
            mentor,
            mentee,
            state: PairState::Active,
            state_on: since,
            because: None,
            past: Timeline::default(),
        }
    }

    /// Returns the first day of the first state: when the two began, according to the record of the pair.
    pub fn began_on(&self) -> NaiveDate {
        let mut earlier = self.past.earlier();
        earlier.next().map_or(self.state_on, |(_, _, first)| first.on)
    }

    /// Sets the first day. If the timeline lacks the first state of a pair that is paused or ended, an active state is
    /// added that was left at `changed`.
    pub fn set_began_on(&mut self, day: NaiveDate, changed: DateTime<Utc>) {
        match self.past.first_mut() {
            Some(first) => first.on = day,
            None if self.state == PairState::Active => self.state_on = day,
            None => self.past.end(changed, DatedState { state: PairState::Active, on: day }),
        }
    }

    /// Changes the state at the moment `at`; `on` is the day shown to users.
    pub fn change_state(
        &mut self,
        to: PairState,
        on: NaiveDate,
        at: DateTime<Utc>,
        because: Option<String>,
    ) {
        let before = DatedState { state: self.state, on: self.state_on };
        self.past.end(at, before);
        self.state = to;
        self.state_on = on;
        self.because = because;
    }
}

/// A state of a pair and the day from which it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatedState {
    pub state: PairState,
    pub on: NaiveDate,
}

impl fmt::Display for DatedState {
    /// Formats as `paused 2026-12-16`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.state, self.on)
    }
}

/// The text is not a state with a day.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("`{0}` is no state with its day")]
pub struct DatedStateError(String);

impl FromStr for DatedState {
    type Err = DatedStateError;

    fn from_str(text: &str) -> Result<Self, DatedStateError> {
        let error = || DatedStateError(text.to_owned());
        let (state, on) = text.split_once(' ').ok_or_else(error)?;
        Ok(DatedState {
            state: state.parse().map_err(|_| error())?,
            on: on.parse().map_err(|_| error())?,
        })
    }
}

/// A pair with both people, as nearly every command needs it.
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

    /// Returns the side of the user of this data file.
    pub fn user_side(&self) -> Side {
        if self.mentor.is_user { Side::Mentor } else { Side::Mentee }
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

    /// Returns the side of a person. `None`: they are not in this pair.
    pub fn side_of(&self, person: Id<Person>) -> Option<Side> {
        let mut sides = Side::ALL.iter().copied();
        sides.find(|side| self.person(*side).id == person)
    }

    pub fn user(&self) -> &Record<Person> {
        self.person(self.user_side())
    }

    pub fn partner(&self) -> &Record<Person> {
        self.person(self.user_side().other())
    }

    /// Returns the date where a side lives.
    pub fn today_of(&self, side: Side, now: DateTime<Utc>) -> NaiveDate {
        self.person(side).day_at(now)
    }

    /// Returns the pair day at a moment: the earlier of the two sides' dates. It is the same in both data files.
    pub fn pair_day(&self, at: DateTime<Utc>) -> NaiveDate {
        self.mentor.day_at(at).min(self.mentee.day_at(at))
    }

    /// Returns the moment at which a day has begun for the first of the two sides.
    pub fn start_of_pair_day(&self, day: NaiveDate) -> DateTime<Utc> {
        self.mentor.start_of(day).min(self.mentee.start_of(day))
    }

    /// Returns the moment at which a day has ended for both sides.
    pub fn end_of_pair_day(&self, day: NaiveDate) -> DateTime<Utc> {
        self.mentor.end_of(day).max(self.mentee.end_of(day))
    }

    /// Returns the moment to which a record dated `day` belongs: when it was `recorded`, or, if it was backdated, the
    /// moment at which `day` ended for the first side. A period that starts with either side's next day therefore
    /// excludes a backdated record.
    pub fn moment_on(&self, day: NaiveDate, recorded: DateTime<Utc>) -> DateTime<Utc> {
        let is_backdated = recorded >= self.end_of_pair_day(day);
        let day_end = day.succ_opt().map(|next| self.start_of_pair_day(next));
        day_end.filter(|_| is_backdated).unwrap_or(recorded)
    }

    /// Returns the moment at which the period of a stored review ends. A time zone that is entered afterwards doesn't
    /// change it: what a review has reported stays in that review.
    pub fn moment_of(&self, review: &Record<Review>) -> DateTime<Utc> {
        review.at.unwrap_or_else(|| self.moment_on(review.on, review.created_at))
    }

    /// Returns the first and the last date that a period can touch for either side.
    pub fn days_of(&self, period: Period) -> (NaiveDate, NaiveDate) {
        let last = self.pair_day(period.until);
        (self.pair_day(period.since), last.succ_opt().unwrap_or(last))
    }

    /// Returns the period from the start of a day until `now`.
    pub fn period_from(&self, first: NaiveDate, now: DateTime<Utc>) -> Period {
        // A deadline at exactly this midnight belongs to the day before.
        self.period_since(self.start_of_pair_day(first), first, now)
    }

    /// Returns the period from `since` until `now`. Its first and last day are dates in the user's zone.
    pub fn period_since(
        &self,
        since: DateTime<Utc>,
        first: NaiveDate,
        now: DateTime<Utc>,
    ) -> Period {
        let today = self.user().day_at(now);
        Period { since: since.min(now), until: now, first_day: first.min(today), last_day: today }
    }

    /// Returns the first word of a person's name, which refers to them in one-line messages.
    pub fn first_name(&self, side: Side) -> &str {
        let name = &self.person(side).name;
        name.split_whitespace().next().unwrap_or(name)
    }
}

/// The slug of a pair: lower-case ASCII letters, digits and hyphens, so that it needs no quotes in a shell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slug(String);

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error(
    "`{0}` can't be a short name: use 1 to 30 lower-case letters, digits and hyphens, beginning with a letter"
)]
pub struct SlugError(pub String);

const MAX_SLUG_BYTES: usize = 30;

impl Slug {
    pub fn parse(typed: &str) -> Result<Slug, SlugError> {
        let starts_with_letter = typed.starts_with(|c: char| c.is_ascii_lowercase());
        let is_allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if starts_with_letter && typed.chars().all(is_allowed) && typed.len() <= MAX_SLUG_BYTES {
            Ok(Slug(typed.to_owned()))
        } else {
            Err(SlugError(typed.to_owned()))
        }
    }

    /// Derives a short name from the first name of a person: `ana` for Ana Díaz, `jose` for José. `None`: it has no letter
    /// that a short name can have.
    pub fn from_name(name: &str) -> Option<Slug> {
        let first = name.split_whitespace().next()?;
        Slug::parse(&first.to_lowercase()).ok().or_else(|| {
            let letters = plain_letters(first);
            let letters = letters.chars().filter(char::is_ascii_lowercase);
            Slug::parse(&letters.take(MAX_SLUG_BYTES).collect::<String>()).ok()
        })
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_needs_no_quotes_in_a_shell() {
        assert!(Slug::parse("ana-2").is_ok());
        for bad in ["", "Ana", "2ana", "a b", "añá", "-a", &"a".repeat(31)] {
            assert_eq!(Slug::parse(bad), Err(SlugError(bad.to_owned())));
        }
    }

    #[test]
    fn a_slug_is_derived_from_the_first_name() {
        let derived = |name: &str| Slug::from_name(name).map(|slug| slug.as_str().to_owned());
        let long = "a".repeat(40);
        for (name, slug) in [
            ("Ana Díaz", Some("ana")),
            ("José", Some("jose")),
            ("Anne-Marie", Some("anne-marie")),
            ("O'Brien", Some("obrien")),
            (&long, Some(&long[..30])),
            ("Иван", None),
            ("", None),
        ] {
            assert_eq!(derived(name).as_deref(), slug, "{name}");
        }
    }
}
