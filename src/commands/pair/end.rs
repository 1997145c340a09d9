//! `mentor pair end`

use crate::app::App;
use crate::commands::pair::{Which, change_state};
use crate::domain::pair::PairState;
use crate::error::Result;

/// End a pair: it stays readable and can't be changed any more
#[derive(Debug, clap::Args)]
pub struct EndArgs {
    #[command(flatten)]
    which: Which,

    /// The reason, kept with the pair
    #[arg(long, value_name = "TEXT")]
    because: Option<String>,
}

pub fn run(app: &mut App<'_, '_>, args: &EndArgs) -> Result<()> {
    args.which.name(app);
    change_state(app, PairState::Ended, args.because.as_deref(), |couple| {
        format!("`{}` is ended from today", couple.slug())
    })
}
