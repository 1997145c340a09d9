//! Asks for confirmation before a bundle changes much.

use crate::app::App;
use crate::domain::pair::PairContext;
use crate::error::Result;
use crate::store::read_tx::ReadTx;
use crate::store::share::circles::Circle;
use crate::store::share::take::TakeReport;
use crate::store::share::taken_item::TakenChange;
use crate::store::share::{bundle_body, rows};

/// Bundles with up to this many new records are taken without confirmation; `MAX_DELETED` is the limit for deletions.
const MAX_NEW: usize = 200;
const MAX_DELETED: usize = 10;

/// Cheap test whether `confirm_size` could ask: its exact count needs a copy of the data file.
pub(super) fn may_be_much(tx: &ReadTx<'_>, circle: &Circle, body: &str) -> Result<bool> {
    Ok(bundle_body::count_new_records(tx, circle, body)? > 1)
}

/// Asks for confirmation before a bundle adds or deletes many records.
pub(super) fn confirm_size(
    app: &mut App<'_, '_>,
    report: &TakeReport,
    pair: &PairContext,
    file: &str,
) -> Result<()> {
    let count = |is: fn(&TakenChange) -> bool| {
        let items = report.items.iter();
        items.filter(|item| is(&item.change)).count()
    };
    let new = count(|change| *change == TakenChange::New);
    let deleted = count(|change| *change == TakenChange::Deleted);
    let records = app.read(|tx| Ok(rows::list_publishable(tx, pair)?.len()))?;
    confirm_count(app, (new, deleted), records, file)
}

/// Asks for confirmation before a bundle adds or deletes so many records. `records`: how many there are.
pub(super) fn confirm_count(
    app: &mut App<'_, '_>,
    (new, deleted): (usize, usize),
    records: usize,
    file: &str,
) -> Result<()> {
    let (question, subject) = match (deleted > MAX_DELETED, new > MAX_NEW && records > 0) {
        (true, _) => {
            let what = format!("{deleted} of {records} records");
            (format!("Delete {what}, as `{file}` asks?"), format!("deleting {what}"))
        }
        (false, true) => {
            (format!("Add {new} records from `{file}`?"), format!("adding {new} records"))
        }
        _ => return Ok(()),
    };
    let confirmed = app.confirm_or_fail(false, &question, &subject, "Nothing was changed");
    confirmed.map_err(|failure| {
        failure.hint(format!("run `mentor share take {file} --dry-run` to list them"))
    })
}
