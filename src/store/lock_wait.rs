//! Waiting for a lock that another process holds: as patiently as `SQLite` waits by itself, but not without a word.

use std::cell::Cell;
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::{Connection, Result};

/// A wait that is no longer needs no word.
const SILENT: Duration = Duration::from_secs(1);

/// Milliseconds between two looks; the last one for all that follow.
const PAUSES: [u64; 12] = [1, 2, 5, 10, 15, 20, 25, 25, 25, 50, 50, 100];

/// How somebody who waits is told so.
#[derive(Clone, Copy, Debug)]
pub struct WaitNotice {
    /// Says it at once: nothing else of the run can be reached from the middle of a statement.
    pub say: fn(&str),
    pub words: &'static str,
}

#[derive(Clone, Copy)]
struct LockWait {
    patience: Duration,
    /// None: nobody is told, or somebody has been.
    notice: Option<WaitNotice>,
    begun: Option<Instant>,
}

thread_local! {
    static WAIT: Cell<LockWait> = const {
        Cell::new(LockWait {
            patience: Duration::ZERO,
            notice: None,
            begun: None,
        })
    };
}

/// From now on, in this run: whoever waits longer than a second is told so, once.
pub fn set_wait_notice(notice: Option<WaitNotice>) {
    WAIT.set(LockWait {
        notice,
        ..WAIT.get()
    });
}

/// Lets a connection wait for locks of others.
pub(in crate::store) fn wait_for_locks(connection: &Connection, patience: Duration) -> Result<()> {
    if patience.is_zero() {
        return connection.busy_timeout(patience);
    }
    WAIT.set(LockWait {
        patience,
        ..WAIT.get()
    });
    connection.busy_handler(Some(wait))
}

/// Waits a little for a lock after so many waits for it; false: long enough.
fn wait(waits: i32) -> bool {
    let waits = usize::try_from(waits).unwrap_or_default();
    let mut state = WAIT.get();
    let begun = state.begun.filter(|_| waits > 0);
    let begun = begun.unwrap_or_else(Instant::now);
    state.begun = Some(begun);
    let waited = begun.elapsed();
    if waited >= SILENT
        && let Some(notice) = state.notice.take()
    {
        (notice.say)(notice.words);
    }
    WAIT.set(state);
    let pause = Duration::from_millis(PAUSES[waits.min(PAUSES.len() - 1)]);
    let left = state.patience.saturating_sub(waited);
    thread::sleep(pause.min(left));
    !left.is_zero()
}
