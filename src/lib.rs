//! `mentor`: keeps a mentorship on track from the terminal.
//!
//! One run is a function of its environment: [`run()`] takes an [`Environment`] and returns the exit status. Commands
//! connect the layers, domain decides, store saves, view formats, ui writes.

mod app;
mod calendar;
mod clock;
mod commands;
mod config;
mod domain;
mod encoding;
mod environment;
mod error;
#[cfg(test)]
mod generated;
mod input;
mod manual;
mod output;
mod panic_hook;
mod paths;
mod platform;
mod programs;
mod prompt;
mod run;
mod share;
mod store;
mod version;
mod view;

pub use environment::Environment;
pub use panic_hook::install_panic_hook;
pub use prompt::{Prompter, ScriptedPrompter};
pub use run::run;
/// For the benchmarks, which fill a data file by SQL.
#[doc(hidden)]
pub use store::checksum::row_checksum;

/// For the fuzz target of bundles.
#[cfg(feature = "fuzzing")]
pub use store::share::spoiled::read_body as read_bundle_body;
