//! Drafts: text that was typed and is not stored yet, kept in a file until it is.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{Failure, Result};
use crate::private_file;

/// One file below the state folder, readable by its owner only.
#[derive(Debug)]
pub struct Draft {
    pub path: PathBuf,
}

impl Draft {
    /// Takes a name that is free: an earlier draft is never overwritten.
    pub fn new(state: &Path, name: &str) -> Result<Draft> {
        let folder = state.join("drafts");
        private_file::folder(&folder).map_err(|error| {
            Failure::storage(format!("`{}` can't be made: {error}", folder.display()))
        })?;
        for n in 1..10_000 {
            let path = match n {
                1 => folder.join(format!("{name}.toml")),
                n => folder.join(format!("{name}-{n}.toml")),
            };
            match private_file::create(&path) {
                Ok(_) => return Ok(Draft { path }),
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
                Err(error) => {
                    return Err(Failure::storage(format!(
                        "the draft `{}` can't be written: {error}",
                        path.display()
                    )));
                }
            }
        }
        Err(Failure::storage(format!(
            "there are too many drafts in `{}`",
            folder.display()
        )))
    }

    /// Keeps the text; the file is replaced as a whole.
    pub fn save(&self, text: &str) -> Result<()> {
        let unborn = self
            .path
            .with_extension(format!("new-{}", std::process::id()));
        let failed = |error: std::io::Error| {
            Failure::storage(format!(
                "the draft `{}` can't be written: {error}",
                self.path.display()
            ))
        };
        let _ = fs::remove_file(&unborn);
        private_file::write_new(&unborn, text.as_bytes()).map_err(failed)?;
        fs::rename(&unborn, &self.path).map_err(failed)
    }

    /// Gone once its text is stored.
    pub fn remove(&self) {
        let _ = fs::remove_file(&self.path);
    }

    /// Tells a failure where the text is, if it was kept.
    pub fn explain(&self, mut failure: Failure, command: &str) -> Failure {
        let is_empty = fs::metadata(&self.path).is_ok_and(|file| file.len() == 0);
        if is_empty {
            self.remove();
        } else if self.path.exists() {
            let path = self.path.display();
            failure.data = Some(format!(
                "nothing was changed; your text is kept in `{path}`"
            ));
            failure
                .hints
                .push(format!("`{command} --from-file {path}` takes it up again"));
        }
        failure
    }
}
