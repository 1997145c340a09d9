//! Access to the operating system: files, users, time zones and signals, and the differences between systems.

pub mod file_lock;
pub mod interrupt;
pub mod private_file;
pub mod regular_file;
pub mod system;
pub mod system_user;
pub mod zoneinfo;
