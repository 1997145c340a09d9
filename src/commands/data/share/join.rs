//! `mentor share join`

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use crate::app::App;
use crate::commands::data::share::compare_keys::{self, Comparison};
use crate::commands::data::share::failure::{UNCHANGED, expired_failure};
use crate::commands::data::share::invite::{existing_folder, path_text};
use crate::commands::data::share::joined_pair::{add_pair, find_pair};
use crate::commands::data::share::outgoing_file::write_file;
use crate::commands::data::share::scope::{self, ScopeArgs};
use crate::commands::data::share::sync::write_own;
use crate::commands::data::share::take_bundle::read_file;
use crate::commands::data::share::{circle, own_machines, write_bundle};
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::text::is_same_name;
use crate::error::{Failure, Result};
use crate::share::device::Device;
use crate::share::folder as share_folder;
use crate::share::invitation::{self, Invitation};
use crate::store::column::instant;
use crate::store::share::circles::{self, Circle};
use crate::store::write_tx::WriteTx;
use crate::view;

/// Accept an invitation and answer it
///
/// Adds the pair, unless you have it already, and writes your answer: a file to send back, or one in the folder you share.
#[derive(Debug, clap::Args)]
pub struct JoinArgs {
    /// Invitation
    #[arg(value_name = "FILE")]
    pub file: PathBuf,

    /// Pair to share, instead of adding a new one
    #[arg(long, value_name = "PAIR", id = "joined_pair")]
    with: Option<String>,

    /// Shared folder to sync through
    #[arg(long, value_name = "DIR", conflicts_with = "output")]
    pub folder: Option<PathBuf>,

    /// Write the answer to this file
    #[arg(long, short = 'o', value_name = "FILE")]
    pub output: Option<PathBuf>,

    #[command(flatten)]
    scope: ScopeArgs,

    /// Don't ask whether to join
    #[arg(long, short)]
    pub yes: bool,

    /// Join before the words of the keys are compared
    #[arg(long)]
    pub unchecked: bool,
}

pub fn run(app: &mut App<'_, '_>, args: &JoinArgs) -> Result<()> {
    let bytes = read_file(&args.file)?;
    let text = std::str::from_utf8(&bytes).unwrap_or_default();
    if let Some(invitation) = invitation::read_for_machine(text) {
        let file = args.file.display().to_string();
        return own_machines::join::run(app, args, &file, &invitation);
    }
    let invitation = read_invitation(app, &args.file, bytes)?;
    let side = invitation.card.side().unwrap_or(Side::Mentor).other();
    let named_folder = args.folder.as_deref().map(|path| existing_folder(app, path)).transpose()?;
    let known = if app.store.exists() {
        app.read(|tx| find_pair(app, tx, args.with.as_deref(), &invitation, side))?
    } else {
        None
    };
    let inviter = &invitation.from;
    let who = inviter.split_whitespace().next().unwrap_or(inviter).to_owned();
    ensure_words_can_be_compared(app, args, &who)?;
    confirm_join(app, args.yes, &invitation, side, known.as_ref())?;
    let folder = choose_folder(app, args, named_folder, invitation.in_folder)?;
    let since = match &known {
        Some(pair) => scope::choose_scope(app, pair, &args.scope)?,
        None => None,
    };
    let is_compared = compare(app, args, &invitation, &who)?;
    let choices = JoinChoices { known, folder, since, is_compared };
    let (pair, circle, sealed) = store(app, &invitation, side, &choices)?;
    let default = format!("for-{}.mentor", pair.slug());
    let folder = choices.folder.as_deref();
    let path = answer_path(args, folder, &circle, default);
    write_answer(&path, &sealed, folder.is_some()).map_err(|failure| {
        failure.hint(format!(
            "you have joined; run `mentor share send {} --unchecked -o FILE` to write your answer to another place",
            pair.slug()
        ))
    })?;
    app.ui.status(&format!(
        "You now share `{}` with {who}; anything private stays here",
        pair.slug()
    ))?;
    let how = if folder.is_some() { "mentor sync" } else { "mentor share take FILE" };
    app.ui.status(&format!(
        "Wrote your answer to `{}`; {who} reads it with `{how}`",
        path.display()
    ))?;
    app.print_record_json(|| view::messages::share::file_json(pair.slug(), &path))
}

/// What the user chose about joining.
struct JoinChoices {
    /// The pair to share; `None`: joining adds one.
    known: Option<PairContext>,
    /// The folder to sync through.
    folder: Option<PathBuf>,
    since: Option<DateTime<Utc>>,
    /// Whether the words of the inviter's key were compared.
    is_compared: bool,
}

/// Stores the pair and its circle, and seals the answer in the same transaction, so that nobody is left having joined
/// without an answer in the documents.
fn store(
    app: &mut App<'_, '_>,
    invitation: &Invitation,
    side: Side,
    choices: &JoinChoices,
) -> Result<(PairContext, Circle, Vec<u8>)> {
    app.write(|app, tx| {
        let pair = match &choices.known {
            Some(pair) => {
                tx.leave_no_step();
                pair.clone()
            }
            None => add_pair(app, tx, invitation, side)?,
        };
        let device = circle::load_or_create_device(app, tx)?;
        let circle = Circle {
            is_compared: choices.is_compared,
            since: choices.since.map(instant),
            folder: choices.folder.as_deref().map(path_text).transpose()?,
            is_joined_pair: choices.known.is_none(),
            ..joined_circle(&pair, &device, invitation, side)
        };
        replace_circle(tx, &circle)?;
        let sealed = write_bundle::seal_in_transaction(app, tx, &pair, &circle, false)?;
        Ok((pair, circle, sealed))
    })
}

/// Fails if nobody can be asked whether the words of the inviter's key are the right ones.
fn ensure_words_can_be_compared(app: &App<'_, '_>, args: &JoinArgs, who: &str) -> Result<()> {
    if app.can_ask || args.unchecked {
        return Ok(());
    }
    let options = if args.yes { "--unchecked" } else { "--yes --unchecked" };
    Err(Failure::answer_needed(format!(
        "the words of {who}'s key have to be compared on a terminal"
    ))
    .data(UNCHANGED)
    .hint(format!(
        "use `{options}` to join first and compare them later with `mentor share words`"
    )))
}

/// Returns the folder to sync through: the named one or, if the user agrees, the one in which the inviter put the
/// invitation. Nobody is taken to agree who can't be asked: the invitation may have been copied out of that folder.
pub fn choose_folder(
    app: &mut App<'_, '_>,
    args: &JoinArgs,
    named: Option<PathBuf>,
    in_folder: bool,
) -> Result<Option<PathBuf>> {
    if named.is_some() || !in_folder || args.output.is_some() || !app.can_ask {
        return Ok(named);
    }
    let parent = args.file.parent().filter(|parent| !parent.as_os_str().is_empty());
    let folder = existing_folder(app, parent.unwrap_or(Path::new(".")))?;
    let question = format!("Sync through `{}`, where the invitation is?", folder.display());
    Ok(app.prompter.confirm(&question, true)?.then_some(folder))
}

/// Asks whether to join, and whether a pair with someone of another name is to be shared with the inviter.
fn confirm_join(
    app: &mut App<'_, '_>,
    yes: bool,
    invitation: &Invitation,
    side: Side,
    known: Option<&PairContext>,
) -> Result<()> {
    let inviter = &invitation.from;
    let question = format!("{inviter} invites you, {}, as {side}. Join?", invitation.to);
    app.confirm_or_fail(yes, &question, "joining", "Nothing was shared")?;
    let Some(pair) = known.filter(|pair| !is_same_name(&pair.partner().name, inviter)) else {
        return Ok(());
    };
    let (slug, name) = (pair.slug(), &pair.partner().name);
    app.confirm_or_fail(
        false,
        &format!("`{slug}` is with {name}. Share it with {inviter}?"),
        &format!("sharing what you wrote with {name} with {inviter}"),
        "Nothing was shared",
    )
}

/// Returns the circle of a pair after joining, without what the user chose.
fn joined_circle(
    pair: &PairContext,
    device: &Device,
    invitation: &Invitation,
    side: Side,
) -> Circle {
    Circle {
        id: invitation.circle.clone(),
        pair: pair.record.uid.clone(),
        side: side.word().to_owned(),
        own: device.keys.card(&invitation.circle, side),
        partner: Some(invitation.card.clone()),
        machines: Vec::new(),
        shared_there: BTreeMap::new(),
        is_compared: false,
        since: None,
        folder: None,
        invitation: None,
        answer_token: Some(invitation.token.clone()),
        is_joined_pair: false,
        taken: BTreeMap::new(),
        former: invitation.former.clone(),
        sent_at: None,
        taken_at: None,
    }
}

/// Saves a circle in place of an unanswered one of its pair, and of a leftover with its identity whose pair was removed by
/// undo.
fn replace_circle(tx: &WriteTx<'_>, circle: &Circle) -> Result<()> {
    for known in circles::all(tx)? {
        if known.pair == circle.pair || known.id == circle.id {
            circles::remove(tx, &known)?;
        }
    }
    Ok(circles::save(tx, circle)?)
}

/// Returns where the answer is written: in the folder to sync through, to the file that was named, or to `default`.
pub fn answer_path(
    args: &JoinArgs,
    folder: Option<&Path>,
    circle: &Circle,
    default: String,
) -> PathBuf {
    match (folder, &args.output) {
        (Some(folder), _) => share_folder::own_file(folder, &circle.id, &circle.own.device),
        (None, Some(path)) => path.clone(),
        (None, None) => PathBuf::from(default),
    }
}

pub fn write_answer(path: &Path, sealed: &[u8], is_in_folder: bool) -> Result<()> {
    if is_in_folder { write_own(path, sealed) } else { write_file(path, sealed) }
}

fn read_invitation(app: &App<'_, '_>, path: &Path, bytes: Vec<u8>) -> Result<Invitation> {
    let file = path.display();
    let no_invitation = || {
        Failure::refused(format!("`{file}` is not an invitation"))
            .data(UNCHANGED)
            .hint("run `mentor share take FILE` to read a file of `mentor share send`")
    };
    let is_short = u64::try_from(bytes.len()).is_ok_and(|length| length <= invitation::MAX_BYTES);
    let text = String::from_utf8(bytes).ok().filter(|_| is_short);
    let text = text.ok_or_else(no_invitation)?;
    let invitation = invitation::read(&text).map_err(|newer| match newer {
        Some(version) => Failure::refused(format!(
            "`{file}` needs a newer mentor (invitation {version}; this one reads 1)"
        ))
        .data(UNCHANGED)
        .hint("update mentor"),
        None => no_invitation(),
    })?;
    if invitation.until.as_str() < instant(app.now.at).as_str() {
        let subject = format!("the invitation `{file}`");
        return Err(expired_failure(&subject, &invitation.until, app.now.style)
            .hint(format!("ask {} for a new one", invitation.from)));
    }
    Ok(invitation)
}

/// Asks to compare the words of the inviter's key. Without a terminal, fails unless `--unchecked` was given.
fn compare(
    app: &mut App<'_, '_>,
    args: &JoinArgs,
    invitation: &Invitation,
    who: &str,
) -> Result<bool> {
    if args.unchecked {
        return Ok(false);
    }
    match compare_keys::ask_words(app, who, &invitation.card)? {
        Comparison::Match => Ok(true),
        Comparison::Later => Ok(false),
        Comparison::Differ => Err(compare_keys::words_differ(who)),
    }
}
