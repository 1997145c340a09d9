//! Files that only their owner can read, whatever the umask.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io::{Result, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Writes a file in the place of the one that has its name: whole, or not at all.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut unborn = PendingFile::create_for(path)?;
    unborn.write_all(bytes)?;
    unborn.give_name(path)
}

/// Makes a new, empty file; an existing one, or a link, is an error.
pub fn create(path: &Path) -> Result<File> {
    let file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    keep_others_out(path, 0o600)?;
    Ok(file)
}

/// Writes a new file and waits until it, and its name, are on the disk. It is there whole, or not at all.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut unborn = PendingFile::create_for(path)?;
    unborn.write_all(bytes)?;
    unborn.persist_new(path)
}

/// Makes a folder that was not there before and that only its owner can enter.
pub fn create_dir(path: &Path) -> Result<()> {
    DirBuilder::new().mode(0o700).create(path)
}

/// Makes a folder, and those above it, that only their owner can enter.
pub fn create_dir_all(path: &Path) -> Result<()> {
    if path.is_dir() || path.as_os_str().is_empty() {
        return Ok(());
    }
    if let Some(above) = path.parent() {
        create_dir_all(above)?;
    }
    match create_dir(path) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(error),
        _ => sync_parent_dir(path),
    }
}

/// Gives a file a second name, which nothing has yet; where the file system knows no second names, a copy has it.
pub fn keep_as(path: &Path, other: &Path) -> Result<()> {
    match fs::hard_link(path, other) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => copy_as(path, other),
        linked => linked,
    }
}

fn copy_as(path: &Path, other: &Path) -> Result<()> {
    let mut from = File::open(path)?;
    let mut to = create(other)?;
    std::io::copy(&mut from, &mut to)
        .and_then(|_| to.sync_all())
        .inspect_err(|_| drop(fs::remove_file(other)))
}

/// Takes every right of others away, where the file system knows rights: on FAT, and in many a network folder, all files have
/// the same.
fn keep_others_out(path: &Path, mode: u32) -> Result<()> {
    match fs::set_permissions(path, Permissions::from_mode(mode)) {
        Err(error) if knows_no_rights(&error) => Ok(()),
        closed => closed,
    }
}

fn knows_no_rights(error: &std::io::Error) -> bool {
    use std::io::ErrorKind;
    matches!(
        error.kind(),
        ErrorKind::PermissionDenied | ErrorKind::Unsupported | ErrorKind::InvalidInput
    )
}

/// Whether a file can be made beside another and be written.
pub fn check_writable(path: &Path) -> Result<()> {
    let mut unborn = PendingFile::create_for(path)?;
    unborn.write_all(&[0; 4096])?;
    unborn.sync()
}

/// Takes away what others may do with a file; false if they could do nothing.
pub fn restrict_permissions(path: &Path) -> Result<bool> {
    let about = fs::metadata(path)?;
    let others_may = about.permissions().mode() & 0o077;
    if !about.is_file() || others_may == 0 {
        return Ok(false);
    }
    fs::set_permissions(path, Permissions::from_mode(0o600))?;
    Ok(true)
}

/// Keeps others out of a folder that was there before.
pub fn close_folder_to_others(path: &Path) -> Result<()> {
    match fs::metadata(path)?.permissions().mode() & 0o077 {
        0 => Ok(()),
        _ => keep_others_out(path, 0o700),
    }
}

/// Waits until the names in the folder of a file are on the disk.
pub fn sync_parent_dir(path: &Path) -> Result<()> {
    File::open(parent_dir(path))?.sync_all()
}

/// The folder that a file is in.
pub fn parent_dir(path: &Path) -> &Path {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

/// The same name with more at its end, whatever characters it has.
pub fn with_suffix(path: &Path, more: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(more);
    name.into()
}

/// A file that gets its name once it is whole: nobody ever sees half of one.
///
/// Its maker holds a lock on it. If the maker is killed, the file is an orphan; the next who makes one there takes it
/// away, for it may hold what somebody wrote.
#[derive(Debug)]
pub struct PendingFile {
    path: PathBuf,
    file: File,
}

/// What stands after the name that the file will have.
const TEMP_SUFFIX: &str = ".new-";

/// So long after its last change a file that nobody holds has no maker any more.
const STALE_AFTER: Duration = Duration::from_secs(60);

impl PendingFile {
    /// An empty one, beside where it will be.
    pub fn create_for(path: &Path) -> Result<PendingFile> {
        let unborn = with_suffix(path, &format!("{TEMP_SUFFIX}{}", std::process::id()));
        // Only somebody who had the number of this process before can have left one.
        let _ = fs::remove_file(&unborn);
        let file = create(&unborn)?;
        // Where the system has no locks, orphans stay.
        let _ = file.try_lock();
        let unborn = PendingFile { path: unborn, file };
        unborn.remove_stale();
        Ok(unborn)
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    pub fn write_all(&mut self, bytes: &[u8]) -> Result<()> {
        self.file.write_all(bytes)
    }

    pub fn sync(&self) -> Result<()> {
        self.file.sync_all()
    }

    /// Gives it a name that nothing has yet.
    pub fn persist_new(self, path: &Path) -> Result<()> {
        self.sync()?;
        match fs::hard_link(&self.path, path) {
            Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => {
                self.claim_name(path)?;
            }
            linked => linked?,
        }
        sync_parent_dir(path).inspect_err(|_| {
            // It is not sure to be there, so it is not there.
            let _ = fs::remove_file(path);
        })
    }

    /// Where the file system knows no second names: an empty file holds the name until this one takes it.
    fn claim_name(&self, path: &Path) -> Result<()> {
        create(path)?;
        fs::rename(&self.path, path).inspect_err(|_| drop(fs::remove_file(path)))
    }

    /// Gives it its name, and takes the name from the file that has it. It is there then, and nothing is promised of it if the
    /// power fails in this very moment.
    pub fn give_name(self, path: &Path) -> Result<()> {
        self.rename_to(path)?;
        let _ = sync_parent_dir(path);
        Ok(())
    }

    /// The same, and the name is sure to be on the disk.
    pub fn replace(self, path: &Path) -> Result<()> {
        self.rename_to(path)?;
        sync_parent_dir(path)
    }

    fn rename_to(&self, path: &Path) -> Result<()> {
        self.sync()?;
        fs::rename(&self.path, path)
    }

    fn remove_stale(&self) {
        let Ok(entries) = fs::read_dir(parent_dir(&self.path)) else {
            return;
        };
        let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
        for path in paths.filter(|path| self.is_stale(path).unwrap_or(false)) {
            let _ = fs::remove_file(path);
        }
    }

    fn is_stale(&self, path: &Path) -> Result<bool> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let maker = name.rsplit_once(TEMP_SUFFIX).map_or("", |(_, maker)| maker);
        if maker.is_empty() || !maker.bytes().all(|byte| byte.is_ascii_digit()) {
            return Ok(false);
        }
        let age = self
            .file
            .metadata()?
            .modified()?
            .duration_since(fs::metadata(path)?.modified()?);
        Ok(age.is_ok_and(|age| age > STALE_AFTER) && File::open(path)?.try_lock().is_ok())
    }
}

impl Drop for PendingFile {
    /// Whatever name it was given, this one is of no more use.
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let names = fs::read_dir(folder).unwrap();
        names
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect()
    }

    fn make_old(path: &Path) {
        let file = File::options().write(true).open(path).unwrap();
        let long_ago = file.metadata().unwrap().modified().unwrap() - 2 * STALE_AFTER;
        file.set_modified(long_ago).unwrap();
    }

    #[test]
    fn a_new_file_is_whole_or_not_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("it");
        drop(PendingFile::create_for(&path).unwrap());
        assert!(names(folder.path()).is_empty());
        write_new(&path, b"whole").unwrap();
        assert_eq!(names(folder.path()), ["it"]);
        assert!(write_new(&path, b"another").is_err());
        assert_eq!(fs::read(&path).unwrap(), b"whole");
    }

    #[test]
    fn what_a_killed_process_left_is_taken_away_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in [
            "a.db.new-1",
            "b.db.new-2",
            "c.db.new-3",
            "d.new-year",
            "e.db",
        ] {
            create(&at(name)).unwrap();
        }
        for name in ["a.db.new-1", "b.db.new-2", "d.new-year", "e.db"] {
            make_old(&at(name));
        }
        let maker = File::open(at("b.db.new-2")).unwrap();
        maker.lock().unwrap();
        drop(PendingFile::create_for(&at("f.db")).unwrap());
        let mut left = names(folder.path());
        left.sort();
        assert_eq!(left, ["b.db.new-2", "c.db.new-3", "d.new-year", "e.db"]);
    }
}
