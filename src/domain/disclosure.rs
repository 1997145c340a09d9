//! What the other side of a pair may see of each record: the one place that says so.
//!
//! Reports, pages, calendars and exports for the other side are all made of records that went through here
//! (`store/disclosure.rs`), so nothing that stays back can be counted, cited or dated in them.

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

/// A kind of record that has a rule for the other side. Nothing is stored without one.
pub trait Disclose: Sized {
    /// The record as the other side may see it; `None`: they may not know that there is one. Links to what they may not
    /// see are taken out afterwards, and with them the records that make no sense without.
    fn disclose(record: Record<Self>, context: &Context<'_>) -> Option<Record<Self>>;

    /// The columns that are kept back of a record that the other side may see. What is not told is not taken over either:
    /// the words on both sides are those of different people.
    fn withheld(_: &Record<Self>, _: &Context<'_>) -> &'static [&'static str] {
        &[]
    }
}

/// What a rule looks at beside the record itself.
#[derive(Debug)]
pub struct Context<'a> {
    pub pair: &'a PairContext,
    /// Calls whose log is private.
    pub private_logs: HashSet<Id<CheckIn>>,
    /// All stored reviews of the pair.
    pub reviews: Vec<Record<Review>>,
    /// The day from which on the pair reviews its progress.
    pub first_day: NaiveDate,
    /// Tables and numbers of the records that the other side may see, as far as they have been looked at: those that others
    /// refer to come first.
    pub disclosed: HashSet<(&'static str, i64)>,
}

impl Context<'_> {
    fn is_private_log(&self, checkin: Option<Id<CheckIn>>) -> bool {
        checkin.is_some_and(|id| self.private_logs.contains(&id))
    }

    /// The call that a record came from, unless that tells what a private log says.
    fn source(&self, checkin: Option<Id<CheckIn>>) -> Option<Id<CheckIn>> {
        checkin.filter(|id| !self.private_logs.contains(id))
    }

    /// The first day of a review's period: the day of a private review before it is no news for the other side.
    fn since(&self, review: &Record<Review>) -> NaiveDate {
        let key = |one: &Record<Review>| (self.pair.moment_of(one), one.id);
        let earlier = self.reviews.iter().filter(|one| key(one) < key(review));
        let last = earlier.clone().max_by_key(|one| key(one));
        if !last.is_some_and(|last| last.private && last.on == review.since) {
            return review.since;
        }
        let shared = earlier
            .filter(|one| !one.private)
            .max_by_key(|one| key(one));
        shared.map_or(self.first_day.min(review.since), |last| last.on)
    }
}

/// Records that both sides have made together, and what belongs to another record and goes where that one goes.
macro_rules! discloses_all {
    ($($type:ty),+) => {$(
        impl Disclose for $type {
            fn disclose(record: Record<Self>, _: &Context<'_>) -> Option<Record<Self>> {
                Some(record)
            }
        }
    )+};
}

/// Records that are marked as private, or not.
macro_rules! discloses_unmarked {
    ($($type:ty),+) => {$(
        impl Disclose for $type {
            fn disclose(record: Record<Self>, _: &Context<'_>) -> Option<Record<Self>> {
                (!record.private).then_some(record)
            }
        }
    )+};
}

/// The same, where a log may have brought it along: it marks as private what it brings, and who takes that mark off still
/// keeps the log to themselves.
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

/// What has no mark of its own and is as private as the log that it was said in.
macro_rules! discloses_as_its_log {
    ($($type:ty),+) => {$(
        impl Disclose for $type {
            fn disclose(record: Record<Self>, context: &Context<'_>) -> Option<Record<Self>> {
                (!context.is_private_log(record.checkin)).then_some(record)
            }
        }
    )+};
}

discloses_all!(
    Pair,
    Agreement,
    AgreementTerms,
    Norm,
    Closing,
    Pulse,
    Recall,
    OptionNote
);
discloses_unmarked!(
    Goal,
    Feedback,
    Question,
    Introduction,
    Skill,
    Resource,
    CareerOption
);
discloses_unmarked_without_private_log!(
    Topic: covered_in, FollowUp: checkin, Win: checkin, Insight: checkin, Approach: checkin
);
discloses_as_its_log!(GoalEntry, Rating);

impl Disclose for Person {
    /// What was noted of somebody is not for their eyes.
    fn disclose(mut record: Record<Self>, _: &Context<'_>) -> Option<Record<Self>> {
        record.data.notes = None;
        Some(record)
    }
}

impl Disclose for PulseAnswer {
    /// What one side says of the relationship is never told to the other.
    fn disclose(_: Record<Self>, _: &Context<'_>) -> Option<Record<Self>> {
        None
    }
}

impl Disclose for CheckIn {
    /// Both know that a call took place, when, how long and where; of a private log they know no more than that.
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
        let is_told = !private;
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
            because: because.filter(|_| is_told),
            cancelled_at,
            notes: notes.filter(|_| is_told),
            decisions: Some(decisions).filter(|_| is_told).unwrap_or_default(),
            blockers: Some(blockers).filter(|_| is_told).unwrap_or_default(),
            next_topic: next_topic.filter(|_| is_told),
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
    /// It goes where the record goes that was moved; of a call with a private log it tells no reason.
    fn disclose(mut record: Record<Self>, context: &Context<'_>) -> Option<Record<Self>> {
        if is_of_private_log(&record, context) {
            record.data.because = None;
        }
        let moved = (record.what.word(), record.number);
        context.disclosed.contains(&moved).then_some(record)
    }

    fn withheld(record: &Record<Self>, context: &Context<'_>) -> &'static [&'static str] {
        if is_of_private_log(record, context) {
            &["because"]
        } else {
            &[]
        }
    }
}

fn is_of_private_log(record: &Record<DateMove>, context: &Context<'_>) -> bool {
    let call = Id::new(record.number);
    record.what == Moved::CheckIn && context.private_logs.contains(&call)
}

impl Disclose for Away {
    /// The other side hears the days, not the reason.
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
        record.data.since = context.since(&record);
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
    fn of_a_private_log_only_the_call_is_told() {
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
    fn what_a_private_log_says_of_a_goal_stays_with_it() {
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
        assert_eq!(
            [entry(None), entry(Some(1)), entry(Some(2))],
            [true, true, false]
        );
    }

    #[test]
    fn a_period_that_began_with_a_private_review_begins_with_the_last_shared_one() {
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
            let told = Review::disclose(context.reviews[number].clone(), &context);
            told.map(|review| review.since)
        };
        assert_eq!(since(0), Some(date("2026-12-01")));
        assert_eq!(since(1), None);
        assert_eq!(
            since(2),
            Some(date("2027-01-05")),
            "not the day of the private one"
        );
        assert_eq!(since(3), Some(date("2027-03-01")));
        context.reviews.remove(0);
        let told = Review::disclose(context.reviews[1].clone(), &context);
        assert_eq!(told.map(|review| review.since), Some(date("2026-12-01")));
    }

    #[test]
    fn days_away_are_told_without_the_reason() {
        let pair = test_data::pair();
        let mut away = test_data::away(2, "2026-12-20", "2026-12-24");
        away.because = Some("therapy".to_owned());
        away.private = true;
        let told = Away::disclose(Record::with_id(1, away), &context(&pair));
        let told = told.map(|away| (away.because.clone(), away.private, away.from));
        assert_eq!(told, Some((None, false, date("2026-12-20"))));
    }
}
