//! `mentor share` and `mentor sync`: two people exchange a pair through files.
//!
//! One file for each subcommand. `send`, `take`, `sync` and `join` build on `write_bundle` and `take_bundle`;
//! `store::share` does the work below them. The functions in this file are for other commands, such as `undo` and `delete`,
//! that must keep the exchange informed.

mod circle;
mod compare_keys;
mod confirm_size;
mod conflicts;
mod end;
mod failure;
mod forget;
mod invite;
mod join;
mod joined_pair;
mod keep;
mod letter;
mod outgoing_file;
mod overview;
mod own_machines;
mod partner_bundle;
mod same;
mod scope;
mod send;
pub mod sync;
mod take;
mod take_bundle;
mod words;
mod write_bundle;

use std::collections::BTreeSet;

use crate::app::App;
use crate::domain::pair::PairContext;
use crate::domain::record::Record;
use crate::error::Result;
use crate::store::pairs;
use crate::store::read_tx::ReadTx;
use crate::store::share::circles::{self, Circle};
use crate::store::share::{bundle_body, deletion, publishing, request, undecided};
use crate::store::table_row::TableRow;
use crate::store::write_tx::WriteTx;
use crate::view;

#[derive(Debug, clap::Args)]
pub struct ShareArgs {
    #[command(subcommand)]
    command: Option<ShareCommand>,
}

#[derive(Debug, clap::Subcommand)]
#[command(defer = true)]
pub enum ShareCommand {
    Invite(invite::InviteArgs),
    Join(join::JoinArgs),
    Send(send::SendArgs),
    Take(take::TakeArgs),
    Words(words::WordsArgs),
    Forget(forget::ForgetArgs),
    Conflicts(conflicts::ConflictsArgs),
    Keep(keep::KeepArgs),
    Same(same::SameArgs),
    Letter(letter::LetterArgs),
    End(end::EndArgs),
}

/// Returns the pairs whose circle has its keys on this machine.
fn own_circles(app: &App<'_, '_>) -> Result<Vec<(PairContext, Circle)>> {
    app.read(|tx| {
        let mut all = circles::all(tx)?;
        all.retain(|it| circle::load_device_of(app, tx, it).is_ok());
        let mut found = Vec::new();
        for pair in pairs::pairs(tx)? {
            let of_pair = all.iter().find(|it| it.pair == pair.record.uid);
            found.extend(of_pair.map(|it| (pair, it.clone())));
        }
        Ok(found)
    })
}

/// Publishes the rows of every pair that is shared from this machine and for the user's other machines.
pub fn publish_all(app: &mut App<'_, '_>) -> Result<()> {
    for (pair, circle) in own_circles(app)? {
        write_bundle::publish(app, &pair, &circle)?;
    }
    own_machines::publish_all(app)
}

/// Publishes the rows before a record is deleted: its latest edit must be there if the record comes back.
///
/// What was undone can't be redone after that, so nothing is published if `find` refuses the deletion.
pub fn publish_before_deletion<T: TableRow>(
    app: &mut App<'_, '_>,
    find: impl FnOnce(&App<'_, '_>, &ReadTx<'_>) -> Result<(Record<T>, PairContext)>,
) -> Result<()> {
    app.read(|tx| {
        let (record, _) = find(app, tx)?;
        Ok(deletion::ensure_may_delete(tx, record.id)?)
    })?;
    publish_all(app)
}

/// Updates the list of conflicts in the pairs that are shared from this machine, after an undo or a redo.
pub fn refresh_undecided(app: &mut App<'_, '_>) -> Result<()> {
    for (pair, circle) in own_circles(app)? {
        if !app.read(|tx| Ok(undecided::undecided(tx, &pair)?))?.is_empty() {
            app.write_unseen(|_, tx| Ok(publishing::refresh_undecided(tx, &pair, &circle)?))?;
        }
    }
    Ok(())
}

/// Whether the step that was undone had decided a conflict.
pub fn is_reopened(app: &App<'_, '_>) -> Result<bool> {
    for (pair, circle) in own_circles(app)? {
        if app.read(|tx| Ok(publishing::is_reopened(tx, &pair, &circle)?))? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Returns the partners to whom everything published was sent, with the changes that are not published yet.
pub fn sent(app: &App<'_, '_>) -> Result<Vec<SentState>> {
    let mut found = Vec::new();
    for (pair, circle) in own_circles(app)? {
        let is_sent = circle.sent_at.is_some() && circle.partner.is_some();
        let is_sent = is_sent && !app.read(|tx| Ok(bundle_body::has_news(tx, &circle)?))?;
        if is_sent {
            let unpublished = app.read(|tx| Ok(publishing::unpublished(tx, &pair, &circle)?))?;
            found.push(SentState { who: circle::partner(&pair).to_owned(), unpublished });
        }
    }
    Ok(found)
}

/// Returns the pairs shared from this machine whose other side has joined.
pub fn joined_pairs(app: &App<'_, '_>) -> Result<Vec<PairContext>> {
    let mut all = own_circles(app)?;
    all.retain(|(_, circle)| circle.partner.is_some());
    Ok(all.into_iter().map(|(pair, _)| pair).collect())
}

/// The changes that one partner has not been sent.
#[derive(Clone, Debug)]
pub struct SentState {
    pub who: String,
    unpublished: BTreeSet<String>,
}

impl SentState {
    /// Whether something must be published now that was not pending before.
    pub fn is_taken_back(&self, before: &[SentState]) -> bool {
        let mut before = before.iter().filter(|one| one.who == self.who);
        before.any(|before| !self.unpublished.is_subset(&before.unpublished))
    }
}

/// Asks the other side to delete a record that it added, and notes what follows for the user.
pub fn remark_on_deletion<T: TableRow>(
    tx: &WriteTx<'_>,
    pair: &PairContext,
    record: &Record<T>,
) -> Result<()> {
    let circle = circles::find_for_pair(tx, &pair.record.uid)?;
    let Some(circle) = circle.filter(|circle| circle.partner.is_some()) else {
        return Ok(());
    };
    request::settle_by_deletion(tx, &circle, T::TABLE, record.id.number())?;
    if request::is_theirs_to_delete(tx, &circle, T::TABLE, &record.uid)? {
        request::ask(tx, &circle, T::TABLE, &record.uid)?;
        tx.remark(view::messages::share::deletion_asked(circle::partner(pair)));
    } else if undecided::is_published(tx, T::TABLE, record.id.number())? {
        tx.remark(view::messages::share::deletion_undone(circle::partner(pair)));
    }
    Ok(())
}

pub fn run(app: &mut App<'_, '_>, args: &ShareArgs) -> Result<()> {
    match &args.command {
        None => overview::run(app),
        Some(ShareCommand::Invite(args)) => invite::run(app, args),
        Some(ShareCommand::Join(args)) => join::run(app, args),
        Some(ShareCommand::Send(args)) => send::run(app, args),
        Some(ShareCommand::Take(args)) => take::run(app, args),
        Some(ShareCommand::Words(args)) => words::run(app, args),
        Some(ShareCommand::Forget(args)) => forget::run(app, args),
        Some(ShareCommand::Conflicts(args)) => conflicts::run(app, args),
        Some(ShareCommand::Keep(args)) => keep::run(app, args),
        Some(ShareCommand::Same(args)) => same::run(app, args),
        Some(ShareCommand::Letter(args)) => letter::run(app, args),
        Some(ShareCommand::End(args)) => end::run(app, args),
    }
}
