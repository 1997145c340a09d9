//! `mentor person`: the user and the other person of each pair.

pub mod edit;
pub mod list;
pub mod show;

use crate::app::App;
use crate::domain::person::Person;
use crate::domain::record::{Id, Record};
use crate::error::{Failure, Result};
use crate::store::read_tx::ReadTx;
use crate::store::{pairs, people};

#[derive(Debug, clap::Subcommand)]
#[command(defer = true)]
pub enum PersonCommand {
    List(list::ListArgs),
    Show(show::ShowArgs),
    Edit(edit::EditArgs),
}

pub fn run(app: &mut App<'_, '_>, command: &PersonCommand) -> Result<()> {
    match command {
        PersonCommand::List(args) => list::run(app, args),
        PersonCommand::Show(args) => show::run(app, args),
        PersonCommand::Edit(args) => edit::run(app, args),
    }
}

/// Finds a person by `me`, number, the slug of their pair, or name.
pub fn find(app: &App<'_, '_>, tx: &ReadTx<'_>, who: &str) -> Result<Record<Person>> {
    let missing = || {
        Failure::not_found(format!("no person `{who}`"))
            .hint("use `me`, a pair's short name, or a number from `mentor person list`")
    };
    if who == "me" {
        return app.user(tx)?.ok_or_else(missing);
    }
    if let Ok(number) = who.parse() {
        return tx.find(Id::new(number))?.ok_or_else(missing);
    }
    let pairs = pairs::pairs(tx)?;
    if let Some(pair) = pairs.iter().find(|pair| pair.slug() == who) {
        return Ok(pair.partner().clone());
    }
    let wanted = who.to_lowercase();
    let mut matches: Vec<Record<Person>> = people::all(tx)?
        .into_iter()
        .filter(|person| person.name.to_lowercase().contains(&wanted))
        .collect();
    match matches.len() {
        1 => Ok(matches.remove(0)),
        0 => Err(missing()),
        count => Err(Failure::not_found(format!("{count} people match `{who}`"))
            .hint("use a number of `mentor person list`")),
    }
}
