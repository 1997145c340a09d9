//! The agreement's form: its fields, its flags, and how they become terms.

use chrono::NaiveDate;

use crate::app;
use crate::domain::agreement::Terms;
use crate::domain::cadence::Cadence;
use crate::domain::dates;
use crate::domain::length::{Minutes, Span};
use crate::domain::pair::Couple;
use crate::domain::text;
use crate::error::{Failure, Result};
use crate::form::{Field, Form, Shape, Values};

const fn field(
    key: &'static str,
    flag: &'static str,
    ask: &'static str,
    example: &'static str,
) -> Field {
    Field {
        key,
        flag,
        ask,
        example,
        shape: Shape::Line,
        asked: true,
    }
}

const fn rare(field: Field) -> Field {
    Field {
        asked: false,
        ..field
    }
}

const fn list(field: Field) -> Field {
    Field {
        shape: Shape::List,
        ..field
    }
}

/// The same for the next version.
pub const RENEWAL: Form = Form {
    name: "agree renew",
    ..FORM
};

pub const FORM: Form = Form {
    name: "agree",
    about: "A mentoring agreement: what the two expect of each other",
    fields: &[
        field(
            "purpose",
            "--purpose",
            "What is this mentorship for?",
            "Grow into a tech lead",
        ),
        list(rare(field(
            "goals",
            "--goal",
            "Up to three goals in a line each",
            "Lead a design review",
        ))),
        field("starts", "--starts", "When does it start?", "today"),
        field("ends", "--ends", "When does it end?", "2027-06-01"),
        field(
            "cadence",
            "--cadence",
            "How often do you meet?",
            "every 2 weeks",
        ),
        field("length", "--length", "How long is a check-in?", "45m"),
        field("channel", "--channel", "Where do you meet?", "video"),
        rare(field(
            "hours_a_month",
            "--hours-a-month",
            "How many hours a month do both set aside?",
            "2",
        )),
        field(
            "mentor_replies_within",
            "--mentor-replies-within",
            "How soon does the mentor answer a question?",
            "2 working days",
        ),
        field(
            "mentee_replies_within",
            "--mentee-replies-within",
            "How soon does the mentee answer a question?",
            "2 working days",
        ),
        field(
            "feedback_within",
            "--feedback-within",
            "How soon is feedback given or answered?",
            "5 working days",
        ),
        rare(field(
            "materials_before",
            "--materials-before",
            "How long before a check-in is material sent?",
            "24h",
        )),
        field(
            "notice",
            "--notice",
            "How long before may a check-in be cancelled or moved?",
            "24h",
        ),
        rare(field(
            "scheduled_by",
            "--scheduled-by",
            "Who schedules?",
            "mentee",
        )),
        rare(field(
            "agenda_by",
            "--agenda-by",
            "Who brings the agenda?",
            "mentee",
        )),
        field(
            "review_every",
            "--review-every",
            "How often do you review progress?",
            "8 weeks",
        ),
        field(
            "review_on",
            "--review-on",
            "When is the first joint review?",
            "in 4 weeks",
        ),
        list(field(
            "mentor_expects",
            "--mentor-expects",
            "What does the mentor expect?",
            "Comes with an agenda",
        )),
        list(field(
            "mentee_expects",
            "--mentee-expects",
            "What does the mentee expect?",
            "Honest feedback",
        )),
        field(
            "confidential",
            "--confidential",
            "What stays between you?",
            "What is said stays here",
        ),
        list(field(
            "off_limits",
            "--off-limits",
            "Which topics are off limits?",
            "Family",
        )),
        rare(field(
            "contact_between",
            "--contact-between",
            "May you get in contact between check-ins, and how?",
            "Yes, by chat",
        )),
        field(
            "outside_contact",
            "--outside-contact",
            "Whom do you ask in a conflict?",
            "The programme's coordinator",
        ),
        field(
            "end_notice",
            "--end-notice",
            "With how much notice may either side end it?",
            "7 days",
        ),
        rare(field(
            "how_we_end",
            "--how-we-end",
            "How will you end?",
            "A last call about what was learned",
        )),
        rare(field(
            "additional",
            "--additional",
            "Anything else?",
            "Cameras on",
        )),
    ],
};

// The terms as flags.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct TermsArgs {
    /// What the mentorship is for
    #[arg(long, value_name = "TEXT")]
    purpose: Option<String>,
    /// A goal in one line; once for each
    #[arg(long = "goal", value_name = "TEXT")]
    goals: Vec<String>,
    /// First day
    #[arg(long, value_name = "DATE")]
    starts: Option<String>,
    /// Last day
    #[arg(long, value_name = "DATE")]
    ends: Option<String>,
    /// How often you meet: `every 2 weeks` (from the last held), or fixed: `weekly on thu 17:00`
    #[arg(long, value_name = "RHYTHM")]
    cadence: Option<String>,
    /// How long a check-in is, such as 45m
    #[arg(long, value_name = "LENGTH")]
    length: Option<String>,
    /// Where you meet
    #[arg(long, value_name = "TEXT")]
    channel: Option<String>,
    /// Hours a month both set aside
    #[arg(long, value_name = "HOURS")]
    hours_a_month: Option<String>,
    /// How soon either side answers a question, such as "2 working days"
    #[arg(long, value_name = "SPAN")]
    reply_within: Option<String>,
    /// How soon the mentor answers
    #[arg(long, value_name = "SPAN")]
    mentor_replies_within: Option<String>,
    /// How soon the mentee answers
    #[arg(long, value_name = "SPAN")]
    mentee_replies_within: Option<String>,
    /// How soon feedback is answered
    #[arg(long, value_name = "SPAN")]
    feedback_within: Option<String>,
    /// How long before a check-in material is sent
    #[arg(long, value_name = "SPAN")]
    materials_before: Option<String>,
    /// How long before a check-in it may be cancelled or moved
    #[arg(long, value_name = "SPAN")]
    notice: Option<String>,
    /// Who schedules: mentor or mentee
    #[arg(long, value_name = "SIDE")]
    scheduled_by: Option<String>,
    /// Who brings the agenda: mentor or mentee
    #[arg(long, value_name = "SIDE")]
    agenda_by: Option<String>,
    /// How often you review progress, such as "8 weeks"
    #[arg(long, value_name = "SPAN")]
    review_every: Option<String>,
    /// Day of the first joint review
    #[arg(long, value_name = "DATE")]
    review_on: Option<String>,
    /// What the mentor expects of the mentee; once for each
    #[arg(long, value_name = "TEXT")]
    mentor_expects: Vec<String>,
    /// What the mentee expects of the mentor; once for each
    #[arg(long, value_name = "TEXT")]
    mentee_expects: Vec<String>,
    /// What stays between you
    #[arg(long, value_name = "TEXT")]
    confidential: Option<String>,
    /// A topic that is off limits; once for each
    #[arg(long, value_name = "TEXT")]
    off_limits: Vec<String>,
    /// Contact between check-ins
    #[arg(long, value_name = "TEXT")]
    contact_between: Option<String>,
    /// Whom to ask in a conflict
    #[arg(long, value_name = "TEXT")]
    outside_contact: Option<String>,
    /// Notice with which either side may end it
    #[arg(long, value_name = "SPAN")]
    end_notice: Option<String>,
    /// How it will end
    #[arg(long, value_name = "TEXT")]
    how_we_end: Option<String>,
    /// Anything else
    #[arg(long, value_name = "TEXT")]
    additional: Option<String>,
}

impl TermsArgs {
    pub fn values(&self) -> Values {
        let mut values = Values::default();
        let mut one = |key, text: &Option<String>| values.flag(&FORM, key, text);
        one("mentor_replies_within", &self.reply_within);
        one("mentee_replies_within", &self.reply_within);
        one("purpose", &self.purpose);
        one("starts", &self.starts);
        one("ends", &self.ends);
        one("cadence", &self.cadence);
        one("length", &self.length);
        one("channel", &self.channel);
        one("hours_a_month", &self.hours_a_month);
        one("mentor_replies_within", &self.mentor_replies_within);
        one("mentee_replies_within", &self.mentee_replies_within);
        one("feedback_within", &self.feedback_within);
        one("materials_before", &self.materials_before);
        one("notice", &self.notice);
        one("scheduled_by", &self.scheduled_by);
        one("agenda_by", &self.agenda_by);
        one("review_every", &self.review_every);
        one("review_on", &self.review_on);
        one("confidential", &self.confidential);
        one("contact_between", &self.contact_between);
        one("outside_contact", &self.outside_contact);
        one("end_notice", &self.end_notice);
        one("how_we_end", &self.how_we_end);
        one("additional", &self.additional);
        values.flag(&FORM, "goals", &self.goals);
        values.flag(&FORM, "mentor_expects", &self.mentor_expects);
        values.flag(&FORM, "mentee_expects", &self.mentee_expects);
        values.flag(&FORM, "off_limits", &self.off_limits);
        values
    }
}

/// Reads the terms; days are those of the user's calendar, a fixed rhythm without a zone is in theirs.
pub fn terms(values: &Values, couple: &Couple, today: NaiveDate) -> Result<Terms> {
    let line = |key: &'static str| values.parse(key, |typed| Ok(text::body("text", typed)?));
    let lines = |key: &'static str| values.parse_list(key, |typed| Ok(text::title("text", typed)?));
    let day = |key: &str| values.parse(key, |typed| Ok(dates::day(typed, today)?));
    let span = |key: &str| values.parse(key, |typed| Ok(Span::parse(typed)?));
    let side = |key: &str| values.parse(key, |typed| app::side(couple, typed));
    let zone = couple.user().zone;
    let terms = Terms {
        purpose: line("purpose")?,
        goals: lines("goals")?,
        starts: day("starts")?,
        ends: day("ends")?,
        review_on: day("review_on")?,
        review_every: span("review_every")?,
        cadence: values.parse("cadence", |typed| Ok(Cadence::parse(typed, zone)?))?,
        length: values.parse("length", |typed| Ok(Minutes::parse(typed)?))?,
        hours_a_month: values.parse("hours_a_month", hours)?,
        channel: line("channel")?,
        mentor_replies_within: span("mentor_replies_within")?,
        mentee_replies_within: span("mentee_replies_within")?,
        feedback_within: span("feedback_within")?,
        materials_before: span("materials_before")?,
        notice: span("notice")?,
        scheduled_by: side("scheduled_by")?,
        agenda_by: side("agenda_by")?,
        mentor_expects: lines("mentor_expects")?,
        mentee_expects: lines("mentee_expects")?,
        confidential: line("confidential")?,
        off_limits: lines("off_limits")?,
        contact_between: line("contact_between")?,
        outside_contact: line("outside_contact")?,
        end_notice: span("end_notice")?,
        how_we_end: line("how_we_end")?,
        additional: line("additional")?,
    };
    if let (Some(starts), Some(ends)) = (terms.starts, terms.ends)
        && ends <= starts
    {
        return Err(Failure::refused(format!(
            "an agreement that starts on {starts} can't end on {ends}"
        ))
        .hint("pick a later day with `--ends`"));
    }
    Ok(terms)
}

fn hours(typed: &str) -> Result<u32> {
    let hours = typed.trim().trim_end_matches('h').trim().parse().ok();
    hours
        .filter(|hours| (1..=744).contains(hours))
        .ok_or_else(|| {
            Failure::refused(format!("`{typed}` is not a number of hours a month"))
                .hint("write it like `2`")
        })
}

/// The terms as the form has them: what a new version starts from.
pub fn values_of(terms: &Terms) -> Values {
    let mut values = Values::default();
    for field in FORM.fields {
        let known = terms
            .fields()
            .into_iter()
            .find(|(key, _)| *key == field.key);
        values.before(field.key, known.map(|(_, texts)| texts).unwrap_or_default());
    }
    values
}
