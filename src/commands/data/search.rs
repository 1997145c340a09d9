//! `mentor search`

use clap::builder::PossibleValue;

use crate::app::App;
use crate::commands::command_line::arg::{self, CsvArgs};
use crate::domain::dates::DayRole;
use crate::domain::search::SearchQuery;
use crate::error::{Failure, FailureKind, Result};
use crate::store::search::{self, SearchScope};
use crate::view;
use crate::view::words;

#[derive(Debug, clap::Args)]
pub struct SearchArgs {
    /// What to look for
    #[arg(value_name = "WORDS", required = true)]
    words: Vec<String>,

    /// Exclude this word or phrase
    #[arg(long, value_name = "WORDS")]
    not: Vec<String>,

    /// Record types to search, such as `goal` or `checkin,topic`
    #[arg(long, value_name = "NOUN", value_delimiter = ',', value_parser = kinds())]
    kind: Vec<String>,

    /// Only records from this date on
    #[arg(long, value_name = "DATE")]
    since: Option<String>,

    /// How many to show
    #[arg(long, short = 'n', value_name = "COUNT", default_value_t = 20, value_parser = clap::value_parser!(u16).range(1..))]
    limit: u16,

    /// Exit with status 1 if nothing is found
    #[arg(long)]
    exit_code: bool,

    #[command(flatten)]
    cells: CsvArgs,
}

fn kinds() -> Vec<PossibleValue> {
    let value = |table: &'static str| PossibleValue::new(table).alias(words::noun_label(table));
    search::kinds().into_iter().map(value).collect()
}

pub fn run(app: &mut App<'_, '_>, args: &SearchArgs) -> Result<()> {
    let query = SearchQuery::parse(&args.words, &args.not)?;
    let (found, today) = app.read(|tx| {
        let zone = app.user(tx)?.map_or_else(|| app.system_zone(), |user| user.zone);
        let today = app.now.today_in(zone);
        let pair = app.explicit_pair(tx)?;
        let kinds: Vec<String> = args.kind.iter().map(|kind| kind.replace('-', "")).collect();
        let scope = SearchScope {
            pair: pair.as_ref(),
            kinds: &kinds,
            since: arg::parse_day_arg(args.since.as_deref(), today, DayRole::Past)?,
            zone,
            most: usize::from(args.limit),
        };
        Ok((search::find(tx, &query, &scope)?, today))
    })?;
    app.print_list(
        args.cells.format(),
        &view::reports::search::COLUMNS,
        || view::reports::search::json(&found),
        |page| view::reports::search::text(&found, today, page),
    )?;
    if found.is_index_damaged {
        app.ui
            .note("the search index is damaged, so every record was searched; the next change, or the first one of a day, rebuilds it")?;
    }
    if found.hits.is_empty() {
        app.ui.status("Nothing found")?;
        if let Some(suggestion) = &found.suggestion {
            app.ui.hint(&view::reports::search::suggestion(suggestion))?;
        }
    } else if found.has_more {
        let larger_limit = args.limit.saturating_mul(2);
        app.ui.flush()?;
        app.ui.status(&format!("More matches: use `--limit {larger_limit}`"))?;
    }
    if args.exit_code && found.hits.is_empty() {
        app.ui.flush()?;
        return Err(Failure::new(FailureKind::Negative, "nothing is found"));
    }
    Ok(())
}
