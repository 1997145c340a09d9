//! `mentor purge`

use crate::app::App;
use crate::error::{Failure, Result};
use crate::store::purge;
use crate::store::record::purgeable;
use crate::view::words;

#[derive(Debug, clap::Args)]
pub struct PurgeArgs {
    /// What it is
    #[arg(value_name = "NOUN", value_parser = purgeable())]
    noun: String,

    /// Its number
    #[arg(value_name = "NUMBER")]
    number: i64,

    /// Take it out of the backups too: they are replaced by one of the file as it is then
    #[arg(long)]
    backups: bool,

    /// Do it without asking
    #[arg(long, short)]
    yes: bool,
}

pub fn run(app: &mut App<'_, '_>, args: &PurgeArgs) -> Result<()> {
    let (noun, number) = (&args.noun, args.number);
    let question = format!(
        "Take out {noun} {number} for good, and with it everything that `mentor undo` could take back?"
    );
    app.must_agree(args.yes, &question, "a purge")?;
    app.turn(|tx| {
        if !purge::purge(tx, noun, number)? {
            return Err(Failure::not_found(format!("no {noun} {number}")));
        }
        tx.say(format!("Purged {noun} {number}; the history begins anew"));
        Ok(())
    })?;
    app.store.compact()?;
    if args.backups {
        let dropped = app.store.drop_backups()?;
        app.store.back_up(app.now)?;
        let dropped = words::count(dropped, "backup");
        app.ui
            .status(&format!("Replaced {dropped} by one without it"))?;
    } else {
        let left = app.store.backups()?.len();
        if left > 0 {
            let left = words::count(left, "backup");
            app.ui.note(&format!(
                "{left} may still hold it; `--backups` would have replaced them"
            ))?;
        }
    }
    app.show_json(|| serde_json::json!({ "schema": "mentor.purge/1", "noun": noun, "id": number, "backups": args.backups }))
}
