//! `mentor remind` and `mentor due --notify`, with fake system programs.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::PathBuf;

use crate::sandbox::{Sandbox, this_program};

/// Makes a sandbox whose `PATH` has only programs made of these scripts.
fn with_programs(programs: &[(&str, &str)]) -> Sandbox {
    let sandbox = Sandbox::with_pair();
    let folder = sandbox.home.path().join("bin");
    fs::create_dir(&folder).unwrap();
    for (name, script) in programs {
        let path = folder.join(name);
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }
    let path = format!("{}:/usr/bin:/bin", folder.display());
    sandbox.vars.borrow_mut().insert("PATH".into(), path);
    sandbox
}

fn calls_of_programs(sandbox: &Sandbox) -> String {
    fs::read_to_string(sandbox.home.path().join("said")).unwrap_or_default()
}

const NOTES: &str = r#"echo "$(basename "$0") $*" >> "$HOME/said""#;
const CRONTAB: &str = r#"case "$1" in -l) cat "$HOME/crontab" 2> /dev/null || exit 1;; -) cat > "$HOME/crontab";; esac"#;
const NO_SYSTEMD: (&str, &str) = ("systemctl", "exit 1");

fn unit(sandbox: &Sandbox, name: &str) -> PathBuf {
    sandbox.home.path().join(".config/systemd/user").join(name)
}

#[test]
fn systemd_reminder_is_installed_shown_and_removed() {
    let sandbox = with_programs(&[("systemctl", NOTES)]);
    sandbox.ok("remind install --at 7:30 --days sun-thu --yes");
    let timer = fs::read_to_string(unit(&sandbox, "mentor-due.timer")).unwrap();
    assert!(timer.contains("OnCalendar=Mon,Tue,Wed,Thu,Sun *-*-* 07:30:00"), "{timer}");
    let service = fs::read_to_string(unit(&sandbox, "mentor-due.service")).unwrap();
    assert!(service.contains(" due --no-input --notify"), "{service}");
    assert!(calls_of_programs(&sandbox).contains("systemctl --user enable --now mentor-due.timer"));
    assert!(sandbox.ok("remind show").contains("OnCalendar="));
    sandbox.ok("remind remove --yes");
    assert!(!unit(&sandbox, "mentor-due.timer").exists());
    assert!(
        calls_of_programs(&sandbox).contains("systemctl --user disable --now mentor-due.timer")
    );
    assert_eq!(sandbox.ok("remind show"), "");
}

#[test]
fn crontab_keeps_all_other_lines() {
    let sandbox = with_programs(&[NO_SYSTEMD, ("crontab", CRONTAB)]);
    let crontab = sandbox.home.path().join("crontab");
    fs::write(&crontab, "0 1 * * *  backup\n").unwrap();
    sandbox.ok("remind install --yes");
    sandbox.ok("remind install --at 9:00 --yes");
    let text = fs::read_to_string(&crontab).unwrap();
    assert!(text.starts_with("0 1 * * *  backup\n"), "{text}");
    assert!(text.contains("\n0 9 * * 1,2,3,4,5  "), "{text}");
    assert_eq!(text.matches("begin:").count(), 1, "{text}");
    sandbox.ok("remind remove --yes");
    assert_eq!(fs::read_to_string(&crontab).unwrap(), "0 1 * * *  backup\n");
}

#[test]
fn install_needs_a_yes_and_never_overwrites_foreign_files() {
    let sandbox = with_programs(&[("systemctl", NOTES)]);
    let output = sandbox.run("remind install");
    assert_eq!(output.status, 5, "{output}");
    assert!(output.stderr.contains("OnCalendar="), "{output}");
    assert!(!unit(&sandbox, "mentor-due.timer").exists());

    let other = unit(&sandbox, "mentor-due.service");
    fs::create_dir_all(other.parent().unwrap()).unwrap();
    fs::write(&other, "[Unit]\n").unwrap();
    let output = sandbox.run("remind install --yes");
    assert_eq!(output.status, 4, "{output}");
    assert_eq!(fs::read_to_string(&other).unwrap(), "[Unit]\n");
}

#[test]
fn missing_scheduler_is_reported() {
    let sandbox = with_programs(&[NO_SYSTEMD]);
    sandbox
        .vars
        .borrow_mut()
        .insert("PATH".into(), sandbox.home.path().join("bin").display().to_string());
    let output = sandbox.run("remind install --yes");
    assert_eq!(output.status, 3, "{output}");
}

fn with_something_due(sandbox: &Sandbox) {
    sandbox.ok("followup add 'me: read the RFC by 2026-12-02'");
    sandbox.at("2026-12-03T09:00:00Z");
}

#[test]
fn notification_names_what_is_due() {
    let sandbox = with_programs(&[("notify-send", r#"printf '%s|' "$@" > "$HOME/said""#)]);
    let bus = "unix:path=/nowhere".to_owned();
    sandbox.vars.borrow_mut().insert("DBUS_SESSION_BUS_ADDRESS".into(), bus);
    sandbox.ok("due --notify");
    assert_eq!(calls_of_programs(&sandbox), "", "nothing is due yet");
    with_something_due(&sandbox);
    sandbox.ok("due --notify");
    assert_eq!(
        calls_of_programs(&sandbox),
        "--app-name=mentor|--print-id|--|mentor: 1 overdue|ana: read the RFC|"
    );
    sandbox.ok("due --notify --titles-off");
    assert!(calls_of_programs(&sandbox).ends_with("|ana: follow-up 1|"));
}

#[test]
fn notification_replaces_the_last_one() {
    let script = r#"printf '%s|' "$@" > "$HOME/said"; echo 17"#;
    let sandbox = with_programs(&[("notify-send", script)]);
    let home = sandbox.home.path().display().to_string();
    for (name, value) in
        [("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere"), ("XDG_RUNTIME_DIR", &home)]
    {
        let mut vars = sandbox.vars.borrow_mut();
        vars.insert(name.into(), value.into());
    }
    with_something_due(&sandbox);
    sandbox.ok("due --notify");
    assert!(!calls_of_programs(&sandbox).contains("--replace-id"));
    sandbox.ok("due --notify");
    assert!(calls_of_programs(&sandbox).contains("|--replace-id=17|--|"));
}

#[test]
fn older_notify_send_still_shows_a_notification() {
    let script = r#"case "$*" in *--print-id*) echo "Unknown option --print-id" >&2; exit 1;; esac
        printf '%s|' "$@" > "$HOME/said""#;
    let sandbox = with_programs(&[("notify-send", script)]);
    let bus = "unix:path=/nowhere".to_owned();
    sandbox.vars.borrow_mut().insert("DBUS_SESSION_BUS_ADDRESS".into(), bus);
    with_something_due(&sandbox);
    let output = sandbox.run("due --notify");
    assert_eq!(output.stderr, "");
    assert!(calls_of_programs(&sandbox).starts_with("--app-name=mentor|--|"));
}

#[test]
fn reminder_uses_the_found_program_and_reports_its_absence() {
    let sandbox = with_programs(&[NO_SYSTEMD, ("crontab", CRONTAB)]);
    let link = sandbox.home.path().join("bin/mentor");
    symlink(this_program().unwrap(), &link).unwrap();
    sandbox.ok("remind install --yes");
    let started = format!("  {} due ", link.display());
    assert!(sandbox.ok("remind show").contains(&started));
    assert_eq!(sandbox.run("remind show").stderr, "");
    fs::remove_file(&link).unwrap();
    let output = sandbox.run("remind show");
    assert_eq!(
        output.stderr,
        "note: the reminder can't run: `~/bin/mentor` is gone; run `mentor remind install` to write it again\n"
    );
}

#[test]
fn reminder_keeps_the_named_settings_and_data_file() {
    let sandbox = with_programs(&[NO_SYSTEMD, ("crontab", CRONTAB)]);
    let settings = sandbox.file("work.toml", "");
    sandbox.ok(&["remind", "install", "--yes", "--config", &settings]);
    let shown = sandbox.ok("remind show");
    assert!(shown.contains(&format!(" --config {settings}\n")), "{shown}");
}

#[test]
fn missing_session_bus_or_program_gets_a_note() {
    let sandbox = with_programs(&[]);
    sandbox.vars.borrow_mut().insert("PATH".into(), "/nowhere".into());
    sandbox.vars.borrow_mut().insert("XDG_RUNTIME_DIR".into(), "/nowhere".into());
    with_something_due(&sandbox);
    let output = sandbox.run("due --notify");
    assert_eq!(output.status, 0, "{output}");
    assert!(output.stderr.contains("no session bus"), "{output}");
    let bus = "unix:path=/nowhere".to_owned();
    sandbox.vars.borrow_mut().insert("DBUS_SESSION_BUS_ADDRESS".into(), bus);
    let output = sandbox.run("due --notify");
    assert!(output.stderr.contains("`notify-send` is not installed"), "{output}");
}

#[test]
fn path_with_a_line_break_is_never_written_to_a_timer() {
    for by in ["cron", "systemd", "launchd"] {
        let sandbox = with_programs(&[("systemctl", NOTES), ("crontab", CRONTAB)]);
        let folder = sandbox.home.path().join("a\n* * * * * touch pwned #");
        fs::create_dir(&folder).unwrap();
        let db = folder.join("m.db").display().to_string();
        sandbox.ok(&["init", "--name", "Sam Rivera", "--db", &db]);
        let install = ["remind", "install", "--by", by, "--yes", "--db"];
        let output = sandbox.run(&[&install[..], &[&db]].concat());
        assert_eq!(output.status, 4, "{by}: {output}");
        assert!(output.stderr.contains("nothing was changed"), "{output}");
        assert!(!sandbox.home.path().join("crontab").exists());
        assert!(!unit(&sandbox, "mentor-due.service").exists());
        // Control: with another name the timer is written.
        if by != "launchd" {
            let db = sandbox.home.path().join("100% mine.db");
            let output = sandbox.run(&[&install[..], &[&db.display().to_string()]].concat());
            assert_eq!(output.status, 0, "{by}: {output}");
        }
    }
}

#[test]
fn notification_has_no_control_characters_and_markup() {
    let sandbox = with_programs(&[("notify-send", r#"printf '%s|' "$@" > "$HOME/said""#)]);
    let bus = "unix:path=/nowhere".to_owned();
    sandbox.vars.borrow_mut().insert("DBUS_SESSION_BUS_ADDRESS".into(), bus);
    sandbox.ok(&[
        "followup",
        "add",
        "--due",
        "2026-12-02",
        "me: <a href=\"x\">this</a> & Vec<T> \u{1b}[31m \u{202e}",
    ]);
    sandbox.at("2026-12-03T09:00:00Z");
    sandbox.ok("due --notify");
    assert_eq!(
        calls_of_programs(&sandbox),
        "--app-name=mentor|--print-id|--|mentor: 1 overdue|ana: &lt;a href=\"x\"&gt;this&lt;/a&gt; &amp; Vec&lt;T&gt; \\u{1b}[31m \\u{202e}|"
    );
}
