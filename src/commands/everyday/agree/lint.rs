//! `mentor agree lint`

use crate::app::App;
use crate::commands::everyday::agree;
use crate::error::{Failure, FailureKind, Result};
use crate::view;

/// List gaps in the agreement and terms that conflict
#[derive(Debug, clap::Args)]
pub struct LintArgs {
    /// Exit with status 1 if there are gaps
    #[arg(long)]
    exit_code: bool,
}

pub fn run(app: &mut App<'_, '_>, args: &LintArgs) -> Result<()> {
    let findings = app.read(|tx| {
        let pair = app.current_pair_to_read(tx)?;
        let record = agree::version(tx, &pair, None)?;
        let zone = pair.user().zone;
        let recorded_on = record.created_at.with_timezone(&zone).date_naive();
        Ok(record.terms.lint(recorded_on))
    })?;
    app.print_result(
        || view::records::agreement::lint_json(&findings),
        |page| view::records::agreement::lint(&findings, page),
    )?;
    if findings.is_empty() && !app.ui.json {
        app.ui.status("No gaps found")?;
    }
    if args.exit_code && !findings.is_empty() {
        app.ui.flush()?;
        return Err(Failure::new(FailureKind::Negative, "the agreement has gaps"));
    }
    Ok(())
}
