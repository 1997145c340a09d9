//! Taking a document in.

use std::collections::{HashMap, HashSet};

use rusqlite::types::Value;
use serde_json::value::RawValue;
use serde_json::{Map, Value as Json, json};

use crate::domain::pair::Pair;
use crate::domain::person::{Person, Side};
use crate::domain::text::is_same_name;
use crate::store::column::ColumnType;
use crate::store::exchange::welcome::ImportPolicy;
use crate::store::exchange::{SCHEMA, rules};
use crate::store::table_row::{TableRow, TableVisitor, visit_tables};
use crate::store::write_tx::WriteTx;
use crate::store::{StoreError, pairs, past, people, settings};

/// Why a document was not taken in, and where in it.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    #[error("line {line}: {what}")]
    NotJson { line: usize, what: String },
    #[error("this is not a mentor export")]
    NotOurs,
    #[error("unknown export version {0}")]
    Newer(String),
    #[error("line {line}: {section} has no list of records")]
    NoList { line: usize, section: String },
    #[error("line {line}: unknown section `{section}`")]
    UnknownSection { line: usize, section: String },
    #[error("line {line}, `{field}` of `{table}`: {what}")]
    Field {
        line: usize,
        table: &'static str,
        field: String,
        what: String,
    },
    #[error("this is an export by {0}, but the data file belongs to someone else")]
    OtherUser(String),
    #[error("you share `{slug}` with {who}, so what {who} writes comes in another way")]
    Shared { slug: String, who: String },
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// How many records were taken in, and how many were there already.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportSummary {
    pub added: usize,
    pub known: usize,
    /// What the document says in the name of the user, and was left out.
    pub left_out: Vec<String>,
    /// What has another name here than in the document, a sentence each.
    pub renamed: Vec<String>,
}

/// Takes in a document as [`export()`](super::export()) makes it, and tells now and then how much of it has been read.
pub fn import(
    tx: &WriteTx<'_>,
    text: &str,
    welcome: ImportPolicy,
    progress: &dyn Fn(usize, usize),
) -> Result<ImportSummary, ImportError> {
    let sections: HashMap<&str, &RawValue> =
        serde_json::from_str(text).map_err(|error| not_json(&error))?;
    let schema = sections
        .get("schema")
        .map(|raw| raw.get().trim_matches('"'))
        .ok_or(ImportError::NotOurs)?;
    if schema != SCHEMA {
        let is_ours = schema.starts_with("mentor.export/");
        return Err(if is_ours {
            ImportError::Newer(schema.to_owned())
        } else {
            ImportError::NotOurs
        });
    }
    let mut reading = Importer {
        tx,
        text,
        sections,
        progress,
        read: 0,
        welcome,
        numbers: HashMap::new(),
        slugs: HashMap::new(),
        seen: HashSet::new(),
        sides: HashMap::new(),
        is_first: false,
        records: 0,
        imported: ImportSummary::default(),
        added: Vec::new(),
    };
    reading.sections.remove("schema");
    reading.sections.remove("exported_at");
    reading.recognise_people()?;
    visit_tables(&mut reading)?;
    if let Some((section, raw)) = reading.sections.iter().next() {
        return Err(ImportError::UnknownSection {
            line: line_of(text, raw.get()),
            section: (*section).to_owned(),
        });
    }
    reading.fill_past()?;
    Ok(reading.imported)
}

fn not_json(error: &serde_json::Error) -> ImportError {
    let text = error.to_string();
    let what = text.split(" at line ").next().unwrap_or(&text).to_owned();
    ImportError::NotJson {
        line: error.line(),
        what,
    }
}

/// The line of a part of the text.
fn line_of(text: &str, part: &str) -> usize {
    let at = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    text.get(..at).unwrap_or_default().matches('\n').count() + 1
}

pub(super) struct Importer<'t, 'c, 'd> {
    pub(super) tx: &'t WriteTx<'c>,
    text: &'d str,
    pub(super) sections: HashMap<&'d str, &'d RawValue>,
    progress: &'t dyn Fn(usize, usize),
    /// As many bytes of the text.
    read: usize,
    /// The number here of each record there: table and number there.
    pub(super) numbers: HashMap<(&'static str, i64), i64>,
    /// The number here of each pair, by its slug there.
    pub(super) slugs: HashMap<String, i64>,
    pub(super) welcome: ImportPolicy,
    /// Tables, and the numbers and identities of their records that were read.
    seen: HashSet<(&'static str, String)>,
    /// The side that the user is on in each pair that was here before, by its slug there.
    pub(super) sides: HashMap<String, Side>,
    /// Whether the table that is being read never had a record here.
    is_first: bool,
    /// How many records the document has in it.
    pub(super) records: usize,
    pub(super) imported: ImportSummary,
    /// Tables and numbers of the records that were added.
    added: Vec<(&'static str, i64)>,
}

impl TableVisitor for Importer<'_, '_, '_> {
    type Error = ImportError;

    fn table<T: TableRow>(&mut self) -> Result<(), ImportError> {
        let Some(raw) = self.sections.remove(T::TABLE) else {
            return Ok(());
        };
        let items: Vec<&RawValue> =
            serde_json::from_str(raw.get()).map_err(|_| ImportError::NoList {
                line: line_of(self.text, raw.get()),
                section: T::TABLE.to_owned(),
            })?;
        self.is_first = self.tx.last_number(T::TABLE)? == 0;
        self.records = items.len();
        for item in items {
            let place = SourceLocation {
                text: self.text,
                raw: item.get(),
                table: T::TABLE,
            };
            let mut fields: Map<String, Json> = serde_json::from_str(item.get())
                .map_err(|_| place.error_at("uid", "the record is not an object"))?;
            self.record::<T>(&mut fields, &place)?;
            self.read += item.get().len();
            (self.progress)(self.read, self.text.len());
        }
        Ok(())
    }
}

/// Where in the document a record stands.
pub(super) struct SourceLocation<'d> {
    text: &'d str,
    raw: &'d str,
    table: &'static str,
}

impl SourceLocation<'_> {
    pub(super) fn error_at(&self, field: &str, what: impl Into<String>) -> ImportError {
        let from = self.raw.find(&format!("\"{field}\"")).unwrap_or(0);
        ImportError::Field {
            line: line_of(self.text, &self.raw[from..]),
            table: self.table,
            field: field.to_owned(),
            what: what.into(),
        }
    }
}

impl Importer<'_, '_, '_> {
    /// What was added counts as known since it was made, as far as it tells what it was.
    fn fill_past(&self) -> Result<(), StoreError> {
        if self.added.is_empty() {
            return Ok(());
        }
        past::fill_imported(self.tx.connection, &self.added)?;
        settings::begin_history(self.tx, self.tx.now)
    }

    fn record<T: TableRow>(
        &mut self,
        fields: &mut Map<String, Json>,
        place: &SourceLocation<'_>,
    ) -> Result<(), ImportError> {
        let known = ["id", "uid", "created_at", "changed_at"];
        if let Some(stranger) = fields
            .keys()
            .find(|key| !known.contains(&key.as_str()) && !T::COLUMNS.contains(&key.as_str()))
        {
            return Err(place.error_at(stranger, "there is no such field"));
        }
        let there = fields.get("id").and_then(Json::as_i64).filter(|id| *id > 0);
        let there = there.ok_or_else(|| place.error_at("id", "a number is needed"))?;
        let uid = text(fields, "uid", place)?;
        if uuid::Uuid::parse_str(&uid).is_err() {
            return Err(place.error_at("uid", format!("`{uid}` is not a UUID")));
        }
        for (field, value) in [("id", there.to_string()), ("uid", uid.to_lowercase())] {
            if !self.seen.insert((T::TABLE, value)) {
                let what = format!("another {} in the document has it too", T::TABLE);
                return Err(place.error_at(field, what));
            }
        }
        let slug = if T::TABLE == Pair::TABLE {
            Some(text(fields, "slug", place)?)
        } else {
            None
        };
        let here = if let Some(here) = self.find_existing::<T>(there, &uid, fields)? {
            self.imported.known += 1;
            here
        } else {
            if self.silence::<T>(fields) {
                return Ok(());
            }
            self.settle::<T>(fields, place)?;
            self.imported.added += 1;
            let here = self.add::<T>(there, &uid, fields, place)?;
            self.added.push((T::TABLE, here));
            here
        };
        self.numbers.insert((T::TABLE, there), here);
        if let Some(slug) = slug {
            self.slugs.insert(slug, here);
        }
        Ok(())
    }

    /// The number of a record that is here already. The user of the document is the user of this file.
    fn find_existing<T: TableRow>(
        &self,
        there: i64,
        uid: &str,
        fields: &Map<String, Json>,
    ) -> Result<Option<i64>, ImportError> {
        if let Some(record) = self.tx.first::<T>("WHERE uid = ?1", [uid])? {
            return Ok(Some(record.id.number()));
        }
        if T::TABLE != Person::TABLE {
            return Ok(None);
        }
        if let Some(here) = self.numbers.get(&(Person::TABLE, there)) {
            return Ok(Some(*here));
        }
        if fields.get("is_user") != Some(&json!(true)) {
            return Ok(None);
        }
        let Some(user) = people::user(self.tx)? else {
            return Ok(None);
        };
        let name = fields
            .get("name")
            .and_then(Json::as_str)
            .unwrap_or_default();
        let is_user = self.welcome.is_mine || is_same_name(name, &user.name);
        if is_user || pairs::all(self.tx)?.is_empty() {
            return Ok(Some(user.id.number()));
        }
        Err(ImportError::OtherUser(name.to_owned()))
    }

    fn add<T: TableRow>(
        &self,
        there: i64,
        uid: &str,
        fields: &Map<String, Json>,
        place: &SourceLocation<'_>,
    ) -> Result<i64, ImportError> {
        let mut values = vec![self.number::<T>(there)?, Value::Text(uid.to_owned())];
        for field in ["created_at", "changed_at"] {
            values.push(Value::Text(text(fields, field, place)?));
        }
        for (column, shape) in T::COLUMNS.iter().zip(T::column_types()) {
            let given = fields.get(*column).unwrap_or(&Json::Null);
            values.push(self.cell(column, shape, given, fields, place)?);
        }
        let id = self
            .tx
            .insert_values::<T>(values)
            .map_err(|error| match error {
                StoreError::Other(error) => {
                    let text = error.to_string();
                    let field = text.rsplit(['.', ' ']).next().unwrap_or("uid").to_owned();
                    place.error_at(&field, "it is missing or already taken")
                }
                error => ImportError::Store(error),
            })?;
        // Read back as what it is to be: the rules of the types are the rules of the document.
        match self.tx.first::<T>("WHERE id = ?1", [id]) {
            Ok(_) => Ok(id),
            Err(StoreError::Unreadable { column, .. }) => {
                let given = fields.get(&column).unwrap_or(&Json::Null);
                Err(place.error_at(&column, format!("{given} can't be read")))
            }
            Err(error) => Err(error.into()),
        }
    }

    /// The number it had there, in a table that never had a record here.
    fn number<T: TableRow>(&self, there: i64) -> Result<Value, StoreError> {
        let last = self.tx.last_number(T::TABLE)?;
        let number = rules::merged_count(there, last, self.is_first, self.records);
        Ok(Value::Integer(number))
    }

    fn cell(
        &self,
        column: &str,
        shape: ColumnType,
        given: &Json,
        fields: &Map<String, Json>,
        place: &SourceLocation<'_>,
    ) -> Result<Value, ImportError> {
        if given.is_null() {
            return Ok(if shape == ColumnType::List {
                Value::Text(String::new())
            } else {
                Value::Null
            });
        }
        if column == "pair" {
            let slug = given
                .as_str()
                .ok_or_else(|| place.error_at(column, "a short name is needed"))?;
            let here = self.slugs.get(slug);
            return here
                .map(|id| Value::Integer(*id))
                .ok_or_else(|| place.error_at(column, format!("there is no pair `{slug}`")));
        }
        let wrong = |wanted: &str| place.error_at(column, format!("{given} is not {wanted}"));
        Ok(match shape {
            ColumnType::Yes => Value::Integer(i64::from(
                given.as_bool().ok_or_else(|| wrong("true or false"))?,
            )),
            ColumnType::Link { to, .. } => {
                let there = given.as_i64().ok_or_else(|| wrong("a number"))?;
                self.link(to, there, column, place)?
            }
            ColumnType::Number if column == "number" => {
                let there = given.as_i64().ok_or_else(|| wrong("a number"))?;
                let table = match fields.get("what").and_then(Json::as_str) {
                    Some("goal") => "goal",
                    Some("followup") => "followup",
                    _ => "checkin",
                };
                self.link(table, there, column, place)?
            }
            ColumnType::Number => {
                let figure = given.as_i64().ok_or_else(|| wrong("a whole number"))?;
                let figure = rules::checked_figure(column, figure);
                Value::Integer(figure.map_err(|what| place.error_at(column, what))?)
            }
            ColumnType::List | ColumnType::History => {
                let text = rules::checked_lines(column, shape, given);
                let text = text.map_err(|what| place.error_at(column, what))?;
                match shape {
                    ColumnType::History if text.is_empty() => Value::Null,
                    _ => Value::Text(text),
                }
            }
            ColumnType::Text
            | ColumnType::Form
            | ColumnType::Day
            | ColumnType::Instant
            | ColumnType::Word(_) => {
                let text = given.as_str().ok_or_else(|| wrong("a text"))?;
                let text = rules::checked_text(column, shape, text);
                Value::Text(text.map_err(|what| place.error_at(column, what))?)
            }
        })
    }

    fn link(
        &self,
        table: &'static str,
        there: i64,
        column: &str,
        place: &SourceLocation<'_>,
    ) -> Result<Value, ImportError> {
        let here = self.numbers.get(&(table, there));
        here.map(|id| Value::Integer(*id))
            .ok_or_else(|| place.error_at(column, format!("the export has no {table} {there}")))
    }
}

pub(super) fn text(
    fields: &Map<String, Json>,
    field: &str,
    place: &SourceLocation<'_>,
) -> Result<String, ImportError> {
    let text = fields.get(field).and_then(Json::as_str);
    text.map(str::to_owned)
        .ok_or_else(|| place.error_at(field, "a text is needed"))
}
