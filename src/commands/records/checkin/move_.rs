//! `mentor checkin move`

use chrono::{DateTime, Utc};

use crate::app::{self, App};
use crate::commands::command_line::arg::{self, RecordArg};
use crate::commands::records::checkin;
use crate::commands::records::checkin::ask::MomentQuestion;
use crate::commands::records::checkin::cancel::{NoticeLeft, notice_left};
use crate::domain::checkin::CheckIn;
use crate::domain::dates::{self, DayRole, Now};
use crate::domain::goal::{DateMove, Moved};
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::record::Record;
use crate::error::{Failure, Result};
use crate::store::column::instant;
use crate::store::json;
use crate::store::read_tx::ReadTx;
use crate::store::write_tx::WriteTx;
use crate::view;
use crate::view::words;

/// Move a planned check-in; the old time is kept
#[derive(Debug, clap::Args)]
pub struct MoveArgs {
    #[command(flatten)]
    which: RecordArg,

    /// The new time, in the zone it was planned in, such as "fri 11:00"
    #[arg(value_name = "WHEN", conflicts_with = "at")]
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
    let typed = match arg::typed_moment(&args.when, args.at.as_deref()) {
        Some(typed) => typed,
        None => ask_for_moment(app, args.which.number)?,
    };
    let (record, slug, warnings) = app.write(|app, tx| {
        let (mut record, pair) = checkin::find_planned_for_write(app, tx, args.which.number)?;
        let to = parse_new_time(tx, &pair, &record, &typed, app.now)?;
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

/// Asks for the new time of a planned check-in.
fn ask_for_moment(app: &mut App<'_, '_>, number: i64) -> Result<String> {
    let command = format!("checkin move {number}");
    let question = MomentQuestion {
        command: &command,
        ask: "What is the new date and time?",
        example: "fri 11:00",
        missing: "a move needs a new date and time",
    };
    question.ensure_can_ask(app)?;
    let (record, pair) = app.read(|tx| checkin::find_planned_for_write(app, tx, number))?;
    let (store, now) = (app.store.clone(), app.now);
    let check =
        |typed: &str| store.read(|tx| parse_new_time(tx, &pair, &record, typed, now).map(drop));
    let header = words::capitalize(&view::records::checkin::summary(&record, &pair, now));
    question.ask(app, Some(header), None, &check)
}

/// Parses the new time; fails if it is the old one, in the past, or not free.
fn parse_new_time(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    record: &Record<CheckIn>,
    typed: &str,
    now: Now,
) -> Result<DateTime<Utc>> {
    let to = dates::parse_moment(typed, now, record.zone, DayRole::Future)?;
    if record.planned_at == Some(to) {
        let at = words::both_times(to, pair, now);
        let message = format!("check-in {} is already planned for {at}", record.id);
        return Err(Failure::refused(message).data("nothing was changed"));
    }
    checkin::add::new_planned(tx, pair, to, record.zone, now)?;
    let moved = CheckIn { planned_at: Some(to), ..record.data.clone() };
    checkin::overlap::must_be_free(tx, pair, &moved, Some(record.id), now)?;
    Ok(to)
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
