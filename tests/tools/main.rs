//! The program together with other tools: the completion of shells, a viewer of manual pages, and the shell that runs
//! the examples in the documents.
//!
//! A tool that is not installed is reported and skipped, unless `MENTOR_TOOLS=all` requires all of them.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at once")]

#[path = "../real/command_line.rs"]
mod command_line;
mod completion;
mod examples;
#[path = "../real/folder.rs"]
mod folder;
mod manual;
#[allow(dead_code, reason = "other tests use more of it")]
#[path = "../real/mod.rs"]
mod real;

/// Returns whether a tool is installed. Fails the test if it is required and missing.
#[expect(clippy::disallowed_methods, reason = "a switch for whoever runs the tests")]
#[expect(clippy::print_stderr, reason = "a test that looks at nothing says so")]
fn is_here(tool: &str) -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&folders).any(|folder| folder.join(tool).is_file());
    let must_be = std::env::var("MENTOR_TOOLS").is_ok_and(|which| which == "all");
    assert!(found || !must_be, "{tool} is not installed");
    if !found {
        eprintln!("{tool} is not installed: what needs it is not tested");
    }
    found
}
