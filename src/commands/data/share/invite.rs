//! `mentor share invite`

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};

use crate::app::App;
use crate::commands::data::share::circle::{self, SharedPairArg};
use crate::commands::data::share::failure::{UNCHANGED, seal_failure};
use crate::commands::data::share::outgoing_file::OutgoingFile;
use crate::commands::data::share::own_machines;
use crate::commands::data::share::scope::{self, ScopeArgs};
use crate::domain::pair::PairContext;
use crate::domain::{dates, text};
use crate::error::{Failure, Result};
use crate::share::device::Device;
use crate::share::hex;
use crate::share::invitation::{DAYS, Invitation, SCHEMA};
use crate::share::seal::{self, DeviceCard};
use crate::store::column::instant;
use crate::store::share::circles::{self, Circle, OpenInvitation};
use crate::view;

/// Invite the other person to share the pair
///
/// Writes an invitation, which contains no records. Send it to them, or put it in a folder you both see; they accept it
/// with `mentor share join`. It is valid for 30 days and can be answered once.
///
/// `me` invites another machine of your own: it gets everything, private records too.
#[derive(Debug, clap::Args)]
pub struct InviteArgs {
    #[command(flatten)]
    pair: SharedPairArg,

    /// Shared folder to sync through
    #[arg(long, value_name = "DIR", conflicts_with = "output")]
    pub folder: Option<PathBuf>,

    /// Write the invitation to this file
    #[arg(long, short = 'o', value_name = "FILE")]
    pub output: Option<PathBuf>,

    #[command(flatten)]
    pub scope: ScopeArgs,
}

pub fn run(app: &mut App<'_, '_>, args: &InviteArgs) -> Result<()> {
    if own_machines::are_meant(app, &args.pair) {
        return own_machines::invite::run(app, args);
    }
    args.pair.name(app);
    let (pair, past) = app.read(|tx| {
        let pair = app.current_pair_for_write(tx)?;
        let known = circles::find_for_pair(tx, &pair.record.uid)?;
        if known.as_ref().is_some_and(|it| it.partner.is_some()) {
            Err(already_shared(circle::partner(&pair), pair.slug()))
        } else if circles::has_partner(tx, &pair)? {
            Err(own_machines::shared_there(&pair))
        } else {
            Ok((pair, known.filter(|it| !it.former.is_empty())))
        }
    })?;
    let folder = args.folder.as_deref().map(|path| existing_folder(app, path)).transpose()?;
    // The pair keeps the folder that it used before the device was forgotten.
    let known_folder = past.as_ref().and_then(|past| past.folder.clone());
    let known_folder = known_folder.map(PathBuf::from).filter(|it| it.is_dir());
    let folder = folder.or(known_folder.filter(|_| args.output.is_none()));
    // If a device was forgotten, the scope of the existing circle stays as it was.
    let since = match &past {
        Some(past) => past.since.clone(),
        None => scope::choose_scope(app, &pair, &args.scope)?.map(instant),
    };
    let path = match (&folder, &args.output) {
        (_, Some(path)) => path.clone(),
        (Some(folder), None) => folder.join(file_name(&pair.user().name)),
        (None, None) => PathBuf::from(file_name(&pair.user().name)),
    };
    let (is_again, file) = app.write_unrecorded(|app, tx| {
        let device = circle::load_or_create_device(app, tx)?;
        let known = circles::find_for_pair(tx, &pair.record.uid)?;
        let is_again = known.as_ref().is_some_and(|it| it.invitation.is_some());
        if let Some(known) = known.filter(|_| past.is_none()) {
            circles::remove(tx, &known)?;
        }
        let mut invitation = new_invitation(&pair, &device, past.as_ref(), tx.now.at)?;
        invitation.in_folder = folder.is_some() && args.output.is_none();
        let folder = folder.as_deref().map(path_text).transpose()?;
        let circle = inviting_circle(&pair, &invitation, past.as_ref());
        let circle = Circle { since, folder: folder.or(circle.folder), ..circle };
        circles::save(tx, &circle)?;
        let text = serde_json::to_string_pretty(&invitation)
            .map_err(|error| Failure::storage(error.to_string()).data(UNCHANGED))?;
        let file = OutgoingFile::create_for(&path, (text + "\n").as_bytes())?;
        Ok((is_again, file))
    })?;
    file.give_name().map_err(|failure| {
        failure.hint("run it again: a new invitation replaces the one that could not be written")
    })?;
    report_written(app, &pair, &path, folder.as_deref(), is_again)?;
    app.print_record_json(|| view::messages::share::file_json(pair.slug(), &path))
}

/// Returns an invitation to a new circle, or to the existing one of a pair whose device was forgotten.
fn new_invitation(
    pair: &PairContext,
    device: &Device,
    past: Option<&Circle>,
    now: DateTime<Utc>,
) -> Result<Invitation> {
    let random = || seal::random_bytes::<16>().map(|bytes| hex(&bytes)).map_err(seal_failure);
    let circle = past.map_or_else(random, |past| Ok(past.id.clone()))?;
    let card = device.keys.card(&circle, pair.user_side());
    Ok(Invitation {
        schema: SCHEMA.to_owned(),
        token: random()?,
        former: past.map(|past| former_devices(past, &card)).unwrap_or_default(),
        card,
        circle,
        from: pair.user().name.clone(),
        zone: pair.user().zone.to_string(),
        to: pair.partner().name.clone(),
        until: instant(now + TimeDelta::days(DAYS)),
        in_folder: false,
    })
}

/// Returns the circle of a pair while its invitation is open. What is known of an earlier circle stays, but not its scope.
fn inviting_circle(pair: &PairContext, invitation: &Invitation, past: Option<&Circle>) -> Circle {
    Circle {
        id: invitation.circle.clone(),
        pair: pair.record.uid.clone(),
        side: pair.user_side().word().to_owned(),
        own: invitation.card.clone(),
        partner: None,
        machines: Vec::new(),
        shared_there: BTreeMap::new(),
        is_compared: false,
        since: None,
        folder: past.and_then(|past| past.folder.clone()),
        invitation: Some(OpenInvitation {
            token: invitation.token.clone(),
            until: invitation.until.clone(),
        }),
        answer_token: None,
        is_joined_pair: false,
        taken: past.map(|past| past.taken.clone()).unwrap_or_default(),
        former: invitation.former.clone(),
        sent_at: None,
        taken_at: past.and_then(|past| past.taken_at.clone()),
    }
}

/// Returns the devices that an invitation lists as former: the forgotten ones, and this one if its keys were lost.
fn former_devices(past: &Circle, own: &DeviceCard) -> Vec<DeviceCard> {
    let lost = Some(&past.own).filter(|card| card.device != own.device);
    past.former.iter().chain(lost).cloned().collect()
}

/// Reports where the invitation is and what to do next.
fn report_written(
    app: &mut App<'_, '_>,
    pair: &PairContext,
    path: &Path,
    folder: Option<&Path>,
    is_again: bool,
) -> Result<()> {
    let who = circle::partner(pair);
    let until = pair.user().day_at(app.now.at + TimeDelta::days(DAYS));
    app.ui.status(&format!(
        "Wrote the invitation to `{}`; {who} accepts it by {} with `mentor share join FILE`",
        path.display(),
        dates::format_day(until, app.now.style.today(pair.user().day_at(app.now.at))),
    ))?;
    if is_again {
        app.ui.note("it replaces your earlier invitation, which can no longer be answered")?;
    }
    if let Some(folder) = folder {
        app.ui.status(&format!(
            "Run `mentor sync` once {who} has joined: it exchanges through `{}`",
            folder.display()
        ))?;
    }
    Ok(())
}

fn already_shared(who: &str, slug: &str) -> Failure {
    Failure::refused(format!("you already share `{slug}` with {who}"))
        .data(UNCHANGED)
        .hint(format!("run `mentor share send {slug}` to send changes"))
        .hint(format!("to start over, run `mentor share end {slug}` first"))
}

/// Names the invitation after the first name: `join-sam.mentor`.
fn file_name(name: &str) -> String {
    let first = name.split_whitespace().next().unwrap_or(name);
    let letters = text::plain_letters(first);
    let letters: String = letters.chars().filter(char::is_ascii_alphanumeric).collect();
    if letters.is_empty() { "join-me.mentor".to_owned() } else { format!("join-{letters}.mentor") }
}

/// Returns the absolute path of an existing folder, since the next run may have another current folder.
pub fn existing_folder(app: &App<'_, '_>, path: &Path) -> Result<PathBuf> {
    let whole = app.environment.absolute_path(path);
    if whole.is_dir() {
        Ok(whole)
    } else {
        Err(Failure::storage(format!("`{}` is not a folder", path.display()))
            .data(UNCHANGED)
            .hint("make it first, or name another one"))
    }
}

pub fn path_text(path: &Path) -> Result<String> {
    let text = path.to_str().map(str::to_owned);
    text.ok_or_else(|| {
        Failure::refused(format!("the name of `{}` is not UTF-8", path.display())).data(UNCHANGED)
    })
}
