//! `mentor end`: an end that is one.

mod kept;
mod story;
mod update;

use crate::app::App;
use crate::commands::noun::{self, AddArgs};
use crate::domain::closing::Closing;
use crate::error::Result;
use crate::store::goals;
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
pub enum EndCommand {
    Show(story::ShowArgs),
    Update(update::UpdateArgs),
}

pub fn run(app: &mut App<'_, '_>, args: &EndArgs) -> Result<()> {
    match &args.command {
        None => close(app, &args.close),
        Some(EndCommand::Show(args)) => story::run(app, args),
        Some(EndCommand::Update(args)) => update::run(app, args),
    }
}

/// Ends a pair, here and as `mentor pair end`. Whoever is asked sees first what is still open.
pub fn close(app: &mut App<'_, '_>, args: &AddArgs<Closing>) -> Result<()> {
    if app.can_ask && args.flags.values.is_empty() {
        let open = app.read(|tx| {
            let couple = app.couple_to_change(tx)?;
            Ok(goals::open(tx, couple.id())?)
        });
        for line in open.iter().flatten().map(view::closing::open_goal) {
            app.prompter.say(&line)?;
        }
    }
    noun::add(app, args)
}
