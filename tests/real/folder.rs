//! Where a test lives: in memory, if the system has a place for that. Syncing costs nothing there, and no test looks
//! at what a disk does with it.

pub fn folder() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm")
        .or_else(|_| tempfile::tempdir())
        .unwrap()
}
