//! Days and times as people type and read them.

mod day_reader;
mod deadline;
mod habits;
mod read;
mod say;
mod vocabulary;

pub use deadline::{Deadline, deadline};
pub use habits::{Habits, Manner, follow};
pub use read::{DateError, DayRole, When, day, moment_or_day, split_time, time, when};
pub use say::{relative, short, spoken};
pub use vocabulary::{number, weekday};
