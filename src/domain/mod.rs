//! The rules. No input or output, no clock, no SQL, no command line.

pub mod cadence;
pub mod dates;
pub mod length;
pub mod workweek;
pub mod zone;
