//! `mentor agree accept`

use crate::app::{self, App};
use crate::commands::agree;
use crate::commands::noun::given::parse_past_day;
use crate::domain::person::Side;
use crate::error::{Failure, Result};
use crate::store::document;
use crate::view;

/// Accept the latest version
#[derive(Debug, clap::Args)]
pub struct AcceptArgs {
    /// Who accepts: mentor, mentee, me or them
    #[arg(long, value_name = "WHO")]
    by: String,

    /// Date [default: today]
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

pub fn run(app: &mut App<'_, '_>, args: &AcceptArgs) -> Result<()> {
    let (record, slug) = app.write(|app, tx| {
        let couple = app.current_pair_for_write(tx)?;
        let side = app::parse_side(&couple, &args.by)?;
        let mut record = agree::version(tx, &couple, None)?;
        if let Some(on) = record.accepted_by(side) {
            return Err(Failure::refused(format!(
                "{} already accepted version {} on {on}",
                couple.first_name(side),
                record.version
            )));
        }
        let today = app.today_of(couple.person(side));
        let on = parse_past_day(tx, &couple, args.on.as_deref(), today)?;
        match side {
            Side::Mentor => record.accepted_by_mentor = Some(on),
            Side::Mentee => record.accepted_by_mentee = Some(on),
        }
        tx.update(&mut record)?;
        tx.add_message(view::agreement::accepted_message(&record, &couple, side));
        Ok((record, couple.slug().to_owned()))
    })?;
    app.print_record_json(|| document::item(&record, Some(&slug)))
}
