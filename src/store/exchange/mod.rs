//! Export of all data as one JSON document, and its import, which is one transaction.
//!
//! Inside the document records refer to each other by the numbers that they have there; a record is identified by its
//! `uid`. A record whose `uid` exists already is not changed, so importing a document twice adds nothing.

mod export;
mod import;
mod origins;
pub(in crate::store) mod rules;
mod values;
mod voice;
mod welcome;

pub use export::{export, export_for_partner};
pub use import::{ImportError, ImportSummary, import};
pub use welcome::ImportPolicy;

/// The name and version of the document's format.
pub const SCHEMA: &str = "mentor.export/1";
