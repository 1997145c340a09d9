//! Messages about what a command did.

pub mod backup;
pub mod config;
pub mod draft;
pub mod history;
pub mod import;
pub mod log;
pub mod manual;
pub mod prompt;
pub mod remind;
pub mod share;
pub mod template;
pub mod values;
