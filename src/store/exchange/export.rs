//! Exporting a document.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde_json::{Map, Value as Json, json};

use crate::domain::pair::PairContext;
use crate::domain::person::Person;
use crate::domain::record::Id;
use crate::store::column::instant;
use crate::store::exchange::{SCHEMA, origins};
use crate::store::read_tx::ReadTx;
use crate::store::table_row::{TableRow, TableVisitor, visit_tables};
use crate::store::{StoreError, disclosure, json, pairs};

/// Exports every record of the file.
pub fn export(tx: &ReadTx<'_>, now: DateTime<Utc>) -> Result<Json, StoreError> {
    export_document(tx, now, None)
}

/// Exports what the other side of a pair may see. In the document the partner is the user, so that they can import it.
pub fn export_for_partner(
    tx: &ReadTx<'_>,
    now: DateTime<Utc>,
    pair: &PairContext,
) -> Result<Json, StoreError> {
    disclosure::read(tx, pair, |tx, pair| export_document(tx, now, Some(pair.partner().id)))
}

/// Exports the records. `user` is the person to mark as the user of the document. `None`: the user of the file.
fn export_document(
    tx: &ReadTx<'_>,
    now: DateTime<Utc>,
    user: Option<Id<Person>>,
) -> Result<Json, StoreError> {
    let mut slugs = HashMap::new();
    for pair in pairs::all(tx)? {
        slugs.insert(pair.id.number(), pair.slug.as_str().to_owned());
    }
    let mut exporter = Exporter { tx, slugs, user, sections: Map::new() };
    visit_tables(&mut exporter)?;
    let mut document = Map::new();
    document.insert("schema".into(), json!(SCHEMA));
    document.insert("exported_at".into(), json!(instant(now)));
    document.extend(exporter.sections);
    // Invitations are sent to a person, so the other side has its own.
    if user.is_none() {
        let origins = origins::export_origins(tx)?;
        if !origins.is_empty() {
            document.insert(origins::SECTION.into(), Json::Array(origins));
        }
    }
    Ok(Json::Object(document))
}

struct Exporter<'t, 'c> {
    tx: &'t ReadTx<'c>,
    slugs: HashMap<i64, String>,
    user: Option<Id<Person>>,
    sections: Map<String, Json>,
}

impl TableVisitor for Exporter<'_, '_> {
    type Error = StoreError;

    fn table<T: TableRow>(&mut self) -> Result<(), StoreError> {
        let mut items = Vec::new();
        for record in self.tx.whole_table::<T>()? {
            let mut fields = json::fields(&record, None);
            if let Some(user) = self.user.filter(|_| T::TABLE == Person::TABLE) {
                fields["is_user"] = json!(record.id.number() == user.number());
            }
            if let Some(slug) = fields["pair"].as_i64().and_then(|pair| self.slugs.get(&pair)) {
                fields["pair"] = json!(slug);
            }
            items.push(fields);
        }
        self.sections.insert(T::TABLE.into(), Json::Array(items));
        Ok(())
    }
}
