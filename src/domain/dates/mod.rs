//! Parses days and times as people type them, and formats them for display.

mod clock;
mod day_reader;
mod deadline;
mod foreign;
mod format;
mod languages;
mod parse;
mod style;
mod today;
mod vocabulary;

pub use clock::{parse_clock, parse_time, split_time};
pub use deadline::{Deadline, day_at_the_end, deadline, is_time_alone, softer_deadline};
pub use foreign::{
    DayOrder, ForeignDates, is_time_without_day, length_until, serial_date, split_dated,
    split_span, time_of_cell,
};
pub use format::{format_day, format_day_and_distance, format_distance, range};
pub use parse::{
    DateError, DayOrMoment, DayRole, moment_or_day, parse_day, parse_day_alone, parse_moment,
    parse_period, split_range,
};
pub use style::{DateStyle, Manner};
pub use today::{Now, Today};
pub use vocabulary::{is_day_name, is_month_or_weekday, number, ordinal, weekday};
