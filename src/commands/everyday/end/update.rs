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
        closing.updated_on = Some(app.today_of(pair.user()).day);
        tx.update(&mut closing)?;
        tx.add_message(format!("Recorded the update for `{}`", pair.slug()));
        Ok((closing, pair.slug().to_owned()))
    })?;
    app.print_record_json(|| json::item(&record, Some(&slug)))
}

/// Finds the ended pair and its closing. Without `-p`: the only one that awaits a check-back, or the only one that
/// ended.
fn find_ended_pair(app: &App<'_, '_>, tx: &ReadTx<'_>) -> Result<(PairContext, Record<Closing>)> {
    let ended = app.ended_pairs(tx)?;
    let awaiting = closings::awaiting_check_back(tx)?;
    let is_awaiting =
        |pair: &&PairContext| awaiting.iter().any(|closing| closing.pair == pair.id());
    let awaiting_pairs: Vec<&PairContext> = ended.iter().filter(is_awaiting).collect();
    let pair = match (awaiting_pairs.as_slice(), ended.as_slice()) {
        ([only], _) => (*only).clone(),
        (_, [only]) => only.clone(),
        _ => app.current_pair(tx)?,
    };
    let closing = closings::for_pair(tx, pair.id())?;
    let closing = closing.filter(|_| pair.record.state == PairState::Ended);
    let closing = closing.ok_or_else(|| {
        let slug = pair.slug();
        Failure::refused(format!("`{slug}` hasn't ended"))
            .hint(format!("run `mentor end -p {slug}` to end it, or use `-p` for another pair"))
    })?;
    Ok((pair, closing))
}
