//! The disclosure rule of each type of record: what the other side of a pair may see.
//!
//! Reports, pages, calendars and exports for the other side are made only of records that passed these rules
//! (`store/disclosure/`), so withheld data cannot show up in their counts, citations or dates.

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::domain::agreement::{Agreement, AgreementTerms};
use crate::domain::approach::Approach;
use crate::domain::away::Away;
use crate::domain::checkin::CheckIn;
use crate::domain::closing::Closing;
use crate::domain::feedback::Feedback;
use crate::domain::followup::FollowUp;
use crate::domain::goal::{DateMove, Goal, GoalEntry, Moved};
use crate::domain::insight::{Insight, Recall, Win};
use crate::domain::introduction::Introduction;
use crate::domain::norm::Norm;
use crate::domain::option::{CareerOption, OptionNote};
use crate::domain::pair::{Pair, PairContext};
use crate::domain::person::Person;
use crate::domain::pulse::{Pulse, PulseAnswer};
use crate::domain::question::Question;
use crate::domain::record::{Id, Record};
use crate::domain::resource::Resource;
use crate::domain::review::Review;
use crate::domain::skill::{Rating, Skill};
use crate::domain::topic::Topic;

/// A type of record with a disclosure rule. Every stored type has one.
pub trait Disclose: Sized {
    /// Returns the record as the other side may see it. `None`: they must not learn that it exists. Links to
    /// undisclosed records are removed afterwards, together with the records that make no sense without them.
    fn disclose(record: Record<Self>, context: &Context<'_>) -> Option<Record<Self>>;

    /// Returns the columns of a disclosed record that are withheld. They are excluded from an exchange in both
    /// directions: each side keeps its own text in them.
    fn withheld(_: &Record<Self>, _: &Context<'_>) -> &'static [&'static str] {
        &[]
    }
}

/// What a rule needs besides the record itself.
#[derive(Debug)]
pub struct Context<'a> {
    pub pair: &'a PairContext,
    /// Check-ins with a private log.
    pub private_logs: HashSet<Id<CheckIn>>,
    /// All stored reviews of the pair.
    pub reviews: Vec<Record<Review>>,
    /// The first day that a review of the pair can cover.
    pub first_day: NaiveDate,
    /// Tables and numbers of the records disclosed so far. Records that others refer to are processed first.
    pub disclosed: HashSet<(&'static str, i64)>,
}

impl Context<'_> {
    fn is_private_log(&self, checkin: Option<Id<CheckIn>>) -> bool {
        checkin.is_some_and(|id| self.private_logs.contains(&id))
    }

    /// Returns the check-in from which a record came, unless its log is private and the link would reveal its content.
    fn source(&self, checkin: Option<Id<CheckIn>>) -> Option<Id<CheckIn>> {
        checkin.filter(|id| !self.private_logs.contains(id))
    }

    /// Returns the first day of a review's period as disclosed. If the period starts with a private review, the last
    /// shared one replaces it, so that the date of the private one is not revealed.
    fn first_day(&self, review: &Record<Review>) -> NaiveDate {
        let order = |review: &Record<Review>| (self.pair.moment_of(review), review.id);
        let is_earlier = |other: &&Record<Review>| order(other) < order(review);
        let earlier = self.reviews.iter().filter(is_earlier);
        let last = earlier.clone().max_by_key(|review| order(review));
        if !last.is_some_and(|last| last.private && last.on == review.since) {
            return review.since;
        }
        let last_shared =
            earlier.filter(|review| !review.private).max_by_key(|review| order(review));
        last_shared.map_or(self.first_day.min(review.since), |shared| shared.on)
    }
}

/// Implements `Disclose` for records that both sides share, and for dependent records that follow the one they belong
/// to.
macro_rules! discloses_all {
    ($($type:ty),+) => {$(
        impl Disclose for $type {
            fn disclose(record: Record<Self>, _: &Context<'_>) -> Option<Record<Self>> {
                Some(record)
            }
        }
    )+};
}

/// Implements `Disclose` for records with a `private` flag.
macro_rules! discloses_unmarked {
    ($($type:ty),+) => {$(
        impl Disclose for $type {
            fn disclose(record: Record<Self>, _: &Context<'_>) -> Option<Record<Self>> {
                (!record.private).then_some(record)
            }
        }
    )+};
}

/// Implements `Disclose` for records with a `private` flag that a log can create. A private log sets the flag on them;
/// if the user clears it later, the log itself still stays private, so the link to it is withheld.
macro_rules! discloses_unmarked_without_private_log {
    ($($type:ty: $checkin:ident),+) => {$(
        impl Disclose for $type {
            fn disclose(mut record: Record<Self>, context: &Context<'_>) -> Option<Record<Self>> {
                record.data.$checkin = context.source(record.$checkin);
                (!record.private).then_some(record)
            }

            fn withheld(record: &Record<Self>, context: &Context<'_>) -> &'static [&'static str] {
                if context.is_private_log(record.$checkin) { &[stringify!($checkin)] } else { &[] }
            }
        }
    )+};
}

/// Implements `Disclose` for records without a flag, which are private if the log that created them is.
macro_rules! discloses_as_its_log {
    ($($type:ty),+) => {$(
        impl Disclose for $type {
            fn disclose(record: Record<Self>, context: &Context<'_>) -> Option<Record<Self>> {
                (!context.is_private_log(record.checkin)).then_some(record)
            }
        }
    )+};
}

discloses_all!(Pair, Agreement, AgreementTerms, Norm, Closing, Pulse, Recall, OptionNote);
discloses_unmarked!(Goal, Feedback, Question, Introduction, Skill, Resource, CareerOption);
discloses_unmarked_without_private_log!(
    Topic: covered_in, FollowUp: checkin, Win: checkin, Insight: checkin, Approach: checkin
);
discloses_as_its_log!(GoalEntry, Rating);

impl Disclose for Person {
    /// Withholds the notes: a person must not see what was noted about them.
    fn disclose(mut record: Record<Self>, _: &Context<'_>) -> Option<Record<Self>> {
        record.data.notes = None;
        Some(record)
    }
}

impl Disclose for PulseAnswer {
    /// Discloses nothing: a side's rating of the relationship is never shown to the other.
    fn disclose(_: Record<Self>, _: &Context<'_>) -> Option<Record<Self>> {
        None
    }
}

impl Disclose for CheckIn {
    /// Discloses that a call took place, when, for how long and where. The rest of a private log is withheld.
    fn disclose(mut record: Record<Self>, _: &Context<'_>) -> Option<Record<Self>> {
        let CheckIn {
            pair,
            state,
            planned_at,
            zone,
            planned_minutes,
            held_at,
            minutes,
            channel,
            by,
            because,
            cancelled_at,
            notes,
            decisions,
            blockers,
            next_topic,
            feeling: _,
            private_note: _,
            private,
            extra,
        } = record.data;
        let is_shared = !private;
        record.data = CheckIn {
            pair,
            state,
            planned_at,
            zone,
            planned_minutes,
            held_at,
            minutes,
            channel,
            by,
            because: because.filter(|_| is_shared),
            cancelled_at,
            notes: notes.filter(|_| is_shared),
            decisions: if is_shared { decisions } else { Vec::new() },
            blockers: if is_shared { blockers } else { Vec::new() },
            next_topic: next_topic.filter(|_| is_shared),
            feeling: None,
            private_note: None,
            private: false,
            extra,
        };
        Some(record)
    }

    fn withheld(record: &Record<Self>, _: &Context<'_>) -> &'static [&'static str] {
        if record.private {
            &["because", "notes", "decisions", "blockers", "next_topic"]
        } else {
            &[]
        }
    }
}

impl Disclose for DateMove {
    /// Disclosed together with the moved record; the reason is withheld if that is a call with a private log.
    fn disclose(mut record: Record<Self>, context: &Context<'_>) -> Option<Record<Self>> {
        if is_of_private_log(&record, context) {
            record.data.because = None;
        }
        let moved = (record.what.word(), record.number);
        context.disclosed.contains(&moved).then_some(record)
    }

    fn withheld(record: &Record<Self>, context: &Context<'_>) -> &'static [&'static str] {
        if is_of_private_log(record, context) { &["because"] } else { &[] }
    }
}

fn is_of_private_log(record: &Record<DateMove>, context: &Context<'_>) -> bool {
    let call = Id::new(record.number);
    record.what == Moved::CheckIn && context.private_logs.contains(&call)
}

impl Disclose for Away {
    /// Discloses the days; the reason is withheld if it is private.
    fn disclose(mut record: Record<Self>, _: &Context<'_>) -> Option<Record<Self>> {
        if std::mem::take(&mut record.data.private) {
            record.data.because = None;
        }
        Some(record)
    }

    fn withheld(record: &Record<Self>, _: &Context<'_>) -> &'static [&'static str] {
        if record.private { &["because"] } else { &[] }
    }
}

impl Disclose for Review {
    fn disclose(mut record: Record<Self>, context: &Context<'_>) -> Option<Record<Self>> {
        record.data.since = context.first_day(&record);
        (!record.private).then_some(record)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_data::{self, date};

    fn context(pair: &PairContext) -> Context<'_> {
        Context {
            pair,
            private_logs: HashSet::from([Id::new(2)]),
            reviews: Vec::new(),
            first_day: date("2026-12-01"),
            disclosed: HashSet::new(),
        }
    }

    #[test]
    fn a_private_log_discloses_only_the_call() {
        let pair = test_data::pair();
        let mut call = test_data::held_checkin("2026-12-10T15:00:00Z");
        call.data.channel = Some("video".to_owned());
        let mut logged = call.clone();
        logged.data.notes = Some("Her salary".to_owned());
        logged.data.decisions = vec!["Leave in May".to_owned()];
        logged.data.blockers = vec!["No budget".to_owned()];
        logged.data.next_topic = Some("The exit".to_owned());
        logged.data.feeling = Some("2".to_owned());
        logged.data.private_note = Some("Tired".to_owned());
        logged.data.private = true;
        assert_eq!(
            CheckIn::withheld(&logged, &context(&pair)),
            ["because", "notes", "decisions", "blockers", "next_topic"]
        );
        assert_eq!(CheckIn::disclose(logged, &context(&pair)), Some(call));
    }

    #[test]
    fn goal_entries_of_a_private_log_are_withheld() {
        let pair = test_data::pair();
        let entry = |checkin: Option<i64>| {
            let entry = GoalEntry {
                pair: pair.id(),
                goal: Id::new(1),
                on: date("2026-12-10"),
                percent: Some(77),
                confidence: None,
                note: None,
                checkin: checkin.map(Id::new),
            };
            GoalEntry::disclose(Record::with_id(1, entry), &context(&pair)).is_some()
        };
        assert_eq!([entry(None), entry(Some(1)), entry(Some(2))], [true, true, false]);
    }

    #[test]
    fn a_period_starting_with_a_private_review_starts_with_a_shared_one() {
        let pair = test_data::pair();
        let review = |number, since: &str, day: &str, private| {
            let mut review = test_data::review(day);
            review.since = date(since);
            review.at = Some(test_data::instant(&format!("{day}T12:00:00Z")));
            review.private = private;
            Record::with_id(number, review)
        };
        let mut context = context(&pair);
        context.reviews = vec![
            review(1, "2026-12-01", "2027-01-05", false),
            review(2, "2027-01-05", "2027-02-01", true),
            review(3, "2027-02-01", "2027-03-01", false),
            review(4, "2027-03-01", "2027-04-01", false),
        ];
        let since = |number: usize| {
            let disclosed = Review::disclose(context.reviews[number].clone(), &context);
            disclosed.map(|review| review.since)
        };
        assert_eq!(since(0), Some(date("2026-12-01")));
        assert_eq!(since(1), None);
        assert_eq!(since(2), Some(date("2027-01-05")), "not the day of the private one");
        assert_eq!(since(3), Some(date("2027-03-01")));
        context.reviews.remove(0);
        let disclosed = Review::disclose(context.reviews[1].clone(), &context);
        assert_eq!(disclosed.map(|review| review.since), Some(date("2026-12-01")));
    }

    #[test]
    fn days_away_are_disclosed_without_the_reason() {
        let pair = test_data::pair();
        let mut away = test_data::away(2, "2026-12-20", "2026-12-24");
        away.because = Some("therapy".to_owned());
        away.private = true;
        let disclosed = Away::disclose(Record::with_id(1, away), &context(&pair));
        let disclosed = disclosed.map(|away| (away.because.clone(), away.private, away.from));
        assert_eq!(disclosed, Some((None, false, date("2026-12-20"))));
    }
}
