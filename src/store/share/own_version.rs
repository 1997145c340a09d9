//! Edits of a part with a conflict continue this side's own version, even while the other side's is displayed.

use rusqlite::types::Value;

use crate::domain::pair::Pair;
use crate::share::parts::PartContent;
use crate::share::show::ShareWrite;
use crate::store::share::column_values::cell;
use crate::store::share::error::ApplyError;
use crate::store::share::reading::CircleReading;
use crate::store::share::rows::number_of;
use crate::store::share::{circles, undecided};
use crate::store::table_row::TableRow;
use crate::store::write_tx::WriteTx;
use crate::store::{StoreError, pairs};

/// Fills the columns of a part that an edit leaves alone with this side's own version, if the row displays the other side's
/// and the edit changes the part. Returns whether it did.
pub(in crate::store) fn put_own_version<T: TableRow>(
    tx: &WriteTx<'_>,
    number: i64,
    before: &[Value],
    after: &mut [Value],
) -> Result<bool, StoreError> {
    if !undecided::is_published(tx, T::TABLE, number)? {
        return Ok(false);
    }
    let pair_number = if T::TABLE == Pair::TABLE {
        Some(number)
    } else {
        let at = T::COLUMNS.iter().position(|column| *column == "pair");
        match at.and_then(|at| after.get(at)) {
            Some(Value::Integer(pair)) => Some(*pair),
            _ => None,
        }
    };
    let mut pairs = pairs::pairs(tx)?.into_iter();
    let Some(pair) = pairs.find(|pair| Some(pair.id().number()) == pair_number) else {
        return Ok(false);
    };
    let Some(circle) = circles::find_for_pair(tx, &pair.record.uid)? else {
        return Ok(false);
    };
    let me = circle.side();
    let is_edited = |column: &str| {
        let at = T::COLUMNS.iter().position(|name| *name == column);
        at.is_some_and(|at| before.get(at) != after.get(at))
    };
    let mut cells: Vec<(usize, Value)> = Vec::new();
    for choice in CircleReading::new(tx, &pair, &circle)?.was.open {
        let is_hidden = choice.record.table == T::TABLE
            && number_of(tx, &pair, &choice.record)? == number
            && choice.writes.first().is_some_and(|shown| shown.by != me);
        let part = T::PARTS.iter().find(|part| part.name == choice.part);
        let own = choice.writes.iter().find(|write| write.by == me);
        let own: Option<&PartContent> = own.and_then(ShareWrite::fields);
        let (Some(part), Some(own), true) = (part, own, is_hidden) else {
            continue;
        };
        if !part.columns.iter().any(|column| is_edited(column)) {
            continue;
        }
        let place = (T::TABLE, number, part.name);
        undecided::set_own(tx, &circle.pair, place, None)?;
        let unedited = part.columns.iter().filter(|column| !is_edited(column));
        for column in unedited.filter(|column| part.claimed != Some(**column)) {
            cells.push(cell::<T>(tx, part, column, own).map_err(|error| match error {
                ApplyError::Store(error) => error,
                ApplyError::Field { .. } => StoreError::Damaged,
            })?);
        }
    }
    let is_changed = !cells.is_empty();
    for (at, cell) in cells {
        after[at] = cell;
    }
    Ok(is_changed)
}
