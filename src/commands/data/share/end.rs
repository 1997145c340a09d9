//! `mentor share end`

use crate::app::App;
use crate::commands::data::share::circle::{self, SharedPairArg};
use crate::commands::data::share::own_machines;
use crate::error::Result;
use crate::store::share::circles;
use crate::view::json::ListAnswer;
use crate::view::messages::share::CircleText;

/// Stop sharing a pair; the records stay
///
/// Files that arrive later are refused. The other person keeps what they have.
#[derive(Debug, clap::Args)]
pub struct EndArgs {
    #[command(flatten)]
    pair: SharedPairArg,

    /// Don't ask for confirmation
    #[arg(long, short)]
    yes: bool,
}

pub fn run(app: &mut App<'_, '_>, args: &EndArgs) -> Result<()> {
    if own_machines::are_meant(app, &args.pair) {
        return own_machines::leave::end(app, args.yes);
    }
    args.pair.name(app);
    let (pair, circle) = app.read(|tx| circle::shared_pair(app, tx))?;
    let who = circle::partner(&pair).to_owned();
    let question = format!("Stop sharing `{}` with {who}?", pair.slug());
    app.confirm_or_fail(args.yes, &question, "ending the exchange", "Nothing was changed")?;
    app.write_unrecorded(|_, tx| {
        circles::remove(tx, &circle)?;
        tx.add_message(format!(
            "You no longer share `{}` with {who}; the records stay, yours here and theirs there",
            pair.slug()
        ));
        Ok(())
    })?;
    app.print_record_json(|| ListAnswer::<&CircleText>::new([]))
}
