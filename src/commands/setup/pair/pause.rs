//! `mentor pair pause`

use crate::app::App;
use crate::commands::setup::pair::{PairArg, change_state};
use crate::domain::pair::PairState;
use crate::error::Result;

/// Pause a pair: nothing is due, nothing is lost
#[derive(Debug, clap::Args)]
pub struct PauseArgs {
    #[command(flatten)]
    which: PairArg,

    /// Reason, saved with the pair
    #[arg(long, value_name = "TEXT")]
    because: Option<String>,
}

pub fn run(app: &mut App<'_, '_>, args: &PauseArgs) -> Result<()> {
    args.which.select(app)?;
    change_state(app, PairState::Paused, args.because.as_deref(), |pair| {
        match &pair.record.because {
            Some(because) => format!("Paused `{}`: {because}", pair.slug()),
            None => format!("Paused `{}`", pair.slug()),
        }
    })
}
