//! HTML pages: valid markup that is self-contained, loads nothing and is accessible.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::sync::OnceLock;

use crate::markup::Parsed;
use crate::sandbox::Sandbox;

/// The commands of all pages.
pub const PAGES: [&[&str]; 5] = [
    &["pair", "show", "--html"],
    &["review", "--since", "2020-01-01", "--html"],
    &["end", "show", "--html"],
    &["agenda", "--html"],
    &["progress", "--html"],
];

/// Markup, terminal control sequences, bidirectional overrides, stacked combining marks, an endless word, and other
/// scripts.
pub fn hostile_texts() -> Vec<String> {
    vec![
        "\"'><script>alert(1)</script><img src=http://x.example/ onerror=alert(1)>".to_owned(),
        "</style></title></svg><style>*{display:none}".to_owned(),
        "&lt;b&gt; &amp; <b>bold</b> <!-- --> ]]>".to_owned(),
        "a\u{1b}]52;c;aGk=\u{7}b\u{9b}31mc\u{202e}d\u{7f}e\u{2066}f".to_owned(),
        format!("Z{}algo", "\u{301}\u{334}".repeat(230)),
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk".repeat(9),
        "設計審査を主導する：大きな目標について話し合いましょう。".repeat(8),
        "👩‍👩‍👧👨🏽‍👩🏽‍👧🏽‍👦🏽🏴󠁧󠁢󠁥󠁮󠁧󠁿🇪🇺".repeat(8),
        "قيادة مراجعة التصميم (2026) و\"قول لا\"".to_owned(),
    ]
}

/// Makes a mentorship with hostile texts in all fields.
pub fn hostile() -> Sandbox {
    static MADE: OnceLock<Vec<u8>> = OnceLock::new();
    with_file(MADE.get_or_init(|| {
        let sandbox = all_hostile();
        fs::read(sandbox.db()).unwrap()
    }))
}

/// Makes the sample data of `mentor demo`.
pub fn demo() -> Sandbox {
    static MADE: OnceLock<Vec<u8>> = OnceLock::new();
    with_file(MADE.get_or_init(|| {
        let sandbox = Sandbox::new();
        let answer = sandbox.json("demo");
        fs::read(answer["db"].as_str().unwrap()).unwrap()
    }))
}

/// Makes a sandbox with this data file, whose pair in use is `ana`. Such a file takes a hundred commands, so each is
/// made only once.
fn with_file(bytes: &[u8]) -> Sandbox {
    let sandbox = Sandbox::new();
    let path = sandbox.home.path().join("made.db");
    fs::write(&path, bytes).unwrap();
    let mut vars = sandbox.vars.borrow_mut();
    vars.insert("MENTOR_DB".into(), path.display().to_string());
    vars.insert("MENTOR_PAIR".into(), "ana".into());
    drop(vars);
    sandbox.at("2026-12-12T09:00:00Z");
    sandbox
}

fn all_hostile() -> Sandbox {
    let sandbox = Sandbox::new();
    let texts = hostile_texts();
    let (script, word, tower) = (&texts[0], &texts[5], &texts[4]);
    sandbox.ok(&["init", "--name", script, "--tz", "Europe/London"]);
    sandbox.ok(&["pair", "add", "ana", "--mentee", word, "--prefers", script]);
    sandbox.ok(&["person", "edit", "ana", "--called", tower, "--needs", word]);
    let terms = ["agree", "--purpose", script, "--cadence", "every 2 weeks", "--off-limits", word];
    sandbox.ok(&terms);
    for (at, text) in texts.iter().enumerate() {
        let day = at + 1;
        let goal = day.to_string();
        sandbox.at(&format!("2026-12-{day:02}T09:00:00Z"));
        sandbox.ok(&["goal", "add", text, "--why", text, "--by", "2027-01-20"]);
        sandbox.ok(&["goal", "progress", &goal, "40", "--note", text]);
        sandbox.ok(&["goal", "confidence", &goal, "6"]);
        sandbox.ok(&["goal", "edit", &goal, "--by", "2027-02-20", "--because", text]);
        sandbox.ok(&["skill", "add", text, "--aim", "4"]);
        sandbox.ok(&["skill", "rate", &goal, "2", "--by", "mentor", "--evidence", text]);
        sandbox.ok(&["topic", "add", text, "--yes"]);
        sandbox.ok(&["followup", "add", &format!("them: {text} by 2026-12-20")]);
        sandbox.ok(&["win", "add", text, "--goal", &goal]);
        sandbox.ok(&["log", text, "--decision", text, "--insight", text]);
        sandbox.ok(&["question", "ask", text, "--from", "mentee"]);
        let feedback = ["feedback", "add", "--from", "mentor", "--kind", "keep"];
        let message = ["--situation", text, "--behaviour", text, "--impact", text];
        sandbox.ok(&[&feedback[..], &message].concat());
    }
    sandbox.ok(&["away", "add", "2026-12-12", "2026-12-14", "--who", "them", "--because", script]);
    sandbox
}

#[test]
fn every_page_is_valid_and_accessible() {
    for sandbox in [Sandbox::with_pair(), demo(), hostile()] {
        for args in PAGES {
            let faults = Parsed::from_page(&sandbox.ok(args)).faults();
            assert!(faults.is_empty(), "{args:?}: {faults:#?}");
        }
    }
}

#[test]
fn markup_checks_detect_every_fault() {
    let page = demo().ok(PAGES[0]);
    for (place, fault, found) in [
        ("<main>", "<main><img src=\"http://x.example/a.png\">", "img has src"),
        ("<main>", "<main><script>1</script>", "there is a script"),
        ("<main>", "<main><p onclick=\"x\">y</p>", "p has onclick"),
        ("<main>", "<main><a href=\"http://x.example\">y</a>", "leads to http"),
        (":root {", "@import 'x.css'; :root {", "the style fetches"),
        ("lang=\"en\"", "", "no language"),
        ("<main>", "<main><h4>y</h4>", "h4 comes after h1"),
        ("<main>", "<main><h1>y</h1>", "2 of h1"),
        ("id=\"goal-1\"", "id=\"goal-2\"", "goal-2 is there twice"),
        ("href=\"#section-0\"", "href=\"#nowhere\"", "nowhere"),
        ("<caption>", "<tbody>", "no caption"),
        ("<th scope=\"row\">", "<th>", "no scope"),
        ("role=\"img\"", "", "a drawing says nothing"),
        ("</section>", "</div>", "Unexpected"),
    ] {
        assert!(page.contains(place), "{place} is not on the page");
        let faults = Parsed::from_page(&page.replacen(place, fault, 1)).faults().join("\n");
        assert!(faults.contains(found), "{fault}: {faults}");
    }
}

#[test]
fn hostile_texts_are_shown_unchanged() {
    let page = Parsed::from_page(&hostile().ok(PAGES[0]));
    let body = page.all("body").next().unwrap();
    for text in hostile_texts().iter().filter(|text| !text.contains(['\u{1b}', '\u{301}'])) {
        assert!(body.text.contains(text.as_str()), "{text}");
    }
    assert!(body.text.contains("a\\u{1b}]52;c;aGk=\\u{7}b\\u{9b}31mc\\u{202e}d"));
}

#[test]
fn every_drawing_has_a_text_alternative() {
    let page = Parsed::from_page(&demo().ok(PAGES[0]));
    let printed: Vec<&str> = page.all("desc").map(|one| one.text.as_str()).collect();
    for words in [
        "Progress: 10% on ", "Confidence from 1 to 10: 3 on ", "Wins on ", "Sam: 3 on ",
        "Ana: 2 on ", ": held", ": cancelled by Ana: ill", "5 of 7 kept",
    ] {
        assert!(printed.iter().any(|one| one.contains(words)), "{words}: {printed:#?}");
    }
}

#[test]
fn pages_for_the_partner_show_nothing_private() {
    let sandbox = Sandbox::with_agreement();
    let secret = "hush-hush";
    sandbox.ok(&["goal", "add", secret, "--private"]);
    sandbox.ok(&["goal", "progress", "1", "40", "--note", secret]);
    sandbox.ok(&["skill", "add", secret, "--private"]);
    sandbox.ok(&["topic", "add", secret, "--private"]);
    sandbox.ok(&["followup", "add", &format!("me: {secret} by 2026-12-02"), "--private"]);
    sandbox.ok(&["win", "add", secret, "--private"]);
    sandbox.ok(&["question", "ask", secret, "--from", "them", "--private"]);
    sandbox.ok(&["resource", "add", secret, "--private"]);
    sandbox.ok(&["option", "add", secret, "--private"]);
    sandbox.ok(&["introduction", "add", secret, "--private"]);
    sandbox.ok(&["approach", "add", secret, "--worked", "yes", "--private"]);
    sandbox.ok(&["log", secret, "--private", "--decision", secret, "--next-topic", secret]);
    sandbox.ok(&["log", "Open", "--private-note", secret, "--feeling", secret]);
    sandbox.ok(&["review", "record", "--next", secret, "--private"]);
    sandbox.ok(&["person", "edit", "ana", "--notes", secret]);
    let away = ["away", "add", "2026-12-05", "2026-12-06", "--because", secret, "--private"];
    sandbox.ok(&away);
    let message = ["--situation", secret, "--behaviour", secret, "--impact", secret, "--private"];
    sandbox
        .ok(&[&["feedback", "add", "--from", "mentor", "--kind", "keep"][..], &message].concat());
    sandbox.at("2026-12-10T09:00:00Z");
    let reports =
        [&["review", "--since", "2026-01-01"][..], &["end", "show"], &["agenda"], &["progress"]];
    let mut asked: Vec<Vec<&str>> = reports.iter().map(|args| args.to_vec()).collect();
    asked.extend(reports.iter().map(|args| [args, &["--json"][..]].concat()));
    for report in [reports[0], reports[1], reports[2], &["pair", "show"]] {
        asked.push([report, &["--html"]].concat());
        asked.push([report, &["--markdown"]].concat());
    }
    for args in asked {
        let open = sandbox.ok(&args);
        let shared = sandbox.ok(&[&args[..], &["--for-partner"]].concat());
        assert!(!shared.contains(secret), "{args:?}\n{shared}");
        // The partner must not see the number of a private follow-up either.
        assert!(!shared.contains("follow-up 1"), "{args:?}\n{shared}");
        let says = open.contains(secret) || open.contains("follow-up 1");
        assert!(says || args.contains(&"--json"), "{args:?} has nothing private\n{open}");
    }
}

#[test]
fn a_command_on_a_page_is_code_and_names_the_pair() {
    let sandbox = Sandbox::with_pair();
    let suggestion = |args: &str| sandbox.ok(args).lines().last().unwrap_or_default().to_owned();
    let text = "  • agree on the next date (`mentor checkin next` suggests one)";
    assert_eq!(suggestion("agenda"), text);
    sandbox.ok("pair add kim --mentee Kim");
    let page = sandbox.ok("agenda -p ana --html");
    assert!(page.contains("(<code>mentor checkin next -p ana</code> suggests one)"), "{page}");
    assert!(!page.contains('`'), "{page}");
    let markdown = suggestion("agenda -p ana --markdown");
    assert_eq!(markdown, "- agree on the next date (`mentor checkin next -p ana` suggests one)");
    let progress = sandbox.ok("progress -p ana");
    assert!(progress.contains("start with `mentor goal add -p ana`"), "{progress}");
}

#[test]
fn page_file_is_private_and_never_overwrites() {
    let sandbox = Sandbox::with_pair();
    let path = sandbox.home.path().join("ana.html");
    let shown = path.display().to_string();
    let args = ["pair", "show", "ana", "--html", "--out", &shown];
    insta::assert_snapshot!(sandbox.run(&args), @"
    --- stderr ---
    Wrote the report (includes private records) to `~/ana.html`
    ");
    let mode = fs::metadata(&path).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert_eq!(fs::read_to_string(&path).unwrap(), sandbox.ok(PAGES[0]));
    insta::assert_snapshot!(sandbox.run(&args), @"
    --- stderr ---
    error: `~/ana.html` already exists
    hint: choose another file, or replace it with `--force`
    [exit 4]
    ");
}

#[test]
fn html_and_other_formats_exclude_each_other() {
    let sandbox = Sandbox::with_pair();
    for args in [
        &["review", "--html", "--markdown"][..],
        &["review", "--html", "--json"],
        &["review", "--out", "x.html"],
    ] {
        assert_eq!(sandbox.run(args).status, 2, "{args:?}");
    }
}
