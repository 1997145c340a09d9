//! The lock that keeps `SQLite` readers and writers out of a file that `SQLite` itself can't open.

use std::fs::File;
use std::io::Result;
use std::time::{Duration, Instant};

use rustix::fs::{FlockOperation, fcntl_lock};
use rustix::io::Errno;

/// Between two attempts to get the lock.
const PAUSE: Duration = Duration::from_millis(5);

/// Locks a whole file against every other process that uses it through `SQLite`, which locks bytes of it (POSIX record locks;
/// <https://www.sqlite.org/lockingv3.html>). `false`: others still use it after `patience`.
///
/// The lock ends when this process closes any handle of the file, not only this one.
pub fn try_lock_exclusively(file: &File, patience: Duration) -> Result<bool> {
    let begun = Instant::now();
    loop {
        match fcntl_lock(file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => return Ok(true),
            Err(Errno::AGAIN | Errno::ACCESS) if begun.elapsed() < patience => {
                std::thread::sleep(PAUSE);
            }
            Err(Errno::AGAIN | Errno::ACCESS) => return Ok(false),
            Err(error) => return Err(error.into()),
        }
    }
}
