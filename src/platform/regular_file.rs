//! Reading of files up to a size limit. A file with a fixed name must be a regular file: a pipe or device may never
//! end.

use std::fs::{self, File};
use std::io::{Error, ErrorKind, Read, Result};
use std::path::Path;

/// Largest settings file, draft or template.
pub const MAX_TEXT_FILE_BYTES: u64 = 10 << 20;

/// Opens a regular file to read; the text of the error can end a sentence.
pub fn open(path: &Path) -> Result<File> {
    // Checked before opening: opening a pipe blocks until a writer opens it.
    if !fs::metadata(path)?.is_file() {
        return Err(Error::new(ErrorKind::InvalidInput, "not a file"));
    }
    File::open(path)
}

/// Returns the bytes of a regular file; the text of the error can end a sentence.
pub fn read(path: &Path, max_bytes: u64) -> Result<Vec<u8>> {
    let mut file = open(path)?;
    // Refuse a large file before allocating memory for it.
    if file.metadata()?.len() > max_bytes {
        return Err(too_large_error(max_bytes));
    }
    read_stream(&mut file, max_bytes)
}

/// Returns the bytes of a file that the user has named. It may be a pipe, such as a shell's `<(…)`.
pub fn read_named(path: &Path, max_bytes: u64) -> Result<Vec<u8>> {
    // Refuse a large file before allocating memory for it.
    if fs::metadata(path)?.len() > max_bytes {
        return Err(too_large_error(max_bytes));
    }
    read_stream(&mut File::open(path)?, max_bytes)
}

/// Returns all bytes of a stream.
pub fn read_stream(stream: &mut dyn Read, max_bytes: u64) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    stream.take(max_bytes + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > max_bytes { Err(too_large_error(max_bytes)) } else { Ok(bytes) }
}

/// Like [`read()`], for UTF-8 text.
pub fn read_text(path: &Path) -> Result<String> {
    let bytes = read(path, MAX_TEXT_FILE_BYTES)?;
    let text = String::from_utf8(bytes)
        .map_err(|_| Error::new(ErrorKind::InvalidData, "not UTF-8 text"))?;
    Ok(without_mark(text))
}

/// Removes a byte order mark (U+FEFF), which some editors write at the start.
pub fn without_mark(text: String) -> String {
    match text.strip_prefix('\u{feff}') {
        Some(text) => text.to_owned(),
        None => text,
    }
}

fn too_large_error(max_bytes: u64) -> Error {
    let message = format!("larger than {} MB", max_bytes >> 20);
    Error::new(ErrorKind::FileTooLarge, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn devices_and_folders_are_refused() {
        for path in ["/dev/zero", "/dev/null", "/"] {
            let error = read(Path::new(path), 10).unwrap_err();
            assert_eq!(error.to_string(), "not a file", "{path}");
        }
    }

    #[test]
    fn file_above_the_limit_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("large");
        fs::write(&path, [b'x'; 11]).unwrap();
        assert!(read(&path, 10).is_err());
        assert_eq!(read(&path, 11).unwrap().len(), 11);
    }
}
