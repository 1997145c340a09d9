//! Waiting for a lock that another process holds, as `SQLite`'s own busy handler does, but with a notice to the user.

use std::cell::Cell;
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::{Connection, Result};

/// How long a wait may take before the user is told.
const NOTICE_DELAY: Duration = Duration::from_secs(1);

/// Milliseconds before each attempt to get the lock; the last pause is used for all further attempts.
const PAUSES_MS: [u64; 12] = [1, 2, 5, 10, 15, 20, 25, 25, 25, 50, 50, 100];

/// The notice that a user gets while a command waits for a lock.
#[derive(Clone, Copy, Debug)]
pub struct WaitNotice {
    /// Writes the notice at once. It is a plain function because `SQLite` calls it in the middle of a statement, where
    /// nothing else of the run can be reached.
    pub say: fn(&str),
    pub words: &'static str,
}

#[derive(Clone, Copy)]
struct LockWait {
    patience: Duration,
    /// `None`: there is no notice to give, or it has been given.
    notice: Option<WaitNotice>,
    begun: Option<Instant>,
}

thread_local! {
    /// Not a value of the connection: `SQLite` calls its busy handler with a count alone, and rusqlite takes a plain function
    /// for it.
    static WAIT: Cell<LockWait> = const {
        Cell::new(LockWait {
            patience: Duration::ZERO,
            notice: None,
            begun: None,
        })
    };
}

/// Sets the notice that is given once in this run, when a wait takes longer than a second.
pub fn set_wait_notice(notice: Option<WaitNotice>) {
    WAIT.set(LockWait { notice, ..WAIT.get() });
}

/// Makes a connection wait up to `patience` for the locks of other processes.
pub(in crate::store) fn wait_for_locks(connection: &Connection, patience: Duration) -> Result<()> {
    if patience.is_zero() {
        return connection.busy_timeout(patience);
    }
    WAIT.set(LockWait { patience, ..WAIT.get() });
    connection.busy_handler(Some(wait))
}

/// Pauses before the next attempt to get a lock, after `waits` pauses for the same lock. Returns false once the
/// patience has run out.
fn wait(waits: i32) -> bool {
    let waits = usize::try_from(waits).unwrap_or_default();
    let mut state = WAIT.get();
    let begun = state.begun.filter(|_| waits > 0);
    let begun = begun.unwrap_or_else(Instant::now);
    state.begun = Some(begun);
    let waited = begun.elapsed();
    if waited >= NOTICE_DELAY
        && let Some(notice) = state.notice.take()
    {
        (notice.say)(notice.words);
    }
    WAIT.set(state);
    let pause = Duration::from_millis(PAUSES_MS[waits.min(PAUSES_MS.len() - 1)]);
    let left = state.patience.saturating_sub(waited);
    thread::sleep(pause.min(left));
    !left.is_zero()
}
