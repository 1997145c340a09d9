//! A folder that both sides see: each device writes one file there, and no other.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::platform::private_file;
use crate::share::bundle::MAX_FILE_BYTES;

/// How the names of bundles end.
const ENDING: &str = "mentor";

/// The file of a device in a folder.
pub fn own_file(folder: &Path, circle: &str, device: &str) -> PathBuf {
    let short = |id: &str| id.get(..6).unwrap_or(id).to_owned();
    folder.join(format!("{}-{}.{ENDING}", short(circle), short(device)))
}

/// All bundles of a folder, copies that a synchronising program made included, in the order of their names.
pub fn bundles(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let is_bundle = path.extension().is_some_and(|ending| ending == ENDING);
        if is_bundle && !name.starts_with('.') && !name.starts_with("join-") && path.is_file() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Reads a file as far as a bundle can go, and a byte more.
pub fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let file = fs::File::open(path)?;
    file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Writes a file whole, in the place of the one that has its name. Until it is whole its name begins with a dot: programs
/// that synchronise pass it over.
pub fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let hidden = path.with_file_name(format!(".{name}"));
    private_file::replace(&hidden, bytes)?;
    fs::rename(&hidden, path).inspect_err(|_| drop(fs::remove_file(&hidden)))
}
