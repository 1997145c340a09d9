//! `mentor NOUN show`

use crate::app::App;
use crate::commands::command_line::arg::RecordArg;
use crate::commands::crud::{CrudRecord, record_view};
use crate::domain::pair::PairContext;
use crate::domain::record::Id;
use crate::error::Result;
use crate::share::request::REQUEST;
use crate::store::json;
use crate::store::read_tx::ReadTx;
use crate::store::share::numbers;
use crate::store::share::undecided::undecided;
use crate::store::table_row::TableRow;
use crate::view;

pub fn run<T: CrudRecord>(app: &mut App<'_, '_>, which: &RecordArg) -> Result<()> {
    let now = app.now;
    let (record, pair, related, undecided, theirs) = app.read(|tx| {
        let (record, pair) = app.find_record::<T>(tx, which.number)?;
        let related = T::related(&record, &pair, tx, now, app.ui.mode)?;
        let undecided = undecided_parts(tx, &pair, record.id)?;
        let theirs = numbers::theirs(tx, &pair, &record)?;
        Ok((record, pair, related, undecided, theirs))
    })?;
    app.print_result(
        || {
            let mut item = json::item(&record, Some(pair.slug()));
            for section in &related {
                item["item"][section.key] = section.json.clone();
            }
            item
        },
        |page| {
            let shown = record_view(&record, &pair, now);
            view::records::record::card(&shown, &related, &pair, now, page)
        },
    )?;
    if let Some(number) = theirs.filter(|number| *number != record.id.number()) {
        let who = pair.first_name(pair.user_side().other());
        app.ui.note(&view::messages::share::their_number(who, T::TABLE, number))?;
    }
    note_undecided(app, &undecided)
}

/// Returns what is to be decided about a record: parts that both sides have changed, and `REQUEST`.
pub fn undecided_parts<T: TableRow>(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    id: Id<T>,
) -> Result<Vec<String>> {
    let mut parts = undecided(tx, pair)?;
    parts.retain(|part| part.table == T::TABLE && part.record == id.number());
    Ok(parts.into_iter().map(|part| part.part).collect())
}

/// Notes below a record what is to be decided about it.
pub fn note_undecided(app: &mut App<'_, '_>, parts: &[String]) -> Result<()> {
    let parts = parts.iter().map(String::as_str);
    let (requests, changed): (Vec<&str>, Vec<&str>) = parts.partition(|part| *part == REQUEST);
    if !changed.is_empty() {
        app.ui.note(&view::messages::share::both_changed(&changed))?;
    }
    if requests.is_empty() {
        Ok(())
    } else {
        app.ui.note(view::messages::share::deletion_requested())
    }
}
