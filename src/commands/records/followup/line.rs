//! Follow-ups that are typed as one line: `mentee: draft the RFC by fri`.

use chrono::{NaiveDate, NaiveTime};

use crate::app;
use crate::commands::crud::form_input::FormInput;
use crate::domain::dates::{self, DateError, Deadline, Now, Today};
use crate::domain::followup::{
    FollowUp, FollowUpLine, FollowUpLineError, FollowUpState, split_days, split_softer,
    words_after_by,
};
use crate::domain::nearest::nearest;
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::record::Id;
use crate::domain::text;
use crate::domain::timeline::Timeline;
use crate::error::{Failure, Result};
use crate::view;
use crate::view::words;

/// A follow-up that was typed as one line.
pub(super) struct TypedLine {
    pub owner: Side,
    pub title: String,
    pub due: Option<NaiveDate>,
    /// A note to the user on how the line was parsed.
    pub remark: Option<LineRemark>,
}

/// A note on how a line was parsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineRemark {
    /// The time of day was left out.
    NoTime { day: String, time: NaiveTime },
    /// A word that may have been meant as a day is part of the title.
    NoDay { word: String },
}

impl LineRemark {
    /// Returns the note on the follow-up with this number.
    pub fn text_for(&self, number: Id<FollowUp>) -> String {
        match self {
            LineRemark::NoTime { day, time } => view::records::followup::no_time(day, *time),
            LineRemark::NoDay { word } => {
                let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
                let day = nearest(word, days).unwrap_or("DAY");
                view::records::followup::no_day(word, number, day)
            }
        }
    }
}

/// Parses the given title as a line; `None`: no title was given.
pub(super) fn typed_line(followup: &FollowUp, input: &FormInput<'_>) -> Result<Option<TypedLine>> {
    let may_name_owner = !input.has("owner");
    let mut parsed = None;
    input.apply("title", &mut parsed, |typed| {
        let is_new = followup.title.is_empty();
        let names_side = |typed: &str| {
            let line = FollowUpLine::split(typed).ok();
            let owner = line.and_then(|line| line.owner);
            owner.is_some_and(|owner| app::parse_side(input.pair, owner).is_ok())
        };
        // A colon in an existing title is part of the text, unless a side stands before it.
        let line = if may_name_owner && (is_new || names_side(typed)) {
            FollowUpLine::split(typed)?
        } else {
            FollowUpLine { owner: None, title: typed }
        };
        let mut owner = followup.owner;
        if let Some(typed) = line.owner {
            owner = app::parse_side(input.pair, typed)?;
        }
        // The title is not searched for a day if the due day was given, or if the title is unchanged.
        let searches_day = !input.has("due") && line.title.trim() != followup.title;
        let day_failure = searches_day.then_some(day_in_title_failure as fn(DateError) -> Failure);
        parse_text(line.title, owner, input.pair, input.now, day_failure).map(Some)
    })?;
    Ok(parsed)
}

/// Parses a text with its due day, a date in the owner's zone. `day_failure` turns an invalid day into a failure;
/// `None` searches for no day.
fn parse_text(
    typed: &str,
    owner: Side,
    pair: &PairContext,
    now: Now,
    day_failure: Option<fn(DateError) -> Failure>,
) -> Result<TypedLine> {
    let today = words::today(pair.person(owner), now);
    let found = match day_failure {
        Some(to_failure) => find_deadline(typed, today).map_err(to_failure)?,
        None => None,
    };
    let (title, deadline) = found.unzip();
    let title = title.unwrap_or(typed);
    let (title, due, remark) = match deadline {
        Some(Deadline::Day { day, time }) => {
            if title.is_empty() {
                return Err(FollowUpLineError::Empty(typed.to_owned()).into());
            }
            let day_shown = dates::format_day(day, today);
            let remark = time.map(|time| LineRemark::NoTime { day: day_shown, time });
            (title, Some(day), remark)
        }
        Some(Deadline::Text { day_word }) => {
            (typed, None, day_word.map(|word| LineRemark::NoDay { word }))
        }
        None => (typed, None, None),
    };
    Ok(TypedLine { owner, title: text::parse_title("title", title)?, due, remark })
}

/// Finds the title and the due day, or a word that may be meant as one: after `by` or `due`, then after a softer marker,
/// then at the end of the text. `None`: there is nothing like a day.
fn find_deadline(typed: &str, today: Today) -> Result<Option<(&str, Deadline)>, DateError> {
    let mut of_a_word = None;
    for (title, words) in split_days(typed, today) {
        match dates::deadline(&words, today)? {
            day @ Deadline::Day { .. } => return Ok(Some((title, day))),
            Deadline::Text { day_word: None } => {}
            text @ Deadline::Text { .. } => of_a_word = of_a_word.or(Some((title, text))),
        }
    }
    let joins_by = |marker: &str| ["until", "till", "on"].contains(&marker.to_lowercase().as_str());
    // In `walk by the river on friday`, the words after `by` have been read already.
    let softer = split_softer(typed).filter(|split| of_a_word.is_none() || !joins_by(split.1));
    if let Some((title, marker, words)) = softer {
        match dates::softer_deadline(marker, words, today)? {
            day @ Deadline::Day { .. } => return Ok(Some((title, day))),
            Deadline::Text { day_word: None } => {}
            text @ Deadline::Text { .. } => of_a_word = of_a_word.or(Some((title, text))),
        }
    }
    let at_the_end = || {
        let words = dates::day_at_the_end(typed, today).or_else(|| words_after_by(typed))?;
        Some((typed, Deadline::Text { day_word: Some(words.to_owned()) }))
    };
    Ok(of_a_word.or_else(at_the_end))
}

fn day_in_title_failure(error: DateError) -> Failure {
    Failure::from(error)
        .hint("give the day with `--by DAY` to keep the text as it is (`--by \"\"`: no day)")
}

/// Parses `mentee: draft the RFC by fri` into a follow-up and a remark. The day is a date in the owner's zone.
pub fn parse_line(
    pair: &PairContext,
    typed: &str,
    now: Now,
) -> Result<(FollowUp, Option<LineRemark>)> {
    let line = FollowUpLine::split(typed)?;
    let owner = line.owner.ok_or_else(|| FollowUpLineError::NoOwner(typed.to_owned()))?;
    let owner = app::parse_side(pair, owner)?;
    let line = parse_text(line.title, owner, pair, now, Some(Failure::from))?;
    Ok(open_followup(pair, line, now))
}

/// Parses a step towards a goal into a follow-up and a remark. It is the mentee's, unless the other side stands before it.
/// The day is a date in the owner's zone.
pub fn from_step(
    pair: &PairContext,
    typed: &str,
    now: Now,
) -> Result<(FollowUp, Option<LineRemark>)> {
    let line = FollowUpLine::split(typed).ok();
    let owner = line.as_ref().and_then(|line| app::parse_side(pair, line.owner?).ok());
    // Any other word before a colon is part of the title.
    let (owner, title) = match (owner, line) {
        (Some(owner), Some(line)) => (owner, line.title),
        _ => (Side::Mentee, typed),
    };
    let line = parse_text(title, owner, pair, now, Some(Failure::from))?;
    Ok(open_followup(pair, line, now))
}

fn open_followup(pair: &PairContext, line: TypedLine, now: Now) -> (FollowUp, Option<LineRemark>) {
    let followup = FollowUp {
        pair: pair.id(),
        owner: line.owner,
        title: line.title,
        due: line.due,
        goal: None,
        checkin: None,
        state: FollowUpState::Open,
        state_on: words::today(pair.person(line.owner), now).day,
        because: None,
        private: false,
        past: Timeline::default(),
    };
    (followup, line.remark)
}

impl From<FollowUpLineError> for Failure {
    fn from(error: FollowUpLineError) -> Self {
        let message = match &error {
            FollowUpLineError::Empty(typed) if typed.trim().is_empty() => {
                "a follow-up needs a task".to_owned()
            }
            error => error.to_string(),
        };
        Failure::refused(message)
            .hint("write `mentee: draft the RFC by fri` (owner, task, due date)")
    }
}
