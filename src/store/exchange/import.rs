//! Importing a document.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::{DateTime, Utc};
use rusqlite::types::Value;
use serde_json::value::RawValue;
use serde_json::{Map, Value as Json, json};

use crate::domain::goal::DateMove;
use crate::domain::pair::Pair;
use crate::domain::person::{Person, Side};
use crate::domain::record::Record;
use crate::domain::text::is_same_name;
use crate::store::column::ColumnType;
use crate::store::exchange::values::{moved_table, text, usual_spelling};
use crate::store::exchange::welcome::ImportPolicy;
use crate::store::exchange::{SCHEMA, rules};
use crate::store::table_row::{ENVELOPE, TableRow, TableVisitor, visit_tables};
use crate::store::write_tx::WriteTx;
use crate::store::{StoreError, pairs, past, people, settings};

/// Why a document was not imported, and where in it the problem is.
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
    Field { line: usize, table: &'static str, field: String, what: String },
    #[error("this is an export by {0}, but the data file belongs to someone else")]
    OtherUser(String),
    #[error("you share `{slug}` with {who}, so what {who} writes comes in another way")]
    Shared { slug: String, who: String },
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The result of an import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportSummary {
    /// How many records were added.
    pub added: usize,
    /// How many records of the document existed already.
    pub known: usize,
    /// The table and number here of those of `known` that the document has in a later state, which was not imported.
    pub outdated: BTreeSet<(&'static str, i64)>,
    /// The statements in the user's name that were left out.
    pub left_out: Vec<String>,
    /// What has another name here than in the document, one sentence each.
    pub renamed: Vec<String>,
}

/// Imports a document made by [`export()`](super::export()). Calls `progress` with the number of bytes read and the
/// length of the text.
pub fn import(
    tx: &WriteTx<'_>,
    text: &str,
    policy: ImportPolicy,
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
    let mut importer = Importer {
        tx,
        text,
        sections,
        progress,
        bytes_read: 0,
        policy,
        numbers: HashMap::new(),
        slugs: HashMap::new(),
        seen: HashSet::new(),
        sides: HashMap::new(),
        user: None,
        is_first: false,
        records: 0,
        summary: ImportSummary::default(),
        added: Vec::new(),
    };
    importer.sections.remove("schema");
    importer.sections.remove("exported_at");
    importer.recognise_people()?;
    visit_tables(&mut importer)?;
    importer.take_origins()?;
    if let Some((section, raw)) = importer.sections.iter().next() {
        return Err(ImportError::UnknownSection {
            line: line_of(text, raw.get()),
            section: (*section).to_owned(),
        });
    }
    importer.fill_past()?;
    Ok(importer.summary)
}

fn not_json(error: &serde_json::Error) -> ImportError {
    let text = error.to_string();
    let what = text.split(" at line ").next().unwrap_or(&text).to_owned();
    ImportError::NotJson { line: error.line(), what }
}

/// Returns the line number of a part of the text, which must be a slice of it.
fn line_of(text: &str, part: &str) -> usize {
    let at = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    text.get(..at).unwrap_or_default().matches('\n').count() + 1
}

pub(super) struct Importer<'t, 'c, 'd> {
    pub(super) tx: &'t WriteTx<'c>,
    text: &'d str,
    pub(super) sections: HashMap<&'d str, &'d RawValue>,
    progress: &'t dyn Fn(usize, usize),
    /// How many bytes of the text have been read.
    bytes_read: usize,
    /// The number here of each imported record, by table and number in the document.
    pub(super) numbers: HashMap<(&'static str, i64), i64>,
    /// The number here of each pair, by its slug in the document.
    pub(super) slugs: HashMap<String, i64>,
    pub(super) policy: ImportPolicy,
    /// The numbers and uids of the records read so far, with their tables.
    seen: HashSet<(&'static str, String)>,
    /// The user's side in each pair that existed before, by its slug in the document.
    pub(super) sides: HashMap<String, Side>,
    /// The number of the user, if there was one before.
    pub(super) user: Option<i64>,
    /// Whether the present table never had a record here.
    is_first: bool,
    /// How many records the document has in the present table.
    pub(super) records: usize,
    pub(super) summary: ImportSummary,
    /// The table and number of each added record.
    added: Vec<(&'static str, i64)>,
}

impl TableVisitor for Importer<'_, '_, '_> {
    type Error = ImportError;

    fn table<T: TableRow>(&mut self) -> Result<(), ImportError> {
        let Some(items) = self.take_section(T::TABLE)? else {
            return Ok(());
        };
        self.is_first = self.tx.last_number(T::TABLE)? == 0;
        self.records = items.len();
        for item in items {
            let place = self.place(item, T::TABLE);
            let mut fields: Map<String, Json> = serde_json::from_str(item.get())
                .map_err(|_| place.error_at("uid", "the record is not an object"))?;
            self.record::<T>(&mut fields, &place)?;
            self.bytes_read += item.get().len();
            (self.progress)(self.bytes_read, self.text.len());
        }
        Ok(())
    }
}

/// The location of a record in the document, for error messages.
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

impl<'d> Importer<'_, '_, 'd> {
    /// Removes a section from those that are left to read, and returns its records.
    pub(super) fn take_section(
        &mut self,
        name: &str,
    ) -> Result<Option<Vec<&'d RawValue>>, ImportError> {
        let Some(raw) = self.sections.remove(name) else {
            return Ok(None);
        };
        let items = serde_json::from_str(raw.get());
        items.map(Some).map_err(|_| ImportError::NoList {
            line: line_of(self.text, raw.get()),
            section: name.to_owned(),
        })
    }

    pub(super) fn place<'p>(&self, item: &'p RawValue, table: &'static str) -> SourceLocation<'p>
    where
        'd: 'p,
    {
        SourceLocation { text: self.text, raw: item.get(), table }
    }

    /// Whether the document has a record with this number.
    pub(super) fn has_read(&self, table: &'static str, there: i64) -> bool {
        self.seen.contains(&(table, there.to_string()))
    }
}

impl Importer<'_, '_, '_> {
    /// Reconstructs the earlier revisions of the added records, which count as known since their `created_at`.
    fn fill_past(&self) -> Result<(), StoreError> {
        if self.added.is_empty() {
            return Ok(());
        }
        past::fill_imported(self.tx.connection, &self.added)?;
        settings::begin_history(self.tx, self.tx.now.at)
    }

    /// Imports one record, or finds the existing one.
    fn record<T: TableRow>(
        &mut self,
        fields: &mut Map<String, Json>,
        place: &SourceLocation<'_>,
    ) -> Result<(), ImportError> {
        let is_unknown = |key: &&String| {
            !ENVELOPE.contains(&key.as_str()) && !T::COLUMNS.contains(&key.as_str())
        };
        if let Some(unknown) = fields.keys().find(is_unknown) {
            return Err(place.error_at(unknown, "there is no such field"));
        }
        let there = fields
            .get("id")
            .and_then(Json::as_i64)
            .filter(|id| *id > 0)
            .ok_or_else(|| place.error_at("id", "a number is needed"))?;
        let uid_text = text(fields, "uid", place)?;
        let uid = usual_spelling(&uid_text)
            .ok_or_else(|| place.error_at("uid", format!("`{uid_text}` is not a UUID")))?;
        for (field, value) in [("id", there.to_string()), ("uid", uid.clone())] {
            if !self.seen.insert((T::TABLE, value)) {
                let what = format!("another {} in the document has it too", T::TABLE);
                return Err(place.error_at(field, what));
            }
        }
        let slug = if T::TABLE == Pair::TABLE { Some(text(fields, "slug", place)?) } else { None };
        let existing = match self.tx.first::<T>("WHERE uid = ?1", [&uid])? {
            Some(record) => {
                let here = record.id.number();
                if self.is_outdated(&record, fields, place) {
                    self.summary.outdated.insert((T::TABLE, here));
                }
                Some(here)
            }
            None => self.find_person::<T>(there, fields)?,
        };
        let here = if let Some(here) = existing {
            self.summary.known += 1;
            here
        } else {
            if self.is_move_of_outdated::<T>(fields) || self.remove_own_statements::<T>(fields) {
                return Ok(());
            }
            self.resolve_conflicts::<T>(fields, place)?;
            self.summary.added += 1;
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

    /// Finds the number here of a person whose uid is unknown. The user of the document stands for the user of this
    /// file; fails if they are someone else. Other records are known by their uid only.
    fn find_person<T: TableRow>(
        &self,
        there: i64,
        fields: &Map<String, Json>,
    ) -> Result<Option<i64>, ImportError> {
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
        let name = fields.get("name").and_then(Json::as_str).unwrap_or_default();
        let is_user = self.policy.is_mine || is_same_name(name, &user.name);
        if is_user || pairs::all(self.tx)?.is_empty() {
            return Ok(Some(user.id.number()));
        }
        Err(ImportError::OtherUser(name.to_owned()))
    }

    /// Whether the document has a record in a later state than this file. An empty field counts only if its column is
    /// published in the exchange and is no link, since an export for the other side empties all others. Each side
    /// describes people for itself.
    fn is_outdated<T: TableRow>(
        &self,
        record: &Record<T>,
        fields: &Map<String, Json>,
        place: &SourceLocation<'_>,
    ) -> bool {
        let changed_there = fields.get("changed_at").and_then(Json::as_str);
        let changed_there = changed_there.and_then(|text| text.parse::<DateTime<Utc>>().ok());
        if T::TABLE == Person::TABLE || changed_there.is_none_or(|at| at <= record.changed_at) {
            return false;
        }
        let is_told = |column: &str| T::PARTS.iter().any(|part| part.columns.contains(&column));
        let mut columns = T::COLUMNS.iter().zip(T::column_types()).zip(record.data.write());
        columns.any(|((column, column_type), here)| {
            let may_be_empty = is_told(column) && !matches!(column_type, ColumnType::Link { .. });
            let json = fields.get(*column);
            let json = json.filter(|json| may_be_empty || !json.is_null());
            let there =
                json.and_then(|json| self.cell(column, column_type, json, fields, place).ok());
            column_type != ColumnType::Timeline && there.is_some_and(|there| there != here)
        })
    }

    /// Whether a record of the document is the move of a record whose later state is not imported. The move would
    /// contradict the date that stays.
    fn is_move_of_outdated<T: TableRow>(&self, fields: &Map<String, Json>) -> bool {
        let there = fields.get("number").and_then(Json::as_i64);
        let there = there.filter(|_| T::TABLE == DateMove::TABLE);
        let table = moved_table(fields);
        let here = there.and_then(|there| self.numbers.get(&(table, there)));
        here.is_some_and(|here| self.summary.outdated.contains(&(table, *here)))
    }

    /// Inserts a record of the document and returns its number here.
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
        for (column, column_type) in T::COLUMNS.iter().zip(T::column_types()) {
            let json = fields.get(*column).unwrap_or(&Json::Null);
            values.push(self.cell(column, column_type, json, fields, place)?);
        }
        let id = self.tx.insert_values::<T>(values).map_err(|error| match error {
            StoreError::Other(error) => {
                let text = error.to_string();
                let field = text.rsplit(['.', ' ']).next().unwrap_or("uid").to_owned();
                place.error_at(&field, "it is missing or already taken")
            }
            error => ImportError::Store(error),
        })?;
        // Read back, so that the rules of the types are applied to the document.
        match self.tx.first::<T>("WHERE id = ?1", [id]) {
            Ok(_) => Ok(id),
            Err(StoreError::Unreadable { column, .. }) => {
                let json = fields.get(&column).unwrap_or(&Json::Null);
                Err(place.error_at(&column, format!("{json} can't be read")))
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Returns the number to give to a record that has the number `there` in the document.
    fn number<T: TableRow>(&self, there: i64) -> Result<Value, StoreError> {
        let last = self.tx.last_number(T::TABLE)?;
        let number = rules::assign_number(there, last, self.is_first, self.records);
        Ok(Value::Integer(number))
    }
}
