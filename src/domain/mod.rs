//! The rules. No input or output, no clock, no SQL, no command line.

pub mod agreement;
pub mod backup;
pub mod cadence;
#[cfg(test)]
mod cadence_oracle;
pub mod checkin;
pub mod dates;
pub mod draft;
pub mod due;
pub mod feedback;
pub mod followup;
pub mod goal;
pub mod health;
pub mod length;
pub mod note;
pub mod noun;
pub mod pair;
pub mod person;
pub mod progress;
pub mod promise;
pub mod record;
pub mod review;
pub mod said;
pub mod shift;
pub mod situation;
pub mod step;
pub mod text;
pub mod timebox;
pub mod topic;
pub mod workweek;
pub mod zone;
