//! How notice is counted, and which moves leave none.

use crate::domain::checkin::CheckIn;
use crate::domain::length::Span;
use crate::domain::pair_history::PairHistory;
use crate::domain::person::Side;
use crate::domain::promise::tests::{fixture_until, moved, rhythm};
use crate::domain::promise::{Promise, is_within_notice};
use crate::domain::record::{Id, Record};
use crate::domain::test_data::{self, instant};
use crate::domain::zone::Tz;

fn leaves_notice(notice: &str, planned: &str, at: &str) -> bool {
    let pair = test_data::pair();
    let history = PairHistory::new(&pair, &[], &[]);
    let notice = Span::parse(notice).ok();
    is_within_notice(&history, Side::Mentor, notice, instant(planned), instant(at))
}

#[test]
fn notice_is_counted_to_the_hour() {
    let thursday = "2026-12-03T17:00:00Z";
    assert!(leaves_notice("24h", thursday, "2026-12-02T17:00:00Z"));
    assert!(!leaves_notice("24h", thursday, "2026-12-02T18:00:00Z"));
    assert!(leaves_notice("none", thursday, thursday));
}

#[test]
fn notice_in_working_days_leaves_the_weekend_out() {
    let monday = "2026-12-07T15:00:00Z";
    assert!(leaves_notice("1 working day", monday, "2026-12-04T15:00:00Z"));
    assert!(!leaves_notice("1 working day", monday, "2026-12-05T15:00:00Z"));
    assert!(!leaves_notice("2 working days", monday, "2026-12-04T09:00:00Z"));
    let thursday = "2026-12-10T15:00:00Z";
    assert!(leaves_notice("1 working day", thursday, "2026-12-09T15:00:00Z"));
    assert!(leaves_notice("2 working days", thursday, "2026-12-08T15:00:00Z"));
}

#[test]
fn a_late_move_breaks_the_notice_of_the_side_that_moved() {
    let notice = |moment: &str, side| {
        let mut fixture = fixture_until("2026-12-20T09:00:00Z", rhythm("every 2 weeks"));
        let planned =
            CheckIn::planned(Id::new(1), instant("2026-12-03T15:00:00Z"), Tz::Europe__London);
        let call = Record::with_id(1, planned);
        fixture.facts.moves.push(moved(&call, moment, Side::Mentee));
        let outcome = fixture.outcome(Promise::Notice, Some(side));
        outcome.kept.zip(outcome.of)
    };
    assert_eq!(notice("2026-12-03T14:30:00Z", Side::Mentee), Some((0, 1)));
    assert_eq!(notice("2026-12-02T14:30:00Z", Side::Mentee), Some((1, 1)));
    assert_eq!(notice("2026-12-03T14:30:00Z", Side::Mentor), None);
}
