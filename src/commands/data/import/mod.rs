//! `mentor import`

mod calendar;
mod calendar_remarks;
mod call_changes;
mod call_columns;
mod call_times;
mod calls;
mod cells;
mod column_names;
mod columns;
mod context;
mod csv;
mod document;
mod existing_calls;
mod existing_records;
mod formula;
mod invitation;
mod named_record;
mod options;
mod plan;
mod row;
mod row_state;
mod sheet_notes;
mod status;

use std::path::PathBuf;

use crate::app::App;
use crate::calendar::event::Calendar;
use crate::commands::calendar::{self as calendars, read, source_name};
use crate::error::{Failure, Result};
use crate::store::checkins;
use crate::store::exchange::ImportPolicy;
use crate::view::words;

#[derive(Debug, clap::Args)]
pub struct ImportArgs {
    /// File to import (`-` for standard input)
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// Apply what was moved or cancelled in a calendar; with `--as checkin`, plan its other
    /// events
    #[arg(long, group = "kind")]
    ics: bool,

    /// Treat the export's user as you, whatever the name
    #[arg(long, conflicts_with = "kind")]
    as_me: bool,

    #[command(flatten)]
    sheet: options::ImportOptions,
}

pub fn run(app: &mut App<'_, '_>, args: &ImportArgs) -> Result<()> {
    let file = args.file.as_path();
    if args.sheet.is_sheet() {
        csv::import_sheet(app, file, &args.sheet)
    } else if args.ics {
        let nothing_imported = |failure: Failure| failure.data("nothing was imported");
        let mut calendar = calendars::read_calendar(app, file, |input| Calendar::read(input))
            .map_err(nothing_imported)?;
        ensure_readable(&calendar, &source_name(file)).map_err(nothing_imported)?;
        calendar.restore_own_uids(&app.read(|tx| Ok(checkins::calendar_uids(tx)?))?);
        match args.sheet.noun() {
            None => {
                calendar::import_calendar(app, &calendar, &source_name(file), args.sheet.dry_run)
            }
            Some("checkin") => {
                invitation::import_events(app, &calendar, &source_name(file), &args.sheet)
            }
            Some(noun) => Err(Failure::usage(format!(
                "a calendar has no {}",
                words::plural(words::noun_label(noun))
            ))
            .hint("use `--as checkin` to plan its events")
            .data("nothing was imported")),
        }
    } else {
        if app.globals.pair.is_some() {
            return Err(Failure::usage("an export contains all pairs, so `-p` can't be used")
                .hint("leave `-p` out")
                .data("nothing was imported"));
        }
        let bytes = read(app, file, document::MAX_DOCUMENT_BYTES)?;
        let policy = ImportPolicy { is_mine: args.as_me, has_my_words: args.sheet.yes };
        document::import_document(app, bytes, &source_name(file), policy, args.sheet.dry_run)
    }
}

/// Fails if the calendar has content but no event or to-do could be read.
fn ensure_readable(calendar: &Calendar, source: &str) -> Result<()> {
    match calendar.notes().first() {
        Some(note) if calendar.events.is_empty() && calendar.todos.is_empty() => {
            Err(calendars::calendar_failure(note, source))
        }
        _ => Ok(()),
    }
}
