//! Writes check-ins, agreed rhythms and due days as one iCalendar object.
//!
//! An agreed, fixed rhythm is one recurring event. A check-in of one of its occurrences (planned, moved, held or
//! cancelled) is an event with the same UID and a RECURRENCE-ID. All other check-ins are separate events. The logs of
//! check-ins are never exported.

mod files;
mod sequence;
mod stamps;
mod todo;
mod writer;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use crate::calendar::export::writer::CalendarWriter;
use crate::calendar::text::IcalWriter;
use crate::calendar::zone;
use crate::domain::agreement::Agreement;
use crate::domain::away::{Away, Pauses};
use crate::domain::checkin::CheckIn;
use crate::domain::event_origin::EventOrigin;
use crate::domain::followup::FollowUp;
use crate::domain::goal::{DateMove, GoalHistory};
use crate::domain::length::Minutes;
use crate::domain::pair::{PairContext, PairState};
use crate::domain::record::Record;
use crate::domain::timetable::{Series, Timetable};

pub use files::{event_files, file_name, unfold};
pub use sequence::{MoveCounts, changed_at, marks, sequence, series_changes};

/// The records of one pair that a calendar contains.
#[derive(Clone, Debug)]
pub struct CalendarSource {
    pub pair: PairContext,
    /// All versions, oldest first.
    pub agreements: Vec<Record<Agreement>>,
    pub checkins: Vec<Record<CheckIn>>,
    /// Oldest first.
    pub moves: Vec<Record<DateMove>>,
    pub followups: Vec<Record<FollowUp>>,
    /// Goals with their progress entries.
    pub goals: Vec<GoalHistory>,
    /// Days away of both people.
    pub aways: Vec<Record<Away>>,
    /// The events from which check-ins were planned, by the uid of the record.
    pub origins: BTreeMap<String, EventOrigin>,
}

impl CalendarSource {
    pub fn timetable(&self) -> Timetable<'_> {
        let pauses = Pauses::from_aways(self.aways.iter().map(|away| &away.data));
        Timetable::build(&self.pair, &self.agreements, &self.checkins, &self.moves, &pauses)
    }

    /// Returns the length of standalone check-ins without one: that of the latest rhythm, or else of the newest
    /// agreement.
    pub fn usual_length(&self, timetable: &Timetable<'_>) -> Option<Minutes> {
        timetable
            .series
            .last()
            .map(Series::terms)
            .or_else(|| self.agreements.last().map(|agreement| &agreement.terms))
            .and_then(|terms| terms.length)
    }
}

/// What to export, and for whom.
#[derive(Clone, Copy, Debug, Default)]
pub struct CalendarOptions {
    /// Whether the calendar is for the other side.
    pub for_partner: bool,
    /// Whether to include due days.
    pub todos: bool,
    /// Whether to leave out standalone check-ins that are not planned any more.
    pub only_planned: bool,
    /// How long before a check-in an alarm rings. `None`: no alarm.
    pub alarm: Option<Minutes>,
    /// The time of the last undo, redo or deletion.
    pub hidden_change: Option<DateTime<Utc>>,
}

/// Returns the text of the calendar.
pub fn calendar(sources: &[CalendarSource], options: &CalendarOptions) -> String {
    let mut writer =
        CalendarWriter { options, body: IcalWriter::default(), zones: BTreeMap::new() };
    for source in sources {
        writer.write_pair(source);
    }
    let mut text = IcalWriter::default();
    text.begin("VCALENDAR");
    text.line("VERSION", "2.0");
    text.line("PRODID", "-//mentor//mentor//EN");
    text.line("CALSCALE", "GREGORIAN");
    let name = calendar_name(sources, options);
    // NAME is defined by RFC 7986, but most programs read X-WR-CALNAME.
    text.text_property("NAME", &name);
    text.text_property("X-WR-CALNAME", &name);
    for (zone, first, last) in writer.zones.values() {
        if let (Some(from), Some(until)) = (new_year(*first), new_year(*last + 1)) {
            zone::write_vtimezone(&mut text, *zone, from, until);
        }
    }
    text.append(&writer.body);
    text.end("VCALENDAR");
    text.into_string()
}

/// Returns the name under which other programs show the calendar.
fn calendar_name(sources: &[CalendarSource], options: &CalendarOptions) -> String {
    match sources {
        [source] => {
            let reader = source.pair.user_side();
            let reader = if options.for_partner { reader.other() } else { reader };
            format!("Check-ins with {}", source.pair.person(reader.other()).name)
        }
        _ => "Check-ins".to_owned(),
    }
}

fn new_year(year: i32) -> Option<DateTime<Utc>> {
    let midnight = NaiveDate::from_ymd_opt(year, 1, 1)?.and_time(NaiveTime::MIN);
    Some(midnight.and_utc())
}

/// Whether a check-in is still planned for a day after the end of the pair, so that it will not take place.
pub fn is_cut_off(checkin: &CheckIn, pair: &PairContext) -> bool {
    let day = checkin.planned_at.map(|at| at.with_timezone(&checkin.zone).date_naive());
    let has_ended = pair.record.state == PairState::Ended;
    has_ended && checkin.is_open() && day.is_some_and(|day| day > pair.record.state_on)
}
