//! `mentor topic`: something to talk about, on the agenda until it is covered.

use crate::app::{self, App};
use crate::commands::arg::{self, Number};
use crate::domain::pair::Couple;
use crate::domain::record::Record;
use crate::domain::text;
use crate::domain::topic::{Topic, TopicState};
use crate::error::{Failure, Result};
use crate::store::reader::Reader;
use crate::store::{checkins, document, topics};
use crate::view;

pub const NOUN: &str = "topic";

/// Something to talk about; stays on the agenda until it is covered
#[derive(Debug, clap::Subcommand)]
pub enum TopicCommand {
    Add(AddArgs),
    List(ListArgs),
    /// Show a topic
    Show(Number),
    Edit(EditArgs),
    /// Say that topics are covered
    Done(NumbersArgs),
    /// Drop topics that need no talk any more
    Drop(NumbersArgs),
    /// Put topics on the agenda again
    Reopen(NumbersArgs),
    /// Delete a topic that was a mistake; `mentor undo` brings it back
    Delete(Number),
}

/// Add a topic
#[derive(Debug, clap::Args)]
pub struct AddArgs {
    /// What to talk about
    #[arg(value_name = "TITLE")]
    title: String,

    /// Who brings it: mentor, mentee, me or them; left out: me
    #[arg(long, value_name = "SIDE")]
    from: Option<String>,

    /// More about it
    #[arg(long, value_name = "TEXT")]
    notes: Option<String>,

    /// Keep it out of everything meant for the other side
    #[arg(long)]
    private: bool,
}

/// List topics
#[derive(Debug, clap::Args)]
pub struct ListArgs {
    /// Covered and dropped ones too
    #[arg(long)]
    all: bool,
}

/// Change a topic
#[derive(Debug, clap::Args)]
pub struct EditArgs {
    #[command(flatten)]
    which: Number,

    /// What to talk about
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,

    /// More about it
    #[arg(long, value_name = "TEXT")]
    notes: Option<String>,
}

#[derive(Debug, clap::Args)]
pub struct NumbersArgs {
    /// Numbers of the topics
    #[arg(required = true, value_name = "NUMBER")]
    numbers: Vec<i64>,
}

pub fn run(app: &mut App<'_, '_>, command: &TopicCommand) -> Result<()> {
    match command {
        TopicCommand::Add(args) => add(app, args),
        TopicCommand::List(args) => list(app, args),
        TopicCommand::Show(which) => show(app, which),
        TopicCommand::Edit(args) => edit(app, args),
        TopicCommand::Done(args) => change_state(app, args, TopicState::Covered),
        TopicCommand::Drop(args) => change_state(app, args, TopicState::Dropped),
        TopicCommand::Reopen(args) => change_state(app, args, TopicState::Open),
        TopicCommand::Delete(which) => delete(app, which),
    }
}

fn find_to_change(
    app: &App<'_, '_>,
    tx: &Reader<'_>,
    number: i64,
) -> Result<(Record<Topic>, Couple)> {
    app.owner_to_change::<Topic>(tx, NOUN, number, |topic| topic.pair)
}

/// A topic as it is added, here and in a log.
pub fn draft(app: &App<'_, '_>, couple: &Couple, typed: &str, from: Option<&str>) -> Result<Topic> {
    let from = match from {
        Some(from) => app::side(couple, from)?,
        None => couple.me(),
    };
    Ok(Topic {
        pair: couple.id(),
        title: text::title("title", typed)?,
        notes: None,
        from,
        state: TopicState::Open,
        state_on: app.today_of(couple.user()),
        covered_in: None,
        private: false,
    })
}

fn add(app: &mut App<'_, '_>, args: &AddArgs) -> Result<()> {
    let (record, slug) = app.write(|app, tx| {
        let couple = app.couple_to_change(tx)?;
        let mut topic = draft(app, &couple, &args.title, args.from.as_deref())?;
        topic.notes = arg::body("notes", args.notes.as_deref())?;
        topic.private = args.private;
        let record = tx.insert(topic)?;
        tx.say(view::topic::added(&record, &couple));
        Ok((record, couple.slug().to_owned()))
    })?;
    app.show_json(|| document::item(&record, Some(&slug)))
}

fn list(app: &mut App<'_, '_>, args: &ListArgs) -> Result<()> {
    let (couple, found) = app.read(|tx| {
        let couple = app.couple(tx)?;
        let records = match args.all {
            true => topics::all(tx, couple.id())?,
            false => topics::open(tx, couple.id())?,
        };
        let mut found = Vec::new();
        for record in records {
            let carried = match record.state {
                TopicState::Open => {
                    checkins::held_since(tx, couple.id(), record.created_at, app.now)?
                }
                _ => 0,
            };
            found.push((record, carried));
        }
        Ok((couple, found))
    })?;
    app.show(
        || {
            let records: Vec<_> = found.iter().map(|(record, _)| record.clone()).collect();
            document::list(&records, Some(couple.slug()))
        },
        |page| view::topic::table(&found, &couple, page),
    )
}

fn show(app: &mut App<'_, '_>, which: &Number) -> Result<()> {
    let (record, couple) =
        app.read(|tx| app.owner_of::<Topic>(tx, NOUN, which.number, |topic| topic.pair))?;
    app.show(
        || document::item(&record, Some(couple.slug())),
        |page| view::topic::card(&record, &couple, page),
    )
}

fn edit(app: &mut App<'_, '_>, args: &EditArgs) -> Result<()> {
    if args.title.is_none() && args.notes.is_none() {
        return Err(Failure::usage("nothing to change was named").hint(format!(
            "for example `mentor topic edit {} --title \"…\"`",
            args.which.number
        )));
    }
    let (record, slug) = app.write(|app, tx| {
        let (mut record, couple) = find_to_change(app, tx, args.which.number)?;
        if let Some(title) = &args.title {
            record.title = text::title("title", title)?;
        }
        if args.notes.is_some() {
            record.notes = arg::body("notes", args.notes.as_deref())?;
        }
        tx.update(&mut record)?;
        tx.say(format!("Changed topic {}: {}", record.id, record.title));
        Ok((record, couple.slug().to_owned()))
    })?;
    app.show_json(|| document::item(&record, Some(&slug)))
}

fn change_state(app: &mut App<'_, '_>, args: &NumbersArgs, to: TopicState) -> Result<()> {
    let changed = app.write(|app, tx| {
        let mut changed = Vec::new();
        for number in &args.numbers {
            let (mut record, couple) = find_to_change(app, tx, *number)?;
            if record.state == to {
                return Err(Failure::refused(format!("topic {number} is {to} already")));
            }
            record.state = to;
            record.state_on = app.today_of(couple.user());
            record.covered_in = None;
            tx.update(&mut record)?;
            tx.say(format!("Topic {number} is {to}: {}", record.title));
            changed.push((record, couple.slug().to_owned()));
        }
        Ok(changed)
    })?;
    app.show_json(|| document::one_or_more(&changed))
}

fn delete(app: &mut App<'_, '_>, which: &Number) -> Result<()> {
    let (record, slug) = app.write(|app, tx| {
        let (record, couple) = find_to_change(app, tx, which.number)?;
        tx.delete(record.id)?;
        tx.say(format!("Deleted topic {}: {}", record.id, record.title));
        Ok((record, couple.slug().to_owned()))
    })?;
    app.show_json(|| document::item(&record, Some(&slug)))
}
