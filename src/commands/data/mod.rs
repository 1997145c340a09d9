//! Commands for the data file: history and undo, import and export, sharing, backup and repair.

pub mod backup;
pub mod check;
pub mod draft;
pub mod export;
pub mod history;
pub mod import;
pub mod purge;
pub mod redo;
pub mod restore;
pub mod search;
pub mod share;
pub mod undo;
