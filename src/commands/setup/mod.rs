//! Commands for the setup: the user, pairs, people, settings, reminders and the shell.

pub mod completions;
pub mod config;
pub mod init;
pub mod pair;
pub mod person;
pub mod prompt;
pub mod remind;
