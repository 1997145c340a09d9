//! What imports of rows share: a plan that is shown, a question, and one transaction that executes it.

use crate::app::App;
use crate::commands::data::import::columns::{ColumnTarget, ImportColumn};
use crate::commands::data::import::options::ImportOptions;
use crate::error::{Failure, Result};
use crate::input::form::CsvTable;
use crate::store::read_tx::ReadTx;
use crate::store::write_tx::WriteTx;
use crate::view::messages::import::ImportPlan;
use crate::view::{self, words};

/// The label of the progress bar.
pub const IMPORTING: &str = "Importing";

/// Shows the plan and asks; then plans again inside the transaction, since another process may have written meanwhile,
/// and executes the new plan.
pub fn confirm_and_execute(
    app: &mut App<'_, '_>,
    args: &ImportOptions,
    source: &str,
    plan: impl FnOnce(&App<'_, '_>, &ReadTx<'_>) -> Result<ImportPlan>,
    execute: impl FnOnce(&App<'_, '_>, &WriteTx<'_>) -> Result<ImportPlan>,
) -> Result<()> {
    let mut plan = app.read(|tx| plan(app, tx))?;
    print_left_out(app, &plan)?;
    if args.dry_run {
        app.print_result(
            || view::messages::import::json(&plan),
            |page| view::messages::import::text(&plan, page),
        )?;
        return print_notes(app, &plan.notes);
    }
    if plan.is_empty() {
        app.ui.status(&view::messages::import::nothing_message(&plan, source))?;
    } else {
        if !args.yes {
            let page = app.page();
            app.ui.status(&view::messages::import::text(&plan, &page))?;
        }
        let question = view::messages::import::question(&plan);
        app.confirm_or_fail(args.yes, question, "an import", "Nothing was imported")?;
        plan = app.write(|app, tx| {
            let plan = execute(app, tx)?;
            // One message replaces those of the single records.
            tx.take_messages();
            tx.add_message(view::messages::import::done_message(&plan, source));
            Ok(plan)
        })?;
    }
    // Someone who was asked has seen the columns, and an edited listing has many that can't be edited.
    if args.yes
        && plan.new > 0
        && let Some(note) = view::messages::import::skipped_columns(&plan)
    {
        app.ui.note(&note)?;
    }
    print_notes(app, &plan.notes)?;
    app.print_record_json(|| view::messages::import::answer(&plan))
}

/// Returns a plan with the target of each column, and without the lines that are no rows.
pub fn new_plan(noun: &'static str, columns: &[ImportColumn], sheet: &CsvTable) -> ImportPlan {
    let target_of =
        |column: &ImportColumn| (column.name.to_string(), column.to.map(ColumnTarget::key));
    let mut plan = ImportPlan::new(noun, columns.iter().map(target_of).collect());
    for error in &sheet.uneven {
        plan.leave_out(vec![format!("{error} ({})", error.hint())]);
    }
    plan
}

/// Refuses a file of which no row can be imported, with one line for each cell that is wrong.
pub fn ensure_any_row(args: &ImportOptions, source: &str, plan: ImportPlan) -> Result<ImportPlan> {
    if plan.left_out.is_empty() || plan.known > 0 || !plan.is_empty() {
        return Ok(plan);
    }
    let count = words::count(plan.left_out.len(), "cell");
    let mut failure = Failure::refused(format!("{source} has {count} that can't be imported"));
    failure.details = plan.left_out.into();
    Err(failure.data("nothing was imported").hint(if args.csv {
        "fix the file, or use `--map` to assign a column"
    } else {
        "fix the file"
    }))
}

/// Prints which rows are not imported.
fn print_left_out(app: &mut App<'_, '_>, plan: &ImportPlan) -> Result<()> {
    print_notes(app, &plan.skipped)?;
    if plan.left_out.is_empty() {
        return Ok(());
    }
    print_notes(app, &plan.left_out)?;
    let lines = words::count(plan.left_out_rows, "line");
    app.ui.note(&format!("left out {lines}; fix the file and import it again to add the rest"))
}

/// How many notes are printed.
const MAX_NOTES: usize = 10;

/// Prints the first notes and how many more there are.
pub fn print_notes(app: &mut App<'_, '_>, notes: &[String]) -> Result<()> {
    for note in notes.iter().take(MAX_NOTES) {
        app.ui.note(note)?;
    }
    match notes.len().checked_sub(MAX_NOTES).filter(|more| *more > 0) {
        Some(more) => app.ui.note(&format!("{} like these", words::count(more, "more line"))),
        None => Ok(()),
    }
}
