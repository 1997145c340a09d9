//! `mentor agree`: what the two people expect of each other, and whether they keep to it.

pub mod accept;
mod ask;
pub mod check;
pub mod compare;
pub mod diff;
pub mod form;
pub mod history;
pub mod lint;
pub mod record;
mod remarks;
pub mod renew;
pub mod show;
pub mod template;

use crate::app::{App, pair_option};
use crate::domain::agreement::Agreement;
use crate::domain::pair::PairContext;
use crate::domain::record::Record;
use crate::error::{Failure, Result};
use crate::store::agreements;
use crate::store::read_tx::ReadTx;

#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct AgreeArgs {
    #[command(flatten)]
    record: record::RecordArgs,

    #[command(subcommand)]
    command: Option<AgreeCommand>,
}

#[derive(Debug, clap::Subcommand)]
#[command(defer = true)]
pub enum AgreeCommand {
    Show(show::ShowArgs),
    Accept(accept::AcceptArgs),
    Check(check::CheckArgs),
    Lint(lint::LintArgs),
    Renew(renew::RenewArgs),
    History(history::HistoryArgs),
    Diff(diff::DiffArgs),
    Compare(compare::CompareArgs),
    Template(template::TemplateArgs),
}

pub fn run(app: &mut App<'_, '_>, args: &AgreeArgs) -> Result<()> {
    match &args.command {
        None => record::run(app, &args.record),
        Some(AgreeCommand::Show(args)) => show::run(app, args),
        Some(AgreeCommand::Accept(args)) => accept::run(app, args),
        Some(AgreeCommand::Check(args)) => check::run(app, args),
        Some(AgreeCommand::Lint(args)) => lint::run(app, args),
        Some(AgreeCommand::Renew(args)) => renew::run(app, args),
        Some(AgreeCommand::History(args)) => history::run(app, args),
        Some(AgreeCommand::Diff(args)) => diff::run(app, args),
        Some(AgreeCommand::Compare(args)) => compare::run(app, args),
        Some(AgreeCommand::Template(args)) => template::run(app, args),
    }
}

/// Finds the version with this number, or the latest one for `None`; fails if there is none.
fn version(tx: &ReadTx<'_>, pair: &PairContext, number: Option<u32>) -> Result<Record<Agreement>> {
    let found = match number {
        Some(number) => agreements::version(tx, pair.id(), number)?,
        None => agreements::latest(tx, pair.id())?,
    };
    let option = pair_option(tx, pair)?;
    found.ok_or_else(|| match number {
        Some(number) => {
            Failure::not_found(format!("no agreement version {number} for `{}`", pair.slug()))
                .hint(format!("run `mentor agree history{option}` to see the versions"))
        }
        None => Failure::not_found(format!("no agreement for `{}`", pair.slug()))
            .hint(format!("run `mentor agree{option}` to record one")),
    })
}
