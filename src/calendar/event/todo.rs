//! The to-dos of a calendar (VTODO), of which only the state and the due day matter.

use chrono::{DateTime, NaiveDate, Utc};

use crate::calendar::event::property::parse_timestamp;
use crate::calendar::source::{ContentLine, unescape};
use crate::calendar::value::{self, DateOrTime};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TodoState {
    #[default]
    Open,
    Done,
    Cancelled,
}

#[derive(Clone, Debug, Default)]
pub struct CalendarTodo {
    /// The line of its BEGIN.
    pub line: usize,
    pub uid: Option<Box<str>>,
    pub state: TodoState,
    /// DUE, as its program wrote it, whatever the zone.
    pub due: Option<NaiveDate>,
    /// LAST-MODIFIED.
    pub changed_at: Option<DateTime<Utc>>,
}

impl CalendarTodo {
    /// Applies a property. Invalid ones are ignored, since nothing is imported from a to-do.
    pub(super) fn apply_property(&mut self, line: &ContentLine) {
        let word = line.value.trim();
        match line.name.as_str() {
            "UID" if !word.is_empty() => self.uid = Some(unescape(word).into()),
            "STATUS" => match word.to_ascii_uppercase().as_str() {
                "COMPLETED" => self.state = TodoState::Done,
                "CANCELLED" | "CANCELED" => self.state = TodoState::Cancelled,
                _ => {}
            },
            // Some programs write one of these without the STATUS.
            "COMPLETED" if parse_timestamp(word).is_some() => self.state = TodoState::Done,
            "PERCENT-COMPLETE" if word == "100" => self.state = TodoState::Done,
            "DUE" => {
                self.due = value::parse_lenient(word).map(|due| match due {
                    DateOrTime::Day(day) => day,
                    DateOrTime::Local(at) => at.date(),
                    DateOrTime::Utc(at) => at.date_naive(),
                });
            }
            "LAST-MODIFIED" => self.changed_at = parse_timestamp(word),
            _ => {}
        }
    }
}
