//! Tasks and their status as points of reports.

use crate::domain::dates::{self, Today};
use crate::domain::due::{DueItem, DueKind};
use crate::domain::followup::{FollowUp, FollowUpState};
use crate::domain::pair::PairContext;
use crate::domain::question::{Question, QuestionState};
use crate::domain::record::Record;
use crate::view::page::report::{ReportItem, StatusKind};
use crate::view::records::question;
use crate::view::words::{self, title_with_privacy};

/// Formats a follow-up: `draft the RFC (follow-up 7), due Thu 23 Jul, done Tue 28 Jul`.
pub fn followup(one: &Record<FollowUp>, today: Today) -> ReportItem {
    let title = title_with_privacy(&one.title, one.private);
    let late = one.days_overdue(today.day);
    let due = one.due.map(|day| {
        if one.is_open() && late.is_none() {
            format!(", due {}", dates::format_day_and_distance(day, today))
        } else {
            format!(", due {}", dates::format_day(day, today))
        }
    });
    let (kind, words) = match (one.state, late) {
        (FollowUpState::Open, Some(days)) => (StatusKind::Overdue, overdue(days)),
        (FollowUpState::Open, None) => (StatusKind::Open, String::new()),
        (state, _) => {
            let because = one.because.as_deref();
            let because = because.map(|text| format!(": {text}")).unwrap_or_default();
            let on = dates::format_day(one.state_on, today);
            let kind = match state {
                FollowUpState::Done => StatusKind::Done,
                _ => StatusKind::Dropped,
            };
            (kind, format!("{state} {on}{because}"))
        }
    };
    let due = due.unwrap_or_default();
    ReportItem::from(format!("{title} (follow-up {}){due}", one.id))
        .with_status(kind, words)
        .anchored("follow-up", one.id)
}

/// Formats a delay: `7 days overdue`.
fn overdue(days: i64) -> String {
    format!("{} overdue", words::count(days, "day"))
}

/// Formats an overdue item with its owner: `Sam: read the slides (follow-up 11), due Sun 22 Nov, 7 days overdue`. It is not
/// the anchor of the record.
pub fn due_item(one: &DueItem, pair: &PairContext, today: Today) -> ReportItem {
    let title = &one.title;
    let title = match one.owner {
        Some(side) => format!("{}: {title}", pair.first_name(side)),
        None => words::capitalize(title),
    };
    let noun = words::noun_label(one.kind.word());
    let is_record = !matches!(one.kind, DueKind::Agreement | DueKind::Pair);
    let number = one.id.filter(|_| is_record);
    let number = number.map(|number| format!(" ({noun} {number})"));
    ReportItem::from(format!(
        "{title}{}, due {}",
        number.unwrap_or_default(),
        dates::format_day(one.due, today)
    ))
    .with_status(StatusKind::Overdue, overdue(one.days_overdue))
}

/// Marks the point of a record if it is among the overdue items.
pub fn marked_if_overdue(
    point: ReportItem,
    late: &[DueItem],
    kind: DueKind,
    number: i64,
) -> ReportItem {
    match late.iter().find(|one| one.kind == kind && one.id == Some(number)) {
        Some(one) => point.with_status(StatusKind::Overdue, overdue(one.days_overdue)),
        None => point,
    }
}

/// Formats a question with its answer as a detail.
pub fn question(one: &Record<Question>, pair: &PairContext) -> ReportItem {
    let answerer = pair.first_name(one.answerer());
    let answer = one.answer.as_deref();
    let answer = answer.map(|text| format!("{answerer}: {text}"));
    let line = words::capitalize(&question::in_words(one, pair));
    let kind = match one.state {
        QuestionState::Open => StatusKind::Open,
        QuestionState::Answered => StatusKind::Done,
        QuestionState::Dropped => StatusKind::Dropped,
    };
    ReportItem::from(title_with_privacy(&line, one.private))
        .with_details(answer)
        .with_status(kind, "")
        .anchored("question", one.id)
}
