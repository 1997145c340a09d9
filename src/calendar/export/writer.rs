//! Writes the events of a pair: its agreed rhythms and its check-ins.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, TimeZone, Utc};

use crate::calendar::export::stamps::EventStamps;
use crate::calendar::export::{
    CalendarOptions, CalendarSource, MoveCounts, is_cut_off, sequence, series_changes,
};
use crate::calendar::text::IcalWriter;
use crate::calendar::value;
use crate::domain::checkin::{CheckIn, CheckInState, USUAL};
use crate::domain::length::Minutes;
use crate::domain::record::Record;
use crate::domain::timetable::{Occurrence, Series, SeriesMember};
use crate::domain::zone::Tz;

/// Years for which the zone of an open-ended rhythm is defined.
const OPEN_YEARS: i32 = 10;

pub struct CalendarWriter<'o> {
    pub options: &'o CalendarOptions,
    pub body: IcalWriter,
    /// The zones to define by name, each with the first and the last year.
    pub zones: BTreeMap<&'static str, (Tz, i32, i32)>,
}

impl CalendarWriter<'_> {
    pub fn write_pair(&mut self, source: &CalendarSource) {
        let pair = &source.pair;
        let reader =
            if self.options.for_partner { pair.user_side().other() } else { pair.user_side() };
        let title = format!("Check-in with {}", pair.person(reader.other()).name);
        let timetable = source.timetable();
        let moves = MoveCounts::count_all(&source.moves);
        for series in &timetable.series {
            self.write_series(series, source, &title);
            for member in &series.members {
                self.write_member(series, member, source, &moves, &title);
            }
        }
        let length = source.usual_length(&timetable);
        for checkin in &timetable.alone {
            let is_listed = checkin.is_open() || !self.options.only_planned;
            if is_listed {
                let mut stamps = EventStamps::for_checkin(checkin, pair, &moves);
                if let Some(origin) = source.origins.get(&checkin.uid) {
                    stamps.take_origin(origin);
                }
                self.body.begin("VEVENT");
                self.write_stamps(&stamps);
                self.write_checkin(checkin, length, &title, is_cut_off(checkin, pair));
                self.body.end("VEVENT");
            }
        }
        if self.options.todos {
            self.write_todos(source, &moves, reader);
        }
    }

    pub fn write_stamps(&mut self, stamps: &EventStamps<'_>) {
        let CalendarOptions { hidden_change, .. } = self.options;
        let sequence = match stamps.origin {
            // Its organiser counts the versions. A higher number would hide the next one.
            Some(origin) => origin.age.sequence,
            None => sequence(stamps.made, stamps.changed, *hidden_change, stamps.marks),
        };
        self.body.text_property("UID", stamps.uid);
        if let Some(at) = stamps.origin.and_then(|origin| origin.occurrence) {
            self.body.utc("RECURRENCE-ID", at);
        }
        self.body.utc("DTSTAMP", stamps.changed);
        self.body.utc("CREATED", stamps.made);
        self.body.utc("LAST-MODIFIED", stamps.changed);
        self.body.line("SEQUENCE", &sequence.to_string());
    }

    /// Writes the recurring event: the remaining occurrences of the rhythm, and those planned after its end.
    fn write_series(&mut self, series: &Series<'_>, source: &CalendarSource, title: &str) {
        let (changed, marks) = series_changes(series, source);
        let remaining = series.remaining();
        let extra = series.extra_occurrences();
        let agreed = series.agreed.first();
        let (Some(first), Some(last)) = (
            remaining.first().or(extra.first()).or(agreed),
            extra.last().or(remaining.last()).or(agreed),
        ) else {
            return;
        };
        self.body.begin("VEVENT");
        self.write_stamps(&EventStamps {
            uid: series.uid(),
            made: series.versions[0].created_at,
            changed,
            marks,
            origin: None,
        });
        self.write_occurrences("DTSTART", &[*first], series.zone);
        self.write_length(series.terms().length.unwrap_or(USUAL));
        if let Some(rule) = recurrence_rule(series) {
            self.body.line("RRULE", &rule);
        }
        // Without a rule, the first extra occurrence is the DTSTART.
        let extra_dates =
            if remaining.is_empty() { extra.get(1..).unwrap_or_default() } else { &extra };
        self.write_occurrences("RDATE", extra_dates, series.zone);
        self.write_occurrences("EXDATE", &excluded_dates(series, &extra), series.zone);
        self.body.text_property("SUMMARY", title);
        self.write_location(series.terms().channel.as_deref());
        if remaining.is_empty() && extra.is_empty() {
            self.body.line("STATUS", "CANCELLED");
        } else {
            self.body.line("STATUS", "CONFIRMED");
            self.write_alarm(title);
        }
        self.body.end("VEVENT");
        let (last, more_years) = if series.is_open { (first, OPEN_YEARS) } else { (last, 0) };
        self.require_zone(series.zone, first.at, last.at, more_years);
    }

    /// Writes the check-in of one occurrence.
    fn write_member(
        &mut self,
        series: &Series<'_>,
        member: &SeriesMember<'_>,
        source: &CalendarSource,
        moves: &MoveCounts,
        title: &str,
    ) {
        let is_over = is_cut_off(member.checkin, &source.pair);
        let mut stamps = EventStamps::for_checkin(member.checkin, &source.pair, moves);
        stamps.uid = series.uid();
        self.body.begin("VEVENT");
        self.write_stamps(&stamps);
        self.write_occurrences("RECURRENCE-ID", &[member.occurrence], series.zone);
        self.write_checkin(member.checkin, series.terms().length, title, is_over);
        self.body.end("VEVENT");
    }

    /// Writes the properties of a check-in. `agreed` is the length if it has none, `is_over` whether the pair has ended
    /// before it.
    fn write_checkin(
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
        self.write_length(length.unwrap_or(USUAL));
        self.body.text_property("SUMMARY", title);
        self.write_location(checkin.channel.as_deref());
        if checkin.private {
            self.body.line("CLASS", "PRIVATE");
        }
        let is_cancelled =
            matches!(checkin.state, CheckInState::Cancelled | CheckInState::LateCancelled);
        if is_cancelled || is_over {
            self.body.line("STATUS", "CANCELLED");
            self.body.line("TRANSP", "TRANSPARENT");
        } else {
            self.body.line("STATUS", "CONFIRMED");
        }
        if checkin.is_open() && !is_over {
            self.write_alarm(title);
        }
    }

    fn write_location(&mut self, channel: Option<&str>) {
        let Some(channel) = channel else { return };
        self.body.text_property("LOCATION", channel);
        if let Some(url) = url_in(channel) {
            self.body.line("URL", url);
        }
    }

    fn write_length(&mut self, length: Minutes) {
        self.body.line("DURATION", &format!("PT{}M", length.0));
    }

    fn write_alarm(&mut self, title: &str) {
        let Some(before) = self.options.alarm else {
            return;
        };
        self.body.begin("VALARM");
        self.body.line("ACTION", "DISPLAY");
        self.body.line("TRIGGER", &format!("-PT{}M", before.0));
        self.body.text_property("DESCRIPTION", title);
        self.body.end("VALARM");
    }

    /// Writes occurrences by their local times, as the rule yields them.
    fn write_occurrences(&mut self, name: &str, occurrences: &[Occurrence], zone: Tz) {
        let times: Vec<_> = occurrences.iter().map(|occurrence| occurrence.local).collect();
        if !times.is_empty() {
            self.body.local_times(name, &times, zone);
        }
    }

    /// Ensures that a zone is defined from `first` to `last` and for at least `more_years` after `first`.
    fn require_zone(
        &mut self,
        zone: Tz,
        first: DateTime<Utc>,
        last: DateTime<Utc>,
        more_years: i32,
    ) {
        if zone == Tz::UTC {
            return;
        }
        let year = |at: DateTime<Utc>| zone.from_utc_datetime(&at.naive_utc()).year();
        let (first, last) = (year(first), year(last).max(year(first) + more_years));
        let entry = self.zones.entry(zone.name());
        let (_, first_year, last_year) = entry.or_insert((zone, first, last));
        *first_year = first.min(*first_year);
        *last_year = last.max(*last_year);
    }
}

/// Returns the occurrences to exclude (EXDATE): another event replaces them, or a side is away. `extra` are the
/// occurrences after the end of the rule.
fn excluded_dates(series: &Series<'_>, extra: &[Occurrence]) -> Vec<Occurrence> {
    let last = series.remaining().last();
    let mut excluded: Vec<Occurrence> = series
        .taken
        .iter()
        .copied()
        .filter(|taken| last.is_some_and(|last| taken.at <= last.at) || extra.contains(taken))
        .collect();
    excluded.extend(&series.resting);
    excluded.sort_unstable();
    excluded
}

/// Returns the RRULE for the remaining occurrences. `None`: there are none.
fn recurrence_rule(series: &Series<'_>) -> Option<String> {
    let last = series.remaining().last()?;
    Some(if series.is_open {
        series.rule.clone()
    } else {
        format!("{};UNTIL={}", series.rule, value::format_utc(last.at))
    })
}

/// Finds the URL in a channel such as `Zoom: https://example.org/j/7`, so that programs can show it as a link.
fn url_in(channel: &str) -> Option<&str> {
    let start = channel.find("https://").or_else(|| channel.find("http://"))?;
    let is_end =
        |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '\\');
    let url = channel[start..].split(is_end).next()?.trim_end_matches(['.', ',', ';', ')', ']']);
    let is_valid = url.is_ascii() && url.len() > "https://".len();
    is_valid.then_some(url)
}

#[cfg(test)]
mod tests {
    use super::url_in;

    #[test]
    fn the_url_in_a_channel_is_found() {
        for (channel, url) in [
            ("https://example.org/j/7?pwd=a", Some("https://example.org/j/7?pwd=a")),
            ("Zoom (https://example.org/j/7), code 12", Some("https://example.org/j/7")),
            ("http://example.org\nEND:VEVENT", Some("http://example.org")),
            ("https://", None),
            ("https://exämple.org", None),
            ("video", None),
        ] {
            assert_eq!(url_in(channel), url, "{channel}");
        }
    }
}
