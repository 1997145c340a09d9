use chrono::Weekday;

use super::*;
use crate::domain::dates::{DateStyle, deadline};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today(text: &str) -> Today {
    DateStyle::USUAL.today(date(text))
}

fn now(text: &str) -> Now {
    DateStyle::USUAL.now(text.parse().unwrap())
}

#[test]
fn misspelt_day_is_suggested() {
    let now = now("2026-12-01T09:00:00Z");
    for (typed, meant) in [
        ("tomorow", Some("tomorrow")),
        ("next firday", Some("next friday")),
        ("4 Febuary", Some("4 february")),
        ("tuesday sharp", None),
        ("tomato", None),
        ("someday", None),
        ("tursday", Some("tuesday` or `thursday")),
        ("next sonday", Some("next monday` or `next sunday")),
        ("tuseday", Some("tuesday")),
    ] {
        let hint = meant.map(|meant| format!("did you mean `{meant}`?"));
        let hint = hint.unwrap_or_else(|| DateError::Unknown(String::new()).hint());
        let day = parse_day(typed, now.today_in(Tz::UTC), DayRole::Future);
        assert_eq!(day.unwrap_err().hint(), hint, "{typed}");
    }
    let read = |typed| parse_moment(typed, now, Tz::UTC, DayRole::Future).unwrap_err();
    assert_eq!(read("thrusday 17:00").hint(), "did you mean `thursday 17:00`?");
    assert_eq!(read("17:00 on wendesday").hint(), "did you mean `17:00 on wednesday`?");
    assert_eq!(read("thursday 17"), DateError::Time("17".into()));
    assert_eq!(read("tomorrow 9").hint(), "write `09:00` or `21:00`");
}

#[test]
fn days_are_read_from_a_tuesday() {
    let tuesday = today("2026-12-01");
    for (typed, meant) in [
        ("2026-12-01", "2026-12-01"),
        ("today", "2026-12-01"),
        ("tomorrow", "2026-12-02"),
        ("fri", "2026-12-04"),
        ("Friday", "2026-12-04"),
        ("tue", "2026-12-08"),
        ("next fri", "2026-12-11"),
        ("+3d", "2026-12-04"),
        ("2w", "2026-12-15"),
        ("in 2 weeks", "2026-12-15"),
        ("3 days ago", "2026-11-28"),
        ("eom", "2026-12-31"),
        ("4 dec", "2026-12-04"),
        ("feb 3", "2027-02-03"),
        ("29 feb", "2028-02-29"),
        ("in a week", "2026-12-08"),
        ("in two weeks", "2026-12-15"),
        ("a month", "2027-01-01"),
        ("next week", "2026-12-07"),
        ("next month", "2027-01-01"),
        ("end of month", "2026-12-31"),
        ("end of next month", "2027-01-31"),
        ("end of feb", "2027-02-28"),
        ("end of the year", "2026-12-31"),
        ("this fri", "2026-12-04"),
        ("this mon", "2026-11-30"),
        ("feb", "2027-02-01"),
        ("dec", "2026-12-01"),
        ("february 2028", "2028-02-01"),
        ("Fri 4 Dec", "2026-12-04"),
        ("Fri 4 Dec (in 3 days)", "2026-12-04"),
        ("Thu 10 Dec 15:00", "2026-12-10"),
        ("2026-12-10T15:00", "2026-12-10"),
        ("Thu 10 Dec 15:00 (10:00 for Ana)", "2026-12-10"),
        ("Mon 30 Nov (yesterday)", "2026-11-30"),
        ("mon the 30th", "2026-11-30"),
        ("Fri, 4th of December 2026", "2026-12-04"),
        ("the 15th", "2026-12-15"),
        ("day after tomorrow", "2026-12-03"),
        ("tonight", "2026-12-01"),
        ("-2w", "2026-11-17"),
        ("+3m", "2027-03-01"),
        ("friday week", "2026-12-11"),
        ("a week on friday", "2026-12-11"),
        ("two weeks from wed", "2026-12-16"),
        ("friday next week", "2026-12-11"),
        ("mon of next week", "2026-12-07"),
        ("next week on sunday", "2026-12-13"),
        ("the week after next", "2026-12-14"),
        ("end of the month after next", "2027-02-28"),
        ("in two weeks' time", "2026-12-15"),
        ("three weeks today", "2026-12-22"),
        ("year end", "2026-12-31"),
        ("the first of february", "2027-02-01"),
        ("march third", "2027-03-03"),
        ("4dec", "2026-12-04"),
        ("4Dec2026", "2026-12-04"),
        ("dec4", "2026-12-04"),
        ("2026/12/04", "2026-12-04"),
        ("2026.12.4", "2026-12-04"),
        ("20261204", "2026-12-04"),
        ("2026-W49-5", "2026-12-04"),
        ("2026-338", "2026-12-04"),
        ("2027-02", "2027-02-01"),
        ("4. dec", "2026-12-04"),
        ("4. December 2026", "2026-12-04"),
        ("day-after-tomorrow", "2026-12-03"),
        ("twenty-first of jan", "2027-01-21"),
        ("eod", "2026-12-01"),
        ("end of day", "2026-12-01"),
    ] {
        assert_eq!(parse_day(typed, tuesday, DayRole::Future), Ok(date(meant)), "{typed}");
    }
}

#[test]
fn past_events_are_parsed_as_past_days() {
    let tuesday = today("2026-12-01");
    for (typed, meant) in [
        ("28 nov", "2026-11-28"),
        ("1 dec", "2026-12-01"),
        ("2 dec", "2025-12-02"),
        ("29 feb", "2024-02-29"),
        ("mon", "2026-11-30"),
        ("tue", "2026-12-01"),
        ("wed", "2026-11-25"),
        ("last tue", "2026-11-24"),
        ("last fri", "2026-11-27"),
        ("last week", "2026-11-23"),
        ("nov", "2026-11-01"),
        ("dec", "2026-12-01"),
        ("feb", "2026-02-01"),
        ("2w", "2026-11-17"),
        ("a week", "2026-11-24"),
        ("-1d", "2026-11-30"),
        ("the 15th", "2026-11-15"),
        ("Sat 28 Nov", "2026-11-28"),
        ("2026-11", "2026-11-01"),
        // Mentor prints a day ahead without a year too.
        ("Fri 4 Dec", "2026-12-04"),
        ("Fri Dec 4", "2026-12-04"),
        // Words with a year or a direction are not reinterpreted.
        ("2026-12-24", "2026-12-24"),
        ("tomorrow", "2026-12-02"),
        ("next mon", "2026-12-07"),
        ("in 2 weeks", "2026-12-15"),
    ] {
        let read = parse_day(typed, tuesday, DayRole::Past);
        assert_eq!(read, Ok(date(meant)), "{typed}");
    }
}

#[test]
fn a_weekday_with_a_place_is_counted_in_its_month() {
    let sunday = today("2026-12-06");
    for (typed, ahead, past) in [
        ("second wednesday", "2026-12-09", "2026-11-11"),
        ("2nd wed", "2026-12-09", "2026-11-11"),
        ("1st wed", "2027-01-06", "2026-12-02"),
        ("first sunday", "2026-12-06", "2026-12-06"),
        ("fifth thursday", "2026-12-31", "2026-10-29"),
        ("5th mon", "2027-03-29", "2026-11-30"),
        ("first mon of december", "2026-12-07", "2025-12-01"),
        ("the first monday in dec", "2026-12-07", "2025-12-01"),
        ("third thursday in march", "2027-03-18", "2026-03-19"),
        ("third thursday march 2028", "2028-03-16", "2028-03-16"),
        ("last fri of the month", "2026-12-25", "2026-11-27"),
        ("last fri of next month", "2027-01-29", "2027-01-29"),
        ("first mon of this month", "2026-12-07", "2026-12-07"),
        ("the last sunday in march", "2027-03-28", "2026-03-29"),
        ("4th of next month", "2027-01-04", "2027-01-04"),
        ("the 5th of the month", "2027-01-05", "2026-12-05"),
        ("31st of the month", "2026-12-31", "2026-10-31"),
        ("the thirty first of january", "2027-01-31", "2026-01-31"),
        ("last day of the month", "2026-12-31", "2026-12-31"),
        ("the last day of feb", "2027-02-28", "2026-02-28"),
        ("first day of next month", "2027-01-01", "2027-01-01"),
        ("end next month", "2027-01-31", "2027-01-31"),
        ("a week tomorrow", "2026-12-14", "2026-12-14"),
        ("monday fortnight", "2026-12-21", "2026-12-21"),
    ] {
        let read = |role| parse_day(typed, sunday, role).map(|day| day.to_string());
        assert_eq!(read(DayRole::Deadline), Ok(ahead.to_owned()), "{typed}");
        assert_eq!(read(DayRole::Future), Ok(ahead.to_owned()), "{typed}");
        assert_eq!(read(DayRole::Past), Ok(past.to_owned()), "{typed}");
    }
    for typed in ["31st of next month", "fifth mon of next month", "first month", "sixth monday"] {
        let read = parse_day(typed, today("2027-01-06"), DayRole::Deadline);
        assert!(read.is_err(), "{typed}: {read:?}");
    }
    let error = parse_day("last friday", sunday, DayRole::Deadline).unwrap_err();
    assert_eq!(error.hint(), "write `2026-12-04` or `2026-12-25`");
}

#[test]
fn a_month_is_its_last_day_as_deadline_and_its_first_as_start() {
    let tuesday = today("2026-12-01");
    for (typed, by, starts) in [
        ("feb", "2027-02-28", "2027-02-01"),
        ("dec", "2026-12-31", "2026-12-01"),
        ("sep 2027", "2027-09-30", "2027-09-01"),
        ("this month", "2026-12-31", "2026-12-01"),
        ("next week", "2026-12-07", "2026-12-07"),
        ("1 sep", "2027-09-01", "2026-09-01"),
        ("10 jan", "2027-01-10", "2027-01-10"),
        ("mon", "2026-12-07", "2026-12-07"),
    ] {
        let read = |role| parse_day(typed, tuesday, role);
        assert_eq!(read(DayRole::Deadline), Ok(date(by)), "{typed}");
        assert_eq!(read(DayRole::Start), Ok(date(starts)), "{typed}");
    }
}

#[test]
fn a_weekday_that_contradicts_the_date_is_refused() {
    let tuesday = today("2026-12-01");
    for typed in ["Thu 4 Dec", "Thu 2026-12-04", "4 dec 2026 thu", "Thu Dec 4, 2026"] {
        let error = parse_day(typed, tuesday, DayRole::Deadline).unwrap_err();
        assert!(error.to_string().contains("4 Dec 2026 is a Friday"), "{error}");
        assert!(error.looks_like_a_day());
    }
    // A day that has just passed is printed without a year too.
    let passed = parse_day("Fri 27 Nov", tuesday, DayRole::Deadline);
    assert_eq!(passed, Ok(date("2026-11-27")));
}

#[test]
fn m_means_minutes_in_a_moment() {
    let now = now("2026-12-01T09:00:00Z");
    for (typed, past, future) in [
        ("10m ago", "2026-12-01T08:50:00Z", "2026-12-01T08:50:00Z"),
        ("10 m ago", "2026-12-01T08:50:00Z", "2026-12-01T08:50:00Z"),
        ("in 10m", "2026-12-01T09:10:00Z", "2026-12-01T09:10:00Z"),
        ("-20m", "2026-12-01T08:40:00Z", "2026-12-01T08:40:00Z"),
        ("+45m", "2026-12-01T09:45:00Z", "2026-12-01T09:45:00Z"),
        ("45m", "2026-12-01T08:15:00Z", "2026-12-01T09:45:00Z"),
        ("2h", "2026-12-01T07:00:00Z", "2026-12-01T11:00:00Z"),
    ] {
        let read = |role| parse_moment(typed, now, Tz::UTC, role);
        assert_eq!(read(DayRole::Past), Ok(past.parse().unwrap()), "{typed}");
        assert_eq!(read(DayRole::Future), Ok(future.parse().unwrap()), "{typed}");
    }
    // For a day, `m` still means months.
    let day = parse_day("3m", today("2026-12-01"), DayRole::Deadline);
    assert_eq!(day, Ok(date("2027-03-01")));
}

#[test]
fn a_past_time_is_the_latest_one() {
    let now = now("2026-12-01T09:00:00Z");
    for (typed, meant) in [
        ("mon 17:00", "2026-11-30T17:00:00Z"),
        ("tue 08:00", "2026-12-01T08:00:00Z"),
        ("tue 17:00", "2026-11-24T17:00:00Z"),
        ("28 nov at 5pm", "2026-11-28T17:00:00Z"),
        ("Sat 28 Nov 17:00 (12:00 for Ana)", "2026-11-28T17:00:00Z"),
        ("08:30", "2026-12-01T08:30:00Z"),
    ] {
        let read = parse_moment(typed, now, Tz::UTC, DayRole::Past);
        assert_eq!(read, Ok(meant.parse().unwrap()), "{typed}");
    }
    assert_eq!(
        moment_or_day("mon", now, Tz::UTC, DayRole::Past),
        Ok(DayOrMoment::Day(date("2026-11-30")))
    );
}

#[test]
fn next_week_depends_on_the_first_day_of_the_week() {
    let sunday = date("2026-11-29");
    let read = |week_starts| {
        let style = DateStyle { week_starts, ..DateStyle::USUAL };
        let read = ["next fri", "next sun", "next mon", "eow"]
            .map(|text| parse_day(text, style.today(sunday), DayRole::Future));
        read.map(|day| day.unwrap().to_string())
    };
    assert_eq!(read(Weekday::Mon), ["2026-12-04", "2026-12-06", "2026-11-30", "2026-11-29"]);
    assert_eq!(read(Weekday::Sun), ["2026-12-11", "2026-12-06", "2026-12-07", "2026-12-05"]);
    assert_eq!(read(Weekday::Sat), ["2026-12-11", "2026-12-06", "2026-12-07", "2026-12-04"]);
}

#[test]
fn a_day_that_can_be_read_two_ways_is_refused_with_both() {
    let error = parse_day("03/04/2026", today("2026-12-01"), DayRole::Future).unwrap_err();
    assert_eq!(error.to_string(), "`03/04/2026` is ambiguous: 2026-04-03 or 2026-03-04");
}

#[test]
fn a_day_that_does_not_exist_is_refused() {
    let today = today("2026-12-01");
    assert_eq!(
        parse_day("2026-02-30", today, DayRole::Future),
        Err(DateError::NoSuchDay("2026-02-30".into()))
    );
    assert!(parse_day("+999999999d", today, DayRole::Future).is_err());
    assert!(parse_day("", today, DayRole::Future).is_err());
}

#[test]
fn a_moment_is_read_in_its_zone() {
    let now = now("2026-12-01T09:00:00Z");
    let zone = Tz::America__Bogota;
    for (typed, meant) in [
        ("2026-12-03 17:00", "2026-12-03T22:00:00Z"),
        ("2026-12-03T17:00", "2026-12-03T22:00:00Z"),
        ("2026-12-03T17:00Z", "2026-12-03T17:00:00Z"),
        ("tomorrow 5pm", "2026-12-02T22:00:00Z"),
        ("fri at 5:30 pm", "2026-12-04T22:30:00Z"),
        ("17:00", "2026-12-01T22:00:00Z"),
        ("fri 17:00 London", "2026-12-04T17:00:00Z"),
        ("fri 17:00 UTC", "2026-12-04T17:00:00Z"),
        ("17:00 fri New York", "2026-12-04T22:00:00Z"),
        ("17:00 Asia/Kolkata", "2026-12-01T11:30:00Z"),
        ("thu 5pm London time", "2026-12-03T17:00:00Z"),
    ] {
        assert_eq!(
            parse_moment(typed, now, zone, DayRole::Future),
            Ok(meant.parse().unwrap()),
            "{typed}"
        );
    }
    assert_eq!(
        parse_moment("fri", now, zone, DayRole::Future),
        Err(DateError::NoTime("fri".into()))
    );
    for typed in ["fri London", "fri 17:00 Narnia", "London"] {
        let read = parse_moment(typed, now, zone, DayRole::Future);
        assert_eq!(read, Err(DateError::Unknown(typed.to_owned())));
    }
    assert_eq!(
        parse_moment("fri 25:00", now, zone, DayRole::Future),
        Err(DateError::Time("25:00".into()))
    );
}

#[test]
fn a_time_in_the_gap_or_in_the_fold_is_refused() {
    let now = now("2026-03-01T09:00:00Z");
    let zone = Tz::Europe__London;
    assert!(matches!(
        parse_moment("2026-03-29 01:30", now, zone, DayRole::Future),
        Err(DateError::Local(LocalError::Gap { .. }))
    ));
    let fold = parse_moment("2026-10-25 01:30", now, zone, DayRole::Future).unwrap_err();
    assert_eq!(fold.hint(), "write `2026-10-25T01:30+01:00` or `2026-10-25T01:30+00:00`");
}

proptest::proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,30}", ahead in "[0-9+-]{0,12} ?[a-z]{0,7}") {
        let today = today("2026-12-01");
        for role in [DayRole::Past, DayRole::Future, DayRole::Deadline, DayRole::Start] {
            let _ = parse_day(&text, today, role);
            let _ = parse_day(&ahead, today, role);
            let _ = parse_moment(&text, now("2026-12-01T09:00:00Z"), Tz::UTC, role);
        }
        let _ = deadline(&text, today);
        let _ = deadline(&ahead, today);
    }
}
