//! Domain values to text; pure. The writer turns marks into colour and makes control characters harmless.

pub mod json;
pub mod messages;
pub mod page;
pub mod records;
pub mod reports;
pub mod words;
