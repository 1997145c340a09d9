//! Mentoring agreements, in numbered versions.
//!
//! The fields are those that recur in public mentoring agreements; `docs/sources.md` lists them.

mod lint;
mod off_limits;

use chrono::NaiveDate;

use crate::domain::cadence::Cadence;
use crate::domain::length::{Minutes, Span};
use crate::domain::pair::Pair;
use crate::domain::person::Side;
use crate::domain::record::Id;

pub use lint::LintFinding;
pub use off_limits::first_match;

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
        Side::ALL.iter().copied().filter(|side| self.accepted_by(*side).is_none()).collect()
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
            ("mentor_replies_within", text(self.mentor_replies_within.as_ref())),
            ("mentee_replies_within", text(self.mentee_replies_within.as_ref())),
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
        own.filter(|field| others.contains(field)).map(|(key, _)| key).collect()
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
            words.join(" ").to_lowercase().trim_end_matches('.').to_owned()
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::zone::Tz;

    #[test]
    fn equivalent_terms_match_in_any_notation() {
        let mentor = AgreementTerms {
            cadence: Some(Cadence::parse("every 14 days", Tz::Europe__London).unwrap()),
            notice: Some(Span::parse("24h").unwrap()),
            review_every: Some(Span::parse("8 weeks").unwrap()),
            end_notice: Some(Span::parse("1 year").unwrap()),
            channel: Some("Video".into()),
            goals: vec!["A".into(), "B".into()],
            mentor_replies_within: Some(Span::parse("2 working days").unwrap()),
            feedback_within: Some(Span::parse("1 month").unwrap()),
            ..AgreementTerms::default()
        };
        let mentee = AgreementTerms {
            cadence: Some(Cadence::parse("fortnightly", Tz::Europe__London).unwrap()),
            notice: Some(Span::parse("1 day").unwrap()),
            review_every: Some(Span::parse("56 days").unwrap()),
            end_notice: Some(Span::parse("12 months").unwrap()),
            channel: Some("video".into()),
            goals: vec!["b".into(), "a".into()],
            mentor_replies_within: Some(Span::parse("2 days").unwrap()),
            feedback_within: Some(Span::parse("30 days").unwrap()),
            ..AgreementTerms::default()
        };
        let differences = mentor.differences(&mentee);
        let keys: Vec<&str> = differences.iter().map(|(key, ..)| *key).collect();
        assert_eq!(keys, ["mentor_replies_within", "feedback_within"]);
        assert_eq!(mentor.matching_keys(&mentee).len(), 6);
    }

    #[test]
    fn diff_returns_both_values() {
        let before = AgreementTerms { channel: Some("video".into()), ..AgreementTerms::default() };
        let after = AgreementTerms {
            purpose: Some("Grow".into()),
            channel: Some("phone".into()),
            ..AgreementTerms::default()
        };
        assert_eq!(
            before.diff(&after),
            vec![
                ("channel", vec!["video".to_owned()], vec!["phone".to_owned()]),
                ("purpose", vec![], vec!["Grow".to_owned()]),
            ]
        );
    }
}
