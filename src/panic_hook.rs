//! What happens when the program stumbles over a bug of its own: it says so like any other failure, and ends.
//!
//! A release does not unwind: without the way back from every call it is a tenth smaller, and a start loads less of it.
//! What is left half done is put right by whoever comes next, as after a loss of power.

use std::hash::RandomState;
use std::io::{sink, stderr};
use std::panic::{set_hook, take_hook};

use crate::environment::Environment;
use crate::error::{Failure, FailureKind};
use crate::output::ui::Ui;
use crate::version;

/// From now on, a panic of this process is told like any other failure, and `end` is called with the status of a bug: there
/// is no way back from it. Whoever is typing at a prompt is not interrupted by it.
pub fn install_panic_hook(environment: &Environment<'_>, end: fn(i32) -> !) {
    let is_json = environment.args.iter().any(|arg| arg == "--json");
    let is_silent = environment.completing_shell().is_some();
    let told = take_hook();
    set_hook(Box::new(move |panic| {
        if is_silent {
            end(0);
        }
        if is_without_randomness(&panic.to_string()) {
            let mut ui = Ui::new(Box::new(sink()), Box::new(stderr()));
            // JSON needs them too.
            ui.json = false;
            ui.failure(&no_randomness());
            end(i32::from(FailureKind::Storage.exit()));
        }
        told(panic);
        let mut ui = Ui::new(Box::new(sink()), Box::new(stderr()));
        ui.json = is_json;
        ui.failure(&internal_error());
        end(i32::from(FailureKind::Bug.exit()));
    }));
}

/// Makes sure that the system gives random numbers, or ends the run before anything is begun. The libraries that need them
/// know no other way to say that there are none than a panic, which the hook tells like any other failure.
pub fn need_randomness() {
    let _ = RandomState::new();
}

/// Whether a panic says so: that of the standard library, or that of `uuid`.
fn is_without_randomness(panic: &str) -> bool {
    let says = [
        "failed to generate random data",
        "could not retrieve random bytes",
    ];
    says.iter().any(|words| panic.contains(words))
}

fn no_randomness() -> Failure {
    Failure::storage("the system provides no random numbers, which new records and JSON need")
        .data("nothing was changed")
        .hint("make `/dev/urandom` available, or run mentor outside this sandbox")
}

fn internal_error() -> Failure {
    let mut failure = Failure::new(FailureKind::Bug, "internal error (this is a bug in mentor)");
    failure.details = Box::new(version::lines_after_panic());
    failure
        .data("your data is consistent; run `mentor history` to see if the change was saved")
        .hint("please report the command and the lines above")
}
