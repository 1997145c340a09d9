//! Help pages, hints and examples of all commands.

use std::fs;

use crate::json::must_fit;
use crate::sandbox::{Output, Sandbox};

#[test]
fn help_goes_to_stdout() {
    let sandbox = Sandbox::new();
    for args in [
        &["--help"][..],
        &["help"],
        &["log", "--help"],
        &["goal", "add", "-h"],
        &["--version"],
        &["completions", "zsh"],
    ] {
        let output = sandbox.run(args);
        assert_eq!(output.status, 0, "{args:?}\n{output}");
        assert!(!output.stdout.is_empty(), "{args:?}");
        assert!(output.stderr.is_empty(), "{args:?}\n{output}");
    }
}

#[test]
fn help_for_a_command_can_be_requested_in_two_ways() {
    let sandbox = Sandbox::new();
    assert_eq!(sandbox.ok("help goal add"), sandbox.ok("goal add --help"));
    assert!(sandbox.ok("help log").starts_with("Record a check-in"));
}

#[test]
fn help_screen_begins_with_the_first_steps() {
    let screen = Sandbox::new().ok("--help");
    let places: Vec<_> =
        ["Get started:", "Everyday:", "Records (", "Setup ", "Data ", "Topics ", "Options "]
            .map(|heading| screen.find(heading).unwrap())
            .to_vec();
    assert!(places.is_sorted(), "{screen}");
}

/// Mistyped commands, and the suggestion in the hint.
const SUGGESTIONS: &[(&[&str], &str)] = &[
    (&["goals"], "mentor goal list"),
    (&["followups"], "mentor followup list"),
    (&["topics"], "mentor topic list"),
    (&["reviews"], "mentor review list"),
    (&["agendas"], "mentor agenda"),
    (&["todo"], "mentor followup list"),
    (&["meetings"], "mentor checkin list"),
    (&["settings"], "mentor config show"),
    (&["folowup"], "mentor followup"),
    (&["agnda"], "mentor agenda"),
    (&["goal", "ad"], "mentor goal add"),
    (&["goal", "ls"], "mentor goal list"),
    (&["goal", "show", "first"], "mentor goal list"),
    (&["goal", "rm", "1"], "mentor goal delete 1"),
    (&["goal", "1"], "mentor goal show 1"),
    (&["followup", "1-3"], "mentor followup show 1-3"),
    (&["goal", "postpone"], "mentor goal edit 1 --by DATE"),
    (&["goal", "postpone", "7"], "mentor goal edit 7 --by DATE"),
    (&["goal", "postpone", "1", "2027-01-05"], "mentor goal edit 1 --by 2027-01-05"),
    (&["followup", "defer", "2", "to", "7", "jan"], "mentor followup edit 2 --by '7 jan'"),
    (&["move", "1", "fri", "11:00"], "mentor checkin move 1 fri 11:00"),
    (&["postpone", "1"], "mentor followup edit 1 --by DATE"),
    (&["lgo", "x"], "mentor log x"),
    (&["todo", "add", "send it"], "mentor followup add 'send it'"),
    (&["follow-up", "add", "x", "--by", "fri"], "mentor followup add x --by fri"),
    (&["goals", "add", "Lead"], "mentor goal add Lead"),
    (&["task", "finish", "2"], "mentor followup done 2"),
    (&["pair", "rename", "ana", "annie"], "mentor pair edit ana --rename annie"),
    (&["rename"], "mentor pair edit PAIR --rename NAME"),
    (&["pair", "pause", "ana", "--until", "2027-01-10"], "mentor away add today 2027-01-10"),
    (&["pair", "pause", "ana", "--until=7 jan"], "mentor away add today '7 jan'"),
    (&["checkin", "postpone", "3"], "mentor checkin move 3"),
    (&["done", "5"], "mentor followup done 5"),
    (&["done", "1,2", "4-6"], "mentor followup done 1,2 4-6"),
    (&["cancel", "3"], "mentor checkin cancel 3"),
    (&["upgrade"], "mentor --version"),
    (&["update"], "mentor --version"),
    (&["purg", "topic", "1"], "mentor --help"),
    (&["restor"], "mentor --help"),
    (&["checkin", "add"], "mentor checkin add thu 17:00"),
    (&["checkin", "move", "4"], "mentor checkin move 4 fri 11:00"),
    (&["-p", "ana", "followup", "complete", "3"], "mentor followup done 3"),
    (&["topic", "new"], "mentor topic add"),
    (&["checkin", "create"], "mentor checkin add"),
    (&["help", "privcy"], "mentor help privacy"),
    (&["help", "goal", "ad"], "mentor goal add"),
    (&["goal", "add", "x", "--prviate"], "--private"),
    (&["status", "--jsn"], "--json"),
    (&["due", "--titles"], "--titles-off"),
    (&["due", "--zzz"], "mentor due --help"),
    (&["use", "ana"], "mentor pair use ana"),
    (&["use", "anna"], "mentor pair use anna"),
    (&["switch", "ana"], "mentor pair use ana"),
    (&["pause", "ana"], "mentor pair pause ana"),
    (&["stop", "ana"], "mentor pair end ana"),
    (&["pair", "delete", "ana"], "mentor pair end ana"),
    (&["pair", "activate", "ana"], "mentor pair use ana"),
    (&["rename", "ana", "annie"], "mentor pair edit ana --rename annie"),
    (&["set", "editor", "vim"], "mentor config set editor vim"),
    (&["unset", "editor"], "mentor config unset editor"),
    (&["color", "never"], "mentor config set color never"),
    (&["config", "editor"], "mentor config get editor"),
    (&["whoami"], "mentor person show me"),
    (&["tz", "Asia/Tokyo"], "mentor person edit me --tz Asia/Tokyo"),
    (&["hours", "9-17"], "mentor person edit me --hours 9-17"),
    (&["tz"], "mentor person edit me --tz ZONE"),
    (&["add", "goal", "Lead a review"], "mentor goal add 'Lead a review'"),
    (&["list", "goals"], "mentor goal list"),
    (&["find", "design"], "mentor search design"),
    (&["schedule", "thu", "17:00"], "mentor checkin add thu 17:00"),
    (&["accept"], "mentor agree accept"),
    (&["question", "reply", "2", "yes"], "mentor question answer 2 yes"),
    (&["goal", "set", "2", "80"], "mentor goal progress 2 80"),
    (&["checkin", "done", "3"], "mentor log --checkin 3"),
    (&["ana"], "mentor status -p ana"),
    (&["Ana", "agenda"], "mentor agenda -p ana"),
    (&["agenda", "ana"], "mentor agenda -p ana"),
    (&["review", "ana"], "mentor review -p ana"),
    (&["goal", "ana"], "mentor goal list -p ana"),
    (&["pair", "ana"], "mentor pair show ana"),
    (&["topic", "add", "about", "ana"], "mentor topic add [OPTIONS] [TITLE]"),
    (&["goal", "Learn Rust"], "mentor goal add 'Learn Rust'"),
    (&["goal", "Learn Rust", "friday"], "mentor goal add 'Learn Rust' --by friday"),
    (&["todo", "send it", "friday"], "mentor followup add 'send it' --by friday"),
    (&["todo", "Read", "fri"], "mentor followup add Read --by fri"),
    (&["todo", "lst"], "mentor followup list"),
    (&["topic", "Say no"], "mentor topic add 'Say no'"),
    (&["log", "x", "--duration", "5"], "--minutes"),
    (&["log", "x", "--mins=5"], "--minutes"),
    (&["checkin", "add", "fri", "9:00", "--duration", "50"], "--length"),
    (&["goal", "add", "x", "--due", "fri"], "--by"),
    (&["goal", "list", "--done"], "--all"),
    (&["goal", "progress", "1", "40", "--date", "today"], "--on"),
    (&["followup", "add", "x", "--for", "ana"], "--owner"),
    (&["review", "--until", "today"], "--as-of"),
    (&["pair", "add", "bob", "--mentee", "Bob", "--timezone", "UTC"], "--tz"),
    // Nothing is better than something wrong.
    (&["exit"], "mentor --help"),
    (&["quit"], "mentor --help"),
    (&["foo"], "mentor --help"),
    (&["help", "foo"], "mentor --help"),
    (&["goal", "add", "x", "--for", "ana"], "mentor goal add --help"),
    (&["log", "--note", "x"], "mentor log --help"),
    (&["checkin", "cancel", "1", "--due", "fri"], "mentor checkin cancel --help"),
    (&["export", "--format", "csv"], "mentor export --help"),
];

#[test]
fn mistyped_or_other_words_get_a_suggestion() {
    let sandbox = Sandbox::with_pair();
    for (args, meant) in SUGGESTIONS {
        let output = sandbox.run(args);
        assert_eq!(output.status, 2, "{args:?}\n{output}");
        assert!(output.stderr.contains(&format!("`{meant}`")), "{args:?}: {meant}\n{output}");
    }
}

#[test]
fn verb_without_a_noun_suggests_the_records_with_that_number() {
    let sandbox = Sandbox::with_pair();
    let hint = |args: &[&str]| {
        let message = sandbox.run(args).stderr;
        message.lines().nth(1).unwrap_or_default().to_owned()
    };
    // No record has this number yet.
    assert_eq!(
        hint(&["show", "5"]),
        "hint: did you mean `mentor goal show 5`, `mentor followup show 5`, `mentor topic show 5` or `mentor checkin show 5`?"
    );
    sandbox.ok("topic add Pace");
    sandbox.ok("advice add 'Write first'");
    sandbox.ok("goal add Lead");
    sandbox.ok("goal add Speak");
    sandbox.ok("followup add 'send it'");
    sandbox.ok("followup add 'read it'");
    sandbox.ok("goal done 1");
    for (args, meant) in [
        (&["done", "2"][..], "`mentor goal done 2` or `mentor followup done 2`"),
        (&["finish", "1"], "`mentor followup done 1` or `mentor topic done 1`"),
        (
            &["postpone", "2", "fri"],
            "`mentor goal edit 2 --by fri` or `mentor followup edit 2 --by fri`",
        ),
        (&["abandon", "2"], "`mentor goal drop 2` or `mentor followup drop 2`"),
        (
            &["show", "1"],
            "`mentor goal show 1`, `mentor followup show 1`, `mentor topic show 1` or `mentor advice show 1`",
        ),
        (&["edit", "2"], "`mentor goal edit 2` or `mentor followup edit 2`"),
        (&["view", "2", "-p", "ana"], "`mentor goal show 2` or `mentor followup show 2`"),
        (&["delete", "2"], "`mentor goal delete 2` or `mentor followup delete 2`"),
    ] {
        assert_eq!(hint(args), format!("hint: did you mean {meant}?"), "{args:?}");
    }
}

#[test]
fn errors_of_clap_follow_the_style_of_other_errors() {
    let sandbox = Sandbox::with_pair();
    insta::assert_snapshot!(sandbox.run("checkin add"), @"
    --- stderr ---
    error: a check-in needs a date and time
    hint: try `mentor checkin add thu 17:00`
    [exit 2]
    ");
    insta::assert_snapshot!(sandbox.run("feedback add --kind kep"), @"
    --- stderr ---
    error: `--kind`: `kep` is not one of `keep`, `change`
    hint: did you mean `keep`?
    [exit 4]
    ");
    insta::assert_snapshot!(sandbox.run("option decide 1 purs"), @"
    --- stderr ---
    error: `purs` is not one of `pursued`, `taken` or `declined`
    hint: did you mean `pursued`?
    [exit 2]
    ");
    insta::assert_snapshot!(sandbox.run("goal list --csv --tsv"), @"
    --- stderr ---
    error: the argument `--csv` can't be combined with `--tsv`
    hint: use `mentor goal list --csv`
    [exit 2]
    ");
    insta::assert_snapshot!(sandbox.run("upgrade"), @"
    --- stderr ---
    error: unknown command `upgrade`
    hint: run `mentor --version`, then update with your package manager
    [exit 2]
    ");
}

#[test]
fn the_topics_of_the_manual_are_listed() {
    let sandbox = Sandbox::new();
    let listed = sandbox.ok("help topics");
    for topic in ["dates", "privacy", "exit-codes", "settings", "commands"] {
        assert!(listed.contains(&format!("\n  {topic} ")), "{listed}");
    }
}

#[test]
fn list_of_numbers_can_be_quoted() {
    let sandbox = Sandbox::with_pair();
    for title in ["a", "b", "c", "d", "e", "f"] {
        sandbox.ok(&["followup", "add", title, "--owner", "me"]);
    }
    sandbox.ok("followup done '1,2 3-4'");
    sandbox.ok("log Talked --done '5, 6'");
    assert_eq!(sandbox.ok("followup list"), "");
    for odd in ["", " ", ",", "1,,2"] {
        let output = sandbox.run(&["followup", "reopen", odd]);
        assert_eq!(output.status, 2, "{odd:?}: {output}");
    }
}

#[test]
fn unknown_word_suggests_the_list_of_commands() {
    let sandbox = Sandbox::new();
    insta::assert_snapshot!(sandbox.run("frobnicate"), @"
    --- stderr ---
    error: unknown command `frobnicate`
    hint: run `mentor --help` to see the commands
    [exit 2]
    ");
    insta::assert_snapshot!(sandbox.run("goal frobnicate"), @"
    --- stderr ---
    error: unknown command `frobnicate`
    hint: run `mentor goal --help` to see the commands
    [exit 2]
    ");
    insta::assert_snapshot!(sandbox.run("topic"), @"
    --- stderr ---
    error: `mentor topic` needs a subcommand: `add`, `list`, `show`, `edit`, `delete`, `done`, `drop` or `reopen`
    hint: run `mentor topic --help` to see what each does
    [exit 2]
    ");
    insta::assert_snapshot!(sandbox.run("goal add Lead a review"), @"
    --- stderr ---
    error: unexpected argument `a`
    hint: put quotes around text with spaces
    hint: use `mentor goal add [OPTIONS] [TITLE]`
    [exit 2]
    ");
    insta::assert_snapshot!(sandbox.run("introduction advance 1 met"), @"
    --- stderr ---
    error: unexpected argument `met`
    hint: use `mentor introduction advance [OPTIONS] <NUMBER>`
    [exit 2]
    ");
}

/// Makes a file with records of every kind, so that the examples find the records they name.
fn sample_files() -> Sandbox {
    let sandbox = Sandbox::with_agreement();
    for line in [
        "pair edit ana --since 2026-11-01",
        "agree renew --length 50m --because Longer",
        "checkin add --at 2026-12-03T17:00",
        "log Talked --at 2026-11-20T10:00 --minutes 40",
        "log Again --at 2026-11-25T10:00 --minutes 40",
        "review record --next More",
        "goal add Lead",
        "topic add Pace",
        "topic add Tone",
        "followup add notes --owner me",
        "question add Why? --from mentee",
        "feedback add --kind keep --situation S --behaviour B --impact I --from me",
        "advice add Write",
        "win add Shipped",
        "skill add Reviews",
        "resource add Book",
        "introduction add Kim",
        "option add Staff",
        "option add Lead",
        "option decide 2 declined --because Later",
        "approach add Questions",
        "norm add Silence",
        "pulse add",
        "away add 2027-02-01",
        "config set week_starts monday",
        "backup",
    ] {
        sandbox.ok(&line.split(' ').collect::<Vec<_>>());
    }
    sandbox.file("tasks.csv", "Task,Who\nRead the RFC,me\n");
    sandbox.file("calls.csv", "Date,Notes\n2026-12-01,Scope\n");
    sandbox.file(
        "calendar.ics",
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y\r\nEND:VCALENDAR\r\n",
    );
    sandbox.file("config.toml", "week_starts = \"sunday\"\n");
    let form = "purpose = \"Grow\"\nlength = \"45m\"\n";
    let pulse =
        "rhythm = 4\nfollow_through = 5\ncandour = 4\nchallenge = 3\nsupport = 5\nprogress = 4\n";
    sandbox.file("pulse.toml", pulse);
    sandbox.file("sam.toml", form);
    sandbox.file("ana.toml", form);
    sandbox
}

/// Copies the data file into a new sandbox.
fn copied(sandbox: &Sandbox) -> Sandbox {
    fn copy(from: &std::path::Path, to: &std::path::Path) {
        std::fs::create_dir_all(to).unwrap();
        for entry in std::fs::read_dir(from).unwrap() {
            let (from, to) = entry.map(|entry| (entry.path(), to.join(entry.file_name()))).unwrap();
            if from.is_dir() {
                copy(&from, &to);
            } else {
                std::fs::copy(&from, &to).unwrap();
            }
        }
    }
    let other = Sandbox::new();
    copy(sandbox.home.path(), other.home.path());
    other
}

/// Prepares what some examples need, or removes what must not exist yet.
fn prepare(sandbox: &Sandbox, line: &str) {
    let words = line.trim_start_matches("mentor ");
    if words.starts_with("checkin no-show") {
        sandbox.at("2026-12-03T18:00:00Z");
    }
    if words == "share join join-sam.mentor" {
        be_invited(sandbox);
    } else if words == "share take reply.eml" {
        be_answered(sandbox);
    } else if words.starts_with("share letter") {
        // For a partner who does not use mentor.
    } else if words.starts_with("share ") && !words.starts_with("share invite")
        || words.starts_with("sync")
    {
        share_with_ana(sandbox);
    }
    let prepare: &[&str] = match words.split(' ').take(2).collect::<Vec<_>>()[..] {
        ["goal", "resume"] => &["goal pause 1"],
        ["topic", "reopen"] => &["topic done 1"],
        ["followup", "reopen"] => &["followup done 1"],
        ["question", "reopen"] => &["question drop 1"],
        ["resource", "reopen"] => &["resource done 1"],
        ["skill", "resume"] => &["skill drop 1"],
        ["agree", "--purpose"] => &["pair add cy --mentee Cy", "pair use cy"],
        ["pair", "resume"] => &["pair pause ana"],
        ["end", "show" | "update"] => &["end --reason achieved"],
        ["pulse", "mine"] => &[
            "pulse answer --rhythm 4 --follow-through 5 --candour 4 --challenge 3 --support 5 --progress 4",
        ],
        ["pulse", "add"] => &["pulse drop 1"],
        ["redo", ..] => &["undo"],
        ["draft", _] => &["topic add 'A long text\nthat is kept' --from nobody"],
        _ => &[],
    };
    for line in prepare {
        let words = shell_words::split(line).unwrap();
        let _ = sandbox.run(&words.iter().map(String::as_str).collect::<Vec<_>>());
    }
}

/// Lets Kim, who has a data file of her own, invite the user.
fn be_invited(sandbox: &Sandbox) {
    let at = |name: &str| sandbox.home.path().join(name).display().to_string();
    let (kim, invitation) = (at("kim.db"), at("join-sam.mentor"));
    sandbox.ok(&["--db", &kim, "init", "--name", "Kim Lee"]);
    sandbox.ok(&["--db", &kim, "pair", "add", "sam", "--mentee", "Sam"]);
    sandbox.ok(&format!("--db '{kim}' share invite sam --all -o '{invitation}'"));
}

/// Lets Ana, who does not use mentor, answer a letter.
fn be_answered(sandbox: &Sandbox) {
    let letter = sandbox.ok("share letter ana");
    let reply = letter.replace("one a line):", "one a line): Fear of public speaking");
    assert_ne!(letter, reply);
    sandbox.file("reply.eml", &reply);
}

/// Shares the pair with Ana's own data file, where both sides have changed the title of goal 1.
fn share_with_ana(sandbox: &Sandbox) {
    let at = |name: &str| sandbox.home.path().join(name).display().to_string();
    let (ana, sent, answer) = (at("ana.db"), at("sent.mentor"), at("for-sam.mentor"));
    let folder = at("shared");
    fs::create_dir_all(&folder).unwrap();
    sandbox.ok(&["share", "invite", "ana", "--all", "--folder", &folder]);
    let invitation = fs::read_dir(&folder).unwrap().next().unwrap().unwrap().path();
    let invitation = invitation.display().to_string();
    let join = ["--db", &ana, "share", "join", &invitation, "--yes", "--unchecked", "-o", &answer];
    sandbox.ok(&join);
    sandbox.ok(&["share", "take", &answer]);
    sandbox.ok("share words ana --ok");
    sandbox.ok(&["share", "send", "ana", "-o", &sent]);
    sandbox.ok(&["--db", &ana, "share", "take", &sent, "--yes"]);
    sandbox.ok("goal edit 1 --title 'One of two titles'");
    let goals = sandbox.json(&["--db", &ana, "goal", "list", "--all"]);
    let goals = goals["items"].as_array().unwrap().clone();
    let uid = &sandbox.json("goal show 1")["item"]["uid"];
    let hers = goals.iter().find(|goal| goal["uid"] == *uid).unwrap()["id"].to_string();
    sandbox.ok(&format!("--db '{ana}' goal edit '{hers}' --title 'The other of two titles'"));
    sandbox.ok(&["--db", &ana, "share", "send", "--unchecked", "-o", &answer]);
    sandbox.ok(&["share", "take", &answer]);
}

/// Returns the examples of every command that does something; each must have at least one.
fn examples() -> Vec<&'static str> {
    let page = include_str!("../../docs/commands.md");
    let mut all = Vec::new();
    for section in page.split("\n### mentor ").skip(1) {
        let name = section.lines().next().unwrap();
        let examples = section
            .split("\nExamples:\n")
            .skip(1)
            .flat_map(|rest| rest.lines().take_while(|line| line.starts_with("  mentor ")))
            .map(str::trim);
        let only = section.lines().filter_map(|line| line.strip_prefix("Example: "));
        let examples: Vec<&str> = examples.chain(only).collect();
        assert!(!examples.is_empty(), "`{name}` has no example");
        // Without a terminal, there is no editor and nobody to ask.
        let needs_terminal =
            |line: &&str| line.ends_with(" --editor") || line.ends_with(" on a terminal");
        all.extend(examples.into_iter().filter(|line| !needs_terminal(line)));
    }
    assert!(all.len() > 180, "only {}", all.len());
    all
}

/// Runs an example with additional arguments in a copy of this sandbox.
fn typed(first: &Sandbox, line: &str, more: &[&str]) -> Output {
    let sandbox = copied(first);
    prepare(&sandbox, line);
    let words = shell_words::split(line).unwrap();
    let is_file = |word: &str| word.contains('.') && !word.contains([' ', '{']);
    let words: Vec<String> = words[1..]
        .iter()
        .map(|word| {
            if is_file(word) && !line.starts_with("mentor schema") {
                sandbox.home.path().join(word).display().to_string()
            } else {
                word.clone()
            }
        })
        .collect();
    let words = words.iter().map(String::as_str);
    let words: Vec<&str> = words.chain(more.iter().copied()).collect();
    sandbox.run(&words)
}

/// Returns what is wrong with the output of `--json`.
fn wrong_json(output: &Output) -> Option<&'static str> {
    let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).ok();
    // Status 1 is a regular answer: a condition that a flag asked for does not hold.
    if output.status > 1 {
        // The error object comes last; a plan shown before it is meant for people.
        let error = output.stderr.find("{\n").map(|at| &output.stderr[at..]);
        let error = error.and_then(read);
        let is_named = error.is_some_and(|error| error["schema"] == "mentor.error/1");
        return match (is_named, output.stdout.as_str()) {
            (true, "") => None,
            _ => Some("refused, but not by one error in JSON"),
        };
    }
    let Some(answer) = read(&output.stdout) else {
        return Some("done, but the answer is no JSON");
    };
    let title = answer["schema"].as_str().or(answer["title"].as_str());
    let Some(name) = title.filter(|title| title.starts_with("mentor.")) else {
        return Some("the answer does not say which schema it has");
    };
    let schema = Sandbox::new().run(&["schema", name]);
    let Some(schema) = read(&schema.stdout) else {
        return Some("there is no such schema");
    };
    let fits = answer["schema"].is_null() || jsonschema::is_valid(&schema, &answer);
    (!fits).then_some("the answer does not fit its schema")
}

fn schema_names() -> Vec<String> {
    Sandbox::new().ok("schema").lines().map(str::to_owned).collect()
}

#[test]
fn json_and_other_formats_exclude_each_other() {
    let page = include_str!("../../docs/commands.md");
    let first = sample_files();
    let mut seen = 0;
    for section in page.split("\n### mentor ").skip(1) {
        let name = section.lines().next().unwrap();
        for option in ["--csv", "--tsv", "--markdown", "--html"] {
            let has_it = section.lines().any(|line| line.trim_start().starts_with(option));
            if !has_it || section.contains("<COMMAND>") {
                continue;
            }
            let words: Vec<&str> = name.split(' ').chain([option, "--json"]).collect();
            let words = match name {
                "search" => [&words[..], &["talk"]].concat(),
                _ => words,
            };
            let output = first.run(&words);
            assert_eq!(wrong_json(&output), None, "{words:?}\n{output}");
            assert_ne!(output.status, 0, "{words:?}\n{output}");
            seen += 1;
        }
    }
    assert!(seen > 40, "only {seen}");
}

#[test]
fn version_is_one_line_or_all_components() {
    let sandbox = Sandbox::new();
    let line = format!("mentor {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(sandbox.ok("-V"), line);
    let long = sandbox.ok("--version");
    let begins: Vec<&str> = long.lines().filter_map(|line| line.split(' ').next()).collect();
    assert_eq!(begins, ["mentor", "SQLite", "zone", "data"], "{long}");
    assert!(long.starts_with(&format!("{} (", line.trim_end())), "{long}");
    must_fit("version", &sandbox.json("--version"));
}

#[test]
fn schema_is_printed_by_the_name_in_the_answers() {
    let sandbox = Sandbox::with_pair();
    must_fit("schema.list", &sandbox.json("schema"));
    assert!(sandbox.ok("schema").lines().any(|name| name == "goal"));
    let printed = sandbox.ok("schema mentor.goal/1");
    let printed: serde_json::Value = serde_json::from_str(&printed).unwrap();
    let kept = include_str!("../../docs/json/mentor.goal.schema.json");
    let kept: serde_json::Value = serde_json::from_str(kept).unwrap();
    assert_eq!(printed, kept);
}

#[test]
fn the_help_of_a_noun_ends_with_an_example() {
    let sandbox = Sandbox::new();
    let ends = |noun: &str| sandbox.ok(&[noun, "--help"]);
    for (noun, example) in [
        ("goal", "mentor goal add \"Lead a design review\" --by 2027-03-01 --step \"Shadow one\""),
        ("person", "mentor person edit ana --tz Asia/Tokyo --from today"),
        ("draft", "mentor draft list"),
    ] {
        let end = format!("\nExample: {example}\n\nGlobal options: mentor help options\n");
        assert!(ends(noun).ends_with(&end), "{}", ends(noun));
    }
}

#[test]
fn the_help_of_log_begins_with_its_examples() {
    let sandbox = Sandbox::new();
    let help = sandbox.ok("log --help");
    let at = |text: &str| help.find(text).unwrap_or_else(|| panic!("{text}\n{help}"));
    assert!(at("Usage:") < at("Examples:") && at("Examples:") < at("Arguments:"));
    assert!(at("Examples:\n  mentor log  ") < at("[NOTES]  "), "{help}");
    assert!(at("Arguments:") < at("The check-in:") && !help.contains("\nOptions:"), "{help}");
    assert!(at("Input:") < at("--yes"), "{help}");
    assert_eq!(help.matches("Examples:").count(), 1, "{help}");
    assert!(at("Global options:") > at("--template"));
}

#[test]
fn help_of_an_option_is_a_phrase_about_its_content() {
    let page = include_str!("../../docs/commands.md");
    let is_option =
        |line: &&str| line.starts_with("  ") && line.trim_start().starts_with(['-', '<', '[']);
    for line in page.lines().filter(is_option) {
        let about = line.trim_start().split_once("  ").map_or("", |(_, about)| about.trim_start());
        let vague = ["Filter by", "Its ", "What it did"];
        let ends = about.ends_with(['.', '?']) && !about.ends_with("...");
        assert!(!ends && !vague.iter().any(|begin| about.starts_with(begin)), "{line}");
    }
}

/// Left out by `just check`.
mod slow {
    use super::*;

    #[test]
    fn every_example_of_the_help_succeeds() {
        let first = sample_files();
        let mut wrong = Vec::new();
        for line in examples() {
            let output = typed(&first, line, &[]);
            // A command that asks for confirmation needs a terminal or `--yes`.
            let asks = output.status == 5 && output.stderr.contains("--yes");
            let needs_timer = line.starts_with("mentor remind ");
            let tells_by_status = output.status == 1 && line.ends_with(" --exit-code");
            if output.status != 0 && !asks && !needs_timer && !tells_by_status {
                wrong.push(format!("{line}\n{output}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn every_command_prints_json_or_refuses_to() {
        let first = sample_files();
        let (mut wrong, mut refused) = (Vec::new(), Vec::new());
        let mut unused = schema_names();
        for line in examples() {
            let output = typed(&first, line, &["--json"]);
            unused.retain(|name| !output.to_string().contains(&format!("\"mentor.{name}/1\"")));
            if let Some(what) = wrong_json(&output) {
                wrong.push(format!("{what}: {line}\n{output}"));
            }
            if output.status == 2 {
                refused.push(line);
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        assert_eq!(unused, [""; 0], "schemas that no example uses");
        assert_eq!(
            refused,
            [
                "mentor agenda --for-partner --markdown",
                "mentor agree show --markdown",
                "mentor review --since \"1 nov\" --for-partner --markdown",
                "mentor progress --html -o progress.html",
                "mentor end show --markdown",
                "mentor pair show --html -o ana.html",
                "mentor completions zsh",
                "mentor man",
                "mentor man goal add",
            ]
        );
    }
}

#[test]
fn title_of_a_record_is_not_described_as_its_noun() {
    let sandbox = Sandbox::new();
    for noun in [
        "goal", "topic", "followup", "question", "advice", "win", "skill", "resource",
        "introduction", "option", "approach", "norm",
    ] {
        let help = sandbox.ok(&[noun, "--help"]);
        let about = help.lines().next().unwrap();
        let add = sandbox.ok(&[noun, "add", "--help"]);
        assert!(!add.contains(about), "{add}");
    }
}

#[test]
fn global_options_may_stand_before_a_subcommand() {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("pair add kim --mentee Kim");
    sandbox.ok("review -p ana record --next 'Lead the big review'");
    assert_eq!(sandbox.ok("review -p ana list"), sandbox.ok("review list -p ana"));
    assert_eq!(sandbox.ok("agree --pair=ana show"), sandbox.ok("agree show -p ana"));
    insta::assert_snapshot!(sandbox.run("review --since 2026-12-01 record -p ana"), @"
    --- stderr ---
    error: `mentor review record` can't be combined with `--since`
    hint: run `mentor review record --help` to see its options
    [exit 2]
    ");
}

#[test]
fn an_option_before_its_command_is_put_after_it() {
    insta::assert_snapshot!(Sandbox::new().run("--html review"), @"
    --- stderr ---
    error: unknown option `--html`
    hint: put it after the command: `mentor review --html`
    [exit 2]
    ");
}

#[test]
fn a_number_below_zero_is_not_called_an_option() {
    let sandbox = Sandbox::with_pair();
    insta::assert_snapshot!(sandbox.run("topic add '-3 dB in the room'"), @"
    --- stderr ---
    error: `-3 dB in the room` begins like an option
    hint: put `--` before it: `mentor topic add -- '-3 dB in the room'`
    [exit 2]
    ");
    insta::assert_snapshot!(sandbox.run("goal done -12"), @"
    --- stderr ---
    error: `-12` is not a record number
    hint: run `mentor goal list` to see the numbers
    [exit 2]
    ");
    sandbox.ok("skill add 'Design reviews'");
    assert!(!sandbox.run("skill rate 1 -2").stderr.contains("option"));
}

#[test]
fn a_file_name_without_its_option_gets_a_hint() {
    let sandbox = Sandbox::with_pair();
    let hint = |command: &str| {
        let output = sandbox.run(command);
        assert!(output.stderr.starts_with("error: unexpected argument `"), "{output}");
        output.stderr.lines().nth(1).unwrap_or_default().to_owned()
    };
    for command in ["agenda --html a.html", "review --html a.html", "pair show ana --html a.html"] {
        assert_eq!(hint(command), "hint: use `-o a.html` to write it to a file", "{command}");
    }
    let listing = hint("goal list --csv goals.csv");
    assert_eq!(listing, "hint: use `> goals.csv` to write it to a file");
    assert!(!hint("import a.csv b.csv --csv --as goal").contains("use `>"));
    let undo = hint("undo 3");
    assert_eq!(undo, "hint: `mentor undo` takes one change at a time; run it again for more");
}

#[test]
fn a_noun_without_a_verb_lists_its_verbs_with_options_too() {
    let sandbox = Sandbox::with_pair();
    let alone = sandbox.run("norm");
    assert!(alone.stderr.starts_with("error: `mentor norm` needs a subcommand: `"), "{alone}");
    assert_eq!(sandbox.run("norm -p ana").stderr, alone.stderr);
}

#[test]
fn a_state_typed_as_an_option_leads_to_its_verb() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("goal add Lead");
    let hint =
        |command: &str| sandbox.run(command).stderr.lines().nth(1).unwrap_or_default().to_owned();
    assert_eq!(hint("goal edit 1 --state done"), "hint: did you mean `mentor goal done 1`?");
    assert_eq!(hint("goal edit 1 --status=finished"), "hint: did you mean `mentor goal done 1`?");
    assert_eq!(hint("agree edit --length 50"), "hint: did you mean `mentor agree renew`?");
    assert_eq!(hint("pair edit ana --slug anna"), "hint: did you mean `--rename`?");
    assert_eq!(hint("share status"), "hint: did you mean `mentor share`?");
}
