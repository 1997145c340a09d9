//! `mentor pair add`

use chrono::NaiveDate;

use crate::app::{App, pair_option};
use crate::commands::crud::form_input::ensure_not_future;
use crate::commands::input;
use crate::commands::setup::person::edit::{self, PersonArgs};
use crate::domain::dates::{self, DayRole, Today};
use crate::domain::pair::{Pair, PairContext, Slug};
use crate::domain::person::{Person, Side};
use crate::domain::text;
use crate::error::{Failure, Result};
use crate::input::form::{Field, Form, FormAnswer, FormQuestion, FormValues};
use crate::store::{json, pairs, people};
use crate::view;

/// Add a pair: you and a mentee, or you and a mentor
///
/// Name the other person; you take the other role.
#[derive(Debug, clap::Args)]
pub struct AddArgs {
    /// Short name for the pair, such as ana
    #[arg(value_name = "PAIR")]
    slug: Option<String>,

    /// Name of the mentee; you are the mentor
    #[arg(long, value_name = "NAME", conflicts_with = "mentor")]
    mentee: Option<String>,

    /// Name of the mentor; you are the mentee
    #[arg(long, value_name = "NAME")]
    mentor: Option<String>,

    /// Date you both began, today or earlier [default: today]
    #[arg(long, value_name = "DAY")]
    since: Option<String>,

    #[command(flatten)]
    person: PersonArgs,
}

pub fn run(app: &mut App<'_, '_>, args: &AddArgs) -> Result<()> {
    let NewPair { slug, side, name, person } = new_pair(app, args)?;
    let mut warnings = Vec::new();
    let pair = app.write(|app, tx| {
        if pairs::by_slug(tx, slug.as_str())?.is_some() {
            return Err(slug_taken_failure(&slug));
        }
        let user = if let Some(user) = people::user(tx)? {
            user
        } else {
            warnings.extend(app.system_zone_remark());
            warnings.extend(app.unnamed_user_remark());
            let mut user = app.system_user();
            user.name = text::parse_title("name", &user.name)?;
            tx.insert(user)?
        };
        let mut partner = Person::new(text::parse_title("name", &name)?, user.zone, false);
        edit::apply(&mut partner, &person)?;
        let partner = tx.insert(partner)?;
        let (mentor, mentee) = match side {
            Side::Mentee => (user, partner),
            Side::Mentor => (partner, user),
        };
        let today = tx.now.today_in(mentor.zone);
        let since = args.since.as_deref();
        let since = since.map(|typed| parse_since(typed, today));
        let since = since.transpose()?.unwrap_or(today.day);
        let pair = tx.insert(Pair::new(slug, mentor.id, mentee.id, since))?;
        let pair = PairContext { record: pair, mentor, mentee };
        tx.add_message(view::records::pair::added_message(&pair));
        Ok(pair)
    })?;
    for warning in warnings {
        app.ui.note(&warning)?;
    }
    if person.tz.is_none() {
        let name = pair.first_name(pair.user_side().other());
        app.ui.note(&format!(
            "assuming {name} is in your time zone; if not, run `mentor person edit {} --tz ZONE`",
            pair.slug()
        ))?;
    }
    app.print_record_json(|| json::item(&pair.record, None))?;
    if app.can_ask && !app.ui.json {
        let pair_option = app.read(|tx| pair_option(tx, &pair))?;
        app.ui.status(&format!(
            "Next: run `mentor agree{pair_option}` to record what you expect of each other"
        ))?;
    }
    Ok(())
}

/// Parses the day on which a pair began.
pub fn parse_since(typed: &str, today: Today) -> Result<NaiveDate> {
    ensure_not_future(dates::parse_day(typed, today, DayRole::Past)?, today)
}

/// The details of a new pair.
struct NewPair {
    slug: Slug,
    side: Side,
    name: String,
    person: PersonArgs,
}

/// Collects the details from the arguments, or asks for them on a terminal.
fn new_pair(app: &mut App<'_, '_>, args: &AddArgs) -> Result<NewPair> {
    let slug = args.slug.as_deref().map(Slug::parse).transpose()?;
    let partner = match (&args.mentee, &args.mentor) {
        (Some(name), _) => Some((Side::Mentee, name)),
        (_, Some(name)) => Some((Side::Mentor, name)),
        (None, None) => None,
    };
    match (slug, partner) {
        (Some(slug), Some((side, name))) => {
            Ok(NewPair { slug, side, name: name.clone(), person: args.person.clone() })
        }
        (slug, _) if app.can_ask => ask(app, args, slug.as_ref(), partner),
        (None, partner) => {
            let (side, name) =
                partner.map_or((Side::Mentee, "Ana Díaz"), |(side, name)| (side, name));
            let slug =
                Slug::from_name(name).map_or("ana".to_owned(), |slug| slug.as_str().to_owned());
            let name = shell_words::quote(name);
            Err(Failure::answer_needed("a pair needs a short name")
                .hint(format!("try `mentor pair add {slug} --{} {name}`", side.word())))
        }
        (Some(slug), None) => Err(Failure::answer_needed("a pair needs the other person's name")
            .hint(format!(
                "try `mentor pair add {0} --mentee NAME`, or `--mentor NAME` if you are the mentee",
                slug.as_str()
            ))),
    }
}

const NEW_PAIR: Form = Form {
    name: "pair add",
    about: "A new pair: the other person, and a short name",
    fields: &[
        Field::line("side", "Who is the other person?", "my mentee")
            .one_of(&["my mentee", "my mentor"])
            .prompted()
            .required(),
        Field::line("name", "What is their name?", "Ana Díaz")
            .placeholder("NAME")
            .prompted()
            .required(),
        Field::line("slug", "Short name for this pair?", "ana").value("PAIR").prompted().required(),
        Field::zone("tz", "Which time zone or large city are they in?", "America/Bogota")
            .prompted()
            .required(),
        Field::line("hours", "When do they work?", "09:00-17:00").value("FROM-UNTIL").prompted(),
    ],
};

/// Asks for the details that were not given.
fn ask(
    app: &mut App<'_, '_>,
    args: &AddArgs,
    slug: Option<&Slug>,
    partner: Option<(Side, &String)>,
) -> Result<NewPair> {
    let (user, slugs) = if app.store.exists() {
        app.read(|tx| {
            let pairs = pairs::pairs(tx)?.into_iter();
            let slugs: Vec<String> = pairs.map(|pair| pair.slug().to_owned()).collect();
            Ok((app.user(tx)?.map(|user| user.data), slugs))
        })?
    } else {
        (None, Vec::new())
    };
    let user = user.unwrap_or_else(|| app.system_user());
    let blank = Person::new("They".to_owned(), user.zone, false);
    let mut defaults = edit::form_values(&blank);
    defaults.set_known("name", []);
    defaults.set_known("tz", []);
    let is_given = |key: &str| match key {
        "side" | "name" => partner.is_some(),
        "slug" => slug.is_some(),
        "tz" => args.person.tz.is_some(),
        _ => args.person.hours.is_some(),
    };
    let mut questions = labelled_questions(&defaults);
    questions.retain(|question| !is_given(question.key));
    let check = |values: &FormValues| {
        if let Some(slug) = values.get("slug").map(Slug::parse).transpose()? {
            let is_taken = slugs.iter().any(|existing| existing == slug.as_str());
            is_taken.then(|| slug_taken_failure(&slug)).map_or(Ok(()), Err)?;
        }
        edit::apply(&mut blank.clone(), &edit::person_args(values))
    };
    let command = |values: &FormValues| resume_command(slug, values);
    let values = input::ask_for(app, questions, &check, &command)?;
    let answers = edit::person_args(&values);
    let (side, name) = match (partner, values.get("side")) {
        (Some((side, name)), _) => (side, name.clone()),
        (None, Some("my mentor")) => (Side::Mentor, answers.name.unwrap_or_default()),
        (None, _) => (Side::Mentee, answers.name.unwrap_or_default()),
    };
    Ok(NewPair {
        slug: match slug {
            Some(slug) => slug.clone(),
            None => Slug::parse(values.get("slug").unwrap_or_default())?,
        },
        side,
        name,
        person: PersonArgs {
            tz: args.person.tz.clone().or(answers.tz),
            hours: args.person.hours.clone().or(answers.hours),
            ..args.person.clone()
        },
    })
}

/// Returns all questions about a new pair, with labels and with a short name derived from the name.
fn labelled_questions(defaults: &FormValues) -> Vec<FormQuestion> {
    let labels = ["Other person", "Name", "Short name", "Time zone", "Working hours"];
    NEW_PAIR
        .questions(defaults, Vec::new())
        .into_iter()
        .zip(labels)
        .map(|(question, label)| question.label(label))
        .map(|question| match question.key {
            "slug" => question.suggest(suggest_slug),
            _ => question,
        })
        .collect()
}

/// Returns the command that continues after an interrupt, with the answers so far as options.
fn resume_command(slug: Option<&Slug>, values: &FormValues) -> String {
    // What was typed before the interrupt may not be valid.
    let answered = values.get("slug").filter(|answered| Slug::parse(answered).is_ok());
    let slug = slug.map(Slug::as_str).or(answered);
    let side = match values.get("side") {
        Some("my mentor") => "--mentor",
        _ => "--mentee",
    };
    let options = [("name", side), ("tz", "--tz"), ("hours", "--hours")];
    let options = edit::format_options(values, &options);
    format!("mentor pair add {}{options}", slug.unwrap_or("PAIR"))
}

/// Suggests a short name derived from the name.
fn suggest_slug(answers: &FormValues) -> Option<FormAnswer> {
    let slug = Slug::from_name(answers.get("name")?)?;
    Some(FormAnswer::new(&slug.as_str(), slug.as_str()))
}

fn slug_taken_failure(slug: &Slug) -> Failure {
    Failure::refused(format!("a pair `{}` already exists", slug.as_str()))
        .hint("choose another short name")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refused_short_name_is_not_part_of_the_command_that_goes_on() {
        let mut answers = FormValues::default();
        answers.set_known("name", ["Kim Lee".to_owned()]);
        answers.set_known("slug", ["kim".to_owned()]);
        assert_eq!(resume_command(None, &answers), "mentor pair add kim --mentee 'Kim Lee'");
        answers.set_known("slug", ["???".to_owned()]);
        assert_eq!(resume_command(None, &answers), "mentor pair add PAIR --mentee 'Kim Lee'");
    }
}
