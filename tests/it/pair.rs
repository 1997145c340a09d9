//! `mentor pair`, `mentor person`, `mentor init`

use crate::sandbox::Sandbox;

#[test]
fn pairs_are_listed_with_the_users_side() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("pair add priya --mentor 'Priya Nair' --tz Asia/Kolkata");
    sandbox.ok("pair use priya");
    insta::assert_snapshot!(sandbox.run("pair list"), @"
       short name  you are  state   with        zone
       ana         mentor   active  Ana Díaz    America/Bogota
    *  priya       mentee   active  Priya Nair  Asia/Kolkata
    ");
}

#[test]
fn only_pair_use_changes_the_current_pair() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("pair add priya --mentor 'Priya Nair' --tz Asia/Kolkata");
    for command in [
        "agree --cadence fortnightly -p priya",
        "agree renew --length 30m -p priya --because shorter",
        "goal add 'Lead a review' -p priya",
        "followup add 'me: read by fri' -p ana",
        "log Scope -p priya",
        "pair pause priya",
        "pair resume priya",
        "pair add kim --mentee Kim",
    ] {
        sandbox.ok(command);
        let pairs = sandbox.ok("pair list");
        assert!(!pairs.contains('*'), "{command}\n{pairs}");
    }
    sandbox.ok("pair use priya");
    let output = sandbox.run("topic add Scope");
    assert!(output.stderr.contains("(pair `priya`)"), "{output}");
}

#[test]
fn paused_pair_has_nothing_due() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("followup add 'me: read by fri'");
    sandbox.ok("pair pause ana --because exams");
    assert_eq!(sandbox.at("2026-12-20T09:00:00Z").ok("due"), "");
}

#[test]
fn init_can_be_run_again() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("init --tz Asia/Tokyo");
    let me = sandbox.json("person show me");
    assert_eq!(me["item"]["zone"], "Asia/Tokyo");
    assert_eq!(me["item"]["name"], "Sam Rivera");
}

#[test]
fn refused_short_name_suggests_one_from_what_was_typed() {
    let sandbox = Sandbox::with_pair();
    insta::assert_snapshot!(sandbox.run("pair add José --mentee 'José Luis'"), @"
    --- stderr ---
    error: `José` can't be a short name: use 1 to 30 lower-case letters, digits and hyphens, beginning with a letter
    hint: try `jose`
    [exit 4]
    ");
    insta::assert_snapshot!(sandbox.run("pair add --mentor 'José Luis'"), @"
    --- stderr ---
    error: a pair needs a short name
    hint: try `mentor pair add jose --mentor 'José Luis'`
    [exit 5]
    ");
    let nothing_to_go_by = sandbox.run("pair add 山田 --mentee 山田");
    assert!(nothing_to_go_by.stderr.contains("hint: try `ana` or `ana-2`"), "{nothing_to_go_by}");
}

#[test]
fn name_or_misspelling_suggests_the_short_name() {
    let sandbox = Sandbox::with_pair();
    for typed in ["Ana", "díaz", "Ana Díaz", "anna"] {
        let output = sandbox.run(&["topic", "list", "-p", typed]);
        assert_eq!(output.status, 3, "{output}");
        assert!(output.stderr.contains("did you mean `ana`?"), "{typed}\n{output}");
    }
    assert!(!sandbox.run("topic list -p zoe").stderr.contains("did you mean"));
}

#[test]
fn status_and_when_mention_a_paused_pair() {
    let sandbox = Sandbox::with_pair();
    let paused = sandbox.run("pair pause --because summer");
    assert_eq!(paused.stderr, "Paused `ana`: summer\n");
    assert_eq!(
        sandbox.run("status").stderr,
        "ana  Ana Díaz (mentee), paused since Tue 1 Dec: summer\n\
         No active pair; run `mentor pair resume ana` to resume it\n"
    );
    assert!(sandbox.run("when").stderr.contains("hint: run `mentor pair resume ana`"));
    sandbox.ok("pair end ana");
    assert_eq!(
        sandbox.run("status").stderr.lines().next(),
        Some("ana  Ana Díaz (mentee), ended on Tue 1 Dec: other")
    );
}

#[test]
fn suggested_commands_name_the_pair_if_there_are_several() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("goal add Lead");
    sandbox.ok("goal done 1");
    let hints = |args: &str| {
        let refused = sandbox.run(args).stderr;
        refused.lines().skip(1).map(str::to_owned).collect::<Vec<_>>()
    };
    let alone = ["hint: run `mentor goal list` to see open ones"];
    assert_eq!(hints("goal done 1"), alone);
    assert_eq!(hints("agree show"), ["hint: run `mentor agree` to record one"]);
    sandbox.ok("pair add kim --mentor 'Kim Lee' --tz Europe/London");
    sandbox.ok("pair use kim");
    assert_eq!(hints("goal done 1"), ["hint: run `mentor goal list -p ana` to see open ones"]);
    assert_eq!(hints("agree show"), ["hint: run `mentor agree -p kim` to record one"]);
    let recorded = sandbox.run("agree -p ana --purpose Lead").stderr;
    assert!(recorded.contains("`mentor agree accept --by mentee -p ana`"), "{recorded}");
    let again = hints("agree -p ana --purpose Lead").concat();
    assert!(again.contains("`mentor agree renew --because \"...\" -p ana`"), "{again}");
}

#[test]
fn two_names_for_the_pair_must_agree() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("pair add kim --mentee Kim");
    sandbox.ok("pair use kim -p kim");
    let refused =
        "error: `ana` and `-p kim` name different pairs\nhint: leave one of the two out\n";
    for verb in ["use", "pause", "show", "edit --rename ann", "end --reason other"] {
        let (verb, rest) = verb.split_once(' ').unwrap_or((verb, ""));
        assert_eq!(sandbox.refused(&format!("pair {verb} ana -p kim {rest}")[..]), refused);
    }
}

#[test]
fn pair_for_the_partner_addresses_nobody() {
    let sandbox = Sandbox::with_pair();
    assert!(sandbox.ok("pair show").contains("Sam Rivera (you)"));
    assert!(!sandbox.ok("pair show --for-partner").contains("(you)"));
}
