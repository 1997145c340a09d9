//! Ctrl-C during a prompt or in an editor: the run ends in an orderly way instead of being killed.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

/// Whether SIGINT kills the process, as it does by default.
static KILLS_PROCESS: OnceLock<Arc<AtomicBool>> = OnceLock::new();

/// Runs `work` with SIGINT deferred: an open prompt fails and its input becomes a draft; an open editor receives the
/// signal itself, as under git.
pub fn defer_sigint<T>(work: impl FnOnce() -> T) -> T {
    let kills_process = KILLS_PROCESS.get_or_init(|| {
        let kills_process = Arc::new(AtomicBool::new(true));
        // If the system refuses, Ctrl-C kills the process, and the draft is still there.
        let _ = signal_hook::flag::register_conditional_default(
            signal_hook::consts::SIGINT,
            Arc::clone(&kills_process),
        );
        kills_process
    });
    kills_process.store(false, Ordering::SeqCst);
    let result = work();
    kills_process.store(true, Ordering::SeqCst);
    result
}
