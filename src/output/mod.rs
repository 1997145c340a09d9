//! The only writer, and what it shows page by page.

pub mod pager;
pub mod ui;
