//! Days and times as people type and read them.

mod clock;
mod day_reader;
mod deadline;
mod habits;
mod read;
mod say;
mod vocabulary;

pub use clock::{split_time, time};
pub use deadline::{Deadline, deadline};
pub use habits::{DateStyle, Manner, follow};
pub use read::{DateError, DayRole, When, day, moment_or_day, when};
pub use say::{range, relative, short, spoken};
pub use vocabulary::{is_month_or_weekday, number, ordinal, weekday};
