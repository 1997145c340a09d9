//! `mentor checkin move`

use chrono::{DateTime, Utc};

use crate::app::App;
use crate::commands::arg::{self, Number};
use crate::commands::checkin;
use crate::domain::checkin::CheckIn;
use crate::domain::dates;
use crate::domain::goal::{Move, Moved};
use crate::domain::pair::Couple;
use crate::domain::record::Record;
use crate::error::Result;
use crate::store::cell::instant;
use crate::store::document;
use crate::store::writer::Writer;
use crate::view;

/// Move a planned check-in; the old time is kept with the reason
#[derive(Debug, clap::Args)]
pub struct MoveArgs {
    #[command(flatten)]
    which: Number,

    /// The new time, in the zone it was planned in
    #[arg(long, value_name = "WHEN")]
    to: String,

    /// Why
    #[arg(long, value_name = "TEXT")]
    because: Option<String>,
}

pub fn run(app: &mut App<'_, '_>, args: &MoveArgs) -> Result<()> {
    let (record, slug) = app.write(|app, tx| {
        let (mut record, couple) = checkin::planned_to_change(app, tx, args.which.number)?;
        let to = dates::when(&args.to, app.now, record.zone)?;
        checkin::add::planned(&couple, to, record.zone, app.now)?;
        move_to(app, tx, &couple, &mut record, to, args.because.as_deref())?;
        Ok((record, couple.slug().to_owned()))
    })?;
    app.show_json(|| document::item(&record, Some(&slug)))
}

/// Gives a planned check-in another time.
pub fn move_to(
    app: &App<'_, '_>,
    tx: &Writer<'_>,
    couple: &Couple,
    record: &mut Record<CheckIn>,
    to: DateTime<Utc>,
    because: Option<&str>,
) -> Result<()> {
    tx.insert(Move {
        pair: couple.id(),
        what: Moved::CheckIn,
        number: record.id.number(),
        on: app.today_of(couple.user()),
        from: record.planned_at.map(instant),
        to: Some(instant(to)),
        because: arg::body("reason", because)?,
    })?;
    record.planned_at = Some(to);
    tx.update(record)?;
    tx.say(format!(
        "Moved {}",
        view::checkin::in_words(record, couple, app.now)
    ));
    Ok(())
}
