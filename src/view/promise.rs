//! What was promised and what happened, side by side.

use serde_json::{Value, json};

use crate::domain::pair::Couple;
use crate::domain::promise::{Outcome, Period, Verdict};
use crate::view::card;
use crate::view::look::UNMEASURED;
use crate::view::page::Page;
use crate::view::style::{Style, paint};
use crate::view::table::Table;

pub fn table(outcomes: &[Outcome], couple: &Couple, page: &Page) -> String {
    let mut table = Table::new(&["promise", "by", "", "agreed", "what happened", "see"]);
    for outcome in outcomes {
        table.row(vec![
            outcome.promise.to_string(),
            outcome
                .side
                .map_or("both", |side| couple.called(side))
                .to_owned(),
            verdict(outcome.verdict),
            outcome.promised.clone(),
            outcome.happened.clone(),
            outcome.cited(),
        ]);
    }
    let about = "What counts as kept: `mentor help promises`";
    let about = paint(Style::Dim, &card::wrap(about, page.width));
    format!("{}\n\n{about}", table.render(page))
}

fn verdict(verdict: Verdict) -> String {
    match verdict {
        Verdict::Kept => paint(Style::Good, verdict.label()),
        Verdict::Partly => verdict.label().to_owned(),
        Verdict::Broken => paint(Style::Overdue, verdict.label()),
        Verdict::Unmeasured => paint(Style::Dim, &UNMEASURED.to_string()),
    }
}

/// `cadence (both): agreed every 2 weeks, 8 of 9 check-ins`.
pub fn line(outcome: &Outcome, couple: &Couple) -> String {
    let cites = match outcome.cites.is_empty() {
        true => String::new(),
        false => format!(" [{}]", outcome.cited()),
    };
    format!(
        "{} ({}): agreed {}, {}{cites}",
        outcome.promise,
        outcome.side.map_or("both", |side| couple.called(side)),
        outcome.promised,
        outcome.happened
    )
}

pub fn json(outcomes: &[Outcome], couple: &Couple, period: Period) -> Value {
    json!({
        "schema": "mentor.agreement.check/1",
        "pair": couple.slug(),
        "since": period.first_day.to_string(),
        "as_of": period.last_day.to_string(),
        "items": items(outcomes),
    })
}

pub fn items(outcomes: &[Outcome]) -> Vec<Value> {
    outcomes
        .iter()
        .map(|outcome| {
            json!({
                "promise": outcome.promise.word(),
                "side": outcome.side.map(crate::domain::person::Side::word),
                "agreed": outcome.promised,
                "happened": outcome.happened,
                "verdict": outcome.verdict.word(),
                "kept": outcome.kept,
                "of": outcome.of,
                "late": outcome.late,
                "cites": outcome.cites.iter().map(ToString::to_string).collect::<Vec<_>>(),
            })
        })
        .collect()
}
