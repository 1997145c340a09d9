//! `mentor checkin move`

use chrono::{DateTime, Utc};

use crate::app::{self, App};
use crate::commands::command_line::arg::{self, RecordArg};
use crate::commands::records::checkin;
use crate::commands::records::checkin::cancel::{NoticeLeft, notice_left};
use crate::domain::checkin::CheckIn;
use crate::domain::dates::{self, DayRole};
use crate::domain::goal::{DateMove, Moved};
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::record::Record;
use crate::error::{Failure, Result};
use crate::store::column::instant;
use crate::store::json;
use crate::store::write_tx::WriteTx;
use crate::view;
use crate::view::words;

/// Move a planned check-in; the old time is kept
#[derive(Debug, clap::Args)]
pub struct MoveArgs {
    #[command(flatten)]
    which: RecordArg,

    /// The new time, in the zone it was planned in, such as "fri 11:00"
    #[arg(value_name = "WHEN", required_unless_present = "at", conflicts_with = "at")]
    when: Vec<String>,

    /// Same as `[WHEN]`
    #[arg(long, value_name = "WHEN", alias = "to")]
    at: Option<String>,

    /// Who moved it: mentor, mentee, me or them [default: me]
    #[arg(long, value_name = "WHO")]
    by: Option<String>,

    /// Why
    #[arg(long, value_name = "TEXT")]
    because: Option<String>,
}

pub fn run(app: &mut App<'_, '_>, args: &MoveArgs) -> Result<()> {
    let (record, slug, warnings) = app.write(|app, tx| {
        let (mut record, pair) = checkin::find_planned_for_write(app, tx, args.which.number)?;
        let to = arg::typed_moment(&args.when, args.at.as_deref());
        let to = dates::parse_moment(&to, app.now, record.zone, DayRole::Future)?;
        if record.planned_at == Some(to) {
            let at = words::both_times(to, &pair, app.now);
            return Err(Failure::refused(format!(
                "check-in {} is already planned for {at}",
                record.id
            ))
            .data("nothing was changed"));
        }
        checkin::add::new_planned(&pair, to, record.zone, app.now)?;
        let moved = CheckIn { planned_at: Some(to), ..record.data.clone() };
        checkin::overlap::must_be_free(tx, &pair, &moved, Some(record.id), app.now)?;
        let by = app::parse_side(&pair, args.by.as_deref().unwrap_or("me"))?;
        let because = args.because.as_deref();
        let planned = record.planned_at.unwrap_or(app.now.at);
        let notice = notice_left(tx, &pair, by, planned, app.now.at)?;
        reschedule(app, tx, &pair, &mut record, to, Some(by), because)?;
        let mut warnings = checkin::remarks::remarks(tx, &pair, &record, app.now)?;
        if let NoticeLeft::TooLittle(Some(agreed)) = notice {
            let name = pair.first_name(by);
            warnings.push(format!("moved by {name} with less notice than the agreed {agreed}"));
        }
        Ok((record, pair.slug().to_owned(), warnings))
    })?;
    for warning in warnings {
        app.ui.note(&warning)?;
    }
    app.print_record_json(|| json::item(&record, Some(&slug)))
}

/// Moves a planned check-in to another time and records the old one.
pub fn reschedule(
    app: &App<'_, '_>,
    tx: &WriteTx<'_>,
    pair: &PairContext,
    record: &mut Record<CheckIn>,
    to: DateTime<Utc>,
    by: Option<Side>,
    because: Option<&str>,
) -> Result<()> {
    let because = arg::parse_text("reason", because)?;
    tx.insert(DateMove {
        pair: pair.id(),
        what: Moved::CheckIn,
        number: record.id.number(),
        on: app.today_of(pair.user()).day,
        from: record.planned_at.map(instant),
        to: Some(instant(to)),
        because: because.clone(),
        by,
    })?;
    let from = record.planned_at.replace(to);
    tx.update(record)?;
    tx.add_message(view::records::checkin::moved_message(
        record,
        from,
        because.as_deref(),
        pair,
        app.now,
    ));
    Ok(())
}
