//! Every listing and report on wide and narrow screens, in ASCII, and as plain sentences.

use crate::sandbox::{Output, Sandbox};
use crate::text_width::{columns, fits_or_is_command};

/// A word that fits into no narrow column, letters of two columns, letters of no width, and control characters.
const HARD_TEXTS: [&str; 4] = [
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft and more",
    "設計書を書いて、みんなに回して、意見を聞いてから次の会議までに直しておくこと",
    "cafe\u{301} 👩‍👩‍👧 and a fami\u{301}ly of le\u{301}tters that jo\u{301}in the one befo\u{301}re them, lo\u{301}ng",
    "tab\there, bell\u{7} and \u{1b}[31mred\u{1b}[0m and \u{202e}turned\u{202c} https://example.org/a/very/long/path/indeed?x=1",
];

fn set(sandbox: &Sandbox, name: &str, value: &str) {
    sandbox.vars.borrow_mut().insert(name.into(), value.into());
}

/// Commands that are run with each of the hard texts in place of `{}`.
const COMMANDS: [&str; 15] = [
    "goal add {} --by 2026-12-02 --why {} --done-when {}",
    "topic add {}",
    "followup add {} --owner me --by 2026-12-01",
    "win add {}",
    "insight add {}",
    "feedback add --from me --kind change --situation {} --behaviour {} --impact {}",
    "log {} --decision {} --blocker {}",
    "review record --achievement {} --next {}",
    "question add {}",
    "skill add {}",
    "introduction add {}",
    "resource add {}",
    "option add {}",
    "approach add {}",
    "norm add {} --yes",
];

/// Makes a mentorship of half a year, and a pair whose texts are hard to lay out.
fn sample_files() -> Sandbox {
    let sandbox = Sandbox::new();
    let demo = sandbox.json("demo")["db"].as_str().unwrap().to_owned();
    set(&sandbox, "MENTOR_DB", &demo);
    set(&sandbox, "NO_COLOR", "1");
    let hard = |line: &str, text: &str| {
        let words = line.split(' ').map(|word| if word == "{}" { text } else { word });
        sandbox.ok(&words.chain(["-p", "yuki"]).collect::<Vec<_>>());
    };
    sandbox.ok("pair add yuki --mentee '田中 雪' --tz Asia/Tokyo");
    for text in HARD_TEXTS {
        for line in COMMANDS {
            hard(line, text);
        }
    }
    hard("away add 2026-12-24 2027-01-02 --because {}", HARD_TEXTS[1]);
    hard("skill rate 4 2 --by mentee --evidence {}", HARD_TEXTS[0]);
    hard("person edit me --prefers {}", HARD_TEXTS[0]);
    hard(
        "agree --purpose {} --mentor-expects {} --cadence monthly --length 45m --review-every 8w --off-limits {}",
        HARD_TEXTS[3],
    );
    sandbox.at("2026-12-20T09:00:00Z");
    sandbox
}

/// Commands whose output is for other programs.
const FILES: [&str; 4] = ["draft show", "agree template", "config path", "completions"];

/// Returns all commands that show something, taken from `docs/commands.md`, with the arguments they need.
fn shown() -> Vec<Vec<String>> {
    let page = include_str!("../../docs/commands.md");
    let commands: Vec<&str> = page
        .lines()
        .filter_map(|line| line.strip_prefix("### mentor "))
        .filter(|name| !FILES.iter().any(|file| name.starts_with(file)))
        .collect();
    let reports = [
        "search and*", "status", "due", "due --within 60d", "agenda", "brief", "review", "history",
        "agree show", "agree check", "agree lint", "agree history", "agree diff", "checkin next",
        "when", "norm suggest", "pulse mine", "end show", "backup", "restore --list", "check",
        "config show --origin",
    ];
    let mut all: Vec<String> = reports.map(str::to_owned).to_vec();
    for name in commands {
        if name.ends_with(" list") {
            all.extend([name.to_owned(), format!("{name} --all")]);
        } else if name.ends_with(" show") {
            all.extend([
                name.to_owned(),
                format!("{name} 1"),
                format!("{name} 4"),
                format!("{name} me"),
            ]);
        }
    }
    let words = |line: String| line.split(' ').map(str::to_owned).collect();
    all.into_iter().map(words).collect()
}

/// Runs all commands that show something for both pairs, and skips those that fail.
fn look_at_everything(sandbox: &Sandbox, mut look: impl FnMut(&[&str], &Output)) {
    let mut seen = 0;
    for pair in ["ana", "yuki"] {
        for args in shown() {
            let mut args: Vec<&str> = args.iter().map(String::as_str).collect();
            args.extend(["-p", pair]);
            let output = sandbox.run(&args);
            if matches!(output.status, 2..=4) {
                continue;
            }
            assert_eq!(output.status, 0, "{args:?}\n{output}");
            seen += usize::from(!output.stdout.is_empty());
            look(&args, &output);
        }
    }
    assert!(seen > 70, "only {seen} answers were looked at");
}

#[test]
fn help_fits_the_screen_except_for_commands() {
    let mut sandbox = Sandbox::new();
    set(&sandbox, "NO_COLOR", "1");
    let page = include_str!("../../docs/commands.md");
    let names = page.lines().filter_map(|line| line.strip_prefix("### mentor "));
    for width in [40, 80] {
        sandbox.width = Some(width);
        for name in names.clone().chain([""]) {
            let mut args: Vec<&str> = name.split(' ').filter(|word| !word.is_empty()).collect();
            args.push("--help");
            let text = sandbox.ok(&args);
            for line in text.lines() {
                let is_word = !line.trim().contains(' ');
                let is_typed =
                    is_word || line.starts_with("Usage: ") || line.starts_with("  mentor ");
                assert!(is_typed || columns(line) <= width, "{args:?} at {width}: {line}\n{text}");
            }
        }
    }
}

#[test]
fn text_is_neither_wrapped_nor_cut_in_a_pipe() {
    let sandbox = sample_files();
    look_at_everything(&sandbox, |_, _| ());
    let listed = sandbox.ok("followup list -p yuki");
    assert!(listed.lines().any(|line| line.ends_with(HARD_TEXTS[1])), "{listed}");
}

#[test]
fn output_is_ascii_outside_utf8_locales() {
    let sandbox = sample_files();
    set(&sandbox, "LANG", "C");
    look_at_everything(&sandbox, |args, output| {
        let message = format!("{}{}", output.stdout, output.stderr);
        // Words of user texts are never replaced.
        let words = HARD_TEXTS.iter().flat_map(|text| text.split(' '));
        let words = words.filter(|word| !word.is_ascii());
        let ours = words.fold(message, |message, word| message.replace(word, ""));
        let sign = ours.chars().find(|c| !c.is_ascii() && !c.is_alphanumeric());
        assert_eq!(sign, None, "{args:?}\n{output}");
    });
    let goals = sandbox.ok("goal list -p ana");
    assert!(goals.contains("#########. 90%  .-:=+ 8"), "{goals}");
}

#[test]
fn locale_comes_from_the_variable_with_the_highest_priority() {
    let sandbox = sample_files();
    let draws = |vars: &[(&str, &str)]| {
        for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
            set(&sandbox, name, "");
        }
        for (name, value) in vars {
            set(&sandbox, name, value);
        }
        sandbox.ok("goal list -p ana").contains('█')
    };
    assert!(draws(&[]));
    assert!(draws(&[("LANG", "C.UTF-8")]));
    assert!(draws(&[("LANG", "de_DE.utf8@euro")]));
    assert!(draws(&[("LANG", "C"), ("LC_ALL", "en_GB.UTF-8")]));
    assert!(!draws(&[("LANG", "POSIX")]));
    assert!(!draws(&[("LANG", "en_US")]));
    assert!(!draws(&[("LANG", "en_US.ISO-8859-1")]));
    assert!(!draws(&[("LANG", "en_GB.UTF-8"), ("LC_CTYPE", "C")]));
}

#[test]
fn screen_reader_output_consists_of_plain_lines() {
    let sandbox = sample_files();
    set(&sandbox, "MENTOR_PLAIN", "1");
    look_at_everything(&sandbox, |args, output| {
        // A tab in a user text is shown as four blanks.
        for line in output.stdout.replace("tab    here", "").lines() {
            assert!(!line.trim_start().contains("  "), "{args:?}: {line}\n{output}");
            assert!(!line.contains(['█', '░', '▁', '•', '→', '×']), "{args:?}: {line}\n{output}");
            for mark in ["[ ]", "[x]", "# "] {
                assert!(!line.contains(mark), "{args:?}: {line}\n{output}");
            }
        }
    });
    insta::assert_snapshot!(sandbox.ok("goal list -p ana"), @"
    number 1, by: Tue 17 Nov (33 days ago), progress: 90%, confidence: 3, 4, 6, 7, now 8, goal: Lead a design review
    number 2, by: Tue 29 Dec (in 9 days), progress: 60%, confidence: 5, goal: Say no without guilt
    ");
    insta::assert_snapshot!(sandbox.ok("due -p ana"), @"
    27 days overdue, ana, both, review, progress review (`mentor review -p ana`)
    24 days overdue, ana, you, question 2, Which of the two openings is stronger? (`mentor question answer 2`)
    23 days overdue, ana, you, follow-up 11, read the slides (`mentor followup done 11`)
    14 days overdue, ana, both, pulse, start a pulse check (`mentor pulse ask -p ana`)
    12 days overdue, ana, both, check-in 14, log this check-in, or cancel it (`mentor log -p ana`)
    33 days overdue, ana, Ana, goal 1, Lead a design review (`mentor goal done 1`)
    19 days overdue, ana, Ana, feedback 3, The rehearsal on Thursday (`mentor feedback respond 3`)
    ");
    insta::assert_snapshot!(sandbox.ok("goal show 1 -p ana"), @"
    Goal 1: Lead a design review
    pair: ana
    why: Decisions stick when they are hers
    done when: Review led, notes shared
    by: Tue 17 Nov (33 days ago)
    state: active since Tue 2 Jun
    progress: 90%
    confidence 3, 4, 6, 7, now 8 of 10
    steps: done: 1 Shadow one
    done: 2 Lead a small one
    history: Tue 2 Jun, confidence 3
    Tue 16 Jun, 10%, (check-in 2)
    Tue 30 Jun, 25%, (check-in 3)
    Tue 30 Jun, confidence 4, (check-in 3)
    Tue 28 Jul, 40%, (check-in 5)
    Tue 11 Aug, 50%, (check-in 6)
    Tue 11 Aug, confidence 6, (check-in 6)
    Tue 25 Aug, 70%, (check-in 7)
    Tue 25 Aug, confidence 7, (check-in 7)
    Tue 3 Nov, 80%, (check-in 12)
    Tue 17 Nov, 90%, (check-in 13)
    Tue 17 Nov, confidence 8, (check-in 13)
    moved: Tue 20 Oct to Tue 17 Nov, +28 days: the release moved
    ");
}

mod slow {
    use super::*;

    #[test]
    fn no_line_but_a_command_is_wider_than_the_screen() {
        let mut sandbox = sample_files();
        let mut too_long = Vec::new();
        for width in [40, 57, 80, 200] {
            sandbox.width = Some(width);
            look_at_everything(&sandbox, |args, output| {
                let lines = output.stdout.lines();
                let long = lines.filter(|line| !fits_or_is_command(line, width));
                too_long.extend(long.map(|line| format!("{width} {args:?}: {line}")));
            });
        }
        assert!(too_long.is_empty(), "{}", too_long.join("\n"));
    }
}
