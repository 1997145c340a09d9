//! `mentor status`: each pair in a line or two.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use crate::domain::dates::{self, Now};
use crate::domain::due;
use crate::domain::goal::GoalState;
use crate::domain::pair::{PairContext, PairState};
use crate::domain::person::Side;
use crate::domain::snapshot::PairSnapshot;
use crate::view::json::ListAnswer;
use crate::view::json::parts::TitledRecord;
use crate::view::page::chart;
use crate::view::page::layout::Layout;
use crate::view::page::output_mode::{GAP, OutputMode};
use crate::view::page::style::{Style, paint, width};
use crate::view::page::wrap::wrap_hanging;
use crate::view::words;

pub fn text(situations: &[PairSnapshot], page: &Layout) -> String {
    let slugs = situations.iter().map(|one| width(one.pair.slug()));
    let column = if page.mode.is_plain() { 0 } else { slugs.max().unwrap_or(0) };
    let pairs = situations.iter().map(|one| pair(one, column, page));
    pairs.collect::<Vec<_>>().join("\n")
}

/// Formats a pair, with its short name padded to `column`.
fn pair(snapshot: &PairSnapshot, column: usize, page: &Layout) -> String {
    let pair = &snapshot.pair;
    let gap = GAP.in_mode(page.mode);
    let next = match (snapshot.next_call().map(|next| next.at), snapshot.meet_by()) {
        (Some(at), _) => format!("next {}", words::both_times(at, pair, snapshot.now)),
        (None, Some(day)) => format!(
            "next check-in due by {}",
            dates::format_day_and_distance(day, snapshot.pair_today())
        ),
        (None, None) => "no check-in planned".to_owned(),
    };
    let overdue = match due::counts(snapshot, due::SOON).overdue {
        0 => paint(Style::Good, "nothing overdue"),
        some => paint(Style::Overdue, &format!("{some} overdue")),
    };
    let name = &pair.partner().name;
    let undecided = words::to_decide(snapshot.undecided);
    let head = format!(
        "{}{}{gap}{name} ({}), {next}, {overdue}{}",
        paint(Style::Heading, pair.slug()),
        " ".repeat(column.saturating_sub(width(pair.slug()))),
        pair.user_side().other(),
        undecided.map_or_else(String::new, |count| format!(", {count}")),
    );
    let moved = snapshot.goals.iter().max_by_key(|history| history.last_updated()).map(|history| {
        let percent =
            history.percent().map(|percent| format!("{gap}{}", chart::bar(percent, page.mode)));
        let paused = match history.goal.state {
            GoalState::Paused => format!("{gap}{}", GoalState::Paused),
            _ => String::new(),
        };
        format!("\n{}{}{paused}", history.goal.title, percent.unwrap_or_default())
    });
    let text = head + &moved.unwrap_or_default();
    // A smaller margin if the full one would take most of the line.
    let margin = match page.width {
        Some(room) if column * 3 > room => 4,
        _ => (column + 2).max(4),
    };
    wrap_hanging(&text, page.width, margin)
}

/// Lists paused and ended pairs if none is active, and suggests a command.
pub fn inactive_pairs(pairs: &[PairContext], now: Now, mode: OutputMode) -> String {
    let gap = GAP.in_mode(mode);
    let lines = pairs.iter().map(|pair| {
        let record = &pair.record;
        let because = record.because.as_deref().map(|text| format!(": {text}"));
        let since = match record.state {
            PairState::Ended => "on",
            PairState::Active | PairState::Paused => "since",
        };
        format!(
            "{}{gap}{} ({}), {} {since} {}{}",
            pair.slug(),
            pair.partner().name,
            pair.user_side().other(),
            record.state,
            dates::format_day(record.state_on, words::today(pair.user(), now)),
            because.unwrap_or_default()
        )
    });
    let mut lines: Vec<String> = lines.collect();
    lines.push(format!("No active pair; {}", no_active_pair_hint(pairs)));
    lines.join("\n")
}

/// Examples for a new pair; one whose short name exists would be refused.
const EXAMPLES: [(&str, &str); 3] =
    [("ana", "Ana Díaz"), ("ben", "Ben Okafor"), ("mia", "Mia Chen")];

/// Suggests a command if no pair is active.
pub fn no_active_pair_hint(all: &[PairContext]) -> String {
    let paused = |pair: &&PairContext| pair.record.state == PairState::Paused;
    if let Some(paused) = all.iter().find(paused) {
        return format!("run `mentor pair resume {}` to resume it", paused.slug());
    }
    let is_free = |(slug, _): &&(&str, &str)| !all.iter().any(|pair| pair.slug() == *slug);
    let (slug, name) = EXAMPLES.iter().find(is_free).unwrap_or(&EXAMPLES[0]);
    format!("run `mentor pair add {slug} --mentee \"{name}\"` to add one")
}

/// One pair of `mentor status`.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PairStatus<'a> {
    pair: &'a str,
    /// The user's side.
    role: Side,
    /// Name of the other person.
    partner: &'a str,
    /// The next check-in.
    next: Option<DateTime<Utc>>,
    /// The day by which the next check-in is agreed to take place.
    meet_by: Option<NaiveDate>,
    overdue: usize,
    due_soon: usize,
    /// Conflicts and deletion requests to decide now; 0 in a report of an earlier day.
    to_decide: usize,
    /// The goal with the latest entry.
    goal: Option<LatestGoal<'a>>,
}

/// The goal with the latest entry.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct LatestGoal<'a> {
    #[serde(flatten)]
    record: TitledRecord<'a>,
    /// The latest progress, 0 to 100.
    percent: Option<u8>,
}

pub fn json<'s>(snapshots: &'s [PairSnapshot]) -> ListAnswer<PairStatus<'s>> {
    let pair_status = |snapshot: &'s PairSnapshot| {
        let PairSnapshot { pair, goals, .. } = snapshot;
        let counts = due::counts(snapshot, due::SOON);
        let latest = goals.iter().max_by_key(|history| history.last_updated());
        PairStatus {
            pair: pair.slug(),
            role: pair.user_side(),
            partner: &pair.partner().name,
            next: snapshot.next_call().map(|next| next.at),
            meet_by: snapshot.meet_by(),
            overdue: counts.overdue,
            due_soon: counts.soon,
            to_decide: snapshot.undecided,
            goal: latest.map(|history| LatestGoal {
                record: (&history.goal).into(),
                percent: history.percent(),
            }),
        }
    };
    ListAnswer::new(snapshots.iter().map(pair_status))
}
