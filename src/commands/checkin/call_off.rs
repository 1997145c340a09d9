//! `mentor checkin cancel` and `mentor checkin no-show`

use crate::app::{self, App};
use crate::commands::arg::{self, Number};
use crate::commands::checkin;
use crate::domain::checkin::CheckInState;
use crate::domain::promise;
use crate::error::{Failure, Result};
use crate::store::{agreements, document};

/// Cancel a planned check-in; with less than the agreed notice it counts as late
#[derive(Debug, clap::Args)]
pub struct CancelArgs {
    #[command(flatten)]
    which: Number,

    /// Who called it off: mentor, mentee, me or them; left out: me
    #[arg(long, value_name = "SIDE")]
    by: Option<String>,

    /// Why
    #[arg(long, value_name = "TEXT")]
    because: Option<String>,
}

/// Record that a side did not come
#[derive(Debug, clap::Args)]
pub struct NoShowArgs {
    #[command(flatten)]
    which: Number,

    /// Who did not come: mentor, mentee, me or them
    #[arg(long, value_name = "SIDE", default_value = "them")]
    by: String,

    /// Why
    #[arg(long, value_name = "TEXT")]
    because: Option<String>,
}

pub fn cancel(app: &mut App<'_, '_>, args: &CancelArgs) -> Result<()> {
    let by = args.by.as_deref().unwrap_or("me");
    call_off(app, args.which.number, by, args.because.as_deref(), None)
}

pub fn no_show(app: &mut App<'_, '_>, args: &NoShowArgs) -> Result<()> {
    call_off(
        app,
        args.which.number,
        &args.by,
        args.because.as_deref(),
        Some(CheckInState::NoShow),
    )
}

/// Without a state, the agreed notice decides between cancelled and cancelled late.
fn call_off(
    app: &mut App<'_, '_>,
    number: i64,
    by: &str,
    because: Option<&str>,
    state: Option<CheckInState>,
) -> Result<()> {
    let (record, slug) = app.write(|app, tx| {
        let (mut record, couple) = checkin::planned_to_change(app, tx, number)?;
        let planned = record.planned_at.unwrap_or(app.now);
        if state.is_some() && planned > app.now {
            return Err(Failure::refused(format!("check-in {number} is still to come"))
                .hint(format!("`mentor checkin cancel {number}` calls it off")));
        }
        let agreed = agreements::in_force(tx, couple.id())?.and_then(|agreement| agreement.terms.notice);
        let in_time = promise::in_time(agreed, planned, app.now);
        let cancelled = if in_time { CheckInState::Cancelled } else { CheckInState::LateCancelled };
        record.state = state.unwrap_or(cancelled);
        let side = app::side(&couple, by)?;
        record.by = Some(side);
        record.because = arg::body("reason", because)?;
        record.cancelled_at = Some(app.now);
        tx.update(&mut record)?;
        let name = couple.called(side);
        tx.say(match (record.state, agreed) {
            (CheckInState::NoShow, _) => format!("Check-in {number}: {name} did not come"),
            (CheckInState::LateCancelled, Some(agreed)) => {
                format!("Check-in {number} cancelled late by {name}: less than the agreed {agreed} before")
            }
            _ => format!("Check-in {number} cancelled by {name}"),
        });
        Ok((record, couple.slug().to_owned()))
    })?;
    app.show_json(|| document::item(&record, Some(&slug)))
}
