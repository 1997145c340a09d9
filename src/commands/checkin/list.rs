//! `mentor checkin list`

use crate::app::App;
use crate::calendar::export::CalendarOptions;
use crate::commands::arg::CsvArgs;
use crate::commands::calendar;
use crate::domain::checkin::{CheckIn, CheckInState};
use crate::error::Result;
use crate::store::{checkins, json};
use crate::view;

/// List planned check-ins
#[derive(Debug, clap::Args)]
pub struct ListArgs {
    /// Include past and cancelled ones
    #[arg(long)]
    all: bool,

    /// Print an iCalendar file, including the agreed cadence
    ///
    /// What became of an agreed occurrence is always there. `mentor export --ics` writes all pairs and all check-ins: take
    /// that for a calendar that is to be kept in step.
    #[arg(long, conflicts_with = "cells")]
    ics: bool,

    #[command(flatten)]
    cells: CsvArgs,
}

pub fn run(app: &mut App<'_, '_>, args: &ListArgs) -> Result<()> {
    if args.ics {
        return list_as_calendar(app, !args.all);
    }
    let (records, pair) = app.read(|tx| {
        let pair = app.current_pair(tx)?;
        let state = (!args.all).then_some(CheckInState::Planned);
        Ok((checkins::all(tx, pair.id(), state)?, pair))
    })?;
    let now = app.now;
    app.print_list(
        args.cells.format(),
        &json::names::<CheckIn>(),
        || json::list(&records, Some(pair.slug())),
        |page| view::checkin::table(&records, &pair, now, page),
    )
}

fn list_as_calendar(app: &mut App<'_, '_>, only_planned: bool) -> Result<()> {
    let options = CalendarOptions {
        only_planned,
        ..calendar::options(app)
    };
    let text = app.read(|tx| {
        let pair = app.current_pair(tx)?;
        calendar::calendar_text(tx, vec![pair], options)
    })?;
    calendar::print_calendar(app, &text)
}
