//! `mentor end update`

use crate::app::App;
use crate::domain::closing::Closing;
use crate::domain::pair::{PairContext, PairState};
use crate::domain::record::Record;
use crate::domain::text;
use crate::error::{Failure, Result};
use crate::store::read_tx::ReadTx;
use crate::store::{closings, json};

/// Record how things are, some time after the end
#[derive(Debug, clap::Args)]
pub struct UpdateArgs {
    /// Where you are now
    #[arg(value_name = "TEXT")]
    text: String,
}

pub fn run(app: &mut App<'_, '_>, args: &UpdateArgs) -> Result<()> {
    let (record, slug) = app.write(|app, tx| {
        let (pair, mut closing) = find_ended_pair(app, tx)?;
        closing.update = Some(text::parse_body("update", &args.text)?);
        closing.updated_on = Some(app.today_of(pair.user()));
        tx.update(&mut closing)?;
        tx.add_message(format!("Recorded the update for `{}`", pair.slug()));
        Ok((closing, pair.slug().to_owned()))
    })?;
    app.print_record_json(|| json::item(&record, Some(&slug)))
}

/// The pair that is meant and how it ended. Where none is named, the one that is still to be asked, or the only one.
fn find_ended_pair(app: &App<'_, '_>, tx: &ReadTx<'_>) -> Result<(PairContext, Record<Closing>)> {
    let over = app.ended_pairs(tx)?;
    let to_ask = closings::awaiting_check_back(tx)?;
    let waits = |pair: &&PairContext| to_ask.iter().any(|one| one.pair == pair.id());
    let waiting: Vec<&PairContext> = over.iter().filter(waits).collect();
    let pair = match (waiting.as_slice(), over.as_slice()) {
        ([only], _) => (*only).clone(),
        (_, [only]) => only.clone(),
        _ => app.current_pair(tx)?,
    };
    let closing = closings::for_pair(tx, pair.id())?;
    let closing = closing.filter(|_| pair.record.state == PairState::Ended);
    let closing = closing.ok_or_else(|| {
        Failure::refused(format!("`{}` has not ended", pair.slug()))
            .hint("run `mentor end` to close the mentorship, or use `-p` for another pair")
    })?;
    Ok((pair, closing))
}
