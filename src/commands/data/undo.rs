//! `mentor undo`

use crate::app::App;
use crate::commands::data::share;
use crate::domain::pair::PairContext;
use crate::error::{Failure, Result};
use crate::store::undo;
use crate::view;

#[derive(Debug, clap::Args)]
pub struct UndoArgs {}

pub fn run(app: &mut App<'_, '_>, _args: &UndoArgs) -> Result<()> {
    let is_taken = app.store.exists() && app.read(|tx| Ok(undo::is_last_step_taken(tx)?))?;
    // A decision that was undone has to be open again before the records that it is about are two.
    let is_joined = app.store.exists() && app.read(|tx| Ok(undo::is_last_step_joined(tx)?))?;
    if is_taken || is_joined {
        share::publish_all(app)?;
    }
    let sent = if app.store.exists() && !is_taken { share::sent(app)? } else { Vec::new() };
    let joined = if app.store.exists() { share::joined_pairs(app)? } else { Vec::new() };
    let step = app.write_unrecorded(|app, tx| {
        let typed = app.typed_pair(tx)?;
        let step = undo::undo(tx)?.ok_or_else(|| {
            Failure::refused("there is nothing to undo")
                .hint("run `mentor history` to see the changes")
        })?;
        let change = view::messages::history::in_line(&step);
        app.ensure_changes_typed_pair(tx, typed.as_ref(), &change)?;
        app.note_pairs_of_changes(tx)?;
        tx.add_message(format!("Undid: {change}"));
        Ok(step)
    })?;
    app.print_record_json(|| view::messages::history::item(&step))?;
    let still = share::joined_pairs(app)?;
    let is_left = |pair: &&PairContext| !still.iter().any(|one| one.record.uid == pair.record.uid);
    let left: Vec<&PairContext> = joined.iter().filter(is_left).collect();
    // The answer of a join is stored in the same step, and gone with it.
    if is_taken && left.is_empty() {
        app.ui.note(if share::is_reopened(app)? {
            "it is undecided again: run `mentor share conflicts`"
        } else {
            "the next exchange brings it back"
        })?;
    }
    share::refresh_undecided(app)?;
    for pair in left {
        app.ui.note(&view::messages::share::joining_undone(pair))?;
    }
    if !sent.is_empty() {
        let now = share::sent(app)?;
        for change in now.iter().filter(|change| change.is_taken_back(&sent)) {
            let who = &change.who;
            app.ui
                .note(&format!("{who} already has this; the next exchange undoes it there too"))?;
        }
    }
    app.ui.status("Run `mentor redo` to redo it")
}
