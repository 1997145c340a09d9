//! What has to be written so that the documents say what the records say.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use crate::domain::person::Side;
use crate::share::parts::{GONE, HERE, LIFE, PURGED, PartWords, RecordKey, SharePart, TableParts};
use crate::share::show::{ShownRecord, ShownRecords};
use crate::share::{ShareDocument, hex};

/// A record that may be told, as it is here.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TellableRecord {
    pub parts: BTreeMap<&'static str, PartWords>,
}

/// The records that may be told. Those that are here and may not be told are in `kept_back`: they are not gone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TellableRecords {
    pub records: BTreeMap<RecordKey, TellableRecord>,
    pub kept_back: BTreeSet<RecordKey>,
}

/// What is to be put on a key of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldPut {
    pub document: ShareDocument,
    pub key: String,
    pub words: Json,
}

/// The hash by which a yes names the words that it is about: of what is not null, by name, claims left out.
pub fn hash_words(part: &SharePart, words: &PartWords) -> String {
    let known: BTreeMap<String, Json> = part.known(words).into_iter().collect();
    let text = Json::from_iter(known).to_string();
    hex(&Sha256::digest(text.as_bytes()))
}

/// Compares the records with what the documents showed, and says what one side has to add.
pub fn tell(
    tables: &[TableParts],
    me: Side,
    before: &ShownRecords,
    now: &TellableRecords,
    purged: &BTreeSet<RecordKey>,
) -> Vec<ToldPut> {
    let mut puts = Vec::new();
    for table in tables {
        for (key, record) in now
            .records
            .iter()
            .filter(|(key, _)| key.table == table.table)
        {
            tell_record(table, me, key, before.records.get(key), record, &mut puts);
        }
    }
    for (key, shown) in &before.records {
        let table = tables.iter().find(|table| table.table == key.table);
        if table.is_none_or(|table| table.is_fixed) || now.records.contains_key(key) {
            continue;
        }
        if let Some(home) = shown.home
            && may_delete(shown, me)
        {
            puts.push(ToldPut {
                document: home,
                key: key.part(LIFE),
                words: Json::from(GONE),
            });
        }
    }
    for (key, (home, begun_by)) in &before.wordless {
        let is_mine = home.may_write(me) && begun_by.contains(&me);
        if is_mine && purged.contains(key) && !now.records.contains_key(key) {
            puts.push(ToldPut {
                document: *home,
                key: key.part(LIFE),
                words: Json::from(PURGED),
            });
        }
    }
    puts
}

/// A side deletes what it has brought in itself.
pub fn may_delete(shown: &ShownRecord, me: Side) -> bool {
    shown.home.is_some_and(|home| home.may_write(me)) && shown.begun_by.contains(&me)
}

fn tell_record(
    table: &TableParts,
    me: Side,
    key: &RecordKey,
    shown: Option<&ShownRecord>,
    record: &TellableRecord,
    puts: &mut Vec<ToldPut>,
) {
    let Some(first) = table.first() else {
        return;
    };
    let empty = PartWords::new();
    let words = record.parts.get(first.name).unwrap_or(&empty);
    // Of a record that others have to bring in nothing can be said before they do.
    let home = first.writer.document(words);
    let Some(home) = home.filter(|home| shown.is_some() || home.may_write(me)) else {
        return;
    };
    if shown.is_none() && !table.is_fixed {
        puts.push(ToldPut {
            document: home,
            key: key.part(LIFE),
            words: Json::from(HERE),
        });
    }
    for part in table.parts {
        let document = part.writer.document(words);
        let Some(document) = document.filter(|document| document.may_write(me)) else {
            continue;
        };
        let said = record.parts.get(part.name).unwrap_or(&empty);
        let known = shown.and_then(|shown| shown.parts.get(part.name));
        let is_known = match known {
            Some(known) => part.says_same(known, said),
            None => part.known(said).is_empty() && (shown.is_some() || part.name != first.name),
        };
        if !is_known {
            puts.push(ToldPut {
                document,
                key: key.part(part.name),
                words: Json::Object(with_unknown(part, said, known)),
            });
        }
    }
}

/// What a later version keeps in the part stays in it.
fn with_unknown(part: &SharePart, said: &PartWords, known: Option<&PartWords>) -> PartWords {
    let mut words = said.clone();
    for (name, value) in known.into_iter().flatten() {
        let is_ours = part.columns.contains(&name.as_str())
            || [
                crate::share::parts::CREATED_AT,
                crate::share::parts::ABOUT,
                crate::share::parts::OWNER,
            ]
            .contains(&name.as_str());
        if !is_ours && !words.contains_key(name) {
            words.insert(name.clone(), value.clone());
        }
    }
    words
}
