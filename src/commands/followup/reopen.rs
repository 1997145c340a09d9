//! `mentor followup reopen`

use crate::app::App;
use crate::commands::followup;
use crate::domain::followup::FollowUpState;
use crate::error::Result;

/// Open follow-ups again
#[derive(Debug, clap::Args)]
pub struct ReopenArgs {
    /// Numbers of the follow-ups
    #[arg(required = true, value_name = "NUMBER")]
    numbers: Vec<i64>,

    /// The day it happened; left out: today
    #[arg(long, value_name = "DATE")]
    on: Option<String>,

    /// The reason, or what came of it
    #[arg(long, value_name = "TEXT")]
    because: Option<String>,
}

pub fn run(app: &mut App<'_, '_>, args: &ReopenArgs) -> Result<()> {
    let (on, because) = (args.on.as_deref(), args.because.as_deref());
    followup::change_state(app, &args.numbers, FollowUpState::Open, on, because)
}
