//! A row as a JSON object of its columns: what the undo history and the revisions keep.

use rusqlite::types::{Value, ValueRef};
use serde_json::{Map, Value as Json};

use crate::store::read_tx::ReadTx;
use crate::store::table_row::{CHECKSUM, ENVELOPE, TableRow, TableVisitor, visit_tables};
use crate::store::{StoreError, checksum};

/// A table of records and its columns, in the order of its checksum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::store) struct RecordTable {
    pub name: &'static str,
    /// The checksum is the last one.
    pub columns: Vec<&'static str>,
    /// How many columns before the checksum came with a later version of the file.
    pub later: usize,
}

impl RecordTable {
    pub(in crate::store) fn from_type<T: TableRow>() -> Self {
        RecordTable {
            name: T::TABLE,
            columns: [&ENVELOPE[..], T::COLUMNS, &[CHECKSUM]].concat(),
            later: T::LATER_COLUMNS,
        }
    }

    /// `SELECT json_object('id', "id", …) FROM table `, to be followed by which rows.
    pub(in crate::store) fn select_json(&self) -> String {
        let object = json_object(&self.columns, "");
        format!("SELECT {object} FROM \"{}\" ", self.name)
    }

    /// A row as it is now.
    pub(in crate::store) fn find(
        &self,
        tx: &ReadTx<'_>,
        number: i64,
    ) -> Result<Option<NamedRow>, StoreError> {
        let sql = self.select_json() + "WHERE id = ?1";
        let mut statement = tx.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([number])?;
        let Some(row) = rows.next()? else {
            return Ok(None);
        };
        let text = row.get_ref(0)?.as_str().unwrap_or_default();
        NamedRow::parse(text).map(Some).ok_or(StoreError::Damaged)
    }

    /// The checksum of a row, whatever the row says it is.
    pub(in crate::store) fn checksum(&self, row: &NamedRow) -> i64 {
        let counted = self.columns.len() - 1;
        let values: Vec<Value> = self.columns[..counted]
            .iter()
            .map(|column| row.value(column))
            .collect();
        let values = values.iter().map(ValueRef::from);
        checksum::row_checksum(self.name, values, counted - self.later)
    }

    pub(in crate::store) fn is_intact(&self, row: &NamedRow) -> bool {
        row.value(CHECKSUM) == Value::Integer(self.checksum(row))
    }

    /// Gives a row the checksum that belongs to it.
    pub(in crate::store) fn reseal(&self, row: &mut NamedRow) {
        let checksum = self.checksum(row);
        row.set(CHECKSUM, Json::from(checksum));
    }
}

/// The tables of all records, those that others refer to first.
pub(in crate::store) fn record_tables() -> Vec<RecordTable> {
    struct Tables(Vec<RecordTable>);

    impl TableVisitor for Tables {
        type Error = std::convert::Infallible;

        fn table<T: TableRow>(&mut self) -> Result<(), Self::Error> {
            self.0.push(RecordTable::from_type::<T>());
            Ok(())
        }
    }

    let mut tables = Tables(Vec::new());
    let Ok(()) = visit_tables(&mut tables);
    tables.0
}

/// `json_object('id', old."id", …)`: these columns, each with this in front of its name.
pub(in crate::store) fn json_object(columns: &[&str], prefix: &str) -> String {
    let pairs: Vec<String> = columns
        .iter()
        .map(|column| format!("'{column}', {prefix}\"{column}\""))
        .collect();
    format!("json_object({})", pairs.join(", "))
}

/// The columns of one row by name. Only numbers, texts and nulls are kept in the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::store) struct NamedRow(Map<String, Json>);

impl NamedRow {
    /// Reads a JSON object. `None`: the text is something else.
    pub(in crate::store) fn parse(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok().map(NamedRow)
    }

    pub(in crate::store) fn from_json(json: Json) -> Option<Self> {
        match json {
            Json::Object(columns) => Some(NamedRow(columns)),
            _ => None,
        }
    }

    pub(in crate::store) fn into_json(self) -> Json {
        Json::Object(self.0)
    }

    pub(in crate::store) fn to_text(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(&self.0)
    }

    pub(in crate::store) fn columns(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// What a column holds. One that the row does not know was added to its table later, and says nothing.
    pub(in crate::store) fn value(&self, column: &str) -> Value {
        match self.0.get(column) {
            None | Some(Json::Null | Json::Array(_) | Json::Object(_)) => Value::Null,
            Some(Json::Bool(yes)) => Value::Integer(i64::from(*yes)),
            Some(Json::Number(number)) => match number.as_i64() {
                Some(number) => Value::Integer(number),
                None => Value::Real(number.as_f64().unwrap_or_default()),
            },
            Some(Json::String(text)) => Value::Text(text.clone()),
        }
    }

    pub(in crate::store) fn text(&self, column: &str) -> Option<&str> {
        self.0.get(column).and_then(Json::as_str)
    }

    pub(in crate::store) fn number(&self, column: &str) -> Option<i64> {
        self.0.get(column).and_then(Json::as_i64)
    }

    pub(in crate::store) fn json(&self, column: &str) -> Json {
        self.0.get(column).cloned().unwrap_or_default()
    }

    pub(in crate::store) fn set(&mut self, column: &str, value: Json) {
        self.0.insert(column.to_owned(), value);
    }

    /// Leaves out what is the same in another version of the row.
    pub(in crate::store) fn retain_changed(&mut self, other: &NamedRow) {
        self.0
            .retain(|column, value| other.0.get(column) != Some(value));
    }
}

/// `"id", "from", …`: columns as SQL takes them, since some are words of SQL.
pub(in crate::store) fn quoted(columns: &[&str]) -> String {
    let quoted: Vec<String> = columns.iter().map(|name| format!("\"{name}\"")).collect();
    quoted.join(", ")
}
