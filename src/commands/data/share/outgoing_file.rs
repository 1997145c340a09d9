//! Writes bundles, invitations and letters to a path that the user chose.

use std::path::{Path, PathBuf};

use crate::commands::data::share::failure::UNCHANGED;
use crate::error::{Failure, Result};
use crate::platform::private_file::PendingFile;
use crate::share::{folder, invitation};

/// A complete file under a temporary name; it gets its name once the transaction is committed.
#[derive(Debug)]
pub struct OutgoingFile {
    path: PathBuf,
    file: PendingFile,
}

impl OutgoingFile {
    /// Prepares a file for a free path, or for one with an older file of the exchange.
    pub fn create_for(path: &Path, bytes: &[u8]) -> Result<OutgoingFile> {
        ensure_replaceable(path)?;
        let prepare = || {
            let mut file = PendingFile::create_for(path)?;
            file.write_all(bytes)?;
            file.sync()?;
            Ok(file)
        };
        let file = prepare().map_err(|error| write_failure(path, &error))?;
        let path = path.to_owned();
        Ok(OutgoingFile { path, file })
    }

    pub fn give_name(self) -> Result<()> {
        let named = self.file.give_name(&self.path);
        named.map_err(|error| write_failure(&self.path, &error))
    }
}

pub fn write_file(path: &Path, bytes: &[u8]) -> Result<()> {
    OutgoingFile::create_for(path, bytes)?.give_name()
}

fn write_failure(path: &Path, error: &std::io::Error) -> Failure {
    Failure::storage(format!("can't write `{}`: {error}", path.display())).data(UNCHANGED)
}

fn ensure_replaceable(path: &Path) -> Result<()> {
    let is_file_name = path.file_name().is_some_and(|name| name != "-");
    let is_free = match path.symlink_metadata() {
        Ok(known) if !known.is_file() => false,
        Ok(_) => folder::read(path).is_ok_and(|bytes| is_of_exchange(&bytes)),
        Err(_) => true,
    };
    if is_file_name && is_free {
        Ok(())
    } else {
        Err(Failure::refused(format!(
            "`{}` is not a file that `mentor share` wrote",
            path.display()
        ))
        .data(UNCHANGED)
        .hint("name another one with `-o FILE`"))
    }
}

/// Whether bytes are a bundle, armored or not, or an invitation. An empty file counts too: overwriting it loses nothing.
fn is_of_exchange(bytes: &[u8]) -> bool {
    let begins = |with: &str| bytes.starts_with(with.as_bytes());
    let is_invitation = || {
        std::str::from_utf8(bytes).is_ok_and(|text| {
            invitation::read(text).is_ok() || invitation::read_for_machine(text).is_some()
        })
    };
    bytes.is_empty()
        || begins("age-encryption.org/")
        || begins("-----BEGIN AGE ENCRYPTED FILE-----")
        || is_invitation()
}
