//! The nouns: records that can be added, listed, shown, edited and deleted.

pub mod approach;
pub mod away;
pub mod checkin;
pub mod feedback;
pub mod followup;
pub mod goal;
pub mod insight;
pub mod introduction;
pub mod norm;
pub mod option;
pub mod pulse;
pub mod question;
pub mod resource;
pub mod skill;
pub mod topic;
pub mod win;
