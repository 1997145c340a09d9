//! Reads all rows of the file as parts.

use std::collections::HashMap;

use serde_json::Value as Json;

use crate::share::parts::{CREATED_AT, PartContent, RecordKey};
use crate::share::publish::{PublishableRecord, PublishableRecords};
use crate::store::StoreError;
use crate::store::column::instant;
use crate::store::read_tx::ReadTx;
use crate::store::share::own_machines::tables::own_tables;
use crate::store::share::rows::{cell, link_of, record_of_uid};
use crate::store::table_row::{TableRow, TableVisitor, visit_tables};

/// Field of the first part: the number of the record on the machine that wrote it. Others use it too if they can.
pub(super) const NUMBER: &str = "id";

pub(super) fn read(tx: &ReadTx<'_>) -> Result<PublishableRecords, StoreError> {
    let mut reader =
        OwnRowReader { tx, names: HashMap::new(), found: PublishableRecords::default() };
    visit_tables(&mut reader)?;
    Ok(reader.found)
}

struct OwnRowReader<'t, 'c> {
    tx: &'t ReadTx<'c>,
    /// The name in keys of each row.
    names: HashMap<(&'static str, i64), String>,
    found: PublishableRecords,
}

impl TableVisitor for OwnRowReader<'_, '_> {
    type Error = StoreError;

    fn table<T: TableRow>(&mut self) -> Result<(), StoreError> {
        let table = own_tables().iter().find(|table| table.table == T::TABLE);
        let parts = table.map_or(&[][..], |table| table.parts);
        for record in self.tx.whole_table::<T>()? {
            let name = record_of_uid(&record.uid).ok_or(StoreError::Damaged)?;
            self.names.insert((T::TABLE, record.id.number()), name.clone());
            let values = record.data.write();
            let mut cells: HashMap<&str, Json> = HashMap::new();
            for ((column, shape), value) in T::COLUMNS.iter().zip(T::column_types()).zip(&values) {
                let cell = match link_of(T::COLUMNS, &values, column, shape, value) {
                    Some(linked) => {
                        self.names.get(&linked).map_or(Json::Null, |name| name.as_str().into())
                    }
                    None => cell(shape, value),
                };
                cells.insert(column, cell);
            }
            let mut readable = PublishableRecord::default();
            for (at, part) in parts.iter().enumerate() {
                let mut content = PartContent::new();
                for column in part.columns {
                    if let Some(cell) = cells.remove(column).filter(|cell| !cell.is_null()) {
                        content.insert((*column).to_owned(), cell);
                    }
                }
                if at == 0 {
                    content.insert(CREATED_AT.to_owned(), instant(record.created_at).into());
                    content.insert(NUMBER.to_owned(), record.id.number().into());
                }
                readable.parts.insert(part.name, content);
            }
            self.found.records.insert(RecordKey::new(T::TABLE, &name), readable);
        }
        Ok(())
    }
}
