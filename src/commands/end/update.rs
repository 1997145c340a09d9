//! `mentor end update`

use crate::app::App;
use crate::domain::pair::PairState;
use crate::domain::text;
use crate::error::{Failure, Result};
use crate::store::{closings, document};

/// Record where the two of you are now, some time after the end
#[derive(Debug, clap::Args)]
pub struct UpdateArgs {
    /// Where you are now
    #[arg(value_name = "TEXT")]
    text: String,
}

pub fn run(app: &mut App<'_, '_>, args: &UpdateArgs) -> Result<()> {
    let (record, slug) = app.write(|app, tx| {
        let couple = app.couple(tx)?;
        let none = || {
            Failure::refused(format!("`{}` has not ended", couple.slug()))
                .hint("`mentor end` ends a mentorship")
        };
        let closing = closings::of(tx, couple.id())?;
        let is_over = couple.pair.state == PairState::Ended;
        let mut closing = closing.filter(|_| is_over).ok_or_else(none)?;
        closing.update = Some(text::body("update", &args.text)?);
        closing.updated_on = Some(app.today_of(couple.user()));
        tx.update(&mut closing)?;
        tx.say(format!("Noted where `{}` is now", couple.slug()));
        Ok((closing, couple.slug().to_owned()))
    })?;
    app.show_json(|| document::item(&record, Some(&slug)))
}
