//! Three users at a terminal, from the first key on: the tests read what they see on the screen.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::too_many_lines,
    reason = "a test may stop at once; a day is told in one piece"
)]

use crate::real::Home;
use crate::screen::{DOWN, ENTER, ESCAPE, SPACE, User};

#[path = "real/command_line.rs"]
mod command_line;
#[path = "real/folder.rs"]
mod folder;
#[allow(dead_code, reason = "other tests use more of it")]
mod real;
#[path = "real/screen.rs"]
mod screen;

/// Fails unless each of these texts is on the screen.
#[track_caller]
fn shows(screen: &str, lines: &[&str]) {
    for line in lines {
        assert!(screen.contains(line), "no `{line}` on\n{screen}");
    }
}

/// Answers a prompt with words and Enter.
fn answers(user: &mut User, question: &str, words: &str) {
    user.sees(question);
    if !words.is_empty() {
        user.says(words);
    }
    user.press(&[ENTER]);
}

#[test]
fn first_day_of_an_engineer() {
    let home = Home::new();
    let mut sam = User::at_home(&home, "2026-12-01T09:00:00Z", &[]);
    sam.begins("mentor init");
    answers(&mut sam, "What is your name? [sam]", "Sam Rivera");
    answers(&mut sam, "large city are you in? [Europe/London]", "");
    answers(&mut sam, "When do you work? [09:00-17:00]", "08:00-18:00");
    shows(&sam.ends(), &["You are Sam Rivera, in Europe/London, working mon-fri 08:00-18:00"]);

    sam.begins("mentor pair add");
    answers(&mut sam, "Who is the other person?", "");
    answers(&mut sam, "What is their name?", "Deepa Rao");
    answers(&mut sam, "Short name for this pair? [deepa]", "");
    answers(&mut sam, "large city are they in?", "kolkata");
    answers(&mut sam, "When do they work?", "");
    shows(&sam.ends(), &["Added pair `deepa`: Sam Rivera mentors Deepa Rao"]);
    sam.runs("mentor pair add omar --mentor 'Omar Haddad' --tz Africa/Cairo");

    sam.begins("mentor agree -p deepa");
    answers(&mut sam, "1 of 9  What is this mentorship for?", "Grow into a tech lead");
    answers(&mut sam, "When does it end?", "2027-06-01");
    answers(&mut sam, "How often do you meet?", "every 2 weeks");
    answers(&mut sam, "How long is a check-in?", "45m");
    answers(&mut sam, "How quickly does the mentor", "2 working days");
    answers(&mut sam, "the mentee answer questions? [2 working days]", "");
    answers(&mut sam, "What does the mentor expect?", "Comes with an agenda");
    answers(&mut sam, "and?", "");
    answers(&mut sam, "What does the mentee expect?", "Honest feedback");
    answers(&mut sam, "and?", "");
    sam.reads("9 of 9  Add other terms now");
    sam.press(&[DOWN, ENTER]);
    answers(&mut sam, "10 of 19  When does it start?", "today");
    answers(&mut sam, "Where do you meet?", "video");
    answers(&mut sam, "How quickly do you respond to feedback?", "5 working days");
    answers(&mut sam, "How much notice do you give to cancel", "24h");
    answers(&mut sam, "How often do you review progress?", "8 weeks");
    answers(&mut sam, "When is the first joint review?", "");
    answers(&mut sam, "What stays between you?", "What is said stays here");
    answers(&mut sam, "Which topics are off limits?", "Family");
    answers(&mut sam, "and?", "");
    answers(&mut sam, "Who can help if you disagree?", "");
    answers(&mut sam, "19 of 19  How much notice do you give to end", "7 days");
    shows(
        &sam.ends(),
        &["\u{2714} Cadence  every 2 weeks", "Recorded version 1 of the agreement with Deepa"],
    );
    sam.runs("mentor goal add 'Lead a design review' --by 2027-03-01 -p deepa");
    sam.runs("mentor goal add 'Say no without guilt' -p deepa");
    sam.runs("mentor goal progress 1 40% -p deepa");
    sam.runs("mentor topic add 'How the review went' -p deepa");
    sam.runs("mentor topic add 'Pace of the team' -p deepa");
    sam.runs("mentor followup add 'me: send the slides by thu' -p deepa");
    let planned = sam.runs("mentor checkin add 'thu 10:00' -p deepa");
    shows(&planned, &["Planned check-in 1 with Deepa on Thu 3 Dec 10:00 (15:30 for Deepa)"]);
    let agenda = sam.runs("mentor agenda -p deepa");
    shows(&agenda, &["Agenda: Sam Rivera and Deepa Rao", "Pace of the team"]);

    sam.runs("export MENTOR_NOW=2026-12-03T11:00:00Z");
    log_by_questions(&mut sam);

    shows(&sam.runs("mentor due -p deepa"), &["draft the RFC"]);
    let review = sam.runs("mentor review -p deepa");
    shows(&review, &["Lead a design review (goal 1)", "55%", "Wrote the first RFC alone"]);
    sam.runs("mentor pair show --html -o deepa.html -p deepa");
    let page = std::fs::read_to_string(home.path().join("deepa.html")).unwrap();
    shows(&page, &["Deepa Rao", "Talked about scope"]);
}

/// A usual log, which takes at most 40 keys besides the texts.
fn log_by_questions(sam: &mut User) {
    sam.begins("mentor log -p deepa");
    sam.keys = 0;
    answers(sam, "What did you talk about?", "Talked about scope: what to \"drop\", and when");
    sam.reads("Check-in 1 with Deepa Rao, Thu 3 Dec 10:00 (15:30 for Deepa)");
    sam.sees("Which topics did you cover?");
    sam.press(&[SPACE, DOWN, SPACE, ENTER]);
    sam.sees("Which follow-ups are done?");
    sam.press(&[SPACE, ENTER]);
    answers(sam, "Who does what next?", "Deepa: draft the RFC by fri");
    answers(sam, "and?", "");
    answers(sam, "How far along is \"Lead a design review\"? [40%]", "55");
    answers(sam, "How far along is \"Say no without guilt\"?", "");
    answers(sam, "What went well?", "Wrote the first RFC alone");
    answers(sam, "and?", "");
    answers(sam, "What advice was given?", "");
    // Goes back one prompt to correct the win, and forward again.
    sam.sees("How long did it take? [45]");
    sam.press(&[ESCAPE]);
    answers(sam, "What advice was given?", "Name the cost of a yes");
    answers(sam, "and?", "");
    answers(sam, "How long did it take? [45]", "");
    answers(sam, "When is the next check-in? [Thu 17 Dec 10:00]", "");
    assert!(sam.keys <= 40, "{} keys", sam.keys);
    let screen = sam.ends();
    shows(
        &screen,
        &[
            "\u{2714} Covered  1 How the review went; 2 Pace of the team",
            "\u{2714} Lead a design review  55",
            "\u{2714} Minutes  45",
            "\u{2714} Next check-in  Thu 17 Dec 10:00",
            "Logged check-in 1 with Deepa on Thu 3 Dec 10:00 (15:30 for Deepa), 45 min",
            "Completed follow-up 1 (Sam): send the slides",
            "Goal 1 is now at 55%: Lead a design review",
            "Planned check-in 2 with Deepa on Thu 17 Dec 10:00 (15:30 for Deepa), 45 min",
        ],
    );
    // Each answered prompt has shrunk to one line.
    assert!(!screen.contains("of 10  "), "{screen}");
}

#[test]
fn first_day_of_a_beginner_with_many_mistakes() {
    let home = Home::new();
    let editor = "printf 'minuts = 30\\n' >> \"$1\"";
    std::fs::write(home.path().join("slip"), format!("#!/bin/sh\n{editor}\n")).unwrap();
    let mend = "sed -i 's/^minuts/minutes/; 1i It was a \"good\" talk' \"$1\"";
    std::fs::write(home.path().join("mend"), format!("#!/bin/sh\n{mend}\n")).unwrap();
    let mut kim = User::at_home(&home, "2026-12-01T09:00:00Z", &[]);
    kim.runs("chmod +x slip mend");
    shows(&kim.runs("mentor lgo"), &["unknown command `lgo`", "did you mean `mentor log`?"]);
    shows(&kim.runs("mentor log 'Too early'"), &["no data file yet", "mentor init"]);
    kim.begins("mentor pair add");
    kim.sees("Who is the other person?");
    kim.press(&[DOWN, ENTER]);
    answers(&mut kim, "What is their name?", "Ana Diaz");
    answers(&mut kim, "Short name for this pair?", "Ana Diaz");
    // Refused with a reason; the typed text stays to be corrected.
    kim.rubs_out("short name", "Ana Diaz");
    answers(&mut kim, "Short name for this pair?", "ana");
    answers(&mut kim, "large city are they in?", "Atlantis");
    kim.rubs_out("`Atlantis` is not a time zone", "Atlantis");
    answers(&mut kim, "large city are they in?", "Utopia");
    kim.rubs_out("`Utopia` is not a time zone", "Utopia");
    let screen = kim.text();
    assert!(!screen.contains("Atlantis"), "the earlier problem is still there\n{screen}");
    answers(&mut kim, "large city are they in?", "bogota");
    answers(&mut kim, "When do they work?", "");
    let added = kim.ends();
    shows(&added, &["Time zone  America/Bogota", "Added pair `ana`: Ana Diaz mentors sam"]);

    // Past and unusual dates.
    let goal = kim.runs("mentor goal add 'Finish the thesis' --by 2025-03-01");
    shows(&goal, &["in the past"]);
    let odd = kim.runs("mentor goal add 'Finish the thesis' --by 03/04/2027");
    shows(&odd, &["ambiguous", "2027-03-04"]);
    assert!(kim.runs("mentor draft list").lines().count() <= 2, "{}", kim.text());
    kim.runs("mentor goal add 'Finish the thesis' --by 2027-03-01");
    let put_off = kim.runs("mentor goal edit 1 --by 2027-05-01 --because 'a semester abroad'");
    shows(&put_off, &["Updated goal 1", "1 May"]);

    // Without `-p` and with two pairs, a prompt asks for the pair.
    kim.runs("mentor pair add raj --mentor 'Raj Patel' --tz Asia/Kolkata");
    kim.begins("mentor topic add 'How to say no'");
    answers(&mut kim, "Which pair?", "");
    shows(&kim.ends(), &["Added topic 1"]);
    kim.runs("mentor pair use ana");

    // A call that is moved three times.
    kim.runs("mentor checkin add 'thu 15:00'");
    for when in ["fri 15:00", "mon 15:00", "tue 16:00"] {
        shows(
            &kim.runs(&format!("mentor checkin move 1 '{when}'")),
            &["Moved check-in 1 with Ana"],
        );
    }

    // A wrong log that is corrected at once.
    kim.runs("export MENTOR_NOW=2026-12-08T17:30:00Z");
    kim.begins("mentor log");
    answers(&mut kim, "What did you talk about?", "The first draft");
    kim.sees("Which topics did you cover?");
    kim.press(&[ENTER]);
    answers(&mut kim, "Who does what next?", "draft it");
    kim.rubs_out("`draft it` has no owner", "draft it");
    answers(&mut kim, "Who does what next?", "");
    answers(&mut kim, "How far along is \"Finish the thesis\"?", "half");
    kim.rubs_out("`half` is not a percentage", "half");
    answers(&mut kim, "How far along is \"Finish the thesis\"?", "50");
    answers(&mut kim, "What went well?", "");
    answers(&mut kim, "What advice was given?", "");
    answers(&mut kim, "How long did it take?", "500");
    kim.sees("When is the next check-in?");
    // Interrupted: the answers are still there the next day.
    kim.press(&["\u{3}"]);
    shows(&kim.ends(), &["stopped; your answers are saved (`mentor draft resume log`)"]);
    kim.begins("mentor draft resume log");
    answers(&mut kim, "When is the next check-in?", "yesterday 10:00");
    kim.rubs_out("in the past", "yesterday 10:00");
    answers(&mut kim, "When is the next check-in?", "");
    shows(&kim.ends(), &["Logged check-in 1 with Ana on Tue 8 Dec 16:00"]);
    shows(&kim.runs("mentor checkin edit 1 --minutes 50"), &["50 min"]);
    kim.runs("mentor log 'Said by mistake' --extra");
    shows(&kim.runs("mentor undo"), &["Undid"]);

    // An unplanned call of last week.
    kim.runs("export MENTOR_NOW=2026-12-10T09:00:00Z");
    kim.begins("mentor log");
    answers(&mut kim, "What did you talk about?", "A word in the corridor");
    answers(&mut kim, "When was it? [now]", "tomorrow 10:00");
    kim.rubs_out("is in the future", "tomorrow 10:00");
    answers(&mut kim, "When was it? [now]", "last thu 10:00");
    kim.sees("Which topics did you cover?");
    kim.press(&["\u{3}"]);
    kim.ends();

    // A form with a mistake is opened again with the reason.
    kim.begins("EDITOR=./slip mentor log --editor");
    kim.sees("Edit again? [Y/n]");
    kim.reads("unknown key `minuts`");
    kim.reads("hint: did you mean `minutes`?");
    kim.press(&["n"]);
    let failed = kim.ends();
    shows(&failed, &["your text is saved in", "mentor draft resume log-2"]);
    kim.begins("EDITOR=./mend mentor draft resume log-2");
    kim.sees("Edit it? [Y/n]");
    kim.press(&[ENTER]);
    shows(&kim.ends(), &["Logged check-in 3 with Ana"]);
    shows(&kim.runs("mentor checkin show 3"), &["It was a \"good\" talk", "30 min"]);
    shows(&kim.runs("EDITOR=true mentor log --editor"), &["Nothing logged"]);

    // Away for the summer.
    let rest = "mentor away add 2027-07-01 2027-08-31 --because summer";
    shows(&kim.runs(rest), &["sam is away from Thu 1 Jul 2027 to Tue 31 Aug 2027"]);
    shows(&kim.runs("mentor pair pause ana"), &["Paused `ana`"]);
    shows(&kim.runs("mentor pair list --all"), &["paused"]);
}

#[test]
fn morning_of_a_script_writer() {
    let home = Home::with_pair();
    for args in [
        &["agree", "--cadence", "every 2 weeks", "--length", "45"][..],
        &["followup", "add", "me: send the \"slides\", all of them by today"],
        &["followup", "add", "Ana: draft the RFC by fri"],
        &["pair", "add", "raj", "--mentor", "Raj Patel", "--tz", "Asia/Kolkata"],
        &["pair", "use", "ana"],
    ] {
        home.ok(args);
    }
    let mut lou = User::at_home(&home, "2026-12-02T09:00:00Z", &[]);
    let titles = "mentor followup list --json | sed -n 's/.*\"title\": *\"\\(.*\\)\",*$/\\1/p'";
    shows(&lou.runs(titles), &["draft the RFC"]);
    shows(&lou.runs("mentor topic show 9; echo status $?"), &["no topic 9", "status 3"]);
    shows(&lou.runs("mentor log < /dev/null; echo status $?"), &["a log needs notes", "status 5"]);
    // Cron mails what is printed, so nothing may be.
    let mail = "mentor due -q | wc -l; mentor due --exit-code > /dev/null; echo status $?";
    shows(&lou.runs(mail), &["1", "status 1"]);
    shows(
        &lou.runs("MENTOR_PAIR=raj mentor topic add 'Pay' && mentor topic list -p raj"),
        &["Pay"],
    );
    let csv = lou.runs("mentor followup list --csv | head -3");
    shows(&csv, &["id,", "\"send the \"\"slides\"\", all of them\""]);
    shows(&lou.runs("mentor completions bash | grep -q COMPREPLY && echo done"), &["done"]);
    shows(
        &lou.runs("mentor prompt; echo; mentor --no-input pair add; echo status $?"),
        &["status 5"],
    );
    // Plain prompts for a screen reader.
    lou.begins("mentor log --plain");
    lou.sees("What did you talk about?");
    lou.says("One word");
    lou.press(&[ENTER]);
    answers(&mut lou, "When was it? [now]", "");
    answers(&mut lou, "Numbers, such as 1,3? [none]", "2");
    for question in ["Who does what next?", "What went well?", "What advice", "How long"] {
        answers(&mut lou, question, "");
    }
    answers(&mut lou, "When is the next check-in?", "-");
    shows(&lou.ends(), &["Completed follow-up 2 (Ana): draft the RFC"]);
}
