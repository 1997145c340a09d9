//! The JSON Schemas of what is printed.

pub mod schema;
#[cfg(test)]
pub mod schemas;
