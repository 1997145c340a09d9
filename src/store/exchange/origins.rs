//! The section of a document with the events from which check-ins were planned, so that on another machine they keep
//! the UIDs of their invitations, and later versions are compared with the one that was imported.

use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use serde_json::{Map, Value as Json, json};

use crate::domain::checkin::CheckIn;
use crate::domain::event_origin::{EventAge, EventOrigin};
use crate::domain::record::{Id, Record};
use crate::domain::text::MAX_TEXT_BYTES;
use crate::store::column::instant;
use crate::store::exchange::import::{ImportError, Importer, SourceLocation};
use crate::store::read_tx::ReadTx;
use crate::store::table_row::TableRow;
use crate::store::{StoreError, event_origins};

pub(super) const SECTION: &str = "event_origin";

/// The fields of an origin.
const FIELDS: [&str; 7] =
    ["checkin", "uid", "occurrence", "sequence", "written_at", "counts_seconds", "imported_at"];

/// Returns the origins of the check-ins, by number.
pub(super) fn export_origins(tx: &ReadTx<'_>) -> Result<Vec<Json>, StoreError> {
    let mut origins = Vec::new();
    for (uid, origin) in event_origins::all(tx)? {
        let checkin: Option<Record<CheckIn>> = tx.first("WHERE uid = ?1", [&uid])?;
        origins.extend(checkin.map(|checkin| (checkin.id.number(), origin)));
    }
    origins.sort_by_key(|(number, _)| *number);
    let fields = |(number, origin): (i64, EventOrigin)| {
        json!({
            "checkin": number,
            "uid": origin.uid,
            "occurrence": origin.occurrence.map(instant),
            "sequence": origin.age.sequence,
            "written_at": origin.age.written_at.map(instant),
            "counts_seconds": origin.age.counts_seconds,
            "imported_at": instant(origin.imported_at),
        })
    };
    Ok(origins.into_iter().map(fields).collect())
}

impl Importer<'_, '_, '_> {
    /// Takes the origins of the check-ins of the document. One that is known here already stays as it is.
    pub(super) fn take_origins(&mut self) -> Result<(), ImportError> {
        let Some(items) = self.take_section(SECTION)? else {
            return Ok(());
        };
        let known = event_origins::all(self.tx)?;
        let mut new = Vec::new();
        for item in items {
            let Some((here, origin)) = self.origin(item)? else {
                continue;
            };
            let checkin = self.tx.find::<CheckIn>(Id::new(here))?;
            new.extend(
                checkin
                    .filter(|checkin| !known.contains_key(&checkin.uid))
                    .map(|checkin| (checkin.uid, origin)),
            );
        }
        Ok(event_origins::add(self.tx, new)?)
    }

    /// Reads an origin and the number of its check-in here. `None`: the check-in was left out.
    fn origin(&self, item: &RawValue) -> Result<Option<(i64, EventOrigin)>, ImportError> {
        let place = self.place(item, SECTION);
        let fields: Map<String, Json> = serde_json::from_str(item.get())
            .map_err(|_| place.error_at("uid", "the record is not an object"))?;
        if let Some(unknown) = fields.keys().find(|key| !FIELDS.contains(&key.as_str())) {
            return Err(place.error_at(unknown, "there is no such field"));
        }
        let there: i64 = field(&fields, "checkin", &place)?;
        let uid: String = field(&fields, "uid", &place)?;
        if uid.len() > MAX_TEXT_BYTES {
            return Err(place.error_at("uid", "the text is too long"));
        }
        let origin = EventOrigin {
            uid,
            occurrence: field(&fields, "occurrence", &place)?,
            age: EventAge {
                sequence: field(&fields, "sequence", &place)?,
                written_at: field(&fields, "written_at", &place)?,
                counts_seconds: field(&fields, "counts_seconds", &place)?,
            },
            imported_at: field(&fields, "imported_at", &place)?,
        };
        if self.has_read(CheckIn::TABLE, there) {
            let here = self.numbers.get(&(CheckIn::TABLE, there));
            Ok(here.map(|here| (*here, origin)))
        } else {
            Err(place.error_at("checkin", format!("the export has no check-in {there}")))
        }
    }
}

fn field<T: DeserializeOwned>(
    fields: &Map<String, Json>,
    name: &str,
    place: &SourceLocation<'_>,
) -> Result<T, ImportError> {
    let json = fields.get(name).unwrap_or(&Json::Null);
    serde_json::from_value(json.clone())
        .map_err(|_| place.error_at(name, format!("{json} can't be read")))
}
