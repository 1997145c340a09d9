//! `mentor completions`

use clap::CommandFactory;
use clap_complete::Shell;

use crate::app::App;
use crate::commands::Cli;
use crate::error::{Failure, Result};

#[derive(Debug, clap::Args)]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

pub fn run(app: &mut App<'_, '_>, args: &CompletionsArgs) -> Result<()> {
    if app.globals.json {
        return Err(Failure::usage("a completion script is no JSON").hint("leave out `--json`"));
    }
    app.ui.raw(&script(args.shell))
}

/// What the shell is to read.
pub fn script(shell: Shell) -> String {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "mentor", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}
