//! The stored side of the exchange: keeps the rows and the documents of a circle in step.
//!
//! `parts` declares what is shared of each table; `rows` reads the rows as parts. `documents` wraps automerge, the only
//! crate that knows its format. `reading` loads a pair with its circle, as every operation here does first; `publishing`
//! writes local changes to the documents, `take` merges received ones and updates the rows through `apply`, `deletion` and
//! `restored`; `keep` decides conflicts. `bundle_body` is what a bundle contains. `circles`, `stamps`, `numbers` and `saved_documents` are
//! stored in table `share`; `undecided`, `request` and `same` in settings, since undo covers those. `authority`
//! checks every write of the rest of the store. `own_machines` exchanges the whole file between the user's own machines.

mod agreement_versions;
mod apply;
pub(in crate::store) mod authority;
pub mod bundle_body;
mod circle_setting;
pub mod circles;
mod column_values;
mod content_by_write;
pub mod deletion;
mod document_history;
mod document_lines;
pub mod documents;
pub mod duplicates;
pub mod error;
#[cfg(test)]
mod history_model;
#[cfg(test)]
mod history_tests;
mod join_rows;
pub mod keep;
mod kept_back;
pub mod numbers;
pub mod own_machines;
pub(in crate::store) mod own_version;
pub mod part_fields;
pub mod parts;
pub mod publishing;
mod reading;
mod rebuild;
mod received_rows;
pub mod request;
mod restored;
pub mod rows;
pub mod same;
pub mod saved_documents;
pub(in crate::store) mod share_table;
#[cfg(any(test, feature = "fuzzing"))]
pub mod spoiled;
pub mod stamps;
pub mod take;
pub mod taken_item;
#[cfg(test)]
mod tests;
pub mod undecided;
