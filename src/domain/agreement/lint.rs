//! What an agreement leaves open, and what contradicts itself.

use chrono::NaiveDate;

use crate::domain::agreement::AgreementTerms;
use crate::domain::length::Span;
use crate::domain::workweek::WorkWeek;

/// The time of the check-ins may exceed the agreed hours by this factor, since months differ in length.
const MAX_OVERRUN: f64 = 1.1;

/// The agreed hours may be this many times the time of the check-ins; preparation does not explain more.
const MAX_PREPARATION_FACTOR: f64 = 6.0;

/// A gap or a contradiction in an agreement, and the flag that resolves it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LintFinding {
    pub says: String,
    pub flag: &'static str,
}

impl AgreementTerms {
    /// Returns what the agreement leaves open and what contradicts itself, each with the flag that resolves it. Without
    /// a first day, the agreement is taken to start on `begun`.
    pub fn lint(&self, begun: NaiveDate) -> Vec<LintFinding> {
        let mut findings = self.open_points();
        findings.extend(self.contradictions(self.starts.unwrap_or(begun)));
        findings
    }

    fn open_points(&self) -> Vec<LintFinding> {
        let mut findings = Vec::new();
        let mut add_if = |is_open: bool, says: &'static str, flag: &'static str| {
            if is_open {
                findings.push(LintFinding { says: says.to_owned(), flag });
            }
        };
        add_if(self.purpose.is_none(), "no purpose", "--purpose");
        add_if(self.cadence.is_none(), "no cadence", "--cadence");
        add_if(self.length.is_none(), "no check-in length", "--length");
        let lacks_reply_time =
            self.mentor_replies_within.is_none() || self.mentee_replies_within.is_none();
        add_if(lacks_reply_time, "no reply time for both of you", "--reply-within");
        add_if(self.feedback_within.is_none(), "no feedback time", "--feedback-within");
        add_if(self.notice.is_none(), "no cancellation notice", "--notice");
        add_if(self.ends.is_none(), "no last day", "--ends");
        let lacks_review = self.review_on.is_none() && self.review_every.is_none();
        add_if(lacks_review, "no first review date", "--review-on");
        add_if(
            self.mentor_expects.is_empty(),
            "nothing on what the mentor expects",
            "--mentor-expects",
        );
        add_if(
            self.mentee_expects.is_empty(),
            "nothing on what the mentee expects",
            "--mentee-expects",
        );
        add_if(self.confidential.is_none(), "nothing on confidentiality", "--confidential");
        add_if(
            self.end_notice.is_none() && self.how_we_end.is_none(),
            "no notice period for ending it",
            "--end-notice",
        );
        add_if(self.outside_contact.is_none(), "no contact for disagreements", "--outside-contact");
        findings
    }

    /// Returns the terms that can't all be kept.
    fn contradictions(&self, starts: NaiveDate) -> Vec<LintFinding> {
        let hours = self.hours_contradiction();
        let review = self.review_contradiction(starts);
        let span = self.span_contradictions(starts);
        hours.into_iter().chain(review).chain(span).collect()
    }

    /// Compares the hours a month with the time that the check-ins take.
    fn hours_contradiction(&self) -> Option<LintFinding> {
        let (hours, length) = (self.hours_a_month?, self.length?);
        let calls_a_month = self.cadence.map_or(1.0, |cadence| cadence.times_a_month().min(31.0));
        let needed = f64::from(length.0) * calls_a_month / 60.0;
        let set_aside = f64::from(hours);
        let rhythm = self.cadence.map_or(String::new(), |cadence| format!(" {cadence}"));
        let says = if needed > set_aside * MAX_OVERRUN {
            format!("{length}{rhythm} takes {needed:.1} hours a month, and {hours} are set aside")
        } else if self.cadence.is_some() && needed * MAX_PREPARATION_FACTOR < set_aside {
            format!(
                "{hours} hours a month are set aside, and {length}{rhythm} takes {needed:.1} of them"
            )
        } else {
            return None;
        };
        Some(LintFinding { says, flag: "--hours-a-month" })
    }

    /// Checks that the reviews lie within the agreement and are not more frequent than check-ins.
    fn review_contradiction(&self, starts: NaiveDate) -> Option<LintFinding> {
        let finding = |says: String, flag| Some(LintFinding { says, flag });
        if let Some(first) = self.review_on.filter(|first| *first < starts) {
            let says = format!("the first review is on {first}, before the first day ({starts})");
            return finding(says, "--review-on");
        }
        let first_after = |span: Span| span.add_to(starts, &WorkWeek::default());
        let (first, flag) = match self.review_on {
            Some(first) => (first, "--review-on"),
            None => (self.review_every.and_then(first_after)?, "--review-every"),
        };
        if let Some(ends) = self.ends.filter(|ends| first > *ends) {
            let says = format!(
                "no review falls before the last day: the first is on {first}, the last day on {ends}"
            );
            return finding(says, flag);
        }
        let (span, cadence) = (self.review_every?, self.cadence?);
        let is_too_often = span.days() < cadence.days();
        is_too_often.then(|| LintFinding {
            says: format!("reviews every {span} come more often than check-ins, {cadence}"),
            flag: "--review-every",
        })
    }

    /// Finds spans that are longer than the cadence or the agreement that has to contain them.
    fn span_contradictions(&self, starts: NaiveDate) -> Vec<LintFinding> {
        let mut findings = Vec::new();
        if let Some(cadence) = self.cadence {
            let terms = [
                (self.notice, "the notice for a check-in", "--notice"),
                (self.materials_before, "the time for material", "--materials-before"),
            ];
            for (span, what, flag) in terms {
                let too_long = span.filter(|span| span.days() > cadence.days());
                findings.extend(too_long.map(|span| LintFinding {
                    says: format!("{what}, {span}, is longer than the cadence, {cadence}"),
                    flag,
                }));
            }
        }
        let Some(ends) = self.ends else {
            return findings;
        };
        let days = (ends - starts).num_days() + 1;
        if days < 1 {
            findings.push(LintFinding {
                says: format!("the last day, {ends}, is before the first day, {starts}"),
                flag: "--ends",
            });
            return findings;
        }
        if let Some(span) = self.end_notice.filter(|span| span.days() > days) {
            findings.push(LintFinding {
                says: format!(
                    "the notice to end it, {span}, is longer than the {days} days that it lasts"
                ),
                flag: "--end-notice",
            });
        }
        if let Some(cadence) = self.cadence.filter(|cadence| cadence.days() > days) {
            findings.push(LintFinding {
                says: format!("check-ins are {cadence}, but the agreement lasts {days} days"),
                flag: "--cadence",
            });
        }
        findings
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::cadence::Cadence;
    use crate::domain::length::Minutes;
    use crate::domain::zone::Tz;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn cadence(text: &str) -> Option<Cadence> {
        Some(Cadence::parse(text, Tz::Europe__London).unwrap())
    }

    fn span(text: &str) -> Option<Span> {
        Some(Span::parse(text).unwrap())
    }

    fn contradictions(terms: &AgreementTerms) -> Vec<&'static str> {
        let found = terms.contradictions(day("2026-12-01"));
        found.iter().map(|finding| finding.flag).collect()
    }

    #[test]
    fn last_day_before_the_first_is_the_only_finding_about_the_length() {
        let terms = AgreementTerms {
            ends: Some(day("2026-11-30")),
            cadence: cadence("weekly"),
            end_notice: span("7 days"),
            ..AgreementTerms::default()
        };
        assert_eq!(contradictions(&terms), ["--ends"]);
    }

    #[test]
    fn hours_that_contradict_the_check_ins_are_found() {
        let with = |hours, length, rhythm: &str| {
            contradictions(&AgreementTerms {
                hours_a_month: Some(hours),
                length: Some(Minutes(length)),
                cadence: cadence(rhythm),
                ..AgreementTerms::default()
            })
        };
        assert_eq!(with(1, 45, "every 2 weeks"), ["--hours-a-month"]);
        assert_eq!(with(3, 60, "weekly on mon and thu 17:00"), ["--hours-a-month"]);
        assert_eq!(with(20, 30, "monthly"), ["--hours-a-month"]);
        for fits in [
            with(2, 45, "every 2 weeks"),
            with(4, 60, "weekly"),
            with(1, 60, "monthly on last day 10:00"),
            with(2, 30, "monthly"),
        ] {
            assert!(fits.is_empty(), "{fits:?}");
        }
        let too_long = AgreementTerms {
            hours_a_month: Some(1),
            length: Some(Minutes(90)),
            ..AgreementTerms::default()
        };
        assert_eq!(contradictions(&too_long), ["--hours-a-month"]);
    }

    #[test]
    fn reviews_outside_the_agreement_are_found() {
        let with = |on: Option<&str>, every: Option<&str>| {
            contradictions(&AgreementTerms {
                ends: Some(day("2027-03-01")),
                review_on: on.map(day),
                review_every: every.and_then(span),
                cadence: cadence("every 2 weeks"),
                ..AgreementTerms::default()
            })
        };
        assert_eq!(with(None, Some("26 weeks")), ["--review-every"]);
        assert_eq!(with(Some("2027-04-01"), Some("4 weeks")), ["--review-on"]);
        assert_eq!(with(Some("2026-11-01"), None), ["--review-on"]);
        assert_eq!(with(None, Some("1 week")), ["--review-every"]);
        assert!(with(Some("2027-01-15"), Some("26 weeks")).is_empty());
        assert!(with(None, Some("8 weeks")).is_empty());
    }

    #[test]
    fn spans_longer_than_the_cadence_or_the_agreement_are_found() {
        let terms = AgreementTerms {
            ends: Some(day("2027-01-31")),
            cadence: cadence("weekly"),
            notice: span("8 days"),
            materials_before: span("2 weeks"),
            end_notice: span("3 months"),
            ..AgreementTerms::default()
        };
        let found = contradictions(&terms);
        assert_eq!(found, ["--notice", "--materials-before", "--end-notice"]);
        let terms = AgreementTerms { cadence: cadence("quarterly"), ..terms };
        assert_eq!(contradictions(&terms), ["--end-notice", "--cadence"]);
    }

    #[test]
    fn an_empty_agreement_leaves_everything_open() {
        assert_eq!(AgreementTerms::default().lint(day("2026-12-01")).len(), 13);
    }

    #[test]
    fn one_sided_expectations_are_found() {
        let terms = AgreementTerms {
            mentor_expects: vec!["An agenda".into()],
            ..AgreementTerms::default()
        };
        let flags: Vec<_> =
            terms.lint(day("2026-12-01")).iter().map(|finding| finding.flag).collect();
        assert!(flags.contains(&"--mentee-expects") && !flags.contains(&"--mentor-expects"));
    }
}
