//! Starts the library with the environment of the process.

use std::process::ExitCode;

fn main() -> ExitCode {
    let environment = mentor::Environment::from_process();
    mentor::install_panic_hook(&environment, std::process::exit);
    ExitCode::from(mentor::run(environment))
}
