//! `mentor NOUN show`

use crate::app::App;
use crate::commands::command_line::arg::RecordArg;
use crate::commands::crud::{CrudRecord, record_view};
use crate::domain::pair::PairContext;
use crate::domain::record::Id;
use crate::error::Result;
use crate::store::json;
use crate::store::read_tx::ReadTx;
use crate::store::share::undecided::undecided;
use crate::store::table_row::TableRow;
use crate::view;

pub fn run<T: CrudRecord>(app: &mut App<'_, '_>, which: &RecordArg) -> Result<()> {
    let now = app.now;
    let (record, pair, related, undecided) = app.read(|tx| {
        let (record, pair) = app.find_record::<T>(tx, which.number)?;
        let more = T::related(&record, &pair, tx, now)?;
        let undecided = undecided_parts(tx, &pair, record.id)?;
        Ok((record, pair, more, undecided))
    })?;
    app.print_result(
        || {
            let mut item = json::item(&record, Some(pair.slug()));
            for one in &related {
                item["item"][one.key] = one.json.clone();
            }
            item
        },
        |page| {
            let shown = record_view(&record, &pair, now);
            view::records::record::card(&shown, &related, &pair, now, page)
        },
    )?;
    note_undecided(app, &undecided)
}

/// The parts of a record of which two values stand beside each other.
pub fn undecided_parts<T: TableRow>(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    id: Id<T>,
) -> Result<Vec<String>> {
    let mut all = undecided(tx, pair)?;
    all.retain(|one| one.table == T::TABLE && one.record == id.number());
    Ok(all.into_iter().map(|one| one.part).collect())
}

/// Says under a record that two values of it stand beside each other.
pub fn note_undecided(app: &mut App<'_, '_>, parts: &[String]) -> Result<()> {
    if parts.is_empty() {
        return Ok(());
    }
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    app.ui.note(&view::messages::share::both_changed(&parts))
}
