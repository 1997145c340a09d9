//! Bad input gets an error with a hint and an exit code, and changes nothing.

use crate::sandbox::Sandbox;

/// For each case the command, its exit code, and a part of its error.
const REFUSED: &[(&[&str], u8, &str)] = &[
    (&["topic", "add", ""], 4, "the title is empty"),
    (&["topic", "add", "x", "-p", "nobody"], 3, "no pair `nobody`"),
    (&["topic", "done", "9"], 3, "no topic 9"),
    (&["followup", "done", "9"], 3, "no follow-up 9"),
    (&["followup", "add", "x", "--owner", "bob"], 4, "`bob` is not the mentor or mentee of `ana`"),
    (&["followup", "add", "bob: draft it"], 4, "`bob` is not the mentor or mentee of `ana`"),
    (&["followup", "add", "x", "--by", "03/04/2026"], 4, "is ambiguous: 2026-04-03 or 2026-03-04"),
    (&["followup", "add", "x", "--by", "2026-02-30"], 4, "does not exist"),
    (&["followup", "add", "x", "--by", "sometime"], 4, "`sometime` is not a day"),
    (&["goal", "add", "x", "--by", "2026-11-30"], 4, "the target date Mon 30 Nov is in the past"),
    (&["goal", "progress", "1", "140"], 4, "`140` is not a percentage"),
    (&["goal", "confidence", "1", "11"], 4, "`11` is not a confidence"),
    (&["goal", "progress", "7", "40"], 3, "no goal 7"),
    (&["log", "x", "--goal", "1=140%"], 4, "`--goal`: `140%` is not a percentage"),
    (&["log", "x", "--goal", "7=40%"], 3, "no goal 7 in `ana`"),
    (&["log", "x", "--goal", "forty"], 4, "doesn't say which goal\nhint: write the goal and its"),
    (&["log", "x", "--confidence", "7"], 4, "figure, such as `1=7`"),
    (&["log", "x", "--followup", "draft it"], 4, "has no owner"),
    (&["log", "x", "--followup", "mentee: x by 03/04/2026"], 4, "is ambiguous"),
    (&["log", "x", "--minutes", "long"], 4, "`--minutes`: `long` is not a length of time"),
    (&["log", "x", "--at", "tomorrow 10:00"], 4, "is in the future"),
    (&["log", "x", "--next", "yesterday 10:00"], 4, "is in the past"),
    (&["log"], 5, "a log needs notes"),
    (&["checkin", "add", "--at", "fri"], 4, "`fri` needs a time"),
    (&["checkin", "add", "--at", "2027-03-28 01:30"], 4, "does not exist in Europe/London"),
    (&["checkin", "add", "--at", "2027-10-31 01:30"], 4, "happens twice in Europe/London"),
    (&["checkin", "add", "--at", "2026-11-01 10:00"], 4, "is in the past"),
    (
        &["checkin", "add", "--at", "fri 10:00", "--tz", "Mars/Base"],
        4,
        "`Mars/Base` is not a time zone",
    ),
    (&["checkin", "cancel", "9"], 3, "no check-in 9"),
    (&["agree", "--starts", "2027-01-01", "--ends", "2026-12-31"], 4, "can't end on Thu 31 Dec"),
    (&["agree", "--cadence", "sometimes"], 4, "`--cadence`: `sometimes` is not a cadence"),
    (&["agree", "--length", "0"], 4, "`--length`: `0` is not a length of time"),
    (&["agree"], 5, "an agreement needs at least one term"),
    (&["agree", "show"], 3, "no agreement for `ana`"),
    (&["agree", "--from", "missing.toml"], 3, "no file `missing.toml`"),
    (&["agree", "--from=~/missing.toml"], 3, "put a space before `~`"),
    (
        &["feedback", "add", "--from", "mentor"],
        5,
        "feedback needs kind, situation, behaviour and impact",
    ),
    (
        &["feedback", "add", "--kind", "keep", "--impact", "x"],
        5,
        "try `--situation \"Tuesday's incident call\" --behaviour \"You gave a status every 10 minutes\"`",
    ),
    (&["followup", "add", " "], 4, "a follow-up needs a task"),
    (&["log", "x", "--feeling", "9"], 4, "`--feeling`: `9` is not a feeling from 1 to 5"),
    (&["log", "x", "--at", "tomorrow"], 4, "run `mentor checkin add \"2026-12-02 HH:MM\" -p ana`"),
    (
        &["feedback", "add", "--from", "mentor", "--kind", "praise"],
        4,
        "`praise` is not one of `keep`, `change`",
    ),
    (&["review", "--since", "2027-01-01"], 4, "`--since` (Fri 1 Jan 2027) is after Tue 1 Dec"),
    (&["review", "record"], 5, "a review needs a conclusion"),
    (&["person", "edit", "me", "--hours", "17:00-09:00"], 4, "ends before it starts"),
    (&["pair", "add", "ana", "--mentee", "Another"], 4, "a pair `ana` already exists"),
    (&["pair", "add", "x y", "--mentee", "Another"], 4, "can't be a short name"),
    (&["frobnicate"], 2, "unknown command"),
    (&["topic", "add"], 5, "a topic needs a title"),
    (&["goal", "progress"], 2, "`mentor goal progress` needs `<NUMBER>` and `<PERCENT>`"),
    (&["goal", "progress", "1"], 2, "try `mentor goal progress 1 40%`"),
    (&["restore"], 2, "try `mentor restore --list`"),
    (&["person", "edit", "ana"], 2, "try `mentor person edit ana --tz Europe/London`"),
    (&["insight", "outcome", "1"], 2, "needs `<OUTCOME>`"),
    (&["promise"], 2, "did you mean `mentor agree check`?"),
    (&["pair", "pause", "ana", "--until", "fri"], 2, "run `mentor away add today fri`"),
    (&["goal", "edit", "1"], 2, "nothing to change"),
    (&["goal", "add", "x", "--by", "tomorow"], 4, "did you mean `tomorrow`?"),
    (&["checkin", "add", "thrusday", "17:00"], 4, "did you mean `thursday 17:00`?"),
    (&["log", "x", "--next", "next firday 17:00"], 4, "did you mean `next friday 17:00`?"),
    (&["away", "add", "tomorow"], 4, "did you mean `tomorrow`?"),
    (&["checkin", "add", "thursday", "17"], 4, "`17` is not a time of day"),
    (&["agree", "--ends", "2026-11-30"], 4, "the last day Mon 30 Nov is in the past"),
];

#[test]
fn every_refusal_has_its_error_and_exit_code_and_changes_nothing() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("goal add Lead");
    let before = std::fs::read(sandbox.db()).unwrap();
    for (args, status, says) in REFUSED {
        let output = sandbox.run(args);
        assert_eq!(output.status, *status, "{args:?}\n{output}");
        assert!(output.stderr.starts_with("error: "), "{args:?}\n{output}");
        assert!(output.stderr.contains(says), "{args:?}: {says}\n{output}");
        assert_eq!(output.stdout, "", "{args:?}");
        assert_eq!(std::fs::read(sandbox.db()).unwrap(), before, "{args:?} changed the file");
    }
}

#[test]
fn refusal_with_json_is_one_object() {
    let sandbox = Sandbox::with_pair();
    for (args, status, _) in REFUSED {
        let mut args = args.to_vec();
        args.push("--json");
        let output = sandbox.run(&args);
        let error: serde_json::Value = serde_json::from_str(&output.stderr).unwrap();
        assert_eq!(error["schema"], "mentor.error/1", "{args:?}");
        assert_eq!(error["exit"], *status, "{args:?}");
    }
}

#[test]
fn ended_pair_is_read_only() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("pair end ana --because reached");
    insta::assert_snapshot!(sandbox.run("topic add x -p ana"), @"
    --- stderr ---
    error: `ana` ended on Tue 1 Dec and is read-only
    hint: run `mentor pair resume ana` to resume it
    [exit 4]
    ");
}

#[test]
fn ambiguous_pair_name_lists_both_matches() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("pair add anders --mentee Anders");
    insta::assert_snapshot!(sandbox.run("topic add x -p an"), @"
    --- stderr ---
    error: two pairs match `an`: `ana` and `anders`
    hint: use `-p ana` or `-p anders`
    [exit 3]
    ");
    assert_eq!(sandbox.run("topic add x").status, 3);
}

#[test]
fn a_note_of_ten_megabytes_is_refused() {
    let sandbox = Sandbox::with_pair();
    let note = "x".repeat(10 << 20);
    let output = sandbox.run_with("log -", note.as_bytes(), None);
    assert_eq!(output.status, 4);
    assert!(output.stderr.contains("the note is too long"), "{}", output.stderr);
}

#[test]
fn invalid_utf8_is_refused_with_its_line() {
    let sandbox = Sandbox::with_pair();
    let output = sandbox.run_with("log --from -", b"notes = 'a'\nwins = '\xff'\n", None);
    assert_eq!(output.status, 4);
    assert!(output.stderr.contains("line 2 of standard input is not UTF-8 text"), "{output}");
}

#[test]
fn form_with_an_unknown_key_or_type_reports_line_and_key() {
    let sandbox = Sandbox::with_pair();
    let unknown = sandbox.run_with("agree --from -", b"purpose = 'x'\ncadense = 'y'\n", None);
    insta::assert_snapshot!(unknown, @"
    --- stderr ---
    error: line 2 of standard input: unknown key `cadense`
           nothing was changed; your text is saved in `~/.local/state/mentor/drafts/agree.toml`
    hint: did you mean `cadence`?
    hint: run `mentor draft resume agree --editor` to fix it
    [exit 4]
    ");
    let wrong = sandbox.run_with("log --from -", b"minutes = ['a']\n", None);
    assert!(wrong.stderr.contains("line 1 of standard input: `minutes` must be a text"), "{wrong}");
}
