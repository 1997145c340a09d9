//! Pulses of a shared pair: each side answers in its own file, and neither waits for the other.

use crate::sandbox::Sandbox;
use crate::share::TwoPeople;

fn answer(one: &Sandbox) -> String {
    let figures =
        ["--rhythm", "--follow-through", "--candour", "--challenge", "--support", "--progress"];
    let mut args = vec!["pulse", "answer"];
    for figure in figures {
        args.extend([figure, "3"]);
    }
    one.run(&args).to_string()
}

/// Returns the side and title of each due item about a pulse.
fn due(one: &Sandbox) -> Vec<(String, String)> {
    let listed = one.json("due --within 90d");
    let items = listed["items"].as_array().unwrap().iter();
    let pulses = items.filter(|item| item["kind"] == "pulse");
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    pulses.map(|item| (text(&item["owner"]), text(&item["title"]))).collect()
}

/// Whether the agenda for the partner lists the pulse, shortly before it is due.
fn is_asked_of_the_partner(one: &Sandbox) -> bool {
    one.at("2026-12-07T09:00:00Z");
    let due = one.json("agenda --for-partner")["due"].to_string();
    one.at("2026-12-01T09:00:00Z");
    due.contains("answer the pulse")
}

#[test]
fn each_side_waits_for_its_own_pulse_answer_only() {
    let both = TwoPeople::by_file();
    both.sam.ok("pulse ask");
    both.to_ana();
    let ask = |side: &str| vec![(side.to_owned(), "answer the pulse".to_owned())];
    let next = vec![(String::new(), "start a pulse check".to_owned())];
    assert_eq!(due(&both.sam), ask("mentor"));
    assert_eq!(due(&both.ana), ask("mentee"));
    insta::assert_snapshot!(answer(&both.sam), @"
    --- stderr ---
    Saved Sam's answers to pulse 1
    note: Ana answers in Ana's own file, and the answers stay there: talk about them when you meet
    ");
    insta::assert_snapshot!(both.sam.ok("pulse show 1"), @"
    Pulse 1: asked on 1 Dec 2026
      pair         ana
      on           Tue 1 Dec
      state        open since Tue 1 Dec
      answered by  Sam
      differences  Ana's answers stay in Ana's file
    ");
    let shown = both.sam.json("pulse show 1");
    assert_eq!(shown["item"]["waits_for"], serde_json::json!([]));
    both.to_ana();
    assert_eq!(due(&both.sam), next);
    assert_eq!(due(&both.ana), ask("mentee"));
    let shown = both.ana.json("pulse show 1");
    assert_eq!(shown["item"]["waits_for"], serde_json::json!(["mentee"]));
    for report in ["status", "agenda", "due"] {
        let printed = both.sam.ok(&[report]);
        assert!(!printed.contains("answer the pulse"), "{printed}");
    }
    // Whether Sam has answered is not for Ana's paper, and she is asked in her own file.
    assert!(!is_asked_of_the_partner(&both.sam));
    answer(&both.ana);
    assert_eq!(due(&both.ana), next);
    // The next pulse closes the previous one for both.
    for one in [&both.sam, &both.ana] {
        one.at("2027-02-20T09:00:00Z");
    }
    both.ana.ok("pulse ask");
    both.to_sam();
    assert_eq!(due(&both.sam), ask("mentor"));
    for one in [&both.sam, &both.ana] {
        let state = |number: &str| one.json(&["pulse", "show", number])["item"]["state"].clone();
        assert_eq!([state("1"), state("2")], ["answered", "open"]);
    }
}

/// Control: if the other side has no file, it is asked in this one.
#[test]
fn partner_without_a_file_is_asked_here() {
    let sam = Sandbox::with_agreement();
    sam.ok("pulse ask");
    answer(&sam);
    let ask = ("mentee".to_owned(), "answer the pulse".to_owned());
    assert_eq!(due(&sam), [ask]);
    assert!(is_asked_of_the_partner(&sam));
    let again = sam.run(&["pulse", "ask"]);
    assert_eq!(again.status, 4, "{again}");
}
