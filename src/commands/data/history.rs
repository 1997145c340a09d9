//! `mentor history`

use crate::app::App;
use crate::commands::command_line::arg::CsvArgs;
use crate::error::Result;
use crate::store::undo;
use crate::view;
use crate::view::page::listing::ListFooter;

#[derive(Debug, clap::Args)]
pub struct HistoryArgs {
    /// How many to show
    #[arg(short = 'n', long, value_name = "COUNT", default_value_t = 20)]
    most: u32,

    #[command(flatten)]
    cells: CsvArgs,
}

pub fn run(app: &mut App<'_, '_>, args: &HistoryArgs) -> Result<()> {
    let (steps, zone, oldest) = app.read(|tx| {
        let user = app.user(tx)?;
        let zone = user.map_or_else(|| app.system_zone(), |user| user.zone);
        let steps = match app.typed_pair(tx)? {
            Some(pair) => undo::history_of_pair(tx, pair.id(), args.most as usize)?,
            None => undo::history(tx, i64::from(args.most))?,
        };
        Ok((steps, zone, undo::dropped_before(tx)?))
    })?;
    let most = args.most as usize;
    let is_at_the_end = steps.len() < most || steps.last().map(|step| step.id) == oldest;
    let now = app.now;
    let footer = ListFooter {
        noun: "change",
        shown: steps.len(),
        hint: "each command that changes something is listed here",
        ..ListFooter::default()
    };
    app.print_list_with_footer(
        args.cells.format(),
        &view::messages::history::COLUMNS,
        &footer,
        || view::messages::history::list(&steps),
        |page| view::messages::history::table(&steps, zone, now, page),
    )?;
    match oldest.filter(|_| is_at_the_end) {
        Some(oldest) => app.ui.note(&format!(
            "no change before {oldest} is kept: only the last {}, up to {} MB, and none from before a purge",
            undo::MAX_STEPS,
            undo::KEPT_BYTES >> 20
        )),
        None => Ok(()),
    }
}
