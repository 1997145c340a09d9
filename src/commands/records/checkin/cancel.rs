//! `mentor checkin cancel` and `mentor checkin no-show`

use chrono::{DateTime, Utc};

use crate::app::{self, App};
use crate::commands::command_line::arg::{self, RecordArg};
use crate::commands::records::checkin;
use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::length::Span;
use crate::domain::pair::PairContext;
use crate::domain::pair_history::PairHistory;
use crate::domain::person::Side;
use crate::domain::promise;
use crate::domain::record::Record;
use crate::error::{Failure, Result};
use crate::store::read_tx::ReadTx;
use crate::store::write_tx::WriteTx;
use crate::store::{agreements, json};
use crate::view::words;

/// Cancel a planned check-in (late if below the agreed notice)
#[derive(Debug, clap::Args)]
pub struct CancelArgs {
    #[command(flatten)]
    which: RecordArg,

    /// Who cancelled: mentor, mentee, me or them [default: me]
    #[arg(long, value_name = "WHO")]
    by: Option<String>,

    /// Why
    #[arg(long, value_name = "TEXT")]
    because: Option<String>,
}

/// Record a no-show
#[derive(Debug, clap::Args)]
pub struct NoShowArgs {
    #[command(flatten)]
    which: RecordArg,

    /// Who missed it: mentor, mentee, me or them
    #[arg(long, value_name = "WHO", default_value = "them")]
    by: String,

    /// Why
    #[arg(long, value_name = "TEXT")]
    because: Option<String>,
}

pub fn cancel(app: &mut App<'_, '_>, args: &CancelArgs) -> Result<()> {
    let by = args.by.as_deref().unwrap_or("me");
    record_cancellation(app, args.which.number, by, args.because.as_deref(), None)
}

pub fn no_show(app: &mut App<'_, '_>, args: &NoShowArgs) -> Result<()> {
    record_cancellation(
        app,
        args.which.number,
        &args.by,
        args.because.as_deref(),
        Some(CheckInState::NoShow),
    )
}

/// Records a cancellation. Without a state, the agreed notice decides between cancelled and cancelled late.
fn record_cancellation(
    app: &mut App<'_, '_>,
    number: i64,
    by: &str,
    because: Option<&str>,
    state: Option<CheckInState>,
) -> Result<()> {
    let (record, slug) = app.write(|app, tx| {
        let (mut record, pair) = checkin::find_planned_for_write(app, tx, number)?;
        let planned = record.planned_at.unwrap_or(app.now.at);
        if state.is_some() && planned > app.now.at {
            return Err(Failure::refused(format!("check-in {number} is in the future"))
                .hint(format!("run `mentor checkin cancel {number}` to cancel it")));
        }
        let side = app::parse_side(&pair, by)?;
        let cancellation = Cancellation { by: side, because, at: tx.now.at, state };
        cancellation.store(tx, &pair, &mut record)?;
        Ok((record, pair.slug().to_owned()))
    })?;
    app.print_record_json(|| json::item(&record, Some(&slug)))
}

/// Whether a planned check-in is cancelled or moved with the agreed notice.
pub enum NoticeLeft {
    Enough,
    /// Less than the agreed notice. `None`: no notice is agreed, so only a check-in that has begun is too late.
    TooLittle(Option<Span>),
}

pub fn notice_left(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    by: Side,
    planned: DateTime<Utc>,
    at: DateTime<Utc>,
) -> Result<NoticeLeft> {
    let versions = agreements::all(tx, pair.id())?;
    let history = PairHistory::new(pair, &versions, &[]);
    let terms = history.terms_on(pair.pair_day(at));
    let agreed_notice = terms.and_then(|terms| terms.notice);
    Ok(if promise::is_within_notice(&history, by, agreed_notice, planned, at) {
        NoticeLeft::Enough
    } else {
        NoticeLeft::TooLittle(agreed_notice)
    })
}

/// How a planned check-in was cancelled.
pub struct Cancellation<'a> {
    pub by: Side,
    pub because: Option<&'a str>,
    pub at: DateTime<Utc>,
    /// `None`: the agreed notice decides between cancelled and cancelled late.
    pub state: Option<CheckInState>,
}

impl Cancellation<'_> {
    pub fn store(
        self,
        tx: &WriteTx<'_>,
        pair: &PairContext,
        record: &mut Record<CheckIn>,
    ) -> Result<()> {
        let planned = record.planned_at.unwrap_or(self.at);
        let notice = notice_left(tx, pair, self.by, planned, self.at)?;
        let (agreed, cancelled) = match notice {
            NoticeLeft::Enough => (None, CheckInState::Cancelled),
            NoticeLeft::TooLittle(agreed) => (agreed, CheckInState::LateCancelled),
        };
        record.state = self.state.unwrap_or(cancelled);
        record.by = Some(self.by);
        record.because = arg::parse_text("reason", self.because)?;
        record.cancelled_at = Some(self.at);
        tx.update(record)?;
        let (number, name) = (record.id, pair.first_name(self.by));
        let because = words::reason_suffix(record.because.as_deref());
        tx.add_message(match (record.state, agreed) {
            (CheckInState::NoShow, _) => {
                format!("Recorded a no-show for check-in {number} ({name}){because}")
            }
            (CheckInState::LateCancelled, Some(agreed)) => {
                format!("Cancelled check-in {number} (by {name}, with less notice than the agreed {agreed}){because}")
            }
            _ => format!("Cancelled check-in {number} (by {name}){because}"),
        });
        Ok(())
    }
}
