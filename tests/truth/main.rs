//! Tests that the reports are true: generated histories of half a year are run through the program and compared with an
//! oracle, which judges every promise by a walk over the days. `cargo test` runs 300 histories, `MENTOR_TORTURE=full
//! cargo test --test truth` 20,000.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test may stop at once, and asks for its size"
)]

mod by_hand;
#[path = "../real/command_line.rs"]
mod command_line;
mod examination;
mod faults;
#[path = "../real/folder.rs"]
mod folder;
mod generator;
mod history;
mod ledger;
mod oracle;
mod play;
mod privacy;
mod properties;
#[path = "../torture/random.rs"]
mod random;
mod report;
#[path = "../it/sandbox.rs"]
#[allow(dead_code, reason = "the other tests use more of it")]
mod sandbox;
mod shrink;
mod sides;
mod zone;

/// Returns the small number, or the full one if `MENTOR_TORTURE` is `full`; `MENTOR_HISTORIES` overrides both.
fn size(small: u64, full: u64) -> u64 {
    let is_full = std::env::var("MENTOR_TORTURE").is_ok_and(|size| size == "full");
    let named = std::env::var("MENTOR_HISTORIES").ok();
    let named = named.map(|count| count.parse().unwrap());
    named.unwrap_or(if is_full { full } else { small })
}
