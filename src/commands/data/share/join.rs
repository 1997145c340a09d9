//! `mentor share join`

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::app::App;
use crate::commands::data::share::compare_keys::{self, Comparison};
use crate::commands::data::share::failure::UNCHANGED;
use crate::commands::data::share::invite::{existing_folder, path_text};
use crate::commands::data::share::outgoing_file::write_file;
use crate::commands::data::share::scope::{self, ScopeArgs};
use crate::commands::data::share::take_bundle::read_file;
use crate::commands::data::share::{circle, own_machines, write_bundle};
use crate::domain::pair::{Pair, PairContext, PairState, Slug};
use crate::domain::person::{Person, Side};
use crate::domain::text::{is_same_name, parse_title, plain_letters};
use crate::domain::timeline::Timeline;
use crate::domain::zone;
use crate::error::{Failure, Result};
use crate::share::device::Device;
use crate::share::folder as share_folder;
use crate::share::invitation::{self, Invitation};
use crate::store::column::instant;
use crate::store::read_tx::ReadTx;
use crate::store::share::circles::{self, Circle};
use crate::store::write_tx::WriteTx;
use crate::store::{pairs, people};
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
        app.read(|tx| find_pair(app, tx, args, &invitation, side))?
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
    let is_joined_pair = known.is_none();
    // In one transaction, so that nobody is left having joined without an answer in the documents.
    let (pair, circle, sealed) = app.write(|app, tx| {
        let pair = match known {
            Some(pair) => {
                tx.leave_no_step();
                pair
            }
            None => add_pair(app, tx, &invitation, side)?,
        };
        let device = circle::load_or_create_device(app, tx)?;
        let circle = Circle {
            is_compared,
            since: since.map(instant),
            folder: folder.as_deref().map(path_text).transpose()?,
            is_joined_pair,
            ..joined_circle(&pair, &device, &invitation, side)
        };
        replace_circle(tx, &circle)?;
        let sealed = write_bundle::seal_in_transaction(app, tx, &pair, &circle, false)?;
        Ok((pair, circle, sealed))
    })?;
    let path = answer_path(args, folder.as_deref(), &pair, &circle);
    write_answer(&pair, &path, &sealed, folder.is_some())?;
    app.ui.status(&format!(
        "You now share `{}` with {who}; anything private stays here",
        pair.slug()
    ))?;
    let shown = path.display();
    app.ui.status(&match folder {
        Some(_) => format!("Wrote your answer to `{shown}`; {who} reads it with `mentor sync`"),
        None => {
            format!("Wrote your answer to `{shown}`; {who} reads it with `mentor share take FILE`")
        }
    })?;
    app.print_record_json(|| view::messages::share::file_json(pair.slug(), &path))
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

fn write_answer(pair: &PairContext, path: &Path, sealed: &[u8], is_in_folder: bool) -> Result<()> {
    let written =
        if is_in_folder { super::sync::write_own(path, sealed) } else { write_file(path, sealed) };
    written.map_err(|failure| {
        failure.hint(format!(
            "you have joined; run `mentor share send {} --unchecked -o FILE` to write your answer to another place",
            pair.slug()
        ))
    })
}

/// Returns where the answer is written.
fn answer_path(
    args: &JoinArgs,
    folder: Option<&Path>,
    pair: &PairContext,
    circle: &Circle,
) -> PathBuf {
    match (folder, &args.output) {
        (Some(folder), _) => share_folder::own_file(folder, &circle.id, &circle.own.device),
        (None, Some(path)) => path.clone(),
        (None, None) => PathBuf::from(format!("for-{}.mentor", pair.slug())),
    }
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
        return Err(Failure::refused(format!(
            "the invitation `{file}` was valid until {}",
            view::messages::share::day(&invitation.until, app.now.style)
        ))
        .data(UNCHANGED)
        .hint(format!("ask {} for a new one", invitation.from)));
    }
    Ok(invitation)
}

/// Finds the local pair to share: the named one, or one with the same people.
fn find_pair(
    app: &App<'_, '_>,
    tx: &ReadTx<'_>,
    args: &JoinArgs,
    invitation: &Invitation,
    side: Side,
) -> Result<Option<PairContext>> {
    let circles = circles::all(tx)?;
    let all = pairs::pairs(tx)?;
    let is_here = |circle: &Circle| all.iter().any(|pair| pair.record.uid == circle.pair);
    let own = circles.iter().find(|it| it.id == invitation.circle && is_here(it));
    if let Some(own) = own {
        let failure = if own.own.device == invitation.card.device {
            Failure::refused("this is your own invitation")
        } else {
            Failure::refused("you have already joined")
                .hint("run `mentor share` to see what you share")
        };
        return Err(failure.data(UNCHANGED));
    }
    let is_free = |pair: &PairContext| {
        let circle = circles.iter().find(|circle| circle.pair == pair.record.uid);
        circle.is_none_or(|circle| circle.partner.is_none())
    };
    match args.with.as_deref().or(app.globals.pair.as_deref()) {
        Some(slug) => named_pair(all, slug, side, is_free).map(Some),
        None => pair_with_inviter(all, invitation, side, is_free),
    }
}

/// Returns the pair that was named; fails if it can't be shared with the inviter.
fn named_pair(
    mut all: Vec<PairContext>,
    slug: &str,
    side: Side,
    is_free: impl Fn(&PairContext) -> bool,
) -> Result<PairContext> {
    let at = all.iter().position(|pair| pair.slug() == slug);
    let at = at.ok_or_else(|| {
        Failure::not_found(format!("no pair `{slug}`"))
            .hint("run `mentor pair list` to see your pairs")
    })?;
    let pair = all.swap_remove(at);
    if pair.user_side() != side {
        return Err(Failure::refused(format!(
            "you are the {} in `{slug}`, and invited as {side}",
            pair.user_side()
        ))
        .data(UNCHANGED));
    }
    if is_free(&pair) {
        Ok(pair)
    } else {
        Err(Failure::refused(format!("`{slug}` is already shared"))
            .data(UNCHANGED)
            .hint(format!("to start over, run `mentor share end {slug}` first")))
    }
}

/// Finds the pair with someone of the inviter's name. `None`: there is none, so joining adds one.
fn pair_with_inviter(
    mut all: Vec<PairContext>,
    invitation: &Invitation,
    side: Side,
    is_free: impl Fn(&PairContext) -> bool,
) -> Result<Option<PairContext>> {
    all.retain(|pair| {
        pair.user_side() == side
            && is_same_name(&pair.partner().name, &invitation.from)
            && pair.record.state != PairState::Ended
    });
    let shared = all.iter().find(|pair| !is_free(pair)).map(|pair| pair.slug().to_owned());
    all.retain(is_free);
    match (all.len(), shared) {
        (0, Some(slug)) => {
            Err(Failure::refused(format!("you already share `{slug}` with {}", invitation.from))
                .data(UNCHANGED)
                .hint(format!("to start over, run `mentor share end {slug}` first")))
        }
        (0 | 1, _) => Ok(all.pop()),
        _ => Err(Failure::refused(format!("you have several pairs with {}", invitation.from))
            .data(UNCHANGED)
            .hint("use `--with PAIR` to say which one to share")),
    }
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

/// Adds the inviter and the pair.
fn add_pair(
    app: &App<'_, '_>,
    tx: &WriteTx<'_>,
    invitation: &Invitation,
    side: Side,
) -> Result<PairContext> {
    let user = if let Some(user) = people::user(tx)? {
        user
    } else {
        let mut user = app.system_user();
        user.name = parse_title("name", &invitation.to)?;
        tx.insert(user)?
    };
    let zone = zone::find_zone(&invitation.zone).unwrap_or(user.zone);
    let name = parse_title("name", &invitation.from)?;
    let partner = tx.insert(Person::new(name, zone, false))?;
    let slug = free_slug(tx, &invitation.from)?;
    let (mentor, mentee) = match side {
        Side::Mentee => (partner, user),
        Side::Mentor => (user, partner),
    };
    let record = tx.insert(Pair {
        slug,
        mentor: mentor.id,
        mentee: mentee.id,
        state: PairState::Active,
        state_on: tx.now.at.with_timezone(&mentor.zone).date_naive(),
        because: None,
        past: Timeline::default(),
    })?;
    let pair = PairContext { record, mentor, mentee };
    tx.add_message(view::records::pair::added_message(&pair));
    Ok(pair)
}

/// Derives a slug from the first name, numbered if it is taken.
fn free_slug(tx: &ReadTx<'_>, name: &str) -> Result<Slug> {
    let first = name.split_whitespace().next().unwrap_or(name);
    let letters = plain_letters(first);
    let letters: String = letters.chars().filter(char::is_ascii_lowercase).take(25).collect();
    let stem = if letters.is_empty() { "pair".to_owned() } else { letters };
    let mut slug = Slug::parse(&stem)?;
    let mut next = 2;
    while pairs::by_slug(tx, slug.as_str())?.is_some() {
        slug = Slug::parse(&format!("{stem}-{next}"))?;
        next += 1;
    }
    Ok(slug)
}
