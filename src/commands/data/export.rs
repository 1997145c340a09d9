//! `mentor export`

use std::path::{Path, PathBuf};

use crate::app::App;
use crate::calendar::export::{CalendarOptions, event_files, file_name, unfold};
use crate::commands::calendar;
use crate::commands::report_output;
use crate::error::{Failure, Result};
use crate::platform::private_file;
use crate::platform::regular_file::{self, MAX_TEXT_FILE_BYTES};
use crate::store::{event_origins, exchange, settings};
use crate::view::messages::values::ExportPath;
use crate::view::words;

#[derive(Debug, clap::Args)]
pub struct ExportArgs {
    /// Write to a new file that only you can read [default: standard output]
    ///
    /// A calendar goes into a folder (`-o calendar/`) as one file for each event, as vdirsyncer and khal keep them.
    #[arg(long, short = 'o', value_name = "FILE")]
    output: Option<PathBuf>,

    /// Export one pair for the other person to import, without private records
    #[arg(long)]
    for_partner: bool,

    /// Export the check-ins as a calendar
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
    if app.globals.pair.is_some() && !args.for_partner {
        return Err(Failure::usage("an export contains all pairs, so `-p` can't be used")
            .hint("use `--for-partner` to export one pair without private records"));
    }
    let now = app.now;
    let document = app.read(|tx| {
        if args.for_partner {
            Ok(exchange::export_for_partner(tx, now.at, &app.current_pair(tx)?)?)
        } else {
            Ok(exchange::export(tx, now.at)?)
        }
    })?;
    let Some(path) = &args.output else {
        return app.ui.print_json(&document);
    };
    let text = crate::output::ui::json_text(&document)? + "\n";
    let subject = if args.for_partner { "what you share with them" } else { "everything" };
    write_new(app, path, &text, subject)
}

fn export_calendar(app: &mut App<'_, '_>, args: &ExportArgs) -> Result<()> {
    let options = CalendarOptions {
        for_partner: args.for_partner,
        todos: args.todos,
        ..calendar::options(app)
    };
    let text = app.read(|tx| {
        let hidden_change = settings::untraced_change_at(tx)?;
        let options = CalendarOptions { hidden_change, ..options };
        // The copy for the partner has no settings.
        let origins = event_origins::all(tx)?;
        if !args.for_partner {
            return calendar::calendar_text(tx, app.all_pairs(tx)?, options, &origins);
        }
        app.read_for(true, tx, app.current_pair(tx)?, |tx, pair| {
            calendar::calendar_text(tx, vec![pair], options, &origins)
        })
    })?;
    if !text.contains("BEGIN:VEVENT") && !text.contains("BEGIN:VTODO") {
        app.ui
            .note("the calendar is empty; run `mentor checkin add --at WHEN` to plan a check-in")?;
    }
    match &args.output {
        Some(path) if is_folder(path) => write_event_files(app, path, &text),
        Some(path) => write_new(app, path, &text, "a calendar"),
        None => calendar::print_calendar(app, &text),
    }
}

fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.as_os_str().as_encoded_bytes().ends_with(b"/")
}

/// Writes each event to its own file, replacing a file only if it holds the same event.
fn write_event_files(app: &mut App<'_, '_>, folder: &Path, text: &str) -> Result<()> {
    let unwritable = |path: &Path, error: std::io::Error| {
        Failure::storage(format!("can't write `{}`: {error}", path.display()))
    };
    let (mut written, mut unchanged) = (0, 0);
    private_file::create_dir_all(folder).map_err(|error| unwritable(folder, error))?;
    for (uid, text) in event_files(text) {
        let path = folder.join(file_name(&uid));
        match regular_file::read(&path, MAX_TEXT_FILE_BYTES) {
            Ok(current) if current == text.as_bytes() => {
                unchanged += 1;
                continue;
            }
            Ok(current) if !unfold(&String::from_utf8_lossy(&current)).contains(uid.as_str()) => {
                return Err(Failure::refused(format!(
                    "`{}` already exists and holds something else",
                    path.display()
                ))
                .hint("name another folder")
                .data(format!("{written} events were written before it")));
            }
            Ok(_) => {}
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(unwritable(&path, error)),
        }
        private_file::replace(&path, text.as_bytes()).map_err(|error| unwritable(&path, error))?;
        written += 1;
    }
    let events = words::count(written, "event");
    let rest = match unchanged {
        0 => String::new(),
        count => format!(", {count} unchanged"),
    };
    app.ui.status(&format!("Wrote {events} to `{}`{rest}", folder.display()))?;
    app.print_record_json(|| path_json(folder))
}

fn write_new(app: &mut App<'_, '_>, path: &Path, text: &str, subject: &str) -> Result<()> {
    report_output::write_new(
        path,
        text,
        "choose another file; existing files are never overwritten",
    )?;
    app.ui.status(&format!("Wrote {subject} to `{}`", path.display()))?;
    app.warn_if_open_to_others(path)?;
    app.print_record_json(|| path_json(path))
}

fn path_json(path: &Path) -> ExportPath {
    let path = path.display().to_string();
    ExportPath { path }
}
