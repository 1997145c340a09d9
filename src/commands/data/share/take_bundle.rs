//! Takes a bundle, for `take` and `sync`.

use std::path::Path;

use crate::app::App;
use crate::commands::data::share::circle;
use crate::commands::data::share::failure::{UNCHANGED, bundle_failure, expired_failure};
use crate::commands::data::share::own_machines;
use crate::commands::data::share::partner_bundle::PartnerBundle;
use crate::domain::pair::PairContext;
use crate::error::{Failure, FailureKind, Result};
use crate::share::bundle::{self, BundleError, BundleHead, OpenedBundle};
use crate::share::device::Device;
use crate::share::folder;
use crate::share::seal::{self, DeviceCard, SealError};
use crate::store::column::instant;
use crate::store::share::circles::{self, Circle};
use crate::store::share::deletion::OwnWords;
use crate::store::share::publishing;
use crate::store::share::take::TakeReport;
use crate::view::messages::share::{OwnTakenText, OwnWordsText};

/// The result of reading a bundle.
#[derive(Debug)]
pub enum TakeOutcome {
    Taken(Box<TakenFile>),
    /// Another machine of the user's own wrote the file.
    OfOwnMachine(Box<OwnTakenText>),
    /// In a folder: the file belongs to another circle, or everything in it was taken before.
    NothingNew,
    /// The file is still being copied, or is damaged.
    NotWhole(Failure),
}

/// A bundle that was read, whether it had anything new or not.
#[derive(Debug)]
pub struct TakenFile {
    pub file: String,
    pub pair: PairContext,
    pub made_at: String,
    /// `None`: the bundle is older than one already taken from the same device.
    pub report: Option<TakeReport>,
    pub number: u64,
    pub newest: u64,
    /// Whether the bundle answers the invitation.
    pub has_joined: bool,
    /// Whether this device wrote the bundle.
    pub is_own: bool,
    /// The draft with this side's text from records that were deleted.
    pub draft: Option<String>,
}

/// What was read from several files.
#[derive(Debug, Default)]
pub struct TakenFiles {
    pub of_partners: Vec<TakenFile>,
    pub of_machines: Vec<OwnTakenText>,
}

impl TakenFiles {
    pub fn is_empty(&self) -> bool {
        self.of_partners.is_empty() && self.of_machines.is_empty()
    }
}

/// How to take a bundle.
#[derive(Clone, Copy, Debug, Default)]
pub struct TakeOptions<'c> {
    pub is_dry_run: bool,
    pub yes: bool,
    /// Whether a machine of the user's own may join before the words of its key are compared.
    pub is_unchecked: bool,
    /// The circle whose folder is being read: files of other circles and files without news are skipped silently.
    pub folder_of: Option<&'c str>,
}

/// Reads a file that the user named; one byte past the size limit at most.
pub fn read_file(path: &Path) -> Result<Vec<u8>> {
    folder::read(path).map_err(|error| {
        let file = path.display();
        let failure = match error.kind() {
            std::io::ErrorKind::NotFound => Failure::storage(format!("there is no file `{file}`")),
            _ => Failure::storage(format!("can't read `{file}`: {error}")),
        };
        failure.data(UNCHANGED)
    })
}

fn ensure_sealed(bytes: &[u8], file: &str) -> Result<()> {
    if seal::is_sealed(bytes) {
        return Ok(());
    }
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let error =
        if size > bundle::MAX_FILE_BYTES { BundleError::TooLarge } else { BundleError::NotABundle };
    Err(bundle_failure(error, file, None))
}

fn load_device_to_take(app: &App<'_, '_>) -> Result<Device> {
    let loaded = app.read(|tx| circle::load_device(app, tx));
    loaded.map_err(|failure| match failure.kind {
        FailureKind::Refused => Failure::refused("nothing is shared from this data file yet")
            .data(UNCHANGED)
            .hint("accept an invitation with `mentor share join FILE`, or invite with `mentor share invite PAIR`"),
        _ => failure,
    })
}

/// Finds the pair that a bundle belongs to. `None`: it belongs to another pair that shares the folder.
fn find_circle(
    app: &App<'_, '_>,
    head: &BundleHead,
    file: &str,
    options: TakeOptions<'_>,
) -> Result<Option<(PairContext, Circle)>> {
    if options.folder_of.is_some_and(|circle| circle != head.circle) {
        return Ok(None);
    }
    let mut shared = app.read(|tx| circle::shared_pairs(app, tx))?.into_iter();
    let found = shared.find(|(_, circle)| circle.id == head.circle);
    let found = found.ok_or_else(|| {
        Failure::refused(format!("`{file}` belongs to a pair that you have not joined"))
            .data(UNCHANGED)
            .hint("accept the invitation with `mentor share join FILE`")
            .hint("if you invited them more than once, only the newest invitation can be answered: send that one again")
    });
    found.map(Some)
}

/// Guesses who sent a bundle that can't be opened: the partner of the folder's pair, or of the only shared pair.
fn likely_sender(app: &App<'_, '_>, options: TakeOptions<'_>) -> Result<Option<String>> {
    let mut shared = app.read(|tx| circle::shared_pairs(app, tx))?;
    if let Some(folder_of) = options.folder_of {
        shared.retain(|(_, circle)| circle.id == folder_of);
    }
    Ok(match shared.as_slice() {
        [(pair, _)] => Some(circle::partner(pair).to_owned()),
        _ => None,
    })
}

/// Returns the card of the device that signed a bundle, and whether it answers the invitation.
fn sender_card(
    app: &App<'_, '_>,
    opened: &OpenedBundle,
    circle: &Circle,
    file: &str,
    who: &str,
) -> Result<(DeviceCard, bool)> {
    let head = &opened.head;
    if let Some(card) = circle.card(&head.device) {
        return Ok((card.clone(), false));
    }
    if circle.is_former(&head.device) {
        return Err(Failure::refused(format!(
            "`{file}` comes from a machine of {who}'s that was forgotten"
        ))
        .data(UNCHANGED)
        .hint(format!(
            "ask {who} which machine is in use; another one joins with a new invitation"
        )));
    }
    let unknown = || {
        Failure::refused(format!(
            "`{file}` comes from a device that {who} has not introduced"
        ))
        .data(UNCHANGED)
        .hint(format!("if {who} has lost the keys, start over with `mentor share end PAIR` and a new invitation"))
    };
    let invitation = circle.invitation.as_ref().filter(|_| circle.partner.is_none());
    let (Some(joins), Some(invitation)) = (&head.joins, invitation) else {
        return Err(unknown());
    };
    let is_answer = joins.token == invitation.token
        && joins.card.is_sound(&circle.id)
        && joins.card.device == head.device
        && joins.card.side() == Some(circle.side().other());
    if !is_answer {
        return Err(unknown());
    }
    if invitation.until.as_str() < instant(app.now.at).as_str() {
        let subject = format!("the invitation that `{file}` answers");
        Err(expired_failure(&subject, &invitation.until, app.now.style)
            .hint("invite again with `mentor share invite PAIR`"))
    } else {
        Ok((joins.card.clone(), true))
    }
}

/// Sorts out a bundle that can't be opened: an incomplete one may still be arriving and is no failure.
fn report_unopened(
    app: &mut App<'_, '_>,
    error: BundleError,
    file: &str,
    options: TakeOptions<'_>,
) -> Result<TakeOutcome> {
    let is_not_whole = matches!(error, BundleError::Seal(SealError::Damaged));
    let who = likely_sender(app, options)?;
    let failure = bundle_failure(error, file, who.as_deref());
    if is_not_whole { Ok(TakeOutcome::NotWhole(failure)) } else { Err(failure) }
}

/// Takes a bundle completely or not at all, as one undo step.
pub fn take_bytes(
    app: &mut App<'_, '_>,
    file: &str,
    bytes: &[u8],
    options: TakeOptions<'_>,
) -> Result<TakeOutcome> {
    ensure_sealed(bytes, file)?;
    let device = load_device_to_take(app)?;
    let opened = match bundle::open(bytes, &device.keys) {
        Ok(opened) => opened,
        Err(error) => return report_unopened(app, error, file, options),
    };
    if let Some(circle) = own_machines::take::find_circle(app, &opened.head, options)? {
        return own_machines::take::take(app, file, &opened, circle, options);
    }
    let Some((pair, mut circle)) = find_circle(app, &opened.head, file, options)? else {
        return Ok(TakeOutcome::NothingNew);
    };
    if options.folder_of.is_some() && is_refused_already(app, &opened.head, &mut circle)? {
        return Ok(TakeOutcome::NothingNew);
    }
    take_opened(app, file, &opened, (pair, circle), options)
}

/// Whether a file comes from a forgotten device and was refused before. It stays in the folder, so it is refused once and
/// then skipped.
fn is_refused_already(
    app: &mut App<'_, '_>,
    head: &BundleHead,
    circle: &mut Circle,
) -> Result<bool> {
    if !circle.is_former(&head.device) {
        return Ok(false);
    }
    let newest = circle.taken.get(&head.device).copied().unwrap_or(0);
    if head.number <= newest {
        return Ok(true);
    }
    circle.taken.insert(head.device.clone(), head.number);
    app.write_unseen(|_, tx| Ok(circles::save(tx, circle)?))?;
    Ok(false)
}

/// Takes a bundle of the partner, or one that this device wrote itself.
fn take_opened(
    app: &mut App<'_, '_>,
    file: &str,
    opened: &OpenedBundle,
    (pair, mut circle): (PairContext, Circle),
    options: TakeOptions<'_>,
) -> Result<TakeOutcome> {
    let who = circle::partner(&pair).to_owned();
    let (card, has_joined) = sender_card(app, opened, &circle, file, &who)?;
    let body = opened.body(&card);
    let body = body.map_err(|error| bundle_failure(error, file, Some(&who)))?;
    let number = opened.head.number;
    let newest = circle.taken.get(&card.device).copied().unwrap_or(0);
    let is_own = card.device == circle.own.device;
    let taken = TakenFile {
        file: file.to_owned(),
        pair: pair.clone(),
        made_at: opened.head.made_at.clone(),
        report: None,
        number,
        newest: newest.max(number),
        has_joined,
        is_own,
        draft: None,
    };
    let is_sync = options.folder_of.is_some();
    // A bundle that was taken and undone is taken again.
    let is_current = || app.read(|tx| Ok(publishing::is_current(tx, &pair, &circle)?));
    if number < newest || (number == newest && is_sync && (is_own || is_current()?)) {
        return Ok(if is_sync {
            TakeOutcome::NothingNew
        } else {
            TakeOutcome::Taken(Box::new(taken))
        });
    }
    if has_joined {
        circle.partner = Some(card.clone());
        circle.invitation = None;
    }
    let bundle = PartnerBundle {
        file,
        who: &who,
        pair: &pair,
        circle: &circle,
        card: &card,
        number,
        body: &body,
    };
    let taken = bundle.apply(app, taken, options)?;
    Ok(TakeOutcome::Taken(Box::new(taken)))
}

pub fn own_words_text(own: &OwnWords) -> OwnWordsText<'_> {
    OwnWordsText { table: own.table, number: own.number, fields: &own.fields }
}
