//! Typed dates in all commands: they are resolved in the past where only the past makes sense, and in the future where
//! only the future does.

use crate::sandbox::Sandbox;

/// Ways to say last Saturday on Tuesday, 1 December 2026.
const SATURDAY: [&str; 4] = ["28 nov", "sat", "Sat 28 Nov", "3 days ago"];

#[test]
fn past_events_are_dated_in_the_past() {
    for typed in SATURDAY {
        let sandbox = Sandbox::with_pair();
        sandbox.at("2026-11-20T09:00:00Z");
        sandbox.ok("followup add 'me: send the book'");
        sandbox.ok("topic add 'How to say no'");
        sandbox.ok("insight add 'Write it down'");
        sandbox.ok("introduction add Kim");
        sandbox.ok("goal add Lead");
        sandbox.ok("skill add Writing");
        sandbox.ok("feedback add --from mentor --kind keep --situation a --behaviour b --impact c");
        sandbox.ok("option add 'Tech lead'");
        sandbox.ok("agree --purpose Growth");
        sandbox.at("2026-12-01T09:00:00Z");
        for (args, field) in [
            (&["followup", "done", "1"][..], "state_on"),
            (&["topic", "done", "1"], "state_on"),
            (&["goal", "progress", "1", "40"], "on"),
            (&["win", "add", "Shipped"], "on"),
            (&["insight", "outcome", "1", "helped"], "outcome_on"),
            (&["introduction", "advance", "1"], "agreed_on"),
            (&["skill", "rate", "1", "3"], "on"),
            (&["feedback", "respond", "1", "thanks"], "responded_on"),
            (&["option", "decide", "1", "taken", "--because", "x"], "state_on"),
            (&["review", "record", "--achievement", "Led"], "on"),
            (&["agree", "accept", "--by", "mentee"], "accepted_by_mentee"),
        ] {
            let item = sandbox.json(&[args, &["--on", typed]].concat())["item"].clone();
            assert_eq!(item[field], "2026-11-28", "{args:?} --on {typed}: {item}");
        }
    }
}

#[test]
fn past_events_can_not_be_dated_in_the_future() {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("followup add 'me: send the book'");
    for typed in ["tomorrow", "2026-12-02", "in 2 weeks", "next mon", "+1d"] {
        for args in [
            &["followup", "done", "1"][..],
            &["win", "add", "Shipped"],
            &["review", "record", "--achievement", "Led"],
        ] {
            let output = sandbox.run(&[args, &["--on", typed]].concat());
            assert_eq!(output.status, 4, "{args:?} --on {typed}\n{output}");
        }
        let output = sandbox.run(&["log", "Talked", "--at", typed]);
        assert_eq!(output.status, 4, "log --at {typed}\n{output}");
    }
    sandbox.ok("agree renew --because x --notice '1 day'");
    let output = sandbox.run("agree accept --by them --on tomorrow");
    assert_eq!(output.status, 4, "{output}");
}

#[test]
fn negative_span_is_the_value_of_the_flag_before_it() {
    let sandbox = Sandbox::with_older_pair();
    let win = sandbox.json("win add x --on -1d -p ana");
    assert_eq!(win["item"]["on"], "2026-11-30");
    let review = sandbox.json("review --since -3m");
    assert!(review.to_string().contains("2026-09-01"), "{review}");
    let due = sandbox.json("followup add x --by -2w");
    assert_eq!(due["item"]["due"], "2026-11-17");
    let away = sandbox.json("away add -3d -1d --late");
    assert_eq!(away["item"]["from"], "2026-11-28");
    assert_eq!(away["item"]["until"], "2026-11-30");
    // A flag is never taken for a negative span.
    for args in [
        &["win", "add", "x", "--on", "-p", "ana"][..],
        &["win", "add", "x", "--on", "--json"],
        &["win", "add", "x", "-1d"],
    ] {
        assert_eq!(sandbox.run(args).status, 2, "{args:?}");
    }
}

#[test]
fn days_away_are_near_and_a_period_is_taken_whole() {
    let sandbox = Sandbox::with_pair();
    for (typed, from, until) in [
        (&["28 nov", "29 nov"][..], "2026-11-28", "2026-11-29"),
        (&["27 nov"], "2026-11-27", "2026-11-27"),
        (&["Fri 4 Dec", "Mon 7 Dec"], "2026-12-04", "2026-12-07"),
        (&["20 dec", "3 jan"], "2026-12-20", "2027-01-03"),
        (&["20 jun"], "2027-06-20", "2027-06-20"),
        (&["mon"], "2026-12-07", "2026-12-07"),
        (&["aug", "aug"], "2027-08-01", "2027-08-31"),
        (&["30 nov", "2 dec"], "2026-11-30", "2026-12-02"),
        (&["next week"], "2026-12-07", "2026-12-13"),
        (&["dec"], "2026-12-01", "2026-12-31"),
        (&["nov"], "2026-11-01", "2026-11-30"),
        (&["Mon 7 Dec to Fri 11 Dec"], "2026-12-07", "2026-12-11"),
        (&["from 7 to 11 dec"], "2026-12-07", "2026-12-11"),
        (&["2026-12-07..2026-12-11"], "2026-12-07", "2026-12-11"),
    ] {
        let sandbox = Sandbox::with_pair();
        let item = sandbox.json(&[&["away", "add", "--late"], typed].concat())["item"].clone();
        assert_eq!((&item["from"], &item["until"]), (&from.into(), &until.into()));
    }
    drop(sandbox);
}

#[test]
fn report_dates_are_resolved_in_the_past() {
    let sandbox = Sandbox::with_agreement();
    let period = |args: &[&str]| sandbox.json(args).to_string();
    sandbox.at("2027-06-08T09:00:00Z");
    assert!(period(&["review", "--since", "5 dec"]).contains("2026-12-05"));
    assert!(period(&["agree", "check", "--since", "5 dec"]).contains("2026-12-05"));
    assert!(period(&["agree", "check", "--as-of", "mon"]).contains("2027-06-07"));
    // A day ahead in the style of the output.
    assert_eq!(sandbox.json("due --as-of 'Fri 11 Jun'")["as_of_day"], "2027-06-11");
    assert!(sandbox.run("search x --since '1 nov'").status < 2);
}

#[test]
fn follow_up_due_before_the_agreement_begins_counts_in_a_check_since_then() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("agree --purpose Growth --starts 2026-12-10");
    sandbox.ok("agree accept --by mentee");
    sandbox.ok("followup add Draft --owner ana --by 2026-12-03");
    sandbox.at("2026-12-08T09:00:00Z");
    let check = sandbox.json("agree check --since 2000-01-01");
    assert_eq!(check["since"], "2026-12-01");
    assert!(sandbox.ok("agree check --since 2000-01-01").contains("0 of 1"), "{check}");
}

#[test]
fn since_a_day_before_the_mentorship_means_its_first_day() {
    let sandbox = Sandbox::with_agreement();
    sandbox.at("2026-12-08T09:00:00Z");
    for report in ["review", "progress", "agree check"] {
        let period = sandbox.json(&format!("{report} --since 2000-01-01"));
        assert_eq!(period["since"], "2026-12-01", "{report}");
    }
    let review = sandbox.ok("review --since 2000-01-01");
    assert!(review.contains("1 Dec to 8 Dec 2026 (7 days)"), "{review}");
    sandbox.ok("pair edit --since 2025-06-01");
    let period = sandbox.json("review --since 2000-01-01");
    assert_eq!(period["since"], "2025-06-01");
}

#[test]
fn agreement_starts_on_the_nearest_day_and_ends_in_the_future() {
    let sandbox = Sandbox::with_pair();
    let terms = sandbox.json("agree --starts '1 sep' --ends '1 jun'")["item"].clone();
    let text = terms.to_string();
    assert!(text.contains("2026-09-01") && text.contains("2027-06-01"), "{text}");
}

/// A day without a time gets the time of the check-in planned on it, or else the usual time.
#[test]
fn log_accepts_a_day_without_a_time() {
    let held = |sandbox: &Sandbox, typed: &str| {
        let output = sandbox.run(&["log", "Talked", "--at", typed, "--json"]);
        assert_eq!(output.status, 0, "{output}");
        assert!(output.stderr.contains("assuming"), "{output}");
        let item: serde_json::Value = serde_json::from_str(&output.stdout).unwrap();
        item["item"]["held_at"].as_str().unwrap().to_owned()
    };
    let sandbox = Sandbox::with_older_pair();
    sandbox.at("2026-11-25T09:00:00Z");
    sandbox.ok("checkin add --at 'mon 15:30'");
    sandbox.at("2026-12-01T09:00:00Z");
    assert_eq!(held(&sandbox, "mon"), "2026-11-30T15:30:00Z");
    // The time of the last call.
    assert_eq!(held(&sandbox, "20 nov"), "2026-11-20T15:30:00Z");
    sandbox.at("2026-12-08T09:00:00Z");
    assert_eq!(held(&sandbox, "yesterday"), "2026-12-07T15:30:00Z");
    // The agreed time.
    sandbox.ok("agree --cadence 'weekly on thu 17:00 America/New_York'");
    assert_eq!(held(&sandbox, "thu"), "2026-12-03T22:00:00Z");
    // The present time, since the agreed one is still to come.
    assert_eq!(held(&sandbox, "today"), "2026-12-08T09:00:00Z");
}

#[test]
fn weekday_with_a_time_is_the_latest_past_one() {
    for (now, typed, held) in [
        ("2026-12-01T09:00:00Z", "mon 17:00", "2026-11-30T17:00:00Z"),
        ("2026-12-07T16:00:00Z", "mon 17:00", "2026-11-30T17:00:00Z"),
        ("2026-12-07T18:00:00Z", "mon 17:00", "2026-12-07T17:00:00Z"),
        ("2026-12-06T18:00:00Z", "Mon 30 Nov 17:00", "2026-11-30T17:00:00Z"),
    ] {
        let sandbox = Sandbox::with_older_pair();
        sandbox.at(now);
        let item = sandbox.json(&["log", "Talked", "--at", typed])["item"].clone();
        assert_eq!(item["held_at"], held, "{typed} at {now}");
    }
}

/// Adds a follow-up and returns its title and due day, or the error; and the remarks.
fn added(args: &[&str]) -> (String, Option<String>, String) {
    let sandbox = Sandbox::with_pair();
    let output = sandbox.run(&[&["followup", "add"], args, &["--json"]].concat());
    if output.status != 0 {
        assert_eq!(output.status, 4, "{args:?}\n{output}");
        assert!(sandbox.ok("followup list --csv").lines().count() <= 1);
        return (String::new(), None, output.stderr);
    }
    let item: serde_json::Value = serde_json::from_str(&output.stdout).unwrap();
    let text = |key: &str| item["item"][key].as_str().map(str::to_owned);
    (text("title").unwrap(), text("due"), output.stderr)
}

#[test]
fn due_day_of_a_follow_up_is_read_with_and_without_an_owner() {
    for (words, due) in [
        ("fri", "2026-12-04"),
        ("2026-12-04 17:00", "2026-12-04"),
        ("Fri 4 Dec", "2026-12-04"),
        ("end of month", "2026-12-31"),
        ("next week", "2026-12-07"),
        ("5pm", "2026-12-01"),
        ("17:00", "2026-12-01"),
    ] {
        for (line, args) in [
            (format!("send notes by {words}"), &[][..]),
            (format!("mentee: send notes by {words}"), &[]),
            (format!("me: send notes due {words}"), &[]),
            (format!("send notes, due on {words}"), &["--owner", "them"]),
            (format!("me: send notes by={words}"), &[]),
        ] {
            let (title, found, message) = added(&[&[line.as_str()], args].concat());
            assert_eq!((title.as_str(), found.as_deref()), ("send notes", Some(due)), "{line}");
            let has_time = words.contains("17:00") || words == "5pm";
            assert_eq!(message.contains("(not at 17:00)"), has_time, "{line}: {message}");
        }
    }
}

#[test]
fn due_day_after_on_or_until_is_read_if_nothing_else_follows() {
    for (line, title, due) in [
        ("Ana: present it on friday", "present it", Some("2026-12-04")),
        ("me: keep a diary until 4 dec", "keep a diary", Some("2026-12-04")),
        ("present it on the second wed", "present it", Some("2026-12-09")),
        ("an essay on May", "an essay on May", None),
        ("present it @fri", "present it", Some("2026-12-04")),
        ("me: present it @ 5pm", "present it", Some("2026-12-01")),
        ("present it =fri", "present it", Some("2026-12-04")),
        ("ask @june", "ask @june", None),
        ("work on working hours", "work on working hours", None),
    ] {
        let (found_title, found_due, _) = added(&[line]);
        assert_eq!((found_title.as_str(), found_due.as_deref()), (title, due), "{line}");
    }
}

#[test]
fn unreadable_due_day_of_a_follow_up_is_refused() {
    for (line, printed) in [
        ("send notes by fri to Sam", "to Sam"),
        ("mentee: send notes by 25:00", "25:00"),
        ("send notes by Thu 4 Dec", "4 Dec 2026 is a Friday"),
        ("send notes due 30 feb", "30 feb"),
        ("me: send notes by 2 working days", "2 working days"),
        ("by fri", "has no task"),
        ("send notes by fri by email", "by email"),
        ("send notes by midnight", "23:59"),
        ("send notes by last fri", "2026-12-25"),
        ("send notes by=fri to Sam", "to Sam"),
        ("send notes by week 50", "2026-12-13"),
    ] {
        let (title, _, message) = added(&[line]);
        assert!(title.is_empty() && message.contains(printed), "{line}: {title} {message}");
    }
}

#[test]
fn words_after_by_that_are_no_day_stay_in_the_title() {
    for line in [
        "stand by your decision", "do the due diligence report", "walk by the river",
        "get it read by 3 people", "read the book by Kahneman", "mail ana@work.example",
        "learn by doing",
    ] {
        let (title, due, message) = added(&[line]);
        assert_eq!((title.as_str(), due), (line, None));
        assert!(!message.contains("note:"), "{message}");
    }
    for line in [
        "walk by the river on friday", "raise coverage by 10", "send it by lunchtime",
        "send it by five", "send it by the end of the semester", "send it tomorrow",
        "send the slides in two weeks", "send it on the friday after", "report latest 4 dec",
        "send it by tea time", "send it by train",
    ] {
        let (title, due, message) = added(&[line]);
        assert_eq!((title.as_str(), due), (line, None));
        assert!(message.contains("no due day was understood"), "{message}");
    }
    // A due day given by its own flag leaves the text unchanged.
    let (title, due, _) = added(&["send it by fri", "--by", ""]);
    assert_eq!((title.as_str(), due), ("send it by fri", None));
    let (title, due, _) = added(&["send it by fri", "--by", "mon"]);
    assert_eq!((title.as_str(), due.as_deref()), ("send it by fri", Some("2026-12-07")));
}

#[test]
fn due_day_is_read_wherever_a_follow_up_is_typed() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("log Talked --followup 'me: send it by Fri 4 Dec 17:00'");
    sandbox.ok("goal add Lead --step 'shadow one by next week'");
    sandbox.ok("followup add 'read the book'");
    sandbox.ok("followup edit 3 --title 'read two books by eom'");
    let list = sandbox.json("followup list");
    let found: Vec<(&str, &str)> = list["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| (item["title"].as_str().unwrap(), item["due"].as_str().unwrap()))
        .collect();
    assert_eq!(
        found,
        [("send it", "2026-12-04"), ("shadow one", "2026-12-07"), ("read two books", "2026-12-31"),]
    );
    for args in [
        &["log", "Talked", "--followup", "me: send it by fri to Sam"][..],
        &["goal", "add", "Lead", "--step", "shadow one by 30 feb"],
        &["followup", "edit", "3", "--title", "read by Thu 4 Dec"],
    ] {
        let before = sandbox.ok("history");
        assert_eq!(sandbox.run(args).status, 4, "{args:?}");
        assert_eq!(sandbox.ok("history"), before);
    }
}

#[test]
fn new_rhythm_shows_its_first_three_dates() {
    let notes_on = |args: &[&str]| {
        let sandbox = Sandbox::with_pair();
        sandbox.run(&[&["agree"], args].concat()).stderr
    };
    let weekly = notes_on(&["--cadence", "weekly on mon and thu 17:00"]);
    assert!(
        weekly.contains(
            "First check-ins: Thu 3 Dec 17:00, Mon 7 Dec 17:00 and Thu 10 Dec 17:00 (12:00 for Ana)"
        ),
        "{weekly}"
    );
    let last = notes_on(&["--cadence", "every two weeks"]);
    assert!(
        last.contains("First check-ins by Tue 15 Dec, Tue 29 Dec and Tue 12 Jan 2027"),
        "{last}"
    );
    let untimed = notes_on(&["--cadence", "weekly on thu"]);
    assert!(
        untimed.contains("note: no time given; agreed as `weekly on thu 16:00 Europe/London`"),
        "{untimed}"
    );
    let ends = ["--starts", "2026-12-01", "--ends", "2026-12-10"];
    let none = notes_on(&[&ends[..], &["--cadence", "monthly on 20th 9:00"]].concat());
    assert!(none.contains("no check-in falls within the agreement"), "{none}");
    for (day, gap) in [("31st", true), ("30th", true), ("15th", false), ("last day", false)] {
        let message = notes_on(&["--cadence", &format!("monthly on {day} 9:00")]);
        assert_eq!(message.contains("no check-in;"), gap, "{day}: {message}");
    }
}

#[test]
fn dates_are_shown_again_only_for_another_rhythm() {
    let sandbox = Sandbox::with_agreement();
    let renewed = |args: &[&str]| {
        let words = [&["agree", "renew", "--because", "x"], args].concat();
        sandbox.run(&words).stderr
    };
    assert!(!renewed(&["--notice", "2 days"]).contains("First check-in"));
    assert!(renewed(&["--cadence", "weekly on fri 12:00"]).contains("First check-ins: Fri 4 Dec"));
}

#[test]
fn days_without_an_agreement_are_not_counted_in_the_first_dates() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("agree --starts 2026-12-01 --ends 2026-12-20 --cadence 'every 2 weeks'");
    sandbox.ok("agree accept --by them");
    sandbox.at("2026-12-14T15:00:00Z").ok("log Talked");
    sandbox.at("2027-01-04T09:00:00Z");
    let renewed = sandbox.run("agree renew --because more --ends 2027-06-30").stderr;
    assert!(renewed.contains("First check-ins by Mon 11 Jan, Mon 25 Jan and"), "{renewed}");
    sandbox.ok("agree accept --by them");
    assert_eq!(sandbox.json("status")["items"][0]["meet_by"], "2027-01-11");
}

#[test]
fn rhythm_on_several_days_is_one_calendar_series() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("agree --cadence 'every 2 weeks on mon,thu 17:00' --starts 2026-12-02");
    let calendar = sandbox.ok("export --ics");
    let rule = "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;WKST=MO";
    assert!(calendar.contains(rule), "{calendar}");
    assert!(calendar.contains("DTSTART;TZID=Europe/London:20261203T170000"));
    let next = |now: &str| {
        sandbox.at(now);
        sandbox.json("checkin next")["at"].clone()
    };
    assert_eq!(next("2026-12-02T09:00:00Z"), "2026-12-03T17:00:00Z");
    assert_eq!(next("2026-12-04T09:00:00Z"), "2026-12-14T17:00:00Z");
    assert_eq!(next("2026-12-15T09:00:00Z"), "2026-12-17T17:00:00Z");
}

#[test]
fn off_limits_topics_get_a_remark_in_every_kind_of_record() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("agree --purpose Growth --off-limits salary");
    for args in [
        &["question", "ask", "What is your WORD?"][..],
        &["followup", "add", "mentee: write down my WORD by fri"],
        &["goal", "add", "Lead", "--step", "talk about my WORD"],
        &[
            "feedback", "add", "--from", "mentor", "--kind", "keep", "--situation", "In the call",
            "--behaviour", "You asked for the WORD", "--impact", "It hurt",
        ],
        &["log", "Talked", "--followup", "me: look up the WORD"],
        &["win", "add", "A higher WORD"],
    ] {
        let with = |word: &str| {
            let args: Vec<String> = args.iter().map(|arg| arg.replace("WORD", word)).collect();
            let args: Vec<&str> = args.iter().map(String::as_str).collect();
            sandbox.run(&args).stderr
        };
        assert!(!with("work").contains("off limits"), "{args:?}");
        assert!(with("salary").contains("off limits"), "{args:?}");
    }
    let edited = |title: &str| sandbox.run(&["win", "edit", "1", "--title", title]).stderr;
    assert!(edited("The salary").contains("off limits"));
    assert!(!edited("The salary, again").contains("off limits"));
}

#[test]
fn time_of_a_date_only_field_is_dropped_with_a_remark() {
    let sandbox = Sandbox::with_pair();
    let notes_on = |args: &[&str]| {
        let output = sandbox.run(args);
        assert_eq!(output.status, 0, "{output}");
        output.stderr
    };
    let kept = "only the day of `fri 17:00` is stored, not 17:00";
    let added = notes_on(&["followup", "add", "Draft", "--by", "fri 17:00"]);
    assert!(added.contains(kept), "{added}");
    let edited = notes_on(&["followup", "edit", "1", "--by", "fri 17:00"]);
    assert!(edited.contains(kept), "{edited}");
    let goal = notes_on(&["goal", "add", "Lead", "--by", "1 mar at 5pm"]);
    assert!(goal.contains("is stored, not 17:00"), "{goal}");
    let plain = notes_on(&["followup", "add", "Draft", "--by", "fri"]);
    assert!(!plain.contains("is kept"), "{plain}");
}

#[test]
fn a_month_or_week_alone_is_no_moment_in_the_past() {
    let sandbox = Sandbox::with_older_pair();
    insta::assert_snapshot!(sandbox.refused("log Talked --at november"), @"
    error: `--at`: `november` is not one day: it is 2026-11-01 to 2026-11-30
    hint: write the day, such as `2026-11-01`
    ");
    for typed in ["last week", "the last month", "nov 2026", "nov 17:00", "last month noon"] {
        let refused = sandbox.refused(&["log", "Talked", "--at", typed]);
        assert!(refused.contains("is not one day"), "{typed}: {refused}");
    }
    let refused = sandbox.refused(&["question", "ask", "Why?", "--at", "november"]);
    assert!(refused.contains("is not one day"), "{refused}");
    for typed in ["1 nov", "start of nov", "last tue", "a week ago", "end of last month"] {
        let sandbox = Sandbox::with_older_pair();
        sandbox.ok(&["log", "Talked", "--at", typed]);
    }
}
