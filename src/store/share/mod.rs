//! The stored side of the exchange: keeps the rows and the documents of a circle in step.
//!
//! `parts` declares what is shared of each table; `rows` reads the rows as parts. `documents` wraps automerge, the only
//! crate that knows its format. `reading` loads a pair with its circle, as every operation here does first; `telling`
//! writes local changes to the documents, `take` merges received ones and updates the rows through `apply`, `deletion` and
//! `restored`; `keep` decides conflicts. `body` is what a bundle contains. `circles`, `stamps` and `saved_documents` are
//! stored in table `share`; `undecided`, `request` and `joined_records` in settings, since undo covers those. `authority`
//! checks every write of the rest of the store.

pub mod apply;
pub(in crate::store) mod authority;
mod circle_setting;
pub mod deletion;
pub mod documents;
mod error;
pub mod exchange;
mod kept_back;
pub mod memory;
pub(in crate::store) mod own_version;
pub mod parts;
mod reading;
mod rebuild;
pub mod request;
mod restored;
pub mod rows;
pub mod said;
pub mod same;
#[cfg(any(test, fuzzing))]
pub mod spoiled;
mod telling;
#[cfg(test)]
mod tests;
pub mod undecided;
