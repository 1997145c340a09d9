//! `mentor checkin add`

use chrono::{DateTime, Utc};

use crate::app::App;
use crate::commands::command_line::arg;
use crate::commands::records::checkin::overlap;
use crate::commands::records::checkin::remarks::remarks;
use crate::domain::checkin::CheckIn;
use crate::domain::dates::{self, DayRole, Now};
use crate::domain::pair::PairContext;
use crate::domain::record::Record;
use crate::domain::zone::{self, Tz};
use crate::error::{Failure, Result};
use crate::store::write_tx::WriteTx;
use crate::store::{agreements, json};
use crate::view::{self, words};

/// Plan a check-in
#[derive(Debug, clap::Args)]
pub struct AddArgs {
    /// Date and time, such as "fri 17:00"
    #[arg(value_name = "WHEN", required_unless_present = "at", conflicts_with = "at")]
    when: Vec<String>,

    /// Same as `[WHEN]`
    #[arg(long, value_name = "WHEN")]
    at: Option<String>,

    /// Length [default: as agreed]
    #[arg(long, value_name = "LENGTH")]
    length: Option<String>,

    /// Channel [default: as agreed]
    #[arg(long, value_name = "TEXT")]
    channel: Option<String>,

    /// Time zone of `--at` [default: yours]
    #[arg(long, value_name = "ZONE")]
    tz: Option<String>,
}

pub fn run(app: &mut App<'_, '_>, args: &AddArgs) -> Result<()> {
    let length = arg::parse_minutes(args.length.as_deref())?;
    let (record, pair, warnings) = app.write(|app, tx| {
        let pair = app.current_pair_for_write(tx)?;
        let zone = match &args.tz {
            Some(zone) => zone::parse(zone)?,
            None => pair.user().zone,
        };
        let at = arg::typed_moment(&args.when, args.at.as_deref());
        let at = dates::parse_moment(&at, app.now, zone, DayRole::Future)?;
        let mut draft = new_planned(&pair, at, zone, app.now)?;
        let agreement = agreements::on_day(tx, &pair, pair.pair_day(at))?;
        let terms = agreement.as_ref().map(|agreement| &agreement.terms);
        draft.planned_minutes = length.or_else(|| terms?.length);
        draft.channel =
            arg::parse_text("channel", args.channel.as_deref())?.or_else(|| terms?.channel.clone());
        let record = plan(tx, &pair, draft, app.now)?;
        tx.add_message(view::records::checkin::planned_message(&record, &pair, app.now));
        let warnings = remarks(tx, &pair, &record, app.now)?;
        Ok((record, pair, warnings))
    })?;
    for warning in warnings {
        app.ui.note(&warning)?;
    }
    app.print_record_json(|| json::item(&record, Some(pair.slug())))
}

/// Inserts a planned check-in; fails if it overlaps another.
pub fn plan(
    tx: &WriteTx<'_>,
    pair: &PairContext,
    draft: CheckIn,
    now: Now,
) -> Result<Record<CheckIn>> {
    overlap::must_be_free(tx, pair, &draft, None, now)?;
    Ok(tx.insert(draft)?)
}

/// Returns a planned check-in; fails if it is in the past, since it can only be logged then.
pub fn new_planned(pair: &PairContext, at: DateTime<Utc>, zone: Tz, now: Now) -> Result<CheckIn> {
    if at < now.at {
        let local = at.with_timezone(&zone).format("%Y-%m-%d %H:%M");
        let shown = words::moment(at, zone, now);
        return Err(Failure::refused(format!("{shown} is in the past"))
            .hint(format!("run `mentor log --at \"{local}\"` to log a past check-in")));
    }
    Ok(CheckIn::planned(pair.id(), at, zone))
}
