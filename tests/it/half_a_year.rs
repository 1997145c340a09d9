//! One mentorship over six months, call by call, and the reports at the moments that matter.

use std::fs;
use std::sync::LazyLock;

use crate::sandbox::Sandbox;

const STORY: &str = include_str!("files/half_a_year.txt");

/// The data file after all commands of each moment, made once for all tests.
static FILES: LazyLock<Vec<(&str, Vec<u8>)>> = LazyLock::new(|| {
    let sandbox = Sandbox::new();
    let mut files: Vec<(&str, Vec<u8>)> = Vec::new();
    for line in STORY.lines().skip(1).filter(|line| !line.is_empty()) {
        match line.strip_prefix("  ") {
            None => {
                let at = line.split_whitespace().next().unwrap();
                sandbox.at(at);
                files.push((at, Vec::new()));
            }
            Some(command) => {
                let words = shell_words::split(command).unwrap();
                let words: Vec<&str> = words.iter().map(String::as_str).collect();
                sandbox.ok(&words);
                files.last_mut().unwrap().1 = fs::read(sandbox.db()).unwrap();
            }
        }
    }
    files
});

/// Returns Sam's sandbox at a moment, after all commands before it.
fn story_until(moment: &str) -> Sandbox {
    let typed = FILES.iter().rev().find(|(at, _)| *at < moment);
    let (_, file) = typed.expect("something was typed before it");
    let sandbox = Sandbox::new();
    fs::create_dir_all(sandbox.db().parent().unwrap()).unwrap();
    fs::write(sandbox.db(), file).unwrap();
    sandbox.at(moment);
    sandbox
}

/// Returns a section of a report, without its heading.
fn part(report: &str, heading: &str) -> String {
    let lines = report.lines().skip_while(|line| !line.starts_with(heading));
    let points: Vec<&str> = lines.skip(1).take_while(|line| !line.is_empty()).collect();
    points.join("\n")
}

/// Returns the lines that begin with a word.
fn lines(report: &str, word: &str) -> String {
    let found: Vec<&str> = report.lines().filter(|line| line.starts_with(word)).collect();
    found.join("\n")
}

#[test]
fn first_agenda_begins_with_the_mentee_and_open_questions() {
    let sandbox = story_until("2026-12-03T16:00:00Z");
    insta::assert_snapshot!(sandbox.run("agenda"), @"
    Agenda: Sam Rivera and Ana Díaz
    Check-in 1: Thu 3 Dec 17:00 (12:00 for Ana), 45 min, video

    Keep in mind
      • Ana, with a long first A
      • Ana prefers: written first, then talk
      • Ana needs: the agenda a day before
      • off limits: Family

    Ana's follow-ups, 3 min
      • #1 Shadow one

    Topics, 25 min
      • #1 How to say no (from Ana)

    Goals to talk about, 5 min
      • #1 Lead a design review: confidence below 7, by Thu 1 Apr 2027  confidence ▄ 5

    Skills you rate differently, 5 min
      • Leading design reviews (skill 1): Sam ▆ 4, Ana ▂ 2, aim 4

    Worth asking early, 4 min
      • #1 When I am silent in a call, it means (Sam and Ana)

    Before you finish, 3 min
      • agree on the next date (`mentor checkin next` suggests one)
    ");
    insta::assert_snapshot!(sandbox.run("brief"), @"
    next        Thu 3 Dec 17:00 (12:00 for Ana) with Ana Díaz
    last        no check-in held yet
    goals       Lead a design review: confidence below 7
    open        1 topic, 1 follow-up
    in mind     Ana, with a long first A; prefers written first, then talk; needs the agenda a day before
    ");
    assert_eq!(sandbox.ok("due"), "");
}

#[test]
fn mentor_is_late_a_week_after_the_first_call() {
    let sandbox = story_until("2026-12-12T09:00:00Z");
    insta::assert_snapshot!(sandbox.run("due --exit-code"), @"
    2 days overdue  ana  you  follow-up 3  send the review checklist (`mentor followup done 3`)
    [exit 1]
    ");
    let check = sandbox.ok("agree check");
    insta::assert_snapshot!(lines(&check, "follow-ups"), @"
    follow-ups  Sam   not kept     by the due date  0 of 1 on time                           follow-up 3
    follow-ups  Ana   kept         by the due date  1 of 1 on time
    ");
}

#[test]
fn second_agenda_asks_for_recalls_and_progress() {
    let sandbox = story_until("2026-12-17T16:00:00Z");
    insta::assert_snapshot!(sandbox.run("brief"), @"
    next        Thu 17 Dec 17:00 (12:00 for Ana) with Ana Díaz
    last        Thu 3 Dec 17:00: What a lead does all day (check-in 1)
    done since  Sam 1, Ana 1
    goals       Lead a design review: confidence below 7
    open        1 follow-up, 1 new win
    in mind     Ana, with a long first A; prefers written first, then talk; needs the agenda a day before
    ");
    let agenda = sandbox.ok("agenda");
    insta::assert_snapshot!(part(&agenda, "Explain from memory"), @"");
    insta::assert_snapshot!(part(&agenda, "Ask early"), @"");
    insta::assert_snapshot!(part(&agenda, "Not going as agreed"), @"  • follow-ups: Sam 0 of 1 [follow-up 3]");
}

#[test]
fn rhythm_and_reply_times_rest_over_new_year() {
    let sandbox = story_until("2026-12-30T09:00:00Z");
    // Asked on the 18th: two working days would have ended on the 22nd, two weeks on the 31st.
    insta::assert_snapshot!(sandbox.run("due --within '3 weeks'"), @"
    due in 16 days  ana  both  check-in     plan the next check-in (`mentor when -p ana`)
    due in 21 days  ana  you   follow-up 5  read the draft (`mentor followup done 5`)
    due in 6 days   ana  Ana   question 2   What should the RFC leave out? (`mentor question answer 2`)
    due in 9 days   ana  Ana   feedback 1   The call on Thursday (`mentor feedback respond 1`)
    due in 13 days  ana  Ana   follow-up 4  draft the RFC (`mentor followup done 4`)
    due in 15 days  ana  Ana   advice 1     did it help? Write the decision down before the meeting (`mentor advice outcome 1`)
    ");
    insta::assert_snapshot!(sandbox.run("when --within '1 week'"), @"
    45 min with Ana, until Wed 6 Jan 2027
    Ana Díaz is away from Sun 20 Dec to Sun 3 Jan 2027 (15 days)
    Mon 4 Jan 2027 to Wed 6 Jan 2027  14:00–17:30  09:00–12:30 for Ana
    ");
    let check = story_until("2027-01-14T16:00:00Z").ok("agree check");
    insta::assert_snapshot!(check, @"
    promise     by                 agreed           what happened                            see
    cadence     both  kept         every 2 weeks    2 of 2 check-ins
    length      both  kept         45 min           2 of 2, average 47 min
    replies     Sam   kept         2 working days   1 of 1 on time (on the 1st working day)
    replies     Ana   kept         2 working days   1 of 1 on time (on the 1st working day)
    feedback    Sam   no data yet  5 working days   no data yet
    feedback    Ana   kept         5 working days   1 of 1 on time (on the 1st working day)
    hours       both  no data yet  1 h per month    1.6 h in the first month so far
    follow-ups  Sam   not kept     by the due date  0 of 1 on time                           follow-up 3
    follow-ups  Ana   kept         by the due date  2 of 2 on time
    No data yet on notice and reviews

    What counts as kept: `mentor help promises`
    ");
}

#[test]
fn each_side_answers_the_pulse_alone() {
    let due = story_until("2026-12-31T09:00:00Z").ok("due");
    insta::assert_snapshot!(due, @"");
    // Sam has answered the pulse, Ana has not.
    let sandbox = story_until("2027-01-05T12:00:00Z");
    insta::assert_snapshot!(sandbox.run("pulse show 1"), @"
    Pulse 1: asked on 4 Jan 2027
      pair         ana
      on           Mon 4 Jan
      state        open since Mon 4 Jan
      answered by  Sam
      differences  shown once both have answered
    ");
    assert!(!sandbox.ok("agenda").contains("pulse:"));
}

#[test]
fn third_agenda_has_pulse_advice_and_low_confidence() {
    let sandbox = story_until("2027-01-14T16:00:00Z");
    insta::assert_snapshot!(sandbox.run("agenda"), @r#"
    Agenda: Sam Rivera and Ana Díaz
    Check-in 3: Thu 14 Jan 17:00 (12:00 for Ana), 45 min, video
    Last time, Thu 17 Dec 2026: Went through the three decisions (check-in 2)

    Keep in mind
      • Ana, with a long first A
      • Ana prefers: written first, then talk
      • Ana needs: the agenda a day before
      • When I am silent in a call, it means: "I am thinking; give me a moment" (Ana)
      • Questions in writing before the call (worked 1 of 2 times)
      • off limits: Family

    Check in, 3 min
      • pulse: I can say what I really think: Sam 5, Ana 2

    Sam's follow-ups, 3 min
      • #5 read the draft, due Wed 20 Jan (in 6 days)

    Goals to talk about, 9 min
      • #1 Lead a design review: confidence below 7, but 1 win in the last 6 weeks, by Thu 1 Apr  █░░░░░░░░░ 10%  confidence ▄ 5
      • #2 Say no without guilt: no update for 4 weeks

    Skills you rate differently, 5 min
      • Leading design reviews (skill 1): Sam ▆ 4, Ana ▂ 2, aim 4

    Introductions and advice to follow up, 3 min
      • advice 1 of Thu 3 Dec 2026: did it help?

    Recall from memory, 3 min
      • advice 1 of Thu 3 Dec 2026 (`mentor advice recall 1 "..."`)

    Not going as agreed, 3 min
      • follow-ups: Sam 0 of 1 [follow-up 3]

    Anything else, 14 min
      • no topics yet: what does each of you want to talk about?

    Before you finish, 2 min
      • agree on the next date (`mentor checkin next` suggests one)
    "#);
}

#[test]
fn first_review_covers_eight_weeks() {
    let sandbox = story_until("2027-01-28T16:00:00Z");
    // The days on which Ana was away are not counted.
    assert!(!sandbox.ok("due").contains("review"));
    let due = sandbox.at("2027-02-12T16:00:00Z").ok("due");
    let late = "2 days overdue   ana  both  review          progress review";
    assert!(due.contains(late), "{due}");
    sandbox.at("2027-01-28T16:00:00Z");
    insta::assert_snapshot!(sandbox.run("review"), @"
    Progress of Ana Díaz with Sam Rivera
    1 Dec 2026 to 28 Jan 2027 (58 days)
    3 check-ins held, 2 h 25 min

    Goals added
      • Lead a design review (goal 1)
      • Say no without guilt (goal 2)

    Goals in progress
      • Lead a design review (goal 1)  ███░░░░░░░ 25%  confidence ▄ 5  by Thu 1 Apr (in 9 weeks)
      • Say no without guilt (goal 2)  confidence ▃ 4

    Achievements and wins
      • Asked for the mentorship herself (win 1, Thu 3 Dec 2026)
      • The RFC is drafted (win 2, Thu 14 Jan)

    To keep
      • The call on Thursday: You named the cost of each decision → We could choose (feedback 1 from Sam)
          Ana: I will keep it up

    Skills
      • Leading design reviews (skill 1): Sam ▆ 4, Ana ▂ 2, aim 4; you differ

    Advice
      • Write the decision down before the meeting, tried, and it helped (advice 1)

    Approaches that worked
      • Questions in writing before the call (approach 2)

    Introductions
      • Kim Lee, who leads the platform team: asked (introduction 1)

    Resources
      • A talk about disagreeing in writing: in progress (resource 1)

    Promises kept
                  agreed           Sam                   Ana
      cadence     every 2 weeks    3 of 3 check-ins
      length      45 min           3 of 3, average 48 min
      replies     2 working days   1 of 1                1 of 1
      feedback    5 working days   no data yet           1 of 1
      hours       1 h per month    1.7 h per month
      follow-ups  by the due date  1 of 2 [follow-up 3]  3 of 3
      no data yet on notice and reviews

    Pulse answers that differ
      • I can say what I really think: Sam 5, Ana 2

    Questions to discuss
      • confidence in goal 1 is 5 despite 2 wins: what do they show?
      • confidence in goal 2 is 4 despite 2 wins: what do they show?
      • you rate skill 1 two levels apart: what does each of you see?
    ");
}

#[test]
fn introduction_proceeds_to_the_thank_you() {
    let open = story_until("2027-01-28T16:00:00Z");
    insta::assert_snapshot!(part(&open.ok("agenda"), "Introductions and advice"), @"  • introduction 1 to Kim Lee: asked since Tue 26 Jan");
    insta::assert_snapshot!(open.run("introduction blurb 1"), @"
    Hi Kim,

    may I introduce Ana Díaz to you? Kim has led the move to one build.

    Ana is working towards: Lead a design review; Say no without guilt.

    What Ana would like: Half an hour about design reviews.

    If you're happy to, let me know and I'll put you in touch. If not, a quick no is fine; no reason needed.

    Sam Rivera
    ");
    let met = story_until("2027-02-13T09:00:00Z");
    insta::assert_snapshot!(met.run("due"), @"
    2 days overdue  ana  both  check-in     later than agreed: the next check-in is Tue 16 Feb (`mentor when -p ana`)
    due in 2 days   ana  Ana   follow-up 8  Thank Kim Lee for the meeting (`mentor followup done 8`)
    ");
    let thanked = story_until("2027-02-15T09:00:00Z");
    assert!(!thanked.ok("due").contains("follow-up"));
    assert_eq!(thanked.ok("introduction list"), "");
}

#[test]
fn late_cancelled_call_does_not_restart_the_rhythm() {
    let sandbox = story_until("2027-02-11T12:00:00Z");
    let check = sandbox.ok("agree check");
    insta::assert_snapshot!(lines(&check, "notice"), @"
    notice      Sam   no data yet  24 hours         no data yet
    notice      Ana   not kept     24 hours         0 of 1 cancelled or moved on time        check-in 5
    ");
    sandbox.ok("checkin delete 6");
    insta::assert_snapshot!(sandbox.run("due --within '1 day'"), @"due today  ana  both  check-in  plan the next check-in (`mentor when -p ana`)");
}

#[test]
fn low_confidence_is_shown_beside_four_wins() {
    let agenda = story_until("2027-02-25T09:00:00Z").ok("agenda");
    insta::assert_snapshot!(part(&agenda, "Goals to talk about"), @"
    • #1 Lead a design review: confidence below 7, but 4 wins in the last 6 weeks, by Fri 14 May  ████░░░░░░ 40%  confidence ▄ 5
    • #2 Say no without guilt: confidence is falling, but 4 wins in the last 6 weeks  confidence ▃▂ 3
    ");
}

#[test]
fn weeks_between_clock_changes_are_announced_in_advance() {
    let sandbox = story_until("2027-03-05T09:00:00Z");
    let agenda = sandbox.ok("agenda");
    insta::assert_snapshot!(lines(&agenda, "Clocks change"), @"Clocks change on Sun 14 Mar: a check-in on Tue 16 Mar is 1 hour later for Ana than before, until Sun 28 Mar");
    let inside = story_until("2027-03-16T16:00:00Z").ok("agenda");
    insta::assert_snapshot!(lines(&inside, "Check-in"), @"Check-in 8: Tue 16 Mar 17:00 (13:00 for Ana), 45 min, video");
    let after = story_until("2027-03-30T16:00:00Z").ok("agenda");
    insta::assert_snapshot!(lines(&after, "Check-in"), @"Check-in 9: Tue 30 Mar 17:00 (12:00 for Ana), 45 min, video");
    insta::assert_snapshot!(lines(&after, "Clocks change"), @"Clocks changed on Sun 28 Mar: a check-in on Tue 30 Mar is 1 hour earlier for Ana than before");
}

#[test]
fn second_advice_is_recalled_after_two_and_six_weeks() {
    let recalls = |moment: &str| part(&story_until(moment).ok("agenda"), "Explain from memory");
    assert_eq!(recalls("2027-02-10T09:00:00Z"), "");
    insta::assert_snapshot!(recalls("2027-02-16T16:00:00Z"), @"");
    assert_eq!(recalls("2027-03-15T16:00:00Z"), "");
    insta::assert_snapshot!(recalls("2027-03-30T16:00:00Z"), @"");
    assert_eq!(recalls("2027-04-13T16:00:00Z"), "");
}

#[test]
fn second_pulse_is_asked_eleven_weeks_after_the_first() {
    assert!(!story_until("2027-03-17T09:00:00Z").ok("due").contains("pulse"));
    insta::assert_snapshot!(lines(&story_until("2027-03-20T09:00:00Z").ok("due"), "due"), @"due today       ana  both  pulse     start a pulse check (`mentor pulse ask -p ana`)");
    let agenda = story_until("2027-03-30T16:00:00Z").ok("agenda");
    assert!(!agenda.contains("pulse:"), "they see it alike by now\n{agenda}");
}

#[test]
fn the_second_review_begins_where_the_first_ended() {
    insta::assert_snapshot!(story_until("2027-03-30T16:00:00Z").run("review"), @"
    Progress of Ana Díaz with Sam Rivera
    28 Jan to 30 Mar 2027 (61 days)
    3 check-ins held, 2 h 15 min; 1 cancelled late by Ana [check-in 5]

    From the last review
      • next: Shadow Kim's review (review 1)
      • to improve: Says no too late (review 1)

    Goals in progress
      • Lead a design review (goal 1)  ████████░░ 75%  confidence ▄ 5  by Fri 14 May (in 45 days)
          moved once, Thu 1 Apr → Fri 14 May, +43 days: the release moved
      • Say no without guilt (goal 2)  confidence ▃▂▄ 6

    Achievements and wins
      • Kim asked for her opinion (win 4, Tue 16 Feb)
      • Shadowed a review and wrote it up (win 5, Wed 24 Feb)
      • Led the small review (win 6, Tue 16 Mar)

    Skills
      • Leading design reviews (skill 1): Sam ▆ 4, Ana ▂▄ 3, aim 4

    Introductions
      • Kim Lee, who leads the platform team: thanked, Ana may shadow their reviews (introduction 1)

    Resources
      • A talk about disagreeing in writing: done, Two sentences for every no (resource 1)

    Career options
      • Staff engineer on the platform team: under consideration; still needed: Two led design reviews (option 1)

    Promises kept
                  agreed           Sam          Ana
      cadence     every 2 weeks    3 of 3 check-ins, 1 late
      length      45 min           3 of 3, average 45 min
      notice      24 hours         no data yet  0 of 1 [check-in 5]
      reviews     every 8 weeks    0 of 1
      hours       1 h per month    1.1 h per month
      follow-ups  by the due date  1 of 1       1 of 1
      no data yet on replies and feedback

    Questions to discuss
      • confidence in goal 2 is 6 despite 3 wins: what do they show?
      • cadence, notice, reviews: keep the terms, or change the agreement?
    ");
}

#[test]
fn renewal_or_end_is_due_two_weeks_before_the_last_day() {
    insta::assert_snapshot!(story_until("2027-05-18T09:00:00Z").run("due"), @"due in 14 days  ana  both  agreement  the agreement ends: renew it or close the mentorship (`mentor agree renew -p ana`)");
}

#[test]
fn end_report_shows_the_promises_of_both_sides() {
    insta::assert_snapshot!(story_until("2027-06-01T09:00:00Z").run("agree check"), @"
    promise     by                 agreed           what happened                            see
    cadence     both  kept         every 2 weeks    12 of 12 check-ins, 1 of them late
    length      both  kept         45 min           11 of 12, average 47 min                 check-in 4
    replies     Sam   kept         2 working days   1 of 1 on time (on the 1st working day)
    replies     Ana   kept         2 working days   1 of 1 on time (on the 1st working day)
    feedback    Sam   no data yet  5 working days   no data yet
    feedback    Ana   kept         5 working days   1 of 1 on time (on the 1st working day)
    notice      Sam   no data yet  24 hours         no data yet
    notice      Ana   not kept     24 hours         0 of 1 cancelled or moved on time        check-in 5
    reviews     both  not kept     every 8 weeks    1 of 3 reviews, 1 held late
    hours       both  kept         1 h per month    1.7 h per month
    follow-ups  Sam   partly kept  by the due date  2 of 3 on time                           follow-up 3
    follow-ups  Ana   kept         by the due date  4 of 4 on time

    What counts as kept: `mentor help promises`
    ");
}

#[test]
fn record_of_the_mentorship_is_one_document() {
    insta::assert_snapshot!(story_until("2027-06-01T12:00:00Z").run("end show"), @"
    The mentorship of Sam Rivera and Ana Díaz
    1 Dec 2026 to 1 Jun 2027 (182 days)
    12 check-ins held, 9 h 30 min; 1 cancelled late by Ana [check-in 5]
    Purpose: Grow into a tech lead

    Goals completed
      • Lead a design review: Led it, and shared the notes (Mon 10 May)

    Goals still open
      • Say no without guilt (Tue 1 Dec 2026)

    What went well
      • Asked for the mentorship herself (win 1, Thu 3 Dec 2026)
      • The RFC is drafted (win 2, Thu 14 Jan)
      • Said no to an extra rota (win 3, Thu 28 Jan)
      • Kim asked for her opinion (win 4, Tue 16 Feb)
      • Shadowed a review and wrote it up (win 5, Wed 24 Feb)
      • Led the small review (win 6, Tue 16 Mar)
      • Led the big review (win 7, Tue 11 May)

    Skills
      • Leading design reviews (skill 1): Sam ▆ 4, Ana ▂▄▆ 4, aim 4

    Advice and outcomes
      • Write the decision down before the meeting, tried, and it helped (advice 1)

    Introductions
      • Kim Lee, who leads the platform team: thanked, Ana may shadow their reviews (introduction 1)

    Resources
      • A talk about disagreeing in writing: done, Two sentences for every no (resource 1)

    Career options
      • Staff engineer on the platform team: pursued: It is what she wants to do all day (option 1)

    Feedback
      • Keep: The call on Thursday: You named the cost of each decision → We could choose (feedback 1 from Sam)
          Ana: I will keep it up

    Reviews
      • 1 Dec 2026 to 28 Jan 2027 (review 1)
          achieved: The RFC is drafted
          to improve: Says no too late
          next: Shadow Kim's review
      • 28 Jan to 30 Mar 2027 (review 2)
          achieved: Led the small review
          next: Lead the big review

    Promises kept
                  agreed           Sam                   Ana
      cadence     every 2 weeks    12 of 12 check-ins, 1 late
      length      45 min           11 of 12, average 47 min [check-in 4]
      replies     2 working days   1 of 1                1 of 1
      feedback    5 working days   no data yet           1 of 1
      notice      24 hours         no data yet           0 of 1 [check-in 5]
      reviews     every 8 weeks    1 of 3, 1 late
      hours       1 h per month    1.7 h per month
      follow-ups  by the due date  2 of 3 [follow-up 3]  4 of 4

    Closing
      • achieved: She leads the reviews now
      • Ana has learned: To ask before deciding
      • Sam has learned: To wait three seconds longer
      • thanks: Her straight questions
      • staying in touch: A mail now and then
      • next time: Review every month
    ");
}

#[test]
fn check_back_is_due_once_and_the_next_agreement_shows_lessons() {
    let sandbox = story_until("2027-12-01T09:00:00Z");
    insta::assert_snapshot!(sandbox.run("due"), @"due today  ana  you  pair  check back (`mentor end update -p ana`)");
    sandbox.ok("end update 'She leads a team of five'");
    assert_eq!(sandbox.ok("due"), "");
    sandbox.ok("pair add bo --mentee 'Bo Lind' --tz Europe/Stockholm");
    insta::assert_snapshot!(sandbox.run("agree --cadence 'every 2 weeks'"), @"
    --- stderr ---
    note: you wanted to do this differently: Review every month
    Recorded version 1 of the agreement with Bo; Bo hasn't accepted it yet
    First check-ins by Wed 15 Dec, Wed 29 Dec and Wed 12 Jan 2028 (each counted from the one before)
    hint: run `mentor agree accept --by mentee` once Bo accepts it
    ");
}

#[test]
fn export_and_import_keep_all_data() {
    let document = story_until("2027-06-02T09:00:00Z").ok("export");
    let elsewhere = Sandbox::new();
    elsewhere.at("2027-06-02T09:00:00Z");
    let output = elsewhere.run_with("import -", document.as_bytes(), None);
    assert_eq!(output.status, 0, "{output}");
    assert_eq!(elsewhere.ok("export"), document);
}

#[test]
fn mentee_can_import_the_mentorship_from_her_side() {
    let document = story_until("2027-03-30T16:00:00Z").ok("export --for-partner");
    let hers = Sandbox::new();
    hers.at("2027-03-30T16:00:00Z");
    let output = hers.run_with("import -", document.as_bytes(), None);
    assert_eq!(output.status, 0, "{output}");
    let agenda = hers.ok("agenda");
    insta::assert_snapshot!(lines(&agenda, "Check-in"), @"Check-in 9: Tue 30 Mar 12:00 (17:00 for Sam), 45 min, video");
    insta::assert_snapshot!(part(&agenda, "Keep in mind"), @r#"
    • Ana, with a long first A
    • Ana prefers: written first, then talk
    • Ana needs: the agenda a day before
    • When I am silent in a call, it means: "I disagree and look for words" (Sam)
    • Questions in writing before the call (worked 1 of 2 times)
    • off limits: Family
    "#);
    insta::assert_snapshot!(hers.run("pulse show 1"), @"
    Pulse 1: asked on 4 Jan 2027
      pair         ana
      on           Mon 4 Jan
      state        answered since Tue 5 Jan
      differences  the answers are in the other person's file
    ");
    insta::assert_snapshot!(lines(&hers.ok("agree check"), "follow-ups"), @"
    follow-ups  Sam   partly kept  by the due date  2 of 3 on time                           follow-up 3
    follow-ups  Ana   kept         by the due date  4 of 4 on time
    ");
}

#[test]
fn half_a_year_is_sound_and_can_be_undone_completely() {
    let sandbox = story_until("2027-06-02T09:00:00Z");
    assert!(sandbox.ok("check").contains("no damage found"));
    let history = sandbox.json("history --most 1000");
    let steps = history["items"].as_array().unwrap().len();
    assert!(steps > 70, "{steps}");
    for _ in 0..steps {
        sandbox.ok("undo");
    }
    let left = sandbox.json("export");
    let records = left.as_object().unwrap().values().filter_map(|one| one.as_array());
    assert_eq!(records.map(Vec::len).sum::<usize>(), 0);
}
