//! `mentor`: keeps a mentorship on track from the terminal.
//!
//! One run is a function of its environment: [`run()`] takes an [`Environment`] and returns the exit status.
//!
//! # From the command line to the exit status
//!
//! 1. [`environment`] holds arguments, variables, streams and the time, read once. [`config`] adds the settings.
//! 2. [`commands::command_line`] builds the part of the command tree that was typed, parses it, and explains what it can't
//!    parse. The command gets an [`app::App`]: store, output, prompter, the present moment and the current pair.
//! 3. [`commands::input`] collects longer input from flags, a TOML form or questions; [`input`] describes the forms and keeps
//!    what was typed as a draft until it is stored.
//! 4. A command reads or writes in one transaction of [`store`]. A write becomes one undo step.
//! 5. [`domain`] contains the rules, such as what a day means, when an answer is due and which promises were kept. It does no
//!    I/O and knows no clock. [`domain::pair_history`] answers what was in force on a day; every rule about the past asks it.
//! 6. [`view`] formats records and reports as text, Markdown, HTML, CSV and JSON. [`output`] is the only module that writes.
//! 7. What goes wrong is a [`error::Failure`]: a sentence, what happened to the data, what to type next, and the exit status.
//!
//! # Where a record lives
//!
//! A noun has the same name everywhere. For follow-ups: the type and its rules in [`domain::followup`], its table and queries
//! in [`store::followups`], its commands in [`commands::records::followup`], its text in [`view::records::followup`]. What all
//! nouns share is in [`commands::crud`], [`store::pair_items`] and [`view::records`].
//!
//! # Other programs and other machines
//!
//! [`calendar`] writes and reads iCalendar, [`commands::data::import`] reads spreadsheets and task lists. [`share`] defines how
//! two data files exchange a pair, and [`store::share`] keeps the records of one file in step with it.
#![expect(
    rustdoc::private_intra_doc_links,
    reason = "the crate is a program; its documentation is for those who change it"
)]

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
