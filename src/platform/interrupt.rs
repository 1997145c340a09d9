//! Ctrl-C while somebody answers or edits: the run ends in good order instead of where it stands.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

/// Whether an interrupt ends the program at once, as usual.
static ENDS: OnceLock<Arc<AtomicBool>> = OnceLock::new();

/// Does the work while an interrupt does not kill the program: a question that is open fails and what was typed is
/// kept; an editor that is open gets it alone, as under git.
pub fn defer_sigint<T>(work: impl FnOnce() -> T) -> T {
    let ends = ENDS.get_or_init(|| {
        let ends = Arc::new(AtomicBool::new(true));
        // If the system refuses, Ctrl-C ends the run at once, and the draft is there all the same.
        let _ = signal_hook::flag::register_conditional_default(
            signal_hook::consts::SIGINT,
            Arc::clone(&ends),
        );
        ends
    });
    ends.store(false, Ordering::SeqCst);
    let done = work();
    ends.store(true, Ordering::SeqCst);
    done
}
