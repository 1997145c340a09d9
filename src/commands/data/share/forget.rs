//! `mentor share forget`

use crate::app::App;
use crate::commands::data::share::circle::{self, SharedPairArg};
use crate::commands::data::share::failure::UNCHANGED;
use crate::commands::data::share::own_machines;
use crate::error::{Failure, Result};
use crate::store::share::circles;
use crate::view;
use crate::view::json::ListAnswer;

/// Stop trusting a machine that was lost or stolen
///
/// Nothing is sealed for it any more, and what it sends from now on is refused. What it has sent stays. Afterwards, invite
/// the other person again: on another machine they get everything back, what they wrote on the lost one included.
///
/// `me` forgets another machine of your own.
#[derive(Debug, clap::Args)]
pub struct ForgetArgs {
    #[command(flatten)]
    pair: SharedPairArg,

    /// Which of your other machines, if you have several
    #[arg(long, value_name = "ID")]
    machine: Option<String>,

    /// Don't ask for confirmation
    #[arg(long, short)]
    yes: bool,
}

pub fn run(app: &mut App<'_, '_>, args: &ForgetArgs) -> Result<()> {
    if own_machines::are_meant(app, &args.pair) {
        return own_machines::leave::forget(app, args.machine.as_deref(), args.yes);
    }
    args.pair.name(app);
    let (pair, circle) = app.read(|tx| circle::shared_pair(app, tx))?;
    let who = circle::partner(&pair).to_owned();
    let slug = pair.slug().to_owned();
    let Some(card) = circle.partner.clone() else {
        return Err(Failure::refused(format!("{who} has no machine that shares `{slug}`"))
            .data(UNCHANGED)
            .hint(format!("run `mentor share invite {slug}` to invite {who}")));
    };
    let question = format!("Forget {who}'s machine? What it sends from now on is refused.");
    app.confirm_or_fail(args.yes, &question, "forgetting a machine", "Nothing was changed")?;
    app.write_unrecorded(|_, tx| {
        let mut circle = circle.clone();
        circle.partner = None;
        circle.is_compared = false;
        circle.former.push(card);
        circles::save(tx, &circle)?;
        tx.add_message(view::messages::share::forgotten(&who, &slug));
        Ok(())
    })?;
    app.print_record_json(|| ListAnswer::<&view::messages::share::CircleText>::new([]))
}
