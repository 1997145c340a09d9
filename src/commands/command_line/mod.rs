//! The command line: shared arguments and flags, the command tree, completion, and messages for usage errors.

pub mod arg;
pub mod complete;
pub mod flags;
pub mod tree;
pub mod usage_error;
