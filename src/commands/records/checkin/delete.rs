//! `mentor checkin delete`

use crate::app::App;
use crate::commands::command_line::arg::RecordArg;
use crate::commands::data::share;
use crate::commands::records::checkin;
use crate::domain::approach::Approach;
use crate::domain::checkin::CheckIn;
use crate::domain::followup::FollowUp;
use crate::domain::goal::GoalEntry;
use crate::domain::insight::{Insight, Win};
use crate::domain::pair::PairContext;
use crate::domain::record::Record;
use crate::domain::topic::Topic;
use crate::error::{Failure, Result};
use crate::store::read_tx::ReadTx;
use crate::store::{json, pair_items};

/// Delete a check-in (`mentor undo` restores it)
#[derive(Debug, clap::Args)]
pub struct DeleteArgs {
    #[command(flatten)]
    which: RecordArg,
}

pub fn run(app: &mut App<'_, '_>, args: &DeleteArgs) -> Result<()> {
    let find = |app: &App<'_, '_>, tx: &ReadTx<'_>| find_to_delete(app, tx, args.which.number);
    share::publish_before_deletion(app, find)?;
    let (record, slug) = app.write(|app, tx| {
        let (record, pair) = find(app, tx)?;
        share::remark_on_deletion(tx, &pair, &record)?;
        tx.delete(record.id)?;
        tx.add_message(format!("Deleted check-in {}", record.id));
        Ok((record, pair.slug().to_owned()))
    })?;
    app.print_record_json(|| json::item(&record, Some(&slug)))
}

/// Finds a check-in; one with linked records can't be deleted.
fn find_to_delete(
    app: &App<'_, '_>,
    tx: &ReadTx<'_>,
    number: i64,
) -> Result<(Record<CheckIn>, PairContext)> {
    let (record, pair) = checkin::find_for_write(app, tx, number)?;
    let id = record.id;
    let results = pair_items::owned_by::<FollowUp, _>(tx, "checkin", id)?.len()
        + pair_items::owned_by::<Topic, _>(tx, "covered_in", id)?.len()
        + pair_items::owned_by::<Win, _>(tx, "checkin", id)?.len()
        + pair_items::owned_by::<Insight, _>(tx, "checkin", id)?.len()
        + pair_items::owned_by::<Approach, _>(tx, "checkin", id)?.len()
        + pair_items::owned_by::<GoalEntry, _>(tx, "checkin", id)?.len();
    if results > 0 {
        return Err(Failure::refused(format!("check-in {id} has {results} linked records"))
            .hint("run `mentor undo` to undo a whole log"));
    }
    Ok((record, pair))
}
