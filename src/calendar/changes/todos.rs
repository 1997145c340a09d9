//! Compares the to-dos of a calendar with the follow-ups and goals from which mentor wrote them. Nothing of them is
//! imported, since a follow-up may be the other person's to close; what differs is reported with the command for it.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};

use crate::calendar::changes::change::{CalendarRemark, RemarkMatter, TodoRecord, TodoRemark};
use crate::calendar::event::todo::{CalendarTodo, TodoState};
use crate::calendar::export::CalendarSource;
use crate::domain::pair::PairState;
use crate::domain::record::Record;

/// A record that mentor writes as a to-do.
struct KnownTodo {
    record: TodoRecord,
    is_open: bool,
    due: Option<NaiveDate>,
    changed_at: DateTime<Utc>,
}

/// Reports the to-dos that differ from the open records of a pair. Returns the number of to-dos that belong to the pair.
pub fn report_todos(
    todos: &[CalendarTodo],
    source: &CalendarSource,
    remarks: &mut Vec<CalendarRemark>,
) -> usize {
    if todos.is_empty() {
        return 0;
    }
    let known = known_todos(source);
    let mut count = 0;
    for todo in todos {
        let Some(own) =
            todo.uid.as_deref().and_then(|uid| known.get(spelled_as_ours(uid).as_str()))
        else {
            continue;
        };
        count += 1;
        if let Some(matter) =
            difference(todo, own).filter(|_| source.pair.record.state != PairState::Ended)
        {
            remarks.push(CalendarRemark { line: todo.line, pair: source.pair.clone(), matter });
        }
    }
    count
}

fn known_todos(source: &CalendarSource) -> HashMap<&str, KnownTodo> {
    let followups = source.followups.iter().map(|followup| {
        let record = TodoRecord::FollowUp(followup.id);
        (followup.uid.as_str(), known_todo(record, followup, followup.is_open(), followup.due))
    });
    let goals = source.goals.iter().map(|history| {
        let goal = &history.goal;
        let record = TodoRecord::Goal(goal.id);
        (goal.uid.as_str(), known_todo(record, goal, goal.is_open(), goal.target))
    });
    followups.chain(goals).collect()
}

fn known_todo<T>(
    record: TodoRecord,
    stored: &Record<T>,
    is_open: bool,
    due: Option<NaiveDate>,
) -> KnownTodo {
    KnownTodo { record, is_open, due, changed_at: stored.changed_at }
}

/// Returns what a to-do says differently from its open record. `None`: nothing, or the record was changed later. Files
/// have whole seconds.
fn difference(todo: &CalendarTodo, own: &KnownTodo) -> Option<RemarkMatter> {
    let is_older = todo.changed_at.is_some_and(|at| at.timestamp() < own.changed_at.timestamp());
    if is_older || !own.is_open {
        return None;
    }
    let remark = match (todo.state, todo.due) {
        (TodoState::Done, _) => TodoRemark::Done,
        (TodoState::Cancelled, _) => TodoRemark::Cancelled,
        (TodoState::Open, Some(day)) if own.due != Some(day) => TodoRemark::Due(day),
        (TodoState::Open, _) => return None,
    };
    Some(RemarkMatter::Todo(own.record, remark))
}

/// Returns a UID in lower case and without a domain, which some programs append.
fn spelled_as_ours(uid: &str) -> String {
    uid.split('@').next().unwrap_or(uid).trim().to_lowercase()
}
