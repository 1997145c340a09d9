//! Privacy: the other side learns that a call took place, but nothing private.

use crate::sandbox::Sandbox;

/// Makes a private log that updates a goal, rates a skill and adds other records.
fn with_private_log() -> Sandbox {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("goal add Lead --by 2027-02-01");
    sandbox.ok("goal progress 1 20");
    sandbox.at("2026-12-10T17:00:00Z").ok(
        "log 'Her salary' --private --minutes 30 --channel video --goal 1=77% --confidence 1=3 \
         --decision 'Leave in May' --followup 'mentee: Ask about money by 2026-12-14' \
         --win 'Said it'",
    );
    sandbox
}

/// Makes Ana's file from what Sam exports for her.
fn imported(from: &Sandbox) -> Sandbox {
    let document = from.ok("export --for-partner");
    let hers = Sandbox::new();
    hers.at("2026-12-15T09:00:00Z");
    let output = hers.run_with("import -", document.as_bytes(), None);
    assert_eq!(output.status, 0, "{output}");
    hers
}

#[test]
fn partner_knows_of_the_call_but_not_of_its_content() {
    let sandbox = with_private_log();
    let shown = imported(&sandbox).json("checkin show 1");
    let call = &shown["item"];
    assert_eq!(call["held_at"], "2026-12-10T17:00:00Z");
    assert_eq!(call["minutes"], 30);
    assert_eq!(call["channel"], "video");
    assert_eq!(call["private"], false);
    assert_eq!(call["notes"], serde_json::Value::Null);
    assert_eq!(call["decisions"], serde_json::json!([]));
    let hers = imported(&sandbox);
    assert_eq!(hers.json("followup list")["items"], serde_json::json!([]));
    assert_eq!(hers.json("win list")["items"], serde_json::json!([]));
    assert_eq!(hers.json("review")["goals"][0]["percent"], 20);
}

#[test]
fn goal_progress_of_a_private_log_is_private() {
    let sandbox = with_private_log();
    let goal = |args: &[&str]| sandbox.json(args)["goals"][0].clone();
    assert_eq!(goal(&["review"])["percent"], 77);
    assert_eq!(goal(&["review", "--for-partner"])["percent"], 20);
    let confidence = &goal(&["review", "--for-partner"])["confidence"];
    assert_eq!(*confidence, serde_json::json!([]));
    for args in [&["progress", "--for-partner"][..], &["agenda", "--for-partner"]] {
        let printed = sandbox.ok(args);
        assert!(!printed.contains("77") && !printed.contains("confidence"), "{printed}");
    }
}

#[test]
fn private_review_starts_no_period_for_the_partner() {
    let sandbox = Sandbox::with_agreement();
    let at = |at: &str| sandbox.at(at);
    at("2026-12-10T12:00:00Z").ok("review record --next Rota");
    at("2026-12-15T12:00:00Z").ok("win add Asked");
    let before = at("2026-12-20T12:00:00Z").json("review --for-partner");
    sandbox.ok("review record --next Secret --private");
    assert_eq!(sandbox.json("review")["baseline"], 2);
    assert_eq!(sandbox.json("review --for-partner"), before);
    // A review stored later contains its own period, and so the day of the private one.
    at("2026-12-28T12:00:00Z").ok("review record --next Talk");
    assert_eq!(sandbox.json("review show 3")["item"]["since"], "2026-12-20");
    let export = sandbox.json("export --for-partner");
    let printed = export["review"].as_array().unwrap();
    let printed: Vec<_> = printed.iter().map(|one| (&one["id"], &one["since"])).collect();
    assert_eq!(
        serde_json::json!(printed),
        serde_json::json!([[1, "2026-12-01"], [3, "2026-12-10"]])
    );
}

#[test]
fn citations_for_the_partner_have_titles() {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("question ask 'Which of the two?' --from mentee");
    sandbox.ok("followup add 'me: Send the book by 2026-12-04'");
    sandbox.ok("checkin add --at '2026-12-10 17:00'");
    sandbox.at("2026-12-10T16:00:00Z").ok("checkin cancel 1");
    sandbox.at("2026-12-14T09:00:00Z");
    let (own, shared) = (sandbox.ok("review"), sandbox.ok("review --for-partner"));
    for cite in ["[question 1]", "[follow-up 1]", "[check-in 1]"] {
        assert!(own.contains(cite), "{cite}\n{own}");
    }
    for cite in [
        "[question 1 \"Which of the two?\"]", "[follow-up 1 \"Send the book\"]",
        "[check-in 1 of 10 Dec 2026]",
    ] {
        assert!(shared.contains(cite), "{cite}\n{shared}");
    }
    let page = sandbox.ok("review --for-partner --html");
    let cite = "see <span class=\"record\">question 1</span> &quot;Which of the two?&quot;";
    assert!(page.contains(cite), "{page}");
    let [own, shared] = [&["review"][..], &["review", "--for-partner"]]
        .map(|args| sandbox.json(args)["promises"].clone());
    assert_eq!(own, shared, "programs cite by number");
}
