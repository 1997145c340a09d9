//! `mentor NOUN show`

use crate::app::App;
use crate::commands::arg::RecordArg;
use crate::commands::noun::{CrudRecord, shown};
use crate::error::Result;
use crate::store::document;
use crate::view;

pub fn run<T: CrudRecord>(app: &mut App<'_, '_>, which: &RecordArg) -> Result<()> {
    let now = app.now;
    let (record, couple, more) = app.read(|tx| {
        let (record, couple) = app.owner_of::<T>(tx, which.number)?;
        let more = T::more(&record, &couple, tx, now)?;
        Ok((record, couple, more))
    })?;
    app.show(
        || {
            let mut item = document::item(&record, Some(couple.slug()));
            for one in &more {
                item["item"][one.key] = one.json.clone();
            }
            item
        },
        |page| {
            let shown = shown(&record, &couple, now);
            view::record::card(&shown, &more, &couple, now, page)
        },
    )
}
