//! `mentor followup`

pub mod add;
pub mod delete;
pub mod done;
pub mod drop;
pub mod edit;
pub mod list;
pub mod reopen;
pub mod show;

use chrono::{DateTime, Utc};

use crate::app::{self, App};
use crate::domain::dates;
use crate::domain::followup::{FollowUp, FollowUpState, Line, LineError};
use crate::domain::pair::Couple;
use crate::domain::record::Record;
use crate::domain::text;
use crate::error::{Failure, Result};
use crate::store::document;
use crate::view;

/// What each side will do, by when
#[derive(Debug, clap::Subcommand)]
pub enum FollowupCommand {
    Add(add::AddArgs),
    List(list::ListArgs),
    Show(show::ShowArgs),
    Edit(edit::EditArgs),
    Done(done::DoneArgs),
    Drop(drop::DropArgs),
    Reopen(reopen::ReopenArgs),
    Delete(delete::DeleteArgs),
}

pub fn run(app: &mut App<'_, '_>, command: &FollowupCommand) -> Result<()> {
    match command {
        FollowupCommand::Add(args) => add::run(app, args),
        FollowupCommand::List(args) => list::run(app, args),
        FollowupCommand::Show(args) => show::run(app, args),
        FollowupCommand::Edit(args) => edit::run(app, args),
        FollowupCommand::Done(args) => done::run(app, args),
        FollowupCommand::Drop(args) => drop::run(app, args),
        FollowupCommand::Reopen(args) => reopen::run(app, args),
        FollowupCommand::Delete(args) => delete::run(app, args),
    }
}

/// The noun as it is spoken of.
pub const NOUN: &str = "follow-up";

/// Reads `mentee: draft the RFC by fri`; the day is one of the owner's calendar.
pub fn from_line(couple: &Couple, typed: &str, now: DateTime<Utc>) -> Result<FollowUp> {
    let line = Line::split(typed)?;
    let owner = app::side(couple, line.owner)?;
    let today = now.with_timezone(&couple.person(owner).zone).date_naive();
    // What follows the last " by " is a day, or else part of the text ("stand by your decision").
    let (title, due) = match line.by {
        Some((before, day)) => match dates::day(day, today) {
            Ok(day) => (before, Some(day)),
            Err(error) if error.looks_like_a_day() => return Err(error.into()),
            Err(_) => (line.title, None),
        },
        None => (line.title, None),
    };
    Ok(FollowUp {
        pair: couple.id(),
        owner,
        title: text::title("title", title)?,
        due,
        goal: None,
        checkin: None,
        state: FollowUpState::Open,
        state_on: today,
        because: None,
        private: false,
    })
}

/// Moves one or more follow-ups to another state.
pub fn change_state(
    app: &mut App<'_, '_>,
    numbers: &[i64],
    to: FollowUpState,
    on: Option<&str>,
    because: Option<&str>,
) -> Result<()> {
    let changed = app.write(|app, tx| {
        let mut changed = Vec::new();
        for number in numbers {
            let (mut record, couple) =
                app.owner_to_change::<FollowUp>(tx, NOUN, *number, |it| it.pair)?;
            let today = app.today_of(couple.person(record.owner));
            let on = crate::commands::arg::day(on, today)?.unwrap_or(today);
            set_state(&mut record, to, on)?;
            record.because = crate::commands::arg::body("reason", because)?;
            tx.update(&mut record)?;
            tx.say(view::followup::changed(&record, &couple, today));
            changed.push((record, couple.slug().to_owned()));
        }
        Ok(changed)
    })?;
    app.show_json(|| document::one_or_more(&changed))
}

/// A state that it is in already is refused: whoever says it may mean another number.
pub fn set_state(
    record: &mut Record<FollowUp>,
    to: FollowUpState,
    on: chrono::NaiveDate,
) -> Result<()> {
    if record.state == to {
        return Err(
            Failure::refused(format!("follow-up {} is {to} already", record.id))
                .hint("`mentor followup list` shows the open ones"),
        );
    }
    record.state = to;
    record.state_on = on;
    Ok(())
}

impl From<LineError> for Failure {
    fn from(error: LineError) -> Self {
        Failure::refused(error.to_string())
            .hint("write it like `mentee: draft the RFC by fri` (owner, what, and by when)")
    }
}
