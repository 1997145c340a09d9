//! Drafts: text that was typed and is not stored yet, kept in a file until it is.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::domain::draft::SavedDraft;
use crate::error::{Failure, FailureKind};
use crate::paths::Paths;
use crate::platform::private_file;
use crate::platform::regular_file;

/// What was typed. No file is made before there is something to keep.
#[derive(Debug)]
pub struct Draft {
    /// Where to try, best first.
    places: Vec<PathBuf>,
    name: String,
    /// What takes it up again; stands in its first line.
    command: String,
    path: Option<PathBuf>,
    text: String,
}

/// The mark of the line that says what takes a draft up.
const HEADER: &str = "# taken up by: ";

/// In a draft of answers, where the next question was still open.
pub const ASKED: &str = "# more questions: `mentor draft resume` asks them";

/// Before the reason for which a form was refused, above the line that it is about.
const REASON: &str = "# error: ";

/// The text of a draft without the line that says what takes it up.
pub fn strip_header(text: &str) -> String {
    let lines = text.split_inclusive('\n');
    lines.filter(|line| !line.starts_with(HEADER)).collect()
}

/// Whether an editor has changed nothing but the ends of the text.
pub fn is_same(edited: &str, filled: &str) -> bool {
    strip_header(edited).trim() == strip_header(filled).trim()
}

/// The text with the reason for which it was refused, above its line; an earlier reason is gone.
pub fn with_reason(text: &str, failure: &Failure) -> String {
    let wrong = failure.line().unwrap_or(0);
    let mut at = wrong.saturating_sub(1);
    let mut lines = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if !line.starts_with(REASON) && !line.starts_with(HEADER) {
            lines.push(line.to_owned());
        } else if number + 1 < wrong {
            at -= 1;
        }
    }
    let reason = failure.to_string().replace(char::is_control, " ");
    lines.insert(at.min(lines.len()), format!("{REASON}{reason}"));
    lines.join("\n") + "\n"
}

/// All drafts in the state folder, newest first.
pub fn saved_drafts(paths: &Paths) -> io::Result<Vec<SavedDraft>> {
    let entries = match fs::read_dir(paths.state.join("drafts")) {
        Ok(entries) => entries,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(Vec::new());
        }
        Err(error) => return Err(error),
    };
    let read = |entry: io::Result<fs::DirEntry>| {
        let entry = entry.ok()?;
        let name = entry.file_name().into_string().ok()?;
        let name = name.strip_suffix(".toml")?.to_owned();
        let text = regular_file::read_text(&entry.path()).ok()?;
        let command = text.lines().find_map(|line| line.strip_prefix(HEADER));
        Some(SavedDraft {
            command: command.unwrap_or_default().to_owned(),
            at: entry.metadata().ok()?.modified().ok()?.into(),
            path: entry.path(),
            name,
            text,
        })
    };
    let mut found: Vec<SavedDraft> = entries.filter_map(read).collect();
    found.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| a.name.cmp(&b.name)));
    Ok(found)
}

impl Draft {
    /// In the state folder, or where that can't be written, among the temporary files.
    pub fn new(paths: &Paths, name: &str, command: &str) -> Draft {
        Draft {
            command: command.to_owned(),
            places: vec![paths.state.join("drafts"), paths.temporary.clone()],
            name: format!("{}.toml", name.replace(' ', "-")),
            path: None,
            text: String::new(),
        }
    }

    /// The file, readable by its owner only; none if nothing was kept, or nothing could be.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Nothing was kept so far.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Remembers the text; only a failure writes it.
    pub fn set_text(&mut self, text: &str) {
        text.clone_into(&mut self.text);
    }

    /// Keeps the text in the place of what was kept before.
    pub fn save(&mut self, text: &str) {
        self.set_text(text);
        // At its end: what somebody writes begins at the top, and a slip is known by the number of its line.
        let text = &format!("{}\n{HEADER}{}\n", text.trim_end(), self.command);
        if self
            .path
            .as_ref()
            .is_some_and(|path| private_file::replace(path, text.as_bytes()).is_ok())
        {
            return;
        }
        let begun = self
            .places
            .iter()
            .find_map(|folder| create_unique(folder, &self.name, text).ok());
        self.path = begun;
    }

    /// Goes on with a draft that is there, in the place of a new one.
    pub fn adopt(&mut self, path: &Path) {
        let is_listed = path.parent() == self.places.first().map(PathBuf::as_path);
        if is_listed {
            self.path = Some(path.to_owned());
        }
    }

    /// Gone once its text is stored.
    pub fn remove(self) {
        if let Some(path) = self.path {
            let _ = fs::remove_file(path);
        }
    }

    /// Its name in `mentor draft list`; none among the temporary files.
    fn list_name(&self) -> Option<String> {
        let path = self.path.as_ref()?;
        let is_listed = path.parent() == self.places.first().map(PathBuf::as_path);
        let name = path.file_stem().filter(|_| is_listed)?;
        Some(name.to_string_lossy().into_owned())
    }

    /// Makes sure that the file is there, is for its owner only and says which command takes it up, whatever an editor did.
    fn ensure_header_and_mode(&mut self) {
        let there = self.path.as_ref();
        match there.map(|path| (path, regular_file::read_text(path))) {
            Some((path, Ok(text))) => {
                let _ = private_file::restrict_permissions(path);
                let is_marked = text.lines().any(|line| line.starts_with(HEADER));
                if !is_marked {
                    // At its end: a slip is known by the number of its line.
                    let marked = format!("{}\n{HEADER}{}\n", text.trim_end(), self.command);
                    let _ = private_file::replace(path, marked.as_bytes());
                }
            }
            Some((_, Err(error))) if error.kind() != ErrorKind::NotFound => {}
            _ => {
                self.path = None;
                self.save(&self.text.clone());
            }
        }
    }

    /// Tells a failure where the text is; where it could not be kept anywhere, the failure says the text itself.
    pub fn attach_to_failure(&mut self, mut failure: Failure) -> Failure {
        if self.is_empty() || failure.is_made {
            return failure;
        }
        self.ensure_header_and_mode();
        if failure.kind == FailureKind::Stopped
            && let Some(name) = self.list_name()
        {
            failure.message =
                format!("stopped; your answers are saved (`mentor draft resume {name}`)");
            failure.data = None;
            return failure;
        }
        if let Some(path) = &self.path {
            let path = path.display();
            failure.data = Some(format!(
                "nothing was changed; your text is saved in `{path}`"
            ));
            failure.hints.push(match self.list_name() {
                Some(name) => {
                    format!("run `mentor draft resume {name} --editor` to fix it")
                }
                None => format!(
                    "run `{} --from-file {path}` to continue with it",
                    self.command
                ),
            });
        } else {
            let said = self
                .text
                .lines()
                .filter(|line| !line.is_empty() && !line.starts_with('#'));
            let said: Vec<_> = said.collect();
            failure.data = Some(format!(
                "nothing was changed; your text could not be saved, so here it is:\n{}",
                said.join("\n")
            ));
        }
        failure
    }
}

/// A new file under a name that is free: an earlier draft is never overwritten.
fn create_unique(folder: &Path, name: &str, text: &str) -> io::Result<PathBuf> {
    private_file::create_dir_all(folder)?;
    let (stem, end) = name.rsplit_once('.').unwrap_or((name, ""));
    for n in 1..10_000 {
        let path = match n {
            1 => folder.join(name),
            n => folder.join(format!("{stem}-{n}.{end}")),
        };
        match private_file::write_new(&path, text.as_bytes()) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}
