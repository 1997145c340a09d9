//! `mentor person`

use crate::json::must_fit;
use crate::sandbox::Sandbox;

/// Records what Ana needs, prefers and avoids.
fn known() -> Sandbox {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok(
        "person edit ana --called 'Ana, with a long first A' --language 'Spanish, English' \
         --prefers 'written first, then talk' --needs 'The agenda a day before' \
         --avoids 'Calls before ten' --holidays '8 December'",
    );
    sandbox
}

#[test]
fn person_card_shows_needs_and_preferences() {
    insta::assert_snapshot!(known().run("person show ana"), @"
    Ana Díaz
      number    2
      zone      America/Bogota (now Tue 04:00)
      works     mon-fri 09:00-17:00
      language  Spanish, English
      called    Ana, with a long first A
      prefers   written first, then talk
      needs     The agenda a day before
      avoids    Calls before ten
      holidays  8 December
    ");
}

#[test]
fn needs_begin_the_agenda_and_end_the_brief() {
    let sandbox = known();
    let agenda = sandbox.ok("agenda");
    let mind: Vec<&str> = agenda
        .lines()
        .skip_while(|line| *line != "Keep in mind")
        .take_while(|line| !line.is_empty())
        .collect();
    insta::assert_snapshot!(mind.join("\n"), @"
    Keep in mind
      • Ana, with a long first A
      • Ana prefers: written first, then talk
      • Ana needs: The agenda a day before
      • avoid with Ana: Calls before ten
    ");
    let brief = sandbox.ok("brief");
    assert!(
        brief.contains(
            "\nin mind     Ana, with a long first A; prefers written first, then talk; needs"
        ),
        "{brief}"
    );
}

#[test]
fn change_can_be_undone_completely() {
    let sandbox = known();
    sandbox.takes_back("person edit ana --needs Captions");
    sandbox.takes_back("person edit ana --called Anita");
}

#[test]
fn every_answer_fits_its_schema() {
    let sandbox = known();
    must_fit("person", &sandbox.json("person show ana"));
    must_fit("person", &sandbox.json("person edit ana --avoids Jokes"));
    must_fit("brief", &sandbox.json("brief"));
}

#[test]
fn edit_without_a_name_is_refused() {
    let sandbox = Sandbox::with_pair();
    let output = sandbox.run("person edit --tz Asia/Tokyo");
    assert_eq!(output.status, 2, "{output}");
    assert!(output.stderr.contains("`mentor person edit ana ...`"));
    assert_eq!(sandbox.json("person show ana")["item"]["zone"], "America/Bogota");
}

#[test]
fn edit_reports_what_changed() {
    let sandbox = Sandbox::with_pair();
    let output = sandbox.run("person edit ana --tz Asia/Tokyo");
    assert_eq!(output.stderr, "Updated Ana Díaz: time zone Asia/Tokyo (was America/Bogota)\n");
}

#[test]
fn hours_may_be_typed_with_their_days() {
    let sandbox = Sandbox::with_pair();
    let output = sandbox.run("person edit ana --hours 'mon-thu 9-16'");
    assert_eq!(output.status, 0, "{output}");
    let card = sandbox.ok("person show ana");
    assert!(card.contains("mon-thu 09:00-16:00"), "{card}");
    sandbox.ok("person edit ana --hours 10-17");
    let card = sandbox.ok("person show ana");
    assert!(card.contains("mon-thu 10:00-17:00"), "{card}");
    assert_eq!(sandbox.run("person edit ana --days fri --hours 'mon 9-16'").status, 4);
}

#[test]
fn users_name_comes_from_the_system() {
    let sandbox = Sandbox::new();
    sandbox.passwd("sam:x:1000:1000:Sam Rivera,,,:/home/sam:/bin/sh\n");
    sandbox.ok("init");
    assert_eq!(sandbox.json("person show me")["item"]["name"], "Sam Rivera");
}

#[test]
fn script_continues_without_a_system_name() {
    let sandbox = Sandbox::new();
    sandbox.passwd("");
    sandbox.vars.borrow_mut().insert("USER".to_owned(), String::new());
    insta::assert_snapshot!(sandbox.run("pair add ana --mentee Ana"), @"
    --- stderr ---
    Added pair `ana`: User mentors Ana
    note: your name is unknown, so you are `User`; run `mentor init --name NAME` to change that
    note: assuming Ana is in your time zone; if not, run `mentor person edit ana --tz ZONE`
    ");
    assert_eq!(sandbox.json("person show me")["item"]["name"], "User");
    assert_eq!(sandbox.run("init --name Sam").stderr.matches("unknown").count(), 0);
}

#[test]
fn init_asks_for_a_name_that_the_system_does_not_know() {
    let sandbox = Sandbox::new();
    sandbox.passwd("");
    sandbox.vars.borrow_mut().insert("USER".to_owned(), String::new());
    let output = sandbox.run_with("init", b"", Some(&["Sam Rivera", "", ""]));
    assert!(output.stderr.contains("You are Sam Rivera"), "{output}");
    assert!(!output.stderr.contains("User"), "{output}");
}

/// Returns how often a side kept a promise, and of how many times.
fn kept_counts(sandbox: &Sandbox, promise: &str, side: &str) -> (u64, u64) {
    let check = sandbox.json("agree check");
    let mut items = check["items"].as_array().unwrap().iter();
    let found = items.find(|item| item["promise"] == promise && item["side"] == side).unwrap();
    let count = |key: &str| found[key].as_u64().unwrap_or_default();
    (count("kept"), count("of"))
}

#[test]
fn zone_entered_afterwards_clears_who_dropped_a_follow_up_in_time_there() {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("person edit ana --tz Asia/Tokyo");
    sandbox.ok("followup add Draft --owner ana --by 2026-12-10");
    sandbox.at("2026-12-10T20:00:00Z").ok("followup drop 1");
    assert_eq!(kept_counts(&sandbox, "follow-ups", "mentee"), (0, 1), "the 10th was over in Tokyo");
    sandbox.at("2026-12-12T10:00:00Z").ok("person edit ana --tz America/Bogota --from 2026-12-05");
    assert_eq!(
        kept_counts(&sandbox, "follow-ups", "mentee"),
        (0, 0),
        "but not in Bogota, where she was"
    );
}

#[test]
fn zone_entered_afterwards_moves_no_review() {
    let sandbox = Sandbox::with_agreement();
    sandbox.at("2026-12-05T11:15:00Z").ok("log Talked --minutes 45");
    sandbox.at("2026-12-10T09:00:00Z").ok("review record --achievement Shipped --on 2026-12-05");
    sandbox.ok("person edit ana --tz Pacific/Kiritimati --from 2026-12-01");
    let review = sandbox.ok("review");
    assert!(review.contains("No check-ins held"), "the call was told in the last review: {review}");
}
