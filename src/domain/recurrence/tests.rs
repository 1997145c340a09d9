use super::*;

fn local(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

fn days(rule: &str, first: &str, from: &str, until: &str) -> Vec<String> {
    let rule = Recurrence::parse(rule).unwrap();
    let times =
        rule.local_times(local(first), local(from), local(until), &mut ExpansionBudget::default());
    times.unwrap().iter().map(|at| at.format("%Y-%m-%d").to_string()).collect()
}

#[test]
fn a_rule_is_expanded_within_a_window() {
    assert_eq!(
        days(
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "2026-12-03T17:00:00", "2026-12-10T00:00:00",
            "2027-01-20T00:00:00"
        ),
        ["2026-12-17", "2026-12-31", "2027-01-14"]
    );
    assert_eq!(
        days(
            "FREQ=MONTHLY;BYDAY=-1FR;COUNT=2", "2026-12-25T10:00:00", "2026-12-01T00:00:00",
            "2027-12-01T00:00:00"
        ),
        ["2026-12-25", "2027-01-29"]
    );
}

#[test]
fn a_day_that_a_month_lacks_is_moved_as_the_rule_says() {
    let moved = |skip: &str| {
        let rule = format!("RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP={skip}");
        days(&rule, "2027-01-31T10:00:00", "2027-02-01T00:00:00", "2027-05-02T00:00:00")
    };
    assert_eq!(moved("OMIT"), ["2027-03-31"]);
    assert_eq!(moved("BACKWARD"), ["2027-02-28", "2027-03-31", "2027-04-30"]);
    assert_eq!(moved("FORWARD"), ["2027-03-01", "2027-03-31", "2027-05-01"]);
    let birthdays = |skip: &str| {
        let rule = format!("FREQ=YEARLY;SKIP={skip}");
        days(&rule, "2024-02-29T00:00:00", "2027-01-01T00:00:00", "2028-12-31T00:00:00")
    };
    assert_eq!(birthdays("FORWARD"), ["2027-03-01", "2028-02-29"]);
    assert_eq!(birthdays("BACKWARD"), ["2027-02-28", "2028-02-29"]);
}

#[test]
fn fast_forwarding_yields_the_same_times() {
    for rule in [
        "FREQ=DAILY;INTERVAL=3",
        "FREQ=DAILY;BYDAY=MO,WE",
        "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,SU;WKST=SU",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO",
        "FREQ=WEEKLY",
    ] {
        let (first, until) = ("2000-01-05T09:00:00", "2027-02-01T00:00:00");
        let mut all = days(rule, first, first, until);
        let late = days(rule, first, "2026-12-01T00:00:00", until);
        all.retain(|day| day.as_str() >= "2026-12-01");
        assert_eq!(late, all, "{rule}");
        assert!(!late.is_empty(), "{rule}");
    }
}

#[test]
fn invalid_rules_are_refused() {
    for rule in [
        "", "FREQ=SOMETIMES", "BYDAY=MO", "FREQ=DAILY;INTERVAL=often", "FREQ=DAILY;COUNT=x",
        "FREQ=MONTHLY;BYDAY=0SU", "FREQ=MONTHLY;BYDAY=2é", "FREQ=DAILY;BYMONTH=13",
        "FREQ=DAILY;RSCALE=HEBREW", "FREQ=MONTHLY;SKIP=SIDEWAYS", "FREQ",
    ] {
        assert!(Recurrence::parse(rule).is_err(), "{rule}");
    }
}

#[test]
fn meaningless_parts_of_a_rule_are_ignored() {
    let (first, until) = ("2026-12-03T17:00:00", "2026-12-20T00:00:00");
    for (odd, meant) in [
        ("FREQ=WEEKLY;COUNT=-1", "FREQ=WEEKLY"),
        ("FREQ=WEEKLY;COUNT=0", "FREQ=WEEKLY"),
        ("FREQ=DAILY;INTERVAL=0", "FREQ=DAILY"),
        ("FREQ=WEEKLY;BYDAY=1MO,TH", "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("FREQ=WEEKLY;BYDAY=Wed,1Sunday", "FREQ=WEEKLY;BYDAY=WE,SU"),
        ("FREQ=WEEKLY;INTERVAL=;COUNT=;WKST=;BYDAY=", "FREQ=WEEKLY"),
        (" freq=weekly ; byday= TH ", "FREQ=WEEKLY;BYDAY=TH"),
        ("FREQ=DAILY;X-NAME=a;BYMONTH=", "FREQ=DAILY"),
        ("RSCALE=GREGORIAN;FREQ=DAILY;SKIP=OMIT", "FREQ=DAILY"),
    ] {
        assert_eq!(days(odd, first, first, until), days(meant, first, first, until), "{odd}");
    }
}

#[test]
fn weekdays_with_and_without_a_number_are_united() {
    assert_eq!(
        days(
            "FREQ=MONTHLY;BYDAY=SA,3WE,-1MO", "2026-12-05T10:00:00", "2026-12-05T00:00:00",
            "2027-01-01T00:00:00"
        ),
        ["2026-12-05", "2026-12-12", "2026-12-16", "2026-12-19", "2026-12-26", "2026-12-28"]
    );
}

/// Week 1 of 2027 begins on 4 January if weeks begin on Monday, and on 3 January if they begin on Sunday.
#[test]
fn weeks_of_the_year_depend_on_the_start_of_the_week() {
    for (start_of_week, expected) in [("MO", "2027-01-10"), ("SU", "2027-01-03")] {
        let rule = format!("FREQ=YEARLY;BYWEEKNO=1;BYDAY=SU;WKST={start_of_week}");
        let all = days(&rule, "2026-12-06T10:00:00", "2027-01-01T00:00:00", "2027-12-01T00:00:00");
        assert_eq!(all, [expected], "{rule}");
    }
    // Without a weekday, it is that of the first occurrence.
    let rule = "FREQ=YEARLY;BYWEEKNO=20";
    let all = days(rule, "2026-05-13T10:00:00", "2026-05-01T00:00:00", "2027-12-01T00:00:00");
    assert_eq!(all, ["2026-05-13", "2027-05-19"]);
}

#[test]
fn positions_are_counted_in_the_whole_period() {
    let times = |rule: &str, first: &str| days(rule, first, first, "2026-12-20T00:00:00");
    let rule = "FREQ=WEEKLY;BYDAY=MO,TH,FR;BYSETPOS=1,-1";
    assert_eq!(
        times(rule, "2026-12-03T10:00:00"),
        ["2026-12-04", "2026-12-07", "2026-12-11", "2026-12-14", "2026-12-18"]
    );
}

/// Each would take hours or gigabytes if it were written out.
#[test]
fn no_rule_takes_more_than_its_budget() {
    let list = |last: u32| (0..=last).map(|n| n.to_string()).collect::<Vec<_>>().join(",");
    let every_second = format!("BYHOUR={};BYMINUTE={};BYSECOND={}", list(23), list(59), list(59));
    let (first, from) = (local("2000-01-01T00:00:00"), local("2027-01-01T00:00:00"));
    let until = local("2027-03-01T00:00:00");
    for rule in [
        format!("FREQ=YEARLY;{every_second}"),
        format!("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;{every_second}"),
        format!("FREQ=YEARLY;BYSETPOS=-1;BYDAY=MO,TU,WE,TH,FR,SA,SU;{every_second}"),
        "FREQ=SECONDLY".to_owned(),
        "FREQ=SECONDLY;COUNT=4000000000".to_owned(),
        "FREQ=SECONDLY;INTERVAL=4000000000;COUNT=99999999999".to_owned(),
        "FREQ=YEARLY;INTERVAL=4294967295;BYMONTHDAY=31;BYMONTH=2".to_owned(),
        format!("FREQ=YEARLY;BYSETPOS={}", "1,2,".repeat(50_000)),
    ] {
        let rule = Recurrence::parse(&rule).unwrap();
        let mut budget = ExpansionBudget::default();
        let times = rule.local_times(first, from, until, &mut budget);
        assert!(times.is_ok_and(|times| times.len() < 5) || budget.0 < 7_600_000, "{rule:?}");
    }
}

#[test]
fn expansion_stops_when_the_budget_is_spent() {
    let first = local("2000-01-01T00:00:00");
    let until = local("2027-01-01T00:00:00");
    for rule in ["FREQ=SECONDLY", "FREQ=DAILY;COUNT=9999", "FREQ=YEARLY;BYWEEKNO=53"] {
        let rule = Recurrence::parse(rule).unwrap();
        let mut patience = ExpansionBudget(1000);
        assert_eq!(
            rule.local_times(first, first, until, &mut patience),
            Err(RecurrenceError::TooOften)
        );
    }
}
