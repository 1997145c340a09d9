//! The folder that both sides see: each device writes exactly one file in it.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::platform::private_file;
use crate::share::bundle::MAX_FILE_BYTES;

/// File extension of bundles.
const EXTENSION: &str = "mentor";

/// Returns the path of a device's file in the folder.
pub fn own_file(folder: &Path, circle: &str, device: &str) -> PathBuf {
    let short = |id: &str| id.get(..6).unwrap_or(id).to_owned();
    folder.join(format!("{}-{}.{EXTENSION}", short(circle), short(device)))
}

/// Lists the bundles of a circle in a folder, sorted by name, including conflict copies made by sync programs. Other circles
/// may use the folder too: their files are left out by their names, since they can't be opened.
pub fn bundles(folder: &Path, circle: &str) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let is_bundle = path.extension().is_some_and(|extension| extension == EXTENSION);
        if is_bundle
            && !is_of_other_circle(&name, circle)
            && !name.starts_with('.')
            && !name.starts_with("join-")
            && path.is_file()
        {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Whether `own_file` gives this name to a file of another circle.
fn is_of_other_circle(name: &str, circle: &str) -> bool {
    let id = name.split_once('-').map_or("", |(id, _)| id);
    id.len() == 6 && id.bytes().all(|byte| byte.is_ascii_hexdigit()) && !circle.starts_with(id)
}

/// Reads a file up to one byte past the size limit of a bundle, so that an oversized one is recognised.
pub fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let file = fs::File::open(path)?;
    file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Replaces a file atomically. The temporary name starts with a dot, which sync programs ignore.
pub fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let hidden = path.with_file_name(format!(".{name}"));
    private_file::replace(&hidden, bytes)?;
    fs::rename(&hidden, path).inspect_err(|_| drop(fs::remove_file(&hidden)))
}
