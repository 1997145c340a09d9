//! `mentor checkin`

pub mod add;
mod ask;
pub mod cancel;
pub mod delete;
pub mod edit;
pub mod list;
pub mod move_;
pub mod next;
pub mod overlap;
pub mod remarks;
pub mod show;

use crate::app::{App, pair_option};
use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::pair::PairContext;
use crate::domain::record::Record;
use crate::error::{Failure, Result};
use crate::store::read_tx::ReadTx;

#[derive(Debug, clap::Subcommand)]
#[command(defer = true)]
pub enum CheckinCommand {
    Add(add::AddArgs),
    List(list::ListArgs),
    Show(show::ShowArgs),
    Next(next::NextArgs),
    Move(move_::MoveArgs),
    Cancel(cancel::CancelArgs),
    NoShow(cancel::NoShowArgs),
    Edit(edit::EditArgs),
    Delete(delete::DeleteArgs),
}

pub fn run(app: &mut App<'_, '_>, command: &CheckinCommand) -> Result<()> {
    match command {
        CheckinCommand::Add(args) => add::run(app, args),
        CheckinCommand::List(args) => list::run(app, args),
        CheckinCommand::Show(args) => show::run(app, args),
        CheckinCommand::Next(args) => next::run(app, args),
        CheckinCommand::Move(args) => move_::run(app, args),
        CheckinCommand::Cancel(args) => cancel::cancel(app, args),
        CheckinCommand::NoShow(args) => cancel::no_show(app, args),
        CheckinCommand::Edit(args) => edit::run(app, args),
        CheckinCommand::Delete(args) => delete::run(app, args),
    }
}

fn find_for_write(
    app: &App<'_, '_>,
    tx: &ReadTx<'_>,
    number: i64,
) -> Result<(Record<CheckIn>, PairContext)> {
    app.find_record_for_write::<CheckIn>(tx, number)
}

/// Finds a planned check-in; a closed one can't be moved or cancelled.
fn find_planned_for_write(
    app: &App<'_, '_>,
    tx: &ReadTx<'_>,
    number: i64,
) -> Result<(Record<CheckIn>, PairContext)> {
    let (record, pair) = find_for_write(app, tx, number)?;
    if !record.is_open() {
        let failure = Failure::refused(format!("check-in {number} is already {}", record.state));
        let option = pair_option(tx, &pair)?;
        return Err(failure.hint(if record.state == CheckInState::Held {
            format!("run `mentor checkin edit {number} --at WHEN` if it was at another time")
        } else {
            format!("run `mentor checkin list{option}` to see planned ones")
        }));
    }
    Ok((record, pair))
}
