//! `mentor pair end`: the same as `mentor end`, with the pair named first.

use crate::app::App;
use crate::commands::crud::AddArgs;
use crate::commands::everyday::end;
use crate::commands::setup::pair::PairArg;
use crate::domain::closing::{Closing, Reason};
use crate::error::Result;

/// End a pair: the same as `mentor end`
#[derive(Debug, clap::Args)]
pub struct EndArgs {
    #[command(flatten)]
    which: PairArg,

    #[command(flatten)]
    close: AddArgs<Closing>,
}

pub fn run(app: &mut App<'_, '_>, args: &EndArgs) -> Result<()> {
    args.which.select(app)?;
    let mut close = args.close.clone();
    // Without a terminal, naming the pair is enough: the reason defaults to "other".
    if close.flags.values.is_empty() && !app.can_ask {
        close.flags.values.set_known("reason", [Reason::Other.to_string()]);
    }
    end::end_pair(app, &close)
}
