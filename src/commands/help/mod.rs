//! Help: topics, the first screen, manual pages, schemas and sample data.

pub mod demo;
pub mod examples;
pub mod help_screen;
pub mod man;
#[cfg(test)]
pub mod reference_docs;
pub mod schema;
pub mod topics;
