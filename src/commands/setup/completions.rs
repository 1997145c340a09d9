//! `mentor completions`

use clap_complete::Shell;

use crate::app::App;
use crate::commands::command_line::complete;
use crate::error::{Failure, Result};

#[derive(Debug, clap::Args)]
pub struct CompletionsArgs {
    /// Shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

pub fn run(app: &mut App<'_, '_>, args: &CompletionsArgs) -> Result<()> {
    if app.globals.json {
        return Err(
            Failure::usage("completion scripts have no JSON form").hint("leave out `--json`")
        );
    }
    app.ui.print_raw(&complete::script(args.shell))
}
