//! `mentor help`

use clap::CommandFactory;

use crate::app::App;
use crate::commands::Cli;
use crate::commands::help::help_screen;
use crate::error::{Failure, Result};
use crate::manual;
use crate::view;

#[derive(Debug, clap::Args)]
pub struct HelpArgs {
    /// Command, such as `goal add`, or topic, such as `dates`, `records` or `options`
    #[arg(value_name = "TOPIC")]
    words: Vec<String>,
}

/// Returns the page of a command group or of the global options.
fn page(name: &str, width: usize) -> String {
    help_screen::page(name, Cli::command(), width).unwrap_or_default()
}

/// Prints a topic or page. `run.rs` turns `mentor help COMMAND` into `--help`, so only topics arrive here.
pub fn run(app: &mut App<'_, '_>, args: &HelpArgs) -> Result<()> {
    let name = args.words.join(" ");
    if help_screen::is_page(&name) {
        return app.print_result(
            || view::messages::manual::json(&name, page(&name, 100)),
            |layout| page(&name, layout.width.unwrap_or(100)).trim_end().to_owned(),
        );
    }
    let topic = manual::find_topic(&name).ok_or_else(|| {
        Failure::not_found(format!("no topic `{name}`"))
            .hint(format!("run `mentor {name} --help` for a command"))
    })?;
    app.print_result(
        || view::messages::manual::json(topic.name, topic.text),
        |page| view::messages::manual::text(topic, page),
    )
}
