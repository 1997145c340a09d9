//! Promises evaluated against small histories, with results computed by hand.

mod cadence;
mod commitments;
mod fixed_cadence;
mod minutes;
mod notice;
mod outcome;
mod reviews;

use chrono::{DateTime, Utc};

use crate::domain::agreement::{Agreement, AgreementTerms};
use crate::domain::cadence::Cadence;
use crate::domain::checkin::CheckIn;
use crate::domain::goal::{DateMove, Moved};
use crate::domain::length::Span;
use crate::domain::pair::{PairContext, PairState};
use crate::domain::pair_history::PairHistory;
use crate::domain::person::Side;
use crate::domain::promise::{Period, PeriodRecords, Promise, PromiseOutcome, Verdict, evaluate};
use crate::domain::record::{Id, Record};
use crate::domain::test_data::{self, date, instant};
use crate::domain::zone::Tz;

/// Sam in London and Ana in Bogotá, with their agreements and records.
struct HistoryFixture {
    pair: PairContext,
    agreements: Vec<Record<Agreement>>,
    facts: PeriodRecords,
    since: DateTime<Utc>,
    until: DateTime<Utc>,
}

fn fixture_until(until: &str, terms: AgreementTerms) -> HistoryFixture {
    let starts = terms.starts.unwrap_or(date("2026-12-01"));
    let mut agreement = test_data::agreement(AgreementTerms { starts: Some(starts), ..terms });
    agreement.data.accepted_by_mentor = Some(starts);
    agreement.data.accepted_by_mentee = Some(starts);
    HistoryFixture {
        pair: test_data::pair(),
        agreements: vec![agreement],
        facts: PeriodRecords::default(),
        since: instant("2026-11-30T23:59:59Z"),
        until: instant(until),
    }
}

impl HistoryFixture {
    fn renewed(mut self, accepted: &str, terms: AgreementTerms) -> Self {
        let mut agreement =
            test_data::agreement(AgreementTerms { starts: Some(date("2026-12-01")), ..terms });
        agreement.data.version = 2;
        agreement.data.accepted_by_mentor = Some(date(accepted));
        agreement.data.accepted_by_mentee = Some(date(accepted));
        self.agreements.push(agreement);
        self
    }

    /// Adds calls held at three in the afternoon, London time.
    fn with_held(mut self, days: &[&str]) -> Self {
        for (number, day) in (1..).zip(days) {
            let mut call = test_data::held_checkin(&format!("{day}T15:00:00Z"));
            call.id = Id::new(number);
            self.facts.held.push(call);
        }
        self
    }

    fn paused(mut self, from: &str, until: &str) -> Self {
        let pair = &mut self.pair.record.data;
        let moment = |day: &str| instant(&format!("{day}T09:00:00Z"));
        pair.change_state(PairState::Paused, date(from), moment(from), None);
        pair.change_state(PairState::Active, date(until), moment(until), None);
        self
    }

    fn away(mut self, person: i64, from: &str, until: &str) -> Self {
        let away = Record::with_id(1, test_data::away(person, from, until));
        self.facts.aways.push(away);
        self
    }

    fn outcome(&self, promise: Promise, side: Option<Side>) -> PromiseOutcome {
        let history = PairHistory::new(&self.pair, &self.agreements, &self.facts.aways);
        let period = Period {
            since: self.since,
            until: self.until,
            first_day: self.since.date_naive(),
            last_day: self.until.date_naive(),
        };
        let outcomes = evaluate(&history, period, &self.facts);
        let mut outcomes = outcomes.into_iter();
        outcomes.find(|outcome| (outcome.promise, outcome.side) == (promise, side)).unwrap()
    }

    fn cadence(&self) -> (Option<u32>, Option<u32>, Option<u32>, Verdict) {
        let outcome = self.outcome(Promise::Cadence, None);
        (outcome.kept, outcome.of, outcome.late, outcome.verdict)
    }
}

fn rhythm(text: &str) -> AgreementTerms {
    AgreementTerms {
        cadence: Cadence::parse(text, Tz::Europe__London).ok(),
        notice: Span::parse("24h").ok(),
        ..AgreementTerms::default()
    }
}

/// A move of a call away from its planned time.
fn moved(call: &Record<CheckIn>, moment: &str, by: Side) -> Record<DateMove> {
    let mut date_move = Record::with_id(
        1,
        DateMove {
            pair: Id::new(1),
            what: Moved::CheckIn,
            number: call.id.number(),
            on: instant(moment).date_naive(),
            from: call.planned_at.map(|at| at.to_rfc3339()),
            to: None,
            because: None,
            by: Some(by),
        },
    );
    date_move.created_at = instant(moment);
    date_move
}
