//! Files that only their owner can read, whatever the umask.

use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io::{Result, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

/// Makes a new, empty file; an existing one, or a link, is an error.
pub fn create(path: &Path) -> Result<File> {
    let file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    file.set_permissions(Permissions::from_mode(0o600))?;
    Ok(file)
}

/// Writes a new file and waits until it is on the disk.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut file = create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Puts a text in the place of a file's: whoever reads it sees the old one or the new, never half of one.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let unborn = path.with_extension(format!("new-{}", std::process::id()));
    let _ = fs::remove_file(&unborn);
    let written = write_new(&unborn, bytes).and_then(|()| fs::rename(&unborn, path));
    if written.is_err() {
        let _ = fs::remove_file(&unborn);
    }
    written
}

/// Makes a folder that was not there before and that only its owner can enter.
pub fn new_folder(path: &Path) -> Result<()> {
    DirBuilder::new().mode(0o700).create(path)
}

/// Makes a folder, and those above it, that only their owner can enter.
pub fn folder(path: &Path) -> Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    DirBuilder::new().recursive(true).mode(0o700).create(path)
}

/// Waits until the names in the folder of a file are on the disk.
pub fn sync_folder_of(path: &Path) -> Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}
