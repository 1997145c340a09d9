//! The user's own editor on a form.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::config::{Config, settings};
use crate::error::{Failure, Result};
use crate::platform::interrupt::defer_sigint;
use crate::platform::private_file;
use crate::platform::regular_file;

/// The editor that is set; split as a shell would, so that `code --wait` works.
pub fn command(config: &Config) -> Result<Vec<OsString>> {
    let named = config.text(&settings::EDITOR);
    config
        .words(&settings::EDITOR)
        .filter(|words| !words.is_empty())
        .ok_or_else(|| {
            Failure::usage(format!("`{named}` is not a command")).hint("set `EDITOR` to one")
        })
}

/// As `command`, to open a form. One that nobody has set is for a terminal, and waits for ever without one.
pub fn form_command(config: &Config, can_ask: bool, instead: &str) -> Result<Vec<OsString>> {
    let words = command(config)?;
    if can_ask || config.value(&settings::EDITOR).is_some() {
        Ok(words)
    } else {
        Err(needs_terminal(instead))
    }
}

/// Nobody is there to type into an editor.
pub fn needs_terminal(instead: &str) -> Failure {
    Failure::answer_needed("an editor needs a terminal").hint(instead)
}

/// Opens the file and returns its text when the editor is closed. The file stays where it is.
pub fn edit(command: &[OsString], file: &Path) -> Result<String> {
    let name = command.first().cloned().unwrap_or_default();
    let mut editor = Command::new(&name);
    let name = name.display();
    editor.args(&command[1..]).arg(file);
    let status = defer_sigint(|| editor.status()).map_err(|error| {
        Failure::usage(format!("can't start `{name}`: {error}"))
            .hint("name yours: `mentor config set editor nano`, or set `EDITOR`")
    })?;
    if !status.success() {
        return Err(Failure::answer_needed(format!(
            "the editor stopped with {status}"
        )));
    }
    regular_file::read_text(file)
        .map_err(|error| Failure::storage(format!("can't read `{}`: {error}", file.display())))
}

/// Stands between a text and the question that it answers.
const BELOW: &str = "# ---------- Everything from this line on is left out ----------";

/// Opens an answer, with its question below it, in a file that is gone afterwards.
pub fn edit_text(
    command: &[OsString],
    folder: &Path,
    text: &str,
    question: &str,
) -> Result<String> {
    let path = folder.join(format!("mentor-{}.md", std::process::id()));
    let unwritten = |error| Failure::storage(format!("can't write `{}`: {error}", path.display()));
    let _ = fs::remove_file(&path);
    let filled = format!("{text}\n\n{BELOW}\n# {question}\n");
    private_file::write_new(&path, filled.as_bytes()).map_err(unwritten)?;
    let edited = edit(command, &path);
    let _ = fs::remove_file(&path);
    let edited = edited?;
    let (above, _) = edited.split_once(BELOW).unwrap_or((&edited, ""));
    Ok(above.trim().to_owned())
}
