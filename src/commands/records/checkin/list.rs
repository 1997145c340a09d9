//! `mentor checkin list`

use crate::app::App;
use crate::calendar::export::CalendarOptions;
use crate::commands::calendar;
use crate::commands::command_line::arg::{CsvArgs, ListedPairs};
use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::pair_item::PairItem;
use crate::error::Result;
use crate::store::{checkins, event_origins, json};
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
    listed: ListedPairs,

    #[command(flatten)]
    cells: CsvArgs,
}

pub fn run(app: &mut App<'_, '_>, args: &ListArgs) -> Result<()> {
    if args.ics {
        return list_as_calendar(app, args);
    }
    let (groups, implicit_slug, hidden) = app.read(|tx| {
        let pairs = args.listed.find(app, tx)?;
        let implicit_slug = args.listed.implicit_slug(app, tx, &pairs)?;
        let state = (!args.all).then_some(CheckInState::Planned);
        let counts_hidden = app.environment.stdout_is_terminal && !args.all;
        let mut groups = Vec::new();
        let mut hidden = 0;
        for pair in pairs {
            let records = checkins::all(tx, pair.id(), state)?;
            if counts_hidden {
                hidden += checkins::all(tx, pair.id(), None)?.len() - records.len();
            }
            groups.push((pair, records));
        }
        Ok((groups, implicit_slug, hidden))
    })?;
    let now = app.now;
    let pair_option = app.globals.pair.as_ref().map(|slug| format!(" -p {slug}"));
    let pair_option = pair_option.unwrap_or_default();
    let hint = format!("run `mentor checkin add \"thu 17:00\"{pair_option}` to plan one");
    let footer = ListFooter {
        noun: CheckIn::LABEL,
        shown_are: "planned",
        hidden_are: "past or cancelled",
        shown: groups.iter().map(|(_, records)| records.len()).sum(),
        hidden,
        pair: implicit_slug.as_deref(),
        is_narrowed: false,
        hint: &hint,
    };
    app.print_list_with_footer(
        args.cells.format(),
        &json::names::<CheckIn>(),
        &footer,
        || json::list_by_pair(groups.iter().map(|(pair, records)| (&records[..], pair.slug()))),
        |page| view::records::checkin::table(&groups, args.listed.all_pairs, now, page),
    )
}

fn list_as_calendar(app: &mut App<'_, '_>, args: &ListArgs) -> Result<()> {
    let options = CalendarOptions { only_planned: !args.all, ..calendar::options(app) };
    let text = app.read(|tx| {
        let origins = event_origins::all(tx)?;
        calendar::calendar_text(tx, args.listed.find(app, tx)?, options, &origins)
    })?;
    calendar::print_calendar(app, &text)
}
