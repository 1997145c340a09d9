//! `mentor agree accept`

use chrono::NaiveDate;

use crate::app::{self, App, pair_option};
use crate::commands::crud::form_input::parse_past_day;
use crate::commands::everyday::agree::{self, remarks};
use crate::domain::agreement::Agreement;
use crate::domain::dates::{self, Now, Today};
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::record::Record;
use crate::error::{Failure, Result};
use crate::store::json;
use crate::view::{self, words};

/// Accept the latest version
#[derive(Debug, clap::Args)]
pub struct AcceptArgs {
    /// Who accepts: mentor, mentee, me or them [default: you]
    #[arg(long, value_name = "WHO")]
    by: Option<String>,

    /// Date [default: today]
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

pub fn run(app: &mut App<'_, '_>, args: &AcceptArgs) -> Result<()> {
    let (record, slug) = app.write(|app, tx| {
        let pair = app.current_pair_for_write(tx)?;
        let typed = args.by.as_deref().map(|by| app::parse_side(&pair, by)).transpose()?;
        let side = typed.unwrap_or(pair.user_side());
        let mut record = agree::version(tx, &pair, None)?;
        if let Some(on) = record.accepted_by(side) {
            let failure = already_accepted_failure(&pair, &record, side, on, app.now);
            let other = side.other();
            return Err(match record.accepted_by(other) {
                None if typed.is_none() => failure.hint(format!(
                    "run `mentor agree accept --by {other}{}` once {} has accepted it",
                    pair_option(tx, &pair)?,
                    pair.first_name(other)
                )),
                _ => failure,
            });
        }
        let today = app.today_of(pair.person(side));
        let on = parse_past_day(tx, &pair, args.on.as_deref(), today)?;
        ensure_proposed_by(&pair, &record, side, on, today)?;
        match side {
            Side::Mentor => record.accepted_by_mentor = Some(on),
            Side::Mentee => record.accepted_by_mentee = Some(on),
        }
        tx.update(&mut record)?;
        tx.add_message(view::records::agreement::accepted_message(&record, &pair, side, app.now));
        remarks::add_messages_on_acceptance(app, tx, &pair, &record)?;
        Ok((record, pair.slug().to_owned()))
    })?;
    app.print_record_json(|| json::item(&record, Some(&slug)))
}

/// Fails for a day before the version was recorded. The first one may have been agreed on before that.
fn ensure_proposed_by(
    pair: &PairContext,
    record: &Record<Agreement>,
    side: Side,
    on: NaiveDate,
    today: Today,
) -> Result<()> {
    let recorded = pair.today_of(side, record.created_at);
    if record.version == 1 || on >= recorded {
        return Ok(());
    }
    Err(Failure::refused(format!(
        "version {} was only recorded on {}, so {} can't have accepted it on {}",
        record.version,
        dates::format_day(recorded, today),
        pair.first_name(side),
        dates::format_day(on, today)
    ))
    .hint("pick a later day with `--on`, or leave it out for today"))
}

fn already_accepted_failure(
    pair: &PairContext,
    record: &Record<Agreement>,
    side: Side,
    on: NaiveDate,
    now: Now,
) -> Failure {
    Failure::refused(format!(
        "{} already accepted version {} on {}",
        pair.first_name(side),
        record.version,
        dates::format_day(on, words::today(pair.user(), now))
    ))
}
