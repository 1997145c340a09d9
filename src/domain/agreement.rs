//! Mutual expectations, in numbered versions.
//!
//! The fields are those that recur in public mentoring agreements; `docs/sources.md` says where.

use chrono::NaiveDate;

use crate::domain::cadence::Cadence;
use crate::domain::length::{Minutes, Span};
use crate::domain::pair::Pair;
use crate::domain::person::Side;
use crate::domain::record::Id;

/// One version. A new one never overwrites an older one.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    pub pair: Id<Pair>,
    /// 1, 2, … within the pair.
    pub version: u32,
    pub terms: Terms,
    /// Day on which each side said yes to this version.
    pub accepted_by_mentor: Option<NaiveDate>,
    pub accepted_by_mentee: Option<NaiveDate>,
    /// Why this version replaces the one before.
    pub changed_because: Option<String>,
}

impl Agreement {
    pub fn accepted_by(&self, side: Side) -> Option<NaiveDate> {
        match side {
            Side::Mentor => self.accepted_by_mentor,
            Side::Mentee => self.accepted_by_mentee,
        }
    }

    /// The side that has not said yes yet.
    pub fn waits_for(&self) -> Vec<Side> {
        Side::ALL
            .iter()
            .copied()
            .filter(|side| self.accepted_by(*side).is_none())
            .collect()
    }

    pub fn is_accepted(&self) -> bool {
        self.waits_for().is_empty()
    }
}

/// What the two agreed. Everything is optional: what is missing is what `agree lint` talks about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Terms {
    pub purpose: Option<String>,
    pub goals: Vec<String>,
    pub starts: Option<NaiveDate>,
    pub ends: Option<NaiveDate>,
    /// Day of the first joint review.
    pub review_on: Option<NaiveDate>,
    pub review_every: Option<Span>,
    pub cadence: Option<Cadence>,
    pub length: Option<Minutes>,
    /// Hours a month both set aside.
    pub hours_a_month: Option<u32>,
    pub channel: Option<String>,
    /// Within which a question is answered, counted in the answerer's calendar.
    pub mentor_replies_within: Option<Span>,
    pub mentee_replies_within: Option<Span>,
    pub feedback_within: Option<Span>,
    /// How long before a check-in material is sent.
    pub materials_before: Option<Span>,
    /// How long before a check-in it may be cancelled or moved.
    pub notice: Option<Span>,
    pub scheduled_by: Option<Side>,
    pub agenda_by: Option<Side>,
    /// What the mentor expects of the mentee.
    pub mentor_expects: Vec<String>,
    /// What the mentee expects of the mentor.
    pub mentee_expects: Vec<String>,
    pub confidential: Option<String>,
    pub off_limits: Vec<String>,
    /// Contact between check-ins: whether, how.
    pub contact_between: Option<String>,
    /// Whom to ask, outside the pair, in a conflict.
    pub outside_contact: Option<String>,
    pub end_notice: Option<Span>,
    pub how_we_end: Option<String>,
    pub additional: Option<String>,
}

impl Terms {
    pub fn replies_within(&self, side: Side) -> Option<Span> {
        match side {
            Side::Mentor => self.mentor_replies_within,
            Side::Mentee => self.mentee_replies_within,
        }
    }

    /// Every term that says something, by key, as text.
    pub fn fields(&self) -> Vec<(&'static str, Vec<String>)> {
        fn one<T: ToString>(value: Option<&T>) -> Vec<String> {
            value.map(ToString::to_string).into_iter().collect()
        }
        let mut fields = vec![
            ("purpose", one(self.purpose.as_ref())),
            ("goals", self.goals.clone()),
            ("starts", one(self.starts.as_ref())),
            ("ends", one(self.ends.as_ref())),
            ("cadence", one(self.cadence.as_ref())),
            ("length", one(self.length.as_ref())),
            ("channel", one(self.channel.as_ref())),
            ("hours_a_month", one(self.hours_a_month.as_ref())),
            (
                "mentor_replies_within",
                one(self.mentor_replies_within.as_ref()),
            ),
            (
                "mentee_replies_within",
                one(self.mentee_replies_within.as_ref()),
            ),
            ("feedback_within", one(self.feedback_within.as_ref())),
            ("materials_before", one(self.materials_before.as_ref())),
            ("notice", one(self.notice.as_ref())),
            ("scheduled_by", one(self.scheduled_by.as_ref())),
            ("agenda_by", one(self.agenda_by.as_ref())),
            ("review_every", one(self.review_every.as_ref())),
            ("review_on", one(self.review_on.as_ref())),
            ("mentor_expects", self.mentor_expects.clone()),
            ("mentee_expects", self.mentee_expects.clone()),
            ("confidential", one(self.confidential.as_ref())),
            ("off_limits", self.off_limits.clone()),
            ("contact_between", one(self.contact_between.as_ref())),
            ("outside_contact", one(self.outside_contact.as_ref())),
            ("end_notice", one(self.end_notice.as_ref())),
            ("how_we_end", one(self.how_we_end.as_ref())),
            ("additional", one(self.additional.as_ref())),
        ];
        fields.retain(|(_, texts)| !texts.is_empty());
        fields
    }

    /// The fields that two versions have differently: key, before, after.
    pub fn changes(&self, after: &Terms) -> Vec<(&'static str, Vec<String>, Vec<String>)> {
        let (mine, theirs) = (self.fields(), after.fields());
        let of = |fields: &[(&'static str, Vec<String>)], key: &str| {
            let found = fields.iter().find(|(known, _)| *known == key);
            found.map(|(_, texts)| texts.clone()).unwrap_or_default()
        };
        let added = theirs.iter().filter(|(key, _)| of(&mine, key).is_empty());
        let keys = mine.iter().chain(added).map(|(key, _)| *key);
        keys.map(|key| (key, of(&mine, key), of(&theirs, key)))
            .filter(|(_, before, after)| before != after)
            .collect()
    }

    /// What the agreement leaves open: each finding with what to type.
    pub fn lint(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut find = |is_open: bool, says: &'static str, flag: &'static str| {
            if is_open {
                findings.push(Finding { says, flag });
            }
        };
        find(
            self.purpose.is_none(),
            "nothing says what it is for",
            "--purpose",
        );
        find(
            self.cadence.is_none(),
            "how often you meet has no number",
            "--cadence",
        );
        find(
            self.length.is_none(),
            "how long a check-in is has no number",
            "--length",
        );
        let replies = self.mentor_replies_within.is_none() || self.mentee_replies_within.is_none();
        find(
            replies,
            "how soon a question is answered has no number for both sides",
            "--reply-within",
        );
        find(
            self.feedback_within.is_none(),
            "how soon feedback comes has no number",
            "--feedback-within",
        );
        find(
            self.notice.is_none(),
            "how late a check-in may be cancelled has no number",
            "--notice",
        );
        find(self.ends.is_none(), "there is no last day", "--ends");
        let first_review = self.review_on.is_none() && self.review_every.is_none();
        find(first_review, "there is no first review date", "--review-on");
        find(
            self.mentor_expects.is_empty(),
            "expectations are one-sided: nothing says what the mentor expects",
            "--mentor-expects",
        );
        find(
            self.mentee_expects.is_empty(),
            "expectations are one-sided: nothing says what the mentee expects",
            "--mentee-expects",
        );
        find(
            self.confidential.is_none(),
            "nothing says what stays between you",
            "--confidential",
        );
        find(
            self.end_notice.is_none() && self.how_we_end.is_none(),
            "there is no way out",
            "--end-notice",
        );
        find(
            self.outside_contact.is_none(),
            "there is nobody to ask in a conflict",
            "--outside-contact",
        );
        findings
    }
}

/// Something an agreement leaves open, and the flag that settles it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    pub says: &'static str,
    pub flag: &'static str,
}

/// The first of the limits that a text touches: one of its longer words stands in the text, or, if it has none, any.
pub fn touched<'l>(limits: &'l [String], text: &str) -> Option<&'l str> {
    let one_of_them = |word: &str| match word.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => word.trim_end_matches('s').to_owned(),
    };
    let words = |text: &str| -> Vec<String> {
        let text = text.to_lowercase();
        let found = text.split(|c: char| !c.is_alphanumeric());
        let found = found.map(one_of_them);
        found.filter(|word| !word.is_empty()).collect()
    };
    let said = words(text);
    let touches = |limit: &&String| {
        let words = words(limit);
        let is_long = |word: &&String| word.chars().count() > 3;
        let has_long = words.iter().any(|word| is_long(&word));
        let mut telling = words.iter().filter(|word| !has_long || is_long(word));
        telling.any(|word| said.contains(word))
    };
    limits.iter().find(touches).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_touches_a_limit_by_a_word_whatever_its_number_or_case() {
        let limits = ["Family".to_owned(), "my health problems".to_owned()];
        assert_eq!(touched(&limits, "How the FAMILY took it"), Some("Family"));
        assert_eq!(touched(&limits, "Our families"), Some("Family"));
        assert_eq!(
            touched(&limits, "A problem at work"),
            Some("my health problems")
        );
        assert_eq!(touched(&limits, "Familiar with Rust, my way"), None);
    }

    #[test]
    fn a_limit_of_short_words_is_touched_too() {
        let limits = ["Pay".to_owned()];
        assert_eq!(touched(&limits, "When to ask for more pay"), Some("Pay"));
        assert_eq!(touched(&limits, "Paying attention"), None);
    }

    #[test]
    fn an_empty_agreement_leaves_everything_open() {
        assert_eq!(Terms::default().lint().len(), 13);
    }

    #[test]
    fn one_sided_expectations_are_found() {
        let terms = Terms {
            mentor_expects: vec!["An agenda".into()],
            ..Terms::default()
        };
        let flags: Vec<_> = terms.lint().iter().map(|finding| finding.flag).collect();
        assert!(flags.contains(&"--mentee-expects") && !flags.contains(&"--mentor-expects"));
    }

    #[test]
    fn a_change_shows_both_versions() {
        let before = Terms {
            channel: Some("video".into()),
            ..Terms::default()
        };
        let after = Terms {
            purpose: Some("Grow".into()),
            channel: Some("phone".into()),
            ..Terms::default()
        };
        assert_eq!(
            before.changes(&after),
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
