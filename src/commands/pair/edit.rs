//! `mentor pair edit`

use crate::app::App;
use crate::commands::pair::Which;
use crate::domain::pair::Slug;
use crate::error::{Failure, Result};
use crate::store::{document, pairs, settings};

/// Change the short name of a pair
///
/// What is known of the people is changed with `mentor person edit`.
#[derive(Debug, clap::Args)]
pub struct EditArgs {
    #[command(flatten)]
    which: Which,

    /// The new short name
    #[arg(long, value_name = "SLUG")]
    rename: String,
}

pub fn run(app: &mut App<'_, '_>, args: &EditArgs) -> Result<()> {
    args.which.name(app);
    let slug = Slug::parse(&args.rename)?;
    let couple = app.write(|app, tx| {
        let mut couple = app.couple(tx)?;
        if pairs::by_slug(tx, slug.as_str())?.is_some() {
            return Err(Failure::refused(format!(
                "there is a pair `{}` already",
                slug.as_str()
            )));
        }
        if settings::pair_in_use(tx)?.as_deref() == Some(couple.slug()) {
            settings::use_pair(tx, slug.as_str())?;
        }
        let before = couple.slug().to_owned();
        couple.pair.slug = slug;
        tx.update(&mut couple.pair)?;
        tx.say(format!("Renamed pair `{before}` to `{}`", couple.slug()));
        Ok(couple)
    })?;
    app.show_json(|| document::item(&couple.pair, None))
}
