//! How a promise was kept: a verdict, its figures, and the records that broke it.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::checkin::CheckIn;
use crate::domain::dates;
use crate::domain::person::Side;
use crate::domain::promise::Promise;
use crate::domain::record::Record;
use crate::words;

words! {
    Verdict { Kept = "kept", Partly = "partly", Broken = "broken", Unmeasured = "unmeasured" }
}

impl Verdict {
    /// Whether it gives the two something to talk about.
    pub fn falls_short(self) -> bool {
        matches!(self, Verdict::Partly | Verdict::Broken)
    }

    /// The verdict as people read it.
    pub fn label(self) -> &'static str {
        match self {
            Verdict::Kept => "kept",
            Verdict::Partly => "partly kept",
            Verdict::Broken => "not kept",
            Verdict::Unmeasured => "no data yet",
        }
    }
}

/// How one promise was kept, by one side or by both together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromiseOutcome {
    pub promise: Promise,
    /// None: it is a promise of both.
    pub side: Option<Side>,
    pub promised: String,
    pub happened: String,
    pub verdict: Verdict,
    pub kept: Option<u32>,
    pub of: Option<u32>,
    /// Of those kept, how many came late.
    pub late: Option<u32>,
    /// The records that broke it.
    pub cites: Vec<Citation>,
    /// Whether they are named, since whoever reads it can't look up their numbers.
    pub names_cites: bool,
}

/// A record that an outcome names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    pub noun: &'static str,
    pub id: i64,
    /// What it is called. Empty: it has no name.
    pub title: String,
    /// The day for which it was planned, where that tells it from others.
    pub day: Option<NaiveDate>,
}

/// `question 4`.
impl std::fmt::Display for Citation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.noun, self.id)
    }
}

impl Citation {
    pub(super) fn record<T: crate::domain::pair_item::PairItem>(record: &Record<T>) -> Citation {
        Citation {
            noun: T::LABEL,
            id: record.id.number(),
            title: record.title().into_owned(),
            day: None,
        }
    }

    /// Of a check-in its title is what was said in it: its day says which it was.
    pub fn checkin(record: &Record<CheckIn>) -> Citation {
        let day = record.planned_at.or(record.held_at);
        Citation {
            noun: "check-in",
            id: record.id.number(),
            title: String::new(),
            day: day.map(|at| at.with_timezone(&record.zone).date_naive()),
        }
    }

    /// `question 4 "Which of the two?"`, `check-in 3 of 10 Dec 2026`: for whoever can't look the number up.
    pub fn label(&self) -> String {
        match (self.title.as_str(), self.day) {
            ("", None) => self.to_string(),
            ("", Some(day)) => format!("{self} of {}", dates::range(day, day)),
            (title, _) => format!("{self} \"{title}\""),
        }
    }
}

/// Kept this often, or oftener, counts as kept: one miss in ten is life.
const KEPT_SHARE: f64 = 0.9;
/// Kept this often, or oftener, counts as partly kept.
const PARTLY_SHARE: f64 = 0.5;
/// Of so many occasions or more, one miss is forgiven.
const FORGIVING_COUNT: u32 = 5;

/// One occasion to keep a promise, and what became of it.
#[derive(Clone, Debug)]
pub(super) struct Occasion {
    /// When that was final.
    pub(super) at: DateTime<Utc>,
    pub(super) is_kept: bool,
    pub(super) cite: Citation,
}

pub(super) fn judge(
    promise: Promise,
    side: Side,
    promised: String,
    what: &str,
    occasions: Vec<Occasion>,
) -> PromiseOutcome {
    let of = count(occasions.len());
    let missed = occasions.into_iter().filter(|one| !one.is_kept);
    let cites: Vec<Citation> = missed.map(|one| one.cite).collect();
    let kept = of - count(cites.len());
    let happened = (of > 0).then(|| format!("{kept} of {of} {what}"));
    counted_outcome(promise, Some(side), promised, kept, of, cites).with_note(happened)
}

pub(super) fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

pub(super) fn counted_outcome(
    promise: Promise,
    side: Option<Side>,
    promised: String,
    kept: u32,
    of: u32,
    mut cites: Vec<Citation>,
) -> PromiseOutcome {
    let has_data = of > 0;
    // A record that broke the promise twice is named once.
    let mut named = HashSet::new();
    cites.retain(|cite| named.insert((cite.noun, cite.id)));
    PromiseOutcome {
        promise,
        side,
        promised,
        happened: Verdict::Unmeasured.label().to_owned(),
        verdict: verdict(kept, of),
        kept: has_data.then_some(kept),
        of: has_data.then_some(of),
        late: None,
        cites,
        names_cites: false,
    }
}

impl PromiseOutcome {
    /// `question 4, question 7`.
    pub fn with_citations(&self) -> String {
        let said = if self.names_cites {
            Citation::label
        } else {
            Citation::to_string
        };
        let cites: Vec<String> = self.cites.iter().map(said).collect();
        cites.join(", ")
    }

    /// `question 4, question 7 and 3 more`.
    pub fn cited_at_most(&self, most: usize) -> String {
        let more = self.cites.len().saturating_sub(most);
        if more == 0 {
            return self.with_citations();
        }
        let first = PromiseOutcome {
            cites: self.cites[..most].to_vec(),
            ..self.clone()
        };
        format!("{} and {more} more", first.with_citations())
    }

    /// Nothing is wholly kept that mostly came late.
    pub(super) fn lowered_if_late(mut self, late: u32) -> Self {
        let (kept, of) = (self.kept.unwrap_or(0), self.of.unwrap_or(0));
        let is_mostly_late = verdict(kept.saturating_sub(late), of) != Verdict::Kept;
        if self.verdict == Verdict::Kept && is_mostly_late {
            self.verdict = Verdict::Partly;
        }
        self.late = (of > 0).then_some(late);
        self
    }

    /// Says what happened, if there is anything to say.
    pub(super) fn with_note(mut self, happened: Option<String>) -> Self {
        if let Some(happened) = happened {
            self.happened = happened;
        }
        self
    }
}

pub(super) fn verdict(kept: u32, of: u32) -> Verdict {
    match of {
        0 => Verdict::Unmeasured,
        FORGIVING_COUNT.. if kept + 1 == of => Verdict::Kept,
        _ => verdict_of(f64::from(kept) / f64::from(of)),
    }
}

pub(super) fn verdict_of(share: f64) -> Verdict {
    match share {
        KEPT_SHARE.. => Verdict::Kept,
        PARTLY_SHARE.. => Verdict::Partly,
        _ => Verdict::Broken,
    }
}
