//! People and sides.

use crate::domain::workweek::WorkWeek;
use crate::domain::zone::Tz;
use crate::words;

words! {
    /// One of the two sides of a pair.
    Side { Mentor = "mentor", Mentee = "mentee" }
}

impl Side {
    pub fn other(self) -> Side {
        match self {
            Side::Mentor => Side::Mentee,
            Side::Mentee => Side::Mentor,
        }
    }
}

/// Somebody: the user, or the other side of one of their pairs.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    pub name: String,
    /// Where their days and hours are counted (IANA name).
    pub zone: Tz,
    pub week: WorkWeek,
    /// Languages they speak, the first one first.
    pub language: Option<String>,
    /// How they like to work: pace, written or spoken first, direct feedback, examples first. Comfort, not a
    /// "learning style": matching those has no support (Pashler et al. 2008).
    pub preferences: Vec<String>,
    /// Holidays and customs that matter for planning and for tone.
    pub holidays: Option<String>,
    pub notes: Option<String>,
    /// Whether this person is the user of this file. Exactly one is.
    pub is_user: bool,
    /// What to call them, and how it is said.
    pub called: Option<String>,
    /// What they need: captions, no calls before ten.
    pub needs: Vec<String>,
    /// What to avoid with them.
    pub avoids: Vec<String>,
}

impl Person {
    /// Somebody of whom only the name and the zone are known.
    pub fn new(name: String, zone: Tz, is_user: bool) -> Person {
        Person {
            name,
            zone,
            week: WorkWeek::default(),
            language: None,
            preferences: Vec::new(),
            holidays: None,
            notes: None,
            is_user,
            called: None,
            needs: Vec::new(),
            avoids: Vec::new(),
        }
    }
}
