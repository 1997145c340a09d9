//! `mentor share words`

use crate::app::App;
use crate::commands::data::share::circle::{self, SharedPairArg};
use crate::commands::data::share::compare_keys::{self, Comparison};
use crate::commands::data::share::own_machines;
use crate::error::{Failure, Result};
use crate::share::key_words::key_words;
use crate::view;

/// Compare the words of your keys
///
/// Read your words to the other person and let them read theirs to you, on a call: if they match, nobody is in between.
#[derive(Debug, clap::Args)]
pub struct WordsArgs {
    #[command(flatten)]
    pair: SharedPairArg,

    /// Record that the words matched
    #[arg(long)]
    ok: bool,
}

pub fn run(app: &mut App<'_, '_>, args: &WordsArgs) -> Result<()> {
    if own_machines::are_meant(app, &args.pair) {
        if args.ok {
            return Err(Failure::usage("`--ok` is for the words of the other person")
                .hint("your own machines ask to compare theirs as they join"));
        }
        return own_machines::print_words(app);
    }
    args.pair.name(app);
    let (pair, circle) = app.read(|tx| circle::shared_pair(app, tx))?;
    let who = circle::partner(&pair).to_owned();
    let mine = key_words(&circle.own);
    let Some(card) = &circle.partner else {
        if args.ok {
            return Err(Failure::refused(format!("{who} has not joined yet"))
                .hint("compare the words once there are words of both of you"));
        }
        let line = view::messages::share::words(&who, &mine, None);
        return app.print_result(
            || view::messages::share::words_json(pair.slug(), &mine, None, false),
            |_| line,
        );
    };
    let theirs = key_words(card);
    let mut is_compared = circle.is_compared || args.ok;
    app.print_result(
        || view::messages::share::words_json(pair.slug(), &mine, Some(&theirs), is_compared),
        |_| view::messages::share::words(&who, &mine, Some(&theirs)),
    )?;
    if !is_compared && app.can_ask && !app.ui.json {
        match compare_keys::ask_words(app, &who, card)? {
            Comparison::Match => is_compared = true,
            Comparison::Later => {}
            Comparison::Differ => return Err(compare_keys::words_differ(&who)),
        }
    }
    match (is_compared, circle.is_compared) {
        (true, false) => {
            compare_keys::set_compared(app, &circle.id)?;
            app.ui.status(&format!("Recorded: the words of {who}'s key match"))
        }
        (false, _) => app.ui.note(&reminder(&who, pair.slug())),
        (true, true) => Ok(()),
    }
}

/// Reminds the user to compare keys.
pub fn reminder(who: &str, slug: &str) -> String {
    format!(
        "compare the words of your keys with {who} on your next call: `mentor share words {slug}`"
    )
}
