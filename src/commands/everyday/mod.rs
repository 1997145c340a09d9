//! What is typed every day: what is next, what came of it, and how it goes.

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
