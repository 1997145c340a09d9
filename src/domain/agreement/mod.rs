//! Mentoring agreements, in numbered versions.
//!
//! The fields are those that recur in public mentoring agreements; `docs/sources.md` lists them.

use chrono::NaiveDate;

use crate::domain::cadence::Cadence;
use crate::domain::length::{Minutes, Span};
use crate::domain::pair::Pair;
use crate::domain::person::Side;
use crate::domain::record::Id;
use crate::domain::workweek::WorkWeek;

/// One version of an agreement. Versions are never overwritten.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    pub pair: Id<Pair>,
    /// 1, 2, … within the pair.
    pub version: u32,
    pub terms: AgreementTerms,
    /// The day on which the mentor accepted this version.
    pub accepted_by_mentor: Option<NaiveDate>,
    /// The day on which the mentee accepted this version.
    pub accepted_by_mentee: Option<NaiveDate>,
    /// The side that accepted by mail, and the day: `mentee 2026-12-03`.
    pub accepted_by_mail: Option<String>,
    /// Why this version replaces the previous one.
    pub changed_because: Option<String>,
}

impl Agreement {
    pub fn accepted_by(&self, side: Side) -> Option<NaiveDate> {
        match side {
            Side::Mentor => self.accepted_by_mentor,
            Side::Mentee => self.accepted_by_mentee,
        }
    }

    /// Records the acceptance of a side from its mail of that day.
    pub fn accept_by_mail(&mut self, side: Side, on: NaiveDate) {
        match side {
            Side::Mentor => self.accepted_by_mentor = Some(on),
            Side::Mentee => self.accepted_by_mentee = Some(on),
        }
        self.accepted_by_mail = Some(format!("{side} {on}"));
    }

    /// Whether the acceptance of this side came by mail, so that no device of theirs has signed it.
    pub fn is_accepted_by_mail(&self, side: Side) -> bool {
        let acceptance = self.accepted_by(side).map(|on| format!("{side} {on}"));
        acceptance.is_some() && acceptance == self.accepted_by_mail
    }

    /// Returns the sides that have not accepted yet.
    pub fn pending_sides(&self) -> Vec<Side> {
        Side::ALL
            .iter()
            .copied()
            .filter(|side| self.accepted_by(*side).is_none())
            .collect()
    }

    /// Returns the day on which the second side accepted. `None`: at least one has not.
    pub fn accepted_on(&self) -> Option<NaiveDate> {
        Some(self.accepted_by_mentor?.max(self.accepted_by_mentee?))
    }

    pub fn is_accepted(&self) -> bool {
        self.pending_sides().is_empty()
    }
}

/// The terms of an agreement. All are optional; `agree lint` reports the missing ones.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AgreementTerms {
    pub purpose: Option<String>,
    pub goals: Vec<String>,
    pub starts: Option<NaiveDate>,
    pub ends: Option<NaiveDate>,
    /// Day of the first joint review.
    pub review_on: Option<NaiveDate>,
    pub review_every: Option<Span>,
    pub cadence: Option<Cadence>,
    pub length: Option<Minutes>,
    /// Hours a month that both set aside.
    pub hours_a_month: Option<u32>,
    pub channel: Option<String>,
    /// Reply time for questions to the mentor, counted in their days.
    pub mentor_replies_within: Option<Span>,
    /// Reply time for questions to the mentee, counted in their days.
    pub mentee_replies_within: Option<Span>,
    pub feedback_within: Option<Span>,
    /// How long before a call its material is sent.
    pub materials_before: Option<Span>,
    /// Notice for cancelling or moving a check-in.
    pub notice: Option<Span>,
    pub scheduled_by: Option<Side>,
    pub agenda_by: Option<Side>,
    /// What the mentor expects of the mentee.
    pub mentor_expects: Vec<String>,
    /// What the mentee expects of the mentor.
    pub mentee_expects: Vec<String>,
    pub confidential: Option<String>,
    pub off_limits: Vec<String>,
    /// Whether and how the two are in contact between check-ins.
    pub contact_between: Option<String>,
    /// A person outside the pair to ask in a conflict.
    pub outside_contact: Option<String>,
    pub end_notice: Option<Span>,
    pub how_we_end: Option<String>,
    pub additional: Option<String>,
}

impl AgreementTerms {
    pub fn replies_within(&self, side: Side) -> Option<Span> {
        match side {
            Side::Mentor => self.mentor_replies_within,
            Side::Mentee => self.mentee_replies_within,
        }
    }

    /// Returns the terms that are set, by key, as text.
    pub fn fields(&self) -> Vec<(&'static str, Vec<String>)> {
        fn text<T: ToString>(value: Option<&T>) -> Vec<String> {
            value.map(ToString::to_string).into_iter().collect()
        }
        let mut fields = vec![
            ("purpose", text(self.purpose.as_ref())),
            ("goals", self.goals.clone()),
            ("starts", text(self.starts.as_ref())),
            ("ends", text(self.ends.as_ref())),
            ("cadence", text(self.cadence.as_ref())),
            ("length", text(self.length.as_ref())),
            ("channel", text(self.channel.as_ref())),
            ("hours_a_month", text(self.hours_a_month.as_ref())),
            (
                "mentor_replies_within",
                text(self.mentor_replies_within.as_ref()),
            ),
            (
                "mentee_replies_within",
                text(self.mentee_replies_within.as_ref()),
            ),
            ("feedback_within", text(self.feedback_within.as_ref())),
            ("materials_before", text(self.materials_before.as_ref())),
            ("notice", text(self.notice.as_ref())),
            ("scheduled_by", text(self.scheduled_by.as_ref())),
            ("agenda_by", text(self.agenda_by.as_ref())),
            ("review_every", text(self.review_every.as_ref())),
            ("review_on", text(self.review_on.as_ref())),
            ("mentor_expects", self.mentor_expects.clone()),
            ("mentee_expects", self.mentee_expects.clone()),
            ("confidential", text(self.confidential.as_ref())),
            ("off_limits", self.off_limits.clone()),
            ("contact_between", text(self.contact_between.as_ref())),
            ("outside_contact", text(self.outside_contact.as_ref())),
            ("end_notice", text(self.end_notice.as_ref())),
            ("how_we_end", text(self.how_we_end.as_ref())),
            ("additional", text(self.additional.as_ref())),
        ];
        fields.retain(|(_, texts)| !texts.is_empty());
        fields
    }

    /// Returns the fields in which two versions differ: key, value before, value after.
    pub fn diff(&self, after: &AgreementTerms) -> Vec<(&'static str, Vec<String>, Vec<String>)> {
        let (before, after) = (self.fields(), after.fields());
        let value_of = |fields: &[(&'static str, Vec<String>)], key: &str| {
            let found = fields.iter().find(|(known, _)| *known == key);
            found.map(|(_, texts)| texts.clone()).unwrap_or_default()
        };
        let is_added = |(key, _): &&(&'static str, _)| value_of(&before, key).is_empty();
        let added = after.iter().filter(is_added);
        let keys = before.iter().chain(added).map(|(key, _)| *key);
        keys.map(|key| (key, value_of(&before, key), value_of(&after, key)))
            .filter(|(_, before, after)| before != after)
            .collect()
    }

    /// Returns the keys of the fields whose values are equivalent, even if they are written differently.
    pub fn matching_keys(&self, other: &AgreementTerms) -> Vec<&'static str> {
        let others = other.normalized_fields();
        let own = self.normalized_fields().into_iter();
        own.filter(|field| others.contains(field))
            .map(|(key, _)| key)
            .collect()
    }

    /// Returns the same as `diff`, without fields whose values are equivalent.
    pub fn differences(
        &self,
        other: &AgreementTerms,
    ) -> Vec<(&'static str, Vec<String>, Vec<String>)> {
        let matching = self.matching_keys(other);
        let mut differences = self.diff(other);
        differences.retain(|(key, ..)| !matching.contains(key));
        differences
    }

    /// Returns the same as `fields` with normalized values: spans in their smallest unit, so that 14 days equal 2
    /// weeks, and texts without differences in case, white space and the order of a list.
    fn normalized_fields(&self) -> Vec<(&'static str, Vec<String>)> {
        let normalize = |text: &String| {
            let words: Vec<&str> = text.split_whitespace().collect();
            words
                .join(" ")
                .to_lowercase()
                .trim_end_matches('.')
                .to_owned()
        };
        let span_of = |key: &str| match key {
            "cadence" => match self.cadence {
                Some(Cadence::FromLast(span)) => Some(span),
                _ => None,
            },
            "mentor_replies_within" => self.mentor_replies_within,
            "mentee_replies_within" => self.mentee_replies_within,
            "feedback_within" => self.feedback_within,
            "materials_before" => self.materials_before,
            "notice" => self.notice,
            "review_every" => self.review_every,
            "end_notice" => self.end_notice,
            _ => None,
        };
        let mut fields = self.fields();
        for (key, texts) in &mut fields {
            if let Some(span) = span_of(key) {
                *texts = vec![span.in_smallest_unit().to_string()];
            } else {
                *texts = texts.iter().map(normalize).collect();
                texts.sort();
            }
        }
        fields
    }

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
                findings.push(LintFinding {
                    says: says.to_owned(),
                    flag,
                });
            }
        };
        add_if(self.purpose.is_none(), "no purpose", "--purpose");
        add_if(self.cadence.is_none(), "no cadence", "--cadence");
        add_if(self.length.is_none(), "no check-in length", "--length");
        let lacks_reply_time =
            self.mentor_replies_within.is_none() || self.mentee_replies_within.is_none();
        add_if(
            lacks_reply_time,
            "no reply time for both of you",
            "--reply-within",
        );
        add_if(
            self.feedback_within.is_none(),
            "no feedback time",
            "--feedback-within",
        );
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
        add_if(
            self.confidential.is_none(),
            "nothing on confidentiality",
            "--confidential",
        );
        add_if(
            self.end_notice.is_none() && self.how_we_end.is_none(),
            "no notice period for ending it",
            "--end-notice",
        );
        add_if(
            self.outside_contact.is_none(),
            "no contact for disagreements",
            "--outside-contact",
        );
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
        let calls_a_month = self
            .cadence
            .map_or(1.0, |cadence| cadence.times_a_month().min(31.0));
        let needed = f64::from(length.0) * calls_a_month / 60.0;
        let set_aside = f64::from(hours);
        let rhythm = self
            .cadence
            .map_or(String::new(), |cadence| format!(" {cadence}"));
        let says = if needed > set_aside * MAX_OVERRUN {
            format!("{length}{rhythm} takes {needed:.1} hours a month, and {hours} are set aside")
        } else if self.cadence.is_some() && needed * MAX_PREPARATION_FACTOR < set_aside {
            format!(
                "{hours} hours a month are set aside, and {length}{rhythm} takes {needed:.1} of them"
            )
        } else {
            return None;
        };
        Some(LintFinding {
            says,
            flag: "--hours-a-month",
        })
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
                (
                    self.materials_before,
                    "the time for material",
                    "--materials-before",
                ),
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

/// Returns the first of the limits that shares a word with the text. Words of up to three letters count only if a limit
/// has no longer ones. Plurals match singulars.
pub fn first_match<'l>(limits: &'l [String], text: &str) -> Option<&'l str> {
    let singular = |word: &str| match word.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => word.trim_end_matches('s').to_owned(),
    };
    let words_of = |text: &str| -> Vec<String> {
        let text = text.to_lowercase();
        let words = text.split(|c: char| !c.is_alphanumeric()).map(singular);
        words.filter(|word| !word.is_empty()).collect()
    };
    let text_words = words_of(text);
    let matches_text = |limit: &&String| {
        let words = words_of(limit);
        let is_long = |word: &&String| word.chars().count() > 3;
        let has_long = words.iter().any(|word| is_long(&word));
        let mut significant = words.iter().filter(|word| !has_long || is_long(word));
        significant.any(|word| text_words.contains(word))
    };
    limits.iter().find(matches_text).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::zone::Tz;

    #[test]
    fn a_text_matches_a_limit_by_a_word_in_any_number_or_case() {
        let limits = ["Family".to_owned(), "my health problems".to_owned()];
        assert_eq!(
            first_match(&limits, "How the FAMILY took it"),
            Some("Family")
        );
        assert_eq!(first_match(&limits, "Our families"), Some("Family"));
        assert_eq!(
            first_match(&limits, "A problem at work"),
            Some("my health problems")
        );
        assert_eq!(first_match(&limits, "Familiar with Rust, my way"), None);
    }

    #[test]
    fn a_limit_of_short_words_is_matched_too() {
        let limits = ["Pay".to_owned()];
        assert_eq!(
            first_match(&limits, "When to ask for more pay"),
            Some("Pay")
        );
        assert_eq!(first_match(&limits, "Paying attention"), None);
    }

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
        assert_eq!(
            with(3, 60, "weekly on mon and thu 17:00"),
            ["--hours-a-month"]
        );
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
        let terms = AgreementTerms {
            cadence: cadence("quarterly"),
            ..terms
        };
        assert_eq!(contradictions(&terms), ["--end-notice", "--cadence"]);
    }

    #[test]
    fn equivalent_terms_match_in_any_notation() {
        let mentor = AgreementTerms {
            cadence: cadence("every 14 days"),
            notice: span("24h"),
            review_every: span("8 weeks"),
            end_notice: span("1 year"),
            channel: Some("Video".into()),
            goals: vec!["A".into(), "B".into()],
            mentor_replies_within: span("2 working days"),
            feedback_within: span("1 month"),
            ..AgreementTerms::default()
        };
        let mentee = AgreementTerms {
            cadence: cadence("fortnightly"),
            notice: span("1 day"),
            review_every: span("56 days"),
            end_notice: span("12 months"),
            channel: Some("video".into()),
            goals: vec!["b".into(), "a".into()],
            mentor_replies_within: span("2 days"),
            feedback_within: span("30 days"),
            ..AgreementTerms::default()
        };
        let differences = mentor.differences(&mentee);
        let keys: Vec<&str> = differences.iter().map(|(key, ..)| *key).collect();
        assert_eq!(keys, ["mentor_replies_within", "feedback_within"]);
        assert_eq!(mentor.matching_keys(&mentee).len(), 6);
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
        let flags: Vec<_> = terms
            .lint(day("2026-12-01"))
            .iter()
            .map(|finding| finding.flag)
            .collect();
        assert!(flags.contains(&"--mentee-expects") && !flags.contains(&"--mentor-expects"));
    }

    #[test]
    fn diff_returns_both_values() {
        let before = AgreementTerms {
            channel: Some("video".into()),
            ..AgreementTerms::default()
        };
        let after = AgreementTerms {
            purpose: Some("Grow".into()),
            channel: Some("phone".into()),
            ..AgreementTerms::default()
        };
        assert_eq!(
            before.diff(&after),
            vec![
                (
                    "channel",
                    vec!["video".to_owned()],
                    vec!["phone".to_owned()]
                ),
                ("purpose", vec![], vec!["Grow".to_owned()]),
            ]
        );
    }
}
