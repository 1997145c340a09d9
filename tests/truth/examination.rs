//! Runs all checks on every history, once for all tests.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard};

use chrono::{DateTime, Utc};

use crate::faults::FAULTS;
use crate::generator::{Manner, generate};
use crate::history::{History, shell_line};
use crate::ledger::Ledger;
use crate::play::{Answer, Query, Stage, Tape, play};
use crate::report::Report;
use crate::{privacy, size};

/// The problems found, as texts with commands that reproduce them.
#[derive(Debug, Default)]
pub struct Findings {
    pub refused: Vec<String>,
    pub unequal: Vec<String>,
    pub changed_later: Vec<String>,
    pub not_added_up: Vec<String>,
    pub other_side: Vec<String>,
    pub private: Vec<String>,
    /// For each planted fault, how many reports it made wrong, and how many were compared.
    pub seen_faults: [(usize, usize); FAULTS.len()],
    pub reports: usize,
    pub pages: usize,
    pub sums: usize,
    pub files: usize,
    pub twins: usize,
}

/// Fails with the number of problems and the first of them, if there are any.
pub fn assert_none(found: &[String], of: usize) {
    assert!(of > 0, "nothing was looked at");
    let summary: Vec<&str> = found.iter().take(60).filter_map(|one| one.lines().next()).collect();
    let first: Vec<&str> = found.iter().take(3).map(String::as_str).collect();
    let (summary, first) = (summary.join("\n"), first.join("\n\n"));
    assert!(found.is_empty(), "{} of {of}:\n{summary}\n\nThe first:\n\n{first}", found.len());
}

/// Returns the kind of history for a seed: one third is tidy without private records, one third is not tidy, one third
/// has private records too.
pub fn manner(seed: u64) -> Manner {
    Manner { is_tidy: seed.is_multiple_of(3), has_private: seed % 3 == 2 }
}

/// Returns the problems in all histories.
pub fn findings() -> &'static Findings {
    static FINDINGS: OnceLock<Findings> = OnceLock::new();
    FINDINGS.get_or_init(|| {
        let (next, findings) = (AtomicU64::new(first_seed()), Mutex::new(Findings::default()));
        let end = first_seed() + size(300, 20_000);
        let workers = std::thread::available_parallelism().map_or(2, usize::from);
        std::thread::scope(|scope| {
            for _ in 0..workers {
                scope.spawn(|| {
                    loop {
                        let seed = next.fetch_add(1, Ordering::Relaxed);
                        if seed >= end {
                            break;
                        }
                        examine(&generate(seed, &manner(seed)), &findings);
                    }
                });
            }
        });
        findings.into_inner().unwrap()
    })
}

/// Returns the first seed. `MENTOR_SEED=17 MENTOR_HISTORIES=1` reproduces a single history.
pub fn first_seed() -> u64 {
    std::env::var("MENTOR_SEED").map_or(0, |seed| seed.parse().unwrap())
}

fn lock(findings: &Mutex<Findings>) -> MutexGuard<'_, Findings> {
    findings.lock().unwrap()
}

fn examine(history: &History, findings: &Mutex<Findings>) {
    let tape = match play(history) {
        Ok(tape) => tape,
        Err(refused) => {
            let text = format!("history {}: {refused}", history.seed);
            return lock(findings).refused.push(text);
        }
    };
    let unequal: Vec<&Answer> =
        tape.answers.iter().filter(|answer| is_wrong(history, answer)).collect();
    if let Some(answer) = unequal.first() {
        let may_take_long = lock(findings).unequal.len() < 3;
        let text = explain(history, &answer.query, may_take_long);
        lock(findings).unequal.push(text);
    }
    let private = privacy::compare(history, &tape);
    let mut findings = lock(findings);
    findings.reports += tape.answers.len();
    for (at, fault) in FAULTS.iter().enumerate() {
        let is_wrong_by_it = |answer: &&Answer| {
            let mut ledger = Ledger::at(history.user, &history.events, answer.query.at);
            (fault.mistake)(&mut ledger);
            !answer.query.expected_report_from(&ledger).differences(&answer.report).is_empty()
        };
        // Half of the reports are enough for each fault.
        let some = tape.answers.iter().skip(at % 2).step_by(2);
        let (seen, of) = &mut findings.seen_faults[at];
        *of += some.clone().count();
        *seen += some.filter(is_wrong_by_it).count();
    }
    findings.pages += tape.prints.len();
    findings.changed_later.extend(changes(history, &tape));
    if history.is_tidy {
        findings.sums += 1;
        findings.not_added_up.extend(sums(history, &tape));
    }
    findings.files += usize::from(tape.other_side.is_some());
    let other_side = tape.other_side.into_iter().flatten();
    findings.other_side.extend(other_side);
    findings.twins += usize::from(private.is_some());
    findings.private.extend(private.and_then(Result::err));
}

fn is_wrong(history: &History, answer: &Answer) -> bool {
    !answer.query.expected_report(history).differences(&answer.report).is_empty()
}

/// Describes the differences in a report, with as few commands as possible that lead to them.
fn explain(history: &History, query: &Query, may_take_long: bool) -> String {
    let printed = |history: &History| {
        let mut stage = Stage::new(history);
        stage.go_to(query.at).ok()?;
        stage.ask(query).ok()
    };
    let differences = |history: &History| {
        let found =
            printed(history).map(|report| query.expected_report(history).differences(&report));
        found.unwrap_or_default()
    };
    let until = history.cut_at(query.at);
    let smallest = if may_take_long {
        crate::shrink::shrink(&until, |smaller| !differences(smaller).is_empty())
    } else {
        until
    };
    format_finding(&smallest, query.at, &query.command(), &differences(&smallest).join("\n"))
}

/// Formats a problem with the commands that reproduce it.
pub fn format_finding(
    history: &History,
    at: DateTime<Utc>,
    words: &[String],
    what: &str,
) -> String {
    let seed = history.seed;
    format!("history {seed}: {what}\n{}\n{}", history.script(at), shell_line(at, words))
}

/// Returns the reports of a past day that differ from those printed on it.
fn changes(history: &History, tape: &Tape) -> Vec<String> {
    let changed = tape.prints.iter().filter(|(print, later)| print.text != later.text);
    let findings = changed.map(|(print, later)| {
        let day = print.text.lines().zip(later.text.lines()).find(|(one, other)| one != other);
        let what = day.map_or_else(
            || {
                format!(
                    "{} lines, later {}",
                    print.text.lines().count(),
                    later.text.lines().count()
                )
            },
            |(one, other)| format!("on the day: {one}\nlater:      {other}"),
        );
        format_finding(history, history.end(), &later.words, &what)
    });
    findings.collect()
}

/// Returns what does not add up over consecutive reviews.
fn sums(history: &History, tape: &Tape) -> Option<String> {
    let mut sum = Report::default();
    tape.reviews.iter().for_each(|report| sum.add(report));
    let found = tape.whole.additive().differences(&sum.additive());
    (!found.is_empty())
        .then(|| format_finding(history, history.end(), &["review".to_owned()], &found.join("\n")))
}
