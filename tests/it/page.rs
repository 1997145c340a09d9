//! The content of pages and its order: what is next and what is late comes before what seldom changes.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use crate::html::{PAGES, demo};
use crate::markup::Parsed;
use crate::sandbox::Sandbox;

fn headings(page: &Parsed) -> Vec<&str> {
    page.all("h2").map(|one| one.text.as_str()).collect()
}

fn style(page: &Parsed) -> &str {
    &page.all("style").next().unwrap().text
}

fn has_class(one: &crate::markup::Element, class: &str) -> bool {
    one.get("class") == Some(class)
}

#[test]
fn page_begins_with_next_call_late_items_and_goals() {
    let sandbox = demo();
    sandbox.at("2026-12-01T09:00:00Z");
    let page = Parsed::from_page(&sandbox.ok(PAGES[0]));
    let headings = headings(&page);
    assert_eq!(headings[..3], ["Next check-in", "Overdue", "Goals in progress"]);
    let last = headings.len() - 3;
    assert_eq!(headings[last..], ["Agreement", "People", "Communication norms"]);
    let lines: Vec<&str> = page.all("li").map(|one| one.text.trim()).collect();
    for line in [
        "Check-in 14: Tue 8 Dec 17:00 (12:00 for Ana), 45 min, video",
        "Sam: read the slides (follow-up 11), due Fri 27 Nov, 4 days overdue",
        "Progress review, due Mon 23 Nov, 8 days overdue",
    ] {
        assert!(lines.contains(&line), "{line}: {lines:#?}");
    }
}

#[test]
fn page_of_a_review_begins_like_that_of_the_pair() {
    let sandbox = demo();
    sandbox.at("2026-12-01T09:00:00Z");
    let page = Parsed::from_page(&sandbox.ok("review -p ana --since 2000-01-01 --html"));
    assert_eq!(headings(&page)[..3], ["Next check-in", "Overdue", "Goals in progress"]);
    let count = |heading| headings(&page).iter().filter(|one| **one == heading).count();
    assert_eq!((count("Overdue"), count("Goals in progress")), (1, 1));
    let text = sandbox.ok("review -p ana --since 2000-01-01");
    assert!(!text.contains("Next check-in"), "{text}");
}

#[test]
fn overdue_questions_and_feedback_are_marked_in_their_sections() {
    let sandbox = demo();
    sandbox.at("2026-12-01T09:00:00Z");
    sandbox.ok(
        "feedback add -p ana --from me --kind keep --situation S --behaviour B --impact I --on '20 nov'",
    );
    let page = Parsed::from_page(&sandbox.ok(PAGES[0]));
    let overdue = |anchor: &str| {
        let one = page.all("li").find(|one| one.get("id") == Some(anchor)).unwrap();
        has_class(one, "overdue") && one.text.contains("overdue")
    };
    assert!(overdue("question-2"));
    let is_late = |text: &str| text.contains("stronger? (") && text.ends_with(" overdue)");
    assert!(page.all("li").any(|one| is_late(&one.text)));
    assert!(!overdue("question-1"));
    assert!(
        page.all("li").any(|one| one.text.starts_with("Keep: S: B") && has_class(one, "overdue"))
    );
}

#[test]
fn page_of_an_ended_pair_has_no_next_call() {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("followup add 'me: send it by 2026-12-02'");
    sandbox.at("2026-12-10T09:00:00Z");
    let open = Parsed::from_page(&sandbox.ok(PAGES[0]));
    assert!(headings(&open).contains(&"Overdue"));
    sandbox.ok("end --reason achieved");
    let page = Parsed::from_page(&sandbox.ok(PAGES[0]));
    assert_eq!(headings(&page)[0], "Closing");
    assert!(!headings(&page).contains(&"Overdue"));
}

#[test]
fn agreement_and_people_are_folded_except_in_print() {
    let page = Parsed::from_page(&demo().ok(PAGES[0]));
    let folded: Vec<_> = page.all("details").collect();
    assert_eq!(folded.len(), 3);
    assert!(folded.iter().all(|one| one.get("open").is_none()));
    assert!(folded.iter().all(|one| one.children[0] == "summary"));
    assert!(folded[0].text.contains("Grow into a tech lead"));
    let (_, print) = style(&page).split_once("@media print").unwrap();
    assert!(print.contains("details::details-content { content-visibility: visible;"));
}

#[test]
fn printed_table_leaves_no_single_row_on_a_page() {
    let page = Parsed::from_page(&demo().ok(PAGES[0]));
    let (_, print) = style(&page).split_once("@media print").unwrap();
    for rule in [
        "thead { break-after: avoid; }",
        "tbody tr:nth-child(-n+2) { break-after: avoid; }",
        "tbody tr:nth-last-child(-n+2) { break-before: avoid; }",
        ".facts div, li, tr, figure { break-inside: avoid; }",
    ] {
        assert!(print.contains(rule), "{rule}");
    }
}

#[test]
fn done_and_overdue_differ_in_sign_and_text() {
    let page = Parsed::from_page(&demo().ok(PAGES[0]));
    let of = |class: &str| -> Vec<_> {
        let lines = page.all("li").filter(|one| has_class(one, class));
        lines.map(|one| one.text.as_str()).collect()
    };
    let (done, overdue) = (of("done"), of("overdue"));
    assert!(done.iter().any(|one| one.contains("(follow-up 3), due Thu 11 Jun, done Tue 9 Jun")));
    assert!(!overdue.is_empty());
    assert!(overdue.iter().all(|one| one.contains("overdue")));
    let sign = |class: &str| {
        let rule = format!(".points > .{class} {{ list-style-type: ");
        let (_, rest) = style(&page).split_once(&rule).unwrap();
        rest.split(';').next().unwrap().to_owned()
    };
    assert_ne!(sign("done"), sign("overdue"));
    assert_ne!(sign("open"), sign("overdue"));
    let late: Vec<_> = page.all("p").filter(|one| has_class(one, "late")).collect();
    assert!(late[0].text.ends_with("days past its target date"));
}

#[test]
fn newest_records_come_first() {
    let sandbox = demo();
    for args in PAGES.iter().filter(|args| args[0] != "agenda") {
        let page = Parsed::from_page(&sandbox.ok(args));
        let ids: Vec<_> = page.elements.iter().filter_map(|one| one.get("id")).collect();
        let at = |id: &str| ids.iter().position(|one| *one == id);
        for (newer, older) in [("win-5", "win-1"), ("check-in-13", "check-in-2")] {
            assert!(at(newer).is_some(), "{args:?}: no {newer} in {ids:?}");
            assert!(at(newer) < at(older), "{args:?}: {newer}, {older}");
        }
    }
}

#[test]
fn record_numbers_link_to_records_on_the_page() {
    let page = Parsed::from_page(&demo().ok(PAGES[0]));
    let mut links: Vec<(&str, &str)> = page
        .all("a")
        .filter(|one| has_class(one, "record"))
        .map(|one| (one.text.as_str(), one.get("href").unwrap()))
        .collect();
    links.sort_unstable();
    for link in [
        ("follow-up 11", "#follow-up-11"),
        ("check-in 9", "#check-in-9"),
        ("question 2", "#question-2"),
        ("goal 1", "#goal-1"),
        ("7", "#check-in-7"),
    ] {
        assert!(links.contains(&link), "{link:?}: {links:#?}");
    }
    // The agenda mentions promises, but not the calls that broke them.
    let agenda = Parsed::from_page(&demo().ok("agenda --html"));
    assert!(agenda.all("a").all(|one| one.text != "check-in 9"));
}

/// Returns the weekday letters of the drawn calendar, and the position of 1 November 2026, a Sunday.
fn november(sandbox: &Sandbox) -> (String, String) {
    let page = Parsed::from_page(&sandbox.ok(PAGES[0]));
    let names = "month-2026-11-title month-2026-11-words";
    let mut parts = page.elements.iter();
    parts.find(|one| one.get("aria-labelledby") == Some(names));
    let texts: Vec<_> = parts.filter(|one| one.name == "text").take(8).collect();
    let letters = texts[..7].iter().map(|one| one.text.as_str()).collect();
    assert_eq!(texts[7].text, "1");
    (letters, texts[7].get("x").unwrap().to_owned())
}

#[test]
fn calendar_weeks_begin_on_the_configured_day() {
    let sandbox = demo();
    assert_eq!(november(&sandbox), ("MTWTFSS".to_owned(), "130".to_owned()));
    sandbox.ok("config set week_starts sunday");
    assert_eq!(november(&sandbox), ("SMTWTFS".to_owned(), "10".to_owned()));
}

#[test]
fn dates_have_one_format_and_do_not_wrap() {
    let is_iso = |text: &str| {
        text.as_bytes().windows(10).any(|part| {
            part.iter().enumerate().all(|(at, byte)| match at {
                4 | 7 => *byte == b'-',
                _ => byte.is_ascii_digit(),
            })
        })
    };
    let sandbox = demo();
    for args in PAGES {
        let page = Parsed::from_page(&sandbox.ok(args));
        let body = page.all("body").next().unwrap();
        assert!(!is_iso(&body.text), "{args:?}: {}", body.text);
        assert!(
            style(&page)
                .contains(".date, .length, .record, .overdue > .state { white-space: nowrap; }")
        );
        assert!(page.all("span").any(|one| has_class(one, "date")), "{args:?}");
    }
    assert!(is_iso("Active since 2026-05-28"));
}

#[test]
fn promises_have_the_same_names_on_a_page_and_in_text() {
    let sandbox = demo();
    let page = Parsed::from_page(&sandbox.ok(PAGES[0]));
    let heads: Vec<_> = page.all("th").map(|one| one.text.as_str()).collect();
    for name in ["Replies2 working days", "Reviewsevery 12 weeks"] {
        assert!(heads.contains(&name), "{name}: {heads:?}");
    }
    let printed = page.elements.iter().filter(|one| one.text == "Promises kept");
    // Once in the table of contents and once as a heading.
    assert_eq!(
        printed.filter(|one| ["a", "h2", "caption"].contains(&one.name.as_str())).count(),
        2
    );
    assert!(sandbox.ok("progress").contains("\n      replies  "));
}

#[test]
fn progress_can_be_printed_as_html() {
    let sandbox = demo();
    let page = Parsed::from_page(&sandbox.ok("progress --html"));
    let printed = headings(&page);
    for heading in ["Goals in progress", "Skills", "Wins", "Check-ins", "Promises kept"] {
        assert!(printed.contains(&heading), "{heading}: {printed:?}");
    }
    let text = sandbox.ok("progress --markdown --goal 1");
    assert!(text.starts_with("# Progress of Ana Díaz with Sam Rivera\n"));
    assert!(text.contains("## Goals in progress\n\n- Lead a design review (goal 1)"));
    assert_eq!(sandbox.run("progress --html --json").status, 2);
}

#[test]
fn report_overwrites_a_file_only_with_force() {
    let sandbox = Sandbox::with_pair();
    let at = |name: &str| sandbox.home.path().join(name).display().to_string();
    let report = |file: &str, more: &[&str]| {
        let args = ["review", "--markdown", "-o", file];
        sandbox.run(&[&args[..], more].concat())
    };
    let file = at("ana.md");
    fs::write(&file, "old").unwrap();
    assert_eq!(report(&file, &[]).status, 4);
    assert_eq!(fs::read_to_string(&file).unwrap(), "old");
    assert_eq!(report(&file, &["--force"]).status, 0);
    assert!(fs::read_to_string(&file).unwrap().starts_with("# Progress"));
    let mode = fs::metadata(&file).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    // `--force` also works without an existing file.
    assert_eq!(report(&at("new.md"), &["--force"]).status, 0);
    assert_eq!(sandbox.run("review --markdown --force").status, 2);
}

#[test]
fn report_never_overwrites_data_or_special_files() {
    let sandbox = Sandbox::with_pair();
    let data = sandbox.db();
    let before = fs::read(&data).unwrap();
    let db = data.display().to_string();
    let args = ["review", "--markdown", "--force", "-o", &db];
    let refused = sandbox.run(&args);
    assert_eq!(refused.status, 4);
    assert!(refused.to_string().contains("is a data file"), "{refused}");
    assert_eq!(fs::read(&data).unwrap(), before);
    let folder = sandbox.home.path().display().to_string();
    let args = ["review", "--markdown", "--force", "-o", &folder];
    assert_eq!(sandbox.run(&args).status, 4);
}
