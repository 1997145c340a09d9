//! What must hold when everything goes wrong: kills, full disks, power cuts, damage, crowds, hostile files.
//!
//! Every test has a control with a planted fault, which it must see: a test that can not see the fault that it looks for
//! is worth nothing. `cargo test` runs the small size; `MENTOR_TORTURE=full cargo test --test torture` the full
//! one. The program has to be linked dynamically for the faults of the disk, as `cargo test` does and a release does not.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test may stop at once, and asks for its size"
)]

mod bit_flips;
mod calendar;
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

/// The small number, or the large one if everything is to be tried.
fn size(small: usize, full: usize) -> usize {
    match std::env::var("MENTOR_TORTURE").as_deref() {
        Ok("full") => full,
        _ => small,
    }
}
