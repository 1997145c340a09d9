//! Hands the process to the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    let environment = mentor::Environment::from_process();
    mentor::install_panic_hook(&environment, std::process::exit);
    ExitCode::from(mentor::run(environment))
}
