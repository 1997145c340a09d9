//! Hands the process to the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(mentor::run(mentor::Environment::of_process()))
}
