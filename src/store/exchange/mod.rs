//! Everything as one JSON document, and back: all of it or nothing.
//!
//! Inside the document records refer to each other by the numbers they have there; what a record is, is its `uid`.
//! A record whose `uid` is known already is left as it is, so importing twice adds nothing.

mod export;
mod import;
pub(in crate::store) mod rules;
mod voice;
mod welcome;

pub use export::{export, export_for_partner};
pub use import::{ImportError, ImportSummary, import};
pub use welcome::ImportPolicy;

/// The name and version of the document's form.
pub const SCHEMA: &str = "mentor.export/1";
