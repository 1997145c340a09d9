//! Days and times as people type and read them.

mod habits;
mod read;
mod say;

pub use habits::{Habits, Manner, follow};
pub use read::{DateError, day, time, when};
pub use say::{relative, short, spoken};
