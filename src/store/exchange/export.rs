//! Writing a document.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use serde_json::{Map, Value as Json, json};

use crate::domain::away::Away;
use crate::domain::pair::{Couple, Pair};
use crate::domain::person::Person;
use crate::domain::pulse::PulseAnswer;
use crate::store::cell::{Shape, instant};
use crate::store::exchange::SCHEMA;
use crate::store::reader::Reader;
use crate::store::record::{EachTable, Stored, each_table};
use crate::store::{StoreError, document, pairs};

/// Every record of the file.
pub fn export(tx: &Reader<'_>, now: DateTime<Utc>) -> Result<Json, StoreError> {
    written(tx, now, None)
}

/// What the other side of a pair may have: this pair alone, without what is private, what is said of them in notes,
/// and what the user felt. In the document they are the user, so that they can import it.
pub fn export_for_partner(
    tx: &Reader<'_>,
    now: DateTime<Utc>,
    couple: &Couple,
) -> Result<Json, StoreError> {
    written(tx, now, Some(couple))
}

fn written(
    tx: &Reader<'_>,
    now: DateTime<Utc>,
    partner_of: Option<&Couple>,
) -> Result<Json, StoreError> {
    let mut slugs = HashMap::new();
    for pair in pairs::all(tx)? {
        slugs.insert(pair.id.number(), pair.slug.as_str().to_owned());
    }
    let mut writing = Export {
        tx,
        slugs,
        partner_of,
        sent: HashSet::new(),
        sections: Map::new(),
    };
    each_table(&mut writing)?;
    let mut document = Map::new();
    document.insert("schema".into(), json!(SCHEMA));
    document.insert("exported_at".into(), json!(instant(now)));
    document.extend(writing.sections);
    Ok(Json::Object(document))
}

struct Export<'t, 'c> {
    tx: &'t Reader<'c>,
    slugs: HashMap<i64, String>,
    partner_of: Option<&'t Couple>,
    /// Tables and numbers of the records that went to the partner.
    sent: HashSet<(&'static str, i64)>,
    sections: Map<String, Json>,
}

impl EachTable for Export<'_, '_> {
    type Error = StoreError;

    fn table<T: Stored>(&mut self) -> Result<(), StoreError> {
        let mut items = Vec::new();
        for record in self.tx.all::<T>("ORDER BY id", [])? {
            let mut fields = document::fields(&record, None);
            if let Some(couple) = self.partner_of {
                if !self.may_go::<T>(couple, record.id.number(), &mut fields) {
                    continue;
                }
                self.sent.insert((T::TABLE, record.id.number()));
            }
            if let Some(slug) = fields["pair"]
                .as_i64()
                .and_then(|pair| self.slugs.get(&pair))
            {
                fields["pair"] = json!(slug);
            }
            items.push(fields);
        }
        self.sections.insert(T::TABLE.into(), Json::Array(items));
        Ok(())
    }
}

impl Export<'_, '_> {
    /// Whether the partner may have a record; takes out the fields that they may not.
    fn may_go<T: Stored>(&self, couple: &Couple, id: i64, fields: &mut Json) -> bool {
        for own in ["private_note", "feeling"] {
            if fields.get(own).is_some() {
                fields[own] = Json::Null;
            }
        }
        if T::TABLE == Person::TABLE {
            fields["notes"] = Json::Null;
            fields["is_user"] = json!(id == couple.partner().id.number());
            return [couple.mentor.id, couple.mentee.id]
                .iter()
                .any(|person| person.number() == id);
        }
        if T::TABLE == PulseAnswer::TABLE {
            // What one side says of the relationship is never told to the other.
            return false;
        }
        if T::TABLE == Away::TABLE {
            if fields["private"] == json!(true) {
                fields["because"] = Json::Null;
            }
            return self.links_go::<T>(fields);
        }
        let pair = couple.id().number();
        if T::TABLE == Pair::TABLE {
            return id == pair;
        }
        let is_theirs =
            fields["pair"] == json!(pair) && fields.get("private") != Some(&json!(true));
        is_theirs && self.links_go::<T>(fields)
    }

    /// Takes out links to what did not go; false if the record makes no sense without one.
    fn links_go<T: Stored>(&self, fields: &mut Json) -> bool {
        if let Some(what) = fields.get("what").and_then(Json::as_str) {
            let number = fields["number"].as_i64().unwrap_or_default();
            return self
                .sent
                .iter()
                .any(|(table, id)| *table == what && *id == number);
        }
        for (column, shape) in T::COLUMNS.iter().zip(T::shapes()) {
            let Shape::Link { to, owned } = shape else {
                continue;
            };
            let number = fields[*column].as_i64().filter(|_| *column != "pair");
            if number.is_some_and(|number| !self.sent.contains(&(to, number))) {
                if owned {
                    return false;
                }
                fields[*column] = Json::Null;
            }
        }
        true
    }
}
