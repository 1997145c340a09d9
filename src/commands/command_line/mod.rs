//! The line that is typed: arguments and flags that commands share, its tree, completion, and what is said of mistakes.

pub mod arg;
pub mod complete;
pub mod flags;
pub mod tree;
pub mod usage_error;
