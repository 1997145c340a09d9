//! `mentor end`: an end that is one.

mod record;
mod show;
mod update;

use crate::app::App;
use crate::commands::crud::{self, AddArgs};
use crate::domain::closing::Closing;
use crate::error::Result;
use crate::form::FormValues;
use crate::store::{closings, goals};
use crate::view;

#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct EndArgs {
    #[command(flatten)]
    pub close: AddArgs<Closing>,

    #[command(subcommand)]
    command: Option<EndCommand>,
}

#[derive(Debug, clap::Subcommand)]
#[command(defer = true)]
pub enum EndCommand {
    Show(show::ShowArgs),
    Update(update::UpdateArgs),
}

pub fn run(app: &mut App<'_, '_>, args: &EndArgs) -> Result<()> {
    match &args.command {
        None => end_pair(app, &args.close),
        Some(EndCommand::Show(args)) => show::run(app, args),
        Some(EndCommand::Update(args)) => update::run(app, args),
    }
}

/// Ends a pair, here and as `mentor pair end`. Whoever is asked ticks first which of the open goals are dropped, and says
/// whether what else is open is closed.
pub fn end_pair(app: &mut App<'_, '_>, args: &AddArgs<Closing>) -> Result<()> {
    let mut ticked = FormValues::default();
    if args.asks() && app.can_ask {
        let open = app.read(|tx| {
            let pair = app.current_pair_for_write(tx)?;
            Ok(goals::open(tx, pair.id())?)
        })?;
        let options: Vec<_> = open
            .iter()
            .map(|goal| (format!("{} {}", goal.id, goal.title), false))
            .collect();
        let question = "Which open goals are dropped?";
        let dropped = app.prompter.tick(question, &options)?;
        let numbers = |at: usize| open.get(at).map(|goal| goal.id.to_string());
        ticked.set_known("drop", dropped.into_iter().filter_map(numbers));
    }
    if !app.can_ask || args.prints() || !args.flags.values.get_all("close_open").is_empty() {
        return crud::add_after(app, args, ticked);
    }
    let left = app.read(|tx| Ok(closings::open(tx, app.current_pair_for_write(tx)?.id())?));
    // Where there is no pair to end, that is said below.
    let left = left.unwrap_or_default();
    let counted = view::closing::counted(&left);
    let mut args = args.clone();
    if !left.is_empty()
        && app
            .prompter
            .confirm(&format!("Close what is open ({counted})?"), false)?
    {
        match args.asks() {
            true => ticked.set_known("close_open", ["yes".to_owned()]),
            false => args
                .flags
                .values
                .set_known("close_open", ["yes".to_owned()]),
        }
    }
    crud::add_after(app, &args, ticked)
}
