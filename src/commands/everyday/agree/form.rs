//! The form of an agreement: its fields, its flags, and their conversion into terms.

use crate::app;
use crate::commands::command_line::flags::AddFlags;
use crate::domain::agreement::AgreementTerms;
use crate::domain::cadence::Cadence;
use crate::domain::dates::{self, DayRole, Today};
use crate::domain::length::{Minutes, Span};
use crate::domain::pair::PairContext;
use crate::domain::text;
use crate::error::{Failure, Result};
use crate::input::form::{Field, FlagPlacement, Form, FormValues, HasForm};

/// The form of the next version, which also asks for the reason.
pub const RENEWAL: Form =
    Form { name: "agree renew", fields: &RENEWAL_FIELDS, ..AgreementTerms::FORM };

const RENEWAL_FIELDS: [Field; FIELDS.len() + 1] = {
    let reason =
        Field::text("because", "Why does it change?", "Exams until June").prompted().required();
    let mut fields = [reason; FIELDS.len() + 1];
    let mut index = 0;
    while index < FIELDS.len() {
        fields[index + 1] = FIELDS[index];
        index += 1;
    }
    fields
};

impl HasForm for AgreementTerms {
    const FORM: Form = Form {
        name: "agree",
        about: "Mentoring agreement: what you expect of each other",
        fields: &FIELDS,
    };
}

const FIELDS: [Field; 27] = [
    Field::text("purpose", "What is this mentorship for?", "Grow into a tech lead")
        .help("What the mentorship is for")
        .prompted(),
    Field::list("goals", "Which goals, up to three?", "Lead a design review")
        .flag("goal")
        .help("Goal (repeatable)"),
    Field::day("starts", "When does it start?", "today")
        .help("First day")
        .prompted(),
    Field::day("ends", "When does it end?", "2027-06-01")
        .help("Last day")
        .prompted(),
    Field::line("cadence", "How often do you meet?", "every 2 weeks")
        .help("How often you meet: `every 2 weeks` (after the last check-in) or `weekly on thu 17:00` (fixed)")
        .value("CADENCE")
        .prompted(),
    Field::length("length", "How long is a check-in?", "45m")
        .help("Length of a check-in, such as 45m")
        .prompted(),
    Field::text("channel", "Where do you meet?", "video")
        .help("Where you meet")
        .prompted(),
    Field::line("hours_a_month", "How many hours a month do you both set aside?", "2")
        .help("Hours a month you both set aside")
        .value("HOURS"),
    Field::line("reply_within", "How quickly do you answer each other's questions?", "2 working days")
        .help("Reply time for both of you, such as \"2 working days\"")
        .value("SPAN")
        .placement(FlagPlacement::Shortcut),
    span_field("mentor_replies_within", "How quickly does the mentor answer questions?", "2 working days")
        .help("Reply time of the mentor")
        .prompted(),
    span_field("mentee_replies_within", "How quickly does the mentee answer questions?", "2 working days")
        .help("Reply time of the mentee")
        .prompted(),
    span_field("feedback_within", "How quickly do you respond to feedback?", "5 working days")
        .help("Response time for feedback")
        .prompted(),
    span_field("materials_before", "How far ahead do you send material?", "24h")
        .help("Lead time for material"),
    span_field("notice", "How much notice do you give to cancel or move a check-in?", "24h")
        .help("Notice for cancelling or moving a check-in")
        .prompted(),
    Field::side("scheduled_by", "Who schedules?", "mentee").help("Who schedules: mentor or mentee"),
    Field::side("agenda_by", "Who brings the agenda?", "mentee")
        .help("Who brings the agenda: mentor or mentee"),
    span_field("review_every", "How often do you review progress?", "8 weeks")
        .help("How often you review progress, such as \"8 weeks\"")
        .prompted(),
    Field::day("review_on", "When is the first joint review?", "in 4 weeks")
        .help("Day of the first joint review")
        .prompted(),
    Field::list("mentor_expects", "What does the mentor expect?", "Comes with an agenda")
        .help("What the mentor expects of the mentee (repeatable)")
        .prompted(),
    Field::list("mentee_expects", "What does the mentee expect?", "Honest feedback")
        .help("What the mentee expects of the mentor (repeatable)")
        .prompted(),
    Field::text("confidential", "What stays between you?", "What is said stays here")
        .help("What stays between you")
        .prompted(),
    Field::list("off_limits", "Which topics are off limits?", "Family")
        .help("Off-limits topic (repeatable)")
        .prompted(),
    Field::text("contact_between", "How can you reach each other between check-ins?", "Yes, by chat")
        .help("Contact between check-ins"),
    Field::text("outside_contact", "Who can help if you disagree?", "The programme's coordinator")
        .help("Who can help if you disagree")
        .prompted(),
    span_field("end_notice", "How much notice do you give to end the mentorship?", "7 days")
        .help("Notice for ending the mentorship")
        .prompted(),
    Field::text("how_we_end", "How will you end?", "A last call about what was learned")
        .help("How it will end"),
    Field::text("additional", "Anything else?", "Cameras on").help("Anything else"),
];

const fn span_field(key: &'static str, ask: &'static str, example: &'static str) -> Field {
    Field::line(key, ask, example).value("SPAN")
}

/// Returns the values of the flags.
pub fn flag_values(flags: &AddFlags<AgreementTerms>) -> FormValues {
    expand_reply_time(flags.values.clone())
}

/// Applies `reply_within` to both sides, unless a side has a time of its own.
pub fn expand_reply_time(mut values: FormValues) -> FormValues {
    let shared = values.get_all("reply_within").to_vec();
    values.set("reply_within", Vec::new());
    for key in ["mentor_replies_within", "mentee_replies_within"] {
        if values.get_all(key).is_empty() {
            values.set(key, shared.clone());
        }
    }
    values
}

/// Parses the terms. Days are dates in the user's zone, and so is a fixed cadence that names no zone.
pub fn terms(values: &FormValues, pair: &PairContext, today: Today) -> Result<AgreementTerms> {
    let values = expand_reply_time(values.clone()).without_cleared();
    let line = |key: &'static str| values.parse(key, |typed| Ok(text::parse_body("text", typed)?));
    let lines =
        |key: &'static str| values.parse_list(key, |typed| Ok(text::parse_title("text", typed)?));
    let day =
        |key: &str, role| values.parse(key, |typed| Ok(dates::parse_day(typed, today, role)?));
    let span = |key: &str| values.parse(key, |typed| Ok(Span::parse(typed)?));
    let side = |key: &str| values.parse(key, |typed| app::parse_side(pair, typed));
    let zone = pair.user().zone;
    let terms = AgreementTerms {
        purpose: line("purpose")?,
        goals: lines("goals")?,
        starts: day("starts", DayRole::Start)?,
        ends: day("ends", DayRole::Deadline)?,
        review_on: day("review_on", DayRole::Deadline)?,
        review_every: span("review_every")?,
        cadence: values.parse("cadence", |typed| Ok(Cadence::parse(typed, zone)?))?,
        length: values.parse("length", |typed| Ok(Minutes::parse(typed)?))?,
        hours_a_month: values.parse("hours_a_month", parse_hours)?,
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
            "an agreement that starts on {} can't end on {}",
            dates::format_day(starts, today),
            dates::format_day(ends, today)
        ))
        .hint("pick a later day with `--ends`"));
    }
    Ok(terms)
}

/// Parses the terms of a new version. Its last day can have passed only if the version before has the same.
pub fn new_terms(
    values: &FormValues,
    pair: &PairContext,
    today: Today,
    before: Option<&AgreementTerms>,
) -> Result<AgreementTerms> {
    let terms = terms(values, pair, today)?;
    let is_new = before.is_none_or(|before| before.ends != terms.ends);
    match terms.ends.filter(|ends| is_new && *ends < today.day) {
        Some(ends) => {
            let ends = dates::format_day(ends, today);
            Err(Failure::refused(format!("the last day {ends} is in the past"))
                .hint("pick a later day with `--ends`"))
        }
        None => Ok(terms),
    }
}

fn parse_hours(typed: &str) -> Result<u32> {
    let hours = typed.trim().trim_end_matches('h').trim().parse().ok();
    hours.filter(|hours| (1..=744).contains(hours)).ok_or_else(|| {
        Failure::refused(format!("`{typed}` is not a number of hours a month"))
            .hint("write it like `2`")
    })
}

/// Returns the terms as form values, from which a new version starts.
pub fn values_of(terms: &AgreementTerms) -> FormValues {
    let mut values = FormValues::default();
    for field in AgreementTerms::FORM.fields {
        let term = terms.fields().into_iter().find(|(key, _)| *key == field.key);
        values.set_known(field.key, term.map(|(_, texts)| texts).unwrap_or_default());
    }
    values
}
