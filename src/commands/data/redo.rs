//! `mentor redo`

use crate::app::App;
use crate::error::{Failure, Result};
use crate::store::undo;
use crate::view;

#[derive(Debug, clap::Args)]
pub struct RedoArgs {}

pub fn run(app: &mut App<'_, '_>, _args: &RedoArgs) -> Result<()> {
    let step = app.write_unrecorded(|app, tx| {
        let typed = app.typed_pair(tx)?;
        let step = undo::redo(tx)?.ok_or_else(|| Failure::refused("there is nothing to redo"))?;
        let change = view::messages::history::in_line(&step);
        app.ensure_changes_typed_pair(tx, typed.as_ref(), &change)?;
        app.note_pairs_of_changes(tx)?;
        tx.add_message(format!("Redid: {change}"));
        Ok(step)
    })?;
    app.print_record_json(|| view::messages::history::item(&step))
}
