//! The outcome of a promise: a verdict, its figures, and the records that broke it.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::checkin::CheckIn;
use crate::domain::dates::{self, DateStyle};
use crate::domain::person::Side;
use crate::domain::promise::Promise;
use crate::domain::record::Record;
use crate::words;

words! {
    Verdict { Kept = "kept", Partly = "partly", Broken = "broken", Unmeasured = "unmeasured" }
}

impl Verdict {
    /// Whether the promise was not fully kept.
    pub fn falls_short(self) -> bool {
        matches!(self, Verdict::Partly | Verdict::Broken)
    }

    /// Returns the verdict as shown to users.
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
    /// `None`: a promise of both sides.
    pub side: Option<Side>,
    pub promised: AgreedTerms,
    /// What happened, as text.
    pub happened: String,
    pub verdict: Verdict,
    /// How many occasions were kept. `None`: there is no data.
    pub kept: Option<u32>,
    /// How many occasions there were. `None`: there is no data.
    pub of: Option<u32>,
    /// How many occasions were late: calls that count nevertheless, or reviews that don't. `None`: not measured for
    /// this promise.
    pub late: Option<u32>,
    /// The records that broke it.
    pub cites: Vec<Citation>,
    /// The style of the days in citations with titles, for readers who can't look up the numbers. `None`: citations are
    /// numbers.
    pub citation_style: Option<DateStyle>,
}

/// What was agreed about one promise, oldest first: a clause for each version of the agreement in the period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgreedTerms {
    pub(super) clauses: Vec<AgreedClause>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum AgreedClause {
    /// Such as `every 2 weeks`.
    Text(String),
    /// On a day, written as the reader writes days.
    On(NaiveDate),
}

impl AgreedTerms {
    pub(super) fn from_text(text: &str) -> AgreedTerms {
        AgreedTerms { clauses: vec![AgreedClause::Text(text.to_owned())] }
    }

    /// Formats as `every 8 weeks, then on 4 Dec 2026`.
    pub fn format(&self, style: DateStyle) -> String {
        let clauses = self.clauses.iter().map(|clause| match clause {
            AgreedClause::Text(text) => text.clone(),
            AgreedClause::On(day) => format!("on {}", dates::range(*day, *day, style)),
        });
        clauses.collect::<Vec<_>>().join(", then ")
    }
}

/// A record that an outcome cites.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    pub noun: &'static str,
    pub id: i64,
    /// Empty: the record has no title.
    pub title: String,
    /// The day that identifies a check-in.
    pub day: Option<NaiveDate>,
}

/// Formats as `question 4`.
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

    /// Cites a check-in by its day: its title is the first line of the log and would reveal its content.
    pub fn checkin(record: &Record<CheckIn>) -> Citation {
        let day = record.planned_at.or(record.held_at);
        Citation {
            noun: "check-in",
            id: record.id.number(),
            title: String::new(),
            day: day.map(|at| at.with_timezone(&record.zone).date_naive()),
        }
    }

    /// Formats with a title or a day, as in `question 4 "Which of the two?"` or `check-in 3 of 10 Dec 2026`, for
    /// readers who can't look up the number.
    pub fn label(&self, style: DateStyle) -> String {
        match (self.title.as_str(), self.day) {
            ("", None) => self.to_string(),
            ("", Some(day)) => format!("{self} of {}", dates::range(day, day, style)),
            (title, _) => format!("{self} \"{title}\""),
        }
    }
}

/// Share of kept occasions from which a promise counts as kept: one miss in ten is allowed.
const KEPT_SHARE: f64 = 0.9;
/// Share of kept occasions from which a promise counts as partly kept.
const PARTLY_SHARE: f64 = 0.5;
/// Number of occasions from which a single miss is forgiven.
const FORGIVING_COUNT: u32 = 5;

/// One occasion on which a promise was kept or broken.
#[derive(Clone, Debug)]
pub(super) struct Occasion {
    /// When the outcome was final.
    pub(super) at: DateTime<Utc>,
    pub(super) is_kept: bool,
    pub(super) cite: Citation,
}

/// Counts the kept occasions; `what` follows the figures in the note.
pub(super) fn outcome_of(
    promise: Promise,
    side: Side,
    promised: AgreedTerms,
    what: &str,
    occasions: Vec<Occasion>,
) -> PromiseOutcome {
    let of = count(occasions.len());
    let missed = occasions.into_iter().filter(|occasion| !occasion.is_kept);
    let cites: Vec<Citation> = missed.map(|occasion| occasion.cite).collect();
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
    promised: AgreedTerms,
    kept: u32,
    of: u32,
    mut cites: Vec<Citation>,
) -> PromiseOutcome {
    let has_data = of > 0;
    // Cite a record that broke the promise twice only once.
    let mut seen = HashSet::new();
    cites.retain(|cite| seen.insert((cite.noun, cite.id)));
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
        citation_style: None,
    }
}

impl PromiseOutcome {
    /// Formats all citations: `question 4, question 7`.
    pub fn with_citations(&self) -> String {
        let format = |cite: &Citation| match self.citation_style {
            Some(style) => cite.label(style),
            None => cite.to_string(),
        };
        let cites: Vec<String> = self.cites.iter().map(format).collect();
        cites.join(", ")
    }

    /// Formats at most `limit` citations: `question 4, question 7 and 3 more`.
    pub fn cited_at_most(&self, limit: usize) -> String {
        let more = self.cites.len().saturating_sub(limit);
        if more == 0 {
            return self.with_citations();
        }
        let first = PromiseOutcome { cites: self.cites[..limit].to_vec(), ..self.clone() };
        format!("{} and {more} more", first.with_citations())
    }

    /// Records the number of late occasions. A kept promise becomes partly kept if too many were late.
    pub(super) fn lowered_if_late(mut self, late: u32) -> Self {
        let (kept, of) = (self.kept.unwrap_or(0), self.of.unwrap_or(0));
        let is_mostly_late = verdict(kept.saturating_sub(late), of) != Verdict::Kept;
        if self.verdict == Verdict::Kept && is_mostly_late {
            self.verdict = Verdict::Partly;
        }
        self.with_late(late)
    }

    /// Records the number of late occasions.
    pub(super) fn with_late(mut self, late: u32) -> Self {
        self.late = self.of.map(|_| late);
        self
    }

    /// Sets the text of what happened. `None`: leaves it unchanged.
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
