//! `mentor checkin add`

use chrono::{DateTime, Utc};

use crate::app::{App, pair_option};
use crate::commands::command_line::arg;
use crate::commands::records::checkin::ask::MomentQuestion;
use crate::commands::records::checkin::remarks::remarks;
use crate::commands::records::checkin::{next, overlap};
use crate::domain::checkin::CheckIn;
use crate::domain::dates::{self, DayRole, Now};
use crate::domain::pair::PairContext;
use crate::domain::record::Record;
use crate::domain::zone::{self, Tz};
use crate::error::{Failure, Result};
use crate::input::form::FormAnswer;
use crate::store::read_tx::ReadTx;
use crate::store::write_tx::WriteTx;
use crate::store::{agreements, json};
use crate::view::{self, words};

/// Plan a check-in
#[derive(Debug, clap::Args)]
pub struct AddArgs {
    /// Date and time: "fri 17:00" [default: asked for on a terminal]
    #[arg(value_name = "WHEN", conflicts_with = "at")]
    when: Vec<String>,

    /// Same as `[WHEN]`
    #[arg(long, value_name = "WHEN")]
    at: Option<String>,

    /// Length [default: as agreed]
    #[arg(long, value_name = "LENGTH")]
    length: Option<String>,

    /// Channel [default: as agreed]
    #[arg(long, value_name = "TEXT")]
    channel: Option<String>,

    /// Time zone of `--at` [default: yours]
    #[arg(long, value_name = "ZONE")]
    tz: Option<String>,
}

/// Asked on a terminal if the command line has no date and time.
const WHEN: MomentQuestion<'_> = MomentQuestion {
    command: "checkin add",
    ask: "When is the next check-in?",
    example: "thu 17:00",
    missing: "a check-in needs a date and time",
};

pub fn run(app: &mut App<'_, '_>, args: &AddArgs) -> Result<()> {
    let typed = match arg::typed_moment(&args.when, args.at.as_deref()) {
        Some(typed) => typed,
        None => ask_for_moment(app, args)?,
    };
    let (record, pair, warnings) = app.write(|app, tx| {
        let pair = app.current_pair_for_write(tx)?;
        let record = plan(tx, &pair, args.draft(tx, &pair, &typed, app.now)?, app.now)?;
        tx.add_message(view::records::checkin::planned_message(&record, &pair, app.now));
        let warnings = remarks(tx, &pair, &record, app.now)?;
        Ok((record, pair, warnings))
    })?;
    for warning in warnings {
        app.ui.note(&warning)?;
    }
    app.print_record_json(|| json::item(&record, Some(pair.slug())))
}

impl AddArgs {
    fn zone(&self, pair: &PairContext) -> Result<Tz> {
        Ok(match &self.tz {
            Some(zone) => zone::parse(zone)?,
            None => pair.user().zone,
        })
    }

    /// Returns the check-in at the typed moment, with the agreed length and channel unless others are given.
    fn draft(&self, tx: &ReadTx<'_>, pair: &PairContext, typed: &str, now: Now) -> Result<CheckIn> {
        let length = arg::parse_minutes(self.length.as_deref())?;
        let channel = arg::parse_text("channel", self.channel.as_deref())?;
        let zone = self.zone(pair)?;
        let at = dates::parse_moment(typed, now, zone, DayRole::Future)?;
        let mut draft = new_planned(tx, pair, at, zone, now)?;
        (draft.planned_minutes, draft.channel) = (length, channel);
        complete_as_agreed(tx, pair, &mut draft)?;
        Ok(draft)
    }
}

/// Asks when the check-in is; Enter takes the time that `mentor checkin next` suggests.
fn ask_for_moment(app: &mut App<'_, '_>, args: &AddArgs) -> Result<String> {
    WHEN.ensure_can_ask(app)?;
    let now = app.now;
    let (pair, proposal) = app.read(|tx| {
        let pair = app.current_pair_for_write(tx)?;
        // Without an agreed cadence there is nothing to suggest.
        let proposal = next::propose(app, tx, &pair).ok();
        Ok((pair, proposal))
    })?;
    let zone = args.zone(&pair)?;
    let proposed = proposal.and_then(|proposal| proposal.planned_at).map(|at| {
        let typed = at.with_timezone(&zone).format("%Y-%m-%d %H:%M");
        FormAnswer::new(&typed, words::moment(at, zone, now))
    });
    let store = app.store.clone();
    let check = |typed: &str| {
        store.read(|tx| {
            let draft = args.draft(tx, &pair, typed, now)?;
            overlap::must_be_free(tx, &pair, &draft, None, now)
        })
    };
    let header = app.question_header()?;
    WHEN.ask(app, header, proposed, &check)
}

/// Inserts a planned check-in; fails if it overlaps another.
pub fn plan(
    tx: &WriteTx<'_>,
    pair: &PairContext,
    draft: CheckIn,
    now: Now,
) -> Result<Record<CheckIn>> {
    overlap::must_be_free(tx, pair, &draft, None, now)?;
    Ok(tx.insert(draft)?)
}

/// Sets the length and the channel that are agreed for the day of a planned check-in, unless it has its own.
pub fn complete_as_agreed(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    checkin: &mut CheckIn,
) -> Result<()> {
    let Some(at) = checkin.planned_at else {
        return Ok(());
    };
    if let Some(agreement) = agreements::on_day(tx, pair, pair.pair_day(at))? {
        let terms = agreement.data.terms;
        checkin.planned_minutes = checkin.planned_minutes.or(terms.length);
        checkin.channel = checkin.channel.take().or(terms.channel);
    }
    Ok(())
}

/// Returns a planned check-in; fails if it is in the past, since it can only be logged then.
pub fn new_planned(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    at: DateTime<Utc>,
    zone: Tz,
    now: Now,
) -> Result<CheckIn> {
    if at < now.at {
        let local = at.with_timezone(&pair.user().zone).format("%Y-%m-%d %H:%M");
        let shown = words::moment(at, zone, now);
        let option = pair_option(tx, pair)?;
        return Err(Failure::refused(format!("{shown} is in the past"))
            .hint(format!("run `mentor log --at \"{local}\"{option}` to log a past check-in")));
    }
    Ok(CheckIn::planned(pair.id(), at, zone))
}
