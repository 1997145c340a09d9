//! Reading files. None is read beyond a limit, and one that has a fixed name is never a pipe or a device, which have no end.

use std::fs::{self, File};
use std::io::{Error, ErrorKind, Read, Result};
use std::path::Path;

/// Largest file of settings, drafts and templates, in bytes.
pub const MAX_TEXT_FILE_BYTES: u64 = 10 << 20;

/// Returns the bytes of a file, or why it can't be read, as the end of a sentence.
pub fn read(path: &Path, max_bytes: u64) -> Result<Vec<u8>> {
    let about = fs::metadata(path)?;
    // Asked before it is opened: opening a pipe waits for somebody at its other end.
    if !about.is_file() {
        return Err(Error::new(ErrorKind::InvalidInput, "not a file"));
    }
    read_named(path, max_bytes)
}

/// Returns the bytes of a file that the user has named. It may be a pipe, such as `<(…)` of a shell.
pub fn read_named(path: &Path, max_bytes: u64) -> Result<Vec<u8>> {
    // A large file is refused before there is need of memory for it.
    if fs::metadata(path)?.len() > max_bytes {
        return Err(too_large(max_bytes));
    }
    read_stream(&mut File::open(path)?, max_bytes)
}

/// Returns all that a stream says.
pub fn read_stream(stream: &mut dyn Read, max_bytes: u64) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    stream.take(max_bytes + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > max_bytes {
        Err(too_large(max_bytes))
    } else {
        Ok(bytes)
    }
}

/// As [`read()`], as text.
pub fn read_text(path: &Path) -> Result<String> {
    let bytes = read(path, MAX_TEXT_FILE_BYTES)?;
    let text = String::from_utf8(bytes)
        .map_err(|_| Error::new(ErrorKind::InvalidData, "not UTF-8 text"))?;
    Ok(without_mark(text))
}

/// The text without the mark of byte order (U+FEFF) that some editors put before it.
pub fn without_mark(text: String) -> String {
    match text.strip_prefix('\u{feff}') {
        Some(text) => text.to_owned(),
        None => text,
    }
}

fn too_large(max_bytes: u64) -> Error {
    let what = format!("larger than {} MB", max_bytes >> 20);
    Error::new(ErrorKind::FileTooLarge, what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn devices_and_folders_are_not_files() {
        for path in ["/dev/zero", "/dev/null", "/"] {
            let error = read(Path::new(path), 10).unwrap_err();
            assert_eq!(error.to_string(), "not a file", "{path}");
        }
    }

    #[test]
    fn a_file_above_the_limit_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("large");
        fs::write(&path, [b'x'; 11]).unwrap();
        assert!(read(&path, 10).is_err());
        assert_eq!(read(&path, 11).unwrap().len(), 11);
    }
}
