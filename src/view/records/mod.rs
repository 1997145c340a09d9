//! Records in a line, as a listing and as a card.

pub mod agreement;
pub mod away;
pub mod card;
pub mod checkin;
pub mod closing;
pub mod feedback;
pub mod followup;
pub mod goal;
pub mod insight;
pub mod introduction;
pub mod new_terms;
pub mod option;
pub mod pair;
pub mod person;
pub mod pulse;
pub mod question;
pub mod record;
pub mod skill;
pub mod topic;
