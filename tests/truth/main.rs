//! Whether the reports are true: histories of half a year, generated, and a slow reckoning that judges every promise by a walk
//! over the days. `cargo test` plays 300 of them; `MENTOR_TORTURE=full cargo test --test truth` 20,000.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test may stop at once, and asks for its size"
)]

mod by_hand;
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

/// The small number, or the large one if everything is to be tried; another where one is named.
fn size(small: u64, full: u64) -> u64 {
    let is_full = std::env::var("MENTOR_TORTURE").is_ok_and(|size| size == "full");
    let named = std::env::var("MENTOR_HISTORIES").ok();
    let named = named.map(|count| count.parse().unwrap());
    named.unwrap_or(if is_full { full } else { small })
}
