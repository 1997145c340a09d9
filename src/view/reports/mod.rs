//! The content of each report.

pub mod agenda;
pub mod brief;
pub mod due;
pub mod history;
pub mod item_points;
pub mod letter;
pub mod mentorship;
pub mod people_points;
pub mod progress;
pub mod promise;
pub mod review;
pub mod search;
pub mod shift;
pub mod status;
pub mod task_points;
pub mod when;
