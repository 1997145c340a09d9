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

/// A group of commands, or the options that every command takes.
fn page(name: &str, width: usize) -> String {
    help_screen::page(name, Cli::command(), width).unwrap_or_default()
}

/// The words of a command have become `--help` before they come here (`run.rs`): what is left is a topic.
pub fn run(app: &mut App<'_, '_>, args: &HelpArgs) -> Result<()> {
    let name = args.words.join(" ");
    if help_screen::is_page(&name) {
        return app.print_result(
            || view::messages::manual::json(&name, &page(&name, 100)),
            |shape| {
                page(&name, shape.width.unwrap_or(100))
                    .trim_end()
                    .to_owned()
            },
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
