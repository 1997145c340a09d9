//! `mentor goal list`

use crate::app::App;
use crate::error::Result;
use crate::store::{document, goals};
use crate::view;

/// List goals with progress and confidence
#[derive(Debug, clap::Args)]
pub struct ListArgs {
    /// Done and dropped ones too
    #[arg(long)]
    all: bool,
}

pub fn run(app: &mut App<'_, '_>, args: &ListArgs) -> Result<()> {
    let (couple, stories) = app.read(|tx| {
        let couple = app.couple(tx)?;
        let found = match args.all {
            true => goals::all(tx, couple.id())?,
            false => goals::open(tx, couple.id())?,
        };
        let stories = found.into_iter().map(|goal| goals::story(tx, goal));
        let stories = stories.collect::<Result<Vec<_>, _>>()?;
        Ok((couple, stories))
    })?;
    let today = app.today_of(&couple.mentee);
    app.show(
        || {
            let records: Vec<_> = stories.iter().map(|story| story.goal.clone()).collect();
            document::list(&records, Some(couple.slug()))
        },
        |page| view::goal::table(&stories, today, page),
    )
}
