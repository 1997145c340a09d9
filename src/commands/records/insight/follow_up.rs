//! `mentor advice outcome` and `mentor advice recall`: whether advice helped, and whether it is remembered.

use chrono::NaiveDate;

use crate::app::App;
use crate::commands::command_line::arg::{self, RecordArg};
use crate::commands::crud::form_input::parse_past_day;
use crate::domain::dates::Today;
use crate::domain::insight::{AdviceOutcome, Insight, Recall};
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::record::Record;
use crate::domain::text;
use crate::error::{Failure, Result};
use crate::store::read_tx::ReadTx;
use crate::store::{insights, json};
use crate::view;

/// Record whether advice helped
#[derive(Debug, clap::Args)]
pub struct OutcomeArgs {
    #[command(flatten)]
    which: RecordArg,

    /// Outcome
    #[arg(value_name = "OUTCOME", value_parser = ["helped", "did-not-help", "not-taken"])]
    outcome: String,

    /// Evidence
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,

    /// Date [default: today]
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

/// Recall advice in the mentee's own words
///
/// The agenda asks about advice two and six weeks after it was given. Recalling it makes it stick better than reading
/// it again.
#[derive(Debug, clap::Args)]
pub struct RecallArgs {
    #[command(flatten)]
    which: RecordArg,

    /// The mentee's own words
    #[arg(value_name = "TEXT")]
    words: String,

    /// Date [default: today]
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

/// Parses a day between the one on which the advice was given and today; `None` means today.
fn parse_day_since_given(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    insight: &Record<Insight>,
    typed: Option<&str>,
    today: Today,
) -> Result<NaiveDate> {
    let on = parse_past_day(tx, pair, typed, today)?;
    // In the other side's zone, today may still be yesterday.
    if on < insight.on.min(today.day) {
        return Err(Failure::refused(format!(
            "advice {} was not given until {}",
            insight.id, insight.on
        ))
        .hint("pick a later day with `--on`, or leave it out for today"));
    }
    Ok(on)
}

pub fn outcome(app: &mut App<'_, '_>, args: &OutcomeArgs) -> Result<()> {
    let outcome: AdviceOutcome = args.outcome.parse()?;
    let (record, slug) = app.write(|app, tx| {
        let (mut record, pair) = app.find_record_for_write::<Insight>(tx, args.which.number)?;
        let today = app.today_of(pair.user());
        let on = parse_day_since_given(tx, &pair, &record, args.on.as_deref(), today)?;
        record.outcome = Some(outcome);
        record.outcome_on = Some(on);
        record.outcome_note = arg::parse_text("note", args.note.as_deref())?;
        tx.update(&mut record)?;
        tx.add_message(view::records::insight::outcome_message(&record));
        Ok((record, pair.slug().to_owned()))
    })?;
    app.print_record_json(|| json::item(&record, Some(&slug)))
}

pub fn recall(app: &mut App<'_, '_>, args: &RecallArgs) -> Result<()> {
    let (record, insight, slug) = app.write(|app, tx| {
        let (insight, pair) = app.find_record_for_write::<Insight>(tx, args.which.number)?;
        let today = app.today_of(pair.person(Side::Mentee));
        let record = tx.insert(Recall {
            pair: pair.id(),
            insight: insight.id,
            on: parse_day_since_given(tx, &pair, &insight, args.on.as_deref(), today)?,
            words: text::parse_body("explanation", &args.words)?,
        })?;
        let days = insights::recalled_on(tx, insight.id)?;
        tx.add_message(view::records::insight::recall_message(&insight, &days, today));
        Ok((record, insight, pair.slug().to_owned()))
    })?;
    // Printed only after storing, so that the mentee recalls it from memory.
    app.ui.status(&format!("  the advice was: {}", insight.title))?;
    app.print_record_json(|| json::item(&record, Some(&slug)))
}
