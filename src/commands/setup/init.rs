//! `mentor init`

use crate::app::App;
use crate::commands::input;
use crate::commands::setup::person::edit::{self, PersonArgs};
use crate::domain::person::Person;
use crate::domain::text;
use crate::error::Result;
use crate::input::form::FormValues;
use crate::store::json;

#[derive(Debug, clap::Args)]
pub struct InitArgs {
    #[command(flatten)]
    person: PersonArgs,
}

pub fn run(app: &mut App<'_, '_>, args: &InitArgs) -> Result<()> {
    let system = app.system_user();
    let mut args = args.person.clone();
    // Printed before a question that offers UTC, or else after UTC was stored.
    let mut warning = app.system_zone_remark();
    let mut unnamed = app.unnamed_user_remark();
    if args.is_empty() && app.can_ask {
        let current = if app.store.exists() { app.read(|tx| app.user(tx))? } else { None };
        if let Some(warning) = warning.take().filter(|_| current.is_none()) {
            app.ui.note(&warning)?;
        }
        let is_unnamed = current.is_none() && unnamed.is_some();
        let current = current.map_or_else(|| system.clone(), |user| user.data);
        args = ask(app, &current, is_unnamed)?;
    }
    let user = app.write(|_, tx| {
        let user = if let Some(mut user) = crate::store::people::user(tx)? {
            (warning, unnamed) = (None, None);
            edit::apply(&mut user.data, &args)?;
            tx.update(&mut user)?;
            user
        } else {
            let mut user = system;
            edit::apply(&mut user, &args)?;
            user.name = text::parse_title("name", &user.name)?;
            tx.insert(user)?
        };
        tx.add_message(format!("You are {}, in {}, working {}", user.name, user.zone, user.week));
        Ok(user)
    })?;
    if let Some(warning) = warning.filter(|_| args.tz.is_none()) {
        app.ui.note(&warning)?;
    }
    if let Some(remark) = unnamed.filter(|_| args.name.is_none()) {
        app.ui.note(&remark)?;
    }
    app.print_record_json(|| json::item(&user, None))?;
    if !app.ui.json && app.store.exists() {
        app.ui.status(if app.can_ask {
            "Next: run `mentor pair add` to add the person you mentor, or who mentors you"
        } else {
            "Next: run `mentor pair add ana --mentee \"Ana Díaz\" --tz America/Bogota`"
        })?;
    }
    Ok(())
}

/// Asks for the user's details; Enter keeps the current ones.
fn ask(app: &mut App<'_, '_>, current: &Person, is_unnamed: bool) -> Result<PersonArgs> {
    let mut defaults = edit::form_values(current);
    if is_unnamed {
        defaults.set_known("name", []);
    }
    let questions = edit::NEW_PERSON.questions(&defaults, Vec::new());
    let labels = ["Name", "Time zone", "Working hours"];
    let questions = questions.into_iter().zip(labels);
    let questions = questions.map(|(question, label)| question.label(label)).collect();
    let check = |values: &FormValues| edit::apply(&mut current.clone(), &edit::person_args(values));
    let options = [("name", "--name"), ("tz", "--tz"), ("hours", "--hours")];
    let command =
        |values: &FormValues| format!("mentor init{}", edit::format_options(values, &options));
    let values = input::ask_for(app, questions, &check, &command)?;
    Ok(edit::person_args(&values))
}
