//! The main workflow, from an empty home folder to a review.

use crate::sandbox::Sandbox;

fn first_call() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.ok("init --name 'Sam Rivera' --tz Europe/London --hours 09:00-17:30");
    sandbox.ok("pair add ana --mentee 'Ana Díaz' --tz America/Bogota");
    sandbox.ok("pair add priya --mentor 'Priya Nair' --tz Asia/Kolkata");
    sandbox.ok("pair use ana");
    sandbox.ok("agree --purpose 'Grow into a tech lead' --starts 2026-12-01 --ends 2027-06-01 \
         --cadence 'every 2 weeks' --length 45m --channel video --reply-within '2 working days' \
         --feedback-within '5 working days' --notice 24h --review-every '8 weeks' \
         --mentor-expects 'Comes with an agenda' --mentee-expects 'Honest feedback' \
         --confidential 'What is said stays here'");
    sandbox.ok("agree accept --by mentee --on 2026-12-01");
    sandbox.ok("goal add 'Lead a design review' --why '…' --done-when 'Review led, notes shared' \
         --by 2027-03-01 --step 'Shadow one'");
    sandbox.ok("checkin add --at '2026-12-03 17:00' --length 45m");
    sandbox.ok("topic add 'How to say no' --from mentee");
    sandbox
}

fn logged() -> Sandbox {
    let sandbox = first_call();
    sandbox.ok(
        "log 'Talked about ownership' --minutes 50 --followup 'mentee: draft the RFC by fri' \
         --followup 'mentor: introduce Ana to Kim by 2026-12-10' --checkin 1 --done 3 --covered 1 \
         --goal 1=40% --win 'Shipped the migration' \
         --insight 'Write the decision down before the meeting' --next '2026-12-17 17:00'",
    );
    sandbox
}

#[test]
fn the_first_agenda_shows_both_times_and_the_topic() {
    insta::assert_snapshot!(first_call().run("agenda"), @"
    Agenda: Sam Rivera and Ana Díaz
    Check-in 1: Thu 3 Dec 17:00 (12:00 for Ana), 45 min, video

    Ana's follow-ups, 3 min
      • #1 Shadow one

    Topics, 39 min
      • #1 How to say no (from Ana)

    Before you finish, 3 min
      • agree on the next date (`mentor checkin next -p ana` suggests one)
    ");
}

#[test]
fn next_agenda_has_open_items_and_broken_promises() {
    let sandbox = logged();
    sandbox.ok("topic add Pace");
    sandbox.at("2026-12-05T09:00:00Z").ok("log 'A short call'");
    insta::assert_snapshot!(sandbox.at("2026-12-06T09:00:00Z").run("agenda"), @"
    Agenda: Sam Rivera and Ana Díaz
    Check-in 2: Thu 17 Dec 17:00 (12:00 for Ana), 45 min, video
    Last time, Sat 5 Dec: A short call (check-in 3)

    Ana's follow-ups, 4 min
      • #2 draft the RFC, 2 days overdue
      • #1 Shadow one

    Topics, 35 min
      • #2 Pace (from Sam, carried over 1×)

    Not going as agreed, 3 min
      • follow-ups: Ana 0 of 1 [follow-up 2]

    Before you finish, 3 min
      • agree on the next date (`mentor checkin next -p ana` suggests one)
    ");
}

#[test]
fn due_is_silent_until_something_is_due() {
    let sandbox = logged();
    assert_eq!(sandbox.run("due").to_string(), "");
    insta::assert_snapshot!(sandbox.at("2026-12-02T09:00:00Z").run("due"), @"due in 2 days  ana  Ana  follow-up 2  draft the RFC (`mentor followup done 2`)");
    insta::assert_snapshot!(sandbox.at("2026-12-06T09:00:00Z").run("due --exit-code"), @"
    2 days overdue  ana  Ana  follow-up 2  draft the RFC (`mentor followup done 2`)
    [exit 1]
    ");
}

#[test]
fn review_counts_the_promises_of_both_sides_with_citations() {
    let sandbox = logged();
    for week in 1..=11_u32 {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 12, 3).unwrap()
            + chrono::Days::new(u64::from(week) * 14);
        sandbox.at(&format!("{day}T17:00:00Z"));
        sandbox.ok(
            "log Call --minutes 45 --followup 'mentee: write by +7d' --followup 'me: read by +7d'",
        );
    }
    let review = sandbox.ok("review");
    for line in [
        "12 check-ins held, 9 h",
        "cadence     every 2 weeks    12 of 12 check-ins",
        "1 of 11 [follow-up 5, follow-up 7 and 8 more]",
        "Shipped the migration (win 1, Tue 1 Dec 2026)",
    ] {
        assert!(review.contains(line), "{line}\n{review}");
    }
}

#[test]
fn log_is_undone_and_redone_as_one_step() {
    let sandbox = logged();
    let before = sandbox.json("checkin list --all");
    for _ in 0..10 {
        let undone = sandbox.run("undo");
        assert!(undone.stderr.contains("Undid: Logged check-in 1"), "{undone}");
        assert_eq!(sandbox.json("followup list")["items"].as_array().unwrap().len(), 1);
        assert_eq!(sandbox.json("topic list")["items"].as_array().unwrap().len(), 1);
        let redone = sandbox.run("redo");
        assert!(redone.stderr.contains("Redid: Logged check-in 1"), "{redone}");
    }
    assert_eq!(sandbox.json("checkin list --all"), before);
}

#[test]
fn log_needs_only_a_pair() {
    let sandbox = Sandbox::new();
    sandbox.ok("pair add ana --mentee Ana");
    insta::assert_snapshot!(sandbox.run("log 'We met'"), @"
    --- stderr ---
    Logged check-in 1 with Ana on Tue 1 Dec 09:00
    ");
}

#[test]
fn demo_shows_a_mentorship_and_leaves_the_users_data_alone() {
    let sandbox = Sandbox::new();
    let folder = sandbox.home.path().display().to_string();
    sandbox.vars.borrow_mut().insert("TMPDIR".into(), folder);
    let demo = sandbox.json("demo");
    assert!(!sandbox.db().exists());
    let db = demo["db"].as_str().unwrap();
    let review = sandbox.ok(&["review", "-p", "ana", "--since", "2000-01-01", "--db", db]);
    assert!(review.contains("moved once, "), "{review}");
    assert!(sandbox.ok(&["brief", "-p", "ana", "--db", db]).lines().count() >= 5);
}
