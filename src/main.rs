//! Hands the process to the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    let environment = mentor::Environment::of_process();
    mentor::watch_for_bugs(&environment, std::process::exit);
    ExitCode::from(mentor::run(environment))
}
