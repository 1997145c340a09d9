//! Writes follow-ups and goals with a due day as VTODO components.

use chrono::NaiveDate;

use crate::calendar::export::stamps::EventStamps;
use crate::calendar::export::writer::CalendarWriter;
use crate::calendar::export::{CalendarSource, MoveCounts};
use crate::calendar::value;
use crate::domain::followup::FollowUpState;
use crate::domain::goal::{GoalState, Moved};
use crate::domain::person::Side;
use crate::domain::zone::{Tz, resolve_wall_clock};

/// A follow-up or goal with a due day.
struct TodoItem<'r> {
    stamps: EventStamps<'r>,
    /// `None`: it is private.
    title: Option<String>,
    /// The label and number, shown instead of a private title.
    name: String,
    due: NaiveDate,
    status: &'static str,
    /// Progress in percent.
    percent: Option<u8>,
    /// The day on which it was done, and the zone of that day.
    done: Option<(NaiveDate, Tz)>,
}

impl CalendarWriter<'_> {
    /// Writes all due days. Private titles are left out, since calendars are often stored on other people's servers.
    pub fn write_todos(&mut self, source: &CalendarSource, moves: &MoveCounts, reader: Side) {
        self.write_followups(source, moves, reader);
        self.write_goals(source, moves);
    }

    fn write_followups(&mut self, source: &CalendarSource, moves: &MoveCounts, reader: Side) {
        let pair = &source.pair;
        for followup in &source.followups {
            let Some(due) = followup.due else { continue };
            let title = if followup.owner == reader {
                followup.title.clone()
            } else {
                format!("{}: {}", pair.first_name(followup.owner), followup.title)
            };
            let (status, is_done) = match followup.state {
                FollowUpState::Open => ("NEEDS-ACTION", false),
                FollowUpState::Done => ("COMPLETED", true),
                FollowUpState::Dropped => ("CANCELLED", false),
            };
            let count = moves.count(Moved::FollowUp, followup.id);
            self.write_todo(&TodoItem {
                stamps: EventStamps::for_record(followup, count + usize::from(!followup.is_open())),
                title: (!followup.private).then_some(title),
                name: format!("Follow-up {}", followup.id),
                due,
                status,
                percent: None,
                done: is_done.then_some((followup.state_on, pair.person(followup.owner).zone)),
            });
        }
    }

    fn write_goals(&mut self, source: &CalendarSource, moves: &MoveCounts) {
        for history in &source.goals {
            let goal = &history.goal;
            let Some(due) = goal.target else { continue };
            let (status, is_done) = match goal.state {
                GoalState::Active => ("IN-PROCESS", false),
                GoalState::Paused => ("NEEDS-ACTION", false),
                GoalState::Done => ("COMPLETED", true),
                GoalState::Dropped => ("CANCELLED", false),
            };
            let count = moves.count(Moved::Goal, goal.id);
            let has_changed = goal.state != GoalState::Active;
            let mut stamps = EventStamps::for_record(goal, count + usize::from(has_changed));
            // Progress entries change the component too.
            for entry in history.entries.iter().filter(|entry| entry.percent.is_some()) {
                stamps.changed = stamps.changed.max(entry.created_at);
                stamps.marks += 1;
            }
            self.write_todo(&TodoItem {
                stamps,
                title: (!goal.private).then(|| format!("Goal: {}", goal.title)),
                name: format!("Goal {}", goal.id),
                due,
                status,
                percent: history.percent().filter(|_| !is_done && !goal.private),
                done: is_done.then_some((goal.state_on, source.pair.mentee.zone)),
            });
        }
    }

    fn write_todo(&mut self, todo: &TodoItem<'_>) {
        let is_private = todo.title.is_none();
        self.body.begin("VTODO");
        self.write_stamps(&todo.stamps);
        self.body.line("DUE;VALUE=DATE", &value::format_day(todo.due));
        let title = todo.title.as_deref().unwrap_or(&todo.name);
        self.body.text_property("SUMMARY", title);
        if is_private {
            self.body.line("CLASS", "PRIVATE");
        }
        self.body.line("STATUS", todo.status);
        let percent = todo.percent.or(todo.done.map(|_| 100));
        if let Some(percent) = percent {
            self.body.line("PERCENT-COMPLETE", &percent.to_string());
        }
        // COMPLETED needs a time, but only the day is known. Noon is on the same day nearly everywhere.
        if let Some((on, zone)) = todo.done {
            let noon = on.and_hms_opt(12, 0, 0).unwrap_or_default();
            self.body.utc("COMPLETED", resolve_wall_clock(noon, zone));
        }
        self.body.end("VTODO");
    }
}
