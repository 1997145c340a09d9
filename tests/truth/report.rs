//! The reports that are compared, from the oracle or from the program.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::Value;

use crate::history::Side;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Promise {
    Cadence,
    Length,
    Reply,
    Feedback,
    Notice,
    Review,
    Hours,
    FollowUps,
}

impl Promise {
    fn named(word: &str) -> Option<Promise> {
        Some(match word {
            "cadence" => Promise::Cadence,
            "length" => Promise::Length,
            "reply" => Promise::Reply,
            "feedback" => Promise::Feedback,
            "notice" => Promise::Notice,
            "review" => Promise::Review,
            "hours" => Promise::Hours,
            "follow-ups" => Promise::FollowUps,
            _ => return None,
        })
    }
}

/// How a promise was kept. `Outcome::default()`: there is nothing to judge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    pub kept: u32,
    pub of: u32,
    /// How many calls were kept late, or how many reviews were held too late.
    pub late: u32,
    pub verdict: Verdict,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Verdict {
    Kept,
    Partly,
    Broken,
    #[default]
    Unmeasured,
}

impl Verdict {
    fn named(word: &str) -> Option<Verdict> {
        Some(match word {
            "kept" => Verdict::Kept,
            "partly" => Verdict::Partly,
            "broken" => Verdict::Broken,
            "unmeasured" => Verdict::Unmeasured,
            _ => return None,
        })
    }

    /// Returns the verdict for the share that was kept.
    pub fn by_share(kept: u32, of: u32) -> Verdict {
        match of {
            0 => Verdict::Unmeasured,
            _ if 10 * kept >= 9 * of || of >= 5 && of - kept == 1 => Verdict::Kept,
            _ if 2 * kept >= of => Verdict::Partly,
            _ => Verdict::Broken,
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Outcome { kept, of, late, verdict } = self;
        write!(f, "{kept} of {of}, {late} late ({verdict:?})")
    }
}

/// The other counts of a review report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub held: u32,
    pub missed: u32,
    pub minutes: u32,
    pub wins: u32,
    pub goals_done: u32,
    pub goals_dropped: u32,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The outcomes of promises with something to judge.
    pub promises: BTreeMap<(Promise, Option<Side>), Outcome>,
    pub counts: Option<Counts>,
}

impl Report {
    pub fn outcome(&self, promise: Promise, side: Option<Side>) -> Outcome {
        self.promises.get(&(promise, side)).copied().unwrap_or_default()
    }

    pub fn set(&mut self, promise: Promise, side: Option<Side>, outcome: Outcome) {
        if outcome != Outcome::default() {
            self.promises.insert((promise, side), outcome);
        }
    }

    /// Reads the output of `agree check --json` or `review --json`.
    pub fn read(answer: &Value) -> Report {
        let mut report = Report::default();
        let is_review = answer.get("promises").is_some();
        let items = if is_review { &answer["promises"] } else { &answer["items"] };
        for item in items.as_array().unwrap() {
            let side = match item["side"].as_str() {
                Some("mentor") => Some(Side::Mentor),
                Some("mentee") => Some(Side::Mentee),
                _ => None,
            };
            let number = |key: &str| item[key].as_u64().unwrap_or(0).try_into().unwrap();
            let outcome = Outcome {
                kept: number("kept"),
                of: number("of"),
                late: number("late"),
                verdict: Verdict::named(item["verdict"].as_str().unwrap()).unwrap(),
            };
            let promise = Promise::named(item["promise"].as_str().unwrap()).unwrap();
            report.set(promise, side, outcome);
        }
        let number = |key: &str| answer[key].as_u64().unwrap().try_into().unwrap();
        let length = |key: &str| answer[key].as_array().unwrap().len().try_into().unwrap();
        report.counts = is_review.then(|| Counts {
            held: number("held"),
            missed: number("missed"),
            minutes: number("minutes"),
            wins: length("wins"),
            goals_done: length("goals_done"),
            goals_dropped: length("goals_dropped"),
        });
        report
    }

    /// Returns the parts that add up over consecutive reports, because each item is counted in exactly one of them.
    pub fn additive(&self) -> Report {
        let mut report = self.clone();
        // The review that ends a period is held after its report is printed, and hours have no occasions.
        let is_counted = |promise| !matches!(promise, Promise::Review | Promise::Hours);
        report.promises.retain(|(promise, _), _| is_counted(*promise));
        let outcomes = report.promises.values_mut();
        outcomes.for_each(|outcome| outcome.verdict = Verdict::Unmeasured);
        report
    }

    pub fn add(&mut self, other: &Report) {
        for (name, outcome) in &other.promises {
            let sum = self.promises.entry(*name).or_default();
            sum.kept += outcome.kept;
            sum.of += outcome.of;
            sum.late += outcome.late;
        }
        if let Some(other) = &other.counts {
            let counts = self.counts.get_or_insert_default();
            counts.held += other.held;
            counts.missed += other.missed;
            counts.minutes += other.minutes;
            counts.wins += other.wins;
            counts.goals_done += other.goals_done;
            counts.goals_dropped += other.goals_dropped;
        }
    }

    /// Returns a line for each difference, with the right and the printed value.
    pub fn differences(&self, printed: &Report) -> Vec<String> {
        let mut found = Vec::new();
        let names = self.promises.keys().chain(printed.promises.keys());
        let mut names: Vec<_> = names.copied().collect();
        names.sort_unstable();
        names.dedup();
        for (promise, side) in names {
            let (right, is) = (self.outcome(promise, side), printed.outcome(promise, side));
            if right != is {
                let side = side.map_or("both", Side::word);
                found.push(format!("{promise:?} of {side}: {is}, right is {right}"));
            }
        }
        if self.counts != printed.counts {
            found.push(format!("counted are {:?}, right are {:?}", printed.counts, self.counts));
        }
        found
    }
}
