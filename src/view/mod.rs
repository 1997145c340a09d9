//! Domain values to text; pure. The writer turns marks into colour and makes control characters harmless.

pub mod agenda;
pub mod agreement;
pub mod away;
pub mod backup;
pub mod brief;
pub mod card;
pub mod chart;
pub mod checkin;
pub mod closing;
pub mod draft;
pub mod due;
pub mod feedback;
pub mod followup;
pub mod goal;
pub mod history;
pub mod insight;
pub mod introduction;
pub mod log;
pub mod option;
pub mod page;
pub mod pair;
pub mod person;
pub mod promise;
pub mod pulse;
pub mod question;
pub mod record;
pub mod report;
pub mod review;
#[cfg(test)]
mod schemas;
pub mod skill;
pub mod status;
pub mod style;
pub mod table;
pub mod topic;
pub mod when;
pub mod words;
