//! Formats domain values as text, Markdown, HTML, CSV and JSON. Pure: `output` writes the text and escapes control characters.

pub mod json;
pub mod messages;
pub mod page;
pub mod records;
pub mod reports;
pub mod words;
