//! Asks two people to compare the words of their keys; nothing is sent before.

use crate::app::App;
use crate::commands::data::share::circle;
use crate::domain::pair::PairContext;
use crate::error::{Failure, Result};
use crate::share::key_words::key_words;
use crate::share::seal::DeviceCard;
use crate::store::share::circles::{self, Circle};

/// Fails unless the other side has joined and the keys were compared, or `is_unchecked` waives that.
pub fn ensure_sendable(pair: &PairContext, circle: &Circle, is_unchecked: bool) -> Result<()> {
    let (who, slug) = (circle::partner(pair), pair.slug());
    if circle.partner.is_none() {
        return Err(Failure::refused(format!("{who} has not joined yet"))
            .data("nothing was sent")
            .hint(format!("{who} joins with `mentor share join FILE`; read the answer with `mentor share take FILE` or `mentor sync`")));
    }
    if circle.is_compared || is_unchecked {
        Ok(())
    } else {
        Err(Failure::answer_needed(format!(
            "you and {who} have not compared the words of your keys"
        ))
        .data("nothing was sent")
        .hint(format!("run `mentor share words {slug}` on your next call"))
        .hint("use `--unchecked` to send it anyway"))
    }
}

/// Asks to compare keys that were not compared yet, if there is a terminal; then checks `ensure_sendable`.
pub fn ensure_compared(
    app: &mut App<'_, '_>,
    pair: &PairContext,
    circle: &Circle,
    is_unchecked: bool,
) -> Result<()> {
    let is_open = !circle.is_compared && !is_unchecked && circle.partner.is_some();
    if is_open && app.can_ask {
        let card = circle.partner.as_ref();
        let compared = card.map(|card| ask_words(app, circle::partner(pair), card));
        match compared.transpose()? {
            Some(Comparison::Match) => {
                set_compared(app, &circle.id)?;
                return Ok(());
            }
            Some(Comparison::Later) => return Ok(()),
            Some(Comparison::Differ) => return Err(words_differ(circle::partner(pair))),
            None => {}
        }
    }
    ensure_sendable(pair, circle, is_unchecked)
}

pub fn words_differ(who: &str) -> Failure {
    Failure::refused(format!("those are not {who}'s words: someone else has answered"))
        .data("nothing was sent")
        .hint("run `mentor share end PAIR`, and invite again by another way")
}

/// The answer to whether the words of a key match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    Match,
    Later,
    Differ,
}

pub fn ask_words(app: &mut App<'_, '_>, who: &str, card: &DeviceCard) -> Result<Comparison> {
    let question = format!("{who}'s key: {}. Does {who} read the same words?", key_words(card));
    let options = ["match", "later", "no"].map(str::to_owned);
    Ok(match app.prompter.choose(&question, &options, 1)? {
        0 => Comparison::Match,
        1 => Comparison::Later,
        _ => Comparison::Differ,
    })
}

pub fn set_compared(app: &mut App<'_, '_>, id: &str) -> Result<()> {
    app.write_unrecorded(|_, tx| {
        let circles = circles::all(tx)?;
        for mut circle in circles.into_iter().filter(|circle| circle.id == id) {
            circle.is_compared = true;
            circles::save(tx, &circle)?;
        }
        Ok(())
    })
}
