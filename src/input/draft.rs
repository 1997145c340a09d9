//! Drafts: typed text in a file until it is stored.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::domain::draft::SavedDraft;
use crate::error::{Failure, FailureKind};
use crate::paths::Paths;
use crate::platform::private_file;
use crate::platform::regular_file;

/// A text that was typed. No file is created before there is something to save.
#[derive(Debug)]
pub struct Draft {
    /// The folders to try, best first.
    folders: Vec<PathBuf>,
    name: String,
    /// The command that resumes the draft, as noted in the file.
    command: String,
    path: Option<PathBuf>,
    text: String,
}

/// Begins the line with the command that resumes a draft.
const HEADER: &str = "# resumed by: ";

/// The same line in drafts that were saved before 0.2.
const FORMER_HEADER: &str = "# taken up by: ";

/// Returns the command that resumes the draft, if this is the line that names it.
fn resuming_command(line: &str) -> Option<&str> {
    line.strip_prefix(HEADER).or_else(|| line.strip_prefix(FORMER_HEADER))
}

/// Marks a draft of answers to questions that were interrupted.
pub const ASKED: &str = "# more questions: `mentor draft resume` asks them";

/// Begins the line with the reason why a form was refused, above the line concerned.
const REASON: &str = "# error: ";

/// Returns the text of a draft without the line that names its command.
pub fn strip_header(text: &str) -> String {
    let lines = text.split_inclusive('\n');
    lines.filter(|line| resuming_command(line).is_none()).collect()
}

/// Whether an editor changed nothing but blanks at the ends of the text.
pub fn is_same(edited: &str, initial: &str) -> bool {
    strip_header(edited).trim() == strip_header(initial).trim()
}

/// Inserts the reason for a refusal above the line concerned, in place of an earlier reason.
pub fn with_reason(text: &str, failure: &Failure) -> String {
    let wrong_line = failure.line().unwrap_or(0);
    let mut index = wrong_line.saturating_sub(1);
    let mut lines = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if !line.starts_with(REASON) && resuming_command(line).is_none() {
            lines.push(line.to_owned());
        } else if number + 1 < wrong_line {
            index -= 1;
        }
    }
    let hints = failure.hints.iter().map(|hint| format!(" ({hint})"));
    let reason = format!("{failure}{}", hints.collect::<String>()).replace(char::is_control, " ");
    lines.insert(index.min(lines.len()), format!("{REASON}{reason}"));
    lines.join("\n") + "\n"
}

/// Returns all drafts in the state folder, newest first.
pub fn saved_drafts(paths: &Paths) -> io::Result<Vec<SavedDraft>> {
    let entries = match fs::read_dir(paths.state.join("drafts")) {
        Ok(entries) => entries,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(Vec::new());
        }
        Err(error) => return Err(error),
    };
    let read_entry = |entry: io::Result<fs::DirEntry>| {
        let entry = entry.ok()?;
        let name = entry.file_name().into_string().ok()?;
        let name = name.strip_suffix(".toml")?.to_owned();
        let text = regular_file::read_text(&entry.path()).ok()?;
        let command = text.lines().find_map(resuming_command);
        Some(SavedDraft {
            command: command.unwrap_or_default().to_owned(),
            at: entry.metadata().ok()?.modified().ok()?.into(),
            path: entry.path(),
            name,
            text,
        })
    };
    let mut drafts: Vec<SavedDraft> = entries.filter_map(read_entry).collect();
    drafts.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| a.name.cmp(&b.name)));
    Ok(drafts)
}

/// Saves a text that no command resumes, and returns the name by which `mentor draft show` finds it. Fails unless it can be
/// saved in the state folder, since there is no other copy. A draft with the same text is not saved again.
pub fn save_text(paths: &Paths, name: &str, text: &str) -> io::Result<String> {
    let is_same = |saved: &SavedDraft| saved.command.is_empty() && saved.text.trim() == text.trim();
    if let Some(saved) = saved_drafts(paths)?.into_iter().find(is_same) {
        return Ok(saved.name);
    }
    let path = create_unique(&paths.state.join("drafts"), &format!("{name}.toml"), text)?;
    let stem = path.file_stem().unwrap_or_default();
    Ok(stem.to_string_lossy().into_owned())
}

impl Draft {
    /// Creates a draft without a file. It will be saved in the state folder, or else in the temporary folder.
    pub fn new(paths: &Paths, name: &str, command: &str) -> Draft {
        Draft {
            command: command.to_owned(),
            folders: vec![paths.state.join("drafts"), paths.temporary.clone()],
            name: format!("{}.toml", name.replace(' ', "-")),
            path: None,
            text: String::new(),
        }
    }

    /// Returns the path of the file, which only its owner can read; `None`: nothing was saved, or saving failed.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Whether the draft has no text yet.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Sets the text without writing it; a failure saves it.
    pub fn set_text(&mut self, text: &str) {
        text.clone_into(&mut self.text);
    }

    /// Saves the text, replacing what was saved before.
    pub fn save(&mut self, text: &str) {
        self.set_text(text);
        let text = &self.with_header(text);
        let replace = |path: &PathBuf| private_file::replace(path, text.as_bytes()).is_ok();
        if self.path.as_ref().is_some_and(replace) {
            return;
        }
        self.path =
            self.folders.iter().find_map(|folder| create_unique(folder, &self.name, text).ok());
    }

    /// Adds the command that resumes the draft. It goes to the end: the user writes at the top, and errors refer to line
    /// numbers.
    fn with_header(&self, text: &str) -> String {
        format!("{}\n{HEADER}{}\n", text.trim_end(), self.command)
    }

    /// Continues an existing draft instead of creating a new one.
    pub fn adopt(&mut self, path: &Path) {
        if self.is_listed(path) {
            self.path = Some(path.to_owned());
        }
    }

    /// Whether `mentor draft list` shows the file: one in the temporary folder it doesn't.
    fn is_listed(&self, path: &Path) -> bool {
        path.parent() == self.folders.first().map(PathBuf::as_path)
    }

    /// Deletes the draft.
    pub fn remove(self) {
        if let Some(path) = self.path {
            let _ = fs::remove_file(path);
        }
    }

    /// Returns its name in `mentor draft list`. `None`: it is not listed.
    fn list_name(&self) -> Option<String> {
        let path = self.path.as_ref().filter(|path| self.is_listed(path))?;
        Some(path.file_stem()?.to_string_lossy().into_owned())
    }

    /// Makes sure that the file exists, that only its owner can read it and that it names its command, whatever the
    /// editor did.
    fn ensure_header_and_mode(&mut self) {
        let path = self.path.as_ref();
        match path.map(|path| (path, regular_file::read_text(path))) {
            Some((path, Ok(text))) => {
                private_file::restrict_permissions(path);
                let has_header = text.lines().any(|line| resuming_command(line).is_some());
                if !has_header {
                    let _ = private_file::replace(path, self.with_header(&text).as_bytes());
                }
            }
            Some((_, Err(error))) if error.kind() != ErrorKind::NotFound => {}
            _ => {
                self.path = None;
                self.save(&self.text.clone());
            }
        }
    }

    /// Adds the draft's path to a failure; if it could not be saved, adds the text itself.
    pub fn attach_to_failure(&mut self, mut failure: Failure) -> Failure {
        if self.is_empty() || failure.is_change_saved {
            return failure;
        }
        self.ensure_header_and_mode();
        let outcome = match failure.kind {
            FailureKind::Stopped => Some("your answers are saved"),
            FailureKind::Declined => Some("your text is a draft"),
            _ => None,
        };
        if let (Some(outcome), Some(name)) = (outcome, self.list_name()) {
            let message = &failure.message;
            failure.message = format!("{message}; {outcome} (`mentor draft resume {name}`)");
            failure.data = None;
            return failure;
        }
        if let Some(path) = &self.path {
            let path = path.display();
            failure.data = Some(format!("nothing was changed; your text is saved in `{path}`"));
            failure.hints.push(match self.list_name() {
                Some(name) => {
                    format!("run `mentor draft resume {name} --editor` to fix it")
                }
                None => format!("run `{} --from-file {path}` to continue with it", self.command),
            });
        } else {
            let lines = self.text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
            let lines: Vec<_> = lines.collect();
            failure.data = Some(format!(
                "nothing was changed; your text could not be saved, so here it is:\n{}",
                lines.join("\n")
            ));
        }
        failure
    }
}

/// Creates a file under a name that is free, so that an earlier draft is never overwritten.
fn create_unique(folder: &Path, name: &str, text: &str) -> io::Result<PathBuf> {
    private_file::create_dir_all(folder)?;
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    for n in 1..10_000 {
        let path = match n {
            1 => folder.join(name),
            n => folder.join(format!("{stem}-{n}.{extension}")),
        };
        match private_file::write_new(&path, text.as_bytes()) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reason_and_hint_are_put_above_the_line_and_replace_earlier_ones() {
        let failure = Failure::refused("`b` is no day").hint("did you mean `c`?").at_line(2);
        let once = with_reason("a\nb\n", &failure);
        assert_eq!(once, "a\n# error: `b` is no day (did you mean `c`?)\nb\n");
        let again = Failure::refused("other").at_line(3);
        assert_eq!(with_reason(&once, &again), "a\n# error: other\nb\n");
    }
}
