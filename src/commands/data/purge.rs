//! `mentor purge`

use crate::app::App;
use crate::domain::pair::PairContext;
use crate::error::{Failure, Result};
use crate::store::read_tx::ReadTx;
use crate::store::table_row::purgeable;
use crate::store::{pairs, purge};
use crate::view::messages::values::PurgedRecord;
use crate::view::words;

#[derive(Debug, clap::Args)]
pub struct PurgeArgs {
    /// Record type
    #[arg(value_name = "NOUN", value_parser = purgeable())]
    noun: String,

    /// Record number, as shown by `list`
    #[arg(value_name = "NUMBER")]
    number: i64,

    /// Also replace all backups with a new one
    #[arg(long)]
    backups: bool,

    /// Don't ask for confirmation
    #[arg(long, short)]
    yes: bool,
}

pub fn run(app: &mut App<'_, '_>, args: &PurgeArgs) -> Result<()> {
    let (noun, number) = (&args.noun, args.number);
    // Before the question: a yes to it must not end in an error.
    app.read(|tx| ensure_there(app, tx, noun, number))?;
    let record = format!("{} {number}", words::noun_label(noun));
    let question = format!("Delete {record} permanently and clear the undo history?");
    app.confirm_or_fail(args.yes, &question, "a purge", "Nothing was deleted")?;
    app.write_unrecorded(|app, tx| {
        ensure_there(app, tx, noun, number)?;
        if !purge::purge(tx, noun, number)? {
            return Err(not_there_failure(noun, number));
        }
        tx.add_message(format!("Purged {record} and cleared the undo history"));
        Ok(())
    })?;
    app.store.compact()?;
    if args.backups {
        let dropped = app.store.drop_copies()?;
        app.store.create_backup(app.now.at)?;
        let dropped = words::count(dropped, "backup");
        app.ui.status(&format!("Replaced {dropped} with a new one without it"))?;
    } else {
        let left = app.store.copies()?.len();
        if left > 0 {
            let left = words::count(left, "backup");
            app.ui
                .note(&format!("{left} may still contain it; use `--backups` to replace them"))?;
        }
    }
    app.print_record_json(|| PurgedRecord { noun, id: number, backups: args.backups })
}

/// Fails if there is no such record, or if it is one of another pair than the named one.
fn ensure_there(app: &App<'_, '_>, tx: &ReadTx<'_>, noun: &str, number: i64) -> Result<()> {
    if !purge::is_there(tx, noun, number)? {
        return Err(not_there_failure(noun, number));
    }
    let Some(named) = app.explicit_pair(tx)? else {
        return Ok(());
    };
    match purge::pair_of(tx, noun, number)? {
        Some(pair) if pair != named.id() => {
            let noun = words::noun_label(noun);
            let owner = pairs::pairs(tx)?.into_iter().find(|owner| owner.id() == pair);
            let failure = Failure::not_found(format!("no {noun} {number} in `{}`", named.slug()))
                .data("nothing was deleted");
            Err(match owner.as_ref().map(PairContext::slug) {
                Some(slug) => failure.hint(format!("it is one of `{slug}`; use `-p {slug}`")),
                None => failure,
            })
        }
        _ => Ok(()),
    }
}

fn not_there_failure(noun: &str, number: i64) -> Failure {
    Failure::not_found(format!("no {} {number}", words::noun_label(noun)))
        .data("nothing was deleted")
}
