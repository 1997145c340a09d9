//! Days and times as people type and read them.

mod read;
mod say;

pub use read::{DateError, day, time, when};
pub use say::{relative, short, spoken};
