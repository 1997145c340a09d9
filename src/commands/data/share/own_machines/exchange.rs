//! `mentor share send me`, and the part of `mentor sync` for the user's own machines.

use std::path::{Path, PathBuf};

use crate::app::App;
use crate::commands::data::share::circle;
use crate::commands::data::share::failure::exchange_failure;
use crate::commands::data::share::outgoing_file::write_file;
use crate::commands::data::share::own_machines::{ME, OTHER_MACHINE, load_circle, publish};
use crate::commands::data::share::send::{SendArgs, kilobytes};
use crate::commands::data::share::sync::{is_up_to_date, write_own};
use crate::commands::data::share::write_bundle::{print_lines, seal_documents};
use crate::error::{Failure, Result};
use crate::share::folder;
use crate::store::share::circles::{self, Circle};
use crate::store::share::own_machines;
use crate::view;

pub const DEFAULT_FILE: &str = "for-me.mentor";

/// Publishes the rows, then seals everything for the other machines.
pub fn seal(app: &mut App<'_, '_>, circle: &Circle, is_armored: bool) -> Result<Vec<u8>> {
    app.write_unseen(|app, tx| {
        let mut device = circle::load_device_of(app, tx, circle)?;
        let published = own_machines::publish_rows(tx, circle, &mut device);
        published.map_err(|error| exchange_failure(error, "the data file", OTHER_MACHINE))?;
        seal_documents(app, tx, circle, device, is_armored, OTHER_MACHINE)
    })
}

pub fn send(app: &mut App<'_, '_>, args: &SendArgs) -> Result<()> {
    let circle = load_circle(app)?;
    if args.dry_run {
        return print_lines(app, &circle, OTHER_MACHINE, |tx, device| {
            own_machines::publish_rows(tx, &circle, device)
        });
    }
    if circle.machines.is_empty() {
        return Err(Failure::refused("no other machine has joined yet")
            .data("nothing was sent")
            .hint("it joins with `mentor share join FILE`; read its answer with `mentor share take FILE` or `mentor sync`"));
    }
    let sealed = seal(app, &circle, args.armor)?;
    let path = args.output.clone().unwrap_or_else(|| PathBuf::from(DEFAULT_FILE));
    write_file(&path, &sealed)?;
    app.ui.status(&format!(
        "Wrote `{}` ({}), sealed for {}; read it there with `mentor share take FILE`",
        path.display(),
        kilobytes(sealed.len()),
        view::messages::share::machines(circle.machines.len()),
    ))?;
    app.print_record_json(|| view::messages::share::file_json(ME, &path))
}

/// Rewrites this machine's file in the folder if there is something new for the others.
pub fn send_news(app: &mut App<'_, '_>, circle: &Circle, folder: &Path) -> Result<Option<String>> {
    let found = app.read(|tx| Ok(circles::find_own(tx)?))?;
    let circle = found.filter(|found| found.id == circle.id && !found.machines.is_empty());
    let Some(circle) = circle else {
        return Ok(None);
    };
    publish(app, &circle)?;
    let own = folder::own_file(folder, &circle.id, &circle.own.device);
    if is_up_to_date(app, &circle, &own)? {
        return Ok(None);
    }
    let sealed = seal(app, &circle, false)?;
    write_own(&own, &sealed)?;
    Ok(Some(view::messages::share::machines(circle.machines.len())))
}
