//! `mentor checkin list`

use crate::app::App;
use crate::calendar::export::CalendarOptions;
use crate::commands::calendar;
use crate::commands::command_line::arg::CsvArgs;
use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::pair_item::PairItem;
use crate::error::Result;
use crate::store::{checkins, json};
use crate::view;
use crate::view::page::listing::ListFooter;

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
    let (records, pair, implicit_slug, hidden) = app.read(|tx| {
        let pair = app.current_pair(tx)?;
        let state = (!args.all).then_some(CheckInState::Planned);
        let records = checkins::all(tx, pair.id(), state)?;
        let all = if app.environment.stdout_is_terminal && !args.all {
            checkins::all(tx, pair.id(), None)?.len()
        } else {
            records.len()
        };
        let implicit_slug = app.implicit_slug(tx, &pair)?.map(str::to_owned);
        let hidden = all - records.len();
        Ok((records, pair, implicit_slug, hidden))
    })?;
    let now = app.now;
    let footer = ListFooter {
        noun: CheckIn::LABEL,
        shown_are: "planned",
        hidden_are: "past or cancelled",
        shown: records.len(),
        hidden,
        pair: implicit_slug.as_deref(),
        is_narrowed: false,
        hint: "run `mentor checkin add \"thu 17:00\"` to plan one",
    };
    app.print_list_with_footer(
        args.cells.format(),
        &json::names::<CheckIn>(),
        &footer,
        || json::list(&records, Some(pair.slug())),
        |page| view::records::checkin::table(&records, &pair, now, page),
    )
}

fn list_as_calendar(app: &mut App<'_, '_>, only_planned: bool) -> Result<()> {
    let options = CalendarOptions { only_planned, ..calendar::options(app) };
    let text = app.read(|tx| {
        let pair = app.current_pair(tx)?;
        calendar::calendar_text(tx, vec![pair], options)
    })?;
    calendar::print_calendar(app, &text)
}
