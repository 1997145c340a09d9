//! `mentor end show`: the whole mentorship in one document.

use crate::app::App;
use crate::commands::arg::Paper;
use crate::domain::goal::GoalStory;
use crate::domain::pair::Couple;
use crate::domain::promise::Period;
use crate::error::Result;
use crate::store::reader::Reader;
use crate::store::{agreements, checkins, closings, document, goals, progress, reviews, skills};
use crate::view;
use crate::view::closing::Story;

/// Print the whole mentorship as one document, to keep or to give
#[derive(Debug, clap::Args)]
pub struct ShowArgs {
    #[command(flatten)]
    paper: Paper,
}

pub fn run(app: &mut App<'_, '_>, args: &ShowArgs) -> Result<()> {
    let now = app.now;
    let mut story = app.read(|tx| {
        let couple = app.couple(tx)?;
        story(app, tx, couple)
    })?;
    if args.paper.for_partner {
        story.leave_out_private();
    }
    app.show(
        || {
            let mut json = view::closing::json(&story);
            json["closing"] = match &story.closing {
                Some(closing) => document::fields(closing, Some(story.progress.couple.slug())),
                None => serde_json::Value::Null,
            };
            json
        },
        |page| view::closing::text(&story, args.paper.markdown, now, page),
    )
}

fn story(app: &App<'_, '_>, tx: &Reader<'_>, couple: Couple) -> Result<Story> {
    let pair = couple.id();
    let zone = couple.user().zone;
    let begun = couple.pair.created_at.with_timezone(&zone).date_naive();
    let closing = closings::of(tx, pair)?;
    let today = app.today_of(couple.user());
    let until = closing.as_ref().map_or(today, |closing| closing.on);
    let first = checkins::first_held(tx, pair)?.and_then(|one| one.held_at);
    let first = first.map(|at| at.with_timezone(&zone).date_naive());
    let agreement = agreements::in_force(tx, pair)?;
    let starts = agreement.as_ref().and_then(|one| one.terms.starts);
    let since = [Some(begun), first, starts].into_iter().flatten().min();
    let period = Period {
        since: since.unwrap_or(begun).min(until),
        until,
    };
    let stories = goals::all(tx, pair)?
        .into_iter()
        .map(|goal| goals::story(tx, goal));
    Ok(Story {
        closing,
        agreement,
        goals: stories.collect::<Result<Vec<GoalStory>, _>>()?,
        skills: skills::stories(tx, pair)?,
        reviews: reviews::all(tx, pair)?,
        progress: progress::of(tx, couple, period)?,
    })
}
