//! `mentor person edit`

use chrono::NaiveDate;

use crate::app::App;
use crate::commands::command_line::arg::outside_pair_failure;
use crate::commands::setup::person;
use crate::domain::dates::{self, DayRole, Today};
use crate::domain::pair::PairContext;
use crate::domain::pair_history;
use crate::domain::person::Person;
use crate::domain::record::Record;
use crate::domain::text;
use crate::domain::workweek::WorkWeek;
use crate::domain::zone;
use crate::error::{Failure, Result};
use crate::input::form::{Field, Form, FormValues};
use crate::store::read_tx::ReadTx;
use crate::store::{histories, json, pairs};
use crate::view;

/// Edit a person
#[derive(Debug, clap::Args)]
pub struct EditArgs {
    /// `me`, a pair's short name, a number or a name
    #[arg(value_name = "PERSON")]
    who: Option<String>,

    #[command(flatten)]
    person: PersonArgs,

    /// First day of the new zone, working days or hours [default: today]
    #[arg(long, value_name = "DAY")]
    from: Option<String>,
}

// The details of a person.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct PersonArgs {
    /// Full name (the first word is used in messages)
    #[arg(long)]
    pub name: Option<String>,

    /// Time zone, such as America/Bogota, or a large city
    #[arg(long, value_name = "ZONE")]
    pub tz: Option<String>,

    /// Working hours, such as 09:00-17:30 or "mon-thu 9-17"
    #[arg(long, value_name = "FROM-UNTIL")]
    pub hours: Option<String>,

    /// Working days, such as mon-fri or sun-thu
    #[arg(long, value_name = "DAYS")]
    pub days: Option<String>,

    /// Languages, preferred first
    #[arg(long)]
    pub language: Option<String>,

    /// How they like to work, such as written first (repeatable, replaces the list)
    #[arg(long = "prefers", value_name = "TEXT")]
    pub prefers: Vec<String>,

    /// What they need, such as captions (repeatable, replaces the list)
    #[arg(long = "needs", value_name = "TEXT")]
    pub needs: Vec<String>,

    /// What to avoid (repeatable, replaces the list)
    #[arg(long = "avoids", value_name = "TEXT")]
    pub avoids: Vec<String>,

    /// Preferred name and pronunciation
    #[arg(long, value_name = "TEXT")]
    pub called: Option<String>,

    /// Holidays and customs that matter for planning
    #[arg(long)]
    pub holidays: Option<String>,

    /// Anything else worth remembering
    #[arg(long)]
    pub notes: Option<String>,
}

impl PersonArgs {
    pub fn is_empty(&self) -> bool {
        let texts = [
            &self.name, &self.tz, &self.hours, &self.days, &self.language, &self.holidays,
            &self.notes, &self.called,
        ];
        let lists = [&self.prefers, &self.needs, &self.avoids];
        lists.iter().all(|list| list.is_empty()) && texts.iter().all(|text| text.is_none())
    }
}

/// The questions about a new person.
pub const NEW_PERSON: Form = Form {
    name: "person",
    about: "A person's details and working hours",
    fields: &[
        Field::line("name", "What is your name?", "Sam Rivera")
            .placeholder("NAME")
            .prompted()
            .required(),
        Field::zone("tz", "Which time zone or large city are you in?", "Europe/London").prompted(),
        Field::line("hours", "When do you work?", "09:00-17:00").value("FROM-UNTIL").prompted(),
    ],
};

/// Returns the current values of the fields that `NEW_PERSON` asks for.
pub fn form_values(person: &Person) -> FormValues {
    let mut values = FormValues::default();
    if !person.name.is_empty() {
        values.set_known("name", [person.name.clone()]);
    }
    values.set_known("tz", [person.zone.name().to_owned()]);
    values.set_known("hours", [person.week.hours_text()]);
    values
}

/// Converts answers into the arguments that flags would have given.
pub fn person_args(values: &FormValues) -> PersonArgs {
    let text = |key| values.get(key).map(str::to_owned);
    PersonArgs { name: text("name"), tz: text("tz"), hours: text("hours"), ..PersonArgs::default() }
}

/// Formats answers as options on a command line.
pub fn format_options(values: &FormValues, options: &[(&'static str, &str)]) -> String {
    let options = options.iter().filter_map(|(key, option)| {
        let text = shell_words::quote(values.get(key)?);
        Some(format!(" {option} {text}"))
    });
    options.collect()
}

pub fn run(app: &mut App<'_, '_>, args: &EditArgs) -> Result<()> {
    if args.person.is_empty() {
        let who = args.who.as_deref().unwrap_or("me");
        return Err(Failure::usage("nothing to change")
            .hint(format!("try `mentor person edit {who} --tz Europe/London`")));
    }
    let Some(who) = &args.who else {
        return Err(person_required_failure(app));
    };
    let person = app.write(|app, tx| {
        let mut person = person::find(app, tx, who)?;
        let original = person.data.clone();
        let before = person.schedule();
        let first = first_day(app, tx, &person, args.from.as_deref())?;
        apply(&mut person.data, &args.person)?;
        let after = person.schedule();
        if args.from.is_some() && after == before {
            return Err(nothing_to_date_failure());
        }
        (person.zone, person.week) = (before.zone, before.week);
        person.reschedule(after, first);
        if person.data == original {
            tx.leave_no_step();
            tx.add_message(format!("No changes to {}", person.name));
            return Ok(person);
        }
        tx.update(&mut person)?;
        tx.add_message(view::records::person::updated_message(&original, &person));
        Ok(person)
    })?;
    app.print_record_json(|| json::item(&person, None))
}

/// Returns the failure if no person is named: a change must never reach the other person by mistake.
fn person_required_failure(app: &App<'_, '_>) -> Failure {
    let slug = app.read(|tx| Ok(app.current_pair(tx)?.slug().to_owned()));
    let slug = slug.unwrap_or_else(|_| "ana".to_owned());
    Failure::usage("whose details? yours or the other person's")
        .hint(format!("run `mentor person edit me ...` or `mentor person edit {slug} ...`"))
}

fn nothing_to_date_failure() -> Failure {
    Failure::usage("`--from` needs a new time zone, working days or hours")
        .hint("try `mentor person edit me --tz Asia/Tokyo --from 2027-03-01`")
}

/// Returns the first day of a new schedule: today, or an earlier day on which one of the person's pairs existed.
fn first_day(
    app: &App<'_, '_>,
    tx: &ReadTx<'_>,
    person: &Record<Person>,
    typed: Option<&str>,
) -> Result<NaiveDate> {
    let today = app.today_of(person);
    let Some(typed) = typed else {
        return Ok(today.day);
    };
    let first = dates::parse_day(typed, today, DayRole::Past)?;
    if first > today.day {
        let shown = dates::format_day(first, today);
        return Err(Failure::refused(format!(
            "{shown} is in the future: change a time zone or working week on its first day, or later"
        ))
        .hint(format!("repeat the command on {shown}, or leave `--from` out")));
    }
    ensure_in_a_pair(tx, person, first, today)?;
    Ok(first)
}

/// Fails if none of the person's pairs had begun by that day.
fn ensure_in_a_pair(
    tx: &ReadTx<'_>,
    person: &Record<Person>,
    day: NaiveDate,
    today: Today,
) -> Result<()> {
    let mut earliest: Option<(NaiveDate, PairContext)> = None;
    for pair in pairs::pairs(tx)? {
        if pair.side_of(person.id).is_some() {
            let began = histories::first_day(tx, &pair)?;
            if earliest.as_ref().is_none_or(|(first, _)| began < *first) {
                earliest = Some((began, pair));
            }
        }
    }
    match earliest {
        Some((began, pair)) => pair_history::ensure_begun(&pair, began, day)
            .map_err(|outside| outside_pair_failure(&outside, today)),
        None => Ok(()),
    }
}

/// Copies the given details into the person.
pub fn apply(person: &mut Person, args: &PersonArgs) -> Result<()> {
    if let Some(name) = &args.name {
        person.name = text::parse_title("name", name)?;
    }
    if let Some(zone) = &args.tz {
        person.zone = zone::parse(zone)?;
    }
    person.week = match (&args.days, &args.hours) {
        (None, None) => person.week,
        (None, Some(hours)) => person.week.with_hours(hours)?,
        (Some(days), hours) => {
            let hours = hours.clone().unwrap_or_else(|| person.week.hours_text());
            WorkWeek::parse(days, &hours)?
        }
    };
    if let Some(language) = &args.language {
        person.language = Some(text::parse_title("language", language)?);
    }
    let lists = [
        (&mut person.preferences, "preference", &args.prefers),
        (&mut person.needs, "need", &args.needs),
        (&mut person.avoids, "thing to avoid", &args.avoids),
    ];
    for (list, label, typed) in lists {
        if !typed.is_empty() {
            let parsed = typed.iter().map(|one| text::parse_title(label, one));
            *list = parsed.collect::<Result<_, _>>()?;
        }
    }
    if let Some(called) = &args.called {
        person.called = Some(text::parse_title("name", called)?);
    }
    if let Some(holidays) = &args.holidays {
        person.holidays = Some(text::parse_body("holidays", holidays)?);
    }
    if let Some(notes) = &args.notes {
        person.notes = Some(text::parse_body("notes", notes)?);
    }
    Ok(())
}
