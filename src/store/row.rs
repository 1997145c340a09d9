//! A row as a JSON object of its columns, as undo steps and revisions store it.

use rusqlite::types::{Value, ValueRef};
use serde_json::{Map, Value as Json};

use crate::store::read_tx::ReadTx;
use crate::store::table_row::{CHECKSUM, ENVELOPE, TableRow, TableVisitor, visit_tables};
use crate::store::{StoreError, checksum};

/// A table of records with its columns, in the order in which the checksum covers them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::store) struct RecordTable {
    pub name: &'static str,
    /// All columns; the last one is the checksum.
    pub columns: Vec<&'static str>,
    /// How many columns before the checksum were added by a later version of the file.
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

    /// Returns `SELECT json_object('id', "id", …) FROM table `, to be followed by a `WHERE` clause.
    pub(in crate::store) fn select_json(&self) -> String {
        let object = json_object(&self.columns, "");
        format!("SELECT {object} FROM \"{}\" ", self.name)
    }

    /// Finds the present row with this number.
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

    /// Computes the checksum of a row; the one stored in it is ignored.
    pub(in crate::store) fn checksum(&self, row: &NamedRow) -> i64 {
        let counted = self.columns.len() - 1;
        let values: Vec<Value> =
            self.columns[..counted].iter().map(|column| row.value(column)).collect();
        let values = values.iter().map(ValueRef::from);
        checksum::row_checksum(self.name, values, counted - self.later)
    }

    pub(in crate::store) fn is_intact(&self, row: &NamedRow) -> bool {
        row.value(CHECKSUM) == Value::Integer(self.checksum(row))
    }

    /// Sets the checksum of a row to the computed one.
    pub(in crate::store) fn update_checksum(&self, row: &mut NamedRow) {
        let checksum = self.checksum(row);
        row.set(CHECKSUM, Json::from(checksum));
    }
}

/// Returns the tables of all records, ordered so that references point to earlier tables.
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

/// Returns the SQL expression `json_object('id', old."id", …)` of these columns; here the prefix is `old.`.
pub(in crate::store) fn json_object(columns: &[&str], prefix: &str) -> String {
    let pairs: Vec<String> =
        columns.iter().map(|column| format!("'{column}', {prefix}\"{column}\"")).collect();
    format!("json_object({})", pairs.join(", "))
}

/// The columns of one row by name. The file holds only numbers, texts and nulls.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::store) struct NamedRow(Map<String, Json>);

impl NamedRow {
    /// Parses a JSON object. `None`: the text is something else.
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

    /// Returns the value of a column. A column that the row lacks was added to its table later, and counts as null.
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

    /// Removes the columns that have the same value in the other version of the row.
    pub(in crate::store) fn retain_changed(&mut self, other: &NamedRow) {
        self.0.retain(|column, value| other.0.get(column) != Some(value));
    }
}

/// Returns `"id", "from", …`: the columns in quotes, since some of them are keywords of SQL.
pub(in crate::store) fn quoted(columns: &[&str]) -> String {
    let quoted: Vec<String> = columns.iter().map(|name| format!("\"{name}\"")).collect();
    quoted.join(", ")
}
