//! The user's own machines: `me` in place of a pair.
//!
//! They exchange everything in the data file, and nobody else can open what they write.

pub mod exchange;
pub mod invite;
pub mod join;
pub mod leave;
pub mod take;

use crate::app::App;
use crate::commands::data::share::circle::{self, SharedPairArg};
use crate::commands::data::share::failure::{UNCHANGED, exchange_failure};
use crate::domain::pair::PairContext;
use crate::error::{Failure, Result};
use crate::share::key_words::key_words;
use crate::share::seal::DeviceCard;
use crate::store::share::circles::{self, Circle};
use crate::store::share::own_machines;
use crate::view;
use crate::view::messages::share::CircleText;

/// What stands for the user's own machines in place of a pair.
pub const ME: &str = "me";

/// How messages call the writer of a file.
pub const OTHER_MACHINE: &str = "your other machine";

/// Whether a command means the user's own machines.
pub fn are_meant(app: &App<'_, '_>, pair: &SharedPairArg) -> bool {
    let named = pair.slug.as_ref().or(app.globals.pair.as_ref());
    named.is_some_and(|named| named == ME)
}

/// Returns the circle whose keys are on this machine.
pub fn find_circle(app: &App<'_, '_>) -> Result<Option<Circle>> {
    if !app.store.exists() {
        return Ok(None);
    }
    app.read(|tx| {
        let found = circles::find_own(tx)?;
        Ok(found.filter(|circle| circle::load_device_of(app, tx, circle).is_ok()))
    })
}

pub fn load_circle(app: &App<'_, '_>) -> Result<Circle> {
    find_circle(app)?.ok_or_else(|| {
        Failure::refused("this data file is on one machine only")
            .data(UNCHANGED)
            .hint("run `mentor share invite me` to add another machine")
    })
}

/// Publishes the rows to the documents, if there are other machines.
pub fn publish_all(app: &mut App<'_, '_>) -> Result<()> {
    match find_circle(app)? {
        Some(circle) => publish(app, &circle),
        None => Ok(()),
    }
}

fn publish(app: &mut App<'_, '_>, circle: &Circle) -> Result<()> {
    app.write_unseen(|app, tx| {
        let mut device = circle::load_device_of(app, tx, circle)?;
        let published = own_machines::publish_rows(tx, circle, &mut device);
        published.map_err(|error| exchange_failure(error, "the data file", OTHER_MACHINE))
    })
}

/// Describes the machines for the list of what is shared.
pub fn overview(app: &App<'_, '_>) -> Result<Option<CircleText>> {
    app.read(|tx| {
        let Some(circle) = circles::find_own(tx)? else {
            return Ok(None);
        };
        Ok(Some(CircleText {
            slug: ME.to_owned(),
            who: view::messages::share::machines(circle.machines.len()),
            zone: app.user_zone(tx)?,
            has_joined: !circle.machines.is_empty(),
            is_forgotten: false,
            invited_until: circle.invitation.clone().map(|invitation| invitation.until),
            is_compared: true,
            is_here: circle::load_device_of(app, tx, &circle).is_ok(),
            folder: circle.folder.clone(),
            sent_at: circle.sent_at.clone(),
            taken_at: circle.taken_at.clone(),
            to_decide: 0,
        }))
    })
}

/// Prints the words of this machine's key and of the others'.
pub fn print_words(app: &mut App<'_, '_>) -> Result<()> {
    let circle = load_circle(app)?;
    let mine = key_words(&circle.own);
    let others: Vec<String> = circle.machines.iter().map(key_words).collect();
    let theirs = others.join("; ");
    let theirs = (!others.is_empty()).then_some(theirs.as_str());
    app.print_result(
        || view::messages::share::words_json(ME, &mine, theirs, theirs.is_some()),
        |_| view::messages::share::machine_words(&mine, &others),
    )
}

/// Asks whether another machine shows these words. Without a terminal, fails unless `is_unchecked`.
fn compare(app: &mut App<'_, '_>, card: &DeviceCard, is_unchecked: bool) -> Result<()> {
    if is_unchecked {
        return Ok(());
    }
    if !app.can_ask {
        return Err(not_compared("--unchecked"));
    }
    let words = key_words(card);
    let question = format!("Does the other machine show these words: {words}?");
    if app.prompter.confirm(&question, false)? {
        return Ok(());
    }
    Err(Failure::refused("the words differ: that is not your other machine")
        .data(UNCHANGED)
        .hint("run `mentor share invite me` again, and carry the file another way"))
}

/// Returns the failure for words that nobody can be asked to compare. `options` go on without.
fn not_compared(options: &str) -> Failure {
    let what = "the words of the other machine's key have to be compared on a terminal";
    Failure::answer_needed(what)
        .data(UNCHANGED)
        .hint(format!("use `{options}` if nobody else could reach the files in between"))
}

/// Why a pair is not shared from here: another machine of the user's own shares it.
pub fn shared_there(pair: &PairContext) -> Failure {
    Failure::refused(format!(
        "your other machine shares `{}` with {}",
        pair.slug(),
        circle::partner(pair)
    ))
    .data(UNCHANGED)
    .hint("run `mentor sync` here and there: what you write here goes through that machine")
}
