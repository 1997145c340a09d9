//! `mentor pair edit`

use chrono::NaiveDate;

use crate::app::App;
use crate::commands::setup::pair::PairArg;
use crate::commands::setup::pair::add::parse_since;
use crate::domain::dates::{self, Today};
use crate::domain::pair::{PairContext, Slug};
use crate::error::{Failure, Result};
use crate::store::write_tx::WriteTx;
use crate::store::{json, pairs, settings};

/// Rename a pair, or change the day it began
///
/// Use `mentor person edit` to change the details of a person.
#[derive(Debug, clap::Args)]
pub struct EditArgs {
    #[command(flatten)]
    which: PairArg,

    /// The new short name
    #[arg(long, value_name = "PAIR")]
    rename: Option<String>,

    /// Date you both began, if earlier than the pair was added
    #[arg(long, value_name = "DATE")]
    since: Option<String>,
}

pub fn run(app: &mut App<'_, '_>, args: &EditArgs) -> Result<()> {
    if args.rename.is_none() && args.since.is_none() {
        return Err(Failure::usage("nothing to change")
            .hint("name a field, such as `mentor pair edit ana --since 2026-09-01`"));
    }
    args.which.select(app)?;
    let slug = args.rename.as_deref().map(Slug::parse).transpose()?;
    let pair = app.write(|app, tx| {
        let mut pair = app.current_pair(tx)?;
        if let Some(slug) = slug {
            rename(tx, &mut pair, slug)?;
        }
        if let Some(typed) = &args.since {
            let today = app.today_of(pair.user());
            let since = parse_since(typed, today)?;
            set_began_on(tx, &mut pair, since, today)?;
        }
        tx.update(&mut pair.record)?;
        Ok(pair)
    })?;
    app.print_record_json(|| json::item(&pair.record, None))
}

fn rename(tx: &WriteTx<'_>, pair: &mut PairContext, slug: Slug) -> Result<()> {
    if pairs::by_slug(tx, slug.as_str())?.is_some() {
        return Err(Failure::refused(format!("a pair `{}` already exists", slug.as_str())));
    }
    if settings::pair_in_use(tx)?.as_deref() == Some(pair.slug()) {
        settings::use_pair(tx, slug.as_str())?;
    }
    let before = pair.slug().to_owned();
    pair.record.slug = slug;
    tx.add_message(format!("Renamed pair `{before}` to `{}`", pair.slug()));
    Ok(())
}

fn set_began_on(
    tx: &WriteTx<'_>,
    pair: &mut PairContext,
    since: NaiveDate,
    today: Today,
) -> Result<()> {
    let format_day = |day| dates::format_day(day, today);
    let added = pair.pair_day(pair.record.created_at);
    if since > added {
        return Err(Failure::refused(format!(
            "`{}` was added on {}, so it had begun by {}",
            pair.slug(),
            format_day(added),
            format_day(since)
        ))
        .hint("name a day before it was added"));
    }
    let was = pair.record.began_on();
    if since == was {
        let day = format_day(since);
        return Err(Failure::refused(format!("`{}` already began on {day}", pair.slug()))
            .data("nothing was changed"));
    }
    let changed = pair.start_of_pair_day(pair.record.state_on);
    pair.record.set_began_on(since, changed);
    tx.add_message(format!(
        "Pair `{}`: began on {} (was {})",
        pair.slug(),
        format_day(since),
        format_day(was)
    ));
    Ok(())
}
