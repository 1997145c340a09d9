//! Sample values for the tests of rules. Sam in London mentors Ana in Bogotá.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::agreement::{Agreement, AgreementTerms};
use crate::domain::away::Away;
use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::closing::{Closing, Reason};
use crate::domain::dates::{DateStyle, Now};
use crate::domain::feedback::{Feedback, FeedbackKind};
use crate::domain::insight::Insight;
use crate::domain::introduction::{Introduction, IntroductionState};
use crate::domain::pair::{Pair, PairContext, Slug};
use crate::domain::person::{Person, Side};
use crate::domain::pulse::{Pulse, PulseAnswer, PulseState};
use crate::domain::question::{Question, QuestionState};
use crate::domain::record::{Id, Record};
use crate::domain::review::Review;
use crate::domain::snapshot::{AgendaRecords, PairSnapshot};
use crate::domain::zone::Tz;

/// A linear congruential generator (Knuth, MMIX), whose numbers are the same for the same seed.
pub struct SeededRng(pub u64);

impl SeededRng {
    /// Returns a number from 0 to `below - 1`.
    pub fn next(&mut self, below: usize) -> usize {
        let next = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = next.wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % below
    }
}

/// Returns how many cases a test generates: so many, or the second number in a full test run.
pub fn test_size<T>(small: T, full: T) -> T {
    match option_env!("MENTOR_TORTURE") {
        Some("full") => full,
        _ => small,
    }
}

pub fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn instant(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

pub fn now(text: &str) -> Now {
    DateStyle::USUAL.now(instant(text))
}

/// A pair in which the mentor is person 1 and the user, and the mentee is person 2.
pub fn pair() -> PairContext {
    let person = |number, name: &str, zone, is_user| {
        Record::with_id(number, Person::new(name.to_owned(), zone, is_user))
    };
    PairContext {
        record: Record::with_id(
            1,
            Pair::new(Slug::parse("ana").unwrap(), Id::new(1), Id::new(2), date("2026-12-01")),
        ),
        mentor: person(1, "Sam Rivera", Tz::Europe__London, true),
        mentee: person(2, "Ana Díaz", Tz::America__Bogota, false),
    }
}

/// A snapshot without open records, taken at nine in London on that day.
pub fn snapshot(day: &str) -> PairSnapshot {
    PairSnapshot {
        pair: pair(),
        now: now(&format!("{day}T09:00:00Z")),
        versions: Vec::new(),
        planned: Vec::new(),
        last_held: None,
        last_agreed: None,
        followups: Vec::new(),
        counted_overdue: 0,
        goals: Vec::new(),
        last_review: None,
        first_plans: Vec::new(),
        aways: Vec::new(),
        feedback: Vec::new(),
        questions: Vec::new(),
        pulse: None,
        introductions: Vec::new(),
        advice: Vec::new(),
        undecided: 0,
        talk: AgendaRecords::default(),
    }
}

/// Version 1 of an agreement, accepted by both sides.
pub fn agreement(terms: AgreementTerms) -> Record<Agreement> {
    Record::with_id(
        1,
        Agreement {
            pair: Id::new(1),
            version: 1,
            terms,
            accepted_by_mentor: Some(date("2026-12-01")),
            accepted_by_mentee: Some(date("2026-12-01")),
            accepted_by_mail: None,
            changed_because: None,
        },
    )
}

/// A held check-in that was not planned.
pub fn held_checkin(moment: &str) -> Record<CheckIn> {
    Record::with_id(
        1,
        CheckIn {
            state: CheckInState::Held,
            planned_at: None,
            held_at: Some(instant(moment)),
            ..CheckIn::planned(Id::new(1), instant(moment), Tz::Europe__London)
        },
    )
}

/// An open question that a side asked at a moment.
pub fn question(from: Side, asked: &str) -> Record<Question> {
    Record::with_id(
        1,
        Question {
            pair: Id::new(1),
            title: "Which of the two?".to_owned(),
            notes: None,
            from,
            asked_at: instant(asked),
            seen_at: None,
            answer_by: None,
            answered_at: None,
            answer: None,
            state: QuestionState::Open,
            state_on: instant(asked).date_naive(),
            because: None,
            private: false,
        },
    )
}

/// Feedback without a response.
pub fn feedback(from: Side, given_at: &str) -> Record<Feedback> {
    let mut feedback = Record::with_id(
        1,
        Feedback {
            pair: Id::new(1),
            from,
            kind: FeedbackKind::Keep,
            on: instant(given_at).date_naive(),
            situation: "Yesterday's review".to_owned(),
            behaviour: "Asked first".to_owned(),
            impact: "Everybody followed".to_owned(),
            request: None,
            goal: None,
            response: None,
            responded_on: None,
            follow_up: None,
            private: false,
            responded_at: None,
        },
    );
    feedback.created_at = instant(given_at);
    feedback
}

pub fn pulse(asked: &str, state: PulseState) -> Record<Pulse> {
    Record::with_id(
        1,
        Pulse { pair: Id::new(1), on: date(asked), state, state_on: date(asked), because: None },
    )
}

/// The answer of one side, with a rating for each statement.
pub fn pulse_answer(side: Side, ratings: [u8; 6]) -> PulseAnswer {
    let [rhythm, follow_through, candour, challenge, support, progress] = ratings;
    PulseAnswer {
        pair: Id::new(1),
        pulse: Id::new(1),
        side,
        on: NaiveDate::default(),
        rhythm,
        follow_through,
        candour,
        challenge,
        support,
        progress,
        keep: None,
        change: None,
        feeling: None,
    }
}

/// An introduction to a person who was asked on that day.
pub fn introduction(title: &str, asked: &str) -> Introduction {
    Introduction {
        pair: Id::new(1),
        title: title.to_owned(),
        why: None,
        wish: None,
        state: IntroductionState::Asked,
        state_on: date(asked),
        asked_on: date(asked),
        agreed_on: None,
        introduced_on: None,
        met_on: None,
        thanked_on: None,
        because: None,
        outcome: None,
        thanks: None,
        private: false,
    }
}

/// A closing on the last day of May, with a day for checking back.
pub fn closing(ask_on: Option<&str>) -> Closing {
    Closing {
        pair: Id::new(1),
        on: date("2027-05-31"),
        reason: Reason::Achieved,
        because: None,
        learned_mentor: None,
        learned_mentee: None,
        remains: None,
        thanks: None,
        contact_after: None,
        differently: Vec::new(),
        update_on: ask_on.map(date),
        update: None,
        updated_on: None,
    }
}

/// Advice of that day, without an outcome.
pub fn insight(given_on: &str) -> Insight {
    Insight {
        pair: Id::new(1),
        title: "Write the decision down".to_owned(),
        on: date(given_on),
        checkin: None,
        private: false,
        outcome: None,
        outcome_on: None,
        outcome_note: None,
    }
}

pub fn away(person: i64, from: &str, until: &str) -> Away {
    Away {
        person: Id::new(person),
        from: date(from),
        until: date(until),
        because: None,
        private: false,
        entered_at: None,
    }
}

/// A review on that day.
pub fn review(day: &str) -> Review {
    Review {
        pair: Id::new(1),
        since: date("2026-12-01"),
        on: date(day),
        achievements: Vec::new(),
        improve: Vec::new(),
        next: vec!["Own the on-call rota".to_owned()],
        stop: Vec::new(),
        start: Vec::new(),
        go_on: Vec::new(),
        agreement: Vec::new(),
        notes: None,
        private: false,
        at: None,
    }
}
