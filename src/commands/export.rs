//! `mentor export`

use std::path::PathBuf;

use crate::app::App;
use crate::error::{Failure, Result};
use crate::private_file;
use crate::store::exchange;

#[derive(Debug, clap::Args)]
pub struct ExportArgs {
    /// Write to a new file, readable by you alone; left out: standard output
    #[arg(long, short = 'o', value_name = "FILE")]
    output: Option<PathBuf>,

    /// What the other side of the pair may have, to import: one pair, nothing private
    #[arg(long)]
    for_partner: bool,
}

pub fn run(app: &mut App<'_, '_>, args: &ExportArgs) -> Result<()> {
    let now = app.now;
    let document = app.read(|tx| match args.for_partner {
        true => Ok(exchange::export_for_partner(tx, now, &app.couple(tx)?)?),
        false => Ok(exchange::export(tx, now)?),
    })?;
    let Some(path) = &args.output else {
        return app.ui.answer_json(&document);
    };
    let text = crate::ui::json_text(&document)? + "\n";
    private_file::write_new(path, text.as_bytes()).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => {
            Failure::refused(format!("`{}` exists already", path.display()))
                .hint("name a new file: an export never overwrites one")
        }
        _ => Failure::storage(format!("`{}` can't be written: {error}", path.display())),
    })?;
    let what = match args.for_partner {
        true => "what is theirs too",
        false => "everything",
    };
    app.ui
        .status(&format!("Wrote {what} to `{}`", path.display()))
}
