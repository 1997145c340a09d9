//! Torture tests: kills, full disks, power cuts, damage, concurrency, hostile files.
//!
//! Every test has a control with a planted fault that it must detect, to prove that it can. `cargo test` runs the small
//! size, and `MENTOR_TORTURE=full cargo test --test torture` the full one. The disk faults need a dynamically linked
//! program, which `cargo test` builds and a release does not.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test may stop at once, and asks for its size"
)]

mod bit_flips;
mod calendar;
#[path = "../real/command_line.rs"]
mod command_line;
mod command_lines;
mod command_tree;
mod concurrency;
mod editors;
mod environments;
mod faults;
mod file_types;
mod files;
#[path = "../real/folder.rs"]
mod folder;
mod forged;
mod full_disk;
mod home_snapshot;
mod hostile;
mod import;
mod pages;
mod power_loss;
mod random;
mod randomness;
#[path = "../real/mod.rs"]
#[allow(dead_code, reason = "the other tests use more of it")]
mod real;
#[path = "../it/sandbox.rs"]
#[allow(dead_code, reason = "the other tests use more of it")]
mod sandbox;
mod sigkill;
mod umask;
mod undo;
mod upgrade;

/// Returns the small number, or the full one if `MENTOR_TORTURE` is `full`.
fn size(small: usize, full: usize) -> usize {
    match std::env::var("MENTOR_TORTURE").as_deref() {
        Ok("full") => full,
        _ => small,
    }
}
