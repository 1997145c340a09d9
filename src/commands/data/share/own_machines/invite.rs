//! `mentor share invite me`

use std::path::{Path, PathBuf};

use chrono::TimeDelta;

use crate::app::App;
use crate::commands::data::share::circle;
use crate::commands::data::share::failure::{UNCHANGED, seal_failure};
use crate::commands::data::share::invite::{InviteArgs, existing_folder, path_text};
use crate::commands::data::share::outgoing_file::OutgoingFile;
use crate::commands::data::share::own_machines::ME;
use crate::domain::dates;
use crate::error::{Failure, Result};
use crate::share::hex;
use crate::share::invitation::{DAYS, MACHINE_SCHEMA, MachineInvitation};
use crate::share::key_words::key_words;
use crate::share::seal::{self, DeviceCard};
use crate::store::column::instant;
use crate::store::share::circles::{self, Circle, OpenInvitation};
use crate::store::share::own_machines::SIDE;
use crate::store::write_tx::WriteTx;
use crate::view;

pub fn run(app: &mut App<'_, '_>, args: &InviteArgs) -> Result<()> {
    if args.scope.since.is_some() {
        return Err(Failure::refused("your own machines get everything")
            .data(UNCHANGED)
            .hint("leave `--since` out"));
    }
    let user = app.read(|tx| app.user(tx))?;
    let user = user.ok_or_else(|| {
        Failure::refused("there is nothing in this data file yet")
            .data(UNCHANGED)
            .hint("on the machine with your records, run `mentor share invite me`")
    })?;
    let folder = args.folder.as_deref().map(|path| existing_folder(app, path)).transpose()?;
    let folder_text = folder.as_deref().map(path_text).transpose()?;
    let file = PathBuf::from("join-me.mentor");
    let path = match (&folder, &args.output) {
        (_, Some(path)) => path.clone(),
        (Some(folder), None) => folder.join(file),
        (None, None) => file,
    };
    let (card, written) = app.write_unrecorded(|app, tx| {
        let device = circle::load_or_create_device(app, tx)?;
        let mut circle = known_or_new_circle(app, tx, |id| device.keys.card(id, SIDE))?;
        let token = hex(&seal::random_bytes::<16>().map_err(seal_failure)?);
        let until = instant(tx.now.at + TimeDelta::days(DAYS));
        circle.invitation = Some(OpenInvitation { token: token.clone(), until: until.clone() });
        circle.folder = folder_text.clone().or(circle.folder);
        circles::save(tx, &circle)?;
        let invitation = MachineInvitation {
            schema: MACHINE_SCHEMA.to_owned(),
            circle: circle.id.clone(),
            token,
            card: circle.own.clone(),
            until,
            in_folder: folder.is_some() && args.output.is_none(),
        };
        let text = serde_json::to_string_pretty(&invitation)
            .map_err(|error| Failure::storage(error.to_string()).data(UNCHANGED))?;
        let file = OutgoingFile::create_for(&path, (text + "\n").as_bytes())?;
        Ok((circle.own, file))
    })?;
    written.give_name()?;
    let until = user.day_at(app.now.at + TimeDelta::days(DAYS));
    report_written(
        app,
        &path,
        &dates::format_day(until, app.now.style.today(user.day_at(app.now.at))),
        &card,
        folder.is_some(),
    )?;
    app.print_record_json(|| view::messages::share::file_json(ME, &path))
}

/// Returns the circle of this machine's keys; one whose keys are lost is replaced.
fn known_or_new_circle(
    app: &App<'_, '_>,
    tx: &WriteTx<'_>,
    card: impl FnOnce(&str) -> DeviceCard,
) -> Result<Circle> {
    if let Some(known) = circles::find_own(tx)? {
        if circle::load_device_of(app, tx, &known).is_ok() {
            return Ok(known);
        }
        circles::remove(tx, &known)?;
    }
    let id = hex(&seal::random_bytes::<16>().map_err(seal_failure)?);
    let own = card(&id);
    Ok(Circle::of_own_machines(id, own))
}

fn report_written(
    app: &mut App<'_, '_>,
    path: &Path,
    until: &str,
    card: &DeviceCard,
    has_folder: bool,
) -> Result<()> {
    app.ui.status(&format!(
        "Wrote the invitation to `{}`; on your other machine, accept it by {until} with `mentor share join FILE`",
        path.display()
    ))?;
    app.ui.status(&format!("This machine's key: {}", key_words(card)))?;
    app.ui.status(if has_folder {
        "Run `mentor sync` here once the other machine has joined"
    } else {
        "Read its answer with `mentor share take FILE`"
    })
}
