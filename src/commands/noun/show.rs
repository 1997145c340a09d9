//! `mentor NOUN show`

use crate::app::App;
use crate::commands::arg::RecordArg;
use crate::commands::noun::{CrudRecord, record_view};
use crate::error::Result;
use crate::store::document;
use crate::view;

pub fn run<T: CrudRecord>(app: &mut App<'_, '_>, which: &RecordArg) -> Result<()> {
    let now = app.now;
    let (record, couple, related) = app.read(|tx| {
        let (record, couple) = app.find_record::<T>(tx, which.number)?;
        let more = T::related(&record, &couple, tx, now)?;
        Ok((record, couple, more))
    })?;
    app.print_result(
        || {
            let mut item = document::item(&record, Some(couple.slug()));
            for one in &related {
                item["item"][one.key] = one.json.clone();
            }
            item
        },
        |page| {
            let shown = record_view(&record, &couple, now);
            view::record::card(&shown, &related, &couple, now, page)
        },
    )
}
