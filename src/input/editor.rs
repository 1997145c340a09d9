//! The user's editor.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::config::{Config, settings};
use crate::error::{Failure, Result};
use crate::platform::interrupt::defer_sigint;
use crate::platform::private_file;
use crate::platform::regular_file;

/// Returns the configured editor, split as a shell would, so that `code --wait` works.
pub fn command(config: &Config) -> Result<Vec<OsString>> {
    let configured = config.text(&settings::EDITOR);
    config.words(&settings::EDITOR).filter(|words| !words.is_empty()).ok_or_else(|| {
        Failure::usage(format!("`{configured}` is not a command")).hint("set `EDITOR` to one")
    })
}

/// Like `command`, to open a form. Fails without a terminal unless an editor is configured: `vi` would wait forever.
pub fn form_command(config: &Config, can_ask: bool, hint: &str) -> Result<Vec<OsString>> {
    let command_words = command(config)?;
    if can_ask || config.value(&settings::EDITOR).is_some() {
        Ok(command_words)
    } else {
        Err(needs_terminal_failure(hint))
    }
}

/// Returns the failure for an editor without a terminal.
pub fn needs_terminal_failure(hint: &str) -> Failure {
    Failure::answer_needed("an editor needs a terminal").hint(hint)
}

/// Opens the file in the editor and returns its text once the editor is closed. The file is kept.
pub fn edit(command: &[OsString], file: &Path) -> Result<String> {
    let name = command.first().cloned().unwrap_or_default();
    let mut editor = Command::new(&name);
    let name = name.display();
    editor.args(&command[1..]).arg(file);
    let status = defer_sigint(|| editor.status()).map_err(|error| {
        Failure::usage(format!("can't start `{name}`: {error}"))
            .hint("run `mentor config set editor nano`, or set `EDITOR`")
    })?;
    if !status.success() {
        return Err(Failure::answer_needed(format!("the editor stopped with {status}")));
    }
    regular_file::read_text(file)
        .map_err(|error| Failure::storage(format!("can't read `{}`: {error}", file.display())))
}

/// Separates an answer from its question, which is ignored.
const SEPARATOR: &str = "# ---------- Everything below this line is ignored ----------";

/// Opens an answer in the editor, with its question below it, in a temporary file that is deleted afterwards.
pub fn edit_text(
    command: &[OsString],
    folder: &Path,
    text: &str,
    question: &str,
) -> Result<String> {
    let path = folder.join(format!("mentor-{}.md", std::process::id()));
    let write_failure =
        |error| Failure::storage(format!("can't write `{}`: {error}", path.display()));
    let _ = fs::remove_file(&path);
    let initial = format!("{text}\n\n{SEPARATOR}\n# {question}\n");
    private_file::write_new(&path, initial.as_bytes()).map_err(write_failure)?;
    let edited = edit(command, &path);
    let _ = fs::remove_file(&path);
    let edited = edited?;
    let (above, _) = edited.split_once(SEPARATOR).unwrap_or((&edited, ""));
    Ok(above.trim().to_owned())
}
