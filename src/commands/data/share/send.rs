//! `mentor share send`

use std::path::PathBuf;

use crate::app::App;
use crate::commands::data::share::circle::{self, SharedPairArg};
use crate::commands::data::share::outgoing_file::write_file;
use crate::commands::data::share::{compare_keys, own_machines, write_bundle};
use crate::error::Result;
use crate::store::share::publishing;
use crate::view;

/// Write a sealed file with everything the other person may see
///
/// Only their machine and yours can open it. It holds all changes so far, so lost, late and repeated files do no harm.
#[derive(Debug, clap::Args)]
pub struct SendArgs {
    #[command(flatten)]
    pair: SharedPairArg,

    /// Write to this file [default: for-PAIR.mentor]
    #[arg(long, short = 'o', value_name = "FILE")]
    pub output: Option<PathBuf>,

    /// Write letters and digits only, for the body of a mail
    #[arg(long)]
    pub armor: bool,

    /// Print what the file would contain without writing it
    #[arg(long)]
    pub dry_run: bool,

    /// Send before the words of the keys are compared
    #[arg(long)]
    unchecked: bool,
}

pub fn run(app: &mut App<'_, '_>, args: &SendArgs) -> Result<()> {
    if own_machines::are_meant(app, &args.pair) {
        return own_machines::exchange::send(app, args);
    }
    args.pair.name(app);
    let (pair, circle) = app.read(|tx| circle::shared_pair(app, tx))?;
    if args.dry_run {
        let who = circle::partner(&pair).to_owned();
        return write_bundle::print_lines(app, &circle, &who, |tx, device| {
            publishing::publish_rows(tx, &pair, &circle, device).map(|_| ())
        });
    }
    compare_keys::ensure_compared(app, &pair, &circle, args.unchecked)?;
    let sealed = write_bundle::seal_bundle(app, &pair, &circle, args.armor)?;
    let default = || PathBuf::from(format!("for-{}.mentor", pair.slug()));
    let path = args.output.clone().unwrap_or_else(default);
    write_file(&path, &sealed)?;
    app.ui.status(&format!(
        "Wrote `{}` ({}), sealed for {}; they read it with `mentor share take FILE`",
        path.display(),
        kilobytes(sealed.len()),
        circle::partner(&pair)
    ))?;
    app.print_record_json(|| view::messages::share::file_json(pair.slug(), &path))
}

/// Formats the size of a file: `24 kB`.
pub fn kilobytes(bytes: usize) -> String {
    format!("{} kB", bytes.div_ceil(1024))
}
