//! `mentor pair resume`

use crate::app::App;
use crate::commands::setup::pair::{PairArg, change_state};
use crate::domain::pair::PairState;
use crate::error::Result;

/// Resume a paused or ended pair
#[derive(Debug, clap::Args)]
pub struct ResumeArgs {
    #[command(flatten)]
    which: PairArg,

    /// Reason, saved with the pair
    #[arg(long, value_name = "TEXT")]
    because: Option<String>,
}

pub fn run(app: &mut App<'_, '_>, args: &ResumeArgs) -> Result<()> {
    args.which.select(app)?;
    change_state(app, PairState::Active, args.because.as_deref(), |pair| {
        format!("Resumed `{}`", pair.slug())
    })
}
