//! `mentor due`

use chrono::{DateTime, Utc};

use crate::app::App;
use crate::commands::arg::{AsOf, Cells};
use crate::domain::closing::Closing;
use crate::domain::due::{self, Due};
use crate::domain::length::Span;
use crate::domain::pair::Couple;
use crate::domain::record::Record;
use crate::error::{Failure, Kind, Result};
use crate::programs;
use crate::store::reader::Reader;
use crate::store::{closings, situations};
use crate::view;

#[derive(Debug, clap::Args)]
pub struct DueArgs {
    /// How far to look ahead
    #[arg(long, value_name = "SPAN")]
    within: Option<String>,

    /// Only what is overdue
    #[arg(long)]
    overdue: bool,

    /// End with status 1 if anything is overdue
    #[arg(long)]
    exit_code: bool,

    /// Show a notification on the desktop too
    #[arg(long)]
    notify: bool,

    /// Leave the titles out, for mail
    #[arg(long)]
    titles_off: bool,

    #[command(flatten)]
    as_of: AsOf,

    #[command(flatten)]
    cells: Cells,
}

pub fn run(app: &mut App<'_, '_>, args: &DueArgs) -> Result<()> {
    let named = args.within.as_deref().map(Span::parse).transpose()?;
    let within = app.look_ahead(named);
    let (found, couples, as_of) = app.read(|tx| {
        let zone = app
            .user(tx)?
            .map_or_else(|| app.system_zone(), |user| user.zone);
        let now = args.as_of.moment(app.now, zone)?;
        let (mut found, couples) = all(app, tx, now, within)?;
        found.sort_by_key(|due| std::cmp::Reverse(due.days_overdue));
        found.retain(|due| !args.overdue || due.days_overdue > 0);
        Ok((found, couples, now.with_timezone(&zone).date_naive()))
    })?;
    app.list(
        args.cells.sheet(),
        &view::due::COLUMNS,
        || view::due::json(&found, as_of),
        |page| view::due::lines(&found, &couples, as_of, args.titles_off, page),
    )?;
    if args.notify
        && let Some((title, body)) = view::due::notification(&found, args.titles_off)
        && let Err(why) = programs::notify(app.environment, &title, &body)
    {
        app.ui.note(&format!("no notification: {why}"))?;
    }
    if args.exit_code && found.iter().any(|due| due.days_overdue > 0) {
        app.ui.flush()?;
        return Err(Failure::new(Kind::Negative, "something is overdue"));
    }
    Ok(())
}

/// What is due within so many days, and the pairs it is due in.
fn all(
    app: &App<'_, '_>,
    tx: &Reader<'_>,
    now: DateTime<Utc>,
    within: u64,
) -> Result<(Vec<Due>, Vec<Couple>)> {
    let mut found = Vec::new();
    let mut couples = Vec::new();
    for couple in app.couples(tx)? {
        let situation = situations::soon(tx, couple, now, within)?;
        found.extend(due::of(&situation, within));
        couples.push(situation.couple);
    }
    for (due, couple) in of_ended(app, tx, now, within)? {
        found.push(due);
        couples.push(couple);
    }
    Ok((found, couples))
}

/// What is due within so many days of pairs that have ended.
pub fn of_ended(
    app: &App<'_, '_>,
    tx: &Reader<'_>,
    now: DateTime<Utc>,
    within: u64,
) -> Result<Vec<(Due, Couple)>> {
    let asked = to_ask(app, tx)?
        .into_iter()
        .filter_map(|(closing, couple)| {
            let today = couple.today_of(couple.me(), now);
            Some((due::where_now(&closing, &couple, today, within)?, couple))
        });
    Ok(asked.collect())
}

/// The ended pairs of which it is to be asked where they are now.
fn to_ask(app: &App<'_, '_>, tx: &Reader<'_>) -> Result<Vec<(Record<Closing>, Couple)>> {
    let closings = closings::to_ask(tx)?;
    if closings.is_empty() {
        return Ok(Vec::new());
    }
    let ended = app.ended_couples(tx)?;
    let found = closings.into_iter().filter_map(|closing| {
        let couple = ended.iter().find(|couple| couple.id() == closing.pair)?;
        Some((closing, couple.clone()))
    });
    Ok(found.collect())
}
