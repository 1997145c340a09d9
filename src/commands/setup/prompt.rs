//! `mentor prompt`

use crate::app::App;
use crate::commands::everyday::due;
use crate::domain::due::DueCounts;
use crate::error::{Failure, Result};
use crate::store::snapshots;
use crate::view;

#[derive(Debug, clap::Args)]
pub struct PromptArgs {
    /// Format: {overdue} and {due} are counts; parts in [ ] disappear when their count is 0
    #[arg(long, value_name = "TEXT", default_value = view::messages::prompt::DEFAULT_FORMAT)]
    format: String,
}

/// Prints the counts. Errors are ignored: a shell prompt is no place for them, and every other command reports them.
pub fn run(app: &mut App<'_, '_>, args: &PromptArgs) -> Result<()> {
    let placeholders = ["overdue", "due"];
    if let Some(name) = view::messages::prompt::unknown(&args.format, &placeholders) {
        return Err(Failure::usage(format!("`--format`: unknown placeholder `{{{name}}}`"))
            .hint("use `{overdue}` and `{due}`"));
    }
    let Ok(counts) = count_due(app) else {
        return Ok(());
    };
    app.print_result(
        || view::messages::prompt::json(counts),
        |_| view::messages::prompt::text(&args.format, counts),
    )
}

fn count_due(app: &App<'_, '_>) -> Result<DueCounts> {
    let within = app.due_horizon_days(None);
    app.store.try_read(|tx| {
        let mut counts = DueCounts::default();
        for pair in app.selected_pairs(tx)? {
            counts.add(&snapshots::load_for_status(tx, pair, app.now, within)?, within);
        }
        for (due, _) in due::due_of_ended_pairs(app, tx, app.now, within)? {
            counts.count(&due);
        }
        Ok(counts)
    })
}
