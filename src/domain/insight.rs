//! Wins and insights: short records taken during a check-in or between calls.

use chrono::{Days, NaiveDate};

use crate::domain::checkin::CheckIn;
use crate::domain::goal::Goal;
use crate::domain::pair::Pair;
use crate::domain::pair_item::noun;
use crate::domain::record::Id;
use crate::words;

/// Something that went well; evidence for confidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Win {
    pub pair: Id<Pair>,
    pub title: String,
    pub on: NaiveDate,
    pub goal: Option<Id<Goal>>,
    pub checkin: Option<Id<CheckIn>>,
    pub private: bool,
}

/// Advice or industry knowledge given by the mentor.
#[derive(Clone, Debug, PartialEq)]
pub struct Insight {
    pub pair: Id<Pair>,
    pub title: String,
    pub on: NaiveDate,
    /// The call in which it was given.
    pub checkin: Option<Id<CheckIn>>,
    pub private: bool,
    /// What came of it. `None`: not reported yet.
    pub outcome: Option<AdviceOutcome>,
    pub outcome_on: Option<NaiveDate>,
    pub outcome_note: Option<String>,
}

words! {
    /// Whether advice was taken, and whether it helped.
    AdviceOutcome { Helped = "helped", DidNotHelp = "did-not-help", NotTaken = "not-taken" }
}

/// Days after which a report asks what came of a piece of advice.
pub const OUTCOME_AFTER: u64 = 42;

/// Days after which an insight is recalled from memory for the first and the second time. Explaining something in one's
/// own words after a delay makes it last longer than rereading it (retrieval practice and spacing, `docs/sources.md`).
pub const RECALL_AFTER: [u64; 2] = [14, 42];

/// Days for which a due insight stays on the agenda; after that it is dropped, since neither side seems to need it.
pub const RECALL_FOR: u64 = 56;

/// Days after which no recall can be due any more, even if each one was as late as possible.
pub const RECALL_UNTIL: u64 = RECALL_AFTER[1] + 2 * RECALL_FOR;

/// An insight explained in the mentee's own words, from memory.
#[derive(Clone, Debug, PartialEq)]
pub struct Recall {
    pub pair: Id<Pair>,
    pub insight: Id<Insight>,
    pub on: NaiveDate,
    pub words: String,
}

impl Insight {
    /// Returns the first day of the next recall, given the days of the earlier ones. `None`: there have been enough
    /// recalls.
    ///
    /// A late first recall also delays the second: spacing is what makes recall work.
    pub fn recall_on(&self, recalled: &[NaiveDate]) -> Option<NaiveDate> {
        let days = RECALL_AFTER.get(recalled.len())?;
        let planned = self.on.checked_add_days(Days::new(*days))?;
        let Some(last) = recalled.iter().max() else {
            return Some(planned);
        };
        let wait = Days::new(RECALL_AFTER[1] - RECALL_AFTER[0]);
        Some(planned.max(last.checked_add_days(wait)?))
    }

    /// Whether a recall belongs on the agenda today.
    pub fn is_recall_due(&self, recalled: &[NaiveDate], today: NaiveDate) -> bool {
        let last_day = |day: NaiveDate| day.checked_add_days(Days::new(RECALL_FOR));
        let is_now =
            |day: NaiveDate| day <= today && last_day(day).is_none_or(|last| today <= last);
        self.recall_on(recalled).is_some_and(is_now)
    }

    /// Returns the day from which to ask what came of it. `None`: the outcome is known.
    pub fn outcome_due(&self) -> Option<NaiveDate> {
        let due = self.on.checked_add_days(Days::new(OUTCOME_AFTER));
        due.filter(|_| self.outcome.is_none())
    }
}

noun!(Win, "win", title);
noun!(Insight, "advice", title);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_data::{date, insight};

    #[test]
    fn an_insight_is_recalled_after_two_and_six_weeks_only() {
        let insight = insight("2026-12-01");
        assert_eq!(insight.recall_on(&[]), Some(date("2026-12-15")));
        let first = date("2026-12-15");
        assert_eq!(insight.recall_on(&[first]), Some(date("2027-01-12")));
        assert_eq!(insight.recall_on(&[first, date("2027-01-12")]), None);
    }

    #[test]
    fn a_late_first_recall_delays_the_second() {
        let insight = insight("2026-12-01");
        let late = date("2027-01-20");
        assert_eq!(insight.recall_on(&[late]), Some(date("2027-02-17")));
    }

    #[test]
    fn a_due_recall_stays_on_the_agenda_for_eight_weeks() {
        let insight = insight("2026-12-01");
        let is_due = |recalled: &[NaiveDate], day| insight.is_recall_due(recalled, date(day));
        assert!(!is_due(&[], "2026-12-14"));
        assert!(is_due(&[], "2026-12-15") && is_due(&[], "2027-02-09"));
        assert!(!is_due(&[], "2027-02-10"));
        let last = date("2027-02-09");
        assert!(!is_due(&[last], "2027-03-08") && is_due(&[last], "2027-03-09"));
    }

    #[test]
    fn the_outcome_is_due_after_six_weeks_until_it_is_recorded() {
        let mut insight = insight("2026-12-01");
        assert_eq!(insight.outcome_due(), Some(date("2027-01-12")));
        insight.outcome = Some(AdviceOutcome::NotTaken);
        assert_eq!(insight.outcome_due(), None);
    }
}
