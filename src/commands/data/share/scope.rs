//! Chooses how many of the existing records to share.

use chrono::{DateTime, Utc};

use crate::app::App;
use crate::domain::dates::{self, DayRole};
use crate::domain::pair::PairContext;
use crate::error::{Failure, Result};
use crate::store::share::rows;
use crate::view::{self, words};

// How many of the existing records to share.
#[derive(Debug, clap::Args)]
pub struct ScopeArgs {
    /// Share everything that isn't private
    #[arg(long, conflicts_with = "since")]
    pub all: bool,

    /// Share records from this day on
    #[arg(long, value_name = "DAY")]
    pub since: Option<String>,
}

/// Returns the creation time from which records are shared. `None`: all records are.
pub fn choose_scope(
    app: &mut App<'_, '_>,
    pair: &PairContext,
    args: &ScopeArgs,
) -> Result<Option<DateTime<Utc>>> {
    let who = pair.first_name(pair.user_side().other()).to_owned();
    let today = app.now.style.today(pair.user().day_at(app.now.at));
    if let Some(typed) = &args.since {
        let day = dates::parse_day(typed, today, DayRole::Past)?;
        return Ok(Some(pair.user().start_of(day)));
    }
    let listed = app.read(|tx| Ok(rows::list_publishable(tx, pair)?))?;
    if args.all || listed.is_empty() {
        return Ok(None);
    }
    let records = words::count(listed.len(), "record");
    if !app.can_ask {
        return Err(Failure::answer_needed(format!(
            "{who} would get {records}: say how much to share"
        ))
        .data("nothing was changed")
        .hint("use `--all` to share everything that isn't private, or `--since DAY`"));
    }
    let question =
        format!("{who} will get {records} once both of you share; private ones stay here");
    let options = ["all of them", "only from today on", "list them first", "stop"];
    let options = options.map(str::to_owned);
    loop {
        match app.prompter.choose(&question, &options, 0)? {
            0 => return Ok(None),
            1 => return Ok(Some(pair.user().start_of(today.day))),
            2 => app.ui.status(&view::messages::share::shareable_list(&listed, pair, app.now))?,
            _ => {
                return Err(Failure::refused("nothing is shared").data("nothing was changed"));
            }
        }
    }
}
