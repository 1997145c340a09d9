//! The times at which a calendar is busy: its events and those that repeat, written out over a window.
//!
//! Cancelled and transparent events are not busy; events of whole days are.

use chrono::{DateTime, NaiveDateTime, NaiveTime, TimeDelta, Utc};

use crate::calendar::CalendarError;
use crate::calendar::event::{Calendar, End, Event, When};
use crate::calendar::value::end_of;
use crate::domain::slots::{Slot, merged};
use crate::domain::zone::Tz;

/// Busy times that meet the window, in order. `reader` is the zone of days and floating times, unless the calendar has one.
pub fn times(calendar: &Calendar, window: Slot, reader: Tz) -> Result<Vec<Slot>, CalendarError> {
    let replaced = calendar.replaced(|_| true, reader)?;
    let mut found = Vec::new();
    for event in &calendar.events {
        let (Some(start), false) = (event.start, event.is_cancelled || event.is_transparent) else {
            continue;
        };
        let length = length(calendar, start, event.end, reader)?;
        if length <= TimeDelta::zero() {
            continue;
        }
        let first = calendar.instant(start, reader)?;
        let mut starts = vec![first];
        if event.occurrence.is_none() && (event.rule.is_some() || !event.also.is_empty()) {
            let others = event.uid.as_deref().and_then(|uid| replaced.get(uid));
            starts = repeated(calendar, event, start, length, window, reader)?;
            starts.retain(|at| others.is_none_or(|others| !others.contains(at)));
        }
        found.extend(starts.into_iter().map(|from| Slot {
            from,
            until: from + length,
        }));
    }
    for (start, end) in &calendar.busy {
        let from = calendar.instant(*start, reader)?;
        let until = from + length(calendar, *start, Some(*end), reader)?;
        found.push(Slot { from, until });
    }
    found.retain(|busy| busy.from < busy.until && busy.meets(window));
    Ok(merged(found))
}

/// How long an event takes: a day if it is one of days and does not say.
fn length(
    calendar: &Calendar,
    start: When,
    end: Option<End>,
    reader: Tz,
) -> Result<TimeDelta, CalendarError> {
    Ok(match (start, end) {
        (_, Some(End::After(length))) => length,
        (_, Some(End::At(end))) => {
            calendar.instant(end, reader)? - calendar.instant(start, reader)?
        }
        (When::Day(day), None) => {
            let next = day.succ_opt().unwrap_or(day);
            calendar.instant(When::Day(next), reader)? - calendar.instant(start, reader)?
        }
        (_, None) => TimeDelta::zero(),
    })
}

/// When the occurrences begin that may meet the window.
fn repeated(
    calendar: &Calendar,
    event: &Event,
    start: When,
    length: TimeDelta,
    window: Slot,
    reader: Tz,
) -> Result<Vec<DateTime<Utc>>, CalendarError> {
    let zone = calendar.zone_of(start, reader)?;
    let first = local(start);
    let mut starts = Vec::new();
    if let Some(rule) = &event.rule {
        let margin = TimeDelta::days(2);
        let from = zone.local(
            window
                .from
                .checked_sub_signed(length)
                .unwrap_or(window.from)
                - margin,
        );
        let mut last = zone.local(window.until + margin);
        match event.until {
            Some(When::Day(day)) => last = last.min(end_of(day)),
            Some(When::Local(until, _)) => last = last.min(until),
            Some(When::Utc(until)) => last = last.min(zone.local(until)),
            None => {}
        }
        let times = rule
            .local_times(first, from, last, &mut calendar.patience.borrow_mut())
            .map_err(|error| CalendarError::new(event.line, error.to_string()))?;
        starts.extend(times.into_iter().map(|time| zone.instant(time)));
    } else {
        starts.push(zone.instant(first));
    }
    for when in &event.also {
        starts.push(calendar.instant(*when, reader)?);
    }
    for when in &event.except {
        match when {
            When::Day(day) => starts.retain(|at| zone.local(*at).date() != *day),
            when => {
                let except = calendar.instant(*when, reader)?;
                starts.retain(|at| *at != except);
            }
        }
    }
    Ok(starts)
}

fn local(when: When) -> NaiveDateTime {
    match when {
        When::Day(day) => day.and_time(NaiveTime::MIN),
        When::Utc(at) => at.naive_utc(),
        When::Local(local, _) => local,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONDON: Tz = Tz::Europe__London;

    fn read(events: &str) -> Calendar {
        let text = format!("BEGIN:VCALENDAR\n{events}\nEND:VCALENDAR\n");
        Calendar::read(text.as_bytes()).unwrap()
    }

    fn event(lines: &str) -> String {
        format!("BEGIN:VEVENT\n{lines}\nEND:VEVENT\n")
    }

    /// Busy times in March and April 2027.
    fn spring(calendar: &Calendar) -> Vec<String> {
        let window = Slot {
            from: "2027-03-01T00:00:00Z".parse().unwrap(),
            until: "2027-05-01T00:00:00Z".parse().unwrap(),
        };
        let short = |at: DateTime<Utc>| at.format("%m-%d %H:%M").to_string();
        times(calendar, window, LONDON)
            .unwrap()
            .iter()
            .map(|busy| format!("{} to {}", short(busy.from), short(busy.until)))
            .collect()
    }

    #[test]
    fn what_repeats_keeps_its_wall_clock_time_over_a_change_of_the_clocks() {
        let calendar = read(&event(
            "UID:1\nDTSTART;TZID=Europe/London:20260319T170000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;UNTIL=20270408T160000Z\n\
             EXDATE;TZID=Europe/London:20270304T170000",
        ));
        assert_eq!(
            spring(&calendar),
            [
                "03-11 17:00 to 03-11 18:00",
                "03-18 17:00 to 03-18 18:00",
                "03-25 17:00 to 03-25 18:00",
                "04-01 16:00 to 04-01 17:00",
                "04-08 16:00 to 04-08 17:00",
            ]
        );
    }

    #[test]
    fn one_occurrence_that_was_moved_is_busy_where_it_went() {
        let calendar = read(
            &(event(
                "UID:1\nDTSTART:20270301T090000Z\nDTEND:20270301T100000Z\nRRULE:FREQ=WEEKLY;COUNT=3",
            ) + &event(
                "UID:1\nRECURRENCE-ID:20270308T090000Z\nDTSTART:20270309T110000Z\nDTEND:20270309T120000Z",
            ) + &event(
                "UID:1\nRECURRENCE-ID:20270315T090000Z\nDTSTART:20270315T090000Z\nDTEND:20270315T100000Z\nSTATUS:CANCELLED",
            )),
        );
        assert_eq!(
            spring(&calendar),
            ["03-01 09:00 to 03-01 10:00", "03-09 11:00 to 03-09 12:00"]
        );
    }

    #[test]
    fn days_are_busy_and_what_is_transparent_or_cancelled_is_not() {
        let calendar = read(&[
            event("DTSTART;VALUE=DATE:20270401\nDTEND;VALUE=DATE:20270403"),
            event("DTSTART;VALUE=DATE:20270410"),
            event("DTSTART:20270411T090000Z\nDURATION:PT1H\nTRANSP:TRANSPARENT"),
            event("DTSTART:20270412T090000Z\nDURATION:PT1H\nSTATUS:CANCELLED"),
            event("DTSTART:20270413T090000Z"),
            event("DTSTART:20280413T090000Z\nDURATION:PT1H"),
            "BEGIN:VFREEBUSY\nFREEBUSY:20270420T090000Z/PT30M,20270420T093000Z/20270420T100000Z\n\
             FREEBUSY;FBTYPE=FREE:20270421T090000Z/PT30M\nEND:VFREEBUSY"
                .to_owned(),
        ]
        .concat());
        assert_eq!(
            spring(&calendar),
            [
                "03-31 23:00 to 04-02 23:00",
                "04-09 23:00 to 04-10 23:00",
                "04-20 09:00 to 04-20 10:00",
            ]
        );
    }

    #[test]
    fn what_repeats_every_second_is_refused() {
        let calendar = read(&event(
            "DTSTART:20000101T000000Z\nDURATION:PT1S\nRRULE:FREQ=SECONDLY",
        ));
        let window = Slot {
            from: "2027-03-01T00:00:00Z".parse().unwrap(),
            until: "2027-05-01T00:00:00Z".parse().unwrap(),
        };
        let error = times(&calendar, window, LONDON).unwrap_err();
        assert_eq!(
            error.to_string(),
            "line 2: it repeats too often to be written out"
        );
    }
}
