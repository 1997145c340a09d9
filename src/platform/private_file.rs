//! Files that only their owner can read, whatever the umask.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io::{Read, Result, Seek, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::platform::{regular_file, system};

/// Replaces a file atomically with new content.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut pending = PendingFile::create_for(path)?;
    pending.write_all(bytes)?;
    pending.give_name(path)
}

/// Creates a new, empty file; fails if the name exists, even as a link.
pub fn create(path: &Path) -> Result<File> {
    let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    set_owner_only_mode(path, 0o600)?;
    Ok(file)
}

/// Writes a new file atomically, and waits until the file and its name are on the disk.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut pending = PendingFile::create_for(path)?;
    pending.write_all(bytes)?;
    pending.persist_new(path)
}

/// Creates a folder that did not exist and that only its owner can enter.
pub fn create_dir(path: &Path) -> Result<()> {
    DirBuilder::new().mode(0o700).create(path)
}

/// Creates a folder and its missing parents, which only their owner can enter.
pub fn create_dir_all(path: &Path) -> Result<()> {
    if path.is_dir() || path.as_os_str().is_empty() {
        return Ok(());
    }
    if let Some(parent) = path.parent() {
        create_dir_all(parent)?;
    }
    match create_dir(path) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(error),
        _ => sync_parent_dir(path),
    }
}

/// Gives a file a second name, which must be free: a hard link, or a copy if the file system has no hard links. `file` is
/// a handle of it; another one would end the locks of this process on the file when it is closed.
pub fn keep_as(path: &Path, file: &mut File, other: &Path) -> Result<()> {
    match fs::hard_link(path, other) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => copy_to(file, other),
        linked => linked,
    }
}

/// Copies a whole file to a new one.
pub fn copy_to(file: &mut File, other: &Path) -> Result<()> {
    let mut copy = PendingFile::create_for(other)?;
    let mut buffer = vec![0; 1 << 16];
    file.rewind()?;
    loop {
        match file.read(&mut buffer)? {
            0 => return copy.persist_new(other),
            read => copy.write_all(&buffer[..read])?,
        }
    }
}

/// Removes all permissions of other users, if the file system has permissions: on FAT, and on many network file
/// systems, all files have the same.
fn set_owner_only_mode(path: &Path, mode: u32) -> Result<()> {
    match fs::set_permissions(path, Permissions::from_mode(mode)) {
        Err(error) if lacks_permissions(&error) => Ok(()),
        result => result,
    }
}

fn lacks_permissions(error: &std::io::Error) -> bool {
    use std::io::ErrorKind;
    matches!(
        error.kind(),
        ErrorKind::PermissionDenied | ErrorKind::Unsupported | ErrorKind::InvalidInput
    )
}

/// Fails if no file can be created and written in the folder of this one.
pub fn check_writable(path: &Path) -> Result<()> {
    let mut pending = PendingFile::create_for(path)?;
    pending.write_all(&[0; 4096])?;
    pending.sync()
}

/// Who can read a file of the user's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Readers {
    #[default]
    Owner,
    /// Others could until now.
    OwnerFromNowOn,
    /// The file system has no permissions, or the file belongs to another user.
    Everyone,
}

/// Removes the permissions of other users, where that can be done.
pub fn restrict_permissions(path: &Path) -> Readers {
    if !is_open_to_others(path) {
        return Readers::Owner;
    }
    let _ = fs::set_permissions(path, Permissions::from_mode(0o600));
    if is_open_to_others(path) { Readers::Everyone } else { Readers::OwnerFromNowOn }
}

/// Returns whether other users have permissions on a file.
pub fn is_open_to_others(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|it| it.is_file() && it.permissions().mode() & 0o077 != 0)
}

/// Removes the permissions of other users on an existing folder.
pub fn close_folder_to_others(path: &Path) -> Result<()> {
    match fs::metadata(path)?.permissions().mode() & 0o077 {
        0 => Ok(()),
        _ => set_owner_only_mode(path, 0o700),
    }
}

/// Waits until the names in the file's folder are on the disk.
pub fn sync_parent_dir(path: &Path) -> Result<()> {
    let synced = File::open(parent_dir(path))?.sync_all();
    // Many network file systems and those of FUSE can't sync a folder; the files in it were synced.
    if synced.as_ref().is_err_and(is_unsupported) { Ok(()) } else { synced }
}

/// Whether the file system can sync the folder that the file is in, links followed.
pub fn can_sync_parent_dir(path: &Path) -> bool {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let synced = File::open(parent_dir(&path)).and_then(|folder| folder.sync_all());
    !synced.is_err_and(|error| is_unsupported(&error))
}

/// Whether the file system does not have an operation, rather than that it failed.
fn is_unsupported(error: &std::io::Error) -> bool {
    use rustix::io::Errno;
    let unsupported = [Errno::INVAL, Errno::NOTSUP, Errno::OPNOTSUPP, Errno::NOSYS, Errno::BADF];
    Errno::from_io_error(error).is_some_and(|error| unsupported.contains(&error))
}

/// Returns the folder of a file.
pub fn parent_dir(path: &Path) -> &Path {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

/// Appends a suffix to a file name, whatever its encoding.
pub fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    name.into()
}

/// A temporary file that is renamed into place once complete, so no reader sees a partial file.
///
/// The process that creates it holds a lock on it. If that process is killed, the next one that creates a temporary
/// file there deletes it, since it may contain private text.
#[derive(Debug)]
pub struct PendingFile {
    path: PathBuf,
    file: File,
}

/// Follows the final name in the name of the temporary file, before the number of the process.
const TEMP_SUFFIX: &str = ".new-";

/// An unlocked temporary file older than this was abandoned by a killed process.
const STALE_AFTER: Duration = Duration::from_secs(60);

impl PendingFile {
    /// Creates an empty temporary file next to its final path.
    pub fn create_for(path: &Path) -> Result<PendingFile> {
        let temporary = with_suffix(path, &format!("{TEMP_SUFFIX}{}", std::process::id()));
        // Only an earlier process with the same number can have left this file.
        let _ = fs::remove_file(&temporary);
        let file = create(&temporary)?;
        // On a system without locks, abandoned files stay.
        let _ = file.try_lock();
        let pending = PendingFile { path: temporary, file };
        pending.remove_stale();
        Ok(pending)
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

    /// Gives the file its final name, which must be free.
    pub fn persist_new(self, path: &Path) -> Result<()> {
        self.sync()?;
        match fs::hard_link(&self.path, path) {
            Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => {
                self.rename_to_free(path)?;
            }
            linked => linked?,
        }
        sync_parent_dir(path).inspect_err(|_| {
            // The name may not survive a power failure, so the file is removed and the caller gets the error.
            let _ = fs::remove_file(path);
        })
    }

    /// Gives the file its name on a file system without hard links.
    fn rename_to_free(&self, path: &Path) -> Result<()> {
        match system::rename_to_free(&self.path, path) {
            Err(error) if is_unsupported(&error) => self.claim_name(path),
            renamed => renamed,
        }
    }

    /// The same where the system can't refuse a name that is taken: an empty file reserves the name until the rename. A
    /// process that is killed in between leaves it.
    fn claim_name(&self, path: &Path) -> Result<()> {
        create(path)?;
        fs::rename(&self.path, path).inspect_err(|_| drop(fs::remove_file(path)))
    }

    /// Renames the file into place, replacing an existing one. The rename may not survive a power failure at this very
    /// moment.
    pub fn give_name(self, path: &Path) -> Result<()> {
        self.rename_to(path)?;
        let _ = sync_parent_dir(path);
        Ok(())
    }

    /// Like `give_name`, and waits until the rename is on the disk.
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
        let process_id = name.rsplit_once(TEMP_SUFFIX).map_or("", |(_, process_id)| process_id);
        if process_id.is_empty() || !process_id.bytes().all(|byte| byte.is_ascii_digit()) {
            return Ok(false);
        }
        let age = self.file.metadata()?.modified()?.duration_since(fs::metadata(path)?.modified()?);
        Ok(age.is_ok_and(|age| age > STALE_AFTER) && regular_file::open(path)?.try_lock().is_ok())
    }
}

impl Drop for PendingFile {
    /// Removes the temporary name, which is no longer needed.
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let names = fs::read_dir(folder).unwrap();
        names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    fn make_old(path: &Path) {
        let file = File::options().write(true).open(path).unwrap();
        let long_ago = file.metadata().unwrap().modified().unwrap() - 2 * STALE_AFTER;
        file.set_modified(long_ago).unwrap();
    }

    #[test]
    fn new_file_is_complete_or_absent() {
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
    fn existing_file_is_kept_without_hard_links() {
        type Rename = fn(&PendingFile, &Path) -> Result<()>;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("it");
        for rename in [PendingFile::rename_to_free as Rename, PendingFile::claim_name] {
            for content in [&b"first"[..], b"second"] {
                let mut pending = PendingFile::create_for(&path).unwrap();
                pending.write_all(content).unwrap();
                assert_eq!(rename(&pending, &path).is_ok(), content == b"first");
            }
            assert_eq!(fs::read(&path).unwrap(), b"first");
            assert_eq!(names(folder.path()), ["it"]);
            fs::remove_file(&path).unwrap();
        }
    }

    #[test]
    fn pipe_with_the_name_of_an_abandoned_file_is_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("it.new-1");
        nix::unistd::mkfifo(&pipe, nix::sys::stat::Mode::S_IRWXU).unwrap();
        let long_ago = nix::sys::time::TimeSpec::new(1, 0);
        nix::sys::stat::utimensat(
            nix::fcntl::AT_FDCWD,
            &pipe,
            &long_ago,
            &long_ago,
            nix::sys::stat::UtimensatFlags::FollowSymlink,
        )
        .unwrap();
        write_new(&folder.path().join("it"), b"whole").unwrap();
    }

    #[test]
    fn only_files_of_killed_processes_are_removed() {
        let folder = tempfile::tempdir().unwrap();
        let path_of = |name: &str| folder.path().join(name);
        for name in ["a.db.new-1", "b.db.new-2", "c.db.new-3", "d.new-year", "e.db"] {
            create(&path_of(name)).unwrap();
        }
        for name in ["a.db.new-1", "b.db.new-2", "d.new-year", "e.db"] {
            make_old(&path_of(name));
        }
        let locked = File::open(path_of("b.db.new-2")).unwrap();
        locked.lock().unwrap();
        drop(PendingFile::create_for(&path_of("f.db")).unwrap());
        let mut remaining = names(folder.path());
        remaining.sort();
        assert_eq!(remaining, ["b.db.new-2", "c.db.new-3", "d.new-year", "e.db"]);
    }
}
