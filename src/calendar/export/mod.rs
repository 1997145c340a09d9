//! Check-ins, agreed rhythms and due dates as one iCalendar object.
//!
//! An agreed, fixed rhythm is one event that repeats. What became of an occurrence (planned, moved, held, cancelled) is an
//! event with the same identity and a RECURRENCE-ID. All other check-ins are events of their own. Nothing that was said
//! in a check-in goes out.

mod files;
mod sequence;
mod todo;

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeZone, Utc};

use crate::calendar::text::IcalWriter;
use crate::calendar::{value, zone};
use crate::domain::agreement::Agreement;
use crate::domain::away::{Away, Pauses};
use crate::domain::checkin::{CheckIn, CheckInState, USUAL};
use crate::domain::followup::FollowUp;
use crate::domain::goal::{DateMove, GoalHistory};
use crate::domain::length::Minutes;
use crate::domain::pair::{PairContext, PairState};
use crate::domain::record::Record;
use crate::domain::timetable::{Occurrence, Series, SeriesMember, Timetable};
use crate::domain::zone::Tz;

pub use files::event_files;
pub use sequence::{MoveCounts, changed_at, marks, sequence, series_changes};

/// A rhythm without an end has its zone defined for so many years.
const OPEN_YEARS: i32 = 10;

/// All that a calendar shows of one pair.
#[derive(Clone, Debug)]
pub struct CalendarSource {
    pub pair: PairContext,
    /// Oldest version first.
    pub agreements: Vec<Record<Agreement>>,
    pub checkins: Vec<Record<CheckIn>>,
    /// Oldest first.
    pub moves: Vec<Record<DateMove>>,
    pub followups: Vec<Record<FollowUp>>,
    /// Each with its last progress.
    pub goals: Vec<GoalHistory>,
    /// Days away of both people.
    pub aways: Vec<Record<Away>>,
}

impl CalendarSource {
    pub fn timetable(&self) -> Timetable<'_> {
        let pauses = Pauses::from_aways(self.aways.iter().map(|away| &away.data));
        Timetable::build(
            &self.pair,
            &self.agreements,
            &self.checkins,
            &self.moves,
            &pauses,
        )
    }

    /// The length of a check-in that stands alone and says none.
    pub fn usual_length(&self, timetable: &Timetable<'_>) -> Option<Minutes> {
        timetable
            .series
            .last()
            .map(Series::terms)
            .or_else(|| self.agreements.last().map(|agreement| &agreement.terms))
            .and_then(|terms| terms.length)
    }
}

/// What goes out, and how.
#[derive(Clone, Copy, Debug, Default)]
pub struct CalendarOptions {
    /// For the other side's eyes.
    pub for_partner: bool,
    /// Due dates too.
    pub todos: bool,
    /// Of the check-ins that stand alone, only those that are planned.
    pub only_planned: bool,
    /// How long before a check-in an alarm rings.
    pub alarm: Option<Minutes>,
    /// When something was last undone, done again or deleted.
    pub hidden_change: Option<DateTime<Utc>>,
}

/// The whole calendar.
pub fn calendar(sources: &[CalendarSource], options: &CalendarOptions) -> String {
    let mut writing = CalendarWriter {
        options,
        body: IcalWriter::default(),
        zones: BTreeMap::new(),
    };
    for source in sources {
        writing.pair(source);
    }
    let mut text = IcalWriter::default();
    text.begin("VCALENDAR");
    text.line("VERSION", "2.0");
    text.line("PRODID", "-//mentor//mentor//EN");
    text.line("CALSCALE", "GREGORIAN");
    let name = calendar_name(sources, options);
    // What RFC 7986 has, and what most programs look for.
    text.text_property("NAME", &name);
    text.text_property("X-WR-CALNAME", &name);
    for (zone, first, last) in writing.zones.values() {
        if let (Some(from), Some(until)) = (new_year(*first), new_year(*last + 1)) {
            zone::write_vtimezone(&mut text, *zone, from, until);
        }
    }
    text.append(&writing.body);
    text.end("VCALENDAR");
    text.into_string()
}

/// Under what name other programs show the calendar.
fn calendar_name(sources: &[CalendarSource], options: &CalendarOptions) -> String {
    match sources {
        [source] => {
            let reader = source.pair.user_side();
            let reader = if options.for_partner {
                reader.other()
            } else {
                reader
            };
            format!("Check-ins with {}", source.pair.person(reader.other()).name)
        }
        _ => "Check-ins".to_owned(),
    }
}

/// The address in a channel (`Zoom: https://example.org/j/7`), which programs make a button of.
fn url_in(channel: &str) -> Option<&str> {
    let begin = channel
        .find("https://")
        .or_else(|| channel.find("http://"))?;
    let rest = &channel[begin..];
    let ends = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '\\');
    let url = rest
        .split(ends)
        .next()?
        .trim_end_matches(['.', ',', ';', ')', ']']);
    let is_address = url.is_ascii() && url.len() > "https://".len();
    is_address.then_some(url)
}

fn new_year(year: i32) -> Option<DateTime<Utc>> {
    let midnight = NaiveDate::from_ymd_opt(year, 1, 1)?.and_time(NaiveTime::MIN);
    Some(midnight.and_utc())
}

/// The stamps of a record.
struct EventStamps<'r> {
    uid: &'r str,
    made: DateTime<Utc>,
    changed: DateTime<Utc>,
    marks: usize,
}

impl<'r> EventStamps<'r> {
    fn for_record<T>(record: &'r Record<T>, marks: usize) -> EventStamps<'r> {
        EventStamps {
            uid: &record.uid,
            made: record.created_at,
            changed: record.changed_at,
            marks,
        }
    }

    /// Of one that is open, a change of the pair's state is a change too.
    fn of_checkin(
        checkin: &'r Record<CheckIn>,
        pair: &PairContext,
        moves: &MoveCounts,
    ) -> EventStamps<'r> {
        EventStamps {
            changed: changed_at(checkin, pair),
            ..EventStamps::for_record(checkin, marks(checkin, moves))
        }
    }
}

/// Whether it is still planned for a day after the end of the pair: then it does not take place.
pub fn is_cut_off(checkin: &CheckIn, pair: &PairContext) -> bool {
    let day = checkin
        .planned_at
        .map(|at| at.with_timezone(&checkin.zone).date_naive());
    let has_ended = pair.record.state == PairState::Ended;
    has_ended && checkin.is_open() && day.is_some_and(|day| day > pair.record.state_on)
}

/// Occurrences that do not take place as such: another event stands in their place, or somebody is away.
fn excluded_dates(series: &Series<'_>, beyond: &[Occurrence]) -> Vec<Occurrence> {
    let last = series.remaining().last();
    let mut except: Vec<Occurrence> = series
        .taken
        .iter()
        .copied()
        .filter(|one| last.is_some_and(|last| one.at <= last.at) || beyond.contains(one))
        .collect();
    except.extend(&series.resting);
    except.sort_unstable();
    except
}

struct CalendarWriter<'o> {
    options: &'o CalendarOptions,
    body: IcalWriter,
    /// By name: each zone that is spoken of, with the first and the last year.
    zones: BTreeMap<&'static str, (Tz, i32, i32)>,
}

impl CalendarWriter<'_> {
    fn pair(&mut self, source: &CalendarSource) {
        let pair = &source.pair;
        let reader = if self.options.for_partner {
            pair.user_side().other()
        } else {
            pair.user_side()
        };
        let title = format!("Check-in with {}", pair.person(reader.other()).name);
        let timetable = source.timetable();
        let moves = MoveCounts::count_all(&source.moves);
        for series in &timetable.series {
            self.series(series, source, &title);
            for member in &series.members {
                self.member(series, member, source, &moves, &title);
            }
        }
        let length = source.usual_length(&timetable);
        for checkin in &timetable.alone {
            let is_listed = checkin.is_open() || !self.options.only_planned;
            if is_listed {
                let stamps = EventStamps::of_checkin(checkin, pair, &moves);
                self.body.begin("VEVENT");
                self.stamps(&stamps);
                self.checkin(checkin, length, &title, is_cut_off(checkin, pair));
                self.body.end("VEVENT");
            }
        }
        if self.options.todos {
            self.todos(source, &moves, reader);
        }
    }

    fn stamps(&mut self, stamps: &EventStamps<'_>) {
        let CalendarOptions { hidden_change, .. } = self.options;
        let sequence = sequence(stamps.made, stamps.changed, *hidden_change, stamps.marks);
        self.body.text_property("UID", stamps.uid);
        self.body.utc("DTSTAMP", stamps.changed);
        self.body.utc("CREATED", stamps.made);
        self.body.utc("LAST-MODIFIED", stamps.changed);
        self.body.line("SEQUENCE", &sequence.to_string());
    }

    /// The event that repeats: what still stands of the rhythm, and what was planned in it for later.
    fn series(&mut self, series: &Series<'_>, source: &CalendarSource, title: &str) {
        let (changed, marks) = series_changes(series, source);
        let standing = series.remaining();
        let beyond = series.extra_occurrences();
        let (Some(first), Some(last)) = (
            standing
                .first()
                .or(beyond.first())
                .or(series.agreed.first()),
            beyond.last().or(standing.last()).or(series.agreed.first()),
        ) else {
            return;
        };
        self.body.begin("VEVENT");
        self.stamps(&EventStamps {
            uid: series.uid(),
            made: series.versions[0].created_at,
            changed,
            marks,
        });
        self.locals("DTSTART", &[*first], series.zone);
        self.length(series.terms().length.unwrap_or(USUAL));
        match standing.last() {
            Some(last) if !series.is_open => {
                let until = value::utc(last.at);
                self.body
                    .line("RRULE", &format!("{};UNTIL={until}", series.rule));
            }
            Some(_) => self.body.line("RRULE", &series.rule),
            None => {}
        }
        let extra = if standing.is_empty() {
            beyond.get(1..).unwrap_or_default()
        } else {
            &beyond
        };
        self.locals("RDATE", extra, series.zone);
        self.locals("EXDATE", &excluded_dates(series, &beyond), series.zone);
        self.body.text_property("SUMMARY", title);
        self.place(series.terms().channel.as_deref());
        if standing.is_empty() && beyond.is_empty() {
            self.body.line("STATUS", "CANCELLED");
        } else {
            self.body.line("STATUS", "CONFIRMED");
            self.alarm(title);
        }
        self.body.end("VEVENT");
        let (last, more) = if series.is_open {
            (first, OPEN_YEARS)
        } else {
            (last, 0)
        };
        self.require_zone(series.zone, first.at, last.at, more);
    }

    /// What became of one occurrence.
    fn member(
        &mut self,
        series: &Series<'_>,
        member: &SeriesMember<'_>,
        source: &CalendarSource,
        moves: &MoveCounts,
        title: &str,
    ) {
        let is_over = is_cut_off(member.checkin, &source.pair);
        let mut stamps = EventStamps::of_checkin(member.checkin, &source.pair, moves);
        stamps.uid = series.uid();
        self.body.begin("VEVENT");
        self.stamps(&stamps);
        self.locals("RECURRENCE-ID", &[member.occurrence], series.zone);
        self.checkin(member.checkin, series.terms().length, title, is_over);
        self.body.end("VEVENT");
    }

    fn checkin(
        &mut self,
        checkin: &Record<CheckIn>,
        agreed: Option<Minutes>,
        title: &str,
        is_over: bool,
    ) {
        let at = checkin.held_or_planned_at().unwrap_or(checkin.created_at);
        self.body.moment("DTSTART", at, checkin.zone);
        self.require_zone(checkin.zone, at, at, 0);
        let length = checkin.minutes.or(checkin.planned_minutes).or(agreed);
        self.length(length.unwrap_or(USUAL));
        self.body.text_property("SUMMARY", title);
        self.place(checkin.channel.as_deref());
        if checkin.private {
            self.body.line("CLASS", "PRIVATE");
        }
        let is_off = matches!(
            checkin.state,
            CheckInState::Cancelled | CheckInState::LateCancelled
        );
        if is_off || is_over {
            self.body.line("STATUS", "CANCELLED");
            self.body.line("TRANSP", "TRANSPARENT");
        } else {
            self.body.line("STATUS", "CONFIRMED");
        }
        if checkin.is_open() && !is_over {
            self.alarm(title);
        }
    }

    fn place(&mut self, channel: Option<&str>) {
        let Some(channel) = channel else { return };
        self.body.text_property("LOCATION", channel);
        if let Some(url) = url_in(channel) {
            self.body.line("URL", url);
        }
    }

    fn length(&mut self, length: Minutes) {
        self.body.line("DURATION", &format!("PT{}M", length.0));
    }

    fn alarm(&mut self, title: &str) {
        let Some(before) = self.options.alarm else {
            return;
        };
        self.body.begin("VALARM");
        self.body.line("ACTION", "DISPLAY");
        self.body.line("TRIGGER", &format!("-PT{}M", before.0));
        self.body.text_property("DESCRIPTION", title);
        self.body.end("VALARM");
    }

    /// Occurrences as the rule has them.
    fn locals(&mut self, name: &str, occurrences: &[Occurrence], zone: Tz) {
        let times: Vec<_> = occurrences.iter().map(|one| one.local).collect();
        if !times.is_empty() {
            self.body.locals(name, &times, zone);
        }
    }

    /// Remembers that a zone has to be defined for these years.
    fn require_zone(&mut self, zone: Tz, first: DateTime<Utc>, last: DateTime<Utc>, more: i32) {
        if zone == Tz::UTC {
            return;
        }
        let year = |at: DateTime<Utc>| zone.from_utc_datetime(&at.naive_utc()).year();
        let (first, last) = (year(first), year(last).max(year(first) + more));
        let known = self.zones.entry(zone.name()).or_insert((zone, first, last));
        known.1 = known.1.min(first);
        known.2 = known.2.max(last);
    }
}

#[cfg(test)]
mod tests {
    use super::url_in;

    #[test]
    fn the_address_in_a_channel_is_found() {
        for (channel, url) in [
            (
                "https://example.org/j/7?pwd=a",
                Some("https://example.org/j/7?pwd=a"),
            ),
            (
                "Zoom (https://example.org/j/7), code 12",
                Some("https://example.org/j/7"),
            ),
            ("http://example.org\nEND:VEVENT", Some("http://example.org")),
            ("https://", None),
            ("https://exämple.org", None),
            ("video", None),
        ] {
            assert_eq!(url_in(channel), url, "{channel}");
        }
    }
}
