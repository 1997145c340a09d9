//! `mentor feedback`

pub mod add;
pub mod edit;
pub mod list;

use crate::app::App;
use crate::commands::arg::{self, Number};
use crate::domain::feedback::Feedback;
use crate::domain::text;
use crate::error::{Failure, Result};
use crate::store::document;
use crate::view;

pub const NOUN: &str = "feedback";

/// Feedback as situation, behaviour, impact; in either direction
#[derive(Debug, clap::Subcommand)]
pub enum FeedbackCommand {
    Add(Box<add::AddArgs>),
    List(list::ListArgs),
    /// Show feedback in full
    Show(Number),
    Edit(edit::EditArgs),
    Respond(RespondArgs),
    /// Delete feedback that was a mistake; `mentor undo` brings it back
    Delete(Number),
}

/// Record the receiver's answer
#[derive(Debug, clap::Args)]
pub struct RespondArgs {
    #[command(flatten)]
    which: Number,

    /// The receiver's own words
    #[arg(value_name = "TEXT")]
    response: String,

    /// On which day; left out: today
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

pub fn run(app: &mut App<'_, '_>, command: &FeedbackCommand) -> Result<()> {
    match command {
        FeedbackCommand::Add(args) => add::run(app, args),
        FeedbackCommand::List(args) => list::run(app, args),
        FeedbackCommand::Show(which) => show(app, which),
        FeedbackCommand::Edit(args) => edit::run(app, args),
        FeedbackCommand::Respond(args) => respond(app, args),
        FeedbackCommand::Delete(which) => delete(app, which),
    }
}

fn show(app: &mut App<'_, '_>, which: &Number) -> Result<()> {
    let (record, couple) =
        app.read(|tx| app.owner_of::<Feedback>(tx, NOUN, which.number, |one| one.pair))?;
    app.show(
        || document::item(&record, Some(couple.slug())),
        |page| view::feedback::card(&record, &couple, page),
    )
}

fn respond(app: &mut App<'_, '_>, args: &RespondArgs) -> Result<()> {
    let (record, slug) = app.write(|app, tx| {
        let (mut record, couple) =
            app.owner_to_change::<Feedback>(tx, NOUN, args.which.number, |one| one.pair)?;
        if record.response.is_some() {
            return Err(
                Failure::refused(format!("feedback {} has a response already", record.id)).hint(
                    format!(
                        "`mentor feedback edit {} --response \"…\"` changes it",
                        record.id
                    ),
                ),
            );
        }
        let receiver = record.from.other();
        let today = app.today_of(couple.person(receiver));
        record.response = Some(text::body("response", &args.response)?);
        record.responded_on = Some(arg::day(args.on.as_deref(), today)?.unwrap_or(today));
        tx.update(&mut record)?;
        tx.say(format!(
            "Recorded {}'s response to feedback {}",
            couple.called(receiver),
            record.id
        ));
        Ok((record, couple.slug().to_owned()))
    })?;
    app.show_json(|| document::item(&record, Some(&slug)))
}

fn delete(app: &mut App<'_, '_>, which: &Number) -> Result<()> {
    let (record, slug) = app.write(|app, tx| {
        let (record, couple) =
            app.owner_to_change::<Feedback>(tx, NOUN, which.number, |one| one.pair)?;
        tx.delete(record.id)?;
        tx.say(format!("Deleted feedback {}", record.id));
        Ok((record, couple.slug().to_owned()))
    })?;
    app.show_json(|| document::item(&record, Some(&slug)))
}
