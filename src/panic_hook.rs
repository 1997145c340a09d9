//! Reports a panic as an internal error and exits with status 70.
//!
//! Releases build with `panic = "abort"`, which makes the binary a tenth smaller. A half-finished change is rolled back
//! by the next run, as after a power failure.

use std::hash::RandomState;
use std::io::{sink, stderr};
use std::panic::{set_hook, take_hook};

use crate::environment::Environment;
use crate::error::{Failure, FailureKind};
use crate::output::ui::Ui;
use crate::version;

/// Installs the hook. On a panic it prints a failure and calls `end` with the exit status of a bug; the panic never
/// unwinds. A completion run ends silently, since the user is typing.
pub fn install_panic_hook(environment: &Environment<'_>, end: fn(i32) -> !) {
    let is_json = environment.args.iter().any(|arg| arg == "--json");
    let is_silent = environment.completing_shell().is_some();
    let default_hook = take_hook();
    set_hook(Box::new(move |panic| {
        if is_silent {
            end(0);
        }
        if is_without_randomness(&panic.to_string()) {
            let mut ui = Ui::new(Box::new(sink()), Box::new(stderr()));
            // JSON output would need random numbers too.
            ui.json = false;
            ui.failure(&no_randomness_failure());
            end(i32::from(FailureKind::Storage.exit()));
        }
        default_hook(panic);
        let mut ui = Ui::new(Box::new(sink()), Box::new(stderr()));
        ui.json = is_json;
        ui.failure(&internal_failure());
        end(i32::from(FailureKind::Bug.exit()));
    }));
}

/// Panics if the system provides no random numbers, before the run changes anything. The libraries that need them can
/// only panic without them, which the hook reports like any other failure.
pub fn ensure_randomness() {
    let _ = RandomState::new();
}

/// Whether a panic message says that there are no random numbers: that of the standard library or that of `uuid`.
fn is_without_randomness(panic: &str) -> bool {
    let messages = ["failed to generate random data", "could not retrieve random bytes"];
    messages.iter().any(|message| panic.contains(message))
}

fn no_randomness_failure() -> Failure {
    Failure::storage("the system provides no random numbers, which new records and JSON need")
        .data("nothing was changed")
        .hint("make `/dev/urandom` available, or run mentor outside this sandbox")
}

fn internal_failure() -> Failure {
    let mut failure = Failure::new(FailureKind::Bug, "internal error (this is a bug in mentor)");
    failure.details = Box::new(version::lines_after_panic());
    failure
        .data("your data is consistent; run `mentor history` to see if the change was saved")
        .hint("please report the command and the lines above")
}
