//! `mentor share same`

use crate::app::App;
use crate::commands::data::share::failure::{UNCHANGED, exchange_failure};
use crate::commands::data::share::{circle, conflicts, write_bundle};
use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::followup::FollowUp;
use crate::domain::pair::PairContext;
use crate::domain::pair_item::PairItem;
use crate::error::{Failure, Result};
use crate::share::same::JOINABLE;
use crate::store::read_tx::ReadTx;
use crate::store::share::circles::{self, Circle};
use crate::store::share::{duplicates, publishing, same};
use crate::store::table_row::TableRow;
use crate::view::messages::share::LikelyText;
use crate::view::{self, words};

/// Join two records of the same check-in or follow-up
///
/// For what both of you recorded, each on your own. The older record is kept under both. What refers to the other one moves to it, and what you wrote in both stays: where
/// you wrote different things, `mentor share conflicts` lists both versions.
#[derive(Debug, clap::Args)]
pub struct SameArgs {
    /// What they are
    #[arg(value_name = "NOUN", value_parser = JOINABLE)]
    noun: String,

    /// The number of one of them
    #[arg(value_name = "NUMBER", value_parser = clap::value_parser!(i64).range(1..))]
    number: i64,

    /// The number of the other one
    #[arg(value_name = "OTHER", value_parser = clap::value_parser!(i64).range(1..))]
    other: i64,

    /// Mark them as different, so that they are no longer offered as one
    #[arg(long)]
    not: bool,

    /// Show what would be joined; change nothing
    #[arg(long)]
    dry_run: bool,
}

pub fn run(app: &mut App<'_, '_>, args: &SameArgs) -> Result<()> {
    match args.noun.as_str() {
        CheckIn::TABLE => run_for::<CheckIn>(app, args, &|call| call.state == CheckInState::Held),
        _ => run_for::<FollowUp>(app, args, &|_| true),
    }
}

fn run_for<T: PairItem + TableRow>(
    app: &mut App<'_, '_>,
    args: &SameArgs,
    is_held: &dyn Fn(&T) -> bool,
) -> Result<()> {
    let (pair, circle) = app.read(|tx| find_both::<T>(app, tx, args, is_held))?;
    if args.not {
        return set_apart::<T>(app, args, &circle);
    }
    let who = circle::partner(&pair).to_owned();
    // The documents must be up to date before two of their records are read as one.
    if !args.dry_run {
        write_bundle::publish(app, &pair, &circle)?;
    }
    let open_before = app.read(|tx| conflicts::open_choices(app, tx))?.len();
    let json = |kept: &i64| {
        let merged = if *kept == args.number { args.other } else { args.number };
        view::messages::share::same_json(T::TABLE, *kept, merged, true)
    };
    let kept = app.write_or_rehearse(args.dry_run, json, |app, tx| {
        let failed = |error| exchange_failure(error, "the data file", &who);
        if args.dry_run {
            let mut device = circle::load_device_of(app, tx, &circle)?.rehearsed();
            publishing::publish_rows(tx, &pair, &circle, &mut device).map_err(failed)?;
        }
        let one = same::key_of::<T>(tx, args.number)?;
        let other = same::key_of::<T>(tx, args.other)?;
        let joined = same::join(tx, &pair, &circle, &one, &other).map_err(failed)?;
        let item = joined.iter().find(|item| item.table == T::TABLE);
        let kept = item.map_or(args.number, |item| item.number);
        tx.add_message(view::messages::share::joined_message(
            T::LABEL,
            (args.number, args.other),
            kept,
        ));
        Ok(kept)
    })?;
    let Some(kept) = kept else {
        return Ok(());
    };
    app.print_record_json(|| json(&kept))?;
    let open = app.read(|tx| conflicts::open_choices(app, tx))?.len();
    if let Some(note) = view::messages::share::to_decide(open.saturating_sub(open_before)) {
        app.ui.note(&note)?;
    }
    Ok(())
}

fn set_apart<T: PairItem + TableRow>(
    app: &mut App<'_, '_>,
    args: &SameArgs,
    circle: &Circle,
) -> Result<()> {
    let json = |(): &()| view::messages::share::same_json(T::TABLE, args.number, args.other, false);
    let noted = app.write_or_rehearse(args.dry_run, json, |_, tx| {
        let one = same::key_of::<T>(tx, args.number)?;
        let other = same::key_of::<T>(tx, args.other)?;
        same::set_apart(tx, circle, &one, &other)?;
        tx.add_message(view::messages::share::not_same_message(
            T::LABEL,
            (args.number, args.other),
        ));
        Ok(())
    })?;
    match noted {
        Some(noted) => app.print_record_json(|| json(&noted)),
        None => Ok(()),
    }
}

/// Finds the shared pair of two records that both sides have.
fn find_both<T: PairItem + TableRow>(
    app: &App<'_, '_>,
    tx: &ReadTx<'_>,
    args: &SameArgs,
    is_held: &dyn Fn(&T) -> bool,
) -> Result<(PairContext, Circle)> {
    let (one, pair) = app.find_record::<T>(tx, args.number)?;
    let (other, other_pair) = app.find_record::<T>(tx, args.other)?;
    let refused = |message: String| Failure::refused(message).data(UNCHANGED);
    let label = T::LABEL;
    if one.id == other.id {
        return Err(
            refused(format!("{label} {} was given twice", args.number)).hint("name two of them")
        );
    }
    if pair.id() != other_pair.id() {
        return Err(refused(format!(
            "{label} {} belongs to `{}`, and {label} {} to `{}`",
            args.number,
            pair.slug(),
            args.other,
            other_pair.slug()
        )));
    }
    let circle = circles::find_for_pair(tx, &pair.record.uid)?;
    let circle = circle.ok_or_else(|| circle::not_shared(&pair))?;
    let who = circle::partner(&pair);
    if circle.partner.is_none() {
        return Err(refused(format!("{who} has not joined yet"))
            .hint(format!("{who} joins with `mentor share join FILE`")));
    }
    for record in [&one, &other] {
        let number = record.id;
        if !is_held(&record.data) {
            return Err(refused(format!("{label} {number} was not held"))
                .hint(format!("run `mentor checkin delete {number}` to delete it")));
        }
        if !same::is_shared(tx, &pair, &circle, record)? {
            let command = words::command(label);
            return Err(refused(format!("{who} does not have {label} {number}")).hint(format!(
                "run `mentor {command} delete {number}` to delete it, if the other one says the same"
            )));
        }
    }
    Ok((pair, circle))
}

/// Lists records of a shared pair that look like duplicates.
pub fn find_likely_duplicates(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    circle: &Circle,
) -> Result<Vec<LikelyText>> {
    let duplicates = duplicates::find(tx, pair, circle)?.into_iter();
    let texts = duplicates.map(|same| LikelyText {
        slug: pair.slug().to_owned(),
        who: circle::partner(pair).to_owned(),
        table: same.table,
        mine: same.mine,
        theirs: same.theirs,
    });
    Ok(texts.collect())
}

/// Lists records that look like duplicates, in all selected shared pairs.
pub fn all_likely(app: &App<'_, '_>, tx: &ReadTx<'_>) -> Result<Vec<LikelyText>> {
    let mut texts = Vec::new();
    for (pair, circle) in circle::shared_pairs(app, tx)? {
        texts.extend(find_likely_duplicates(tx, &pair, &circle)?);
    }
    Ok(texts)
}
