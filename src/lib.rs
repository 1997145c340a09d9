//! `mentor`: a mentorship kept on track from the terminal.
//!
//! One run is a function of its surroundings: [`run()`] takes an [`Environment`] and returns the exit status.
//! Commands connect, domain decides, store remembers, view words it, ui writes it.

mod app;
mod calendar;
mod clock;
mod commands;
mod config;
mod domain;
mod draft;
mod editor;
mod encoding;
mod environment;
mod error;
mod form;
#[cfg(test)]
mod generated;
mod interrupt;
mod manual;
mod nearest;
mod pager;
mod panic_hook;
mod paths;
mod platform;
mod private_file;
mod programs;
mod prompt;
mod regular_file;
mod run;
mod share;
mod store;
mod system_user;
mod templates;
mod toml_text;
mod ui;
mod version;
mod view;
mod zoneinfo;

pub use environment::Environment;
pub use panic_hook::install_panic_hook;
pub use prompt::{Prompter, ScriptedPrompter};
pub use run::run;
