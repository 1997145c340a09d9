//! `mentor NOUN show`

use crate::app::App;
use crate::commands::command_line::arg::RecordArg;
use crate::commands::crud::{CrudRecord, record_view};
use crate::domain::pair::PairContext;
use crate::domain::record::Id;
use crate::error::Result;
use crate::store::json;
use crate::store::share::undecided::undecided;
use crate::store::table_row::TableRow;
use crate::view;

pub fn run<T: CrudRecord>(app: &mut App<'_, '_>, which: &RecordArg) -> Result<()> {
    let now = app.now;
    let (record, pair, related) = app.read(|tx| {
        let (record, pair) = app.find_record::<T>(tx, which.number)?;
        let more = T::related(&record, &pair, tx, now)?;
        Ok((record, pair, more))
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
    note_undecided::<T>(app, &pair, record.id)
}

/// Says under a record that two values of it stand beside each other.
pub fn note_undecided<T: TableRow>(
    app: &mut App<'_, '_>,
    pair: &PairContext,
    id: Id<T>,
) -> Result<()> {
    let mut undecided = app.read(|tx| Ok(undecided(tx, pair)?))?;
    undecided.retain(|one| one.table == T::TABLE && one.record == id.number());
    let parts: Vec<&str> = undecided.iter().map(|one| one.part.as_str()).collect();
    if parts.is_empty() {
        Ok(())
    } else {
        app.ui.note(&view::messages::share::both_changed(&parts))
    }
}
