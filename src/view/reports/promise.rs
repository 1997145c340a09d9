//! Promises and how they were kept.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::dates::DateStyle;
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::progress::ProgressReport;
use crate::domain::promise::{Citation, Period, Promise, PromiseOutcome, Verdict};
use crate::view::json::parts::ReportMoment;
use crate::view::page::layout::Layout;
use crate::view::page::style::{Style, paint};
use crate::view::page::table::Table;
use crate::view::page::wrap::wrap;
use crate::view::words;

/// Returns the outcomes of each promise that has data, and a line that names the others.
pub fn split_by_data(outcomes: &[PromiseOutcome]) -> (Vec<&[PromiseOutcome]>, Option<String>) {
    let has_data = |one: &PromiseOutcome| {
        one.verdict != Verdict::Unmeasured || one.happened != Verdict::Unmeasured.label()
    };
    let promises = outcomes.chunk_by(|one, other| one.promise == other.promise);
    let (known, blank): (Vec<_>, Vec<_>) = promises.partition(|same| same.iter().any(has_data));
    let names: Vec<String> = blank.iter().map(|same| same[0].promise.label().to_owned()).collect();
    let line = (!names.is_empty()).then(|| {
        let names = words::join_with_and(&names);
        format!("{} on {names}", Verdict::Unmeasured.label())
    });
    (known, line)
}

pub fn table(
    outcomes: &[PromiseOutcome],
    pair: &PairContext,
    style: DateStyle,
    page: &Layout,
) -> String {
    let (known, blank) = split_by_data(outcomes);
    let known = known.concat();
    let blank = blank.map(|line| wrap(&words::capitalize(&line), page.width));
    let about = "What counts as kept: `mentor help promises`";
    let about = paint(Style::Dim, &wrap(about, page.width));
    let table = (!known.is_empty()).then(|| rows(&known, pair, style, page));
    let facts: Vec<String> = table.into_iter().chain(blank).collect();
    format!("{}\n\n{about}", facts.join("\n"))
}

fn rows(
    outcomes: &[PromiseOutcome],
    pair: &PairContext,
    style: DateStyle,
    page: &Layout,
) -> String {
    let mut table = Table::new(&["promise", "by", "", "agreed", "what happened", "see"]);
    for outcome in outcomes {
        table.row(vec![
            outcome.promise.label().to_owned(),
            outcome.side.map_or("both", |side| pair.first_name(side)).to_owned(),
            verdict(outcome.verdict),
            outcome.promised.format(style),
            outcome.happened.clone(),
            outcome.with_citations(),
        ]);
    }
    let has_room = table.fits(page) || page.mode.is_plain();
    let table = if has_room { table } else { narrow(outcomes, pair, style) };
    table.render(page)
}

/// Builds the table with fewer columns: how often, then what was agreed.
fn narrow(outcomes: &[PromiseOutcome], pair: &PairContext, style: DateStyle) -> Table {
    let mut table = Table::new(&["promise", "by", "", "what happened"]);
    for outcome in outcomes {
        let side = outcome.side.map_or("both", |side| pair.first_name(side));
        let agreed = format!("agreed {}", outcome.promised.format(style));
        table.row(vec![
            outcome.promise.label().to_owned(),
            side.to_owned(),
            verdict(outcome.verdict),
            match outcome.kept {
                Some(_) => format!("{}; {agreed}", figure(outcome)),
                None => agreed,
            },
        ]);
    }
    table
}

fn verdict(verdict: Verdict) -> String {
    match verdict {
        Verdict::Kept => paint(Style::Good, verdict.label()),
        Verdict::Partly => verdict.label().to_owned(),
        Verdict::Broken => paint(Style::Overdue, verdict.label()),
        Verdict::Unmeasured => paint(Style::Dim, verdict.label()),
    }
}

/// Formats a line for each outcome of a promise that has data, and one for the others.
pub fn lines(progress: &ProgressReport) -> Vec<String> {
    let (known, blank) = split_by_data(&progress.outcomes);
    let known = known.into_iter().flatten();
    known.map(|one| line(one, progress)).chain(blank).collect()
}

/// Formats an outcome: `cadence (both): 8 of 9 check-ins, agreed every 2 weeks [check-in 10]`.
fn line(outcome: &PromiseOutcome, progress: &ProgressReport) -> String {
    let cites = if outcome.cites.is_empty() {
        String::new()
    } else {
        format!(" [{}]", outcome.with_citations())
    };
    format!(
        "{} ({}): {}, agreed {}{cites}",
        outcome.promise.label(),
        outcome.side.map_or("both", |side| progress.pair.first_name(side)),
        outcome.happened,
        outcome.promised.format(progress.style)
    )
}

/// Builds a row for each promise with the outcomes of both sides, and a line about those without data.
pub fn columns(progress: &ProgressReport) -> (Table, Option<String>) {
    let names = [Side::Mentor, Side::Mentee].map(|side| progress.pair.first_name(side).to_owned());
    let mut table =
        Table::with_header([[String::new(), "agreed".to_owned()], names].concat()).spilling();
    let (known, blank) = split_by_data(&progress.outcomes);
    for same in known {
        let of = |sides: &[Option<Side>]| {
            let found = same.iter().find(|one| sides.contains(&one.side));
            found.map(figure).unwrap_or_default()
        };
        table.row(vec![
            same[0].promise.label().to_owned(),
            same[0].promised.format(progress.style),
            of(&[None, Some(Side::Mentor)]),
            of(&[Some(Side::Mentee)]),
        ]);
    }
    (table, blank)
}

/// Formats a line for each promise with the outcomes of both sides: `replies: Sam 1 of 2 [question 2], Ana 0 of 1`.
pub fn figures(outcomes: &[&PromiseOutcome], pair: &PairContext) -> Vec<String> {
    let line = |same: &[&PromiseOutcome]| {
        let outcomes = same.iter().map(|outcome| match outcome.side {
            Some(side) => format!("{} {}", pair.first_name(side), figure(outcome)),
            None => figure(outcome),
        });
        let outcomes: Vec<String> = outcomes.collect();
        format!("{}: {}", same[0].promise.label(), outcomes.join(", "))
    };
    outcomes.chunk_by(|one, other| one.promise == other.promise).map(line).collect()
}

/// Formats how often it was kept: `5 of 6 [question 2]`.
fn figure(outcome: &PromiseOutcome) -> String {
    let (Some(kept), Some(of)) = (outcome.kept, outcome.of) else {
        return outcome.happened.clone();
    };
    let counted = match outcome.promise {
        Promise::Length => outcome.happened.clone(),
        Promise::Cadence => format!("{kept} of {of} check-ins"),
        _ => format!("{kept} of {of}"),
    };
    let late = outcome.late.filter(|late| *late > 0);
    let late = late.map(|late| format!(", {late} late")).unwrap_or_default();
    if outcome.cites.is_empty() {
        counted + &late
    } else {
        format!("{counted}{late} [{}]", outcome.cited_at_most(MAX_CITED))
    }
}

/// Records that a column cites; `mentor agree check` names all.
const MAX_CITED: usize = 2;

/// `mentor agree check`: what was agreed and what happened.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AgreementCheck<'a> {
    pair: &'a str,
    /// First day of the period.
    since: NaiveDate,
    /// Last day of the period; the same as `as_of_day`.
    as_of: NaiveDate,
    #[serde(flatten)]
    moment: ReportMoment,
    items: Vec<OutcomeEntry<'a>>,
}

/// How one promise was kept.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct OutcomeEntry<'a> {
    promise: Promise,
    /// Null: a promise of both.
    side: Option<Side>,
    /// What was agreed, in words.
    agreed: String,
    /// What happened, in words.
    happened: &'a str,
    verdict: Verdict,
    /// How often it was kept.
    kept: Option<u32>,
    /// How often it could have been kept.
    of: Option<u32>,
    /// How many came late: check-ins among those kept, reviews besides them.
    late: Option<u32>,
    /// The records that broke it, such as `question 4`.
    cites: &'a [Citation],
}

pub fn json<'a>(
    outcomes: &'a [PromiseOutcome],
    pair: &'a PairContext,
    period: Period,
) -> AgreementCheck<'a> {
    AgreementCheck {
        pair: pair.slug(),
        since: period.first_day,
        as_of: period.last_day,
        moment: period.into(),
        items: entries(outcomes),
    }
}

pub fn entries<'a>(
    outcomes: impl IntoIterator<Item = &'a PromiseOutcome>,
) -> Vec<OutcomeEntry<'a>> {
    let entry = |outcome: &'a PromiseOutcome| OutcomeEntry {
        promise: outcome.promise,
        side: outcome.side,
        agreed: outcome.promised.format(DateStyle::ISO),
        happened: &outcome.happened,
        verdict: outcome.verdict,
        kept: outcome.kept,
        of: outcome.of,
        late: outcome.late,
        cites: &outcome.cites,
    };
    outcomes.into_iter().map(entry).collect()
}
