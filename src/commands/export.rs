//! `mentor export`

use std::path::{Path, PathBuf};

use crate::app::App;
use crate::calendar::export::Options;
use crate::commands::calendar;
use crate::commands::sheet;
use crate::error::Result;
use crate::store::{exchange, settings};

#[derive(Debug, clap::Args)]
pub struct ExportArgs {
    /// Write to a new file that only you can read [default: standard output]
    #[arg(long, short = 'o', value_name = "FILE")]
    output: Option<PathBuf>,

    /// Export one pair for the other person to import, without private records
    #[arg(long)]
    for_partner: bool,

    /// A calendar of the check-ins
    #[arg(long)]
    ics: bool,

    /// Include due dates in the calendar
    #[arg(long, requires = "ics")]
    todos: bool,
}

pub fn run(app: &mut App<'_, '_>, args: &ExportArgs) -> Result<()> {
    if args.ics {
        return export_calendar(app, args);
    }
    let now = app.now;
    let document = app.read(|tx| match args.for_partner {
        true => Ok(exchange::export_for_partner(tx, now, &app.couple(tx)?)?),
        false => Ok(exchange::export(tx, now)?),
    })?;
    let Some(path) = &args.output else {
        return app.ui.answer_json(&document);
    };
    let text = crate::ui::json_text(&document)? + "\n";
    let what = match args.for_partner {
        true => "what is theirs too",
        false => "everything",
    };
    write_new(app, path, &text, what)
}

fn export_calendar(app: &mut App<'_, '_>, args: &ExportArgs) -> Result<()> {
    let options = Options {
        for_partner: args.for_partner,
        todos: args.todos,
        ..calendar::options(app)
    };
    let text = app.read(|tx| {
        let hidden_change = settings::hidden_change(tx)?;
        let options = Options {
            hidden_change,
            ..options
        };
        if !args.for_partner {
            return calendar::text(tx, app.every_couple(tx)?, options);
        }
        app.read_for(true, tx, app.couple(tx)?, |tx, couple| {
            calendar::text(tx, vec![couple], options)
        })
    })?;
    if !text.contains("BEGIN:VEVENT") && !text.contains("BEGIN:VTODO") {
        app.ui
            .note("the calendar is empty; run `mentor checkin add --at WHEN` to plan a check-in")?;
    }
    match &args.output {
        Some(path) => write_new(app, path, &text, "a calendar"),
        None => calendar::answer(app, &text),
    }
}

fn write_new(app: &mut App<'_, '_>, path: &Path, text: &str, what: &str) -> Result<()> {
    sheet::write_new(path, text, "an export")?;
    app.ui
        .status(&format!("Wrote {what} to `{}`", path.display()))
}
