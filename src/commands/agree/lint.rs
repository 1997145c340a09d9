//! `mentor agree lint`

use crate::app::App;
use crate::commands::agree;
use crate::error::{Failure, Kind, Result};
use crate::view;

/// Say what the agreement leaves open and what in it does not add up
#[derive(Debug, clap::Args)]
pub struct LintArgs {
    /// End with status 1 if there is anything
    #[arg(long)]
    exit_code: bool,
}

pub fn run(app: &mut App<'_, '_>, args: &LintArgs) -> Result<()> {
    let findings = app.read(|tx| {
        let couple = app.couple(tx)?;
        let record = agree::version(tx, &couple, None)?;
        let zone = couple.user().zone;
        let begun = record.created_at.with_timezone(&zone).date_naive();
        Ok(record.terms.lint(begun))
    })?;
    app.show(
        || view::agreement::lint_json(&findings),
        |page| view::agreement::lint(&findings, page),
    )?;
    if findings.is_empty() && !app.ui.json {
        app.ui.status("Nothing is left open")?;
    }
    if args.exit_code && !findings.is_empty() {
        app.ui.flush()?;
        return Err(Failure::new(
            Kind::Negative,
            "the agreement leaves something open",
        ));
    }
    Ok(())
}
