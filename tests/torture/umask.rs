//! With any umask only the user can read what the program creates: every file is 0600, every folder 0700.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::command_lines::{self, Line, in_home};
use crate::command_tree;
use crate::folder::folder;
use crate::real::{MENTOR, program};
use crate::sandbox::Sandbox;

const UMASKS: [&str; 3] = ["000", "022", "077"];

/// Runs a program with a umask.
fn with_umask(umask: &str, mentor: &Path, words: &[String], home: &Path) -> Output {
    let known = program(home, &[]);
    let mut shell = Command::new("/bin/sh");
    shell
        .args(["-c", &format!(r#"umask {umask}; exec "$0" "$@""#)])
        .arg(mentor)
        .args(words)
        .env_clear()
        .envs(known.get_envs().filter_map(|(name, value)| Some((name, value?))))
        .envs(command_lines::surroundings(home))
        .stdin(Stdio::null());
    shell.output().unwrap()
}

/// Finds what is accessible to others below a folder, with its mode.
fn open_to_others(folder: &Path) -> Vec<(PathBuf, u32)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(one) = folders.pop() {
        for entry in fs::read_dir(one).unwrap() {
            let path = entry.unwrap().path();
            let about = fs::symlink_metadata(&path).unwrap();
            let mode = about.permissions().mode() & 0o7777;
            let is_program = path.parent().is_some_and(|folder| folder.ends_with("bin"));
            let wanted = if about.is_dir() || is_program { 0o700 } else { 0o600 };
            if mode != wanted {
                found.push((path.clone(), mode));
            }
            if about.is_dir() {
                folders.push(path);
            }
        }
    }
    found
}

/// Returns every line that changes a file, and every report written to a file.
fn lines_that_make_files() -> Vec<Vec<String>> {
    let lines = command_lines::lines();
    let changes = lines.iter().filter(|line| line.changes).map(Line::words);
    let reports = lines.iter().filter_map(to_a_file);
    changes.chain(reports).collect()
}

/// Returns the line with its output in a new file. `None`: the command has no such option.
fn to_a_file(line: &Line) -> Option<Vec<String>> {
    let mut words = line.words();
    let commands = command_tree::commands();
    let is_of = |command: &&command_tree::Command| words.starts_with(&owned(&command.path));
    let command = commands.iter().filter(is_of).max_by_key(|one| one.path.len())?;
    let writes = |argument: &&command_tree::Argument| matches!(argument.flag, Some("--output"));
    let flag = command.arguments.iter().find(writes)?.flag?;
    if line.changes || words.iter().any(|word| word == flag || word == "-o") {
        return None;
    }
    let is_page = command.arguments.iter().any(|one| one.flag == Some("--html"));
    if is_page && !words.iter().any(|word| word == "--html" || word == "--markdown") {
        words.push("--html".to_owned());
    }
    words.extend(owned(&[flag, "@report"]));
    Some(words)
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

#[test]
fn files_of_all_commands_are_private() {
    let lines = lines_that_make_files();
    let reports = lines.iter().filter(|words| words.contains(&"@report".to_owned()));
    assert!(reports.count() > 4 && lines.len() > 80, "{}", lines.len());
    let sandbox = command_lines::sample_sandbox();
    let home = sandbox.home.path();
    for umask in UMASKS {
        for line in &lines {
            let words: Vec<_> = line.iter().map(|word| in_home(word, home)).collect();
            let output = with_umask(umask, Path::new(MENTOR), &words, home);
            let message = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "umask {umask}: {line:?}\n{message}");
            let open = open_to_others(home);
            assert!(open.is_empty(), "umask {umask}: {line:?}: {open:?}");
            command_lines::sample_files().put_into(home);
        }
    }
}

/// Everything created on the first day with its folders, drafts after failures, and the form in an editor.
#[test]
fn files_of_the_first_day_are_private() {
    for umask in UMASKS {
        let home = folder();
        let home = home.path();
        let editor = home.join("editor");
        let look =
            "#!/bin/sh\numask 077\n/usr/bin/stat -c %a \"$1\" \"${1%/*}\" > \"$HOME/seen\"\n";
        fs::write(&editor, look).unwrap();
        fs::set_permissions(&editor, fs::Permissions::from_mode(0o700)).unwrap();
        let editor = editor.display().to_string();
        for (line, status) in [
            (&["config", "set", "editor", &editor][..], 0),
            (&["init", "--name", "Sam", "--tz", "Europe/London"], 0),
            (&["demo"], 0),
            (&["pair", "add", "ana", "--mentee", "Ana"], 0),
            (&["log", "Long and\nprecious", "-p", "nobody"], 3),
            (&["log", "--editor"], 5),
            (&["backup"], 0),
            (&["agree", "--template"], 0),
            (&["export", "-o", "@all.json"], 0),
            (&["import", "@all.json", "--db", "@below/other.db"], 0),
            (&["check", "--repair", "@mended.db"], 0),
            (&["restore", "1", "--yes"], 0),
        ] {
            let words: Vec<_> = line.iter().map(|word| in_home(word, home)).collect();
            let mut command = words;
            if line == ["log", "--editor"] {
                // The variable overrides the settings.
                command.insert(0, format!("EDITOR={editor}"));
                command.insert(1, MENTOR.to_owned());
            }
            let program = if line == ["log", "--editor"] { "/usr/bin/env" } else { MENTOR };
            let output = with_umask(umask, Path::new(program), &command, home);
            let message = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(status), "umask {umask}: {line:?}\n{message}");
            let mut open = open_to_others(home);
            open.retain(|(path, _)| !path.ends_with("editor"));
            assert!(open.is_empty(), "umask {umask}: {line:?}: {open:?}");
        }
        let seen = fs::read_to_string(home.join("seen")).unwrap();
        assert_eq!(seen, "600\n700\n", "umask {umask}");
    }
}

/// Control: a program that follows the umask is detected, except with the umask that hides it.
#[test]
fn file_that_is_open_to_others_is_detected() {
    for (umask, seen) in [("000", &[0o666, 0o777][..]), ("022", &[0o644, 0o755]), ("077", &[])] {
        let sandbox = Sandbox::new();
        let home = sandbox.home.path();
        let words = owned(&["-c", "/bin/mkdir folder && echo it > folder/file"]);
        let mut shell = owned(&["-C", &home.display().to_string(), "/bin/sh"]);
        shell.extend(words);
        let output = with_umask(umask, Path::new("/usr/bin/env"), &shell, home);
        assert!(output.status.success(), "{output:?}");
        let mut modes: Vec<_> = open_to_others(home).into_iter().map(|(_, mode)| mode).collect();
        modes.sort_unstable();
        assert_eq!(modes, seen, "umask {umask}");
    }
}
