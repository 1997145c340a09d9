//! `mentor import`

mod calendar;
mod columns;
mod document;
mod row;
mod sheet;

use std::path::PathBuf;

use crate::app::App;
use crate::commands::calendar::{self as calendars, name, read};
use crate::error::Result;
use crate::store::exchange::Welcome;

#[derive(Debug, clap::Args)]
pub struct ImportArgs {
    /// File to import (`-` for standard input)
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// It is a calendar: take in the check-ins that were moved or cancelled in it
    #[arg(long, conflicts_with = "csv")]
    ics: bool,

    /// The user of the document is you, whatever the name
    #[arg(long, conflicts_with_all = ["csv", "ics"])]
    as_me: bool,

    #[command(flatten)]
    sheet: sheet::SheetArgs,
}

pub fn run(app: &mut App<'_, '_>, args: &ImportArgs) -> Result<()> {
    let file = args.file.as_path();
    if args.sheet.is_one() {
        sheet::take_in(app, file, &args.sheet)
    } else if args.ics {
        let bytes = read(app, file, calendars::LARGEST)?;
        calendar::take_in(app, &bytes, &name(file), args.sheet.is_dry_run())
    } else {
        let bytes = read(app, file, document::LARGEST)?;
        let welcome = Welcome {
            is_mine: args.as_me,
            has_my_words: args.sheet.says_yes(),
        };
        document::take_in(app, bytes, &name(file), welcome, args.sheet.is_dry_run())
    }
}
