//! `mentor goal progress` and `mentor goal confidence`: add an entry to the history of a goal.

use crate::app::App;
use crate::commands::command_line::arg;
use crate::commands::crud::form_input::parse_past_day;
use crate::domain::goal::{self as rules, Goal, GoalEntry};
use crate::error::Result;
use crate::store::json;
use crate::view;

/// Record progress on a goal
#[derive(Debug, clap::Args)]
pub struct ProgressArgs {
    /// Number of the goal
    #[arg(value_name = "NUMBER")]
    number: i64,

    /// Percentage, 0 to 100
    #[arg(value_name = "PERCENT")]
    figure: String,

    #[command(flatten)]
    about: EntryArgs,
}

/// Record the mentee's confidence in a goal
#[derive(Debug, clap::Args)]
pub struct ConfidenceArgs {
    /// Number of the goal
    #[arg(value_name = "NUMBER")]
    number: i64,

    /// From 1 (not at all) to 10 (certain)
    #[arg(value_name = "1-10")]
    figure: String,

    #[command(flatten)]
    about: EntryArgs,
}

#[derive(Debug, clap::Args)]
struct EntryArgs {
    /// Evidence or comment
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,

    /// Date [default: today]
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

pub fn progress(app: &mut App<'_, '_>, args: &ProgressArgs) -> Result<()> {
    let percent = rules::percent(&args.figure)?;
    add_entry(app, args.number, Some(percent), None, &args.about)
}

pub fn confidence(app: &mut App<'_, '_>, args: &ConfidenceArgs) -> Result<()> {
    let confidence = rules::confidence(&args.figure)?;
    add_entry(app, args.number, None, Some(confidence), &args.about)
}

fn add_entry(
    app: &mut App<'_, '_>,
    number: i64,
    percent: Option<u8>,
    confidence: Option<u8>,
    about: &EntryArgs,
) -> Result<()> {
    let (record, slug) = app.write(|app, tx| {
        let (goal, pair) = app.find_record_for_write::<Goal>(tx, number)?;
        let today = app.today_of(&pair.mentee);
        let record = tx.insert(GoalEntry {
            pair: pair.id(),
            goal: goal.id,
            on: parse_past_day(tx, &pair, about.on.as_deref(), today)?,
            percent,
            confidence,
            note: arg::parse_text("note", about.note.as_deref())?,
            checkin: None,
        })?;
        tx.add_message(view::records::goal::entry_message(&record, &goal));
        if let Some(remark) = view::records::goal::inactive_remark(&goal) {
            tx.remark(remark);
        }
        Ok((record, pair.slug().to_owned()))
    })?;
    app.print_record_json(|| json::item(&record, Some(&slug)))
}
