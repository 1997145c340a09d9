//! The temporary folder of a test: in memory if possible, where syncing costs nothing. No test depends on what a disk
//! does.

pub fn folder() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}
