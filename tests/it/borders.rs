//! Unusual environments and foreign files: paths that are not UTF-8, paths that are not regular files, and texts with
//! special meaning in other formats.

use std::ffi::OsString;
use std::fs;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::PathBuf;

use nix::sys::stat::Mode;
use nix::unistd::mkfifo;

use crate::sandbox::Sandbox;

/// Creates a folder whose name is encoded in Latin-1.
fn latin_folder(sandbox: &Sandbox) -> PathBuf {
    let name = OsString::from_vec(b"caf\xe9 au lait".to_vec());
    let folder = sandbox.home.path().join(name);
    fs::create_dir(&folder).unwrap();
    folder
}

fn set(sandbox: &Sandbox, name: &'static str, value: impl Into<OsString>) {
    sandbox.byte_vars.borrow_mut().insert(name, value.into());
}

#[test]
fn data_file_with_a_non_utf8_name_is_used() {
    let sandbox = Sandbox::with_pair();
    let before = fs::read(sandbox.db()).unwrap();
    let named = latin_folder(&sandbox).join("m.db");
    set(&sandbox, "MENTOR_DB", &named);
    sandbox.ok("init --name 'Sam Rivera'");
    sandbox.ok("pair add kim --mentee 'Kim Lee'");
    sandbox.ok("topic add 'meant for the other file'");
    assert!(named.exists());
    assert_eq!(fs::read(sandbox.db()).unwrap(), before);
    let backups: Vec<PathBuf> =
        fs::read_dir(named.parent().unwrap()).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(
        backups.iter().all(|path| path
            .as_os_str()
            .as_bytes()
            .starts_with(named.as_os_str().as_bytes())
            || path.ends_with("mentor.backups")
            || path.ends_with("m.backups")),
        "{backups:?}"
    );
}

#[test]
fn folders_with_non_utf8_names_hold_settings_data_and_drafts() {
    let sandbox = Sandbox::new();
    let folder = latin_folder(&sandbox);
    for name in ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"] {
        set(&sandbox, name, &folder);
    }
    sandbox.ok("init --name 'Sam Rivera'");
    sandbox.ok("config set due_within '9 days'");
    let output = sandbox.run(&["log", "A note that\nhas no pair yet", "--private-note", "x"]);
    assert_ne!(output.status, 0, "{output}");
    for place in ["mentor/mentor.db", "mentor/config.toml", "mentor/drafts"] {
        assert!(folder.join(place).exists(), "{place}");
    }
    assert!(!sandbox.home.path().join(".config").exists());
    assert!(!sandbox.home.path().join(".local").exists());

    let other = Sandbox::new();
    set(&other, "HOME", &folder);
    other.ok("init --name 'Sam Rivera'");
    assert!(folder.join(".local/share/mentor/mentor.db").exists());
}

#[test]
fn editor_with_a_non_utf8_name_is_started() {
    use std::os::unix::fs::PermissionsExt;
    let sandbox = Sandbox::with_pair();
    let editor = latin_folder(&sandbox).join("edit");
    fs::write(&editor, "#!/bin/sh\necho 'title = \"Typed there\"' > \"$1\"\n").unwrap();
    fs::set_permissions(&editor, fs::Permissions::from_mode(0o755)).unwrap();
    let mut command = OsString::from("'");
    command.push(&editor);
    command.push("'");
    set(&sandbox, "EDITOR", command);
    sandbox.ok("topic add --editor");
    assert!(sandbox.ok("topic list").contains("Typed there"));
}

#[test]
fn text_variable_of_mentor_that_is_not_utf8_is_refused() {
    for name in ["MENTOR_PAIR", "MENTOR_NOW", "MENTOR_USER", "MENTOR_COLOR"] {
        let sandbox = Sandbox::with_pair();
        set(&sandbox, name, OsString::from_vec(b"\xff".to_vec()));
        let output = sandbox.run("topic add One");
        assert_eq!(output.status, 4, "{name}: {output}");
        assert!(output.stderr.contains(&format!("`{name}`")), "{output}");
        assert_eq!(sandbox.run("prompt").to_string(), "");
    }
}

#[test]
fn settings_templates_and_drafts_that_are_not_files_are_refused() {
    for name in [
        ".config/mentor/config.toml", ".config/mentor/templates/mine.toml",
        ".local/state/mentor/drafts/one.toml",
    ] {
        for make in ["pipe", "device", "folder"] {
            let sandbox = Sandbox::with_pair();
            let path = sandbox.home.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            match make {
                "pipe" => mkfifo(&path, Mode::S_IRWXU).unwrap(),
                "device" => std::os::unix::fs::symlink("/dev/zero", &path).unwrap(),
                _ => fs::create_dir(&path).unwrap(),
            }
            assert_eq!(sandbox.run("prompt").status, 0);
            for line in [
                "status", "draft list", "log --template mine", "config show",
                "config set quiet true",
            ] {
                let args: Vec<&str> = line.split(' ').collect();
                let output = sandbox.run(&args);
                assert!([0, 3, 7].contains(&output.status), "{make}, {line}: {output}");
                if output.status == 7 {
                    assert!(output.stderr.contains("not a file"), "{output}");
                }
            }
            if name.ends_with("config.toml") {
                assert_eq!(sandbox.run("status").status, 7);
            }
        }
    }
}

#[test]
fn endless_form_is_refused() {
    let sandbox = Sandbox::with_pair();
    for line in [
        &["topic", "add", "--from-file", "/dev/zero"][..],
        &["import", "--csv", "--as", "topic", "/dev/zero"],
        &["import", "--ics", "/dev/zero"],
        &["import", "/dev/zero"],
    ] {
        let output = sandbox.run(line);
        assert_eq!(output.status, 4, "{line:?}: {output}");
        assert!(output.stderr.contains("is larger than"), "{output}");
    }
}

#[test]
fn days_near_the_end_of_the_calendar_cause_no_panic() {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("question ask 'How?' --from me");
    for now in ["2026-12-01T09:00:00Z", "9999-12-31T23:00:00Z"] {
        sandbox.at(now);
        for line in [
            "goal add g --by 9999-12-31",
            "followup add me:x --due 9999-12-31",
            "followup add me:x --due +9999999999d",
            "checkin add --at 9999-12-31T23:59",
            "away add 9999-12-01 --until 9999-12-31",
            "due --as-of 9999-12-31",
            "due --within 9999999",
            "due --within 4294967295y",
            "agenda --as-of 9999-12-31",
            "brief --as-of 9999-12-31",
            "review --since 0001-01-01",
            "agree check --as-of 9999-12-31",
            "progress --as-of 9999-12-31",
            "when --within 9999w",
            "checkin next",
            "export --ics",
            "log hi --next 9999-12-31T23:00",
            "person edit me --from 9999-12-31 --tz Europe/Paris",
            "due",
            "status",
            "prompt",
        ] {
            let args: Vec<&str> = line.split(' ').collect();
            // Only a panic would fail the test.
            let output = sandbox.run(&args);
            assert!([0, 1, 2, 3, 4].contains(&output.status), "{line}: {output}");
        }
    }
}
