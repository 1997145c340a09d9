//! What the exchange remembers.

pub mod apply;
pub(in crate::store) mod authority;
mod circle_setting;
pub mod deletion;
pub mod documents;
mod error;
pub mod exchange;
mod kept_back;
pub mod memory;
pub(in crate::store) mod own_version;
pub mod parts;
mod reading;
mod rebuild;
pub mod request;
mod restored;
pub mod rows;
pub mod said;
pub mod same;
#[cfg(any(test, fuzzing))]
pub mod spoiled;
mod telling;
#[cfg(test)]
mod tests;
pub mod undecided;
