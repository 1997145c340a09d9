//! `mentor share forget me` and `mentor share end me`

use crate::app::App;
use crate::commands::data::share::failure::UNCHANGED;
use crate::commands::data::share::own_machines::load_circle;
use crate::error::{Failure, Result};
use crate::share::key_words::key_words;
use crate::store::share::circles;
use crate::view::json::ListAnswer;
use crate::view::messages::share::CircleText;

/// Stops exchanging with one machine of the user's own, which was lost or given away.
pub fn forget(app: &mut App<'_, '_>, machine: Option<&str>, yes: bool) -> Result<()> {
    let circle = load_circle(app)?;
    let named = circle
        .machines
        .iter()
        .filter(|card| machine.is_none_or(|id| !id.is_empty() && card.device.starts_with(id)));
    let named: Vec<_> = named.cloned().collect();
    let card = match named.as_slice() {
        [card] => card.clone(),
        [] => {
            return Err(Failure::not_found("no such machine")
                .data(UNCHANGED)
                .hint("run `mentor share words me` to see the machines"));
        }
        several => {
            let failure = Failure::refused("you have several other machines").data(UNCHANGED);
            return Err(several.iter().fold(failure, |failure, card| {
                let id = card.device.get(..6).unwrap_or(&card.device);
                failure
                    .hint(format!("`--machine {id}` is the one with the key: {}", key_words(card)))
            }));
        }
    };
    let question = "Forget that machine? What it sends from now on is refused.";
    app.confirm_or_fail(yes, question, "forgetting a machine", "Nothing was changed")?;
    app.write_unrecorded(|_, tx| {
        let mut circle = circle.clone();
        circle.machines.retain(|one| one.device != card.device);
        circle.shared_there.remove(&card.device);
        circle.former.push(card);
        circles::save(tx, &circle)?;
        tx.add_message("Forgot that machine; nothing more is sealed for it here");
        if !circle.machines.is_empty() {
            tx.remark("run the same command on each of your other machines");
        }
        Ok(())
    })?;
    app.print_record_json(|| ListAnswer::<&CircleText>::new([]))
}

pub fn end(app: &mut App<'_, '_>, yes: bool) -> Result<()> {
    let circle = load_circle(app)?;
    let question = "Stop exchanging with your other machines?";
    app.confirm_or_fail(yes, question, "ending the exchange", "Nothing was changed")?;
    app.write_unrecorded(|_, tx| {
        circles::remove(tx, &circle)?;
        tx.add_message("Your machines no longer exchange; each keeps what it has");
        Ok(())
    })?;
    app.print_record_json(|| ListAnswer::<&CircleText>::new([]))
}
