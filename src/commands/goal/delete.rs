//! `mentor goal delete`

use crate::app::App;
use crate::commands::arg::Number;
use crate::commands::goal;
use crate::domain::note::Win;
use crate::error::Result;
use crate::store::{document, feedbacks, followups, goals, notes};

/// Delete a goal that was a mistake, with its history; `mentor undo` brings it back
#[derive(Debug, clap::Args)]
pub struct DeleteArgs {
    #[command(flatten)]
    which: Number,
}

pub fn run(app: &mut App<'_, '_>, args: &DeleteArgs) -> Result<()> {
    let (record, slug) = app.write(|app, tx| {
        let (record, couple) = goal::find_to_change(app, tx, args.which.number)?;
        let id = record.id;
        let story = goals::story(tx, record)?;
        for entry in &story.entries {
            tx.delete(entry.id)?;
        }
        for moved in &story.moves {
            tx.delete(moved.id)?;
        }
        // What only mentions the goal stays, and forgets it.
        for mut step in followups::of_goal(tx, id)? {
            step.goal = None;
            tx.update(&mut step)?;
        }
        for mut win in notes::all::<Win>(tx, couple.id())?
            .into_iter()
            .filter(|win| win.goal == Some(id))
        {
            win.goal = None;
            tx.update(&mut win)?;
        }
        for mut one in feedbacks::all(tx, couple.id())?
            .into_iter()
            .filter(|one| one.goal == Some(id))
        {
            one.goal = None;
            tx.update(&mut one)?;
        }
        tx.delete(id)?;
        tx.say(format!("Deleted goal {id}: {}", story.goal.title));
        Ok((story.goal, couple.slug().to_owned()))
    })?;
    app.show_json(|| document::item(&record, Some(&slug)))
}
