//! The disk is full at the k-th write, for every k: no success that is none, the old data whole, the next run works.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use crate::real::Home;

/// The shared library that lets writes fail. It needs a program that is linked dynamically: the one of `cargo test`.
fn fault() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let library = folder.join(format!("fault-{}.so", std::process::id()));
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/torture/fault.c");
        let built = Command::new("cc")
            .args(["-shared", "-fPIC", "-O1", "-o"])
            .arg(&library)
            .arg(source)
            .arg("-ldl")
            .status();
        assert!(built.unwrap().success(), "the C compiler failed");
        library
    })
}

#[derive(Clone, Copy)]
enum How {
    Once,
    Ever,
    Lie,
}

/// Runs with a fault at the k-th write below the home; also says how many writes there were.
fn with_fault(home: &Home, args: &[&str], at: usize, how: How) -> (Output, usize) {
    let told = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!(
        "writes-{}-{:?}",
        std::process::id(),
        std::thread::current().id()
    ));
    let how = match how {
        How::Once => "once",
        How::Ever => "ever",
        How::Lie => "lie",
    };
    let output = home
        .mentor(args)
        .env("LD_PRELOAD", fault())
        .env("FAULT_UNDER", home.path())
        .env("FAULT_AT", at.to_string())
        .env("FAULT_HOW", how)
        .env("FAULT_COUNT", &told)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let count = fs::read_to_string(&told).unwrap_or_default();
    let _ = fs::remove_file(&told);
    (
        output,
        count
            .parse()
            .expect("the library was not loaded: is the program linked statically?"),
    )
}

/// A pair with a follow-up, a goal and a topic; its folder is the pattern that every attempt begins from.
fn pattern() -> Home {
    let home = Home::with_pair();
    home.ok(&["followup", "add", "me: read it by fri"]);
    home.ok(&["goal", "add", "Lead", "--by", "2027-03-01"]);
    home.ok(&["topic", "add", "Pace"]);
    let export = home.ok(&["export"]).replace("\"Pace\"", "\"Peace\"");
    let other = Home::with_pair();
    drop(other);
    fs::write(home.path().join("all.json"), export).unwrap();
    home
}

fn copy_of(pattern: &Home) -> Home {
    let home = Home::new();
    let copied = Command::new("cp")
        .arg("-a")
        .arg(format!("{}/.", pattern.path().display()))
        .arg(home.path())
        .status();
    assert!(copied.unwrap().success());
    home
}

const COMMANDS: [&[&str]; 8] = [
    &["topic", "add", "A new topic"],
    &[
        "log",
        "A long talk",
        "--followup",
        "me: do it by fri",
        "--win",
        "Went well",
        "--covered",
        "1",
        "--goal",
        "1=40%",
    ],
    &["followup", "done", "1"],
    &[
        "goal",
        "edit",
        "1",
        "--by",
        "2027-04-01",
        "--because",
        "exams",
    ],
    &["undo"],
    &["review", "record", "--next", "Go on as before"],
    &["init", "--name", "Sam Rivera"],
    &["pair", "add", "kim", "--mentor", "Kim"],
];

fn at_every_write(how: How) {
    let pattern = pattern();
    let before = pattern.ok(&["export"]);
    for args in COMMANDS {
        let mut k = 1;
        loop {
            let home = copy_of(&pattern);
            let (output, writes) = with_fault(&home, args, k, how);
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            let after = home.ok(&["export"]);
            match output.status.code() {
                Some(0) => assert_ne!(after, before, "{args:?}, write {k}: a success that is none"),
                Some(7) => {
                    assert_eq!(after, before, "{args:?}, write {k}: half a change");
                    assert!(
                        said.contains("no space left"),
                        "{args:?}, write {k}: {said}"
                    );
                }
                other => panic!("{args:?}, write {k}: {other:?}\n{said}"),
            }
            assert!(
                home.ok(&["check"]).contains("nothing is damaged"),
                "{args:?}, write {k}"
            );
            if output.status.code() != Some(0) {
                home.ok(args);
            }
            if writes < k {
                break;
            }
            k += 1;
        }
        assert!(
            k > 5,
            "{args:?} wrote {k} times only: the fault was not there"
        );
    }
}

#[test]
fn a_disk_that_is_full_once_changes_nothing() {
    at_every_write(How::Once);
}

#[test]
fn a_disk_that_stays_full_changes_nothing() {
    at_every_write(How::Ever);
}

#[test]
fn a_first_run_on_a_full_disk_leaves_no_half_file() {
    for how in [How::Once, How::Ever] {
        for k in 1.. {
            let home = Home::new();
            let args = ["pair", "add", "ana", "--mentee", "Ana"];
            let (output, writes) = with_fault(&home, &args, k, how);
            if output.status.code() != Some(0) {
                assert_eq!(
                    output.status.code(),
                    Some(7),
                    "write {k}: {}",
                    String::from_utf8_lossy(&output.stderr)
                );
                home.ok(&args);
            }
            assert!(
                home.ok(&["check"]).contains("nothing is damaged"),
                "write {k}"
            );
            if writes < k {
                break;
            }
        }
    }
}

#[test]
fn a_backup_on_a_full_disk_says_so_and_an_import_is_whole_or_nothing() {
    let pattern = pattern();
    for (args, seen) in [
        (&["backup"][..], &["restore", "--list"][..]),
        (
            &["import", "all.json", "--db", "other.db"],
            &["export", "--db", "other.db"],
        ),
    ] {
        for k in 1.. {
            let home = copy_of(&pattern);
            let args: Vec<String> = args.iter().map(|arg| in_home(&home, arg)).collect();
            let args: Vec<&str> = args.iter().map(String::as_str).collect();
            let (output, writes) = with_fault(&home, &args, k, How::Once);
            let status = output.status.code();
            assert!(
                matches!(status, Some(0 | 7)),
                "{args:?}, write {k}: {status:?}\n{}",
                String::from_utf8_lossy(&output.stderr)
            );
            assert!(home.ok(&["check"]).contains("nothing is damaged"));
            let seen: Vec<String> = seen.iter().map(|arg| in_home(&home, arg)).collect();
            let there = home.run(&seen.iter().map(String::as_str).collect::<Vec<_>>());
            if args[0] == "import" && status == Some(7) && there.status.success() {
                assert!(
                    !String::from_utf8(there.stdout).unwrap().contains("Peace"),
                    "write {k}: half an import"
                );
            }
            if writes < k {
                break;
            }
        }
    }
}

fn in_home(home: &Home, arg: &str) -> String {
    match arg.rsplit_once('.') {
        Some((_, "json" | "db")) => home.path().join(arg).display().to_string(),
        _ => arg.to_owned(),
    }
}

/// The control: a disk that says "written" and has not is seen as lost records or as damage.
#[test]
fn a_disk_that_lies_is_seen() {
    let pattern = pattern();
    let before = pattern.ok(&["export"]);
    let mut seen = 0;
    for k in 1..60 {
        let home = copy_of(&pattern);
        let (output, writes) = with_fault(&home, COMMANDS[0], k, How::Lie);
        let after = home.run(&["export"]);
        let is_lost = output.status.success() && after.stdout == before.as_bytes();
        let is_damaged = !home.run(&["check"]).status.success();
        seen += usize::from(is_lost || is_damaged);
        if writes < k {
            break;
        }
    }
    assert!(seen > 0);
}
