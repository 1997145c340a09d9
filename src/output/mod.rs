//! The only module that writes output, and the pager.

pub mod pager;
pub mod ui;
