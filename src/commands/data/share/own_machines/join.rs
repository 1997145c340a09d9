//! `mentor share join` on another machine of the user's own.

use std::path::Path;

use crate::app::App;
use crate::commands::data::share::circle;
use crate::commands::data::share::failure::{UNCHANGED, expired_failure};
use crate::commands::data::share::invite::{existing_folder, path_text};
use crate::commands::data::share::join::{JoinArgs, answer_path, choose_folder, write_answer};
use crate::commands::data::share::own_machines::{ME, compare, exchange, not_compared};
use crate::error::{Failure, Result};
use crate::share::invitation::MachineInvitation;
use crate::share::key_words::key_words;
use crate::store::column::instant;
use crate::store::people;
use crate::store::read_tx::ReadTx;
use crate::store::share::circles::{self, Circle};
use crate::store::share::own_machines::{self, SIDE};
use crate::store::write_tx::WriteTx;
use crate::view;

pub fn run(
    app: &mut App<'_, '_>,
    args: &JoinArgs,
    file: &str,
    invitation: &MachineInvitation,
) -> Result<()> {
    if invitation.until.as_str() < instant(app.now.at).as_str() {
        let subject = format!("the invitation `{file}`");
        return Err(expired_failure(&subject, &invitation.until, app.now.style)
            .hint("write a new one with `mentor share invite me`"));
    }
    let named_folder = args.folder.as_deref().map(|path| existing_folder(app, path)).transpose()?;
    if app.store.exists() {
        app.read(|tx| ensure_joinable(app, tx, invitation))?;
    }
    // One message names all that is missing.
    if !app.can_ask && !args.yes && !args.unchecked {
        return Err(not_compared("--yes --unchecked"));
    }
    let question =
        "Everything in your data file, private records too, comes to this machine. Join?";
    app.confirm_or_fail(args.yes, question, "joining", "Nothing was shared")?;
    let folder = choose_folder(app, args, named_folder, invitation.in_folder)?;
    compare(app, &invitation.card, args.unchecked)?;
    let circle =
        app.write_unrecorded(|app, tx| join_circle(app, tx, invitation, folder.as_deref()))?;
    let sealed = exchange::seal(app, &circle, false)?;
    let default = exchange::DEFAULT_FILE.to_owned();
    let path = answer_path(args, folder.as_deref(), &circle, default);
    write_answer(&path, &sealed, folder.is_some())?;
    let how = if folder.is_some() { "mentor sync" } else { "mentor share take FILE" };
    app.ui.status(&format!(
        "Wrote this machine's answer to `{}`; read it on the other one with `{how}`",
        path.display()
    ))?;
    app.ui.status(&format!("This machine's key: {}", key_words(&circle.own)))?;
    app.print_record_json(|| view::messages::share::file_json(ME, &path))
}

/// Stores the circle of the user's machines, in place of a leftover whose keys are gone.
fn join_circle(
    app: &App<'_, '_>,
    tx: &WriteTx<'_>,
    invitation: &MachineInvitation,
    folder: Option<&Path>,
) -> Result<Circle> {
    // The other machines have the user's record already.
    if let Some(user) = people::user(tx)? {
        tx.delete(user.id)?;
    }
    let device = circle::load_or_create_device(app, tx)?;
    if let Some(known) = circles::find_own(tx)? {
        circles::remove(tx, &known)?;
    }
    let own = device.keys.card(&invitation.circle, SIDE);
    let mut circle = Circle::of_own_machines(invitation.circle.clone(), own);
    circle.machines.push(invitation.card.clone());
    circle.answer_token = Some(invitation.token.clone());
    circle.folder = folder.map(path_text).transpose()?;
    circles::save(tx, &circle)?;
    Ok(circle)
}

/// Fails if this machine is in a circle, or its data file has records: an older copy could bring back what was deleted.
fn ensure_joinable(
    app: &App<'_, '_>,
    tx: &ReadTx<'_>,
    invitation: &MachineInvitation,
) -> Result<()> {
    let known = circles::find_own(tx)?;
    let known = known.filter(|circle| circle::load_device_of(app, tx, circle).is_ok());
    if let Some(known) = known {
        let failure = if known.own.device == invitation.card.device {
            Failure::refused("this machine has written that invitation itself")
        } else if known.id == invitation.circle {
            Failure::refused("this machine has already joined")
                .hint("run `mentor share` to see what you share")
        } else {
            Failure::refused("this machine already belongs to your others")
                .hint("to start over, run `mentor share end me` first")
        };
        return Err(failure.data(UNCHANGED));
    }
    if own_machines::count_records(tx)? <= 1 {
        return Ok(());
    }
    Err(Failure::refused("the data file on this machine has records of its own")
        .data(UNCHANGED)
        .hint("save them with `mentor export -o FILE`, move the data file away and join; then `mentor import FILE` adds them"))
}
