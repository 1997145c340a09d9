//! Records dated before the beginning of a mentorship or after its end are refused.

use crate::sandbox::Sandbox;

const CHANGES: &[&[&str]] = &[
    &["log", "Talked", "--at", "DAY 10:00"],
    &["log", "Talked", "--at", "DAY"],
    &["win", "add", "Shipped", "--on", "DAY"],
    &["followup", "done", "1", "--on", "DAY"],
    &["goal", "progress", "1", "40", "--on", "DAY"],
    &["goal", "done", "1", "--on", "DAY"],
    &["topic", "done", "1", "--on", "DAY"],
    &[
        "feedback", "add", "--behaviour", "Clear", "--impact", "We begin on time", "--situation",
        "The call", "--kind", "keep", "--from", "me", "--on", "DAY",
    ],
    &["question", "add", "Why?", "--at", "DAY 10:00"],
    &["insight", "add", "Ask first", "--on", "DAY"],
    &["approach", "add", "Pairing", "--on", "DAY"],
    &["review", "record", "--improve", "Less review", "--on", "DAY"],
    &["skill", "rate", "1", "3", "--evidence", "A talk", "--on", "DAY"],
    &["person", "edit", "ana", "--tz", "Asia/Tokyo", "--from", "DAY"],
    &["checkin", "edit", "1", "--at", "DAY 10:00"],
    &["end", "--reason", "achieved", "--on", "DAY"],
];

fn typed(change: &[&str], day: &str) -> Vec<String> {
    change.iter().map(|arg| arg.replace("DAY", day)).collect()
}

/// Makes a pair that was added on Tuesday 1 December, nine days before the present moment.
fn begun() -> Sandbox {
    let sandbox = Sandbox::with_pair();
    sandbox.at("2026-12-02T09:00:00Z");
    sandbox.ok("followup add 'me: send the book'");
    sandbox.ok("goal add 'Lead the reviews'");
    sandbox.ok("topic add 'How to say no'");
    sandbox.ok("skill add Delegation");
    sandbox.ok("log 'The first talk'");
    sandbox.at("2026-12-10T09:00:00Z");
    sandbox
}

fn run(sandbox: &Sandbox, args: &[String]) -> (u8, String) {
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let output = sandbox.run(&args);
    (output.status, output.stderr)
}

#[test]
fn every_change_dated_before_the_beginning_is_refused() {
    let sandbox = begun();
    let before = sandbox.ok("export");
    for change in CHANGES {
        let (status, message) = run(&sandbox, &typed(change, "2026-11-20"));
        assert_eq!(status, 4, "{change:?}\n{message}");
        let sentence = "Fri 20 Nov is before `ana` began on Tue 1 Dec";
        assert!(message.contains(sentence), "{change:?}\n{message}");
        assert!(message.contains("mentor pair edit ana --since 2026-11-20"), "{message}");
    }
    assert_eq!(sandbox.ok("export"), before);
}

#[test]
fn same_changes_are_accepted_once_the_beginning_is_earlier() {
    for change in CHANGES {
        let sandbox = begun();
        sandbox.ok("pair edit --since 2026-11-01");
        let day = match change[0] {
            // The only call was held the day after the pair was added.
            "end" => "2026-12-03",
            _ => "2026-11-20",
        };
        let (status, message) = run(&sandbox, &typed(change, day));
        assert_eq!(status, 0, "{change:?}\n{message}");
    }
}

#[test]
fn first_day_of_the_agreement_counts_as_the_beginning() {
    let sandbox = begun();
    sandbox.ok("agree --starts 2026-11-15 --cadence 'every 2 weeks'");
    sandbox.ok("win add Shipped --on 2026-11-15");
    let message = sandbox.refused("win add Shipped --on 2026-11-14");
    assert!(message.contains("before `ana` began on Sun 15 Nov"), "{message}");
}

#[test]
fn pair_can_be_added_with_the_day_it_began() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("pair add ben --mentee Ben --since '1 sep'");
    sandbox.ok("log Met -p ben --at '2026-09-01 10:00'");
    let message = sandbox.refused("log Met -p ben --at '2026-08-30 10:00'");
    assert!(message.contains("before `ben` began on Tue 1 Sep"), "{message}");
    let message = sandbox.refused("pair edit ben --since 2026-12-24");
    assert!(message.contains("is in the future"), "{message}");
}

#[test]
fn changes_dated_between_an_end_and_the_resumption_are_refused() {
    let sandbox = begun();
    sandbox.ok("end --reason achieved");
    sandbox.at("2027-02-10T09:00:00Z");
    sandbox.ok("pair resume ana");
    sandbox.at("2027-02-20T09:00:00Z");
    for change in CHANGES {
        // A zone belongs to the person, and can also change while none of their pairs is active.
        if change[0] == "person" {
            continue;
        }
        let (status, message) = run(&sandbox, &typed(change, "2027-01-15"));
        assert_eq!(status, 4, "{change:?}\n{message}");
        let sentence = "Fri 15 Jan is after `ana` had ended on Thu 10 Dec 2026";
        assert!(message.contains(sentence), "{change:?}\n{message}");
    }
    for day in ["2026-12-10", "2027-02-10"] {
        sandbox.ok(&["win", "add", "Shipped", "--on", day]);
    }
}

#[test]
fn pair_can_not_end_before_its_last_call() {
    let sandbox = begun();
    let message = sandbox.refused("end --reason achieved --on 2026-12-01");
    assert!(message.contains("check-in 1 was held on Wed 2 Dec"), "{message}");
    sandbox.ok("end --reason achieved --on 2026-12-02");
}

#[test]
fn csv_line_with_a_day_before_the_beginning_is_left_out() {
    let sandbox = begun();
    let sheet = sandbox.file("wins.csv", "title,on\nShipped,2026-12-05\nHired,2026-11-03\n");
    let output = sandbox.run(&["import", "--csv", &sheet, "--as", "win", "--yes"]);
    assert_eq!(output.status, 0, "{output}");
    assert!(output.stderr.contains("line 3, `on`: Tue 3 Nov is before `ana` began"), "{output}");
    let wins = sandbox.json("win list");
    let titles: Vec<_> =
        wins["items"].as_array().unwrap().iter().map(|win| &win["title"]).collect();
    assert_eq!(titles, ["Shipped"]);
    let sheet = sandbox.file("hired.csv", "title,on\nHired,2026-11-03\n");
    sandbox.refused(&["import", "--csv", &sheet, "--as", "win", "--yes"]);
}

/// If the other person's date was still the day before when the pair was added, that day belongs to the pair too.
#[test]
fn beginning_is_the_earlier_of_the_two_sides_dates() {
    let sandbox = Sandbox::new();
    sandbox.ok("init --name Kei --tz Pacific/Auckland");
    sandbox.ok("pair add ana --mentee Ana --tz Pacific/Honolulu");
    sandbox
        .ok("feedback add --behaviour Clear --impact 'We begin on time' --situation 'The call' \
         --kind keep --from them --on today");
}

#[test]
fn days_in_refusals_are_written_in_the_users_style() {
    let sandbox = begun();
    sandbox.ok("config set dates american");
    let message = sandbox.refused("win add Shipped --on 2026-11-20");
    assert!(message.contains("Fri Nov 20 is before `ana` began on Tue Dec 1"), "{message}");
    let message = sandbox.refused("review --since 2027-01-05");
    assert!(message.contains("(Tue Jan 5, 2027) is after Thu Dec 10"), "{message}");
}
