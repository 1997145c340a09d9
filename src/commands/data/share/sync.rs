//! `mentor sync`: takes from the shared folders, then writes this device's file if it has news.

use std::path::{Path, PathBuf};

use crate::app::App;
use crate::commands::data::share::failure::UNCHANGED;
use crate::commands::data::share::invite::{existing_folder, path_text};
use crate::commands::data::share::take_bundle::{self, TakeOptions, TakeOutcome, TakenFiles};
use crate::commands::data::share::{circle, compare_keys, own_machines, take, write_bundle};
use crate::domain::pair::PairContext;
use crate::error::{Failure, FailureKind, Result};
use crate::share::{bundle, folder};
use crate::store::share::circles::{self, Circle};
use crate::store::share::{bundle_body, undecided};

#[derive(Debug, clap::Args)]
pub struct SyncArgs {
    /// Sync through this folder from now on
    #[arg(long, value_name = "DIR")]
    folder: Option<PathBuf>,

    /// Exchange before the words of the keys are compared
    #[arg(long)]
    unchecked: bool,

    /// Don't ask, however much it changes
    #[arg(long, short)]
    yes: bool,
}

pub fn run(app: &mut App<'_, '_>, args: &SyncArgs) -> Result<()> {
    if let Some(folder) = &args.folder {
        set_folder(app, folder)?;
    }
    let is_of_machines = app.globals.pair.as_deref() == Some(own_machines::ME);
    let shared =
        if is_of_machines { Vec::new() } else { app.read(|tx| circle::shared_pairs(app, tx))? };
    let machines = if is_of_machines || app.globals.pair.is_none() {
        own_machines::find_circle(app)?
    } else {
        None
    };
    let machines =
        machines.and_then(|circle| Some((circle.folder.clone().map(PathBuf::from)?, circle)));
    // `me` is no pair.
    app.globals.pair.take_if(|_| is_of_machines);
    let first = shared.first().map(|(pair, _)| pair.slug().to_owned());
    let with_folder: Vec<(PairContext, Circle, PathBuf)> = shared
        .into_iter()
        .filter_map(|(pair, circle)| {
            let folder = circle.folder.clone().map(PathBuf::from)?;
            Some((pair, circle, folder))
        })
        .collect();
    if with_folder.is_empty() && machines.is_none() {
        let failure = Failure::refused("no pair is shared through a folder");
        return Err(match first {
            Some(slug) => {
                failure.hint(format!("run `mentor sync -p {slug} --folder DIR` to begin"))
            }
            None => failure.hint("run `mentor share invite PAIR --folder DIR` to begin"),
        }
        .hint("without a folder, use `mentor share send` and `mentor share take`"));
    }
    let (mut taken, mut sent) = (TakenFiles::default(), Vec::new());
    let done = sync_all(app, &with_folder, machines.as_ref(), args, &mut taken, &mut sent);
    // Report what was taken even if sending failed.
    if !taken.is_empty() || app.ui.json {
        take::show(app, &taken, false)?;
    }
    for who in sent {
        app.ui.status(&format!("Sent your changes to {who}"))?;
    }
    done
}

/// Syncs the pairs between reading what the user's other machines have written and writing for them, so that changes pass
/// on in both directions at once.
fn sync_all(
    app: &mut App<'_, '_>,
    pairs: &[(PairContext, Circle, PathBuf)],
    machines: Option<&(PathBuf, Circle)>,
    args: &SyncArgs,
    taken: &mut TakenFiles,
    sent: &mut Vec<String>,
) -> Result<()> {
    let mut unanswered = None;
    if let Some((folder, circle)) = machines {
        ensure_folder(folder, "your own machines", own_machines::ME)?;
        unanswered = take_all(app, circle, folder, args, taken)?;
    }
    for shared in pairs {
        sync_pair(app, shared, args, taken, sent)?;
    }
    if let Some((folder, circle)) = machines {
        sent.extend(own_machines::exchange::send_news(app, circle, folder)?);
    }
    unanswered.map_or(Ok(()), Err)
}

/// Fails if the folder of a circle is not there. `circle`: how `-p` names it.
fn ensure_folder(folder: &Path, owner: &str, circle: &str) -> Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    Err(Failure::storage(format!("can't find the folder `{}` of {owner}", folder.display()))
        .data(UNCHANGED)
        .hint("is it mounted, and has your sync tool run?")
        .hint(format!("if it has moved, run `mentor sync -p {circle} --folder DIR`")))
}

fn sync_pair(
    app: &mut App<'_, '_>,
    (pair, circle, folder): &(PairContext, Circle, PathBuf),
    args: &SyncArgs,
    taken: &mut TakenFiles,
    sent: &mut Vec<String>,
) -> Result<()> {
    ensure_folder(folder, &format!("`{}`", pair.slug()), pair.slug())?;
    let undecided = app.read(|tx| Ok(undecided::undecided(tx, pair)?))?;
    if !undecided.is_empty() && circle.partner.is_some() {
        // Recorded first, so that the other side's version in a conflict is taken again in this run.
        write_bundle::publish(app, pair, circle)?;
    }
    let unanswered = take_all(app, circle, folder, args, taken)?;
    sent.extend(send_news(app, pair, circle, folder, args)?);
    unanswered.map_or(Ok(()), Err)
}

/// Changes the folder of a shared pair.
fn set_folder(app: &mut App<'_, '_>, folder: &Path) -> Result<()> {
    let folder = path_text(&existing_folder(app, folder)?)?;
    let mut circle = if app.globals.pair.as_deref() == Some(own_machines::ME) {
        own_machines::load_circle(app)?
    } else {
        app.read(|tx| circle::shared_pair(app, tx))?.1
    };
    circle.folder = Some(folder);
    app.write_unrecorded(|_, tx| Ok(circles::save(tx, &circle)?))
}

/// Takes every bundle in the folder, this device's own first: the data file may have been restored since. Returns the first
/// failure that needs an answer.
fn take_all(
    app: &mut App<'_, '_>,
    circle: &Circle,
    folder: &Path,
    args: &SyncArgs,
    taken: &mut TakenFiles,
) -> Result<Option<Failure>> {
    let own = folder::own_file(folder, &circle.id, &circle.own.device);
    let unreadable = |error: std::io::Error| {
        Failure::storage(format!("can't read the folder `{}`: {error}", folder.display()))
            .data(UNCHANGED)
    };
    let mut files = folder::bundles(folder, &circle.id).map_err(unreadable)?;
    files.sort_by_key(|file| *file != own);
    let options = TakeOptions {
        is_dry_run: false,
        yes: args.yes,
        is_unchecked: args.unchecked,
        folder_of: Some(&circle.id),
    };
    let mut unanswered = None;
    for file in files {
        match take_file(app, &file, options, taken) {
            Ok(()) => {}
            // A bundle that is refused must not block the others.
            Err(failure) if failure.kind == FailureKind::Refused => {
                app.ui.note(&format!("skipped: {}", failure.message))?;
            }
            // Neither must one that needs confirmation, and local changes are still sent.
            Err(failure)
                if matches!(failure.kind, FailureKind::AnswerNeeded | FailureKind::Declined) =>
            {
                unanswered.get_or_insert(failure);
            }
            Err(failure) => return Err(failure),
        }
    }
    Ok(unanswered)
}

/// Takes one file of the folder, and remembers what is new in it.
fn take_file(
    app: &mut App<'_, '_>,
    file: &Path,
    options: TakeOptions<'_>,
    taken: &mut TakenFiles,
) -> Result<()> {
    let bytes = match take_bundle::read_file(file) {
        Ok(bytes) => bytes,
        Err(failure) => return app.ui.note(&format!("waiting: {}", failure.message)),
    };
    match take_bundle::take_bytes(app, &file.display().to_string(), &bytes, options)? {
        TakeOutcome::Taken(one) => {
            take::greet(app, &one)?;
            let is_news = one.report.as_ref().is_some_and(|report| {
                !report.items.is_empty()
                    || !report.foreign.is_empty()
                    || !report.open.is_empty()
                    || !report.requests.is_empty()
            });
            if is_news {
                taken.of_partners.push(*one);
            }
        }
        TakeOutcome::OfOwnMachine(one) => {
            if !one.lines.is_empty() || !one.hidden.is_empty() {
                taken.of_machines.push(*one);
            }
        }
        TakeOutcome::NothingNew => {}
        TakeOutcome::NotWhole(failure) => {
            app.ui.note(&format!("waiting: {}", failure.message))?;
        }
    }
    Ok(())
}

/// Rewrites this device's file in the folder if there is something new for the other side.
fn send_news(
    app: &mut App<'_, '_>,
    pair: &PairContext,
    circle: &Circle,
    folder: &Path,
    args: &SyncArgs,
) -> Result<Option<String>> {
    let found = app.read(|tx| Ok(circles::find_for_pair(tx, &pair.record.uid)?))?;
    let Some(circle) = found.filter(|found| found.id == circle.id) else {
        return Ok(None);
    };
    if circle.partner.is_none() {
        return Ok(None);
    }
    compare_keys::ensure_compared(app, pair, &circle, args.unchecked)?;
    write_bundle::publish(app, pair, &circle)?;
    let own = folder::own_file(folder, &circle.id, &circle.own.device);
    if is_up_to_date(app, &circle, &own)? {
        return Ok(None);
    }
    let sealed = write_bundle::seal_bundle(app, pair, &circle, false)?;
    write_own(&own, &sealed)?;
    Ok(Some(circle::partner(pair).to_owned()))
}

/// Whether this device's file in the folder has everything that the documents have, for every device that may read it. A
/// bundle sent by file meanwhile is not in the folder.
pub fn is_up_to_date(app: &App<'_, '_>, circle: &Circle, path: &Path) -> Result<bool> {
    let Ok(bytes) = folder::read(path) else {
        return Ok(false);
    };
    app.read(|tx| {
        let device = circle::load_device_of(app, tx, circle)?;
        let Ok(opened) = bundle::open(&bytes, &device.keys) else {
            return Ok(false);
        };
        let Ok(body) = opened.body(&circle.own) else {
            return Ok(false);
        };
        let head = &opened.head;
        let readers = circle.readers().map(|card| &card.device);
        Ok(readers.eq(&head.readers) && bundle_body::is_current(tx, circle, head.number, &body)?)
    })
}

pub fn write_own(path: &Path, bytes: &[u8]) -> Result<()> {
    folder::write(path, bytes).map_err(|error| {
        Failure::storage(format!("can't write `{}`: {error}", path.display()))
            .data("your changes are saved; they go out with the next `mentor sync`")
    })
}
