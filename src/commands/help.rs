//! `mentor help`

use crate::app::App;
use crate::error::{Failure, Result};
use crate::manual;
use crate::view;

#[derive(Debug, clap::Args)]
pub struct HelpArgs {
    /// A command, such as `goal add`, or a topic: dates, calls, privacy, cron, json, exit-codes, screen, settings
    #[arg(value_name = "TOPIC")]
    words: Vec<String>,
}

/// The words of a command have become `--help` before they come here (`run.rs`): what is left is a topic.
pub fn run(app: &mut App<'_, '_>, args: &HelpArgs) -> Result<()> {
    let name = args.words.join(" ");
    let topic = manual::topic(&name).ok_or_else(|| {
        Failure::not_found(format!("no topic `{name}`"))
            .hint(format!("`mentor {name} --help` tells about a command"))
    })?;
    app.show(
        || serde_json::json!({ "schema": "mentor.help/1", "topic": topic.name, "text": topic.text }),
        |page| view::manual::text(topic, page),
    )
}
