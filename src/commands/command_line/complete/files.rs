//! Names of files and folders, for the value of an argument.

use std::ffi::OsStr;
use std::fs;

use clap_complete::engine::{CompletionCandidate, ValueCompleter};

/// What an argument takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileCompleter {
    Files,
    Folders,
}

impl ValueCompleter for FileCompleter {
    /// The names that begin as typed, folders with a slash behind them: one may go on there. A name that begins with a dot
    /// is offered once the dot is typed.
    fn complete(&self, current: &OsStr) -> Vec<CompletionCandidate> {
        let Some(typed) = current.to_str() else {
            return Vec::new();
        };
        let (folder, begun) = typed.split_at(typed.rfind('/').map_or(0, |at| at + 1));
        let looked_into = if folder.is_empty() { "." } else { folder };
        let (mut files, mut folders) = (Vec::new(), Vec::new());
        for entry in fs::read_dir(looked_into).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let Some(name) = name.to_str().filter(|name| name.starts_with(begun)) else {
                continue;
            };
            if name.starts_with('.') && begun.is_empty() {
                continue;
            }
            match entry.path().is_dir() {
                true => folders.push(format!("{folder}{name}/")),
                false if *self == FileCompleter::Files => files.push(format!("{folder}{name}")),
                false => {}
            }
        }
        files.sort();
        folders.sort();
        let names = files.into_iter().chain(folders);
        names.map(CompletionCandidate::new).collect()
    }
}
