//! The numbers that the other person's file gives to shared records. Each file numbers by itself; these are only shown.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use crate::domain::pair::PairContext;
use crate::domain::record::Record;
use crate::share::lines::{self, LineDocument};
use crate::share::parts::{LIFE, RecordKey, TableParts};
use crate::store::StoreError;
use crate::store::read_tx::ReadTx;
use crate::store::share::circles::{self, Circle};
use crate::store::share::rows::{record_of_uid, uid_of_record};
use crate::store::share::share_table::{json, set_json};
use crate::store::table_row::TableRow;
use crate::store::write_tx::WriteTx;

/// A line of a body: the writer's number of each record of the documents, in their order; 0 for a record without a row.
#[derive(Serialize, Deserialize)]
struct NumbersLine {
    numbers: Vec<i64>,
}

/// The numbers of the other side by record.
type Numbers = BTreeMap<String, i64>;

/// Returns the line for a body with these documents. Records for which `is_gone` holds have no number.
pub(super) fn line(
    tx: &ReadTx<'_>,
    tables: &[TableParts],
    documents: &[LineDocument],
    is_gone: impl Fn(&RecordKey) -> bool,
) -> Result<String, StoreError> {
    let mut own: HashMap<&str, HashMap<String, i64>> = HashMap::new();
    for table in tables {
        let sql = format!("SELECT uid, id FROM \"{}\"", table.table);
        let mut statement = tx.connection.prepare(&sql)?;
        let rows = statement.query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?;
        own.insert(table.table, rows.collect::<Result<_, _>>()?);
    }
    let number = |record: &RecordKey| {
        let rows = own.get(record.table.as_str()).filter(|_| !is_gone(record))?;
        rows.get(&uid_of_record(&record.record)?).copied()
    };
    let records = documents.iter().flat_map(|one| records(&one.keys));
    let numbers = records.map(|record| number(&record).unwrap_or(0)).collect();
    let line = serde_json::to_string(&NumbersLine { numbers });
    line.map_err(|_| StoreError::Damaged)
}

/// Returns the records whose lives are among the keys.
fn records(keys: &[String]) -> impl Iterator<Item = RecordKey> {
    let parsed = keys.iter().filter_map(|key| RecordKey::parse(key));
    parsed.filter(|(_, part)| *part == LIFE).map(|(record, _)| record)
}

/// Saves the numbers that a verified body of the other side states. Without a number for every record there are none.
pub fn remember(tx: &WriteTx<'_>, circle: &Circle, body: &str) -> Result<(), StoreError> {
    set_json(tx, &name(circle), &stated(body).unwrap_or_default())
}

fn stated(body: &str) -> Option<Numbers> {
    let line = body.lines().find(|line| line.starts_with("{\"numbers\""))?;
    let NumbersLine { numbers } = serde_json::from_str(line).ok()?;
    let keys = lines::keys(body);
    let records: Vec<RecordKey> = keys.iter().flat_map(|keys| records(keys)).collect();
    let stated = records.iter().zip(&numbers).filter(|(_, number)| **number > 0);
    let stated =
        stated.map(|(record, number)| (record_name(&record.table, &record.record), *number));
    (records.len() == numbers.len()).then(|| stated.collect())
}

/// Returns the number that a record has in the other person's file, as far as their last file told.
pub fn theirs<T: TableRow>(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    record: &Record<T>,
) -> Result<Option<i64>, StoreError> {
    let Some(circle) = circles::find_for_pair(tx, &pair.record.uid)? else {
        return Ok(None);
    };
    let numbers: Numbers = json(tx, &name(&circle))?.unwrap_or_default();
    let record = record_of_uid(&record.uid).map(|uid| record_name(T::TABLE, &uid));
    Ok(record.and_then(|record| numbers.get(&record).copied()))
}

fn name(circle: &Circle) -> String {
    format!("{}/numbers", circle.id)
}

fn record_name(table: &str, record: &str) -> String {
    format!("{table}/{record}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEYS: &str =
        r#"{"document":"shared","lives":[],"keys":["goal/a/life","goal/a/title","goal/b/life"]}"#;

    #[test]
    fn numbers_belong_to_the_records_in_the_order_of_their_keys() {
        let body = format!("{KEYS}\n{{\"numbers\":[7,0]}}\n");
        let numbers: Vec<_> = stated(&body).unwrap().into_iter().collect();
        assert_eq!(numbers, [("goal/a".to_owned(), 7)]);
    }

    #[test]
    fn numbers_that_fit_no_records_are_ignored() {
        for line in ["[1]", "[1,2,3]", "[]", "[1,\"2\"]", "7", "[1,1e99]"] {
            assert_eq!(stated(&format!("{KEYS}\n{{\"numbers\":{line}}}\n")), None, "{line}");
        }
        assert_eq!(stated(KEYS), None);
        let negative = stated(&format!("{KEYS}\n{{\"numbers\":[-1,-2]}}\n"));
        assert_eq!(negative, Some(Numbers::new()));
    }
}
