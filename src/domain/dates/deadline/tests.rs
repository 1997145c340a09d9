use super::*;
use crate::domain::dates::DateStyle;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn read_on_tuesday(typed: &str) -> Result<Deadline, DateError> {
    deadline(typed, DateStyle::USUAL.today(day("2026-12-01")))
}

#[test]
fn a_day_is_read_with_and_without_a_time() {
    for (typed, due, time) in [
        ("fri", "2026-12-04", None),
        ("on Friday", "2026-12-04", None),
        ("2026-12-04 17:00", "2026-12-04", Some("17:00:00")),
        ("2026-12-04T17:00", "2026-12-04", Some("17:00:00")),
        ("Fri 4 Dec", "2026-12-04", None),
        ("Mon 30 Nov (yesterday)", "2026-11-30", None),
        ("fri, 4 dec at 5 pm", "2026-12-04", Some("17:00:00")),
        ("the end of the month", "2026-12-31", None),
        ("next week", "2026-12-07", None),
        ("5pm", "2026-12-01", Some("17:00:00")),
        ("noon", "2026-12-01", Some("12:00:00")),
        ("tomorrow noon", "2026-12-02", Some("12:00:00")),
        ("the 15th", "2026-12-15", None),
        ("feb", "2027-02-28", None),
        ("-1d", "2026-11-30", None),
        ("weds", "2026-12-02", None),
        ("tmrw", "2026-12-02", None),
        ("a fortnight", "2026-12-15", None),
        ("fortnight", "2026-12-15", None),
        ("in a month's time", "2027-01-01", None),
        ("Thu 10 Dec 15:00 (10:00 for Ana)", "2026-12-10", Some("15:00:00")),
        ("4dec", "2026-12-04", None),
        ("close of business", "2026-12-01", None),
        ("tomorrow 17.30", "2026-12-02", Some("17:30:00")),
        ("fri 17h", "2026-12-04", Some("17:00:00")),
        ("EOD friday", "2026-12-04", None),
        ("cob fri", "2026-12-04", None),
        ("end of day on friday", "2026-12-04", None),
        ("friday close of business", "2026-12-04", None),
        ("within two weeks", "2026-12-15", None),
        ("second wednesday", "2026-12-09", None),
        ("the first mon of december", "2026-12-07", None),
        ("last fri of the month 17:00", "2026-12-25", Some("17:00:00")),
        ("the twenty first of january", "2027-01-21", None),
        ("EOB", "2026-12-01", None),
        ("end of biz tomorrow", "2026-12-02", None),
        ("17.30h", "2026-12-01", Some("17:30:00")),
        ("friday COP", "2026-12-04", None),
        ("end-of-month", "2026-12-31", None),
        ("year-end", "2026-12-31", None),
        ("end-dec", "2026-12-31", None),
        ("next-fri", "2026-12-11", None),
        ("4. Dec", "2026-12-04", None),
        ("4-Dec", "2026-12-04", None),
        ("4-dec-2026", "2026-12-04", None),
        ("20261204", "2026-12-04", None),
        ("2026-W49-5", "2026-12-04", None),
        ("2026-12", "2026-12-31", None),
    ] {
        let time = time.map(|time| time.parse().unwrap());
        let expected = Deadline::Day { day: day(due), time };
        assert_eq!(read_on_tuesday(typed), Ok(expected), "{typed}");
    }
}

#[test]
fn words_that_only_begin_like_a_day_are_refused() {
    for typed in [
        "fri to Sam", "the 4th of july sharp", "5pm sharp", "25:00", "30 feb", "Thu 4 Dec",
        "03/04/2026", "2 working days", "in 2 hours", "next weekend", "3 days before the call",
        "a week or so", "tomorrow morning", "mid dec", "2027", "end of q1", "half past five",
        "fri/sat", "friday's call", "2026-W50", "christmas", "Christmas Eve", "new year's eve",
        "the summer", "early spring", "in half an hour", "week before last", "mid-jan",
        "in a few days", "+2 working days", "week 3", "2h", "in 2h", "Dec-4", "4-dec-26",
        "2026 12 04", "early next week", "month's end", "15th next month", "in a couple of days",
        "now", "tomorow", "Febuary", "midnight", "midnight friday", "w50", "kw 50", "last friday",
        "spring 2027", "H1 2027", "h2", "this time next week", "4 dec '26",
        "fifth mon of february 2027", "third thursday in march at work",
        "the 4th of next month ok", "5 o clock", "5 o\u{2019}clock", "5 oclock friday",
        "first thing mon", "first thing", "around friday", "latest on fri", "ca. 4 dec",
        "about the 4th", "no later than fri", "the following week", "lunch on friday",
        "bank holiday monday", "mid next week", "mid-week", "end q1", "end-Q1", "FY27",
        "late 2026", "fri-ish", "fridayish", "5pm-ish",
    ] {
        assert!(read_on_tuesday(typed).is_err(), "{typed}");
    }
    let hint = |typed: &str| read_on_tuesday(typed).unwrap_err().hint();
    assert_eq!(hint("firday"), "did you mean `friday`?");
    assert_eq!(hint("tursday"), "did you mean `tuesday` or `thursday`?");
    assert_eq!(hint("12/12"), "write `2026-12-12`");
    assert_eq!(hint("4/12"), "write `2026-12-04` or `2027-04-12`");
    assert_eq!(hint("week 50"), "write `2026-12-07` or `2026-12-13`");
    assert_eq!(hint("4/12/26"), "write `2026-12-04` or `2026-04-12`");
    assert_eq!(hint("dec 4 26"), "write `2026-12-04`");
    assert_eq!(hint("first thing mon"), "write `by mon`, or the day like `2026-12-01`");
    assert_eq!(hint("around friday"), "write `by friday`, or the day like `2026-12-01`");
    let error = read_on_tuesday("the following friday").unwrap_err().to_string();
    assert!(error.contains("Fri 4 Dec 2026") && error.contains("`the following`"));
    let error = read_on_tuesday("fri to Sam").unwrap_err().to_string();
    assert!(error.contains("Fri 4 Dec 2026") && error.contains("to Sam"));
}

#[test]
fn ambiguous_markers_need_a_complete_day() {
    let read = |marker: &str, typed: &str| {
        softer_deadline(marker, typed, DateStyle::USUAL.today(day("2026-12-01")))
    };
    let due = Deadline::Day { day: day("2026-12-15"), time: None };
    assert_eq!(read("within", "2 weeks"), Ok(due));
    assert_eq!(
        read("before", "friday").unwrap_err().hint(),
        "write `by 2026-12-03` or `by 2026-12-04`"
    );
    let due = Deadline::Day { day: day("2026-12-04"), time: None };
    assert_eq!(read("until", "friday"), Ok(due.clone()));
    assert_eq!(read("on", "4 dec"), Ok(due));
    let text = |word: Option<&str>| Deadline::Text { day_word: word.map(str::to_owned) };
    assert_eq!(read("before", "the call"), Ok(text(None)));
    assert_eq!(read("within", "10 minutes of asking"), Ok(text(Some("minutes"))));
    assert_eq!(read("on", "the friday talk"), Ok(text(Some("friday"))));
    assert_eq!(read("on", "May"), Ok(text(None)));
    assert_eq!(read("on", "working hours"), Ok(text(None)));
}

#[test]
fn other_words_stay_in_the_title() {
    for typed in [
        "your decision", "diligence report", "the river", "3 people", "10%", "version 2.30",
        "ten points", "a colleague", "first principles", "this approach", "next of kin",
        "daylight", "the end of the talk", "my 2nd manager", "spring cleaning", "new colleagues",
        "in person", "a few people", "Monica", "Mayday", "", "day", "a train", "Satish",
        "the release team", "self-service", "no means", "on-call engineers",
    ] {
        let text = Deadline::Text { day_word: None };
        assert_eq!(read_on_tuesday(typed), Ok(text), "{typed}");
    }
}

#[test]
fn a_day_at_the_end_needs_no_marker() {
    let found = |title| day_at_the_end(title, DateStyle::USUAL.today(day("2026-12-01")));
    for (title, words) in [
        ("send it friday", Some("friday")),
        ("send it next week", Some("next week")),
        ("send it in 2 weeks", Some("in 2 weeks")),
        ("send it Fri 4 Dec 17:00", Some("Fri 4 Dec 17:00")),
        ("send it tomorrow.", Some("tomorrow.")),
        ("send it [fri]", Some("[fri]")),
        ("envoyer pour vendredi", Some("vendredi")),
        ("practise for two weeks", None),
        ("friday night talk", None),
        ("write about March", None),
    ] {
        assert_eq!(found(title), words, "{title}");
    }
}

#[test]
fn names_of_days_and_months_are_read_in_other_languages() {
    for (typed, due, time) in [
        ("Freitag", "2026-12-04", None),
        ("Freitag 17 Uhr", "2026-12-04", Some("17:00:00")),
        ("el lunes", "2026-12-07", None),
        ("vendredi 17h30", "2026-12-04", Some("17:30:00")),
        ("5 mars", "2027-03-05", None),
        ("le 1er mars", "2027-03-01", None),
        ("3. M\u{e4}rz", "2027-03-03", None),
        ("12 de mayo de 2027", "2027-05-12", None),
        ("Januar", "2027-01-31", None),
        ("fredag 4 december", "2026-12-04", None),
        ("Fr. 4. Dezember", "2026-12-04", None),
        ("lun. 1 mars", "2027-03-01", None),
        ("Do. 17 Uhr", "2026-12-03", Some("17:00:00")),
        ("4.12.", "2026-12-04", None),
        ("4. 12.", "2026-12-04", None),
        ("Fr. 4.12.", "2026-12-04", None),
        ("Fr 4.12", "2026-12-04", None),
        ("4.12.26", "2026-12-04", None),
        ("4. 12. 2026", "2026-12-04", None),
        ("Di. 1.12.2026", "2026-12-01", None),
    ] {
        let time = time.map(|time| time.parse().unwrap());
        assert_eq!(read_on_tuesday(typed), Ok(Deadline::Day { day: day(due), time }), "{typed}");
    }
    for typed in ["Freitag nacht", "5 mars ou 6 mars"] {
        assert!(matches!(read_on_tuesday(typed), Err(DateError::Trailing { .. })), "{typed}");
    }
    for typed in ["mars", "the mayo", "Avril", "Sam", "do 2 things"] {
        assert_eq!(read_on_tuesday(typed), Ok(Deadline::Text { day_word: None }), "{typed}");
    }
}

#[test]
fn a_time_may_be_written_in_every_usual_form() {
    for (typed, due, time) in [
        ("fri@5pm", "2026-12-04", "17:00:00"),
        ("fri @17:00", "2026-12-04", "17:00:00"),
        ("17h", "2026-12-01", "17:00:00"),
        ("20:30 Uhr", "2026-12-01", "20:30:00"),
        ("fri 17 Uhr", "2026-12-04", "17:00:00"),
        ("8:30 p.m", "2026-12-01", "20:30:00"),
        ("fri 8 p.m", "2026-12-04", "20:00:00"),
    ] {
        let time = Some(time.parse().unwrap());
        assert_eq!(read_on_tuesday(typed), Ok(Deadline::Day { day: day(due), time }), "{typed}");
    }
    let hint = read_on_tuesday("fri@5").unwrap_err().hint();
    assert_eq!(hint, "write `05:00` or `17:00`");
    assert_eq!(read_on_tuesday("ana@mentor.org"), Ok(Deadline::Text { day_word: None }));
}

#[test]
fn a_year_that_has_begun_means_its_last_day() {
    assert_eq!(read_on_tuesday("2026"), Ok(Deadline::Day { day: day("2026-12-31"), time: None }));
    assert!(matches!(read_on_tuesday("2027"), Err(DateError::Ambiguous { .. })));
}

#[test]
fn a_day_word_in_the_middle_is_found() {
    for (typed, word) in [
        ("the river on Friday", "friday"),
        ("Sam at 17:00", "17:00"),
        ("Ana, 2026-12-04", "2026-12-04"),
        ("10", "10"),
        ("1700", "1700"),
        ("second week of jan", "jan"),
        ("the next call", "next"),
        ("a couple of weeks", "weeks"),
        ("a few weeks", "weeks"),
        ("1 1/2 weeks", "weeks"),
        ("me on firday", "firday"),
        ("five", "five"),
        ("half 5", "5"),
        ("fr", "fr"),
        ("the end of the semester", "semester"),
        ("mother's day", "day"),
        ("lunchtime", "lunchtime"),
        ("our next call", "call"),
        ("our check-in", "check-in"),
        ("the 1:1", "1:1"),
        ("the deadline", "deadline"),
        ("end of sprint 12", "sprint"),
        ("term's end", "term's"),
        ("the time we meet", "time"),
        ("5ish", "5ish"),
        ("T+3", "t+3"),
    ] {
        let day_word = Some(word.to_owned());
        assert_eq!(read_on_tuesday(typed), Ok(Deadline::Text { day_word }));
    }
}
