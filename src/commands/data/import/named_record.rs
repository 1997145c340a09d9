//! Finds the stored record that a row names.

use uuid::Uuid;

use crate::commands::crud::form_input::parse_record_number;
use crate::commands::data::import::cells::RowInput;
use crate::commands::data::import::columns::{ImportColumn, find_column, with_location};
use crate::commands::data::import::context::ImportContext;
use crate::domain::pair::PairContext;
use crate::domain::pair_item::PairItem;
use crate::domain::record::{Id, Record};
use crate::error::{Failure, Result};
use crate::store::table_row::TableRow;

/// Finds the record that a row names by its `uid` or number; `None`: it names none, or the `uid` is unknown. Fails if an
/// earlier row names it too, or if it belongs to another pair.
pub fn find_named<T: PairItem + TableRow>(
    columns: &[ImportColumn],
    input: &RowInput<'_>,
    line: usize,
    pair: &PairContext,
    context: &mut ImportContext<'_, '_>,
) -> Result<Option<Record<T>>> {
    let (key, found) = match (input.uid, input.number) {
        (Some(uid), _) => ("uid", find_by_uid::<T>(uid, context)?),
        (None, Some(typed)) => {
            let found = find_by_number::<T>(columns, typed, context);
            ("id", Some(found.map_err(|failure| with_location(columns, failure, line, "id"))?))
        }
        (None, None) => return Ok(None),
    };
    let Some(record) = found.filter(|record| context.was_stored(record)) else {
        return Ok(None);
    };
    let (noun, number) = (T::LABEL, record.id);
    let failure = if record.pair() != pair.id() {
        let slug = pair.slug();
        Failure::refused(format!("{noun} {number} belongs to another pair than `{slug}`"))
            .hint("a record stays with its pair")
    } else if let Some(earlier) = context.named.insert(number.number(), line) {
        Failure::refused(format!("line {earlier} is {noun} {number} too"))
            .hint("leave one of the two out")
    } else {
        return Ok(Some(record));
    };
    Err(with_location(columns, failure, line, key))
}

/// Finds the record with a `uid`, also if a program has written it in capitals.
pub fn find_by_uid<T: TableRow>(
    uid: &str,
    context: &ImportContext<'_, '_>,
) -> Result<Option<Record<T>>> {
    let plain = Uuid::parse_str(uid).map_or_else(|_| uid.to_owned(), |plain| plain.to_string());
    Ok(context.tx.first("WHERE uid = ?1", [plain])?)
}

fn find_by_number<T: PairItem + TableRow>(
    columns: &[ImportColumn],
    typed: &str,
    context: &ImportContext<'_, '_>,
) -> Result<Record<T>> {
    let number = parse_record_number(typed)?;
    let found = context.tx.find::<T>(Id::new(number))?;
    found.filter(|record| context.was_stored(record)).ok_or_else(|| {
        let column = find_column(columns, "id").map_or("id", |column| &column.name);
        Failure::refused(format!("there is no {} {number}", T::LABEL)).hint(format!(
            "leave the cell empty to add one, or use `--map \"{column}=\"` if the numbers are another program's"
        ))
    })
}
