//! A copy of all files below a folder, which can be restored repeatedly.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

/// The modification time of restored files: 2026-12-01 08:00 UTC.
const WRITTEN: Duration = Duration::from_secs(498_920 * 3_600);

#[derive(Clone, Debug)]
pub struct Files {
    pub by_name: BTreeMap<PathBuf, Vec<u8>>,
    /// The nanoseconds in the modification time that identify unchanged files of this copy, so that they need not be
    /// read.
    stamp: u64,
}

impl Files {
    pub fn new(by_name: BTreeMap<PathBuf, Vec<u8>>) -> Files {
        static STAMPS: AtomicU64 = AtomicU64::new(0);
        let stamp = STAMPS.fetch_add(1, Ordering::Relaxed) % 1_000_000_000;
        Files { by_name, stamp }
    }

    /// Reads all files below a folder.
    pub fn below(folder: &Path) -> Files {
        let read = |path: PathBuf| {
            let bytes = fs::read(folder.join(&path)).unwrap();
            (path, bytes)
        };
        Files::new(names_below(folder).into_iter().map(read).collect())
    }

    fn written(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + WRITTEN + Duration::from_nanos(self.stamp)
    }

    /// Makes a folder contain exactly these files.
    pub fn put_into(&self, folder: &Path) {
        for name in names_below(folder) {
            if !self.has(&name, folder) {
                fs::remove_file(folder.join(name)).unwrap();
            }
        }
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let is_ours = |name: &PathBuf| folder.join(name).starts_with(&path);
            if path.is_dir() && !self.by_name.keys().any(is_ours) {
                fs::remove_dir_all(path).unwrap();
            }
        }
        for (name, bytes) in &self.by_name {
            let path = folder.join(name);
            if !path.exists() {
                self.write(&path, bytes);
            }
        }
    }

    fn write(&self, path: &Path, bytes: &[u8]) {
        let mut folder = fs::DirBuilder::new();
        folder.recursive(true).mode(0o700).create(path.parent().unwrap()).unwrap();
        let mode = if bytes.starts_with(b"#!") { 0o700 } else { 0o600 };
        let mut file = fs::File::options();
        let mut file = file.write(true).create_new(true).mode(mode).open(path).unwrap();
        file.write_all(bytes).unwrap();
        file.set_modified(self.written()).unwrap();
    }

    /// Returns whether a file in a folder is unchanged or has the same bytes.
    fn has_the_bytes_of(&self, name: &Path, folder: &Path) -> bool {
        self.has(name, folder)
            || fs::read(folder.join(name)).ok().as_ref() == self.by_name.get(name)
    }

    /// Returns whether a file in a folder is unchanged, by its modification time.
    fn has(&self, name: &Path, folder: &Path) -> bool {
        let Some(bytes) = self.by_name.get(name) else {
            return false;
        };
        let about = fs::metadata(folder.join(name)).unwrap();
        about.len() == bytes.len() as u64 && about.modified().unwrap() == self.written()
    }

    /// Returns whether a folder has all these files with the same bytes, and no other files for which `count` is true.
    pub fn are_in(&self, folder: &Path, count: impl Fn(&Path) -> bool) -> bool {
        let mut here = names_below(folder);
        here.retain(|name| count(name));
        let mut ours: Vec<_> = self.by_name.keys().filter(|name| count(name)).collect();
        here.sort();
        ours.sort();
        here.iter().eq(ours) && here.iter().all(|name| self.has_the_bytes_of(name, folder))
    }
}

pub fn names_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(one) = folders.pop() {
        for entry in fs::read_dir(one).unwrap() {
            let entry = entry.unwrap();
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
            } else {
                found.push(entry.path().strip_prefix(folder).unwrap().to_owned());
            }
        }
    }
    found
}
