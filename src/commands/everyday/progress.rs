//! `mentor progress`

use crate::app::{App, pair_option};
use crate::commands::command_line::arg::{self, AsOf};
use crate::commands::report_output::ReportOutputArgs;
use crate::domain::goal::Goal;
use crate::error::Result;
use crate::store::{histories, progress};
use crate::view;

#[derive(Debug, clap::Args)]
pub struct ProgressArgs {
    /// Start date [default: the first day]
    #[arg(long, value_name = "DATE")]
    since: Option<String>,

    /// Only this goal, with the wins
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(i64).range(1..))]
    goal: Option<i64>,

    #[command(flatten)]
    output: ReportOutputArgs,

    #[command(flatten)]
    as_of: AsOf,
}

pub fn run(app: &mut App<'_, '_>, args: &ProgressArgs) -> Result<()> {
    let (report_data, pair_option) = app.read_as_of(args.as_of.typed_day(), |app, tx, now| {
        let (goal, pair) = match args.goal {
            Some(number) => {
                let (goal, pair) = app.find_record::<Goal>(tx, number)?;
                (Some(goal.id), pair)
            }
            None => (None, app.current_pair_to_read(tx)?),
        };
        app.read_for(args.output.for_partner, tx, pair, |tx, pair| {
            let today = now.style.today(pair.user().day_at(now.at));
            let began = histories::first_day(tx, &pair)?;
            let since = arg::parse_since(args.since.as_deref(), today, || Ok(began))?;
            let period = pair.period_from(since.unwrap_or(began), now.at);
            let mut data = progress::load(tx, pair, period, app.now.style)?;
            if let Some(goal) = goal {
                data.retain_goal(goal);
            }
            let pair_option = pair_option(tx, &data.pair)?;
            Ok((data, pair_option))
        })
    })?;
    if args.output.is_document() {
        let report = view::reports::progress::report(&report_data, &pair_option, app.ui.mode);
        return args.output.show(app, || view::reports::progress::json(&report_data), &report);
    }
    app.print_result(
        || view::reports::progress::json(&report_data),
        |page| view::reports::progress::text(&report_data, &pair_option, page),
    )
}
