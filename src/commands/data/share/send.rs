//! `mentor share send`

use std::path::PathBuf;

use crate::app::App;
use crate::commands::data::share::circle::{self, SharedPairArg};
use crate::commands::data::share::failure::exchange_failure;
use crate::commands::data::share::outgoing_file::write_file;
use crate::commands::data::share::{compare_keys, write_bundle};
use crate::error::Result;
use crate::store::share::{bundle_body, publishing, saved_documents};
use crate::view::{self, words};

/// Write a sealed file with everything the other person may see
///
/// Only their machine and yours can open it. It holds all changes so far, so lost, late and repeated files do no harm.
#[derive(Debug, clap::Args)]
pub struct SendArgs {
    #[command(flatten)]
    pair: SharedPairArg,

    /// Write to this file [default: for-PAIR.mentor]
    #[arg(long, short = 'o', value_name = "FILE")]
    output: Option<PathBuf>,

    /// Write letters and digits only, for the body of a mail
    #[arg(long)]
    armor: bool,

    /// Print what the file would contain; write nothing
    #[arg(long)]
    dry_run: bool,

    /// Send before the words of the keys are compared
    #[arg(long)]
    unchecked: bool,
}

pub fn run(app: &mut App<'_, '_>, args: &SendArgs) -> Result<()> {
    args.pair.name(app);
    let (pair, circle) = app.read(|tx| circle::shared_pair(app, tx))?;
    if args.dry_run {
        let who = circle::partner(&pair).to_owned();
        let rehearsed = app.store.rehearse(app.now, |tx| {
            let failed = |error| exchange_failure(error, "the data file", &who);
            let mut device = circle::load_device_of(app, tx, &circle)?.rehearsed();
            publishing::publish_rows(tx, &pair, &circle, &mut device).map_err(failed)?;
            let documents = saved_documents::load(tx, &circle.id)?;
            bundle_body::format(tx, &circle, &documents).map_err(failed)
        });
        let (text, _) = rehearsed?;
        return app.print_result(
            || view::messages::share::lines_json(&text),
            |_| text.trim_end().to_owned(),
        );
    }
    compare_keys::ensure_compared(app, &pair, &circle, args.unchecked)?;
    let sealed = write_bundle::seal_bundle(app, &pair, &circle, args.armor)?;
    let default = || PathBuf::from(format!("for-{}.mentor", pair.slug()));
    let path = args.output.clone().unwrap_or_else(default);
    write_file(&path, &sealed)?;
    let size = words::count(sealed.len().div_ceil(1024), "kB").replace("kBs", "kB");
    app.ui.status(&format!(
        "Wrote `{}` ({size}), sealed for {}; they take it in with `mentor share take FILE`",
        path.display(),
        circle::partner(&pair)
    ))?;
    app.print_record_json(|| view::messages::share::file_json(pair.slug(), &path))
}
