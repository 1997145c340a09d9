//! Gives the versions of an agreement the same numbers in both files.

use crate::domain::agreement::Agreement;
use crate::domain::pair::PairContext;
use crate::domain::record::Record;
use crate::share::parts::RecordKey;
use crate::share::show::ShownRecords;
use crate::store::share::column_values::field_error;
use crate::store::share::error::ApplyError;
use crate::store::table_row::{TableRow, row_values};
use crate::store::write_tx::WriteTx;

/// Provisional versions start above any real one.
pub(super) const UNCOUNTED: i64 = 1_000_000;

/// Gives the versions of the agreement the same numbers on both sides: by proposed version, then by uid.
pub(super) fn number_versions(
    tx: &WriteTx<'_>,
    pair: &PairContext,
    after: &ShownRecords,
) -> Result<(), ApplyError> {
    let mut rows = tx.all::<Agreement>("WHERE pair = ?1", [pair.id().number()])?;
    let claimed = |row: &Record<Agreement>| {
        let record = super::rows::record_of_uid(&row.uid).unwrap_or_default();
        let key = RecordKey::new(Agreement::TABLE, &record);
        let content = after.part(&key, "terms")?;
        content.get("version")?.as_i64()
    };
    let mut counted: Vec<(i64, usize)> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let version = claimed(row).unwrap_or_else(|| i64::from(row.version));
        if !(1..UNCOUNTED).contains(&version) {
            return Err(field_error::<Agreement>("version", "it is no count"));
        }
        counted.push((version, at));
    }
    counted.sort_by(|one, other| (one.0, &rows[one.1].uid).cmp(&(other.0, &rows[other.1].uid)));
    let mut last = 0;
    let mut changed = Vec::new();
    for (claimed, at) in counted {
        last = claimed.max(last + 1);
        if i64::from(rows[at].version) != last {
            changed.push((at, last));
        }
    }
    // Two passes, since the versions of a pair are unique.
    for is_final in [false, true] {
        for (at, version) in &changed {
            let version = if is_final { *version } else { *version + 2 * UNCOUNTED };
            let row = &mut rows[*at];
            row.data.version = u32::try_from(version).unwrap_or(u32::MAX);
            let values = row_values(row);
            tx.update_values::<Agreement>(values)?;
        }
    }
    Ok(())
}
