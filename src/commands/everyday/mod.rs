//! The everyday commands: check-ins, reports, agreements, and the end of a mentorship.

pub mod agenda;
pub mod agree;
pub mod brief;
pub mod due;
pub mod end;
pub mod log;
pub mod progress;
pub mod review;
pub mod status;
pub mod when;
