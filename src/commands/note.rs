//! `mentor win` and `mentor insight`: small records with the same verbs.

use chrono::NaiveDate;

use crate::app::App;
use crate::commands::arg::{self, Number};
use crate::domain::goal::Goal;
use crate::domain::note::{Insight, Win};
use crate::domain::pair::{Couple, Pair};
use crate::domain::record::{Id, Record};
use crate::domain::text;
use crate::error::{Failure, Result};
use crate::store::record::Stored;
use crate::store::{document, notes};
use crate::view;

/// Things that went well: evidence for confidence
#[derive(Debug, clap::Subcommand)]
pub enum WinCommand {
    Add(AddWinArgs),
    /// List wins
    List,
    /// Show a win
    Show(Number),
    Edit(EditArgs),
    /// Delete a win that was a mistake; `mentor undo` brings it back
    Delete(Number),
}

/// Advice and industry knowledge that the mentor gave
#[derive(Debug, clap::Subcommand)]
pub enum InsightCommand {
    Add(AddArgs),
    /// List insights
    List,
    /// Show an insight
    Show(Number),
    Edit(EditArgs),
    /// Delete an insight that was a mistake; `mentor undo` brings it back
    Delete(Number),
}

/// Add one
#[derive(Debug, clap::Args)]
pub struct AddArgs {
    /// What it is, in a line
    #[arg(value_name = "TITLE")]
    title: String,

    /// On which day; left out: today
    #[arg(long, value_name = "DATE")]
    on: Option<String>,

    /// Keep it out of everything meant for the other side
    #[arg(long)]
    private: bool,
}

/// Add something that went well
#[derive(Debug, clap::Args)]
pub struct AddWinArgs {
    #[command(flatten)]
    what: AddArgs,

    /// The goal that it is evidence for
    #[arg(long, value_name = "NUMBER")]
    goal: Option<i64>,
}

/// Change the text
#[derive(Debug, clap::Args)]
pub struct EditArgs {
    #[command(flatten)]
    which: Number,

    /// The new text
    #[arg(long, value_name = "TEXT")]
    title: String,
}

/// What wins and insights have in common.
trait Note: Stored {
    const NOUN: &'static str;

    fn pair(&self) -> Id<Pair>;
    fn title(&self) -> &str;
    fn rename(&mut self, title: String);
    fn on(&self) -> NaiveDate;
    fn is_private(&self) -> bool;
}

macro_rules! note {
    ($type:ident, $noun:literal) => {
        impl Note for $type {
            const NOUN: &'static str = $noun;

            fn pair(&self) -> Id<Pair> {
                self.pair
            }

            fn title(&self) -> &str {
                &self.title
            }

            fn rename(&mut self, title: String) {
                self.title = title;
            }

            fn on(&self) -> NaiveDate {
                self.on
            }

            fn is_private(&self) -> bool {
                self.private
            }
        }
    };
}

note!(Win, "win");
note!(Insight, "insight");

pub fn win(app: &mut App<'_, '_>, command: &WinCommand) -> Result<()> {
    match command {
        WinCommand::Add(args) => add(app, &args.what, |app, tx, couple, title, on| {
            let goal = match args.goal {
                Some(number) => Some(
                    app.in_pair::<Goal>(tx, couple, "goal", number, |goal| goal.pair)?
                        .id,
                ),
                None => None,
            };
            let private = args.what.private;
            Ok(Win {
                pair: couple.id(),
                title,
                on,
                goal,
                checkin: None,
                private,
            })
        }),
        WinCommand::List => list::<Win>(app),
        WinCommand::Show(which) => show::<Win>(app, which),
        WinCommand::Edit(args) => edit::<Win>(app, args),
        WinCommand::Delete(which) => delete::<Win>(app, which),
    }
}

pub fn insight(app: &mut App<'_, '_>, command: &InsightCommand) -> Result<()> {
    match command {
        InsightCommand::Add(args) => add(app, args, |_, _, couple, title, on| {
            Ok(Insight {
                pair: couple.id(),
                title,
                on,
                checkin: None,
                private: args.private,
            })
        }),
        InsightCommand::List => list::<Insight>(app),
        InsightCommand::Show(which) => show::<Insight>(app, which),
        InsightCommand::Edit(args) => edit::<Insight>(app, args),
        InsightCommand::Delete(which) => delete::<Insight>(app, which),
    }
}

type Tx<'t> = crate::store::writer::Writer<'t>;

fn add<T: Note>(
    app: &mut App<'_, '_>,
    args: &AddArgs,
    make: impl FnOnce(&App<'_, '_>, &Tx<'_>, &Couple, String, NaiveDate) -> Result<T>,
) -> Result<()> {
    let (record, slug) = app.write(|app, tx| {
        let couple = app.couple_to_change(tx)?;
        let today = app.today_of(couple.user());
        let on = arg::day(args.on.as_deref(), today)?.unwrap_or(today);
        if on > today {
            return Err(Failure::refused(format!("{on} is still to come"))
                .hint("leave `--on` out for today"));
        }
        let title = text::title("title", &args.title)?;
        let record = tx.insert(make(app, tx, &couple, title, on)?)?;
        tx.say(format!(
            "Added {} {}: {}",
            T::NOUN,
            record.id,
            record.it.title()
        ));
        Ok((record, couple.slug().to_owned()))
    })?;
    app.show_json(|| document::item(&record, Some(&slug)))
}

fn list<T: Note>(app: &mut App<'_, '_>) -> Result<()> {
    let (records, couple) = app.read(|tx| {
        let couple = app.couple(tx)?;
        Ok((notes::all::<T>(tx, couple.id())?, couple))
    })?;
    app.show(
        || document::list(&records, Some(couple.slug())),
        |page| {
            let lines = records.iter().map(|one| {
                (
                    one.id.number(),
                    one.it.on(),
                    one.it.title(),
                    one.it.is_private(),
                )
            });
            view::note::table(lines, T::NOUN, page)
        },
    )
}

fn show<T: Note>(app: &mut App<'_, '_>, which: &Number) -> Result<()> {
    let (record, couple) =
        app.read(|tx| app.owner_of::<T>(tx, T::NOUN, which.number, Note::pair))?;
    app.show(
        || document::item(&record, Some(couple.slug())),
        |page| {
            view::note::card(
                T::NOUN,
                record.id.number(),
                record.it.on(),
                record.it.title(),
                page,
            )
        },
    )
}

fn edit<T: Note>(app: &mut App<'_, '_>, args: &EditArgs) -> Result<()> {
    let (record, slug) = app.write(|app, tx| {
        let (mut record, couple): (Record<T>, Couple) =
            app.owner_to_change(tx, T::NOUN, args.which.number, Note::pair)?;
        record.it.rename(text::title("title", &args.title)?);
        tx.update(&mut record)?;
        tx.say(format!(
            "Changed {} {}: {}",
            T::NOUN,
            record.id,
            record.it.title()
        ));
        Ok((record, couple.slug().to_owned()))
    })?;
    app.show_json(|| document::item(&record, Some(&slug)))
}

fn delete<T: Note>(app: &mut App<'_, '_>, which: &Number) -> Result<()> {
    let (record, slug) = app.write(|app, tx| {
        let (record, couple): (Record<T>, Couple) =
            app.owner_to_change(tx, T::NOUN, which.number, Note::pair)?;
        tx.delete(record.id)?;
        tx.say(format!(
            "Deleted {} {}: {}",
            T::NOUN,
            record.id,
            record.it.title()
        ));
        Ok((record, couple.slug().to_owned()))
    })?;
    app.show_json(|| document::item(&record, Some(&slug)))
}
