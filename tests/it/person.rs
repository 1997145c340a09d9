//! `mentor person`

use crate::json::must_fit;
use crate::sandbox::Sandbox;

/// What Ana needs, prefers and avoids.
fn known() -> Sandbox {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok(&[
        "person",
        "edit",
        "ana",
        "--called",
        "Ana, with a long first A",
        "--language",
        "Spanish, English",
        "--prefers",
        "written first, then talk",
        "--needs",
        "The agenda a day before",
        "--avoids",
        "Calls before ten",
        "--holidays",
        "8 December",
    ]);
    sandbox
}

#[test]
fn what_serves_a_person_stands_on_their_card() {
    insta::assert_snapshot!(known().run(&["person", "show", "ana"]), @"
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
fn it_leads_the_agenda_and_ends_the_brief() {
    let sandbox = known();
    let agenda = sandbox.ok(&["agenda"]);
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
    let brief = sandbox.ok(&["brief"]);
    assert!(
        brief.contains(
            "\nin mind     Ana, with a long first A; prefers written first, then talk; needs"
        ),
        "{brief}"
    );
}

#[test]
fn a_change_is_taken_back_whole() {
    let sandbox = known();
    sandbox.takes_back(&["person", "edit", "ana", "--needs", "Captions"]);
    sandbox.takes_back(&["person", "edit", "ana", "--called", "Anita"]);
}

#[test]
fn every_answer_fits_its_schema() {
    let sandbox = known();
    must_fit("person", &sandbox.json(&["person", "show", "ana"]));
    must_fit(
        "person",
        &sandbox.json(&["person", "edit", "ana", "--avoids", "Jokes"]),
    );
    must_fit("brief", &sandbox.json(&["brief"]));
}

#[test]
fn nobodys_details_change_unless_they_are_named() {
    let sandbox = Sandbox::with_pair();
    let output = sandbox.run(&["person", "edit", "--tz", "Asia/Tokyo"]);
    assert_eq!(output.status, 2, "{output}");
    assert!(output.stderr.contains("`mentor person edit ana ...`"));
    assert_eq!(
        sandbox.json(&["person", "show", "ana"])["item"]["zone"],
        "America/Bogota"
    );
}

#[test]
fn an_edit_says_what_it_changed() {
    let sandbox = Sandbox::with_pair();
    let output = sandbox.run(&["person", "edit", "ana", "--tz", "Asia/Tokyo"]);
    assert_eq!(
        output.stderr,
        "Updated Ana Díaz: time zone Asia/Tokyo (was America/Bogota)\n"
    );
}

#[test]
fn the_system_names_the_user() {
    let sandbox = Sandbox::new();
    sandbox.passwd("sam:x:1000:1000:Sam Rivera,,,:/home/sam:/bin/sh\n");
    sandbox.ok(&["init"]);
    assert_eq!(
        sandbox.json(&["person", "show", "me"])["item"]["name"],
        "Sam Rivera"
    );
}

#[test]
fn where_the_system_has_no_name_a_script_goes_on_without() {
    let sandbox = Sandbox::new();
    sandbox.passwd("");
    sandbox
        .vars
        .borrow_mut()
        .insert("USER".to_owned(), String::new());
    sandbox.ok(&["pair", "add", "ana", "--mentee", "Ana"]);
    assert_eq!(
        sandbox.json(&["person", "show", "me"])["item"]["name"],
        "Me"
    );
}
