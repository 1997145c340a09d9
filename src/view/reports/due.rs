//! `mentor due`: a line for each item.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::dates::{self, Today};
use crate::domain::due::{DueItem, DueKind};
use crate::domain::offset_mismatch::OffsetMismatch;
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::view::json::parts::ReportMoment;
use crate::view::page::layout::Layout;
use crate::view::page::style::{self, Style, paint};
use crate::view::page::table::Table;
use crate::view::reports::shift::{ClockChangeEntry, PairClockChange};
use crate::view::words;

/// Lists what is due, what the user owes first: `2 days overdue  ana  Ana  follow-up 3  draft the RFC (`mentor followup
/// done 3`)`. Empty if nothing is due.
pub fn lines(
    found: &[DueItem],
    pairs: &[PairContext],
    today: Today,
    titles_off: bool,
    page: &Layout,
) -> String {
    let mut table = Table::without_header(5);
    for due in own_first(found, pairs) {
        let name =
            |side| pair_of(due, pairs).map_or("", |pair| words::you_or_name(side, pair)).to_owned();
        let command = paint(Style::Dim, &format!("(`{}`)", command(due)));
        let title = if titles_off { command } else { format!("{} {command}", due.title) };
        table.row(vec![
            when(due, today),
            due.pair.clone(),
            due.owner.map_or("both".to_owned(), name),
            what(due),
            title,
        ]);
    }
    table.render(page)
}

fn pair_of<'p>(due: &DueItem, pairs: &'p [PairContext]) -> Option<&'p PairContext> {
    pairs.iter().find(|pair| pair.slug() == due.pair)
}

/// Puts what the user owes, alone or with the other person, before what the other person owes.
fn own_first<'d>(found: &'d [DueItem], pairs: &[PairContext]) -> Vec<&'d DueItem> {
    let is_partners = |due: &&DueItem| {
        let user = pair_of(due, pairs).map(PairContext::user_side);
        due.owner.is_some() && due.owner != user
    };
    let (partners, own): (Vec<_>, Vec<_>) = found.iter().partition(is_partners);
    [own, partners].concat()
}

/// Returns the command to type next.
fn command(due: &DueItem) -> String {
    let pair = &due.pair;
    if let Some(at) = due.agreed_at {
        let at = at.format("%Y-%m-%d %H:%M");
        return format!("mentor log --at \"{at}\" -p {pair}");
    }
    match (due.kind, due.id, due.owner) {
        (DueKind::FollowUp, Some(id), _) => format!("mentor followup done {id}"),
        (DueKind::CheckIn, Some(_), _) => format!("mentor log -p {pair}"),
        (DueKind::Goal, Some(id), _) => format!("mentor goal done {id}"),
        (DueKind::Agreement, _, Some(side)) => {
            format!("mentor agree accept --by {side} -p {pair}")
        }
        (DueKind::Agreement, ..) => format!("mentor agree renew -p {pair}"),
        (DueKind::Question, Some(id), _) => format!("mentor question answer {id}"),
        (DueKind::Feedback, Some(id), _) => format!("mentor feedback respond {id}"),
        (DueKind::Pulse, _, Some(_)) => format!("mentor pulse answer -p {pair}"),
        (DueKind::Pulse, ..) => format!("mentor pulse ask -p {pair}"),
        (DueKind::Introduction, Some(id), _) => format!("mentor introduction advance {id}"),
        (DueKind::Insight, Some(id), _) => format!("mentor advice outcome {id}"),
        (DueKind::Review, ..) => format!("mentor review -p {pair}"),
        (DueKind::Pair, ..) => format!("mentor end update -p {pair}"),
        // No check-in is planned, or only one that is too late.
        _ => format!("mentor when -p {pair}"),
    }
}

/// Returns title and text of a notification, with escaped control characters; `None` if nothing is due.
pub fn notification(
    found: &[DueItem],
    pairs: &[PairContext],
    titles_off: bool,
) -> Option<(String, String)> {
    let overdue = found.iter().filter(|due| due.days_overdue > 0).count();
    let soon = found.len() - overdue;
    let counted = [(overdue, "overdue"), (soon, "due soon")].into_iter();
    let counted = counted.filter(|(count, _)| *count > 0);
    let title: Vec<String> = counted.map(|(count, word)| format!("{count} {word}")).collect();
    let first = own_first(found, pairs).into_iter().take(MAX_NOTIFIED);
    let lines = first.map(|due| {
        if titles_off {
            format!("{}: {}", due.pair, what(due))
        } else {
            // One line each: a line break in a title would look like the next item.
            format!("{}: {}", due.pair, due.title.replace('\n', " "))
        }
    });
    let remaining = found.len().saturating_sub(MAX_NOTIFIED);
    let remaining = (remaining > 0).then(|| format!("and {remaining} more (`mentor due`)"));
    let body: Vec<String> = lines.chain(remaining).collect();
    (!found.is_empty())
        .then(|| (format!("mentor: {}", title.join(", ")), style::render(&body.join("\n"), false)))
}

/// Items in a notification.
const MAX_NOTIFIED: usize = 5;

fn what(due: &DueItem) -> String {
    let noun = words::noun_label(due.kind.word());
    // The title of an agreement has its version, which people use instead of the number.
    let is_numbered = !matches!(due.kind, DueKind::Pair | DueKind::Agreement);
    match due.id.filter(|_| is_numbered) {
        Some(id) => format!("{noun} {id}"),
        None => noun.to_owned(),
    }
}

fn when(due: &DueItem, today: Today) -> String {
    match due.days_overdue {
        0 => paint(
            Style::Soon,
            &format!("due {}", dates::format_distance(due.due.max(today.day), today.day)),
        ),
        1 => paint(Style::Overdue, "1 day overdue"),
        days => paint(Style::Overdue, &format!("{days} days overdue")),
    }
}

/// Warns of a clock change: `ana: Clocks change on Sun 28 Mar: a check-in on Thu 1 Apr is 1 hour earlier for Ana than before`.
pub fn clocks(pair: &PairContext, side: Side, shift: &OffsetMismatch, today: Today) -> String {
    format!("{}: {}", pair.slug(), words::clock_change_warning(side, shift, pair, today))
}

/// `mentor due`: everything that is due, most overdue first.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DueReport<'a> {
    /// The same as `as_of_day`.
    as_of: NaiveDate,
    #[serde(flatten)]
    moment: ReportMoment,
    items: Vec<DueEntry>,
    clock_changes: Vec<PairClockChange<'a>>,
    /// Conflicts and deletion requests to decide now; 0 in a report of an earlier day.
    to_decide: usize,
}

/// Something that is due.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DueEntry {
    kind: DueKind,
    /// Number of the record; null: there is none yet, such as a check-in that is to be planned.
    #[cfg_attr(test, schemars(range(min = 0)))]
    id: Option<i64>,
    pair: String,
    /// Null: due from both.
    owner: Option<Side>,
    title: String,
    due: NaiveDate,
    /// 0: due today or later.
    #[cfg_attr(test, schemars(range(min = 0)))]
    days_overdue: i64,
    /// The command to type next.
    command: String,
}

/// Columns of the CSV listing: the fields of an entry.
pub const COLUMNS: [&str; 8] =
    ["kind", "id", "pair", "owner", "title", "due", "days_overdue", "command"];

pub fn json<'a>(
    found: &'a [DueItem],
    moment: ReportMoment,
    changes: &'a [(PairContext, Side, OffsetMismatch)],
    to_decide: usize,
) -> DueReport<'a> {
    let changes = changes.iter().map(|(pair, side, change)| PairClockChange {
        change: ClockChangeEntry::new(&(*side, *change)),
        pair: pair.slug(),
    });
    DueReport {
        as_of: moment.as_of_day,
        moment,
        items: entries(found),
        clock_changes: changes.collect(),
        to_decide,
    }
}

pub fn entries(found: &[DueItem]) -> Vec<DueEntry> {
    found
        .iter()
        .map(|due| DueEntry {
            kind: due.kind,
            id: due.id,
            pair: due.pair.clone(),
            owner: due.owner,
            title: due.title.clone(),
            due: due.due,
            days_overdue: due.days_overdue,
            command: command(due),
        })
        .collect()
}
