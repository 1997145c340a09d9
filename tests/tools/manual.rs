//! Manual pages, checked and rendered by mandoc.

use std::collections::BTreeSet;
use std::fs;
use std::process::{Command, Stdio};

use crate::is_here;
use crate::real::Home;

fn written(home: &Home) -> Vec<std::path::PathBuf> {
    let folder = home.path().join("man1");
    home.ok(&["man", "--out", &folder.display().to_string()]);
    let entries = fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn every_command_has_a_page() {
    let home = Home::new();
    let pages: BTreeSet<String> = written(&home)
        .iter()
        .map(|page| page.file_name().unwrap().to_str().unwrap().to_owned())
        .collect();
    let reference = include_str!("../../docs/commands.md");
    let commands = reference.lines().filter_map(|line| line.strip_prefix("### "));
    let mut wanted: BTreeSet<String> =
        commands.map(|name| format!("{}.1", name.replace(' ', "-"))).collect();
    wanted.insert("mentor.1".to_owned());
    assert_eq!(pages, wanted);
}

/// Returns the warnings of mandoc about a page.
fn complaints(page: &str) -> String {
    let output =
        Command::new("mandoc").args(["-Tlint", page]).stdin(Stdio::null()).output().unwrap();
    String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned()
}

#[test]
fn manual_pages_have_no_warnings() {
    if !is_here("mandoc") {
        return;
    }
    let home = Home::new();
    for page in written(&home) {
        assert_eq!(complaints(&page.display().to_string()), "");
    }
}

#[test]
fn mistake_in_a_manual_page_gets_a_warning() {
    if !is_here("mandoc") {
        return;
    }
    let home = Home::new();
    let page = home.path().join("slip.1");
    let text = home.ok(&["man", "goal", "add"]).replacen(".SH", ".SHH", 1);
    fs::write(&page, text).unwrap();
    assert!(complaints(&page.display().to_string()).contains("SHH"));
}

#[test]
fn manual_page_is_rendered_correctly() {
    if !is_here("mandoc") {
        return;
    }
    let home = Home::new();
    let page = home.path().join("page.1");
    fs::write(&page, home.ok(&["man", "config", "edit"])).unwrap();
    let output = Command::new("mandoc")
        .args(["-Tascii", "-Owidth=78", &page.display().to_string()])
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    // Bold letters are printed twice with a backspace between.
    let mut read = String::new();
    for c in text.chars() {
        match c {
            '\u{8}' => drop(read.pop()),
            c => read.push(c),
        }
    }
    for part in [
        "mentor-config-edit - Edit config.toml; it is checked before it is saved",
        "mentor config edit [--from] [-e|--editor]",
        "--from <FILE>\n              Use this file instead of the editor",
        "mentor(1), for what every command takes",
    ] {
        assert!(read.contains(part), "{part}\n{read}");
    }
}
