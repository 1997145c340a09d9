//! Completion of file and folder names.

use std::ffi::OsStr;
use std::fs;

use clap_complete::engine::{CompletionCandidate, ValueCompleter};

/// The kind of path that an argument takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileCompleter {
    Files,
    Folders,
}

impl ValueCompleter for FileCompleter {
    /// Offers the names that begin as typed; folders end with a slash, so that completion can go on inside them. Hidden
    /// names are offered only once the dot is typed.
    fn complete(&self, current: &OsStr) -> Vec<CompletionCandidate> {
        let Some(typed) = current.to_str() else {
            return Vec::new();
        };
        let (folder, typed_name) = typed.split_at(typed.rfind('/').map_or(0, |at| at + 1));
        let searched_folder = if folder.is_empty() { "." } else { folder };
        let (mut files, mut folders) = (Vec::new(), Vec::new());
        for entry in fs::read_dir(searched_folder).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let Some(name) = name.to_str().filter(|name| name.starts_with(typed_name)) else {
                continue;
            };
            if name.starts_with('.') && typed_name.is_empty() {
                continue;
            }
            if entry.path().is_dir() {
                folders.push(format!("{folder}{name}/"));
            } else if *self == FileCompleter::Files {
                files.push(format!("{folder}{name}"));
            }
        }
        files.sort();
        folders.sort();
        let names = files.into_iter().chain(folders);
        names.map(CompletionCandidate::new).collect()
    }
}
