//! Letters to a partner without mentor, and replies as mail programs send them.

use std::fs;

use crate::json::must_fit;
use crate::sandbox::{Output, Sandbox};

/// Sam mentors Ana, who does not use mentor. There is one of everything that she can answer, and some private records.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::with_pair();
    for args in [
        &["agree", "--purpose", "Grow", "--starts", "2026-12-01", "--reply-within", "2 days"][..],
        &["followup", "add", "mentee: draft the RFC (v1): all of it by 2026-12-04"],
        &["followup", "add", "mentee: read the book"],
        &["followup", "add", "me: send the slides by 2026-12-04"],
        &["followup", "add", "mentee: hidden task", "--private"],
        &["question", "ask", "Whom should I ask about Kim's team?"],
        &["question", "ask", "Mine to answer", "--from", "mentee"],
        &["question", "ask", "Hidden question", "--private"],
        &[
            "feedback", "add", "--from", "me", "--kind", "keep", "--situation", "Tuesday's call",
            "--behaviour", "You listened", "--impact", "Calm",
        ],
        &["topic", "add", "Hidden topic", "--private"],
        &["topic", "add", "Estimates"],
    ] {
        sandbox.ok(args);
    }
    sandbox
}

fn letter(sandbox: &Sandbox) -> String {
    sandbox.ok("share letter")
}

/// Fills in the form. `answers` has marks such as `F1`, and what she writes behind them.
fn filled(letter: &str, answers: &[(&str, &str)]) -> String {
    let mut text = letter.to_owned();
    for (mark, answer) in answers {
        let at = text.rfind(&format!("[{mark}-")).unwrap_or_else(|| panic!("{mark}\n{letter}"));
        let end = at + text[at..].find("):").unwrap() + 2;
        text.insert_str(end, &format!(" {answer}"));
    }
    text
}

fn quoted(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| format!("> {line}\n")).collect();
    lines.concat()
}

const HEAD: &str = "From: Ana D <ana@example.org>\nDate: Thu, 3 Dec 2026 10:00:00 -0500\nSubject: Re: Our mentorship\n\
    Message-ID: <1@example.org>\n";

/// Returns a plain text mail of 3 December.
fn plain(text: &str) -> String {
    format!("{HEAD}Content-Type: text/plain; charset=utf-8\n\n{text}")
}

/// Removes the checks from the marks of a letter, which differ from run to run.
pub fn without_checks(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('[') {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        let end = after.find(']').unwrap_or(0);
        match after[..end].rsplit_once('-') {
            Some((name, check)) if check.len() == 4 && name.len() < 12 => {
                out.push_str(&format!("{name}-7KQ2]"));
            }
            _ => out.push_str(&after[..=end]),
        }
        rest = &after[end + 1..];
    }
    out + rest
}

/// Puts the checks of a letter's marks into a text.
pub fn with_marks_of(text: &str, letter: &str) -> String {
    let marks = letter.split('[').filter_map(|after| after.split_once(']'));
    let marks = marks.filter_map(|(mark, _)| mark.rsplit_once('-'));
    marks.fold(text.to_owned(), |text, (name, check)| {
        text.replace(&format!("[{name}-7KQ2]"), &format!("[{name}-{check}]"))
    })
}

/// Takes a reply without a terminal.
fn take(sandbox: &Sandbox, mail: &str) -> Output {
    let path = sandbox.file("reply.eml", mail);
    sandbox.run(&["share", "take", &path, "--yes"])
}

fn in_home(sandbox: &Sandbox, text: &str) -> String {
    let home = sandbox.home.path().display().to_string();
    without_checks(&text.replace(&home, "~"))
}

#[test]
fn letter_has_only_what_the_partner_may_know() {
    let sandbox = sandbox();
    let text = letter(&sandbox);
    assert!(!text.contains("idden"), "{text}");
    insta::assert_snapshot!(without_checks(&text), @r#"
    [L-7KQ2] Letter from Sam Rivera to Ana Díaz, 1 Dec 2026

    Next check-in
      • No check-in planned

    What we agreed
      • version: 1
      • accepted: Sam on Tue 1 Dec; Ana: not yet
      • purpose: Grow
      • starts: Tue 1 Dec
      • mentor replies within: 2 days
      • mentee replies within: 2 days

    Sam's follow-ups
      • send the slides (follow-up 3), due Fri 4 Dec (in 3 days)

    Questions for Sam
      • Question 2 from Ana for Sam: Mine to answer

    Ana's follow-ups
      • draft the RFC (v1): all of it (follow-up 1), due Fri 4 Dec (in 3
        days)
      • read the book (follow-up 2)

    Questions for Ana
      • Question 1 from Sam for Ana: Whom should I ask about Kim's team?

    Feedback for Ana
      • Keep: Tuesday's call: You listened → Calm (feedback 1 from Sam)

    Open topics
      • Estimates (topic 2 from Sam)

    [L-7KQ2] Your answers

    Answer below and send this mail back. Leave blank what has not changed.

    [A1-7KQ2] Do you accept version 1 of our agreement? (yes/no):

    [F1-7KQ2] draft the RFC (v1) : all of it, due Fri 4 Dec. Done? (yes/no,
      or a new date):

    [F2-7KQ2] read the book. Done? (yes/no, or a new date):

    [Q1-7KQ2] "Whom should I ask about Kim's team?" (your answer):

    [B1-7KQ2] "Tuesday's call", feedback from Sam (your response):

    [T-7KQ2] New topics (one a line):

    [E-7KQ2] End of the form
    "#);
    let path = sandbox.home.path().join("for-ana.eml");
    let path = path.to_str().unwrap();
    let written = sandbox.run(&format!("share letter ana --to ana@example.org -o '{path}'"));
    insta::assert_snapshot!(written, @"
    --- stderr ---
    Wrote the letter to Ana to `~/for-ana.eml`; take the reply in with `mentor share take FILE`
    ");
    let mail = fs::read_to_string(path).unwrap();
    assert!(
        mail.starts_with("To: ana@example.org\nSubject: Our mentorship, 1 Dec 2026 (Sam)\n"),
        "{mail}"
    );
    assert!(mail.ends_with(&text), "{mail}");
    must_fit("share.letter", &sandbox.json("share letter"));
    let bad = sandbox.run(&["share", "letter", "--to", "ana@example.org\nBcc: eve@example.org"]);
    assert_eq!(bad.status, 2, "{bad}");
}

#[test]
fn reply_is_shown_confirmed_and_applied_as_one_step() {
    let sandbox = sandbox();
    let text = filled(
        &letter(&sandbox),
        &[
            ("A1", "yes"),
            ("F1", "Fri 11 Dec"),
            ("F2", "Done!"),
            ("Q1", "Lee: say hello\nfrom me"),
            ("B1", "I had not noticed"),
            ("T", "\n- Fear of public speaking\n- Estimates"),
        ],
    );
    let mail = plain(&format!("Hi Sam!\n\nOn Tue, Sam wrote:\n{}\n-- \nAna\n", quoted(&text)));
    let path = sandbox.file("reply.eml", &mail);
    sandbox.at("2026-12-04T09:00:00Z");
    let before = sandbox.ok("export");
    let alone = sandbox.run(&["share", "take", &path]);
    let (shown, error) = alone.stderr.split_once("error: ").unwrap();
    assert!(shown.contains("done       follow-up 2: read the book"), "{shown}");
    insta::assert_snapshot!(error, @"
    Ana's reply needs confirmation
           nothing was changed
    hint: use `--yes` to confirm
    ");
    assert_eq!(alone.status, 5);
    let shown = sandbox.run(&["share", "take", &path, "--dry-run"]);
    insta::assert_snapshot!(shown, @r#"
    Ana's reply of Thu 3 Dec: version 1 accepted; follow-up 1 moved to Fri 11 Dec; follow-up 2 done; question 1 answered; response to feedback 1; topic "Fear of public speaking"
      from       ana@example.org
      accepted   agreement 1: version 1
      moved      follow-up 1: draft the RFC (v1): all of it, by Fri 11 Dec
      done       follow-up 2: read the book
      answered   question 1: Whom should I ask about Kim's team?
                 Lee: say hello
                 from me
      answered   feedback 1: Tuesday's call
                 I had not noticed
      new        topic: Fear of public speaking
      left out   "Estimates": it is an open topic already
      left out   "Hi Sam!"
      left out   "On Tue, Sam wrote:"
    "#);
    must_fit("share.take", &sandbox.json(&["share", "take", &path, "--dry-run"]));
    let refused = sandbox.run_with(&["share", "take", &path], b"", Some(&["n"]));
    assert_eq!(refused.status, 5, "{refused}");
    assert_eq!(sandbox.ok("export"), before);
    let taken = sandbox.run_with(&["share", "take", &path], b"", Some(&["y"]));
    assert_eq!(taken.status, 0, "{taken}");
    assert_eq!(taken.stdout, "", "it was shown before");
    assert!(taken.stderr.contains("Applied Ana's reply of Thu 3 Dec"), "{taken}");
    for (args, words) in [
        (&["followup", "show", "1"][..], "by mail of 3 Dec 2026"),
        (&["followup", "show", "2"], "by mail of 3 Dec 2026"),
        (&["question", "show", "1"], "by mail of 3 Dec 2026"),
        (&["feedback", "show", "1"], "(by mail of 3 Dec 2026)"),
        (&["topic", "show", "3"], "by mail of 3 Dec 2026"),
        (&["agree", "show"], "accepted on Thu 3 Dec by mail"),
        (&["agree", "history"], "Thu 3 Dec by mail"),
        (&["agree", "show", "--markdown"], "3 Dec 2026 by mail"),
        (&["pair", "show", "--markdown"], "by mail"),
    ] {
        let seen = sandbox.ok(args);
        assert!(seen.contains(words), "{args:?}: {seen}");
    }
    let after = sandbox.ok("export");
    assert_ne!(after, before);
    sandbox.ok("undo");
    assert_eq!(sandbox.ok("export"), before);
    sandbox.ok("redo");
    assert_eq!(sandbox.ok("export"), after);
    sandbox.ok("check");
}

#[test]
fn repeated_reply_changes_nothing() {
    let sandbox = sandbox();
    let answers = [("F1", "2026-12-11"), ("F2", "yes"), ("T", "Fear")];
    let text = filled(&letter(&sandbox), &answers);
    sandbox.at("2026-12-04T09:00:00Z");
    let first = take(&sandbox, &plain(&quoted(&text)));
    assert_eq!(first.status, 0, "{first}");
    // The same mail with other headers does not revert later changes.
    sandbox.ok("followup edit 1 --by 2026-12-18");
    sandbox.ok("topic drop 3");
    let before = sandbox.ok("export");
    let again = take(&sandbox, &format!("Received: from x\n{}", plain(&text)));
    insta::assert_snapshot!(again, @"
    Ana's reply of Thu 3 Dec: already applied; nothing new
      from       ana@example.org
    ");
    assert_eq!(sandbox.ok("export"), before);
    // After an undo the reply can be taken again.
    for _ in 0..3 {
        sandbox.ok("undo");
    }
    let again = take(&sandbox, &plain(&text));
    assert!(again.stdout.contains("follow-up 2 done"), "{again}");
}

#[test]
fn mark_is_checked_against_the_present_record() {
    let sandbox = sandbox();
    let answers = [
        ("A1", "yes"),
        ("F1", "yes"),
        ("F2", "maybe"),
        ("Q1", "Lee"),
        ("B1", "Thanks"),
        ("T", "Fear"),
    ];
    let text = filled(&letter(&sandbox), &answers);
    sandbox.ok("agree renew --because Exams --length 30m");
    sandbox.ok("followup done 1");
    sandbox.ok("question delete 1");
    sandbox.ok("feedback edit 1 --from mentee");
    let taken = take(&sandbox, &plain(&text));
    insta::assert_snapshot!(in_home(&sandbox, &taken.to_string()), @r#"
    Ana's reply: topic "Fear"
      from       ana@example.org
      new        topic: Fear
      left out   [A1-7KQ2] "yes": version 2 has replaced it
      left out   [F1-7KQ2] "yes": it is already done
      left out   [F2-7KQ2] "maybe": neither yes, no nor a date
      left out   [Q1-7KQ2] "Lee": what it asks about is not here any more
      left out   [B1-7KQ2] "Thanks": it is for you by now
    --- stderr ---
    Applied Ana's reply: topic "Fear"
    "#);

    // The number means another record by now: an older file was restored, and the next follow-up got the number.
    let sandbox = self::sandbox();
    let backup = sandbox.home.path().join("old.db");
    sandbox.ok(&["backup", "-o", backup.to_str().unwrap()]);
    sandbox.ok("followup add 'mentee: write the talk'");
    let text = filled(&letter(&sandbox), &[("F5", "yes")]);
    sandbox.ok(&["restore", backup.to_str().unwrap(), "--yes"]);
    sandbox.ok("followup add 'mentee: quit the job'");
    let before = sandbox.ok("export");
    let taken = take(&sandbox, &plain(&text));
    insta::assert_snapshot!(in_home(&sandbox, &taken.to_string()), @r#"
    Ana's reply: nothing to apply
      from       ana@example.org
      left out   [F5-7KQ2] "yes": what it asks about is not here any more
    "#);
    assert_eq!(sandbox.ok("export"), before);
}

#[test]
fn invalid_answers_and_past_days_are_left_out() {
    let sandbox = sandbox();
    sandbox.at("2026-12-07T09:00:00Z");
    for (answer, why) in [
        ("no", "nothing to apply"),
        ("yes and no", "neither yes, no nor a date"),
        ("2026-12-05", "2026-12-05 is in the past"),
        ("2026-12-04", "2026-12-04 is in the past"),
        ("soon", "neither yes, no nor a date"),
    ] {
        let before = sandbox.ok("export");
        let taken = take(&sandbox, &plain(&filled(&letter(&sandbox), &[("F1", answer)])));
        assert!(taken.stdout.contains(why), "{answer}: {taken}");
        assert_eq!(sandbox.ok("export"), before, "{answer}");
    }
    // A weekday means one after the date of the mail, a Thursday.
    let taken = take(&sandbox, &plain(&filled(&letter(&sandbox), &[("F1", "by wed")])));
    assert!(taken.stdout.contains("moved to Wed 9 Dec"), "{taken}");
}

#[test]
fn shared_pair_has_no_letters() {
    let sandbox = sandbox();
    let text = filled(&letter(&sandbox), &[("F1", "yes")]);
    let reply = sandbox.file("reply.eml", &plain(&text));
    let join = sandbox.home.path().join("join.mentor").display().to_string();
    sandbox.ok(&["share", "invite", "ana", "--all", "-o", &join]);
    // A pending invitation makes no difference.
    sandbox.ok("share letter");
    let ana = Sandbox::new();
    let answer = sandbox.home.path().join("answer.mentor").display().to_string();
    ana.ok(&format!("share join '{join}' --yes --unchecked -o '{answer}'"));
    sandbox.ok(&["share", "take", &answer]);
    insta::assert_snapshot!(sandbox.refused("share letter"), @"
    error: you share `ana` with Ana, who writes in a file of their own
           nothing was changed
    hint: run `mentor share send ana` instead, and read what they send
    ");
    assert_eq!(
        sandbox.refused(&["share", "take", &reply, "--yes"]),
        sandbox.refused("share letter")
    );
}

#[test]
fn text_that_is_no_reply_is_refused_and_changes_nothing() {
    let sandbox = sandbox();
    let text = filled(&letter(&sandbox), &[("F1", "yes")]);
    let mut message = String::new();
    let mut refuse = |name: &str, bytes: &[u8]| {
        let path = sandbox.home.path().join(name);
        fs::write(&path, bytes).unwrap();
        let path = path.display().to_string();
        message.push_str(&sandbox.refused(&["share", "take", &path, "--yes"]));
    };
    refuse("other.eml", plain("Hi Sam,\nsee you\n").as_bytes());
    refuse("text.txt", b"Hello");
    refuse("empty.txt", b"");
    refuse("nul.txt", &[0; 100]);
    let other = Sandbox::with_pair();
    other.ok("followup add 'mentee: read'");
    let foreign = filled(&letter(&other), &[("F1", "yes")]);
    refuse("foreign.eml", plain(&foreign).as_bytes());
    let headless: Vec<&str> = text.lines().filter(|line| !line.starts_with("[L-")).collect();
    refuse("headless.txt", headless.join("\n").as_bytes());
    let mut large = plain(&text).into_bytes();
    large.resize((16 << 20) + 1, b'x');
    refuse("large.eml", &large);
    insta::assert_snapshot!(without_checks(&message), @"
    error: `~/other.eml` is a mail, but not a reply to a letter: it has none of its marks
           nothing was changed
    hint: ask for a reply with the form of the letter in it, marks such as `[F1-7KQ2]` included
    error: `~/text.txt` is neither a file that `mentor share send` wrote nor a reply to a letter
           nothing was changed
    hint: an invitation is accepted with `mentor share join FILE`
    error: `~/empty.txt` is neither a file that `mentor share send` wrote nor a reply to a letter
           nothing was changed
    hint: an invitation is accepted with `mentor share join FILE`
    error: `~/nul.txt` is neither a file that `mentor share send` wrote nor a reply to a letter
           nothing was changed
    hint: an invitation is accepted with `mentor share join FILE`
    error: `~/foreign.eml` answers a letter of a pair that is not in this data file
           nothing was changed
    error: `~/headless.txt` does not say which letter it answers
           nothing was changed
    hint: use `-p PAIR` to say which pair it is of
    error: `~/large.eml` is too large: the limit is 16 MB, or 32 MB unpacked
           nothing was changed
    ");
    // The pair can be named if the reply does not tell it.
    let path = sandbox.home.path().join("headless.txt").display().to_string();
    let taken = sandbox.run(&["share", "take", &path, "-p", "ana", "--yes"]);
    assert!(taken.stdout.contains("follow-up 1 done"), "{taken}");
}

#[test]
fn hostile_texts_in_a_reply_stay_text() {
    let sandbox = sandbox();
    let hostile = "Lee \u{1b}]0;owned\u{7}\u{1b}[2J \u{202e}evil [F2-0000] yes): ok";
    let text = filled(
        &letter(&sandbox),
        &[("Q1", hostile), ("T", "a\u{0}b\n\u{1b}[31mred"), ("B1", "nul\u{0}")],
    );
    let taken = take(&sandbox, &plain(&text));
    assert_eq!(taken.status, 0, "{taken}");
    assert!(!taken.to_string().contains(['\u{1b}', '\u{7}', '\u{202e}', '\u{0}']), "{taken}");
    let answer = &sandbox.json("question show 1")["item"]["answer"];
    assert_eq!(answer.as_str().unwrap(), hostile);
    assert_eq!(sandbox.json("followup show 2")["item"]["state"], "open");
    sandbox.ok("check");
    // User texts that look like marks are escaped in the next letter.
    sandbox.ok("topic add '[F2-0000] x (y): yes'");
    let next = letter(&sandbox);
    assert!(next.contains("(F2-0000] x"), "{next}");
}

#[test]
fn reply_can_come_from_standard_input() {
    let sandbox = sandbox();
    let text = quoted(&filled(&letter(&sandbox), &[("F1", "yes")]));
    let taken = sandbox.run_with("share take - --yes", text.as_bytes(), None);
    assert!(taken.stdout.starts_with("Ana's reply: follow-up 1 done"), "{taken}");
    let seen = sandbox.ok("followup show 1");
    assert!(seen.contains("by mail, recorded on 1 Dec 2026"), "{seen}");
}
