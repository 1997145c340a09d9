//! Output formats: text with tables, charts and styles; Markdown, HTML and CSV.

pub mod axis;
pub mod chart;
pub mod csv;
pub mod graph;
pub mod html;
pub mod layout;
pub mod listing;
pub mod markdown;
pub mod narrow_table;
pub mod output_mode;
pub mod report;
pub mod style;
pub mod table;
pub mod wrap;
