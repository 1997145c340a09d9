use super::*;
use crate::domain::length::Minutes;

const DATES: ForeignDates = ForeignDates { order: None, zone: Tz::UTC, midnight_is_a_day: true };

#[test]
fn days_with_one_reading_are_rewritten() {
    for typed in [
        "2026-12-31", "2026-12-31 00:00:00", "2026-12-31T00:00:00.000Z", "2026-12-31T00:00:00",
        "2026-12-31 17:00", "2026-12-31 00:00:00.000", "2026-12-31 00:00:00 +0100",
        "2026-12-31T00:00:00+02:00", "2026/12/31", "2026.12.31", "20261231", "20261231T170000Z",
        "31-Dec-2026", "31/Dec/2026", "31.Dec.2026", "31-December-2026", "31-Dec-26",
        "Dec-31-2026", "2026-Dec-31", "31/12/2026", "12/31/2026", "31.12.2026", "31-12-2026",
        "12/31/2026 5:00:00 PM", "12/31/2026, 5:00 PM", "31.12.2026 17:00", "12/31/26",
    ] {
        assert_eq!(DATES.day(typed).as_deref(), Ok("2026-12-31"), "{typed}");
    }
    for (typed, meant) in [
        ("Thu 31/12/2026", "Thu 2026-12-31"),
        ("Thu, 31.12.2026", "Thu 2026-12-31"),
        ("Do. 31.12.2026", "Thu 2026-12-31"),
        ("jeu. 31/12/2026", "Thu 2026-12-31"),
        ("Dec 31, 2026 5:00:00 PM", "2026-12-31"),
        ("Dec 31, 2026, 12:00 AM", "2026-12-31"),
        ("31 December 2026", "2026-12-31"),
        ("31 Dec 26", "2026-12-31"),
        ("Dec 31 '26", "2026-12-31"),
        ("31. December 2026", "2026-12-31"),
        ("December 31st, 2026", "2026-12-31"),
        ("2026 Dec 31", "2026-12-31"),
        ("Thursday, 31st of December 2026", "Thursday 2026-12-31"),
        ("2026-12-31 (Thu)", "Thu 2026-12-31"),
        ("2026-12-31 Thu 17:00", "Thu 2026-12-31"),
        ("05.06.2027", "2027-06-05"),
        ("05.11.26", "2026-11-05"),
        ("5.6.27 17:00", "2027-06-05"),
        ("2026-W45-3", "2026-11-04"),
        ("2026W453", "2026-11-04"),
        ("2026-W53-7", "2027-01-03"),
        ("2026-309", "2026-11-05"),
        ("31. Dezember 2026", "2026-12-31"),
        ("31 d\u{e9}cembre 2026", "2026-12-31"),
        ("jeu. 31 d\u{e9}c. 2026", "Thu 2026-12-31"),
        ("jueves, 31 de diciembre de 2026", "jueves 2026-12-31"),
        ("5 mars 2027", "2027-03-05"),
        ("3. M\u{e4}rz 2027", "2027-03-03"),
        ("12 de mayo de 2027", "2027-05-12"),
        ("12 listopada 2026", "2026-11-12"),
        ("\u{15b}roda, 2 wrze\u{15b}nia 2026", "\u{15b}roda 2026-09-02"),
        ("3 pa\u{17a} 2026", "2026-10-03"),
        ("2026\u{5e74}12\u{6708}12\u{65e5}", "2026-12-12"),
        ("2026. 12. 12. 17:00", "2026-12-12"),
        ("1er mai 2027 \u{e0} 10:00", "2027-05-01"),
        ("Do, 3. Dez. 2026 um 17:00 Uhr", "Thu 2026-12-03"),
        ("05-mrt-2027", "2027-03-05"),
        ("31 Dec", "31 Dec"),
        ("Dec 2026", "Dec 2026"),
        ("11/11/2026", "2026-11-11"),
        ("2026-1-5", "2026-01-05"),
        ("5/1/2026x", "5/1/2026x"),
        ("next fri", "next fri"),
        ("12345678", "12345678"),
        ("", ""),
    ] {
        assert_eq!(DATES.day(typed).as_deref(), Ok(meant), "{typed}");
    }
}

#[test]
fn heading_is_split_into_its_day_and_its_title() {
    for (heading, day, title) in [
        ("2026-03-05", "2026-03-05", ""),
        ("5 March 2026", "5 March 2026", ""),
        ("Thu 5 Mar 2026, 10:00", "Thu 5 Mar 2026, 10:00", ""),
        ("2026-03-05 \u{2013} Call with Ana", "2026-03-05", "Call with Ana"),
        ("2026-03-05 17:00 - Scope", "2026-03-05 17:00", "Scope"),
        ("2026-03-05 10:00-10:45: Scope", "2026-03-05 10:00-10:45", "Scope"),
        ("[[2026-03-05]]: x", "2026-03-05", "x"),
        ("05/03/2026: Scope", "05/03/2026", "Scope"),
        ("Call with Ana on March 5th, 2026", "March 5th, 2026", "Call with Ana"),
        ("1:1 (2026-03-05)", "2026-03-05", "1:1"),
        ("Thu, Mar 5, 2026 at 5:00 PM (GMT+1)", "Thu, Mar 5, 2026 at 5:00 PM (GMT+1)", ""),
        ("5 M\u{e4}rz 2026, 17 Uhr: Scope", "5 M\u{e4}rz 2026, 17 Uhr", "Scope"),
        ("5 Mar 26 17.30 Scope", "5 Mar 26 17.30", "Scope"),
        ("2026-02-30 Scope", "2026-02-30", "Scope"),
        ("05/03/2026 17:00 Scope", "05/03/2026 17:00", "Scope"),
    ] {
        assert_eq!(split_dated(heading), Some((day, title)), "{heading}");
    }
    assert_eq!(split_dated("2026-W45: Scope"), Some(("2026-W45", "Scope")));
    for heading in ["", "Ideas", "Ideas for 2026", "2026", "March 2026", "45966", "fri", "10:00"] {
        assert_eq!(split_dated(heading), None, "{heading}");
    }
}

#[test]
fn days_with_two_readings_need_an_order() {
    for (typed, day_first, month_first) in [
        ("05/06/2027", "2027-06-05", "2027-05-06"),
        ("5-6-27", "2027-06-05", "2027-05-06"),
        ("5-6-2027 17:00", "2027-06-05", "2027-05-06"),
        ("05/06/27", "2027-06-05", "2027-05-06"),
    ] {
        assert!(matches!(DATES.day(typed), Err(DateError::Ambiguous { .. })), "{typed}");
        let with = |order| ForeignDates { order: Some(order), ..DATES };
        let day = with(DayOrder::DayFirst).day(typed);
        assert_eq!(day.as_deref(), Ok(day_first), "{typed}");
        let day = with(DayOrder::MonthFirst).day(typed);
        assert_eq!(day.as_deref(), Ok(month_first), "{typed}");
    }
    assert!(DATES.day("31/12/26").is_err());
    assert!(DATES.day("31/31/2026").is_err());
    for typed in ["2026-W54-1", "2026-W45-8", "2026W45-0", "2026-366", "2026-000", "32.11.26"] {
        assert_eq!(DATES.day(typed), Err(DateError::NoSuchDay(typed.to_owned())), "{typed}");
    }
    for typed in ["2026-W45", "2026W45", "2026w45"] {
        let error = DATES.day(typed).unwrap_err().to_string();
        assert_eq!(error, format!("`{typed}` is a whole week: 2026-11-02 to 2026-11-08"));
    }
    assert!(DATES.day("31 Nov 2026").is_err());
    let month_first = ForeignDates { order: Some(DayOrder::MonthFirst), ..DATES };
    assert!(month_first.day("31/12/2026").is_err());
}

#[test]
fn a_moment_has_the_day_of_the_zone_unless_it_is_midnight() {
    let tokyo = ForeignDates { zone: crate::domain::zone::parse("Asia/Tokyo").unwrap(), ..DATES };
    assert_eq!(tokyo.day("2026-12-30T20:00:00Z").as_deref(), Ok("2026-12-31"));
    assert_eq!(tokyo.day("2026-12-31T00:00:00Z").as_deref(), Ok("2026-12-31"));
}

#[test]
fn moments_keep_their_time() {
    for (typed, meant) in [
        ("2026-11-03 10:00", "2026-11-03 10:00"),
        ("2026-11-03T10:00:00", "2026-11-03 10:00"),
        ("2026-11-03T10:00:00.000Z", "2026-11-03T10:00:00+00:00"),
        ("11/23/2026 5:00:00 PM", "2026-11-23 17:00"),
        ("23.11.2026, 17:00", "2026-11-23 17:00"),
        ("Nov 3, 2026, 5:00:00 PM", "2026-11-03 17:00"),
        ("3 Nov 26 17:00", "2026-11-03 17:00"),
        ("Tue Nov  3 17:00:00 2026", "Tue 2026-11-03 17:00"),
        ("Tue, 03 Nov 2026 17:00:00 GMT", "2026-11-03T17:00:00+00:00"),
        ("2026-11-03 17:00:00 +0000 UTC", "2026-11-03T17:00:00+00:00"),
        ("1793725200000", "2026-11-03T17:00:00+00:00"),
        (
            "Tue Nov 03 2026 17:00:00 GMT+0000 (Coordinated Universal Time)",
            "2026-11-03T17:00:00+00:00",
        ),
        ("2026-11-03 (Tue) 17:00", "Tue 2026-11-03 17:00"),
        ("2026/11/03", "2026-11-03"),
        ("2026-W45-2T10:00", "2026-11-03 10:00"),
        ("2026-307 10:00", "2026-11-03 10:00"),
        ("3. November 2026 um 17:00", "2026-11-03 17:00"),
        ("Dienstag, 3. November 2026, 17 Uhr", "Dienstag 2026-11-03 17:00"),
        ("mardi 3 novembre 2026 \u{e0} 17h30", "mardi 2026-11-03 17:30"),
        ("3 Nov 26 17h", "2026-11-03 17:00"),
        ("November 3, 2026 5:00 PM (GMT+1)", "2026-11-03T17:00:00+01:00"),
        ("November 3, 2026 5:00 PM (GMT-3:30)", "2026-11-03T17:00:00-03:30"),
        ("November 3, 2026 5:00 PM (UTC)", "2026-11-03T17:00:00+00:00"),
        ("November 3, 2026 (GMT+1)", "2026-11-03"),
        ("yesterday", "yesterday"),
    ] {
        assert_eq!(DATES.moment(typed).as_deref(), Ok(meant), "{typed}");
    }
}

#[test]
fn a_span_is_split_into_start_and_length() {
    for (typed, start, minutes) in [
        ("2026-11-05 10:00-10:45", "2026-11-05 10:00", 45),
        ("2026-11-05 09:00-10:00", "2026-11-05 09:00", 60),
        ("2026-11-05 10:00\u{2013}10:45", "2026-11-05 10:00", 45),
        ("November 5, 2026 10:00 AM \u{2192} 10:45 AM", "November 5, 2026 10:00", 45),
        ("2026-11-05 10-10:45am", "2026-11-05 10:00", 45),
        ("2026-11-05T10:00-10:45", "2026-11-05 10:00", 45),
        ("2026-11-05 17.00 - 17.45 Uhr", "2026-11-05 17:00", 45),
        ("2026-11-05 17h00-17h30", "2026-11-05 17:00", 30),
        ("5 Nov 2026, 10:00 AM to 11:15 AM", "5 Nov 2026 10:00", 75),
        ("Nov 5, 2026 5:00 \u{2013} 5:30 PM", "Nov 5, 2026 17:00", 30),
        ("Thu 5 Nov 11-12:30pm", "Thu 5 Nov 11:00", 90),
        ("5 Nov 2026 11:30am-12:15", "5 Nov 2026 11:30", 45),
        ("5 Nov 2026 from 10:00 until 10:50", "5 Nov 2026 10:00", 50),
        ("2026-11-05 10:00 - 2026-11-05 10:45", "2026-11-05 10:00", 45),
        ("2026-11-05 23:30-00:15", "2026-11-05 23:30", 45),
        ("10:00-10:45", "10:00", 45),
        ("5 Nov 2026 10:00 (GMT+1) \u{2192} 10:45", "5 Nov 2026 10:00 (GMT+01:00)", 45),
        ("5 Nov 2026 10:00 AM \u{2192} 10:45 AM (GMT-5)", "5 Nov 2026 10:00 (GMT-05:00)", 45),
    ] {
        let meant = Some((start.to_owned(), Minutes(minutes)));
        assert_eq!(split_span(typed), meant, "{typed}");
        assert!(DATES.moment(start).is_ok(), "{typed}");
    }
    for typed in [
        "2026-11-05", "5-11-2026 17:00", "05-11-26", "10-11", "2026-11-05 17:00",
        "2026-11-05T09:00-10:00", "2026-11-05 09:00:00-10:00", "2026-11-05 10:00-05:00",
        "2026-11-05 10:00 -0500", "2026-11-05 10:45-10:00", "2026-11-05 10:00-10:00",
        "2026-11-05 10:00 - 2026-11-06 10:45", "until fri",
    ] {
        assert_eq!(split_span(typed), None, "{typed}");
    }
}

#[test]
fn length_is_counted_from_the_start_to_the_end() {
    for (start, end, minutes) in [
        ("2026-11-05 10:00", "10:45", Some(45)),
        ("Thu 2026-11-05 10:00", "11:00 AM", Some(60)),
        ("2026-11-05 23:30", "00:15", Some(45)),
        ("2026-11-05 23:30", "2026-11-06 00:15", Some(45)),
        ("2026-11-05T10:00:00+00:00", "2026-11-05T11:45:00+01:00", Some(45)),
        ("2026-11-05T10:00:00+00:00", "10:45", Some(45)),
        ("2026-11-05 10:00", "09:00", None),
        ("2026-11-05 10:00", "10:00", None),
        ("2026-11-05 10:00", "2026-11-05 09:00", None),
        ("2026-11-05", "10:45", None),
        ("2026-11-05 10:00", "later", None),
    ] {
        assert_eq!(length_until(start, end), minutes.map(Minutes), "{start} {end}");
    }
}

#[test]
fn day_numbers_of_a_spreadsheet_are_read() {
    for (typed, moment) in [
        ("45966", "2025-11-05"),
        ("45966.5", "2025-11-05 12:00"),
        ("45966,416666667", "2025-11-05 10:00"),
        ("46351.0", "2026-11-25 00:00"),
    ] {
        assert_eq!(DATES.moment(typed).as_deref(), Ok(moment), "{typed}");
        assert_eq!(DATES.day(typed).as_deref(), Ok(&moment[..10]), "{typed}");
    }
    for typed in ["4596", "12345", "80000", "459666", "45966.5.1", "45966."] {
        assert_eq!(serial_date(typed), None, "{typed}");
    }
    assert_eq!(time_of_cell("0.4375"), "10:30");
    assert_eq!(time_of_cell("0.9999"), "0.9999");
    assert_eq!(time_of_cell("10:30"), "10:30");
}

proptest::proptest! {
    #[test]
    fn no_text_makes_it_panic(typed in "([0-9]{1,8}|W4|dec|[-/., :TZ]|fri|é|PM|am| to ){0,9}") {
        let _ = DATES.day(&typed);
        let _ = DATES.moment(&typed);
        let _ = split_span(&typed);
        let _ = split_dated(&typed);
    }

    #[test]
    fn days_in_mentors_format_stay_unchanged(day in 0..3_000_000_i32) {
        let day = NaiveDate::from_num_days_from_ce_opt(day).unwrap();
        proptest::prop_assume!((1900..=9999).contains(&chrono::Datelike::year(&day)));
        let read = DATES.day(&day.to_string()).unwrap().into_owned();
        proptest::prop_assert_eq!(read, day.to_string());
    }
}
